"""Closed clients: what they refuse, what ends with them, and that nothing of them stays."""

from __future__ import annotations

import asyncio
import gc
import threading
from pathlib import Path
from typing import Any

import grpc.aio
import pytest
from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_service_pb2_grpc as ocr

from tests.wire.colours import CREDENTIALS, Colour
from tests.wire.pages import IMAGE, RECOGNIZE, REQUEST, page
from tests.wire.server import Server, answer, hang
from ycgrpc import AsyncClient, Client, errors


@pytest.mark.parametrize("used", [False, True], ids=["unused", "used"])
@pytest.mark.parametrize("through", ["recognize", "recognize_pages", "call", "stub"])
def test_a_closed_client_says_so(used: bool, through: str, colour: Colour, client: Any) -> None:
    if used:
        colour.call(client.ocr.recognize(IMAGE))
    colour.call(client.close)
    calls = {
        "recognize": lambda: client.ocr.recognize(IMAGE),
        "recognize_pages": lambda: client.ocr.recognize_pages(IMAGE),
        "call": lambda: client.ocr.call(REQUEST),
        "stub": lambda: client.stub(colour.stub(ocr, "TextRecognitionService")),
    }
    with pytest.raises(errors.ConfigurationError, match="the client is closed"):
        colour.call(calls[through])


def test_closing_twice(colour: Colour, client: Any) -> None:
    colour.call(client.ocr.recognize(IMAGE))
    colour.call(client.close)
    colour.call(client.close)


def test_a_context_manager_closes(server: Server) -> None:
    with Client(CREDENTIALS, endpoint=server.target, plaintext=True, quotas=None) as client:
        client.ocr.recognize(IMAGE)
    with pytest.raises(errors.ConfigurationError):
        client.ocr.recognize(IMAGE)


def test_an_asynchronous_context_manager_closes(server: Server) -> None:
    async def main() -> None:
        async with AsyncClient(
            CREDENTIALS, endpoint=server.target, plaintext=True, quotas=None
        ) as client:
            await client.ocr.recognize(IMAGE)
        with pytest.raises(errors.ConfigurationError):
            await client.ocr.recognize(IMAGE)

    asyncio.run(main())


def test_closing_ends_calls_of_other_threads(server: Server) -> None:
    server.script(hang(page("one")))
    client = Client(CREDENTIALS, endpoint=server.target, plaintext=True, quotas=None)
    ended: list[BaseException] = []

    def recognize() -> None:
        try:
            client.ocr.recognize(IMAGE)
        except errors.Error as error:
            ended.append(error)

    thread = threading.Thread(target=recognize)
    thread.start()
    server.call()
    client.close()
    thread.join(30)
    assert [type(error) for error in ended] == [errors.Cancelled]


def test_closing_ends_calls_of_other_tasks(server: Server) -> None:
    """With an error: nobody has cancelled the task, so it must not look as if."""
    server.script(hang(page("one")))

    async def main() -> None:
        client = AsyncClient(CREDENTIALS, endpoint=server.target, plaintext=True, quotas=None)
        task = asyncio.create_task(client.ocr.recognize(IMAGE))
        await asyncio.to_thread(server.call)
        await client.close()
        with pytest.raises(errors.Cancelled):
            await task

    asyncio.run(main())


def test_closing_just_before_a_call_goes_out(colour: Colour, server: Server) -> None:
    """As another thread may; here an interceptor does, on the way."""
    client: Any = None
    client = colour.client(
        CREDENTIALS,
        endpoint=server.target,
        plaintext=True,
        interceptors=colour.interceptors(lambda method, metadata: client.close()),
    )
    with pytest.raises(errors.ConfigurationError, match="the client is closed"):
        colour.call(client.ocr.recognize(IMAGE))
    assert not server.calls


@pytest.mark.parametrize(
    "registered", [{}, {"_registered_method": True}], ids=["plain", "registered"]
)
def test_a_stub_of_a_closed_client(
    registered: dict[str, bool], colour: Colour, server: Server
) -> None:
    """It raises; with a method that a stub registers, gRPC would end the process."""
    client = colour.client(
        CREDENTIALS,
        endpoint=server.target,
        plaintext=True,
        interceptors=colour.interceptors(lambda method, metadata: None),
    )

    def stub(channel: Any) -> Any:
        return channel.unary_stream(RECOGNIZE, **registered)

    recognize = colour.start(lambda: client.stub(stub))
    colour.call(client.close)
    with pytest.raises((ValueError, grpc.aio.UsageError)):
        colour.call(lambda: recognize(b"", timeout=10))
    assert not server.calls


def open_files() -> int:
    """How many files and sockets this process has open."""
    return len(list(Path("/proc/self/fd").iterdir()))


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the system has no /proc")
@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_nothing_stays_of_closed_clients(kind: Any, server: Server) -> None:
    server.script(answer(page("one")))

    async def use_async(count: int) -> None:
        for _ in range(count):
            async with AsyncClient(
                CREDENTIALS, endpoint=server.target, plaintext=True, quotas=None
            ) as client:
                await client.ocr.recognize(IMAGE)

    def use(count: int) -> tuple[int, int]:
        if kind is AsyncClient:
            asyncio.run(use_async(count))
        else:
            for _ in range(count):
                with Client(
                    CREDENTIALS, endpoint=server.target, plaintext=True, quotas=None
                ) as client:
                    client.ocr.recognize(IMAGE)
        gc.collect()
        return threading.active_count(), open_files()

    use(20)  # gRPC's own threads, and those of the server
    few = use(5)
    many = use(40)
    assert many[0] <= few[0] + 2
    assert many[1] <= few[1] + 10
