"""``ycgrpc listen`` as a user runs it: captions on standard output, and on a terminal the line below."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "examples" / "samples"
KETTLE = SAMPLES / "kettle.wav"
SAID = ["the kettle is on the stove", "please bring two cups and some sugar"]
LISTEN = [sys.executable, "-m", "ycgrpc.cli", "--emulator", "listen", "--lang", "en-US"]


def listen(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*LISTEN, *arguments], input=stdin, capture_output=True, check=False)


def lines(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    assert done.stderr == b""
    assert done.returncode == 0
    return done.stdout.decode().splitlines()


@pytest.mark.parametrize("name", ["kettle.wav", "kettle.ogg", "kettle.mp3"])
def test_a_file(name: str) -> None:
    assert lines(listen(str(SAMPLES / name), "--fast")) == SAID


def test_refined() -> None:
    assert lines(listen(str(KETTLE), "--fast", "--literature-text")) == [
        "The kettle is on the stove.",
        "Please bring 2 cups and some sugar.",
    ]


def test_wav_on_standard_input() -> None:
    assert lines(listen("-", stdin=KETTLE.read_bytes())) == SAID


def test_samples_on_standard_input() -> None:
    samples = (SAMPLES / "ticket-8khz.pcm").read_bytes()
    assert lines(listen("-", "--sample-rate", "8000", stdin=samples)) == [
        "i would like to buy a ticket to london"
    ]


@pytest.mark.parametrize(
    ("arguments", "stdin", "status", "said"),
    [
        ((), b"", 2, "give FILE, or - for standard input, or --microphone"),
        (("-", "--microphone"), b"", 2, "give FILE, or - for standard input"),
        (("-",), b"neither sound nor song", 2, "give --sample-rate for samples"),
        (("nope.wav",), b"", 1, "cannot read 'nope.wav'"),
        ((str(SAMPLES / "ticket-office.ogg"),), b"", 1, "mix down"),
        (("-", "--sample-rate", "8000"), b"", 1, "must not be empty"),
        ((str(KETTLE), "--fast", "--lang", "ru-RU"), b"", 1, "no speech engine for ru-RU"),
    ],
)
def test_mistakes(arguments: tuple[str, ...], stdin: bytes, status: int, said: str) -> None:
    done = listen(*arguments, stdin=stdin)
    assert done.returncode == status
    assert done.stdout == b""
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_on_a_terminal_the_last_line_shows_what_is_being_said() -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen([*LISTEN, str(KETTLE), "--fast"], stdout=theirs)
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:  # what Linux says at the end
        pass
    finally:
        os.close(ours)
    assert process.wait(60) == 0
    drawn = [
        part.strip() for part in shown.decode().replace("\n", "\r").split("\r") if part.strip()
    ]
    assert set(SAID) <= set(drawn)
    assert len(drawn) > len(SAID)  # what was being said, too
