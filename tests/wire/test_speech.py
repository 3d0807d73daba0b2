"""``stt.submit`` and what follows, on real sockets: what arrives at the service, and what comes back."""

from __future__ import annotations

import io
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import grpc
import pytest
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from google.protobuf.message import Message
from ycgrpc_pb.google.protobuf.empty_pb2 import Empty
from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_pb2 as v3
from ycgrpc_pb.yandex.cloud.ai.stt.v3.stt_service_pb2 import GetRecognitionRequest
from ycgrpc_pb.yandex.cloud.operation.operation_pb2 import Operation

from tests.unit.test_recordings import wav
from tests.wire.colours import CREDENTIALS, Colour
from tests.wire.server import Server, answer, fail
from ycgrpc import IamToken, Transcript, errors
from ycgrpc.emulator import Accounts, Emulator, Ending, Fault, Immediately, ScriptedSpeech

SAMPLES = Path(__file__).parents[2] / "examples" / "samples"
RECOGNIZE_FILE = "/speechkit.stt.v3.AsyncRecognizer/RecognizeFile"
GET_RECOGNITION = "/speechkit.stt.v3.AsyncRecognizer/GetRecognition"
WORDS = [("hello", 100, 400), ("there", 500, 900), ("bye", 2000, 2300)]
TEXT = "hello there\nbye"
RECORDING = wav(bytes(2 * 8_000 * 3))
URI = "https://storage.yandexcloud.net/bucket/call.ogg"

AudioFormat = v3.AudioFormatOptions
WAV_FORMAT = AudioFormat(
    container_audio=v3.ContainerAudio(container_audio_type=v3.ContainerAudio.WAV)
)
READY = v3.RecognizeFileRequest(
    content=RECORDING,
    recognition_model=v3.RecognitionModelOptions(model="general", audio_format=WAV_FORMAT),
)


def emulated(**settings: Any) -> Emulator:
    """An emulator that hears two utterances in whatever it gets, at the first look."""
    plain = {"stt": ScriptedSpeech(WORDS), "ocr": "scripted", "progress": Immediately()}
    settings = {**plain, **settings}
    return Emulator(**settings)


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with emulated() as running:
        yield running


def connected(colour: Colour, target: str, **settings: Any) -> Any:
    """A client of an emulator."""
    return colour.client(
        settings.pop("credentials", CREDENTIALS), endpoint=target, plaintext=True, **settings
    )


def submitted(colour: Colour, api: Any, source: Any, **options: Any) -> Any:
    """The operation that transcribes a source, looked at once."""
    operation = colour.call(lambda: api.submit(source, **options))
    return colour.call(operation.refresh)


def transcript(colour: Colour, api: Any, source: Any, **options: Any) -> Transcript:
    """What is heard in a source."""
    operation = submitted(colour, api, source, **options)
    result = colour.call(operation.result)
    assert isinstance(result, Transcript)
    return result


def twin(message: Message) -> Message:
    """The same message of a class that was made from another copy of the interface."""
    pool = descriptor_pool.DescriptorPool()

    def add(file: Any) -> None:
        for dependency in file.dependencies:
            add(dependency)
        copy = descriptor_pb2.FileDescriptorProto()
        copy.ParseFromString(file.serialized_pb)
        pool.Add(copy)  # pyright: ignore[reportUnknownMemberType]

    add(message.DESCRIPTOR.file)
    cls = message_factory.GetMessageClass(pool.FindMessageTypeByName(message.DESCRIPTOR.full_name))
    assert cls is not type(message)
    return cls.FromString(message.SerializeToString())


# --- What arrives.


def test_each_kind_of_source_is_heard(colour: Colour, emulator: Emulator, tmp_path: Path) -> None:
    path = tmp_path / "call.wav"
    path.write_bytes(RECORDING)
    client = connected(colour, emulator.target)
    with path.open("rb") as file:
        sources: list[Any] = [
            path,
            str(path),
            RECORDING,
            bytearray(RECORDING),
            memoryview(RECORDING),
            io.BytesIO(RECORDING),
            file,
            READY,
            twin(READY),
        ]
        for source in sources:
            assert transcript(colour, client.stt, source).text == TEXT, type(source)
        assert not file.closed


SUBMITTED = answer(Operation(id="f8d1"))


