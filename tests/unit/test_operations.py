"""What is known of an operation: whether it failed, what it came to, and how often to look at it."""

from __future__ import annotations

import datetime as dt
import json
import pickle
from typing import Any

import grpc
import pytest
from google.protobuf.message import Message
from ycgrpc_pb.google.protobuf import any_pb2, empty_pb2
from ycgrpc_pb.google.rpc import status_pb2
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2 import (
    GetRecognitionRequest,
    RecognizeTextResponse,
)
from ycgrpc_pb.yandex.cloud.ai.stt.v2.stt_service_pb2 import (
    LongRunningRecognitionResponse,
    SpeechRecognitionAlternative,
    SpeechRecognitionResult,
)
from ycgrpc_pb.yandex.cloud.iam.v1.iam_token_service_pb2 import CreateIamTokenResponse
from ycgrpc_pb.yandex.cloud.operation import operation_pb2

from tests.unit.flows import World, refusal
from ycgrpc import Recognition, Transcript, errors
from ycgrpc._core import kinds, ocr, operations, transcripts
from ycgrpc._core.operations import ANY, Kind, OperationState
from ycgrpc._core.streams import streamed
from ycgrpc._core.tokens import Token

ID = "cfr0123456789"
PREFIX = "type.googleapis.com/"


def packed(message: Message) -> Any:
    return any_pb2.Any(
        type_url=PREFIX + message.DESCRIPTOR.full_name, value=message.SerializeToString()
    )


def operation(**fields: Any) -> operation_pb2.Operation:
    return operation_pb2.Operation(id=ID, **fields)


def result(kind: Kind[Any], message: operation_pb2.Operation, *answers: Any) -> Any:
    return World(*answers).run(kind.result(message, 60.0))


FAILED = status_pb2.Status(code=3, message="no image", details=[packed(empty_pb2.Empty())])
RECOGNIZED = LongRunningRecognitionResponse(
    chunks=[
        SpeechRecognitionResult(
            channel_tag=1, alternatives=[SpeechRecognitionAlternative(text="one")]
        )
    ]
)


@pytest.mark.parametrize("extra", [{}, {"metadata": packed(RECOGNIZED)}])
def test_an_operation_that_failed(extra: dict[str, Any]) -> None:
    message = operation(done=True, error=FAILED, **extra)
    with pytest.raises(errors.OperationFailed, match=f"{ID} ended with INVALID_ARGUMENT: no image"):
        operations.succeeded(message)
    failed = OperationState(message, ANY).error
    assert failed is not None
    assert (failed.operation_id, failed.code) == (ID, grpc.StatusCode.INVALID_ARGUMENT)
    assert [detail.DESCRIPTOR.full_name for detail in failed.details] == ["google.protobuf.Any"]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"error": status_pb2.Status()},
        {"error": status_pb2.Status(code=0, message="fine")},
        {"response": packed(empty_pb2.Empty())},
    ],
    ids=["neither", "an error of code 0", "of code 0 with a text", "an answer"],
)
def test_an_operation_that_did_not_fail(fields: dict[str, Any]) -> None:
    message = operation(done=True, **fields)
    operations.succeeded(message)
    assert OperationState(message, ANY).error is None


def test_an_operation_that_is_failing_tells_why_and_is_not_done() -> None:
    state = OperationState(operation(error=FAILED), ANY)
    assert not state.done
    assert state.error is not None
    assert repr(state) == f"<OperationState {ID} running>"


@pytest.mark.parametrize("code", [17, -1, 2**31 - 1])
def test_an_error_of_a_code_that_nobody_knows(code: int) -> None:
    message = operation(done=True, error=status_pb2.Status(code=code))
    with pytest.raises(errors.OperationFailed, match="UNKNOWN: no text came with it"):
        operations.succeeded(message)


@pytest.mark.parametrize("code", [code for code in grpc.StatusCode if code.value[0]])
def test_an_error_of_every_code(code: grpc.StatusCode) -> None:
    state = OperationState(operation(done=True, error=status_pb2.Status(code=code.value[0])), ANY)
    assert state.error is not None
    assert state.error.code is code


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({}, "running"),
        ({"done": True}, "done"),
        ({"done": True, "error": FAILED}, "failed"),
    ],
)
def test_a_repr_tells_the_state_and_nothing_else(fields: dict[str, Any], name: str) -> None:
    assert repr(OperationState(operation(**fields), ANY)) == f"<OperationState {ID} {name}>"


