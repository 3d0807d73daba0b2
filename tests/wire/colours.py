"""One way to call both clients: each wire test runs once for the blocking one and once for asyncio."""

from __future__ import annotations

import asyncio
import itertools
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

import grpc
import grpc.aio

from tests.wire.server import PATIENCE
from ycgrpc import ApiKey, AsyncClient, Client, IamToken
from ycgrpc.interceptors import (
    AuthInterceptor,
    RequestIdInterceptor,
    aio_auth_interceptors,
    aio_request_id_interceptors,
)


class Colour(Protocol):
    """What differs between the colours, and nothing else."""

    name: str

    def client(self, *args: Any, **kwargs: Any) -> Any:
        """Make a client, without quotas unless they are given; it is closed after the test."""
        ...

    def call(self, started: Any) -> Any:
        """Return what a call gives: awaited, or all items of an iterator.

        Where a call has to start on the event loop, pass a function that starts it.
        """
        ...

    def together(self, starts: Sequence[Callable[[], Any]]) -> list[Any]:
        """Return what calls give that run at the same time, begun in this order."""
        ...

    def pollers(self) -> int:
        """Count the threads or tasks that look at operations."""
        ...

    def start(self, function: Callable[[], Any]) -> Any:
        """Return what a function gives that has to run on the event loop."""
        ...

    def take(self, iterator: Any, count: int) -> list[Any]:
        """Take some items in a loop and leave it."""
        ...

    def collect(self, iterator: Any, use: Callable[[Any], object]) -> None:
        """Use each item as it comes."""
        ...

    def wait(self, event: threading.Event) -> bool:
        """Wait until something happened on the server, and say whether it did."""
        ...

    def wait_until(self, true: Callable[[], bool]) -> None:
        """Wait until something is so, while the event loop goes on."""
        ...

    def requests(self, messages: list[Any]) -> Any:
        """Return the messages as a stream of requests."""
        ...

    def channel(self, target: str, *, folder_id: str | None = None) -> Any:
        """Open a plain gRPC channel with the public interceptors; closed after the test."""
        ...

    def interceptors(self, see: Callable[[str, dict[str, Any]], object]) -> list[Any]:
        """Make interceptors as users do, which see the method and metadata of server streams.

        Where ``see`` gives an awaitable, it is awaited.
        """
        ...

    def stub(self, module: Any, service: str) -> Any:
        """Return the class of a service's stub in a generated module."""
        ...

    def close(self) -> None:
        """Close all that was opened."""
        ...


