"""``ycgrpc iam`` as a user runs it."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest

from tests.cli.conftest import Command, assert_one_line
from ycgrpc.emulator import Emulator


@pytest.fixture(scope="module")
def emulator() -> Generator[Emulator]:
    with Emulator(ocr="scripted", stt="scripted", strict=True) as running:
        yield running


@pytest.fixture
def command(emulator: Emulator) -> Command:
    return Command(emulator.target)


@pytest.mark.parametrize("name", [[], ["token"]])
def test_help(name: list[str]) -> None:
    done = Command()("iam", *name, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Usage: ycgrpc iam")


def test_the_token_of_a_key_file(command: Command, emulator: Emulator, tmp_path: Path) -> None:
    account = emulator.iam.create_service_account()
    path = tmp_path / "key.json"
    path.touch(0o600)
    path.write_text(emulator.iam.create_key(account))
    done = command.connected("iam", "token", key="", YC_SERVICE_ACCOUNT_KEY_FILE=str(path))
    assert (done.stderr, done.returncode) == ("", 0)
    assert done.stdout == done.stdout.strip() + "\n"
    assert emulator.iam.authenticate(f"Bearer {done.stdout.strip()}") == account


def test_the_token_of_another_account(command: Command, emulator: Emulator) -> None:
    caller, other = (emulator.iam.create_service_account() for _ in range(2))
    key = emulator.iam.create_api_key(caller)
    done = command.connected("iam", "token", "--service-account-id", other.id, key=key)
    assert (done.stderr, done.returncode) == ("", 0)
    assert emulator.iam.authenticate(f"Bearer {done.stdout.strip()}") == other
    unknown = command.connected("iam", "token", "--service-account-id", "ajeno", key=key)
    assert_one_line(unknown)
    assert "NOT_FOUND" in unknown.stderr


def test_an_api_key_comes_to_no_token(command: Command) -> None:
    done = command.connected("iam", "token")
    assert_one_line(done)
    assert "there is no IAM token for it" in done.stderr


def test_no_credentials(command: Command) -> None:
    done = command.connected("iam", "token", key="")
    assert_one_line(done)
    assert "no credentials" in done.stderr


@pytest.mark.parametrize(
    "arguments", [["--emulator", "iam", "token"], ["iam", "token", "--emulator"]]
)
def test_an_emulator_of_its_own_gives_that_of_any_account(arguments: list[str]) -> None:
    done = Command()(*arguments, "--service-account-id", "ajeany")
    assert (done.stderr, done.returncode) == ("", 0)
    assert done.stdout.startswith("t1.")
