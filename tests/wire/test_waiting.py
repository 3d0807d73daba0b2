"""Waiting for operations: it tells the truth, and one poller does it for all."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import Any

import grpc
import pytest
from google.protobuf.message import Message

from tests.wire import operations
from tests.wire.colours import CREDENTIALS, KEY, Aio, Colour, Sync
from tests.wire.iam import Clock, service_account_key, tokens, used
from tests.wire.operations import DONE, RUNNING, Operations, by, state
from tests.wire.pages import IMAGE
from tests.wire.server import PATIENCE, Call, Server, answer, fail, hang
from tests.wire.test_secrets import assert_silent
from ycgrpc import Recognition, errors
from ycgrpc._aio import waiter as aio_waiter
from ycgrpc._core.quotas import Turns
from ycgrpc._core.tokens import Token
from ycgrpc._core.waiting import SCHEDULE, Seen
from ycgrpc._sync import waiter as sync_waiter
from ycgrpc._sync.waiter import Waiter

UNAVAILABLE = by(fail(grpc.StatusCode.UNAVAILABLE, "down"))
NOT_FOUND = by(fail(grpc.StatusCode.NOT_FOUND, "no such operation"))
# What a busy machine may add to what is promised.
SLACK = 1.0
NO_RETRIES = [("grpc.service_config", "{}")]


@pytest.fixture
def client(colour: Colour, server: Server) -> Any:
    """A client without the retries of gRPC, which would hide what it does by itself."""
    return colour.client(
        CREDENTIALS, endpoint=server.target, plaintext=True, channel_options=NO_RETRIES
    )


def attached(client: Any, count: int) -> list[Any]:
    return [client.operations.attach(f"cfr{number}") for number in range(count)]


def test_an_operation_that_ends(colour: Colour, client: Any, server: Server) -> None:
    service = Operations(RUNNING, RUNNING, state(done=True, description="text"))
    server.script(service)
    operation = client.operations.attach("cfr1")
    assert not operation.done
    assert colour.call(operation.wait) is operation
    assert operation.done
    assert operation.description == "text"
    assert service.looks == {"cfr1": 3}
    assert {call.method for call in server.calls} == {operations.GET}


def test_an_operation_that_has_ended_is_not_looked_at_again(
    colour: Colour, client: Any, server: Server
) -> None:
    service = Operations()
    server.script(service)
    operation = colour.call(lambda: client.operations.get("cfr1"))
    for _ in range(2):
        colour.call(operation.wait)
        assert colour.call(lambda: client.operations.as_completed([operation])) == [operation]
    assert service.looks == {"cfr1": 1}


def test_who_stops_waiting_is_told_that_it_goes_on(
    colour: Colour, client: Any, server: Server
) -> None:
    service = Operations(RUNNING)
    server.script(service)
    operation = client.operations.attach("cfr1")
    with pytest.raises(errors.OperationTimeout) as timeout:
        colour.call(lambda: operation.wait(0.1))
    assert isinstance(timeout.value, TimeoutError)
    assert timeout.value.operation_ids == ("cfr1",)
    assert timeout.value.timeout == 0.1
    assert "resume later with operations.attach('cfr1', ...)" in str(timeout.value)
    assert not operation.done
    service.script("cfr1", DONE)
    assert colour.call(lambda: operation.wait(PATIENCE)).done


@pytest.mark.parametrize("wait", ["wait", "result", "as_completed", "wait_all"])
def test_every_way_to_wait_ends_in_time(
    wait: str, colour: Colour, client: Any, server: Server
) -> None:
    server.script(Operations(RUNNING, bad=[RUNNING], cfr1=[DONE]))
    good, bad = client.operations.attach("cfr1"), client.operations.attach("bad")
    ways = {
        "wait": lambda: bad.wait(0.3),
        "result": lambda: bad.result(0.3),
        "as_completed": lambda: client.operations.as_completed([good, bad], 0.3),
        "wait_all": lambda: client.operations.wait_all([good, bad], 0.3),
    }
    with pytest.raises(errors.OperationTimeout) as timeout:
        colour.call(ways[wait])
    assert timeout.value.operation_ids == ("bad",)


def test_a_wait_of_no_time(colour: Colour, client: Any, server: Server) -> None:
    service = Operations(RUNNING)
    server.script(service)
    operation = client.operations.attach("cfr1")
    with pytest.raises(errors.OperationTimeout):
        colour.call(lambda: operation.wait(0))
    colour.wait_until(lambda: not colour.pollers())
    service.script("cfr1", DONE)
    colour.call(operation.refresh)
    assert colour.call(lambda: operation.wait(0)).done


@pytest.mark.parametrize("timeout", [-1, float("nan")])
def test_a_wait_of_less_than_no_time(
    timeout: float, colour: Colour, client: Any, server: Server
) -> None:
    with pytest.raises(errors.InvalidRequest, match="timeout"):
        colour.call(lambda: client.operations.attach("cfr1").wait(timeout))
    assert not server.calls


def test_an_operation_that_failed(colour: Colour, client: Any, server: Server) -> None:
    """Also where it has metadata, which some take for a sign of success."""
    error = {"code": 3, "message": "no image"}
    extra = operations.packed(operations.GetOperationRequest(operation_id="x"))
    server.script(Operations(state(done=True, error=error, metadata=extra)))
    operation = client.operations.attach("cfr1", Recognition)
    assert colour.call(operation.wait).error is not None
    with pytest.raises(errors.OperationFailed, match="cfr1 ended with INVALID_ARGUMENT: no image"):
        colour.call(operation.result)
    assert [call.method for call in server.calls] == [operations.GET]


def test_an_operation_that_is_failing_is_waited_for(
    colour: Colour, client: Any, server: Server
) -> None:
    error = {"code": 13, "message": "rolling back"}
    server.script(Operations(state(done=False, error=error), state(done=True, error=error)))
    seen: list[Any] = []
    operation = client.operations.attach("cfr1")
    with pytest.raises(errors.OperationFailed, match="rolling back"):
        colour.call(operation.result)

    def progress(found: Any) -> None:
        seen.append((found.done, found.error.message))

    colour.call(lambda: client.operations.attach("cfr2").wait(progress=progress))
    assert seen == [(False, "rolling back"), (True, "rolling back")]


def test_done_with_neither_answer_nor_error(colour: Colour, client: Any, server: Server) -> None:
    server.script(Operations(DONE))
    result = colour.call(client.operations.attach("cfr1").result)
    assert result.DESCRIPTOR.full_name == "google.protobuf.Empty"


def test_an_answer_of_another_type(colour: Colour, client: Any, server: Server) -> None:
    request = operations.GetOperationRequest
    packed = operations.packed(operations.operation_pb2.Operation())
    server.script(Operations(state(done=True, response=packed)))
    with pytest.raises(errors.UnexpectedResponse, match=r"answered with a yandex\.cloud\.op"):
        colour.call(client.operations.attach("cfr1", request).result)


def test_a_look_that_hangs_is_cut_off_and_holds_up_no_other(
    colour: Colour, client: Any, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (sync_waiter, aio_waiter):
        monkeypatch.setattr(module, "LOOK_TIMEOUT", 2.0)
    service = Operations(RUNNING, DONE, hanging=[by(hang()), DONE])
    server.script(service)
    waited = [client.operations.attach("hanging"), *attached(client, 9)]
    ended = [
        operation.id for operation in colour.call(lambda: client.operations.as_completed(waited))
    ]
    assert ended[-1] == "hanging"
    assert sorted(ended) == sorted(operation.id for operation in waited)
    assert service.looks["hanging"] == 2
    assert all(0 < (call.seconds_left or 0) <= 2.1 for call in server.calls)


def test_a_service_that_is_down_for_a_while(colour: Colour, client: Any, server: Server) -> None:
    service = Operations(RUNNING, *[UNAVAILABLE] * 3, DONE)
    server.script(service)
    assert colour.call(client.operations.attach("cfr1").wait).done
    assert service.looks == {"cfr1": 5}


def test_a_token_that_expires_during_a_wait(colour: Colour, server: Server) -> None:
    refused = by(fail(grpc.StatusCode.UNAUTHENTICATED, "the token has expired"))
    service = Operations(RUNNING, refused, RUNNING, DONE)
    server.script(service)
    with Server() as iam:
        iam.script(tokens())
        client = colour.client(
            service_account_key(),
            endpoint=server.target,
            endpoints={"iam": iam.target},
            plaintext=True,
            channel_options=NO_RETRIES,
        )
        client._driver.tokens._clock = Clock()
        assert colour.call(client.operations.attach("cfr1").wait).done
        assert used(server) == [1, 1, 2, 2]
        assert len(iam.calls) == 2


def test_a_token_that_cannot_be_renewed(colour: Colour, client: Any, server: Server) -> None:
    server.script(Operations(by(fail(grpc.StatusCode.UNAUTHENTICATED, "revoked"))))
    with pytest.raises(errors.Unauthenticated, match="revoked"):
        colour.call(client.operations.attach("cfr1").wait)
    assert len(server.calls) == 1


def test_what_cannot_be_looked_at_takes_nothing_from_the_others(
    colour: Colour, client: Any, server: Server
) -> None:
    server.script(Operations(RUNNING, DONE, cfr3=[RUNNING, NOT_FOUND]))
    waited = attached(client, 10)
    ended = colour.call(lambda: client.operations.as_completed(waited))
    assert Counter(operation.id for operation in ended) == Counter(one.id for one in waited)
    assert [operation.id for operation in ended if not operation.done] == ["cfr3"]
    for way in (waited[3].wait, waited[3].result):
        with pytest.raises(errors.NotFound, match="no such operation"):
            colour.call(way)


def test_all_of_them_in_their_order(colour: Colour, client: Any, server: Server) -> None:
    server.script(Operations(DONE, cfr0=[RUNNING, RUNNING, DONE], cfr1=[NOT_FOUND]))
    waited = attached(client, 4)
    found = colour.call(lambda: client.operations.wait_all(waited))
    assert found == waited
    assert [operation.done for operation in found] == [True, False, True, True]


def test_what_was_lost_may_be_found_again(colour: Colour, client: Any, server: Server) -> None:
    service = Operations(NOT_FOUND, DONE)
    server.script(service)
    operation = client.operations.attach("cfr1")
    with pytest.raises(errors.NotFound):
        colour.call(operation.wait)
    assert colour.call(operation.refresh).done
    assert colour.call(operation.wait).done
    assert service.looks == {"cfr1": 2}


def test_everybody_raises_an_error_of_their_own(
    colour: Colour, client: Any, server: Server
) -> None:
    """One that many threads raise at once would show each of them the traceback of others."""
    server.script(Operations(NOT_FOUND))

    def failure() -> BaseException:
        with pytest.raises(errors.NotFound) as failed:
            colour.call(client.operations.attach("cfr1").wait)
        return failed.value

    async def async_failure() -> BaseException:
        with pytest.raises(errors.NotFound) as failed:
            await client.operations.attach("cfr1").wait()
        return failed.value

    found = colour.together([failure if colour.name == "sync" else async_failure] * 5)
    assert len({id(error) for error in found}) == 5


def test_one_poller_serves_all(colour: Colour, client: Any, server: Server) -> None:
    pollers: set[int] = set()
    ready, everybody = threading.Event(), set[str]()

    def looked(call: Call, operation_id: str) -> Iterable[Message]:
        everybody.add(operation_id)
        pollers.add(colour.pollers())
        if len(everybody) == 200:
            ready.set()
        return (DONE if ready.is_set() else RUNNING)(call, operation_id)

    service = Operations(looked)
    server.script(service)
    colour.wait_until(lambda: not colour.pollers())
    waited = attached(client, 200)
    ended = colour.together(
        [
            partial(client.operations.as_completed, waited[number::20], PATIENCE)
            for number in range(20)
        ]
    )
    assert Counter(one.id for some in ended for one in some) == Counter(one.id for one in waited)
    assert pollers == {1}
    colour.wait_until(lambda: not colour.pollers())


def test_who_waits_for_the_same_shares_the_looks(
    colour: Colour, client: Any, server: Server
) -> None:
    service = Operations(RUNNING, RUNNING, DONE)
    server.script(service)
    found = colour.together([client.operations.attach("cfr1").wait for _ in range(20)])
    assert [operation.done for operation in found] == [True] * 20
    assert service.looks["cfr1"] == 3


def test_a_poller_comes_back_when_it_is_needed(colour: Colour, client: Any, server: Server) -> None:
    server.script(Operations(DONE))
    for number in range(3):
        colour.call(client.operations.attach(f"cfr{number}").wait)
        colour.wait_until(lambda: not colour.pollers())


@pytest.mark.parametrize("way", ["wait", "result", "as_completed", "wait_all"])
def test_closing_ends_a_wait(way: str, colour: Colour, client: Any, server: Server) -> None:
    service = Operations(RUNNING)
    server.script(service)
    operation = client.operations.attach("cfr1")

    async def aclose() -> None:
        await asyncio.to_thread(server.call)
        await client.close()

    def close() -> None:
        server.call()
        client.close()

    ways = {
        "wait": operation.wait,
        "result": operation.result,
        "as_completed": lambda: client.operations.as_completed([operation]),
        "wait_all": lambda: client.operations.wait_all([operation]),
    }
    try:
        colour.together([ways[way], close if colour.name == "sync" else aclose])
    except errors.ConfigurationError as error:
        assert "the client is closed" in str(error)  # noqa: PT017 - or below
    else:
        assert way in {"as_completed", "wait_all"}
    with pytest.raises(errors.ConfigurationError, match="the client is closed"):
        colour.call(operation.wait)
    colour.wait_until(lambda: not colour.pollers())
    assert not operation.done


def test_progress_is_told_after_each_look(colour: Colour, client: Any, server: Server) -> None:
    server.script(Operations(state(done=False, description="a third"), RUNNING, state(done=True)))
    seen: list[Any] = []
    operation = client.operations.attach("cfr1")

    def progress(one: Any) -> None:
        seen.append((one, one.description, one.done))

    colour.call(lambda: operation.wait(progress=progress))
    assert seen == [
        (operation, "a third", False),
        (operation, "", False),
        (operation, "", True),
    ]


@pytest.mark.parametrize("way", ["wait", "as_completed", "wait_all"])
def test_what_progress_raises_reaches_the_caller(
    way: str, colour: Colour, client: Any, server: Server
) -> None:
    server.script(Operations(RUNNING))

    def progress(_: object) -> None:
        raise ZeroDivisionError

    operation = client.operations.attach("cfr1")
    ways = {
        "wait": lambda: operation.wait(progress=progress),
        "as_completed": lambda: client.operations.as_completed([operation], progress=progress),
        "wait_all": lambda: client.operations.wait_all([operation], progress=progress),
    }
    with pytest.raises(ZeroDivisionError):
        colour.call(ways[way])
    colour.wait_until(lambda: not colour.pollers())


def test_the_same_operation_twice(colour: Colour, client: Any, server: Server) -> None:
    """The same object is yielded once, two that stand for one operation once each."""
    service = Operations(RUNNING, DONE)
    server.script(service)
    one, other = client.operations.attach("cfr1"), client.operations.attach("cfr1")
    ended = colour.call(lambda: client.operations.as_completed([one, other, one]))
    assert list(map(id, ended)) == [id(one), id(other)]
    assert one.done
    assert other.done
    assert service.looks == {"cfr1": 2}


def test_an_operation_that_one_knows_to_be_done_and_the_other_does_not(
    colour: Colour, client: Any, server: Server
) -> None:
    server.script(Operations(DONE))
    known = colour.call(lambda: client.operations.get("cfr1"))
    unknown = client.operations.attach("cfr1")
    ended = colour.call(lambda: client.operations.as_completed([known, unknown]))
    assert [operation.done for operation in ended] == [True, True]


def test_nothing_to_wait_for(colour: Colour, client: Any, server: Server) -> None:
    assert colour.call(lambda: client.operations.as_completed([])) == []
    assert colour.call(lambda: client.operations.wait_all([])) == []
    assert not server.calls


def test_leaving_a_loop_stops_the_looks(colour: Colour, client: Any, server: Server) -> None:
    service = Operations(RUNNING, cfr0=[DONE])
    server.script(service)

    (ended,) = colour.take(client.operations.as_completed(attached(client, 5)), 1)
    assert ended.id == "cfr0"
    colour.wait_until(lambda: not colour.pollers())


def test_a_second_is_noticed_within_half_of_one(
    colour: Colour, client: Any, server: Server
) -> None:
    """By the clock of the server, from submitting on, with 4 looks at most."""
    began: list[float] = []
    looked: list[float] = []

    def service(call: Call) -> Iterator[Message]:
        now = time.monotonic()
        if call.method == operations.SUBMIT:
            began.append(now)
        else:
            looked.append(now - began[0])
        done = now - began[0] >= 1.0
        yield operations.operation_pb2.Operation(id="cfr1", done=done)

    server.script(service)
    operation = colour.call(lambda: client.ocr.submit(IMAGE))
    colour.call(operation.wait)
    assert operation.done
    assert 2 <= len(looked) <= 4
    assert 1.0 <= looked[-1] < 1.5 + SLACK


def test_an_interrupted_wait_names_the_operation(server: Server) -> None:
    """Ctrl+C in the main thread of a blocking program."""
    colour = Sync()
    client = colour.client(CREDENTIALS, endpoint=server.target, plaintext=True)
    main = threading.main_thread().ident
    assert main is not None

    def interrupt(call: Call, operation_id: str) -> Iterable[Message]:
        signal.pthread_kill(main, signal.SIGINT)
        return RUNNING(call, operation_id)

    service = Operations(interrupt, DONE)
    server.script(service)
    operation = client.operations.attach("cfr1")
    handler = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt) as interrupted:
            operation.wait(PATIENCE)
    finally:
        signal.signal(signal.SIGINT, handler)
    assert interrupted.value.__notes__ == [
        "operation cfr1 goes on: resume with operations.attach('cfr1', ...)"
    ]
    colour.wait_until(lambda: not colour.pollers())
    assert operation.wait(PATIENCE).done
    colour.close()


def test_a_cancelled_wait_names_the_operations(server: Server) -> None:
    colour = Aio()
    client = colour.client(CREDENTIALS, endpoint=server.target, plaintext=True)
    service = Operations(RUNNING)
    server.script(service)

    async def main() -> None:
        waited = attached(client, 3)
        task = asyncio.create_task(client.operations.wait_all(waited))
        await asyncio.to_thread(server.call)
        task.cancel()
        with pytest.raises(asyncio.CancelledError) as cancelled:
            await task
        (note,) = cancelled.value.__notes__
        assert note == (
            "operation cfr0 (and 2 more) goes on: resume with operations.attach('cfr0', ...)"
        )
        for operation in waited:
            service.script(operation.id, DONE)
        for operation in await client.operations.wait_all(waited):
            assert operation.done

    colour.call(main())
    colour.close()


def test_a_timeout_of_asyncio_is_told_from_ours(server: Server) -> None:
    colour = Aio()
    client = colour.client(CREDENTIALS, endpoint=server.target, plaintext=True)
    server.script(Operations(RUNNING))

    async def main() -> None:
        async with asyncio.timeout(0.1):
            await client.operations.attach("cfr1").wait(PATIENCE)

    with pytest.raises(TimeoutError) as timeout:
        colour.call(main())
    assert not isinstance(timeout.value, errors.OperationTimeout)
    colour.close()


def test_an_operation_of_another_loop(server: Server) -> None:
    """It is told so, and does not hang."""
    one, other = Aio(), Aio()
    client = one.client(CREDENTIALS, endpoint=server.target, plaintext=True)
    server.script(Operations(RUNNING, RUNNING, DONE))
    one.call(client.operations.attach("cfr1").wait)
    server.script(answer(operations.operation_pb2.Operation(id="cfr3")))
    submitted = one.call(client.ocr.submit(IMAGE))
    for operation in (client.operations.attach("cfr2"), submitted):
        with pytest.raises(errors.ConfigurationError, match="belongs to another event loop"):
            other.call(partial(operation.wait, 5.0))
    other.close()
    one.close()


@pytest.mark.parametrize("waits", [True, False], ids=["waits", "has waited"])
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
def test_a_child_waits_by_itself(waits: bool, server: Server) -> None:
    service = Operations(RUNNING, parent=[DONE], child=[RUNNING, RUNNING, DONE])
    server.script(service)
    done = subprocess.run(
        [sys.executable, "-m", "tests.wire.forked_waiting", server.target, str(waits)],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "GRPC_VERBOSITY": "NONE"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert service.looks["child"] == 3
    looks = [
        (call.peer, operations.GetOperationRequest.FromString(call.requests[0]).operation_id)
        for call in server.calls
    ]
    (child,) = {peer for peer, operation_id in looks if operation_id == "child"}
    assert {operation_id for peer, operation_id in looks if peer == child} == {"child"}


def test_an_interceptor_that_breaks_ends_the_wait(colour: Colour, server: Server) -> None:
    """It may be of any kind: what must not be is a wait without an end."""

    class Broken(grpc.UnaryUnaryClientInterceptor):
        def intercept_unary_unary(
            self, continuation: Any, client_call_details: Any, request: Any
        ) -> Any:
            raise ZeroDivisionError

    class AsyncBroken(grpc.aio.UnaryUnaryClientInterceptor):
        async def intercept_unary_unary(
            self, continuation: Any, client_call_details: Any, request: Any
        ) -> Any:
            raise ZeroDivisionError

    client = colour.client(
        CREDENTIALS,
        endpoint=server.target,
        plaintext=True,
        interceptors=[Broken() if colour.name == "sync" else AsyncBroken()],
    )
    with pytest.raises(ZeroDivisionError if colour.name == "aio" else errors.OperationTimeout):
        colour.call(lambda: client.operations.attach("cfr1").wait(1.0))
    assert not server.calls


class Looks:
    """A waiter of the blocking client whose looks a test answers."""

    def __init__(self, clock: Any = time.monotonic) -> None:
        self.begun: list[Any] = []
        self.arrived = threading.Event()
        tokens: Any = self
        self.waiter = Waiter(self._begin, tokens, Turns(None, nullcontext()), clock)

    def _begin(self, method: Any, request: Any, timeout: float, token: Any, ended: Any) -> None:
        self.begun.append(ended)
        self.arrived.set()

    def get(self) -> Token:
        return Token("Bearer t1")

    def refuse(self, token: Token) -> bool:
        return False


def test_an_iterator_that_is_collected_at_a_bad_moment() -> None:
    """Python may collect it in any thread, also in one that has just taken the waiter's lock."""
    seen: list[Seen] = []
    hangs = threading.Event()

    def clock() -> float:
        if threading.current_thread().name == "ycgrpc-waiter" and not hangs.is_set():
            hangs.set()
            looks.waiter.drop("one", seen.append)
        return time.monotonic()

    looks = Looks(clock)
    looks.waiter.watch("one", "", SCHEDULE, None, seen.append)
    assert hangs.wait(PATIENCE)
    for thread in threading.enumerate():
        if thread.name == "ycgrpc-waiter":
            thread.join(PATIENCE)
            assert not thread.is_alive()
    looks.waiter.close()
    assert seen == []


