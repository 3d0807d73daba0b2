"""Quotas that the client keeps: whatever is asked for and refused, no rate is ever exceeded."""

from __future__ import annotations

from bisect import bisect_left
from contextlib import nullcontext
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ycgrpc import Client, Quotas, Rate
from ycgrpc._core.quotas import DOCUMENTED, Limiter, Turns
from ycgrpc.errors import ConfigurationError

NEVER = float("inf")

RATES = st.builds(
    Rate, st.integers(1, 120), st.sampled_from([0.1, 0.5, 1.0, 2.5, 10.0, 10.1, 60.0, 3600.0])
)
# What befalls a limiter: some time passes, and then a turn is asked for or the service refuses.
BOOKINGS = st.tuples(st.floats(0, 3), st.none())
PAUSES = st.tuples(st.floats(0, 3), st.floats(0, 5))
EVENTS = st.lists(st.one_of(BOOKINGS, BOOKINGS, BOOKINGS, PAUSES), max_size=400)


class Callers:
    """Callers of one limiter, each of whom goes when its turn has come, unless it leaves before.

    Attributes:
        now: Seconds.
        gone: When each went, in the order of their bookings; ``None`` for those who wait.
    """

    def __init__(self, rate: Rate) -> None:
        self.now = 0.0
        self.gone: list[float | None] = []
        self.limiter = Limiter(rate)
        self._turns: list[float] = []

    def book(self, most: float = NEVER) -> bool:
        turn = self.limiter.book(self.now, most)
        if turn is None:
            return False
        self._turns.append(turn)
        self.gone.append(None)
        self._go()
        return True

    def wait(self, seconds: float = NEVER) -> None:
        """Let time pass; by default until all have gone."""
        end = self.now + seconds
        while any(time is None for time in self.gone):
            left = min(self.left())
            if self.now + left > end:
                break
            self.now += left
            self._go()
        self.now = end if end < NEVER else self.now

    def leave(self, number: int) -> None:
        """One of those who wait gives its turn back."""
        waiting = [one for one, time in enumerate(self.gone) if time is None]
        if waiting:
            left = waiting[number % len(waiting)]
            self.limiter.give_back(self._turns.pop(left), self.now)
            del self.gone[left]

    def left(self) -> list[float]:
        """The seconds until their turns of those who wait."""
        return [
            self.limiter.left(turn, self.now)
            for turn, time in zip(self._turns, self.gone, strict=True)
            if time is None
        ]

    def _go(self) -> None:
        for number, turn in enumerate(self._turns):
            if self.gone[number] is None and self.limiter.left(turn, self.now) <= 1e-9:
                self.gone[number] = self.now


def most_at_once(times: list[float], seconds: float) -> int:
    """The most of these times that any stretch of so many seconds holds."""
    times = sorted(times)
    return max(
        (bisect_left(times, begin + seconds) - number for number, begin in enumerate(times)),
        default=0,
    )


@given(RATES, EVENTS)
def test_a_rate_is_never_exceeded(rate: Rate, events: list[tuple[float, float | None]]) -> None:
    callers = Callers(rate)
    for passed, pause in events:
        callers.wait(passed)
        if pause is None:
            callers.book()
        else:
            callers.limiter.pause(callers.now, pause)
    callers.wait()
    times = [time for time in callers.gone if time is not None]
    assert len(times) == sum(pause is None for _, pause in events)
    assert times == sorted(times), "first come, first served"
    assert most_at_once(times, rate.seconds) <= rate.count


@given(RATES, st.lists(st.one_of(BOOKINGS, BOOKINGS, PAUSES, st.integers(0, 9)), max_size=200))
def test_turns_that_are_given_back_exceed_no_rate(rate: Rate, events: list[Any]) -> None:
    callers = Callers(rate)
    for event in events:
        if isinstance(event, int):
            callers.leave(event)
            continue
        passed, pause = event
        callers.wait(passed)
        if pause is None:
            callers.book()
        else:
            callers.limiter.pause(callers.now, pause)
    callers.wait()
    times = [time for time in callers.gone if time is not None]
    assert len(times) == len(callers.gone)
    assert most_at_once(times, rate.seconds) <= rate.count


def test_a_turn_that_is_given_back_is_the_next_callers() -> None:
    limiter = Limiter(Rate(1, 1.0))
    turns = [limiter.book(0.0, NEVER) or 0.0 for _ in range(4)]
    limiter.give_back(turns[2], 0.5)
    limiter.give_back(turns[1], 0.5)
    assert limiter.book(0.6, 0.4) is None, "who cannot wait for it leaves it to others"
    assert [limiter.book(0.6, NEVER) for _ in range(2)] == turns[1:3]
    assert limiter.book(0.6, NEVER) == pytest.approx(turns[3] + 1.08)


