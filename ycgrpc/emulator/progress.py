"""When an operation is done: as soon as its work is, at once, after some looks, or after some time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Stage:
    """How far an operation is.

    Attributes:
        number: how many operations were begun before it.
        looks: calls of ``OperationService.Get`` for it, the running one included.
        seconds: since it was begun, by the emulator's clock.
        worked: whether its work is done.
    """

    number: int
    looks: int
    seconds: float
    worked: bool


class Progress(Protocol):
    """Something that decides when an operation may be done.

    No operation is done before its work is. Once it is due, calls that ask for it wait for the work,
    so that a test sees what it expects at the look that it expects it at.
    """

    def due(self, stage: Stage) -> bool:
        """Whether an operation at this stage may be done."""
        ...


@dataclass(frozen=True, slots=True)
class Worked:
    """Done as soon as the work is."""

    def due(self, stage: Stage) -> bool:
        """Whether the work is done."""
        return stage.worked


@dataclass(frozen=True, slots=True)
class Immediately:
    """Done at the first look."""

    def due(self, stage: Stage) -> bool:
        """Always true."""
        return True


@dataclass(frozen=True, slots=True)
class AfterLooks:
    """Done at the look of that number.

    Attributes:
        looks: calls of ``OperationService.Get``; requests for results are none.
    """

    looks: int

    def due(self, stage: Stage) -> bool:
        """Whether there were enough looks."""
        return stage.looks >= self.looks


@dataclass(frozen=True, slots=True)
class AfterTime:
    """Done when some time went by; ``emulator.clock.advance()`` makes it go by too.

    Attributes:
        seconds: of every operation, or a function that gives those of the first (0), second (1), ...
    """

    seconds: float | Callable[[int], float]

    def due(self, stage: Stage) -> bool:
        """Whether the time is over."""
        needed = self.seconds(stage.number) if callable(self.seconds) else self.seconds
        return stage.seconds >= needed