def received(server: Server) -> v3.RecognizeFileRequest:
    """The last request, as the server reads it."""
    assert server.last.method == RECOGNIZE_FILE
    return v3.RecognizeFileRequest.FromString(server.last.requests[0])


def model(**fields: Any) -> v3.RecognitionModelOptions:
    """What every request for the recording says of its model."""
    plain: dict[str, Any] = {
        "model": "general",
        "audio_format": WAV_FORMAT,
        "language_restriction": v3.LanguageRestrictionOptions(
            restriction_type=v3.LanguageRestrictionOptions.WHITELIST, language_code=["ru-RU"]
        ),
    }
    return v3.RecognitionModelOptions(**{**plain, **fields})


Normalization = v3.TextNormalizationOptions
Triggers = v3.RecognitionClassifier

OPTIONS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "none": ({}, {"recognition_model": model()}),
    "language": (
        {"language": ["en-US", "de-DE"]},
        {
            "recognition_model": model(
                language_restriction=v3.LanguageRestrictionOptions(
                    restriction_type=v3.LanguageRestrictionOptions.WHITELIST,
                    language_code=["en-US", "de-DE"],
                )
            )
        },
    ),
    "exclude_languages": (
        {"exclude_languages": ["en-US"]},
        {
            "recognition_model": model(
                language_restriction=v3.LanguageRestrictionOptions(
                    restriction_type=v3.LanguageRestrictionOptions.BLACKLIST,
                    language_code=["en-US"],
                )
            )
        },
    ),
    "model": (
        {"model": "deferred-general"},
        {"recognition_model": model(model="deferred-general")},
    ),
    "text": (
        {"literature_text": True, "profanity_filter": True, "phone_formatting": False},
        {
            "recognition_model": model(
                text_normalization=Normalization(
                    text_normalization=Normalization.TEXT_NORMALIZATION_ENABLED,
                    literature_text=True,
                    profanity_filter=True,
                    phone_formatting_mode=Normalization.PHONE_FORMATTING_MODE_DISABLED,
                )
            )
        },
    ),
    "normalization": (
        {"normalization": False},
        {
            "recognition_model": model(
                text_normalization=Normalization(
                    text_normalization=Normalization.TEXT_NORMALIZATION_DISABLED
                )
            )
        },
    ),
    "classifiers": (
        {"classifiers": ["insult", ("negative", ["final", "partial"])]},
        {
            "recognition_model": model(),
            "recognition_classifier": v3.RecognitionClassifierOptions(
                classifiers=[
                    Triggers(classifier="insult", triggers=[Triggers.ON_UTTERANCE]),
                    Triggers(
                        classifier="negative", triggers=[Triggers.ON_FINAL, Triggers.ON_PARTIAL]
                    ),
                ]
            ),
        },
    ),
    "figures": (
        {
            "speaker_analysis": True,
            "conversation_analysis": True,
            "quantiles": [0.5],
            "silence_threshold_ms": 1,
            "simultaneous_silence_threshold_ms": 2,
            "simultaneous_speech_threshold_ms": 3,
        },
        {
            "recognition_model": model(),
            "speech_analysis": v3.SpeechAnalysisOptions(
                enable_speaker_analysis=True,
                enable_conversation_analysis=True,
                descriptive_statistics_quantiles=[0.5],
                speaker_options=v3.SpeakerAnalysisOptions(silence_threshold_ms=1),
                converstation_options=v3.ConversationAnalysisOptions(
                    simultaneous_silence_threshold_ms=2, simultaneous_speech_threshold_ms=3
                ),
            ),
        },
    ),
    "speaker_labeling": (
        {"speaker_labeling": True},
        {
            "recognition_model": model(),
            "speaker_labeling": v3.SpeakerLabelingOptions(
                speaker_labeling=v3.SpeakerLabelingOptions.SPEAKER_LABELING_ENABLED
            ),
        },
    ),
    "summarization": (
        {"summarization": ("gpt://b1g/yandexgpt", ["Who called?", ("What for?", True)])},
        {
            "recognition_model": model(),
            "summarization": v3.SummarizationOptions(
                model_uri="gpt://b1g/yandexgpt",
                properties=[
                    v3.SummarizationProperty(instruction="Who called?"),
                    v3.SummarizationProperty(instruction="What for?", json_object=True),
                ],
            ),
        },
    ),
    "pcm": (
        {"encoding": "pcm", "sample_rate": 16_000, "channels": 2},
        {
            "recognition_model": model(
                audio_format=AudioFormat(
                    raw_audio=v3.RawAudio(
                        audio_encoding=v3.RawAudio.LINEAR16_PCM,
                        sample_rate_hertz=16_000,
                        audio_channel_count=2,
                    )
                )
            )
        },
    ),
}


