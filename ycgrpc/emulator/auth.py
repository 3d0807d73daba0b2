"""Who calls, and with which folder: the service's rules for credentials.

Sources: the documentation's pages on authentication and on error codes. Secrets are compared, never
kept elsewhere, logged or repeated.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Literal, Protocol

import grpc

from ycgrpc.emulator.refusals import Refusal

Kind = Literal["service", "user"]

OPEN_SERVICES = frozenset(
    {"yandex.cloud.iam.v1.IamTokenService", "yandex.cloud.endpoint.ApiEndpointService"}
)
"""Those that are called without credentials, in order to get some."""

FOLDER_HEADER_PACKAGES = ("yandex.cloud.ai.ocr.", "speechkit.stt.v3.")
"""Where user accounts name their folder in ``x-folder-id``; elsewhere it is in the request."""

INVALID_TOKEN = "Token is invalid or has expired."  # noqa: S105 - the documented text
UNKNOWN_KEY = "Unknown api key"


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody whose credentials are good.

    Attributes:
        kind: service accounts have a home folder, user accounts name the one they mean.
        folder_id: the home folder; ``None`` lets a service account name any.
    """

    kind: Kind
    folder_id: str | None = None


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
        match (authorization or "").split():
            case [scheme, secret] if scheme.lower() == "api-key":
                if self.api_keys is not None and secret not in self.api_keys:
                    raise Refusal(grpc.StatusCode.UNAUTHENTICATED, UNKNOWN_KEY)
                return Account("service", self.folder_id)
            case [scheme, secret] if scheme.lower() == "bearer" and (
                self.iam_tokens is None or secret in self.iam_tokens
            ):
                return Account(self.bearers, self.folder_id if self.bearers == "service" else None)
            case _:
                raise Refusal(grpc.StatusCode.UNAUTHENTICATED, INVALID_TOKEN)


def admit(
    authenticator: Authenticator, service: str, authorization: str | None, folder_id: str | None
) -> None:
    """Lets a call pass whose credentials and folder are good.

    Args:
        authenticator: knows the accounts.
        service: full name of the called service.
        authorization: the header of that name.
        folder_id: the header ``x-folder-id``.

    Raises:
        Refusal: UNAUTHENTICATED, or INVALID_ARGUMENT for a wrong or missing folder.
    """
    if service in OPEN_SERVICES:
        return
    account = authenticator.authenticate(authorization)
    if account.kind == "user":
        if folder_id is None and service.startswith(FOLDER_HEADER_PACKAGES):
            raise Refusal(
                grpc.StatusCode.INVALID_ARGUMENT,
                "Folder ID is required for a user account: send it as x-folder-id",
            )
    elif folder_id is not None and account.folder_id not in (None, folder_id):
        raise Refusal(
            grpc.StatusCode.INVALID_ARGUMENT,
            f"Specified folder ID '{folder_id}' does not match "
            f"with service account folder ID '{account.folder_id}'",
        )
