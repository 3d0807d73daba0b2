"""Quotas of a client: all who share it leave in order, and never faster than they may."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

import grpc
import pytest
from google.protobuf.duration_pb2 import Duration
from google.protobuf.message import Message
from google.rpc import error_details_pb2, status_pb2

from tests.wire import operations
from tests.wire.colours import CREDENTIALS, Aio, Colour
from tests.wire.operations import DONE, RUNNING, Operations
from tests.wire.pages import IMAGE, page
from tests.wire.server import PATIENCE, Behaviour, Call, Server, answer, fail
from tests.wire.test_secrets import assert_silent
from ycgrpc import Client, Quotas, Rate, errors

SLOW = Rate(1, 3600.0)


def exhausted(seconds: float | None = None) -> Behaviour:
    """Refuse a call for its quota, and say when to come again."""
    status = status_pb2.Status(code=8, message="quota")
    if seconds is not None:
        delay = Duration()
        delay.FromNanoseconds(int(seconds * 1e9))
        status.details.add().Pack(error_details_pb2.RetryInfo(retry_delay=delay))
    trailers = [("grpc-status-details-bin", status.SerializeToString())]
    return fail(grpc.StatusCode.RESOURCE_EXHAUSTED, "quota", trailers=trailers)


class Arrivals:
    """Keeps when calls arrived, by the clock of the server."""

    def __init__(self, then: Behaviour) -> None:
        self.times: list[float] = []
        self._then = then

    def __call__(self, call: Call) -> Iterable[Message]:
        self.times.append(time.monotonic())
        return self._then(call)

    def most_within(self, seconds: float) -> int:
        """The most calls that arrived in any stretch of so many seconds."""
        times = sorted(self.times)
        return max(sum(begin <= time < begin + seconds for time in times) for begin in times)


def client_of(server: Server, colour: Colour, **quotas: Rate | None) -> Any:
    return colour.client(
        CREDENTIALS, endpoint=server.target, plaintext=True, quotas=Quotas(**quotas)
    )


CALLS: dict[str, Callable[[Any], Any]] = {
    "ocr_recognize": lambda client: client.ocr.recognize(IMAGE),
    "ocr_recognize, page by page": lambda client: client.ocr.recognize_pages(IMAGE),
    "ocr_submit": lambda client: client.ocr.submit(IMAGE),
    "ocr_result": lambda client: client.ocr.get_recognition("cfr1"),
    "ocr_result, page by page": lambda client: client.ocr.get_recognition_pages("cfr1"),
    "ocr_status": lambda client: client.operations.get("cfr1"),
    "stt_status": lambda client: client.operations.get("f8d1"),
    "stt_v2_status": lambda client: client.operations.get("e031"),
}


@pytest.mark.parametrize("name", CALLS)
def test_all_callers_share_a_quota(name: str, colour: Colour, server: Server) -> None:
    """20 at once, 5 in half a second: the server never sees more."""
    arrivals = Arrivals(answer(operations.operation_pb2.Operation(id="x")))
    if "submit" not in name and "status" not in name:
        arrivals = Arrivals(answer(page("one")))
    server.script(arrivals)
    client = client_of(server, colour, **{name.partition(",")[0]: Rate(5, 0.5)})
    began = time.monotonic()
    colour.together([lambda: CALLS[name](client)] * 20)
    assert len(arrivals.times) == 20
    # The room that a client leaves is 20 ms here: a busy machine may use it up for one call.
    assert arrivals.most_within(0.5) <= 6
    assert max(arrivals.times) - began >= 3 * 0.5


@pytest.mark.parametrize("name", CALLS)
def test_who_finds_no_turn_within_the_timeout_is_told_what_to_do(
    name: str, colour: Colour, server: Server
) -> None:
    quota = name.partition(",")[0]
    client = client_of(server, colour, **{quota: SLOW})
    colour.call(lambda: CALLS[name](client))
    with pytest.raises(errors.ResourceExhausted) as refused:
        colour.call(lambda: CALLS[name](client))
    assert len(server.calls) == 1
    assert f"own quota {quota} has no turn left within 60 s" in str(refused.value)
    assert f"Quotas({quota}=...)" in str(refused.value)
    assert_silent(refused.value)


def test_quotas_do_not_touch_each_other(colour: Colour, server: Server) -> None:
    client = client_of(server, colour, ocr_recognize=SLOW, ocr_submit=SLOW, ocr_status=SLOW)
    for name in ("ocr_recognize", "ocr_submit", "ocr_status", "stt_status"):
        colour.call(lambda name=name: CALLS[name](client))
    assert len(server.calls) == 4


def test_without_quotas_nobody_waits(colour: Colour, client: Any, server: Server) -> None:
    server.script(answer(page("one")))
    colour.together([lambda: client.ocr.recognize(IMAGE, timeout=10)] * 50)
    assert len(server.calls) == 50
    server.script(exhausted(0.1))
    with pytest.raises(errors.ResourceExhausted) as refused:
        colour.call(client.ocr.recognize(IMAGE))
    assert refused.value.retry_after == pytest.approx(0.1)
    assert len(server.calls) == 51


def test_the_documented_quotas_are_the_default(colour: Colour, server: Server) -> None:
    client = colour.client(CREDENTIALS, endpoint=server.target, plaintext=True, quotas=Quotas())
    colour.call(client.ocr.recognize(IMAGE))
    with pytest.raises(errors.ResourceExhausted, match="own quota ocr_recognize has no turn left"):
        colour.call(client.ocr.recognize(IMAGE, timeout=0.9))
    assert len(server.calls) == 1
    plain: Any = Client(CREDENTIALS)
    with plain:
        assert plain._driver.settings.quotas == Quotas()


@pytest.mark.parametrize("name", ["ocr_recognize", "ocr_recognize, page by page", "ocr_submit"])
def test_a_pause_that_the_service_asks_for_is_kept(
    name: str, colour: Colour, server: Server
) -> None:
    arrivals = Arrivals(exhausted(0.6))
    server.script(arrivals, answer(operations.operation_pb2.Operation(id="x")))
    if "submit" not in name:
        server.script(arrivals, answer(page("one")))
    client = client_of(server, colour)
    colour.call(lambda: CALLS[name](client))
    assert len(server.calls) == 2
    began = time.monotonic()
    assert began - arrivals.times[0] >= 0.6


def test_a_pause_holds_up_everybody(colour: Colour, server: Server) -> None:
    first = threading.Event()

    def refuse(call: Call) -> Iterable[Message]:
        first.set()
        return exhausted(0.6)(call)

    refused, arrivals = Arrivals(refuse), Arrivals(answer(page("one")))
    server.script(refused, arrivals)
    client = client_of(server, colour, ocr_recognize=Rate(10, 1.0))
    colour.together([lambda: client.ocr.recognize(IMAGE)] * 5)
    assert first.is_set()
    # Those that were on their way with it may still have come through.
    late = [time for time in arrivals.times if time - refused.times[0] > 0.45]
    assert late
    assert min(late) - refused.times[0] >= 0.6


def test_what_the_service_refuses_to_the_end(colour: Colour, server: Server) -> None:
    server.script(exhausted(0.2))
    client = client_of(server, colour, ocr_recognize=Rate(10, 1.0))
    with pytest.raises(errors.ResourceExhausted) as refused:
        colour.call(client.ocr.recognize(IMAGE, timeout=1.0))
    assert refused.value.retry_after == pytest.approx(0.2)
    assert "own quota" not in str(refused.value)
    assert 2 <= len(server.calls) <= 5
    assert_silent(refused.value)


def test_a_quota_used_up_without_a_word_when_to_come_again(colour: Colour, server: Server) -> None:
    server.script(exhausted(), answer(page("one")))
    client = client_of(server, colour)
    assert colour.call(client.ocr.recognize(IMAGE)).text == "one"
    assert len(server.calls) == 2


def test_first_come_first_served(server: Server) -> None:
    colour = Aio()
    server.script(answer(page("one")))
    client = client_of(server, colour, ocr_recognize=Rate(1, 0.05))
    ended: list[int] = []

    async def recognize(number: int) -> None:
        await client.ocr.recognize(IMAGE)
        ended.append(number)

    async def main() -> None:
        async with asyncio.TaskGroup() as group:
            for number in range(20):
                group.create_task(recognize(number))

    colour.call(main())
    assert ended == list(range(20))
    colour.close()


def test_looks_of_all_who_wait_share_one_quota(colour: Colour, server: Server) -> None:
    arrivals = Arrivals(Operations(RUNNING, DONE))
    server.script(arrivals)
    client = client_of(server, colour, ocr_status=Rate(10, 0.5))
    waited = [client.operations.attach(f"cfr{number}") for number in range(15)]
    colour.together([each.wait for each in waited])
    assert all(operation.done for operation in waited)
    assert len(arrivals.times) == 30
    assert arrivals.most_within(0.5) <= 11


def test_looks_that_are_refused_for_their_quota_go_on(colour: Colour, server: Server) -> None:
    arrivals = Arrivals(exhausted(0.6))
    server.script(arrivals, Operations(DONE))
    client = client_of(server, colour)
    colour.call(client.operations.attach("cfr1").wait)
    assert len(server.calls) == 2
    assert time.monotonic() - arrivals.times[0] >= 0.6


def booked(client: Any) -> threading.Event:
    """Return what is set when a client has booked a turn."""
    event = threading.Event()
    book = client._driver._turns.book

    def watched(*arguments: Any) -> Any:
        try:
            return book(*arguments)
        finally:
            event.set()

    client._driver._turns.book = watched
    return event


def test_closing_ends_the_wait_for_a_turn(colour: Colour, server: Server) -> None:
    client = client_of(server, colour, ocr_recognize=Rate(1, 50.0))
    colour.call(lambda: client.ocr.recognize(IMAGE))
    waits = booked(client)

    def close() -> Any:
        assert waits.wait(PATIENCE)
        return client.close()

    began = time.monotonic()
    with pytest.raises(errors.ConfigurationError, match="the client is closed"):
        colour.together([lambda: client.ocr.recognize(IMAGE), close])
    assert time.monotonic() - began < PATIENCE
    assert len(server.calls) == 1


def test_a_caller_who_is_cancelled_gives_its_turn_back(server: Server) -> None:
    colour = Aio()
    client = client_of(server, colour, ocr_recognize=Rate(1, 1.0))

    async def calls() -> None:
        await client.ocr.recognize(IMAGE)
        waiting = [asyncio.create_task(client.ocr.recognize(IMAGE)) for _ in range(20)]
        await asyncio.sleep(0)
        for task in waiting:
            task.cancel()
        await asyncio.wait(waiting)
        await client.ocr.recognize(IMAGE, timeout=5.0)

    colour.call(calls)
    assert len(server.calls) == 2
    colour.close()


def test_bare_stubs_are_not_limited(colour: Colour, server: Server) -> None:
    from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_service_pb2_grpc as ocr

    from tests.wire.pages import REQUEST

    client = client_of(server, colour, ocr_recognize=SLOW)
    stub = colour.stub(ocr, "TextRecognitionService")
    for _ in range(3):
        colour.call(lambda: client.stub(stub).Recognize(REQUEST, timeout=10))
    assert len(server.calls) == 3
