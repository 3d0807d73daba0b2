"""``stt_v2.submit`` on real sockets: what arrives at the service, and what comes back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import grpc
import pytest
from google.protobuf.message import Message
from ycgrpc_pb.yandex.cloud.ai.stt.v2 import stt_service_pb2 as v2
from ycgrpc_pb.yandex.cloud.operation.operation_pb2 import Operation

from tests.unit.test_recordings import wav
from tests.wire.colours import Colour
from tests.wire.server import Server, answer
from tests.wire.test_speech import (
    READY,
    SAMPLES,
    STEREO,
    TEXT,
    WORDS,
    by_level,
    connected,
    emulated,
    submitted,
    transcript,
    twin,
)
from ycgrpc import IamToken, Transcript, errors
from ycgrpc.emulator import Accounts, Emulator, Ending, ScriptedSpeech

LONG_RUNNING = "/yandex.cloud.ai.stt.v2.SttService/LongRunningRecognize"
SAMPLES_OF_SILENCE = bytes(2 * 8_000 * 3)
RECORDING = wav(SAMPLES_OF_SILENCE)
URI = "https://storage.yandexcloud.net/bucket/call.ogg"
Spec = v2.RecognitionSpec


def request(content: bytes = b"", uri: str = "", folder_id: str = "", **fields: Any) -> Any:
    """A request, as the service reads it."""
    made = v2.LongRunningRecognitionRequest(
        config=v2.RecognitionConfig(specification=Spec(**fields), folder_id=folder_id)
    )
    if uri:
        made.audio.uri = uri
    else:
        made.audio.content = content
    return made


PCM: dict[str, Any] = {"audio_encoding": Spec.LINEAR16_PCM, "sample_rate_hertz": 8_000}
READY_V2 = request(SAMPLES_OF_SILENCE, **PCM)


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with emulated() as running:
        yield running


@pytest.fixture
def server(server: Server) -> Server:
    """A server that takes everything."""
    server.script(answer(Operation(id="e031")))
    return server


def received(server: Server) -> v2.LongRunningRecognitionRequest:
    """The last request, as the server reads it."""
    assert server.last.method == LONG_RUNNING
    return v2.LongRunningRecognitionRequest.FromString(server.last.requests[0])


# --- What arrives.


@pytest.mark.parametrize(
    ("source", "options", "wanted"),
    [
        (URI, {}, request(uri=URI, audio_encoding=Spec.OGG_OPUS)),
        (URI.removesuffix(".ogg"), {}, request(uri=URI.removesuffix(".ogg"))),
        (
            RECORDING,
            {},
            request(SAMPLES_OF_SILENCE, audio_channel_count=1, **PCM),
        ),
        (
            b"\0\0",
            {"encoding": "pcm", "sample_rate": 8_000, "channels": 2},
            request(b"\0\0", audio_channel_count=2, **PCM),
        ),
        (
            URI,
            {
                "language": "en-US",
                "model": "deferred-general",
                "profanity_filter": True,
                "literature_text": True,
                "raw_results": True,
                "folder_id": "b1gother",
            },
            request(
                uri=URI,
                folder_id="b1gother",
                audio_encoding=Spec.OGG_OPUS,
                language_code="en-US",
                model="deferred-general",
                profanity_filter=True,
                literature_text=True,
                raw_results=True,
            ),
        ),
    ],
    ids=["uri", "unnamed format", "wav", "pcm", "options"],
)
def test_each_option_arrives_in_its_field(
    source: Any,
    options: dict[str, Any],
    wanted: Message,
    colour: Colour,
    client: Any,
    server: Server,
) -> None:
    operation = colour.call(lambda: client.stt_v2.submit(source, **options))
    assert operation.id == "e031"
    assert received(server) == wanted


def test_the_folder_of_the_client_goes_into_the_body(colour: Colour, server: Server) -> None:
    client = connected(colour, server.target, folder_id="b1gfolder")
    colour.call(lambda: client.stt_v2.submit(URI))
    assert received(server).config.folder_id == "b1gfolder"
    colour.call(lambda: client.stt_v2.submit(URI, folder_id="b1gother"))
    assert received(server).config.folder_id == "b1gother"


@pytest.mark.parametrize("ready", [READY_V2, twin(READY_V2)], ids=["ours", "of others"])
def test_a_ready_request_arrives_as_it_is(ready: Message, colour: Colour, server: Server) -> None:
    client = connected(colour, server.target, folder_id="b1gfolder")
    colour.call(lambda: client.stt_v2.submit(ready))
    assert received(server) == READY_V2


# --- What never leaves.


@pytest.mark.parametrize(
    ("source", "options", "said"),
    [
        (b"", {}, "source: must not be empty"),
        (b"Dear reader", {}, "source: must be a WAV file .* found something else of 11 bytes"),
        (
            wav(bytes(300), bits=24),
            {},
            "source: must be a WAV file of 16-bit samples, found 24-bit",
        ),
        (bytes(100), {"encoding": "pcm"}, "sample_rate: must be given for bare samples"),
        (wav(bytes(200), rate=11_025), {}, "sample_rate_hertz: 8000, 16000 or 48000 hertz"),
        ("/no/such/call.wav", {}, "source: cannot read '/no/such/call.wav': No such file"),
        ("https://storage.yandexcloud.net/b/call.wav", {}, "source: cannot be WAV in this API"),
        (READY_V2, {"language": "en-US"}, "language: belongs into the request, which is ready"),
        (READY, {}, "must be a .*LongRunningRecognitionRequest message, found a .*RecognizeFile"),
    ],
    ids=[
        "empty",
        "text",
        "24 bits",
        "pcm",
        "rate",
        "missing",
        "uri of WAV",
        "ready with options",
        "of v3",
    ],
)
def test_what_is_refused_before_it_leaves(
    source: Any, options: dict[str, Any], said: str, colour: Colour, client: Any, server: Server
) -> None:
    with pytest.raises(errors.InvalidRequest, match=said):
        colour.call(lambda: client.stt_v2.submit(source, **options))
    assert not server.calls


# --- What comes back.


def test_what_was_heard(colour: Colour, emulator: Emulator) -> None:
    client = connected(colour, emulator.target)
    heard = transcript(colour, client.stt_v2, RECORDING)
    assert heard.text == TEXT
    first, second = heard.utterances
    assert (first.start, first.end, first.channel) == (0.1, 0.9, "1")
    assert (second.start, second.end) == (2.0, 2.3)
    assert not heard.responses
    assert heard.message is not None


def test_an_ogg_file_is_heard(colour: Colour, emulator: Emulator) -> None:
    client = connected(colour, emulator.target)
    assert transcript(colour, client.stt_v2, SAMPLES / "kettle.ogg").text == TEXT


def test_two_channels_are_told_apart(colour: Colour) -> None:
    with emulated(stt=ScriptedSpeech(script=by_level)) as emulator:
        client = connected(colour, emulator.target)
        heard = transcript(colour, client.stt_v2, STEREO)
    assert {(one.channel, one.text) for one in heard.utterances} == {("1", "left"), ("2", "right")}


def test_the_result_is_nowhere_but_in_the_operation(colour: Colour, emulator: Emulator) -> None:
    client = connected(colour, emulator.target)
    operation = submitted(colour, client.stt_v2, RECORDING)
    assert operation.id.startswith("e03")
    before = len(emulator.report())
    assert colour.call(operation.result).text == TEXT
    assert len(emulator.report()) == before
    with pytest.raises(errors.NotFound):
        colour.call(lambda: client.stt.get_recognition(operation.id))


def test_a_result_is_resumed_by_id_with_another_client(colour: Colour, emulator: Emulator) -> None:
    operation_id = submitted(colour, connected(colour, emulator.target).stt_v2, RECORDING).id
    other = connected(colour, emulator.target)
    heard = colour.call(other.operations.attach(operation_id, Transcript).result)
    assert (heard.text, bool(heard.message)) == (TEXT, True)
    message = other.operations.attach(operation_id, v2.LongRunningRecognitionResponse)
    assert [chunk.channel_tag for chunk in colour.call(message.result).chunks] == [1, 1]


@pytest.mark.parametrize("ending", [Ending(), Ending(response=Operation())], ids=["none", "other"])
def test_an_answer_that_is_none(ending: Ending, colour: Colour, emulator: Emulator) -> None:
    client = connected(colour, emulator.target)
    emulator.script_operations(ending)
    operation = submitted(colour, client.stt_v2, RECORDING)
    assert operation.done
    with pytest.raises(errors.UnexpectedResponse, match=r"not with a yandex\.cloud\.ai\.stt\.v2"):
        colour.call(operation.result)


def test_recognition_that_fails(colour: Colour, emulator: Emulator) -> None:
    client = connected(colour, emulator.target)
    emulator.script_operations(Ending(error=grpc.StatusCode.INTERNAL, text="no luck"))
    operation = submitted(colour, client.stt_v2, RECORDING)
    with pytest.raises(errors.OperationFailed, match="ended with INTERNAL: no luck"):
        colour.call(operation.result)


def test_a_user_account_is_refused(colour: Colour) -> None:
    with emulated(accounts=Accounts(bearers="user")) as emulator:
        user = connected(
            colour, emulator.target, credentials=IamToken("t1.user"), folder_id="b1gfolder"
        )
        with pytest.raises(errors.PermissionDenied, match="for service accounts only"):
            colour.call(lambda: user.stt_v2.submit(RECORDING))


def test_a_folder_that_is_not_the_accounts(colour: Colour) -> None:
    with emulated(folder_id="b1ghome") as emulator:
        client = connected(colour, emulator.target)
        with pytest.raises(errors.InvalidArgument, match="'b1gother' does not match"):
            colour.call(lambda: client.stt_v2.submit(RECORDING, folder_id="b1gother"))
        heard = transcript(colour, client.stt_v2, RECORDING, folder_id="b1ghome")
        assert len(heard.utterances[0].words) == len(WORDS) - 1


def test_bare_samples_need_no_header(colour: Colour, emulator: Emulator) -> None:
    client = connected(colour, emulator.target)
    options: dict[str, Any] = {"encoding": "pcm", "sample_rate": 8_000}
    assert transcript(colour, client.stt_v2, SAMPLES_OF_SILENCE, **options).text == TEXT
