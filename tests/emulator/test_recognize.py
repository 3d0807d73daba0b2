from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from threading import Event
from typing import Any

import grpc
import grpc.aio
import PIL.Image
import pytest
from google.rpc import error_details_pb2, status_pb2  # pyright: ignore[reportMissingTypeStubs]
from PIL.Image import Image
from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_pb2, ocr_service_pb2, ocr_service_pb2_grpc

from ycgrpc.emulator import Emulator, Limits, ScriptedOcr
from ycgrpc.emulator.engines.ocr.rapid import RapidOcr
from ycgrpc.emulator.engines.ocr.tesseract import Tesseract

from .background import until

Recognize = Callable[..., list[ocr_service_pb2.RecognizeTextResponse]]

API_KEY = (("authorization", "Api-Key of-a-test"),)
DEADLINE = 30.0

ORIENTATION = 0x0112
QUARTER_TURN = 6


def box(polygon: ocr_pb2.Polygon) -> list[tuple[int, int]]:
    return [(vertex.x, vertex.y) for vertex in polygon.vertices]


def violations(error: Any) -> list[tuple[str, str]]:
    """Those in the rich status of an error."""
    status = status_pb2.Status.FromString(
        dict(error.trailing_metadata())["grpc-status-details-bin"]
    )
    assert status.code == error.code().value[0]
    assert status.message == error.details()
    found = error_details_pb2.BadRequest()
    for detail in status.details:
        detail.Unpack(found)
    return [(one.field, one.description) for one in found.field_violations]


def test_a_photographed_sign(rapid: RapidOcr, recognize: Recognize, samples: Path) -> None:
    with Emulator(ocr=rapid) as emulator:
        content = (samples / "sign.jpg").read_bytes()
        (page,) = recognize(emulator, content, mime_type="JPEG", languages=("en",))
    assert page.text_annotation.full_text == "HEDGEHOGS\nCROSSING\nSLOW DOWN\n"
    (block,) = page.text_annotation.blocks
    assert [one.language_code for one in block.languages] == ["en"]


def test_a_sign_photographed_with_the_camera_turned(
    rapid: RapidOcr, recognize: Recognize, samples: Path
) -> None:
    exif = PIL.Image.Exif()
    exif[ORIENTATION] = QUARTER_TURN
    turned = BytesIO()
    with PIL.Image.open(samples / "sign.jpg") as sign:
        sign.rotate(90, expand=True).save(turned, "JPEG", exif=exif)
    with Emulator(ocr=rapid) as emulator:
        (page,) = recognize(emulator, turned.getvalue(), languages=("en",))
    assert page.text_annotation.full_text == "HEDGEHOGS\nCROSSING\nSLOW DOWN\n"
    assert (page.text_annotation.width, page.text_annotation.height) == (1000, 760)


def test_russian_beside_english(tesseract: Tesseract, recognize: Recognize, samples: Path) -> None:
    with Emulator(ocr=tesseract) as emulator:
        content = (samples / "bilingual.png").read_bytes()
        (page,) = recognize(emulator, content, languages=("ru", "en"))
    lines = page.text_annotation.full_text.splitlines()
    assert lines[:2] == ["Добро пожаловать в парк", "Welcome to the park"]


def test_detection_leaves_russian_to_tesseract(
    rapid: RapidOcr, tesseract: Tesseract, recognize: Recognize, samples: Path
) -> None:
    with Emulator() as emulator:
        (page,) = recognize(emulator, (samples / "bilingual.png").read_bytes())
    assert "Добро пожаловать" in page.text_annotation.full_text


def test_a_letter(rapid: RapidOcr, recognize: Recognize, samples: Path) -> None:
    with Emulator(ocr=rapid) as emulator:
        content = (samples / "letter.pdf").read_bytes()
        (page,) = recognize(emulator, content, mime_type="application/pdf", languages=("en",))
    assert "inspected on Tuesday, 14 October," in page.text_annotation.full_text


def test_the_documented_shape(scripted: Emulator, recognize: Recognize, picture: bytes) -> None:
    (page,) = recognize(scripted, picture, languages=("ru", "en"))
    assert page.page == 0
    shown = page.text_annotation
    assert (shown.width, shown.height, shown.rotate) == (120, 60, ocr_pb2.ANGLE_0)
    assert shown.full_text == "Hello, dear reader\nпривет\nthird line\n"
    assert shown.markdown == ""
    assert [len(block.lines) for block in shown.blocks] == [2, 1]
    for block in shown.blocks:
        assert block.layout_type == ocr_pb2.LAYOUT_TYPE_TEXT
        for line in block.lines:
            assert line.orientation == ocr_pb2.ANGLE_0
            assert {word.entity_index for word in line.words} == {-1}
    top_left, bottom_left, bottom_right, top_right = box(shown.blocks[1].lines[0].bounding_box)
    assert top_left == (0, 45)
    assert bottom_left == (0, 60)
    assert bottom_right == (67, 60)
    assert top_right == (67, 45)


