"""``ycgrpc emulator``: a local server for every client that speaks the protocol."""

from __future__ import annotations

import signal
import threading

import click

from ycgrpc.cli.connection import emulator_class


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=50051,
    show_default=True,
    help="Port to listen on; 0 takes a free one.",
)
@click.option(
    "--ocr",
    type=click.Choice(["auto", "rapidocr", "tesseract", "scripted"]),
    default="auto",
    show_default=True,
    help="Engine that reads images; auto chooses by language and by what is installed.",
)
@click.option(
    "--stt",
    type=click.Choice(["auto", "pocketsphinx", "scripted"]),
    default="auto",
    show_default=True,
    help="Engine that hears speech; auto takes what is installed.",
)
@click.option(
    "--storage",
    metavar="URL",
    help="Where recordings behind links to Object Storage are, such as http://127.0.0.1:5000.",
)
@click.option("--folder-id", help="Home folder of the service accounts; by default any.")
@click.option(
    "--quotas",
    type=click.Choice(["off", "real"]),
    default="off",
    show_default=True,
    help="How many calls are taken: any number, or as many as the service documents.",
)
@click.option("--metadata", is_flag=True, help="Serve a virtual machine's metadata too, over HTTP.")
def emulator(
    *,
    host: str,
    port: int,
    ocr: str,
    stt: str,
    storage: str | None,
    folder_id: str | None,
    quotas: str,
    metadata: bool,
) -> None:
    """Serve text and speech recognition on this machine, until interrupted.

    Prints the address that it listens on, once it does.
    """
    stopped = threading.Event()
    signal.signal(signal.SIGTERM, lambda number, frame: stopped.set())
    with emulator_class()(
        host=host,
        port=port,
        ocr=ocr,
        stt=stt,
        storage=storage,
        folder_id=folder_id,
        quotas=quotas,
        metadata=metadata,
    ) as running:
        click.echo(running.target)
        click.echo(
            f"Listening. To use it: export YCGRPC_EMULATOR_HOST={running.target}; Ctrl-C stops.",
            err=True,
        )
        if metadata:
            click.echo(
                f"Its metadata: export YC_METADATA_ADDR={running.metadata_address}", err=True
            )
        stopped.wait()
