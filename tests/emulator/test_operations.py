"""Operations: when they are done, what they carry, and how long they are kept."""

from __future__ import annotations

import asyncio
import datetime as dt
import gc
import logging
import re
import weakref
from collections.abc import Callable, Iterator
from threading import Event
from typing import Any

import grpc
import pytest
from google.rpc import error_details_pb2  # pyright: ignore[reportMissingTypeStubs]
from ycgrpc_pb.google.protobuf import empty_pb2
from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_pb2
from ycgrpc_pb.yandex.cloud.operation import operation_service_pb2

from ycgrpc.emulator import (
    AfterLooks,
    AfterTime,
    Clock,
    Emulator,
    Ending,
    Immediately,
    Limits,
    Progress,
    ScriptedOcr,
    Stage,
)
from ycgrpc.emulator.operations import Operations, Outcome
from ycgrpc.emulator.refusals import Refusal

from .background import API_KEY, DEADLINE, Background, connected, emulated, refused
from .test_clock import START

NOT_READY = "operation data is not ready"
DAY = 24 * 60 * 60
NOT_FOUND = grpc.StatusCode.NOT_FOUND


class Held:
    """An engine that reads nothing until it is let go."""

    def __init__(self) -> None:
        self.reading = Event()
        self.go = Event()
        self.pages = 0

    @property
    def engine(self) -> ScriptedOcr:
        return ScriptedOcr(script=self._script)

    def _script(self, *_: object) -> str:
        self.pages += 1
        self.reading.set()
        assert self.go.wait(DEADLINE)
        return "text"


@pytest.fixture
def held() -> Iterator[Held]:
    held = Held()
    yield held
    held.go.set()


def test_an_operation_that_was_just_begun(held: Held, picture: bytes) -> None:
    with emulated(ocr=held.engine) as emulator, connected(emulator) as background:
        account = emulator.iam.create_service_account()
        token = emulator.iam.create_token(account).value
        operation = background.submit(picture, (("authorization", f"Bearer {token}"),))
        held.go.set()
    assert re.fullmatch("cfr[a-z0-9]{17}", operation.id)
    assert operation.description == "OCR async recognition"
    assert operation.created_by == account.id
    assert operation.created_at.ToDatetime(dt.UTC) == START
    assert operation.modified_at.ToDatetime(dt.UTC) == START
    assert not operation.done
    assert operation.WhichOneof("result") is None
    assert not operation.HasField("metadata")


def test_by_default_it_is_done_as_soon_as_its_work_is(held: Held, picture: bytes) -> None:
    with emulated(ocr=held.engine) as emulator, connected(emulator) as background:
        operation = background.submit(picture)
        assert held.reading.wait(DEADLINE)
        assert [background.look(operation.id).done for _ in range(3)] == [False] * 3
        emulator.clock.advance(5)
        held.go.set()
        done = background.until_done(operation.id)
    assert done.response.TypeName() == empty_pb2.Empty.DESCRIPTOR.full_name
    assert done.modified_at.ToDatetime(dt.UTC) == START + dt.timedelta(seconds=5)
    assert done.created_at.ToDatetime(dt.UTC) == START


@pytest.mark.parametrize(
    ("progress", "looks"),
    [
        (Immediately(), [True, True]),
        (AfterLooks(1), [True, True]),
        (AfterLooks(3), [False, False, True, True]),
    ],
    ids=str,
)
def test_it_is_done_at_a_certain_look(
    progress: Progress, looks: list[bool], picture: bytes
) -> None:
    with emulated(progress=progress) as emulator, connected(emulator) as background:
        operation = background.submit(picture)
        assert [background.look(operation.id).done for _ in looks] == looks


def test_requests_for_results_are_no_looks(picture: bytes) -> None:
    with emulated(progress=AfterLooks(2)) as emulator, connected(emulator) as background:
        operation = background.submit(picture)
        for _ in range(3):
            with refused() as refusal:
                background.results(operation.id)
            assert (refusal.code, refusal.text) == (NOT_FOUND, NOT_READY)
        assert [background.look(operation.id).done for _ in range(2)] == [False, True]
        assert len(background.results(operation.id)) == 1


def test_it_is_done_after_some_time(picture: bytes) -> None:
    with emulated(progress=AfterTime(10)) as emulator, connected(emulator) as background:
        operation = background.submit(picture)
        assert not background.look(operation.id).done
        emulator.clock.advance(9.9)
        assert not background.look(operation.id).done
        emulator.clock.advance(0.1)
        assert background.look(operation.id).done


def test_the_time_may_depend_on_the_number(picture: bytes) -> None:
    progress = AfterTime(lambda number: 10 - number)
    with emulated(progress=progress) as emulator, connected(emulator) as background:
        ids = [background.submit(picture).id for _ in range(3)]
        emulator.clock.advance(9)
        assert [background.look(one).done for one in ids] == [False, True, True]


