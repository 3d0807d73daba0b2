"""The one thread of a blocking client that looks at operations for all its callers."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterable
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any

from ycgrpc._core.operations import GET
from ycgrpc._core.quotas import Turns
from ycgrpc._core.settings import CLOSED
from ycgrpc._core.tokens import Token
from ycgrpc._core.waiting import LOOK_TIMEOUT, Listener, Schedule, Seen, Watch, Watches
from ycgrpc._sync.tokens import Tokens
from ycgrpc.errors import ConfigurationError, Unauthenticated

Begin = Callable[[Any, Any, float, Token, Callable[[Any], object]], object]


class Waiter:
    """Tells listeners what becomes of operations; thread-safe.

    Its thread lives while there is something under watch. Looks are calls in flight, so one that hangs
    holds up no other.

    Args:
        begin: Starts a call and has a function told its answer, or its error.
        tokens: The token for it.
        turns: The quotas.
        clock: Seconds of a clock that cannot jump.
    """

    def __init__(
        self,
        begin: Begin,
        tokens: Tokens,
        turns: Turns,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._begin = begin
        self._tokens = tokens
        self._turns = turns
        self._clock = clock
        self._closed = False
        self.reset()

    def reset(self) -> None:
        """Start afresh in a forked process, where neither the thread nor its listeners exist."""
        self._lock = threading.Lock()
        self._events: SimpleQueue[Callable[[], object]] = SimpleQueue()
        self._watches = Watches(self._turns, random.random)
        self._thread: threading.Thread | None = None

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
            ConfigurationError: The client is closed.
        """
        with self._lock:
            if self._closed:
                raise ConfigurationError(CLOSED)
            self._watches.add(operation_id, quota, schedule, since, listener, self._clock())
            if self._thread is None or not self._thread.is_alive():
                thread = threading.Thread(target=self._run, name="ycgrpc-waiter", daemon=True)
                thread.start()  # where that fails, the next caller tries
                self._thread = thread
        self._events.put(_wake)

    def drop(self, operation_id: str, listener: Listener) -> None:
        """Tell a listener no more about an operation."""
        # This may run wherever Python collects an iterator that was left, also where the lock is
        # held: so it does no more than leave word.
        self._events.put(partial(self._drop, operation_id, listener))

    def _drop(self, operation_id: str, listener: Listener) -> None:
        with self._lock:
            self._watches.drop(operation_id, listener)

    def close(self) -> None:
        """Give up all operations: their listeners are told that the client is closed."""
        with self._lock:
            self._closed = True
            told = tuple(self._watches.end(ConfigurationError(CLOSED)))
        _tell(told)
        self._events.put(_wake)

    def _run(self) -> None:
        left = 0.0
        while True:
            try:
                event = self._events.get(timeout=left)
            except Empty:
                event = None
            if event:
                event()
                left = 0.0
                continue
            with self._lock:
                found = self._watches.next(self._clock())
                if found is None:
                    self._thread = None
                    return
            if isinstance(found, Watch):
                self._look(found)
            left = found if isinstance(found, float) else 0.0

    def _look(self, watch: Watch) -> None:
        token = None
        try:
            token = self._tokens.get()
            self._begin(
                GET,
                GET.request(operation_id=watch.operation_id),
                LOOK_TIMEOUT,
                token,
                lambda answer: self._events.put(partial(self._settle, watch, token, answer)),
            )
        except Exception as error:  # whatever it is: this thread goes on for the others
            self._settle(watch, token, error)

    def _settle(self, watch: Watch, token: Token | None, answer: Any) -> None:
        """Take what a look brought: the operation or an error."""
        refused = isinstance(answer, Unauthenticated) and token and self._tokens.refuse(token)
        with self._lock:
            now = self._clock()
            if refused:
                self._watches.repeat(watch, now)
                return
            take = self._watches.failed if isinstance(answer, Exception) else self._watches.seen
            told = tuple(take(watch, answer, now))
        _tell(told)


def _wake() -> None:
    """Do nothing but have the waiter look at its table again."""


def _tell(told: Iterable[tuple[Listener, Seen]]) -> None:
    for listener, seen in told:
        listener(seen)
