"""A recording that is to be transcribed: where it is, and what it is told to be."""

from __future__ import annotations

from typing import NamedTuple, get_args

from ycgrpc._core import recordings
from ycgrpc._core.effects import Flow, Read
from ycgrpc._core.recordings import Encoding
from ycgrpc._core.sources import Source
from ycgrpc.errors import InvalidRequest, Violation

# Source: "Limits in SpeechKit" in the documentation. The bytes are those of a file inside of a request,
# the seconds those of all its channels together.
BYTES_MAXIMUM = 60 * 1024 * 1024
SECONDS_MAXIMUM = 4 * 3600
CHANNELS_MAXIMUM = 2
RATES = range(8_000, 48_001)

_READABLE = "a WAV file of 16-bit samples, OGG with Opus, or MP3"
_ENDINGS: dict[str, Encoding] = {
    ".wav": "wav",
    ".ogg": "ogg_opus",
    ".oga": "ogg_opus",
    ".opus": "ogg_opus",
    ".mp3": "mp3",
}


class Audio(NamedTuple):
    """A recording.

    Attributes:
        uri: Where it is in Object Storage; empty where the content is here.
        content: The recording itself, unless it is in Object Storage.
        encoding: What it is told to be; ``None`` where nothing says it.
        sample_rate: Samples per second, of ``pcm``.
        channels: Channels, of ``pcm``.
    """

    uri: str
    content: bytes
    encoding: Encoding | None
    sample_rate: int | None
    channels: int | None

    def __repr__(self) -> str:
        return f"<audio: {self.encoding}, {len(self.content):,} bytes>"


def audio_of(
    source: Source, encoding: Encoding | None, sample_rate: int | None, channels: int | None
) -> Flow[Audio]:
    """Return the recording that a source is; a ``str`` that begins with ``https://`` is a URI.

    Raises:
        InvalidRequest: It cannot be read, or what is told of it makes no sense.
    """
    if encoding is not None and encoding not in get_args(Encoding):
        rule = f"one of {', '.join(get_args(Encoding))}"
        raise _refused("encoding", rule, repr(encoding))
    uri, content = "", b""
    if _is_uri(source):
        uri = str(source)
        found = encoding_of_name(uri)
    else:
        content = yield from _read(source)
        found = _of_content(content, sample_rate)
    encoding = encoding or found
    if encoding == "pcm":
        if not sample_rate:
            raise _refused("sample_rate", "must be given for bare samples, in hertz, such as 16000")
        return Audio(uri, content, encoding, sample_rate, channels or 1)
    for name, value in (("sample_rate", sample_rate), ("channels", channels)):
        if encoding and value:
            rule = "is for encoding='pcm' only: leave it out"
            raise _refused(name, rule, f"{encoding}, which tells its own")
    if content and not encoding:
        what = recordings.inspect(content).foreign or "something else"
        rule = f"must be {_READABLE}; of bare 16-bit samples give encoding='pcm' and sample_rate"
        raise _refused("source", rule, f"{what} of {len(content):,} bytes")
    return Audio(uri, content, encoding, sample_rate, channels)


def encoding_of_name(name: str) -> Encoding | None:
    """Return what a recording is told to be by how its name or URI ends."""
    path = name.partition("?")[0].lower()
    return next((kind for ending, kind in _ENDINGS.items() if path.endswith(ending)), None)


def over_limits(content: bytes, place: str = "content") -> list[Violation]:
    """Return which documented limits a recording inside of a request breaks."""
    if not content:
        return [Violation(place, "must not be empty")]
    if len(content) > BYTES_MAXIMUM:
        rule = f"at most {BYTES_MAXIMUM:,} bytes; {_STORE}"
        return [Violation(place, rule, f"{len(content):,}")]
    return []


def too_long(seconds: float | None, place: str = "content") -> list[Violation]:
    """Return how a recording breaks the limit on its length, all channels added up."""
    if seconds is None or seconds <= SECONDS_MAXIMUM:
        return []
    rule = f"at most {SECONDS_MAXIMUM:,} seconds, channels added up; split it"
    return [Violation(place, rule, f"{seconds:,.0f}")]


_STORE = "put a larger one into Object Storage and give its URI"


def _read(source: Source) -> Flow[bytes]:
    try:
        content: bytes = yield Read(source, BYTES_MAXIMUM)
        return content
    except InvalidRequest as error:
        rule = f"at most {BYTES_MAXIMUM:,} bytes"
        raise InvalidRequest(
            Violation(broken.field, f"{rule}; {_STORE}", broken.found)
            if broken.rule == rule
            else broken
            for broken in error.violations
        ) from error


def _is_uri(source: Source) -> bool:
    if not isinstance(source, str):
        return False
    if source.startswith(("http://", "s3://")):
        rule = "must be a URI such as https://storage.yandexcloud.net/<bucket>/<key>"
        raise _refused("source", rule, f"one of {source.partition(':')[0]}")
    return source.startswith("https://")


def _of_content(content: bytes, sample_rate: int | None) -> Encoding | None:
    recording = recordings.inspect(content)
    if recording.format is None and not recording.foreign and sample_rate:
        return "pcm"
    return recording.format


def _refused(place: str, rule: str, found: str = "") -> InvalidRequest:
    return InvalidRequest([Violation(place, rule, found)])