def test_segments_point_into_the_full_text(
    scripted: Emulator, recognize: Recognize, picture: bytes
) -> None:
    (page,) = recognize(scripted, picture)
    shown = page.text_annotation

    def segment(part: ocr_pb2.Block | ocr_pb2.Line | ocr_pb2.Word) -> str:
        (found,) = part.text_segments
        return shown.full_text[found.start_index : found.start_index + found.length]

    assert [segment(block) for block in shown.blocks] == [
        "Hello, dear reader\nпривет",
        "third line",
    ]
    for block in shown.blocks:
        for line in block.lines:
            assert segment(line) == line.text
            assert [segment(word) for word in line.words] == [word.text for word in line.words]


@pytest.mark.parametrize(
    ("text", "languages", "told"),
    [
        ("Grüße", ("de", "en"), ["de"]),
        ("Grüße", ("*",), ["en"]),
        ("Grüße", ("ru",), ["en"]),
        ("привет", ("en", "kk"), ["kk"]),
        ("привет", ("*",), ["ru"]),
        ("中文", ("*",), ["zh"]),
        ("こんにちは", ("*",), ["ja"]),
        ("12 345", ("en",), []),
    ],
)
def test_blocks_tell_their_language(
    recognize: Recognize, picture: bytes, text: str, languages: tuple[str, ...], told: list[str]
) -> None:
    with Emulator(ocr=ScriptedOcr([text])) as emulator:
        (page,) = recognize(emulator, picture, languages=languages)
    (block,) = page.text_annotation.blocks
    assert [one.language_code for one in block.languages] == told


def test_pages_come_one_by_one_numbered_from_0(
    scripted: Emulator, recognize: Recognize, samples: Path
) -> None:
    pages = recognize(scripted, (samples / "two-pages.pdf").read_bytes(), mime_type="PDF")
    assert [page.page for page in pages] == [0, 1]


@pytest.mark.parametrize("model", ["markdown", "math-markdown"])
def test_markdown_models_fill_markdown(
    scripted: Emulator, recognize: Recognize, picture: bytes, model: str
) -> None:
    (page,) = recognize(scripted, picture, model=model)
    assert page.text_annotation.markdown == "Hello, dear reader\nпривет\n\nthird line"


def test_languages_reach_the_engine_as_primary_codes(recognize: Recognize, picture: bytes) -> None:
    engine = ScriptedOcr(script=lambda image, languages: "+".join(languages))
    with Emulator(ocr=engine) as emulator:
        (page,) = recognize(emulator, picture, languages=("en-US", "RU", "en"))
        (any_page,) = recognize(emulator, picture, languages=())
    assert page.text_annotation.full_text == "en+ru\n"
    assert any_page.text_annotation.full_text == "*\n"


@pytest.mark.parametrize(
    ("request_", "field", "reason"),
    [
        ({"content": b""}, "content", "the file is empty"),
        ({"content": b"x" * 100_001}, "content", "at most 100000 are allowed"),
        ({"content": b"not an image"}, "content", "not a JPEG, PNG or PDF"),
        ({"mime_type": "image/webp"}, "mime_type", "expected JPEG, PNG or PDF"),
        ({"mime_type": "JPEG"}, "content", "is a PNG, but mime_type says JPEG"),
        ({"model": "pages"}, "model", "must be one of page, page-column-sort, handwritten"),
        ({"model": "x" * 51}, "model", "length must be <=50, is 51"),
        ({"languages": ("en", "english")}, "language_codes[1]", "ISO 639"),
        ({"model": "table"}, "language_codes", "wants the languages named"),
        ({"model": "handwritten"}, "language_codes", "wants the languages named"),
        ({"model": "license-plates"}, "language_codes", "wants the languages named"),
        ({"model": "license-plates", "languages": ()}, "language_codes", "wants the languages"),
    ],
)
def test_a_bad_request_is_refused_by_field_and_rule(
    scripted: Emulator,
    recognize: Recognize,
    picture: bytes,
    request_: dict[str, Any],
    field: str,
    reason: str,
) -> None:
    with pytest.raises(grpc.RpcError) as refused:
        recognize(scripted, **{"content": picture, **request_})
    assert refused.value.code() == grpc.StatusCode.INVALID_ARGUMENT
    ((where, why),) = violations(refused.value)
    assert where == field
    assert reason in why


def test_a_file_far_over_the_limit_is_refused_by_the_service_not_by_the_transport(
    scripted: Emulator, recognize: Recognize
) -> None:
    with pytest.raises(grpc.RpcError) as refused:
        recognize(scripted, bytes(60_000_000))
    assert refused.value.code() == grpc.StatusCode.INVALID_ARGUMENT


