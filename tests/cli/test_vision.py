"""``ycgrpc vision`` as a user runs it."""

from __future__ import annotations

import json
from collections.abc import Generator
from pathlib import Path

import grpc
import pytest
from PIL import Image

from tests.cli.conftest import SAMPLES, Command, assert_one_line
from tests.files import png
from ycgrpc.emulator import Emulator, Fault, ScriptedOcr

SIGN = str(SAMPLES / "sign.jpg")
BATCH_ANALYZE = "/yandex.cloud.ai.vision.v1.VisionService/BatchAnalyze"


@pytest.fixture
def emulator() -> Generator[Emulator]:
    with Emulator(ocr=ScriptedOcr("one line"), stt="scripted") as running:
        yield running


@pytest.fixture
def command(emulator: Emulator) -> Command:
    return Command(emulator.target)


@pytest.fixture
def pictures(tmp_path: Path) -> list[str]:
    """Ten pictures."""
    names = [str(tmp_path / f"{number}.png") for number in range(10)]
    for name in names:
        Image.new("RGB", (120, 60), "white").save(name)
    return names


def batches(emulator: Emulator) -> int:
    """How many requests came."""
    return [call.method for call in emulator.report()].count(BATCH_ANALYZE)


def test_help() -> None:
    done = Command()("vision", "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "--lang" in done.stdout


@pytest.mark.parametrize("arguments", [["--emulator", "vision"], ["vision", "--emulator"]])
def test_an_emulator_of_its_own_really_reads(arguments: list[str]) -> None:
    done = Command()(*arguments, SIGN, "--lang", "en")
    text = "HEDGEHOGS\nCROSSING\nSLOW DOWN\n"
    assert (done.stdout, done.stderr, done.returncode) == (text, "", 0)


def test_many_pictures_go_in_batches(
    command: Command, emulator: Emulator, pictures: list[str]
) -> None:
    done = command.connected("vision", *pictures)
    assert (done.stderr, done.returncode) == ("", 0)
    assert done.stdout == "".join(f"==> {name} <==\none line\n" for name in pictures)
    assert batches(emulator) == 2


def test_json_has_a_line_for_each_picture(command: Command, pictures: list[str]) -> None:
    done = command.connected("vision", *pictures[:2], "--format", "json")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["source"] for line in lines] == pictures[:2]
    assert lines[0]["results"][0]["textDetection"]["pages"]


def test_standard_input_and_an_output_file(command: Command, tmp_path: Path) -> None:
    target = tmp_path / "text"
    content = Path(SIGN).read_bytes()
    done = command.connected("vision", "-", "-o", str(target), stdin=content)
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)
    assert target.read_text() == "one line\n"


def test_broken_pictures_do_not_keep_the_others_back(
    command: Command, emulator: Emulator, pictures: list[str], tmp_path: Path
) -> None:
    """Some are seen to be broken before they are sent, some only by the service."""
    text, large, cut_off = (tmp_path / name for name in ("text.png", "large.png", "cut_off.png"))
    text.write_text("Dear reader")
    large.write_bytes(png(30_000, 30_000))
    cut_off.write_bytes(Path(pictures[0]).read_bytes()[:80])
    bad = [str(text), str(large), "missing.png", str(cut_off)]
    done = command.connected("vision", *bad, *pictures[:7])
    assert done.returncode == 3
    assert done.stdout == "".join(f"==> {name} <==\none line\n" for name in pictures[:7])
    lines = done.stderr.splitlines()
    assert [line.split(": ")[1] for line in lines] == bad
    for line, said in zip(
        lines,
        ("must be a JPEG, PNG or PDF", "1 to 20,000,000 pixels", "cannot read", "INVALID_ARGUMENT"),
        strict=True,
    ):
        assert said in line
    assert batches(emulator) == 1


def test_a_batch_that_fails_does_not_keep_the_others_back(
    command: Command, emulator: Emulator, pictures: list[str]
) -> None:
    emulator.script(BATCH_ANALYZE, Fault(code=grpc.StatusCode.INVALID_ARGUMENT, text="no"))
    done = command.connected("vision", *pictures)
    assert done.returncode == 3
    assert done.stdout == "".join(f"==> {name} <==\none line\n" for name in pictures[8:])
    lines = done.stderr.splitlines()
    assert [line.split(": ")[1] for line in lines] == pictures[:8]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.png"], "missing.png: source: cannot read 'missing.png'"),
        ([SIGN, "--lang", "english"], "at most 3 characters"),
    ],
)
def test_mistakes_are_one_line(arguments: list[str], message: str, command: Command) -> None:
    done = command.connected("vision", *arguments)
    assert_one_line(done)
    assert message in done.stderr


def test_no_credentials_are_told_once(command: Command) -> None:
    done = command.connected("vision", SIGN, SIGN, key="")
    assert_one_line(done)
    assert "no credentials" in done.stderr
