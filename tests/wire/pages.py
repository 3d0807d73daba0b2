"""Pages as the service sends them, and a request for them."""

from __future__ import annotations

from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_pb2 import TextAnnotation
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2 import (
    RecognizeTextRequest,
    RecognizeTextResponse,
)

from tests.files import png

IMAGE = png()
REQUEST = RecognizeTextRequest(content=IMAGE, mime_type="PNG", model="page")
RECOGNIZE = "/yandex.cloud.ai.ocr.v1.TextRecognitionService/Recognize"


def page(text: str) -> RecognizeTextResponse:
    """One page that says this."""
    return RecognizeTextResponse(text_annotation=TextAnnotation(full_text=text))
