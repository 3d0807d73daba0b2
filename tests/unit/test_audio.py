"""Sources of audio, iterated both ways, without a service."""

from __future__ import annotations

import asyncio
import io
import sys
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.unit.test_recordings import chunk, wav
from tests.wire.server import PATIENCE
from ycgrpc import audio
from ycgrpc.audio import AudioFormat, AudioSource, Silence
from ycgrpc.errors import ConfigurationError, Error, InvalidRequest

SAMPLES = Path(__file__).parents[2] / "examples" / "samples"
RATE = 8_000
PIECE = b"\1\2" * 1_600


class Device(ModuleType):
    """A module such as ``sounddevice``, whose microphone hears at once what it is given."""

    class PortAudioError(Exception):
        pass

    def __init__(self, pieces: Iterable[bytes], *, broken: str = "", status: object = None) -> None:
        super().__init__("sounddevice")
        self.pieces = list(pieces)
        self.broken = broken
        self.status = status
        self.settings: dict[str, Any] = {}
        self.open = False

    def RawInputStream(self, **settings: Any) -> Device:  # noqa: N802 - that is its name
        if self.broken == "open":
            raise self.PortAudioError("Device unavailable")
        self.settings = settings
        self.open = True
        return self

    def start(self) -> None:
        if self.broken == "start":
            raise self.PortAudioError("Device unavailable")
        for piece in self.pieces:
            self.settings["callback"](memoryview(piece), len(piece) // 2, None, self.status)

    def close(self) -> None:
        self.open = False


async def awaited(source: AudioSource) -> list[Any]:
    return [piece async for piece in source]


def both(make: Callable[[], AudioSource]) -> list[Any]:
    """What comes of a source, which is the same either way."""
    found = list(make())
    assert asyncio.run(awaited(make())) == found
    return found


def bytes_of(source: AudioSource) -> list[bytes]:
    pieces = list(source)
    assert all(isinstance(piece, bytes) for piece in pieces)
    return [piece for piece in pieces if isinstance(piece, bytes)]


# --- Files.


@pytest.mark.parametrize(
    "make",
    [bytes, bytearray, io.BytesIO],
    ids=["bytes", "bytearray", "file"],
)
def test_a_wav_is_sent_without_its_header(make: Callable[[bytes], Any]) -> None:
    content = wav(PIECE * 4 + b"\3\4", before=chunk(b"LIST", b"comment."))
    source = audio.file(make(content))
    assert source.format == AudioFormat("pcm", RATE)
    assert not source.realtime
    assert both(lambda: audio.file(make(content))) == [*[PIECE] * 4, b"\3\4"]


def test_a_path(tmp_path: Path) -> None:
    path = tmp_path / "call"
    path.write_bytes(wav(PIECE))
    assert list(audio.file(path, realtime=True)) == [PIECE]
    assert audio.file(str(path), realtime=True).realtime


def test_a_wav_that_is_cut_off_in_the_middle_of_a_sample() -> None:
    assert b"".join(bytes_of(audio.file(wav(PIECE)[:-1]))) == PIECE[:-2]


def test_bare_samples() -> None:
    content = (SAMPLES / "ticket-8khz.pcm").read_bytes()
    source = audio.file(content, sample_rate=RATE)
    assert source.format == AudioFormat("pcm", RATE)
    assert b"".join(bytes_of(source)) == content


@pytest.mark.parametrize(("name", "rates"), [("kettle.ogg", (16_000, 48_000)), ("kettle.mp3", ())])
def test_what_has_to_be_decoded(name: str, rates: tuple[int, ...]) -> None:
    source = audio.file(SAMPLES / name)
    rate = source.format.sample_rate
    assert rate
    assert not rates or rate in rates
    assert source.format.encoding == "pcm"
    pieces = bytes_of(source)
    assert {len(piece) for piece in pieces[:-1]} == {rate * 2 // 5}
    length = sum(map(len, pieces)) / 2 / rate
    assert length == pytest.approx(5.7, abs=0.15)


@pytest.mark.parametrize("name", ["kettle.wav", "kettle.ogg", "kettle.mp3"])
def test_a_recording_is_not_taken_for_samples(name: str) -> None:
    with pytest.raises(InvalidRequest, match="for bare samples alone: leave it out"):
        audio.file(SAMPLES / name, sample_rate=16_000)
    with pytest.raises(InvalidRequest, match=r"WAV .*, found FLAC"):
        audio.file(b"fLaC" + bytes(100), sample_rate=16_000)


def encoded(samples: Any, rate: int, form: str, subtype: str) -> bytes:
    content = io.BytesIO()
    import_module("soundfile").write(content, samples, rate, format=form, subtype=subtype)
    return content.getvalue()


STEREO = [[0.1, 0.2]] * 48_000


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "must not be empty"),
        (b"no recording at all", "something else"),
        (b"fLaC" + bytes(99), "FLAC"),
        (wav(PIECE, bits=24), "24-bit"),
        (wav(PIECE, channels=2), "a stream has one"),
        (wav(PIECE, rate=4_000), "8,000 to 48,000"),
        (wav(PIECE, rate=96_000), "8,000 to 48,000"),
        (encoded(STEREO, 48_000, "OGG", "OPUS"), "a stream has one"),
        (encoded(STEREO, 48_000, "MP3", "MPEG_LAYER_III"), "a stream has one"),
        ((SAMPLES / "kettle.ogg").read_bytes()[:60], "whole recording"),
    ],
    ids=["nothing", "text", "FLAC", "24 bits", "WAV", "slow", "fast", "OGG", "MP3", "cut off"],
)
def test_files_that_cannot_be_streamed(content: bytes, words: str) -> None:
    with pytest.raises(InvalidRequest, match=words):
        audio.file(content)


