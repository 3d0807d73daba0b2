"""Which of the operations under watch to look at, and when: one table for all callers of a client.

This is the state alone. The colours keep it: they bring the clock, look, and tell what they saw.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from ycgrpc._core import retries
from ycgrpc._core.quotas import Turns
from ycgrpc.errors import CredentialsUnavailable, ResourceExhausted, RpcError

LOOK_TIMEOUT = 10.0
"""Seconds after which a look that hangs is cut off."""

# While all looks fail, the operations stay under watch for this long: or some times what the service
# asks for, or, where it refuses for a quota, a little more than the hour that the longest quota lasts.
_PATIENCE, _PAUSES, _QUOTA_PATIENCE = 300.0, 3, 4000.0
# Where looks at one operation fail while others do not, it takes this many of them besides.
_LOOKS = 8
_NEVER = float("inf")
# How many looks of a kind may be under way, should the service be slow and the quota large.
_FLYING = 64
# How late a look may leave and still count as of its turn.
_LATE = 0.02
# Shares of the time that an operation has taken: how late it may be noticed that it is done.
_GROWTH, _SHORTEST, _JITTER = 0.4, 0.3, 0.1
_LONG_RUN, _LONGEST = 0.02, 60.0


class Schedule(NamedTuple):
    """When to look at an operation, in seconds since it began.

    Attributes:
        first: The first look.
        longest: Between two looks, unless the operation takes hours: then up to a minute.
    """

    first: float = 0.5
    longest: float = 5.0

    def gap(self, elapsed: float) -> float:
        """Return the seconds until the next look."""
        longest = max(self.longest, min(_LONGEST, _LONG_RUN * elapsed))
        return min(max(_SHORTEST, _GROWTH * elapsed), longest)


SCHEDULE = Schedule()
"""For work of some seconds to minutes."""


class Seen(NamedTuple):
    """What a look brought: the operation, or the reason why it is no longer under watch."""

    operation_id: str
    message: Any | None
    error: Exception | None = None

    @property
    def last(self) -> bool:
        """Whether no other look follows."""
        return self.message is None or self.message.done


Listener = Callable[[Seen], object]


def _passing(error: Exception) -> bool:
    if isinstance(error, RpcError):
        return retries.passing(error)
    return isinstance(error, CredentialsUnavailable)


class Watch:
    """One operation under watch."""

    __slots__ = (
        "failing_since",
        "failures",
        "lane",
        "listeners",
        "operation_id",
        "schedule",
        "since",
    )

    def __init__(self, operation_id: str, lane: _Lane, schedule: Schedule, since: float) -> None:
        self.operation_id = operation_id
        self.lane = lane
        self.schedule = schedule
        self.since = since
        self.failing_since = _NEVER
        self.failures = 0
        self.listeners: list[Listener] = []


class _Lane:
    """The operations whose looks count towards one quota, those that are due first in front."""

    def __init__(self, quota: str) -> None:
        self.quota = quota
        self.waiting: list[tuple[float, int, Watch]] = []
        self.turn: float | None = None
        self.flying = 0
        self.failing_since = _NEVER
        self.failures = 0
        self.resumes_at = float("-inf")


class Watches:
    """All operations under watch; every time is in seconds of a clock that cannot jump.

    Args:
        turns: The quotas.
        chance: Gives a random number from 0 to 1.
    """

    def __init__(self, turns: Turns, chance: Callable[[], float]) -> None:
        self._turns = turns
        self._chance = chance
        self._watches: dict[str, Watch] = {}
        self._lanes: dict[str, _Lane] = {}
        self._count = 0

    def add(
        self,
        operation_id: str,
        quota: str,
        schedule: Schedule,
        since: float | None,
        listener: Listener,
        now: float,
    ) -> None:
        """Have a listener told what is seen of an operation.

        Args:
            operation_id: Which.
            quota: What looks at it count towards.
            schedule: When to look.
            since: When it began, where that is known: else the first look is at once.
            listener: Told of every look, until the operation is done or can no longer be watched.
            now: The time.
        """
        watch = self._watches.get(operation_id)
        if watch is None:
            lane = self._lanes.setdefault(quota, _Lane(quota))
            watch = Watch(operation_id, lane, schedule, now if since is None else since)
            self._watches[operation_id] = watch
            first = 0.0 if since is None else self._jittered(schedule.first)
            self._await(watch, max(now, watch.since + first))
        watch.listeners.append(listener)

    def drop(self, operation_id: str, listener: Listener) -> None:
        """Tell a listener no more; what nobody listens for is no longer looked at."""
        watch = self._watches.get(operation_id)
        if watch is None or listener not in watch.listeners:
            return
        watch.listeners.remove(listener)
        if not watch.listeners:
            del self._watches[operation_id]

    def next(self, now: float) -> Watch | float | None:
        """Return what to look at now, or the seconds until then, or ``None`` where nothing is left."""
        if not self._watches:
            return None
        left = LOOK_TIMEOUT
        for lane in self._lanes.values():
            found = self._next(lane, now)
            if isinstance(found, Watch):
                return found
            left = min(left, found)
        return left

    def _next(self, lane: _Lane, now: float) -> Watch | float:
        while lane.waiting and not self._live(lane.waiting[0][2]):
            heapq.heappop(lane.waiting)
        if not lane.waiting or lane.flying >= _FLYING:
            return LOOK_TIMEOUT  # an answer will come before
        left = max(lane.waiting[0][0], lane.resumes_at) - now
        if left > 0:
            return left
        left = self._left(lane, now)
        if left > 0:
            return left
        lane.turn = None
        lane.flying += 1
        return heapq.heappop(lane.waiting)[2]

    def _left(self, lane: _Lane, now: float) -> float:
        """Return the seconds until the lane's turn, booking one where it has none that is good."""
        left = -_LATE
        if lane.turn is not None:
            left = self._turns.left(lane.quota, lane.turn, now)
        if left <= -_LATE:  # nothing was due when it came: the quota has counted it long ago
            booked = self._turns.book(lane.quota, now)
            lane.turn, left = booked or (None, 0.0)
        return left

    def seen(self, watch: Watch, message: Any, now: float) -> Iterator[tuple[Listener, Seen]]:
        """Take what a look brought, and yield who is to be told."""
        lane = watch.lane
        lane.flying -= 1
        lane.failures = watch.failures = 0
        lane.failing_since = watch.failing_since = _NEVER
        if message.done:
            yield from self._ended(watch, Seen(watch.operation_id, message))
            return
        seen = Seen(watch.operation_id, message)
        yield from ((listener, seen) for listener in tuple(watch.listeners))
        self._again(watch, now)

    def failed(self, watch: Watch, error: Exception, now: float) -> Iterator[tuple[Listener, Seen]]:
        """Take a look that failed, and yield who is to be told where there is no use in another."""
        lane = watch.lane
        lane.flying -= 1
        watch.failures += 1
        watch.failing_since = min(now, watch.failing_since)
        lane.failing_since = min(now, lane.failing_since)
        asked = error.retry_after or 0.0 if isinstance(error, RpcError) else 0.0
        patience = _QUOTA_PATIENCE if isinstance(error, ResourceExhausted) else _PATIENCE
        patience = max(patience, _PAUSES * asked)
        alone = watch.failures >= _LOOKS and now - watch.failing_since > patience
        if alone or not _passing(error):
            yield from self._ended(watch, Seen(watch.operation_id, None, error))
            return
        if now - lane.failing_since > patience:
            lane.failing_since = _NEVER
            for one in [one for one in self._watches.values() if one.lane is lane]:
                yield from self._ended(one, Seen(one.operation_id, None, error))
            return
        if now >= lane.resumes_at:  # the first to fail: others under way with it will too
            lane.failures += 1
            pause = retries.pause(lane.failures + 1, self._chance())
        else:
            pause = lane.resumes_at - now
        pause = max(pause, asked)
        if isinstance(error, ResourceExhausted):
            self._turns.pause(lane.quota, now, pause)
        lane.resumes_at = now + pause
        self._again(watch, now)

    def repeat(self, watch: Watch, now: float) -> None:
        """Look again at once, because the look that failed had a token that has expired."""
        watch.lane.flying -= 1
        if self._live(watch):
            self._await(watch, now)

    def end(self, error: Exception) -> Iterator[tuple[Listener, Seen]]:
        """Give up all operations, and yield who is to be told."""
        for watch in tuple(self._watches.values()):
            yield from self._ended(watch, Seen(watch.operation_id, None, error))

    def _ended(self, watch: Watch, seen: Seen) -> Iterator[tuple[Listener, Seen]]:
        if self._live(watch):
            del self._watches[watch.operation_id]
        listeners, watch.listeners = watch.listeners, []
        yield from ((listener, seen) for listener in listeners)

    def _again(self, watch: Watch, now: float) -> None:
        if self._live(watch):
            self._await(watch, now + self._jittered(watch.schedule.gap(now - watch.since)))

    def _await(self, watch: Watch, due: float) -> None:
        self._count += 1  # decides between equals, since watches have no order
        heapq.heappush(watch.lane.waiting, (due, self._count, watch))

    def _live(self, watch: Watch) -> bool:
        return self._watches.get(watch.operation_id) is watch

    def _jittered(self, seconds: float) -> float:
        return seconds * (1 + _JITTER * (2 * self._chance() - 1))
