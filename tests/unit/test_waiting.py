"""When operations are looked at, in a time that passes at once, with a service that is simulated."""

from __future__ import annotations

import heapq
import random
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from functools import partial
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ycgrpc_pb.yandex.cloud.operation import operation_pb2

from tests.unit.flows import CODES, OVERSIZED, PASSING, refusal
from ycgrpc import Quotas, Rate
from ycgrpc._core.quotas import Turns
from ycgrpc._core.waiting import SCHEDULE, Listener, Schedule, Seen, Watch, Watches
from ycgrpc.errors import (
    CredentialsError,
    CredentialsUnavailable,
    ResourceExhausted,
    Unavailable,
)

CHANCES = st.floats(0, 1)
# What a service says of an operation at a time.
Says = Callable[[str, float], Any]


def ending(ends: Mapping[str, float] | float) -> Says:
    """A service whose operations end at these times."""

    def says(operation_id: str, now: float) -> operation_pb2.Operation:
        end = ends[operation_id] if isinstance(ends, Mapping) else ends
        return operation_pb2.Operation(id=operation_id, done=now >= end)

    return says


class Waiting:
    """A waiter in a time of its own.

    Attributes:
        now: Seconds.
        looks: When which operation was looked at.
        told: What which listener was told, and when.
        flying: How many looks were under way at the same time, at most.
    """

    def __init__(
        self,
        says: Says,
        *,
        quotas: Quotas | None = None,
        chance: Callable[[], float] = lambda: 0.5,
        latency: Callable[[str], float] = lambda _: 0.0,
    ) -> None:
        self.now = 0.0
        self.looks: list[tuple[float, str]] = []
        self.told: list[tuple[float, str, Seen]] = []
        self.flying = 0
        self.watches = Watches(Turns(quotas, nullcontext()), chance)
        self._says = says
        self._latency = latency
        self._listeners: dict[str, Listener] = {}
        self._events: list[tuple[float, int, Callable[[], object]]] = []
        self._count = 0
        self._under_way = 0

    def add(
        self,
        operation_id: str,
        quota: str = "ocr_status",
        *,
        since: float | None = 0.0,
        schedule: Schedule = SCHEDULE,
        listener: str = "listener",
    ) -> None:
        self.watches.add(operation_id, quota, schedule, since, self._listener(listener), self.now)

    def drop(self, operation_id: str, listener: str = "listener") -> None:
        self.watches.drop(operation_id, self._listener(listener))

    def _listener(self, name: str) -> Listener:
        return self._listeners.setdefault(
            name, lambda seen: self.told.append((self.now, name, seen))
        )

    def at(self, time: float, event: Callable[[], object]) -> None:
        """Have something happen at a time."""
        self._count += 1
        heapq.heappush(self._events, (time, self._count, event))

    def run(self, until: float = float("inf")) -> None:
        """Let time pass, until nothing is waited for."""
        while True:
            while self._events and self._events[0][0] <= self.now:
                heapq.heappop(self._events)[2]()
            found = self.watches.next(self.now)
            if isinstance(found, Watch):
                self._look(found)
                continue
            if found is None and not self._events:
                return
            now = self.now + (found if found is not None else 1e9)
            if self._events:
                now = min(now, self._events[0][0])
            assert now > self.now or self._events, "it must not spin"
            if now > until:
                self.now = until
                return
            self.now = now

    def _look(self, watch: Watch) -> None:
        self.looks.append((self.now, watch.operation_id))
        self._under_way += 1
        self.flying = max(self.flying, self._under_way)
        # As of the moment when the look leaves, which is the worst that can be.
        answer = self._says(watch.operation_id, self.now)

        def answered() -> None:
            self._under_way -= 1
            take = self.watches.failed if isinstance(answer, Exception) else self.watches.seen
            for listener, seen in take(watch, answer, self.now):
                listener(seen)

        self.at(self.now + self._latency(watch.operation_id), answered)

    @property
    def ended(self) -> dict[str, float]:
        """When each operation was told to be over."""
        return {seen.operation_id: time for time, _, seen in self.told if seen.last}

    def times(self, operation_id: str) -> list[float]:
        """When an operation was looked at."""
        return [time for time, looked in self.looks if looked == operation_id]


