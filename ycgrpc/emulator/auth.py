"""Who calls, and with which folder: the service's rules for credentials.

Sources: the documentation's pages on authentication and on error codes. Secrets are compared, never
kept elsewhere, logged or repeated.
"""

from __future__ import annotations

from collections.abc import Collection
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Literal, Protocol

import grpc

from ycgrpc.emulator.refusals import Refusal

Kind = Literal["service", "user"]

OPEN_METHODS = frozenset(
    {
        "/yandex.cloud.endpoint.ApiEndpointService/Get",
        "/yandex.cloud.endpoint.ApiEndpointService/List",
        "/yandex.cloud.iam.v1.IamTokenService/Create",
        "/yandex.cloud.iam.v1.IamTokenService/Revoke",
    }
)
"""Those that are called without credentials, or with credentials in the request."""

FOLDER_HEADER_METHODS = ("/yandex.cloud.ai.ocr.", "/speechkit.stt.v3.")
"""Where user accounts name their folder in ``x-folder-id``; elsewhere it is in the request."""

SCOPES = {
    "/yandex.cloud.ai.ocr.": "yc.ai.vision.execute",
    "/yandex.cloud.ai.vision.": "yc.ai.vision.execute",
    "/yandex.cloud.ai.stt.": "yc.ai.speechkitStt.execute",
    "/speechkit.stt.": "yc.ai.speechkitStt.execute",
}
"""The scope that an API key needs, if it has any. Source: the documentation's list of scopes."""

SCOPELESS_METHODS = "/yandex.cloud.operation.OperationService/"
"""Those that serve the operations of all services, and are called with a key of any scope."""

INVALID_TOKEN = "Token is invalid or has expired."  # noqa: S105 - the documented text
UNKNOWN_KEY = "Unknown api key"
EXPIRED_KEY = "The apikey has expired"

ANYBODY = "anybody"
"""The id of accounts that nobody created."""


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody whose credentials are good.

    Attributes:
        kind: service accounts have a home folder, user accounts name the one they mean.
        folder_id: the home folder; ``None`` lets a service account name any.
        id: the subject of its tokens.
        scopes: what the credentials that it came with are good for; ``None`` for everything.
    """

    kind: Kind
    folder_id: str | None = None
    id: str = ANYBODY
    scopes: frozenset[str] | None = None


caller: ContextVar[Account] = ContextVar("caller")
"""Whose call it is that this task serves; not set where none is needed."""


class Authenticator(Protocol):
    """Something that knows accounts by their credentials."""

    def authenticate(self, authorization: str | None) -> Account:
        """The account that an ``authorization`` header belongs to.

        Raises:
            Refusal: UNAUTHENTICATED.
        """
        ...


@dataclass(frozen=True, slots=True)
class Accounts:
    """Accounts by API key or IAM token: as it stands, anything well-formed is accepted.

    Attributes:
        api_keys: the keys that are known; ``None`` accepts any.
        iam_tokens: the tokens that are valid; ``None`` accepts any.
        folder_id: the service accounts' home folder.
        bearers: whose IAM tokens are: of service accounts, or of users.
    """

    api_keys: Collection[str] | None = field(default=None, repr=False)
    iam_tokens: Collection[str] | None = field(default=None, repr=False)
    folder_id: str | None = None
    bearers: Kind = "service"

    def authenticate(self, authorization: str | None) -> Account:
        """The account that an ``authorization`` header belongs to.

        Raises:
            Refusal: UNAUTHENTICATED, with the documented text.
        """
        match credential(authorization):
            case "api-key", secret:
                if self.api_keys is not None and secret not in self.api_keys:
                    raise Refusal(grpc.StatusCode.UNAUTHENTICATED, UNKNOWN_KEY)
                return Account("service", self.folder_id)
            case "bearer", secret if self.iam_tokens is None or secret in self.iam_tokens:
                return Account(self.bearers, self.folder_id if self.bearers == "service" else None)
            case _:
                raise Refusal(grpc.StatusCode.UNAUTHENTICATED, INVALID_TOKEN)


def credential(authorization: str | None) -> tuple[str, str]:
    """The scheme of an ``authorization`` header in small letters, and the secret; empty if malformed.

    The documentation itself spells ``Api-Key`` and ``Api-key``.
    """
    match (authorization or "").split():
        case [scheme, secret]:
            return scheme.lower(), secret
        case _:
            return "", ""


def admit(
    authenticator: Authenticator, method: str, authorization: str | None, folder_id: str | None
) -> Account | None:
    """The account of a call whose credentials and folder are good; ``None`` where none is needed.

    Args:
        authenticator: knows the accounts.
        method: the called one, such as ``/yandex.cloud.iam.v1.IamTokenService/Create``.
        authorization: the header of that name.
        folder_id: the header ``x-folder-id``.

    Raises:
        Refusal: UNAUTHENTICATED, PERMISSION_DENIED for an API key of other scopes, or
            INVALID_ARGUMENT for a wrong or missing folder.
    """
    if method in OPEN_METHODS:
        return None
    account = authenticator.authenticate(authorization)
    if account.scopes is not None and not method.startswith(SCOPELESS_METHODS):
        needed = next((SCOPES[start] for start in SCOPES if method.startswith(start)), None)
        if needed not in account.scopes:
            raise Refusal(
                grpc.StatusCode.PERMISSION_DENIED,
                f"Permission denied: the API key lacks the scope {needed}"
                if needed
                else "Permission denied: an API key with scopes cannot call this service",
            )
    in_header = method.startswith(FOLDER_HEADER_METHODS)
    check_folder(account, folder_id, needed_in="x-folder-id" if in_header else None)
    return account


def check_folder(account: Account, folder_id: str | None, *, needed_in: str | None) -> None:
    """Passes the folder that a call names.

    Args:
        account: the caller's.
        folder_id: that was named, if any.
        needed_in: the header or field in which user accounts must name it here, if they must.

    Raises:
        Refusal: INVALID_ARGUMENT for a wrong or missing folder.
    """
    if account.kind == "user":
        if folder_id is None and needed_in is not None:
            raise Refusal(
                grpc.StatusCode.INVALID_ARGUMENT,
                f"Folder ID is required for a user account: send it as {needed_in}",
            )
    elif folder_id is not None and account.folder_id not in (None, folder_id):
        raise Refusal(
            grpc.StatusCode.INVALID_ARGUMENT,
            f"Specified folder ID '{folder_id}' does not match "
            f"with service account folder ID '{account.folder_id}'",
        )
