"""The one task of an asyncio client that looks at operations for all its callers."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

from ycgrpc._aio.tokens import Tokens
from ycgrpc._core.effects import Call
from ycgrpc._core.operations import GET
from ycgrpc._core.quotas import Turns
from ycgrpc._core.settings import CLOSED, OTHER_LOOP
from ycgrpc._core.waiting import LOOK_TIMEOUT, Listener, Schedule, Watch, Watches
from ycgrpc.errors import ConfigurationError, Unauthenticated


class Waiter:
    """Tells listeners what becomes of operations; of one event loop.

    Its task lives while there is something under watch. Each look is a task of its own, so one that
    hangs holds up no other.

    Args:
        call: Performs a call.
        tokens: The token for it.
        turns: The quotas.
        clock: Seconds of a clock that cannot jump.
    """

    def __init__(
        self,
        call: Callable[[Call], Coroutine[Any, Any, Any]],
        tokens: Tokens,
        turns: Turns,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._call = call
        self._tokens = tokens
        self._clock = clock
        self._watches = Watches(turns, random.random)
        self._changed = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None
        self._looks: set[asyncio.Task[None]] = set()
        self._closed = False

    def watch(
        self,
        operation_id: str,
        quota: str,
        schedule: Schedule,
        since: float | None,
        listener: Listener,
    ) -> None:
        """Have a listener told what is seen of an operation: see ``Watches.add``.

        Raises:
            ConfigurationError: The client is closed, or belongs to another event loop.
        """
        if self._closed:
            raise ConfigurationError(CLOSED)
        self._loop = self._loop or asyncio.get_running_loop()
        if self._loop is not asyncio.get_running_loop():
            raise ConfigurationError(OTHER_LOOP)
        self._watches.add(operation_id, quota, schedule, since, listener, self._clock())
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._run(), name="ycgrpc-waiter")
        self._changed.set()

    def drop(self, operation_id: str, listener: Listener) -> None:
        """Tell a listener no more about an operation."""
        self._watches.drop(operation_id, listener)
        self._changed.set()

    async def close(self) -> None:
        """Give up all operations: their listeners are told that the client is closed."""
        self._closed = True
        for listener, seen in self._watches.end(ConfigurationError(CLOSED)):
            listener(seen)
        tasks = [task for task in (self._task, *self._looks) if task and not task.done()]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)

    async def _run(self) -> None:
        while (found := self._watches.next(self._clock())) is not None:
            if isinstance(found, Watch):
                look = asyncio.create_task(self._look(found), name="ycgrpc-look")
                self._looks.add(look)
                look.add_done_callback(self._looks.discard)
                continue
            self._changed.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(found):
                    await self._changed.wait()

    async def _look(self, watch: Watch) -> None:
        token = None
        answer: Any
        request = GET.request(operation_id=watch.operation_id)
        try:
            token = self._tokens.current() or await self._tokens.get()
            answer = await self._call(Call(GET, request, LOOK_TIMEOUT, token))
        except Exception as error:  # whatever it is: the watch must not be lost
            answer = error
        now = self._clock()
        if isinstance(answer, Unauthenticated) and token and self._tokens.refuse(token):
            self._watches.repeat(watch, now)
        else:
            take = self._watches.failed if isinstance(answer, Exception) else self._watches.seen
            for listener, seen in take(watch, answer, now):
                listener(seen)
        self._changed.set()
