"""What is told of recordings from their headers: of real encoders' files, of odd ones, of none."""

from __future__ import annotations

import importlib
import io
import math
import struct
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ycgrpc._core.recordings import Recording, inspect, wav_samples

# libsndfile writes what the service reads, and much that it does not.
soundfile: Any = importlib.import_module("soundfile")

RATES = [8_000, 16_000, 48_000]


def pcm(seconds: float, rate: int = 8_000, channels: int = 1) -> bytes:
    """A tone, as bare 16-bit samples."""
    frames = (round(9_000 * math.sin(at / 9)) for at in range(round(seconds * rate)))
    return b"".join(struct.pack("<h", frame) * channels for frame in frames)


def encoded(form: str, subtype: str, rate: int, channels: int, seconds: float = 2.5) -> bytes:
    """A tone in a container, by a real encoder."""
    file = io.BytesIO()
    with soundfile.SoundFile(file, "w", rate, channels, subtype, format=form) as writer:
        writer.buffer_write(pcm(seconds, rate, channels), dtype="int16")
    return file.getvalue()


def chunk(name: bytes, body: bytes, size: int | None = None) -> bytes:
    """A RIFF chunk; ``size`` is what it says of itself."""
    head = name + struct.pack("<I", len(body) if size is None else size)
    return head + body + b"\0" * (len(body) % 2)


def wav(
    samples: bytes,
    rate: int = 8_000,
    channels: int = 1,
    *,
    bits: int = 16,
    codec: int = 1,
    before: bytes = b"",
    size: int | None = None,
) -> bytes:
    """A WAV file, written by hand."""
    step = channels * bits // 8
    form = struct.pack("<HHIIHH", codec, channels, rate, rate * step, step, bits)
    body = b"WAVE" + before + chunk(b"fmt ", form) + chunk(b"data", samples, size)
    return b"RIFF" + struct.pack("<I", len(body)) + body


@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize(
    ("form", "subtype", "name", "tolerance"),
    [
        ("WAV", "PCM_16", "wav", 0.001),
        ("WAVEX", "PCM_16", "wav", 0.001),
        ("OGG", "OPUS", "ogg_opus", 0.02),
        ("MP3", "MPEG_LAYER_III", "mp3", 0.25),  # the encoder's own delay and padding count
    ],
)
def test_what_encoders_write(
    form: str, subtype: str, name: str, tolerance: float, rate: int, channels: int
) -> None:
    found = inspect(encoded(form, subtype, rate, channels))
    assert found.seconds == pytest.approx(2.5, abs=tolerance)
    assert found._replace(seconds=None) == Recording(name, None, channels, rate)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("form", "subtype", "foreign"),
    [
        ("WAV", "PCM_24", "24-bit WAV"),
        ("WAV", "PCM_U8", "8-bit WAV"),
        ("WAV", "FLOAT", "floating-point WAV"),
        ("WAV", "ULAW", "mu-law WAV"),
        ("WAV", "ALAW", "A-law WAV"),
        ("WAVEX", "FLOAT", "floating-point WAV"),
        ("RF64", "PCM_16", "64-bit WAV"),
        ("OGG", "VORBIS", "Vorbis OGG"),
        ("FLAC", "PCM_16", "FLAC"),
        ("AIFF", "PCM_16", "AIFF"),
        ("AU", "PCM_16", "Sun AU"),
        ("CAF", "PCM_16", "Core Audio"),
    ],
)
def test_what_the_service_does_not_read(form: str, subtype: str, foreign: str) -> None:
    found = inspect(encoded(form, subtype, 16_000, 1))
    assert found.foreign == foreign
    assert found.seconds is None
    assert found.format == ("wav" if form.startswith("WAV") else None)


@pytest.mark.parametrize(
    ("content", "foreign"),
    [
        (b"\0\0\0\x20ftypM4A ", "M4A or MP4"),
        (b"\x1a\x45\xdf\xa3", "WebM or Matroska"),
        (b"\xff\xf1\x50\x80", "AAC"),
        (b"#!AMR\n", "AMR"),
        (b"", ""),
        (b"some text", ""),
        (pcm(1), ""),
    ],
)
def test_by_their_first_bytes(content: bytes, foreign: str) -> None:
    assert inspect(content) == Recording(foreign=foreign)


