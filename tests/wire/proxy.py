"""A proxy that tunnels with CONNECT, and keeps count."""

from __future__ import annotations

import socket
import socketserver
import threading
from contextlib import suppress
from typing import Any, Self

from tests.wire.server import PATIENCE


class Proxy:
    """Serves on a port of 127.0.0.1.

    Attributes:
        address: ``host:port``.
        tunnels: The targets that it was asked for, with the credentials that came along.
    """

    def __init__(self) -> None:
        self.tunnels: list[tuple[str, str]] = []
        tunnels = self.tunnels

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                _, target, _ = self.rfile.readline().decode().split()
                headers: dict[str, str] = {}
                while line := self.rfile.readline().strip():
                    name, _, value = line.decode().partition(":")
                    headers[name.lower()] = value.strip()
                tunnels.append((target, headers.get("proxy-authorization", "")))
                host, _, port = target.rpartition(":")
                with socket.create_connection((host, int(port)), PATIENCE) as onward:
                    self.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
                    back = threading.Thread(target=_pump, args=(onward, self.connection))
                    back.start()
                    _pump(self.connection, onward)
                    back.join()

        class Tcp(socketserver.ThreadingTCPServer):
            daemon_threads = True

        self._server: Any = Tcp(("127.0.0.1", 0), Handler)
        self.address = f"127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def _pump(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while content := source.recv(65536):
            sink.sendall(content)
    with suppress(OSError):
        sink.shutdown(socket.SHUT_WR)