class Sync:
    """The blocking client."""

    name = "sync"

    def __init__(self) -> None:
        self._open: list[Any] = []

    def client(self, *args: Any, **kwargs: Any) -> Client:
        client = Client(*args, **{"quotas": None, **kwargs})
        self._open.append(client)
        return client

    def call(self, started: Any) -> Any:
        result: Any = started() if callable(started) else started
        return list(result) if hasattr(result, "__next__") else result

    def together(self, starts: Sequence[Callable[[], Any]]) -> list[Any]:
        with ThreadPoolExecutor(len(starts)) as pool:
            return list(pool.map(self.call, starts))

    def pollers(self) -> int:
        return sum(thread.name == "ycgrpc-waiter" for thread in threading.enumerate())

    def start(self, function: Callable[[], Any]) -> Any:
        return function()

    def take(self, iterator: Any, count: int) -> list[Any]:
        return list(itertools.islice(iterator, count))

    def collect(self, iterator: Any, use: Callable[[Any], object]) -> None:
        for item in iterator:
            use(item)

    def wait(self, event: threading.Event) -> bool:
        return event.wait(PATIENCE)

    def wait_until(self, true: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not true():
            assert time.monotonic() < end
            time.sleep(0.005)

    def requests(self, messages: list[Any]) -> Iterator[Any]:
        return iter(messages)

    def channel(self, target: str, *, folder_id: str | None = None) -> grpc.Channel:
        plain = grpc.insecure_channel(target)
        self._open.append(plain)
        auth = AuthInterceptor(CREDENTIALS, folder_id=folder_id)
        return grpc.intercept_channel(plain, auth, RequestIdInterceptor())

    def interceptors(self, see: Callable[[str, dict[str, Any]], object]) -> list[Any]:
        class Seeing(grpc.UnaryStreamClientInterceptor):
            def intercept_unary_stream(
                self, continuation: Any, client_call_details: Any, request: Any
            ) -> Any:
                see(client_call_details.method, dict(list(client_call_details.metadata)))
                return continuation(client_call_details, request)

        return [Seeing()]

    def stub(self, module: Any, service: str) -> Any:
        return getattr(module, f"{service}Stub")

    def close(self) -> None:
        for opened in self._open:
            opened.close()


class Aio:
    """The asyncio client, on an event loop of its own."""

    name = "aio"

    def __init__(self) -> None:
        self._open: list[Any] = []
        self.runner = asyncio.Runner()

    def client(self, *args: Any, **kwargs: Any) -> AsyncClient:
        client = AsyncClient(*args, **{"quotas": None, **kwargs})
        self._open.append(client)
        return client

    def call(self, started: Any) -> Any:
        return self.runner.run(_result(started))

    def together(self, starts: Sequence[Callable[[], Any]]) -> list[Any]:
        async def gathered() -> list[Any]:
            return await asyncio.gather(*map(_result, starts))

        return self.runner.run(gathered())

    def pollers(self) -> int:
        tasks = asyncio.all_tasks(self.runner.get_loop())
        return sum(task.get_name() == "ycgrpc-waiter" for task in tasks)

    def start(self, function: Callable[[], Any]) -> Any:
        async def started() -> Any:
            return function()

        return self.runner.run(started())

    def take(self, iterator: Any, count: int) -> list[Any]:
        return self.runner.run(_first(iterator, count))

    def collect(self, iterator: Any, use: Callable[[Any], object]) -> None:
        async def collected() -> None:
            async for item in iterator:
                use(item)

        self.runner.run(collected())

    def wait(self, event: threading.Event) -> bool:
        return self.runner.run(asyncio.to_thread(event.wait, PATIENCE))

    def wait_until(self, true: Callable[[], bool]) -> None:
        async def waited() -> None:
            end = time.monotonic() + PATIENCE
            while not true():
                assert time.monotonic() < end
                await asyncio.sleep(0.005)

        self.runner.run(waited())

    async def requests(self, messages: list[Any]) -> AsyncIterator[Any]:
        for message in messages:
            yield message

    def channel(self, target: str, *, folder_id: str | None = None) -> grpc.aio.Channel:
        async def opened() -> grpc.aio.Channel:
            auth = aio_auth_interceptors(CREDENTIALS, folder_id=folder_id)
            interceptors = [*auth, *aio_request_id_interceptors()]
            return grpc.aio.insecure_channel(target, interceptors=interceptors)

        channel = self.runner.run(opened())
        self._open.append(channel)
        return channel

    def interceptors(self, see: Callable[[str, dict[str, Any]], object]) -> list[Any]:
        class Seeing(grpc.aio.UnaryStreamClientInterceptor):
            async def intercept_unary_stream(
                self, continuation: Any, client_call_details: Any, request: Any
            ) -> Any:
                path = client_call_details.method
                path = path.decode() if isinstance(path, bytes) else path
                seen = see(path, dict(list(client_call_details.metadata)))
                if isinstance(seen, Awaitable):
                    await seen
                return await continuation(client_call_details, request)

        return [Seeing()]

    def stub(self, module: Any, service: str) -> Any:
        return getattr(module, f"{service}AsyncStub")

    def close(self) -> None:
        for opened in self._open:
            self.runner.run(opened.close())
        self.runner.close()


async def _result(started: Any) -> Any:
    result: Any = started() if callable(started) else started
    if hasattr(result, "__await__"):
        return await result
    return [item async for item in result]


async def _first(iterator: Any, count: int) -> list[Any]:
    taken: list[Any] = []
    async for item in iterator:
        taken.append(item)
        if len(taken) == count:
            break
    return taken


KEY = "AQVNsecret-key-of-a-test"
CREDENTIALS = ApiKey(KEY)
TOKEN = "t1.secret-token-of-a-test"
TOKEN_CREDENTIALS = IamToken(TOKEN)
