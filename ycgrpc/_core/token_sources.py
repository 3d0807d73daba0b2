"""Where tokens come from: IAM, for a key or an OAuth token; this machine; the caller's own function."""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from datetime import datetime
from typing import Any

from ycgrpc_pb.yandex.cloud.iam.v1.iam_token_service_pb2 import (
    CreateIamTokenRequest,
    CreateIamTokenResponse,
)

from ycgrpc._core.credentials import Credentials, clean
from ycgrpc._core.effects import Call, Flow, HttpGet, Invoke, Read, Reply, Run, Sleep, WallTime
from ycgrpc._core.methods import Method
from ycgrpc._core.service_account import AUDIENCE, SigningKey
from ycgrpc._core.tokens import Fetched, Token
from ycgrpc.errors import (
    ConfigurationError,
    CredentialsError,
    CredentialsUnavailable,
    InvalidRequest,
    RpcError,
)

CREATE = Method(
    "unary_unary",
    "/yandex.cloud.iam.v1.IamTokenService/Create",
    CreateIamTokenRequest,
    CreateIamTokenResponse,
)
_TIMEOUT = 10.0
# The codes that a second try does not change.
_FINAL = {
    "FAILED_PRECONDITION",
    "INVALID_ARGUMENT",
    "NOT_FOUND",
    "PERMISSION_DENIED",
    "UNAUTHENTICATED",
    "UNIMPLEMENTED",
}
# Where a source does not say how long its token is good for: the documentation's advice is to ask
# anew about once an hour.
_LIFETIME = 3600.0
_KEY_FILE_MAXIMUM = 1 << 20


class CredentialsWarning(UserWarning):
    """Something about the credentials that works, but should not stay as it is."""


class TokenSource(Credentials):
    """Credentials that give tokens, one at a time."""

    def fetch(self) -> Flow[Fetched]:
        """Return a fresh token.

        Raises:
            CredentialsError: There is none to be had, and a second try would not change it.
            CredentialsUnavailable: The source did not answer.
        """
        raise NotImplementedError


def patiently(source: TokenSource) -> Flow[Fetched]:
    """Return a fresh token, with a few more tries where a source does not answer.

    Raises:
        CredentialsError: There is none to be had.
    """
    for pause in (0.2, 0.5, 1.0):
        try:
            return (yield from source.fetch())
        except CredentialsUnavailable:
            yield Sleep(pause)
    return (yield from source.fetch())


def _exchanged(create: Call) -> Flow[Fetched]:
    """Return the IAM token that a request to IAM brings."""
    now: float = yield WallTime()
    try:
        return _issued((yield create), now)
    except RpcError as error:
        kind = CredentialsError if error.code.name in _FINAL else CredentialsUnavailable
        raise kind(f"IAM gave no token: {error}") from error


def _issued(response: CreateIamTokenResponse, now: float) -> Fetched:
    return _fetched(response.iam_token, response.expires_at.ToMilliseconds() / 1000 - now)


def _fetched(value: str, lifetime: float) -> Fetched:
    """Return a token that has come, in the form that calls need.

    Raises:
        CredentialsError: It cannot be sent, or is no longer good.
    """
    if not lifetime > 0:
        raise CredentialsUnavailable("the token that came has expired; check this machine's clock")
    return Fetched(Token(f"Bearer {clean(value, 'the token that came')}"), lifetime)


