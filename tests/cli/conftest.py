"""The ``ycgrpc`` command as a user runs it: a process, its two outputs and its exit status."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Callable, Generator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.wire.server import PATIENCE
from ycgrpc.emulator import Stage

SAMPLES = Path(__file__).parents[2] / "examples" / "samples"
KEY = "AQVNsecretsecret"

# Whoever runs the tests in the background of a shell has its interrupts ignored.
_INTERRUPTIBLE = (
    "import signal\n"
    "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    "from ycgrpc.cli import main\n"
    "main()\n"
)


class Command:
    """Runs ``ycgrpc``, by itself or against a server."""

    def __init__(self, target: str = "") -> None:
        self._connection = ["--endpoint", target, "--plaintext"]
        self._environment = {
            k: v for k, v in os.environ.items() if not k.startswith(("YC", "AWS_"))
        }
        self._environment["YC_METADATA_ADDR"] = "127.0.0.1:1"
        self._environment["AWS_EC2_METADATA_DISABLED"] = "true"

    def __call__(
        self, *arguments: str, key: str = KEY, stdin: bytes = b"", **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """Run it with these arguments, and with more variables in its environment."""
        done = subprocess.run(
            [sys.executable, "-m", "ycgrpc.cli", *arguments],
            env={**self._environment, "YC_API_KEY": key, **variables},
            input=stdin,
            capture_output=True,
            check=False,
        )
        assert KEY.encode() not in done.stdout + done.stderr
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    def connected(
        self, *arguments: str, key: str = KEY, stdin: bytes = b"", **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """Run it against the server."""
        return self(*arguments, *self._connection, key=key, stdin=stdin, **variables)

    def ocr(
        self, *arguments: str, key: str = KEY, stdin: bytes = b""
    ) -> subprocess.CompletedProcess[str]:
        return self.connected("ocr", *arguments, key=key, stdin=stdin)

    def interrupted(
        self, *arguments: str, when: Callable[[], object], **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """Run it against the server, and press Ctrl-C once ``when`` returns."""
        with subprocess.Popen(
            [sys.executable, "-c", _INTERRUPTIBLE, *arguments, *self._connection],
            env={**self._environment, "YC_API_KEY": KEY, **variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            text=True,
        ) as process:
            try:
                when()
                os.killpg(process.pid, signal.SIGINT)
                output, errors = process.communicate(timeout=PATIENCE)
            finally:
                process.kill()
        return subprocess.CompletedProcess(process.args, process.returncode, output, errors)


class Endless:
    """The progress of operations that never end, and what has been looked at."""

    def __init__(self) -> None:
        self._looked = threading.Condition()
        self._numbers: set[int] = set()

    def due(self, stage: Stage) -> bool:
        if stage.looks:
            with self._looked:
                self._numbers.add(stage.number)
                self._looked.notify_all()
        return False

    def wait(self, operations: int = 1) -> None:
        """Wait until somebody has looked at so many operations."""
        with self._looked:
            assert self._looked.wait_for(lambda: len(self._numbers) >= operations, PATIENCE)


def assert_one_line(done: subprocess.CompletedProcess[str], status: int = 1) -> None:
    """Check that it failed as it should: with a status, and one line that is no traceback."""
    assert done.returncode == status, done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert done.stderr.startswith("ycgrpc: ")
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


@contextmanager
def s3() -> Generator[tuple[Any, dict[str, str]]]:
    """Serve S3 with a bucket ``calls``: a client of its owner's, and variables for the command."""
    server = import_module("moto.server").ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    urllib.request.urlopen(f"{endpoint}/moto-api/reset", b"").close()
    keys = {"aws_access_key_id": "YCkey", "aws_secret_access_key": KEY}
    session = import_module("boto3.session").Session(**keys)
    client = session.client("s3", "ru-central1", endpoint_url=endpoint)
    client.create_bucket(
        Bucket="calls", CreateBucketConfiguration={"LocationConstraint": "ru-central1"}
    )
    variables = {
        "AWS_ACCESS_KEY_ID": "YCkey",
        "AWS_SECRET_ACCESS_KEY": KEY,
        "YC_STORAGE_ENDPOINT_URL": endpoint,
    }
    try:
        yield client, variables
    finally:
        server.stop()


@pytest.fixture
def endless() -> Endless:
    return Endless()