@given(st.floats(0, 2), st.lists(CHANCES, min_size=20, max_size=20))
def test_a_short_operation_is_noticed_soon_and_with_few_looks(
    duration: float, chances: list[float]
) -> None:
    waiting = Waiting(ending(duration), chance=iter(chances).__next__)
    waiting.add("one")
    waiting.run()
    assert waiting.ended["one"] <= max(1.5 * duration, duration + 0.55)
    if duration <= 1.0:
        assert waiting.ended["one"] <= 1.5
        assert len(waiting.looks) <= 4


@given(st.floats(0.1, 20_000), st.randoms(use_true_random=False))
def test_how_late_an_end_is_noticed_is_in_proportion(duration: float, rng: Any) -> None:
    waiting = Waiting(ending(duration), chance=rng.random)
    waiting.add("one")
    waiting.run()
    late = waiting.ended["one"] - duration
    assert late <= max(0.55, min(0.44 * duration + 0.1, 5.5), min(0.022 * duration, 66.0))


def test_looks_at_operations_of_hours_become_rare() -> None:
    waiting = Waiting(ending(20_000.0))
    waiting.add("one")
    waiting.run()
    times = waiting.times("one")
    gaps = [after - before for before, after in pairwise(times)]
    assert gaps == pytest.approx(sorted(gaps))
    assert gaps[0] == pytest.approx(0.3)
    assert max(gap for gap, time in zip(gaps, times, strict=False) if time < 250) < 5.01
    assert gaps[-1] == pytest.approx(60.0)
    assert len(times) < 600


@given(CHANCES)
def test_gaps_differ_by_chance(chance: float) -> None:
    waiting = Waiting(ending(100.0), chance=lambda: chance)
    waiting.add("one")
    waiting.run()
    times = waiting.times("one")
    assert times[0] == pytest.approx(0.5 * (0.9 + 0.2 * chance))
    assert times[1] - times[0] == pytest.approx(0.3 * (0.9 + 0.2 * chance))


def test_a_schedule_of_ones_own() -> None:
    waiting = Waiting(ending(1000.0))
    waiting.add("one", schedule=Schedule(first=30.0, longest=10.0))
    waiting.run()
    times = waiting.times("one")
    assert times[0] == 30.0
    gaps = [after - before for before, after in pairwise(times)]
    assert gaps[0] == 10.0
    assert max(gaps) <= 20.0


def test_an_operation_whose_beginning_is_not_known_is_looked_at_at_once() -> None:
    waiting = Waiting(ending(0.0))
    waiting.now = 100.0
    waiting.add("one", since=None)
    waiting.run()
    assert waiting.looks == [(100.0, "one")]


def test_an_operation_that_began_long_ago_is_looked_at_at_once() -> None:
    waiting = Waiting(ending(0.0))
    waiting.now = 100.0
    waiting.add("one", since=1.0)
    waiting.run()
    assert waiting.looks == [(100.0, "one")]


def most_in_a_second(times: list[float]) -> int:
    return max(bisect_left(times, time + 1.0) - number for number, time in enumerate(times))


def clairvoyant(ends: Mapping[str, float], rate: float) -> float:
    """The mean delay of who knows when each operation ends, and keeps the rate."""
    look, delay = 0.0, 0.0
    for end in sorted(ends.values()):
        look = max(end, look + 1 / rate)
        delay += look - end
    return delay / len(ends)


