"""What type checkers infer of the public surface. ``make types`` reads it; pytest runs it as well."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator
from contextlib import aclosing, closing
from typing import assert_type

import grpc
from google.protobuf.message import Message
from ycgrpc_pb.google.protobuf.empty_pb2 import Empty
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_pb2 import Entity, Line, Table, TextAnnotation, Word
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2 import (
    RecognizeTextRequest,
    RecognizeTextResponse,
)
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2_grpc import (
    TextRecognitionServiceAsyncStub,
    TextRecognitionServiceStub,
)
from ycgrpc_pb.yandex.cloud.ai.vision.v1.vision_service_pb2 import (
    AnalyzeResult,
    BatchAnalyzeResponse,
)
from ycgrpc_pb.yandex.cloud.operation.operation_pb2 import Operation
from ycgrpc_pb.yandex.cloud.operation.operation_service_pb2 import GetOperationRequest
from ycgrpc_pb.yandex.cloud.operation.operation_service_pb2_grpc import (
    OperationServiceAsyncStub,
    OperationServiceStub,
)

import ycgrpc
from tests.unit.test_recordings import wav
from tests.wire.colours import CREDENTIALS
from tests.wire.pages import IMAGE, REQUEST, page
from tests.wire.server import Server, answer
from ycgrpc import (
    AccessToken,
    ApiKey,
    AsyncClient,
    AsyncOperation,
    Client,
    IamToken,
    ImageAnalysis,
    Recognition,
    Transcript,
    errors,
)
from ycgrpc.types import FeatureAnalysis, ServiceError, Utterance
from ycgrpc.types import Word as SpokenWord

URI = "https://storage.yandexcloud.net/bucket/call.ogg"
RECORDING = wav(b"\0\0")


def test_credentials() -> None:
    assert_type(ApiKey("key"), ApiKey)
    assert_type(IamToken("token"), IamToken)


def test_client() -> None:
    with (
        Server() as server,
        Client(CREDENTIALS, endpoint=server.target, plaintext=True, quotas=None) as client,
    ):
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
        async with AsyncClient(CREDENTIALS, endpoint=target, plaintext=True, quotas=None) as client:
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


def test_operations() -> None:
    with (
        Server() as server,
        Client(CREDENTIALS, endpoint=server.target, plaintext=True, quotas=None) as client,
    ):
        server.script(answer(Operation(id="one", done=True)))
        assert_type(client.ocr.submit(IMAGE), ycgrpc.Operation[Recognition])
        assert_type(client.stt.submit(URI, language="en-US"), ycgrpc.Operation[Transcript])
        assert_type(client.stt.submit(RECORDING, language=["en-US"]), ycgrpc.Operation[Transcript])
        submitted = client.stt_v2.submit(URI, folder_id="b1g")
        assert_type(submitted, ycgrpc.Operation[Transcript])
        assert_type(submitted.refresh(), ycgrpc.Operation[Transcript])
        assert_type(submitted.done, bool)
        assert_type(submitted.error, errors.OperationFailed | None)
        operations = client.operations
        assert_type(operations.get("one"), ycgrpc.Operation[Message])
        assert_type(operations.attach("one"), ycgrpc.Operation[Message])
        assert_type(operations.attach("one", Recognition), ycgrpc.Operation[Recognition])
        attached = operations.attach("one", Transcript)
        assert_type(attached, ycgrpc.Operation[Transcript])
        assert_type(operations.attach("one", Empty), ycgrpc.Operation[Empty])
        assert_type(operations.attach("one", Empty).result(), Empty)
        assert_type(operations.wait_all([attached]), list[ycgrpc.Operation[Transcript]])
        ended = operations.as_completed([attached])
        assert_type(ended, Generator[ycgrpc.Operation[Transcript], None, None])
        assert [operation.id for operation in ended] == ["one"]
        server.script()
        assert_type(attached.result(), Transcript)
        assert_type(client.stt.get_recognition("one"), Transcript)
        client.stt.delete_recognition("one")


def test_async_operations() -> None:
    async def main(target: str) -> None:
        async with AsyncClient(CREDENTIALS, endpoint=target, plaintext=True, quotas=None) as client:
            assert_type(await client.ocr.submit(IMAGE), AsyncOperation[Recognition])
            submitted = await client.stt.submit(RECORDING, language="en-US")
            assert_type(submitted, AsyncOperation[Transcript])
            assert_type(await client.stt_v2.submit(URI), AsyncOperation[Transcript])
            assert_type(await submitted.refresh(), AsyncOperation[Transcript])
            operations = client.operations
            assert_type(operations.attach("one"), AsyncOperation[Message])
            assert_type(operations.attach("one", Recognition), AsyncOperation[Recognition])
            assert_type(await operations.attach("one", Empty).result(), Empty)
            attached = operations.attach("one", Transcript)
            assert_type(attached, AsyncOperation[Transcript])
            assert_type(await operations.wait_all([attached]), list[AsyncOperation[Transcript]])
            ended = operations.as_completed([attached])
            assert_type(ended, AsyncGenerator[AsyncOperation[Transcript], None])
            assert [operation.id async for operation in ended] == ["one"]

    with Server() as server:
        server.script(answer(Operation(id="one", done=True)))
        asyncio.run(main(server.target))


def test_vision() -> None:
    with (
        Server() as server,
        Client(CREDENTIALS, endpoint=server.target, plaintext=True, quotas=None) as client,
    ):
        server.script(answer(BatchAnalyzeResponse(results=[AnalyzeResult()])))
        analyses = client.vision.batch_analyze([IMAGE], languages=["en"])
        assert_type(analyses, Generator[ImageAnalysis, None, None])
        analysis = next(analyses)
        assert_type(analysis.text, str)
        assert_type(analysis.error, ServiceError | None)
        assert_type(analysis.results, tuple[FeatureAnalysis, ...])
        assert_type(analysis.raise_for_error(), ImageAnalysis)


def test_async_vision() -> None:
    async def main(target: str) -> None:
        async with AsyncClient(CREDENTIALS, endpoint=target, plaintext=True, quotas=None) as client:
            analyses = client.vision.batch_analyze([IMAGE])
            assert_type(analyses, AsyncGenerator[ImageAnalysis, None])
            assert [analysis.text async for analysis in analyses] == [""]

    with Server() as server:
        server.script(answer(BatchAnalyzeResponse(results=[AnalyzeResult()])))
        asyncio.run(main(server.target))


def test_iam() -> None:
    with Client(IamToken("token"), endpoint="127.0.0.1:1", plaintext=True) as client:
        token = client.iam.create_token()
        assert_type(token, AccessToken)
        assert_type(token.token, str)
        assert_type(token.expires_at, dt.datetime | None)


def test_transcript() -> None:
    transcript = Transcript([])
    assert_type(transcript.text, str)
    assert_type(transcript.utterances, tuple[Utterance, ...])
    assert_type(transcript.to_srt(), str)
    for utterance in transcript.utterances:
        assert_type(utterance.start, float)
        assert_type(utterance.words, tuple[SpokenWord, ...])


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
