"""Who is calling: what goes into the ``authorization`` header, kept out of every ``repr``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NoReturn

from ycgrpc.errors import CredentialsError


class _StaticCredentials:
    """A header that never changes."""

    __slots__ = ("_header",)
    _scheme = ""

    def __init__(self, secret: str) -> None:
        # Files and environment variables often end with a newline, which no header may hold.
        secret = secret.strip()
        fault = _fault(secret)
        self._header = f"{self._scheme} {secret}"
        del secret  # a traceback that prints local variables would show it
        if fault:
            raise CredentialsError(f"{type(self).__name__}: {fault}")

    def header(self) -> str:
        """Return the value of the ``authorization`` header: a secret."""
        return self._header

    def __repr__(self) -> str:
        return f"{type(self).__name__}(...)"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"{type(self).__name__} is a secret: make it anew where it is needed")


def _fault(secret: str) -> str:
    if not secret:
        return "it is empty"
    if not secret.isascii() or not secret.isprintable() or " " in secret:
        return (
            "it holds a blank, a control character or a letter outside ASCII, so it cannot be sent; "
            "check how it was copied"
        )
    return ""


class ApiKey(_StaticCredentials):
    """An API key of a service account, sent as ``authorization: Api-Key ...``.

    Source: "Authentication with API keys" in the documentation.

    Raises:
        CredentialsError: The key is empty or cannot be the value of a header.
    """

    __slots__ = ()
    _scheme = "Api-Key"


class IamToken(_StaticCredentials):
    """An IAM token that the caller got and renews, sent as ``authorization: Bearer ...``.

    Tokens live for 12 hours at most. Source: "IAM token" in the documentation.

    Raises:
        CredentialsError: The token is empty or cannot be the value of a header.
    """

    __slots__ = ()
    _scheme = "Bearer"


Credentials = ApiKey | IamToken

# What is sent to an emulator that the environment names: well formed, and worth nothing.
PLACEHOLDER = ApiKey("emulator")


def default_credentials(environment: Mapping[str, str]) -> Credentials:
    """Return the credentials that the environment holds: ``YC_API_KEY``, then ``YC_IAM_TOKEN``.

    Raises:
        CredentialsError: It holds none; the message names all that was tried.
    """
    for name, kind in (("YC_API_KEY", ApiKey), ("YC_IAM_TOKEN", IamToken)):
        if environment.get(name, "").strip():
            return kind(environment[name])
    raise CredentialsError(
        "no credentials: YC_API_KEY and YC_IAM_TOKEN are not set. Set one of them, or pass "
        "credentials, such as Client(ApiKey(...)); to try without an account, run an emulator and "
        "set YCGRPC_EMULATOR_HOST"
    )
