"""What a recording is, told from its headers, without decoding it.

Nothing here fails: of bytes that make no sense, little is known, and the service will see.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Container = Literal["wav", "ogg_opus", "mp3"]
Encoding = Literal["wav", "ogg_opus", "mp3", "pcm"]
"""How audio is told to be: a container, or ``pcm``, bare signed 16-bit little-endian samples."""


class Recording(NamedTuple):
    """What is known of a recording before anybody decodes it.

    Attributes:
        format: The container, one of those that the service reads, or ``None``.
        seconds: How long it is; of an MP3 without a count of its frames an estimate.
        channels: How many it has.
        sample_rate: Samples per second; of Opus the rate that was put in.
        foreign: What it is where the service does not read it, such as ``24-bit WAV``; else empty.
    """

    format: Container | None = None
    seconds: float | None = None
    channels: int | None = None
    sample_rate: int | None = None
    foreign: str = ""


# What people send that the service does not read, to name it in the error.
_FOREIGN = (
    (re.compile(rb"fLaC"), "FLAC"),
    (re.compile(rb"....ftyp", re.DOTALL), "M4A or MP4"),
    (re.compile(rb"\x1a\x45\xdf\xa3"), "WebM or Matroska"),
    (re.compile(rb"#!AMR"), "AMR"),
    (re.compile(rb"FORM....AIF[FC]", re.DOTALL), "AIFF"),
    (re.compile(rb"caff"), "Core Audio"),
    (re.compile(rb"\.snd"), "Sun AU"),
    (re.compile(rb"RF64|BW64|riff\x2e\x91\xcf\x11"), "64-bit WAV"),
    (re.compile(rb"\x30\x26\xb2\x75\x8e\x66\xcf\x11"), "Windows Media"),
    (re.compile(rb"\xff[\xf0\xf1\xf8\xf9]"), "AAC"),
)


def inspect(content: bytes) -> Recording:
    """Return what a recording is; the work is bounded, however long it is."""
    if content.startswith(b"RIFF") and content[8:12] == b"WAVE":
        return _wav(content)
    if content.startswith(b"OggS"):
        return _ogg(content)
    if found := _mp3(content):
        return found
    return Recording(foreign=next((name for head, name in _FOREIGN if head.match(content)), ""))


# --- WAV: RIFF chunks. Source: "Multiple channel audio data and WAVE files" of Microsoft.

_CHUNKS_MAXIMUM = 200
_PCM, _EXTENSIBLE = 1, 0xFFFE
_CODECS = {3: "floating-point", 6: "A-law", 7: "mu-law", 0x11: "IMA ADPCM", 0x55: "MP3"}


def wav_samples(content: bytes) -> bytes:
    """Return the samples of a WAV file, without its header; empty where it has none."""
    start, end = _wav_chunks(content).get(b"data", (0, 0))
    return content[start:end]


def _wav_chunks(content: bytes) -> dict[bytes, tuple[int, int]]:
    """Return where the bodies of the chunks begin and end, up to the samples."""
    chunks: dict[bytes, tuple[int, int]] = {}
    at = 12
    while at + 8 <= len(content) and len(chunks) < _CHUNKS_MAXIMUM and b"data" not in chunks:
        name, size = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        if name == b"data" and not size:
            size = len(content)  # who writes into a pipe cannot go back to fill the size in
        # Of several chunks of one name the first counts; a key of its own keeps the bound.
        key = name if name not in chunks else at.to_bytes(8)
        chunks[key] = at + 8, min(at + 8 + size, len(content))
        at += 8 + size + size % 2
    return chunks


def _wav(content: bytes) -> Recording:
    chunks = _wav_chunks(content)
    start, end = chunks.get(b"fmt ", (0, 0))
    head = content[start:end]
    if len(head) < 16:
        return Recording("wav")
    codec, channels = (int.from_bytes(head[at : at + 2], "little") for at in (0, 2))
    rate, bits = int.from_bytes(head[4:8], "little"), int.from_bytes(head[14:16], "little")
    if codec == _EXTENSIBLE and len(head) >= 26:
        codec = int.from_bytes(head[24:26], "little")
    foreign = ""
    if codec != _PCM:
        foreign = f"{_CODECS.get(codec, f'codec {codec:#06x}')} WAV"
    elif bits != 16:
        foreign = f"{bits}-bit WAV"
    seconds = None
    if not foreign and channels and rate and b"data" in chunks:
        start, end = chunks[b"data"]
        seconds = (end - start) / (2 * channels * rate)
    return Recording("wav", seconds, channels or None, rate or None, foreign)


# --- OGG with Opus. Source: RFC 3533 (pages), RFC 7845 (Opus in them).

_PAGE_MAXIMUM = 65_307
_GRANULES = 48_000  # a second, whatever the rate that was put in
_PAGES_LOOKED_AT = 50
_LONGEST_OF_A_BYTE = 0.12  # seconds: no packet holds more, and none is shorter than a byte
_OGG_CODECS = {b"\x01vorbis": "Vorbis", b"Speex  ": "Speex", b"\x7fFLAC": "FLAC"}


def _ogg(content: bytes) -> Recording:
    first = 27 + content[26] if len(content) > 26 else len(content)
    head = content[first : first + 19]
    if not head.startswith(b"OpusHead"):
        codec = next((name for mark, name in _OGG_CODECS.items() if head.startswith(mark)), "")
        return Recording(foreign=f"{codec} OGG" if codec else "")
    if len(head) < 19:
        return Recording("ogg_opus")
    channels, rate = head[9], int.from_bytes(head[12:16], "little")
    granule = _last_granule(content)
    seconds = None
    if granule is not None:
        seconds = max(0, granule - int.from_bytes(head[10:12], "little")) / _GRANULES
        if seconds > len(content) * _LONGEST_OF_A_BYTE:
            seconds = None  # a stream that was joined late, or a lie
    return Recording("ogg_opus", seconds, channels or None, rate or None)


def _last_granule(content: bytes) -> int | None:
    """Return the position that the last page of the first stream states."""
    end = len(content)
    for _ in range(_PAGES_LOOKED_AT):
        at = content.rfind(b"OggS", max(0, len(content) - 2 * _PAGE_MAXIMUM), end)
        if at < 0:
            return None
        page = content[at : at + 18]
        if len(page) == 18 and page[4] == 0 and page[5] < 8:
            granule = int.from_bytes(page[6:14], "little", signed=True)
            if page[14:18] != content[14:18]:
                return None  # several streams, one after another
            if granule >= 0:  # -1: no packet ends on this page
                return granule
        end = at + 3
    return None


# --- MP3: frames. Source: ISO/IEC 11172-3 and 13818-3, layer III; ID3v2.4, section 3.1.

_JUNK_MAXIMUM = 4096
_FRAME_MINIMUM = 24
_FRAMES_LOOKED_AT = 500
_KBIT = {
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_RATES = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}


class _Frame(NamedTuple):
    version: int
    rate: int
    channels: int
    length: int

    @property
    def samples(self) -> int:
        return 1152 if self.version == 1 else 576


def _mp3(content: bytes) -> Recording | None:
    at, tagged = 0, content.startswith(b"ID3")
    if tagged:
        size = 0
        for byte in content[6:10]:  # seven bits of each
            size = size << 7 | byte & 0x7F
        at = 10 + size + (10 if content[5:6] and content[5] & 0x10 else 0)
    found = _first_frame(content, at)
    if not found:
        return Recording("mp3") if tagged else None
    at, frame = found
    seconds = _counted(content, at, frame)
    if seconds is None:
        seconds = _estimated(content, at, frame)
    return Recording("mp3", seconds, frame.channels, frame.rate)


def _first_frame(content: bytes, at: int) -> tuple[int, _Frame] | None:
    """Return the first frame, and where it is: two bytes that look like one are no proof."""
    frame = _frame(content, at)
    if frame and _goes_on(content, at, frame, 1, cut=True):
        return at, frame
    end = min(at + _JUNK_MAXIMUM, len(content))
    while (at := content.find(b"\xff", at + 1, end)) >= 0:
        frame = _frame(content, at)
        if frame and _goes_on(content, at, frame, 3, cut=False):
            return at, frame
    return None


def _frame(content: bytes, at: int) -> _Frame | None:
    head = content[at : at + 4]
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:  # the sync, and layer III
        return None
    version, bitrate, rate = head[1] >> 3 & 3, head[2] >> 4, head[2] >> 2 & 3
    if version not in _RATES or bitrate in (0, 15) or rate == 3:
        return None
    generation = 1 if version == 3 else 2
    kbit, hertz = _KBIT[generation][bitrate], _RATES[version][rate]
    length = (144 if generation == 1 else 72) * kbit * 1000 // hertz + (head[2] >> 1 & 1)
    return _Frame(generation, hertz, 1 if head[3] >> 6 == 3 else 2, length)


def _goes_on(content: bytes, at: int, frame: _Frame, frames: int, *, cut: bool) -> bool:
    """Return whether as many more frames of the same kind follow, or the content is cut off."""
    following = frame
    for _ in range(frames):
        at += following.length
        if at + 4 > len(content):
            return cut
        found = _frame(content, at)
        if not found or (found.version, found.rate) != (frame.version, frame.rate):
            return False
        following = found
    return True


def _counted(content: bytes, at: int, frame: _Frame) -> float | None:
    """Return the length by the count of frames that encoders leave in the first one."""
    if frame.version == 1:
        side = 17 if frame.channels == 1 else 32
    else:
        side = 9 if frame.channels == 1 else 17
    tag = content[at + 4 + side : at + 16 + side]
    vbri = content[at + 36 : at + 54]
    if tag[:4] in (b"Xing", b"Info") and len(tag) == 12 and tag[7] & 1:
        frames = int.from_bytes(tag[8:12])
    elif vbri[:4] == b"VBRI" and len(vbri) == 18:
        frames = int.from_bytes(vbri[14:18])
    else:
        return None
    if not frames or frames * _FRAME_MINIMUM > len(content):
        return None
    return frames * frame.samples / frame.rate


def _estimated(content: bytes, start: int, frame: _Frame) -> float:
    """Return the length as if all frames were as long as the first are on the average."""
    at, frames = start, 0
    following: _Frame | None = frame
    while following and frames < _FRAMES_LOOKED_AT:
        at, frames = at + following.length, frames + 1
        following = _frame(content, at)
    return (len(content) - start) / (at - start) * frames * frame.samples / frame.rate