@pytest.mark.parametrize("began", ["all at once", "as they were submitted"])
@pytest.mark.parametrize("seed", [1, 2])
def test_ten_thousand_operations_share_the_quota(seed: int, began: str) -> None:
    """Never above 50 a second, each told once, and hardly later than if one knew when to look."""
    rng = random.Random(seed)
    names = [f"cfr{number}" for number in range(10_000)]
    starts = {name: 0.0 if began == "all at once" else n / 200 for n, name in enumerate(names)}
    ends = {name: starts[name] + rng.lognormvariate(1.5, 0.8) for name in names}
    waiting = Waiting(
        ending(ends), quotas=Quotas(), chance=rng.random, latency=lambda _: 0.05 * rng.random()
    )
    for name in names:
        waiting.at(starts[name], partial(waiting.add, name, since=starts[name]))
    waiting.run()
    assert most_in_a_second([time for time, _ in waiting.looks]) <= 50
    assert Counter(seen.operation_id for _, _, seen in waiting.told if seen.last) == Counter(names)
    ended = waiting.ended
    assert not any(ended[name] < ends[name] for name in names)
    delay = sum(ended[name] - ends[name] for name in names) / len(names)
    assert delay <= 1.25 * clairvoyant(ends, 50.0)
    assert waiting.flying <= 64


def test_a_look_that_hangs_holds_up_no_other() -> None:
    waiting = Waiting(
        ending(1.0),
        latency=lambda name: 10.0 if name == "hanging" else 0.05,
    )
    for name in ["hanging", *(f"cfr{number}" for number in range(20))]:
        waiting.add(name)
    waiting.run()
    ended = waiting.ended
    assert ended.pop("hanging") > 10.0
    assert max(ended.values()) < 1.6


def test_lanes_do_not_hold_each_other_up() -> None:
    """Neither a quota that is used up, nor a service that is down, nor one that is slow."""

    def says(name: str, now: float) -> Any:
        if name.startswith("down") and now < 60:
            return refusal("UNAVAILABLE")
        return operation_pb2.Operation(id=name, done=now >= 1.0)

    waiting = Waiting(
        says,
        quotas=Quotas(stt_v2_status=Rate(1, 20.0)),
        latency=lambda name: 10.0 if name.startswith("slow") else 0.0,
    )
    for number in range(100):
        waiting.add(f"full {number}", "stt_v2_status")
        waiting.add(f"down {number}", "ocr_status")
        waiting.add(f"slow {number}", "")
    for number in range(5):
        waiting.add(f"good {number}", "stt_status")
    waiting.run(until=30.0)
    good = {name: end for name, end in waiting.ended.items() if name.startswith("good")}
    assert len(good) == 5
    assert max(good.values()) < 3.0
    waiting.run()
    assert len(waiting.ended) == 305


@pytest.mark.parametrize("quotas", [None, Quotas()])
def test_lanes_that_are_due_together(quotas: Quotas | None) -> None:
    waiting = Waiting(ending(5.0), quotas=quotas)
    for quota in ("ocr_status", "stt_status", "stt_v2_status", ""):
        waiting.add(f"of {quota}", quota, since=None)
    waiting.run()
    assert len(waiting.ended) == 4
    assert max(waiting.ended.values()) < 7.0


def test_few_looks_are_under_way_at_a_time() -> None:
    waiting = Waiting(ending(0.0), latency=lambda _: 5.0)
    for number in range(1000):
        waiting.add(f"cfr{number}")
    waiting.run()
    assert waiting.flying == 64
    assert len(waiting.ended) == 1000


def test_listeners_of_one_operation_share_looks() -> None:
    waiting = Waiting(ending(3.0))
    alone = Waiting(ending(3.0))
    alone.add("one")
    alone.run()
    for name in ("a", "b", "c"):
        waiting.add("one", listener=name)
    waiting.run()
    assert waiting.looks == alone.looks
    assert Counter(name for _, name, _ in waiting.told) == dict.fromkeys("abc", len(alone.looks))
    assert Counter(name for _, name, seen in waiting.told if seen.last) == dict.fromkeys("abc", 1)


def test_who_joins_late_is_told_from_then_on() -> None:
    waiting = Waiting(ending(3.0))
    waiting.add("one", listener="early")
    waiting.at(1.0, lambda: waiting.add("one", listener="late"))
    waiting.run()
    early = [time for time, name, _ in waiting.told if name == "early"]
    late = [time for time, name, _ in waiting.told if name == "late"]
    assert late == [time for time in early if time > 1.0]
    assert waiting.watches.next(waiting.now) is None


