"""The ``grpc.aio`` interceptors that add metadata: one class for each kind of call.

grpc.aio registers a class that implements several kinds for the first of them only, and the calls of
the other kinds would go out without their headers.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import grpc
import grpc.aio

from ycgrpc._core.headers import Metadata, merged


class _MetadataInterceptor:
    def __init__(
        self,
        headers: Callable[[str], Awaitable[Metadata]],
        refused: Callable[[], object] | None,
    ) -> None:
        self._headers = headers
        self._refused = refused
        self._notes: set[asyncio.Task[None]] = set()

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
        call = await continuation(amended, request)
        if self._refused is not None:
            task = asyncio.create_task(self._note(call, self._refused))
            self._notes.add(task)  # the loop alone would not keep it
            task.add_done_callback(self._notes.discard)
        return call

    async def _note(self, call: Any, refused: Callable[[], object]) -> None:
        if await call.code() is grpc.StatusCode.UNAUTHENTICATED:
            refused()


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
    refused: Callable[[], object] | None = None,
) -> list[grpc.aio.ClientInterceptor]:
    """Return four interceptors that together add metadata to every call of a channel.

    Args:
        headers: Takes the path of a method and gives what to add; what a caller sets for one call
            wins over it.
        refused: Called when the service refuses a call for its token.
    """
    return [
        kind(headers, refused) for kind in (_UnaryUnary, _UnaryStream, _StreamUnary, _StreamStream)
    ]
