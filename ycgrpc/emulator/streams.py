"""What live speech has in common, whichever version of the interface it comes by.

Source of the limits: the documentation's pages on quotas and limits and on streaming recognition.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import Executor
from typing import Any, Generic, TypeVar

import grpc

from ycgrpc.emulator.audio_streams import AudioStream
from ycgrpc.emulator.clock import Clock
from ycgrpc.emulator.engines.stt.hearing import Hypothesis, Listening, Measured, SpeechEngine
from ycgrpc.emulator.faults import striking
from ycgrpc.emulator.limits import Limits
from ycgrpc.emulator.refusals import Refusal

T = TypeVar("T")
Request = TypeVar("Request")

NEVER = 2**40
"""Milliseconds of a pause that no session has."""

AT_ONCE = 1000
"""Milliseconds of silence that an engine is given at once."""


class Idle(Exception):
    """Nothing came for too long."""


class Requests(Generic[Request]):
    """The messages of a session, as long as it may last.

    Args:
        messages: as they come.
        limits: how long a session may last, and how long it may say nothing.
        clock: the time that it lasts by.
    """

    def __init__(self, messages: AsyncIterator[Request], limits: Limits, clock: Clock) -> None:
        self._messages = aiter(messages)
        self._limits = limits
        self._clock = clock
        self._began = clock.now()

    @property
    def lasted_ms(self) -> int:
        """How long the session lasts, in milliseconds."""
        return round((self._clock.now() - self._began).total_seconds() * 1000)

    async def next(self) -> Request | None:
        """The next message; ``None`` when the client has no more.

        Raises:
            Idle: none came for too long.
            Refusal: OUT_OF_RANGE: the session lasts too long.
        """
        left = self._limits.stt_stream_seconds - self.lasted_ms / 1000
        timeout = min(self._limits.stt_stream_idle, left)
        try:
            async with asyncio.timeout(max(0.0, timeout)):
                message = await anext(self._messages, None)
        except TimeoutError:
            if left <= self._limits.stt_stream_idle:
                raise too_long() from None
            raise Idle from None
        if self.lasted_ms > self._limits.stt_stream_seconds * 1000:
            raise too_long()
        return message


class Hearing:
    """The audio of one session: counted, decoded and heard piece by piece, in the order it comes in.

    An engine that takes its time listens in a reader thread; no further message is read meanwhile,
    so that gRPC holds back a client that is too fast.

    Args:
        audio: what decodes it.
        engine: what hears it.
        language: that the engine is to hear.
        pause_ms: how long a pause ends an utterance.
        readers: where engines listen, so that the server goes on answering.
        limits: of size and length.

    Attributes:
        received_ms: length of what was received, in milliseconds.
    """

    def __init__(
        self,
        audio: AudioStream,
        engine: SpeechEngine,
        language: str,
        pause_ms: int,
        readers: Executor,
        limits: Limits,
    ) -> None:
        self._audio = audio
        self._engine = engine
        self._language = language
        self._pause_ms = pause_ms
        self._readers = readers
        self._limits = limits
        self._fault = striking.get()
        self._bytes = 0
        self._samples = 0
        self._listening: Listening | None = None
        self.received_ms = 0

    @property
    def heard_ms(self) -> int:
        """Up to where there are no words but those that were given, in milliseconds."""
        if isinstance(self._listening, Measured):
            return min(self._listening.heard_ms, self.received_ms)
        return self.received_ms

    async def hear(self, content: bytes) -> Sequence[Hypothesis]:
        """What comes of a piece of audio.

        Raises:
            BadAudio: it is not what it is said to be.
            Refusal: OUT_OF_RANGE: there is more than a session may have; or the session was told to
                fail here.
        """
        self._bytes += len(content)
        if self._bytes > self._limits.stt_stream_bytes:
            raise Refusal(grpc.StatusCode.OUT_OF_RANGE, "Exceeded maximum allowed stream size")
        pcm = await self._run(self._audio.instant, self._audio.feed, content)
        return await self._hear(pcm)

    async def be_silent(self, milliseconds: int) -> Sequence[Hypothesis]:
        """What comes of a silence.

        Raises:
            Refusal: see ``hear``.
        """
        self._check(self.received_ms + milliseconds)
        if not self._audio.sample_rate:  # which the container has not told yet
            self.received_ms += milliseconds
            await self._fault.heard(self.received_ms)
            return []
        left = milliseconds * self._audio.sample_rate // 1000
        at_once = self._audio.sample_rate * AT_ONCE // 1000
        heard: list[Hypothesis] = []
        while left > 0:
            heard += await self._hear(bytes(2 * min(left, at_once)))
            left -= at_once
        return heard

    async def end_utterance(self) -> Sequence[Hypothesis]:
        """What is left of the utterance that is going on: the client says that it has ended."""
        if self._listening is None:
            return []
        return await self._listen(self._listening.end_utterance)

    async def finish(self) -> Sequence[Hypothesis]:
        """What is left at the end of the audio.

        Raises:
            BadAudio: what came is no recording.
            Refusal: see ``hear``.
        """
        heard = list(await self._hear(await self._run(self._audio.instant, self._audio.finish)))
        if self._listening is not None:
            heard += await self._listen(self._listening.finish)
        return heard

    async def _hear(self, pcm: bytes) -> Sequence[Hypothesis]:
        if not pcm:
            return []
        if self._listening is None:
            rate = self._audio.sample_rate
            self._listening = self._engine.listen(self._language, rate, pause_ms=self._pause_ms)
            pcm = bytes(2 * (self.received_ms * rate // 1000)) + pcm  # silence came before
        self._samples += len(pcm) // 2
        self.received_ms = self._samples * 1000 // self._audio.sample_rate
        self._check(self.received_ms)
        await self._fault.heard(self.received_ms)
        return await self._listen(self._listening.feed, pcm)

    def _check(self, milliseconds: int) -> None:
        if milliseconds > self._limits.stt_stream_seconds * 1000:
            raise too_long()

    async def _listen(
        self, step: Callable[..., Sequence[Hypothesis]], *arguments: Any
    ) -> Sequence[Hypothesis]:
        instant = bool(getattr(self._engine, "instant", False))
        return await self._run(instant, step, *arguments)

    async def _run(self, instant: bool, step: Callable[..., T], *arguments: Any) -> T:
        if instant:
            return step(*arguments)
        return await asyncio.get_running_loop().run_in_executor(self._readers, step, *arguments)


def too_long() -> Refusal:
    """The refusal of a session that lasts longer than it may. Source of the text: a Q&A page."""
    return Refusal(grpc.StatusCode.OUT_OF_RANGE, "Exceeded maximum allowed stream duration")
