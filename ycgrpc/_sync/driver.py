"""Performs what flows ask for, by blocking."""

from __future__ import annotations

import os
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Generator
from typing import Any, TypeVar
from weakref import WeakSet

import grpc
from google.protobuf.message import Message

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
from ycgrpc._sync.channels import Channels, RoutedChannel
from ycgrpc._sync.outside import perform
from ycgrpc._sync.tokens import Tokens
from ycgrpc._sync.waiter import Waiter
from ycgrpc.errors import ConfigurationError, Error

T = TypeVar("T")


_alive: WeakSet[Driver] = WeakSet()


def _reset_in_child() -> None:
    for driver in _alive:
        driver.reset()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_reset_in_child)


class Driver:
    """Runs flows and streams over the channels of one client, with its token."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.tokens = Tokens(settings.credentials, self.run)
        self.channels = Channels(settings)
        self.routed = RoutedChannel(self.channels, settings, self.tokens)
        self._budgets: defaultdict[str, RetryBudget] = defaultdict(RetryBudget)
        self._start_waiting()
        _alive.add(self)

    def _start_waiting(self) -> None:
        self._closing = threading.Event()
        self._turns = Turns(self.settings.quotas, threading.Lock())
        self.waiter = Waiter(self.begin, self.tokens, self._turns)

    def reset(self) -> None:
        """Start afresh in a forked process, where threads, connections and locks are the parent's."""
        self.channels.reset()
        self.tokens.reset()
        self._start_waiting()

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
        """Return the result of an effect."""
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
            return sources.read(effect.source, effect.limit)
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

    def _turn(self, effect: Turn) -> float | None:
        now = time.monotonic()
        booked = self._turns.book(effect.quota, now, effect.most)
        if booked is None:
            return None
        turn, left = booked
        return self._waited(effect, turn, now) if left > 0 else 0.0

    def _waited(self, effect: Turn, turn: float, began: float) -> float | None:
        """Wait for a turn; return the seconds that it took."""
        now = began
        try:
            while (left := self._turns.left(effect.quota, turn, now)) > 0:
                if now + left - began > effect.most:  # put off since it was booked
                    return None
                self._sleep(left)
                now = time.monotonic()
            return now - began
        finally:
            self._turns.give_back(effect.quota, turn, now)

    def _sleep(self, seconds: float) -> None:
        if self._closing.wait(seconds):
            raise ConfigurationError(CLOSED)

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

    def stream(self, flow: Flow[None]) -> Generator[Any, None, None]:
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
                        result = self.pull(effect.stream)
                    elif isinstance(effect, Open):
                        result = stream = self.open(*effect)
                    elif not isinstance(effect, Deliver):
                        result = self._perform(effect)
                except Exception as error:
                    failed = error
                if isinstance(effect, Deliver):
                    yield effect.message
        finally:
            if stream is not None:
                stream.call.cancel()

    def begin(
        self,
        method: Method[Any, Any],
        request: Message,
        timeout: float,
        token: Token,
        ended: Callable[[Any], object],
    ) -> None:
        """Start a call; ``ended`` is told its answer or its error, on a thread of gRPC's.

        Raises:
            ConfigurationError: The client is closed.
        """
        call, request_id = self._start(
            self.channels.callable(method).future, request, timeout, token
        )

        def told(call: Any) -> None:
            good = call.code() is grpc.StatusCode.OK
            ended(call.result() if good else self._failed(call, method, request_id, 0))

        call.add_done_callback(told)

    def open(
        self, method: Method[Any, Any], request: Any, timeout: float, token: Token | None
    ) -> Stream:
        """Start a call whose answer comes message by message.

        Args:
            method: What to call.
            request: With what: a message, or an iterator of messages.
            timeout: Seconds.
            token: Who calls.

        Raises:
            ConfigurationError: The client is closed.
        """
        start = self.channels.callable(method)
        return Stream(*self._start(start, request, timeout, token), method)

    def pull(self, stream: Stream) -> Any:
        """Return the next message of a stream, or ``None`` at its end."""
        try:
            message = next(stream.call, None)
        except (grpc.RpcError, ValueError) as error:
            failed = self._failure(error, stream.method, stream.request_id, stream.received)
            if failed is None:
                raise
        else:
            stream.received += message is not None
            return message
        raise failed  # outside of the handler, as above

    def _start(
        self, start: Callable[..., Any], request: Any, timeout: float, token: Token | None
    ) -> tuple[Any, str]:
        """Start a call; return it and the request id that it carries."""
        request_id = new_request_id()
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
        return self._failed(raised, method, request_id, received)  # it is the call itself

    def _failed(self, call: Any, method: Method[Any, Any], request_id: str, received: int) -> Error:
        """Return the error for a call that has ended."""
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
        """End what waits for operations, and close the channels."""
        self._closing.set()
        self.waiter.close()
        self.channels.close()


class Stream:
    """An answer that comes message by message."""

    def __init__(self, call: Any, request_id: str, method: Method[Any, Any]) -> None:
        self.call = call
        self.request_id = request_id
        self.method = method
        self.received = 0
