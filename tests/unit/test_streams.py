"""Answers that come message by message: each exactly once and in order, wherever they break."""

from __future__ import annotations

from typing import Any

import pytest
from google.protobuf.message import Message
from hypothesis import given
from hypothesis import strategies as st
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_pb2 import TextAnnotation
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2 import (
    GetRecognitionRequest,
    RecognizeTextResponse,
)
from ycgrpc_pb.yandex.cloud.ai.stt.v3.stt_pb2 import (
    Alternative,
    AlternativeUpdate,
    StreamingResponse,
)

from tests.unit.flows import CODES, OVERSIZED, PASSING, World, later, refusal
from ycgrpc import Quotas, Rate, errors
from ycgrpc._core import effects, transcripts
from ycgrpc._core.ocr import GET_RECOGNITION
from ycgrpc._core.retries import ATTEMPTS
from ycgrpc._core.streams import collected, streamed

REQUEST = GetRecognitionRequest(operation_id="cfr1")


def page(number: int) -> RecognizeTextResponse:
    return RecognizeTextResponse(
        page=number, text_annotation=TextAnnotation(full_text=f"page {number}")
    )


PAGES = [page(number) for number in range(4)]


def stored(
    world: World, *, timeout: float = 60.0, patience: float = 0.0, is_stored: bool = True
) -> list[Message]:
    flow = streamed(GET_RECOGNITION, REQUEST, timeout, stored=is_stored, patience=patience)
    world.run(flow)
    return world.delivered


def passing(world: World, **arguments: Any) -> list[Message]:
    return stored(world, is_stored=False, **arguments)


def cut(after: int, code: str = "UNAVAILABLE", **known: Any) -> list[Any]:
    """The first pages, and then a failure."""
    return [*PAGES[:after], refusal(code, **known)]


def test_one_call_is_enough_where_nothing_breaks() -> None:
    world = World(PAGES)
    assert stored(world) == PAGES
    assert len(world.calls) == 1


@pytest.mark.parametrize("after", range(5))
def test_a_stored_result_is_asked_for_again_and_each_page_delivered_once(after: int) -> None:
    world = World(cut(after), PAGES)
    assert stored(world) == PAGES
    assert len(world.calls) == 2


@given(st.lists(st.integers(0, 8), max_size=12), st.sampled_from(sorted(PASSING)))
def test_wherever_it_breaks_each_page_comes_once_and_in_order(cuts: list[int], code: str) -> None:
    pages = [page(number) for number in range(8)]
    world = World(*([*pages[:after], refusal(code)] for after in cuts), pages, quotas=Quotas())
    try:
        world.run(streamed(GET_RECOGNITION, REQUEST, 1e6, stored=True))
    except errors.RpcError:
        assert world.delivered == pages[: len(world.delivered)]
        assert len(world.calls) >= ATTEMPTS
    else:
        assert world.delivered == pages


def test_a_long_result_gets_through_as_long_as_it_gets_on() -> None:
    """Only tries that bring nothing new count."""
    pages = [page(number) for number in range(9)]
    world = World(*([*pages[: number + 1], refusal("UNAVAILABLE")] for number in range(8)), pages)
    world.run(streamed(GET_RECOGNITION, REQUEST, 60.0, stored=True))
    assert world.delivered == pages
    assert len(world.calls) == 9


def test_a_result_is_asked_for_again_when_the_service_asks_for_it() -> None:
    world = World(cut(2, retry_after=7.0), PAGES)
    assert stored(world) == PAGES
    assert world.times == [0.0, 7.0]


def test_a_result_that_does_not_get_on_is_given_up() -> None:
    world = World(cut(2))
    with pytest.raises(errors.Unavailable):
        stored(world)
    assert world.delivered == PAGES[:2]
    assert len(world.calls) == ATTEMPTS


def test_a_result_is_given_up_in_time() -> None:
    world = World(cut(2))
    with pytest.raises(errors.Unavailable):
        stored(world, timeout=0.3)
    assert world.now < 1000.3


@pytest.mark.parametrize(
    "again",
    [
        pytest.param([page(9), *PAGES[1:]], id="another page"),
        pytest.param(PAGES[:1], id="fewer pages"),
        pytest.param([], id="nothing"),
        pytest.param([PAGES[1], PAGES[0], *PAGES[2:]], id="another order"),
    ],
)
def test_a_result_that_changed_is_refused(again: list[Any]) -> None:
    world = World(cut(2), again)
    with pytest.raises(errors.UnexpectedResponse, match="fetch it anew from the start"):
        stored(world)
    assert world.delivered == PAGES[:2]
    assert len(world.calls) == 2


def test_a_time_of_answering_does_not_make_another_result() -> None:
    def said(wall_time: int) -> list[StreamingResponse]:
        final = AlternativeUpdate(alternatives=[Alternative(text="words")])
        return [
            StreamingResponse(final=final, response_wall_time_ms=wall_time + number)
            for number in range(3)
        ]

    first, again = said(1), said(1000)
    world = World([*first[:2], refusal("UNAVAILABLE")], again)
    found = world.run(transcripts.transcript("f8d", 60.0))
    assert list(found.responses) == [*first[:2], again[2]]


