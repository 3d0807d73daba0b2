"""Audio that is sent while it is spoken: decoded as it comes, in pieces of any length."""

from __future__ import annotations

import os
import struct
import sys
import zlib
from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from typing import Any, Protocol

from ycgrpc.emulator.audio import LENGTH_UNKNOWN, AudioFormat, BadAudio, RawPcm
from ycgrpc.emulator.engines.stt.hearing import SAMPLE_BYTES
from ycgrpc.emulator.limits import Limits

PCM, EXTENSIBLE = 1, 0xFFFE
"""Codes of a WAV's format: linear samples, and one that is told further behind."""

MOST_HEADER = 1024 * 1024
"""Bytes before the samples of a WAV: pictures may be there, but a damaged header ends nowhere."""

OGG_HEADERS = 2
"""Pages without audio at the start, at least."""

REVERSED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))
"""Each byte with its bits in the other order."""

MP3_FRAMES = 3
"""That the decoder needs to begin."""

TAGS_BEHIND = (b"TAG", b"APETAGEX", b"LYRICSBEGIN")
"""How what stands behind the frames of an MP3 begins."""

BIT_RATES = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
LOW_BIT_RATES = (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
"""Of MP3, in kilobits per second: from 32 kHz, and for lower sample rates."""


class AudioStream(Protocol):
    """One channel of audio from start to end; used by one thread at a time."""

    @property
    def sample_rate(self) -> int:
        """In hertz; 0 as long as it is not known."""
        ...

    @property
    def instant(self) -> bool:
        """Whether it takes so little time that an event loop can wait for it."""
        ...

    def feed(self, content: bytes) -> bytes:
        """The samples that can be told after a piece: signed, 16 bits, little-endian.

        Raises:
            BadAudio: it is damaged, or not what it is said to be.
        """
        ...

    def finish(self) -> bytes:
        """The rest.

        Raises:
            BadAudio: what came is no recording.
        """
        ...


def streamed(kind: AudioFormat, limits: Limits) -> AudioStream:
    """What decodes a stream of audio.

    Args:
        kind: what it is said to be.
        limits: of rates; a stream has one channel, whatever the limit of recordings.

    Raises:
        BadAudio: no stream may be of this kind.
    """
    match kind:
        case RawPcm():
            if kind.channels != 1:
                reason = f"a stream has 1 channel, not {kind.channels}"
                raise BadAudio(reason, field="audio_channel_count")
            kind.check(limits)
            return _RawStream(kind.sample_rate)
        case "WAV":
            return _WavStream(limits)
        case "OGG_OPUS":
            return _OggStream(limits)
        case "MP3":
            return _Mp3Stream(limits)


class _RawStream:
    """Bare samples; half a sample waits for its other half."""

    instant = True

    def __init__(self, sample_rate: int) -> None:
        self.sample_rate = sample_rate
        self._half = b""

    def feed(self, content: bytes) -> bytes:
        if self._half:
            content = self._half + content
        whole = len(content) // SAMPLE_BYTES * SAMPLE_BYTES
        self._half = content[whole:]
        return content if whole == len(content) else content[:whole]

    def finish(self) -> bytes:
        return b""


class _WavStream:
    """The samples behind a header; what stands behind the samples is no audio."""

    instant = True

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._header = b""
        self._samples: _RawStream | None = None
        self._left = 0

    @property
    def sample_rate(self) -> int:
        return self._samples.sample_rate if self._samples else 0

    def feed(self, content: bytes) -> bytes:
        if self._samples is None:
            self._header += content
            content = self._begun()
        if self._samples is None:
            return b""
        content = content[: self._left]
        self._left -= len(content)
        return self._samples.feed(content)

    def finish(self) -> bytes:
        if self._header and self._samples is None:
            raise BadAudio("the recording is cut off")
        return b""

    def _begun(self) -> bytes:
        """What stands behind the header, once it is whole."""
        header = self._header
        if not (b"RIFF".startswith(header[:4]) and b"WAVE".startswith(header[8:12])):
            raise BadAudio("the recording is not WAV", field="format")
        place, form = 12, b""
        while place + 8 <= len(header):
            name, length = struct.unpack_from("<4sI", header, place)
            place += 8
            if name == b"data":
                self._samples = _RawStream(self._rate(form))
                # A program that writes a stream does not know its length.
                self._left = length if 0 < length < LENGTH_UNKNOWN else sys.maxsize
                return header[place:]
            if name == b"fmt ":
                form = header[place : place + length]
            place += length + length % 2
        if place > MOST_HEADER:
            raise BadAudio("the recording is a damaged WAV")
        return b""

    def _rate(self, form: bytes) -> int:
        if len(form) < 16:
            raise BadAudio("the recording is a damaged WAV")
        code, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", form)
        if code == EXTENSIBLE:
            code = struct.unpack_from("<H", form.ljust(26, b"\0"), 24)[0]
        if code != PCM or bits != 8 * SAMPLE_BYTES:
            raise BadAudio("the WAV's samples are not 16-bit linear PCM", field="format")
        _check(rate, channels, self._limits)
        return int(rate)


class _OggStream:
    """OGG page by page: the decoder is shown all that has come, and goes on where it was.

    Source: RFC 3533, section 6, and RFC 7845, section 5.1.
    """

    instant = False

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._file = BytesIO()
        self._rest = b""
        self._begun = False
        self._pages = 0
        self._samples = 0
        self.sample_rate = 0

    def feed(self, content: bytes) -> bytes:
        pages, self._rest = _cut(self._rest + content, self._page)
        if not pages:
            return b""
        if not self._pages and b"OpusHead" not in pages[0]:
            raise BadAudio("the recording is not OGG with Opus", field="format")
        if not all(map(_is_whole, pages)):  # which libsndfile would leave out without a word
            raise BadAudio("the recording is a damaged OGG_OPUS")
        self._pages += len(pages)
        self._file.seek(0, os.SEEK_END)
        self._file.writelines(pages)
        return self._decoded() if self._pages > OGG_HEADERS else b""

    def finish(self) -> bytes:
        if not self._samples and (self._rest or self._pages):
            raise BadAudio("the recording has no audio")
        return b""

    def _page(self, content: memoryview) -> int | None:
        if not b"OggS".startswith(content[:4]):
            if not self._begun:
                raise BadAudio("the recording is not OGG with Opus", field="format")
            raise BadAudio("the recording is a damaged OGG_OPUS")
        self._begun = True
        if len(content) < 27 or len(content) < 27 + content[26]:
            return None
        return 27 + content[26] + sum(content[27 : 27 + content[26]])

    def _decoded(self) -> bytes:
        self._file.seek(0)
        try:
            with import_module("soundfile").SoundFile(self._file) as file:
                _check(file.samplerate, file.channels, self._limits)
                self.sample_rate = file.samplerate
                file.seek(min(self._samples, file.frames))
                piece: bytes = file.read(dtype="int16").tobytes()
        except BadAudio:
            raise
        except Exception as error:  # soundfile raises nearly anything on damaged files
            raise BadAudio("the recording is a damaged OGG_OPUS") from error
        self._samples += len(piece) // SAMPLE_BYTES
        return piece


def _is_whole(page: bytes) -> bool:
    """Whether the checksum of an OGG page is right: that of zlib, but for the order of bits."""
    bits = zlib.crc32((page[:22] + bytes(4) + page[26:]).translate(REVERSED), 0xFFFF_FFFF)
    return page[22:26] == (bits ^ 0xFFFF_FFFF).to_bytes(4, "big").translate(REVERSED)


class _Mp3Stream:
    """MP3 frame by frame: one decoder reads on in a file that grows.

    Source: ISO/IEC 11172-3 and 13818-3, layer III, with the tags that programs put around it.
    """

    instant = False

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._file = _GrowingFile()
        self._decoder: Any = None
        self._rest = b""
        self._begun = False
        self._frames = 0
        self._frame_samples = 0
        self._samples = 0
        self.sample_rate = 0

    def feed(self, content: bytes) -> bytes:
        parts, self._rest = _cut(self._rest + content, self._part)
        for part in parts:
            # The first frame may be an index of a whole that is not there yet.
            index = not self._frames and (b"Xing" in part[:48] or b"Info" in part[:48])
            if part[0] == 0xFF and not index:
                self._file.append(part)
                self._frames += 1
        return self._decoded() if self._frames >= MP3_FRAMES else b""

    def finish(self) -> bytes:
        if self._rest or self._frames:
            piece = self._decoded() if self._frames else b""
            if not self._samples:
                raise BadAudio("the recording has no audio")
            return piece
        return b""

    def _part(self, content: memoryview) -> int | None:
        if len(content) < 10:
            return None
        if bytes(content[:3]) == b"ID3":  # its length in four times seven bits
            size = sum(byte << 7 * (3 - number) for number, byte in enumerate(content[6:10]))
            return 10 + size + (10 if content[5] & 0x10 else 0)
        if bytes(content[:10]).startswith(TAGS_BEHIND):
            return sys.maxsize
        version, layer = content[1] >> 3 & 3, content[1] >> 1 & 3
        bit_rate, rate, padding = content[2] >> 4, content[2] >> 2 & 3, content[2] >> 1 & 1
        begins = content[0] == 0xFF and content[1] >= 0xE0
        if not begins or version == 1 or layer != 1 or not 0 < bit_rate < 15 or rate == 3:
            if not self._begun:
                raise BadAudio("the recording is not MP3", field="format")
            raise BadAudio("the recording is a damaged MP3")
        self._begun = True
        hertz = (44_100, 48_000, 32_000)[rate] // {3: 1, 2: 2, 0: 4}[version]
        kilobits = (BIT_RATES if version == 3 else LOW_BIT_RATES)[bit_rate - 1]
        self._frame_samples = 1152 if version == 3 else 576
        return self._frame_samples // 8 * kilobits * 1000 // hertz + padding

    def _decoded(self) -> bytes:
        try:
            if self._decoder is None:
                self._decoder = import_module("soundfile").SoundFile(self._file)
                _check(self._decoder.samplerate, self._decoder.channels, self._limits)
                self.sample_rate = self._decoder.samplerate
            # Beyond the last frame there is an end, which the decoder never comes back from.
            missing = self._frames * self._frame_samples - self._samples
            piece: bytes = self._decoder.read(missing, dtype="int16").tobytes()
        except BadAudio:
            raise
        except Exception as error:  # see above
            raise BadAudio("the recording is a damaged MP3") from error
        self._samples += len(piece) // SAMPLE_BYTES
        if len(piece) < SAMPLE_BYTES * missing:
            raise BadAudio("the recording is a damaged MP3")
        return piece


class _GrowingFile:
    """A file that claims to be long already; as much of it as soundfile asks for."""

    LENGTH = 1 << 28
    TAG = 128
    """Bytes of the tag that MP3 decoders look for at the end."""

    def __init__(self) -> None:
        self._content = bytearray()
        self._place = 0

    def append(self, content: bytes) -> None:
        self._content += content

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        self._place = {os.SEEK_SET: 0, os.SEEK_CUR: self._place, os.SEEK_END: self.LENGTH}[whence]
        self._place += offset
        return self._place

    def tell(self) -> int:
        return self._place

    def readinto(self, buffer: Any) -> int:
        found = self._content[self._place : self._place + len(buffer)]
        if self._place >= self.LENGTH - self.TAG:
            found = bytearray(len(buffer))
        buffer[: len(found)] = found
        self._place += len(found)
        return len(found)

    # soundfile looks for them, but has no use for them here.

    def read(self, size: int = -1) -> bytes:
        raise NotImplementedError

    def write(self, content: bytes) -> int:
        raise NotImplementedError


def _cut(content: bytes, length: Callable[[memoryview], int | None]) -> tuple[list[bytes], bytes]:
    """The parts of a container that are whole, and what is left.

    Args:
        content: from the start of a part.
        length: of the part that some content begins with; ``None`` if it takes more to tell.
    """
    view, place = memoryview(content), 0
    parts: list[bytes] = []
    while place < len(content):
        size = length(view[place:])
        if size is None or place + size > len(content):
            break
        parts.append(content[place : place + size])
        place += size
    return parts, content[place:]


def _check(sample_rate: int, channels: int, limits: Limits) -> None:
    if channels != 1:
        raise BadAudio(f"a stream has 1 channel, the recording has {channels}")
    try:
        RawPcm(sample_rate, channels).check(limits)
    except BadAudio as bad:  # in the file: the request has no field for it
        raise BadAudio(f"the recording's {bad.field} {bad.reason}") from bad
