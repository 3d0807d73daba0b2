"""Tokens that are renewed: how often IAM is asked, who waits, and what a refusal comes to."""

from __future__ import annotations

import asyncio
import gc
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import grpc
import pytest
from google.protobuf.message import Message
from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_service_pb2_grpc as ocr

from tests.wire.colours import Aio, Colour
from tests.wire.iam import HOUR, Clock, held_up, service_account_key, token, tokens, used
from tests.wire.pages import IMAGE, REQUEST, page
from tests.wire.server import PATIENCE, Call, Server, answer, fail, hang
from ycgrpc import AsyncClient, Client, errors
from ycgrpc.interceptors import AuthInterceptor, aio_auth_interceptors

REFUSED = fail(grpc.StatusCode.UNAUTHENTICATED, "the token is revoked")
NO_RETRIES = [("grpc.service_config", "{}")]
CREATE = "/yandex.cloud.iam.v1.IamTokenService/Create"


@pytest.fixture
def iam() -> Iterator[Server]:
    """An IAM that gives a new token each time."""
    with Server() as running:
        running.script(tokens())
        yield running


@pytest.fixture
def arguments(server: Server, iam: Server) -> dict[str, Any]:
    """What a client of the server and of that IAM is made with."""
    return {
        "credentials": service_account_key(),
        "endpoint": server.target,
        "endpoints": {"iam": iam.target},
        "plaintext": True,
        "quotas": None,
        "channel_options": NO_RETRIES,
    }


@pytest.fixture
def client(colour: Colour, arguments: dict[str, Any]) -> Any:
    """A client whose tokens come from IAM."""
    return colour.client(**arguments)


@pytest.fixture
def clock(client: Any) -> Clock:
    """The clock that the client's tokens live by."""
    found = client._driver.tokens._clock = Clock()
    return found


def recognize_through_stub(colour: Colour, client: Any) -> Any:
    """Make one call through a bare stub."""
    stub = colour.stub(ocr, "TextRecognitionService")
    return colour.call(lambda: client.stub(stub).Recognize(REQUEST, timeout=10))


WAYS: dict[str, Callable[[Colour, Any], Any]] = {
    "recognize": lambda colour, client: colour.call(client.ocr.recognize(IMAGE)),
    "recognize_pages": lambda colour, client: colour.call(client.ocr.recognize_pages(IMAGE)),
    "stub": recognize_through_stub,
}
EVERY_WAY = pytest.mark.parametrize("way", WAYS)
FACADE = pytest.mark.parametrize("way", ["recognize", "recognize_pages"])


@EVERY_WAY
def test_one_token_serves_all_calls(
    way: str, colour: Colour, client: Any, server: Server, iam: Server
) -> None:
    for _ in range(3):
        WAYS[way](colour, client)
    assert used(server) == [1, 1, 1]
    assert [call.method for call in iam.calls] == [CREATE]
    assert "authorization" not in iam.last.metadata


def test_64_threads_make_one_create(arguments: dict[str, Any], server: Server, iam: Server) -> None:
    ready = threading.Barrier(64)
    with Client(**arguments) as client, ThreadPoolExecutor(64) as pool:

        def recognize(_: int) -> None:
            ready.wait(PATIENCE)
            client.ocr.recognize(IMAGE)

        list(pool.map(recognize, range(64)))
    assert used(server) == [1] * 64
    assert len(iam.calls) == 1


def test_1000_tasks_make_one_create(arguments: dict[str, Any], server: Server, iam: Server) -> None:
    async def main() -> None:
        async with AsyncClient(**arguments) as client:
            await asyncio.gather(*(client.ocr.recognize(IMAGE) for _ in range(1000)))

    asyncio.run(main())
    assert used(server) == [1] * 1000
    assert len(iam.calls) == 1


@FACADE
def test_a_refused_token_is_renewed_and_the_call_repeated(
    way: str, colour: Colour, client: Any, server: Server, iam: Server, clock: Clock
) -> None:
    WAYS[way](colour, client)
    clock.now += 100
    server.script(REFUSED, answer(page("one")))
    WAYS[way](colour, client)
    assert used(server) == [1, 1, 2]
    assert len(iam.calls) == 2