def test_decoding_takes_a_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "soundfile", None)
    with pytest.raises(ConfigurationError, match=r"ycgrpc\[audio\]"):
        audio.file(SAMPLES / "kettle.ogg")
    assert list(audio.file(SAMPLES / "kettle.wav"))


# --- Chunks.


def test_chunks_are_handed_on_as_they_are() -> None:
    pieces: list[Any] = [PIECE, Silence(20), b"", bytearray(PIECE)]
    assert both(lambda: audio.chunks(pieces, sample_rate=RATE)) == pieces


@pytest.mark.parametrize("pieces", [b"bytes", bytearray(5), memoryview(b"12"), "text", 5, None])
def test_what_is_no_iterable_of_pieces(pieces: Any) -> None:
    with pytest.raises(InvalidRequest, match="iterable of bytes"):
        audio.chunks(pieces, sample_rate=RATE)


BAD_FORMATS: list[tuple[dict[str, Any], str]] = [
    ({"encoding": "flac"}, r"audio\.encoding: one of wav, ogg_opus, mp3, pcm, found 'flac'"),
    ({"encoding": None, "sample_rate": RATE}, r"audio\.encoding: .* found None"),
    ({"sample_rate": "16000"}, r"audio\.sample_rate: .* found '16000'"),
    ({"sample_rate": 16_000.0}, r"audio\.sample_rate: a whole number, .* found 16000\.0"),
    ({"sample_rate": True}, r"audio\.sample_rate: .* found True"),
    ({"sample_rate": RATE, "channels": "1"}, r"audio\.channels: .* found 1"),
]


@pytest.mark.parametrize(("given", "words"), BAD_FORMATS)
def test_formats_that_are_none(given: dict[str, Any], words: str) -> None:
    with pytest.raises(InvalidRequest, match=words):
        audio.chunks([PIECE], **given)


def test_containers_cannot_be_paced() -> None:
    assert audio.chunks([], encoding="mp3").format == AudioFormat("mp3")
    with pytest.raises(InvalidRequest, match="only with pcm"):
        audio.chunks([], encoding="mp3", realtime=True)


def test_a_generator_of_the_callers_is_closed() -> None:
    closed: list[str] = []

    def pieces() -> Iterator[bytes]:
        try:
            while True:
                yield PIECE
        finally:
            closed.append(threading.current_thread().name)

    iterator = iter(audio.chunks(pieces(), sample_rate=RATE))
    next(iterator)
    iterator.close()
    assert len(closed) == 1

    async def some() -> None:
        source = aiter(audio.chunks(pieces(), sample_rate=RATE))
        await anext(source)
        await source.aclose()
        while len(closed) < 2:
            await asyncio.sleep(0)

    asyncio.run(some())
    assert closed[1] == "ycgrpc-audio"


def test_a_file_of_the_callers_is_not_closed() -> None:
    file = io.BytesIO(b"line\nline\n")
    iterator = iter(audio.chunks(file, sample_rate=RATE))
    next(iterator)
    iterator.close()
    assert not file.closed


