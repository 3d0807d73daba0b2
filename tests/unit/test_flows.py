"""The decisions of text recognition, driven by hand: no socket, no thread, no event loop."""

from __future__ import annotations

from typing import Any

import grpc
import pytest
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2 import (
    RecognizeTextRequest,
    RecognizeTextResponse,
)

from tests.files import pdf, png
from ycgrpc import Recognition
from ycgrpc._core import ocr
from ycgrpc._core.effects import Authorize, Call, Flow, Now, Read, Refused, Turn
from ycgrpc._core.tokens import Token
from ycgrpc.errors import InvalidRequest, NotFound, Unauthenticated


def finish(flow: Flow[Any], result: Any) -> Any:
    """Give a flow the result of its last effect, and return what it comes to."""
    with pytest.raises(StopIteration) as end:
        flow.send(result)
    return end.value.value


def test_a_request_is_made_from_what_is_read() -> None:
    flow = ocr.request_of("sign.png", ["ru", "en"], "page", None)
    assert next(flow) == Read("sign.png", 10 * 1024 * 1024)
    assert finish(flow, png()) == RecognizeTextRequest(
        content=png(), mime_type="PNG", language_codes=["ru", "en"], model="page"
    )


@pytest.mark.parametrize(
    ("content", "told", "mime_type"),
    [(png(), None, "PNG"), (pdf(), None, "PDF"), (png(), "image/png", "image/png")],
)
def test_the_format(content: bytes, told: str | None, mime_type: str) -> None:
    flow = ocr.request_of("file", ["*"], "page", told)
    next(flow)
    assert finish(flow, content).mime_type == mime_type


def test_a_file_of_an_unknown_format() -> None:
    flow = ocr.request_of("file", ["*"], "page", None)
    next(flow)
    with pytest.raises(InvalidRequest, match="must be a JPEG, PNG or PDF file, found something"):
        flow.send(b"text")


def test_languages_in_one_string_are_refused_before_anything_is_read() -> None:
    flow = ocr.request_of("file", "ru", "page", None)
    with pytest.raises(InvalidRequest, match=r"must be a sequence, such as \['ru'\]"):
        next(flow)


def test_a_source_that_cannot_be_read() -> None:
    flow = ocr.request_of("file", ["*"], "page", None)
    next(flow)
    with pytest.raises(InvalidRequest):
        flow.throw(InvalidRequest([]))


REQUEST = RecognizeTextRequest(content=png())
OLD, NEW = Token("Bearer t1.old"), Token("Bearer t1.new")
REFUSAL = Unauthenticated(grpc.StatusCode.UNAUTHENTICATED, "no")


def authorized() -> Flow[Recognition]:
    """A recognition whose call has just gone out with the old token."""
    flow = ocr.recognize(REQUEST, 5.0)
    assert next(flow) == Now()
    assert flow.send(100.0) == Turn("ocr_recognize", 5.0)
    assert flow.send(1.0) == Authorize()
    assert flow.send(OLD) == Now()
    assert flow.send(101.5) == Call(ocr.RECOGNIZE, REQUEST, 3.5, OLD)
    return flow


def test_recognition_is_one_call() -> None:
    response = RecognizeTextResponse(page=1)
    result = finish(authorized(), [response])
    assert isinstance(result, Recognition)
    assert result.responses == (response,)


def test_a_refusal_reaches_the_caller() -> None:
    with pytest.raises(NotFound):
        authorized().throw(NotFound(grpc.StatusCode.NOT_FOUND, "no"))


def test_a_refused_token_is_renewed_and_the_call_repeated() -> None:
    flow = authorized()
    assert flow.throw(REFUSAL) == Refused(OLD)
    assert flow.send(True) == Authorize()
    assert flow.send(NEW) == Now()
    assert flow.send(104.0) == Call(ocr.RECOGNIZE, REQUEST, 1.0, NEW), "in the time that is left"
    assert finish(flow, []).responses == ()


def test_a_second_refusal_reaches_the_caller() -> None:
    flow = authorized()
    flow.throw(REFUSAL)
    flow.send(True)
    flow.send(NEW)
    flow.send(104.0)
    with pytest.raises(Unauthenticated):
        flow.throw(REFUSAL)


def test_a_refusal_that_no_other_token_changes_reaches_the_caller() -> None:
    flow = authorized()
    flow.throw(REFUSAL)
    with pytest.raises(Unauthenticated):
        flow.send(False)
