"""Calls that go wrong because a script or a header says so."""

from __future__ import annotations

import json
import math
import time
from collections.abc import AsyncGenerator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import grpc
import pytest
from google.rpc import error_details_pb2  # pyright: ignore[reportMissingTypeStubs]
from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_service_pb2, ocr_service_pb2_grpc

from ycgrpc.emulator import Emulator, Fault, Immediately, Limits, ScriptedOcr
from ycgrpc.emulator.refusals import Refusal
from ycgrpc.errors import ConfigurationError

from .background import API_KEY, DEADLINE, connected, emulated, pdf, refused, until

Recognize = Callable[..., list[ocr_service_pb2.RecognizeTextResponse]]

SYNC = "TextRecognitionService/Recognize"
SUBMIT = "TextRecognitionAsyncService/Recognize"
GET = "OperationService/Get"
Code = grpc.StatusCode


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with emulated(progress=Immediately(), limits=Limits(ocr_pages=3, pdf_dpi=10)) as running:
        yield running


def pages_and_error(
    emulator: Emulator, content: bytes, header: str | None = None, timeout: float = DEADLINE
) -> tuple[int, grpc.StatusCode | None]:
    """How many pages came, and the code that came after them."""
    request = ocr_service_pb2.RecognizeTextRequest(content=content)
    metadata = (*API_KEY, ("x-emulator-fault", header)) if header is not None else API_KEY
    pages = 0
    with grpc.insecure_channel(emulator.target) as channel:
        stub = ocr_service_pb2_grpc.TextRecognitionServiceStub(channel)
        try:
            for _ in stub.Recognize(request, metadata=metadata, timeout=timeout):
                pages += 1
        except grpc.RpcError as error:
            failed: Any = error
            return pages, failed.code()
    return pages, None


def test_each_call_has_its_fault_and_then_all_is_well(emulator: Emulator, picture: bytes) -> None:
    emulator.script(SYNC, Fault(Code.UNAVAILABLE), None, Fault(Code.INTERNAL))
    emulator.script(f"/yandex.cloud.ai.ocr.v1.{SYNC}", Fault(Code.ABORTED))
    ends = [pages_and_error(emulator, picture) for _ in range(5)]
    assert ends == [
        (0, Code.UNAVAILABLE),
        (1, None),
        (0, Code.INTERNAL),
        (0, Code.ABORTED),
        (1, None),
    ]
    assert [call.code for call in emulator.report()] == [code or Code.OK for _, code in ends]


def test_other_methods_go_on(emulator: Emulator, picture: bytes) -> None:
    emulator.script(SYNC, Fault(Code.UNAVAILABLE))
    with connected(emulator) as background:
        assert background.look(background.submit(picture).id).done


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Recognize", "TextRecognitionService/Recognize or "),
        ("OperationService", "one of /yandex"),
        ("Service/Get", "one of /yandex"),
        ("", "one of /yandex"),
    ],
)
def test_a_method_is_named_unmistakably(emulator: Emulator, name: str, why: str) -> None:
    with pytest.raises(ConfigurationError, match=why):
        emulator.script(name, None)


def test_a_fault_tells_what_it_was_told(emulator: Emulator, recognize: Recognize) -> None:
    info = error_details_pb2.ErrorInfo(reason="OF_A_TEST")
    fault = Fault(Code.RESOURCE_EXHAUSTED, "too much", retry_after=1.25, details=[info])
    emulator.script(SYNC, fault)
    with refused() as refusal:
        recognize(emulator, b"")
    assert (refusal.code, refusal.text) == (Code.RESOURCE_EXHAUSTED, "too much")
    delay = refusal.detail(error_details_pb2.RetryInfo()).retry_delay
    assert (delay.seconds, delay.nanos) == (1, 250_000_000)
    assert refusal.detail(error_details_pb2.ErrorInfo()) == info
    assert refusal.detail(error_details_pb2.RequestInfo()).request_id


def test_not_even_credentials_are_looked_at(emulator: Emulator, recognize: Recognize) -> None:
    emulator.script(SYNC, Fault(Code.UNAVAILABLE))
    with refused() as refusal:
        recognize(emulator, b"", metadata=())
    assert refusal.code == Code.UNAVAILABLE


@pytest.mark.parametrize(
    ("after", "end"),
    [
        (0, (0, Code.UNAVAILABLE)),
        (1, (1, Code.UNAVAILABLE)),
        (3, (3, Code.UNAVAILABLE)),
        (4, (3, None)),
    ],
)
def test_a_stream_is_cut_off(
    emulator: Emulator, after: int, end: tuple[int, grpc.StatusCode | None]
) -> None:
    emulator.script(SYNC, Fault(Code.UNAVAILABLE, after=after))
    assert pages_and_error(emulator, pdf(3)) == end