class Taken(World):
    """A world in which the caller spends time on each message, and calls end at their deadlines."""

    ends = 0.0
    spent = 1.0

    def _open(self, effect: effects.Open) -> Any:
        self.ends = self.now + effect.timeout
        return super()._open(effect)

    def _pull(self, effect: effects.Pull) -> Any:
        message = super()._pull(effect)
        if self.now >= self.ends:
            self.now = max(self.ends, self.now - self._duration)
            raise refusal("DEADLINE_EXCEEDED")
        return message

    def _deliver(self, effect: effects.Deliver) -> None:
        super()._deliver(effect)
        self.now += self.spent


MANY = [page(number) for number in range(50)]


def test_the_time_of_the_caller_is_not_counted() -> None:
    """Neither to the timeout nor as a failure."""
    world = Taken(MANY)
    for _ in range(19):
        world.budgets["ocr"].failed()
    assert stored(world, timeout=3.0) == MANY
    assert [call.timeout for _, call in world.calls] == [3.0] * 17
    assert world.slept == []


def test_the_time_of_the_service_is_counted() -> None:
    world = Taken(MANY, duration=0.5)
    with pytest.raises(errors.DeadlineExceeded):
        stored(world, timeout=3.0)
    assert world.delivered == MANY[: len(world.delivered)]
    assert world.now - 1000.0 - len(world.delivered) <= 3.0


def test_a_call_that_the_service_ends_early_has_failed_although_its_caller_took_time() -> None:
    world = Taken(cut(2, "DEADLINE_EXCEEDED"), PAGES)
    assert stored(world) == PAGES
    assert len(world.slept) == 1


def test_after_a_call_that_ended_meanwhile_there_are_as_many_tries_as_ever() -> None:
    world = Taken(MANY, *[cut(0)] * (ATTEMPTS - 1), MANY)
    assert stored(world, timeout=30.0) == MANY


def test_the_instant_that_any_caller_takes_is_no_reason_to_ask_again() -> None:
    world = Taken(MANY, duration=1.0)
    world.spent = 1e-5
    with pytest.raises(errors.DeadlineExceeded):
        stored(world, timeout=3.5)
    assert len(world.calls) == 1


def test_a_caller_who_took_time_and_gets_no_other_turn() -> None:
    world = Taken(MANY, quotas=Quotas(ocr_result=Rate(1, 10.0)))
    with pytest.raises(errors.DeadlineExceeded):
        stored(world, timeout=2.0)
    assert world.delivered == MANY[:2]


def test_of_what_is_not_stored_the_time_of_the_caller_is_counted() -> None:
    world = Taken(MANY)
    with pytest.raises(errors.DeadlineExceeded):
        passing(world, timeout=3.0)
    assert world.delivered == MANY[:3]
    assert len(world.calls) == 1


def test_what_is_not_stored_ends_where_it_breaks() -> None:
    world = World(cut(2), PAGES)
    with pytest.raises(errors.Unavailable) as failed:
        passing(world)
    assert failed.value.received == 2
    assert world.delivered == PAGES[:2]
    assert len(world.calls) == 1


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("after", [0, 1])
def test_which_failures_a_stored_result_gets_over(code: str, after: int) -> None:
    world = World(cut(after, code), PAGES, renewable=False)
    if code in PASSING:
        if code == "RESOURCE_EXHAUSTED" and not after:
            return  # that is for the quota to decide
        assert stored(world) == PAGES
    else:
        with pytest.raises(errors.RpcError):
            stored(world)
        assert len(world.calls) == 1


@pytest.mark.parametrize("after", [0, 1])
@pytest.mark.parametrize("text", OVERSIZED)
def test_a_page_that_is_too_large_is_not_asked_for_again(text: str, after: int) -> None:
    world = World([*PAGES[:after], refusal("RESOURCE_EXHAUSTED", text)], quotas=Quotas())
    with pytest.raises(errors.ResourceExhausted, match="larger than max"):
        stored(world)
    assert len(world.calls) == 1


def test_an_outage_is_not_amplified() -> None:
    world = World(cut(1))
    for _ in range(100):
        with pytest.raises(errors.Unavailable):
            stored(world)
    assert 100 < len(world.calls) < 112


def test_a_budget_that_is_used_up_ends_the_tries() -> None:
    world = World(cut(1), PAGES)
    for _ in range(20):
        world.budgets["ocr"].failed()
    with pytest.raises(errors.Unavailable):
        stored(world)
    assert len(world.calls) == 1


def test_a_result_that_is_yet_to_appear_is_waited_for() -> None:
    world = World(*[cut(0, "NOT_FOUND")] * 3, PAGES)
    assert stored(world, patience=30.0) == PAGES
    assert len(world.calls) == 4
    assert all(pause >= 0.25 for pause in world.slept)


