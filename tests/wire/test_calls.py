"""Calls that go well: what the server gets and what the caller gets."""

from __future__ import annotations

import asyncio
import io
import threading
from pathlib import Path
from typing import Any

import pytest
from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_service_pb2_grpc
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2 import RecognizeTextRequest

from tests.wire.colours import CREDENTIALS, Aio, Colour
from tests.wire.pages import IMAGE, RECOGNIZE, REQUEST, page
from tests.wire.server import Server, answer, hang
from ycgrpc import AsyncClient, Client, errors

MEGABYTE = 1 << 20


def received(server: Server) -> RecognizeTextRequest:
    """The last request, as the server reads it."""
    return RecognizeTextRequest.FromString(server.last.requests[0])


def test_recognize_gives_all_pages_in_one(colour: Colour, client: Any, server: Server) -> None:
    server.script(answer(page("one\n"), page("two\n")))
    assert colour.call(client.ocr.recognize(IMAGE)).text == "one\ntwo"
    assert server.last.method == RECOGNIZE


def test_recognize_says_what_the_source_is(colour: Colour, client: Any, server: Server) -> None:
    colour.call(client.ocr.recognize(IMAGE))
    assert received(server) == RecognizeTextRequest(
        content=IMAGE, mime_type="PNG", language_codes=["*"], model="page"
    )


def test_recognize_passes_what_it_is_told(colour: Colour, client: Any, server: Server) -> None:
    told = {"languages": ["ru", "en"], "model": "handwritten", "mime_type": "image/png"}
    colour.call(client.ocr.recognize(IMAGE, **told))
    assert received(server) == RecognizeTextRequest(
        content=IMAGE, mime_type="image/png", language_codes=["ru", "en"], model="handwritten"
    )


@pytest.mark.parametrize("kind", ["path", "text path", "file", "bytearray", "memoryview"])
def test_every_kind_of_source(
    kind: str, colour: Colour, client: Any, server: Server, tmp_path: Path
) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(IMAGE)
    sources: dict[str, Any] = {
        "path": path,
        "text path": str(path),
        "file": io.BytesIO(IMAGE),
        "bytearray": bytearray(IMAGE),
        "memoryview": memoryview(IMAGE),
    }
    colour.call(client.ocr.recognize(sources[kind]))
    assert received(server).content == IMAGE


def test_pages_are_recognitions_of_their_own(colour: Colour, client: Any, server: Server) -> None:
    server.script(answer(page("one"), page("two")))
    pages = colour.call(client.ocr.recognize_pages(IMAGE))
    assert [recognition.text for recognition in pages] == ["one", "two"]


def test_pages_come_as_they_arrive(colour: Colour, client: Any, server: Server) -> None:
    """The first is there while the server holds back the second."""
    server.script(hang(page("one")))
    assert [one.text for one in colour.take(client.ocr.recognize_pages(IMAGE), 1)] == ["one"]


def test_stopping_early_cancels_the_call(colour: Colour, client: Any, server: Server) -> None:
    server.script(hang(page("one")))
    colour.take(client.ocr.recognize_pages(IMAGE), 1)
    assert colour.wait(server.call().ended)


def test_nothing_is_sent_before_the_first_page_is_asked_for(client: Any, server: Server) -> None:
    client.ocr.recognize_pages(IMAGE)
    assert not server.calls


def test_call_sends_a_ready_request(colour: Colour, client: Any, server: Server) -> None:
    server.script(answer(page("one")))
    assert colour.call(client.ocr.call(REQUEST)).text == "one"
    assert received(server) == REQUEST


def test_a_bare_stub(colour: Colour, client: Any, server: Server) -> None:
    server.script(answer(page("one"), page("two")))
    stub = colour.stub(ocr_service_pb2_grpc, "TextRecognitionService")
    pages = colour.call(lambda: client.stub(stub).Recognize(REQUEST, timeout=10))
    assert [response.text_annotation.full_text for response in pages] == ["one", "two"]


def test_large_messages_both_ways(colour: Colour, client: Any, server: Server) -> None:
    """8 MB each: gRPC's own limit for what is received is 4 MB."""
    text = "x" * (8 * MEGABYTE)
    server.script(answer(page(text)))
    assert colour.call(client.ocr.recognize(IMAGE + bytes(8 * MEGABYTE))).text == text
    assert len(received(server).content) == len(IMAGE) + 8 * MEGABYTE


@pytest.mark.parametrize(("of_client", "of_call", "bound"), [(60.0, None, 60), (60.0, 7.0, 7)])
def test_the_deadline_arrives(
    of_client: float, of_call: float | None, bound: int, colour: Colour, server: Server
) -> None:
    client = colour.client(CREDENTIALS, endpoint=server.target, plaintext=True, timeout=of_client)
    colour.call(client.ocr.recognize(IMAGE, timeout=of_call))
    left = server.last.seconds_left
    assert left is not None
    assert bound / 2 < left < bound + 1  # rounded up on the way