@pytest.mark.parametrize("name", OPTIONS)
def test_each_option_arrives_in_its_field(
    name: str, colour: Colour, client: Any, server: Server
) -> None:
    options, fields = OPTIONS[name]
    server.script(SUBMITTED)
    operation = colour.call(lambda: client.stt.submit(RECORDING, **options))
    assert operation.id == "f8d1"
    assert received(server) == v3.RecognizeFileRequest(content=RECORDING, **fields)


def test_a_uri_arrives_as_it_is(colour: Colour, client: Any, server: Server) -> None:
    server.script(SUBMITTED)
    colour.call(lambda: client.stt.submit(URI))
    ogg = v3.ContainerAudio(container_audio_type=v3.ContainerAudio.OGG_OPUS)
    assert received(server) == v3.RecognizeFileRequest(
        uri=URI, recognition_model=model(audio_format=AudioFormat(container_audio=ogg))
    )


@pytest.mark.parametrize("request_", [READY, twin(READY)], ids=["ours", "of others"])
def test_a_ready_request_arrives_as_it_is(
    request_: Message, colour: Colour, client: Any, server: Server
) -> None:
    server.script(SUBMITTED)
    colour.call(lambda: client.stt.submit(request_))
    assert received(server) == READY


def test_the_folder_and_the_timeout_go_along(colour: Colour, server: Server) -> None:
    client = connected(colour, server.target, folder_id="b1gfolder")
    server.script(SUBMITTED)
    colour.call(lambda: client.stt.submit(RECORDING, timeout=7))
    assert server.last.metadata["x-folder-id"] == "b1gfolder"
    assert server.last.seconds_left is not None
    assert server.last.seconds_left < 8


# --- What never leaves.

BROKEN = wav(bytes(3 * 8_000), bits=24)
BAD_SOURCES: dict[str, tuple[Any, dict[str, Any], str]] = {
    "empty": (b"", {}, "source: must not be empty"),
    "empty file": (io.BytesIO(), {}, "source: must not be empty"),
    "text": (b"Dear reader", {}, "source: must be a WAV file .* found something else of 11 bytes"),
    "FLAC": (b"fLaC" + bytes(50), {}, "source: must be a WAV file .* found FLAC"),
    "24 bits": (BROKEN, {}, "content: must be a WAV file of 16-bit samples, found 24-bit WAV"),
    "pcm": (bytes(100), {"encoding": "pcm"}, "sample_rate: must be given for bare samples"),
    "low rate": (bytes(100), {"encoding": "pcm", "sample_rate": 4_000}, "sample_rate_hertz: 8,000"),
    "three channels": (
        bytes(600),
        {"encoding": "pcm", "sample_rate": 8_000, "channels": 3},
        "audio_channel_count: 1 to 2, found 3",
    ),
    "missing": ("/no/such/call.wav", {}, "source: cannot read '/no/such/call.wav': No such file"),
    "folder": ("/", {}, "Is a directory"),
    "text file": (io.StringIO("a"), {}, "open it in mode 'rb'"),
    "number": (5, {}, "must be a path, bytes or a binary file, found a int"),
    "s3": ("s3://bucket/call.wav", {}, "source: must be a URI such as https://storage.yandexcloud"),
    "http": ("http://storage.yandexcloud.net/b/call.wav", {}, "source: must be a URI such as"),
    "unnamed format": ("https://storage.yandexcloud.net/b/call", {}, "encoding: must be given"),
    "rate of a container": (
        RECORDING,
        {"sample_rate": 8_000},
        "sample_rate: is for encoding='pcm'",
    ),
    "contradiction": (
        RECORDING,
        {"normalization": False, "literature_text": True},
        "literature_text: needs normalization",
    ),
    "quantile": (RECORDING, {"quantiles": [1.0]}, r"quantiles\[0\]: must be between 0 and 1"),
    "ready with options": (
        READY,
        {"language": "en-US", "model": "general"},
        "language: belongs into the request, which is ready; model: belongs",
    ),
    "another message": (GetRecognitionRequest(), {}, "must be a .*RecognizeFileRequest message"),
    "ready and empty": (v3.RecognizeFileRequest(), {}, "AudioSource: give one of content or uri"),
    "timeout": (RECORDING, {"timeout": 0}, "timeout: must be more than 0 seconds"),
}