@FACADE
def test_a_renewed_token_that_is_refused_as_well_is_told(
    way: str, colour: Colour, client: Any, server: Server, iam: Server, clock: Clock
) -> None:
    WAYS[way](colour, client)
    clock.now += 100
    server.script(REFUSED)
    for _ in range(2):
        with pytest.raises(errors.Unauthenticated, match="the token is revoked"):
            WAYS[way](colour, client)
    assert used(server) == [1, 1, 2, 2]  # a token this new is not refused for its age
    assert len(iam.calls) == 2


def test_a_stream_is_not_repeated_once_it_has_begun(
    colour: Colour, client: Any, server: Server, iam: Server, clock: Clock
) -> None:
    colour.call(client.ocr.recognize(IMAGE))
    clock.now += 100
    server.script(fail(grpc.StatusCode.UNAUTHENTICATED, "no", after=[page("one")]))
    taken: list[Any] = []
    with pytest.raises(errors.Unauthenticated):
        colour.collect(client.ocr.recognize_pages(IMAGE), taken.append)
    assert len(taken) == 1
    assert used(server) == [1, 1]
    assert len(iam.calls) == 1


def test_nor_is_an_answer_that_is_collected(
    colour: Colour, client: Any, server: Server, iam: Server
) -> None:
    server.script(fail(grpc.StatusCode.UNAUTHENTICATED, "no", after=[page("one")]))
    with pytest.raises(errors.Unauthenticated) as refused:
        colour.call(lambda: client.ocr.recognize(IMAGE))
    assert refused.value.received == 1
    assert used(server) == [1]
    assert len(iam.calls) == 1


def test_a_refused_token_is_renewed_for_the_next_call_of_a_stub(
    colour: Colour, client: Any, server: Server, clock: Clock
) -> None:
    recognize_through_stub(colour, client)
    clock.now += 100
    server.script(REFUSED, answer(page("one")))
    with pytest.raises(grpc.RpcError):
        recognize_through_stub(colour, client)
    colour.wait_until(lambda: not client._driver.tokens.current())  # gRPC tells it a little later
    recognize_through_stub(colour, client)
    assert used(server) == [1, 1, 2]


@EVERY_WAY
def test_a_wrong_key_is_told_at_once(
    way: str, colour: Colour, client: Any, server: Server, iam: Server
) -> None:
    iam.script(fail(grpc.StatusCode.UNAUTHENTICATED, "The JWT's signature is invalid"))
    with pytest.raises(errors.CredentialsError, match="signature is invalid") as failed:
        WAYS[way](colour, client)
    assert type(failed.value) is errors.CredentialsError
    assert isinstance(failed.value.__cause__, errors.Unauthenticated)
    assert len(iam.calls) == 1  # at once: it is not asked again, after a pause
    assert not server.calls


def test_an_iam_that_is_down_is_asked_again(
    colour: Colour, client: Any, server: Server, iam: Server
) -> None:
    iam.script(*[fail(grpc.StatusCode.UNAVAILABLE, "down")] * 4, tokens())
    for _ in range(2):  # and until the next try, all are told the same
        with pytest.raises(errors.CredentialsUnavailable, match=r"IAM gave no token: .*down"):
            colour.call(client.ocr.recognize(IMAGE))
    assert len(iam.calls) == 4
    assert not server.calls


def test_nobody_waits_for_a_renewal(
    colour: Colour, client: Any, server: Server, iam: Server, clock: Clock
) -> None:
    renewed = threading.Event()
    iam.script(answer(token(1)), held_up(renewed, 2))
    try:
        colour.call(client.ocr.recognize(IMAGE))
        clock.now += 2 * HOUR
        for _ in range(10):
            colour.call(client.ocr.recognize(IMAGE, timeout=5))
        recognize_through_stub(colour, client)
        assert used(server) == [1] * 12
        colour.wait_until(lambda: len(iam.calls) == 2)
    finally:
        renewed.set()
    colour.wait_until(lambda: client._driver.tokens.current() is not None)
    colour.call(client.ocr.recognize(IMAGE))
    assert used(server)[-1] == 2
    assert len(iam.calls) == 2