def test_a_result_that_does_not_appear() -> None:
    world = World(cut(0, "NOT_FOUND"))
    with pytest.raises(errors.NotFound):
        stored(world, timeout=600.0, patience=30.0)
    assert 1030 <= world.now < 1061
    assert len(world.calls) < 12


def test_waiting_for_a_result_takes_no_tries_from_a_failure_on_the_way() -> None:
    world = World(*[cut(0, "NOT_FOUND")] * 5, cut(0), cut(1), PAGES)
    assert stored(world, timeout=600.0, patience=30.0) == PAGES


def test_a_result_that_does_not_appear_in_time() -> None:
    world = World(cut(0, "NOT_FOUND"))
    with pytest.raises(errors.NotFound):
        stored(world, timeout=2.0, patience=30.0)
    assert world.times[-1] == 1.75, "the last look is shortly before the end"
    assert world.now < 1002


def test_without_patience_there_is_no_such_result() -> None:
    world = World(cut(0, "NOT_FOUND"), PAGES)
    with pytest.raises(errors.NotFound):
        stored(world)
    assert len(world.calls) == 1


def test_a_result_that_has_begun_and_is_gone() -> None:
    world = World(cut(1), cut(0, "NOT_FOUND"), PAGES)
    with pytest.raises(errors.NotFound):
        stored(world, patience=30.0)
    assert world.delivered == PAGES[:1]
    assert len(world.calls) == 2


@pytest.mark.parametrize("is_stored", [True, False])
def test_a_token_is_renewed_once(is_stored: bool) -> None:
    world = World(cut(0, "UNAUTHENTICATED"), PAGES)
    assert stored(world, is_stored=is_stored) == PAGES
    assert world.tokens == ["Bearer 0", "Bearer 1"]
    world = World(cut(0, "UNAUTHENTICATED"))
    with pytest.raises(errors.Unauthenticated):
        stored(world, is_stored=is_stored)
    assert world.tokens == ["Bearer 0", "Bearer 1"]


def test_a_token_that_cannot_be_renewed() -> None:
    world = World(cut(0, "UNAUTHENTICATED"), renewable=False)
    with pytest.raises(errors.Unauthenticated):
        stored(world)
    assert len(world.calls) == 1


def test_a_token_that_expires_between_two_tries_of_a_stored_result() -> None:
    world = World(cut(2), cut(0, "UNAUTHENTICATED"), PAGES)
    assert stored(world) == PAGES
    assert world.tokens == ["Bearer 0", "Bearer 0", "Bearer 1"]


def test_a_token_that_expires_in_the_middle() -> None:
    world = World(cut(2, "UNAUTHENTICATED"), PAGES)
    with pytest.raises(errors.Unauthenticated):
        passing(world)
    assert len(world.calls) == 1


def test_every_try_takes_a_turn() -> None:
    world = World(cut(1), cut(2), PAGES, quotas=Quotas(ocr_result=Rate(1, 10.0)))
    assert stored(world) == PAGES
    assert world.times == pytest.approx([0.0, 10.8, 21.6])
    assert [call.timeout for _, call in world.calls] == pytest.approx([60.0, 49.2, 38.4])


def test_no_turn_left() -> None:
    world = World(PAGES, quotas=Quotas(ocr_result=Rate(1, 10.0)))
    stored(world)
    with pytest.raises(errors.ResourceExhausted, match="own quota ocr_result has no turn left"):
        stored(world, timeout=5.0)
    assert len(world.calls) == 1


def test_a_refusal_for_the_quota_is_waited_out() -> None:
    world = World(cut(0, "RESOURCE_EXHAUSTED", retry_after=3.0), PAGES, quotas=Quotas())
    assert passing(world) == PAGES
    assert later(world.times, [0.0, 3.0])


def test_what_is_refused_to_the_end_comes_as_the_service_said_it() -> None:
    error = refusal("RESOURCE_EXHAUSTED", "the service's own words", retry_after=3.0)
    world = World([error], quotas=Quotas())
    with pytest.raises(errors.ResourceExhausted) as refused:
        passing(world, timeout=10.0)
    assert refused.value is error
    assert later(world.times, [0.0, 3.0, 6.0, 9.0])


def test_who_keeps_no_quota_gets_every_refusal() -> None:
    world = World(cut(0, "RESOURCE_EXHAUSTED", retry_after=0.1), PAGES)
    with pytest.raises(errors.ResourceExhausted):
        stored(world)
    assert len(world.calls) == 1


def test_all_of_a_stream_as_a_list() -> None:
    world = World(cut(2), PAGES)
    flow = collected(streamed(GET_RECOGNITION, REQUEST, 60.0, stored=True))
    assert world.run(flow) == PAGES
    assert world.delivered == []


def test_a_stream_that_fails_is_no_list() -> None:
    world = World(cut(2))
    with pytest.raises(errors.Unavailable):
        world.run(collected(streamed(GET_RECOGNITION, REQUEST, 60.0)))


def test_an_empty_stream_is_an_empty_list() -> None:
    assert World([]).run(collected(streamed(GET_RECOGNITION, REQUEST, 60.0))) == []
