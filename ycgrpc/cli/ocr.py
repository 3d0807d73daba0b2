"""``ycgrpc ocr``: the text of images and PDF pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

import click

from ycgrpc.cli import many
from ycgrpc.cli.connection import Connection, connects
from ycgrpc.client import Operation
from ycgrpc.types import Recognition


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--lang",
    default="*",
    metavar="CODES",
    help="ISO 639-1 codes with commas between, such as ru,en; by default the language is detected.",
)
@click.option("--model", default="page", show_default=True, help="Recognition model.")
@click.option("--mime-type", help="Format as the service is told it; by default found in the file.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="json: one object a page on a line of its own, with the name of its file.",
)
@many.output
@click.option(
    "--async",
    "asynchronous",
    is_flag=True,
    help="Submit the files and wait for them: PDFs may then have up to 200 pages.",
)
@many.wait
@connects
def ocr(
    *,
    files: tuple[str, ...],
    lang: str,
    model: str,
    mime_type: str | None,
    form: str,
    output: IO[str],
    asynchronous: bool,
    wait: float | None,
    connection: Connection,
) -> int:
    """Print the text of each FILE: a JPEG, a PNG or a PDF of one page, or - for standard input."""
    languages = [code.strip() for code in lang.split(",") if code.strip()]
    several = len(files) > 1

    def show(name: str, recognition: Recognition) -> Iterator[str]:
        if form == "json":
            return many.json_lines(name, recognition.to_json())
        return many.text_lines(name, recognition.text, several=several)

    with connection.client() as client:

        def recognize(name: str) -> Recognition:
            return client.ocr.recognize(
                many.source(name), languages=languages, model=model, mime_type=mime_type
            )

        def submit(name: str) -> Operation[Recognition]:
            return client.ocr.submit(
                many.source(name), languages=languages, model=model, mime_type=mime_type
            )

        found = (
            many.submitted(files, output, submit, wait, "ocr")
            if asynchronous
            else many.worked(files, output, recognize)
        )
        return many.written(files, output, found, show)
