"""``ycgrpc ocr``: the text of images and PDF pages."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import IO

import click

from ycgrpc.cli.connection import Connection, connects
from ycgrpc.client import Client
from ycgrpc.errors import CredentialsError, Error
from ycgrpc.types import Recognition

FAILED, SOME_FAILED = 1, 3


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
@click.option("-o", "--output", type=click.File("w", encoding="utf-8", lazy=True), default="-")
@connects
def ocr(
    *,
    files: tuple[str, ...],
    lang: str,
    model: str,
    mime_type: str | None,
    form: str,
    output: IO[str],
    connection: Connection,
) -> int:
    """Print the text of each FILE: a JPEG, a PNG or a PDF of one page, or - for standard input."""
    languages = [code.strip() for code in lang.split(",") if code.strip()]
    failed = 0
    with connection.client() as client, _progress(files, output) as names:
        for name in names:
            try:
                recognition = _recognize(client, name, languages, model, mime_type)
            except CredentialsError:
                raise  # the same for every file
            except Error as error:
                failed += 1
                click.echo(f"ycgrpc: {name}: {' '.join(str(error).split())}", err=True)
            else:
                output.writelines(_printed(name, recognition, form, several=len(files) > 1))
                output.flush()
    if not failed:
        return 0
    return FAILED if failed == len(files) else SOME_FAILED


def _recognize(
    client: Client, name: str, languages: list[str], model: str, mime_type: str | None
) -> Recognition:
    source = sys.stdin.buffer if name == "-" else name
    return client.ocr.recognize(source, languages=languages, model=model, mime_type=mime_type)


def _printed(name: str, recognition: Recognition, form: str, *, several: bool) -> Iterator[str]:
    if form == "json":
        for line in recognition.to_json().splitlines():
            yield json.dumps({"source": name, **json.loads(line)}, ensure_ascii=False) + "\n"
        return
    if several:
        yield f"==> {name} <==\n"
    yield recognition.text + "\n"


def _progress(files: tuple[str, ...], output: IO[str]) -> AbstractContextManager[Iterable[str]]:
    """Return the files, with a bar on the terminal where there are several and none sees the results."""
    return click.progressbar(
        files,
        file=sys.stderr,
        hidden=len(files) == 1 or not sys.stderr.isatty() or output.isatty(),
    )
