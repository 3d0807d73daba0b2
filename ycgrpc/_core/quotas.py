"""How often each method may be called: the documented quotas, which the client keeps by itself."""

from __future__ import annotations

from collections import deque
from contextlib import AbstractContextManager
from dataclasses import dataclass, fields
from heapq import heappop, heappush

from ycgrpc.errors import ConfigurationError

# A service counts arrivals, which are never as evenly spaced as departures: leave it some room.
_ROOM, _ROOM_MAXIMUM = 0.08, 1.0
# A quota of a few seconds is kept in fiftieths, so that it never leaves in one burst.
_SHORT, _PARTS = 10.0, 50
# After a refusal the pace is half as fast again, at worst this slow, and back after some half-lives.
_SLOWER, _SLOWEST, _HALF_LIFE = 1.5, 16.0, 30.0


@dataclass(frozen=True, slots=True)
class Rate:
    """So many calls in so much time.

    Attributes:
        count: Calls.
        seconds: In any stretch of this length.

    Raises:
        ConfigurationError: One of them is not positive.
    """

    count: int
    seconds: float

    def __post_init__(self) -> None:
        if not (self.count >= 1 and self.seconds > 0):
            raise ConfigurationError("a rate is at least 1 call in more than 0 seconds")

    @classmethod
    def per_second(cls, count: int) -> Rate:
        """Return the rate of so many calls a second."""
        return cls(count, 1.0)

    @classmethod
    def per_hour(cls, count: int) -> Rate:
        """Return the rate of so many calls an hour."""
        return cls(count, 3600.0)

    def __str__(self) -> str:
        unit = {1.0: "a second", 3600.0: "an hour"}.get(self.seconds, f"in {self.seconds:g} s")
        return f"{self.count} {unit}"


@dataclass(frozen=True, slots=True)
class Quotas:
    """The rates that all callers of a client share; ``None`` for one that is not limited.

    The defaults are what the service grants everybody: "Quotas and limits" of Vision OCR and SpeechKit
    in the documentation. Raise them here where yours have been raised.

    Attributes:
        ocr_recognize: Recognitions of text while the caller waits.
        ocr_submit: Asynchronous recognitions of text begun.
        ocr_status: Looks at the operations of these.
        ocr_result: Results of these that are fetched.
        stt_stream: Streams of speech begun.
        stt_submit: Recordings submitted, through v2 and v3 together.
        stt_status: Looks at the operations of v3.
        stt_v2_status: Looks at the operations of v2.

    Raises:
        ConfigurationError: One of them is not a ``Rate``.
    """

    ocr_recognize: Rate | None = Rate(1, 1.0)
    ocr_submit: Rate | None = Rate(10, 1.0)
    ocr_status: Rate | None = Rate(50, 1.0)
    ocr_result: Rate | None = Rate(50, 1.0)
    stt_stream: Rate | None = Rate(40, 1.0)
    stt_submit: Rate | None = Rate(500, 3600.0)
    stt_status: Rate | None = Rate(5, 1.0)
    stt_v2_status: Rate | None = Rate(2500, 3600.0)

    def __post_init__(self) -> None:
        for field in fields(self):
            given: object = getattr(self, field.name)
            if given is not None and not isinstance(given, Rate):
                raise ConfigurationError(
                    f"quotas: {field.name} must be a Rate, such as Rate.per_second(5), or None"
                )


DOCUMENTED = Quotas()
"""What holds where a client was not told otherwise."""