@pytest.mark.parametrize("timeout", [0, -1, float("nan")])
def test_a_timeout_that_makes_no_sense(timeout: float, colour: Colour, client: Any) -> None:
    with pytest.raises(errors.InvalidRequest, match="timeout: must be more than 0 seconds"):
        colour.call(client.ocr.recognize(IMAGE, timeout=timeout))


@pytest.mark.parametrize("timeout", [float("inf"), 1e300])
def test_an_endless_timeout(timeout: float, colour: Colour, client: Any, server: Server) -> None:
    colour.call(client.ocr.recognize(IMAGE, timeout=timeout))
    left = server.last.seconds_left
    assert left is None or left > 1e6


@pytest.mark.parametrize("validate", [True, False])
def test_validation_can_be_switched_off(validate: bool, colour: Colour, server: Server) -> None:
    client = colour.client(CREDENTIALS, endpoint=server.target, plaintext=True, validate=validate)
    bad = RecognizeTextRequest(content=b"no image", model="x" * 51)
    if validate:
        with pytest.raises(errors.InvalidRequest):
            colour.call(client.ocr.call(bad))
    else:
        colour.call(client.ocr.call(bad))
    assert len(server.calls) == (0 if validate else 1)


@pytest.mark.parametrize(
    "bad",
    [
        RecognizeTextRequest(),
        RecognizeTextRequest(content=IMAGE[:20]),
        RecognizeTextRequest(content=IMAGE, model="x" * 51),
        ocr_service_pb2_grpc,
        None,
    ],
    ids=["empty", "truncated", "a rule of the interface", "no message", "None"],
)
def test_bad_requests_do_not_leave(bad: Any, colour: Colour, client: Any, server: Server) -> None:
    with pytest.raises(errors.InvalidRequest):
        colour.call(client.ocr.call(bad))
    assert not server.calls


def test_own_interceptors_see_the_calls(colour: Colour, server: Server) -> None:
    seen: list[tuple[str, dict[str, Any]]] = []
    client = colour.client(
        CREDENTIALS,
        endpoint=server.target,
        plaintext=True,
        interceptors=colour.interceptors(lambda method, metadata: seen.append((method, metadata))),
    )
    colour.call(client.ocr.recognize(IMAGE))
    stub = colour.stub(ocr_service_pb2_grpc, "TextRecognitionService")
    colour.call(lambda: client.stub(stub).Recognize(REQUEST, timeout=10))
    assert [method for method, _ in seen] == [RECOGNIZE, RECOGNIZE]
    for _, metadata in seen:
        assert {"authorization", "x-client-request-id"} <= metadata.keys()


def test_own_channel_options_win(colour: Colour, server: Server) -> None:
    client = colour.client(
        CREDENTIALS,
        endpoint=server.target,
        plaintext=True,
        channel_options=[("grpc.max_receive_message_length", 1000)],
    )
    server.script(answer(page("x" * 1001)))
    with pytest.raises(errors.ResourceExhausted):
        colour.call(client.ocr.recognize(IMAGE))


@pytest.mark.parametrize("channels", [1, 3])
def test_connections(channels: int, colour: Colour, server: Server) -> None:
    client = colour.client(CREDENTIALS, endpoint=server.target, plaintext=True, channels=channels)
    for _ in range(2 * channels):
        colour.call(client.ocr.recognize(IMAGE))
    assert len({call.peer for call in server.calls}) == channels


def test_one_client_serves_many_threads(server: Server) -> None:
    server.script(answer(page("one")))
    texts: list[str] = []
    with Client(CREDENTIALS, endpoint=server.target, plaintext=True, quotas=None) as client:
        threads = [
            threading.Thread(target=lambda: texts.append(client.ocr.recognize(IMAGE).text))
            for _ in range(20)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert texts == ["one"] * 20
    assert len({call.peer for call in server.calls}) == 1


def test_one_client_serves_many_tasks(server: Server) -> None:
    async def main() -> list[str]:
        async with AsyncClient(
            CREDENTIALS, endpoint=server.target, plaintext=True, quotas=None
        ) as client:
            found = await asyncio.gather(*(client.ocr.recognize(IMAGE) for _ in range(20)))
            return [recognition.text for recognition in found]

    server.script(answer(page("one")))
    assert asyncio.run(main()) == ["one"] * 20
    assert len({call.peer for call in server.calls}) == 1


def test_cancelling_a_task_cancels_the_call(server: Server) -> None:
    colour = Aio()
    client = colour.client(CREDENTIALS, endpoint=server.target, plaintext=True)
    server.script(hang(page("one")))

    async def main() -> None:
        task = asyncio.create_task(client.ocr.recognize(IMAGE))
        call = await asyncio.to_thread(server.call)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await asyncio.to_thread(call.ended.wait, 30)

    colour.call(main())
    colour.close()
