"""The time that the emulator lives in."""

from __future__ import annotations

import datetime as dt
from threading import Lock


class Clock:
    """A clock that can be moved ahead, so that nobody has to wait for a token to expire.

    Args:
        start: where it stands still until it is moved; without one it runs with the wall time.

    Raises:
        ValueError: the start names no time zone.
    """

    def __init__(self, start: dt.datetime | None = None) -> None:
        if start is not None and start.tzinfo is None:
            raise ValueError("start must name its time zone, such as datetime.UTC")
        self._start = start
        self._ahead = dt.timedelta()
        self._moving = Lock()

    def now(self) -> dt.datetime:
        """The time, in UTC."""
        return (self._start or dt.datetime.now(dt.UTC)).astimezone(dt.UTC) + self._ahead

    def advance(self, seconds: float) -> None:
        """Moves the clock ahead; it may be called from any thread.

        Raises:
            ValueError: it would go back.
        """
        if seconds < 0:
            raise ValueError("a clock does not go back")
        with self._moving:
            self._ahead += dt.timedelta(seconds=seconds)
