"""Long-running operations of the asyncio client: ``client.operations``, and ``Operation`` itself."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable
from contextlib import aclosing
from itertools import chain
from typing import TYPE_CHECKING, Any, Self, TypeVar, overload

from google.protobuf.message import Message
from ycgrpc_pb.yandex.cloud.operation import operation_pb2

from ycgrpc._aio.driver import Driver
from ycgrpc._core import operations
from ycgrpc._core.operations import Kind, OperationState
from ycgrpc._core.waiting import Seen
from ycgrpc.errors import OperationTimeout

if TYPE_CHECKING:
    from ycgrpc.types import Recognition, Transcript

T = TypeVar("T")
M = TypeVar("M", bound=Message)


class AsyncOperation(OperationState[T]):
    """A long-running operation of the service, which goes on whether or not anybody waits for it.

    The properties are as of the last look; ``refresh``, ``wait`` and ``result`` look again. All waits of
    a client share one poller, which keeps to the quota of status requests, whatever their number.
    """

    def __init__(
        self,
        message: operation_pb2.Operation,
        kind: Kind[T],
        driver: Driver,
        since: float | None = None,
        clean_up: Callable[[], Awaitable[object]] | None = None,
    ) -> None:
        super().__init__(message, kind)
        self._driver = driver
        self._since = since
        self._clean_up = clean_up
        self._lost: Exception | None = None

    async def refresh(self, *, timeout: float | None = None) -> Self:
        """Return this operation after one look at it.

        Args:
            timeout: Seconds that the look may take; by default the client's.

        Raises:
            RpcError: The service refused, or did not answer; a subclass for each code.
        """
        seconds = self._driver.settings.seconds(timeout)
        await self._take(await self._driver.run(operations.get(self.id, seconds, self._quota)))
        return self

    async def wait(
        self, timeout: float | None = None, *, progress: Callable[[Self], object] | None = None
    ) -> Self:
        """Return this operation when it has ended, well or not.

        An interrupted wait leaves the operation as it is; the interruption carries a note with its id.

        Args:
            timeout: Seconds; by default as long as it takes.
            progress: Called with this operation after each look at it.

        Raises:
            OperationTimeout: It goes on.
            RpcError: It can no longer be looked at.
        """
        async for _ in follow(self._driver, [self], timeout, progress):
            pass
        if self._lost:
            raise self._lost
        return self

    async def result(self, timeout: float | None = None) -> T:
        """Return what the operation was for, when it has ended well.

        Args:
            timeout: Seconds for the wait and for fetching the result; by default as long as it takes,
                and the client's timeout for fetching.

        Raises:
            OperationFailed: It ended with an error.
            OperationTimeout: It goes on, or its result was not there in time.
            UnexpectedResponse: It answered with something else than operations of this kind do.
            RpcError: The result cannot be fetched.
        """
        began = time.monotonic()
        await self.wait(timeout)
        left = self._driver.settings.timeout
        if timeout is not None:
            left = max(0.1, began + timeout - time.monotonic())
        with operations.named_in_errors(self.id):
            fetched = operations.fetched(self._kind, self.message, left, timeout)
            return await self._driver.run(fetched)

    async def cancel(self, *, timeout: float | None = None) -> Self:
        """Return this operation after asking the service to give it up, which it may not heed.

        Args:
            timeout: Seconds that the call may take; by default the client's.

        Raises:
            RpcError: The service refused, or did not answer; a subclass for each code.
        """
        seconds = self._driver.settings.seconds(timeout)
        await self._take(await self._driver.run(operations.cancel(self.id, seconds)))
        return self

    @property
    def _quota(self) -> str:
        return operations.quota_of(self.id, self._kind)

    async def _take(self, message: operation_pb2.Operation) -> None:
        self.message = message
        self._lost = None
        if message.done:
            await self._leave()

    async def _leave(self) -> None:
        """Remove what was there for the operation alone."""
        clean_up, self._clean_up = self._clean_up, None
        if clean_up:
            await clean_up()

    def _watch(self, listener: Callable[[Seen], object]) -> None:
        self._driver.waiter.watch(self.id, self._quota, self._kind.schedule, self._since, listener)

    def _unwatch(self, listener: Callable[[Seen], object]) -> None:
        self._driver.waiter.drop(self.id, listener)

    async def _see(self, seen: Seen) -> None:
        if seen.message is not None:
            await self._take(seen.message)
        else:
            self._lost = operations.own(seen.error)


async def follow(
    driver: Driver,
    followed: Iterable[AsyncOperation[Any]],
    timeout: float | None,
    progress: Callable[[Any], object] | None = None,
) -> AsyncGenerator[AsyncOperation[Any], None]:
    """Yield operations as they end.

    Raises:
        OperationTimeout: Some of them go on.
    """
    seconds = driver.settings.patience(timeout)
    deadline = time.monotonic() + seconds
    pending: dict[str, list[AsyncOperation[Any]]] = {}
    events: asyncio.Queue[Seen] = asyncio.Queue()
    listener = events.put_nowait
    try:
        for operation in followed:
            same = pending.setdefault(operation.id, [])
            if operation not in same:
                same.append(operation)
        ended = dict.fromkeys(one for one in pending if all(same.done for same in pending[one]))
        for operation_id, same in pending.items():
            if operation_id not in ended:
                same[0]._watch(listener)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
        for operation_id in ended:
            for operation in pending.pop(operation_id):
                yield operation
        while pending:
            try:
                async with asyncio.timeout(deadline - time.monotonic()):
                    seen = await events.get()
            except TimeoutError:
                raise OperationTimeout(pending, seconds) from None
            for operation in pending.get(seen.operation_id, ()):
                await operation._see(seen)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
                if progress:
                    progress(operation)
            if seen.last:
                for operation in pending.pop(seen.operation_id, ()):
                    yield operation
    except BaseException as error:
        if pending and not isinstance(error, Exception | GeneratorExit):
            error.add_note(operations.resumption(pending))
            for operation in chain.from_iterable(pending.values()):
                await operation._leave()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
        raise
    finally:
        for same in pending.values():  # each where it was watched: it may be of another client
            same[0]._unwatch(listener)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]


class AsyncOperations:
    """Long-running operations, whatever their service: ``client.operations``."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    @overload
    def attach(self, operation_id: str, result: None = None) -> AsyncOperation[Message]: ...
    @overload
    def attach(
        self, operation_id: str, result: type[Recognition]
    ) -> AsyncOperation[Recognition]: ...
    @overload
    def attach(self, operation_id: str, result: type[Transcript]) -> AsyncOperation[Transcript]: ...
    @overload
    def attach(self, operation_id: str, result: type[M]) -> AsyncOperation[M]: ...
    def attach(self, operation_id: str, result: Any = None) -> AsyncOperation[Any]:
        """Return an operation by its id, without looking at it yet.

        Args:
            operation_id: As the operation's ``id`` was, in this process or another.
            result: What it is for: ``Recognition``, ``Transcript``, or the class of the message that it
                answers with; by default its result is that message, still packed as ``Any``.

        Raises:
            InvalidRequest: The id is empty, or the result is of no such class.
        """
        from ycgrpc._core import kinds  # late, for a quick import of this package

        message = operations.named(operation_id)
        return AsyncOperation(message, kinds.kind(result), self._driver)

    async def get(
        self, operation_id: str, *, timeout: float | None = None
    ) -> AsyncOperation[Message]:
        """Return an operation after one look at it.

        Args:
            operation_id: As the operation's ``id`` was.
            timeout: Seconds that the look may take; by default the client's.

        Raises:
            RpcError: The service refused, or did not answer; a subclass for each code.
        """
        return await self.attach(operation_id).refresh(timeout=timeout)

    async def cancel(
        self, operation_id: str, *, timeout: float | None = None
    ) -> AsyncOperation[Message]:
        """Return an operation after asking the service to give it up, which it may not heed.

        Args:
            operation_id: As the operation's ``id`` was.
            timeout: Seconds that the call may take; by default the client's.

        Raises:
            RpcError: The service refused, or did not answer; a subclass for each code.
        """
        return await self.attach(operation_id).cancel(timeout=timeout)

    async def wait(
        self, operation_id: str, timeout: float | None = None
    ) -> AsyncOperation[Message]:
        """Return an operation when it has ended, well or not.

        Args:
            operation_id: As the operation's ``id`` was.
            timeout: Seconds; by default as long as it takes.

        Raises:
            OperationTimeout: It goes on.
            RpcError: It can no longer be looked at.
        """
        return await self.attach(operation_id).wait(timeout)

    async def as_completed(
        self,
        operations: Iterable[AsyncOperation[T]],
        timeout: float | None = None,
        *,
        progress: Callable[[AsyncOperation[T]], object] | None = None,
    ) -> AsyncGenerator[AsyncOperation[T], None]:
        """Yield each operation once, when it has ended, well or not; any number may be waited for.

        One that can no longer be looked at is yielded too: its ``wait`` and ``result`` raise why.

        Args:
            operations: What to wait for.
            timeout: Seconds for all of them; by default as long as it takes.
            progress: Called with an operation after each look at it.

        Raises:
            OperationTimeout: Some of them go on.
        """
        followed = follow(self._driver, operations, timeout, progress)
        async with aclosing(followed) as ended:
            async for operation in ended:
                yield operation

    async def wait_all(
        self,
        operations: Iterable[AsyncOperation[T]],
        timeout: float | None = None,
        *,
        progress: Callable[[AsyncOperation[T]], object] | None = None,
    ) -> list[AsyncOperation[T]]:
        """Return the operations, in their order, when all of them have ended, well or not.

        One that can no longer be looked at is not waited for: its ``wait`` and ``result`` raise why.

        Args:
            operations: What to wait for.
            timeout: Seconds for all of them; by default as long as it takes.
            progress: Called with an operation after each look at it.

        Raises:
            OperationTimeout: Some of them go on.
        """
        found = list(operations)
        async for _ in follow(self._driver, found, timeout, progress):
            pass
        return found
