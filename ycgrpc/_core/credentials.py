"""Credentials that never change, and the care that all secrets need."""

from __future__ import annotations

from typing import NoReturn

from ycgrpc._core.tokens import Token
from ycgrpc.errors import CredentialsError


def clean(secret: str, name: str) -> str:
    """Return a secret without the blanks and newlines around it, fit to be sent.

    Files and environment variables often end with a newline, which no header may hold.

    Raises:
        CredentialsError: It is empty, or holds what cannot be sent; the error does not show it.
    """
    secret = secret.strip()
    fault = _fault(secret)
    if fault:
        del secret  # a traceback that prints local variables would show it
        raise CredentialsError(f"{name}: {fault}")
    return secret


def _fault(secret: str) -> str:
    if not secret:
        return "it is empty"
    if not secret.isascii() or not secret.isprintable() or " " in secret:
        return (
            "it holds a blank, a control character or a letter outside ASCII, so it cannot be sent; "
            "check how it was copied"
        )
    return ""


class Credentials:
    """Who calls; the ``repr`` holds no secret, and there is no copy to be had."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(...)"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"{type(self).__name__} is a secret: make it anew where it is needed")


class _StaticCredentials(Credentials):
    __slots__ = ("token",)
    _scheme = ""

    def __init__(self, secret: str) -> None:
        try:
            self.token = Token(f"{self._scheme} {clean(secret, type(self).__name__)}")
            return
        except CredentialsError as error:
            fault = str(error)
        del secret  # a traceback that prints local variables would show it
        raise CredentialsError(fault)


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


StaticCredentials = ApiKey | IamToken

# What is sent to an emulator that the environment names: well formed, and worth nothing.
PLACEHOLDER = ApiKey("emulator")
