"""A service-account key of the tests' own making."""

from __future__ import annotations

import functools
import json
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

KEY_ID, ACCOUNT_ID = "ajekey", "ajeaccount"
WARNING = "PLEASE DO NOT REMOVE THIS LINE! Yandex.Cloud SA Key ID <ajekey>\n"


@functools.cache
def private_key() -> rsa.RSAPrivateKey:
    """The key; made once, for it takes its time."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def pem(key: Any = None) -> str:
    """The armoured text of a key, by default of ours."""
    return (
        (key or private_key())
        .private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        .decode()
    )


def key_fields(**changes: Any) -> dict[str, Any]:
    """What a key file holds; fields that are ``None`` are left out."""
    fields = {
        "id": KEY_ID,
        "service_account_id": ACCOUNT_ID,
        "created_at": "2024-01-01T00:00:00Z",
        "key_algorithm": "RSA_2048",
        "public_key": "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n",
        "private_key": WARNING + pem(),
        **changes,
    }
    return {name: value for name, value in fields.items() if value is not None}


def key_file(**changes: Any) -> str:
    """The text of a key file as the ``yc`` command writes it."""
    return json.dumps(key_fields(**changes))
