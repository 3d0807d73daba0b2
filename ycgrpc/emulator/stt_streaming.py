"""Speech recognition, version 3: live streams.

What a session's audio may be, and what it may come to, is in ``streams.py``.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from typing import Any
from uuid import uuid4

import grpc
from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_pb2, stt_service_pb2_grpc

from ycgrpc.emulator.analysis import conversation_analysis, spoken
from ycgrpc.emulator.audio_streams import streamed
from ycgrpc.emulator.clock import Clock
from ycgrpc.emulator.engines.stt.hearing import PAUSE_MS, Hypothesis, Word
from ycgrpc.emulator.engines.stt.selection import SttSelection
from ycgrpc.emulator.limits import Limits
from ycgrpc.emulator.refusals import Refusal, invalid
from ycgrpc.emulator.streams import NEVER, Hearing, Idle, Requests
from ycgrpc.emulator.stt import FIELDS as FILE_FIELDS
from ycgrpc.emulator.stt import (
    LIVE_MODELS,
    audio_format,
    check_analysis,
    model_checked,
    recognizer,
    refiner,
)
from ycgrpc.emulator.transcription import refusals
from ycgrpc.emulator.transcripts import Channel, speaker

PARTIAL_MS = 500
"""After so much audio that changed nothing, in milliseconds, a partial says so."""

CLIENT_REQUEST_ID = "x-client-request-id"

FIELDS = {**FILE_FIELDS, "content": "chunk.data"}

FULL_DATA = stt_pb2.RecognitionModelOptions.FULL_DATA

TAG = "0"
"""Of the only channel."""


class StreamingRecognition(stt_service_pb2_grpc.RecognizerServicer):
    """Recognition while the speaker speaks.

    Each message is answered before the next is read. Signs of life are counted by the audio, so that
    the same audio gives the same messages, however fast it comes.

    Args:
        engines: what hears the speech.
        readers: where it listens.
        limits: of a session.
        clock: the time that sessions last by.
    """

    def __init__(
        self, engines: SttSelection, readers: Executor, limits: Limits, clock: Clock
    ) -> None:
        self._engines = engines
        self._readers = readers
        self._limits = limits
        self._clock = clock

    async def RecognizeStreaming(  # noqa: N802 - named by the interface
        self, request: AsyncIterator[stt_pb2.StreamingRequest], context: Any
    ) -> AsyncIterator[stt_pb2.StreamingResponse]:
        """What is heard, as it is heard.

        A session without audio ends well; one that is idle ends with what was heard.

        Raises:
            Refusal: INVALID_ARGUMENT, OUT_OF_RANGE for what a session may not have, or
                FAILED_PRECONDITION for what the emulator cannot do.
        """
        requests = Requests(request, self._limits, self._clock)
        metadata = {key: str(value) for key, value in context.invocation_metadata() or ()}
        names = stt_pb2.SessionUuid(
            uuid=str(uuid4()), user_request_id=metadata.get(CLIENT_REQUEST_ID, "")
        )
        async for response in self._answers(requests):
            response.session_uuid.CopyFrom(names)
            response.response_wall_time_ms = requests.lasted_ms
            yield response

    async def _answers(
        self, requests: Requests[stt_pb2.StreamingRequest]
    ) -> AsyncIterator[stt_pb2.StreamingResponse]:
        options = await _options(requests)
        with refusals(FIELDS, b""):
            hearing, answers = self._begun(options)
            yield answers.begin()
            why, code = "", grpc.StatusCode.OK
            try:
                while (request := await requests.next()) is not None:
                    for response in await _answered(request, options, hearing, answers):
                        yield response
            except Idle:
                why = f"There was no message for {self._limits.stt_stream_idle:g} seconds"
                code = self._limits.stt_stream_idle_code
            for response in answers.finish(await hearing.finish(), why):
                yield response
            if code is not grpc.StatusCode.OK:
                raise Refusal(code, why)

    def _begun(self, options: stt_pb2.StreamingOptions) -> tuple[Hearing, _Answers]:
        model = options.recognition_model
        model_checked(model.model, LIVE_MODELS)
        audio = streamed(audio_format(model.audio_format), self._limits)
        check_analysis(options)
        pause = _pause_ms(options.eou_classifier)
        engine, language, detected = recognizer(self._engines, model.language_restriction)
        hearing = Hearing(audio, engine, language, pause, self._readers, self._limits)
        channel = Channel(
            TAG,
            refined=None if detected else refiner(model.text_normalization),
            language=language if detected else None,
        )
        interval = round(self._limits.stt_status_interval * 1000)
        return hearing, _Answers(options, hearing, channel, interval)


class _Answers:
    """The messages of a session, in the documented order.

    Args:
        options: of the session.
        hearing: its audio.
        channel: what makes the messages.
        interval: milliseconds of audio from one sign of life to the next.
    """

    def __init__(
        self, options: stt_pb2.StreamingOptions, hearing: Hearing, channel: Channel, interval: int
    ) -> None:
        self._analysis = options.speech_analysis
        self._external = _is_external(options)
        self._at_the_end = options.recognition_model.audio_processing_type == FULL_DATA
        self._hearing = hearing
        self._channel = channel
        self._interval = max(1, interval)
        self._sign_ms = self._interval
        self._kept: list[Hypothesis | int] = []  # what is said at the end only
        self._going_on: tuple[Word, ...] = ()
        self._shown_ms: int | None = None  # where the last partial was shown of this utterance
        self._said: list[Hypothesis] = []
        self._is_open = False  # whether there were finals since the last end of an utterance

    def begin(self) -> stt_pb2.StreamingResponse:
        """The first sign of life."""
        return self._channel.status(stt_pb2.WORKING)

    def heard(self, hypotheses: Sequence[Hypothesis]) -> Iterator[stt_pb2.StreamingResponse]:
        """What comes of a piece of audio."""
        yield from self._received()
        for one in hypotheses:
            yield from self._told(one)
        if not self._at_the_end:
            yield from self._partial_if_due()

    def end_of_utterance(
        self, hypotheses: Sequence[Hypothesis]
    ) -> Iterator[stt_pb2.StreamingResponse]:
        """What comes of the client's word that an utterance has ended."""
        for one in hypotheses:
            yield from self._told(one)
        yield from self._told(self._hearing.received_ms)
        if not self._at_the_end:
            yield from self._partial_if_due()

    def finish(
        self, hypotheses: Sequence[Hypothesis], why: str
    ) -> Iterator[stt_pb2.StreamingResponse]:
        """What is left to say at the end.

        Args:
            hypotheses: the last ones.
            why: the session ends, if not because the client has no more.
        """
        yield from self._received()
        for one in hypotheses:
            yield from self._told(one)
        for kept in self._kept:
            yield from self._shown(kept)
        received = self._hearing.received_ms
        if self._is_open:
            yield from self._shown(received)
        if received:
            yield self._channel.partial(Hypothesis((), False, False, received))
        for figures in self._figures():
            yield self._channel.with_cursors(figures)
        yield self._channel.status(stt_pb2.CLOSED, why)

    def _received(self) -> Iterator[stt_pb2.StreamingResponse]:
        received = self._hearing.received_ms
        self._channel.received(received)
        while received >= self._sign_ms:
            self._sign_ms += self._interval
            yield self._channel.status(stt_pb2.WORKING)

    def _told(self, one: Hypothesis | int) -> Iterator[stt_pb2.StreamingResponse]:
        if isinstance(one, Hypothesis):
            one = replace(
                one,
                end_ms=min(one.end_ms, self._hearing.heard_ms),
                ends_utterance=one.ends_utterance and not self._external,
            )
        if not self._at_the_end:
            yield from self._shown(one)
        elif isinstance(one, int) or one.final:
            self._kept.append(one)

    def _shown(self, one: Hypothesis | int) -> Iterator[stt_pb2.StreamingResponse]:
        """A hypothesis, or the end of an utterance in milliseconds."""
        if isinstance(one, int):
            self._is_open, self._going_on, self._shown_ms = False, (), None
            yield self._channel.end_of_utterance(one)
        elif not one.final:
            self._going_on, self._shown_ms = one.words, self._hearing.heard_ms
            yield self._channel.partial(one)
        else:
            yield from self._channel.final(one)
            self._is_open, self._going_on = not one.ends_utterance, ()
            if one.ends_utterance:
                self._shown_ms = None
            if one.words:
                self._said.append(one)
                if self._analysis.enable_speaker_analysis:
                    figures = speaker(0, [one], spoken(one), self._analysis, "LAST_UTTERANCE")
                    yield self._channel.with_cursors(figures)

    def _partial_if_due(self) -> Iterator[stt_pb2.StreamingResponse]:
        heard = self._hearing.heard_ms
        due = self._shown_ms is None or heard - self._shown_ms >= PARTIAL_MS
        if due and self._hearing.received_ms:
            self._shown_ms = heard
            yield self._channel.partial(Hypothesis(self._going_on, False, False, heard))

    def _figures(self) -> Iterator[stt_pb2.StreamingResponse]:
        received = self._hearing.received_ms
        if self._analysis.enable_speaker_analysis:
            yield speaker(0, self._said, (0, received), self._analysis, "TOTAL")
        if self._analysis.enable_conversation_analysis:
            figures = conversation_analysis([self._said], received, self._analysis)
            yield stt_pb2.StreamingResponse(conversation_analysis=figures)


