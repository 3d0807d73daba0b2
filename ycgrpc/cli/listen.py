"""``ycgrpc listen``: live captions."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from io import FileIO

import click

from ycgrpc import audio
from ycgrpc._core import recordings
from ycgrpc.audio import AudioSource
from ycgrpc.cli.connection import Connection, connects
from ycgrpc.types.speech import Final, Partial, Refinement, SpeechEvent

HEAD, HEAD_MAXIMUM, PIECE = 4096, 1024 * 1024, 3200
"""Bytes that tell the format of standard input, at first and at most, and that are read at a time."""


@click.command()
@click.argument("file", required=False, metavar="[FILE|-]")
@click.option("--microphone", is_flag=True, help="Listen to the microphone.")
@click.option(
    "--lang",
    default="ru-RU",
    show_default=True,
    metavar="CODES",
    help="Language, such as en-US; several with commas between, or auto.",
)
@click.option("--model", default="general", show_default=True, help="Recognition model.")
@click.option("--literature-text", is_flag=True, help="Polish the text for reading.")
@click.option(
    "--sample-rate",
    type=int,
    metavar="HERTZ",
    help="Samples per second, where FILE or standard input holds bare 16-bit samples.",
)
@click.option("--fast", is_flag=True, help="Send FILE as fast as it goes, not as it was spoken.")
@connects
def listen(
    *,
    file: str | None,
    microphone: bool,
    lang: str,
    model: str,
    literature_text: bool,
    sample_rate: int | None,
    fast: bool,
    connection: Connection,
) -> int:
    """Caption speech while it is spoken, from FILE, standard input (-) or a microphone.

    On a terminal the last line shows what is being said, and changes until it is settled.
    """
    if microphone == (file is not None):
        raise click.UsageError("give FILE, or - for standard input, or --microphone")
    with connection.client() as client:
        source = _source(file, sample_rate, fast=fast)
        languages = [code.strip() for code in lang.split(",") if code.strip()]
        captions = Captions(literature_text=literature_text)
        try:
            for event in client.stt.stream(
                source, language=languages, model=model, literature_text=literature_text
            ):
                captions.show(event)
        finally:
            captions.end()
    return 0


def _source(file: str | None, sample_rate: int | None, *, fast: bool) -> AudioSource:
    if file is None:
        return audio.microphone(**({"sample_rate": sample_rate} if sample_rate else {}))
    if file == "-":
        # Unbuffered, for a thread that waits in it holds a lock that Python needs to exit.
        return _standard_input(FileIO(sys.stdin.fileno(), closefd=False), sample_rate)
    return audio.file(file, realtime=not fast, sample_rate=sample_rate)


def _standard_input(stream: FileIO, sample_rate: int | None) -> AudioSource:
    """Return what comes in on a stream: WAV without its header, bare samples, or a container."""
    if sample_rate is not None:
        return audio.chunks(_pieces(stream, b""), sample_rate=sample_rate)
    head = b""
    found = recordings.Recording()
    while len(head) < HEAD or (found.format == "wav" and not (found.seconds or found.foreign)):
        more = stream.read(PIECE) if len(head) < HEAD_MAXIMUM else b""
        head += more
        found = recordings.inspect(head)
        if not more:
            break
    if found.format == "wav" and found.sample_rate and not found.foreign:
        samples = recordings.wav_samples(head)
        pieces = _pieces(stream, samples)
        return audio.chunks(pieces, sample_rate=found.sample_rate, channels=found.channels or 1)
    if found.format in ("ogg_opus", "mp3"):
        return audio.chunks(_pieces(stream, head), encoding=found.format)
    raise click.UsageError("standard input is no WAV, OGG or MP3: give --sample-rate for samples")


def _pieces(stream: FileIO, head: bytes) -> Iterator[bytes]:
    if head:
        yield head
    while piece := stream.read(PIECE):
        yield piece


class Captions:
    """Writes finals below each other, and on a terminal what is being said on the line below."""

    def __init__(self, *, literature_text: bool) -> None:
        self._refined = literature_text
        self._terminal = sys.stdout.isatty()
        self._width = 0
        self._unrefined: dict[tuple[str, int], str] = {}  # by channel and index

    def show(self, event: SpeechEvent) -> None:
        """Write what an event brings."""
        if isinstance(event, Partial):
            if self._terminal:
                self._line(event.text, end="")
        elif isinstance(event, Refinement):
            key = event.channel, event.index
            if key in self._unrefined:
                self._flush(key)
                self._line(event.text or self._unrefined[key], end="\n")
                del self._unrefined[key]
        elif isinstance(event, Final):
            self._unrefined[event.channel, event.index] = event.text
            if not self._refined:
                self._flush()

    def end(self) -> None:
        """Write what was never refined, and leave the terminal on a fresh line."""
        self._flush()
        if self._width:
            self._line("", end="")

    def _flush(self, until: tuple[str, int] | None = None) -> None:
        """Write finals as they are, in order; those before one of them, as theirs was skipped."""
        for key in list(self._unrefined):
            if key == until:
                break
            self._line(self._unrefined.pop(key), end="\n")

    def _line(self, text: str, *, end: str) -> None:
        # What is being said keeps to one line, whose end is the news.
        shown = text if end else text[-shutil.get_terminal_size().columns + 1 :]
        blank = " " * max(0, self._width - len(shown))
        start = "\r" if self._terminal else ""
        sys.stdout.write(f"{start}{shown}{blank}{end}")
        sys.stdout.flush()
        self._width = 0 if end else len(shown)
