"""What type checkers infer of the public surface. ``make types`` reads it; pytest runs it as well."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator
from contextlib import aclosing, closing
from typing import assert_type

import grpc
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_pb2 import Entity, Line, Table, TextAnnotation, Word
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2 import (
    RecognizeTextRequest,
    RecognizeTextResponse,
)
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2_grpc import (
    TextRecognitionServiceAsyncStub,
    TextRecognitionServiceStub,
)
from ycgrpc_pb.yandex.cloud.operation.operation_pb2 import Operation
from ycgrpc_pb.yandex.cloud.operation.operation_service_pb2 import GetOperationRequest
from ycgrpc_pb.yandex.cloud.operation.operation_service_pb2_grpc import (
    OperationServiceAsyncStub,
    OperationServiceStub,
)

from tests.wire.colours import CREDENTIALS
from tests.wire.pages import IMAGE, REQUEST, page
from tests.wire.server import Server, answer
from ycgrpc import ApiKey, AsyncClient, Client, IamToken, Recognition, errors


def test_credentials() -> None:
    assert_type(ApiKey("key"), ApiKey)
    assert_type(IamToken("token"), IamToken)


def test_client() -> None:
    with Server() as server, Client(CREDENTIALS, endpoint=server.target, plaintext=True) as client:
        server.script(answer(page("one")))
        assert_type(client, Client)
        assert_type(client.ocr.recognize(IMAGE), Recognition)
        assert_type(client.ocr.call(REQUEST), Recognition)
        pages = client.ocr.recognize_pages(IMAGE)
        assert_type(pages, Generator[Recognition, None, None])
        with closing(pages):
            for recognition in pages:
                assert_type(recognition, Recognition)
        stub = client.stub(TextRecognitionServiceStub)
        assert_type(stub, TextRecognitionServiceStub)
        for response in stub.Recognize(REQUEST):
            assert_type(response, RecognizeTextResponse)
        operations = client.stub(OperationServiceStub)
        server.script()
        assert_type(operations.Get(GetOperationRequest(operation_id="id")), Operation)


def test_async_client() -> None:
    async def main(target: str) -> None:
        async with AsyncClient(CREDENTIALS, endpoint=target, plaintext=True) as client:
            assert_type(client, AsyncClient)
            assert_type(await client.ocr.recognize(IMAGE), Recognition)
            assert_type(await client.ocr.call(REQUEST), Recognition)
            pages = client.ocr.recognize_pages(IMAGE)
            assert_type(pages, AsyncGenerator[Recognition, None])
            async with aclosing(pages):
                async for recognition in pages:
                    assert_type(recognition, Recognition)
            stub = client.stub(TextRecognitionServiceAsyncStub)
            assert_type(stub, TextRecognitionServiceAsyncStub)
            async for response in stub.Recognize(REQUEST):
                assert_type(response, RecognizeTextResponse)
            operations = client.stub(OperationServiceAsyncStub)
            got = await operations.Get(GetOperationRequest(operation_id="id"))
            assert_type(got, Operation)

    with Server() as server:
        asyncio.run(main(server.target))


def test_recognition() -> None:
    recognition = Recognition([page("one")])
    assert_type(recognition.text, str)
    assert_type(recognition.markdown, str)
    assert_type(recognition.to_json(), str)
    assert_type(recognition.pages, tuple[TextAnnotation, ...])
    assert_type(recognition.responses, tuple[RecognizeTextResponse, ...])
    assert_type(recognition.lines(), Iterator[Line])
    assert_type(recognition.words(), Iterator[Word])
    assert_type(recognition.tables(), Iterator[Table])
    assert_type(recognition.entities(), Iterator[Entity])


def test_messages() -> None:
    request = RecognizeTextRequest(content=b"x", language_codes=["ru"])
    assert_type(request.content, bytes)
    assert_type(request.model, str)
    assert_type(list(request.language_codes), list[str])
    annotation = page("one").text_annotation
    assert_type(annotation.width, int)
    assert_type(
        [word.text for block in annotation.blocks for word in block.lines[0].words], list[str]
    )


def test_errors() -> None:
    error: errors.RpcError = errors.NotFound(grpc.StatusCode.NOT_FOUND, "no")
    assert_type(error.code, grpc.StatusCode)
    assert_type(error.message, str)
    assert_type(error.request_id, str)
    assert_type(error.retry_after, float | None)
    assert_type(errors.InvalidRequest([]).violations, tuple[errors.Violation, ...])


def iterators(pages: Generator[Recognition, None, None]) -> Iterator[Recognition]:
    """Pages are what any function over an iterator takes."""
    return pages


def async_iterators(pages: AsyncGenerator[Recognition, None]) -> AsyncIterator[Recognition]:
    """The same, for asyncio."""
    return pages
