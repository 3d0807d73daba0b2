"""Speech recognition, version 2: recordings in the background."""

from __future__ import annotations

from typing import Any

import grpc
from ycgrpc_pb.yandex.cloud.ai.stt.v2 import stt_service_pb2
from ycgrpc_pb.yandex.cloud.operation import operation_pb2

from ycgrpc.emulator.audio import AudioFormat, RawPcm
from ycgrpc.emulator.auth import caller, check_folder
from ycgrpc.emulator.engines.stt.hearing import Hypothesis
from ycgrpc.emulator.engines.stt.selection import DEFAULT_LANGUAGE, SttSelection
from ycgrpc.emulator.normalization import mask, written
from ycgrpc.emulator.operations import Operations, Outcome
from ycgrpc.emulator.refusals import Refusal, invalid
from ycgrpc.emulator.stt import DETECTED, MODELS
from ycgrpc.emulator.transcription import Source, Transcriber, refusals
from ycgrpc.emulator.transcripts import chunks

KIND = "stt_v2"
DESCRIPTION = ""
PREFIX = "e03"
"""Of the ids. Source, as of the missing description: a sample in the documentation."""

DEFAULT_MODEL = "general"
DEFAULT_RATE = 48_000
SAMPLE_RATES = (8_000, 16_000, 48_000)
"""In hertz, for bare samples."""

SPECIFICATION = "config.specification"
FIELDS = {
    "content": "audio.content",
    "uri": "audio.uri",
    "format": f"{SPECIFICATION}.audio_encoding",
    "sample_rate_hertz": f"{SPECIFICATION}.sample_rate_hertz",
    "audio_channel_count": f"{SPECIFICATION}.audio_channel_count",
}


class LongRunningRecognition:
    """Recognition as an operation, which carries the transcript as its response.

    Args:
        engines: what hears the speech.
        transcriber: what gives it the recordings.
        operations: where the work goes on.
    """

    def __init__(
        self, engines: SttSelection, transcriber: Transcriber, operations: Operations
    ) -> None:
        self._engines = engines
        self._transcriber = transcriber
        self._operations = operations

    async def LongRunningRecognize(  # noqa: N802 - named by the interface
        self, request: stt_service_pb2.LongRunningRecognitionRequest, context: Any
    ) -> operation_pb2.Operation:
        """The operation; what can be known without hearing the recording is known by then.

        Raises:
            Refusal: PERMISSION_DENIED for user accounts, INVALID_ARGUMENT, or FAILED_PRECONDITION
                for what the emulator cannot do.
        """
        account = caller.get()
        if account.kind != "service":
            raise Refusal(
                grpc.StatusCode.PERMISSION_DENIED,
                "Permission denied: recordings are recognized for service accounts only",
            )
        check_folder(account, request.config.folder_id or None, needed_in=None)
        source = _source(request.audio)
        asked = request.config.specification
        if (asked.model or DEFAULT_MODEL) not in MODELS:
            raise invalid((f"{SPECIFICATION}.model", f"must be one of {', '.join(MODELS)}"))
        kind = _format(asked)
        code = asked.language_code or DEFAULT_LANGUAGE
        with refusals(FIELDS, source):
            detected = code.lower() == DETECTED
            engine, language = self._engines.other([]) if detected else self._engines.named([code])
            await self._transcriber.check(source, kind)

        def text(heard: Hypothesis) -> str:
            return written(
                [word.text for word in heard.words],
                digits=not asked.raw_results,
                polished=asked.literature_text,
                masked=asked.profanity_filter,
            )

        async def work() -> Outcome:
            with refusals(FIELDS, source):
                transcript = await self._transcriber.transcribe(source, kind, engine, language)
            shown = chunks(transcript, text, mask if asked.profanity_filter else str)
            return Outcome(response=shown)

        return self._operations.begin(KIND, DESCRIPTION, PREFIX, account.id, work)


def _source(audio: stt_service_pb2.RecognitionAudio) -> Source:
    match audio.WhichOneof("audio_source"):
        case "content":
            return audio.content
        case "uri":
            return audio.uri
        case _:
            raise invalid(("audio.audio_source", "exactly one of content, uri must be set"))


def _format(asked: stt_service_pb2.RecognitionSpec) -> AudioFormat:
    match asked.audio_encoding:
        case stt_service_pb2.RecognitionSpec.LINEAR16_PCM:
            rate = asked.sample_rate_hertz or DEFAULT_RATE
            if rate not in SAMPLE_RATES:
                rates = ", ".join(map(str, SAMPLE_RATES))
                raise invalid((FIELDS["sample_rate_hertz"], f"must be one of {rates}"))
            return RawPcm(rate, asked.audio_channel_count or 1)
        case stt_service_pb2.RecognitionSpec.MP3:
            return "MP3"
        case (
            stt_service_pb2.RecognitionSpec.OGG_OPUS
            | stt_service_pb2.RecognitionSpec.AUDIO_ENCODING_UNSPECIFIED
        ):
            return "OGG_OPUS"
        case _:
            raise invalid((FIELDS["format"], "must be LINEAR16_PCM, OGG_OPUS or MP3"))
