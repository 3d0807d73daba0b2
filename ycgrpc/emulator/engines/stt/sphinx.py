"""PocketSphinx: American English, by a model that comes inside its wheel."""

from __future__ import annotations

import re
from collections import deque
from importlib import import_module
from importlib.util import find_spec
from threading import Lock
from typing import Any

from ycgrpc.emulator.engines.stt.hearing import PAUSE_MS, Hypothesis, Word
from ycgrpc.emulator.engines.stt.resampling import Hiss, Resampler

RATE = 16_000
"""Of the model, in hertz."""

FRAMES_PER_SECOND = 100
"""Of the decoder, which counts time in them."""

ALTERNATE = re.compile(r"\(\d+\)$")
"""Behind a word: which of its pronunciations it was."""

NO_WORDS = ("<", "[", "+")
"""How silence, noise and the ends of a sentence begin."""

STRICT = 3
"""Of the voice activity detector, which takes noise for speech otherwise."""

FRAME_MS = 30
"""The piece of audio that the detector looks at."""

ONSET, ONSET_WITHIN = 4, 7
"""Speech begins with so many frames of voice among so many."""

LEAD = 10
"""Frames before the first voice that the decoder hears too: soft consonants are no voice."""

NARROW = 12_000
"""Below this rate, in hertz, half of what the model listens to is missing."""

MEANS = "40,3,-1,0,0,0,0,0,0,0,0,0,0"
NARROW_MEANS = "50,6,2,20,2,0,6,-7,-2,-3,3,5,0"
"""Of the cepstrum, from which the decoder starts to adapt itself: the model's own, and those measured
on narrow recordings, which without them it understands only after some sentences."""

HISS = 30
"""Of the noise that fills the missing band, so faintly that it is no voice: the model knows no
absolute silence there."""

MOST_IDLE = 2
"""Decoders that are kept for those who speak next; a further one is made in less than a second."""

LONGEST_MS = 20_000
"""An utterance that goes on is cut here: the decoder's last pass holds up the whole process."""


class PocketSphinx:
    """An engine with one decoder, of some 100 MB, for each channel on which somebody speaks.

    Audio of 8 kHz is understood a little less well: the model knows no telephones.
    """

    name = "pocketsphinx"
    languages = ("en-US",)

    def __init__(self) -> None:
        self._idle: list[Any] = []
        self._lending = Lock()

    @staticmethod
    def installed() -> bool:
        """Whether the package is there; imports nothing."""
        return find_spec("pocketsphinx") is not None

    def listen(
        self, language: str, sample_rate: int, *, pause_ms: int = PAUSE_MS
    ) -> SphinxListening:
        """Ears for one channel."""
        return SphinxListening(self, sample_rate, pause_ms)

    def lend(self, means: str) -> Any:
        """A decoder that knows nothing of what others heard, so that all hear alike."""
        with self._lending:
            decoder = self._idle.pop() if self._idle else _new_decoder()
        decoder.set_cmn(means)
        return decoder

    def take_back(self, decoder: Any) -> None:
        """A decoder between two utterances, for somebody else if not enough of them wait."""
        with self._lending:
            if len(self._idle) < MOST_IDLE:
                self._idle.append(decoder)


def _new_decoder() -> Any:
    # The second pass over an utterance mends little, takes half as long again, and all of that in one
    # go, without letting another thread run.
    return import_module("pocketsphinx").Decoder(samprate=RATE, fwdflat=False, loglevel="FATAL")


