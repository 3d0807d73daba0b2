"""One session of streamed speech, version 3: what was sent in it, and where its times lie."""

from __future__ import annotations

from typing import NamedTuple

from ycgrpc_pb.yandex.cloud.ai.stt.v3.stt_pb2 import (
    AudioChunk,
    Eou,
    SilenceChunk,
    StreamingOptions,
    StreamingRequest,
)

from ycgrpc._core.audio_buffer import Chunk

_COMPANY = 100
"""Milliseconds of a silence that only keeps a session alive."""


class StreamLimits(NamedTuple):
    """What a session may come to. Source: "Limits in SpeechKit" and "Streaming recognition".

    Attributes:
        seconds: Of audio, and on the clock.
        size: Bytes of audio.
        idle: Seconds without a message.
    """

    seconds: float = 300.0
    size: int = 10 * 1024 * 1024
    idle: float = 5.0


DOCUMENTED = StreamLimits()
LONGEST = DOCUMENTED.seconds + 60.0
"""Seconds after which a session that the service does not end is given up."""


class Session:
    """Counts what is sent, and finds the places in the stream that the service's times mean.

    Args:
        base: The place in the stream at which it begins, in samples.
        number: The number of the chunk to send first.
        rate: Samples per second; 0 for a container.
        now: Seconds of a clock that cannot jump.

    Attributes:
        base: The place in the stream at which it begins.
        next: The number of the chunk to send next.
        sent: The place in the stream up to which it has sent.
        closed: Whether no more is sent in it.
        left: Whether what it says of the speech counts no more: another session will hear it again.
        answered: Whether the service said anything in it.
        received: The place in the stream up to which the service has said that it got the audio.
    """

    def __init__(self, base: int, number: int, rate: int, now: float) -> None:
        self.base = self.sent = self.received = base
        self.next = number
        self.closed = self.left = self.answered = False
        self._rate = rate
        self._began = self._sent_at = now
        self._size = 0
        self._unsaid = 0  # thousandths of a sample by which the silence sent is too short
        self._company: list[int] = []  # places of the silences that are not of the stream

    def options(self, options: StreamingOptions) -> StreamingRequest:
        """Return the message that begins it."""
        return StreamingRequest(session_options=options)

    def send(self, chunk: Chunk, now: float) -> StreamingRequest:
        """Return the message for a chunk."""
        self.next += 1
        self.sent = chunk.end
        self._size += len(chunk.content)
        self._sent_at = now
        if chunk.content:
            return StreamingRequest(chunk=AudioChunk(data=chunk.content))
        if chunk.end > chunk.start:
            # What is rounded off goes into the next silence, lest it add up; and none is of nothing.
            self._unsaid += (chunk.end - chunk.start) * 1000
            milliseconds = max(1, round(self._unsaid / self._rate))
            self._unsaid -= milliseconds * self._rate
            return StreamingRequest(silence_chunk=SilenceChunk(duration_ms=milliseconds))
        return StreamingRequest(eou=Eou())

    def keep_company(self, now: float) -> StreamingRequest:
        """Return a silence that keeps the session alive while the source says nothing."""
        self._company.append(self.sent)
        self._sent_at = now
        return StreamingRequest(silence_chunk=SilenceChunk(duration_ms=_COMPANY))

    def idle(self, now: float) -> float:
        """Return the seconds since the last message."""
        return now - self._sent_at

    def share(self, limits: StreamLimits, now: float, more: Chunk | None = None) -> float:
        """Return how much of its limits the session takes up, with one more chunk: 1 is all."""
        size, end = self._size, self.sent
        if more is not None:
            size, end = size + len(more.content), more.end
        shares = [size / limits.size, (now - self._began) / limits.seconds]
        if self._rate:
            company = len(self._company) * _COMPANY / 1000
            shares.append(((end - self.base) / self._rate + company) / limits.seconds)
        return max(shares)

    def lasted(self, now: float) -> float:
        """Return the seconds that it lasts, on the clock or by what the service got of the audio."""
        company = len(self._company) * _COMPANY / 1000
        return max(now - self._began, (self.received - self.base) / self._rate + company)

    def place(self, milliseconds: int) -> int:
        """Return the place in the stream that a time of the session means."""
        if not self._rate:
            return 0
        place = self.base + milliseconds * self._rate // 1000
        length = _COMPANY * self._rate // 1000
        for company in self._company:
            if place <= company:
                break
            place = max(company, place - length)
        return place