class ServiceAccountKey(TokenSource):
    """The key of a service account, exchanged at IAM for tokens that are renewed by themselves.

    Made with ``from_file`` or ``from_json``. Source: "Getting an IAM token for a service account" in
    the documentation.
    """

    def __init__(self, key: SigningKey, *, path: str | None, audience: str) -> None:
        self._key = key
        self._path = path
        self._audience = audience

    @classmethod
    def from_file(
        cls, path: str | os.PathLike[str], *, audience: str = AUDIENCE
    ) -> ServiceAccountKey:
        """Return the key in a file as ``yc iam key create`` writes it.

        The file is read again for each new token, so a key that is replaced there is noticed. Others
        than its owner should not be able to read it: a ``CredentialsWarning`` says so.

        Args:
            path: The file.
            audience: Whom the JWT is for; another only for another installation of the cloud.

        Raises:
            CredentialsError: It cannot be read, or is not the key of a service account.
        """
        path = os.fspath(path)
        try:
            with open(path, encoding="utf-8") as file:  # noqa: PTH123 - pathlib is slow to import
                mode = os.fstat(file.fileno()).st_mode
                key = SigningKey(file.read(_KEY_FILE_MAXIMUM))
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else "it is not a text file"
            raise CredentialsError(f"ServiceAccountKey: cannot read {path!r}: {reason}") from None
        if os.name == "posix" and mode & 0o077:
            warnings.warn(
                f"{path!r} can be read by others than its owner: chmod 600 it",
                CredentialsWarning,
                stacklevel=2,
            )
        return cls(key, path=path, audience=audience)

    @classmethod
    def from_json(cls, text: str, *, audience: str = AUDIENCE) -> ServiceAccountKey:
        """Return the key in the JSON text of such a file.

        Raises:
            CredentialsError: It is not the key of a service account.
        """
        try:
            return cls(SigningKey(text), path=None, audience=audience)
        except CredentialsError as error:
            fault = str(error)
        del text  # a traceback that prints local variables would show it
        raise CredentialsError(fault)

    def fetch(self) -> Flow[Fetched]:
        """Return a fresh token."""
        if self._path is not None:
            # Where the file is just being replaced, the key at hand may still do.
            with suppress(CredentialsError, InvalidRequest, UnicodeDecodeError):
                self._key = SigningKey((yield Read(self._path, _KEY_FILE_MAXIMUM)).decode())
        now = yield WallTime()
        return (
            yield from _exchanged(
                Call(
                    CREATE, CreateIamTokenRequest(jwt=self._key.jwt(now, self._audience)), _TIMEOUT
                )
            )
        )

    def __repr__(self) -> str:
        return f"ServiceAccountKey({self._key!r})"


class OAuthToken(TokenSource):
    """An OAuth token of a Yandex account, exchanged at IAM for tokens that are renewed by themselves.

    Deprecated: the service announces its end for 2026, which a ``CredentialsWarning`` says once. Source:
    "OAuth token" in the documentation, and the Python SDK.

    Raises:
        CredentialsError: The token is empty or cannot be sent.
    """

    _warned = False

    def __init__(self, token: str) -> None:
        # A stranger to `authorization`, but as much of a secret.
        try:
            self._token = Token(clean(token, "OAuthToken"))
            fault = ""
        except CredentialsError as error:
            fault = str(error)
        del token  # a traceback that prints local variables would show it
        if fault:
            raise CredentialsError(fault)
        if not OAuthToken._warned:
            OAuthToken._warned = True
            warnings.warn(
                "OAuth tokens are deprecated by the service and end in 2026: use a service account",
                CredentialsWarning,
                stacklevel=2,
            )

    def fetch(self) -> Flow[Fetched]:
        """Return a fresh token."""
        return (
            yield from _exchanged(
                Call(
                    CREATE,
                    CreateIamTokenRequest(yandex_passport_oauth_token=self._token.header),
                    _TIMEOUT,
                )
            )
        )


class MetadataService(TokenSource):
    """Tokens of the service account that is attached to the virtual machine this runs on.

    Source: "Authentication from inside a VM" in the documentation.

    Args:
        address: ``host`` or ``host:port`` of the metadata service; by default ``YC_METADATA_ADDR``,
            then 169.254.169.254.
    """

    def __init__(self, address: str | None = None) -> None:
        given = address or os.environ.get("YC_METADATA_ADDR", "").strip()
        self._address = given or "169.254.169.254"

    def fetch(self) -> Flow[Fetched]:
        """Return a fresh token."""
        path = "/computeMetadata/v1/instance/service-accounts/default/token"
        name = f"the metadata service at {self._address}"
        try:
            reply: Reply = yield HttpGet(
                self._address, path, {"Metadata-Flavor": "Google"}, timeout=1.0
            )
        except OSError as error:
            raise CredentialsUnavailable(f"{name} does not answer: {error}") from error
        if reply.status == 404:
            raise CredentialsError(f"{name} knows no service account: attach one to this machine")
        if reply.status == 200 and (found := _told(reply)):
            return found
        raise CredentialsUnavailable(f"{name} answered {reply.status} without a token")

    def __repr__(self) -> str:
        return f"MetadataService({self._address!r})"