class SphinxListening:
    """One channel; see ``PocketSphinx``."""

    def __init__(self, engine: PocketSphinx, sample_rate: int, pause_ms: int) -> None:
        self._engine = engine
        self._narrow = sample_rate < NARROW
        self._resampler = Resampler(sample_rate, RATE)
        self._hiss = Hiss(HISS if sample_rate < NARROW else 0)
        self._voice: Any = None
        self._decoder: Any = None
        self._pause_ms = pause_ms
        self._rest = b""  # less than a frame
        self._before: deque[tuple[bytes, bool]] = deque(maxlen=LEAD + ONSET_WITHIN)
        self._frames = 0
        self._speaking = False
        self._start_ms = 0
        self._voice_ms = 0  # where the last voice was
        self._heard_ms = 0  # where the last word ends
        self._shown = ""

    def feed(self, pcm: bytes) -> list[Hypothesis]:
        """Finals of utterances that ended, and a partial last of all if it is a new one."""
        heard = self._hear(self._hiss.over(self._resampler.feed(pcm)))
        if self._speaking:
            words = self._words()
            self._heard_ms = words[-1].end_ms if words else 0
            text = " ".join(word.text for word in words)
            if text and text != self._shown:
                heard.append(Hypothesis(words, False, False, self._now))
            self._shown = text
        return heard

    def end_utterance(self) -> list[Hypothesis]:
        """The final of the utterance that is going on, if any words were heard."""
        if not self._speaking:
            return []
        self._decoder.end_utt()
        words = self._words()
        self._speaking, self._shown = False, ""
        self._before.clear()
        return [Hypothesis(words, True, True, self._now)] if words else []

    def finish(self) -> list[Hypothesis]:
        """What is left at the end of the audio."""
        heard = self._hear(self._hiss.over(self._resampler.finish()))
        if self._speaking and self._rest:
            self._decoder.process_raw(self._rest)
        heard += self.end_utterance()
        if self._decoder is not None:
            self._engine.take_back(self._decoder)
            self._decoder = None
        return heard

    @property
    def heard_ms(self) -> int:
        """Up to where it is known what is said; somebody may have begun to speak since."""
        if self._speaking:
            return max(self._heard_ms, self._start_ms)
        return self._now - len(self._before) * FRAME_MS

    @property
    def _now(self) -> int:
        return self._frames * FRAME_MS

    def _hear(self, pcm: bytes) -> list[Hypothesis]:
        if self._voice is None:
            self._voice = import_module("pocketsphinx").Vad(
                mode=STRICT, sample_rate=RATE, frame_length=FRAME_MS / 1000
            )
        heard: list[Hypothesis] = []
        self._rest += pcm
        size: int = self._voice.frame_bytes
        whole = len(self._rest) // size * size
        for start in range(0, whole, size):
            heard += self._hear_frame(self._rest[start : start + size])
        self._rest = self._rest[whole:]
        return heard

    def _hear_frame(self, frame: bytes) -> list[Hypothesis]:
        self._frames += 1
        voice: bool = self._voice.is_speech(frame)
        if voice:
            self._voice_ms = self._now
        if self._speaking:
            self._decoder.process_raw(frame)
            quiet = self._now - self._voice_ms >= self._pause_ms
            return self.end_utterance() if quiet or self._is_long else []
        self._before.append((frame, voice))
        if sum(spoken for _, spoken in list(self._before)[-ONSET_WITHIN:]) >= ONSET:
            self._begin()
        return []

    @property
    def _is_long(self) -> bool:
        return self._now - self._start_ms >= LONGEST_MS

    def _begin(self) -> None:
        if self._decoder is None:
            self._decoder = self._engine.lend(NARROW_MEANS if self._narrow else MEANS)
        self._start_ms = self._now - len(self._before) * FRAME_MS
        self._speaking = True
        self._decoder.start_utt()
        for frame, _ in self._before:
            self._decoder.process_raw(frame)

    def _words(self) -> tuple[Word, ...]:
        return tuple(
            Word(
                ALTERNATE.sub("", one.word),
                self._time(one.start_frame),
                self._time(one.end_frame + 1),
            )
            for one in self._decoder.seg() or ()
            if not one.word.startswith(NO_WORDS)
        )

    def _time(self, frame: int) -> int:
        return self._start_ms + frame * 1000 // FRAMES_PER_SECOND
