"""What comes of speech while it is streamed: one event after the other, on one timeline."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ycgrpc.types.utterances import Word

if TYPE_CHECKING:
    from ycgrpc_pb.yandex.cloud.ai.stt.v3.stt_pb2 import (
        ConversationAnalysis,
        RecognitionClassifierUpdate,
        SpeakerAnalysis,
        StreamingResponse,
        Summarization,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechEvent:
    """Something that the service says of the audio.

    All times are seconds of the audio that was handed in, however many sessions it took.

    Attributes:
        channel: The channel, or the speaker where speakers are told apart.
        time: How far the audio had been heard.
        message: The message as it came, with the times and counts of its own session.
    """

    channel: str
    time: float
    message: StreamingResponse = field(repr=False, compare=False)

    @property
    def partial(self) -> str:
        """The text so far, if this is a ``Partial``; else empty."""
        return ""

    @property
    def final(self) -> str:
        """The settled text, if this is a ``Final``; else empty."""
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Partial(SpeechEvent):
    """What has been heard since the last ``Final``, as far as can be told; the next one replaces it.

    Attributes:
        text: The text; empty while nobody speaks.
        words: The words with their times.
    """

    text: str
    words: tuple[Word, ...] = ()

    @property
    def partial(self) -> str:
        """The text."""
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Final(SpeechEvent):
    """A piece of text that is settled, and never taken back.

    Attributes:
        index: Counts the finals of a channel, from 0.
        text: The text, not normalized.
        words: The words with their times.
        start: Seconds at which it starts.
        end: Seconds at which it ends.
    """

    index: int
    text: str
    words: tuple[Word, ...] = ()
    start: float
    end: float

    @property
    def final(self) -> str:
        """The text."""
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Refinement(SpeechEvent):
    """A ``Final`` once more, normalized; where a session breaks off, one may stay away.

    Attributes:
        index: The ``index`` of that final.
        text: The text to show in its place.
    """

    index: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndOfUtterance(SpeechEvent):
    """An utterance has ended; several finals may belong to it.

    Attributes:
        at: Seconds at which it ended.
    """

    at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassifierResult(SpeechEvent):
    """One run of a classifier.

    Attributes:
        update: What it found; its times are those of its own session.
    """

    update: RecognitionClassifierUpdate


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerFigures(SpeechEvent):
    """Figures about one speaker, of one session.

    Attributes:
        analysis: The figures.
    """

    analysis: SpeakerAnalysis


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationFigures(SpeechEvent):
    """Figures about how the speakers talk with each other, of one session.

    Attributes:
        analysis: The figures.
    """

    analysis: ConversationAnalysis


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary(SpeechEvent):
    """What a language model answers about the transcript of one session.

    Attributes:
        summarization: Its answers.
    """

    summarization: Summarization


@dataclass(frozen=True, slots=True, kw_only=True)
class Status(SpeechEvent):
    """A sign of life.

    Attributes:
        code: ``WORKING``, ``WARNING`` (audio slower than real time, other settings than asked for) or
            ``CLOSED``.
        text: The state explained, for people.
    """

    code: str
    text: str