def test_a_language_that_no_engine_reads_is_refused_with_what_to_install(
    recognize: Recognize, picture: bytes
) -> None:
    with Emulator(ocr=RapidOcr()) as emulator, pytest.raises(grpc.RpcError) as refused:
        recognize(emulator, picture, languages=("ru",))
    assert refused.value.code() == grpc.StatusCode.FAILED_PRECONDITION
    assert "apt install tesseract-ocr tesseract-ocr-rus" in str(refused.value.details())


def test_an_engine_that_breaks_is_an_internal_error_without_its_words(
    recognize: Recognize, picture: bytes
) -> None:
    def broken(image: Image, languages: Sequence[str]) -> str:
        raise RuntimeError("a secret")

    with Emulator(ocr=ScriptedOcr(script=broken)) as emulator:
        with pytest.raises(grpc.RpcError) as failed:
            recognize(emulator, picture)
        (call,) = emulator.report()
    assert failed.value.code() == call.code == grpc.StatusCode.INTERNAL
    assert "secret" not in str(failed.value.details())


class Gate:
    """A script that waits in the engine's thread until it is let on."""

    def __init__(self) -> None:
        self.reading = Event()
        self.open = Event()
        self.read = 0

    def __call__(self, image: Image, languages: Sequence[str]) -> str:
        self.read += 1
        self.reading.set()
        if "*" in languages:
            assert self.open.wait(DEADLINE)
        return "read"


def test_other_calls_are_answered_while_a_page_is_read(
    recognize: Recognize, picture: bytes
) -> None:
    gate = Gate()
    with (
        Emulator(ocr=ScriptedOcr(script=gate)) as emulator,
        grpc.insecure_channel(emulator.target) as channel,
    ):
        stub = ocr_service_pb2_grpc.TextRecognitionServiceStub(channel)
        slow = stub.Recognize(
            ocr_service_pb2.RecognizeTextRequest(content=picture), metadata=API_KEY
        )
        assert gate.reading.wait(DEADLINE)
        (other,) = recognize(emulator, picture, languages=("en",))
        assert other.text_annotation.full_text == "read\n"
        gate.open.set()
        assert [page.page for page in slow] == [0]


def test_refusals_come_while_all_readers_are_busy(recognize: Recognize, picture: bytes) -> None:
    gate = Gate()
    with (
        Emulator(ocr=ScriptedOcr(script=gate), limits=Limits(readers=1)) as emulator,
        grpc.insecure_channel(emulator.target) as channel,
    ):
        stub = ocr_service_pb2_grpc.TextRecognitionServiceStub(channel)
        slow = stub.Recognize(
            ocr_service_pb2.RecognizeTextRequest(content=picture), metadata=API_KEY
        )
        assert gate.reading.wait(DEADLINE)
        with pytest.raises(grpc.RpcError) as refused:
            recognize(emulator, picture, model="no such model")
        assert refused.value.code() == grpc.StatusCode.INVALID_ARGUMENT
        gate.open.set()
        list(slow)


@pytest.mark.asyncio
async def test_no_page_is_begun_after_the_caller_went_away(samples: Path) -> None:
    gate = Gate()
    engine = ScriptedOcr(script=gate)
    content = (samples / "two-pages.pdf").read_bytes()
    async with (
        Emulator(ocr=engine, limits=Limits(ocr_pages=2)) as emulator,
        grpc.aio.insecure_channel(emulator.target) as channel,
    ):
        stub = ocr_service_pb2_grpc.TextRecognitionServiceAsyncStub(channel)
        call = stub.Recognize(
            ocr_service_pb2.RecognizeTextRequest(content=content), metadata=API_KEY
        )
        assert await asyncio.to_thread(gate.reading.wait, DEADLINE)
        call.cancel()
        await asyncio.to_thread(until, lambda: emulator.report()[0].code, "the end of the call")
        gate.open.set()
    assert gate.read == 1
    assert emulator.report()[0].code == grpc.StatusCode.CANCELLED


@pytest.mark.asyncio
async def test_a_deadline_is_recorded_as_one(picture: bytes) -> None:
    gate = Gate()
    async with (
        Emulator(ocr=ScriptedOcr(script=gate)) as emulator,
        grpc.aio.insecure_channel(emulator.target) as channel,
    ):
        stub = ocr_service_pb2_grpc.TextRecognitionServiceAsyncStub(channel)
        request = ocr_service_pb2.RecognizeTextRequest(content=picture)
        for timeout in (0.2, 2, 20):  # more where a machine is too slow for a call to arrive
            with pytest.raises(grpc.aio.AioRpcError) as late:
                async for _ in stub.Recognize(request, metadata=API_KEY, timeout=timeout):
                    pass
            assert late.value.code() == grpc.StatusCode.DEADLINE_EXCEEDED
            if emulator.report():
                break
        await asyncio.to_thread(until, lambda: emulator.report()[0].code, "the end of the call")
        gate.open.set()
    assert emulator.report()[0].code == grpc.StatusCode.DEADLINE_EXCEEDED
