"""Which engine reads a request: by its languages, and by what is installed."""

from __future__ import annotations

from collections.abc import Sequence

from PIL.Image import Image

from ycgrpc.emulator.engines.ocr.rapid import LANGUAGES, RapidOcr
from ycgrpc.emulator.engines.ocr.reading import ANY_LANGUAGE, OcrEngine, Page
from ycgrpc.emulator.engines.ocr.scripted import ScriptedOcr
from ycgrpc.emulator.engines.ocr.tesseract import DATA, Tesseract

RAPIDOCR = "RapidOCR: pip install 'ycgrpc[emulator]'"


class NoEngine(Exception):
    """Nothing that is installed reads this; the message says what to install."""


class OcrSelection:
    """Engines in order of preference, of which each request gets the right one."""

    def __init__(self, engines: Sequence[OcrEngine]) -> None:
        self._engines = tuple(engines)

    def read(self, image: Image, languages: Sequence[str]) -> Page:
        """The page as read by the first engine that reads all of ``languages``.

        For ``ANY_LANGUAGE`` every engine reads, and the reading with more confidently read
        characters is given.

        Args:
            image: upright, RGB.
            languages: lower-case ISO 639 codes, or ``ANY_LANGUAGE``.

        Raises:
            NoEngine: no engine reads all of ``languages``.
        """
        if ANY_LANGUAGE in languages:
            readings = [engine.read(image, [ANY_LANGUAGE]) for engine in self._engines]
            if not readings:
                raise NoEngine(
                    f"no OCR engine is installed; install {RAPIDOCR}; or {_data(['en'])}"
                )
            return max(readings, key=lambda page: page.weight)
        for engine in self._engines:
            if all(map(engine.reads, languages)):
                return engine.read(image, languages)
        raise NoEngine(self._missing(languages))

    def _missing(self, languages: Sequence[str]) -> str:
        asked = ", ".join(languages)
        unknown = [one for one in languages if one not in DATA and one not in LANGUAGES]
        if unknown:
            return f"the emulator has no OCR engine for {', '.join(unknown)}"
        names = {engine.name for engine in self._engines}
        ways = [RAPIDOCR] if LANGUAGES.issuperset(languages) and "rapidocr" not in names else []
        tesseract = next((one for one in self._engines if one.name == "tesseract"), None)
        ways.append(_data([one for one in languages if not (tesseract and tesseract.reads(one))]))
        return f"no installed OCR engine reads {asked}; install {'; or '.join(ways)}"


def engines_named(name: str) -> list[OcrEngine]:
    """The engines for ``auto`` (all that are installed), ``rapidocr``, ``tesseract``, ``scripted``.

    Raises:
        NoEngine: the engine of that name is not installed.
        ValueError: there is no engine of that name.
    """
    match name:
        case "auto":
            kinds = (RapidOcr, Tesseract)
            return [kind() for kind in kinds if kind.installed()]
        case "rapidocr":
            if not RapidOcr.installed():
                raise NoEngine(f"rapidocr is not installed; install {RAPIDOCR}")
            return [RapidOcr()]
        case "tesseract":
            if not Tesseract.installed():
                raise NoEngine(f"tesseract is not installed; install {_data(['ru', 'en'])}")
            return [Tesseract()]
        case "scripted":
            return [ScriptedOcr()]
        case _:
            raise ValueError(
                f"no OCR engine is called {name!r}: there are auto, rapidocr, tesseract, scripted"
            )


def _data(languages: Sequence[str]) -> str:
    data = [DATA[one] for one in languages]
    packages = " ".join(f"tesseract-ocr-{one.replace('_', '-')}" for one in data)
    return (
        f"tesseract with its {', '.join(data)} data "
        f"(Debian, Ubuntu: apt install tesseract-ocr {packages})"
    )
