"""Text recognition: how its requests are made, what they must keep to, and what comes of them."""

from __future__ import annotations

from collections.abc import Sequence

from google.protobuf.message import Message
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2 import (
    GetRecognitionRequest,
    RecognizeTextRequest,
    RecognizeTextResponse,
)
from ycgrpc_pb.yandex.cloud.operation import operation_pb2

from ycgrpc._core import documents, operations
from ycgrpc._core.calls import call
from ycgrpc._core.effects import Flow, Read
from ycgrpc._core.messages import adopted
from ycgrpc._core.methods import Method
from ycgrpc._core.operations import NOT_READY, Kind
from ycgrpc._core.sources import Source
from ycgrpc._core.streams import collected, streamed
from ycgrpc._core.validation import violations_in
from ycgrpc.errors import InvalidRequest, Violation
from ycgrpc.types import Recognition

RECOGNIZE = Method(
    "unary_stream",
    "/yandex.cloud.ai.ocr.v1.TextRecognitionService/Recognize",
    RecognizeTextRequest,
    RecognizeTextResponse,
)

SUBMIT = Method(
    "unary_unary",
    "/yandex.cloud.ai.ocr.v1.TextRecognitionAsyncService/Recognize",
    RecognizeTextRequest,
    operation_pb2.Operation,
)
GET_RECOGNITION = Method(
    "unary_stream",
    "/yandex.cloud.ai.ocr.v1.TextRecognitionAsyncService/GetRecognition",
    GetRecognitionRequest,
    RecognizeTextResponse,
)

# Source: "Text recognition in images" in the documentation, and ocr_service.proto.
BYTES_MAXIMUM = 10 * 1024 * 1024
PIXELS_MAXIMUM = 20_000_000
PAGES_MAXIMUM = 1
# "Quotas and limits" of Vision OCR; the reference of this method speaks of 1 page.
SUBMITTED_PAGES_MAXIMUM = 200


def request_of(
    source: Source, languages: Sequence[str], model: str, mime_type: str | None
) -> Flow[RecognizeTextRequest]:
    """Read a source and make the request for it.

    Raises:
        InvalidRequest: The source cannot be read, or the languages are not a sequence.
    """
    if isinstance(languages, str):
        raise InvalidRequest(
            [Violation("languages", f"must be a sequence, such as [{languages!r}]", "one str")]
        )
    content = yield Read(source, BYTES_MAXIMUM)
    return RecognizeTextRequest(
        content=content,
        mime_type=mime_type or documents.mime_type(content),
        language_codes=languages,
        model=model,
    )


def checked(
    request: Message, validate: bool, most_pages: int = PAGES_MAXIMUM
) -> RecognizeTextRequest:
    """Return a request as a message of ours that is fit to be sent.

    Args:
        request: A ``RecognizeTextRequest``, ours or of other stubs.
        validate: Whether to check it.
        most_pages: How many pages a PDF may have.

    Raises:
        InvalidRequest: It breaks a rule of the interface or a documented limit.
    """
    request = adopted(request, RecognizeTextRequest)
    if validate and (violations := [*violations_in(request), *_over_limits(request, most_pages)]):
        raise InvalidRequest(violations)
    return request


def _over_limits(request: RecognizeTextRequest, most_pages: int) -> list[Violation]:
    content = request.content
    if not content:
        return [Violation("content", "must not be empty")]
    if len(content) > BYTES_MAXIMUM:
        return [Violation("content", f"at most {BYTES_MAXIMUM:,} bytes", f"{len(content):,}")]
    document = documents.inspect(content)
    if document.pixels is not None and document.pixels > PIXELS_MAXIMUM:
        return [Violation("content", f"at most {PIXELS_MAXIMUM:,} pixels", f"{document.pixels:,}")]
    if document.pixels == 0:
        return [Violation("content", "must be an image with a width and a height", "0 pixels")]
    if document.pages is not None and document.pages > most_pages:
        rule = (
            "at most 1 page of a PDF in a synchronous call; split it, or submit it"
            if most_pages == PAGES_MAXIMUM
            else f"at most {most_pages} pages of a PDF; split it"
        )
        return [Violation("content", rule, f"{document.pages:,}")]
    return []


def recognize(request: RecognizeTextRequest, timeout: float) -> Flow[Recognition]:
    """Recognize all pages of one request."""
    return Recognition((yield from call(RECOGNIZE, request, timeout)))


def result_request(operation_id: str) -> GetRecognitionRequest:
    """Return the request for the result of an operation.

    Raises:
        InvalidRequest: It is no id of the service's.
    """
    return operations.checked(GetRecognitionRequest(operation_id=operation_id))


def pages(operation_id: str, timeout: float) -> Flow[None]:
    """Deliver the pages of a result, each once, whatever happens on the way."""
    return streamed(GET_RECOGNITION, result_request(operation_id), timeout, stored=True)


def recognition(operation_id: str, timeout: float, patience: float = 0.0) -> Flow[Recognition]:
    """Return a result; for as long as ``patience``, NOT_FOUND only means that it is yet to appear."""
    request = result_request(operation_id)
    stream = streamed(GET_RECOGNITION, request, timeout, stored=True, patience=patience)
    return Recognition((yield from collected(stream)))


def _result(message: operation_pb2.Operation, timeout: float) -> Flow[Recognition]:
    operations.expect(message)
    return (yield from recognition(message.id, timeout, NOT_READY))


KIND = Kind(_result, "ocr_status")
"""Recognitions of text, whose operation answers with nothing: the pages are to be fetched."""
