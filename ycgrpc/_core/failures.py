"""From a call that gRPC reports as failed to the error that callers see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
    details = tuple(_details(headers.get("grpc-status-details-bin")))
    kinds = {detail.DESCRIPTOR.full_name: detail for detail in details}
    info: Any = kinds.get("google.rpc.RequestInfo")
    retry: Any = kinds.get("google.rpc.RetryInfo")
    return _BY_CODE.get(code, RpcError)(
        code,
        _explained(message or "no text came with it"),
        details,
        method=method,
        target=target,
        request_id=str(headers.get("x-request-id") or (info.request_id if info else "")),
        server_trace_id=str(headers.get("x-server-trace-id", "")),
        client_request_id=client_request_id,
        received=received,
        retry_after=_seconds(retry.retry_delay) if retry else None,
    )


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
    return message


def _details(serialized: bytes | None) -> Iterator[Message]:
    if not serialized:
        return
    # Errors are rare: their messages load with the first one, in the classes that everybody knows.
    from google.rpc import error_details_pb2, status_pb2

    known = {
        f"google.rpc.{name}": getattr(error_details_pb2, name)
        for name in error_details_pb2.DESCRIPTOR.message_types_by_name
    }
    try:
        status = status_pb2.Status.FromString(serialized)
    except DecodeError:
        return
    for packed in status.details:
        cls = known.get(packed.TypeName())
        try:
            yield cls.FromString(packed.value) if cls else packed
        except DecodeError:
            yield packed
