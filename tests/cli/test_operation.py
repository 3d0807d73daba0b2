"""``ycgrpc operation`` as a user runs it."""

from __future__ import annotations

import json
from collections.abc import Generator
from typing import Any

import grpc
import pytest

from tests.cli.conftest import KEY, SAMPLES, Command, Endless, assert_one_line
from ycgrpc import ApiKey, Client
from ycgrpc.emulator import Emulator, Ending, ScriptedOcr, ScriptedSpeech

SIGN = SAMPLES / "sign.jpg"
KETTLE = SAMPLES / "kettle.wav"


@pytest.fixture(scope="module")
def emulator() -> Generator[Emulator]:
    stt = ScriptedSpeech([("hello", 100, 400)])
    with Emulator(ocr=ScriptedOcr("one line"), stt=stt) as running:
        yield running


@pytest.fixture
def command(emulator: Emulator) -> Command:
    return Command(emulator.target)


@pytest.fixture
def client(emulator: Emulator) -> Generator[Client]:
    with Client(ApiKey(KEY), endpoint=emulator.target, plaintext=True, quotas=None) as opened:
        yield opened


def failing(client: Client, emulator: Emulator) -> str:
    """The id of an operation that ends with an error."""
    emulator.script_operations(Ending(error=grpc.StatusCode.INTERNAL, text="no\nluck"))
    return client.ocr.submit(SIGN).id


@pytest.mark.parametrize("name", [[], ["get"], ["wait"], ["cancel"]])
def test_help(name: list[str]) -> None:
    done = Command()("operation", *name, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Usage: ycgrpc operation")


def test_get(command: Command, client: Client) -> None:
    operation = client.ocr.submit(SIGN).wait()
    done = command.connected("operation", "get", operation.id)
    found = json.loads(done.stdout)
    assert (done.stderr, done.returncode) == ("", 0)
    assert len(done.stdout.splitlines()) == 1
    assert (found["id"], found["done"]) == (operation.id, True)
    assert found["response"]["@type"].endswith("google.protobuf.Empty")


@pytest.mark.parametrize("action", ["get", "wait", "cancel"])
def test_an_unknown_id(action: str, command: Command) -> None:
    done = command.connected("operation", action, "cfrunknown")
    assert_one_line(done)
    assert "NOT_FOUND" in done.stderr


@pytest.mark.parametrize("action", ["get", "wait", "cancel"])
def test_no_id(action: str, command: Command) -> None:
    assert command.connected("operation", action).returncode == 2
    assert_one_line(command.connected("operation", action, ""))


def test_wait(command: Command, client: Client) -> None:
    operation = client.ocr.submit(SIGN)
    done = command.connected("operation", "wait", operation.id)
    assert (done.stderr, done.returncode) == ("", 0)
    assert json.loads(done.stdout)["done"] is True


def test_wait_for_the_text(command: Command, client: Client) -> None:
    operations: dict[str, Any] = {
        "ocr": client.ocr.submit(SIGN),
        "stt": client.stt.submit(KETTLE),
    }
    texts = [
        command.connected("operation", "wait", operation.id, "--result", name)
        for name, operation in operations.items()
    ]
    older = command.connected(
        "operation", "wait", client.stt_v2.submit(KETTLE).id, "--result", "stt"
    )
    assert [done.stdout for done in (*texts, older)] == ["one line\n", "hello\n", "hello\n"]


def test_the_text_of_another_service(command: Command, client: Client) -> None:
    operation_id = client.stt_v2.submit(KETTLE).id
    done = command.connected("operation", "wait", operation_id, "--result", "ocr")
    assert_one_line(done)
    assert "answered with a yandex.cloud.ai.stt.v2.LongRunningRecognitionResponse" in done.stderr


def test_an_operation_that_fails(command: Command, client: Client, emulator: Emulator) -> None:
    operation_id = failing(client, emulator)
    done = command.connected("operation", "wait", operation_id)
    assert (done.returncode, done.stderr) == (1, "")
    error = json.loads(done.stdout)["error"]
    assert (error["code"], error["message"]) == (13, "no\nluck")
    looked = command.connected("operation", "get", operation_id)
    assert (looked.returncode, looked.stdout) == (0, done.stdout)
    text = command.connected("operation", "wait", operation_id, "--result", "ocr")
    assert_one_line(text)
    assert text.stderr == f"ycgrpc: operation {operation_id} ended with INTERNAL: no luck\n"


def test_cancel(endless: Endless) -> None:
    with (
        Emulator(ocr="scripted", stt="scripted", progress=endless) as emulator,
        Client(ApiKey(KEY), endpoint=emulator.target, plaintext=True, quotas=None) as client,
    ):
        operation = client.ocr.submit(SIGN)
        done = Command(emulator.target).connected("operation", "cancel", operation.id)
    assert (done.stderr, done.returncode) == ("", 0)
    found = json.loads(done.stdout)
    assert (found["id"], found["done"], found["error"]["code"]) == (operation.id, True, 1)


def test_a_wait_that_is_over_or_interrupted(endless: Endless) -> None:
    with (
        Emulator(ocr="scripted", stt="scripted", progress=endless) as emulator,
        Client(ApiKey(KEY), endpoint=emulator.target, plaintext=True, quotas=None) as client,
    ):
        operation_id = client.ocr.submit(SIGN).id
        command = Command(emulator.target)
        over = command.connected("operation", "wait", operation_id, "--wait", "0.001")
        interrupted = command.interrupted("operation", "wait", operation_id, when=endless.wait)
    assert_one_line(over)
    assert operation_id in over.stderr
    assert (interrupted.returncode, interrupted.stdout) == (130, "")
    assert f"ycgrpc: operation {operation_id} goes on" in interrupted.stderr
    assert "Traceback" not in interrupted.stderr


@pytest.mark.parametrize(
    "arguments", [["--emulator", "operation", "get"], ["operation", "get", "--emulator"]]
)
def test_an_emulator_of_its_own_has_none(arguments: list[str]) -> None:
    done = Command()(*arguments, "cfrunknown")
    assert_one_line(done)
    assert "NOT_FOUND" in done.stderr