def test_a_turn_that_comes_back_too_late_is_lost() -> None:
    limiter = Limiter(Rate(1, 1.0))
    first, second = (limiter.book(0.0, NEVER) or 0.0 for _ in range(2))
    limiter.give_back(first, 0.0)
    limiter.give_back(second, 0.5)
    assert limiter.book(5.0, NEVER) == 5.0
    assert limiter.book(5.0, NEVER) == pytest.approx(6.08)


@pytest.mark.parametrize("count", range(1, 131))
def test_a_burst_gets_its_rate_and_no_more(count: int) -> None:
    """What is lost to whole parts and to the room for jitter is bounded."""
    limiter = Limiter(Rate.per_second(count))
    turns = [limiter.book(0.0, NEVER) or 0.0 for _ in range(4 * count + 1)]
    assert 0.9 * count < most_at_once(turns, 1.0) <= count
    assert turns[-1] < 4 * 1.04 / 0.9


@given(st.lists(st.floats(0, 3), min_size=1, max_size=20))
def test_a_pause_holds_all_back_and_keeps_order_and_spacing(pauses: list[float]) -> None:
    callers = Callers(Rate(2, 1.0))
    for _ in range(8):
        callers.book()
    before = callers.left()
    for pause in pauses:
        callers.limiter.pause(callers.now, pause)
    moved = {round(after - left, 6) for after, left in zip(callers.left(), before, strict=True)}
    assert moved == {round(max(pauses), 6)}


def test_nobody_goes_during_a_pause() -> None:
    callers = Callers(Rate(2, 1.0))
    callers.limiter.pause(0.0, 5.0)
    for _ in range(3):
        callers.book()
    callers.wait()
    times = [time for time in callers.gone if time is not None]
    assert times[0] == pytest.approx(5.0)
    assert times[1] > times[0] + 0.5


def pace(limiter: Limiter, now: float) -> float:
    """The seconds between the turns of those who ask without end."""
    turns = [limiter.book(now, NEVER) or 0.0 for _ in range(3)]
    return turns[2] - turns[1]


def test_refusals_of_calls_under_way_together_count_once() -> None:
    once, often = Limiter(Rate(1, 1.0)), Limiter(Rate(1, 1.0))
    once.pause(0.0, 2.0)
    for moment in range(10):
        often.pause(moment / 10, 2.0 - moment / 10)
    assert pace(often, 2.0) == pytest.approx(pace(once, 2.0)) == pytest.approx(1.04 * 1.5, rel=0.05)


def test_refusals_one_after_the_other_slow_down_within_bounds() -> None:
    limiter = Limiter(Rate(1, 1.0))
    paces: list[float] = []
    now = 0.0
    for _ in range(12):
        limiter.pause(now, 1.0)
        now += 1000 * 1e-6 + 1.0
        paces.append(pace(limiter, now))
        now += 3 * paces[-1]
        while limiter.left(limiter.book(now, NEVER) or 0.0, now) > 0:
            now += paces[-1]
    assert paces[0] == pytest.approx(1.56, rel=0.05)
    assert paces[1] > paces[0] * 1.2
    assert max(paces) <= 16 * 1.04


def test_the_pace_recovers() -> None:
    def after(seconds: float) -> float:
        limiter = Limiter(Rate(1, 1.0))
        limiter.pause(0.0, 0.0)
        return pace(limiter, seconds)

    usual = pace(Limiter(Rate(1, 1.0)), 0.0)
    assert after(0.0) == pytest.approx(usual * 1.5)
    assert after(30.0) == pytest.approx(usual * 1.25)
    assert after(600.0) == pytest.approx(usual, rel=0.001)


def test_who_cannot_wait_is_refused_and_takes_nobodys_turn() -> None:
    limiter = Limiter(Rate(1, 1.0))
    assert limiter.book(0.0, 0.0) == 0.0
    for _ in range(100):
        assert limiter.book(0.0, 1.0) is None
    assert limiter.book(0.0, 1.1) == pytest.approx(1.08)


def test_a_pause_counts_for_who_cannot_wait() -> None:
    limiter = Limiter(Rate(1, 1.0))
    limiter.pause(0.0, 5.0)
    assert limiter.book(0.0, 4.9) is None
    assert limiter.book(0.0, 5.1) is not None


