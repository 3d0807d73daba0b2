"""Speech that is longer than a session may be, with connections that break: nothing gets lost.

The emulator keeps sessions short, and each of them is cut besides. What is heard has to be what one
session without limits hears.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import grpc
import numpy as np
import pytest

from tests.unit.service_of_speech import runs
from tests.wire.colours import CREDENTIALS, Colour, Sync
from ycgrpc import audio
from ycgrpc._core import recordings
from ycgrpc.emulator import Emulator, Fault, Limits
from ycgrpc.emulator.engines.stt.hearing import Hypothesis, Word
from ycgrpc.types.speech import EndOfUtterance, Final, Refinement, SpeechEvent

SAMPLES = Path(__file__).parents[2] / "examples" / "samples"
METHOD = "Recognizer/RecognizeStreaming"
RATE = 8_000
FOREVER = Limits(stt_stream_seconds=1e6, stt_stream_bytes=10**9)
Heard = list[tuple[str, float, float]]


class Numbers:
    """An engine that hears a word wherever samples hold its number, at any place."""

    name = "numbers"
    languages: Sequence[str] = ()
    instant = True

    def listen(self, language: str, sample_rate: int, *, pause_ms: int = 500) -> HeardNumbers:
        return HeardNumbers(sample_rate, pause_ms)


class HeardNumbers:
    """One session of it."""

    def __init__(self, rate: int, pause_ms: int) -> None:
        self._rate = rate
        self._pause = pause_ms * rate // 1000
        self._heard = 0
        self._words: list[tuple[int, int, int]] = []

    def feed(self, pcm: bytes) -> list[Hypothesis]:
        found: list[Hypothesis] = []
        samples = np.frombuffer(pcm, "<i2")
        for number, start, end in runs(samples):
            start, end = start + self._heard, end + self._heard
            if number and self._words and self._words[-1][0] == number:
                self._words[-1] = (number, self._words[-1][1], end)
            elif number:
                self._words.append((number, start, end))
            elif self._words and end - self._words[-1][2] >= self._pause:
                found.append(self._hypothesis(self._words[-1][2] + self._pause, final=True))
                self._words = []
        self._heard += len(samples)
        if self._words:
            found.append(self._hypothesis(self._heard, final=False))
        return found

    def end_utterance(self) -> list[Hypothesis]:
        words, self._words = self._words, []
        return [self._hypothesis(self._heard, final=True, words=words)] if words else []

    def finish(self) -> list[Hypothesis]:
        return self.end_utterance()

    def _hypothesis(self, place: int, *, final: bool, words: Any = None) -> Hypothesis:
        said = tuple(
            Word(f"w{number}", self._ms(start), self._ms(end))
            for number, start, end in words or self._words
        )
        return Hypothesis(said, final, final, self._ms(place))

    def _ms(self, samples: int) -> int:
        return samples * 1000 // self._rate


def twelve_minutes() -> bytes:
    """Words of all lengths, from 80 to 600 ms, with pauses from 30 ms to 2 s, the same each time."""
    numbers = np.random.default_rng(12)
    parts: list[Any] = []
    samples, number = 0, 0
    while samples < 12 * 60 * RATE:
        number += 1
        pause = numbers.choice([30, 60, 110, 170, 500, 700, 2_000], p=[0.2] * 4 + [0.1, 0.06, 0.04])
        length = numbers.integers(80, 600)
        lengths = [int(pause) * RATE // 1000, int(length) * RATE // 1000]
        parts.append(np.repeat(np.array([0, number], "<i2"), lengths))
        samples += sum(lengths)
    return b"".join(part.tobytes() for part in parts)


def streamed(
    colour: Colour, emulator: Emulator, pieces: Iterable[Any], **options: Any
) -> list[SpeechEvent]:
    client = colour.client(CREDENTIALS, endpoint=emulator.target, plaintext=True)
    source = audio.chunks(pieces, sample_rate=options.pop("rate", RATE))
    events: list[SpeechEvent] = []
    colour.collect(client.stt.stream(source, language="en-US", **options), events.append)
    return events


def cut(samples: bytes, size: int = 3_200) -> Iterator[bytes]:
    for start in range(0, len(samples), size):
        yield samples[start : start + size]


def words(events: Iterable[SpeechEvent]) -> Heard:
    return [
        (word.text, word.start, word.end)
        for event in events
        if isinstance(event, Final)
        for word in event.words
    ]


def same(found: Heard, wanted: Heard) -> None:
    assert [word for word, _, _ in found] == [word for word, _, _ in wanted]
    for (word, start, end), (_, start_, end_) in zip(found, wanted, strict=True):
        assert abs(start - start_) <= 0.05, word
        assert abs(end - end_) <= 0.05, word


@pytest.fixture(scope="module")
def recording() -> bytes:
    return twelve_minutes()


@pytest.fixture(scope="module")
def one_session(recording: bytes) -> list[SpeechEvent]:
    """What a single session without limits hears, by the bare service."""
    with Emulator(stt=Numbers(), limits=FOREVER) as emulator:
        colour = Sync()
        try:
            return streamed(colour, emulator, cut(recording), continuous=False, normalization=True)
        finally:
            colour.close()


BREAKS = [
    grpc.StatusCode.UNAVAILABLE,
    grpc.StatusCode.INTERNAL,
    grpc.StatusCode.CANCELLED,
    grpc.StatusCode.OUT_OF_RANGE,
]


def test_twelve_minutes_through_short_sessions_that_break_off(
    colour: Colour, recording: bytes, one_session: list[SpeechEvent]
) -> None:
    wanted = words(one_session)
    assert len(wanted) > 1_000
    assert wanted[-1][2] > 700
    with Emulator(stt=Numbers(), limits=Limits(stt_stream_seconds=60.0)) as emulator:
        breaks = [Fault(BREAKS[number % 4], after_audio=40.0) for number in range(200)]
        emulator.script(METHOD, *breaks)
        events = streamed(colour, emulator, cut(recording), normalization=True)
        calls = [call for call in emulator.report() if call.method.endswith(METHOD)]
    same(words(events), wanted)
    assert 18 <= len(calls) < 40
    assert sum(call.code is not grpc.StatusCode.OK for call in calls) >= 10

    # And all else that there is to tell.
    finals = [event for event in events if isinstance(event, Final)]
    assert [final.index for final in finals] == list(range(len(finals)))
    assert all(event.index < len(finals) for event in events if isinstance(event, Refinement))
    ends = [event.at for event in events if isinstance(event, EndOfUtterance)]
    ends_there = [event.at for event in one_session if isinstance(event, EndOfUtterance)]
    assert ends == sorted(ends)
    assert set(map(round, ends)) <= set(map(round, ends_there))


def test_twelve_minutes_through_short_sessions(
    colour: Colour, recording: bytes, one_session: list[SpeechEvent]
) -> None:
    """The limit is learnt at the first session's end; the others are ended here, in time."""
    with Emulator(stt=Numbers(), limits=Limits(stt_stream_seconds=60.0)) as emulator:
        events = streamed(colour, emulator, cut(recording), normalization=True)
        codes = [call.code for call in emulator.report() if call.method.endswith(METHOD)]
    same(words(events), words(one_session))
    assert codes.count(grpc.StatusCode.OUT_OF_RANGE) == 1
    assert len(codes) < 22
    texts = {e.index: e.text for e in one_session if isinstance(e, Refinement)}
    assert {e.index: e.text for e in events if isinstance(e, Refinement)} == texts
    ends = [event.at for event in one_session if isinstance(event, EndOfUtterance)]
    assert [e.at for e in events if isinstance(e, EndOfUtterance)] == pytest.approx(ends, abs=0.01)


