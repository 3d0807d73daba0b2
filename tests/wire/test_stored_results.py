"""Results that the service keeps: fetched page by page, each once, wherever the stream breaks."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Callable, Iterable
from typing import Any

import grpc
import pytest
from google.protobuf.message import Message

from tests.wire import operations
from tests.wire.colours import CREDENTIALS, Aio, Colour, Sync
from tests.wire.iam import Clock, service_account_key, tokens, used
from tests.wire.operations import DONE
from tests.wire.pages import page
from tests.wire.server import PATIENCE, Behaviour, Call, Server, answer, fail, hang
from tests.wire.test_secrets import assert_silent
from ycgrpc import Recognition, errors

PAGES = [page(text) for text in ("one", "two", "three", "four")]
TEXTS = ["one", "two", "three", "four"]
NO_RETRIES = [("grpc.service_config", "{}")]
NOT_READY = fail(grpc.StatusCode.NOT_FOUND, "operation data is not ready")

Ask = Callable[[Colour, Any], list[str]]


def whole(colour: Colour, client: Any) -> list[str]:
    """The texts of a result that is fetched as a whole."""
    result = colour.call(client.ocr.get_recognition("cfr1"))
    return [each.text_annotation.full_text for each in result.responses]


def page_by_page(colour: Colour, client: Any) -> list[str]:
    """The texts of a result that is fetched page by page."""
    pages = colour.call(client.ocr.get_recognition_pages("cfr1"))
    assert all(isinstance(each, Recognition) for each in pages)
    return [each.text for each in pages]


def waited_for(colour: Colour, client: Any) -> list[str]:
    """The texts of the result of an operation that is done."""
    result = colour.call(client.operations.attach("cfr1", Recognition).result)
    return [each.text_annotation.full_text for each in result.responses]


BOTH = pytest.mark.parametrize("ask", [whole, page_by_page])
ALL = pytest.mark.parametrize("ask", [whole, page_by_page, waited_for])


@pytest.fixture
def client(colour: Colour, server: Server) -> Any:
    """A client without the retries of gRPC, which would hide what it does by itself."""
    return colour.client(
        CREDENTIALS, endpoint=server.target, plaintext=True, channel_options=NO_RETRIES
    )


def script(server: Server, *behaviours: Behaviour) -> None:
    """Have an operation done, and its result asked for with these answers."""
    results = list(behaviours)

    def answered(call: Call) -> Any:
        if call.method == operations.GET:
            return DONE(call, "cfr1")
        return (results.pop(0) if len(results) > 1 else results[0])(call)

    server.script(answered)


def asked(server: Server) -> int:
    """How often the result was asked for."""
    return sum(call.method == operations.RESULT for call in server.calls)


def cut(after: int, code: str = "UNAVAILABLE") -> Behaviour:
    """Answer with some pages, and break off."""
    return fail(grpc.StatusCode[code], "cut off", after=PAGES[:after])


@ALL
def test_a_result(ask: Ask, colour: Colour, client: Any, server: Server) -> None:
    script(server, answer(*PAGES))
    assert ask(colour, client) == TEXTS
    assert asked(server) == 1


@ALL
@pytest.mark.parametrize("cuts", [[0], [1], [3], [4], [1, 2, 3], [2, 0, 1, 3]], ids=str)
def test_a_result_that_breaks_is_neither_lost_nor_doubled(
    cuts: list[int], ask: Ask, colour: Colour, client: Any, server: Server
) -> None:
    script(server, *map(cut, cuts), answer(*PAGES))
    assert ask(colour, client) == TEXTS
    assert asked(server) == len(cuts) + 1


@BOTH
def test_a_result_that_changed_is_refused(
    ask: Ask, colour: Colour, client: Any, server: Server
) -> None:
    script(server, cut(2), answer(page("other"), *PAGES[1:]))
    with pytest.raises(errors.UnexpectedResponse, match="fetch it anew from the start"):
        ask(colour, client)
    assert asked(server) == 2
    assert server.last.ended.wait(10), "the rest is not fetched"


@BOTH
def test_a_result_that_does_not_get_on(
    ask: Ask, colour: Colour, client: Any, server: Server
) -> None:
    script(server, cut(2))
    with pytest.raises(errors.Unavailable, match="cut off"):
        ask(colour, client)
    assert asked(server) == 4


def test_pages_come_as_they_are_sent(colour: Colour, client: Any, server: Server) -> None:
    script(server, cut(1), hang(*PAGES[:3]))
    taken = colour.take(client.ocr.get_recognition_pages("cfr1"), 3)
    assert [each.text for each in taken] == TEXTS[:3]
    assert colour.wait(server.call(2).ended), "who leaves cancels the call"


def test_a_caller_who_takes_longer_than_the_timeout(
    colour: Colour, client: Any, server: Server
) -> None:
    script(server, hang(*PAGES[:2]), answer(*PAGES))
    taken: list[str] = []

    def take(found: Recognition) -> None:
        taken.append(found.text)
        assert server.call().ended.wait(PATIENCE), "the first call is cut off meanwhile"

    colour.collect(client.ocr.get_recognition_pages("cfr1", timeout=2.0), take)
    assert taken == TEXTS
    assert asked(server) == 2


NOTE = "operation cfr1 is done, its result not fetched: resume with operations.attach('cfr1', ...)"


@pytest.mark.parametrize(
    ("behaviour", "cause"), [(NOT_READY, errors.NotFound), (hang(), errors.DeadlineExceeded)]
)
def test_a_result_that_is_not_there_in_time(
    behaviour: Behaviour, cause: type, colour: Colour, client: Any, server: Server
) -> None:
    script(server, behaviour)
    with pytest.raises(errors.OperationTimeout, match="operation cfr1: no result within") as late:
        colour.call(lambda: client.operations.attach("cfr1", Recognition).result(0.5))
    assert isinstance(late.value.__cause__, cause)
    assert (late.value.operation_ids, late.value.timeout) == (("cfr1",), 0.5)


@pytest.mark.parametrize("behaviour", [NOT_READY, hang()])
def test_a_result_that_is_not_there_in_the_clients_time(
    behaviour: Behaviour, colour: Colour, server: Server
) -> None:
    client = colour.client(CREDENTIALS, endpoint=server.target, plaintext=True, timeout=0.5)
    script(server, behaviour)
    with pytest.raises((errors.NotFound, errors.DeadlineExceeded)) as failed:
        colour.call(client.operations.attach("cfr1", Recognition).result)
    assert failed.value.__notes__ == [NOTE]


def test_an_interrupted_fetch_names_the_operation(server: Server) -> None:
    """Ctrl+C in the main thread of a blocking program."""
    colour = Sync()
    client = colour.client(CREDENTIALS, endpoint=server.target, plaintext=True)
    main = threading.main_thread().ident
    assert main is not None

    def interrupt(call: Call) -> Iterable[Message]:
        signal.pthread_kill(main, signal.SIGINT)
        return hang()(call)

    script(server, interrupt)
    handler = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt) as interrupted:
            client.operations.attach("cfr1", Recognition).result(PATIENCE)
    finally:
        signal.signal(signal.SIGINT, handler)
    assert interrupted.value.__notes__ == [NOTE]
    colour.close()


def test_a_cancelled_fetch_names_the_operation(server: Server) -> None:
    colour = Aio()
    client = colour.client(CREDENTIALS, endpoint=server.target, plaintext=True)
    script(server, hang())

    async def main() -> None:
        task = asyncio.create_task(client.operations.attach("cfr1", Recognition).result())
        await asyncio.to_thread(server.call, 2)
        task.cancel()
        with pytest.raises(asyncio.CancelledError) as cancelled:
            await task
        assert cancelled.value.__notes__ == [NOTE]

    colour.call(main())
    colour.close()


@pytest.mark.parametrize("absences", [1, 2])
def test_a_result_that_appears_after_its_operation_is_done(
    absences: int, colour: Colour, client: Any, server: Server
) -> None:
    script(server, *[NOT_READY] * absences, answer(*PAGES))
    assert waited_for(colour, client) == TEXTS
    assert asked(server) == absences + 1


@BOTH
def test_a_result_that_is_not_there(ask: Ask, colour: Colour, client: Any, server: Server) -> None:
    script(server, NOT_READY)
    with pytest.raises(errors.NotFound, match="not ready"):
        ask(colour, client)
    assert asked(server) == 1


@BOTH
@pytest.mark.parametrize("operation_id", ["", "x" * 51])
def test_an_id_that_cannot_be(
    operation_id: str, ask: Ask, colour: Colour, client: Any, server: Server
) -> None:
    get = client.ocr.get_recognition if ask is whole else client.ocr.get_recognition_pages
    with pytest.raises(errors.InvalidRequest, match="operation_id"):
        colour.call(get(operation_id) if ask is not whole else lambda: get(operation_id))
    assert not server.calls


@ALL
def test_a_token_that_expires(ask: Ask, colour: Colour, server: Server) -> None:
    """Before the first page, or between two tries: never a page twice."""
    refused = fail(grpc.StatusCode.UNAUTHENTICATED, "the token has expired")
    script(server, cut(2), refused, answer(*PAGES))
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
        assert ask(colour, client) == TEXTS
        assert used(server)[-3:] == [1, 1, 2]


@BOTH
@pytest.mark.parametrize(
    "behaviours",
    [
        [cut(2)],
        [cut(2), answer(page("other"))],
        [NOT_READY],
        [fail(grpc.StatusCode.UNAUTHENTICATED, "no")],
        [fail(grpc.StatusCode.RESOURCE_EXHAUSTED, "no")],
    ],
    ids=["broken", "changed", "absent", "refused", "exhausted"],
)
def test_nothing_tells_the_key(
    behaviours: list[Behaviour], ask: Ask, colour: Colour, client: Any, server: Server
) -> None:
    script(server, *behaviours)
    with pytest.raises(errors.Error) as failed:
        ask(colour, client)
    assert_silent(failed.value)
