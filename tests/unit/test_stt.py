"""Requests for the transcription of files: every option, and what is refused before it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Unpack

import pytest
from google.protobuf import json_format
from google.protobuf.message import Message
from hypothesis import given
from hypothesis import strategies as st
from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_pb2 as v3

from tests.unit.test_recordings import encoded, pcm, wav
from ycgrpc._core import stt
from ycgrpc._core.effects import Flow, Read
from ycgrpc._core.sources import Source
from ycgrpc._core.stt_options import RecognitionOptions
from ycgrpc.errors import InvalidRequest, Violation

TOO_LARGE = "at most 62,914,560 bytes; put a larger one into Object Storage and give its URI"
URI = "https://storage.yandexcloud.net/bucket/call.ogg"
WAV = wav(pcm(0.5))


def finished(flow: Flow[Any], content: bytes = b"") -> Any:
    """What a flow comes to that reads this content, or nothing."""
    try:
        next(flow)
        flow.send(content)
    except StopIteration as end:
        return end.value
    raise AssertionError("it wants more")


def request(source: Source = URI, **options: Unpack[RecognitionOptions]) -> v3.RecognizeFileRequest:
    """The request for a source, as the facade makes it."""
    content = source if isinstance(source, bytes) else b""
    made: v3.RecognizeFileRequest = finished(stt.request_of(source, **options), content)
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
        stt.checked(found, validate=True)
    except InvalidRequest as error:
        return [str(violation) for violation in error.violations]
    return []


def test_the_least_that_can_be_asked_for() -> None:
    assert request() == v3.RecognizeFileRequest(
        uri=URI,
        recognition_model=v3.RecognitionModelOptions(
            model="general",
            audio_format=v3.AudioFormatOptions(
                container_audio=v3.ContainerAudio(container_audio_type=v3.ContainerAudio.OGG_OPUS)
            ),
            language_restriction=v3.LanguageRestrictionOptions(
                restriction_type=v3.LanguageRestrictionOptions.WHITELIST, language_code=["ru-RU"]
            ),
        ),
    )


def test_everything_that_can_be_asked_for() -> None:
    """All fields of the request can be reached by keyword, and the rest of the format below."""
    made = request(
        language=["en-US", "de-DE"],
        model="deferred-general",
        encoding="mp3",
        normalization=True,
        literature_text=True,
        profanity_filter=True,
        phone_formatting=False,
        speaker_labeling=True,
        classifiers=["insult", ("negative", ["final", "partial"])],
        speaker_analysis=True,
        conversation_analysis=True,
        quantiles=[0.5, 0.9],
        silence_threshold_ms=300,
        simultaneous_silence_threshold_ms=400,
        simultaneous_speech_threshold_ms=500,
        summarization=("gpt://folder/model", ["What was it about?"]),
    )
    raw = {"audio_source", "content", "uri", "raw_audio", "container_audio"}
    unset = {name for name in unset_fields(made) if name.rpartition(".")[2] not in raw}
    model = "recognition_model."
    # Recordings are processed as a whole whatever it says.
    assert unset == {f"{model}audio_processing_type"} | {
        f"summarization.properties[0].{form}" for form in ("json_object", "json_schema")
    }
    assert broken(made) == []


def unset_fields(message: Any, path: str = "") -> Iterator[str]:
    """The fields of a message that nothing was put into."""
    there = {field.name for field, _ in message.ListFields()}
    for field in message.DESCRIPTOR.fields:
        if field.name not in there:
            yield path + field.name
    for field, value in message.ListFields():
        if field.message_type is None:
            continue
        if isinstance(value, Message):
            yield from unset_fields(value, f"{path}{field.name}.")
        else:
            for index, item in enumerate(value):
                yield from unset_fields(item, f"{path}{field.name}[{index}].")


@pytest.mark.parametrize("language", ["auto", ["ru-RU", "en-US"], ("klingon",)])
def test_languages(language: Any) -> None:
    found = request(language=language).recognition_model.language_restriction
    assert list(found.language_code) == (
        [language] if isinstance(language, str) else list(language)
    )
    assert found.restriction_type == v3.LanguageRestrictionOptions.WHITELIST


@pytest.mark.parametrize("excluded", ["ru-RU", ["ru-RU"]])
def test_languages_not_to_expect(excluded: Any) -> None:
    found = request(exclude_languages=excluded).recognition_model.language_restriction
    assert found.restriction_type == v3.LanguageRestrictionOptions.BLACKLIST
    assert list(found.language_code) == ["ru-RU"]
    assert "give one of them" in refusal(language="en-US", exclude_languages=["ru-RU"])


Text = v3.TextNormalizationOptions


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, None),
        ({"normalization": None}, None),
        ({"normalization": True}, Text(text_normalization=Text.TEXT_NORMALIZATION_ENABLED)),
        ({"normalization": False}, Text(text_normalization=Text.TEXT_NORMALIZATION_DISABLED)),
        (
            {"literature_text": True},
            Text(text_normalization=Text.TEXT_NORMALIZATION_ENABLED, literature_text=True),
        ),
        (
            {"profanity_filter": True, "normalization": True},
            Text(text_normalization=Text.TEXT_NORMALIZATION_ENABLED, profanity_filter=True),
        ),
        (
            {"phone_formatting": False},
            Text(phone_formatting_mode=Text.PHONE_FORMATTING_MODE_DISABLED),
        ),
    ],
)
def test_normalization(options: Any, expected: Text | None) -> None:
    model = request(**options).recognition_model
    assert model.HasField("text_normalization") is (expected is not None)
    assert model.text_normalization == (expected or Text())


@pytest.mark.parametrize("name", ["literature_text", "profanity_filter"])
def test_what_needs_normalization(name: str) -> None:
    options: Any = {"normalization": False, name: True}
    said = refusal(**options)
    assert said == f"{name}: needs normalization: leave normalization=False out"


@pytest.mark.parametrize(("wanted", "value"), [(True, 1), (False, 2)])
def test_speaker_labeling(wanted: bool, value: int) -> None:
    assert request(speaker_labeling=wanted).speaker_labeling.speaker_labeling == value
    assert not request(speaker_labeling=None).HasField("speaker_labeling")


def test_classifiers() -> None:
    found = request(classifiers=["insult", ("negative", ["partial", "utterance"])])
    first, second = found.recognition_classifier.classifiers
    assert (first.classifier, list(first.triggers)) == ("insult", [1])
    assert (second.classifier, list(second.triggers)) == ("negative", [3, 1])
    assert "must be a sequence, such as ['insult']" in refusal(classifiers="insult")
    assert refusal(classifiers=["gender", ("insult", ["always"])]) == (
        "classifiers[1]: triggers are utterance, final, partial, found 'always'"
    )


def test_questions_to_a_language_model() -> None:
    schema = {"type": "object", "required": ["tasks"], "additionalProperties": False}
    questions: Any = ["Sum up", ("List the tasks", schema), ("Anything", True)]
    found = request(summarization=("gpt://folder/model", questions)).summarization
    assert found.model_uri == "gpt://folder/model"
    text, shaped, free = found.properties
    assert text.WhichOneof("ResponseFormat") is None
    assert json_format.MessageToDict(shaped.json_schema.schema) == schema
    assert free.json_object
    assert "sequence of questions" in refusal(summarization=("gpt://folder/model", "Sum up"))
    assert "plain dicts" in refusal(summarization=("gpt://f/m", [("x", {"a": object()})]))
    assert "plain dicts" in refusal(summarization=("gpt://f/m", [("x", 5)]))


def test_a_keyword_that_does_not_exist() -> None:
    with pytest.raises(TypeError, match="lnaguage"):
        finished(stt.request_of(URI, lnaguage="en-US"))  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]


def test_options_are_looked_at_before_anything_is_read() -> None:
    flow = stt.request_of("call.wav", language="en-US", exclude_languages=["ru-RU"])
    with pytest.raises(InvalidRequest):
        next(flow)


def test_a_source_is_read_up_to_the_limit() -> None:
    assert next(stt.request_of("call.wav")) == Read("call.wav", 60 * 1024 * 1024)


def test_what_is_too_large_has_another_way() -> None:
    flow = stt.request_of("call.wav")
    next(flow)
    with pytest.raises(InvalidRequest) as refused:
        flow.throw(InvalidRequest([Violation("source", "at most 62,914,560 bytes", "99,000,000")]))
    assert str(refused.value) == f"source: {TOO_LARGE}, found 99,000,000"


def test_what_cannot_be_read() -> None:
    flow = stt.request_of("call.wav")
    next(flow)
    with pytest.raises(InvalidRequest, match="cannot read"):
        flow.throw(InvalidRequest([Violation("source", "cannot read 'call.wav'")]))


@pytest.mark.parametrize(
    ("content", "container"),
    [
        (WAV, v3.ContainerAudio.WAV),
        (encoded("OGG", "OPUS", 8_000, 1, 0.2), v3.ContainerAudio.OGG_OPUS),
        (encoded("MP3", "MPEG_LAYER_III", 8_000, 1, 0.2), v3.ContainerAudio.MP3),
    ],
    ids=["wav", "ogg_opus", "mp3"],
)
def test_the_format_is_found_in_the_content(content: bytes, container: int) -> None:
    found = request(content)
    assert found.content == content
    form = found.recognition_model.audio_format
    assert form.container_audio.container_audio_type == container
    assert broken(found) == []


@pytest.mark.parametrize(
    ("name", "container"),
    [("a.WAV", 1), ("a.oga", 2), ("a.opus", 2), ("a.mp3", 3), ("a.mp3?X-Amz-Signature=.wav", 3)],
)
def test_the_format_is_found_in_the_name_of_an_object(name: str, container: int) -> None:
    form = request(f"https://storage.yandexcloud.net/b/{name}").recognition_model.audio_format
    assert form.container_audio.container_audio_type == container


def test_an_object_whose_name_tells_no_format() -> None:
    assert refusal("https://storage.yandexcloud.net/b/call") == (
        "encoding: must be given, for the name of the object does not tell it: wav, ogg_opus or mp3"
    )
    assert request("https://storage.yandexcloud.net/b/call", encoding="wav").uri.endswith("call")


@pytest.mark.parametrize("uri", ["http://storage.yandexcloud.net/b/a.wav", "s3://b/a.wav"])
def test_addresses_of_other_kinds(uri: str) -> None:
    assert "must be a URI such as https://storage.yandexcloud.net/" in refusal(uri)


@pytest.mark.parametrize("options", [{"encoding": "pcm"}, {}])
def test_bare_samples(options: Any) -> None:
    found = request(pcm(0.5), sample_rate=8_000, **options)
    assert found.recognition_model.audio_format == v3.AudioFormatOptions(
        raw_audio=v3.RawAudio(
            audio_encoding=v3.RawAudio.LINEAR16_PCM, sample_rate_hertz=8_000, audio_channel_count=1
        )
    )
    assert broken(found) == []


def test_bare_samples_need_their_rate() -> None:
    assert refusal(pcm(0.5), encoding="pcm").startswith("sample_rate: must be given")
    assert refusal(URI, encoding="pcm").startswith("sample_rate: must be given")
    assert refusal(pcm(0.5)) == (
        "source: must be a WAV file of 16-bit samples, OGG with Opus, or MP3; of bare 16-bit samples "
        "give encoding='pcm' and sample_rate, found something else of 8,000 bytes"
    )


def test_what_the_service_does_not_read_is_named() -> None:
    flac = encoded("FLAC", "PCM_16", 8_000, 1)
    assert "found FLAC of" in refusal(flac)
    assert "found FLAC of" in refusal(flac, sample_rate=8_000)
    assert request(flac, encoding="mp3").content == flac, "who says so has to know"


@pytest.mark.parametrize("name", ["sample_rate", "channels"])
def test_containers_tell_their_own(name: str) -> None:
    options: Any = {name: 2}
    said = refusal(WAV, **options)
    assert said == (
        f"{name}: is for encoding='pcm' only: leave it out, found wav, which tells its own"
    )


def test_an_encoding_that_does_not_exist() -> None:
    assert refusal(encoding="flac") == "encoding: one of wav, ogg_opus, mp3, pcm, found 'flac'"


def raw(content: bytes = b"xx", rate: int = 8_000, channels: int = 1) -> v3.RecognizeFileRequest:
    """A request for bare samples, as somebody builds it by hand."""
    form = v3.AudioFormatOptions(
        raw_audio=v3.RawAudio(
            audio_encoding=v3.RawAudio.LINEAR16_PCM,
            sample_rate_hertz=rate,
            audio_channel_count=channels,
        )
    )
    model = v3.RecognitionModelOptions(audio_format=form)
    return v3.RecognizeFileRequest(content=content, recognition_model=model)


WAV_24 = request(wav(bytes(60), bits=24))
NO_SOURCE = request()
NO_SOURCE.ClearField("uri")
NO_FORMAT = request()
NO_FORMAT.recognition_model.ClearField("audio_format")
NO_ENCODING = raw()
NO_ENCODING.recognition_model.audio_format.raw_audio.ClearField("audio_encoding")
EMPTY_URI = request()
EMPTY_URI.uri = ""
FORMAT = "recognition_model.audio_format"
LEVELS = "speech_analysis.descriptive_statistics_quantiles"


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (NO_SOURCE, "AudioSource: give one of content or uri"),
        (EMPTY_URI, "uri: must not be empty"),
        (raw(b""), "content: must not be empty"),
        (
            raw(bytes((60 << 20) + 1)),
            f"content: {TOO_LARGE}, found 62,914,561",
        ),
        (
            NO_FORMAT,
            f"{FORMAT}: must name a container, WAV, OGG_OPUS or MP3, or tell of bare samples",
        ),
        (NO_ENCODING, f"{FORMAT}.raw_audio.audio_encoding: must be LINEAR16_PCM"),
        (
            raw(rate=7_999),
            f"{FORMAT}.raw_audio.sample_rate_hertz: 8,000 to 48,000 hertz, found 7,999",
        ),
        (raw(channels=3), f"{FORMAT}.raw_audio.audio_channel_count: 1 to 2, found 3"),
        (WAV_24, "content: must be a WAV file of 16-bit samples, found 24-bit WAV"),
        (request(wav(bytes(60), channels=3)), "content: at most 2 channels, found 3"),
        (
            raw(bytes(60 << 20), rate=8_000, channels=2),
            None,
        ),
        (
            request(wav(bytes(40 << 20), rate=1_000, channels=2)),
            "content: at most 14,400 seconds, channels added up; split it, found 20,972",
        ),
        (
            request(quantiles=[0.5, 1.0], speaker_analysis=True),
            f"{LEVELS}[1]: must be between 0 and 1, and neither, found 1",
        ),
        (
            request(summarization=("gpt://f/m", ["?"] * 17)),
            "summarization.properties: at most 16 questions, found 17",
        ),
        (request(summarization=("", ["?"])), "summarization.model_uri: must be given"),
    ],
)
def test_rules_and_documented_limits(found: v3.RecognizeFileRequest, said: str | None) -> None:
    assert broken(found) == ([said] if said else [])
    assert stt.checked(found, validate=False) is found


def test_a_request_of_another_type() -> None:
    with pytest.raises(InvalidRequest, match="must be a speechkit"):
        stt.checked(v3.StreamingOptions(), validate=False)


@given(st.sampled_from([8_000, 16_000, 48_000]), st.sampled_from([1, 2]), st.integers(1, 999))
def test_seconds_of_all_channels(rate: int, channels: int, frames: int) -> None:
    content = bytes(frames * channels * 2)
    expected = frames * channels / rate
    assert stt.seconds_of(request(wav(content, rate, channels))) == pytest.approx(expected)
    assert stt.seconds_of(raw(content, rate, channels)) == pytest.approx(expected)


def test_seconds_that_nobody_knows() -> None:
    assert stt.seconds_of(request()) is None
    assert stt.seconds_of(raw(rate=0)) is None
    assert stt.seconds_of(request(b"who knows", encoding="mp3")) is None


def test_methods() -> None:
    for method in (stt.RECOGNIZE_FILE, stt.GET_RECOGNITION, stt.DELETE_RECOGNITION):
        name = method.path.rpartition("/")[2]
        service = v3.DESCRIPTOR.pool.FindServiceByName("speechkit.stt.v3.AsyncRecognizer")
        found = service.FindMethodByName(name)
        assert method.request.DESCRIPTOR.full_name == found.input_type.full_name
        assert method.response.DESCRIPTOR.full_name == found.output_type.full_name