@given(st.binary(max_size=400).map(lambda samples: samples[: len(samples) // 4 * 4]), st.data())
def test_a_wav_gives_its_samples(samples: bytes, data: st.DataObject) -> None:
    channels = data.draw(st.sampled_from([1, 2]))
    before = chunk(b"LIST", data.draw(st.binary(max_size=9)))
    content = wav(samples, channels=channels, before=before)
    assert wav_samples(content) == samples
    assert inspect(content).seconds == len(samples) / 2 / channels / 8_000


@pytest.mark.parametrize("size", [0, 0xFFFF_FFFF, 0x7FFF_FFFF, 5_000])
def test_a_wav_written_into_a_pipe_says_no_length(size: int) -> None:
    content = wav(bytes(1_600), size=size)
    assert inspect(content).seconds == 0.1
    assert wav_samples(content) == bytes(1_600)


def test_a_wav_that_is_cut_off() -> None:
    content = wav(bytes(16_000))
    assert inspect(content[:-8_000]).seconds == 0.5
    assert inspect(content[:40]) == Recording("wav", None, 1, 8_000)
    assert inspect(content[:30]) == Recording("wav")
    assert wav_samples(content[:30]) == b""


@pytest.mark.parametrize(
    "content", [wav(b"\0\0", rate=0), wav(b"\0\0", channels=0)], ids=["rate", "channels"]
)
def test_a_wav_that_makes_no_sense(content: bytes) -> None:
    assert inspect(content).seconds is None


def test_an_ogg_of_which_nothing_is_sure() -> None:
    content = encoded("OGG", "OPUS", 48_000, 1)
    last = content.rindex(b"OggS")

    def with_granule(granule: int, serial: bytes = content[14:18]) -> Recording:
        page = struct.pack("<q", granule) + serial
        return inspect(content[: last + 6] + page + content[last + 18 :])

    assert with_granule(48_312).seconds == pytest.approx(1.0, abs=0.01)
    assert with_granule(2**62).seconds is None, "no bytes hold that much sound"
    assert with_granule(48_000, b"else").seconds is None, "another stream follows"
    assert with_granule(0).seconds == 0.0
    before = inspect(content[:last]).seconds
    assert with_granule(-1).seconds == before, "a page on which no packet ends does not count"


def test_an_mp3_behind_its_tag_and_some_junk() -> None:
    content = encoded("MP3", "MPEG_LAYER_III", 44_100, 2)
    plain = inspect(content)
    picture = b"\xff\xd8" * 2_000
    size = bytes([0, 0, len(picture) >> 7, len(picture) & 127])
    assert inspect(b"ID3\x04\0\0" + size + picture + content) == plain
    footed = b"ID3\x04\0\x10" + size + picture + b"3DI\x04\0\0" + size + content
    assert inspect(footed) == plain
    assert inspect(bytes(300) + content) == plain
    assert inspect(b"ID3\x04\0\0" + size + picture[:50]) == Recording("mp3")


def test_an_mp3_without_a_count_of_its_frames() -> None:
    content = encoded("MP3", "MPEG_LAYER_III", 16_000, 1)
    tag = next(at for mark in (b"Xing", b"Info") if (at := content.find(mark)) >= 0)
    for mark, frames in ((b"XXXX", b""), (content[tag : tag + 4], b"\xff" * 4)):
        spoilt = content[:tag] + mark + content[tag + 4 : tag + 8] + frames
        found = inspect(spoilt + content[len(spoilt) :])
        assert found.seconds == pytest.approx(2.5, abs=0.25)


def frame(bitrate: int = 9) -> bytes:
    """A silent frame of MP3 at 44.1 kHz, by default of 128 kbit/s: 417 bytes."""
    return bytes([0xFF, 0xFB, bitrate << 4, 0xC0]).ljust(417, b"\0")


def test_constant_bit_rate_and_vbri() -> None:
    assert inspect(frame() * 100).seconds == pytest.approx(100 * 1152 / 44_100, rel=0.01)
    head = frame()[:36] + b"VBRI" + bytes(10) + struct.pack(">I", 50)
    assert inspect(frame() * 2_000).seconds == pytest.approx(2_000 * 1152 / 44_100, rel=0.01)
    counted = inspect(head.ljust(417, b"\0") + frame() * 99)
    assert counted.seconds == 50 * 1152 / 44_100


@pytest.mark.parametrize("bitrate", [0, 15])
def test_two_bytes_do_not_make_an_mp3(bitrate: int) -> None:
    assert inspect(frame(bitrate) * 3) == Recording()
    assert inspect(frame() + bytes(1_000)) == Recording()


STARTS = [
    b"",
    b"RIFF\0\0\0\0WAVE",
    b"RIFF\0\0\0\0WAVEfmt ",
    b"OggS",
    encoded("OGG", "OPUS", 8_000, 1, 0.2),
    b"ID3\x04\0\x10",
    encoded("MP3", "MPEG_LAYER_III", 8_000, 1, 0.2)[:80],
    wav(b"")[:30],
]


@given(st.sampled_from(STARTS), st.binary(max_size=200), st.integers(0, 300))
def test_nothing_fails_whatever_the_bytes(start: bytes, rest: bytes, kept: int) -> None:
    found = inspect(start[:kept] + rest)
    assert found.seconds is None or 0 <= found.seconds < 1e6
    wav_samples(start[:kept] + rest)


@given(st.sampled_from(STARTS), st.integers(0, 300), st.integers(0, 255))
def test_nothing_fails_whatever_the_byte(start: bytes, at: int, value: int) -> None:
    inspect(start[:at] + bytes([value]) + start[at + 1 :])


@pytest.mark.parametrize(
    "content",
    [
        b"RIFF\0\0\0\0WAVE" + bytes(20 << 20),
        b"OggS" * (5 << 20),
        b"ID3" + b"\xff\xfb\x90\xc0" * (5 << 20),
        b"\xff" * (20 << 20),
    ],
    ids=["chunks", "pages", "frames", "syncs"],
)
def test_the_work_is_bounded(content: bytes) -> None:
    began = time.process_time()
    inspect(content)
    assert time.process_time() - began < 0.2