async def _options(requests: Requests[stt_pb2.StreamingRequest]) -> stt_pb2.StreamingOptions:
    try:
        first = await requests.next()
    except Idle:
        first = None
    if first is None or first.WhichOneof("Event") != "session_options":
        raise invalid(("session_options", "must come in the first message"))
    return first.session_options


async def _answered(
    request: stt_pb2.StreamingRequest,
    options: stt_pb2.StreamingOptions,
    hearing: Hearing,
    answers: _Answers,
) -> Iterator[stt_pb2.StreamingResponse]:
    match request.WhichOneof("Event"):
        case "chunk":
            return answers.heard(await hearing.hear(request.chunk.data))
        case "silence_chunk":
            milliseconds = request.silence_chunk.duration_ms
            if milliseconds < 0:
                raise invalid(("silence_chunk.duration_ms", "must not be below 0"))
            return answers.heard(await hearing.be_silent(milliseconds))
        case "eou":
            if not _is_external(options):
                raise invalid(("eou", "only sessions with an external_classifier take it"))
            return answers.end_of_utterance(await hearing.end_utterance())
        case "session_options":
            raise invalid(("session_options", "must come in the first message only"))
        case _:
            raise invalid(("Event", "must be set"))


def _is_external(options: stt_pb2.StreamingOptions) -> bool:
    return options.eou_classifier.HasField("external_classifier")


def _pause_ms(classifier: stt_pb2.EouClassifierOptions) -> int:
    """How long a pause ends an utterance."""
    if classifier.HasField("external_classifier"):
        return NEVER
    own = classifier.default_classifier
    pause = own.max_pause_between_words_hint_ms
    if pause < 0:
        field = "eou_classifier.default_classifier.max_pause_between_words_hint_ms"
        raise invalid((field, "must not be below 0"))
    pause = pause or PAUSE_MS
    return max(1, pause // 2) if own.type == stt_pb2.DefaultEouClassifier.HIGH else pause
