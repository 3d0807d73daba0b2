"""Where a command connects to: the cloud, a host that the options name, or an emulator of its own."""

from __future__ import annotations

import functools
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import click

from ycgrpc._core.credentials import PLACEHOLDER
from ycgrpc._core.token_sources import ServiceAccountKey
from ycgrpc.client import Client
from ycgrpc.errors import ConfigurationError


@dataclass(frozen=True, slots=True)
class Connection:
    """The options that every command which calls a service shares."""

    emulated: bool = False
    endpoint: str | None = None
    plaintext: bool = False
    folder_id: str | None = None
    timeout: float = 60.0

    @contextmanager
    def client(self, *, account: bool = False) -> Generator[Client]:
        """Open a client, and with ``--emulator`` the emulator that it talks to.

        Args:
            account: Whether it needs an account of that emulator, to get tokens with.
        """
        if not self.emulated:
            with Client(
                endpoint=self.endpoint,
                plaintext=self.plaintext,
                folder_id=self.folder_id,
                timeout=self.timeout,
            ) as client:
                yield client
            return
        with (
            emulator_class()() as emulator,
            Client(
                _account(emulator) if account else PLACEHOLDER,
                endpoint=emulator.target,
                plaintext=True,
                folder_id=self.folder_id,
                timeout=self.timeout,
                quotas=None,
            ) as client,
        ):
            yield client


def _account(emulator: Any) -> ServiceAccountKey:
    return ServiceAccountKey.from_json(
        emulator.iam.create_key(emulator.iam.create_service_account())
    )


def emulator_class() -> Any:
    """Return the class of the emulator, which needs packages that the client does not.

    Raises:
        ConfigurationError: They are not installed.
    """
    try:
        from ycgrpc.emulator import Emulator
    except ModuleNotFoundError as error:
        raise ConfigurationError(
            f"the emulator needs {error.name}: pip install 'ycgrpc[emulator]'"
        ) from error
    return Emulator


with_emulator = click.option(
    "--emulator",
    "emulated",
    is_flag=True,
    help="Start an emulator for this command and run against it: no account, no network.",
)


def connects(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the shared options; it gets them as ``connection``."""

    @functools.wraps(command)
    @click.pass_obj
    def with_connection(
        given: Connection,
        /,
        *args: Any,
        emulated: bool,
        endpoint: str | None,
        plaintext: bool,
        folder_id: str | None,
        timeout: float,
        **kwargs: Any,
    ) -> Any:
        connection = replace(
            given,
            emulated=given.emulated or emulated,
            endpoint=endpoint,
            plaintext=plaintext,
            folder_id=folder_id,
            timeout=timeout,
        )
        if connection.emulated and endpoint:
            raise click.UsageError("--emulator and --endpoint exclude each other")
        return command(*args, connection=connection, **kwargs)

    options = (
        with_emulator,
        click.option("--endpoint", metavar="HOST:PORT", help="One host for every service."),
        click.option("--plaintext", is_flag=True, help="Speak without TLS."),
        click.option(
            "--folder-id",
            envvar="YC_FOLDER_ID",
            show_envvar=True,
            help="Folder to call for; a service account leaves it out.",
        ),
        click.option(
            "--timeout",
            type=click.FloatRange(min=0, min_open=True),
            default=60.0,
            show_default=True,
            help="Seconds that one call may take.",
        ),
    )
    wrapped: Callable[..., Any] = with_connection
    for option in reversed(options):
        wrapped = option(wrapped)
    return wrapped
