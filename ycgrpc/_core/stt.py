"""Speech recognition of files, version 3: how requests are made, and what they must keep to."""

from __future__ import annotations

from typing import Unpack

from google.protobuf.message import Message
from ycgrpc_pb.google.protobuf.empty_pb2 import Empty
from ycgrpc_pb.yandex.cloud.ai.stt.v3.stt_pb2 import (
    AudioFormatOptions,
    ContainerAudio,
    DeleteRecognitionRequest,
    RawAudio,
    RecognizeFileRequest,
    StreamingResponse,
)
from ycgrpc_pb.yandex.cloud.ai.stt.v3.stt_service_pb2 import GetRecognitionRequest
from ycgrpc_pb.yandex.cloud.operation.operation_pb2 import Operation

from ycgrpc._core import audio, recordings, stt_options
from ycgrpc._core.audio import CHANNELS_MAXIMUM, RATES, audio_of
from ycgrpc._core.effects import Flow
from ycgrpc._core.messages import adopted
from ycgrpc._core.methods import Method
from ycgrpc._core.recordings import Encoding
from ycgrpc._core.sources import Source
from ycgrpc._core.stt_options import SpeechOptions, recognition_settings
from ycgrpc._core.validation import violations_in
from ycgrpc.errors import InvalidRequest, Violation

_SERVICE = "/speechkit.stt.v3.AsyncRecognizer"

RECOGNIZE_FILE = Method("unary_unary", f"{_SERVICE}/RecognizeFile", RecognizeFileRequest, Operation)
GET_RECOGNITION = Method(
    "unary_stream", f"{_SERVICE}/GetRecognition", GetRecognitionRequest, StreamingResponse
)
DELETE_RECOGNITION = Method(
    "unary_unary", f"{_SERVICE}/DeleteRecognition", DeleteRecognitionRequest, Empty
)


def request_of(
    source: Source,
    *,
    encoding: Encoding | None = None,
    sample_rate: int | None = None,
    channels: int | None = None,
    **options: Unpack[SpeechOptions],
) -> Flow[RecognizeFileRequest]:
    """Read a source, unless it is a URI of Object Storage, and make the request for it.

    Takes the keywords of ``RecognitionOptions``.

    Raises:
        InvalidRequest: The source cannot be read, is of no format that the service reads, or options
            contradict each other.
    """
    settings = recognition_settings(**options)  # first, for a slip must not cost a long read
    found = yield from audio_of(source, encoding, sample_rate, channels)
    if found.encoding is None:
        rule = "must be given, for the name of the object does not tell it: wav, ogg_opus or mp3"
        raise InvalidRequest([Violation("encoding", rule)])
    settings["recognition_model"].audio_format.CopyFrom(
        audio_format(found.encoding, found.sample_rate, found.channels)
    )
    if found.uri:
        return RecognizeFileRequest(uri=found.uri, **settings)
    return RecognizeFileRequest(content=found.content, **settings)


_CONTAINERS = {
    "wav": ContainerAudio.WAV,
    "ogg_opus": ContainerAudio.OGG_OPUS,
    "mp3": ContainerAudio.MP3,
}


def audio_format(
    encoding: Encoding, sample_rate: int | None, channels: int | None
) -> AudioFormatOptions:
    """Return how the service is told the format; rate and channels are those of bare samples."""
    if encoding == "pcm":
        return AudioFormatOptions(
            raw_audio=RawAudio(
                audio_encoding=RawAudio.LINEAR16_PCM,
                sample_rate_hertz=sample_rate,
                audio_channel_count=channels,
            )
        )
    return AudioFormatOptions(
        container_audio=ContainerAudio(container_audio_type=_CONTAINERS[encoding])
    )


def checked(request: Message, validate: bool) -> RecognizeFileRequest:
    """Return a request as a message of ours that is fit to be sent.

    Raises:
        InvalidRequest: It breaks a rule of the interface or a documented limit.
    """
    request = adopted(request, RecognizeFileRequest)
    if validate:
        violations = [
            *violations_in(request),
            *_audio_violations(request),
            *stt_options.over_limits(request),
        ]
        if violations:
            raise InvalidRequest(violations)
    return request


def seconds_of(request: RecognizeFileRequest) -> float | None:
    """Return how many seconds there are to transcribe, channels added up; ``None`` if unknown."""
    content, form = request.content, request.recognition_model.audio_format
    if not content:
        return None
    if form.HasField("raw_audio"):
        rate = form.raw_audio.sample_rate_hertz
        return len(content) / 2 / rate if rate > 0 else None
    recording = recordings.inspect(content)
    if recording.seconds is None:
        return None
    return recording.seconds * (recording.channels or 1)


def _audio_violations(request: RecognizeFileRequest) -> list[Violation]:
    source = request.WhichOneof("AudioSource")
    if source is None:
        return [Violation("AudioSource", "give one of content or uri")]
    if source == "uri":
        return _format_violations(request) + (
            [] if request.uri else [Violation("uri", "must not be empty")]
        )
    return (
        audio.over_limits(request.content)
        or _format_violations(request)
        or audio.too_long(seconds_of(request))
    )


def _format_violations(request: RecognizeFileRequest) -> list[Violation]:
    form, place = request.recognition_model.audio_format, "recognition_model.audio_format"
    if form.HasField("raw_audio"):
        raw, place = form.raw_audio, f"{place}.raw_audio"
        found: list[Violation] = []
        if not raw.audio_encoding:
            found.append(Violation(f"{place}.audio_encoding", "must be LINEAR16_PCM"))
        if raw.sample_rate_hertz not in RATES:
            rule = f"{RATES[0]:,} to {RATES[-1]:,} hertz"
            found.append(
                Violation(f"{place}.sample_rate_hertz", rule, f"{raw.sample_rate_hertz:,}")
            )
        if not 0 <= raw.audio_channel_count <= CHANNELS_MAXIMUM:
            rule = f"1 to {CHANNELS_MAXIMUM}"
            found.append(
                Violation(f"{place}.audio_channel_count", rule, f"{raw.audio_channel_count:,}")
            )
        return found
    if not form.container_audio.container_audio_type:
        rule = "must name a container, WAV, OGG_OPUS or MP3, or tell of bare samples"
        return [Violation(place, rule)]
    recording = recordings.inspect(request.content)
    if recording.format == "wav" and recording.foreign:
        return [Violation("content", "must be a WAV file of 16-bit samples", recording.foreign)]
    if (recording.channels or 0) > CHANNELS_MAXIMUM:
        rule = f"at most {CHANNELS_MAXIMUM} channels"
        return [Violation("content", rule, str(recording.channels))]
    return []
