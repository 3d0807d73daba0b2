"""Streams of speech: the options of a session, and the order of ready requests."""

from __future__ import annotations

from typing import Any, get_type_hints

import pytest
from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_pb2 as v3

from ycgrpc._core.pieces import AudioFormat
from ycgrpc._core.stt_options import SpeechOptions
from ycgrpc._core.stt_streams import Order, StreamOptions, options_of
from ycgrpc.errors import InvalidRequest

FORM = AudioFormat("pcm", 16_000)
Model = v3.RecognitionModelOptions


def options(**given: Any) -> v3.StreamingOptions:
    return options_of(FORM, True, **given)


def refusal(**given: Any) -> str:
    with pytest.raises(InvalidRequest) as refused:
        options(**given)
    return str(refused.value)


def test_what_nobody_asked_for_is_not_sent() -> None:
    found = options()
    assert {field.name for field, _ in found.ListFields()} == {"recognition_model"}
    model = found.recognition_model
    assert model.model == "general"
    assert model.audio_processing_type == Model.REAL_TIME
    raw = model.audio_format.raw_audio
    assert raw.audio_encoding == v3.RawAudio.LINEAR16_PCM
    assert (raw.sample_rate_hertz, raw.audio_channel_count) == (16_000, 1)
    assert list(model.language_restriction.language_code) == ["ru-RU"]


@pytest.mark.parametrize(
    ("encoding", "kind"),
    [
        ("wav", v3.ContainerAudio.WAV),
        ("ogg_opus", v3.ContainerAudio.OGG_OPUS),
        ("mp3", v3.ContainerAudio.MP3),
    ],
)
def test_containers(encoding: Any, kind: Any) -> None:
    form = options_of(AudioFormat(encoding), True).recognition_model.audio_format
    assert form.container_audio.container_audio_type == kind


@pytest.mark.parametrize(
    ("given", "path", "value"),
    [
        ({"normalization": True}, "recognition_model.text_normalization.text_normalization", 1),
        ({"literature_text": True}, "recognition_model.text_normalization.literature_text", True),
        ({"full_data": True}, "recognition_model.audio_processing_type", Model.FULL_DATA),
        (
            {"speaker_labeling": True, "full_data": True},
            "speaker_labeling.speaker_labeling",
            v3.SpeakerLabelingOptions.SPEAKER_LABELING_ENABLED,
        ),
        (
            {"speaker_labeling": False},
            "speaker_labeling.speaker_labeling",
            v3.SpeakerLabelingOptions.SPEAKER_LABELING_DISABLED,
        ),
        ({"speaker_analysis": True}, "speech_analysis.enable_speaker_analysis", True),
        ({"external_eou": True}, "eou_classifier.external_classifier", v3.ExternalEouClassifier()),
        (
            {"eou_sensitivity": "high"},
            "eou_classifier.default_classifier.type",
            v3.DefaultEouClassifier.HIGH,
        ),
        (
            {"max_pause_between_words_ms": 900},
            "eou_classifier.default_classifier.max_pause_between_words_hint_ms",
            900,
        ),
        ({"summarization": ("gpt://f/m", ["Sum up"])}, "summarization.model_uri", "gpt://f/m"),
    ],
)
def test_options(given: dict[str, Any], path: str, value: Any) -> None:
    found: Any = options(**given)
    for name in path.split("."):
        found = getattr(found, name)
    assert found == value
    if "external_eou" in given:
        assert options(**given).eou_classifier.HasField("external_classifier")


def test_the_default_classifier_is_default_when_only_a_pause_is_given() -> None:
    found = options(max_pause_between_words_ms=900).eou_classifier.default_classifier
    assert found.type == v3.DefaultEouClassifier.DEFAULT


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"external_eou": True, "eou_sensitivity": "high"}, "external_eou"),
        ({"external_eou": True, "max_pause_between_words_ms": 5}, "external_eou"),
        ({"quantiles": [1.5]}, "between 0 and 1"),
        ({"summarization": ("", ["Sum up"])}, "model_uri"),
        ({"normalization": False, "literature_text": True}, "needs normalization"),
        ({"speaker_labeling": True}, "pass full_data=True"),
    ],
)
def test_options_that_are_refused(given: dict[str, Any], words: str) -> None:
    assert words in refusal(**given)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (AudioFormat("pcm", 16_000, 2), "a stream has one"),
        (AudioFormat("pcm", 7_999), "8,000 to 48,000"),
        (AudioFormat("pcm", 48_001), "8,000 to 48,000"),
        (AudioFormat("pcm", None), "must be given"),
        (AudioFormat("ogg_opus", None, 2), "a stream has one"),
    ],
)
def test_formats_that_are_refused(form: AudioFormat, words: str) -> None:
    with pytest.raises(InvalidRequest, match=words):
        options_of(form, True)


def test_every_keyword_is_an_option() -> None:
    """Those of recordings but for their format, and what only a stream has."""
    own = {"external_eou", "eou_sensitivity", "max_pause_between_words_ms", "full_data"}
    assert set(get_type_hints(StreamOptions)) == set(get_type_hints(SpeechOptions)) | own


# --- The order of ready requests.

OPTIONS = v3.StreamingRequest(session_options=options())
EXTERNAL = v3.StreamingRequest(session_options=options(external_eou=True))
CHUNK = v3.StreamingRequest(chunk=v3.AudioChunk(data=b"\0\0"))
SILENCE = v3.StreamingRequest(silence_chunk=v3.SilenceChunk(duration_ms=10))
END = v3.StreamingRequest(eou=v3.Eou())


def accepted(*requests: v3.StreamingRequest, validate: bool = True) -> int:
    """How many of the requests pass."""
    order = Order()
    for number, request in enumerate(requests):
        try:
            assert order.checked(request, validate) is request
        except InvalidRequest:
            return number
    return len(requests)


@pytest.mark.parametrize(
    ("requests", "count"),
    [
        ([OPTIONS, CHUNK, SILENCE, CHUNK], 4),
        ([EXTERNAL, CHUNK, END, CHUNK, END], 5),
        ([CHUNK], 0),
        ([END], 0),
        ([v3.StreamingRequest()], 0),
        ([OPTIONS, OPTIONS], 1),
        ([OPTIONS, CHUNK, OPTIONS], 2),
        ([OPTIONS, CHUNK, END], 2),
        ([OPTIONS, v3.StreamingRequest()], 1),
    ],
)
def test_order(requests: list[v3.StreamingRequest], count: int) -> None:
    assert accepted(*requests) == count


def test_order_is_the_callers_own_affair_without_validation() -> None:
    assert accepted(CHUNK, END, OPTIONS, OPTIONS, validate=False) == 4


def test_a_message_of_another_kind() -> None:
    with pytest.raises((InvalidRequest, TypeError)):
        Order().checked(v3.RecognizeFileRequest(), False)
