"""Speech recognition, version 2: live streams, and the service that has them beside recordings.

What a session's audio may be, and what it may come to, is in ``streams.py``.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from concurrent.futures import Executor
from typing import Any

import grpc
from ycgrpc_pb.yandex.cloud.ai.stt.v2 import stt_service_pb2, stt_service_pb2_grpc
from ycgrpc_pb.yandex.cloud.operation import operation_pb2

from ycgrpc.emulator.audio import AudioFormat, RawPcm
from ycgrpc.emulator.audio_streams import streamed
from ycgrpc.emulator.auth import caller, check_folder
from ycgrpc.emulator.clock import Clock
from ycgrpc.emulator.engines.stt.hearing import PAUSE_MS, Hypothesis
from ycgrpc.emulator.engines.stt.selection import DEFAULT_LANGUAGE, SttSelection
from ycgrpc.emulator.limits import Limits
from ycgrpc.emulator.normalization import PROFANITIES, written
from ycgrpc.emulator.refusals import Refusal, invalid
from ycgrpc.emulator.streams import Hearing, Idle, Requests
from ycgrpc.emulator.stt import DETECTED, LIVE_MODELS
from ycgrpc.emulator.stt_v2 import (
    DEFAULT_MODEL,
    DEFAULT_RATE,
    FIELDS,
    SAMPLE_RATES,
    SPECIFICATION,
    LongRunningRecognition,
)
from ycgrpc.emulator.transcription import refusals
from ycgrpc.emulator.transcripts import CONFIDENCE

Response = stt_service_pb2.StreamingRecognitionResponse
Spec = stt_service_pb2.RecognitionSpec


class StreamingRecognition:
    """Recognition while the speaker speaks.

    Each message is answered before the next is read.

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

    async def answers(
        self, messages: AsyncIterator[stt_service_pb2.StreamingRecognitionRequest]
    ) -> AsyncIterator[Response]:
        """What is heard, as it is heard; nothing after the only utterance that was asked for.

        A session without audio ends well; one that is idle ends with what was heard.

        Raises:
            Refusal: INVALID_ARGUMENT, OUT_OF_RANGE for what a session may not have, or
                FAILED_PRECONDITION for what the emulator cannot do.
        """
        requests = Requests(messages, self._limits, self._clock)
        asked = await _specification(requests)
        code = grpc.StatusCode.OK
        over = False  # the only utterance
        with refusals({**FIELDS, "content": "audio_content"}, b""):
            hearing = self._hearing(asked)
            try:
                while (request := await requests.next()) is not None:
                    content = _audio(request)
                    if over:
                        continue
                    for chunk in _chunks(await hearing.hear(content), asked):
                        yield Response(chunks=[chunk])
                        if asked.single_utterance and chunk.end_of_utterance:
                            over = True
                            break
            except Idle:
                code = self._limits.stt_stream_idle_code
            if not over:
                for chunk in _chunks(await hearing.finish(), asked):
                    if chunk.final:
                        yield Response(chunks=[chunk])
        if code is not grpc.StatusCode.OK:
            idle = self._limits.stt_stream_idle
            raise Refusal(code, f"There was no message for {idle:g} seconds")

    def _hearing(self, asked: Spec) -> Hearing:
        if (asked.model or DEFAULT_MODEL) not in LIVE_MODELS:
            raise invalid((f"{SPECIFICATION}.model", f"must be one of {', '.join(LIVE_MODELS)}"))
        audio = streamed(_format(asked), self._limits)
        code = asked.language_code or DEFAULT_LANGUAGE
        detected = code.lower() == DETECTED
        engine, language = self._engines.other([]) if detected else self._engines.named([code])
        return Hearing(audio, engine, language, PAUSE_MS, self._readers, self._limits)


class SttService(stt_service_pb2_grpc.SttServiceServicer):
    """Both methods.

    Args:
        recordings: the one that works in the background.
        streams: the other one.
    """

    def __init__(self, recordings: LongRunningRecognition, streams: StreamingRecognition) -> None:
        self._recordings = recordings
        self._streams = streams

    async def LongRunningRecognize(  # noqa: N802 - named by the interface
        self, request: stt_service_pb2.LongRunningRecognitionRequest, context: Any
    ) -> operation_pb2.Operation:
        """The operation.

        Raises:
            Refusal: see ``LongRunningRecognition``.
        """
        return await self._recordings.LongRunningRecognize(request, context)

    def StreamingRecognize(  # noqa: N802
        self,
        request: AsyncIterator[stt_service_pb2.StreamingRecognitionRequest],
        context: Any,
    ) -> AsyncIterator[Response]:
        """What is heard, as it is heard.

        Raises:
            Refusal: see ``StreamingRecognition``.
        """
        return self._streams.answers(request)


async def _specification(
    requests: Requests[stt_service_pb2.StreamingRecognitionRequest],
) -> Spec:
    try:
        first = await requests.next()
    except Idle:
        first = None
    if first is None or first.WhichOneof("streaming_request") != "config":
        raise invalid(("config", "must come in the first message"))
    folder_id = first.config.folder_id or None
    check_folder(caller.get(), folder_id, needed_in="config.folder_id")
    return first.config.specification


def _audio(request: stt_service_pb2.StreamingRecognitionRequest) -> bytes:
    match request.WhichOneof("streaming_request"):
        case "audio_content":
            return request.audio_content
        case "config":
            raise invalid(("config", "must come in the first message only"))
        case _:
            raise invalid(("streaming_request", "must be set"))


def _format(asked: Spec) -> AudioFormat:
    match asked.audio_encoding:
        case stt_service_pb2.RecognitionSpec.LINEAR16_PCM:
            rate = asked.sample_rate_hertz or DEFAULT_RATE
            if rate not in SAMPLE_RATES:
                rates = ", ".join(map(str, SAMPLE_RATES))
                raise invalid((FIELDS["sample_rate_hertz"], f"must be one of {rates}"))
            return RawPcm(rate, asked.audio_channel_count or 1)
        case (
            stt_service_pb2.RecognitionSpec.OGG_OPUS
            | stt_service_pb2.RecognitionSpec.AUDIO_ENCODING_UNSPECIFIED
        ):
            return "OGG_OPUS"
        case _:
            raise invalid((FIELDS["format"], "must be LINEAR16_PCM or OGG_OPUS in a stream"))


def _chunks(
    hypotheses: Sequence[Hypothesis], asked: Spec
) -> Iterator[stt_service_pb2.SpeechRecognitionChunk]:
    """What to say of what was heard; without words, as streams of this version have none."""
    for heard in hypotheses:
        if not (heard.final or asked.partial_results):
            continue
        words = [word.text for word in heard.words]
        if asked.profanity_filter:  # which leaves them out of streams
            words = [word for word in words if word not in PROFANITIES]
        text = " ".join(words)
        if heard.final:
            text = written(
                words, digits=not asked.raw_results, polished=asked.literature_text, masked=False
            )
        chunk = stt_service_pb2.SpeechRecognitionChunk(
            final=heard.final, end_of_utterance=heard.ends_utterance
        )
        if text:
            chunk.alternatives.add(text=text, confidence=CONFIDENCE)
        if text or heard.ends_utterance:
            yield chunk
