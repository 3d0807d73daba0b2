"""An engine for tests: text that was decided beforehand, laid out over the image."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import cycle
from threading import Lock

from PIL.Image import Image

from ycgrpc.emulator.engines.ocr.reading import Block, Line, Page, Word, upright

Script = Callable[[Image, Sequence[str]], str]


class ScriptedOcr:
    """An engine that reads what it is told to, in any language.

    Lines are evenly spaced from top to bottom, letters evenly from left to right; an empty line
    begins a new block.

    Args:
        pages: the text of the first page that is read, of the second, ..., and from the start again;
            a string is the text of every page.
        script: called with the image and the languages for the text, instead of ``pages``.
    """

    name = "scripted"

    def __init__(self, pages: str | Sequence[str] = (), *, script: Script | None = None) -> None:
        self._next = Lock()
        self._pages = cycle([pages] if isinstance(pages, str) else pages)
        self._script = script or (self._turn if pages else _size)

    def reads(self, language: str) -> bool:
        """Always true."""
        return True

    def read(self, image: Image, languages: Sequence[str]) -> Page:
        """The text that the script has for the image, over all of the image."""
        rows = self._script(image, languages).split("\n")
        height = image.height / len(rows)
        width = image.width / max(1, *map(len, rows))
        blocks: list[list[Line]] = [[]]
        for number, row in enumerate(rows):
            if row.strip():
                blocks[-1].append(_line(row, number * height, width, height))
            else:
                blocks.append([])
        return Page(
            image.width, image.height, tuple(Block(tuple(lines)) for lines in blocks if lines)
        )

    def _turn(self, image: Image, languages: Sequence[str]) -> str:
        with self._next:
            return next(self._pages)


def _size(image: Image, languages: Sequence[str]) -> str:
    return f"Scripted page\n{image.width} x {image.height} pixels"


def _line(row: str, top: float, letter: float, height: float) -> Line:
    words: list[Word] = []
    start = 0
    for text in row.split():
        start = row.index(text, start)
        end = start + len(text)
        box = upright(start * letter, top, end * letter, top + height)
        words.append(Word(text, box, 1.0))
        start = end
    (left, _), _, _, _ = words[0].box
    _, _, (right, _), _ = words[-1].box
    return Line(tuple(words), upright(left, top, right, top + height))
