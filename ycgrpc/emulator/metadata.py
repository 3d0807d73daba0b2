"""The HTTP service that a virtual machine asks for the token of its service account.

Source: the documentation's page "Authenticate from inside a virtual machine".
"""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Callable
from email.message import Message
from http import HTTPStatus
from http.client import HTTPException, parse_headers
from io import BytesIO
from uuid import uuid4

import grpc

from ycgrpc.emulator.calls import Calls
from ycgrpc.emulator.clock import Clock
from ycgrpc.emulator.iam.registry import Iam

TOKEN_PATH = "/computeMetadata/v1/instance/service-accounts/default/token"  # noqa: S105
FLAVOR = ("Metadata-Flavor", "Google")
LONGEST_HEAD = 16 * 1024
"""Bytes of a request without its body; one that is longer is cut off."""

CODES = {HTTPStatus.OK: grpc.StatusCode.OK, HTTPStatus.FORBIDDEN: grpc.StatusCode.PERMISSION_DENIED}
"""The codes that the record holds; for all else it is NOT_FOUND."""

Answer = tuple[HTTPStatus, str]


class MetadataService:
    """Serves on a loopback port of its own, on the running event loop, once from start to stop.

    Args:
        iam: knows the account that is attached to the machine.
        clock: which time it is.
        calls: where requests for a token are recorded, as ``GET`` and the path.
    """

    def __init__(self, iam: Iam, clock: Clock, calls: Calls) -> None:
        self._iam = iam
        self._clock = clock
        self._calls = calls
        self._accepting: set[asyncio.Task[object]] = set()
        self._connections: set[asyncio.Transport] = set()
        self.address = ""

    async def start(self) -> None:
        """Listens; ``address`` then says where, as host and port."""
        # Not asyncio's own server, which loses a connection that comes while it closes.
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.setblocking(False)
        host, port = self._socket.getsockname()
        self.address = f"{host}:{port}"
        asyncio.get_running_loop().add_reader(self._socket, self._accept)

    async def stop(self) -> None:
        """Cuts what is connected, and listens no more."""
        asyncio.get_running_loop().remove_reader(self._socket)
        self._socket.close()
        await asyncio.gather(*self._accepting, return_exceptions=True)
        for connection in self._connections:
            connection.abort()

    def _accept(self) -> None:
        try:
            accepted, _ = self._socket.accept()
        except OSError:
            return  # whoever came has gone
        accepted.setblocking(False)
        loop = asyncio.get_running_loop()
        task = loop.create_task(
            loop.connect_accepted_socket(
                lambda: _Connection(self._answer, self._connections), accepted
            )
        )
        self._accepting.add(task)
        task.add_done_callback(self._accepting.discard)

    def _answer(self, method: str, path: str, headers: Message) -> Answer:
        if path != TOKEN_PATH:
            return HTTPStatus.NOT_FOUND, "not found"
        if method != "GET":
            return HTTPStatus.METHOD_NOT_ALLOWED, "the token is there to GET"
        received = {name.lower(): value for name, value in headers.items()}
        call = self._calls.opened(f"{method} {path}", str(uuid4()), received, None)
        status, text = self._token(headers)
        call.code = CODES.get(status, grpc.StatusCode.NOT_FOUND)
        return status, text

    def _token(self, headers: Message) -> Answer:
        name, flavor = FLAVOR
        if headers.get(name) != flavor:
            return HTTPStatus.FORBIDDEN, f"the header {name}: {flavor} is missing"
        account = self._iam.vm_account
        if account is None:
            return HTTPStatus.NOT_FOUND, "no service account is attached to the virtual machine"
        token = self._iam.create_token(account)
        content = {
            "access_token": token.value,
            "expires_in": int((token.expires_at - self._clock.now()).total_seconds()),
            "token_type": "Bearer",
        }
        return HTTPStatus.OK, json.dumps(content)


class _Connection(asyncio.Protocol):
    """One request and its answer."""

    def __init__(
        self, answer: Callable[[str, str, Message], Answer], connections: set[asyncio.Transport]
    ) -> None:
        self._answer = answer
        self._connections = connections
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._connections.add(transport)

    def connection_lost(self, exc: Exception | None) -> None:
        self._connections.discard(self._transport)

    def data_received(self, data: bytes) -> None:
        if self._transport.is_closing():
            return  # a body that nobody wants
        self._received += data
        head, end, _ = self._received.partition(b"\r\n\r\n")
        if end:
            self._respond(*self._answered(head))
        elif len(self._received) > LONGEST_HEAD:
            self._respond(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "the headers are too long")

    def _answered(self, head: bytes) -> Answer:
        line, _, fields = head.partition(b"\r\n")
        match line.decode("latin-1").split():
            case [method, target, version] if version.startswith("HTTP/1."):
                try:
                    headers = parse_headers(BytesIO(fields + b"\r\n\r\n"))
                except HTTPException:
                    return HTTPStatus.BAD_REQUEST, "the headers are malformed"
                return self._answer(method, target.partition("?")[0], headers)
            case _:
                return HTTPStatus.BAD_REQUEST, "the request is malformed"

    def _respond(self, status: HTTPStatus, text: str) -> None:
        body = text.encode()
        kind = "application/json" if status == HTTPStatus.OK else "text/plain"
        head = (
            f"HTTP/1.1 {status.value} {status.phrase}",
            f"Content-Type: {kind}",
            f"Content-Length: {len(body)}",
            ": ".join(FLAVOR),
            "Connection: close",
        )
        self._transport.write("\r\n".join((*head, "", "")).encode() + body)
        self._transport.close()
