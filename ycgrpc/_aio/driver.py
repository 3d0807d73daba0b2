"""Performs what flows ask for, by awaiting."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import AsyncGenerator
from contextlib import nullcontext, suppress
from inspect import iscoroutine
from typing import Any, TypeVar

import grpc
import grpc.aio

from ycgrpc._aio.channels import Channels, RoutedChannel
from ycgrpc._aio.outside import perform
from ycgrpc._aio.tokens import Tokens
from ycgrpc._aio.waiter import Waiter
from ycgrpc._core import sources
from ycgrpc._core.effects import (
    Authorize,
    Call,
    Deliver,
    Effect,
    Failed,
    Flow,
    Now,
    Open,
    Pause,
    Pull,
    Read,
    Refused,
    Sleep,
    Succeeded,
    Turn,
)
from ycgrpc._core.failures import failure
from ycgrpc._core.headers import new_request_id
from ycgrpc._core.methods import Method
from ycgrpc._core.quotas import Turns
from ycgrpc._core.retries import RetryBudget
from ycgrpc._core.settings import CLOSED, Settings
from ycgrpc._core.tokens import Token
from ycgrpc.errors import ConfigurationError, Error

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
        self._budgets: defaultdict[str, RetryBudget] = defaultdict(RetryBudget)
        self._closing = asyncio.Event()
        self._turns = Turns(settings.quotas, nullcontext())
        self.waiter = Waiter(self._call, self.tokens, self._turns)

    async def run(self, flow: Flow[T]) -> T:
        """Return what a flow comes to."""
        try:
            effect = next(flow)
            while True:
                try:
                    result = self._perform(effect)
                    if iscoroutine(result):
                        result = await result
                except Exception as error:
                    effect = flow.throw(error)
                else:
                    effect = flow.send(result)
        except StopIteration as end:
            value: T = end.value
            return value

    def _perform(self, effect: Effect) -> Any:
        """Return the result of an effect, or a coroutine where it has to be waited for."""
        if isinstance(effect, Now):
            return time.monotonic()
        if isinstance(effect, Turn):
            return self._turn(effect)
        if isinstance(effect, Authorize):
            return self.tokens.current() or self.tokens.get()
        if isinstance(effect, Call):
            return self._call(effect)
        if isinstance(effect, Open):
            return self.open(*effect)
        if isinstance(effect, Pull):
            return self.pull(effect.stream)
        if isinstance(effect, Read):
            if isinstance(effect.source, bytes):
                return sources.read(effect.source, effect.limit)
            return asyncio.to_thread(sources.read, effect.source, effect.limit)
        if isinstance(effect, Refused):
            return self.tokens.refuse(effect.token)
        if isinstance(effect, Pause):
            self._turns.pause(effect.quota, time.monotonic(), effect.seconds)
            return self._turns.rate(effect.quota) is not None
        if isinstance(effect, Sleep):
            return self._sleep(effect.seconds)
        if isinstance(effect, Succeeded):
            return self._budgets[effect.host].succeeded()
        if isinstance(effect, Failed):
            return self._budgets[effect.host].failed()
        return perform(effect)

    def _turn(self, effect: Turn) -> Any:
        now = time.monotonic()
        booked = self._turns.book(effect.quota, now, effect.most)
        if booked is None:
            return None
        turn, left = booked
        return self._waited(effect, turn, now) if left > 0 else 0.0

    async def _waited(self, effect: Turn, turn: float, began: float) -> float | None:
        """Wait for a turn; return the seconds that it took."""
        now = began
        try:
            while (left := self._turns.left(effect.quota, turn, now)) > 0:
                if now + left - began > effect.most:  # put off since it was booked
                    return None
                await self._sleep(left)
                now = time.monotonic()
            return now - began
        finally:
            self._turns.give_back(effect.quota, turn, now)

    async def _sleep(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._closing.wait()
            raise ConfigurationError(CLOSED)

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

    async def stream(self, flow: Flow[None]) -> AsyncGenerator[Any, None]:
        """Yield what a flow delivers; whoever stops early cancels the call that is under way."""
        stream: Stream | None = None
        result: Any = None
        failed: Exception | None = None
        try:
            while True:
                try:
                    effect = flow.throw(failed) if failed else flow.send(result)
                except StopIteration:
                    return
                result = failed = None
                try:
                    if isinstance(effect, Pull):
                        result = await self.pull(effect.stream)
                    elif isinstance(effect, Open):
                        result = stream = self.open(*effect)
                    elif not isinstance(effect, Deliver):
                        result = self._perform(effect)
                        if iscoroutine(result):
                            result = await result
                except Exception as error:
                    failed = error
                if isinstance(effect, Deliver):
                    yield effect.message
        finally:
            if stream is not None:
                stream.call.cancel()

    def open(
        self, method: Method[Any, Any], request: Any, timeout: float, token: Token | None
    ) -> Stream:
        """Start a call whose answer comes message by message.

        Args:
            method: What to call.
            request: With what: a message, or an iterator of messages, or ``None`` to write them.
            timeout: Seconds.
            token: Who calls.

        Raises:
            ConfigurationError: The client is closed.
        """
        return Stream(*self._start(method, request, timeout, token), method)

    async def pull(self, stream: Stream) -> Any:
        """Return the next message of a stream, or ``None`` at its end."""
        try:
            message = await stream.call.read()
        except _RAISED as error:
            failed = self._failure(error, stream.method, stream.request_id, stream.received)
            if failed is None:
                raise
        else:
            if message is grpc.aio.EOF:
                return None
            stream.received += 1
            return message
        raise failed  # outside of the handler, as above

    def _start(
        self, method: Method[Any, Any], request: Any, timeout: float, token: Token | None
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
        """End what waits for operations, close the channels, and give up a token on its way."""
        self._closing.set()
        await self.waiter.close()
        await self.channels.close()
        await self.tokens.close()


class Stream:
    """An answer that comes message by message."""

    def __init__(self, call: Any, request_id: str, method: Method[Any, Any]) -> None:
        self.call = call
        self.request_id = request_id
        self.method = method
        self.received = 0