@pytest.mark.parametrize("name", BAD_SOURCES)
def test_what_is_refused_before_it_leaves(
    name: str, colour: Colour, client: Any, server: Server
) -> None:
    source, options, said = BAD_SOURCES[name]
    with pytest.raises(errors.InvalidRequest, match=said):
        colour.call(lambda: client.stt.submit(source, **options))
    assert not server.calls


def test_an_unknown_option_is_a_slip(colour: Colour, client: Any, server: Server) -> None:
    with pytest.raises(TypeError, match="langauge"):
        colour.call(lambda: client.stt.submit(RECORDING, langauge="en-US"))
    assert not server.calls


def test_a_uri_of_another_host_is_refused_in_one_error(colour: Colour, emulator: Emulator) -> None:
    """The service's own hosts are not known for sure, so the service decides."""
    client = connected(colour, emulator.target)
    with pytest.raises(errors.InvalidArgument, match=r"https://storage\.yandexcloud\.net"):
        colour.call(lambda: client.stt.submit("https://example.com/b/call.wav"))


# --- What comes back.


def test_a_real_engine_hears_the_sample(colour: Colour) -> None:
    with Emulator(ocr="scripted", stt="pocketsphinx") as emulator:
        client = connected(colour, emulator.target)
        source = SAMPLES / "kettle.wav"
        operation = colour.call(lambda: client.stt.submit(source, language="en-US"))
        heard = colour.call(operation.result)
    assert heard.text.splitlines() == [
        "the kettle is on the stove",
        "please bring two cups and some sugar",
    ]
    first, second = heard.utterances
    assert (first.channel, second.channel) == ("0", "0")
    assert 0 < first.start < first.end < second.start < second.end < 6
    assert [word.text for word in first.words] == first.text.split()


def test_utterances_have_their_times_in_seconds(colour: Colour, emulator: Emulator) -> None:
    client = connected(colour, emulator.target)
    first, second = transcript(colour, client.stt, RECORDING).utterances
    assert (first.start, first.end, first.text) == (0.1, 0.9, "hello there")
    assert (second.start, second.end, second.text) == (2.0, 2.3, "bye")


def by_level(pcm: bytes, number: int) -> str | None:
    """The word for how loud a channel is."""
    return {1000: "left", 2000: "right"}.get(array("h", pcm)[0])


STEREO = wav(array("h", [1000, 2000] * 4_000).tobytes(), channels=2)


def test_two_channels_are_told_apart(colour: Colour) -> None:
    with emulated(stt=ScriptedSpeech(script=by_level)) as emulator:
        client = connected(colour, emulator.target)
        heard = transcript(colour, client.stt, STEREO)
    assert heard.channels == ("0", "1")
    assert {(one.channel, one.text) for one in heard.utterances} == {("0", "left"), ("1", "right")}


def test_figures_come_with_the_text(colour: Colour, emulator: Emulator) -> None:
    client = connected(colour, emulator.target)
    options: dict[str, Any] = {"speaker_analysis": True, "conversation_analysis": True}
    heard = transcript(colour, client.stt, RECORDING, **options)
    assert heard.text == TEXT
    assert len(heard.speaker_analyses) == 3, "of each utterance, and of the whole"
    assert heard.conversation_analysis is not None


def test_results_are_fetched_and_deleted_by_id(colour: Colour, emulator: Emulator) -> None:
    client = connected(colour, emulator.target)
    operation = submitted(colour, client.stt, RECORDING)
    assert operation.done
    assert operation.id.startswith("f8d")
    assert colour.call(lambda: client.stt.get_recognition(operation.id)).text == TEXT
    assert colour.call(lambda: client.stt.delete_recognition(operation.id)) is None
    with pytest.raises(errors.NotFound):
        colour.call(lambda: client.stt.get_recognition(operation.id))
    with pytest.raises(errors.NotFound):
        colour.call(lambda: client.stt.delete_recognition(operation.id))


def test_ids_that_are_none_do_not_leave(colour: Colour, client: Any, server: Server) -> None:
    for ask in (
        lambda: client.stt.get_recognition(""),
        lambda: client.stt.get_recognition("x" * 51),
        lambda: client.stt.delete_recognition(""),
        lambda: client.operations.attach("", Transcript),
    ):
        with pytest.raises(errors.InvalidRequest, match="operation_id: "):
            colour.call(ask)
    assert not server.calls


