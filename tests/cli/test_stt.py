"""``ycgrpc stt`` as a user runs it."""

from __future__ import annotations

import json
from collections.abc import Generator
from pathlib import Path
from typing import Any

import grpc
import pytest
from ycgrpc_pb.yandex.cloud.ai.stt.v2 import stt_service_pb2 as v2
from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_pb2 as v3
from ycgrpc_pb.yandex.cloud.operation.operation_pb2 import Operation

from tests.cli.conftest import KEY, SAMPLES, Command, Endless, assert_one_line, s3
from tests.unit.test_recordings import wav
from tests.wire.server import Server, answer
from ycgrpc.emulator import Emulator, Ending, Fault, ScriptedSpeech

KETTLE = str(SAMPLES / "kettle.wav")
OGG = str(SAMPLES / "kettle.ogg")
WORDS = [("hello", 100, 400), ("there", 500, 900), ("bye", 2000, 2300)]
TEXT = "hello there\nbye\n"


@pytest.fixture(scope="module")
def emulator() -> Generator[Emulator]:
    with Emulator(stt=ScriptedSpeech(WORDS), ocr="scripted") as running:
        yield running


@pytest.fixture
def command(emulator: Emulator) -> Command:
    return Command(emulator.target)


def test_help() -> None:
    done = Command()("stt", "--help")
    assert (done.returncode, done.stderr) == (0, "")
    for option in ("--lang", "--api", "--format", "--bucket", "--wait", "--emulator"):
        assert option in done.stdout


@pytest.mark.parametrize("arguments", [["--emulator", "stt"], ["stt", "--emulator"]])
def test_an_emulator_of_its_own_really_hears(arguments: list[str]) -> None:
    done = Command()(*arguments, KETTLE, "--lang", "en-US")
    text = "the kettle is on the stove\nplease bring two cups and some sugar\n"
    assert (done.stdout, done.stderr, done.returncode) == (text, "", 0)


@pytest.mark.parametrize("api", ["v3", "v2"])
def test_text(api: str, command: Command) -> None:
    done = command.connected("stt", KETTLE, "--api", api)
    assert (done.stdout, done.stderr, done.returncode) == (TEXT, "", 0)


def test_text_of_several_files_says_whose_it_is(command: Command) -> None:
    done = command.connected("stt", KETTLE, OGG)
    assert done.stdout == f"==> {KETTLE} <==\n{TEXT}==> {OGG} <==\n{TEXT}"


def test_json_has_a_line_for_each_event(command: Command) -> None:
    done = command.connected("stt", KETTLE, "--format", "json")
    lines: list[dict[str, Any]] = [json.loads(line) for line in done.stdout.splitlines()]
    assert {line["source"] for line in lines} == {KETTLE}
    finals = [line["result"]["final"] for line in lines if "final" in line["result"]]
    assert [final["alternatives"][0]["text"] for final in finals] == ["hello there", "bye"]


def test_json_of_the_older_api_is_one_line_a_file(command: Command) -> None:
    done = command.connected("stt", KETTLE, OGG, "--format", "json", "--api", "v2")
    lines: list[dict[str, Any]] = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["source"] for line in lines] == [KETTLE, OGG]
    texts = [chunk["alternatives"][0]["text"] for chunk in lines[0]["chunks"]]
    assert texts == ["hello there", "bye"]


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("srt", "1\n00:00:00,100 --> 00:00:00,900\nhello there\n\n2\n00:00:02,000 --> "),
        ("vtt", "WEBVTT\n\n00:00:00.100 --> 00:00:00.900\nhello there\n"),
        ("tsv", "start\tend\tchannel\ttext\n100\t900\t0\thello there\n2000\t2300\t0\tbye\n"),
    ],
)
def test_subtitles(form: str, shown: str, command: Command) -> None:
    done = command.connected("stt", KETTLE, "--format", form)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(shown)
    assert done.stdout.endswith("\n")


