"""``ycgrpc iam``: IAM tokens for other programs."""

from __future__ import annotations

import click

from ycgrpc.cli.connection import Connection, connects


@click.group()
def iam() -> None:
    """Get IAM tokens."""


@iam.command()
@click.option("--service-account-id", metavar="ID", help="Whose; by default who you are.")
@connects
def token(*, service_account_id: str | None, connection: Connection) -> int:
    """Print a fresh IAM token, and nothing else."""
    with connection.client(account=service_account_id is None) as client:
        click.echo(client.iam.create_token(service_account_id=service_account_id).token)
    return 0
