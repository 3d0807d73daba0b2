"""A gRPC server on a real socket that answers any method as a test tells it to, and keeps records."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NoReturn, Self

import grpc
from google.protobuf.message import Message

PATIENCE = 30.0
"""Seconds after which a test gives up on something that should have happened."""


class Call:
    """One call as the server saw it.

    Attributes:
        method: The path of the method.
        metadata: All headers; of those that came twice, the last.
        seconds_left: Until the client's deadline, when the call began; ``None`` without one.
        peer: The address of the connection that it came on.
        requests: The serialized messages that were read from it.
        ended: Set when the call is over, for whatever reason.
    """

    def __init__(
        self, method: str, requests: Iterator[bytes], context: grpc.ServicerContext
    ) -> None:
        self.method = method
        self.metadata: dict[str, Any] = dict(context.invocation_metadata())
        left: float | None = context.time_remaining()
        self.seconds_left = left
        self.peer = context.peer()
        self.requests: list[bytes] = []
        self.ended = threading.Event()
        self._incoming = requests
        self._context = context
        if not context.add_callback(self.ended.set):
            self.ended.set()

    def read(self) -> None:
        """Read all requests, up to where the client has no more."""
        self.requests.extend(self._incoming)

    def fail(
        self, code: grpc.StatusCode, text: str, trailers: Sequence[tuple[str, Any]]
    ) -> NoReturn:
        """End the call with a status."""
        self._context.set_trailing_metadata(tuple(trailers))
        self._context.abort(code, text)


Behaviour = Callable[[Call], Iterable[Message]]
"""Takes a call whose requests are read, and yields its answer."""


def answer(*messages: Message) -> Behaviour:
    """Answer with these messages."""
    return lambda call: messages


def fail(
    code: grpc.StatusCode,
    text: str = "",
    *,
    trailers: Sequence[tuple[str, Any]] = (),
    after: Sequence[Message] = (),
) -> Behaviour:
    """Fail with a status, after some messages where any are given."""

    def behaviour(call: Call) -> Iterator[Message]:
        yield from after
        call.fail(code, text, trailers)

    return behaviour


def hang(*messages: Message) -> Behaviour:
    """Answer with these messages, then say nothing until the client is gone."""

    def behaviour(call: Call) -> Iterator[Message]:
        yield from messages
        call.ended.wait(PATIENCE)

    return behaviour


class Server:
    """Answers the calls of every method with one script, call after call.

    Attributes:
        target: ``host:port``.
        calls: All calls so far, each attempt for itself.
    """

    def __init__(self, credentials: grpc.ServerCredentials | None = None, port: int = 0) -> None:
        self.calls: list[Call] = []
        self._script: list[Behaviour] = []
        self._lock = threading.Lock()
        self._arrived = threading.Condition(self._lock)
        self._server = grpc.server(
            ThreadPoolExecutor(16),
            options=[("grpc.max_receive_message_length", -1), ("grpc.max_send_message_length", -1)],
        )
        self._server.add_generic_rpc_handlers([_Everything(self._answer)])
        address = f"127.0.0.1:{port}"
        port = (
            self._server.add_secure_port(address, credentials)
            if credentials
            else self._server.add_insecure_port(address)
        )
        self.target = f"127.0.0.1:{port}"
        self._server.start()

    def script(self, *behaviours: Behaviour) -> None:
        """Set what the next calls get, one after the other; the last of them stays."""
        with self._lock:
            self._script = list(behaviours)

    def call(self, number: int = 1) -> Call:
        """Return a call, counted from 1; wait for it where it is yet to arrive."""
        with self._arrived:
            assert self._arrived.wait_for(lambda: len(self.calls) >= number, PATIENCE), "no call"
            return self.calls[number - 1]

    @property
    def last(self) -> Call:
        """The last call."""
        return self.calls[-1]

    def _answer(self, call: Call) -> Iterator[bytes]:
        with self._arrived:
            self.calls.append(call)
            behaviour = self._script.pop(0) if len(self._script) > 1 else None
            behaviour = behaviour or (self._script[0] if self._script else None)
            self._arrived.notify_all()
        call.read()
        if behaviour is None:
            yield b""  # an empty message, of whatever type
            return
        for message in behaviour(call):
            yield message.SerializeToString()

    def cut(self) -> None:
        """Cancel what is under way and take no more, from within a call."""
        self._server.stop(None)

    def stop(self) -> None:
        """Stop at once: what is under way is cancelled."""
        self._server.stop(None).wait(PATIENCE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


class _Everything(grpc.GenericRpcHandler):
    """Takes each method as one of streams of bytes, which any kind of call is on the wire."""

    def __init__(self, answer: Callable[[Call], Iterator[bytes]]) -> None:
        self._answer = answer

    def service(self, handler_call_details: grpc.HandlerCallDetails) -> Any:
        method: str = handler_call_details.method

        def behave(requests: Iterator[bytes], context: grpc.ServicerContext) -> Iterator[bytes]:
            return self._answer(Call(method, requests, context))

        make: Any = grpc.stream_stream_rpc_method_handler
        return make(behave)
