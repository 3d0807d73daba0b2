"""Speech recognition of files, version 2: how requests are made, and what they must keep to."""

from __future__ import annotations

from typing import TypedDict, Unpack

from google.protobuf.message import Message
from ycgrpc_pb.yandex.cloud.ai.stt.v2.stt_service_pb2 import (
    LongRunningRecognitionRequest,
    RecognitionConfig,
    RecognitionSpec,
)
from ycgrpc_pb.yandex.cloud.operation.operation_pb2 import Operation

from ycgrpc._core import audio, recordings
from ycgrpc._core.audio import CHANNELS_MAXIMUM, Audio, audio_of
from ycgrpc._core.effects import Flow
from ycgrpc._core.messages import adopted
from ycgrpc._core.methods import Method
from ycgrpc._core.recordings import Encoding
from ycgrpc._core.sources import Source
from ycgrpc._core.validation import violations_in
from ycgrpc.errors import InvalidRequest, Violation

LONG_RUNNING_RECOGNIZE = Method(
    "unary_unary",
    "/yandex.cloud.ai.stt.v2.SttService/LongRunningRecognize",
    LongRunningRecognitionRequest,
    Operation,
)

RATES = (8_000, 16_000, 48_000)


class SpecificationOptions(TypedDict, total=False):
    """What to do with speech, whatever it comes in; each may be left out.

    Source: the guide to the asynchronous recognition API, and stt_service.proto of version 2. What is
    left out is not sent, so that the service's own default holds.
    """

    language: str
    """The language spoken, such as ``en-US``; by default ``ru-RU``."""
    model: str
    """The recognition model, which affects the price; by default ``general``."""
    profanity_filter: bool
    """Whether to hide obscenities: masked with asterisks in files. No by default."""
    literature_text: bool
    """Whether to polish the text for reading. No by default."""
    raw_results: bool
    """Whether numbers are written as words. No by default: they are digits."""
    folder_id: str | None
    """The folder to work in. User accounts name one; a service account leaves it out."""


class FileOptions(SpecificationOptions, total=False):
    """The keywords of ``yc.stt_v2.submit``; each may be left out."""

    encoding: Encoding | None
    """``ogg_opus``, ``mp3``, or ``pcm`` for bare signed 16-bit little-endian samples. By default found
    from the content; of a URI from how its name ends, or the service takes it for ``ogg_opus``. This
    API has no WAV: of a file that is one the samples are sent."""
    sample_rate: int | None
    """Samples per second of ``pcm``: 8000, 16000 or 48000. The containers tell their own."""
    channels: int | None
    """Channels of ``pcm``, interleaved: 1 by default, or 2. The containers tell their own."""


def specification(
    *,
    language: str = "",
    model: str = "",
    profanity_filter: bool = False,
    literature_text: bool = False,
    raw_results: bool = False,
    folder_id: str | None = None,
) -> RecognitionConfig:
    """Return the settings of a recognition; the format of the audio is left to fill in."""
    return RecognitionConfig(
        specification=RecognitionSpec(
            language_code=language,
            model=model,
            profanity_filter=profanity_filter,
            literature_text=literature_text,
            raw_results=raw_results,
        ),
        folder_id=folder_id,
    )


ENCODINGS = {
    "pcm": RecognitionSpec.LINEAR16_PCM,
    "ogg_opus": RecognitionSpec.OGG_OPUS,
    "mp3": RecognitionSpec.MP3,
}


def request_of(
    source: Source,
    *,
    encoding: Encoding | None = None,
    sample_rate: int | None = None,
    channels: int | None = None,
    **options: Unpack[SpecificationOptions],
) -> Flow[LongRunningRecognitionRequest]:
    """Read a source, unless it is a URI of Object Storage, and make the request for it.

    Takes the keywords of ``FileOptions``.

    Raises:
        InvalidRequest: The source cannot be read, or is of no format that the service reads.
    """
    config = specification(**options)
    found = _bare((yield from audio_of(source, encoding, sample_rate, channels)))
    spec = config.specification
    if found.encoding:
        spec.audio_encoding = ENCODINGS[found.encoding]
    spec.sample_rate_hertz = found.sample_rate or 0
    spec.audio_channel_count = found.channels or 0
    request = LongRunningRecognitionRequest(config=config)
    if found.uri:
        request.audio.uri = found.uri
    else:
        request.audio.content = found.content
    return request


def _bare(found: Audio) -> Audio:
    """Return the samples of a WAV file, which this API does not take."""
    if found.encoding != "wav":
        return found
    if found.uri:
        rule = "cannot be WAV in this API: take yc.stt, or store OGG with Opus"
        raise InvalidRequest([Violation("source", rule)])
    recording = recordings.inspect(found.content)
    if recording.foreign or not recording.sample_rate:
        rule = "must be a WAV file of 16-bit samples"
        raise InvalidRequest([Violation("source", rule, recording.foreign or "a cut-off one")])
    samples = recordings.wav_samples(found.content)
    return Audio("", samples, "pcm", recording.sample_rate, recording.channels)


def checked(request: Message, validate: bool) -> LongRunningRecognitionRequest:
    """Return a request as a message of ours that is fit to be sent.

    Raises:
        InvalidRequest: It breaks a rule of the interface or a documented limit.
    """
    request = adopted(request, LongRunningRecognitionRequest)
    if validate:
        violations = [*violations_in(request), *_audio_violations(request)]
        if violations:
            raise InvalidRequest(violations)
    return request


def seconds_of(request: LongRunningRecognitionRequest) -> float | None:
    """Return how many seconds there are to transcribe, channels added up; ``None`` if unknown."""
    content, spec = request.audio.content, request.config.specification
    if not content:
        return None
    if spec.audio_encoding == RecognitionSpec.LINEAR16_PCM:
        rate = spec.sample_rate_hertz
        return len(content) / 2 / rate if rate > 0 else None
    recording = recordings.inspect(content)
    if recording.seconds is None:
        return None
    return recording.seconds * (recording.channels or 1)


def _audio_violations(request: LongRunningRecognitionRequest) -> list[Violation]:
    source = request.audio.WhichOneof("audio_source")
    if source is None:
        return [Violation("audio.audio_source", "give one of content or uri")]
    if source == "uri":
        return _format_violations(request.config.specification) + (
            [] if request.audio.uri else [Violation("audio.uri", "must not be empty")]
        )
    place = "audio.content"
    return (
        audio.over_limits(request.audio.content, place)
        or _format_violations(request.config.specification)
        or audio.too_long(seconds_of(request), place)
    )


def _format_violations(spec: RecognitionSpec) -> list[Violation]:
    found: list[Violation] = []
    rate, channels, place = spec.sample_rate_hertz, spec.audio_channel_count, "config.specification"
    bare = spec.audio_encoding == RecognitionSpec.LINEAR16_PCM
    if bare and rate not in RATES:
        rule = "8000, 16000 or 48000 hertz for LINEAR16_PCM"
        found.append(Violation(f"{place}.sample_rate_hertz", rule, str(rate)))
    if channels and not bare:
        rule = "is for LINEAR16_PCM only: leave it out"
        found.append(Violation(f"{place}.audio_channel_count", rule, str(channels)))
    if not 0 <= channels <= CHANNELS_MAXIMUM:
        rule = f"1 to {CHANNELS_MAXIMUM}"
        found.append(Violation(f"{place}.audio_channel_count", rule, str(channels)))
    return found
