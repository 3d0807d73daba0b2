"""Calls that fail: which error the caller sees, what it holds, and what is tried again."""

from __future__ import annotations

import json
import pickle
from typing import Any

import grpc
import pytest
from google.protobuf.any_pb2 import Any as AnyMessage
from google.rpc import error_details_pb2, status_pb2
from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_service_pb2_grpc as ocr
from ycgrpc_pb.yandex.cloud.operation import operation_service_pb2 as operation_pb2
from ycgrpc_pb.yandex.cloud.operation import operation_service_pb2_grpc as operation

from tests.wire.colours import CREDENTIALS, Colour
from tests.wire.pages import IMAGE, REQUEST, page
from tests.wire.server import Server, answer, fail, hang
from ycgrpc import errors
from ycgrpc._core.methods import service_config

UNAVAILABLE = grpc.StatusCode.UNAVAILABLE
CLASSES = {
    "CANCELLED": errors.Cancelled,
    "UNKNOWN": errors.RpcError,
    "INVALID_ARGUMENT": errors.InvalidArgument,
    "DEADLINE_EXCEEDED": errors.DeadlineExceeded,
    "NOT_FOUND": errors.NotFound,
    "ALREADY_EXISTS": errors.RpcError,
    "PERMISSION_DENIED": errors.PermissionDenied,
    "UNAUTHENTICATED": errors.Unauthenticated,
    "RESOURCE_EXHAUSTED": errors.ResourceExhausted,
    "FAILED_PRECONDITION": errors.FailedPrecondition,
    "ABORTED": errors.RpcError,
    "UNIMPLEMENTED": errors.Unimplemented,
    "INTERNAL": errors.Internal,
    "UNAVAILABLE": errors.Unavailable,
    "DATA_LOSS": errors.RpcError,
    "OUT_OF_RANGE": errors.OutOfRange,
}


@pytest.fixture
def quick(colour: Colour, server: Server) -> Any:
    """A client with the retries of every client, but for the time between them."""
    config = json.loads(service_config())
    # Not less: gRPC may lose a retry that is a millisecond away (grpc/grpc issue 41036).
    config["methodConfig"][0]["retryPolicy"] |= {"initialBackoff": "0.02s", "maxBackoff": "0.02s"}
    options = [("grpc.service_config", json.dumps(config))]
    return colour.client(
        CREDENTIALS, endpoint=server.target, plaintext=True, channel_options=options
    )


def failure(colour: Colour, client: Any, **kwargs: Any) -> errors.RpcError:
    """The error of a call that fails."""
    with pytest.raises(errors.RpcError) as failed:
        colour.call(client.ocr.recognize(IMAGE, **kwargs))
    return failed.value


@pytest.mark.parametrize("code", [code for code in grpc.StatusCode if code.value[0]])
def test_each_code_has_its_class(
    code: grpc.StatusCode, colour: Colour, quick: Any, server: Server
) -> None:
    server.script(fail(code, "the text"))
    failed = failure(colour, quick)
    assert type(failed) is CLASSES[code.name]
    assert failed.code is code
    assert failed.message == "the text"
    assert f"{code.name}: the text" in str(failed)


def test_ids_and_details(colour: Colour, client: Any, server: Server) -> None:
    status = status_pb2.Status(code=8, message="slow down")
    quota = error_details_pb2.QuotaFailure()
    quota.violations.add(subject="folder", description="1 per second")
    retry = error_details_pb2.RetryInfo()
    retry.retry_delay.FromMilliseconds(1500)
    for detail in (quota, retry):
        status.details.add().Pack(detail)
    server.script(
        fail(
            grpc.StatusCode.RESOURCE_EXHAUSTED,
            "slow down",
            trailers=[
                ("x-request-id", "the-request"),
                ("x-server-trace-id", "the-trace"),
                ("grpc-status-details-bin", status.SerializeToString()),
            ],
        )
    )
    failed = failure(colour, client)
    assert failed.details == (quota, retry)
    assert failed.retry_after == 1.5
    assert failed.request_id == "the-request"
    assert failed.server_trace_id == "the-trace"
    assert failed.client_request_id == server.last.metadata["x-client-request-id"]
    assert failed.target == server.target
    assert failed.method == server.last.method
    for quoted in ("the-request", failed.client_request_id, server.target):
        assert quoted in str(failed)
    assert str(pickle.loads(pickle.dumps(failed))) == str(failed)


