"""The signed JWT with which a service account asks for a token.

Source: the documentation's page "Get an IAM token for a service account". The texts of the refusals
are the emulator's own: they say what is wrong, but repeat nothing of the JWT.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, cast

import grpc
import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from ycgrpc.emulator.limits import Limits
from ycgrpc.emulator.refusals import Refusal

ALGORITHM = "PS256"
AUDIENCE = "https://iam.api.cloud.yandex.net/iam/v1/tokens"
ID = r"[A-Za-z0-9_.-]{1,50}"
"""The length is that of a service account's id in ``iam_token_service.proto``."""

LATEST = 2.0**40
"""Seconds since 1970: what is later is no time."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """What a well-formed JWT says; who signed it is not known before ``check_signature``.

    Attributes:
        key_id: the authorized key that it says it is signed with.
        issuer: id of the service account.
        audiences: whom it is meant for.
        issued_at: seconds since 1970.
        expires_at: seconds since 1970.
    """

    key_id: str
    issuer: str
    audiences: Collection[str]
    issued_at: float
    expires_at: float

    def check(self, now: dt.datetime, audiences: Collection[str], limits: Limits) -> None:
        """Passes an assertion that is meant for this service, and good at this time.

        Raises:
            Refusal: UNAUTHENTICATED.
        """
        if not set(self.audiences) & set(audiences):
            raise refused(f"its audience must be {' or '.join(audiences)}")
        if not 0 < self.expires_at - self.issued_at <= limits.jwt_lifetime:
            raise refused(f"exp must be after iat, by {limits.jwt_lifetime:g} seconds at most")
        if self.expires_at <= now.timestamp():
            raise refused("it has expired")
        if self.issued_at > now.timestamp() + limits.jwt_leeway:
            raise refused("iat is in the future: check the clock")


def asserted(token: str) -> Assertion:
    """What a JWT says, without a look at its signature.

    Raises:
        Refusal: UNAUTHENTICATED, for it is malformed, not for PS256, or lacks something.
    """
    try:
        parts: Any = jwt.PyJWS().decode_complete(token, options={"verify_signature": False})
        header, claims = parts["header"], json.loads(parts["payload"])
    # Not chained, as the cause quotes the content; a deep nesting is a RecursionError.
    except (jwt.PyJWTError, ValueError, RecursionError):
        raise refused("it is malformed") from None
    if header.get("alg") != ALGORITHM:
        raise refused(f"its algorithm must be {ALGORITHM}")
    match header, claims:
        case {"kid": str(key_id)}, {"iss": str(issuer), "aud": audience, "iat": iat, "exp": exp}:
            # What is no string is no audience of ours.
            several = cast("list[object]", audience if isinstance(audience, list) else [audience])
            audiences = [one for one in several if isinstance(one, str)]
        case _:
            raise refused("it must have kid in its header, and iss, aud, iat and exp as claims")
    if not (_is_time(iat) and _is_time(exp)):
        raise refused("iat and exp must be seconds since 1970")
    if not re.fullmatch(ID, issuer):
        raise refused("iss must be the id of a service account")
    return Assertion(key_id, issuer, audiences, iat, exp)


def check_signature(token: str, key: RSAPublicKey) -> None:
    """Passes a JWT that was signed with the private half of ``key``.

    Raises:
        Refusal: UNAUTHENTICATED.
    """
    try:
        jwt.PyJWS().decode_complete(token, key, algorithms=[ALGORITHM])
    except jwt.PyJWTError:
        raise refused("its signature does not match the authorized key") from None


def refused(reason: str) -> Refusal:
    """The refusal of a JWT."""
    return Refusal(grpc.StatusCode.UNAUTHENTICATED, f"The JWT is invalid: {reason}")


def _is_time(claim: object) -> bool:
    return isinstance(claim, int | float) and not isinstance(claim, bool) and 0 <= claim < LATEST
