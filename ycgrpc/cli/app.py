"""The command as a whole: its subcommands, and how each way to end becomes an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from ycgrpc._version import __version__
from ycgrpc.cli.connection import Connection, with_emulator
from ycgrpc.cli.emulator import emulator
from ycgrpc.cli.iam import iam
from ycgrpc.cli.listen import listen
from ycgrpc.cli.ocr import ocr
from ycgrpc.cli.operation import operation
from ycgrpc.cli.stt import stt
from ycgrpc.cli.vision import vision
from ycgrpc.errors import Error

FAILED, USAGE, INTERRUPTED = 1, 2, 130


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ycgrpc")
@with_emulator
@click.pass_context
def command(context: click.Context, emulated: bool) -> None:
    """Recognize text and speech with Yandex Cloud, or with an emulator on this machine.

    Credentials come from the environment: YC_API_KEY, YC_IAM_TOKEN,
    YC_SERVICE_ACCOUNT_KEY_FILE, YC_OAUTH_TOKEN or YC_TOKEN, then the machine's service account, then
    the yc command.
    """
    context.obj = Connection(emulated=emulated)


for subcommand in (ocr, stt, listen, vision, operation, iam, emulator):
    command.add_command(subcommand)


def run(arguments: Sequence[str]) -> int:
    """Run the command and return its exit status; whatever goes wrong is one line on stderr."""
    try:
        status = command.main(list(arguments), prog_name="ycgrpc", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except click.UsageError as error:
        error.show()
        return USAGE
    except click.ClickException as error:
        return complain(error.format_message())
    except Error as error:
        return complain(str(error))
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has enough. Python would complain when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except OSError as error:
        return complain(f"{error.filename or 'output'}: {error.strerror}")


def complain(message: str) -> int:
    """Print what went wrong, on one line, and return the status that goes with it."""
    click.echo(f"ycgrpc: {' '.join(message.split())}", err=True)
    return FAILED
