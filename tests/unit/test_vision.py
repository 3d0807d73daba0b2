"""Batches of images: how they are cut and read, and what comes of the three kinds of failure."""

from __future__ import annotations

import io
import itertools
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import grpc
import pytest
from google.protobuf.message import Message
from google.rpc import error_details_pb2
from hypothesis import given
from hypothesis import strategies as st
from ycgrpc_pb.google.rpc.status_pb2 import Status
from ycgrpc_pb.yandex.cloud.ai.vision.v1 import text_detection_pb2 as text
from ycgrpc_pb.yandex.cloud.ai.vision.v1 import vision_service_pb2 as v1

from tests.files import jpeg, pdf, png
from ycgrpc._core import vision
from ycgrpc._core.effects import Authorize, Call, Deliver, Flow, Now, Read
from ycgrpc._core.tokens import Token
from ycgrpc.errors import (
    Internal,
    InvalidArgument,
    InvalidRequest,
    RpcError,
    Unavailable,
    UnexpectedResponse,
    Violation,
)
from ycgrpc.types import ImageAnalysis, ServiceError


def read(source: Any, _limit: int) -> bytes:
    """Read a source of a test: its bytes, or none."""
    if isinstance(source, bytes):
        return source
    raise InvalidRequest([Violation("source", f"cannot read {source!r}")])


def found(*lines: str) -> v1.AnalyzeResult:
    """What comes of an image in which these lines were read."""
    block = text.Block(
        lines=[text.Line(words=[text.Word(text=word) for word in line.split()]) for line in lines]
    )
    annotation = text.TextAnnotation(pages=[text.Page(width=640, height=480, blocks=[block])])
    return v1.AnalyzeResult(results=[v1.FeatureResult(text_detection=annotation)])


Answer = Callable[[v1.BatchAnalyzeRequest], v1.BatchAnalyzeResponse]


def echo(request: v1.BatchAnalyzeRequest) -> v1.BatchAnalyzeResponse:
    """Answer with the size of each image."""
    return v1.BatchAnalyzeResponse(
        results=[found(str(len(spec.content))) for spec in request.analyze_specs]
    )


def driven(flow: Flow[Any], answer: Answer = echo) -> Iterator[Any]:
    """What a flow delivers, and its effects as they come."""
    result: Any = None
    failed: Exception | None = None
    while True:
        try:
            effect = flow.throw(failed) if failed else flow.send(result)
        except StopIteration as end:
            if end.value is not None:
                yield end.value
            return
        result = failed = None
        yield effect
        try:
            if isinstance(effect, Read):
                result = read(*effect)
            elif isinstance(effect, Call):
                request: Any = effect.request
                result = answer(request)
            elif isinstance(effect, Authorize):
                result = Token("Bearer t1.x")
            elif isinstance(effect, Now):
                result = 0.0
        except Exception as error:
            failed = error


def analyses(sources: Any, answer: Answer = echo, **options: Any) -> Iterator[Any]:
    """The effects of the analysis of sources."""
    given_: dict[str, Any] = {"folder_id": None, "validate": True, "timeout": 5.0, **options}
    return driven(vision.analyses(sources, ["en"], None, None, **given_), answer)


def request_of(batch: vision.Batch, languages: Sequence[str] = ("en",), **options: Any) -> Any:
    """The request for a batch."""
    *_, made = driven(vision.request_of(batch, languages, **options))
    return made


@given(st.integers(0, 30))
def test_batches(count: int) -> None:
    cut = list(vision.batches(str(number) for number in range(count)))
    assert [source for batch in cut for source in batch.sources] == [str(n) for n in range(count)]
    assert all(len(batch.sources) == 8 for batch in cut[:-1])
    assert [batch.first for batch in cut] == list(range(0, count, 8))


def test_no_more_sources_are_taken_than_the_next_batch_needs() -> None:
    numbers = itertools.count()
    cut = vision.batches(str(number) for number in numbers)
    next(cut)
    assert next(numbers) == 8


@pytest.mark.parametrize(
    "sources", ["a.png", Path("a.png"), b"\x89PNG", bytearray(b"x"), io.BytesIO(b"x")]
)
def test_one_source_is_not_several(sources: Any) -> None:
    with pytest.raises(InvalidRequest, match="must be a sequence of sources"):
        next(vision.batches(sources))