def test_results_of_one_that_is_due_wait_for_the_work_too(held: Held, picture: bytes) -> None:
    with (
        emulated(ocr=held.engine, progress=AfterTime(10)) as emulator,
        connected(emulator) as background,
    ):
        operation = background.submit(picture)
        with refused() as refusal:
            background.results(operation.id)
        assert refusal.text == NOT_READY
        emulator.clock.advance(10)
        held.go.set()
        assert len(background.results(operation.id)) == 1


def test_none_is_done_before_its_work_is(held: Held, picture: bytes) -> None:
    with (
        emulated(ocr=held.engine, progress=AfterLooks(1)) as emulator,
        connected(emulator) as background,
    ):
        operation = background.submit(picture)
        assert held.reading.wait(DEADLINE)
        request = operation_service_pb2.GetOperationRequest(operation_id=operation.id)
        look = background.operations.Get.future(request, metadata=API_KEY, timeout=DEADLINE)
        background.submit(picture)  # the server goes on
        assert not look.done()
        held.go.set()
        assert look.result().done


def test_what_was_done_once_stays_done(picture: bytes) -> None:
    class Once:
        said = False

        def due(self, stage: Stage) -> bool:
            said, self.said = self.said, self.said or stage.worked
            return stage.worked and not said

    with emulated(progress=Once()) as emulator, connected(emulator) as background:
        operation = background.submit(picture)
        background.until_done(operation.id)
        assert background.look(operation.id).done


@pytest.mark.parametrize("ask", [Background.look, Background.cancel, Background.results])
def test_an_unknown_operation(ask: Callable[[Background, str], Any]) -> None:
    with (
        emulated() as emulator,
        connected(emulator) as background,
        refused() as refusal,
    ):
        ask(background, "cfr00000000000000000")
    assert (refusal.code, refusal.text) == (NOT_FOUND, "There is no operation of this id")


@pytest.mark.parametrize("method", ["Get", "Cancel"])
def test_operations_are_not_shown_to_strangers(method: str) -> None:
    with emulated() as emulator, connected(emulator) as background:
        request = operation_service_pb2.GetOperationRequest(operation_id="cfr")
        with refused() as refusal:
            getattr(background.operations, method)(request, timeout=DEADLINE)
    assert refusal.code == grpc.StatusCode.UNAUTHENTICATED


def test_operations_are_kept_for_three_days_after_they_were_done(picture: bytes) -> None:
    with emulated(progress=AfterTime(DAY)) as emulator, connected(emulator) as background:
        operation = background.submit(picture)
        emulator.clock.advance(DAY)
        assert background.look(operation.id).done
        emulator.clock.advance(3 * DAY - 1)
        assert background.look(operation.id).done
        assert len(background.results(operation.id)) == 1
        emulator.clock.advance(1)
        for ask in (background.look, background.results, background.cancel):
            with refused() as refusal:
                ask(operation.id)
            assert refusal.code == NOT_FOUND


def test_what_still_runs_does_not_expire(held: Held, picture: bytes) -> None:
    limits = Limits(retention=1)
    with emulated(ocr=held.engine, limits=limits) as emulator, connected(emulator) as background:
        operation = background.submit(picture)
        emulator.clock.advance(DAY)
        assert not background.look(operation.id).done
        held.go.set()


def test_cancelling_ends_what_runs(held: Held, picture: bytes) -> None:
    limits = Limits(readers=1)
    with emulated(ocr=held.engine, limits=limits) as emulator, connected(emulator) as background:
        first, second = background.submit(picture), background.submit(picture)
        assert held.reading.wait(DEADLINE)
        for one in (second, first):
            cancelled = background.cancel(one.id)
            assert cancelled.done
            assert cancelled.error.code == grpc.StatusCode.CANCELLED.value[0]
            assert background.look(one.id) == cancelled
            with refused() as refusal:
                background.results(one.id)
            assert refusal.code == NOT_FOUND
            assert refusal.text != NOT_READY
        held.go.set()
    assert held.pages == 1


def test_what_is_done_cannot_be_cancelled(picture: bytes) -> None:
    with emulated(progress=Immediately()) as emulator, connected(emulator) as background:
        operation = background.submit(picture)
        done = background.look(operation.id)
        assert background.cancel(operation.id) == done
        assert len(background.results(operation.id)) == 1


def test_an_emulator_that_is_started_again_still_knows_its_operations(picture: bytes) -> None:
    emulator = emulated(progress=Immediately())
    with emulator, connected(emulator) as background:
        operation = background.submit(picture)
        done = background.look(operation.id)
        pages = background.results(operation.id)
    with emulator, connected(emulator) as background:
        assert background.look(operation.id) == done
        assert background.results(operation.id) == pages


