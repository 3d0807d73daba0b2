"""Tesseract: whatever scripts its language data cover, by the program of that name."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from functools import cached_property
from io import BytesIO
from itertools import groupby

from PIL.Image import Image

from ycgrpc.emulator.engines.ocr.reading import (
    ANY_LANGUAGE,
    Block,
    Line,
    Page,
    Word,
    around,
    upright,
)

DATA = {
    "ar": "ara", "az": "aze", "be": "bel", "bg": "bul", "bs": "bos", "cs": "ces", "da": "dan",
    "de": "deu", "el": "ell", "en": "eng", "es": "spa", "et": "est", "fi": "fin", "fr": "fra",
    "he": "heb", "hu": "hun", "hy": "hye", "id": "ind", "it": "ita", "ja": "jpn", "ka": "kat",
    "kk": "kaz", "ko": "kor", "ky": "kir", "lt": "lit", "lv": "lav", "mt": "mlt", "nl": "nld",
    "no": "nor", "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "sk": "slk", "sl": "slv",
    "sr": "srp", "sv": "swe", "tg": "tgk", "th": "tha", "tr": "tur", "tt": "tat", "uk": "ukr",
    "uz": "uzb", "vi": "vie", "zh": "chi_sim",
}  # fmt: skip
"""ISO 639-1 codes, and what tesseract calls their data."""

# What is below is noise more often than text.
LEAST_CONFIDENCE = 0.3


class TesseractFailed(Exception):
    """Tesseract did not read the image: it took too long, or said why not."""


class Tesseract:
    """An engine that runs the program once per page, on one core.

    Args:
        timeout: seconds that the program may take for a page.
    """

    name = "tesseract"

    def __init__(self, *, timeout: float = 120.0) -> None:
        self._timeout = timeout

    @staticmethod
    def installed() -> bool:
        """Whether the program is on the PATH."""
        return shutil.which("tesseract") is not None

    def reads(self, language: str) -> bool:
        """Whether the data for ``language`` are installed."""
        return DATA.get(language) in self._installed_data

    def read(self, image: Image, languages: Sequence[str]) -> Page:
        """What stands on the image.

        Raises:
            TesseractFailed: the program failed, or took longer than it may.
        """
        data = self._detectable if ANY_LANGUAGE in languages else [DATA[one] for one in languages]
        picture = BytesIO()
        image.convert("L").save(picture, "PPM")  # uncompressed: quick to write and to read
        table = self._run("stdin", "stdout", "-l", "+".join(data), "tsv", stdin=picture.getvalue())
        return Page(image.width, image.height, tuple(_blocks(table)))

    @cached_property
    def _installed_data(self) -> frozenset[str]:
        return frozenset(self._run("--list-langs").splitlines()[1:])

    @property
    def _detectable(self) -> list[str]:
        # Every further language costs time and mistakes, so "any" is Russian and English where
        # they are there.
        installed = [data for data in DATA.values() if data in self._installed_data]
        return [data for data in ("rus", "eng") if data in installed] or installed

    def _run(self, *arguments: str, stdin: bytes = b"") -> str:
        try:
            done = subprocess.run(  # noqa: S603 - no shell, and the arguments are from this file
                ["tesseract", *arguments],  # noqa: S607 - whichever is on the PATH
                input=stdin,
                capture_output=True,
                timeout=self._timeout,
                check=True,
                # Its threads gain little and would take the core of the server's event loop.
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            )
        except subprocess.TimeoutExpired as error:
            raise TesseractFailed(f"tesseract took longer than {self._timeout:g} s") from error
        except subprocess.CalledProcessError as error:
            reason = error.stderr.decode(errors="replace").strip()
            raise TesseractFailed(f"tesseract failed: {reason}") from error
        return done.stdout.decode()


def _blocks(table: str) -> Iterator[Block]:
    rows = csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    words = [row for row in rows if row["text"].strip() and _confidence(row) >= LEAST_CONFIDENCE]
    for _, block in groupby(words, key=lambda row: row["block_num"]):
        yield Block(
            tuple(
                _line([_word(row) for row in line])
                for _, line in groupby(block, key=lambda row: (row["par_num"], row["line_num"]))
            )
        )


def _line(words: Sequence[Word]) -> Line:
    return Line(tuple(words), around([word.box for word in words]))


def _word(row: dict[str, str]) -> Word:
    left, top, width, height = (int(row[key]) for key in ("left", "top", "width", "height"))
    box = upright(left, top, left + width, top + height)
    return Word(row["text"].strip(), box, _confidence(row))


def _confidence(row: dict[str, str]) -> float:
    return float(row["conf"]) / 100
