"""Streams of speech of the asyncio client: tasks around one conversation."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncGenerator, Coroutine
from contextlib import aclosing, suppress
from typing import Any

import grpc
import grpc.aio

from ycgrpc._aio.driver import Driver
from ycgrpc._core.conversation import Conversation, Next
from ycgrpc._core.conversation_v2 import ConversationV2
from ycgrpc._core.methods import Method
from ycgrpc._core.pieces import seconds
from ycgrpc._core.speech_events import Untaken
from ycgrpc._core.speech_session import LONGEST
from ycgrpc._core.streams import admitted
from ycgrpc.audio import AudioSource
from ycgrpc.errors import RpcError, Unauthenticated
from ycgrpc.types.speech import SpeechEvent

_LOCAL = "Internal error from Core"
"""What grpc.aio says of a message that it could not write."""
_PATIENCE = 1.0
"""Seconds to wait for what the service said instead."""


class WrittenCall:
    """A call that messages are written to, and whose end is told in the words of the service.

    Where the service ends a call while a message is being written, grpc.aio says INTERNAL in place of
    what the service said, and leaves answers unread that came before:
    https://github.com/grpc/grpc/issues/36066.
    """

    def __init__(self, call: Any) -> None:
        self._call = call
        self._answers = aiter(call)
        self._told: asyncio.Future[tuple[Any, ...]] = asyncio.get_running_loop().create_future()
        call.add_done_callback(self._note)
        self.write, self.done_writing, self.cancel = call.write, call.done_writing, call.cancel

    async def read(self) -> Any:
        """Return the next answer, or ``grpc.aio.EOF``.

        Raises:
            AioRpcError: The call ended with another status than OK.
        """
        try:
            return await anext(self._answers, grpc.aio.EOF)
        except grpc.aio.AioRpcError as error:
            if error.details() != _LOCAL:
                raise
            await asyncio.wait([self._told], timeout=_PATIENCE)
            if not self._told.done():
                raise
        code, details, initial, trailing = self._told.result()
        if code is grpc.StatusCode.OK:
            return grpc.aio.EOF
        raise grpc.aio.AioRpcError(code, initial, trailing, details)

    async def close(self) -> None:
        """Give it up."""
        self.cancel()
        await self._answers.aclose()

    def _note(self, call: Any) -> None:
        """Keep the status; grpc.aio calls this whenever it sets one."""
        details = _known(call.details())
        if details != _LOCAL and not self._told.done():
            metadata = _known(call.initial_metadata()), _known(call.trailing_metadata())
            self._told.set_result((_known(call.code()), details, *metadata))


def _known(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """Return what a coroutine returns that has nothing to wait for."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value
    coroutine.close()
    return None


async def heard(
    driver: Driver,
    method: Method[Any, Any],
    conversation: Conversation | ConversationV2,
    audio: AudioSource,
) -> AsyncGenerator[SpeechEvent, None]:
    """Yield what the service says of the audio; whoever stops early ends it all.

    One task takes the audio from its source, another the answers from the service, so that neither
    waits for whoever listens. A partial that nobody has taken gives way to the next one.
    """
    stream = _Stream(driver, method, conversation, audio)
    try:
        async with aclosing(stream.events()) as events:
            async for event in events:
                yield event
    finally:
        await stream.stop()


class _Stream:
    def __init__(
        self,
        driver: Driver,
        method: Method[Any, Any],
        conversation: Conversation | ConversationV2,
        audio: AudioSource,
    ) -> None:
        self._driver = driver
        self._method = method
        self._conversation = conversation
        self._audio = audio
        self._came = asyncio.Event()  # more audio, or the end of it
        self._room = asyncio.Event()
        self._heard = Untaken()
        self._told = asyncio.Event()
        self._ended = False
        self._failure: BaseException | None = None
        self._tasks: list[asyncio.Task[None]] = []

    async def events(self) -> AsyncGenerator[SpeechEvent, None]:
        """Yield events, up to the end or the failure."""
        for work, name in ((self._take(), "ycgrpc-audio"), (self._talk(), "ycgrpc-speech")):
            self._tasks.append(asyncio.create_task(work, name=name))
        while True:
            while self._heard:
                yield self._heard.popleft()
            if self._ended:
                break
            self._told.clear()
            await self._told.wait()
        if self._failure:
            raise self._failure

    async def stop(self) -> None:
        """End all tasks."""
        self._audio.close()
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)

    def _end(self, failure: BaseException | None = None) -> None:
        if not self._ended:
            self._failure, self._ended = failure, True
        self._told.set()

    async def _take(self) -> None:
        """Take the audio from its source."""
        spoken, began = 0.0, time.monotonic()
        try:
            async with aclosing(aiter(self._audio)) as pieces:
                async for piece in pieces:
                    while not self._conversation.room:
                        self._room.clear()
                        await self._room.wait()
                    if self._audio.realtime:
                        await asyncio.sleep(max(0.0, began + spoken - time.monotonic()))
                    self._conversation.put(piece, time.monotonic())
                    self._came.set()
                    spoken += seconds(piece, self._audio.format)
            self._conversation.finish()
            self._came.set()
        except BaseException as error:
            self._end(error)  # also what the source was cancelled by

    async def _talk(self) -> None:
        """Talk to the service, session after session."""
        try:
            while await self._awaits_session():
                error = await self._hold_session()
                pause = self._conversation.ended(error, time.monotonic(), random.random())  # noqa: S311
                if pause is None:
                    break
                await asyncio.sleep(pause)
        except BaseException as error:
            self._end(error)
        else:
            self._end()

    async def _awaits_session(self) -> bool:
        """Wait until there is audio for a session; return whether there will ever be any."""
        while not self._conversation.begun:
            if self._conversation.over:
                return False
            self._came.clear()
            await self._came.wait()
        return True

    async def _hold_session(self) -> RpcError | None:
        """Hold one session; return what it ended with."""
        renewed = False
        while True:
            token = await self._driver.run(admitted(self._method, LONGEST))
            self._conversation.open(time.monotonic())
            talk = self._driver.open(self._method, None, LONGEST, token)
            talk.call = call = WrittenCall(talk.call)
            sending = asyncio.create_task(self._send(call), name="ycgrpc-sending")
            try:
                while (response := await self._driver.pull(talk)) is not None:
                    now = time.monotonic()
                    events = self._conversation.receive(response, now)
                    for event in events:
                        self._tell(event)
                    if self._conversation.rolls(now):
                        break
                    if self._conversation.stirs:
                        self._came.set()
                return None
            except RpcError as error:
                failed = error
            finally:
                sending.cancel()
                await asyncio.wait([sending])
                await call.close()
            if renewed or not isinstance(failed, Unauthenticated):
                return failed
            if failed.received or not self._driver.tokens.refuse(token):
                return failed
            renewed = True

    async def _send(self, call: WrittenCall) -> None:
        """Send the messages of a session."""
        try:
            while True:
                now = time.monotonic()
                message = self._conversation.send(now)
                if message is Next.CLOSE:
                    await call.done_writing()
                    return
                if message is Next.WAIT:
                    self._came.clear()
                    with suppress(TimeoutError):
                        async with asyncio.timeout(self._conversation.wait(now)):
                            await self._came.wait()
                    continue
                await call.write(message)
                self._room.set()
        except (grpc.aio.AioRpcError, asyncio.InvalidStateError, grpc.aio.UsageError):
            pass  # the session has ended: its reader learns why
        except Exception as error:
            self._end(error)

    def _tell(self, event: SpeechEvent) -> None:
        self._heard.tell(event)
        self._told.set()