def test_what_is_cut_off_is_not_worked_on() -> None:
    read: list[int] = []

    def script(*_: object) -> str:
        read.append(1)
        return "text"

    engine, limits = ScriptedOcr(script=script), Limits(ocr_pages=50, readers=1, pdf_dpi=10)
    with emulated(ocr=engine, limits=limits) as emulator:
        emulator.script(SYNC, Fault(Code.UNAVAILABLE, after=1))
        assert pages_and_error(emulator, pdf(50)) == (1, Code.UNAVAILABLE)
        assert pages_and_error(emulator, pdf(1)) == (1, None)
    assert len(read) == 2


@pytest.mark.asyncio
async def test_what_is_cut_off_is_cleaned_up_at_once() -> None:
    closed: list[str] = []

    async def answers() -> AsyncGenerator[str]:
        try:
            yield "one"
            yield "two"
        finally:
            closed.append("closed")

    fault = Fault(Code.UNAVAILABLE, after=1)
    with pytest.raises(Refusal):
        assert [answer async for answer in fault.answers(answers())] == ["one"]
    assert closed == ["closed"]


def test_an_answer_of_one_message_is_not_cut_off(emulator: Emulator) -> None:
    with pytest.raises(ConfigurationError, match="one message"):
        emulator.script(GET, None, Fault(Code.UNAVAILABLE, after=1))
    emulator.script(GET, Fault(Code.UNAVAILABLE, after=0))


def test_a_call_that_is_late_goes_well(emulator: Emulator, picture: bytes) -> None:
    emulator.script(SYNC, Fault(delay=0.1), Fault(Code.INTERNAL, delay=0.1))
    for end in ((1, None), (0, Code.INTERNAL)):
        began = time.monotonic()
        assert pages_and_error(emulator, picture) == end
        assert time.monotonic() - began >= 0.1


@pytest.mark.parametrize("after", [None, 2])
def test_a_call_that_hangs_lasts_until_its_caller_gives_up(
    emulator: Emulator, after: int | None
) -> None:
    emulator.script(SYNC, Fault(hang=True, after=after))
    request = ocr_service_pb2.RecognizeTextRequest(content=pdf(3))
    with grpc.insecure_channel(emulator.target) as channel:
        stub = ocr_service_pb2_grpc.TextRecognitionServiceStub(channel)
        call: Any = stub.Recognize(request, metadata=API_KEY, timeout=DEADLINE)
        for _ in range(after or 0):
            next(call)
        until(emulator.report, "the call that hangs")
        # What comes later is served meanwhile, and that takes as long as the call would.
        assert pages_and_error(emulator, pdf(3)) == (3, None)
        assert emulator.report()[0].code is None
        call.cancel()
        with refused() as refusal:
            next(call)
    assert refusal.code == Code.CANCELLED
    until(lambda: emulator.report()[0].code, "the end of the call that hangs")
    assert emulator.report()[0].code == Code.CANCELLED


def test_an_emulator_stops_in_spite_of_calls_that_hang(picture: bytes) -> None:
    with emulated() as emulator, connected(emulator) as background:
        emulator.script(SUBMIT, Fault(hang=True))
        request = ocr_service_pb2.RecognizeTextRequest(content=picture)
        call = background.ocr.Recognize.future(request, metadata=API_KEY)
        until(emulator.report, "the call that hangs")
        emulator.stop()
        with pytest.raises(grpc.RpcError):
            call.result(timeout=DEADLINE)


def test_an_answer_that_is_lost_was_worked_for(picture: bytes) -> None:
    read = Event()

    def script(*_: object) -> str:
        read.set()
        return "text"

    with emulated(ocr=ScriptedOcr(script=script)) as emulator, connected(emulator) as background:
        emulator.script(SUBMIT, Fault(lose_answer=True), Fault(Code.INTERNAL, lose_answer=True))
        for code in (Code.UNAVAILABLE, Code.INTERNAL):
            with refused() as refusal:
                background.submit(picture)
            assert refusal.code == code
            assert read.wait(DEADLINE)
            read.clear()
        with refused() as refusal:
            emulator.script(SUBMIT, Fault(lose_answer=True))
            background.submit(b"")
        assert refusal.code == Code.INVALID_ARGUMENT


def test_all_messages_of_a_stream_are_lost(emulator: Emulator) -> None:
    emulator.script(SYNC, Fault(lose_answer=True))
    assert pages_and_error(emulator, pdf(3)) == (0, Code.UNAVAILABLE)


