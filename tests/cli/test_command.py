"""The command as a whole: help, the emulator before and after, a server that runs until told to stop."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from ycgrpc import Client

SIGN = str(Path(__file__).parents[2] / "examples" / "samples" / "sign.jpg")
COMMAND = [sys.executable, "-m", "ycgrpc.cli"]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, check=False)


@contextmanager
def serving(*arguments: str) -> Generator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [*COMMAND, "emulator", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # Whoever runs the tests in the background of a shell has its interrupts ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate(timeout=60)


def test_help_and_version() -> None:
    assert "emulator" in run("--help").stdout
    assert run("--version").stdout.startswith("ycgrpc, version ")


@pytest.mark.parametrize(
    "arguments", [["--emulator", "ocr", SIGN], ["ocr", SIGN, "--emulator"]], ids=["before", "after"]
)
def test_an_emulator_of_its_own_really_reads(arguments: list[str]) -> None:
    done = run(*arguments, "--lang", "en")
    assert (done.stdout, done.stderr, done.returncode) == (
        "HEDGEHOGS\nCROSSING\nSLOW DOWN\n",
        "",
        0,
    )


def test_the_emulator_serves_until_it_is_told_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving("--port", "0", "--ocr", "scripted") as process:
        assert process.stdout is not None
        target = process.stdout.readline().strip()
        monkeypatch.setenv("YCGRPC_EMULATOR_HOST", target)
        with Client() as client:
            assert client.ocr.recognize(SIGN).text
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0
        assert f"export YCGRPC_EMULATOR_HOST={target}" in errors


def test_the_emulator_serves_metadata_where_it_is_asked_to() -> None:
    with serving("--port", "0", "--ocr", "scripted", "--metadata") as process:
        assert process.stderr is not None
        process.stderr.readline()
        address = process.stderr.readline().strip().rpartition("YC_METADATA_ADDR=")[2]
        connection = HTTPConnection(address, timeout=30)
        connection.request(
            "GET",
            "/computeMetadata/v1/instance/service-accounts/default/token",
            headers={"Metadata-Flavor": "Google"},
        )
        assert json.load(connection.getresponse())["access_token"].startswith("t1.")
        connection.close()


def test_an_interrupt_is_no_traceback() -> None:
    with serving("--port", "0", "--ocr", "scripted") as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 130
        assert "Traceback" not in errors


def test_a_port_that_is_taken() -> None:
    with serving("--port", "0", "--ocr", "scripted") as process:
        assert process.stdout is not None
        port = process.stdout.readline().strip().rpartition(":")[2]
        done = run("emulator", "--port", port, "--ocr", "scripted")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert port in done.stderr


def without(*modules: str) -> str:
    """Return a program that runs the command where some modules are not installed."""
    return (
        "import sys\n"
        "class Missing:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name.partition('.')[0] in {modules!r}:\n"
        "            raise ModuleNotFoundError(f'No module named {name!r}', name=name)\n"
        "sys.meta_path.insert(0, Missing())\n"
        "from ycgrpc.cli import main\n"
        "main()\n"
    )


@pytest.mark.parametrize(
    ("missing", "extra"), [("click", "ycgrpc[cli]"), ("grpc_health", "ycgrpc[emulator]")]
)
def test_an_extra_that_is_not_installed(missing: str, extra: str) -> None:
    environment = {**os.environ, "YC_API_KEY": "key"}
    done = subprocess.run(
        [sys.executable, "-c", without(missing), "ocr", SIGN, "--emulator"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert extra in done.stderr
    assert len(done.stderr.splitlines()) == 1
