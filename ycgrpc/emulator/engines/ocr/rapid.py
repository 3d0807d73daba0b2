"""RapidOCR: Latin and Chinese scripts, by neural networks that come inside its wheel."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any

import PIL.Image
from PIL.Image import Image

from ycgrpc.emulator.engines.ocr.layout import blocks_of
from ycgrpc.emulator.engines.ocr.reading import Box, Line, Page, Point, Word

# Those whose letters are all in the bundled model's alphabet. It has no Cyrillic letters and drops
# them silently, so no language written in them may ever be added.
LANGUAGES = frozenset(
    [
        "az",
        "bs",
        "cs",
        "da",
        "de",
        "en",
        "es",
        "et",
        "fi",
        "fr",
        "hu",
        "id",
        "it",
        "lt",
        "lv",
        "mt",
        "nl",
        "no",
        "pl",
        "pt",
        "ro",
        "sk",
        "sl",
        "sv",
        "tr",
        "ja",
        "zh",
    ]
)

# In pixels; larger images are shrunk. An A4 page then takes some 600 MB, and 900 MB at 2000.
LONGEST_SIDE = 1600
# Longer or higher images get white space beside them: the detector scales the shorter side up, and
# without that a strip of 3 x 400 pixels takes minutes and many gigabytes.
LARGEST_RATIO = 2
SMALLEST_SIDE = 32


class RapidOcr:
    """An engine that loads its models when it first reads: about a second, and 300 MB."""

    name = "rapidocr"

    def __init__(self) -> None:
        self._loading = Lock()

    @staticmethod
    def installed() -> bool:
        """Whether the packages are there; imports nothing."""
        return all(find_spec(package) for package in ("rapidocr", "onnxruntime"))

    def reads(self, language: str) -> bool:
        """Whether all letters of ``language`` are in the model's alphabet."""
        return language in LANGUAGES

    def read(self, image: Image, languages: Sequence[str]) -> Page:
        """What stands on the image; the model reads all its languages at once."""
        with self._loading:
            recognizer = self._recognizer
        scale = max(1.0, max(image.size) / LONGEST_SIDE)
        result = recognizer(_framed(image, scale))
        if result.txts is None:  # there is no text
            return Page(image.width, image.height, ())
        lines = [
            _line(
                text,
                _scaled(corners.tolist(), scale),
                score,
                [(letter, _scaled(box, scale)) for letter, _, box in letters],
            )
            for text, corners, score, letters in zip(
                result.txts, result.boxes, result.scores, result.word_results, strict=True
            )
        ]
        return Page(image.width, image.height, blocks_of(lines))

    @cached_property
    def _recognizer(self) -> Any:
        rapidocr: Any = import_module("rapidocr")
        models = Path(rapidocr.__file__).parent / "models"
        return rapidocr.RapidOCR(
            params={
                "Global.log_level": "critical",
                "Global.return_word_box": True,
                "Global.return_single_char_box": True,
                # One core stays free for the server's event loop.
                "EngineConfig.onnxruntime.intra_op_num_threads": max(1, (os.cpu_count() or 1) - 1),
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
                # With a path given it never downloads.
                "Det.model_path": _model(models, "det"),
                "Cls.model_path": _model(models, "cls"),
                "Rec.model_path": _model(models, "rec"),
            }
        )


def _model(folder: Path, task: str) -> str:
    return str(next(folder.glob(f"*_{task}_*.onnx")))


def _framed(image: Image, scale: float) -> Image:
    """The image in the upper left corner of a white one that suits the detector."""
    width, height = (max(1, round(side / scale)) for side in image.size)
    frame = (
        max(width, height // LARGEST_RATIO, SMALLEST_SIDE),
        max(height, width // LARGEST_RATIO, SMALLEST_SIDE),
    )
    shrunk = image if scale == 1 else image.resize((width, height))
    if frame == shrunk.size:
        return shrunk
    canvas = PIL.Image.new("RGB", frame, "white")
    canvas.paste(shrunk)
    return canvas


Corners = Sequence[Point]  # top left, top right, bottom right, bottom left


def _scaled(corners: Sequence[Sequence[float]], scale: float) -> Corners:
    return [(x * scale, y * scale) for x, y in corners]


def _line(
    text: str, corners: Corners, score: float, letters: Sequence[tuple[str, Corners]]
) -> Line:
    # The scores beside the letters count spaces too while the letters do not, so they belong to
    # others after the first space: every word gets the line's score.
    words = text.split()
    spelled = "".join(letter for letter, _ in letters) == "".join(words)
    boxes = _spans(words, [box for _, box in letters]) if spelled else _shares(text, corners)
    return Line(
        tuple(Word(word, box, float(score)) for word, box in zip(words, boxes, strict=True)),
        _box(*corners),
    )


def _spans(words: Sequence[str], letters: Sequence[Corners]) -> Iterator[Box]:
    """From each word's first letter to its last."""
    start = 0
    for word in words:
        first, last = letters[start], letters[start + len(word) - 1]
        yield _box(first[0], last[1], last[2], first[3])
        start += len(word)


def _shares(text: str, corners: Corners) -> Iterator[Box]:
    """Each word's share of the line's box, by its place in the text."""
    top_left, top_right, bottom_right, bottom_left = corners
    start = 0
    for word in text.split():
        start = text.index(word, start)
        end = start + len(word)
        yield _box(
            _between(top_left, top_right, start / len(text)),
            _between(top_left, top_right, end / len(text)),
            _between(bottom_left, bottom_right, end / len(text)),
            _between(bottom_left, bottom_right, start / len(text)),
        )
        start = end


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _box(top_left: Point, top_right: Point, bottom_right: Point, bottom_left: Point) -> Box:
    return top_left, bottom_left, bottom_right, top_right