def test_times() -> None:
    message = operation()
    state = OperationState(message, ANY)
    assert state.created_at is None
    assert state.modified_at is None
    message.created_at.FromSeconds(1_700_000_000)
    message.modified_at.FromMilliseconds(1_700_000_000_500)
    created = dt.datetime(2023, 11, 14, 22, 13, 20, tzinfo=dt.UTC)
    assert state.created_at == created
    assert state.modified_at == created + dt.timedelta(milliseconds=500)


def test_metadata() -> None:
    assert OperationState(operation(), ANY).metadata == {}
    known = OperationState(operation(metadata=packed(RECOGNIZED)), ANY).metadata
    assert known["@type"] == PREFIX + "yandex.cloud.ai.stt.v2.LongRunningRecognitionResponse"
    assert known["chunks"] == [
        {"channelTag": "1", "alternatives": [{"text": "one", "words": [], "confidence": 0.0}]}
    ]
    unknown = any_pb2.Any(type_url=f"{PREFIX}no.such.Type", value=b"\1\2")
    assert OperationState(operation(metadata=unknown), ANY).metadata == {
        "@type": f"{PREFIX}no.such.Type",
        "value": "AQI=",
    }


def test_metadata_that_cannot_be_read() -> None:
    broken = any_pb2.Any(type_url=packed(RECOGNIZED).type_url, value=b"\xff")
    assert OperationState(operation(metadata=broken), ANY).metadata == {
        "@type": broken.type_url,
        "value": "/w==",
    }


@pytest.mark.parametrize("done", [False, True])
def test_json_is_what_the_rest_api_answers(done: bool) -> None:
    """With the empty fields, such as ``done``: what is not set is left out where it is a message."""
    plain = json.loads(OperationState(operation(done=done), ANY).to_json())
    assert plain == {"id": ID, "description": "", "createdBy": "", "done": done}
    full = operation(done=done, response=packed(RECOGNIZED), created_at={"seconds": 1})
    found = json.loads(OperationState(full, ANY).to_json())
    assert found["createdAt"] == "1970-01-01T00:00:01Z"
    assert found["response"]["chunks"][0]["alternatives"][0]["words"] == []
    assert json.loads(OperationState(operation(error={"code": 3}), ANY).to_json())["error"] == {
        "code": 3,
        "message": "",
        "details": [],
    }


def test_a_recording_that_was_uploaded_is_known() -> None:
    assert OperationState(operation(), ANY).recording is None


def test_an_answer_as_it_comes() -> None:
    assert result(ANY, operation(done=True, response=packed(RECOGNIZED))) == packed(RECOGNIZED)
    assert result(ANY, operation(done=True)) == empty_pb2.Empty()


def test_an_answer_of_a_known_type() -> None:
    kind = kinds.kind(LongRunningRecognitionResponse)
    message = operation(done=True, response=packed(RECOGNIZED))
    assert result(kind, message) == RECOGNIZED


def test_an_answer_of_a_class_of_other_stubs() -> None:
    from google.protobuf.empty_pb2 import Empty

    assert result(kinds.kind(Empty), operation(done=True)) == Empty()
    assert isinstance(result(kinds.kind(Empty), operation(done=True)), Empty)


@pytest.mark.parametrize(
    ("kind", "answer", "told"),
    [
        (LongRunningRecognitionResponse, CreateIamTokenResponse(), "CreateIamTokenResponse, not"),
        (LongRunningRecognitionResponse, None, "a google.protobuf.Empty, not with a yandex.clo"),
        (empty_pb2.Empty, RECOGNIZED, "RecognitionResponse, not with a google.protobuf.Empty"),
        (Recognition, RECOGNIZED, "RecognitionResponse, not with a google.protobuf.Empty"),
        (Transcript, CreateIamTokenResponse(), "IamTokenResponse, not with a google.protobuf.Emp"),
    ],
)
def test_an_answer_of_another_type(kind: Any, answer: Message | None, told: str) -> None:
    message = operation(done=True, response=answer and packed(answer))
    with pytest.raises(errors.UnexpectedResponse, match=told) as unexpected:
        result(kinds.kind(kind), message, [])
    assert ID in str(unexpected.value)


