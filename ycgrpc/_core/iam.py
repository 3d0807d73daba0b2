"""IAM tokens that a caller asks for: to hand on, and to take back."""

from __future__ import annotations

import datetime as dt

from ycgrpc_pb.yandex.cloud.iam.v1.iam_token_service_pb2 import (
    CreateIamTokenForServiceAccountRequest,
    CreateIamTokenResponse,
    RevokeIamTokenRequest,
    RevokeIamTokenResponse,
)

from ycgrpc._core.calls import call
from ycgrpc._core.credentials import Credentials, StaticCredentials
from ycgrpc._core.effects import Authorize, Call, Flow, Refused, WallTime
from ycgrpc._core.methods import Method
from ycgrpc._core.operations import checked
from ycgrpc._core.token_sources import TokenSource, patiently
from ycgrpc._core.validation import violations_in
from ycgrpc.errors import CredentialsError, InvalidRequest, Unauthenticated
from ycgrpc.types import AccessToken

_SERVICE = "/yandex.cloud.iam.v1.IamTokenService"
_BEARER = "Bearer "

CREATE_FOR_SERVICE_ACCOUNT = Method(
    "unary_unary",
    f"{_SERVICE}/CreateForServiceAccount",
    CreateIamTokenForServiceAccountRequest,
    CreateIamTokenResponse,
)
REVOKE = Method("unary_unary", f"{_SERVICE}/Revoke", RevokeIamTokenRequest, RevokeIamTokenResponse)


def create(
    credentials: Credentials, service_account_id: str | None, timeout: float
) -> Flow[AccessToken]:
    """Return a token of a service account, or of the credentials themselves.

    Raises:
        CredentialsError: The credentials do not come to an IAM token.
        InvalidRequest: The id is empty or too long.
        RpcError: IAM refused.
    """
    if service_account_id is None:
        return (yield from _own(credentials))
    request = CreateIamTokenForServiceAccountRequest(service_account_id=service_account_id)
    return _issued((yield from call(CREATE_FOR_SERVICE_ACCOUNT, checked(request), timeout)))


def _issued(response: CreateIamTokenResponse) -> AccessToken:
    end = response.expires_at
    return AccessToken(response.iam_token, _time(end.seconds + end.nanos / 1e9))


def _time(seconds: float) -> dt.datetime | None:
    """Return the end of a token's life; ``None`` where there is none that makes sense."""
    try:
        return dt.datetime.fromtimestamp(seconds, dt.UTC) if seconds else None
    except (OSError, OverflowError, ValueError):
        return None


def _own(credentials: Credentials) -> Flow[AccessToken]:
    if isinstance(credentials, TokenSource):
        token, lifetime = yield from patiently(credentials)
        expires_at = _time((yield WallTime()) + lifetime)
    elif isinstance(credentials, StaticCredentials):
        token, expires_at = credentials.token, None
    else:
        raise CredentialsError("these credentials do not come to an IAM token")
    if not token.header.startswith(_BEARER):
        raise CredentialsError(
            "an API key is used as it is, there is no IAM token for it: give service_account_id, or "
            "take a service account's key file"
        )
    return AccessToken(token.header.removeprefix(_BEARER), expires_at)


def revoke(token: str | AccessToken, timeout: float) -> Flow[str]:
    """Make a token invalid, and return the id of the account that it was of."""
    value = token.token if isinstance(token, AccessToken) else token
    revocation = Call(REVOKE, RevokeIamTokenRequest(iam_token=value), timeout)
    del value, token  # a traceback may print what is here: of a call it shows no more than the path
    # Not `checked`, for the same reason.
    if violations := list(violations_in(revocation.request)):
        raise InvalidRequest(violations)
    own = yield Authorize()
    try:
        response = yield revocation._replace(token=own)
    except Unauthenticated:
        if not (yield Refused(own)):
            raise
        response = yield revocation._replace(token=(yield Authorize()))
    return str(response.subject_id)
