"""The ``grpc.aio`` interceptors that add metadata: one class for each kind of call.

grpc.aio registers a class that implements several kinds for the first of them only, and the calls of
the other kinds would go out without their headers.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import grpc.aio

from ycgrpc._core.headers import Metadata, merged


class _MetadataInterceptor:
    def __init__(self, headers: Callable[[str], Awaitable[Metadata]]) -> None:
        self._headers = headers

    async def intercept(self, continuation: Any, details: Any, request: Any) -> Any:
        path = details.method
        path = path.decode() if isinstance(path, bytes) else path
        amended = grpc.aio.ClientCallDetails(
            details.method,
            details.timeout,
            grpc.aio.Metadata(*merged(details.metadata, await self._headers(path))),
            details.credentials,
            details.wait_for_ready,
        )
        return await continuation(amended, request)


class _UnaryUnary(_MetadataInterceptor, grpc.aio.UnaryUnaryClientInterceptor):
    intercept_unary_unary: Any = _MetadataInterceptor.intercept


class _UnaryStream(_MetadataInterceptor, grpc.aio.UnaryStreamClientInterceptor):
    intercept_unary_stream: Any = _MetadataInterceptor.intercept


class _StreamUnary(_MetadataInterceptor, grpc.aio.StreamUnaryClientInterceptor):
    intercept_stream_unary: Any = _MetadataInterceptor.intercept


class _StreamStream(_MetadataInterceptor, grpc.aio.StreamStreamClientInterceptor):
    intercept_stream_stream: Any = _MetadataInterceptor.intercept


def metadata_interceptors(
    headers: Callable[[str], Awaitable[Metadata]],
) -> list[grpc.aio.ClientInterceptor]:
    """Return four interceptors that together add metadata to every call of a channel.

    Args:
        headers: Takes the path of a method and gives what to add; what a caller sets for one call
            wins over it.
    """
    return [kind(headers) for kind in (_UnaryUnary, _UnaryStream, _StreamUnary, _StreamStream)]
