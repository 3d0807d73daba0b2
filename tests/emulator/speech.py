"""Audio that tests make, and the bare stubs of speech recognition."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from importlib import import_module
from io import BytesIO
from typing import Any

import grpc
import numpy as np
from ycgrpc_pb.yandex.cloud.ai.stt.v2 import stt_service_pb2 as v2
from ycgrpc_pb.yandex.cloud.ai.stt.v2 import stt_service_pb2_grpc as v2_grpc
from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_pb2, stt_service_pb2, stt_service_pb2_grpc
from ycgrpc_pb.yandex.cloud.operation import operation_pb2

from ycgrpc.emulator import Emulator

from .background import API_KEY, DEADLINE, Background

soundfile: Any = import_module("soundfile")

CONTAINERS = {"WAV": stt_pb2.ContainerAudio.WAV, "OGG_OPUS": stt_pb2.ContainerAudio.OGG_OPUS}
CONTAINERS["MP3"] = stt_pb2.ContainerAudio.MP3
WHITELIST = stt_pb2.LanguageRestrictionOptions.WHITELIST
NORMALIZED = stt_pb2.TextNormalizationOptions.TEXT_NORMALIZATION_ENABLED


def tones(seconds: float, rate: int, *frequencies: float, level: float = 8000) -> Any:
    """One sine per channel, as 16-bit samples of shape (samples, channels)."""
    time = np.arange(round(seconds * rate)) / rate
    waves = [level * np.sin(2 * np.pi * frequency * time) for frequency in frequencies]
    return np.stack(waves, axis=1).astype("<i2")


def pitch(pcm: bytes, rate: int) -> float:
    """The loudest frequency, in hertz."""
    samples = np.frombuffer(pcm, "<i2")
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(np.argmax(spectrum) * rate / len(samples))


def encoded(samples: Any, rate: int, kind: str, subtype: str | None = None) -> bytes:
    """The samples in a container, or bare for ``RAW``."""
    if kind == "RAW":
        content: bytes = samples.astype("<i2").tobytes()
        return content
    names = {"OGG_OPUS": ("OGG", "OPUS"), "OGG_VORBIS": ("OGG", "VORBIS"), "MP3": ("MP3", None)}
    container, default = names.get(kind, (kind, "PCM_16"))
    file = BytesIO()
    soundfile.write(file, samples, rate, format=container, subtype=subtype or default)
    return file.getvalue()


def tone(seconds: float = 1.2, rate: int = 16_000) -> bytes:
    """Something loud: bare samples of one channel."""
    return encoded(tones(seconds, rate, 440), rate, "RAW")


def quiet(seconds: float, rate: int = 16_000) -> bytes:
    return bytes(2 * round(seconds * rate))


def raw(rate: int = 16_000, channels: int = 1) -> stt_pb2.AudioFormatOptions:
    return stt_pb2.AudioFormatOptions(
        raw_audio=stt_pb2.RawAudio(
            audio_encoding=stt_pb2.RawAudio.LINEAR16_PCM,
            sample_rate_hertz=rate,
            audio_channel_count=channels,
        )
    )


def container(kind: str) -> stt_pb2.AudioFormatOptions:
    return stt_pb2.AudioFormatOptions(
        container_audio=stt_pb2.ContainerAudio(container_audio_type=CONTAINERS[kind])
    )


def file_request(
    content: bytes | str = b"",
    kind: stt_pb2.AudioFormatOptions | None = None,
    *,
    languages: Sequence[str] = ("en-US",),
    **fields: Any,
) -> stt_pb2.RecognizeFileRequest:
    """A request for a recording or a link; without a format it is samples of 16 kHz."""
    request = stt_pb2.RecognizeFileRequest(**fields)
    request.recognition_model.model = "general"
    request.recognition_model.audio_format.CopyFrom(kind or raw())
    if languages:
        restriction = request.recognition_model.language_restriction
        restriction.restriction_type = WHITELIST
        restriction.language_code.extend(languages)
    if isinstance(content, str):
        request.uri = content
    else:
        request.content = content
    return request


class Speech(Background):
    """What a test asks of speech recognition and of the operations."""

    def __init__(self, channel: grpc.Channel) -> None:
        super().__init__(channel)
        self.stt = stt_service_pb2_grpc.AsyncRecognizerStub(channel)
        self.stt_v2 = v2_grpc.SttServiceStub(channel)

    def recognize(
        self, request: stt_pb2.RecognizeFileRequest, metadata: Any = API_KEY
    ) -> operation_pb2.Operation:
        return self.stt.RecognizeFile(request, metadata=metadata, timeout=DEADLINE)

    def transcript(self, operation_id: str) -> list[stt_pb2.StreamingResponse]:
        request = stt_service_pb2.GetRecognitionRequest(operation_id=operation_id)
        return list(self.stt.GetRecognition(request, metadata=API_KEY, timeout=DEADLINE))

    def transcribed(self, request: stt_pb2.RecognizeFileRequest) -> list[stt_pb2.StreamingResponse]:
        """The transcript, once it is there."""
        operation = self.until_done(self.recognize(request).id)
        assert not operation.HasField("error"), operation.error.message
        return self.transcript(operation.id)

    def delete(self, operation_id: str) -> None:
        request = stt_pb2.DeleteRecognitionRequest(operation_id=operation_id)
        self.stt.DeleteRecognition(request, metadata=API_KEY, timeout=DEADLINE)

    def long_running(
        self, request: v2.LongRunningRecognitionRequest, metadata: Any = API_KEY
    ) -> operation_pb2.Operation:
        return self.stt_v2.LongRunningRecognize(request, metadata=metadata, timeout=DEADLINE)

    def chunks(self, request: v2.LongRunningRecognitionRequest) -> list[v2.SpeechRecognitionResult]:
        """The transcript in version 2, once it is there."""
        operation = self.until_done(self.long_running(request).id)
        assert not operation.HasField("error"), operation.error.message
        response = v2.LongRunningRecognitionResponse()
        assert operation.response.Unpack(response)
        return list(response.chunks)


@contextmanager
def speaking(emulator: Emulator) -> Generator[Speech]:
    options = [("grpc.max_send_message_length", -1)]
    with grpc.insecure_channel(emulator.target, options=options) as channel:
        yield Speech(channel)


def finals(responses: Sequence[stt_pb2.StreamingResponse]) -> list[tuple[str, str]]:
    """Channel and text of the finals."""
    return [
        (one.channel_tag, one.final.alternatives[0].text)
        for one in responses
        if one.WhichOneof("Event") == "final"
    ]


def refinements(responses: Sequence[stt_pb2.StreamingResponse]) -> list[str]:
    """The normalized texts."""
    return [
        one.final_refinement.normalized_text.alternatives[0].text
        for one in responses
        if one.WhichOneof("Event") == "final_refinement"
    ]
