"""Text recognition: checks what is asked, has it read, and answers page by page."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import Executor
from functools import partial
from typing import Any

import grpc
from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_service_pb2, ocr_service_pb2_grpc

from ycgrpc.emulator.annotation import annotation
from ycgrpc.emulator.documents import BadDocument, Document, opened
from ycgrpc.emulator.engines.ocr.reading import ANY_LANGUAGE, Page
from ycgrpc.emulator.engines.ocr.selection import NoEngine, OcrSelection
from ycgrpc.emulator.limits import Limits
from ycgrpc.emulator.refusals import Refusal, invalid

DEFAULT_MODEL = "page"
MODELS = (
    "page",
    "page-column-sort",
    "handwritten",
    "table",
    "markdown",
    "math-markdown",
    "passport",
    "driver-license-front",
    "driver-license-back",
    "vehicle-registration-front",
    "vehicle-registration-back",
    "license-plates",
)
"""The documented models. All are read alike here; none of them finds tables or entities."""

MARKDOWN_MODELS = ("markdown", "math-markdown")
NO_DETECTION = ("license-plates", "handwritten", "table")
"""Models that want the languages named."""


class TextRecognition(ocr_service_pb2_grpc.TextRecognitionServiceServicer):
    """Recognition while the caller waits.

    Args:
        engines: what reads the images.
        readers: where images are decoded and read, so that the server goes on answering.
        limits: of size and number.
    """

    def __init__(self, engines: OcrSelection, readers: Executor, limits: Limits) -> None:
        self._engines = engines
        self._readers = readers
        self._limits = limits

    async def Recognize(  # noqa: N802 - named by the interface
        self, request: ocr_service_pb2.RecognizeTextRequest, context: Any
    ) -> AsyncIterator[ocr_service_pb2.RecognizeTextResponse]:
        """The pages, each as soon as it is read.

        Raises:
            Refusal: INVALID_ARGUMENT, or FAILED_PRECONDITION when no engine reads a language.
        """
        async for page in self.pages(request, most_pages=self._limits.ocr_pages):
            yield page

    async def pages(
        self, request: ocr_service_pb2.RecognizeTextRequest, *, most_pages: int
    ) -> AsyncIterator[ocr_service_pb2.RecognizeTextResponse]:
        """The pages of a file of up to ``most_pages`` pages; no page is begun after a cancellation.

        Raises:
            Refusal: INVALID_ARGUMENT, or FAILED_PRECONDITION when no engine reads a language.
        """
        model = _model(request.model)
        languages = _languages(request.language_codes, model)
        in_thread = partial(asyncio.get_running_loop().run_in_executor, self._readers)
        try:
            document = await in_thread(
                partial(
                    opened,
                    request.content,
                    request.mime_type,
                    self._limits,
                    most_pages=most_pages,
                )
            )
            for number in range(document.pages):
                page = await in_thread(partial(self._read, document, number, languages))
                yield ocr_service_pb2.RecognizeTextResponse(
                    text_annotation=annotation(page, languages, markdown=model in MARKDOWN_MODELS),
                    page=number,
                )
        except BadDocument as bad:
            raise invalid((bad.field, bad.reason)) from bad
        except NoEngine as missing:
            raise Refusal(grpc.StatusCode.FAILED_PRECONDITION, str(missing)) from missing

    def _read(self, document: Document, number: int, languages: Sequence[str]) -> Page:
        return self._engines.read(document.page(number), languages)


def _model(name: str) -> str:
    model = name or DEFAULT_MODEL
    if model not in MODELS:
        raise invalid(("model", f"must be one of {', '.join(MODELS)}"))
    return model


def _languages(codes: Sequence[str], model: str) -> list[str]:
    """The primary languages that were asked for, or ``ANY_LANGUAGE`` alone."""
    for number, code in enumerate(codes):
        if not re.fullmatch(r"\*|[A-Za-z]{2,3}(-[A-Za-z0-9]+)*", code):
            raise invalid((f"language_codes[{number}]", "expected an ISO 639 code or *"))
    if codes and ANY_LANGUAGE not in codes:
        # The same language may come in two variants.
        return list(dict.fromkeys(code.lower().partition("-")[0] for code in codes))
    if model in NO_DETECTION:
        raise invalid(("language_codes", f"the model {model} wants the languages named, not *"))
    return [ANY_LANGUAGE]
