"""Performs what flows ask for, by awaiting."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any, TypeVar

import grpc.aio
from google.protobuf.message import Message

from ycgrpc._aio.channels import Channels, RoutedChannel
from ycgrpc._core import sources
from ycgrpc._core.effects import Effect, Flow, Read
from ycgrpc._core.failures import failure
from ycgrpc._core.headers import REQUEST_ID, new_request_id
from ycgrpc._core.methods import Method, Request, Response
from ycgrpc._core.settings import Settings
from ycgrpc.errors import Error, RpcError

T = TypeVar("T")


class Driver:
    """Runs flows and streams over the channels of one client."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.channels = Channels(settings)
        self.routed = RoutedChannel(self.channels)

    async def run(self, flow: Flow[T]) -> T:
        """Return what a flow comes to."""
        try:
            effect = next(flow)
            while True:
                try:
                    result = await self._perform(effect)
                except Error as error:
                    effect = flow.throw(error)
                else:
                    effect = flow.send(result)
        except StopIteration as end:
            value: T = end.value
            return value

    async def _perform(self, effect: Effect) -> Any:
        if isinstance(effect, Read):
            return await asyncio.to_thread(sources.read, effect.source, effect.limit)
        messages = self.stream(effect.method, effect.request, effect.timeout)
        return [message async for message in messages]

    async def stream(
        self, method: Method[Request, Response], request: Message, timeout: float
    ) -> AsyncIterator[Response]:
        """Yield the messages of an answer as they come; whoever stops early cancels the call.

        Raises:
            RpcError: The call ended with another status than OK.
        """
        request_id = new_request_id()
        call = self.channels.callable(method)(
            request,
            timeout=timeout,
            metadata=(*self.settings.auth(method.path), (REQUEST_ID, request_id)),
        )
        try:
            async for message in call:
                yield message
            return
        except grpc.aio.AioRpcError as error:
            failed = self._failure(error, method, request_id)
        finally:
            call.cancel()
        # Outside of the handler: gRPC's own frames hold the metadata, and a traceback that prints
        # local variables would show the token.
        raise failed

    def _failure(
        self, error: grpc.aio.AioRpcError, method: Method[Any, Any], request_id: str
    ) -> RpcError:
        return failure(
            error.code(),
            error.details(),
            error.initial_metadata(),
            error.trailing_metadata(),
            method=method.path,
            target=self.settings.target(method.path),
            client_request_id=request_id,
        )

    async def close(self) -> None:
        """Close the channels."""
        await self.channels.close()
