"""A service in memory that hears words in samples: a word is a stretch of those that hold its number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from ycgrpc_pb.yandex.cloud.ai.stt.v3.stt_pb2 import (
    Alternative,
    AlternativeUpdate,
    AudioCursors,
    EouUpdate,
    FinalRefinement,
    StatusCode,
    StreamingOptions,
    StreamingRequest,
    StreamingResponse,
    TextNormalizationOptions,
    Word,
)

RATE = 8_000
PAUSE = 400
"""Milliseconds without a word that end an utterance."""
IDLE = 5.0
"""Seconds without a message that end a session."""

ENABLED = TextNormalizationOptions.TEXT_NORMALIZATION_ENABLED


def speech(*words: tuple[int, int]) -> bytes:
    """Return samples: for each word the milliseconds of silence before it, and its length; from 1 on."""
    parts = [
        np.repeat(np.array([0, number], "<i2"), [silence * RATE // 1000, length * RATE // 1000])
        for number, (silence, length) in enumerate(words, 1)
    ]
    return b"".join(part.tobytes() for part in parts)


def times(*words: tuple[int, int]) -> list[tuple[str, float, float]]:
    """Return the words of ``speech`` with the seconds at which they start and end."""
    found: list[tuple[str, float, float]] = []
    now = 0
    for number, (silence, length) in enumerate(words, 1):
        found.append((f"w{number}", (now + silence) / 1000, (now + silence + length) / 1000))
        now += silence + length
    return found


def runs(samples: Any) -> Iterator[tuple[int, int, int]]:
    """Yield value, start and end of each stretch of equal samples."""
    if len(samples):
        edges = [0, *(np.flatnonzero(np.diff(samples)) + 1), len(samples)]
        for start, end in pairwise(edges):
            yield int(samples[start]), int(start), int(end)


class Service:
    """One session: takes requests, gives responses.

    Args:
        lag: Milliseconds after which a word that has begun shows in partials; before it none does.
        words_per_final: Splits longer utterances into several finals.
    """

    def __init__(self, *, lag: int = 0, words_per_final: int | None = None) -> None:
        self.options: StreamingOptions | None = None
        self.samples = 0
        self.bytes = 0
        self._lag = lag * RATE // 1000
        self._words_per_final = words_per_final
        self._words: list[tuple[int, int, int]] = []
        self._open = False  # whether there were finals since the last end of an utterance
        self._final = self._utterance = 0
        self._index = -1

    @property
    def seconds(self) -> float:
        """How much audio has come."""
        return self.samples / RATE

    @property
    def external(self) -> bool:
        """Whether the caller says where utterances end."""
        assert self.options is not None
        return self.options.eou_classifier.HasField("external_classifier")

    def take(self, request: StreamingRequest) -> Iterator[StreamingResponse]:
        """Hear a message, and say what there is to say."""
        event = request.WhichOneof("Event")
        assert (event == "session_options") is (self.options is None)
        if event == "session_options":
            self.options = request.session_options
            yield self._response(status_code=StatusCode(code_type="WORKING"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        elif event == "chunk":
            assert request.chunk.data
            self.bytes += len(request.chunk.data)
            yield from self._hear(np.frombuffer(request.chunk.data, "<i2"))
        elif event == "silence_chunk":
            assert request.silence_chunk.duration_ms > 0
            yield from self._hear(np.zeros(request.silence_chunk.duration_ms * RATE // 1000, "<i2"))
        else:
            assert event == "eou"
            assert self.external
            yield from self._end_utterance(self.samples, force=True)

    def close(self) -> Iterator[StreamingResponse]:
        """Take note that there is no more."""
        yield from self._end_utterance(self.samples)
        yield self._response(status_code=StatusCode(code_type="CLOSED"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

    def _hear(self, samples: Any) -> Iterator[StreamingResponse]:
        begin = self.samples
        self.samples += len(samples)
        for number, start, end in runs(samples):
            if number:
                yield from self._word(number, begin + start, begin + end)
            elif self._words and not self.external:
                over = self._words[-1][2] + PAUSE * RATE // 1000
                if begin + end >= over:
                    yield from self._end_utterance(over)
        yield self._response(partial=self._update(self.samples - self._lag))

    def _word(self, number: int, start: int, end: int) -> Iterator[StreamingResponse]:
        if self._words and self._words[-1][0] == number and self._words[-1][2] == start:
            self._words[-1] = (number, self._words[-1][1], end)
            return
        if self._words_per_final and len(self._words) == self._words_per_final:
            yield from self._finals(self._words[-1][2])
        self._words.append((number, start, end))

    def _end_utterance(self, place: int, *, force: bool = False) -> Iterator[StreamingResponse]:
        if self._words:
            yield from self._finals(place)
        if self._open or force:
            self._open, self._utterance = False, place
            yield self._response(eou_update=EouUpdate(time_ms=_ms(place)))

    def _finals(self, place: int) -> Iterator[StreamingResponse]:
        assert self.options is not None
        update = self._update(self.samples)
        self._final, self._words, self._open = place, [], True
        self._index += 1
        yield self._response(final=update)
        if self.options.recognition_model.text_normalization.text_normalization == ENABLED:
            text = update.alternatives[0].text.upper()
            refined = AlternativeUpdate(alternatives=[Alternative(text=text)])
            yield self._response(
                final_refinement=FinalRefinement(final_index=self._index, normalized_text=refined)
            )

    def _update(self, before: int) -> AlternativeUpdate:
        words = [
            Word(text=f"w{number}", start_time_ms=_ms(start), end_time_ms=_ms(end))
            for number, start, end in self._words
            if start < before
        ]
        return _update(words)

    def _response(self, **event: Any) -> StreamingResponse:
        return StreamingResponse(
            audio_cursors=AudioCursors(
                received_data_ms=_ms(self.samples),
                partial_time_ms=_ms(self.samples),
                final_time_ms=_ms(self._final),
                final_index=max(0, self._index),
                eou_time_ms=_ms(self._utterance),
            ),
            channel_tag="0",
            **event,
        )


def _update(words: Sequence[Word]) -> AlternativeUpdate:
    if not words:
        return AlternativeUpdate()
    alternative = Alternative(
        words=words,
        text=" ".join(word.text for word in words),
        start_time_ms=words[0].start_time_ms,
        end_time_ms=words[-1].end_time_ms,
    )
    return AlternativeUpdate(alternatives=[alternative])


def _ms(samples: int) -> int:
    return samples * 1000 // RATE