def test_a_failing_renewal_hurts_nobody(
    colour: Colour, client: Any, server: Server, iam: Server, clock: Clock
) -> None:
    colour.call(client.ocr.recognize(IMAGE))
    iam.script(fail(grpc.StatusCode.PERMISSION_DENIED, "no"))
    for _ in range(11):
        clock.now += HOUR
        colour.call(client.ocr.recognize(IMAGE))
    assert used(server) == [1] * 12
    clock.now += HOUR
    with pytest.raises(errors.CredentialsError):
        colour.call(client.ocr.recognize(IMAGE))


def test_a_week(colour: Colour, client: Any, server: Server, iam: Server, clock: Clock) -> None:
    """A call every ten minutes, with tokens of 12 hours: none fails, none comes with an old token."""
    born: dict[int, float] = {}

    def create(call: Call) -> list[Message]:
        number = len(born) + 1
        born[number] = clock.now
        return [token(number)]

    iam.script(create)
    step = 600.0
    while clock.now < 168 * HOUR:
        colour.call(client.ocr.recognize(IMAGE))
        assert clock.now - born[used(server)[-1]] < 2 * HOUR
        # Ten minutes are enough for a renewal; the clock of this test is not to overtake it.
        colour.wait_until(lambda: not client._driver.tokens._state._flying)
        clock.now += step
    assert len(server.calls) == 168 * 6
    assert 100 < len(iam.calls) <= 168


GIVEN = "t1.secret-of-a-function"


@EVERY_WAY
def test_a_function_as_credentials(
    way: str, colour: Colour, arguments: dict[str, Any], server: Server
) -> None:
    calls: list[int] = []

    def give() -> tuple[str, None]:
        calls.append(1)
        return GIVEN, None

    client = colour.client(**{**arguments, "credentials": give})
    for _ in range(2):
        WAYS[way](colour, client)
    assert [call.metadata["authorization"] for call in server.calls] == [f"Bearer {GIVEN}"] * 2
    assert len(calls) == 1


async def give_later() -> tuple[str, None]:
    await asyncio.sleep(0)
    return GIVEN, None


@EVERY_WAY
def test_a_coroutine_function_as_credentials(
    way: str, colour: Colour, arguments: dict[str, Any], server: Server, iam: Server
) -> None:
    client = colour.client(**{**arguments, "credentials": give_later})
    if colour.name == "sync":
        for _ in range(2):
            with pytest.raises(
                errors.ConfigurationError, match="a coroutine function is for Async"
            ):
                WAYS[way](colour, client)
        assert not server.calls
    else:
        WAYS[way](colour, client)
        assert server.last.metadata["authorization"] == f"Bearer {GIVEN}"


def test_a_function_as_credentials_of_interceptors(server: Server) -> None:
    asked: list[int] = []

    def give() -> tuple[str, None]:
        asked.append(1)
        return GIVEN, None

    with grpc.insecure_channel(server.target) as plain:
        stub = ocr.TextRecognitionServiceStub(grpc.intercept_channel(plain, AuthInterceptor(give)))
        for _ in range(2):
            list(stub.Recognize(REQUEST, timeout=10))

    async def main() -> None:
        interceptors = aio_auth_interceptors(give_later)
        async with grpc.aio.insecure_channel(server.target, interceptors=interceptors) as channel:
            stub = ocr.TextRecognitionServiceAsyncStub(channel)
            for _ in range(2):
                assert [message async for message in stub.Recognize(REQUEST, timeout=10)]

    asyncio.run(main())
    assert [call.metadata["authorization"] for call in server.calls] == [f"Bearer {GIVEN}"] * 4
    assert len(asked) == 1


class Interrupted(BaseException):
    """What no client has to expect, such as a ``KeyboardInterrupt``."""


def test_after_an_interrupted_fetch_the_next_caller_tries(
    arguments: dict[str, Any], server: Server
) -> None:
    waits, interrupted = threading.Event(), threading.Event()
    calls: list[int] = []

    def give() -> tuple[str, None]:
        calls.append(1)
        if len(calls) == 1:
            waits.set()
            assert interrupted.wait(PATIENCE)
            raise Interrupted
        return GIVEN, None

    arguments["credentials"] = give
    with (
        Client(**arguments) as client,
        ThreadPoolExecutor(2) as pool,
    ):
        first = pool.submit(client.ocr.recognize, IMAGE)
        assert waits.wait(PATIENCE)
        second = pool.submit(client.ocr.recognize, IMAGE)
        interrupted.set()
        with pytest.raises(Interrupted):
            first.result(PATIENCE)
        second.result(PATIENCE)
    assert len(calls) == 2
    assert len(server.calls) == 1