def test_the_least_that_can_be_asked_for() -> None:
    config = v1.FeatureTextDetectionConfig(language_codes=["en"])
    feature = v1.Feature(type=v1.Feature.TEXT_DETECTION, text_detection_config=config)
    assert request_of(vision.Batch(0, (png(), jpeg()))) == v1.BatchAnalyzeRequest(
        analyze_specs=[
            v1.AnalyzeSpec(content=content, features=[feature]) for content in (png(), jpeg())
        ]
    )


def test_everything_that_can_be_asked_for() -> None:
    batch = vision.Batch(0, (png(),))
    made = request_of(batch, ["ru", "en"], model="line", mime_type="image/png", folder_id="folder")
    (spec,) = made.analyze_specs
    config = spec.features[0].text_detection_config
    assert (list(config.language_codes), config.model) == (["ru", "en"], "line")
    assert (spec.mime_type, made.folder_id) == ("image/png", "folder")
    assert vision.checked(made, validate=True) is made


def test_languages_in_one_string_are_refused_before_anything_is_read() -> None:
    with pytest.raises(InvalidRequest, match=r"must be a sequence, such as \['en'\]"):
        next(vision.request_of(vision.Batch(0, ("a.png",)), "en"))


def test_a_source_that_cannot_be_read_is_named() -> None:
    with pytest.raises(InvalidRequest) as refused:
        request_of(vision.Batch(8, (png(), "missing.png")))
    assert str(refused.value) == "sources[9]: cannot read 'missing.png'"


def refusals(batch: vision.Batch, **options: Any) -> list[str]:
    """How a batch is refused."""
    made = request_of(batch, **options)
    assert vision.checked(made, validate=False) is made
    with pytest.raises(InvalidRequest) as refused:
        vision.checked(made, True, batch)
    return [str(violation) for violation in refused.value.violations]


def test_all_that_is_wrong_is_told_by_the_names_of_the_sources() -> None:
    assert refusals(vision.Batch(16, (png(), b"GIF89a", png(9_000, 9_000), png(0, 5)))) == [
        "sources[17]: must be a JPEG, PNG or PDF file, found a GIF image of 6 bytes",
        "sources[18]: 1 to 20,000,000 pixels, found 81,000,000",
        "sources[19]: 1 to 20,000,000 pixels, found 0",
    ]
    assert refusals(vision.Batch(0, (png(),)), languages=[]) == [
        "sources[0].features[0].text_detection_config.language_codes: 1 to 8 elements, found 0"
    ]


def test_requests_that_others_built() -> None:
    feature = v1.Feature(type=v1.Feature.FACE_DETECTION)
    request = v1.BatchAnalyzeRequest(
        analyze_specs=[
            v1.AnalyzeSpec(content=b"", features=[feature]),
            v1.AnalyzeSpec(signature="signature", features=[feature]),
            v1.AnalyzeSpec(content=pdf(3), features=[feature]),
        ]
    )
    with pytest.raises(InvalidRequest) as refused:
        vision.checked(request, validate=True)
    assert str(refused.value) == "analyze_specs[0].content: must not be empty"
    with pytest.raises(InvalidRequest, match="must be a yandex"):
        vision.checked(v1.BatchAnalyzeResponse(), validate=False)


def test_results_come_in_order_and_one_batch_is_read_at_a_time() -> None:
    sources = [png() + bytes(number) for number in range(10)]
    effects = list(analyses(sources))
    kinds = " ".join(type(effect).__name__ for effect in effects if not isinstance(effect, Now))
    call = "Authorize Call "
    assert kinds == f"{'Read ' * 8}{call}{'Deliver ' * 8}{'Read ' * 2}{call}Deliver Deliver"
    delivered = [effect.message for effect in effects if isinstance(effect, Deliver)]
    assert [int(analysis.text) for analysis in delivered] == [len(source) for source in sources]


def test_what_came_before_a_failure_was_delivered() -> None:
    def failing(request: v1.BatchAnalyzeRequest) -> v1.BatchAnalyzeResponse:
        if len(request.analyze_specs) == 8:
            return echo(request)
        raise Unavailable(grpc.StatusCode.UNAVAILABLE, "no")

    came: list[Any] = []
    with pytest.raises(Unavailable):
        came.extend(analyses([png()] * 9, failing))
    assert sum(isinstance(effect, Deliver) for effect in came) == 8