def test_what_nobody_waits_for_is_not_looked_at() -> None:
    waiting = Waiting(ending(100.0))
    waiting.add("one")
    waiting.at(2.0, lambda: waiting.drop("one"))
    waiting.run()
    assert 0 < len(waiting.looks) < 10
    assert max(waiting.times("one")) <= 2.0
    assert waiting.watches.next(waiting.now) is None


def test_dropping_one_of_two_listeners() -> None:
    waiting = Waiting(ending(10.0))
    waiting.add("one", listener="a")
    waiting.add("one", listener="b")
    waiting.at(2.0, lambda: waiting.drop("one", "a"))
    waiting.run()
    assert max(time for time, name, _ in waiting.told if name == "a") <= 2.0
    assert [name for _, name, seen in waiting.told if seen.last] == ["b"]


def test_dropping_what_is_not_there() -> None:
    waiting = Waiting(ending(0.0))
    waiting.drop("nothing")
    waiting.add("one", listener="a")
    waiting.drop("one", "b")
    waiting.run()
    assert waiting.ended == {"one": 0.5}


def test_an_answer_for_what_was_dropped_tells_nobody() -> None:
    waiting = Waiting(ending(0.0), latency=lambda _: 1.0)
    waiting.add("one")
    waiting.at(1.0, lambda: waiting.drop("one"))
    waiting.run()
    assert waiting.told == []


def test_waiting_again_for_what_was_dropped() -> None:
    waiting = Waiting(ending(3.0), latency=lambda _: 1.0)
    waiting.add("one")

    def again() -> None:
        waiting.drop("one")
        waiting.add("one", listener="again")

    waiting.at(1.0, again)
    waiting.run()
    assert [name for _, name, seen in waiting.told if seen.last] == ["again"]
    assert {name for _, name, _ in waiting.told} == {"again"}
    anew = Waiting(ending(3.0), latency=lambda _: 1.0)
    anew.now = 1.0
    anew.add("one")
    anew.run()
    assert [time for time in waiting.times("one") if time >= 1.0] == anew.times("one")


PASSING_ERRORS = [
    *(pytest.param(refusal(code), id=code) for code in sorted(PASSING)),
    pytest.param(CredentialsUnavailable("no token at the moment"), id="no token"),
]


@pytest.mark.parametrize("error", PASSING_ERRORS)
def test_failures_that_pass_are_ridden_out(error: Exception) -> None:
    def says(name: str, now: float) -> Any:
        return error if now < 120 else operation_pb2.Operation(id=name, done=True)

    waiting = Waiting(says, quotas=Quotas())
    waiting.add("one")
    waiting.run()
    assert 120 <= waiting.ended["one"] < 160
    assert [seen.error for _, _, seen in waiting.told] == [None]
    assert len(waiting.looks) < 40


@pytest.mark.parametrize("error", PASSING_ERRORS)
def test_after_5_minutes_of_nothing_but_failures_it_gives_up(error: Exception) -> None:
    def says(name: str, now: float) -> Exception:
        return error

    waiting = Waiting(says, quotas=Quotas())
    waiting.add("one")
    waiting.run()
    ((time, _, seen),) = waiting.told
    assert seen == Seen("one", None, error)
    assert seen.last
    if isinstance(error, ResourceExhausted):
        assert 4000 < time < 4070, "a quota of an hour is over after an hour"
    else:
        assert 300 < time < 370


