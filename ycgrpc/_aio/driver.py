"""Performs what flows ask for, by awaiting."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from typing import Any, TypeVar

import grpc
import grpc.aio
from google.protobuf.message import Message

from ycgrpc._aio.channels import Channels, RoutedChannel
from ycgrpc._aio.outside import perform
from ycgrpc._aio.tokens import Tokens
from ycgrpc._core import sources
from ycgrpc._core.effects import Authorize, Call, Effect, Flow, Read, Refused
from ycgrpc._core.failures import failure
from ycgrpc._core.headers import new_request_id
from ycgrpc._core.methods import Method, Request, Response
from ycgrpc._core.settings import CLOSED, Settings
from ycgrpc._core.tokens import Token
from ycgrpc.errors import ConfigurationError, Error, Unauthenticated

T = TypeVar("T")

# What gRPC raises on a channel that is closed, and at all.
_CLOSED = (ValueError, grpc.aio.UsageError)
_RAISED = (*_CLOSED, grpc.aio.AioRpcError, asyncio.CancelledError)


class Driver:
    """Runs flows and streams over the channels of one client, with its token."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.tokens = Tokens(settings.credentials, self.run)
        self.channels = Channels(settings)
        self.routed = RoutedChannel(self.channels, settings, self.tokens)

    async def run(self, flow: Flow[T]) -> T:
        """Return what a flow comes to."""
        try:
            effect = next(flow)
            while True:
                try:
                    result = await self._perform(effect)
                except Exception as error:
                    effect = flow.throw(error)
                else:
                    effect = flow.send(result)
        except StopIteration as end:
            value: T = end.value
            return value

    async def _perform(self, effect: Effect) -> Any:
        if isinstance(effect, Call):
            return await self._call(effect)
        if isinstance(effect, Authorize):
            return self.tokens.current() or await self.tokens.get()
        if isinstance(effect, Read):
            if isinstance(effect.source, bytes):
                return sources.read(effect.source, effect.limit)
            return await asyncio.to_thread(sources.read, effect.source, effect.limit)
        if isinstance(effect, Refused):
            return self.tokens.refuse(effect.token)
        return await perform(effect)

    async def _call(self, effect: Call) -> Any:
        messages: list[Any] = []
        call, request_id = self._start(*effect)
        try:
            if effect.method.kind == "unary_unary":
                return await call
            async for message in call:
                messages.append(message)  # noqa: PERF401 - what has come counts when the rest fails
            return messages
        except _RAISED as error:
            failed = self._failure(error, effect.method, request_id, len(messages))
            if failed is None:
                raise
        # Outside of the handler: gRPC's own frames hold the metadata, and a traceback that prints
        # local variables would show the token.
        raise failed

    async def stream(
        self, method: Method[Request, Response], request: Message, timeout: float
    ) -> AsyncGenerator[Response, None]:
        """Yield the messages of an answer as they come; whoever stops early cancels the call.

        A token that is refused before the first message is renewed once, and the call repeated.

        Raises:
            CredentialsError: There is no token to be had.
            RpcError: The call ended with another status than OK.
        """
        delivered, renewed = 0, False
        while True:
            token = await self.tokens.get()
            call, request_id = self._start(method, request, timeout, token)
            try:
                async for message in call:
                    delivered += 1
                    yield message
                return
            except _RAISED as error:
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
        except _CLOSED:
            pass  # what gRPC raises on a channel that another thread or task has just closed
        raise ConfigurationError(CLOSED)

    def _failure(
        self, raised: Any, method: Method[Any, Any], request_id: str, received: int
    ) -> Error | None:
        """Return the error for what gRPC raised, or ``None`` where it is not gRPC's."""
        if isinstance(raised, grpc.aio.AioRpcError):
            code, message = raised.code(), raised.details()
            initial, trailing = raised.initial_metadata(), raised.trailing_metadata()
        elif not self.channels.closed:
            return None
        elif isinstance(raised, _CLOSED):
            # As in `_start`: where the caller's own interceptors run first, it comes this late.
            return ConfigurationError(CLOSED)
        elif (task := asyncio.current_task()) and task.cancelling():
            return None
        else:  # grpc.aio ends the calls of a closed channel as if their task had been cancelled
            code, message = grpc.StatusCode.CANCELLED, "the client was closed"
            initial = trailing = None
        return failure(
            code,
            message,
            initial,
            trailing,
            method=method.path,
            target=self.settings.target(method.path),
            client_request_id=request_id,
            received=received,
        )

    async def close(self) -> None:
        """Close the channels, and give up a token that is on its way."""
        await self.channels.close()
        await self.tokens.close()
