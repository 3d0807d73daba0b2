"""Single calls: their turns and tokens, what is repeated, and above all what is not."""

from __future__ import annotations

from typing import Any

import grpc
import pytest
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2 import RecognizeTextRequest
from ycgrpc_pb.yandex.cloud.operation import operation_pb2
from ycgrpc_pb.yandex.cloud.operation.operation_service_pb2 import GetOperationRequest

from tests.unit.flows import CODES, NEVER_SENT, OVERSIZED, PASSING, World, later, refusal
from ycgrpc import Quotas, Rate, errors
from ycgrpc._core.calls import OnUnknown, call, submit
from ycgrpc._core.ocr import SUBMIT
from ycgrpc._core.operations import GET
from ycgrpc._core.retries import ATTEMPTS

REQUEST = RecognizeTextRequest(content=b"a secret")
DONE = operation_pb2.Operation(id="cfr1")
SLOW = Quotas(ocr_submit=Rate(1, 10.0))


def made(world: World, timeout: float = 60.0, quota: str | None = None) -> Any:
    return world.run(call(SUBMIT, REQUEST, timeout, quota))


def submitted(world: World, on_unknown: OnUnknown = "raise", timeout: float = 60.0) -> Any:
    return world.run(submit(SUBMIT, REQUEST, timeout, on_unknown))


def test_a_call_waits_for_its_turn_and_has_the_rest_of_its_time() -> None:
    world = World(DONE, quotas=SLOW)
    assert [made(world), made(world)] == [DONE, DONE]
    assert world.times == pytest.approx([0.0, 10.8])
    assert [effect.timeout for _, effect in world.calls] == pytest.approx([60.0, 49.2])


def test_a_call_that_would_wait_too_long_is_not_made() -> None:
    world = World(DONE, quotas=SLOW)
    made(world)
    with pytest.raises(errors.ResourceExhausted) as refused:
        made(world, timeout=5.0)
    assert len(world.calls) == 1
    assert world.now == 1000.0, "it says so at once"
    assert refused.value.method == SUBMIT.path
    for told in (
        "own quota ocr_submit has no turn left within 5 s",
        "nothing was sent",
        "Quotas(ocr_submit=...)",
        "timeout=",
    ):
        assert told in str(refused.value)


def test_seconds_are_told_as_people_write_them() -> None:
    world = World(DONE, quotas=Quotas(ocr_submit=Rate(1, 36000.0)))
    made(world)
    with pytest.raises(errors.ResourceExhausted, match="within 1234 s"):
        made(world, timeout=1234.0)


def test_a_turn_of_another_name() -> None:
    world = World(operation_pb2.Operation(), quotas=Quotas(stt_status=Rate(1, 10.0)))
    for _ in range(2):
        world.run(call(GET, GetOperationRequest(operation_id="f8d"), 60.0, "stt_status"))
    assert world.times == pytest.approx([0.0, 10.8])


def test_a_method_without_a_quota_never_waits() -> None:
    world = World(operation_pb2.Operation(), quotas=Quotas(stt_status=Rate(1, 10.0)))
    for _ in range(2):
        world.run(call(GET, GetOperationRequest(operation_id="f8d"), 60.0))
    assert world.times == [0.0, 0.0]


@pytest.mark.parametrize("told", [3.0, None])
def test_a_refusal_for_the_quota_is_waited_out(told: float | None) -> None:
    world = World(
        *[refusal("RESOURCE_EXHAUSTED", retry_after=told)] * 2, DONE, quotas=Quotas(), chance=1.0
    )
    assert made(world) == DONE
    pauses = [3.0, 6.0] if told else [0.5, 1.5]
    assert later(world.times, [0.0, *pauses])


def test_what_is_refused_to_the_end_comes_as_the_service_said_it() -> None:
    error = refusal("RESOURCE_EXHAUSTED", "the service's own words", retry_after=3.0)
    world = World(error, quotas=Quotas())
    with pytest.raises(errors.ResourceExhausted) as refused:
        made(world, timeout=10.0)
    assert refused.value is error
    assert later(world.times, [0.0, 3.0, 6.0, 9.0])


def test_a_refusal_that_lasts_longer_than_the_timeout_comes_at_once() -> None:
    error = refusal("RESOURCE_EXHAUSTED", retry_after=11.0)
    world = World(error, quotas=Quotas())
    with pytest.raises(errors.ResourceExhausted) as refused:
        made(world, timeout=10.0)
    assert refused.value is error
    assert world.times == [0.0]
    assert world.now == 1000.0


@pytest.mark.parametrize("quotas", [None, Quotas(ocr_submit=None)])
def test_who_keeps_no_quota_gets_every_refusal(quotas: Quotas | None) -> None:
    world = World(refusal("RESOURCE_EXHAUSTED", retry_after=0.1), quotas=quotas)
    with pytest.raises(errors.ResourceExhausted):
        made(world)
    assert world.times == [0.0]


@pytest.mark.parametrize("text", OVERSIZED)
def test_a_message_that_is_too_large_is_not_repeated(text: str) -> None:
    world = World(refusal("RESOURCE_EXHAUSTED", text), quotas=Quotas())
    with pytest.raises(errors.ResourceExhausted, match="larger than max"):
        made(world)
    assert world.times == [0.0]
    made(World(DONE, quotas=Quotas()))


