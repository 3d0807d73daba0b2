"""Where speech comes from: files, chunks of your own, and microphones.

::

    for event in client.stt.stream(audio.file("call.wav"), language="en-US"):
        print(event.final or event.partial)

A source knows its format. Beside bytes it may yield ``Silence(milliseconds)`` and, with
``external_eou=True``, ``UtteranceEnd()``.
"""

from __future__ import annotations

import asyncio
import os
import warnings
from collections.abc import AsyncGenerator, AsyncIterable, Generator, Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from queue import SimpleQueue
from threading import Thread
from typing import Any, BinaryIO, TypeVar

from ycgrpc._core import recordings
from ycgrpc._core.pieces import SAMPLE_BYTES, AudioFormat, Piece, Silence, UtteranceEnd
from ycgrpc._core.recordings import Encoding
from ycgrpc.errors import ConfigurationError, Error, InvalidRequest, Violation

__all__ = [
    "AudioFormat",
    "AudioSource",
    "Piece",
    "Silence",
    "UtteranceEnd",
    "chunks",
    "file",
    "microphone",
]

_CHUNK = 0.2
"""Seconds of audio in a piece."""

_UNHEARD = 300.0
"""Seconds of a microphone's audio that may wait to be taken."""

_READABLE = "WAV of 16-bit samples, OGG with Opus or MP3"

_END = object()
"""What nobody's source can yield."""

T = TypeVar("T")


class AudioSource:
    """A source of audio of one format; iterate it once.

    Attributes:
        format: The format.
        realtime: Whether it is to be sent no faster than it would be spoken.
    """

    def __init__(
        self,
        form: AudioFormat,
        pieces: Iterable[Piece] | AsyncIterable[Piece],
        *,
        realtime: bool = False,
    ) -> None:
        self.format = form
        self.realtime = realtime
        self._pieces = pieces

    def __iter__(self) -> Generator[Piece, None, None]:
        """Iterate in a thread of the blocking client; a generator of the caller's is closed at the end.

        Raises:
            ConfigurationError: The pieces can only be awaited.
        """
        if not isinstance(self._pieces, Iterable):
            raise ConfigurationError("audio: an async iterable is for AsyncClient")
        pieces = iter(self._pieces)
        try:
            for piece in pieces:  # noqa: UP028 - `yield from` would close files of the caller's
                yield piece
        finally:
            if isinstance(pieces, Generator):
                pieces.close()

    async def __aiter__(self) -> AsyncGenerator[Piece, None]:
        """Iterate in a task; pieces that do not come asynchronously are waited for in a thread."""
        pieces = self._pieces
        pieces = aiter(pieces) if isinstance(pieces, AsyncIterable) else awaited(iter(self))
        try:
            async for piece in pieces:
                yield piece
        finally:
            if isinstance(pieces, AsyncGenerator):
                await pieces.aclose()

    def close(self) -> None:
        """Let go of what is held; whoever waits for a piece gets no more."""


async def awaited(items: Generator[T, None, None]) -> AsyncGenerator[T, None]:
    """Yield what a thread of its own waits for, and keeps waiting for if nobody else does.

    The threads of the event loop are not for that: they are few, and it ends only after them.
    """
    loop = asyncio.get_running_loop()
    wanted: SimpleQueue[asyncio.Future[Any] | None] = SimpleQueue()

    def tell(future: asyncio.Future[Any], result: object, error: BaseException | None) -> None:
        if future.done():
            return  # given up
        if error is None:
            future.set_result(result)
        else:
            future.set_exception(error)

    def wait() -> None:
        while (future := wanted.get()) is not None:
            result: object = None
            failure: BaseException | None = None
            try:
                result = next(items, _END)
            except BaseException as error:
                failure = error
            with suppress(RuntimeError):  # the event loop is closed
                loop.call_soon_threadsafe(tell, future, result, failure)
        items.close()

    Thread(target=wait, name="ycgrpc-audio", daemon=True).start()
    try:
        while True:
            future: asyncio.Future[Any] = loop.create_future()
            wanted.put(future)
            if (item := await future) is _END:
                return
            yield item
    finally:
        wanted.put(None)


