"""The metadata that goes with every call."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ycgrpc._core.credentials import Credentials
from ycgrpc._core.methods import ROUTES
from ycgrpc.errors import ConfigurationError

REQUEST_ID = "x-client-request-id"
OPEN = frozenset(path for path, found in ROUTES.items() if found.open)

Metadata = tuple[tuple[str, Any], ...]
"""Pairs of a name and a text, or bytes where the name ends in ``-bin``."""


def new_request_id() -> str:
    """Return a fresh id for one call."""
    from uuid import uuid4  # loads `platform`: late, for a quick import of this package

    return str(uuid4())


def request_id_headers(path: str) -> Metadata:
    """Return the ``x-client-request-id`` of one call of any method, fresh each time."""
    return ((REQUEST_ID, new_request_id()),)


class AuthHeaders:
    """The headers that say who calls and for which folder; the ``repr`` holds no secret.

    Source: "Authentication in the Vision OCR API" and "Request headers" in the documentation.
    ``x-folder-id`` is for user and federated accounts; a service account has a folder of its own, so
    it is sent only when the caller names one.
    """

    __slots__ = ("_credentials", "_rest")

    def __init__(
        self,
        credentials: Credentials,
        *,
        folder_id: str | None = None,
        data_logging: bool | None = None,
    ) -> None:
        self._credentials = credentials  # first: the repr is part of tracebacks from here on
        rest: list[tuple[str, str]] = []
        if folder_id is not None:
            rest.append(("x-folder-id", _header_value(folder_id, "folder_id")))
        if data_logging is not None:
            rest.append(("x-data-logging-enabled", "true" if data_logging else "false"))
        self._rest: Metadata = tuple(rest)

    def __call__(self, path: str) -> Metadata:
        """Return the headers of one call of a method; none for those that need no credentials."""
        if path in OPEN:
            return ()
        return (("authorization", self._credentials.header()), *self._rest)

    def __repr__(self) -> str:
        return f"<headers with {self._credentials!r}>"


def merged(given: Iterable[tuple[str, Any]] | None, added: Metadata) -> Metadata:
    """Return both, where what the caller gave for one call comes before what is always added."""
    if not given:
        return added
    given = tuple((name, value) for name, value in given)
    names = {name.lower() for name, _ in given}
    return given + tuple(pair for pair in added if pair[0] not in names)


class Headed:
    """The callable of a stub's method, of either colour, that adds the headers of a client.

    An interceptor would do the same for a tenth of the whole call's CPU time.
    """

    __slots__ = ("_callable", "_headers", "_path")

    def __init__(self, callable_: Any, path: str, headers: Callable[[str], Metadata]) -> None:
        self._callable = callable_
        self._path = path
        self._headers = headers

    def _forward(self, method: Any, request: Any, timeout: Any, metadata: Any, rest: Any) -> Any:
        return method(
            rest.pop("request_iterator", request),
            timeout=timeout,
            metadata=merged(metadata, self._headers(self._path)),
            **rest,
        )

    def __call__(
        self, request: Any = None, timeout: Any = None, metadata: Any = None, **rest: Any
    ) -> Any:
        """Call the method, with the arguments of gRPC's own callables."""
        return self._forward(self._callable, request, timeout, metadata, rest)

    def with_call(
        self, request: Any = None, timeout: Any = None, metadata: Any = None, **rest: Any
    ) -> Any:
        """Call the method and return the call as well; blocking stubs only."""
        return self._forward(self._callable.with_call, request, timeout, metadata, rest)

    def future(
        self, request: Any = None, timeout: Any = None, metadata: Any = None, **rest: Any
    ) -> Any:
        """Start the call and return a future; blocking stubs only."""
        return self._forward(self._callable.future, request, timeout, metadata, rest)


def _header_value(value: str, where: str) -> str:
    value = value.strip()
    if not value or not value.isascii() or not value.isprintable():
        raise ConfigurationError(f"{where}: give printable ASCII characters, and at least one")
    return value