def test_an_answer_that_cannot_be_read() -> None:
    broken = any_pb2.Any(type_url=packed(RECOGNIZED).type_url, value=b"\xff")
    how = rf"attach\('{ID}'\) without a class gives it as it came"
    with pytest.raises(errors.UnexpectedResponse, match=how):
        result(kinds.kind(LongRunningRecognitionResponse), operation(done=True, response=broken))


@pytest.mark.parametrize("fields", [{}, {"response": packed(empty_pb2.Empty())}])
def test_the_result_of_a_recognition_is_fetched(fields: dict[str, Any]) -> None:
    """Done with neither answer nor error is done well: the service's own sample shows it."""
    page = RecognizeTextResponse(page=1)
    world = World([page])
    found = world.run(ocr.KIND.result(operation(done=True, **fields), 60.0))
    assert isinstance(found, Recognition)
    assert found.responses == (page,)
    (_, fetched), *others = world.calls
    assert not others
    assert fetched.method == ocr.GET_RECOGNITION
    assert fetched.request == GetRecognitionRequest(operation_id=ID)


def test_a_result_that_is_not_there_yet_is_waited_for() -> None:
    page = RecognizeTextResponse(page=1)
    absent = [refusal("NOT_FOUND", "operation data is not ready")]
    assert result(ocr.KIND, operation(done=True), absent, absent, [page]).responses == (page,)


def fetched(world: World, seconds: float, timeout: float | None) -> Any:
    """The result of a recognition, and what raises instead is told the operation."""
    with operations.named_in_errors(ID):
        return world.run(operations.fetched(ocr.KIND, operation(done=True), seconds, timeout))


NOTE = f"operation {ID} is done, its result not fetched: resume with operations.attach('{ID}', ...)"


@pytest.mark.parametrize(("answer", "duration"), [("NOT_FOUND", 0.0), ("DEADLINE_EXCEEDED", 2.0)])
def test_a_result_that_is_not_there_in_the_callers_time(answer: str, duration: float) -> None:
    error = refusal(answer)
    with pytest.raises(errors.OperationTimeout) as late:
        fetched(World([error], duration=duration), 2.0, 5.0)
    assert (late.value.operation_ids, late.value.timeout) == ((ID,), 5.0)
    assert late.value.__cause__ is error
    assert not hasattr(late.value, "__notes__")


@pytest.mark.parametrize(
    ("answer", "seconds", "timeout"),
    [
        pytest.param("NOT_FOUND", 2.0, None, id="absent in the client's time"),
        pytest.param("NOT_FOUND", 120.0, 120.0, id="absent for good"),
        pytest.param("DEADLINE_EXCEEDED", 120.0, 120.0, id="the service's own deadline"),
        pytest.param("PERMISSION_DENIED", 2.0, 5.0, id="refused"),
        pytest.param("UNAVAILABLE", 2.0, 5.0, id="down"),
    ],
)
def test_a_result_that_cannot_be_fetched(
    answer: str, seconds: float, timeout: float | None
) -> None:
    error = refusal(answer)
    with pytest.raises(errors.RpcError) as failed:
        fetched(World([error]), seconds, timeout)
    assert failed.value is error
    assert failed.value.__notes__ == [NOTE]


def test_what_names_the_operation_itself_has_no_note() -> None:
    message = operation(done=True, error=FAILED)
    with pytest.raises(errors.OperationFailed) as failed, operations.named_in_errors(ID):
        World().run(operations.fetched(ANY, message, 2.0, None))
    assert not hasattr(failed.value, "__notes__")


def test_a_result_that_is_asked_for_by_its_id_is_not_waited_for() -> None:
    world = World([refusal("NOT_FOUND", "operation data is not ready")])
    with pytest.raises(errors.NotFound):
        world.run(ocr.recognition(ID, 60.0))
    assert len(world.calls) == 1


