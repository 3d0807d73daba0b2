"""What the commands for many files share: no operation, and no line of output, is lost on the way."""

from __future__ import annotations

import json
import os
import pty
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Generator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn

import grpc
import pytest
from ycgrpc_pb.yandex.cloud.ai.stt.v2 import stt_service_pb2 as v2
from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_pb2 as v3
from ycgrpc_pb.yandex.cloud.operation.operation_pb2 import Operation

from tests.cli.conftest import KEY, SAMPLES, Command, Endless, assert_one_line, s3
from tests.wire.server import Server, answer
from ycgrpc.cli import many
from ycgrpc.emulator import Emulator, Fault, ScriptedOcr, ScriptedSpeech
from ycgrpc.errors import CredentialsError, OperationTimeout

SIGN = str(SAMPLES / "sign.jpg")
PAGES = str(SAMPLES / "two-pages.pdf")
KETTLE = str(SAMPLES / "kettle.wav")
OGG = str(SAMPLES / "kettle.ogg")
OCR = [sys.executable, "-m", "ycgrpc.cli", "ocr", "--endpoint", "127.0.0.1:1", "--plaintext"]
SUBMIT = "TextRecognitionAsyncService/Recognize"
FETCH = "TextRecognitionAsyncService/GetRecognition"
URI = "https://storage.yandexcloud.net/calls/"
DENIED = Fault(code=grpc.StatusCode.PERMISSION_DENIED, text="no")


@pytest.fixture
def emulator() -> Generator[Emulator]:
    stt = ScriptedSpeech([("hello", 100, 400)])
    with Emulator(ocr=ScriptedOcr("one line"), stt=stt, strict=True) as running:
        yield running


@pytest.fixture
def command(emulator: Emulator) -> Command:
    return Command(emulator.target)


def key_of(emulator: Emulator) -> str:
    """An API key that the emulator knows."""
    return emulator.iam.create_api_key(emulator.iam.create_service_account())


def results(lines: list[str], command: Command, key: str) -> list[str]:
    """What the commands that the lines end with print."""
    printed: list[str] = []
    for line in lines:
        advised = shlex.split(line.rpartition(": ycgrpc ")[2])
        assert advised[:2] == ["operation", "wait"], line
        printed.append(command.connected(*advised, key=key).stdout)
    return printed


def failing(error: BaseException, gone: list[str]) -> Callable[[str], Any]:
    """What submits 1, which is soon done, and 2; their results fail, their uploads leave when told."""

    def result(seconds: float | None) -> NoReturn:
        raise error

    def submit(name: str) -> Any:
        return SimpleNamespace(
            id=f"f8d{name}",
            done=name == "1",
            recording=URI + name,
            result=result,
            _leave=lambda: gone.append(name),
        )

    return submit


# --- Operations whose results do not come.


@pytest.mark.parametrize(
    ("arguments", "method", "text"),
    [
        (["ocr", "--async", SIGN], FETCH, "one line\n"),
        (["ocr", "--async", SIGN], "OperationService/Get", "one line\n"),
        (["stt", KETTLE], "AsyncRecognizer/GetRecognition", "hello\n"),
        (["stt", KETTLE, "--api", "v2"], "OperationService/Get", "hello\n"),
    ],
)
def test_a_result_that_is_refused_can_be_had_later(
    arguments: list[str], method: str, text: str, command: Command, emulator: Emulator
) -> None:
    emulator.script(method, DENIED)
    key = key_of(emulator)
    done = command.connected(*arguments, key=key)
    assert_one_line(done)
    assert f"ycgrpc: {arguments[-1] if arguments[0] == 'ocr' else KETTLE}: PERM" in done.stderr
    assert results(done.stderr.splitlines(), command, key) == [text]


def test_a_result_that_does_not_come_in_time_can_be_had_later(
    command: Command, emulator: Emulator
) -> None:
    key = key_of(emulator)
    done = command.ocr("--async", SIGN, "--wait", "0.001", key=key)
    assert_one_line(done)
    assert results(done.stderr.splitlines(), command, key) == ["one line\n"]


def test_credentials_that_end_between_two_files(
    command: Command, emulator: Emulator, tmp_path: Path
) -> None:
    """What was submitted before is told, beside why there is no more."""
    path = tmp_path / "key.json"
    path.touch(0o600)
    path.write_text(emulator.iam.create_key(emulator.iam.create_service_account()))
    emulator.script(SUBMIT, None, Fault(code=grpc.StatusCode.UNAUTHENTICATED, text="expired"))
    emulator.script("IamTokenService/Create", None, Fault(code=grpc.StatusCode.UNAUTHENTICATED))
    done = command.connected(
        "ocr", "--async", SIGN, PAGES, key="", YC_SERVICE_ACCOUNT_KEY_FILE=str(path)
    )
    assert (done.returncode, done.stdout) == (1, "")
    begun, reason = done.stderr.splitlines()
    assert re.match(rf"ycgrpc: {re.escape(SIGN)}: operation cfr\w+ goes on: ", begun)
    assert results([begun], command, key_of(emulator)) == ["one line\n"]
    assert "UNAUTHENTICATED" in reason


def test_an_output_that_takes_no_more(command: Command, emulator: Emulator) -> None:
    """The result that could not be written is as lost as those that were to come."""
    key = key_of(emulator)
    done = command.ocr("--async", SIGN, PAGES, "-o", "/dev/full", key=key)
    assert done.returncode == 1
    *lines, reason = done.stderr.splitlines()
    assert reason == "ycgrpc: output: No space left on device"
    assert re.match(rf"ycgrpc: {re.escape(SIGN)}: operation cfr\w+ is done: ", lines[0])
    assert results(lines, command, key) == ["one line\n", "one line\none line\n"]


