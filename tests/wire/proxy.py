"""A proxy that tunnels with CONNECT, in a process of its own, and keeps count."""

from __future__ import annotations

import json
import socket
import socketserver
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Self

from tests.wire.server import PATIENCE


class Proxy:
    """Serves on a port of 127.0.0.1.

    Args:
        record: A file for what the process sees.

    Attributes:
        address: ``host:port``.
    """

    def __init__(self, record: Path) -> None:
        record.touch()
        self._record = record
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.wire.proxy", str(record)],
            cwd=Path(__file__).parents[2],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        self.address = f"127.0.0.1:{self._process.stdout.readline().strip()}"

    @property
    def tunnels(self) -> list[tuple[str, str]]:
        """The targets that it was asked for, with the credentials that came along."""
        lines = self._record.read_text().splitlines()
        return [(target, authorization) for target, authorization in map(json.loads, lines)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate(timeout=PATIENCE)


def serve(record: Path) -> None:
    """Tunnel to wherever is asked for; each target is on record before its tunnel opens."""

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            _, target, _ = self.rfile.readline().decode().split()
            headers: dict[str, str] = {}
            while line := self.rfile.readline().strip():
                name, _, value = line.decode().partition(":")
                headers[name.lower()] = value.strip()
            with record.open("a") as file:
                print(json.dumps([target, headers.get("proxy-authorization", "")]), file=file)
            host, _, port = target.rpartition(":")
            with socket.create_connection((host, int(port)), PATIENCE) as onward:
                self.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
                back = threading.Thread(target=_pump, args=(onward, self.connection))
                back.start()
                _pump(self.connection, onward)
                back.join()

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        print(server.server_address[1], flush=True)
        server.serve_forever()


def _pump(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while content := source.recv(65536):
            sink.sendall(content)
    with suppress(OSError):
        sink.shutdown(socket.SHUT_WR)


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
