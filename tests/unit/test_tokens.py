"""The life of a token, under random clocks, failures and callers."""

from __future__ import annotations

import threading

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from ycgrpc._core.effects import Flow
from ycgrpc._core.token_sources import Function
from ycgrpc._core.tokens import Fetched, Token, TokenState
from ycgrpc._sync.tokens import Tokens
from ycgrpc.errors import CredentialsError

HOUR = 3600.0
CHANCE = st.floats(0, 1)


class Life(RuleBasedStateMachine):
    """Callers, a clock and flights against the state; what it must hold is asserted on the way."""

    def __init__(self) -> None:
        super().__init__()
        self.state = TokenState()
        self.now = 0.0
        self.flying = False
        self.good: tuple[Token, float] | None = None  # the newest token, and when it ends
        self.failed_at: float | None = None

    @rule(seconds=st.floats(0, 14 * HOUR))
    def wait(self, seconds: float) -> None:
        self.now += seconds

    @rule()
    def ask(self) -> None:
        try:
            answer = self.state.ask(self.now)
        except CredentialsError:
            assert self.failed_at is not None, "a failure out of nothing"
            assert self.now - self.failed_at <= 300, (
                "a failure is remembered for five minutes at most"
            )
            assert not self.held(), "a failure while a good token is held"
            return
        if answer.token:
            assert self.good is not None
            assert answer.token is self.good[0], "an older token"
            assert self.now < self.good[1], "an expired token"
        else:
            assert answer.fetch or self.flying, "nobody fetches what the caller waits for"
        assert not (answer.fetch and self.flying), "two flights"
        self.flying = self.flying or answer.fetch

    @rule(lifetime=st.floats(1, 12 * HOUR), chance=CHANCE)
    def land(self, lifetime: float, chance: float) -> None:
        if self.flying:
            token = Token("Bearer t1.x")
            self.state.succeed(Fetched(token, lifetime), self.now, chance)
            self.flying, self.good, self.failed_at = False, (token, self.now + lifetime), None

    @rule(chance=CHANCE)
    def crash(self, chance: float) -> None:
        if self.flying:
            self.state.fail(CredentialsError("no"), self.now, chance)
            self.flying, self.failed_at = False, self.now

    @rule()
    def give_up(self) -> None:
        if self.flying:
            self.state.abandon()
            self.flying = False

    @rule()
    def refuse(self) -> None:
        if self.good and self.state.refuse(self.good[0], self.now):
            self.good = None

    def held(self) -> bool:
        """Whether a token is held that has enough of its life left to be handed out."""
        return self.good is not None and self.now < self.good[1] - 30

    @invariant()
    def nobody_is_kept_waiting_while_a_token_is_good(self) -> None:
        if self.held() and self.flying:
            answer = self.state.ask(self.now)
            assert answer.token is not None
            assert not answer.fetch

    @invariant()
    def the_quick_way_gives_what_the_long_way_gives(self) -> None:
        quick = self.state.fresh(self.now)
        if quick:
            assert self.state.ask(self.now) == (quick, False)


TestLife = Life.TestCase


def bring(state: TokenState, now: float, lifetime: float = 12 * HOUR) -> Token:
    assert state.ask(now).fetch
    token = Token("Bearer t1.x")
    state.succeed(Fetched(token, lifetime), now, 0.0)
    return token


@pytest.mark.parametrize(
    ("lifetime", "renewed", "ended"),
    [(12 * HOUR, HOUR, 12 * HOUR - 30), (600, 480, 570), (10, 8, 9)],
    ids=["12 hours: hourly", "10 minutes: a fifth left", "10 seconds"],
)
def test_when_a_token_is_renewed_and_when_it_ends(
    lifetime: float, renewed: float, ended: float
) -> None:
    state = TokenState()
    token = bring(state, 0, lifetime)
    assert state.ask(renewed - 0.1) == (token, False)
    assert state.ask(renewed) == (token, True)  # in the background
    assert state.ask(ended - 0.1) == (token, False)
    assert state.ask(ended) == (None, False)  # the flight of before is still under way


def test_a_failing_renewal_hurts_nobody_and_backs_off() -> None:
    state = TokenState()
    token = bring(state, 0)
    now, tries = HOUR, 0
    while now < 12 * HOUR - 30:
        found, fetch = state.ask(now)
        assert found is token
        if fetch:
            tries += 1
            state.fail(CredentialsError("IAM is down"), now, 1.0)
        now += 1
    assert 130 < tries < 150  # 1, 2, 4, ... seconds, then every five minutes
    with pytest.raises(CredentialsError, match="IAM is down"):
        state.ask(now)


def test_a_failure_without_a_token_is_told_to_all_until_the_next_try() -> None:
    state = TokenState()
    assert state.ask(0) == (None, True)
    state.fail(CredentialsError("wrong key"), 0, 0.0)
    for _ in range(2):
        with pytest.raises(CredentialsError, match="wrong key"):
            state.ask(0.4)
    assert state.ask(0.5) == (None, True)


def test_a_refused_token_is_replaced_once() -> None:
    state = TokenState()
    token = bring(state, 0)
    assert state.refuse(token, 100)
    assert state.refuse(token, 100)  # the next of many whose call was refused with the same token
    assert state.ask(100) == (None, True)
    assert state.ask(100) == (None, False)


def test_a_new_token_that_is_refused_too_is_not_replaced_again() -> None:
    state = TokenState()
    assert state.refuse(bring(state, 0), 1)
    token = bring(state, 1)
    assert not state.refuse(token, 5)
    assert state.ask(5) == (token, False)
    assert state.refuse(token, 6)


def test_a_token_does_not_show() -> None:
    assert "t1.x" not in repr(Token("Bearer t1.x"))
    assert "t1.x" not in repr(Fetched(Token("Bearer t1.x"), 1.0))


def test_a_renewal_that_cannot_start_a_thread_leaves_nobody_waiting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [0.0]
    credentials = Function(lambda: ("t1.x", None))

    def run(flow: Flow[Fetched]) -> Fetched:
        return Fetched(Token("Bearer t1.x"), 12 * HOUR)

    tokens = Tokens(credentials, run, lambda: now[0])
    token = tokens.get()
    now[0] = 2 * HOUR

    def no_more_threads(thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", no_more_threads)
        assert tokens.get() is token  # the old one is good for ten more hours
    now[0] = 12 * HOUR
    assert tokens.get() is not token