class _File(AudioSource):
    """Pieces that are at hand without waiting, so that no thread is needed for them."""

    async def __aiter__(self) -> AsyncGenerator[Piece, None]:
        for piece in self:
            yield piece
            await asyncio.sleep(0)


def file(
    source: str | os.PathLike[str] | bytes | BinaryIO,
    *,
    realtime: bool = False,
    sample_rate: int | None = None,
    channels: int = 1,
) -> AudioSource:
    """Return the speech in a recording: WAV, OGG with Opus, MP3, or bare 16-bit samples.

    The format is found from the content. WAV and bare samples are sent as they are; OGG and MP3 are
    decoded first, for a session to begin in their middle, which takes ``pip install 'ycgrpc[audio]'``.

    Args:
        source: A path, the bytes themselves, or a binary file.
        realtime: Send it as fast as it was spoken, instead of as fast as it goes.
        sample_rate: Samples per second, for bare samples alone.
        channels: Channels, for bare samples alone. A stream takes one.

    Raises:
        InvalidRequest: It cannot be read, is of another format, or has several channels.
        ConfigurationError: What decodes it is not installed.
    """
    content = _read(source)
    found = recordings.inspect(content)
    if found.foreign:
        raise InvalidRequest([Violation("audio", _READABLE, found.foreign)])
    if sample_rate is not None:
        form = AudioFormat("pcm", sample_rate, channels).checked()
        if found.format:
            rule = "is for bare samples alone: leave it out"
            raise InvalidRequest([Violation("audio.sample_rate", rule, found.format)])
        if len(content) % SAMPLE_BYTES:
            rule = "must be 16-bit samples, two bytes each"
            raise InvalidRequest([Violation("audio", rule, "an odd number of bytes")])
        return _File(form, _cut(content, sample_rate), realtime=realtime)
    if found.format is None:
        rule = f"{_READABLE}; or give sample_rate= for bare samples"
        raise InvalidRequest([Violation("audio", rule, "something else")])
    if found.format == "wav":
        samples = recordings.wav_samples(content)
        samples = samples[: len(samples) // SAMPLE_BYTES * SAMPLE_BYTES]  # cut off, maybe
        form = AudioFormat("pcm", found.sample_rate, found.channels or 1).checked()
    else:
        if found.channels not in (None, 1):
            AudioFormat("pcm", 48_000, found.channels or 1).checked()
        samples, rate = _decoded(content)
        form = AudioFormat("pcm", rate).checked()
    assert form.sample_rate is not None
    return _File(form, _cut(samples, form.sample_rate), realtime=realtime)


def _read(source: str | os.PathLike[str] | bytes | BinaryIO) -> bytes:
    from ycgrpc._core import sources
    from ycgrpc._core.object_storage import BYTES_MAXIMUM

    return sources.read(source, BYTES_MAXIMUM)


def _decoded(content: bytes) -> tuple[bytes, int]:
    from io import BytesIO

    try:
        soundfile: Any = import_module("soundfile")
    except ImportError as error:
        raise ConfigurationError(
            "to stream OGG or MP3 from a file: pip install 'ycgrpc[audio]'"
        ) from error
    try:
        with soundfile.SoundFile(BytesIO(content)) as found:
            if found.channels != 1:
                AudioFormat("pcm", found.samplerate, found.channels).checked()
            return bytes(found.buffer_read(dtype="int16")), int(found.samplerate)
    except soundfile.LibsndfileError as error:
        raise InvalidRequest(
            [Violation("audio", "must be a whole recording", str(error))]
        ) from error


def _cut(samples: bytes, rate: int) -> Iterator[bytes]:
    size = int(rate * _CHUNK) * SAMPLE_BYTES
    for start in range(0, len(samples), size):
        yield samples[start : start + size]


def chunks(
    pieces: Iterable[Piece] | AsyncIterable[Piece],
    *,
    sample_rate: int | None = None,
    channels: int = 1,
    encoding: Encoding = "pcm",
    realtime: bool = False,
) -> AudioSource:
    """Return the speech that an iterable yields, as it comes; an async one is for ``AsyncClient``.

    Args:
        pieces: Bytes, ``Silence`` and ``UtteranceEnd``.
        sample_rate: Samples per second; needed for ``pcm``.
        channels: Channels. A stream takes one.
        encoding: ``pcm`` for bare signed 16-bit little-endian samples. A container (``wav``,
            ``ogg_opus``, ``mp3``) is sent as it is, in a single session.
        realtime: Send it as fast as it was spoken, instead of as fast as it comes; ``pcm`` alone.

    Raises:
        InvalidRequest: The format cannot be streamed.
    """
    if isinstance(pieces, bytes | bytearray | memoryview | str):
        raise InvalidRequest([Violation("audio", "give an iterable of bytes", "one piece")])
    if not isinstance(pieces, Iterable | AsyncIterable):  # pyright: ignore[reportUnnecessaryIsInstance]
        found = f"a {type(pieces).__name__}"
        raise InvalidRequest([Violation("audio", "give an iterable of bytes", found)])
    form = AudioFormat(encoding, sample_rate, channels).checked()
    if realtime and encoding != "pcm":
        raise InvalidRequest([Violation("audio.realtime", "only with pcm")])
    return AudioSource(form, pieces, realtime=realtime)


class _Microphone(AudioSource):
    """What a microphone hears, from the first iteration on until it is closed."""

    def __init__(self, form: AudioFormat, device: int | str | None) -> None:
        self._queue: SimpleQueue[bytes | None] = SimpleQueue()
        self._device = device
        self._lost = ""  # why audio was lost, if any was
        super().__init__(form, self._listen())

    def _listen(self) -> Iterator[bytes]:
        stream = self._opened()
        warned = False
        try:
            while (piece := self._queue.get()) is not None:
                if self._queue.qsize() * _CHUNK > _UNHEARD:
                    raise Error("the microphone is heard faster than its audio can be sent")
                if self._lost and not warned:
                    warned = True  # here, for where PortAudio calls nobody sees an error
                    message = f"some of the microphone's audio is lost: {self._lost}"
                    warnings.warn(message, RuntimeWarning, stacklevel=1)
                yield piece
        finally:
            stream.close()

    def _opened(self) -> Any:
        sounddevice = _sounddevice()

        def heard(data: Any, frames: int, time: object, status: object) -> None:
            if status:
                self._lost = str(status)
            self._queue.put(bytes(data))

        assert self.format.sample_rate is not None
        stream: Any = None
        try:
            stream = sounddevice.RawInputStream(
                samplerate=self.format.sample_rate,
                blocksize=int(self.format.sample_rate * _CHUNK),
                device=self._device,
                channels=1,
                dtype="int16",
                callback=heard,
            )
            stream.start()
        except (sounddevice.PortAudioError, ValueError) as error:
            if stream is not None:
                stream.close()
            raise ConfigurationError(f"the microphone cannot be used: {error}") from error
        return stream

    def close(self) -> None:
        """Stop listening."""
        self._queue.put(None)


def microphone(*, sample_rate: int = 16_000, device: int | str | None = None) -> AudioSource:
    """Return what a microphone hears, until it is closed; takes ``pip install 'ycgrpc[mic]'``.

    Args:
        sample_rate: Samples per second.
        device: Number or name of the device; by default the system's.

    Raises:
        ConfigurationError: The microphone cannot be used.
        InvalidRequest: The sample rate cannot be streamed.
    """
    _sounddevice()
    return _Microphone(AudioFormat("pcm", sample_rate).checked(), device)


def _sounddevice() -> Any:
    try:
        return import_module("sounddevice")
    except ImportError as error:
        raise ConfigurationError("a microphone takes: pip install 'ycgrpc[mic]'") from error
    except OSError as error:
        raise ConfigurationError(f"a microphone takes PortAudio: {error}") from error