def test_an_answer_that_has_begun_is_not_asked_for_again() -> None:
    error = refusal("RESOURCE_EXHAUSTED", retry_after=0.1)
    error.received = 1
    world = World(error, quotas=Quotas())
    with pytest.raises(errors.ResourceExhausted):
        made(world)
    assert world.times == [0.0]


def test_a_token_is_renewed_once() -> None:
    world = World(refusal("UNAUTHENTICATED"), quotas=Quotas())
    with pytest.raises(errors.Unauthenticated):
        made(world)
    assert world.tokens == ["Bearer 0", "Bearer 1"]


def test_a_submit_that_never_left_is_repeated() -> None:
    world = World(*[refusal("UNAVAILABLE", NEVER_SENT[0])] * 3, DONE)
    assert submitted(world) == DONE
    assert len(world.calls) == 4
    assert world.slept == sorted(world.slept)


@pytest.mark.parametrize("on_unknown", ["raise", "resubmit"])
@pytest.mark.parametrize("text", NEVER_SENT)
def test_a_submit_that_never_leaves_is_no_unknown_outcome(text: str, on_unknown: OnUnknown) -> None:
    world = World(refusal("UNAVAILABLE", text))
    with pytest.raises(errors.Unavailable):
        submitted(world, on_unknown)
    assert len(world.calls) == ATTEMPTS


def test_a_submit_is_repeated_within_its_timeout_only() -> None:
    world = World(refusal("UNAVAILABLE", NEVER_SENT[0]))
    with pytest.raises(errors.Unavailable):
        submitted(world, timeout=0.3)
    assert len(world.calls) == 2
    assert world.now < 1000.3


def test_an_outage_is_not_amplified() -> None:
    world = World(refusal("UNAVAILABLE", NEVER_SENT[0]))
    for _ in range(100):
        with pytest.raises(errors.Unavailable):
            submitted(world)
    assert 100 < len(world.calls) < 112


@pytest.mark.parametrize("code", [code for code in CODES if PASSING.get(code)])
def test_an_unknown_outcome_is_told_and_nothing_repeated(code: str) -> None:
    error = refusal(
        code,
        "cut off",
        initial=[("x-request-id", "their id"), ("x-server-trace-id", "their trace")],
        client_request_id="our id",
        retry_after=0.1,
    )
    world = World(error)
    with pytest.raises(errors.OutcomeUnknown) as unknown:
        submitted(world)
    assert len(world.calls) == 1
    told = unknown.value
    assert told.__cause__ is error
    assert told.code is grpc.StatusCode[code]
    assert "on_unknown='resubmit'" in str(told)
    for name in ("message", "details", "method", "target", "request_id", "server_trace_id"):
        assert getattr(told, name) == getattr(error, name), name
    assert (told.request_id, told.client_request_id) == ("their id", "our id")
    assert "a secret" not in f"{told}{told!r}"


@pytest.mark.parametrize("code", [code for code in CODES if PASSING.get(code)])
def test_who_prefers_a_duplicate_gets_it(code: str) -> None:
    world = World(refusal(code), refusal(code), DONE)
    assert submitted(world, "resubmit") == DONE
    assert len(world.calls) == 3


def test_a_duplicate_is_made_when_the_service_asks_for_it() -> None:
    world = World(refusal("UNAVAILABLE", retry_after=7.0), DONE)
    assert submitted(world, "resubmit") == DONE
    assert world.times == [0.0, 7.0]


def test_resubmitting_ends_with_an_unknown_outcome() -> None:
    world = World(refusal("UNAVAILABLE"))
    with pytest.raises(errors.OutcomeUnknown):
        submitted(world, "resubmit")
    assert len(world.calls) == ATTEMPTS


def test_a_submit_that_times_out_is_an_unknown_outcome() -> None:
    world = World(refusal("DEADLINE_EXCEEDED"), duration=60.0)
    with pytest.raises(errors.OutcomeUnknown):
        submitted(world, "resubmit")
    assert len(world.calls) == 1


@pytest.mark.parametrize("on_unknown", ["raise", "resubmit"])
@pytest.mark.parametrize("code", [code for code in CODES if not PASSING.get(code)])
def test_a_submit_that_is_refused_comes_as_the_service_said_it(
    code: str, on_unknown: OnUnknown
) -> None:
    error = refusal(code)
    world = World(error, renewable=False)
    with pytest.raises(errors.RpcError) as refused:
        submitted(world, on_unknown)
    assert refused.value is error
    assert len(world.calls) == 1


def test_a_submit_waits_for_its_turn() -> None:
    world = World(refusal("RESOURCE_EXHAUSTED", retry_after=3.0), DONE, quotas=Quotas())
    assert submitted(world) == DONE
    assert later(world.times, [0.0, 3.0])


def test_a_submit_for_which_there_is_no_turn() -> None:
    world = World(DONE, quotas=SLOW)
    submitted(world)
    with pytest.raises(errors.ResourceExhausted, match="nothing was sent"):
        submitted(world, timeout=5.0)
    assert len(world.calls) == 1


def test_a_token_that_expired_is_renewed_for_a_submit() -> None:
    """The service has done nothing for a call that it did not let in."""
    world = World(refusal("UNAUTHENTICATED"), DONE)
    assert submitted(world) == DONE
    assert world.tokens == ["Bearer 0", "Bearer 1"]