def test_standard_input_and_an_output_file(command: Command, tmp_path: Path) -> None:
    target = tmp_path / "text"
    content = Path(KETTLE).read_bytes()
    done = command.connected("stt", "-", "-o", str(target), stdin=content)
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)
    assert target.read_text() == TEXT


def test_options_reach_the_service() -> None:
    final = v3.AlternativeUpdate(alternatives=[v3.Alternative(text="да")])
    with Server() as server:
        server.script(
            answer(Operation(id="f8d1")),
            answer(Operation(id="f8d1", done=True)),
            answer(v3.StreamingResponse(final=final)),
        )
        options = ["--model", "general:rc", "--literature-text", "--folder-id", "b1gfolder"]
        pcm = ["--encoding", "pcm", "--sample-rate", "8000", "--channels", "2"]
        done = Command(server.target).connected(
            "stt", "-", "--lang", "en-US, de-DE", *options, *pcm, stdin=bytes(400)
        )
        request = v3.RecognizeFileRequest.FromString(server.calls[0].requests[0])
        assert server.calls[0].metadata["x-folder-id"] == "b1gfolder"
    assert (done.stdout, done.stderr, done.returncode) == ("да\n", "", 0)
    model = request.recognition_model
    assert model.model == "general:rc"
    assert list(model.language_restriction.language_code) == ["en-US", "de-DE"]
    assert model.text_normalization.literature_text
    raw = model.audio_format.raw_audio
    assert (raw.sample_rate_hertz, raw.audio_channel_count) == (8000, 2)


def test_options_reach_the_older_api() -> None:
    ended = Operation(id="e031", done=True)
    ended.response.Pack(v2.LongRunningRecognitionResponse())
    with Server() as server:
        server.script(answer(Operation(id="e031")), answer(ended))
        uri = "https://storage.yandexcloud.net/calls/one.ogg"
        options = ["--lang", "en-US", "--literature-text", "--folder-id", "b1gfolder"]
        done = Command(server.target).connected("stt", uri, "--api", "v2", *options)
        request = v2.LongRunningRecognitionRequest.FromString(server.calls[0].requests[0])
    assert (done.stdout, done.stderr, done.returncode) == ("\n", "", 0)
    assert request.audio.uri == uri
    assert request.config.folder_id == "b1gfolder"
    assert request.config.specification.language_code == "en-US"
    assert request.config.specification.literature_text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Missing argument 'FILE_OR_URI...'"),
        ([KETTLE, OGG, "--format", "srt"], "--format srt is for one file at a time"),
        ([KETTLE, "--api", "v2", "--lang", "ru-RU,en-US"], "--api v2 takes one language"),
        ([KETTLE, "--lang", ","], "--lang takes at least one language"),
        ([KETTLE, "--encoding", "flac"], "'flac' is not one of"),
        ([KETTLE, "--wait", "0"], "not in the range"),
    ],
)
def test_bad_usage(arguments: list[str], message: str, command: Command) -> None:
    done = command.connected("stt", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.wav"], "missing.wav: source: cannot read 'missing.wav'"),
        ([str(SAMPLES / "sign.jpg")], "source: must be a WAV file of 16-bit samples"),
        ([KETTLE, "--model", "no-such-model"], "INVALID_ARGUMENT"),
        (["https://example.com/one.ogg"], "INVALID_ARGUMENT"),
        (["s3://calls/one.ogg"], "must be a URI such as https://storage.yandexcloud.net/"),
        ([OGG, "--bucket", "calls"], "no keys for Object Storage: put a static access key"),
        ([OGG, "--bucket", "My calls"], "bucket: 'My calls' is no name of a bucket"),
        ([KETTLE, "--bucket", "calls", "--api", "v2"], "source: cannot be WAV in this API"),
    ],
)
def test_mistakes_are_one_line(arguments: list[str], message: str, command: Command) -> None:
    done = command.connected("stt", *arguments)
    assert_one_line(done)
    assert message in done.stderr


