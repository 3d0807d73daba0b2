"""Work that goes on after its call was answered: the store of operations, and the service for them."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import secrets
import string
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import grpc
from google.protobuf.message import Message
from ycgrpc_pb.google.protobuf import empty_pb2
from ycgrpc_pb.google.rpc import status_pb2
from ycgrpc_pb.yandex.cloud.operation import (
    operation_pb2,
    operation_service_pb2,
    operation_service_pb2_grpc,
)

from ycgrpc.emulator.clock import Clock
from ycgrpc.emulator.limits import Limits
from ycgrpc.emulator.progress import Progress, Stage, Worked
from ycgrpc.emulator.refusals import Refusal

log = logging.getLogger(__name__)

ID_LENGTH = 20
ID_LETTERS = string.ascii_lowercase + string.digits
UNKNOWN = "There is no operation of this id"
NOT_READY = "operation data is not ready"
"""What clients in the wild look for while they wait. Source: their code; it is not documented."""

SWEPT_AT_LEAST = 1000
"""Operations that are kept without looking which of them have expired."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the work of an operation gave.

    Attributes:
        results: messages to be fetched once the operation is done.
        response: what the operation itself carries; ``None`` for an Empty.
    """

    results: Sequence[Message] = ()
    response: Message | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """What an operation carries in the end, whatever its work gave: just this, so possibly nothing.

    Attributes:
        error: the code of its error; OK makes an error of code 0, beside which there are results.
        text: of the error.
        details: of the error, ``google.rpc`` messages.
        response: carried if there is no error; of any type.
        early: the error shows before the operation is done, as if it was being rolled back.
    """

    error: grpc.StatusCode | None = None
    text: str = "The operation was told to fail"
    details: Sequence[Message] = ()
    response: Message | None = None
    early: bool = False


@dataclass(slots=True)
class _Entry:
    kind: str
    number: int
    description: str
    created_by: str
    created_at: dt.datetime
    modified_at: dt.datetime
    ending: Ending | None
    task: asyncio.Task[None] | None = None
    worked: bool = False
    done: bool = False
    looks: int = 0
    late: int = 0  # requests for results that came too early after it was done
    error: status_pb2.Status | None = None
    response: Message | None = None
    results: Sequence[Message] | None = None


class Operations:
    """Operations by id, those that run and those that are done.

    It belongs to the server's event loop; only ``script`` may be called from any thread. Whether an
    operation is done is found out when somebody asks: a waiting one costs nothing but its work.

    Args:
        clock: which time it is.
        limits: how long operations are kept.
        progress: when they are done.
        late_results: how many requests for the results of an operation that is done are still
            answered as if it was not.
        empty_response: whether those without a response carry an Empty when they are done.
    """

    def __init__(
        self,
        clock: Clock,
        limits: Limits,
        progress: Progress | None = None,
        *,
        late_results: int = 0,
        empty_response: bool = True,
    ) -> None:
        self._clock = clock
        self._retention = dt.timedelta(seconds=limits.retention)
        self._progress = progress or Worked()
        self._late_results = late_results
        self._empty_response = empty_response
        self._entries: dict[str, _Entry] = {}
        self._sweep_at = SWEPT_AT_LEAST
        self._begun = 0
        self._endings: deque[Ending | None] = deque()

    def script(self, *endings: Ending | None) -> None:
        """Decides how the next operations that are begun end; ``None`` leaves it to their work."""
        self._endings.extend(endings)

    def begin(
        self,
        kind: str,
        description: str,
        prefix: str,
        created_by: str,
        work: Callable[[], Awaitable[Outcome]],
    ) -> operation_pb2.Operation:
        """Starts work in the background, and gives the operation, not done yet.

        Args:
            kind: which service's it is: only under the same kind are there results.
            description: of the operation, for people.
            prefix: of its id.
            created_by: id of the caller's account: ``auth.caller.get().id``.
            work: what is to be done; it may raise a ``Refusal``, which is the operation's error then.
        """
        self._sweep()
        now = self._clock.now()
        ending = self._endings.popleft() if self._endings else None
        entry = _Entry(kind, self._begun, description, created_by, now, now, ending)
        self._begun += 1
        operation_id = _new_id(prefix)
        self._entries[operation_id] = entry
        entry.task = asyncio.get_running_loop().create_task(self._run(entry, work))
        return self._shown(operation_id, entry)

    def get(self, operation_id: str) -> operation_pb2.Operation:
        """The operation as it stands.

        Raises:
            Refusal: NOT_FOUND.
        """
        return self._shown(operation_id, self._entry(operation_id))

    async def look(self, operation_id: str) -> operation_pb2.Operation:
        """The operation at one more look, which waits for the work if it is due.

        Raises:
            Refusal: NOT_FOUND.
        """
        self._entry(operation_id).looks += 1
        await self.settle(operation_id)
        return self.get(operation_id)

    async def settle(self, operation_id: str) -> None:
        """Waits for the work of an operation that is due; to be called before ``results``.

        It does not mind an unknown id.
        """
        entry = self._entries.get(operation_id)
        if entry and entry.task and self._is_due(entry):
            await asyncio.wait([entry.task])

    def cancel(self, operation_id: str) -> operation_pb2.Operation:
        """The operation, which is done now: cancelled, if it was not done before.

        Raises:
            Refusal: NOT_FOUND.
        """
        entry = self._entry(operation_id)
        if not self._is_done(entry):
            self._cancel(entry, "The operation was cancelled")
        return self._shown(operation_id, entry)

    def results(self, kind: str, operation_id: str) -> Sequence[Message]:
        """The results of an operation that is done.

        Args:
            kind: which service's it is.
            operation_id: of the operation.

        Raises:
            Refusal: NOT_FOUND: it is not done yet, failed, or is unknown, or its results are gone.
        """
        entry = self._entry(operation_id, kind)
        if not self._is_done(entry):
            raise Refusal(grpc.StatusCode.NOT_FOUND, NOT_READY)
        if entry.results is None:
            raise Refusal(grpc.StatusCode.NOT_FOUND, "There are no results of this operation")
        if entry.late < self._late_results:
            entry.late += 1
            raise Refusal(grpc.StatusCode.NOT_FOUND, NOT_READY)
        return entry.results

    def delete(self, kind: str, operation_id: str) -> None:
        """Forgets the results of an operation; the operation itself stays.

        Raises:
            Refusal: NOT_FOUND: there are no results to forget.
        """
        entry = self._entry(operation_id, kind)
        if not self._is_done(entry):
            raise Refusal(grpc.StatusCode.NOT_FOUND, NOT_READY)
        if entry.results is None:
            raise Refusal(grpc.StatusCode.NOT_FOUND, "There are no results of this operation")
        entry.results = None

    async def stop(self) -> None:
        """Cancels what runs, and waits until it has ended."""
        tasks = [entry.task for entry in self._entries.values() if entry.task]
        for entry in self._entries.values():
            if entry.task:
                self._cancel(entry, "The emulator was stopped")
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self, entry: _Entry, work: Callable[[], Awaitable[Outcome]]) -> None:
        error: status_pb2.Status | None = None
        outcome: Outcome | None = None
        try:
            outcome = await work()
        except Refusal as refusal:
            error = _status(refusal.code, refusal.message, refusal.details)
        except Exception:
            log.exception("the work of an operation failed in the emulator")
            text = "Internal error: the emulator's log says more"
            error = _status(grpc.StatusCode.INTERNAL, text)
        if entry.done:
            return  # it was cancelled, and the work did not listen
        entry.error = error
        if outcome:
            entry.results = outcome.results
            entry.response = outcome.response
            if entry.response is None and self._empty_response:
                entry.response = empty_pb2.Empty()
        if entry.ending:
            entry.error, entry.response = _error_of(entry.ending), entry.ending.response
            if entry.error and entry.error.code:
                entry.results = None
        entry.worked = True
        entry.task = None
        entry.modified_at = self._clock.now()
        self._is_done(entry)

    def _cancel(self, entry: _Entry, text: str) -> None:
        if entry.task:
            entry.task.cancel()
        entry.task = None
        entry.error = _status(grpc.StatusCode.CANCELLED, text)
        entry.results = None
        entry.worked = entry.done = True
        entry.modified_at = self._clock.now()

    def _is_due(self, entry: _Entry) -> bool:
        age = (self._clock.now() - entry.created_at).total_seconds()
        return self._progress.due(Stage(entry.number, entry.looks, age, entry.worked))

    def _is_done(self, entry: _Entry) -> bool:
        if entry.worked and not entry.done and self._is_due(entry):
            entry.done = True
            entry.modified_at = self._clock.now()
        return entry.done

    def _entry(self, operation_id: str, kind: str | None = None) -> _Entry:
        entry = self._entries.get(operation_id)
        if entry is None or self._has_expired(entry) or kind not in (None, entry.kind):
            raise Refusal(grpc.StatusCode.NOT_FOUND, UNKNOWN)
        return entry

    def _has_expired(self, entry: _Entry) -> bool:
        return self._is_done(entry) and entry.modified_at + self._retention <= self._clock.now()

    def _sweep(self) -> None:
        """Drops what has expired, so seldom that it costs each operation next to nothing."""
        if len(self._entries) >= self._sweep_at:
            kept = {key: one for key, one in self._entries.items() if not self._has_expired(one)}
            self._entries = kept
            self._sweep_at = max(SWEPT_AT_LEAST, 2 * len(kept))

    def _shown(self, operation_id: str, entry: _Entry) -> operation_pb2.Operation:
        done = self._is_done(entry)
        operation = operation_pb2.Operation(
            id=operation_id, description=entry.description, created_by=entry.created_by, done=done
        )
        operation.created_at.FromDatetime(entry.created_at)
        operation.modified_at.FromDatetime(entry.modified_at)
        early = _error_of(entry.ending) if entry.ending and entry.ending.early else None
        error = entry.error if done else early
        if error is not None:
            operation.error.CopyFrom(error)
        elif done and entry.response is not None:
            operation.response.Pack(entry.response)
        return operation


class OperationLookup(operation_service_pb2_grpc.OperationServiceServicer):
    """Operations of all services, for every account.

    Args:
        operations: where they are.
    """

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    async def Get(  # noqa: N802 - named by the interface
        self, request: operation_service_pb2.GetOperationRequest, context: Any
    ) -> operation_pb2.Operation:
        """The operation as it stands.

        Raises:
            Refusal: NOT_FOUND.
        """
        return await self._operations.look(request.operation_id)

    async def Cancel(  # noqa: N802
        self, request: operation_service_pb2.CancelOperationRequest, context: Any
    ) -> operation_pb2.Operation:
        """The operation, cancelled if it was not done before.

        Raises:
            Refusal: NOT_FOUND.
        """
        return self._operations.cancel(request.operation_id)


def _error_of(ending: Ending) -> status_pb2.Status | None:
    if ending.error is None:
        return None
    return _status(ending.error, ending.text, ending.details)


def _status(code: grpc.StatusCode, text: str, details: Sequence[Message] = ()) -> status_pb2.Status:
    number: int = code.value[0]
    status = status_pb2.Status(code=number, message=text)
    for detail in details:
        status.details.add().Pack(detail)
    return status


def _new_id(prefix: str) -> str:
    letters = (secrets.choice(ID_LETTERS) for _ in range(ID_LENGTH - len(prefix)))
    return prefix + "".join(letters)