def test_an_outage_ends_all_waits_together() -> None:
    def says(name: str, now: float) -> Any:
        if now < 100 or name == "other":
            return operation_pb2.Operation(id=name, done=now > 5000)
        return refusal("UNAVAILABLE")

    waiting = Waiting(says)
    for number in range(1000):
        waiting.add(f"operation {number}")
    waiting.add("other", "stt_status")
    waiting.run()
    ends = [told for told in waiting.told if told[2].last]
    *outage, (other, _, _) = sorted(ends, key=lambda told: told[0])
    assert {seen.operation_id for _, _, seen in outage} == {f"operation {n}" for n in range(1000)}
    assert 400 < outage[0][0] == outage[-1][0] < 470
    assert {type(seen.error) for _, _, seen in outage} == {Unavailable}
    assert other > 5000
    told = waiting.told.copy()
    waiting.add("operation 0")
    waiting.run(waiting.now + 200)
    assert len(waiting.told) == len(told), "who comes later has patience of its own"


def test_a_look_in_thirty_that_fails_ends_no_wait() -> None:
    """Looks at each of many operations are minutes apart: two in a row may well fail by chance."""
    random_ = random.Random(1)

    def says(name: str, now: float) -> Any:
        if random_.random() < 0.03:
            return refusal("UNAVAILABLE")
        return operation_pb2.Operation(id=name, done=now > 7200)

    waiting = Waiting(says, quotas=Quotas())
    for number in range(2000):
        waiting.add(f"operation {number}", "stt_status")
    waiting.run()
    assert len(waiting.ended) == 2000
    assert {seen.error for _, _, seen in waiting.told} == {None}


def test_an_operation_at_which_alone_looks_fail_is_given_up() -> None:
    def says(name: str, now: float) -> Any:
        if name == "broken":
            return refusal("INTERNAL")
        return operation_pb2.Operation(id=name, done=now > 3600)

    waiting = Waiting(says)
    waiting.add("broken")
    for number in range(9):
        waiting.add(f"operation {number}")
    waiting.run()
    ended = waiting.ended
    assert 300 < ended.pop("broken") < 400
    assert min(ended.values()) > 3600


@pytest.mark.parametrize("code", ["RESOURCE_EXHAUSTED", "UNAVAILABLE"])
def test_time_that_the_service_asks_for_tries_no_patience(code: str) -> None:
    def says(name: str, now: float) -> Any:
        if now < 500:
            return refusal(code, retry_after=200.0)
        return operation_pb2.Operation(id=name, done=True)

    waiting = Waiting(says)
    waiting.add("one")
    waiting.run()
    assert [seen.error for _, _, seen in waiting.told] == [None]


def test_failures_in_between_do_not_add_up() -> None:
    def says(name: str, now: float) -> Any:
        if int(now / 25) % 2:
            return refusal("UNAVAILABLE")
        return operation_pb2.Operation(id=name, done=now > 3600)

    waiting = Waiting(says)
    waiting.add("one")
    waiting.run()
    assert [seen.error for _, _, seen in waiting.told if seen.last] == [None]


PERMANENT_ERRORS = [
    *(pytest.param(refusal(code), id=code) for code in CODES if code not in PASSING),
    *(pytest.param(refusal("RESOURCE_EXHAUSTED", text), id=text) for text in OVERSIZED),
    pytest.param(CredentialsError("no token"), id="no token"),
    pytest.param(ZeroDivisionError(), id="anything else"),
]


@pytest.mark.parametrize("error", PERMANENT_ERRORS)
def test_failures_that_stay_end_it_at_once_for_that_one_only(error: Exception) -> None:
    good = ending(2.0)
    waiting = Waiting(lambda name, now: error if name == "bad" else good(name, now))
    for name in ("good", "bad", "better"):
        waiting.add(name)
    waiting.run()
    assert waiting.times("bad") == [0.5]
    errors = {seen.operation_id: seen.error for _, _, seen in waiting.told if seen.last}
    assert errors == {"good": None, "bad": error, "better": None}
    assert max(waiting.ended.values()) < 3.0


def test_a_lane_that_fails_backs_off_and_recovers() -> None:
    def says(name: str, now: float) -> Any:
        return refusal("UNAVAILABLE") if 10 < now < 70 else ending(200.0)(name, now)

    waiting = Waiting(says, quotas=Quotas())
    for number in range(500):
        waiting.add(f"cfr{number}")
    waiting.run()
    before, during, after = (
        sum(begin <= time < begin + 10 for time, _ in waiting.looks) for begin in (0, 60, 110)
    )
    assert before > 400
    assert during <= 2 * 64
    assert after > 400
    assert max(waiting.ended.values()) < 215.0


