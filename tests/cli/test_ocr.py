"""``ycgrpc ocr`` as a user runs it: a process, its two outputs and its exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path

import pytest

from tests.cli.conftest import KEY, SAMPLES, Command
from ycgrpc.emulator import Accounts, Emulator, ScriptedOcr

SIGN = str(SAMPLES / "sign.jpg")


@pytest.fixture(scope="module")
def emulator() -> Generator[Emulator]:
    """An emulator that reads the same everywhere and knows one key."""
    accounts = Accounts(api_keys=[KEY], folder_id="b1ghome")
    with Emulator(ocr=ScriptedOcr("first line\nsecond line"), accounts=accounts) as running:
        yield running


@pytest.fixture
def command(emulator: Emulator) -> Command:
    return Command(emulator.target)


def test_text(command: Command) -> None:
    done = command.ocr(SIGN)
    assert (done.stdout, done.stderr, done.returncode) == ("first line\nsecond line\n", "", 0)


def test_text_of_several_files_says_whose_it_is(command: Command) -> None:
    other = str(SAMPLES / "letter.pdf")
    done = command.ocr(SIGN, other)
    text = "first line\nsecond line\n"
    assert done.stdout == f"==> {SIGN} <==\n{text}==> {other} <==\n{text}"


def test_json_is_the_rest_answer_on_one_line_a_page(command: Command) -> None:
    done = command.ocr(SIGN, SIGN, "--format", "json")
    pages = [json.loads(line) for line in done.stdout.splitlines()]
    assert [page["source"] for page in pages] == [SIGN, SIGN]
    assert pages[0]["result"]["page"] == "0"
    assert pages[0]["result"]["textAnnotation"]["fullText"] == "first line\nsecond line\n"


def test_standard_input_and_an_output_file(command: Command, tmp_path: Path) -> None:
    target = tmp_path / "text"
    done = command.ocr("-", "-o", str(target), stdin=Path(SIGN).read_bytes())
    assert (done.stdout, done.returncode) == ("", 0)
    assert target.read_text() == "first line\nsecond line\n"


def test_options_reach_the_service(command: Command, emulator: Emulator) -> None:
    done = command.ocr(SIGN, "--lang", "ru, en", "--folder-id", "b1ghome", "--timeout", "7")
    call = emulator.report()[-1]
    assert done.returncode == 0
    assert call.folder_id == "b1ghome"
    assert call.deadline is not None
    assert call.deadline <= 8  # gRPC rounds up


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        ([], 2, "Missing argument 'FILE...'"),
        ([SIGN, "--format", "docx"], 2, "'docx' is not one of"),
        ([SIGN, "--timeout", "0"], 2, "not in the range"),
        ([SIGN, "--emulator"], 2, "--emulator and --endpoint exclude each other"),
        (["missing.jpg"], 1, "ycgrpc: missing.jpg: source: cannot read 'missing.jpg'"),
        ([str(SAMPLES)], 1, "Is a directory"),
        ([__file__], 1, "must be a JPEG, PNG or PDF file"),
        ([str(SAMPLES / "two-pages.pdf")], 1, "at most 1 page"),
        ([SIGN, "--model", "no-such-model"], 1, "INVALID_ARGUMENT"),
        ([SIGN, "--mime-type", "image/webp"], 1, "INVALID_ARGUMENT"),
        ([SIGN, "--folder-id", "b1gother"], 1, "does not match with service account folder ID"),
    ],
)
def test_mistakes_are_one_line_and_a_status(
    command: Command, arguments: list[str], status: int, message: str
) -> None:
    done = command.ocr(*arguments)
    assert done.returncode == status
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    if status == 1:
        assert len(done.stderr.splitlines()) == 1
        assert done.stdout == ""


def test_some_failed(command: Command) -> None:
    done = command.ocr("missing.jpg", SIGN)
    assert done.returncode == 3
    assert done.stdout.endswith("first line\nsecond line\n")
    assert done.stderr.startswith("ycgrpc: missing.jpg: ")


def test_a_wrong_key(command: Command) -> None:
    done = command.ocr(SIGN, key="AQVNwrong")
    assert done.returncode == 1
    assert "UNAUTHENTICATED: Unknown api key" in done.stderr
    assert "AQVNwrong" not in done.stderr


def test_no_credentials(command: Command) -> None:
    done = command.ocr(SIGN, key="")
    assert done.returncode == 1
    assert "no credentials: YC_API_KEY, YC_IAM_TOKEN, YC_SERVICE_ACCOUNT_KEY_FILE" in done.stderr
    assert "the metadata service at 127.0.0.1:1 does not answer" in done.stderr
    assert "the yc command cannot be run" in done.stderr
    assert "--emulator" in done.stderr


def test_nobody_listens(command: Command) -> None:
    done = command("ocr", SIGN, "--endpoint", "127.0.0.1:1", "--plaintext")
    assert done.returncode == 1
    assert "127.0.0.1:1" in done.stderr


def test_a_reader_that_has_enough(emulator: Emulator) -> None:
    arguments = f"ocr --endpoint {emulator.target} --plaintext {SIGN} {SIGN} {SIGN}"
    done = subprocess.run(
        ["bash", "-c", f"'{sys.executable}' -m ycgrpc.cli {arguments} | true"],
        env={**os.environ, "YC_API_KEY": KEY},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert "Error" not in done.stderr
