"""``ycgrpc vision``: the text of many small images, by the older API."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from itertools import islice
from typing import IO

import click

from ycgrpc._core import documents, sources
from ycgrpc._core.ocr import PIXELS_MAXIMUM
from ycgrpc._core.vision import BYTES_MAXIMUM, SPECS_MAXIMUM
from ycgrpc.cli import many
from ycgrpc.cli.connection import Connection, connects
from ycgrpc.errors import CredentialsError, Error, InvalidRequest, RpcError, Violation
from ycgrpc.types import ImageAnalysis


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--lang",
    default="*",
    metavar="CODES",
    help="1 to 8 ISO 639-1 codes with commas between; by default the language is detected.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="json: one object an image on a line of its own, with the name of its file.",
)
@many.output
@connects
def vision(
    *, files: tuple[str, ...], lang: str, form: str, output: IO[str], connection: Connection
) -> int:
    """Print the text of each FILE, a JPEG or a PNG; 8 are sent in one request."""
    languages = [code.strip() for code in lang.split(",") if code.strip()]
    several = len(files) > 1

    def show(name: str, analysis: ImageAnalysis) -> Iterator[str]:
        if form == "json":
            return many.json_lines(name, analysis.to_json())
        return many.text_lines(name, analysis.text, several=several)

    with connection.client() as client:

        def analyze(contents: Sequence[bytes]) -> list[ImageAnalysis]:
            return list(client.vision.batch_analyze(contents, languages=languages))

        return many.written(files, output, analyzed(files, analyze), show)


def analyzed(
    names: Sequence[str], analyze: Callable[[Sequence[bytes]], Sequence[ImageAnalysis]]
) -> Generator[tuple[str, ImageAnalysis]]:
    """Yield each name with what came of its image; what fails is told, and left out."""
    images = ((name, content) for name in names if (content := checked(name)))
    while batch := tuple(islice(images, SPECS_MAXIMUM)):
        try:
            analyses = analyze([content for _, content in batch])
        except CredentialsError:
            raise  # the same for every file
        except Error as error:
            for name, _ in batch:
                many.complain(name, error)
            continue
        for (name, _), analysis in zip(batch, analyses, strict=True):
            try:
                yield name, analysis.raise_for_error()
            except RpcError as error:
                many.complain(name, error)


def checked(name: str) -> bytes | None:
    """Return the content of an image that may be sent; of another it is told why not.

    A batch would be refused for a single one of them.
    """
    try:
        content = sources.read(many.source(name), BYTES_MAXIMUM)
        pixels = documents.inspect(content).pixels
    except InvalidRequest as error:
        many.complain(name, error)
        return None
    if pixels is None or 0 < pixels <= PIXELS_MAXIMUM:
        return content
    rule = f"1 to {PIXELS_MAXIMUM:,} pixels"
    many.complain(name, InvalidRequest([Violation("source", rule, f"{pixels:,}")]))
    return None
