"""What a failure says of a second try, code by code, and how a fleet of tries is kept small."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.flows import CODES, NEVER_SENT, OVERSIZED, PASSING, refusal
from ycgrpc._core import retries
from ycgrpc._core.retries import RetryBudget


@pytest.mark.parametrize("code", CODES)
def test_every_code(code: str) -> None:
    error = refusal(code)
    assert retries.passing(error) is (code in PASSING)
    assert retries.uncertain(error) is PASSING.get(code, False)
    assert not retries.never_sent(error)
    assert not retries.oversized(error)


@pytest.mark.parametrize("text", NEVER_SENT)
@pytest.mark.parametrize("code", CODES)
def test_what_never_left(code: str, text: str) -> None:
    error = refusal(code, text)
    assert retries.never_sent(error) is (code == "UNAVAILABLE")
    assert retries.uncertain(error) is (PASSING.get(code, False) and code != "UNAVAILABLE")
    assert retries.passing(error) is (code in PASSING)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("upstream: failed to connect to all addresses", []),
        ("failed to connect to all addresses", [("x-request-id", "one")]),
        ("failed to connect to all addresses", [("x-server-trace-id", "one")]),
    ],
)
def test_a_server_that_speaks_of_others_has_been_reached(
    text: str, known: list[tuple[str, str]]
) -> None:
    error = refusal("UNAVAILABLE", text, initial=known)
    assert not retries.never_sent(error)
    assert retries.uncertain(error)


@pytest.mark.parametrize("text", OVERSIZED)
@pytest.mark.parametrize("code", CODES)
def test_what_is_too_large_stays_too_large(code: str, text: str) -> None:
    error = refusal(code, text)
    assert retries.oversized(error) is (code == "RESOURCE_EXHAUSTED")
    assert retries.passing(error) is (code in PASSING and code != "RESOURCE_EXHAUSTED")


@given(st.integers(1, 10_000), st.floats(0, 1))
def test_pauses_grow_within_bounds(attempt: int, chance: float) -> None:
    pause = retries.pause(attempt, chance)
    assert 0.125 <= pause <= 30.0
    assert retries.pause(attempt, 0.0) * 2 == retries.pause(attempt, 1.0)
    assert retries.pause(attempt, chance) <= retries.pause(attempt + 1, chance)


def test_pauses() -> None:
    assert [retries.pause(attempt, 1.0) for attempt in (1, 2, 3, 4, 7, 8, 99)] == [
        0.25,
        0.5,
        1.0,
        2.0,
        16.0,
        30.0,
        30.0,
    ]


def test_a_budget_lets_few_failures_be_tried_again() -> None:
    budget = RetryBudget()
    assert [budget.failed() for _ in range(20)] == [True] * 9 + [False] * 11


def test_a_budget_recovers_by_successes() -> None:
    budget = RetryBudget()
    for _ in range(1000):
        budget.failed()
    tries = 0
    while not budget.failed():
        tries += 1
        for _ in range(20):
            budget.succeeded()
    assert 9 <= tries <= 12


def test_a_budget_never_grows_beyond_its_beginning() -> None:
    budget = RetryBudget()
    for _ in range(1000):
        budget.succeeded()
    assert sum(budget.failed() for _ in range(20)) == 9


def test_when_one_in_three_fails_few_are_tried_again() -> None:
    budget = RetryBudget()
    again = 0
    for _ in range(1000):
        again += budget.failed()
        budget.succeeded()
        budget.succeeded()
    assert again < 15
