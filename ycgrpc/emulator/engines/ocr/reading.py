"""What an OCR engine gives back, and what the emulator asks of an engine.

Coordinates are pixels of the image that was read, from its top left corner.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PIL.Image import Image

ANY_LANGUAGE = "*"
"""The language code that asks for detection."""

Point = tuple[float, float]
Box = tuple[Point, Point, Point, Point]
"""Top left, bottom left, bottom right, top right, as seen by somebody who reads the text."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word without spaces; ``confidence`` is 0 to 1."""

    text: str
    box: Box
    confidence: float


@dataclass(frozen=True, slots=True)
class Line:
    """Words in reading order; never empty."""

    words: tuple[Word, ...]
    box: Box

    @property
    def text(self) -> str:
        """The words with a space between."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, from top to bottom; never empty."""

    lines: tuple[Line, ...]

    @property
    def box(self) -> Box:
        """Around all lines."""
        return around([line.box for line in self.lines])


@dataclass(frozen=True, slots=True)
class Page:
    """All that was read on one image; ``width`` and ``height`` are the image's, in pixels."""

    width: int
    height: int
    blocks: tuple[Block, ...]

    @property
    def lines(self) -> list[Line]:
        """Those of all blocks, in order."""
        return [line for block in self.blocks for line in block.lines]

    @property
    def weight(self) -> float:
        """Confidently read characters: every word's length times its confidence."""
        return sum(len(word.text) * word.confidence for line in self.lines for word in line.words)


class OcrEngine(Protocol):
    """Something that reads text in images; called from several threads at once."""

    @property
    def name(self) -> str:
        """The engine's name, for messages."""
        ...

    def reads(self, language: str) -> bool:
        """Whether the engine can read ``language``, a lower-case ISO 639 code."""
        ...

    def read(self, image: Image, languages: Sequence[str]) -> Page:
        """What stands on an upright RGB image.

        ``languages`` are codes that the engine reads, or ``ANY_LANGUAGE`` alone.
        """
        ...


def upright(left: float, top: float, right: float, bottom: float) -> Box:
    """The box of an axis-parallel rectangle."""
    return ((left, top), (left, bottom), (right, bottom), (right, top))


def around(boxes: Sequence[Box]) -> Box:
    """The smallest axis-parallel box that holds all ``boxes``."""
    xs = [x for box in boxes for x, _ in box]
    ys = [y for box in boxes for _, y in box]
    return upright(min(xs), min(ys), max(xs), max(ys))