def test_some_failed(command: Command) -> None:
    done = command.connected("stt", "missing.wav", KETTLE)
    assert done.returncode == 3
    assert done.stdout == f"==> {KETTLE} <==\n{TEXT}"
    assert done.stderr.startswith("ycgrpc: missing.wav: ")


def test_recognition_that_fails(command: Command, emulator: Emulator) -> None:
    emulator.script_operations(Ending(error=grpc.StatusCode.INTERNAL, text="no\nluck"), None)
    done = command.connected("stt", KETTLE, OGG)
    assert done.returncode == 3
    assert done.stdout == f"==> {OGG} <==\n{TEXT}"
    assert done.stderr.endswith("ended with INTERNAL: no luck\n")


def test_a_wrong_key_is_told_once(command: Command, emulator: Emulator) -> None:
    emulator.script("RecognizeFile", Fault(code=grpc.StatusCode.UNAUTHENTICATED, text="no"))
    done = command.connected("stt", KETTLE, "--timeout", "5")
    assert_one_line(done)
    assert "UNAUTHENTICATED" in done.stderr


def test_a_wait_that_is_over_names_the_operation(endless: Endless) -> None:
    with Emulator(stt="scripted", ocr="scripted", progress=endless) as emulator:
        done = Command(emulator.target).connected("stt", KETTLE, "--wait", "0.001")
    assert_one_line(done)
    assert f"ycgrpc: {KETTLE}: operation f8d" in done.stderr


def test_an_interrupt_names_what_goes_on(endless: Endless) -> None:
    with Emulator(stt="scripted", ocr="scripted", progress=endless) as emulator:
        done = Command(emulator.target).interrupted("stt", KETTLE, OGG, when=endless.wait)
    assert (done.returncode, done.stdout) == (130, "")
    lines = done.stderr.split("\n")
    assert [line.partition(": operation f8d")[0] for line in lines if line] == [
        f"ycgrpc: {KETTLE}",
        f"ycgrpc: {OGG}",
    ]
    assert "Traceback" not in done.stderr


def test_a_bucket() -> None:
    with s3() as (owner, variables):
        endpoint = variables["YC_STORAGE_ENDPOINT_URL"]
        owner.upload_file(OGG, "calls", "stored.ogg")
        uri = "https://storage.yandexcloud.net/calls/stored.ogg"
        with Emulator(stt=ScriptedSpeech(WORDS), ocr="scripted", storage=endpoint) as emulator:
            command = Command(emulator.target)
            done = command.connected("stt", OGG, uri, "-", "--bucket", "calls",
                                     stdin=Path(OGG).read_bytes(), **variables)  # fmt: skip
        left = owner.list_objects_v2(Bucket="calls")["Contents"]
    assert (done.stderr, done.returncode) == ("", 0)
    assert done.stdout == "".join(f"==> {name} <==\n{TEXT}" for name in (OGG, uri, "-"))
    assert [one["Key"] for one in left] == ["stored.ogg"], "what was there is not ours to remove"


def test_an_interrupt_leaves_nothing_in_the_bucket(endless: Endless) -> None:
    with s3() as (owner, variables):
        endpoint = variables["YC_STORAGE_ENDPOINT_URL"]
        with Emulator(stt="scripted", ocr="scripted", storage=endpoint, progress=endless) as one:
            done = Command(one.target).interrupted(
                "stt", OGG, OGG, "--bucket", "calls", when=endless.wait, **variables
            )
        left = owner.list_objects_v2(Bucket="calls").get("Contents", [])
    assert done.returncode == 130
    assert done.stderr.count("goes on") == 2
    assert not left


def test_a_file_that_only_looks_like_a_recording(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "call.wav"
    path.write_bytes(wav(bytes(300), bits=24))
    done = command.connected("stt", str(path))
    assert_one_line(done)
    assert "24-bit WAV" in done.stderr
    assert KEY not in done.stderr
