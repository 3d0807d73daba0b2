"""``ycgrpc operation``: long-running operations by their ids."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import click

from ycgrpc.cli import many
from ycgrpc.cli.connection import Connection, connects
from ycgrpc.client import Operation
from ycgrpc.types import Recognition, Transcript

RESULTS: Mapping[str, type[Any]] = {"ocr": Recognition, "stt": Transcript}


@click.group()
def operation() -> None:
    """Look at long-running operations, wait for them, or ask the service to give them up."""


def identified(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the id of an operation."""
    return click.argument("operation_id", metavar="ID")(command)


@operation.command()
@identified
@connects
def get(*, operation_id: str, connection: Connection) -> int:
    """Print the operation ID as JSON, after one look at it."""
    with connection.client() as client:
        click.echo(client.operations.get(operation_id).to_json())
    return 0


@operation.command()
@identified
@click.option(
    "--result",
    type=click.Choice(list(RESULTS)),
    help="What the operation is for: its text is printed, instead of the operation.",
)
@many.wait
@connects
def wait(
    *, operation_id: str, result: str | None, wait: float | None, connection: Connection
) -> int:
    """Wait until the operation ID has ended, and print it as JSON, or the text that it came to.

    The exit status is 1 where it ended with an error.
    """
    with connection.client() as client:
        attach: Any = client.operations.attach
        found: Operation[Any] = attach(operation_id, RESULTS[result] if result else None)
        try:
            found.wait(wait)
        except KeyboardInterrupt:
            click.echo(f"ycgrpc: operation {operation_id} goes on", err=True)
            raise
        click.echo(found.result().text if result else found.to_json())
        return many.FAILED if found.error else 0


@operation.command()
@identified
@connects
def cancel(*, operation_id: str, connection: Connection) -> int:
    """Ask the service to give the operation ID up, and print it as JSON."""
    with connection.client() as client:
        click.echo(client.operations.cancel(operation_id).to_json())
    return 0
