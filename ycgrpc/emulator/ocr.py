"""Text recognition: checks what is asked, has it read, and answers page by page."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Generator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Recognition:
    """A document that was accepted, and how to read it: primary languages, and a model."""

    document: Document
    languages: Sequence[str]
    model: str


class PageReading:
    """Reads documents page by page, in threads of its own, so that the server goes on answering.

    Args:
        engines: what reads the images.
        readers: where images are decoded and read.
        limits: of size and number.
    """

    def __init__(self, engines: OcrSelection, readers: Executor, limits: Limits) -> None:
        self._engines = engines
        self._readers = readers
        self._limits = limits

    async def open(self, content: bytes, mime_type: str, *, most_pages: int) -> Document:
        """The file, when it is what it claims to be and within the limits.

        Raises:
            BadDocument: it is not.
        """
        # Not among the readers: a submit would wait for the pages of those before it.
        return await asyncio.to_thread(
            opened, content, mime_type, self._limits, most_pages=most_pages
        )

    async def pages(self, document: Document, languages: Sequence[str]) -> AsyncIterator[Page]:
        """The pages, each as soon as it is read; none is begun after a cancellation.

        Raises:
            BadDocument: the file is damaged.
            NoEngine: no engine reads a language.
        """
        loop = asyncio.get_running_loop()
        for number in range(document.pages):
            read = partial(self._read, document, number, languages)
            yield await loop.run_in_executor(self._readers, read)

    def _read(self, document: Document, number: int, languages: Sequence[str]) -> Page:
        return self._engines.read(document.page(number), languages)


class TextRecognition(ocr_service_pb2_grpc.TextRecognitionServiceServicer):
    """Recognition while the caller waits.

    Args:
        reading: what reads the documents.
        limits: of size and number.
    """

    def __init__(self, reading: PageReading, limits: Limits) -> None:
        self._reading = reading
        self._limits = limits

    async def Recognize(  # noqa: N802 - named by the interface
        self, request: ocr_service_pb2.RecognizeTextRequest, context: Any
    ) -> AsyncIterator[ocr_service_pb2.RecognizeTextResponse]:
        """The pages, each as soon as it is read.

        Raises:
            Refusal: INVALID_ARGUMENT, or FAILED_PRECONDITION when no engine reads a language.
        """
        recognition = await accepted(self._reading, request, most_pages=self._limits.ocr_pages)
        async for page in recognized(self._reading, recognition):
            yield page


async def accepted(
    reading: PageReading, request: ocr_service_pb2.RecognizeTextRequest, *, most_pages: int
) -> Recognition:
    """What is asked for, checked; pages are not decoded yet.

    Raises:
        Refusal: INVALID_ARGUMENT.
    """
    model = model_named(request.model)
    languages = languages_of(request.language_codes, model)
    with refusals():
        document = await reading.open(request.content, request.mime_type, most_pages=most_pages)
    return Recognition(document, languages, model)


async def recognized(
    reading: PageReading, recognition: Recognition
) -> AsyncIterator[ocr_service_pb2.RecognizeTextResponse]:
    """The answers, page by page.

    Raises:
        Refusal: INVALID_ARGUMENT, or FAILED_PRECONDITION when no engine reads a language.
    """
    languages, markdown = recognition.languages, recognition.model in MARKDOWN_MODELS
    number = 0
    with refusals():
        async for page in reading.pages(recognition.document, languages):
            yield ocr_service_pb2.RecognizeTextResponse(
                text_annotation=annotation(page, languages, markdown=markdown), page=number
            )
            number += 1


@contextmanager
def refusals() -> Generator[None]:
    """Makes refusals of what is wrong with a document, or missing on this machine."""
    try:
        yield
    except BadDocument as bad:
        raise invalid((bad.field, bad.reason)) from bad
    except NoEngine as missing:
        raise Refusal(grpc.StatusCode.FAILED_PRECONDITION, str(missing)) from missing


def model_named(name: str) -> str:
    """The model of that name, or the default one for an empty name.

    Raises:
        Refusal: INVALID_ARGUMENT.
    """
    model = name or DEFAULT_MODEL
    if model not in MODELS:
        raise invalid(("model", f"must be one of {', '.join(MODELS)}"))
    return model


def languages_of(codes: Sequence[str], model: str) -> list[str]:
    """The primary languages that were asked for, or ``ANY_LANGUAGE`` alone.

    Raises:
        Refusal: INVALID_ARGUMENT.
    """
    for number, code in enumerate(codes):
        if not re.fullmatch(r"\*|[A-Za-z]{2,3}(-[A-Za-z0-9]+)*", code):
            raise invalid((f"language_codes[{number}]", "expected an ISO 639 code or *"))
    if codes and ANY_LANGUAGE not in codes:
        # The same language may come in two variants.
        return list(dict.fromkeys(code.lower().partition("-")[0] for code in codes))
    if model in NO_DETECTION:
        raise invalid(("language_codes", f"the model {model} wants the languages named, not *"))
    return [ANY_LANGUAGE]
