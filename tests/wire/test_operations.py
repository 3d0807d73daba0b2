"""Operations by their ids: looked at, cancelled, and taken up again from anywhere."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterable
from queue import SimpleQueue
from typing import Any

import grpc
import pytest
from google.protobuf.message import Message
from ycgrpc_pb.yandex.cloud.ai.stt.v2.stt_service_pb2 import (
    LongRunningRecognitionResponse,
    SpeechRecognitionAlternative,
    SpeechRecognitionResult,
)
from ycgrpc_pb.yandex.cloud.operation.operation_service_pb2 import CancelOperationRequest

from tests.wire import operations
from tests.wire.colours import CREDENTIALS, Colour
from tests.wire.operations import DONE, RUNNING, Operations, packed, state
from tests.wire.pages import page
from tests.wire.server import Call, Server, answer, fail
from tests.wire.test_secrets import assert_silent
from ycgrpc import Recognition, errors

ALTERNATIVE = SpeechRecognitionAlternative(text="one")
TEXT = LongRunningRecognitionResponse(chunks=[SpeechRecognitionResult(alternatives=[ALTERNATIVE])])


def test_attaching_asks_nobody(colour: Colour, client: Any, server: Server) -> None:
    operation = client.operations.attach("cfr1")
    assert (operation.id, operation.done, operation.error) == ("cfr1", False, None)
    assert (operation.metadata, operation.created_at) == ({}, None)
    assert not server.calls


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("",), "operation_id: "),
        (("cfr1", str), "result: must be Recognition, Transcript or the class of a message"),
    ],
)
def test_attaching_what_cannot_be(
    arguments: Any, told: str, colour: Colour, client: Any, server: Server
) -> None:
    with pytest.raises(errors.InvalidRequest, match=told):
        client.operations.attach(*arguments)


def test_one_look(colour: Colour, client: Any, server: Server) -> None:
    created = dt.datetime(2025, 5, 9, 12, 30, tzinfo=dt.UTC)
    server.script(
        Operations(state(done=False, description="text", created_at=created, metadata=packed(TEXT)))
    )
    operation = colour.call(lambda: client.operations.get("cfr1"))
    assert (operation.description, operation.created_at) == ("text", created)
    assert operation.metadata["chunks"][0]["alternatives"][0]["text"] == "one"
    assert [call.method for call in server.calls] == [operations.GET]


def test_looking_again(colour: Colour, client: Any, server: Server) -> None:
    server.script(Operations(RUNNING, DONE))
    operation = client.operations.attach("cfr1")
    assert colour.call(operation.refresh) is operation
    assert not operation.done
    assert colour.call(operation.refresh).done


def test_cancelling(colour: Colour, client: Any, server: Server) -> None:
    """The service may heed it, or not: what it answers is the state as of then."""
    server.script(answer(operations.operation_pb2.Operation(id="cfr1", description="going")))
    operation = client.operations.attach("cfr1")
    assert colour.call(operation.cancel) is operation
    assert operation.description == "going"
    assert not operation.done
    assert colour.call(lambda: client.operations.cancel("cfr2")).description == "going"
    asked = [CancelOperationRequest.FromString(call.requests[0]) for call in server.calls]
    assert [request.operation_id for request in asked] == ["cfr1", "cfr2"]
    assert {call.method for call in server.calls} == {operations.CANCEL}


def test_waiting_by_an_id(colour: Colour, client: Any, server: Server) -> None:
    server.script(Operations(RUNNING, DONE))
    assert colour.call(lambda: client.operations.wait("cfr1", 20)).done


def test_operations_of_two_clients(colour: Colour, server: Server) -> None:
    """They may be waited for together, and none is looked at after its wait."""
    server.script(Operations(RUNNING, cfr0=[DONE]))
    one, other = (
        colour.client(CREDENTIALS, endpoint=server.target, plaintext=True) for _ in range(2)
    )
    waited = [other.operations.attach(f"cfr{number}") for number in range(2)]
    (ended,) = colour.take(one.operations.as_completed(waited), 1)
    assert ended.id == "cfr0"
    colour.wait_until(lambda: not colour.pollers())


def test_a_wait_that_is_longer_than_a_thread_may_wait(
    client: Any, colour: Colour, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where 50 days are the most, and a wait without a timeout is one of a year."""
    monkeypatch.setattr(threading, "TIMEOUT_MAX", 0.01)
    slices: list[float] = []

    class Events(SimpleQueue[Any]):
        def get(self, block: bool = True, timeout: float | None = None) -> Any:
            assert timeout is not None
            slices.append(timeout)
            return super().get(block, timeout)

    monkeypatch.setattr("ycgrpc._sync.operations.SimpleQueue", Events)
    server.script(Operations(RUNNING, RUNNING, DONE))
    assert colour.call(client.operations.attach("cfr1").wait).done
    assert all(slice_ <= 0.01 for slice_ in slices)
    assert bool(slices) is (colour.name == "sync")