def _told(reply: Reply) -> Fetched | None:
    try:
        fields = json.loads(reply.body)
        return _fetched(fields["access_token"], float(fields["expires_in"]))
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        return None
    except CredentialsError:
        return None


class YcCli(TokenSource):
    """Tokens of whoever is logged in to the ``yc`` command.

    Args:
        profile: The profile of the command; by default ``YC_PROFILE``, then the active one.
    """

    def __init__(self, profile: str | None = None) -> None:
        self._profile = profile or os.environ.get("YC_PROFILE", "").strip()

    def fetch(self) -> Flow[Fetched]:
        """Return a fresh token."""
        arguments = ["yc", "iam", "create-token", "--no-user-output"]
        if self._profile:
            arguments += ["--profile", self._profile]
        try:
            reply: Reply = yield Run(arguments, timeout=30.0)
        except OSError as error:
            raise CredentialsError(f"the yc command cannot be run: {error.strerror}") from error
        if reply.status:
            errors = " ".join(reply.errors.split())
            raise CredentialsError(f"the yc command failed with status {reply.status}: {errors}")
        try:
            return _fetched(reply.body.decode(), _LIFETIME)
        except (CredentialsError, UnicodeDecodeError):
            pass
        raise CredentialsError("the yc command printed no token")

    def __repr__(self) -> str:
        return f"YcCli({self._profile!r})" if self._profile else "YcCli()"


Given = tuple[str, "datetime | float | None"]


class Function(TokenSource):
    """Tokens that a function of the caller's gives, with when they end.

    Args:
        function: Gives an IAM token and the end of its life: an aware ``datetime``, seconds since
            1970, or ``None`` for an hour from now. The asyncio client takes a coroutine function too.
    """

    def __init__(self, function: Callable[[], Given | Awaitable[Given]]) -> None:
        self._function = function

    def fetch(self) -> Flow[Fetched]:
        """Return a fresh token."""
        now: float = yield WallTime()
        try:
            given = yield Invoke(self._function)
        except ConfigurationError:
            raise
        except Exception as error:
            raise CredentialsUnavailable(f"{self!r} failed: {error}") from error
        try:
            return _given(given, now)
        except (ArithmeticError, AttributeError, TypeError, ValueError):
            pass
        raise CredentialsError(
            f"{self!r}: must return a token and the end of its life: an aware datetime, seconds since "
            "1970, or None"
        )

    def __repr__(self) -> str:
        return getattr(self._function, "__qualname__", type(self._function).__name__)


def _given(given: Any, now: float) -> Fetched:
    token, until = given
    if isinstance(until, datetime):
        if until.tzinfo is None:
            raise ValueError
        until = until.timestamp()
    return _fetched(token, _LIFETIME if until is None else until - now)


class FirstThatWorks(TokenSource):
    """Tokens of the first of several sources that gives one; later ones come from the same."""

    def __init__(self, tried: str, sources: Iterable[TokenSource]) -> None:
        self._tried = tried
        self._sources = list(sources)
        self._found: TokenSource | None = None

    def fetch(self) -> Flow[Fetched]:
        """Return a fresh token."""
        if self._found:
            return (yield from self._found.fetch())
        failures: list[str] = []
        for source in self._sources:
            try:
                fetched = yield from source.fetch()
            except CredentialsError as error:
                failures.append(str(error))
            else:
                self._found = source
                return fetched
        raise CredentialsError(
            f"no credentials: {self._tried}; {'; '.join(failures)}. Set one of the variables or pass "
            "credentials to the client; to try without an account, set YCGRPC_EMULATOR_HOST, or give "
            "the command --emulator"
        )

    def __repr__(self) -> str:
        return repr(self._found) if self._found else " or ".join(map(repr, self._sources))
