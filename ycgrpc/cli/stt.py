"""``ycgrpc stt``: what is said in recordings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Literal

import click

from ycgrpc.cli import many
from ycgrpc.cli.connection import Connection, connects
from ycgrpc.client import Operation
from ycgrpc.types import Transcript

Encoding = Literal["wav", "ogg_opus", "mp3", "pcm"]
SUBTITLES = {
    "srt": Transcript.to_srt,
    "vtt": Transcript.to_vtt,
    "tsv": Transcript.to_tsv,
}


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE_OR_URI...")
@click.option(
    "--lang",
    default="ru-RU",
    show_default=True,
    metavar="CODES",
    help="Language, such as en-US; several with commas between, or auto, with v3 alone.",
)
@click.option(
    "--api",
    type=click.Choice(["v3", "v2"]),
    default="v3",
    show_default=True,
    help="Generation of the service's API.",
)
@click.option("--model", default="general", show_default=True, help="Recognition model.")
@click.option(
    "--encoding",
    type=click.Choice(["wav", "ogg_opus", "mp3", "pcm"]),
    help="Format; by default found in the file.",
)
@click.option("--sample-rate", type=int, metavar="HERTZ", help="Samples per second of pcm.")
@click.option("--channels", type=int, help="Channels of pcm; 1 by default.")
@click.option("--literature-text", is_flag=True, help="Polish the text for reading.")
@click.option(
    "--bucket",
    help="Upload each file to this bucket first. It is removed when the wait for its result ends or is "
    "interrupted, but stays where --wait is over before the service is done.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", *SUBTITLES]),
    default="text",
    show_default=True,
    help="json: one object an event on a line of its own, with the name of its file.",
)
@many.output
@many.wait
@connects
def stt(
    *,
    files: tuple[str, ...],
    lang: str,
    api: str,
    model: str,
    encoding: Encoding | None,
    sample_rate: int | None,
    channels: int | None,
    literature_text: bool,
    bucket: str | None,
    form: str,
    output: IO[str],
    wait: float | None,
    connection: Connection,
) -> int:
    """Print what is said in each FILE: WAV, OGG with Opus, MP3 or pcm, or - for standard input.

    A URI is that of an object in Object Storage.
    """
    languages = [code.strip() for code in lang.split(",") if code.strip()]
    several = len(files) > 1
    if not languages:
        raise click.UsageError("--lang takes at least one language")
    if several and form in SUBTITLES:
        raise click.UsageError(f"--format {form} is for one file at a time")
    if api == "v2" and len(languages) != 1:
        raise click.UsageError("--api v2 takes one language")

    def show(name: str, transcript: Transcript) -> Iterator[str]:
        if form == "json":
            return many.json_lines(name, transcript.to_json())
        if form in SUBTITLES:
            return iter([SUBTITLES[form](transcript)])
        return many.text_lines(name, transcript.text, several=several)

    with connection.client() as client:

        def submit(name: str) -> Operation[Transcript]:
            stored = None if name.startswith("https://") else bucket
            if api == "v2":
                return client.stt_v2.submit(
                    many.source(name),
                    bucket=stored,
                    language=languages[0],
                    model=model,
                    literature_text=literature_text,
                    encoding=encoding,
                    sample_rate=sample_rate,
                    channels=channels,
                )
            return client.stt.submit(
                many.source(name),
                bucket=stored,
                language=languages,
                model=model,
                literature_text=literature_text,
                encoding=encoding,
                sample_rate=sample_rate,
                channels=channels,
            )

        found = many.submitted(files, output, submit, wait, "stt")
        return many.written(files, output, found, show)
