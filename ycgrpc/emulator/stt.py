"""Speech recognition, version 3: recordings in the background."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Sequence
from functools import partial
from typing import Any
from uuid import NAMESPACE_OID, uuid5

import grpc
from ycgrpc_pb.google.protobuf import empty_pb2
from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_pb2, stt_service_pb2, stt_service_pb2_grpc
from ycgrpc_pb.yandex.cloud.operation import operation_pb2

from ycgrpc.emulator.audio import AudioFormat, Container, RawPcm
from ycgrpc.emulator.auth import caller
from ycgrpc.emulator.engines.stt.hearing import Hypothesis, SpeechEngine
from ycgrpc.emulator.engines.stt.selection import DEFAULT_LANGUAGE, SttSelection
from ycgrpc.emulator.normalization import written
from ycgrpc.emulator.operations import Operations, Outcome
from ycgrpc.emulator.refusals import Refusal, invalid
from ycgrpc.emulator.transcription import Source, Transcriber, refusals
from ycgrpc.emulator.transcripts import Writer, responses

KIND = "stt_v3"
DESCRIPTION = "STT v3 async recognition"
PREFIX = "f8d"
"""Of the ids. Source, as of the description: samples in the documentation."""

LIVE_MODELS = ("general", "general:rc", "general:deprecated")
MODELS = (*LIVE_MODELS, *(f"deferred-{model}" for model in LIVE_MODELS))
"""The documented models; all hear alike here, and none is deferred."""

DETECTED = "auto"
"""Stands for the code of a language that is to be detected."""

CONTAINERS: dict[int, Container] = {
    stt_pb2.ContainerAudio.WAV: "WAV",
    stt_pb2.ContainerAudio.OGG_OPUS: "OGG_OPUS",
    stt_pb2.ContainerAudio.MP3: "MP3",
}

MODEL = "recognition_model"
RAW = f"{MODEL}.audio_format.raw_audio"
FIELDS = {
    "content": "content",
    "uri": "uri",
    "format": f"{MODEL}.audio_format",
    "sample_rate_hertz": f"{RAW}.sample_rate_hertz",
    "audio_channel_count": f"{RAW}.audio_channel_count",
}


class AsyncRecognition(stt_service_pb2_grpc.AsyncRecognizerServicer):
    """Recognition as an operation.

    Classifiers understand Russian only and find nothing here. Speakers are told apart by their
    channels alone, and there is no language model: whoever asks for more is refused.

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

    async def RecognizeFile(  # noqa: N802 - named by the interface
        self, request: stt_pb2.RecognizeFileRequest, context: Any
    ) -> operation_pb2.Operation:
        """The operation; what can be known without hearing the recording is known by then.

        Raises:
            Refusal: INVALID_ARGUMENT, or FAILED_PRECONDITION for what the emulator cannot do.
        """
        source = _source(request)
        model = request.recognition_model
        model_checked(model.model, MODELS)
        kind = audio_format(model.audio_format)
        check_analysis(request)
        with refusals(FIELDS, source):
            engine, language, detected = recognizer(self._engines, model.language_restriction)
            await self._transcriber.check(source, kind)
        refined = None if detected else refiner(model.text_normalization)

        async def work() -> Outcome:
            with refusals(FIELDS, source):
                transcript = await self._transcriber.transcribe(source, kind, engine, language)
            shown = responses(
                transcript,
                refined=refined,
                language=language if detected else None,
                analysis=request.speech_analysis,
            )
            return Outcome(list(shown))

        return self._operations.begin(KIND, DESCRIPTION, PREFIX, caller.get().id, work)

    async def GetRecognition(  # noqa: N802
        self, request: stt_service_pb2.GetRecognitionRequest, context: Any
    ) -> AsyncIterator[stt_pb2.StreamingResponse]:
        """The transcript.

        Raises:
            Refusal: NOT_FOUND.
        """
        await self._operations.settle(request.operation_id)
        session = stt_pb2.SessionUuid(
            uuid=str(uuid5(NAMESPACE_OID, request.operation_id)),
            user_request_id=request.operation_id,
        )
        for result in self._operations.results(KIND, request.operation_id):
            response = stt_pb2.StreamingResponse(session_uuid=session)
            response.MergeFromString(result.SerializeToString())
            yield response

    async def DeleteRecognition(  # noqa: N802
        self, request: stt_pb2.DeleteRecognitionRequest, context: Any
    ) -> empty_pb2.Empty:
        """Forgets the transcript.

        Raises:
            Refusal: NOT_FOUND.
        """
        await self._operations.settle(request.operation_id)
        self._operations.delete(KIND, request.operation_id)
        return empty_pb2.Empty()


