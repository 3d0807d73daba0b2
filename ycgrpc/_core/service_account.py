"""Service-account keys: read as the ``yc`` command and the API write them, and signed with."""

from __future__ import annotations

import json
from typing import Any, cast

from ycgrpc.errors import CredentialsError

# "Getting an IAM token for a service account" in the documentation: who the JWT is for, and how
# long it may be good for.
AUDIENCE = "https://iam.api.cloud.yandex.net/iam/v1/tokens"
LIFETIME = 3600
_ARMOUR = "-----BEGIN "


class SigningKey:
    """The private key of a service account, ready to sign; the ``repr`` names it without showing it.

    Attributes:
        id: The id of the key, which goes into the JWT as ``kid``.
        service_account_id: Whose key it is.
    """

    __slots__ = ("_key", "id", "service_account_id")

    def __init__(self, text: str) -> None:
        """Read a key file.

        Raises:
            CredentialsError: It is not one, or not of a service account.
        """
        self.id, self.service_account_id, self._key, fault = _parsed(text)
        del text  # a traceback that prints local variables would show it
        if fault:
            raise CredentialsError(f"ServiceAccountKey: {fault}")

    def __repr__(self) -> str:
        return f"<key {self.id} of service account {self.service_account_id}>"

    def jwt(self, now: float, audience: str) -> str:
        """Return a JWT to exchange for an IAM token: a secret.

        Source: "Getting an IAM token for a service account" in the documentation; RFC 7518 for PS256.

        Args:
            now: Seconds since 1970.
            audience: Whom it is for.
        """
        import jwt  # loads cryptography: only for those who use such a key

        issued = int(now)
        claims = {
            "iss": self.service_account_id,
            "aud": audience,
            "iat": issued,
            "exp": issued + LIFETIME,
        }
        return jwt.encode(claims, self._key, algorithm="PS256", headers={"kid": self.id})


def _parsed(text: str) -> tuple[str, str, Any, str]:
    """Return the id, the account, the private key, and what is wrong with the text if anything is."""
    try:
        parsed: Any = json.loads(text)
    except (RecursionError, ValueError):
        return "", "", None, "the text is not JSON; give the file that `yc iam key create` writes"
    if not isinstance(parsed, dict):
        return "", "", None, "the JSON is not an object"
    fields = cast("dict[str, Any]", parsed)
    if isinstance(fields.get("key"), dict):  # as the REST API answers to the creation of a key
        fields = {**fields["key"], **fields}

    def field(snake: str, camel: str) -> str:
        return str(fields.get(snake) or fields.get(camel) or "").strip()

    key_id = field("id", "id")
    account = field("service_account_id", "serviceAccountId")
    if not account and field("user_account_id", "userAccountId"):
        return "", "", None, "it is the key of a user account, which IAM gives no token for"
    # The yc command puts a line of warning before the armour.
    _, armour, key = field("private_key", "privateKey").partition(_ARMOUR)
    missing = [
        name
        for name, value in (
            ("id", key_id),
            ("service_account_id", account),
            ("private_key", armour),
        )
        if not value
    ]
    if missing:
        return "", "", None, f"there is no {', '.join(missing)} in the file"
    private = _private_key(f"{armour}{key}")
    if private is None:
        return "", "", None, "private_key is not the PEM of an RSA private key"
    return key_id, account, private, ""


def _private_key(pem: str) -> Any:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(f"{pem.strip()}\n".encode(), password=None)
    except (TypeError, UnsupportedAlgorithm, ValueError):
        return None
    return key if isinstance(key, RSAPrivateKey) else None
