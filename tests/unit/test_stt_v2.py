"""Requests to the older speech API: the parameters of its guide, and what is refused."""

from __future__ import annotations

import json
from typing import Any, Unpack

import pytest
from google.protobuf import json_format
from google.protobuf.message import Message
from ycgrpc_pb.yandex.cloud.ai.stt.v2 import stt_service_pb2 as v2

from tests.unit.test_recordings import encoded, pcm, wav
from tests.unit.test_stt import finished
from ycgrpc._core import stt_v2
from ycgrpc._core.effects import Read
from ycgrpc._core.sources import Source
from ycgrpc._core.stt_v2 import FileOptions
from ycgrpc.errors import InvalidRequest

URI = "https://storage.yandexcloud.net/bucket/call.ogg"
Spec = v2.RecognitionSpec


def request(
    source: Source = URI, **options: Unpack[FileOptions]
) -> v2.LongRunningRecognitionRequest:
    """The request for a source, as the facade makes it."""
    content = source if isinstance(source, bytes) else b""
    made: v2.LongRunningRecognitionRequest = finished(stt_v2.request_of(source, **options), content)
    return made


def refusal(source: Source = URI, **options: Any) -> str:
    """How a source or its options are refused."""
    with pytest.raises(InvalidRequest) as refused:
        request(source, **options)
    (violation,) = refused.value.violations
    return str(violation)


def broken(found: Message) -> list[str]:
    """What keeps a request from being sent."""
    try:
        stt_v2.checked(found, validate=True)
    except InvalidRequest as error:
        return [str(violation) for violation in error.violations]
    return []


def test_every_parameter_of_the_guide() -> None:
    made = request(
        "https://storage.yandexcloud.net/bucket/call",
        language="en-US",
        model="general:rc",
        profanity_filter=True,
        literature_text=True,
        encoding="pcm",
        sample_rate=16_000,
        channels=2,
        raw_results=True,
        folder_id="folder",
    )
    assert json.loads(json_format.MessageToJson(made)) == {
        "config": {
            "specification": {
                "languageCode": "en-US",
                "model": "general:rc",
                "profanityFilter": True,
                "literatureText": True,
                "audioEncoding": "LINEAR16_PCM",
                "sampleRateHertz": "16000",
                "audioChannelCount": "2",
                "rawResults": True,
            },
            "folderId": "folder",
        },
        "audio": {"uri": "https://storage.yandexcloud.net/bucket/call"},
    }
    assert broken(made) == []


def test_the_services_own_defaults_hold() -> None:
    made = request("https://storage.yandexcloud.net/bucket/call")
    assert made.config.specification == Spec()
    assert made.config.folder_id == ""
    assert broken(made) == []


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (encoded("OGG", "OPUS", 48_000, 1, 0.2), Spec.OGG_OPUS),
        (encoded("MP3", "MPEG_LAYER_III", 48_000, 1, 0.2), Spec.MP3),
    ],
    ids=["ogg_opus", "mp3"],
)
def test_the_format_is_found_in_the_content(content: bytes, encoding: int) -> None:
    made = request(content)
    assert made.audio.content == content
    assert made.config.specification.audio_encoding == encoding
    assert broken(made) == []


def test_of_a_wav_file_the_samples_are_sent() -> None:
    samples = pcm(0.5, 16_000, 2)
    made = request(wav(samples, 16_000, 2))
    assert made.audio.content == samples
    spec = Spec(audio_encoding=Spec.LINEAR16_PCM, sample_rate_hertz=16_000, audio_channel_count=2)
    assert made.config.specification == spec
    assert broken(made) == []


def test_wav_files_that_cannot_be_sent() -> None:
    assert refusal(wav(bytes(60), bits=24)).endswith("16-bit samples, found 24-bit WAV")
    assert refusal(wav(b"")[:30]).endswith("found a cut-off one")
    assert "take yc.stt" in refusal("https://storage.yandexcloud.net/bucket/call.wav")
    assert broken(request(wav(b""))) == ["audio.content: must not be empty"]


def test_other_sources_that_are_refused() -> None:
    assert refusal(pcm(0.5), encoding="pcm").startswith("sample_rate: must be given")
    assert "found FLAC" in refusal(encoded("FLAC", "PCM_16", 8_000, 1))
    assert "leave it out" in refusal(channels=2)
    assert next(stt_v2.request_of("call.ogg")) == Read("call.ogg", 60 << 20)


def bare(content: bytes = b"xx", **spec: Any) -> v2.LongRunningRecognitionRequest:
    """A request as somebody builds it by hand."""
    config = v2.RecognitionConfig(specification=Spec(**spec))
    return v2.LongRunningRecognitionRequest(
        config=config, audio=v2.RecognitionAudio(content=content)
    )


SPECIFICATION = "config.specification"


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (v2.LongRunningRecognitionRequest(), "audio.audio_source: give one of content or uri"),
        (
            v2.LongRunningRecognitionRequest(audio=v2.RecognitionAudio(uri="")),
            "audio.uri: must not be empty",
        ),
        (bare(b""), "audio.content: must not be empty"),
        (
            bare(audio_encoding="LINEAR16_PCM"),
            f"{SPECIFICATION}.sample_rate_hertz: 8000, 16000 or 48000 hertz for LINEAR16_PCM, found 0",
        ),
        (
            bare(audio_encoding="MP3", audio_channel_count=2),
            f"{SPECIFICATION}.audio_channel_count: is for LINEAR16_PCM only: leave it out, found 2",
        ),
        (
            bare(audio_encoding="LINEAR16_PCM", sample_rate_hertz=8_000, audio_channel_count=3),
            f"{SPECIFICATION}.audio_channel_count: 1 to 2, found 3",
        ),
        (bare(), None),
    ],
)
def test_rules_and_documented_limits(found: Any, said: str | None) -> None:
    assert broken(found) == ([said] if said else [])
    assert stt_v2.checked(found, validate=False) is found


def test_seconds() -> None:
    assert stt_v2.seconds_of(request()) is None
    assert stt_v2.seconds_of(request(wav(pcm(0.5, 8_000, 2), 8_000, 2))) == pytest.approx(1.0)
    opus = encoded("OGG", "OPUS", 48_000, 2, 1.0)
    assert stt_v2.seconds_of(request(opus)) == pytest.approx(2.0, abs=0.05)
    assert stt_v2.seconds_of(bare()) is None
    assert stt_v2.seconds_of(bare(audio_encoding="LINEAR16_PCM")) is None


def test_the_method() -> None:
    method = stt_v2.LONG_RUNNING_RECOGNIZE
    service = v2.DESCRIPTOR.services_by_name["SttService"]
    found = service.methods_by_name[method.path.rpartition("/")[2]]
    assert method.path == f"/{service.full_name}/{found.name}"
    assert method.request.DESCRIPTOR is found.input_type
    assert method.response.DESCRIPTOR.full_name == found.output_type.full_name