def test_what_was_delivered_or_told_is_not_told_again() -> None:
    good = Operation(id="e031", done=True)
    good.response.Pack(v2.LongRunningRecognitionResponse())
    begun = [answer(Operation(id=one)) for one in ("e031", "e032", "e033")]
    with Server() as server:
        server.script(
            *begun, answer(good), answer(Operation(id="e032", done=True)), answer(Operation())
        )
        done = Command(server.target).interrupted(
            *("stt", "--api", "v2", KETTLE, OGG, KETTLE), when=lambda: server.call(6)
        )
    assert done.returncode == 130
    broken, goes_on = filter(None, done.stderr.splitlines())
    assert broken.startswith(f"ycgrpc: {OGG}: operation e032 answered with a google.protobuf.Empty")
    assert goes_on == (
        f"ycgrpc: {KETTLE}: operation e033 goes on: ycgrpc operation wait e033 --result stt"
    )


@pytest.mark.parametrize(
    ("error", "removed", "stays"),
    [
        (KeyboardInterrupt(), ["1", "2"], ""),
        (CredentialsError(), [], f"; {URI}2 stays in its bucket"),
    ],
)
def test_what_ends_the_fetching_of_a_result(
    error: BaseException, removed: list[str], stays: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In this process, as gRPC may hang where an interrupt comes just when a call begins."""
    gone: list[str] = []
    with pytest.raises(type(error)):
        list(many.submitted(["1", "2"], sys.stdout, failing(error, gone), None, "stt"))
    assert capsys.readouterr().err.splitlines() == [
        "ycgrpc: 1: operation f8d1 is done: ycgrpc operation wait f8d1 --result stt",
        f"ycgrpc: 2: operation f8d2 goes on: ycgrpc operation wait f8d2 --result stt{stays}",
    ]
    assert gone == removed


def test_a_wait_that_is_over_before_or_after_the_operation(
    capsys: pytest.CaptureFixture[str],
) -> None:
    submit = failing(OperationTimeout(["f8d"], 5), [])
    assert not list(many.submitted(["1", "2"], sys.stdout, submit, 5, "stt"))
    done, goes_on = capsys.readouterr().err.splitlines()
    assert done == (
        "ycgrpc: 1: operation f8d1: no result within 5 s: ycgrpc operation wait f8d1 --result stt"
    )
    assert goes_on == (
        "ycgrpc: 2: operation f8d2 not done within 5 s, and goes on: "
        f"ycgrpc operation wait f8d2 --result stt; {URI}2 stays in its bucket"
    )


def test_an_upload_that_stays_is_named(endless: Endless) -> None:
    with s3() as (owner, variables):
        endpoint = variables["YC_STORAGE_ENDPOINT_URL"]
        with Emulator(stt="scripted", ocr="scripted", storage=endpoint, progress=endless) as one:
            done = Command(one.target).connected(
                "stt", OGG, "--bucket", "calls", "--wait", "0.001", stdin=b"", **variables
            )
        (left,) = owner.list_objects_v2(Bucket="calls")["Contents"]
    assert_one_line(done)
    uri = f"https://storage.yandexcloud.net/calls/{left['Key']}"
    assert done.stderr.endswith(f"; {uri} stays in its bucket\n")


# --- Output.


@pytest.mark.parametrize(
    "arguments", [["ocr", "--async", SIGN], ["ocr", SIGN], ["stt", KETTLE], ["vision", SIGN]]
)
def test_an_output_that_cannot_be_written_costs_nothing(
    arguments: list[str], command: Command, emulator: Emulator, tmp_path: Path
) -> None:
    for place in ("/no/such/folder/text", str(tmp_path), f"{SIGN}/text", ""):
        done = command.connected(*arguments, "-o", place)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"'-o' / '--output': '{place}' cannot be written" in done.stderr
    assert not emulator.report()


def test_an_output_is_left_alone_where_nothing_was_recognized(tmp_path: Path) -> None:
    """Even on a terminal, whose progress bar asks where the output goes."""
    before = tmp_path / "before"
    before.write_text("kept")
    leader, follower = pty.openpty()
    try:
        for target in (before, tmp_path / "new"):
            done = subprocess.run(
                [*OCR, "missing.jpg", "missing.png", "-o", str(target)],
                env={**os.environ, "YC_API_KEY": KEY},
                stderr=follower,
                check=False,
            )
            assert done.returncode == 1
    finally:
        os.close(follower)
        os.close(leader)
    assert before.read_text() == "kept"
    assert not (tmp_path / "new").exists()


def test_json_of_text_that_has_other_line_ends() -> None:
    text = "one\u2028two\u2029three\u0085four"
    final = v3.AlternativeUpdate(alternatives=[v3.Alternative(text=text)])
    with Server() as server:
        server.script(
            answer(Operation(id="f8d1")),
            answer(Operation(id="f8d1", done=True)),
            answer(*[v3.StreamingResponse(final=final)] * 2),
        )
        done = Command(server.target).connected("stt", KETTLE, "--format", "json")
    assert (done.stderr, done.returncode) == ("", 0)
    *lines, end = done.stdout.split("\n")
    assert end == ""
    for line in lines:
        assert json.loads(line)["source"] == KETTLE
        assert json.loads(line)["result"]["final"]["alternatives"][0]["text"] == text
    assert len(lines) == 2
