"""Recordings: every format, every limit, and what is broken."""

from __future__ import annotations

import struct
from collections.abc import Callable
from io import BytesIO
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ycgrpc.emulator.audio import AudioFormat, BadAudio, RawPcm, opened
from ycgrpc.emulator.limits import Limits

from .speech import encoded, pitch, tones

LEFT, RIGHT = 440.0, 1000.0


def decoded(content: bytes, kind: AudioFormat, limits: Limits | None = None) -> list[bytes]:
    """The samples of each channel."""
    recording = opened(BytesIO(content), kind, limits or Limits())
    pieces = list(recording.pieces())
    return [b"".join(channel) for channel in zip(*pieces, strict=True)]


@pytest.mark.parametrize("rate", [8_000, 16_000, 48_000])
@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("kind", ["RAW", "WAV", "OGG_OPUS", "MP3"])
def test_every_format_comes_apart_into_its_channels(kind: str, channels: int, rate: int) -> None:
    content = encoded(tones(7, rate, *[LEFT, RIGHT][:channels]), rate, kind)
    said: Any = RawPcm(rate, channels) if kind == "RAW" else kind
    recording = opened(BytesIO(content), said, Limits())
    assert (recording.sample_rate, recording.channels) == (rate, channels)
    pieces = list(recording.pieces())
    assert len(pieces) == 2  # so that nobody holds hours of samples
    assert recording.heard_ms == pytest.approx(7000, abs=100)
    for number, frequency in enumerate([LEFT, RIGHT][:channels]):
        pcm = b"".join(piece[number] for piece in pieces)
        assert pitch(pcm, rate) == pytest.approx(frequency, abs=5)
        loudness = float(np.sqrt(np.mean(np.frombuffer(pcm, "<i2").astype(float) ** 2)))
        assert loudness == pytest.approx(
            8000 / np.sqrt(2), rel=0.35
        )  # an MP3 leaks between channels


WAV = encoded(tones(1, 16_000, LEFT), 16_000, "WAV")
OGG = encoded(tones(1, 16_000, LEFT), 16_000, "OGG_OPUS")
MP3 = encoded(tones(1, 16_000, LEFT), 16_000, "MP3")
EMPTY_WAV = encoded(np.zeros((0, 1), np.int16), 16_000, "WAV")


@pytest.mark.parametrize(
    ("content", "kind", "field", "reason"),
    [
        (b"", "WAV", "content", "the recording is empty"),
        (b"", RawPcm(16_000, 1), "content", "the recording is empty"),
        (b"plain text", "WAV", "content", "the recording is not WAV, OGG with Opus or MP3"),
        (WAV, "MP3", "format", "the recording is WAV, but its format is said to be MP3"),
        (OGG, "WAV", "format", "the recording is OGG_OPUS, but its format is said to be WAV"),
        (MP3, "OGG_OPUS", "format", "the recording is MP3, but its format is said to be OGG_OPUS"),
        (
            encoded(tones(1, 16_000, LEFT), 16_000, "OGG_VORBIS"),
            "OGG_OPUS",
            "content",
            "the recording is not WAV, OGG with Opus or MP3",
        ),
        (
            encoded(tones(1, 16_000, LEFT), 16_000, "WAV", "PCM_24"),
            "WAV",
            "format",
            "the WAV's samples are not 16-bit linear PCM",
        ),
        (
            encoded(tones(1, 16_000, LEFT), 16_000, "WAV", "ULAW"),
            "WAV",
            "format",
            "the WAV's samples are not 16-bit linear PCM",
        ),
        (WAV[:-1000], "WAV", "content", "the recording is cut off"),
        (WAV[:30], "WAV", "content", "the recording is a damaged WAV"),
        (EMPTY_WAV, "WAV", "content", "the recording has no samples"),
        (OGG[:60], "OGG_OPUS", "content", "the recording is a damaged OGG_OPUS"),
        (b"ID3" + bytes(200), "MP3", "content", "the recording is a damaged MP3"),
        (
            b"odd",
            RawPcm(16_000, 1),
            "content",
            "the recording has 3 bytes, which is no whole number of 16-bit samples in 1 channels",
        ),
        (
            bytes(6),
            RawPcm(16_000, 2),
            "content",
            "the recording has 6 bytes, which is no whole number of 16-bit samples in 2 channels",
        ),
        (bytes(6), RawPcm(7_999, 1), "sample_rate_hertz", "must be 8000 to 48000, is 7999"),
        (bytes(6), RawPcm(48_001, 1), "sample_rate_hertz", "must be 8000 to 48000, is 48001"),
        (bytes(6), RawPcm(16_000, 3), "audio_channel_count", "must be 1 to 2, is 3"),
        (bytes(6), RawPcm(16_000, 0), "audio_channel_count", "must be 1 to 2, is 0"),
        (
            encoded(tones(1, 96_000, LEFT), 96_000, "WAV"),
            "WAV",
            "content",
            "the recording's sample_rate_hertz must be 8000 to 48000, is 96000",
        ),
        (
            encoded(tones(1, 16_000, 1, 2, 3), 16_000, "OGG_OPUS"),
            "OGG_OPUS",
            "content",
            "the recording's audio_channel_count must be 1 to 2, is 3",
        ),
    ],
)
def test_what_cannot_be_heard_is_refused(
    content: bytes, kind: AudioFormat, field: str, reason: str
) -> None:
    with pytest.raises(BadAudio) as refused:
        decoded(content, kind)
    assert (refused.value.field, refused.value.reason) == (field, reason)


