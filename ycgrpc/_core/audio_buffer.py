"""The audio that may still have to be sent, or sent again."""

from __future__ import annotations

from collections import deque
from operator import index
from typing import NamedTuple

from ycgrpc._core.pieces import SAMPLE_BYTES, AudioFormat, Piece, Silence, UtteranceEnd
from ycgrpc.errors import InvalidRequest, Violation

# Seconds of audio in one message: what comes in smaller pieces is put together, larger is cut.
_SMALLEST, _LARGEST = 0.1, 0.4
# The same for a container, in bytes.
_CONTAINED_SMALLEST, _CONTAINED_LARGEST = 4_000, 16_000
# Seconds, and bytes of a container, that may wait to be sent before the source has to wait.
_AHEAD, _CONTAINED_AHEAD = 2.0, 256 * 1024


class Chunk(NamedTuple):
    """A piece of the stream as it is sent.

    Attributes:
        start: Its place, in samples.
        end: Where the next one starts.
        content: The audio; empty for silence, and for the end of an utterance, which takes no time.
    """

    start: int
    end: int
    content: bytes

    def before(self, place: int) -> bool:
        """Return whether all of it lies before a place; the end of an utterance never lies at it."""
        return self.end <= place if self.end > self.start else self.end < place

    def __repr__(self) -> str:
        return f"<chunk from {self.start} to {self.end}>"


class AudioBuffer:
    """Chunks by their numbers, from the first that is not settled to the last that came.

    Places are samples from the start of the stream. Of a container, whose samples nobody here can
    count, a place is a count of bytes instead: good for nothing but to see what has been sent.

    Attributes:
        end: The end of what came.
        ended: Whether no more will come.
    """

    def __init__(self, form: AudioFormat) -> None:
        self.counted = form.encoding == "pcm"
        self.end = 0
        self.ended = False
        self._gathered = bytearray()
        self._gathered_at = 0.0
        self._silence = 0  # thousandths of a sample that are yet too little for one
        self._chunks: deque[Chunk] = deque()
        self._first = 0
        rate = form.sample_rate or 0
        self._rate = rate
        self._unit = SAMPLE_BYTES if self.counted else 1
        smallest, largest, ahead = (
            (rate * _SMALLEST, rate * _LARGEST, rate * _AHEAD)
            if self.counted
            else (_CONTAINED_SMALLEST, _CONTAINED_LARGEST, _CONTAINED_AHEAD)
        )
        self._smallest, self._largest, self._ahead = int(smallest), int(largest), int(ahead)

    def room(self, sent: int) -> bool:
        """Return whether there may come more, where all up to a place has been sent."""
        return self.end - sent < self._ahead

    def put(self, piece: Piece, now: float) -> None:
        """Take a piece.

        Raises:
            InvalidRequest: It is none.
        """
        if isinstance(piece, Silence):
            self._be_silent(piece.milliseconds)
        elif isinstance(piece, UtteranceEnd):
            self.flush()
            self._add(b"", 0)
        elif isinstance(piece, bytes | bytearray | memoryview):  # pyright: ignore[reportUnnecessaryIsInstance]
            if not self._gathered:
                self._gathered_at = now
            self._gathered += piece
            while len(self._gathered) >= self._smallest * self._unit:
                self._take(self._largest)
        else:
            rule = "a source yields bytes, Silence or UtteranceEnd"
            raise InvalidRequest([Violation("audio", rule, f"a {type(piece).__name__}")])

    def finish(self) -> None:
        """Take note that no more will come.

        Raises:
            InvalidRequest: There was nothing at all, or half a sample too much.
        """
        if len(self._gathered) % self._unit:
            rule = "must be 16-bit samples, two bytes each"
            raise InvalidRequest([Violation("audio", rule, "an odd number of bytes")])
        self.flush()
        self.ended = True
        if not self.end:
            raise InvalidRequest([Violation("audio", "must not be empty", "a source without any")])

    def flush(self) -> None:
        """Make a chunk of what is yet too little for one."""
        if len(self._gathered) >= self._unit:
            self._take(self._largest)

    def gathered_since(self) -> float | None:
        """Return when the first of what is yet too little for a chunk came."""
        return self._gathered_at if len(self._gathered) >= self._unit else None

    def chunk(self, number: int) -> Chunk | None:
        """Return a chunk by its number, or ``None`` where it is yet to come."""
        place = number - self._first
        if place >= len(self._chunks):
            return None
        found = self._chunks[place]
        cut = found.start + self._largest
        if found.end > cut:  # a silence: cut no sooner, for it may be of hours
            self._chunks[place] = Chunk(cut, found.end, b"")
            self._chunks.insert(place, Chunk(found.start, cut, b""))
        return self._chunks[place]

    def settle(self, place: int, sent: int) -> None:
        """Forget what lies before a place, of the chunks before a number."""
        while self._chunks and self._first < sent and self._chunks[0].before(place):
            self._chunks.popleft()
            self._first += 1

    def restart(self, place: int) -> int:
        """Return the number of the chunk that now starts at a place, whence all is sent again."""
        while self._chunks and self._chunks[0].before(place):
            self._chunks.popleft()
            self._first += 1
        if self._chunks and (found := self._chunks[0]).start < place:
            content = found.content[(place - found.start) * self._unit :]
            self._chunks[0] = Chunk(place, found.end, content)
        return self._first

    def _be_silent(self, milliseconds: int) -> None:
        if not self.counted:
            raise InvalidRequest([Violation("audio: silence", "only with pcm")])
        try:
            length = index(milliseconds) * self._rate
        except TypeError:
            length = -1
        if length < 0:
            rule = "takes whole milliseconds, 0 or more"
            raise InvalidRequest([Violation("audio: silence", rule, repr(milliseconds))])
        self.flush()
        samples, self._silence = divmod(self._silence + length, 1000)
        if samples:
            self._add(b"", samples)

    def _take(self, most: int) -> None:
        size = min(len(self._gathered) // self._unit, most) * self._unit
        content = bytes(self._gathered[:size])
        del self._gathered[:size]
        self._add(content, size // self._unit)

    def _add(self, content: bytes, length: int) -> None:
        self._chunks.append(Chunk(self.end, self.end + length, content))
        self.end += length