def test_50_a_second_leave_one_by_one() -> None:
    callers = Callers(Rate.per_second(50))
    for _ in range(100):
        callers.book()
    callers.wait()
    times = [time for time in callers.gone if time is not None]
    assert most_at_once(times, 0.02) == 1
    assert times[46] < 1.0 < times[49] < 1.08


def test_500_an_hour_may_leave_at_once() -> None:
    callers = Callers(Rate.per_hour(500))
    for _ in range(501):
        callers.book()
    assert callers.gone[:500] == [0.0] * 500
    assert callers.left() == [pytest.approx(3601.0)]


def test_clocks_of_threads_that_come_too_late_do_not_change_the_order() -> None:
    limiter = Limiter(Rate(3, 100.0))
    assert limiter.book(5.0, NEVER) == 5.0
    assert (limiter.book(4.999, NEVER) or 0.0) >= 5.0


@pytest.mark.parametrize(
    ("count", "seconds"), [(0, 1), (-1, 1), (1, 0), (1, -1), (1, float("nan"))]
)
def test_a_rate_that_makes_no_sense(count: int, seconds: float) -> None:
    with pytest.raises(ConfigurationError, match="at least 1 call in more than 0 seconds"):
        Rate(count, seconds)


@pytest.mark.parametrize("wrong", [5, 0, "5/s", (5, 1.0), False])
def test_a_quota_that_is_no_rate(wrong: Any) -> None:
    with pytest.raises(ConfigurationError, match=r"stt_status must be a Rate, such as Rate.per_se"):
        Quotas(stt_status=wrong)


@pytest.mark.parametrize("wrong", [5, Rate(1, 1.0), Quotas, {"stt_status": 5}])
def test_what_is_no_quotas(wrong: Any) -> None:
    with pytest.raises(ConfigurationError, match=r"quotas: give Quotas\(...\), or None"):
        Client("key".join, quotas=wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rate", "text"),
    [
        (Rate.per_second(5), "5 a second"),
        (Rate.per_hour(500), "500 an hour"),
        (Rate(3, 0.5), "3 in 0.5 s"),
    ],
)
def test_a_rate_in_words(rate: Rate, text: str) -> None:
    assert str(rate) == text


def test_the_documented_quotas() -> None:
    """Source: "Quotas and limits" of Vision OCR and of SpeechKit."""
    second, hour = Rate.per_second, Rate.per_hour
    assert Quotas() == DOCUMENTED
    assert {name: Rate(**rate) for name, rate in asdict(DOCUMENTED).items()} == {
        "ocr_recognize": second(1),
        "ocr_submit": second(10),
        "ocr_status": second(50),
        "ocr_result": second(50),
        "stt_stream": second(40),
        "stt_submit": hour(500),
        "stt_status": second(5),
        "stt_v2_status": hour(2500),
    }


def test_quotas_are_kept_one_by_one() -> None:
    turns = Turns(Quotas(ocr_submit=Rate(1, 1.0), ocr_result=None), nullcontext())
    assert turns.book("ocr_submit", 0.0, 0.0) == (0.0, 0.0)
    assert turns.book("ocr_submit", 0.0, 0.0) is None
    assert turns.book("ocr_submit", 0.0) == pytest.approx((1.08, 1.08))
    assert turns.book("ocr_recognize", 0.0, 0.0) == (0.0, 0.0)
    turns.pause("ocr_recognize", 0.0, 9.0)
    assert turns.left("ocr_recognize", 0.0, 0.0) == 9.0
    assert turns.book("ocr_recognize", 1.0) == pytest.approx((1.61, 9.61), abs=0.01)
    assert turns.book("stt_stream", 0.0, 0.0) == (0.0, 0.0)
    assert turns.rate("ocr_submit") == Rate(1, 1.0)


@pytest.mark.parametrize("quotas", [None, Quotas(ocr_result=None)])
def test_what_is_not_limited(quotas: Quotas | None) -> None:
    turns = Turns(quotas, nullcontext())
    turns.pause("ocr_result", 0.0, 9.0)
    for name in ("ocr_result", "", "nothing"):
        assert [turns.book(name, 3.0, 0.0) for _ in range(100)] == [(3.0, 0.0)] * 100
        turns.give_back(name, 4.0, 3.0)
        assert turns.left(name, 3.0, 0.0) == 0.0
        assert turns.rate(name) is None
    assert turns.rate(None) is None
