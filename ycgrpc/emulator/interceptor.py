"""What every call to an emulated service passes through.

That is: ids, the record, faults, credentials, quotas, validation.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import cache
from typing import Any
from uuid import uuid4

import grpc
import grpc.aio
from google.protobuf.descriptor import Descriptor

from ycgrpc.emulator.auth import Authenticator, admit, caller
from ycgrpc.emulator.calls import Calls
from ycgrpc.emulator.faults import HEADER, Fault, Faults, striking
from ycgrpc.emulator.quotas import Quotas
from ycgrpc.emulator.refusals import STATUS_DETAILS, Refusal
from ycgrpc.emulator.validation import check

log = logging.getLogger(__name__)

STANDARD_SERVICES = "/grpc."
"""Health and reflection are no part of the emulated cloud: they are left as they are."""

SELF_CHECKED = frozenset({"/yandex.cloud.ai.vision.v1.VisionService/BatchAnalyze"})
"""Those that answer even where a part of the request breaks a rule, and see to the rules themselves."""


class ServiceInterceptor(grpc.aio.ServerInterceptor):
    """One interceptor for all kinds of methods.

    The ids ``x-request-id`` and ``x-server-trace-id`` travel in the trailing metadata, because
    initial metadata would commit a failing call, and gRPC's own retries would stop.

    Args:
        authenticator: knows the accounts.
        calls: where calls are recorded.
        faults: what is to go wrong.
        quotas: how many calls are taken.
    """

    def __init__(
        self, authenticator: Authenticator, calls: Calls, faults: Faults, quotas: Quotas
    ) -> None:
        self._authenticator = authenticator
        self._calls = calls
        self._faults = faults
        self._quotas = quotas

    async def intercept_service(
        self,
        continuation: Callable[[grpc.HandlerCallDetails], Awaitable[Any]],
        handler_call_details: grpc.HandlerCallDetails,
    ) -> Any:
        """The method's handler with everything around it."""
        handler = await continuation(handler_call_details)
        if handler is None or handler_call_details.method.startswith(STANDARD_SERVICES):
            return handler
        return self._around(handler, handler_call_details)

    def _around(self, handler: Any, details: grpc.HandlerCallDetails) -> Any:
        kind = (
            f"{'stream' if handler.request_streaming else 'unary'}_"
            f"{'stream' if handler.response_streaming else 'unary'}"
        )
        behavior = getattr(handler, kind)
        checked: Callable[[Any], Any] = _checked_stream if handler.request_streaming else _checked
        if details.method in SELF_CHECKED:
            checked = _unchecked

        async def unary(request: Any, context: Any) -> Any:
            async with self._call(details, request, context) as fault:
                return await fault.answer(await behavior(checked(request), context))

        async def stream(request: Any, context: Any) -> AsyncIterator[Any]:
            async with self._call(details, request, context) as fault:
                async for response in fault.answers(behavior(checked(request), context)):
                    yield response

        return getattr(grpc, f"{kind}_rpc_method_handler")(
            stream if handler.response_streaming else unary,
            handler.request_deserializer,
            handler.response_serializer,
        )

    @asynccontextmanager
    async def _call(
        self, details: grpc.HandlerCallDetails, request: Any, context: Any
    ) -> AsyncGenerator[Fault]:
        metadata = {key: str(value) for key, value in details.invocation_metadata or ()}
        ids = (("x-request-id", str(uuid4())), ("x-server-trace-id", str(uuid4())))
        request_id = ids[0][1]
        context.set_trailing_metadata(ids)
        call = self._calls.opened(details.method, request_id, metadata, context.time_remaining())
        try:
            fault = self._faults.next(details.method, metadata.get(HEADER))
            striking.set(fault)
            await fault.before()
            account = admit(
                self._authenticator,
                details.method,
                metadata.get("authorization"),
                metadata.get("x-folder-id"),
            )
            if account:
                caller.set(account)
            self._quotas.count(details.method, request, call.arrived)
            yield fault
            call.code = grpc.StatusCode.OK
        except Refusal as refusal:
            call.code = refusal.code
            trailers = (*ids, (STATUS_DETAILS, refusal.status(request_id)))
            await context.abort(refusal.code, refusal.message, trailers)
        except (asyncio.CancelledError, GeneratorExit):
            late = call.deadline is not None and context.time_remaining() <= 0
            call.code = grpc.StatusCode.DEADLINE_EXCEEDED if late else grpc.StatusCode.CANCELLED
            raise
        except Exception:
            call.code = grpc.StatusCode.INTERNAL
            log.exception("%s failed in the emulator, request %s", details.method, request_id)
            await context.abort(call.code, "Internal error: the emulator's log says more", ids)


def _unchecked(request: Any) -> Any:
    return request


def _checked(request: Any) -> Any:
    check(request)
    return request


async def _checked_stream(requests: AsyncIterator[Any]) -> AsyncIterator[Any]:
    async for request in requests:
        yield _checked(request) if _may_have_rules(request.DESCRIPTOR) else request


@cache
def _may_have_rules(message: Descriptor) -> bool:
    """Whether anything in a message has options: streams are many small messages without."""
    seen: set[str] = set()
    coming = [message]
    while coming:
        one = coming.pop()
        seen.add(one.full_name)
        if any(part.has_options for part in (*one.fields, *one.oneofs)):
            return True
        nested = [field.message_type for field in one.fields if field.message_type is not None]
        coming += [found for found in nested if found.full_name not in seen]
    return False
