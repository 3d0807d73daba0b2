"""``ycgrpc listen`` as a user runs it: captions in a file, on a terminal, and from a pipe."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import time
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import Any

import grpc
import pytest
from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_pb2 as v3

from tests.cli.conftest import KEY, SAMPLES, Command, assert_one_line
from tests.unit.test_recordings import chunk, wav
from tests.wire.server import PATIENCE
from tests.wire.test_speech_streams import Service, update
from ycgrpc.cli.listen import Captions
from ycgrpc.emulator import Emulator, Fault, ScriptedSpeech
from ycgrpc.types.speech import Final, Partial, Refinement, SpeechEvent

KETTLE = str(SAMPLES / "kettle.wav")
WORDS = [("hello", 100, 400), ("there", 500, 900), ("bye", 2000, 2300)]
TEXT = "hello there\nbye\n"
THREE_SECONDS = bytes(2 * 8_000 * 3)
METHOD = "Recognizer/RecognizeStreaming"


@pytest.fixture(scope="module")
def emulator() -> Generator[Emulator]:
    with Emulator(stt=ScriptedSpeech(WORDS), ocr="scripted") as running:
        yield running


@pytest.fixture
def command(emulator: Emulator) -> Command:
    return Command(emulator.target)


def test_help() -> None:
    done = Command()("listen", "--help")
    assert (done.returncode, done.stderr) == (0, "")
    for option in ("--microphone", "--lang", "--fast", "--sample-rate", "--emulator"):
        assert option in done.stdout


@pytest.mark.parametrize("name", ["kettle.wav", "kettle.ogg", "kettle.mp3"])
def test_an_emulator_of_its_own_really_hears(name: str) -> None:
    done = Command()("listen", str(SAMPLES / name), "--lang", "en-US", "--emulator", "--fast")
    text = "the kettle is on the stove\nplease bring two cups and some sugar\n"
    assert (done.stdout, done.stderr, done.returncode) == (text, "", 0)


def test_a_file_as_fast_as_it_goes(command: Command) -> None:
    began = time.monotonic()
    done = command.connected("listen", KETTLE, "--fast")
    assert (done.stdout, done.stderr, done.returncode) == (TEXT, "", 0)
    assert time.monotonic() - began < 5


def test_a_file_as_it_was_spoken(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "call.wav"
    path.write_bytes(wav(THREE_SECONDS[:20_000]))
    began = time.monotonic()
    done = command.connected("listen", str(path))
    assert done.stdout == "hello there\n"
    assert time.monotonic() - began > 1.0


def test_a_file_of_samples(command: Command) -> None:
    arguments = [str(SAMPLES / "ticket-8khz.pcm"), "--sample-rate", "8000", "--fast"]
    assert command.connected("listen", *arguments).stdout == TEXT


@pytest.mark.parametrize(
    "content",
    [
        wav(THREE_SECONDS),
        wav(THREE_SECONDS, before=chunk(b"JUNK", bytes(9_000))),
        wav(THREE_SECONDS, size=0),
        wav(THREE_SECONDS, size=0xFFFFFFFF),
    ],
    ids=["plain", "long header", "written to a pipe", "of unknown length"],
)
def test_a_wav_from_a_pipe(command: Command, emulator: Emulator, content: bytes) -> None:
    done = command.connected("listen", "-", stdin=content)
    assert (done.stdout, done.stderr, done.returncode) == (TEXT, "", 0)


def test_samples_from_a_pipe(command: Command) -> None:
    done = command.connected("listen", "-", "--sample-rate", "8000", stdin=THREE_SECONDS)
    assert (done.stdout, done.stderr, done.returncode) == (TEXT, "", 0)


@pytest.mark.parametrize("name", ["kettle.ogg", "kettle.mp3"])
def test_a_container_from_a_pipe(command: Command, name: str) -> None:
    done = command.connected("listen", "-", stdin=(SAMPLES / name).read_bytes())
    assert (done.stdout, done.stderr, done.returncode) == (TEXT, "", 0)


def test_samples_come_through_as_they_come_in(tmp_path: Path) -> None:
    """A caption appears while the pipe is still open."""
    environment = {**os.environ, "YC_API_KEY": KEY}
    with (
        Emulator(stt=ScriptedSpeech(WORDS), ocr="scripted") as emulator,
        subprocess.Popen(
            [
                *(sys.executable, "-m", "ycgrpc.cli", "listen", "-", "--sample-rate", "8000"),
                *("--endpoint", emulator.target, "--plaintext"),
            ],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as process,
    ):
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(THREE_SECONDS[:32_000])
        process.stdin.flush()
        assert process.stdout.readline() == b"hello there\n"
        process.stdin.write(THREE_SECONDS[32_000:])
        process.stdin.close()
        assert process.stdout.read() == b"bye\n"
        assert process.wait(PATIENCE) == 0


def on_a_terminal(arguments: Iterable[str]) -> str:
    """What the command writes to a terminal, to its end."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "ycgrpc.cli", *arguments],
        env={**os.environ, "YC_API_KEY": KEY, "COLUMNS": "80"},
        stdin=subprocess.DEVNULL,
        stdout=follower,
        stderr=subprocess.PIPE,
    )
    os.close(follower)
    written = b""
    try:
        while True:
            try:
                piece = os.read(leader, 4096)
            except OSError:  # how Linux says that nobody holds the other end any more
                break
            if not piece:
                break
            written += piece
        assert process.wait(PATIENCE) == 0
    finally:
        process.kill()
        process.communicate()
        os.close(leader)
    return written.decode().replace("\r\n", "\n")