def model_checked(name: str, models: Sequence[str]) -> None:
    """Passes a model that there is.

    Raises:
        Refusal: INVALID_ARGUMENT.
    """
    if name not in models:
        raise invalid((f"{MODEL}.model", f"must be one of {', '.join(models)}"))


def audio_format(options: stt_pb2.AudioFormatOptions) -> AudioFormat:
    """What the audio is said to be.

    Raises:
        Refusal: INVALID_ARGUMENT: it is not said.
    """
    match options.WhichOneof("AudioFormat"):
        case "raw_audio":
            raw = options.raw_audio
            if raw.audio_encoding != stt_pb2.RawAudio.LINEAR16_PCM:
                raise invalid((f"{RAW}.audio_encoding", "must be LINEAR16_PCM"))
            return RawPcm(raw.sample_rate_hertz, raw.audio_channel_count or 1)
        case "container_audio":
            container = CONTAINERS.get(options.container_audio.container_audio_type)
            if container is None:
                field = f"{MODEL}.audio_format.container_audio.container_audio_type"
                raise invalid((field, "must be WAV, OGG_OPUS or MP3"))
            return container
        case _:
            raise invalid((f"{MODEL}.audio_format", "raw_audio or container_audio must be set"))


def recognizer(
    engines: SttSelection, restriction: stt_pb2.LanguageRestrictionOptions
) -> tuple[SpeechEngine, str, bool]:
    """The engine, the language that it is to hear, and whether that counts as detected.

    Nothing really detects languages here: of those that may be spoken, the first for which there is
    an engine is taken.

    Raises:
        Refusal: INVALID_ARGUMENT.
        NoEngine: nothing understands any of them.
    """
    field = f"{MODEL}.language_restriction"
    codes = list(restriction.language_code)
    for number, code in enumerate(codes):
        if not re.fullmatch(r"[A-Za-z]{2,4}(-[A-Za-z0-9]+)*", code):
            raise invalid((f"{field}.language_code[{number}]", "expected a code such as en-US"))
    if not codes:
        return *engines.named([DEFAULT_LANGUAGE]), False
    languages = [code for code in codes if code.lower() != DETECTED]
    match restriction.restriction_type:
        case stt_pb2.LanguageRestrictionOptions.WHITELIST:
            if not languages:
                return *engines.other([]), True
            return *engines.named(languages), len(codes) > 1
        case stt_pb2.LanguageRestrictionOptions.BLACKLIST:
            return *engines.other(languages), True
        case _:
            raise invalid((f"{field}.restriction_type", "must be WHITELIST or BLACKLIST"))


def refiner(options: stt_pb2.TextNormalizationOptions) -> Writer | None:
    """What normalizes texts, if that is asked for."""
    if options.text_normalization != stt_pb2.TextNormalizationOptions.TEXT_NORMALIZATION_ENABLED:
        return None
    return partial(_refined, polished=options.literature_text, masked=options.profanity_filter)


def _refined(heard: Hypothesis, *, polished: bool, masked: bool) -> str:
    words = [word.text for word in heard.words]
    return written(words, digits=True, polished=polished, masked=masked)


def _source(request: stt_pb2.RecognizeFileRequest) -> Source:
    match request.WhichOneof("AudioSource"):
        case "content":
            return request.content
        case "uri":
            return request.uri
        case _:
            raise invalid(("AudioSource", "exactly one of content, uri must be set"))


def check_analysis(request: stt_pb2.RecognizeFileRequest | stt_pb2.StreamingOptions) -> None:
    """Passes figures that can be computed, and nothing that the emulator cannot do.

    Raises:
        Refusal: INVALID_ARGUMENT or FAILED_PRECONDITION.
    """
    for number, level in enumerate(request.speech_analysis.descriptive_statistics_quantiles):
        if not 0 < level < 1:
            field = f"speech_analysis.descriptive_statistics_quantiles[{number}]"
            raise invalid((field, "must be between 0 and 1"))
    labeling = request.speaker_labeling.speaker_labeling
    if labeling == stt_pb2.SpeakerLabelingOptions.SPEAKER_LABELING_ENABLED:
        raise Refusal(
            grpc.StatusCode.FAILED_PRECONDITION,
            "The emulator cannot tell speakers on one channel apart: leave speaker_labeling out",
        )
    if request.HasField("summarization"):
        raise Refusal(
            grpc.StatusCode.FAILED_PRECONDITION,
            "The emulator has no language model: leave summarization out",
        )