def test_connections_that_are_reset(colour: Colour) -> None:
    """The whole server goes away and comes back, twice; the source knows nothing of it."""
    said = twelve_minutes()[: RATE * 2 * 60]
    port = 0
    emulators: list[Emulator] = []

    def start(port: int) -> Emulator:
        emulators.append(Emulator(stt=Numbers(), port=port).start())
        return emulators[-1]

    def pieces() -> Iterator[bytes]:
        for number, piece in enumerate(cut(said)):
            if number in (100, 200):
                emulators[-1].stop()
                start(port)
            yield piece

    try:
        port = int(start(0).target.rpartition(":")[2])
        events = streamed(colour, emulators[0], pieces())
        whole = streamed(colour, emulators[-1], cut(said))
        assert all(emulator.report() for emulator in emulators)
    finally:
        for emulator in emulators:
            emulator.stop()
    assert len(emulators) == 3
    same(words(events), words(whole))


# --- Real speech.


@pytest.fixture(scope="module")
def kettle() -> tuple[bytes, int]:
    content = (SAMPLES / "kettle.wav").read_bytes()
    return recordings.wav_samples(content), recordings.inspect(content).sample_rate or 0


def test_real_speech_is_the_same_away_from_the_seams(kettle: tuple[bytes, int]) -> None:
    """An engine that learns as it hears hears alike in each session but where one begins."""
    pytest.importorskip("pocketsphinx")

    samples, rate = kettle
    pause = bytes(rate * 2)
    once = len(samples + pause) / 2 / rate
    loop = (samples + pause) * 10
    colour = Sync()
    try:
        with Emulator(stt="pocketsphinx", limits=FOREVER) as emulator:
            first = words(streamed(colour, emulator, cut(samples + pause, 6_400), rate=rate))
        with Emulator(stt="pocketsphinx", limits=Limits(stt_stream_seconds=20.0)) as emulator:
            fault = Fault(grpc.StatusCode.UNAVAILABLE, after_audio=11.0)
            emulator.script(METHOD, None, *[fault, None] * 30)
            events = streamed(colour, emulator, cut(loop, 6_400), rate=rate)
            sessions = len(emulator.report())
    finally:
        colour.close()
    assert sessions >= 4
    found = words(events)
    assert found == sorted(found, key=lambda word: word[1])
    assert len(first) > 10
    wanted = [(word, number * once + start) for number in range(10) for word, start, _ in first]
    matched = sum(
        any(word == other and abs(start - begin) < 0.25 for other, begin, _ in found)
        for word, start in wanted
    )
    assert matched >= 0.85 * len(wanted)
    assert abs(len(found) - len(wanted)) <= 0.1 * len(wanted)