def test_a_moment_of_failure_costs_a_moment() -> None:
    """Many looks that fail together count once: they say no more than one of them."""

    def says(name: str, now: float) -> Any:
        return refusal("UNAVAILABLE") if now < 1.0 else ending(2.0)(name, now)

    waiting = Waiting(says, latency=lambda _: 0.1)
    for number in range(64):
        waiting.add(f"cfr{number}")
    waiting.run()
    assert max(waiting.ended.values()) < 3.0


@pytest.mark.parametrize("quotas", [None, Quotas()])
@pytest.mark.parametrize("code", ["RESOURCE_EXHAUSTED", "UNAVAILABLE"])
def test_looks_pause_for_as_long_as_the_service_asks(code: str, quotas: Quotas | None) -> None:
    def says(name: str, now: float) -> Any:
        return refusal(code, retry_after=20.0) if now < 1.0 else ending(2.0)(name, now)

    waiting = Waiting(says, quotas=quotas)
    for number in range(10):
        waiting.add(f"cfr{number}")
    waiting.run()
    first, *others = sorted({time for time, _ in waiting.looks})
    assert [time for time in others if first + 1.0 < time < first + 20.0] == []
    assert max(waiting.ended.values()) < first + 25.0


def test_a_refusal_for_the_quota_slows_down_all_who_share_it() -> None:
    turns = Turns(Quotas(), nullcontext())
    watches = Watches(turns, lambda: 0.5)
    watches.add("one", "ocr_status", SCHEDULE, None, lambda _: None, 0.0)
    watch = watches.next(0.0)
    assert isinstance(watch, Watch)
    assert not list(watches.failed(watch, refusal("RESOURCE_EXHAUSTED", retry_after=7.0), 0.0))
    assert turns.book("ocr_status", 0.0, 6.9) is None


def test_a_look_that_is_repeated_follows_at_once() -> None:
    """Where its token had expired."""
    watches = Watches(Turns(None, nullcontext()), lambda: 0.5)
    watches.add("one", "", SCHEDULE, None, lambda _: None, 0.0)
    watch = watches.next(0.0)
    assert isinstance(watch, Watch)
    watches.repeat(watch, 0.1)
    assert watches.next(0.1) is watch


def test_a_repeat_of_what_was_dropped() -> None:
    watches = Watches(Turns(None, nullcontext()), lambda: 0.5)
    listener: Listener = lambda _: None  # noqa: E731
    watches.add("one", "", SCHEDULE, None, listener, 0.0)
    watch = watches.next(0.0)
    assert isinstance(watch, Watch)
    watches.drop("one", listener)
    watches.repeat(watch, 0.1)
    assert watches.next(0.1) is None


def test_a_turn_that_nobody_used_is_not_saved_up() -> None:
    """It was counted when it came: used later, it would be one look too many."""
    waiting = Waiting(ending(1000.0), quotas=Quotas(stt_status=Rate(5, 1.0)))
    for number in range(3):
        waiting.add(f"early {number}", "stt_status")
        waiting.at(0.55, partial(waiting.drop, f"early {number}"))
    for number in range(20):
        waiting.at(5.0, partial(waiting.add, f"f8d{number}", "stt_status", since=None))
    waiting.run(until=20.0)
    assert most_in_a_second([time for time, _ in waiting.looks]) == 5


def test_the_end_of_all() -> None:
    waiting = Waiting(ending(100.0))
    for name in ("one", "two"):
        waiting.add(name, listener=f"of {name}")
    waiting.run(until=1.0)
    error = CredentialsError("closed")
    told = list(waiting.watches.end(error))
    assert [seen for _, seen in told] == [Seen("one", None, error), Seen("two", None, error)]
    assert waiting.watches.next(1.0) is None
    assert list(waiting.watches.end(error)) == []
