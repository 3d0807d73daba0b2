"""From a call that gRPC reports as failed to the error that callers see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import grpc
from google.protobuf.message import DecodeError, Message

from ycgrpc import errors
from ycgrpc.errors import RpcError

_BY_CODE: Mapping[grpc.StatusCode, type[RpcError]] = {
    grpc.StatusCode.CANCELLED: errors.Cancelled,
    grpc.StatusCode.DEADLINE_EXCEEDED: errors.DeadlineExceeded,
    grpc.StatusCode.FAILED_PRECONDITION: errors.FailedPrecondition,
    grpc.StatusCode.INTERNAL: errors.Internal,
    grpc.StatusCode.INVALID_ARGUMENT: errors.InvalidArgument,
    grpc.StatusCode.NOT_FOUND: errors.NotFound,
    grpc.StatusCode.OUT_OF_RANGE: errors.OutOfRange,
    grpc.StatusCode.PERMISSION_DENIED: errors.PermissionDenied,
    grpc.StatusCode.RESOURCE_EXHAUSTED: errors.ResourceExhausted,
    grpc.StatusCode.UNAUTHENTICATED: errors.Unauthenticated,
    grpc.StatusCode.UNAVAILABLE: errors.Unavailable,
    grpc.StatusCode.UNIMPLEMENTED: errors.Unimplemented,
}

Trailers = Iterable[tuple[str, Any]] | None


def failure(
    code: grpc.StatusCode,
    message: str | None,
    initial: Trailers,
    trailing: Trailers,
    *,
    method: str,
    target: str,
    client_request_id: str,
    received: int = 0,
) -> RpcError:
    """Return the error for a status, with the ids and the details that came along.

    Source: ``x-request-id`` and ``x-server-trace-id`` of "Response headers" in the documentation;
    ``grpc-status-details-bin`` of the gRPC richer error model.
    """
    # As pairs: dict() of older grpcio's own metadata class fails.
    headers = dict([*(initial or ()), *(trailing or ())])
    error = _BY_CODE.get(code, RpcError)(
        code,
        _explained(message or "no text came with it"),
        _details(headers.get("grpc-status-details-bin")),
        method=method,
        target=target,
        server_trace_id=str(headers.get("x-server-trace-id", "")),
        client_request_id=client_request_id,
        received=received,
    )
    kinds = {detail.DESCRIPTOR.full_name: detail for detail in error.details}
    info: Any = kinds.get("google.rpc.RequestInfo")
    retry: Any = kinds.get("google.rpc.RetryInfo")
    error.request_id = str(headers.get("x-request-id") or (info.request_id if info else ""))
    error.retry_after = _seconds(retry.retry_delay) if retry else None
    return error


def _seconds(duration: Any) -> float:
    seconds: float = duration.seconds + duration.nanos / 1e9  # timedelta would overflow first
    return seconds


def _explained(message: str) -> str:
    if "CERTIFICATE_VERIFY_FAILED" in message:
        return (
            "the server's certificate is not one that this client trusts; for a certificate "
            f"authority of your own pass root_certificates= ({message})"
        )
    if "WRONG_VERSION_NUMBER" in message:
        return f"the server does not speak TLS here; plaintext=True if that is meant ({message})"
    if "operation data is not ready" in message:
        return f"{message}: wait for it, with operations.wait or Operation.result"
    return message


def _details(serialized: bytes | None) -> tuple[Message, ...]:
    if not serialized:
        return ()
    from google.rpc import status_pb2  # errors are rare: it loads with the first one

    try:
        return tuple(status_pb2.Status.FromString(serialized).details)
    except DecodeError:
        return ()