def test_details_of_an_unknown_type_stay_packed(
    colour: Colour, client: Any, server: Server
) -> None:
    unknown = AnyMessage(type_url="type.googleapis.com/of.Theirs", value=b"\1")
    status = status_pb2.Status(code=3, details=[unknown])
    trailers = [("grpc-status-details-bin", status.SerializeToString())]
    server.script(fail(grpc.StatusCode.INVALID_ARGUMENT, "no", trailers=trailers))
    (detail,) = failure(colour, client).details
    # Not `==`: in pure Python it looks for the type, which only the service knows.
    assert detail.SerializeToString() == unknown.SerializeToString()


def test_deadline(colour: Colour, client: Any, server: Server) -> None:
    server.script(hang())
    failed = failure(colour, client, timeout=0.05)
    assert isinstance(failed, errors.DeadlineExceeded)
    assert "timeout=" in str(failed)


def test_unavailable_is_tried_again(colour: Colour, client: Any, server: Server) -> None:
    server.script(fail(UNAVAILABLE, "restarting"), answer(page("one")))
    assert colour.call(client.ocr.recognize(IMAGE)).text == "one"
    first, second = server.calls
    assert second.metadata["grpc-previous-rpc-attempts"] == "1"
    assert first.requests == second.requests
    assert first.metadata["x-client-request-id"] == second.metadata["x-client-request-id"]


def test_retries_end(colour: Colour, quick: Any, server: Server) -> None:
    server.script(fail(UNAVAILABLE, "down"))
    assert isinstance(failure(colour, quick), errors.Unavailable)
    assert len(server.calls) == 4


@pytest.mark.parametrize(
    "code", [code for code in grpc.StatusCode if code.value[0] and code is not UNAVAILABLE]
)
def test_other_codes_are_final(
    code: grpc.StatusCode, colour: Colour, quick: Any, server: Server
) -> None:
    server.script(fail(code))
    failure(colour, quick)
    assert len(server.calls) == 1


def test_nothing_is_tried_again_after_the_first_page(
    colour: Colour, quick: Any, server: Server
) -> None:
    """Or a caller would get pages 1, 1, 2: those that came stay, then comes the error."""
    server.script(fail(UNAVAILABLE, "gone", after=[page("one")]), answer(page("one"), page("two")))
    texts: list[str] = []
    with pytest.raises(errors.Unavailable):
        colour.collect(quick.ocr.recognize_pages(IMAGE), lambda one: texts.append(one.text))
    assert texts == ["one"]
    assert len(server.calls) == 1


def test_stubs_retry_what_is_repeatable(colour: Colour, quick: Any, server: Server) -> None:
    server.script(fail(UNAVAILABLE), answer(page("")))
    stub = colour.stub(operation, "OperationService")
    request = operation_pb2.GetOperationRequest(operation_id="id")
    colour.call(lambda: quick.stub(stub).Get(request, timeout=10))
    assert len(server.calls) == 2


def test_submits_are_never_repeated(colour: Colour, quick: Any, server: Server) -> None:
    """Each one is billed, and the service ignores idempotency keys."""
    server.script(fail(UNAVAILABLE))
    stub = colour.stub(ocr, "TextRecognitionAsyncService")
    with pytest.raises(grpc.RpcError) as failed:
        colour.call(lambda: quick.stub(stub).Recognize(REQUEST, timeout=10))
    assert failed.value.code() is UNAVAILABLE
    assert len(server.calls) == 1
