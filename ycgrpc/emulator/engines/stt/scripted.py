"""An engine for tests: words that were decided beforehand, at decided times."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from ycgrpc.emulator.engines.stt.hearing import PAUSE_MS, SAMPLE_BYTES, Hypothesis, Word

SLOT_MS = 500
SPOKEN_MS = 400
"""The part of a slot that its word takes."""

SILENCE = 64
"""Samples up to this are silence, which lossy codecs do not leave at zero."""

Script = Callable[[bytes, int], str | None]


def numbered(pcm: bytes, number: int) -> str | None:
    """``word-0`` in the first half second, ``word-1`` in the second, ...; nothing in silence."""
    samples = np.frombuffer(pcm, "<i2")
    loud = bool(len(samples)) and max(int(samples.max()), -int(samples.min())) > SILENCE
    return f"word-{number}" if loud else None


class ScriptedSpeech:
    """An engine that hears what it is told to, in any language.

    A word shows in partials as soon as the audio up to its end was fed; an utterance is final when
    the audio has gone on for a pause without a further word.

    Args:
        words: text, start and end in milliseconds, in order; without them each half second of audio
            is given to the script.
        script: called with the samples of half a second, and its number from 0, for the word that is
            said in its first 400 ms; ``None`` is silence. As it sees the samples, a test can put the
            words into the audio.
        words_per_final: splits longer utterances into several finals.
    """

    name = "scripted"
    languages = ()

    def __init__(
        self,
        words: Iterable[tuple[str, int, int]] | None = None,
        *,
        script: Script = numbered,
        words_per_final: int | None = None,
    ) -> None:
        self._words = None if words is None else tuple(Word(*word) for word in words)
        self._script = script
        self._words_per_final = words_per_final
        self.instant = script is numbered  # nobody knows how long another one takes

    def listen(
        self, language: str, sample_rate: int, *, pause_ms: int = PAUSE_MS
    ) -> ScriptedListening:
        """Ears for one channel."""
        return ScriptedListening(
            self._words, self._script, self._words_per_final, sample_rate, pause_ms
        )


class ScriptedListening:
    """One channel; see ``ScriptedSpeech``."""

    def __init__(
        self,
        words: Sequence[Word] | None,
        script: Script,
        words_per_final: int | None,
        sample_rate: int,
        pause_ms: int,
    ) -> None:
        self._coming = None if words is None else list(words)
        self._script = script
        self._words_per_final = words_per_final
        self._byte_rate = sample_rate * SAMPLE_BYTES
        self._pause_ms = pause_ms
        self._slot_bytes = self._byte_rate * SLOT_MS // 1000 // SAMPLE_BYTES * SAMPLE_BYTES
        self._slots = 0
        self._piece = b""
        self._bytes = 0
        self._said: list[Word] = []
        self._shown = ""
        self._open = False  # whether the utterance has a word, if only in finals that were given
        self._end = 0  # of the last word

    def feed(self, pcm: bytes) -> list[Hypothesis]:
        """Finals that are due, and a partial last of all if there are new words."""
        self._bytes += len(pcm)
        return self._heard(self._words(pcm))

    def end_utterance(self) -> list[Hypothesis]:
        """The final of the utterance that is going on, if any."""
        return [self._final(self._now)] if self._open else []

    def finish(self) -> list[Hypothesis]:
        """What is left at the end of the audio."""
        last: list[Word] = []
        if self._coming is None and self._piece:
            last = self._slot(self._piece)
        heard = [one for one in self._heard(last) if one.final]
        return heard + self.end_utterance()

    @property
    def _now(self) -> int:
        return self._bytes * 1000 // self._byte_rate

    def _words(self, pcm: bytes) -> list[Word]:
        words: list[Word] = []
        if self._coming is not None:
            words += [word for word in self._coming if word.end_ms <= self._now]
            del self._coming[: len(words)]
            return words
        self._piece += pcm
        while len(self._piece) >= self._slot_bytes:
            words += self._slot(self._piece[: self._slot_bytes])
            self._piece = self._piece[self._slot_bytes :]
        return words

    def _slot(self, pcm: bytes) -> list[Word]:
        text, start = self._script(pcm, self._slots), self._slots * SLOT_MS
        self._slots += 1
        end = start + min(SPOKEN_MS, len(pcm) * 1000 // self._byte_rate)
        return [] if text is None else [Word(text, start, end)]

    def _heard(self, words: Iterable[Word]) -> list[Hypothesis]:
        heard: list[Hypothesis] = []
        for word in words:
            heard += self._ended(word.start_ms)
            if self._words_per_final and len(self._said) == self._words_per_final:
                heard.append(self._final(self._said[-1].end_ms, ends_utterance=False))
            self._said.append(word)
            self._open, self._end = True, word.end_ms
        heard += self._ended(self.heard_ms)
        text = " ".join(word.text for word in self._said)
        if text and text != self._shown:
            heard.append(Hypothesis(tuple(self._said), False, False, self._now))
        self._shown = text
        return heard

    @property
    def heard_ms(self) -> int:
        """Up to where it is known what is said."""
        if self._coming is None:  # what is in a slot that has not ended is not known yet
            return self._slots * SLOT_MS
        return min([self._now, *(word.start_ms for word in self._coming[:1])])

    def _ended(self, now: int) -> list[Hypothesis]:
        over = self._open and now - self._end >= self._pause_ms
        return [self._final(self._end + self._pause_ms)] if over else []

    def _final(self, end_ms: int, *, ends_utterance: bool = True) -> Hypothesis:
        final = Hypothesis(tuple(self._said), True, ends_utterance, end_ms)
        self._said, self._shown = [], ""
        self._open = not ends_utterance
        return final