def screen(written: str) -> list[str]:
    """The lines that are left to see."""
    lines: list[str] = []
    for line in written.split("\n"):
        shown = ""
        for part in line.split("\r"):
            shown = part + shown[len(part) :]
        lines.append(shown.rstrip())
    return lines


def test_partials_only_on_a_terminal(emulator: Emulator, tmp_path: Path) -> None:
    path = tmp_path / "call.wav"
    path.write_bytes(wav(THREE_SECONDS))
    arguments = ["listen", str(path), "--endpoint", emulator.target, "--plaintext"]
    written = on_a_terminal(arguments)
    assert "\rhello" in written
    assert screen(written) == ["hello there", "bye", ""]
    assert "\r" not in Command(emulator.target).connected("listen", str(path), "--fast").stdout


# --- Captions, event by event.


def final(index: int, text: str, channel: str = "0") -> Final:
    message: Any = None
    return Final(
        channel=channel, time=0, message=message, index=index, text=text, start=0.0, end=0.0
    )


def refinement(index: int, text: str, channel: str = "0") -> Refinement:
    message: Any = None
    return Refinement(channel=channel, time=0, message=message, index=index, text=text)


def partial(text: str) -> Partial:
    message: Any = None
    return Partial(channel="0", time=0, message=message, text=text)


def captions(events: Iterable[SpeechEvent], *, literature_text: bool = True) -> None:
    shown = Captions(literature_text=literature_text)
    for event in events:
        shown.show(event)
    shown.end()


@pytest.mark.parametrize(
    ("events", "text"),
    [
        ([final(0, "one"), refinement(0, "One.")], "One.\n"),
        (
            [final(0, "one"), final(1, "two"), refinement(0, "One."), refinement(1, "Two.")],
            "One.\nTwo.\n",
        ),
        ([final(0, "one"), final(1, "two"), refinement(1, "Two.")], "one\nTwo.\n"),
        ([final(0, "one"), refinement(0, "One."), final(1, "two")], "One.\ntwo\n"),
        ([final(0, "one"), refinement(0, "")], "one\n"),
        (
            [final(0, "a", "0"), final(0, "b", "1"), refinement(0, "B.", "1")],
            "a\nB.\n",
        ),
        ([refinement(7, "What?")], ""),
        ([final(0, "one"), refinement(0, "One."), refinement(0, "One.")], "One.\n"),
    ],
    ids=["one", "late", "one missing", "last missing", "empty", "channels", "unknown", "twice"],
)
def test_refined_captions_lose_none(
    events: list[SpeechEvent], text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    captions(events)
    assert capsys.readouterr().out == text


def test_captions_that_are_not_refined_come_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    shown = Captions(literature_text=False)
    shown.show(final(0, "one"))
    assert capsys.readouterr().out == "one\n"


def test_partials_on_a_terminal_keep_to_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    long = "a sentence that is longer than the terminal is wide"
    captions(
        [partial("a"), partial(long), partial("short"), final(0, long), partial("more")],
        literature_text=False,
    )
    written = capsys.readouterr().out
    *partials, _ = written.split("\n")[0].split("\r")[1:]
    assert all(len(line) < 20 for line in partials)
    assert partials[1] == long[-19:]
    assert screen(written) == [long, ""]


def test_literature_text(command: Command) -> None:
    done = command.connected("listen", KETTLE, "--fast", "--literature-text")
    assert (done.stdout, done.stderr, done.returncode) == ("Hello there.\nBye.\n", "", 0)


# --- What goes wrong.


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "give FILE, or - for standard input, or --microphone"),
        ([KETTLE, "--microphone"], "give FILE, or - for standard input, or --microphone"),
        (["-", "--microphone"], "give FILE, or - for standard input, or --microphone"),
        (["-"], "give --sample-rate for samples"),
        ([KETTLE, "--fast", "--sample-rate", "fast"], "--sample-rate"),
        ([KETTLE, "--unknown"], "--unknown"),
    ],
)
def test_bad_usage(command: Command, arguments: list[str], words: str) -> None:
    done = command.connected("listen", *arguments, stdin=b"no recording")
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "stdin", "words"),
    [
        (["/nowhere/at/all.wav"], b"", "cannot read '/nowhere/at/all.wav'"),
        ([__file__], b"", "something else"),
        ([KETTLE, "--sample-rate", "1000"], b"", "8,000 to 48,000"),
        (["-", "--sample-rate", "8000"], b"", "must not be empty"),
        (["-", "--sample-rate", "8000"], b"\0\0\0", "odd number"),
        (["-"], wav(THREE_SECONDS, channels=2), "a stream has one"),
        ([str(SAMPLES / "ticket-office.ogg")], b"", "mix down"),
    ],
)
def test_bad_audio(command: Command, arguments: list[str], stdin: bytes, words: str) -> None:
    done = command.connected("listen", *arguments, "--fast", stdin=stdin)
    assert_one_line(done)
    assert words in done.stderr


