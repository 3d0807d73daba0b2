"""``ycgrpc ocr --async`` as a user runs it."""

from __future__ import annotations

import json
from collections.abc import Generator

import grpc
import pytest

from tests.cli.conftest import SAMPLES, Command, Endless, assert_one_line
from ycgrpc.emulator import Emulator, Ending, Fault, ScriptedOcr

SIGN = str(SAMPLES / "sign.jpg")
PAGES = str(SAMPLES / "two-pages.pdf")
SUBMIT = "/yandex.cloud.ai.ocr.v1.TextRecognitionAsyncService/Recognize"


@pytest.fixture(scope="module")
def emulator() -> Generator[Emulator]:
    with Emulator(ocr=ScriptedOcr("one line"), stt="scripted") as running:
        yield running


@pytest.fixture
def command(emulator: Emulator) -> Command:
    return Command(emulator.target)


@pytest.mark.parametrize("arguments", [["--emulator", "ocr"], ["ocr", "--emulator"]])
def test_an_emulator_of_its_own_really_reads(arguments: list[str]) -> None:
    done = Command()(*arguments, "--async", SIGN, "--lang", "en")
    text = "HEDGEHOGS\nCROSSING\nSLOW DOWN\n"
    assert (done.stdout, done.stderr, done.returncode) == (text, "", 0)


def test_many_pages(command: Command, emulator: Emulator) -> None:
    before = len(emulator.report())
    done = command.ocr("--async", PAGES, SIGN)
    assert (done.stderr, done.returncode) == ("", 0)
    assert done.stdout == f"==> {PAGES} <==\none line\none line\n==> {SIGN} <==\none line\n"
    first = emulator.report()[before : before + 2]
    assert [call.method for call in first] == [SUBMIT] * 2, "all first"


def test_json(command: Command) -> None:
    done = command.ocr("--async", PAGES, "--format", "json")
    pages = [json.loads(line) for line in done.stdout.splitlines()]
    assert [page["source"] for page in pages] == [PAGES] * 2
    assert [page["result"]["page"] for page in pages] == ["0", "1"]


def test_some_failed(command: Command, emulator: Emulator) -> None:
    emulator.script_operations(Ending(error=grpc.StatusCode.INTERNAL, text="no luck"), None)
    done = command.ocr("--async", SIGN, PAGES, "missing.jpg")
    assert done.returncode == 3
    assert done.stdout.startswith(f"==> {PAGES} <==\n")
    missing, failed = done.stderr.splitlines()
    assert missing.startswith("ycgrpc: missing.jpg: source: cannot read 'missing.jpg'")
    assert failed.startswith(f"ycgrpc: {SIGN}: operation cfr")
    assert failed.endswith("ended with INTERNAL: no luck")


def test_a_submit_that_is_lost(command: Command, emulator: Emulator) -> None:
    emulator.script(SUBMIT, Fault(lose_answer=True))
    done = command.ocr("--async", SIGN)
    assert_one_line(done)
    assert "UNAVAILABLE" in done.stderr
    assert "may have begun all the same" in done.stderr


def test_a_wait_that_is_over_names_the_operation(endless: Endless) -> None:
    with Emulator(ocr="scripted", stt="scripted", progress=endless) as emulator:
        done = Command(emulator.target).ocr("--async", SIGN, "--wait", "0.001")
    assert_one_line(done)
    assert f"ycgrpc: {SIGN}: operation cfr" in done.stderr
    assert "not done within 0.001 s" in done.stderr


def test_an_interrupt_names_what_goes_on(endless: Endless) -> None:
    with Emulator(ocr="scripted", stt="scripted", progress=endless) as emulator:
        done = Command(emulator.target).interrupted("ocr", "--async", SIGN, when=endless.wait)
    assert (done.returncode, done.stdout) == (130, "")
    assert f"ycgrpc: {SIGN}: operation cfr" in done.stderr
    assert "Traceback" not in done.stderr
