"""Performs what flows ask for, by blocking."""

from __future__ import annotations

import os
from collections.abc import Generator
from typing import Any, TypeVar
from weakref import WeakSet

import grpc
from google.protobuf.message import Message

from ycgrpc._core import sources
from ycgrpc._core.effects import Authorize, Call, Effect, Flow, Read, Refused
from ycgrpc._core.failures import failure
from ycgrpc._core.headers import new_request_id
from ycgrpc._core.methods import Method, Request, Response
from ycgrpc._core.settings import CLOSED, Settings
from ycgrpc._core.tokens import Token
from ycgrpc._sync.channels import Channels, RoutedChannel
from ycgrpc._sync.outside import perform
from ycgrpc._sync.tokens import Tokens
from ycgrpc.errors import ConfigurationError, Error, Unauthenticated

T = TypeVar("T")


_alive: WeakSet[Driver] = WeakSet()


def _reset_in_child() -> None:
    for driver in _alive:
        driver.channels.reset()
        driver.tokens.reset()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_reset_in_child)


class Driver:
    """Runs flows and streams over the channels of one client, with its token."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.tokens = Tokens(settings.credentials, self.run)
        self.channels = Channels(settings)
        self.routed = RoutedChannel(self.channels, settings, self.tokens)
        _alive.add(self)

    def run(self, flow: Flow[T]) -> T:
        """Return what a flow comes to."""
        try:
            effect = next(flow)
            while True:
                try:
                    result = self._perform(effect)
                except Exception as error:
                    effect = flow.throw(error)
                else:
                    effect = flow.send(result)
        except StopIteration as end:
            value: T = end.value
            return value

    def _perform(self, effect: Effect) -> Any:
        if isinstance(effect, Call):
            return self._call(effect)
        if isinstance(effect, Authorize):
            return self.tokens.current() or self.tokens.get()
        if isinstance(effect, Read):
            return sources.read(effect.source, effect.limit)
        if isinstance(effect, Refused):
            return self.tokens.refuse(effect.token)
        return perform(effect)

    def _call(self, effect: Call) -> Any:
        method = effect.method
        messages: list[Any] = []
        request_id = new_request_id()
        call = self.channels.callable(method)
        try:
            answer = call(
                effect.request,  # no variable: it may be a secret, and a traceback may print it
                timeout=effect.timeout,
                metadata=self.settings.metadata(effect.token, request_id),
            )
            if method.kind == "unary_unary":
                return answer
            messages.extend(answer)  # what has come counts when the rest fails
            return messages
        except (grpc.RpcError, ValueError) as error:
            failed = self._failure(error, method, request_id, len(messages))
            if failed is None:
                raise
        # Outside of the handler: gRPC's own frames hold the metadata, and a traceback that prints
        # local variables would show the token.
        raise failed

    def stream(
        self, method: Method[Request, Response], request: Message, timeout: float
    ) -> Generator[Response, None, None]:
        """Yield the messages of an answer as they come; whoever stops early cancels the call.

        A token that is refused before the first message is renewed once, and the call repeated.

        Raises:
            CredentialsError: There is no token to be had.
            RpcError: The call ended with another status than OK.
        """
        delivered, renewed = 0, False
        while True:
            token = self.tokens.get()
            call, request_id = self._start(method, request, timeout, token)
            try:
                for message in call:
                    delivered += 1
                    yield message
                return
            except (grpc.RpcError, ValueError) as error:
                failed = self._failure(error, method, request_id, delivered)
                if failed is None:
                    raise
            finally:
                call.cancel()
            hopeless = delivered or renewed or not isinstance(failed, Unauthenticated)
            if hopeless or not self.tokens.refuse(token):
                raise failed  # outside of the handler, as above
            renewed = True

    def _start(
        self, method: Method[Any, Any], request: Message, timeout: float, token: Token | None
    ) -> tuple[Any, str]:
        """Start a call; return it and the request id that it carries."""
        request_id = new_request_id()
        start = self.channels.callable(method)
        try:
            return start(
                request, timeout=timeout, metadata=self.settings.metadata(token, request_id)
            ), request_id
        except ValueError:
            pass  # what gRPC raises on a channel that another thread or task has just closed
        raise ConfigurationError(CLOSED)

    def _failure(
        self, raised: Exception, method: Method[Any, Any], request_id: str, received: int
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
            received=received,
        )

    def close(self) -> None:
        """Close the channels."""
        self.channels.close()
