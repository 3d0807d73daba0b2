"""Fair timing: variants take turns within a round, and only ratios within a round are compared."""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Literal, TypeVar

ROUNDS, WARM_UP, CALLS = 120, 5, 40


@dataclass(frozen=True, slots=True)
class Sample:
    """Microseconds of one call: of this process's CPU, all threads counted, and of the clock."""

    cpu: float
    wall: float


class Meter:
    """Measures a stretch of calls."""

    def __init__(self) -> None:
        gc.collect()
        self._cpu, self._wall = time.process_time(), time.perf_counter()

    def sample(self) -> Sample:
        cpu, wall = time.process_time() - self._cpu, time.perf_counter() - self._wall
        return Sample(cpu / CALLS * 1e6, wall / CALLS * 1e6)


C = TypeVar("C")
Samples = dict[str, list[Sample]]


def _shuffled(variants: Mapping[str, C]) -> list[tuple[str, C]]:
    """Return the variants in a new order, so that none always runs in the wake of the same other."""
    return random.sample(list(variants.items()), len(variants))


def blocking(variants: Mapping[str, Callable[[], object]]) -> Samples:
    """Measure blocking calls."""
    samples: Samples = {name: [] for name in variants}
    for round_ in range(WARM_UP + ROUNDS):
        for name, call in _shuffled(variants):
            meter = Meter()
            for _ in range(CALLS):
                call()
            if round_ >= WARM_UP:
                samples[name].append(meter.sample())
    return samples


async def awaiting(variants: Mapping[str, Callable[[], Awaitable[object]]]) -> Samples:
    """Measure asyncio calls."""
    samples: Samples = {name: [] for name in variants}
    for round_ in range(WARM_UP + ROUNDS):
        for name, call in _shuffled(variants):
            meter = Meter()
            for _ in range(CALLS):
                await call()
            if round_ >= WARM_UP:
                samples[name].append(meter.sample())
    return samples


def ratio(samples: list[Sample], base: list[Sample], figure: Literal["cpu", "wall"]) -> float:
    """Return the median over the rounds of one variant's figure over the base's."""
    pairs = zip(samples, base, strict=True)
    ratios: list[float] = [getattr(one, figure) / getattr(other, figure) for one, other in pairs]
    return median(ratios)