def test_no_microphone(command: Command) -> None:
    done = command.connected("listen", "--microphone")
    assert_one_line(done)
    assert "microphone" in done.stderr


def test_a_refusal() -> None:
    with Emulator(stt=ScriptedSpeech(WORDS), ocr="scripted") as emulator:
        emulator.script(METHOD, Fault(grpc.StatusCode.PERMISSION_DENIED))
        done = Command(emulator.target).connected("listen", KETTLE, "--fast")
    assert_one_line(done)
    assert re.search("PERMISSION_DENIED.*role", done.stderr)


def test_a_language_that_nobody_hears() -> None:
    done = Command()("listen", KETTLE, "--lang", "ru-RU", "--emulator", "--fast")
    assert_one_line(done)
    assert "no speech engine for ru-RU" in done.stderr


def test_an_interruption_loses_no_caption() -> None:
    """A container goes through one session; what it had no time to refine is shown as it is."""

    def brief(requests: Iterator[Any], context: Any) -> Iterator[v3.StreamingResponse]:
        next(requests)
        yield v3.StreamingResponse(final=update("hello there"))

    with Service(brief) as service:
        endless = (SAMPLES / "kettle.ogg").read_bytes() * 500  # more than fits into the connection
        done = Command(service.target).connected(
            *("listen", "-", "--literature-text"), stdin=endless
        )
    assert (done.returncode, done.stdout) == (1, "hello there\n")
    assert "interrupted after 1 finals" in done.stderr


def test_an_interrupt() -> None:
    with Emulator(stt=ScriptedSpeech(WORDS), ocr="scripted") as emulator:

        def begun() -> None:
            end = time.monotonic() + PATIENCE
            while not emulator.report():
                assert time.monotonic() < end

        done = Command(emulator.target).interrupted("listen", KETTLE, when=begun)
    assert (done.returncode, done.stderr.strip()) == (130, "")


def test_an_interrupt_while_the_pipe_says_nothing() -> None:
    """Nobody waits for the rest of what is piped in."""
    reader, writer = os.pipe()
    program = (
        "import signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from ycgrpc.cli import main\n"
        "main()\n"
    )
    with Emulator(stt=ScriptedSpeech(WORDS), ocr="scripted") as emulator:
        process = subprocess.Popen(
            [
                *(sys.executable, "-c", program, "listen", "-", "--sample-rate", "8000"),
                *("--endpoint", emulator.target, "--plaintext"),
            ],
            env={**os.environ, "YC_API_KEY": KEY},
            stdin=reader,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        os.close(reader)
        try:
            os.write(writer, THREE_SECONDS[:32_000])
            assert process.stdout is not None
            assert process.stdout.readline() == b"hello there\n"
            process.send_signal(2)
            _, errors = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
            os.close(writer)
    assert (process.returncode, errors.strip()) == (130, b"")
