"""The life of a token that is renewed: when it is good, when to renew it, and who waits for what.

This is the state alone. The colours keep it: they bring the clock and the lock, and fetch the token.
"""

from __future__ import annotations

from typing import NamedTuple

from ycgrpc.errors import CredentialsError

# "IAM token" in the documentation: a token lives for 12 hours at most, and is best asked for about
# once an hour. A short-lived one is renewed when a fifth of its life is left.
_RENEW_AFTER, _RENEW_AFTER_SHARE = 3600.0, 0.8
# A call that leaves now must still find its token good when it arrives.
_MARGIN, _MARGIN_SHARE = 30.0, 0.1
# After a failure: 1 s, doubled each time up to 5 minutes, and half of it left to chance.
_PAUSE, _PAUSE_MAXIMUM = 1.0, 300.0
# A service that refuses every token must not have us ask IAM for one with every call.
_BETWEEN_REFUSALS = 5.0


class Token:
    """The value of an ``authorization`` header, kept out of every ``repr``."""

    __slots__ = ("header",)

    def __init__(self, header: str) -> None:
        self.header = header

    def __repr__(self) -> str:
        return "<token>"


class Fetched(NamedTuple):
    """A token fresh from its source, and the seconds that it is good for."""

    token: Token
    lifetime: float


class Answer(NamedTuple):
    """What a caller is to do: use the token; without one, wait for the flight to bring it.

    Attributes:
        token: The token to use, or ``None`` where there is none to be had at once.
        fetch: Whether this caller is the one who has to start the flight.
    """

    token: Token | None
    fetch: bool


class TokenState:
    """The token of one client; all times are seconds of a clock that cannot jump.

    At most one flight, a fetch of the next token, is under way at any time. While the token is good
    nobody waits for it.
    """

    def __init__(self) -> None:
        self._token: Token | None = None
        self._until = self._renew_at = 0.0
        self._refused_at = -_BETWEEN_REFUSALS
        self._failures = 0
        self._failure: CredentialsError | None = None
        self._flying = False

    def ask(self, now: float) -> Answer:
        """Return what a caller is to do.

        Raises:
            CredentialsError: The last fetch failed, and it is too soon for the next.
        """
        token = self._token if now < self._until else None
        due = not self._flying and now >= self._renew_at
        if token is None and not due and not self._flying and self._failure:
            # A new one each time: many threads may raise it at once.
            raise type(self._failure)(*self._failure.args) from self._failure.__cause__
        # Without a token and without a failure to wait out, the fetch cannot be put off.
        fetch = due or (token is None and not self._flying)
        self._flying = self._flying or fetch
        return Answer(token, fetch)

    def fresh(self, now: float) -> Token | None:
        """Return the token where nothing at all is to be done; the quick way, without a lock."""
        return self._token if now < self._renew_at and now < self._until else None

    def succeed(self, fetched: Fetched, now: float, chance: float) -> None:
        """Take what a flight has brought.

        Args:
            fetched: The token.
            now: The time at which it was asked for.
            chance: A random number from 0 to 1, so that a fleet of clients does not move in step.
        """
        token, lifetime = fetched
        after = min(_RENEW_AFTER * (1 + 0.1 * chance), lifetime * _RENEW_AFTER_SHARE)
        self._token = token
        self._until = now + lifetime - min(_MARGIN, lifetime * _MARGIN_SHARE)
        self._renew_at = now + after
        self._failures, self._failure, self._flying = 0, None, False

    def fail(self, failure: CredentialsError, now: float, chance: float) -> None:
        """Note that a flight brought nothing; callers go on with the old token while it is good."""
        pause = min(_PAUSE_MAXIMUM, _PAUSE * 2 ** min(self._failures, 20))
        self._renew_at = now + pause * (0.5 + 0.5 * chance)
        self._failures += 1
        self._failure, self._flying = failure, False

    def abandon(self) -> None:
        """Note that a flight was given up before it came to anything: the next caller starts one."""
        self._flying = False

    def refuse(self, token: Token, now: float) -> bool:
        """Note that the service refused a token; return whether a repeat has a chance.

        It has none where the token has only just replaced another that was refused.
        """
        if self._token is not token:
            return True
        if now - self._refused_at < _BETWEEN_REFUSALS:
            return False
        self._token, self._renew_at, self._refused_at = None, now, now
        return True
