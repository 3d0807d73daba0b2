"""What a speech engine gives back, and what the emulator asks of an engine.

Audio is one channel of signed 16-bit little-endian samples. Times are milliseconds from the start of
the audio that one ``Listening`` was fed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

SAMPLE_BYTES = 2

PAUSE_MS = 500
"""A pause of this length ends an utterance, unless something else is asked for."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was spoken, in small letters and without punctuation."""

    text: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """What was heard of an utterance.

    Attributes:
        words: in order, those of the whole utterance so far; those since the last final, where an
            utterance has several. Empty where nothing was understood.
        final: whether the words will not change any more. What is not final is replaced by the next
            hypothesis.
        ends_utterance: whether the speaker has finished; only a final does.
        end_ms: up to where the audio was heard.
    """

    words: tuple[Word, ...]
    final: bool
    ends_utterance: bool
    end_ms: int

    @property
    def text(self) -> str:
        """The words with a space between."""
        return " ".join(word.text for word in self.words)


class Listening(Protocol):
    """One channel of audio from start to end; used by one thread at a time, not always the same.

    It may be dropped at any time.
    """

    def feed(self, pcm: bytes) -> Sequence[Hypothesis]:
        """Hears a piece of any length, in whole samples.

        Returns:
            What is new: the finals of utterances that ended, and a partial last of all if an
            utterance is going on and sounds different from before.
        """
        ...

    def end_utterance(self) -> Sequence[Hypothesis]:
        """The final of the utterance that is going on, if any: the client says that it has ended."""
        ...

    def finish(self) -> Sequence[Hypothesis]:
        """What is left at the end of the audio; nothing may be fed afterwards."""
        ...


@runtime_checkable
class Measured(Protocol):
    """What a ``Listening`` may tell beside; otherwise it has heard all that it was fed."""

    @property
    def heard_ms(self) -> int:
        """Up to where there are no words but those that it gave, in partials or in finals."""
        ...


class SpeechEngine(Protocol):
    """Something that hears speech; it listens to several channels at once, in several threads.

    With an attribute ``instant`` that is true it needs no thread: it listens on the event loop.
    """

    @property
    def name(self) -> str:
        """The engine's name, for messages."""
        ...

    @property
    def languages(self) -> Sequence[str]:
        """Codes of the languages that it understands, such as ``en-US``; empty for any."""
        ...

    def listen(self, language: str, sample_rate: int, *, pause_ms: int = PAUSE_MS) -> Listening:
        """Ears for one channel; returns at once, models are loaded when they are needed.

        Args:
            language: one of ``languages``, spelled like there.
            sample_rate: hertz, 8000 to 48000.
            pause_ms: how long a pause ends an utterance.
        """
        ...