def test_results_may_come_late(picture: bytes) -> None:
    with (
        emulated(progress=AfterLooks(1), late_results=2) as emulator,
        connected(emulator) as background,
    ):
        operation = background.submit(picture)
        with refused():
            background.results(operation.id)  # does not count: it is not done
        assert background.look(operation.id).done
        for _ in range(2):
            with refused() as refusal:
                background.results(operation.id)
            assert (refusal.code, refusal.text) == (NOT_FOUND, NOT_READY)
        assert len(background.results(operation.id)) == 1


def test_operations_may_end_with_nothing(picture: bytes) -> None:
    with (
        emulated(progress=Immediately(), empty_response=False) as emulator,
        connected(emulator) as background,
    ):
        operation = background.submit(picture)
        done = background.look(operation.id)
        assert done.done
        assert done.WhichOneof("result") is None
        assert len(background.results(operation.id)) == 1


def test_endings_are_for_the_next_operations_in_turn(picture: bytes) -> None:
    with emulated(progress=AfterLooks(2)) as emulator, connected(emulator) as background:
        detail = error_details_pb2.ErrorInfo(reason="OF_A_TEST")
        emulator.script_operations(
            Ending(error=grpc.StatusCode.INTERNAL, text="broken", details=[detail]),
            None,
            Ending(error=grpc.StatusCode.DATA_LOSS, early=True),
        )
        emulator.script_operations(
            Ending(error=grpc.StatusCode.OK, text=""),
            Ending(response=ocr_pb2.Polygon()),
            Ending(),
        )
        ids = [background.submit(picture).id for _ in range(7)]
        first, second = ([background.look(one) for one in ids] for _ in range(2))

        def fetched(operation_id: str) -> int | str:
            try:
                return len(background.results(operation_id))
            except grpc.RpcError as error:
                return str(getattr(error, "details", str)())

        assert not any(one.done for one in first)
        assert [one.WhichOneof("result") for one in first] == [None, None, "error", *[None] * 4]
        assert first[2].error.code == grpc.StatusCode.DATA_LOSS.value[0]

        assert all(one.done for one in second)
        broken, worked, early, odd, other, nothing, usual = second
        assert broken.error.code == grpc.StatusCode.INTERNAL.value[0]
        assert broken.error.message == "broken"
        assert broken.error.details[0].type_url == "type.googleapis.com/google.rpc.ErrorInfo"
        assert broken.error.details[0].value == detail.SerializeToString()
        assert worked.response.TypeName() == empty_pb2.Empty.DESCRIPTOR.full_name
        assert early.error == first[2].error
        assert odd.WhichOneof("result") == "error"
        assert odd.error.code == 0
        assert other.response.TypeName() == ocr_pb2.Polygon.DESCRIPTOR.full_name
        assert nothing.WhichOneof("result") is None
        assert usual.response.TypeName() == empty_pb2.Empty.DESCRIPTOR.full_name

        gone = "There are no results of this operation"
        assert [fetched(one) for one in ids] == [gone, 1, gone, 1, 1, 1, 1]


def test_work_that_is_refused_is_an_operation_that_fails(picture: bytes) -> None:
    limits = Limits()
    with (
        Emulator(ocr="auto", limits=limits, progress=Immediately()) as emulator,
        connected(emulator) as background,
    ):
        operation = background.submit(picture, language_codes=["tlh"])
        failed = background.look(operation.id)
    assert failed.done
    assert failed.error.code == grpc.StatusCode.FAILED_PRECONDITION.value[0]
    assert "no OCR engine for tlh" in failed.error.message


