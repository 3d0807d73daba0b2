"""Analysis of images in batches: how requests are made, and what comes of the answers."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count, islice
from typing import NamedTuple

from google.protobuf.message import Message
from ycgrpc_pb.yandex.cloud.ai.vision.v1.vision_service_pb2 import (
    AnalyzeSpec,
    BatchAnalyzeRequest,
    BatchAnalyzeResponse,
    Feature,
    FeatureTextDetectionConfig,
)

from ycgrpc._core import documents
from ycgrpc._core.calls import call
from ycgrpc._core.effects import Deliver, Flow, Read
from ycgrpc._core.messages import adopted
from ycgrpc._core.methods import Method
from ycgrpc._core.ocr import PIXELS_MAXIMUM
from ycgrpc._core.sources import Source
from ycgrpc._core.validation import violations_in
from ycgrpc.errors import InvalidRequest, UnexpectedResponse, Violation
from ycgrpc.types import ImageAnalysis

BATCH_ANALYZE = Method(
    "unary_unary",
    "/yandex.cloud.ai.vision.v1.VisionService/BatchAnalyze",
    BatchAnalyzeRequest,
    BatchAnalyzeResponse,
)

# Source: vision_service.proto. Documents of before say 1 MB: the service will see.
BYTES_MAXIMUM = 10 * 1024 * 1024
SPECS_MAXIMUM = 8


class Batch(NamedTuple):
    """Sources that one request takes.

    Attributes:
        first: The position of the first of them among all, counted from 0.
        sources: The sources, none of them read yet.
    """

    first: int
    sources: tuple[Source, ...]

    def __repr__(self) -> str:
        return f"<{len(self.sources)} sources from {self.first} on>"


def batches(sources: Iterable[Source]) -> Iterator[Batch]:
    """Yield the sources in batches of 8, taking no more of them than the next batch needs.

    Raises:
        InvalidRequest: It is one source, not several.
    """
    one = isinstance(sources, str | os.PathLike | bytes | bytearray | memoryview)
    if one or hasattr(sources, "read"):
        found = f"one {type(sources).__name__}"
        raise _refused("sources", "must be a sequence of sources, such as a list", found)
    remaining = iter(sources)
    for first in count(0, SPECS_MAXIMUM):
        taken = tuple(islice(remaining, SPECS_MAXIMUM))
        if not taken:
            return
        yield Batch(first, taken)


def request_of(
    batch: Batch,
    languages: Sequence[str],
    model: str | None = None,
    mime_type: str | None = None,
    folder_id: str | None = None,
) -> Flow[BatchAnalyzeRequest]:
    """Read the sources of a batch, and make the request that detects their text.

    Raises:
        InvalidRequest: A source cannot be read, which the error names ``sources[3]``, or the languages
            are not a sequence.
    """
    if isinstance(languages, str):
        rule = f"must be a sequence, such as [{languages!r}]"
        raise _refused("languages", rule, "one str")
    config = FeatureTextDetectionConfig(language_codes=languages, model=model)
    feature = Feature(type=Feature.TEXT_DETECTION, text_detection_config=config)
    request = BatchAnalyzeRequest(folder_id=folder_id)
    for position, source in enumerate(batch.sources, batch.first):
        try:
            content: bytes = yield Read(source, BYTES_MAXIMUM)
        except InvalidRequest as error:
            raise _at(f"sources[{position}]", error) from error
        request.analyze_specs.append(
            AnalyzeSpec(content=content, features=[feature], mime_type=mime_type)
        )
    return request


def checked(request: Message, validate: bool, batch: Batch | None = None) -> BatchAnalyzeRequest:
    """Return a request as a message of ours that is fit to be sent.

    Args:
        request: The request, ours or of other stubs.
        validate: Whether to check it.
        batch: What it was made from, so that errors name the caller's sources.

    Raises:
        InvalidRequest: It breaks a rule of the interface or a documented limit.
    """
    request = adopted(request, BatchAnalyzeRequest)
    if validate and (found := [*violations_in(request), *_over_limits(request)]):
        raise InvalidRequest(_named(found, batch.first) if batch else found)
    return request


def results_of(
    request: BatchAnalyzeRequest, response: BatchAnalyzeResponse
) -> tuple[ImageAnalysis, ...]:
    """Return what came of each image, in the order of the request.

    Raises:
        UnexpectedResponse: There are more results than images, or fewer: nobody knows whose they are.
    """
    sent, came = len(request.analyze_specs), len(response.results)
    if sent != came:
        raise UnexpectedResponse(
            f"{BATCH_ANALYZE.path}: {sent} images were sent, {came} came back, and nobody knows whose "
            "they are: analyze these sources again"
        )
    return tuple(ImageAnalysis(result) for result in response.results)


def analyze(request: BatchAnalyzeRequest, timeout: float) -> Flow[tuple[ImageAnalysis, ...]]:
    """Analyze the images of one request."""
    return results_of(request, (yield from call(BATCH_ANALYZE, request, timeout)))


def analyses(
    sources: Iterable[Source],
    languages: Sequence[str],
    model: str | None,
    mime_type: str | None,
    *,
    folder_id: str | None,
    validate: bool,
    timeout: float,
) -> Flow[None]:
    """Deliver what comes of each source, in order; one batch is read at a time.

    Raises:
        InvalidRequest: A source cannot be read, or breaks a rule or a limit; its batch was not sent.
        RpcError: A batch failed as a whole, after ``timeout`` seconds at most.
        UnexpectedResponse: The service answered for more or fewer images than it was sent.
    """
    for batch in batches(sources):
        request = yield from request_of(batch, languages, model, mime_type, folder_id)
        for analysis in (yield from analyze(checked(request, validate, batch), timeout)):
            yield Deliver(analysis)


def _over_limits(request: BatchAnalyzeRequest) -> Iterator[Violation]:
    for index, spec in enumerate(request.analyze_specs):
        place = f"analyze_specs[{index}].content"
        if spec.WhichOneof("source") != "content" or len(spec.content) > BYTES_MAXIMUM:
            continue  # the rules of the interface have seen to it
        if not spec.content:
            yield Violation(place, "must not be empty")
            continue
        try:
            pixels = documents.inspect(spec.content).pixels
        except InvalidRequest as error:
            yield from _at(place, error).violations
        else:
            if pixels is not None and not 0 < pixels <= PIXELS_MAXIMUM:
                yield Violation(place, f"1 to {PIXELS_MAXIMUM:,} pixels", f"{pixels:,}")


_SPEC = re.compile(r"analyze_specs\[(\d+)\](\.content\b)?")


def _named(violations: Iterable[Violation], first: int) -> Iterator[Violation]:
    """Yield violations with the names that the caller knows the sources by."""
    for violation in violations:
        name = _SPEC.sub(lambda found: f"sources[{first + int(found[1])}]", violation.field)
        yield replace(violation, field=name)


def _at(place: str, error: InvalidRequest) -> InvalidRequest:
    return InvalidRequest(replace(violation, field=place) for violation in error.violations)


def _refused(place: str, rule: str, found: str = "") -> InvalidRequest:
    return InvalidRequest([Violation(place, rule, found)])
