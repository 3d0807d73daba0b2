"""Text recognition: how its requests are made, what they must keep to, and what comes of them."""

from __future__ import annotations

from collections.abc import Sequence

from google.protobuf.message import Message
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2 import (
    RecognizeTextRequest,
    RecognizeTextResponse,
)

from ycgrpc._core import documents
from ycgrpc._core.calls import call
from ycgrpc._core.effects import Flow, Read
from ycgrpc._core.messages import adopted
from ycgrpc._core.methods import Method
from ycgrpc._core.sources import Source
from ycgrpc._core.validation import violations_in
from ycgrpc.errors import InvalidRequest, Violation
from ycgrpc.types import Recognition

RECOGNIZE = Method(
    "unary_stream",
    "/yandex.cloud.ai.ocr.v1.TextRecognitionService/Recognize",
    RecognizeTextRequest,
    RecognizeTextResponse,
)

# Source: "Text recognition in images" in the documentation, and ocr_service.proto.
BYTES_MAXIMUM = 10 * 1024 * 1024
PIXELS_MAXIMUM = 20_000_000
PAGES_MAXIMUM = 1


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


def checked(request: Message, validate: bool) -> RecognizeTextRequest:
    """Return a request as a message of ours that is fit to be sent.

    Raises:
        InvalidRequest: It breaks a rule of the interface or a documented limit.
    """
    request = adopted(request, RecognizeTextRequest)
    if validate and (violations := [*violations_in(request), *_over_limits(request)]):
        raise InvalidRequest(violations)
    return request


def _over_limits(request: RecognizeTextRequest) -> list[Violation]:
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
    if document.pages is not None and document.pages > PAGES_MAXIMUM:
        rule = "at most 1 page of a PDF in a synchronous call; split it"
        return [Violation("content", rule, f"{document.pages:,}")]
    return []


def recognize(request: RecognizeTextRequest, timeout: float) -> Flow[Recognition]:
    """Recognize all pages of one request."""
    return Recognition((yield from call(RECOGNIZE, request, timeout)))
