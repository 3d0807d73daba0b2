"""The token of an asyncio client: one for all its tasks and channels."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable

from ycgrpc._core.credentials import Credentials, StaticCredentials
from ycgrpc._core.effects import Flow
from ycgrpc._core.settings import CLOSED, OTHER_LOOP
from ycgrpc._core.token_sources import TokenSource, patiently
from ycgrpc._core.tokens import Fetched, Token, TokenState
from ycgrpc.errors import ConfigurationError, CredentialsError

Failure = CredentialsError | ConfigurationError


class Tokens:
    """Gives the token to use, and keeps it fresh; of one event loop.

    Args:
        credentials: What it is got with.
        run: Runs a fetch.
        clock: Seconds of a clock that cannot jump.
    """

    def __init__(
        self,
        credentials: Credentials,
        run: Callable[[Flow[Fetched]], Awaitable[Fetched]],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._static = credentials.token if isinstance(credentials, StaticCredentials) else None
        self._source = credentials if isinstance(credentials, TokenSource) else None
        self._run = run
        self._clock = clock
        self._state = TokenState()
        self._flight: asyncio.Task[Token | Failure] | None = None
        self._closed = False

    @property
    def renewable(self) -> bool:
        """Whether there is another token where one is refused."""
        return self._source is not None

    def current(self) -> Token | None:
        """Return the token where it is at hand and needs nothing done."""
        return self._static or self._state.fresh(self._clock())

    async def get(self) -> Token:
        """Return a token that is good now; the first callers wait for it, later ones do not.

        Raises:
            ConfigurationError: The client is closed, or belongs to another event loop.
            CredentialsError: There is none to be had.
        """
        while True:
            if token := self.current():
                return token
            if self._closed:
                raise ConfigurationError(CLOSED)
            if self._flight and self._flight.get_loop() is not asyncio.get_running_loop():
                raise ConfigurationError(OTHER_LOOP)
            token, fetch = self._state.ask(self._clock())
            if fetch:
                self._flight = self._start()
            if token:
                return token
            flight = self._flight
            assert flight is not None
            # Not awaited itself: a caller that is cancelled does not take the flight from the others.
            await asyncio.wait([flight])
            if flight.cancelled():
                continue  # whoever cancelled it did not mean the callers: ask again
            found = flight.result()
            if isinstance(found, Token):
                return found
            # A new one for each task, without the frames of the fetch.
            raise type(found)(*found.args) from found.__cause__

    def refuse_current(self) -> None:
        """Note that the service refused the token at hand: it is renewed for the next call."""
        token = self.current()
        if token is not None:
            self.refuse(token)

    def refuse(self, token: Token) -> bool:
        """Note that the service refused a token; return whether a repeat has a chance."""
        return self._static is None and self._state.refuse(token, self._clock())

    async def close(self) -> None:
        """Give up a flight that is under way."""
        self._closed = True
        if self._flight and not self._flight.done():
            self._flight.cancel()
            await asyncio.wait([self._flight])

    def _start(self) -> asyncio.Task[Token | Failure]:
        return asyncio.create_task(self._fetch(), name="ycgrpc-token")

    async def _fetch(self) -> Token | Failure:
        """Return the token or the failure, as a value: often nobody waits for it."""
        assert self._source is not None
        asked = self._clock()
        try:
            fetched = await self._run(patiently(self._source))
        except CredentialsError as error:
            self._state.fail(error, self._clock(), random.random())  # noqa: S311
            return error
        except ConfigurationError as error:
            self._state.abandon()
            return error
        except BaseException:
            self._state.abandon()
            raise
        self._state.succeed(fetched, asked, random.random())  # noqa: S311
        return fetched.token