def test_an_async_iterable() -> None:
    closed: list[str] = []

    async def pieces() -> AsyncGenerator[bytes, None]:
        try:
            for _ in range(3):
                yield PIECE
        finally:
            closed.append("closed")

    assert asyncio.run(awaited(audio.chunks(pieces(), sample_rate=RATE))) == [PIECE] * 3

    async def some() -> None:
        source = aiter(audio.chunks(pieces(), sample_rate=RATE))
        await anext(source)
        await source.aclose()
        assert len(closed) == 2

    asyncio.run(some())
    with pytest.raises(ConfigurationError, match="AsyncClient"):
        list(audio.chunks(pieces(), sample_rate=RATE))


class Pieces:
    """Something that can be awaited, and is no generator."""

    def __init__(self) -> None:
        self.left = 3

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        if not self.left:
            raise StopAsyncIteration
        self.left -= 1
        return PIECE


def test_an_async_iterator_of_another_kind() -> None:
    assert asyncio.run(awaited(audio.chunks(Pieces(), sample_rate=RATE))) == [PIECE] * 3


def test_what_a_blocking_source_raises_reaches_the_task() -> None:
    def pieces() -> Iterator[bytes]:
        yield PIECE
        raise RuntimeError("broken")

    with pytest.raises(RuntimeError, match="broken"):
        asyncio.run(awaited(audio.chunks(pieces(), sample_rate=RATE)))


def test_a_piece_that_is_none_does_not_end_the_source() -> None:
    """Whoever takes the pieces refuses it, in both colours."""
    pieces: list[Any] = [PIECE, None, PIECE]
    assert both(lambda: audio.chunks(pieces, sample_rate=RATE)) == pieces


def test_many_blocking_sources_do_not_wait_for_each_other() -> None:
    """More than the event loop has threads: each piece comes only when all are being waited for."""
    count = 60
    barrier = threading.Barrier(count, timeout=PATIENCE)

    def pieces() -> Iterator[bytes]:
        barrier.wait()
        yield PIECE

    async def all_of_them() -> list[list[Any]]:
        sources = [audio.chunks(pieces(), sample_rate=RATE) for _ in range(count)]
        return await asyncio.gather(*map(awaited, sources))

    assert asyncio.run(all_of_them()) == [[PIECE]] * count


# --- Microphones.


def test_a_microphone(monkeypatch: pytest.MonkeyPatch) -> None:
    device = Device([PIECE] * 3)
    monkeypatch.setitem(sys.modules, "sounddevice", device)
    source = audio.microphone(sample_rate=RATE, device="USB")
    assert source.format == AudioFormat("pcm", RATE)
    assert not device.settings, "nobody listens yet"
    pieces = iter(source)
    assert [next(pieces) for _ in range(3)] == [PIECE] * 3
    assert device.open
    source.close()
    assert next(pieces, None) is None
    assert not device.open
    wanted = {"samplerate": RATE, "device": "USB", "channels": 1, "dtype": "int16"}
    assert wanted.items() <= device.settings.items()
    assert device.settings["blocksize"] == RATE // 5


def test_a_microphone_that_nobody_takes_from(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it hears in more than five minutes is not kept."""
    monkeypatch.setitem(sys.modules, "sounddevice", Device([PIECE] * 1_510))
    with pytest.raises(Error, match="faster than"):
        list(audio.microphone(sample_rate=RATE))


def test_a_microphone_that_cannot_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for broken in ("open", "start"):
        device = Device([], broken=broken)
        monkeypatch.setitem(sys.modules, "sounddevice", device)
        with pytest.raises(ConfigurationError, match="Device unavailable"):
            list(audio.microphone())
        assert not device.open
    monkeypatch.setitem(sys.modules, "sounddevice", None)
    with pytest.raises(ConfigurationError, match=r"ycgrpc\[mic\]"):
        audio.microphone()
    monkeypatch.setitem(sys.modules, "sounddevice", Device([]))
    with pytest.raises(InvalidRequest, match="8,000 to 48,000"):
        audio.microphone(sample_rate=4_000)


def test_a_microphone_that_loses_audio_says_so_once(monkeypatch: pytest.MonkeyPatch) -> None:
    device = Device([PIECE] * 3, status="input overflow")
    monkeypatch.setitem(sys.modules, "sounddevice", device)
    pieces = iter(audio.microphone(sample_rate=RATE))
    with pytest.warns(RuntimeWarning, match="lost: input overflow") as warned:
        assert [next(pieces) for _ in range(3)] == [PIECE] * 3
    assert len(warned) == 1


def test_a_machine_without_portaudio(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Any:
        raise OSError("PortAudio library not found")

    monkeypatch.setattr(audio, "import_module", missing)
    with pytest.raises(ConfigurationError, match="PortAudio library not found"):
        audio.microphone()