def test_grpc_tries_again_by_itself_and_the_report_tells(
    emulator: Emulator, picture: bytes
) -> None:
    emulator.script(SYNC, Fault(Code.UNAVAILABLE), Fault(Code.UNAVAILABLE))
    policy = {
        "maxAttempts": 4,
        "initialBackoff": "0.01s",
        "maxBackoff": "0.01s",
        "backoffMultiplier": 1,
        "retryableStatusCodes": ["UNAVAILABLE"],
    }
    config = json.dumps({"methodConfig": [{"name": [{}], "retryPolicy": policy}]})
    request = ocr_service_pb2.RecognizeTextRequest(content=picture)
    options = [("grpc.service_config", config)]
    with grpc.insecure_channel(emulator.target, options=options) as channel:
        stub = ocr_service_pb2_grpc.TextRecognitionServiceStub(channel)
        assert len(list(stub.Recognize(request, metadata=API_KEY, timeout=DEADLINE))) == 1
    calls = emulator.report()
    assert [call.previous_attempts for call in calls] == [0, 1, 2]
    assert [call.code for call in calls] == [Code.UNAVAILABLE, Code.UNAVAILABLE, Code.OK]
    first, second, third = (call.arrived for call in calls)
    assert first < second < third <= time.monotonic()


@pytest.mark.parametrize(
    ("header", "end"),
    [
        ("code=UNAVAILABLE", (0, Code.UNAVAILABLE)),
        ("code = internal; after = 2; text = cut", (2, Code.INTERNAL)),
        ("lose_answer", (0, Code.UNAVAILABLE)),
        ("lose_answer=true; code=ABORTED", (0, Code.ABORTED)),
        ("delay=0.01", (3, None)),
        ("hang=false", (3, None)),
        ("", (3, None)),
    ],
)
def test_a_header_asks_for_a_fault(
    emulator: Emulator, header: str, end: tuple[int, grpc.StatusCode | None]
) -> None:
    assert pages_and_error(emulator, pdf(3), header) == end


def test_a_header_tells_all_of_a_status(emulator: Emulator, recognize: Recognize) -> None:
    asked = ("x-emulator-fault", "code=RESOURCE_EXHAUSTED; retry_after=1.5; text=a=b")
    with refused() as refusal:
        recognize(emulator, b"", metadata=(asked,))
    assert (refusal.code, refusal.text) == (Code.RESOURCE_EXHAUSTED, "a=b")
    assert refusal.detail(error_details_pb2.RetryInfo()).retry_delay.nanos == 500_000_000


def test_a_header_asks_for_a_hang(emulator: Emulator) -> None:
    end = pages_and_error(emulator, pdf(1), "hang", timeout=0.5)
    assert end == (0, Code.DEADLINE_EXCEEDED)


@pytest.mark.parametrize(
    "header",
    [
        "code=NOTHING",
        "code=OK",
        "code",
        "after=1",
        "after=-1; code=ABORTED",
        "after=x; code=ABORTED",
        "delay=inf",
        "hang=maybe",
        "speed=9",
        "hang; code=ABORTED",
    ],
)
def test_a_header_that_says_nothing_known(
    emulator: Emulator, recognize: Recognize, header: str
) -> None:
    with refused() as refusal:
        recognize(emulator, b"", metadata=(("x-emulator-fault", header),))
    assert refusal.code == Code.INVALID_ARGUMENT
    (violation,) = refusal.detail(error_details_pb2.BadRequest()).field_violations
    assert violation.field == "x-emulator-fault"


def test_a_header_cannot_cut_off_one_message(emulator: Emulator, picture: bytes) -> None:
    with connected(emulator) as background, refused() as refusal:
        background.submit(picture, (*API_KEY, ("x-emulator-fault", "code=ABORTED; after=1")))
    assert "streams" in refusal.text


def test_the_script_goes_before_the_header(emulator: Emulator, picture: bytes) -> None:
    emulator.script(SYNC, Fault(Code.INTERNAL), None)
    ends = [pages_and_error(emulator, picture, "code=ABORTED") for _ in range(3)]
    assert ends == [(0, Code.INTERNAL), (1, None), (0, Code.ABORTED)]


@pytest.mark.parametrize(
    "settings",
    [
        {"code": Code.OK},
        {"code": Code.ABORTED, "delay": -1},
        {"code": Code.ABORTED, "delay": math.nan},
        {"code": Code.ABORTED, "retry_after": math.inf},
        {"code": Code.ABORTED, "after": -1},
        {"after": 1},
        {"lose_answer": True, "after": 1},
        {"hang": True, "code": Code.ABORTED},
        {"hang": True, "lose_answer": True},
    ],
    ids=str,
)
def test_faults_that_make_no_sense(settings: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"OK|below|says|status"):
        Fault(**settings)


def test_no_fault_is_lost_or_doubled_among_threads(emulator: Emulator, picture: bytes) -> None:
    def script(_: int) -> None:
        emulator.script(SYNC, Fault(Code.ABORTED))

    def call(_: int) -> bool:
        return pages_and_error(emulator, picture) == (0, Code.ABORTED)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(script, range(40)))
        assert sum(threads.map(call, range(50))) == 40