class Limiter:
    """Gives out turns at one rate, in the order in which they are asked for.

    It keeps the last turns given, which may lie ahead, on a clock of its own: while the service asks for
    a pause that clock stands still, and with it everybody who waits for a turn. A turn that is given
    back is the next caller's.
    """

    def __init__(self, rate: Rate) -> None:
        self.rate = rate
        count = max(1, rate.count // _PARTS) if rate.seconds <= _SHORT else rate.count
        room = min(_ROOM * rate.seconds, _ROOM_MAXIMUM)
        # In whole parts: what is left over of a quota that they do not divide stays unused.
        self._window = (rate.seconds + room) / (rate.count // count)
        self._turns: deque[float] = deque(maxlen=count)
        self._returned: list[float] = []
        self._behind = 0.0  # how far its own clock is behind
        self._resumes_at = self._slowed_at = float("-inf")
        self._slowed = 1.0

    def book(self, now: float, most: float) -> float | None:
        """Return a turn, on the clock of this limiter; ``None`` where it would take too long.

        Args:
            now: Seconds of a clock that cannot jump.
            most: Seconds that the caller is ready to wait.
        """
        here = max(now, self._resumes_at) - self._behind
        while self._returned and self._returned[0] < here:
            heappop(self._returned)
        if self._returned:
            turn = self._returned[0]
        else:
            turn = max(here, self._turns[-1]) if self._turns else here
            if len(self._turns) == self._turns.maxlen:
                turn = max(turn, self._turns[0] + self._window * self._slowness(now))
        if turn + self._behind - now > most:
            return None
        if self._returned:
            return heappop(self._returned)
        self._turns.append(turn)
        return turn

    def give_back(self, turn: float, now: float) -> None:
        """Take back a turn that still lies ahead, from somebody who waits for it no longer."""
        if self.left(turn, now) > 0:
            heappush(self._returned, turn)

    def left(self, turn: float, now: float) -> float:
        """Return the seconds until a turn comes; pauses since it was booked have put it off."""
        return turn + self._behind - now

    def pause(self, now: float, seconds: float) -> None:
        """Stop for a while and go on more slowly, because the service refused a call."""
        resumes_at = now + seconds
        if now >= self._resumes_at:  # the first to be refused: others under way with it will be too
            self._slowed = min(_SLOWEST, self._slowness(now) * _SLOWER)
            self._slowed_at = now
        self._behind += max(0.0, resumes_at - max(now, self._resumes_at))
        self._resumes_at = max(resumes_at, self._resumes_at)

    def _slowness(self, now: float) -> float:
        fading: float = 0.5 ** ((now - self._slowed_at) / _HALF_LIFE)
        return 1.0 + (self._slowed - 1.0) * fading


class Turns:
    """The limiters of one client, by the names of the quotas.

    Args:
        quotas: The rates; ``None`` limits nothing.
        guard: What is held while a limiter decides: a lock where there are threads.
    """

    def __init__(self, quotas: Quotas | None, guard: AbstractContextManager[object]) -> None:
        self._guard = guard
        self._limiters: dict[str, Limiter] = {}
        for field in fields(Quotas):
            rate: Rate | None = getattr(quotas, field.name, None)
            if rate:
                self._limiters[field.name] = Limiter(rate)

    def rate(self, quota: str | None) -> Rate | None:
        """Return the rate of a quota; ``None`` where nothing is limited."""
        limiter = self._limiters.get(quota or "")
        return limiter.rate if limiter else None

    def book(
        self, quota: str, now: float, most: float = float("inf")
    ) -> tuple[float, float] | None:
        """Return a turn and the seconds until it comes: see ``Limiter.book``."""
        limiter = self._limiters.get(quota)
        if limiter is None:
            return now, 0.0
        with self._guard:
            turn = limiter.book(now, most)
            return None if turn is None else (turn, limiter.left(turn, now))

    def left(self, quota: str, turn: float, now: float) -> float:
        """Return the seconds until a turn comes."""
        with self._guard:
            limiter = self._limiters.get(quota)
            return limiter.left(turn, now) if limiter else 0.0

    def give_back(self, quota: str, turn: float, now: float) -> None:
        """Take back a turn that still lies ahead: see ``Limiter.give_back``."""
        with self._guard:
            limiter = self._limiters.get(quota)
            if limiter:
                limiter.give_back(turn, now)

    def pause(self, quota: str, now: float, seconds: float) -> None:
        """Note that the service refused a call for its quota."""
        with self._guard:
            limiter = self._limiters.get(quota)
            if limiter:
                limiter.pause(now, seconds)
