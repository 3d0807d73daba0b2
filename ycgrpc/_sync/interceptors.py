"""A grpcio interceptor that adds metadata, for channels and stubs of anybody's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import grpc

from ycgrpc._core.headers import Metadata, merged


class _Details(NamedTuple):
    method: str
    timeout: float | None
    metadata: Any
    credentials: grpc.CallCredentials | None
    wait_for_ready: bool | None
    compression: grpc.Compression | None


class MetadataInterceptor(
    grpc.UnaryUnaryClientInterceptor,
    grpc.UnaryStreamClientInterceptor,
    grpc.StreamUnaryClientInterceptor,
    grpc.StreamStreamClientInterceptor,
):
    """Adds metadata to every call of a channel, of all four kinds.

    Args:
        headers: Takes the path of a method and gives what to add; what a caller sets for one call
            wins over it.
        refused: Called when the service refuses a call for its token.
    """

    def __init__(
        self, headers: Callable[[str], Metadata], refused: Callable[[], object] | None = None
    ) -> None:
        self._headers = headers
        self._refused = refused

    def _intercept(self, continuation: Any, details: Any, request: Any) -> Any:
        path = details.method
        path = path.decode() if isinstance(path, bytes) else path
        call = continuation(
            _Details(
                details.method,
                details.timeout,
                merged(details.metadata, self._headers(path)),
                details.credentials,
                details.wait_for_ready,
                details.compression,
            ),
            request,
        )
        if self._refused is not None:
            call.add_done_callback(self._ended)
        return call

    def _ended(self, call: Any) -> None:
        if self._refused is not None and call.code() is grpc.StatusCode.UNAUTHENTICATED:
            self._refused()

    intercept_unary_unary: Any = _intercept
    intercept_unary_stream: Any = _intercept
    intercept_stream_unary: Any = _intercept
    intercept_stream_stream: Any = _intercept
