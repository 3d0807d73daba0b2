"""How many calls are taken in a while."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import grpc
import pytest
from click.testing import CliRunner
from google.rpc import error_details_pb2  # pyright: ignore[reportMissingTypeStubs]
from hypothesis import given
from hypothesis import strategies as st
from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_service_pb2
from ycgrpc_pb.yandex.cloud.operation import operation_service_pb2

from ycgrpc.cli import emulator as command
from ycgrpc.emulator import Emulator, Fault, Immediately
from ycgrpc.emulator.quotas import GROUPS, REAL, STATUS, Quotas
from ycgrpc.emulator.refusals import Refusal
from ycgrpc.errors import ConfigurationError

from .background import connected, emulated, refused

Recognize = Callable[..., list[ocr_service_pb2.RecognizeTextResponse]]

METHODS = (*GROUPS, STATUS)
EXHAUSTED = grpc.StatusCode.RESOURCE_EXHAUSTED
HOUR = 3600.0


def taken(quotas: Quotas, method: str, request: object, arrivals: Sequence[float]) -> list[float]:
    """The arrivals of the calls that pass."""
    passed: list[float] = []
    for arrived in arrivals:
        with suppress(Refusal):
            quotas.count(method, request, arrived)
            passed.append(arrived)
    return passed


def look(operation_id: str) -> operation_service_pb2.GetOperationRequest:
    return operation_service_pb2.GetOperationRequest(operation_id=operation_id)


OCR = "/yandex.cloud.ai.ocr.v1.TextRecognition"
STT_V2 = "/yandex.cloud.ai.stt.v2.SttService"
STT_V3 = "/speechkit.stt.v3"


@pytest.mark.parametrize(
    ("method", "request_", "count", "seconds"),
    [
        (f"{OCR}Service/Recognize", None, 1, 1),
        (f"{OCR}AsyncService/Recognize", None, 10, 1),
        (f"{OCR}AsyncService/GetRecognition", None, 50, 1),
        (STATUS, look("cfr"), 50, 1),
        (STATUS, look("e03"), 2500, HOUR),
        (STATUS, look("f8d"), 5, 1),
        (f"{STT_V2}/LongRunningRecognize", None, 500, HOUR),
        (f"{STT_V3}.AsyncRecognizer/RecognizeFile", None, 500, HOUR),
        (f"{STT_V2}/StreamingRecognize", None, 40, 1),
        (f"{STT_V3}.Recognizer/RecognizeStreaming", None, 40, 1),
    ],
)
def test_the_real_quotas(method: str, request_: object, count: int, seconds: float) -> None:
    quotas = Quotas("real", METHODS)
    at_once, later = [10.0] * (count + 1), [10.0 + seconds] * (count + 1)
    assert len(taken(quotas, method, request_, at_once)) == count
    assert taken(quotas, method, request_, [9.99 + seconds]) == []
    assert len(taken(quotas, method, request_, later)) == count


def test_both_versions_of_speech_share_their_submits_and_streams() -> None:
    quotas = Quotas({"stt_submit": (2, 1), "stt_stream": (1, 1)}, METHODS)
    assert taken(quotas, f"{STT_V2}/LongRunningRecognize", None, [0.0])
    assert taken(quotas, f"{STT_V3}.AsyncRecognizer/RecognizeFile", None, [0.0, 0.0]) == [0.0]
    assert taken(quotas, f"{STT_V2}/StreamingRecognize", None, [0.0])
    assert not taken(quotas, f"{STT_V3}.Recognizer/RecognizeStreaming", None, [0.0])


def test_looks_at_other_operations_have_no_quota() -> None:
    quotas = Quotas("real", METHODS)
    assert len(taken(quotas, STATUS, look("abc"), [0.0] * 5000)) == 5000


@given(
    count=st.integers(1, 5),
    gaps=st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0, 2.0]), max_size=60),
)
def test_no_span_holds_more_and_none_is_refused_without_need(count: int, gaps: list[float]) -> None:
    now, arrivals = 0.0, list[float]()
    for gap in gaps:
        arrivals.append(now := now + gap)
    passed = taken(Quotas({"ocr_recognize": (count, 1)}, METHODS), METHODS[0], None, arrivals)
    for end in arrivals:
        within = [one for one in passed if end - 1 < one <= end]
        assert len(within) <= count
        if end not in passed:
            assert len(within) == count


def test_a_call_over_the_quota_is_told_when_to_come_again(picture: bytes) -> None:
    with (
        emulated(progress=Immediately(), quotas={"ocr_status": (2, HOUR)}) as emulator,
        connected(emulator) as background,
    ):
        operation = background.submit(picture)
        for _ in range(2):
            background.look(operation.id)
        with refused() as refusal:
            background.look(operation.id)
        assert refusal.code == EXHAUSTED
        assert refusal.text == "ocr_status.rate rate quota limit exceed: allowed 2 requests"
        delay = refusal.detail(error_details_pb2.RetryInfo()).retry_delay
        assert 0 < delay.seconds + delay.nanos / 1e9 <= HOUR
        assert len(background.results(operation.id)) == 1
        looks = [call for call in emulator.report() if call.method == STATUS]
        left = HOUR - (looks[-1].arrived - looks[0].arrived)
        assert delay.seconds + delay.nanos / 1e9 == pytest.approx(left)


def test_a_method_may_have_a_quota_of_its_own_beside_its_group(picture: bytes) -> None:
    quotas = {"OperationService/Get": (3, HOUR), "ocr_status": (2, HOUR)}
    with emulated(quotas=quotas) as emulator, connected(emulator) as background:
        for _ in range(2):
            background.look(background.submit(picture).id)
        with refused() as refusal:
            background.look("cfr")
        assert refusal.text.startswith("ocr_status.rate")
        for code in (grpc.StatusCode.NOT_FOUND, EXHAUSTED):
            with refused() as refusal:
                background.look("abc")
            assert refusal.code == code
        assert refusal.text.startswith(f"{STATUS}.rate")


def test_streams_of_answers_are_counted_too(recognize: Recognize, picture: bytes) -> None:
    with emulated(quotas={"TextRecognitionService/Recognize": (1, HOUR)}) as emulator:
        recognize(emulator, picture)
        with refused() as refusal:
            recognize(emulator, picture)
    assert refusal.code == EXHAUSTED


def test_calls_that_got_no_further_are_not_counted(recognize: Recognize, picture: bytes) -> None:
    with emulated(quotas={"ocr_recognize": (1, HOUR)}) as emulator:
        emulator.script("TextRecognitionService/Recognize", Fault(grpc.StatusCode.INTERNAL))
        with refused():
            recognize(emulator, picture)
        with refused():
            recognize(emulator, picture, metadata=())
        assert len(recognize(emulator, picture)) == 1


def test_by_default_there_are_none(picture: bytes) -> None:
    with emulated() as emulator, connected(emulator) as background:
        for _ in range(60):
            background.submit(picture)


@pytest.mark.parametrize(
    "quotas",
    [
        "on",
        {"ocr": (1, 1)},
        {"Recognize": (1, 1)},
        {"ocr_status": (0, 1)},
        {"ocr_status": (1, 0)},
    ],
    ids=str,
)
def test_quotas_that_cannot_be_kept(quotas: Any) -> None:
    with pytest.raises(ConfigurationError):
        Emulator(quotas=quotas)


@pytest.mark.parametrize(("arguments", "quotas"), [([], "off"), (["--quotas", "real"], "real")])
def test_the_command_takes_them(
    arguments: list[str], quotas: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    @dataclass
    class Made(Exception):
        settings: dict[str, Any]

    def make(**settings: Any) -> None:
        raise Made(settings)

    monkeypatch.setattr(command, "emulator_class", lambda: make)
    done = CliRunner().invoke(command.emulator, arguments)
    assert isinstance(done.exception, Made)
    assert done.exception.settings["quotas"] == quotas


def test_every_group_is_of_some_method() -> None:
    groups = {*GROUPS.values(), "ocr_status", "stt_v2_status", "stt_v3_status"}
    assert groups == set(REAL)