def test_work_that_breaks_is_an_internal_error(
    picture: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    def script(*_: object) -> str:
        raise RuntimeError("a bug of the engine")

    engine = ScriptedOcr(script=script)
    with (
        emulated(ocr=engine, progress=Immediately()) as emulator,
        connected(emulator) as background,
    ):
        failed = background.look(background.submit(picture).id)
    assert failed.error.code == grpc.StatusCode.INTERNAL.value[0]
    assert "bug" not in failed.error.message
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    assert "a bug of the engine" in str(record.exc_info)


async def begun(operations: Operations, results: list[Any]) -> str:
    """The id of an operation whose work is done."""

    async def work() -> Outcome:
        return Outcome(results)

    operation_id = operations.begin("kind", "", "abc", "me", work).id
    while asyncio.all_tasks() != {asyncio.current_task()}:
        await asyncio.sleep(0)
    return operation_id


@pytest.mark.asyncio
async def test_results_belong_to_one_kind_and_can_be_deleted_once() -> None:
    operations = Operations(Clock(START), Limits())
    operation_id = await begun(operations, [empty_pb2.Empty()])
    for ask in (operations.results, operations.delete):
        with pytest.raises(Refusal, match="no operation"):
            ask("other", operation_id)
    assert operations.results("kind", operation_id) == [empty_pb2.Empty()]
    operations.delete("kind", operation_id)
    for ask in (operations.results, operations.delete):
        with pytest.raises(Refusal, match="no results") as refusal:
            ask("kind", operation_id)
        assert refusal.value.code == NOT_FOUND
    assert operations.get(operation_id).done


@pytest.mark.asyncio
async def test_the_days_are_counted_from_when_it_was_seen_to_be_done() -> None:
    clock = Clock(START)
    operations = Operations(clock, Limits(), AfterTime(DAY))
    operation_id = await begun(operations, [empty_pb2.Empty()])
    clock.advance(DAY)
    done = operations.get(operation_id)
    assert done.done
    assert done.modified_at.ToDatetime(dt.UTC) == clock.now()
    clock.advance(3 * DAY - 1)
    assert operations.get(operation_id) == done
    clock.advance(1)
    with pytest.raises(Refusal, match="no operation"):
        operations.get(operation_id)


@pytest.mark.asyncio
@pytest.mark.parametrize("progress", [AfterTime(4 * DAY), AfterLooks(2)], ids=str)
async def test_what_is_not_done_does_not_expire(progress: Progress) -> None:
    clock = Clock(START)
    operations = Operations(clock, Limits(), progress)
    operation_id = await begun(operations, [empty_pb2.Empty()])
    assert not (await operations.look(operation_id)).done
    clock.advance(4 * DAY)
    assert (await operations.look(operation_id)).done
    clock.advance(3 * DAY)
    with pytest.raises(Refusal, match="no operation"):
        operations.get(operation_id)


@pytest.mark.asyncio
async def test_what_is_not_done_has_nothing_to_delete() -> None:
    operations = Operations(Clock(START), Limits(), AfterLooks(1))
    operation_id = await begun(operations, [empty_pb2.Empty()])
    with pytest.raises(Refusal, match=NOT_READY):
        operations.delete("kind", operation_id)


@pytest.mark.asyncio
async def test_work_that_does_not_listen_to_its_cancellation_changes_nothing() -> None:
    async def work() -> Outcome:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            return Outcome([empty_pb2.Empty()])
        raise AssertionError

    operations = Operations(Clock(START), Limits())
    operation_id = operations.begin("kind", "", "abc", "me", work).id
    await asyncio.sleep(0)
    cancelled = operations.cancel(operation_id)
    while asyncio.all_tasks() != {asyncio.current_task()}:
        await asyncio.sleep(0)
    assert operations.get(operation_id) == cancelled
    with pytest.raises(Refusal, match="no results"):
        operations.results("kind", operation_id)


@pytest.mark.asyncio
async def test_stopping_ends_what_runs() -> None:
    async def work() -> Outcome:
        await asyncio.Event().wait()
        raise AssertionError

    operations = Operations(Clock(START), Limits())
    operation_id = operations.begin("kind", "", "abc", "me", work).id
    await asyncio.sleep(0)
    await operations.stop()
    assert asyncio.all_tasks() == {asyncio.current_task()}
    stopped = operations.get(operation_id)
    assert stopped.done
    assert stopped.error.message == "The emulator was stopped"


@pytest.mark.asyncio
async def test_what_expired_is_dropped_though_nobody_asks() -> None:
    class Results(list[Any]):
        """A list that can be referred to weakly."""

    clock = Clock(START)
    operations = Operations(clock, Limits())
    results = Results()
    kept = weakref.ref(results)
    await begun(operations, results)
    del results
    clock.advance(3 * DAY)
    for _ in range(1000):
        await begun(operations, [])
    gc.collect()
    assert kept() is None


@pytest.mark.asyncio
async def test_what_is_not_done_is_not_dropped() -> None:
    clock = Clock(START)
    operations = Operations(clock, Limits(), AfterTime(3 * DAY))
    operation_id = await begun(operations, [empty_pb2.Empty()])
    clock.advance(3 * DAY)
    for _ in range(1000):
        await begun(operations, [])
    assert operations.results("kind", operation_id) == [empty_pb2.Empty()]


@pytest.mark.asyncio
async def test_ten_thousand_that_wait_cost_no_task() -> None:
    clock = Clock(START)
    operations = Operations(clock, Limits(), AfterTime(60))

    async def work() -> Outcome:
        return Outcome()

    ids = [operations.begin("kind", "", "abc", "me", work).id for _ in range(10_000)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert asyncio.all_tasks() == {asyncio.current_task()}
    assert not any([(await operations.look(one)).done for one in ids])
    clock.advance(60)
    assert all([(await operations.look(one)).done for one in ids])