def test_an_answer_of_a_class(colour: Colour, client: Any, server: Server) -> None:
    server.script(Operations(state(done=True, response=packed(TEXT))))
    operation = client.operations.attach("e031", LongRunningRecognitionResponse)
    assert colour.call(operation.result) == TEXT


def test_an_answer_of_which_nothing_is_known(colour: Colour, client: Any, server: Server) -> None:
    server.script(Operations(state(done=True, response=packed(TEXT))))
    assert colour.call(client.operations.attach("e031").result) == packed(TEXT)


def test_a_recognition_that_goes_on_in_another_process(
    colour: Colour, client: Any, server: Server
) -> None:

    def done(call: Call) -> Iterable[Message]:
        if call.method == operations.GET:
            return DONE(call, "cfr1")
        return [page("one"), page("two")]

    server.script(done)
    result = colour.call(client.operations.attach("cfr1", Recognition).result)
    assert isinstance(result, Recognition)
    assert result.text == "one\ntwo"


WAYS: dict[str, Callable[[Any], Any]] = {
    "get": lambda client: client.operations.get("cfr1"),
    "refresh": lambda client: client.operations.attach("cfr1").refresh(),
    "cancel": lambda client: client.operations.cancel("cfr1"),
    "wait": lambda client: client.operations.wait("cfr1"),
    "result": lambda client: client.operations.attach("cfr1").result(),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_refusal(way: str, colour: Colour, client: Any, server: Server) -> None:
    server.script(fail(grpc.StatusCode.PERMISSION_DENIED, "no"))
    with pytest.raises(errors.PermissionDenied) as refused:
        colour.call(lambda: WAYS[way](client))
    assert refused.value.method == (operations.CANCEL if way == "cancel" else operations.GET)
    assert refused.value.client_request_id == server.last.metadata["x-client-request-id"]
    assert_silent(refused.value)


@pytest.mark.parametrize("way", WAYS)
def test_a_closed_client(way: str, colour: Colour, client: Any, server: Server) -> None:
    colour.call(client.close)
    with pytest.raises(errors.ConfigurationError, match="the client is closed"):
        colour.call(lambda: WAYS[way](client))


@pytest.mark.parametrize("way", ["get", "refresh", "cancel"])
@pytest.mark.parametrize("timeout", [0, -1])
def test_a_timeout_that_makes_no_sense(
    way: str, timeout: float, colour: Colour, client: Any, server: Server
) -> None:
    ways: dict[str, Callable[[], Any]] = {
        "get": lambda: client.operations.get("cfr1", timeout=timeout),
        "refresh": lambda: client.operations.attach("cfr1").refresh(timeout=timeout),
        "cancel": lambda: client.operations.cancel("cfr1", timeout=timeout),
    }
    with pytest.raises(errors.InvalidRequest, match="timeout"):
        colour.call(ways[way])
    assert not server.calls
