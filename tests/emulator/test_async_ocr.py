"""Text recognition in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from threading import Event, Lock, Semaphore
from typing import Any

import grpc
import grpc.aio
import pytest
from google.rpc import error_details_pb2  # pyright: ignore[reportMissingTypeStubs]
from PIL import Image
from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_service_pb2, ocr_service_pb2_grpc

from ycgrpc.emulator import Account, Accounts, Immediately, Limits, ScriptedOcr
from ycgrpc.emulator.engines.ocr.rapid import RapidOcr

from .background import API_KEY, DEADLINE, connected, emulated, pdf, refused, until

Recognize = Callable[..., list[ocr_service_pb2.RecognizeTextResponse]]

INVALID = grpc.StatusCode.INVALID_ARGUMENT


def width(image: Image.Image, languages: Sequence[str]) -> str:
    """What an engine reads that tells pages apart."""
    return f"{image.width} in {' '.join(languages)}"


def test_a_real_engine_reads_every_page(
    rapid: RapidOcr, recognize: Recognize, samples: Path
) -> None:
    content = (samples / "letter.pdf").read_bytes()
    with emulated(ocr=rapid, progress=Immediately()) as emulator, connected(emulator) as background:
        operation = background.submit(content, mime_type="PDF", language_codes=["en"])
        assert background.look(operation.id).done
        pages = background.results(operation.id)
        assert pages == recognize(emulator, content, languages=("en",))
    assert "inspected on Tuesday" in pages[0].text_annotation.full_text


@pytest.mark.asyncio
async def test_the_running_loop_works_in_the_background_too(picture: bytes) -> None:
    async with (
        emulated(progress=Immediately()) as emulator,
        grpc.aio.insecure_channel(emulator.target) as channel,
    ):
        stub = ocr_service_pb2_grpc.TextRecognitionAsyncServiceAsyncStub(channel)
        request = ocr_service_pb2.RecognizeTextRequest(content=picture)
        operation = await stub.Recognize(request, metadata=API_KEY, timeout=DEADLINE)
        wanted = ocr_service_pb2.GetRecognitionRequest(operation_id=operation.id)
        pages = stub.GetRecognition(wanted, metadata=API_KEY, timeout=DEADLINE)
        assert [page.text_annotation.full_text async for page in pages] == ["text\n"]


def test_pages_come_in_order_and_as_often_as_they_are_wanted() -> None:
    engine = ScriptedOcr(script=width)
    with (
        emulated(ocr=engine, progress=Immediately(), limits=Limits(pdf_dpi=72)) as emulator,
        connected(emulator) as background,
    ):
        operation = background.submit(pdf(12), language_codes=["de", "fr"], model="markdown")
        pages = background.results(operation.id)
        assert background.results(operation.id) == pages
    assert [page.page for page in pages] == list(range(12))
    texts = [page.text_annotation.full_text for page in pages]
    assert texts == [f"{100 + number} in de fr\n" for number in range(12)]
    assert pages[0].text_annotation.markdown == "100 in de fr"


def test_two_hundred_pages_are_the_most(recognize: Recognize) -> None:
    limits = Limits(pdf_dpi=10)
    with emulated(limits=limits) as emulator, connected(emulator) as background:
        background.cancel(background.submit(pdf(200)).id)
        with refused() as refusal:
            background.submit(pdf(201))
        assert refusal.code == INVALID
        assert "at most 200" in refusal.text
        with refused() as refusal:
            recognize(emulator, pdf(2))
        assert "at most 1 " in refusal.text


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"content": b""}, "content"),
        ({"content": b"text"}, "content"),
        ({"content": b"%PDF-1.4 cut off"}, "content"),
        ({"content": bytes(1001)}, "content"),
        ({"mime_type": "JPEG"}, "content"),
        ({"mime_type": "image/webp"}, "mime_type"),
        ({"model": "palmistry"}, "model"),
        ({"model": "x" * 51}, "model"),
        ({"model": "table"}, "language_codes"),
        ({"language_codes": ["English"]}, "language_codes[0]"),
    ],
    ids=lambda fields: str(fields)[:40],
)
def test_what_can_be_known_at_once_is_refused_at_once(
    fields: dict[str, Any], field: str, picture: bytes
) -> None:
    limits = Limits(ocr_bytes=1000)
    with (
        emulated(limits=limits) as emulator,
        connected(emulator) as background,
        refused() as refusal,
    ):
        fields = {"content": picture, **fields}
        request = ocr_service_pb2.RecognizeTextRequest(**fields)
        background.ocr.Recognize(request, metadata=API_KEY, timeout=DEADLINE)
    assert refusal.code == INVALID
    (violation,) = refusal.detail(error_details_pb2.BadRequest()).field_violations
    assert violation.field == field


def test_a_file_that_turns_out_to_be_damaged_fails_later() -> None:
    file = BytesIO()
    Image.effect_noise((120, 60), 50).save(file, "PNG")
    damaged = file.getvalue()[:2000]
    with emulated(progress=Immediately()) as emulator, connected(emulator) as background:
        operation = background.submit(damaged)
        failed = background.look(operation.id)
        with refused() as refusal:
            background.results(operation.id)
    assert failed.error.code == INVALID.value[0]
    assert failed.error.message.endswith("content: the image is damaged or cut off")
    assert failed.error.details[0].type_url.endswith("google.rpc.BadRequest")
    assert refusal.code == grpc.StatusCode.NOT_FOUND


@pytest.mark.parametrize("operation_id", ["", "x" * 51])
def test_a_request_for_results_keeps_the_rules(operation_id: str) -> None:
    with (
        emulated() as emulator,
        connected(emulator) as background,
        refused() as refusal,
    ):
        background.results(operation_id)
    assert refusal.code == INVALID
    assert "operation_id" in refusal.text


def test_user_accounts_name_their_folder_when_they_submit_and_need_none_to_look(
    picture: bytes,
) -> None:
    accounts = Accounts(bearers="user")
    user = ("authorization", "Bearer of-a-user")
    with emulated(accounts=accounts) as emulator, connected(emulator) as background:
        with refused() as refusal:
            background.submit(picture, (user,))
        assert refusal.code == INVALID
        operation = background.submit(picture, (user, ("x-folder-id", "mine")))
        assert operation.created_by == Account("user").id
        assert background.look(operation.id).id == operation.id


def test_submits_do_not_wait_for_what_is_being_read(picture: bytes) -> None:
    go = Event()

    def script(*_: object) -> str:
        assert go.wait(DEADLINE)
        return "text"

    engine, limits = ScriptedOcr(script=script), Limits(readers=1)
    with emulated(ocr=engine, limits=limits) as emulator, connected(emulator) as background:
        ids = [background.submit(picture).id for _ in range(20)]
        assert not any(background.look(one).done for one in ids)
        go.set()
        for one in ids:
            background.until_done(one)


def test_who_waits_for_a_page_does_not_wait_for_all_of_the_background(picture: bytes) -> None:
    begun, go, lock = Semaphore(0), Semaphore(0), Lock()
    widths: list[int] = []

    def script(image: Image.Image, languages: Sequence[str]) -> str:
        with lock:
            widths.append(image.width)
        begun.release()
        assert go.acquire(timeout=DEADLINE)
        return "text"

    file = BytesIO()
    Image.new("RGB", (77, 50), "white").save(file, "PNG")
    urgent = file.getvalue()
    engine, limits = ScriptedOcr(script=script), Limits(readers=1)
    with (
        emulated(ocr=engine, limits=limits) as emulator,
        connected(emulator) as background,
        grpc.insecure_channel(emulator.target) as channel,
    ):
        for _ in range(100):
            background.submit(picture)
        assert begun.acquire(timeout=DEADLINE)
        stub = ocr_service_pb2_grpc.TextRecognitionServiceStub(channel)
        request = ocr_service_pb2.RecognizeTextRequest(content=urgent)
        call = stub.Recognize(request, metadata=API_KEY, timeout=DEADLINE)
        until(
            lambda: any("TextRecognitionService/" in one.method for one in emulator.report()),
            "the call of who waits",
        )
        while 77 not in widths:
            go.release()
            assert begun.acquire(timeout=DEADLINE)
        read_before = widths.index(77)
        for _ in range(100):
            go.release()
        assert len(list(call)) == 1
    assert read_before < 100
