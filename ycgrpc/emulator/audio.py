"""Recordings that are sent for recognition: their format, their limits, and their samples."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import IO, Any, Literal

from ycgrpc.emulator.engines.stt.hearing import SAMPLE_BYTES
from ycgrpc.emulator.limits import Limits

Container = Literal["WAV", "OGG_OPUS", "MP3"]

SAMPLE_RATES = range(8_000, 48_001)
"""In hertz. Source: comments of the interface; a guide lists 8000, 16000 and 48000 only."""

PIECE_SECONDS = 5
"""How much is decoded at once."""

LENGTH_UNKNOWN = 0x7FFF_F000
"""Programs that write a WAV file to a pipe claim at least so many bytes."""

_SOUNDFILE_NAMES: dict[tuple[str, str], Container] = {
    ("WAV", "PCM_16"): "WAV",
    ("WAVEX", "PCM_16"): "WAV",
    ("OGG", "OPUS"): "OGG_OPUS",
    ("MP3", "MPEG_LAYER_III"): "MP3",
}


class BadAudio(Exception):
    """The recording cannot be recognized.

    Attributes:
        field: what is wrong: ``content``, ``format``, ``sample_rate_hertz`` or
            ``audio_channel_count``.
        reason: why, without its content.
    """

    def __init__(self, reason: str, *, field: str = "content") -> None:
        super().__init__(reason)
        self.field = field
        self.reason = reason


@dataclass(frozen=True, slots=True)
class RawPcm:
    """The format of samples without a header: signed, 16 bits, little-endian, channels interleaved."""

    sample_rate: int
    channels: int

    def check(self, limits: Limits) -> None:
        """Passes what is within the limits.

        Raises:
            BadAudio: it is not.
        """
        _check(self.sample_rate, self.channels, limits)


AudioFormat = Container | RawPcm


class Recording:
    """A recording that is decoded piece by piece; used by one thread at a time.

    Attributes:
        sample_rate: in hertz.
        channels: how many there are.
    """

    def __init__(self, decoder: _Decoder, limits: Limits) -> None:
        try:
            _check(decoder.sample_rate, decoder.channels, limits)
        except BadAudio as bad:  # in the file: the request has no field for it
            raise BadAudio(f"the recording's {bad.field} {bad.reason}") from bad
        # Never more is decoded than the header promises.
        seconds = decoder.samples * decoder.channels / decoder.sample_rate
        if seconds > limits.stt_seconds:
            raise BadAudio(
                f"the recording has {seconds:.0f} seconds, all channels together; "
                f"at most {limits.stt_seconds:g} are allowed"
            )
        self._decoder = decoder
        self._samples = 0
        self.sample_rate = decoder.sample_rate
        self.channels = decoder.channels

    @property
    def heard_ms(self) -> int:
        """The length of what was decoded so far, in milliseconds."""
        return self._samples * 1000 // self.sample_rate

    def pieces(self) -> Iterator[tuple[bytes, ...]]:
        """The samples of each channel, a few seconds at once.

        Raises:
            BadAudio: it is damaged.
        """
        while piece := self._decoder.read(PIECE_SECONDS * self.sample_rate):
            self._samples += len(piece) // (SAMPLE_BYTES * self.channels)
            view = memoryview(piece).cast("H")
            yield tuple(
                view[channel :: self.channels].tobytes() for channel in range(self.channels)
            )
        if not self._samples:
            raise BadAudio("the recording has no samples")


def opened(file: IO[bytes], kind: AudioFormat, limits: Limits) -> Recording:
    """The recording, when its header is what it is said to be and within the limits.

    Args:
        file: the recording, from its start; it must be seekable.
        kind: what it is said to be.
        limits: of channels and length.

    Raises:
        BadAudio: it is empty, damaged, of another format, or exceeds a limit.
    """
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    if not size:
        raise BadAudio("the recording is empty")
    if isinstance(kind, RawPcm):
        kind.check(limits)
        return Recording(_RawDecoder(file, kind, size), limits)
    return Recording(_ContainerDecoder(file, kind), limits)


class _RawDecoder:
    def __init__(self, file: IO[bytes], kind: RawPcm, size: int) -> None:
        self._file = file
        self._frame = SAMPLE_BYTES * kind.channels
        self.sample_rate = kind.sample_rate
        self.channels = kind.channels
        if size % self._frame:
            raise BadAudio(
                f"the recording has {size} bytes, which is no whole number of 16-bit samples "
                f"in {kind.channels} channels"
            )
        self.samples = size // self._frame

    def read(self, samples: int) -> bytes:
        return self._file.read(samples * self._frame)


class _ContainerDecoder:
    """By libsndfile, which is only given files that begin as they should."""

    def __init__(self, file: IO[bytes], kind: Container) -> None:
        found = _container(file.read(512))
        if found is None:
            raise BadAudio("the recording is not WAV, OGG with Opus or MP3")
        self._check_kind(found, kind)
        if found == "WAV":
            _check_whole(file)
        file.seek(0)
        try:
            self._file: Any = import_module("soundfile").SoundFile(file)
        except Exception as error:  # soundfile raises nearly anything on damaged files
            raise BadAudio(f"the recording is a damaged {found}") from error
        name = (self._file.format, self._file.subtype)
        if found == "WAV" and name not in _SOUNDFILE_NAMES:
            raise BadAudio("the WAV's samples are not 16-bit linear PCM", field="format")
        self._check_kind(_SOUNDFILE_NAMES.get(name), kind)
        self.sample_rate: int = self._file.samplerate
        self.channels: int = self._file.channels
        self.samples: int = self._file.frames

    @staticmethod
    def _check_kind(found: Container | None, kind: Container) -> None:
        if found != kind:
            raise BadAudio(
                f"the recording is {found or 'of another kind'}, but its format is said to be {kind}",
                field="format",
            )

    def read(self, samples: int) -> bytes:
        try:
            piece: bytes = self._file.read(samples, dtype="int16", always_2d=True).tobytes()
        except Exception as error:  # see above
            raise BadAudio("the recording is damaged or cut off") from error
        return piece


_Decoder = _RawDecoder | _ContainerDecoder


def _check(sample_rate: int, channels: int, limits: Limits) -> None:
    if sample_rate not in SAMPLE_RATES:
        raise BadAudio(
            f"must be {SAMPLE_RATES.start} to {SAMPLE_RATES.stop - 1}, is {sample_rate}",
            field="sample_rate_hertz",
        )
    if not 1 <= channels <= limits.stt_channels:
        raise BadAudio(
            f"must be 1 to {limits.stt_channels}, is {channels}", field="audio_channel_count"
        )


def _container(start: bytes) -> Container | None:
    """The kind of file by its first bytes."""
    if start[:4] == b"RIFF" and start[8:12] == b"WAVE":
        return "WAV"
    if start[:4] == b"OggS" and b"OpusHead" in start:
        return "OGG_OPUS"
    # An MPEG frame begins with eleven bits of 1; bits 18 and 17 say which layer, 01 for the third.
    if start[:3] == b"ID3" or (start[:1] == b"\xff" and len(start) > 1 and start[1] & 0xE6 == 0xE2):
        return "MP3"
    return None


def _check_whole(file: IO[bytes]) -> None:
    """Passes a WAV that has the samples that its header promises.

    Raises:
        BadAudio: it is cut off.
    """
    size = file.seek(0, os.SEEK_END)
    place = 12
    while place + 8 <= size:
        file.seek(place)
        name, length = struct.unpack("<4sI", file.read(8))
        place += 8
        if name == b"data":
            if length < LENGTH_UNKNOWN and place + length > size:
                raise BadAudio("the recording is cut off")
            return
        place += length + length % 2
    raise BadAudio("the recording is a damaged WAV")
