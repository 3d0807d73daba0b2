"""Performs what flows ask for, by blocking."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, TypeVar

import grpc
from google.protobuf.message import Message

from ycgrpc._core import sources
from ycgrpc._core.effects import Collect, Effect, Flow, Read
from ycgrpc._core.failures import failure
from ycgrpc._core.headers import REQUEST_ID, new_request_id
from ycgrpc._core.methods import Method, Request, Response
from ycgrpc._core.settings import CLOSED, Settings
from ycgrpc._sync.channels import Channels, RoutedChannel
from ycgrpc.errors import ConfigurationError, Error

T = TypeVar("T")


class Driver:
    """Runs flows and streams over the channels of one client."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.channels = Channels(settings)
        self.routed = RoutedChannel(self.channels, settings)

    def run(self, flow: Flow[T]) -> T:
        """Return what a flow comes to."""
        try:
            effect = next(flow)
            while True:
                try:
                    result = self._perform(effect)
                except Error as error:
                    effect = flow.throw(error)
                else:
                    effect = flow.send(result)
        except StopIteration as end:
            value: T = end.value
            return value

    def _perform(self, effect: Effect) -> Any:
        if isinstance(effect, Read):
            return sources.read(effect.source, effect.limit)
        return self._collect(effect)

    def _collect(self, effect: Collect) -> list[Any]:
        call, request_id = self._start(effect.method, effect.request, effect.timeout)
        try:
            return list(call)
        except (grpc.RpcError, ValueError) as error:
            failed = self._failure(error, effect.method, request_id)
            if failed is None:
                raise
        # Outside of the handler: gRPC's own frames hold the metadata, and a traceback that prints
        # local variables would show the token.
        raise failed

    def stream(
        self, method: Method[Request, Response], request: Message, timeout: float
    ) -> Generator[Response, None, None]:
        """Yield the messages of an answer as they come; whoever stops early cancels the call.

        Raises:
            RpcError: The call ended with another status than OK.
        """
        call, request_id = self._start(method, request, timeout)
        try:
            yield from call
            return
        except (grpc.RpcError, ValueError) as error:
            failed = self._failure(error, method, request_id)
            if failed is None:
                raise
        finally:
            call.cancel()
        raise failed  # outside of the handler, as above

    def _start(self, method: Method[Any, Any], request: Message, timeout: float) -> tuple[Any, str]:
        """Start a call; return it and the request id that it carries."""
        request_id = new_request_id()
        start = self.channels.callable(method)
        try:
            return start(
                request,
                timeout=timeout,
                metadata=(*self.settings.auth(method.path), (REQUEST_ID, request_id)),
            ), request_id
        except ValueError:
            pass  # what gRPC raises on a channel that another thread or task has just closed
        raise ConfigurationError(CLOSED)

    def _failure(
        self, raised: Exception, method: Method[Any, Any], request_id: str
    ) -> Error | None:
        """Return the error for what gRPC raised, or ``None`` where it is not gRPC's."""
        if not isinstance(raised, grpc.RpcError):
            # As in `_start`: where the caller's own interceptors run first, it comes this late.
            return ConfigurationError(CLOSED) if self.channels.closed else None
        call: Any = raised  # what gRPC raises is the call itself
        return failure(
            call.code(),
            call.details(),
            call.initial_metadata(),
            call.trailing_metadata(),
            method=method.path,
            target=self.settings.target(method.path),
            client_request_id=request_id,
        )

    def close(self) -> None:
        """Close the channels."""
        self.channels.close()