def test_a_cancelled_task_does_not_take_the_token_from_others(
    arguments: dict[str, Any], server: Server, iam: Server
) -> None:
    go_on = threading.Event()
    iam.script(held_up(go_on, 1))

    async def main() -> None:
        async with AsyncClient(**arguments) as client:
            first = asyncio.create_task(client.ocr.recognize(IMAGE))
            await asyncio.to_thread(iam.call)
            second = asyncio.create_task(client.ocr.recognize(IMAGE))
            await asyncio.sleep(0)
            first.cancel()
            with pytest.raises(asyncio.CancelledError):
                await first
            go_on.set()
            await second

    asyncio.run(main())
    assert used(server) == [1]
    assert len(iam.calls) == 1


def test_closing_ends_a_fetch_and_tells_who_waits_for_it(
    arguments: dict[str, Any], iam: Server
) -> None:
    iam.script(hang())

    async def main() -> None:
        client = AsyncClient(**arguments)
        waiting = asyncio.create_task(client.ocr.recognize(IMAGE))
        await asyncio.to_thread(iam.call)
        await client.close()
        with pytest.raises(errors.ConfigurationError, match="the client is closed"):
            await waiting
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(main())


def test_closing_a_blocking_client_ends_a_fetch(arguments: dict[str, Any], iam: Server) -> None:
    iam.script(hang())
    client = Client(**arguments)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(client.ocr.recognize, IMAGE)
        iam.call()
        client.close()
        with pytest.raises(errors.Error):
            waiting.result(PATIENCE)


def test_closing_while_a_token_is_renewed(
    colour: Colour, client: Any, iam: Server, clock: Clock
) -> None:
    """Nobody waits for it, so nobody is to be told: no traceback of a thread, none of a task."""
    colour.call(client.ocr.recognize(IMAGE))
    iam.script(hang())
    clock.now += 2 * HOUR
    colour.call(client.ocr.recognize(IMAGE))
    colour.wait_until(lambda: len(iam.calls) == 2)
    colour.call(client.close)
    for thread in threading.enumerate():
        if thread.name == "ycgrpc-token":
            thread.join(PATIENCE)
            assert not thread.is_alive()


@pytest.mark.parametrize("first", ["has a token", "waits for one"])
def test_an_async_client_in_another_loop(
    first: str, arguments: dict[str, Any], server: Server, iam: Server
) -> None:
    one, other = Aio(), Aio()
    client = one.client(**arguments)
    if first == "has a token":
        one.call(client.ocr.recognize(IMAGE))
        late: Any = client
        late._driver.tokens._clock = lambda: time.monotonic() + 2 * HOUR
    else:
        iam.script(fail(grpc.StatusCode.PERMISSION_DENIED, "no"))
        with pytest.raises(errors.CredentialsError):
            one.call(client.ocr.recognize(IMAGE))
    calls = len(iam.calls)
    with pytest.raises(errors.ConfigurationError, match="belongs to another event loop"):
        other.call(client.ocr.recognize(IMAGE))
    assert len(iam.calls) == calls
    other.close()
    one.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
@pytest.mark.parametrize("before", ["used", "unused"])
def test_a_client_works_on_both_sides_of_a_fork(before: str, server: Server, iam: Server) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.wire.forking", server.target, iam.target, before],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "GRPC_VERBOSITY": "NONE"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(server.calls) == (5 if before == "used" else 4)
    assert len({call.peer for call in server.calls}) == 2


def test_nothing_stays_of_many_clients(arguments: dict[str, Any], server: Server) -> None:
    """Of clients that each fetch a token, and are closed while they renew it."""

    def use(count: int) -> int:
        for _ in range(count):
            with Client(**arguments) as client:
                opened: Any = client
                clock = opened._driver.tokens._clock = Clock()
                client.ocr.recognize(IMAGE)
                clock.now += 2 * HOUR
                client.ocr.recognize(IMAGE)
        for thread in threading.enumerate():
            if thread.name == "ycgrpc-token":
                thread.join(PATIENCE)
        gc.collect()
        return threading.active_count()

    use(10)  # gRPC's own threads, and those of the server
    few = use(5)
    assert use(30) <= few + 2