@pytest.mark.parametrize("kind", ["RAW", "WAV", "OGG_OPUS", "MP3"])
def test_channels_count_together_towards_the_length(kind: str) -> None:
    content = encoded(tones(2, 16_000, LEFT, RIGHT), 16_000, kind)
    said: Any = RawPcm(16_000, 2) if kind == "RAW" else kind
    assert len(decoded(content, said, Limits(stt_seconds=4.2))) == 2
    with pytest.raises(BadAudio, match=r"has 4 seconds, all channels together; at most 3.9 are"):
        opened(BytesIO(content), said, Limits(stt_seconds=3.9))


def test_a_wav_from_a_pipe_does_not_know_its_length() -> None:
    place = WAV.index(b"data") + 4
    piped = WAV[:place] + struct.pack("<I", 0xFFFFFFFF) + WAV[place + 4 :]
    assert decoded(piped, "WAV") == decoded(WAV, "WAV")


def test_chunks_before_the_samples_are_skipped() -> None:
    place = WAV.index(b"data")
    listed = WAV[:place] + b"LIST" + struct.pack("<I", 5) + b"abcde\0" + WAV[place:]
    assert decoded(listed, "WAV") == decoded(WAV, "WAV")


def damaged(content: bytes) -> st.SearchStrategy[bytes]:
    """The content with some bytes changed, dropped or repeated."""
    places = st.integers(0, len(content) - 1)

    def change(edits: list[tuple[int, int, bytes]]) -> bytes:
        found = content
        for place, dropped, added in edits:
            found = found[:place] + added + found[place + dropped :]
        return found

    # Headers are where it hurts.
    place = st.one_of(places, st.integers(0, 80))
    edit = st.tuples(place, st.integers(0, 400), st.binary(max_size=8))
    return st.lists(edit, min_size=1, max_size=6).map(change)


@pytest.mark.parametrize("kind", ["WAV", "OGG_OPUS", "MP3"])
def test_damage_is_refused_or_heard_over(kind: AudioFormat) -> None:
    contents: dict[Any, bytes] = {"WAV": WAV, "OGG_OPUS": OGG, "MP3": MP3}

    @settings(max_examples=150)
    @given(damaged(contents[kind]))
    def hold(content: bytes) -> None:
        try:
            channels = decoded(content, kind, Limits(stt_seconds=60))
        except BadAudio:
            return
        assert 1 <= len(channels) <= 2

    run: Callable[[], None] = hold
    run()
