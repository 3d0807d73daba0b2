"""Everything that the README tells a reader to run is run, in an environment made as it says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
PYTHON = [text for language, text in BLOCKS if language == "python"]
COMMANDS = [line for language, text in BLOCKS if language == "sh" for line in text.splitlines()]
INSTALL = next(line for line in COMMANDS if line.startswith("pip install "))
MAKE = [line for line in COMMANDS if line.startswith("make ")]
SHELL = [line for line in COMMANDS if line not in (INSTALL, *MAKE)]

# What the emulator reads off the samples that the README uses.
WORDS = {"sign.jpg": "HEDGEHOGS", "letter.pdf": "committee"}


def run(command: list[str], path: Path | None = None) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "YC"))}
    if path:
        environment["PATH"] = f"{path}{os.pathsep}{environment['PATH']}"
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert not done.returncode, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a fresh environment in which the README's install command was run."""
    folder = tmp_path_factory.mktemp("readme") / "venv"
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    run(["bash", "-c", f"{INSTALL} --quiet --disable-pip-version-check"], folder / "bin")
    return folder / "bin"


def test_it_is_short_enough_to_read() -> None:
    assert len(README.splitlines()) <= 150


def test_no_block_escapes_these_tests() -> None:
    assert {language for language, _ in BLOCKS} == {"python", "sh"}
    assert PYTHON
    assert SHELL
    assert MAKE == ["make demo", "make test"]


@pytest.mark.parametrize("source", PYTHON, ids=range(len(PYTHON)))
def test_python(source: str, scripts: Path) -> None:
    printed = run([str(scripts / "python"), "-c", source])
    for file, word in WORDS.items():
        if file in source:
            assert word in printed
    if "#" in source:  # a comment that shows what is printed
        shown = source.partition("# ")[2].strip()
        assert re.fullmatch(re.escape(shown).replace(re.escape("..."), r"[\d,]+"), printed.strip())


@pytest.mark.parametrize("command", SHELL)
def test_shell(command: str, scripts: Path) -> None:
    printed = run(["bash", "-c", command], scripts)
    for file, word in WORDS.items():
        if file in command:
            assert word in printed


@pytest.mark.parametrize("command", MAKE)
def test_make_knows(command: str) -> None:
    # What they do is done by these tests' own run, and by the demo that follows it in .ci/run.
    assert run([*command.split(), "--dry-run"])
