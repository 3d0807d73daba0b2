from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest

from ycgrpc.emulator import Clock

START = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)


def test_a_clock_with_a_start_stands_until_it_is_moved() -> None:
    clock = Clock(START)
    assert clock.now() == START
    clock.advance(1.5)
    clock.advance(0)
    assert clock.now() == START + dt.timedelta(seconds=1.5)


def test_a_clock_without_one_runs_with_the_wall_time() -> None:
    clock = Clock()
    before, now, after = dt.datetime.now(dt.UTC), clock.now(), dt.datetime.now(dt.UTC)
    assert before <= now <= after
    clock.advance(3600)
    assert clock.now() >= before + dt.timedelta(hours=1)


def test_it_tells_utc() -> None:
    east = Clock(START.astimezone(dt.timezone(dt.timedelta(hours=5))))
    assert east.now().tzinfo is dt.UTC
    assert east.now() == START
    with pytest.raises(ValueError, match="time zone"):
        Clock(dt.datetime(2026, 1, 2))


def test_it_does_not_go_back() -> None:
    with pytest.raises(ValueError, match="back"):
        Clock().advance(-1)


def test_threads_that_move_it_at_once_are_all_heard() -> None:
    clock = Clock(START)
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(clock.advance, [1.0] * 800))
    assert clock.now() == START + dt.timedelta(seconds=800)