@pytest.mark.parametrize("came", [0, 1, 3])
def test_results_that_nobody_can_assign(came: int) -> None:
    def short(_request: v1.BatchAnalyzeRequest) -> v1.BatchAnalyzeResponse:
        return v1.BatchAnalyzeResponse(results=[found("x")] * came)

    told = f"2 images were sent, {came} came back, .* analyze these sources again"
    with pytest.raises(UnexpectedResponse, match=told):
        list(analyses([png()] * 2, short))


def test_text() -> None:
    analysis = ImageAnalysis(found("The penguin", "on a horse"))
    assert analysis.text == "The penguin\non a horse"
    assert [(page.width, page.height) for page in analysis.pages] == [(640, 480)]
    assert analysis.error is None
    assert analysis.raise_for_error() is analysis
    assert repr(analysis) == "<ImageAnalysis of 1 page(s), 0 error(s)>"


def test_an_image_that_failed_as_a_whole() -> None:
    status = Status(code=3, message="Can't decode Image")
    analysis = ImageAnalysis(v1.AnalyzeResult(error=status))
    expected = ServiceError(grpc.StatusCode.INVALID_ARGUMENT, "Can't decode Image")
    assert analysis.error == expected
    assert (analysis.results, analysis.pages, analysis.text) == ((), (), "")
    assert repr(analysis) == "<ImageAnalysis: INVALID_ARGUMENT>"
    with pytest.raises(InvalidArgument, match="Can't decode Image"):
        analysis.raise_for_error()


def test_a_feature_that_failed_beside_one_that_did_not() -> None:
    message = found("text")
    message.results.add(error=Status(code=13, message="no faces any more"))
    analysis = ImageAnalysis(message)
    good, bad = analysis.results
    assert (good.error, bad.error) == (
        None,
        ServiceError(grpc.StatusCode.INTERNAL, "no faces any more"),
    )
    assert analysis.error is None
    assert analysis.text == "text"
    assert repr(analysis) == "<ImageAnalysis of 1 page(s), 1 error(s)>"
    with pytest.raises(Internal, match="no faces"):
        analysis.raise_for_error()


@pytest.mark.parametrize(
    ("code", "expected"), [(0, None), (99, "UNKNOWN"), (9, "FAILED_PRECONDITION")]
)
def test_codes(code: int, expected: str | None) -> None:
    error = ImageAnalysis(v1.AnalyzeResult(error=Status(code=code))).error
    assert (error and error.code.name) == expected


@pytest.mark.parametrize("code", [code for code in grpc.StatusCode if code.value[0]])
def test_every_code_has_its_exception(code: grpc.StatusCode) -> None:
    raised = ServiceError(code, "no").exception()
    assert isinstance(raised, RpcError)
    assert raised.code is code
    named = type(raised).__name__.lower()
    assert named in {"rpcerror", code.name.lower().replace("_", "")}


def test_details_of_an_error_are_decoded_where_they_can_be() -> None:
    """In the exception, as those of any other call; in ``error`` they are as they came."""
    status = Status(code=9, message="no")
    wait = error_details_pb2.RetryInfo(retry_delay={"seconds": 3})
    prefix = "type.googleapis.com/"
    status.details.add(type_url=f"{prefix}google.rpc.RetryInfo", value=wait.SerializeToString())
    status.details.add(type_url=f"{prefix}google.rpc.RetryInfo", value=b"\xff")
    status.details.add(type_url=f"{prefix}of.Theirs", value=b"\1")
    error = ImageAnalysis(v1.AnalyzeResult(error=status)).error
    assert error is not None
    assert error.details == tuple(status.details)
    first, *others = error.exception().details
    assert first == wait
    assert others == list(status.details)[1:]


def test_json_is_what_the_rest_api_answers() -> None:
    status = Status(code=3, message="no")
    details: Message = error_details_pb2.RequestInfo(request_id="id")
    status.details.add(
        type_url="type.googleapis.com/google.rpc.RequestInfo", value=details.SerializeToString()
    )
    message = found("text")
    message.error.CopyFrom(status)
    written = json.loads(ImageAnalysis(message).to_json())
    page = written["results"][0]["textDetection"]["pages"][0]
    assert page["width"] == "640"
    assert page["blocks"][0]["lines"][0]["words"][0]["text"] == "text"
    assert written["error"]["details"][0]["requestId"] == "id"


def test_the_method() -> None:
    service = v1.DESCRIPTOR.services_by_name["VisionService"]
    found_ = service.methods_by_name["BatchAnalyze"]
    assert vision.BATCH_ANALYZE.path == f"/{service.full_name}/{found_.name}"