def test_a_thread_that_cannot_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever waits next starts it."""
    looks = Looks()
    told = threading.Event()

    def start(_: object) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", start)
        with pytest.raises(RuntimeError):
            looks.waiter.watch("one", "", SCHEDULE, None, lambda _: None)
    looks.waiter.watch("two", "", SCHEDULE, None, lambda _: told.set())
    assert looks.arrived.wait(PATIENCE)
    looks.waiter.close()
    assert told.wait(PATIENCE)


@pytest.mark.parametrize("path", ["timeout", "not found", "refused", "down", "closed", "failed"])
def test_nothing_tells_the_key(
    path: str, colour: Colour, client: Any, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    scripts = {
        "not found": NOT_FOUND,
        "refused": by(fail(grpc.StatusCode.UNAUTHENTICATED, "no")),
        "down": UNAVAILABLE,
        "failed": state(done=True, error={"code": 3, "message": "no"}),
    }
    server.script(Operations(scripts.get(path, RUNNING)))
    operation = client.operations.attach("cfr1")
    if path == "closed":
        colour.call(client.close)
    with pytest.raises(errors.Error) as failed:
        colour.call(lambda: operation.result(0.5 if path in {"timeout", "down"} else PATIENCE))
    assert_silent(failed.value, caplog.text)
    for shown in (operation, client.operations, client._driver.waiter, client._driver):
        assert KEY not in f"{shown!r}{shown}"


def test_a_note_does_not_tell_the_key(server: Server) -> None:
    colour = Aio()
    client = colour.client(CREDENTIALS, endpoint=server.target, plaintext=True)
    server.script(Operations(RUNNING))

    async def main() -> BaseException:
        task = asyncio.create_task(client.operations.attach("cfr1").wait())
        await asyncio.to_thread(server.call)
        task.cancel()
        with pytest.raises(asyncio.CancelledError) as cancelled:
            await task
        return cancelled.value

    error = colour.call(main())
    assert error.__notes__
    assert_silent(error)
    colour.close()
