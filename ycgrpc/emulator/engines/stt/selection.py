"""Which engine hears a request: by its languages, and by what is installed."""

from __future__ import annotations

from collections.abc import Sequence

from ycgrpc.emulator.engines.stt.hearing import SpeechEngine
from ycgrpc.emulator.engines.stt.scripted import ScriptedSpeech
from ycgrpc.emulator.engines.stt.sphinx import PocketSphinx

POCKETSPHINX = "PocketSphinx: pip install 'ycgrpc[emulator]'"
DEFAULT_LANGUAGE = "ru-RU"
"""What the service assumes when nothing is said."""


class NoEngine(Exception):
    """Nothing that is installed understands this; the message says what to do."""


class SttSelection:
    """Engines in order of preference, of which each request gets the right one."""

    def __init__(self, engines: Sequence[SpeechEngine]) -> None:
        self._engines = tuple(engines)

    def named(self, codes: Sequence[str]) -> tuple[SpeechEngine, str]:
        """The engine for the first of some languages that any understands, and its spelling.

        Args:
            codes: such as ``en-US``, in upper or lower case; at least one.

        Raises:
            NoEngine: none of them is understood.
        """
        for code in codes:
            for engine in self._engines:
                if not engine.languages:
                    return engine, code
                for language in engine.languages:
                    if _names(code, language):
                        return engine, language
        raise NoEngine(self._missing(", ".join(codes)))

    def other(self, codes: Sequence[str]) -> tuple[SpeechEngine, str]:
        """The first engine for any language but some, and the language.

        Raises:
            NoEngine: no other language is understood.
        """
        for engine in self._engines:
            for language in engine.languages or (DEFAULT_LANGUAGE, "en-US"):
                if not any(_names(code, language) for code in codes):
                    return engine, language
        raise NoEngine(self._missing(f"any language but {', '.join(codes)}" if codes else "any"))

    def _missing(self, asked: str) -> str:
        languages = sorted({one for engine in self._engines for one in engine.languages})
        installed = (
            f"the emulator understands {', '.join(languages)}"
            if languages
            else (f"none is installed; for en-US install {POCKETSPHINX}")
        )
        return (
            f"no speech engine for {asked}: {installed}; "
            "other languages need an engine of your own: Emulator(stt=...)"
        )


def _names(code: str, language: str) -> bool:
    """Whether a code, such as ``en-us`` or ``en``, is that of a language."""
    return code.lower() in (language.lower(), language.lower().partition("-")[0])


def engines_named(name: str) -> list[SpeechEngine]:
    """The engines for ``auto`` (all that are installed), ``pocketsphinx``, ``scripted``.

    Raises:
        NoEngine: the engine of that name is not installed.
        ValueError: there is no engine of that name.
    """
    match name:
        case "auto":
            return [PocketSphinx()] if PocketSphinx.installed() else []
        case "pocketsphinx":
            if not PocketSphinx.installed():
                raise NoEngine(f"pocketsphinx is not installed; install {POCKETSPHINX}")
            return [PocketSphinx()]
        case "scripted":
            return [ScriptedSpeech()]
        case _:
            raise ValueError(
                f"no speech engine is called {name!r}: there are auto, pocketsphinx, scripted"
            )
