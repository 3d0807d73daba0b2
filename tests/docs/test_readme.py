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

# What the emulator makes of the samples that the README uses, and how a form of the output looks.
SHOWN = {
    "sign.jpg": "HEDGEHOGS",
    "letter.pdf": "committee",
    "two-pages.pdf": "Then the kettle whistled.",
    "kettle.wav": "two cups and some sugar",
    "format json": '"textAnnotation":',
    "srt": "00:00:00,",
}


def run(command: list[str], path: Path | None = None) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "YC"))}
    if path:
        environment["PATH"] = f"{path}{os.pathsep}{environment['PATH']}"
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert not done.returncode, done.stderr
    return done.stdout


def check(block: str, printed: str) -> None:
    """Fail unless a block printed all that it is there to show."""
    wanted = [shown for name, shown in SHOWN.items() if name in block]
    comment = block.partition("# ")[2].strip()  # that shows what is printed
    assert wanted or comment, "nothing is known of what this block prints"
    assert [shown for shown in wanted if shown not in printed] == []
    if comment:
        pattern = re.escape(comment).replace(re.escape("..."), r"[\d,]+")
        assert re.fullmatch(pattern, printed.strip())


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


@pytest.mark.parametrize("block", [*PYTHON, *SHELL])
@pytest.mark.parametrize("left_out", SHOWN)
def test_no_block_may_leave_anything_out(block: str, left_out: str) -> None:
    everything = {name: shown for name, shown in SHOWN.items() if name != left_out}
    if left_out in block or not any(name in block for name in SHOWN):
        with pytest.raises(AssertionError):
            check(block, "\n".join(everything.values()))
    else:
        check(block, "\n".join(everything.values()))


@pytest.mark.parametrize("source", PYTHON, ids=range(len(PYTHON)))
def test_python(source: str, scripts: Path) -> None:
    check(source, run([str(scripts / "python"), "-c", source]))


@pytest.mark.parametrize("command", SHELL)
def test_shell(command: str, scripts: Path) -> None:
    check(command, run(["bash", "-c", command], scripts))


@pytest.mark.parametrize("command", MAKE)
def test_make_knows(command: str) -> None:
    # What they do is done by these tests' own run, and by the demo that follows it in .ci/run.
    assert run([*command.split(), "--dry-run"])
