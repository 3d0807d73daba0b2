"""Pieces of a stream of audio: what a source hands in."""

from __future__ import annotations

from operator import index
from typing import NamedTuple, get_args

from ycgrpc._core.recordings import Encoding
from ycgrpc.errors import InvalidRequest, Violation

# "Streaming recognition" in the documentation, and RawAudio in stt.proto.
RATES = range(8_000, 48_001)
SAMPLE_BYTES = 2


class AudioFormat(NamedTuple):
    """The format of audio that is streamed.

    Attributes:
        encoding: ``pcm`` for bare signed 16-bit little-endian samples, or a container.
        sample_rate: Samples per second, of ``pcm``.
        channels: Channels: a stream has one.
    """

    encoding: Encoding = "pcm"
    sample_rate: int | None = None
    channels: int = 1

    def checked(self) -> AudioFormat:
        """Return this, if the service can stream it.

        Raises:
            InvalidRequest: It cannot.
        """
        if self.encoding not in get_args(Encoding):
            rule = f"one of {', '.join(get_args(Encoding))}"
            raise InvalidRequest([Violation("audio.encoding", rule, repr(self.encoding))])
        if self.channels != 1:
            rule = "a stream has one: mix down, or stream each channel by itself"
            raise InvalidRequest([Violation("audio.channels", rule, str(self.channels))])
        if self.encoding != "pcm":
            return self
        if self.sample_rate is None:
            rule = "must be given: bare samples do not tell it"
            raise InvalidRequest([Violation("audio.sample_rate", rule)])
        try:
            rate = index(self.sample_rate)
        except TypeError:
            rate = 0
        if rate not in RATES:
            rule = f"a whole number, {RATES[0]:,} to {RATES[-1]:,} hertz"
            raise InvalidRequest([Violation("audio.sample_rate", rule, repr(self.sample_rate))])
        return AudioFormat("pcm", rate)


class Silence(NamedTuple):
    """Silence in place of audio; nothing is sent for it but its length."""

    milliseconds: int


class UtteranceEnd(NamedTuple):
    """The word of the caller that an utterance ends here; needs ``external_eou=True``."""


Piece = bytes | Silence | UtteranceEnd
"""What a source of audio may yield."""


def seconds(piece: Piece, form: AudioFormat) -> float:
    """Return how long a piece takes to be spoken; a container's is not known, and counts as 0."""
    if isinstance(piece, Silence):
        return piece.milliseconds / 1000
    if isinstance(piece, UtteranceEnd) or not form.sample_rate:
        return 0.0
    return len(piece) / SAMPLE_BYTES / form.sample_rate
