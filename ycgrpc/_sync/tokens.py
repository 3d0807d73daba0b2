"""The token of a blocking client: one for all its threads and channels."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from contextlib import suppress

from ycgrpc._core.credentials import Credentials, StaticCredentials
from ycgrpc._core.effects import Flow
from ycgrpc._core.token_sources import TokenSource, patiently
from ycgrpc._core.tokens import Fetched, Token, TokenState
from ycgrpc.errors import ConfigurationError, CredentialsError


class Tokens:
    """Gives the token to use, and keeps it fresh; thread-safe.

    Args:
        credentials: What it is got with.
        run: Runs a fetch.
        clock: Seconds of a clock that cannot jump.
    """

    def __init__(
        self,
        credentials: Credentials,
        run: Callable[[Flow[Fetched]], Fetched],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._static = credentials.token if isinstance(credentials, StaticCredentials) else None
        self._source = credentials if isinstance(credentials, TokenSource) else None
        self._run = run
        self._clock = clock
        self._state = TokenState()
        self.reset()

    def reset(self) -> None:
        """Start afresh in a forked process, where the threads of a flight do not exist."""
        self._lock = threading.Lock()
        self._flight: Future[Token] = Future()
        self._state.abandon()

    def current(self) -> Token | None:
        """Return the token where it is at hand and needs nothing done."""
        return self._static or self._state.fresh(self._clock())

    def get(self) -> Token:
        """Return a token that is good now; the first callers wait for it, later ones do not.

        Raises:
            CredentialsError: There is none to be had.
        """
        while True:
            if token := self.current():
                return token
            with self._lock:
                token, fetch = self._state.ask(self._clock())
                if fetch:
                    self._flight = Future()
                flight = self._flight
            if fetch and token:
                self._fetch_aside(flight)
            elif fetch:
                self._fetch(flight)
            if token:
                return token
            try:
                return flight.result()
            except CancelledError:
                continue  # whoever fetched was interrupted: ask again
            except CredentialsError as error:
                failure = error
            # A new one for each thread, without the frames of the fetch.
            raise type(failure)(*failure.args) from failure.__cause__

    def refuse_current(self) -> None:
        """Note that the service refused the token at hand: it is renewed for the next call."""
        token = self.current()
        if token is not None:
            self.refuse(token)

    def refuse(self, token: Token) -> bool:
        """Note that the service refused a token; return whether a repeat has a chance."""
        with self._lock:
            return self._static is None and self._state.refuse(token, self._clock())

    def _fetch_aside(self, flight: Future[Token]) -> None:
        def fetch() -> None:
            with suppress(ConfigurationError):  # the client was closed meanwhile: nobody waits
                self._fetch(flight)

        thread = threading.Thread(target=fetch, name="ycgrpc-token", daemon=True)
        try:
            thread.start()
        except RuntimeError:  # no more threads, or the interpreter is ending: the old token does
            with self._lock:
                self._state.abandon()
            flight.cancel()

    def _fetch(self, flight: Future[Token]) -> None:
        assert self._source is not None
        asked = self._clock()
        try:
            fetched = self._run(patiently(self._source))
        except CredentialsError as error:
            with self._lock:
                self._state.fail(error, self._clock(), random.random())  # noqa: S311
            flight.set_exception(error)
        except BaseException:
            with self._lock:
                self._state.abandon()
            flight.cancel()
            raise
        else:
            with self._lock:
                self._state.succeed(fetched, asked, random.random())  # noqa: S311
            flight.set_result(fetched.token)
