"""Authorized keys of service accounts, in the file that the ``yc`` command writes."""

from __future__ import annotations

import datetime as dt
import json

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_public_key,
)

BITS = 2048
WARNING = "PLEASE DO NOT REMOVE THIS LINE! Yandex.Cloud SA Key ID <{}>\n"


def key_file(
    private_key: rsa.RSAPrivateKey, key_id: str, service_account_id: str, created_at: dt.datetime
) -> str:
    """The JSON that ``yc iam key create --output`` writes, with the private key: a secret.

    Source: the documentation's page on authorized keys.
    """
    public = private_key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    private = private_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    content = {
        "id": key_id,
        "service_account_id": service_account_id,
        "created_at": created_at.isoformat().replace("+00:00", "Z"),
        "key_algorithm": f"RSA_{private_key.key_size}",
        "public_key": public.decode(),
        "private_key": WARNING.format(key_id) + private.decode(),
    }
    return json.dumps(content, indent=3) + "\n"


def new_private_key() -> rsa.RSAPrivateKey:
    """A key such as the service makes, of 2048 bits."""
    return rsa.generate_private_key(public_exponent=65537, key_size=BITS)


def public_key(pem: str) -> rsa.RSAPublicKey:
    """A key out of its PEM, with or without a line before the armour.

    Raises:
        ValueError: it is no public RSA key.
    """
    key = load_pem_public_key(pem[max(pem.find("-----BEGIN"), 0) :].encode())
    if not isinstance(key, rsa.RSAPublicKey):
        raise ValueError("must be an RSA key")  # noqa: TRY004 - its content, not its type
    return key
