"""Streams of speech of the asyncio client: tasks around one conversation."""

from __future__ import annotations

import asyncio
import random
import time
from collections import deque
from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress
from typing import Any

import grpc.aio

from ycgrpc._aio.driver import Driver
from ycgrpc._core.conversation import Conversation, Next
from ycgrpc._core.conversation_v2 import ConversationV2
from ycgrpc._core.methods import Method
from ycgrpc._core.pieces import seconds
from ycgrpc._core.speech_session import LONGEST
from ycgrpc._core.streams import admitted
from ycgrpc.audio import AudioSource
from ycgrpc.errors import RpcError, Unauthenticated
from ycgrpc.types.speech import Partial, SpeechEvent


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
        self._heard: deque[SpeechEvent] = deque()
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
        except Exception as error:
            self._end(error)

    async def _talk(self) -> None:
        """Talk to the service, session after session."""
        try:
            while await self._awaits_session():
                error = await self._hold_session()
                pause = self._conversation.ended(error, time.monotonic(), random.random())  # noqa: S311
                if pause is None:
                    break
                await asyncio.sleep(pause)
        except Exception as error:
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
            sending = asyncio.create_task(self._send(talk.call), name="ycgrpc-sending")
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
                talk.call.cancel()
                sending.cancel()
                await asyncio.wait([sending])
            if renewed or not isinstance(failed, Unauthenticated):
                return failed
            if failed.received or not self._driver.tokens.refuse(token):
                return failed
            renewed = True

    async def _send(self, call: Any) -> None:
        """Send the messages of a session."""
        # What gRPC raises when the session has ended: its reader learns why.
        with suppress(grpc.aio.AioRpcError, asyncio.InvalidStateError, grpc.aio.UsageError):
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

    def _tell(self, event: SpeechEvent) -> None:
        last = self._heard[-1] if self._heard else None
        if (
            isinstance(event, Partial)
            and isinstance(last, Partial)
            and event.channel == last.channel
        ):
            self._heard.pop()
        self._heard.append(event)
        self._told.set()
