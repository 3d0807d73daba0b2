"""Ours and yandexcloud's stubs of the same interfaces in one process, whoever comes first."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
SCRIPT = Path(__file__).with_name("beside_yandexcloud.py")


def run(*command: str, runtime: str) -> None:
    """Run Python with warnings as errors, on one of protobuf's two runtimes."""
    done = subprocess.run(
        [sys.executable, *command],
        cwd=TESTS.parent,
        env={**os.environ, "PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION": runtime},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.fail(done.stdout + done.stderr)


@pytest.mark.parametrize("runtime", ["upb", "python"])
@pytest.mark.parametrize("first", ["ours", "theirs"])
@pytest.mark.parametrize("version", ["0.390.0", "0.413.0"])
def test_beside_yandexcloud(version: str, first: str, runtime: str) -> None:
    folder = Path(sys.prefix, "peers", f"yandexcloud-{version}")
    if not folder.is_dir():
        pytest.fail(f"yandexcloud {version} is not there: run `make .venv/.test`")
    run(str(SCRIPT), str(folder), first, runtime=runtime)


def test_messages_on_the_runtime_of_pure_python() -> None:
    """The tests of messages, in a process that has no compiled runtime."""
    tests = [
        "pools/test_messages.py",
        "unit/test_errors.py",
        "unit/test_failures.py",
        "unit/test_types.py",
        "unit/test_validation.py",
    ]
    paths = [str(TESTS / test) for test in tests]
    run("-m", "pytest", "-q", "-p", "no:cacheprovider", *paths, runtime="python")
