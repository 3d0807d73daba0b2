from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import grpc
import pytest
from PIL import Image
from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_service_pb2, ocr_service_pb2_grpc

from ycgrpc.emulator import Emulator, Limits, ScriptedOcr
from ycgrpc.emulator.engines.ocr.rapid import RapidOcr
from ycgrpc.emulator.engines.ocr.tesseract import Tesseract

Response = ocr_service_pb2.RecognizeTextResponse
Recognize = Callable[..., list[Response]]

API_KEY = ("authorization", "Api-Key of-a-test")


@pytest.fixture(scope="session")
def samples() -> Path:
    return Path(__file__).parents[2] / "examples" / "samples"


@pytest.fixture(scope="session")
def rapid() -> RapidOcr:
    if not RapidOcr.installed():
        pytest.skip("rapidocr is not installed: pip install 'ycgrpc[emulator]'")
    return RapidOcr()


@pytest.fixture(scope="session")
def tesseract() -> Tesseract:
    if not Tesseract.installed():
        pytest.skip("tesseract is not installed: apt install tesseract-ocr")
    engine = Tesseract()
    if not engine.reads("ru"):
        pytest.skip("tesseract has no Russian data: apt install tesseract-ocr-rus")
    return engine


@pytest.fixture(scope="session")
def picture() -> bytes:
    """A small white PNG."""
    file = BytesIO()
    Image.new("RGB", (120, 60), "white").save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def recognize() -> Recognize:
    """Calls Recognize on an emulator and gives all pages."""

    def call(
        emulator: Emulator,
        content: bytes,
        *,
        languages: tuple[str, ...] = ("*",),
        model: str = "",
        mime_type: str = "",
        metadata: tuple[tuple[str, str], ...] = (API_KEY,),
    ) -> list[Response]:
        request = ocr_service_pb2.RecognizeTextRequest(
            content=content, language_codes=languages, model=model, mime_type=mime_type
        )
        with grpc.insecure_channel(
            emulator.target, options=[("grpc.max_send_message_length", -1)]
        ) as channel:
            stub = ocr_service_pb2_grpc.TextRecognitionServiceStub(channel)
            return list(stub.Recognize(request, metadata=metadata, timeout=60))

    return call


@pytest.fixture(scope="session")
def scripted() -> Iterator[Emulator]:
    """An emulator with small limits and an engine that reads two blocks on every page."""
    text = "Hello, dear reader\nпривет\n\nthird line"
    limits = Limits(ocr_bytes=100_000, ocr_pixels=100_000, ocr_pages=2)
    with Emulator(ocr=ScriptedOcr([text]), limits=limits) as emulator:
        yield emulator
