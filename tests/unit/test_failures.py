"""From what gRPC reports to the error that callers see, whatever the server sends along."""

from __future__ import annotations

from typing import Any

import grpc
import pytest
from google.protobuf.any_pb2 import Any as AnyMessage
from google.protobuf.duration_pb2 import Duration
from google.rpc import error_details_pb2 as details_pb2
from google.rpc.status_pb2 import Status
from hypothesis import given
from hypothesis import strategies as st

from ycgrpc import errors
from ycgrpc._core.failures import failure

DETAILS = "grpc-status-details-bin"


def failed(
    message: str | None = "text",
    initial: Any = None,
    trailing: Any = None,
    code: grpc.StatusCode = grpc.StatusCode.INTERNAL,
) -> errors.RpcError:
    """The error for a call that gRPC reports as failed."""
    return failure(
        code, message, initial, trailing, method="/a.B/C", target="host:1", client_request_id="id"
    )


def packed(*details: Any) -> list[tuple[str, bytes]]:
    """Trailers that hold these details."""
    status = Status()
    for detail in details:
        if isinstance(detail, AnyMessage):
            status.details.append(detail)
        else:
            status.details.add().Pack(detail)
    return [(DETAILS, status.SerializeToString())]


@pytest.mark.parametrize(
    "detail",
    [
        details_pb2.BadRequest(field_violations=[{"field": "model"}]),
        details_pb2.RetryInfo(retry_delay=Duration(seconds=1)),
        details_pb2.QuotaFailure(),
        details_pb2.ErrorInfo(reason="why"),
        details_pb2.RequestInfo(request_id="one"),
        details_pb2.DebugInfo(detail="x"),
        details_pb2.Help(),
        details_pb2.LocalizedMessage(message="нет"),
        details_pb2.PreconditionFailure(),
        details_pb2.ResourceInfo(),
        AnyMessage(type_url="type.googleapis.com/of.Theirs", value=b"\1"),
        AnyMessage(type_url="type.googleapis.com/google.rpc.RetryInfo", value=b"\xff"),
        AnyMessage(type_url="", value=b""),
    ],
    ids=lambda detail: str(detail.DESCRIPTOR.name),
)
def test_details_are_decoded_where_they_can_be(detail: Any) -> None:
    (decoded,) = failed(trailing=packed(detail)).details
    assert type(decoded) is type(detail)
    assert decoded.SerializeToString() == detail.SerializeToString()


@pytest.mark.parametrize(
    ("initial", "trailing", "request_id", "trace_id"),
    [
        (None, None, "", ""),
        ([("x-request-id", "one"), ("x-server-trace-id", "two")], None, "one", "two"),
        (None, [("x-request-id", "one"), ("x-server-trace-id", "two")], "one", "two"),
        ([("x-request-id", "early")], [("x-request-id", "late")], "late", ""),
        (None, packed(details_pb2.RequestInfo(request_id="one")), "one", ""),
    ],
)
def test_ids(initial: Any, trailing: Any, request_id: str, trace_id: str) -> None:
    error = failed(initial=initial, trailing=trailing)
    assert (error.request_id, error.server_trace_id) == (request_id, trace_id)
    assert error.client_request_id == "id"


@pytest.mark.parametrize(
    ("delay", "seconds"),
    [
        (Duration(seconds=1, nanos=500_000_000), 1.5),
        (Duration(), 0.0),
        (Duration(seconds=10**15), 1e15),
    ],
)
def test_when_to_try_again(delay: Duration, seconds: float) -> None:
    error = failed(trailing=packed(details_pb2.RetryInfo(retry_delay=delay)))
    assert error.retry_after == seconds
    assert failed().retry_after is None


@given(st.binary())
def test_garbage_details(garbage: bytes) -> None:
    assert failed(trailing=[(DETAILS, garbage)]).message == "text"


@given(st.sampled_from(list(details_pb2.DESCRIPTOR.message_types_by_name)), st.binary())
def test_garbage_in_details(name: str, garbage: bytes) -> None:
    any_ = AnyMessage(type_url=f"type.googleapis.com/google.rpc.{name}", value=garbage)
    assert len(failed(trailing=packed(any_)).details) == 1


@pytest.mark.parametrize("message", [None, ""])
def test_no_text(message: str | None) -> None:
    assert failed(message).message == "no text came with it"


def test_what_is_not_ready_can_be_waited_for() -> None:
    error = failed("operation data is not ready", code=grpc.StatusCode.NOT_FOUND)
    assert str(error).startswith(
        "NOT_FOUND: operation data is not ready: wait for it, with operations.wait or Operation.res"
    )


@pytest.mark.parametrize(
    ("message", "advice"),
    [
        ("... SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED ...", "root_certificates="),
        ("... SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER ...", "plaintext=True"),
    ],
)
def test_troubles_with_tls_say_what_to_do(message: str, advice: str) -> None:
    error = failed(message, code=grpc.StatusCode.UNAVAILABLE)
    assert advice in error.message
    assert message in error.message