def test_pages_of_a_result() -> None:
    pages = [RecognizeTextResponse(page=number) for number in (1, 2)]
    world = World([pages[0], refusal("UNAVAILABLE")], pages)
    world.run(ocr.pages(ID, 60.0))
    assert world.delivered == pages


@pytest.mark.parametrize(
    ("ask", "wrong"),
    [(operations.named, ""), (ocr.result_request, ""), (ocr.result_request, "x" * 51)],
)
def test_an_id_that_cannot_be(wrong: str, ask: Any) -> None:
    with pytest.raises(errors.InvalidRequest, match="operation_id"):
        ask(wrong)


@pytest.mark.parametrize("flow", [operations.get, operations.cancel])
def test_no_call_is_made_with_an_id_that_cannot_be(flow: Any) -> None:
    world = World(operation())
    with pytest.raises(errors.InvalidRequest, match="operation_id"):
        world.run(flow("", 60.0))
    assert not world.calls


def test_looking_and_cancelling() -> None:
    world = World(operation(done=True))
    assert world.run(operations.get(ID, 5.0)).done
    assert world.run(operations.cancel(ID, 5.0)).done
    assert [(call.method, call.request) for _, call in world.calls] == [
        (operations.GET, operations.GET.request(operation_id=ID)),
        (operations.CANCEL, operations.CANCEL.request(operation_id=ID)),
    ]


def test_the_kinds() -> None:
    assert kinds.kind(None) is ANY
    assert kinds.kind(Recognition) is ocr.KIND
    assert kinds.kind(Transcript) is transcripts.KIND


@pytest.mark.parametrize(
    "nonsense",
    [str, Message, "Recognition", Recognition([]), RECOGNIZED, list[Recognition], object(), type],
    ids=str,
)
def test_a_kind_that_cannot_be(nonsense: Any) -> None:
    with pytest.raises(errors.InvalidRequest, match="result: must be Recognition, Transcript or"):
        kinds.kind(nonsense)


@pytest.mark.parametrize(
    ("operation_id", "result_class", "quota"),
    [
        ("cfr1", None, "ocr_status"),
        ("f8d1", None, "stt_status"),
        ("e031", None, "stt_v2_status"),
        ("abc1", None, ""),
        ("f8d1", Recognition, "ocr_status"),
        ("abc1", Recognition, "ocr_status"),
        ("f8d1", Transcript, "stt_status"),
        ("e031", Transcript, "stt_v2_status"),
        ("e031", LongRunningRecognitionResponse, "stt_v2_status"),
        ("cfr1", empty_pb2.Empty, "ocr_status"),
    ],
)
def test_what_looks_count_towards(operation_id: str, result_class: Any, quota: str) -> None:
    assert operations.quota_of(operation_id, kinds.kind(result_class)) == quota


def test_how_to_go_on() -> None:
    assert operations.resumption(["one"]) == (
        "operation one goes on: resume with operations.attach('one', ...)"
    )
    assert "operation one (and 2 more) goes on" in operations.resumption(["one", "two", "three"])


def test_an_error_of_ones_own() -> None:
    error = refusal("NOT_FOUND", retry_after=1.0)
    error.__cause__ = ValueError()
    mine = operations.own(error)
    assert mine is not error
    assert type(mine) is errors.NotFound
    assert str(mine) == str(error)
    assert mine.retry_after == 1.0
    assert mine.__cause__ is error.__cause__
    assert operations.own(None) is None
    foreign = ValueError()
    assert operations.own(foreign) is foreign


def test_errors_survive_a_pickle() -> None:
    timeout: errors.OperationTimeout = pickle.loads(
        pickle.dumps(errors.OperationTimeout(["one", "two"], 3600.0))
    )
    assert timeout.operation_ids == ("one", "two")
    assert timeout.timeout == 3600.0
    assert "operation one and 1 more: no result within 3600 s" in str(timeout)
    assert "operations.attach('one', ...)" in str(timeout)


def test_streams_do_not_show_what_they_ask_for() -> None:
    flow = streamed(ocr.GET_RECOGNITION, GetRecognitionRequest(operation_id="secret"), 60.0)
    next(flow)
    shown = [flow.send(answer) for answer in (1.0, 2.0, 0.0, Token("secret"), 3.0, 0)]
    assert "secret" not in repr(shown)