def test_a_result_is_resumed_by_id_with_another_client(colour: Colour, emulator: Emulator) -> None:
    operation_id = submitted(colour, connected(colour, emulator.target).stt, RECORDING).id
    other = connected(colour, emulator.target)
    attached = other.operations.attach(operation_id, Transcript)
    assert colour.call(attached.result).text == TEXT
    unknown = other.operations.attach(operation_id)
    answered = colour.call(unknown.result)
    assert answered.TypeName() == Empty.DESCRIPTOR.full_name


def test_a_result_that_is_late_is_waited_for(colour: Colour) -> None:
    with emulated(late_results=2) as emulator:
        client = connected(colour, emulator.target)
        assert transcript(colour, client.stt, RECORDING).text == TEXT
        codes = [call.code for call in emulator.report() if call.method == GET_RECOGNITION]
    assert codes == [grpc.StatusCode.NOT_FOUND] * 2 + [grpc.StatusCode.OK]


def test_get_recognition_does_not_wait(colour: Colour) -> None:
    with emulated(late_results=1) as emulator:
        client = connected(colour, emulator.target)
        operation = submitted(colour, client.stt, RECORDING)
        with pytest.raises(errors.NotFound, match="operation data is not ready"):
            colour.call(lambda: client.stt.get_recognition(operation.id))


def test_done_without_an_answer_is_a_success(colour: Colour) -> None:
    with emulated(empty_response=False) as emulator:
        client = connected(colour, emulator.target)
        operation = submitted(colour, client.stt, RECORDING)
        assert operation.done
        assert not operation.message.HasField("response")
        assert colour.call(operation.result).text == TEXT


def test_an_answer_of_another_service_is_told(colour: Colour, emulator: Emulator) -> None:
    client = connected(colour, emulator.target)
    emulator.script_operations(Ending(response=Operation(id="x")))
    operation = submitted(colour, client.stt, RECORDING)
    with pytest.raises(errors.UnexpectedResponse, match=r"operation f8d\w+ answered with a yandex"):
        colour.call(operation.result)


def test_recognition_that_fails(colour: Colour, emulator: Emulator) -> None:
    client = connected(colour, emulator.target)
    emulator.script_operations(Ending(error=grpc.StatusCode.INTERNAL, text="no luck"))
    operation = submitted(colour, client.stt, RECORDING)
    with pytest.raises(errors.OperationFailed, match="ended with INTERNAL: no luck") as failed:
        colour.call(operation.result)
    assert failed.value.operation_id == operation.id


def test_a_submit_that_is_lost_is_not_repeated(colour: Colour) -> None:
    with emulated() as emulator:
        client = connected(colour, emulator.target)
        emulator.script(RECOGNIZE_FILE, Fault(lose_answer=True))
        with pytest.raises(errors.OutcomeUnknown, match="on_unknown='resubmit'"):
            colour.call(lambda: client.stt.submit(RECORDING))
        assert [call.method for call in emulator.report()] == [RECOGNIZE_FILE]
        emulator.script(RECOGNIZE_FILE, Fault(lose_answer=True))
        assert transcript(colour, client.stt, RECORDING, on_unknown="resubmit").text == TEXT


def test_a_refusal_is_not_an_unknown_outcome(colour: Colour, client: Any, server: Server) -> None:
    server.script(fail(grpc.StatusCode.PERMISSION_DENIED, "no"))
    with pytest.raises(errors.PermissionDenied, match=r"ai\.speechkit-stt\.user"):
        colour.call(lambda: client.stt.submit(RECORDING))
    assert len(server.calls) == 1


def test_a_user_account_needs_a_folder(colour: Colour) -> None:
    accounts = Accounts(bearers="user")
    with emulated(accounts=accounts) as emulator:
        user: dict[str, Any] = {"credentials": IamToken("t1.user")}
        client = connected(colour, emulator.target, **user)
        with pytest.raises(errors.InvalidArgument, match="Folder ID is required"):
            colour.call(lambda: client.stt.submit(RECORDING))
        client = connected(colour, emulator.target, folder_id="b1gfolder", **user)
        assert transcript(colour, client.stt, RECORDING).text == TEXT
