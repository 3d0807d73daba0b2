"""What comes of speech recognition of files."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from google.protobuf.message import Message

from ycgrpc.types import subtitles
from ycgrpc.types.rest import json_lines, json_object
from ycgrpc.types.utterances import Utterance, utterances_v2, utterances_v3

if TYPE_CHECKING:
    from ycgrpc_pb.yandex.cloud.ai.stt.v2.stt_service_pb2 import LongRunningRecognitionResponse
    from ycgrpc_pb.yandex.cloud.ai.stt.v3.stt_pb2 import (
        ConversationAnalysis,
        RecognitionClassifierUpdate,
        SpeakerAnalysis,
        StreamingResponse,
        Summarization,
    )


class Classification(NamedTuple):
    """One run of a classifier.

    Attributes:
        channel: The channel or speaker that it is about.
        update: What it found: ``window_type``, times in milliseconds, and ``classifier_result``.
    """

    channel: str
    update: RecognitionClassifierUpdate


class Transcript:
    """The text of a recording, with who said what and when.

    Attributes:
        responses: The messages of the v3 API as they came; empty for the older API.
        message: The answer of the older API, or ``None``.
    """

    def __init__(
        self, answer: Iterable[StreamingResponse] | LongRunningRecognitionResponse
    ) -> None:
        self.responses: tuple[StreamingResponse, ...] = ()
        self.message: LongRunningRecognitionResponse | None = None
        if isinstance(answer, Message):
            self.message = answer
        else:
            self.responses = tuple(answer)

    @cached_property
    def utterances(self) -> tuple[Utterance, ...]:
        """What was said, by time, across all channels; times are seconds.

        With the v3 API an utterance ends where the service says so; with the older one each of its
        chunks is an utterance.
        """
        if self.message is not None:
            return utterances_v2(self.message)
        return utterances_v3(self.responses)

    @property
    def text(self) -> str:
        """The text of all channels by time, an utterance to a line, without a newline at the end."""
        return "\n".join(utterance.text for utterance in self.utterances)

    @property
    def channels(self) -> tuple[str, ...]:
        """The channels, or speakers, on which something was said, in order."""
        return tuple(sorted({utterance.channel for utterance in self.utterances}))

    @property
    def classifications(self) -> tuple[Classification, ...]:
        """What the classifiers found, as it came; empty unless they were asked for."""
        return tuple(
            Classification(response.channel_tag, response.classifier_update)
            for response in self.responses
            if response.HasField("classifier_update")
        )

    @property
    def speaker_analyses(self) -> tuple[SpeakerAnalysis, ...]:
        """Figures about the speakers, as they came; ``window_type`` says what each covers."""
        return tuple(
            response.speaker_analysis
            for response in self.responses
            if response.HasField("speaker_analysis")
        )

    @property
    def conversation_analysis(self) -> ConversationAnalysis | None:
        """Figures about the conversation, the last ones; ``None`` unless they were asked for."""
        for response in reversed(self.responses):
            if response.HasField("conversation_analysis"):
                return response.conversation_analysis
        return None

    @property
    def summarization(self) -> Summarization | None:
        """The answers of the language model with the tokens it used; ``None`` without questions."""
        for response in reversed(self.responses):
            if response.HasField("summarization"):
                return response.summarization
        return None

    @property
    def summaries(self) -> tuple[str, ...]:
        """The answers of the language model, one to each question: text, or JSON as text."""
        found = self.summarization
        return tuple(result.response for result in found.results) if found else ()

    def to_json(self) -> str:
        """Return the JSON that the REST API answers with.

        That is a line of ``{"result": {...}}`` for each message of the v3 API, and the object with
        ``chunks`` of the older one; field names in lower camel case, 64-bit integers as strings.
        Source: the response samples of the guides to asynchronous recognition.
        """
        if self.message is not None:
            return json_object(self.message)
        return json_lines(self.responses)

    def to_srt(self) -> str:
        """Return SubRip subtitles: two lines of 42 characters and 7 seconds at most to a cue."""
        return subtitles.srt(self.utterances)

    def to_vtt(self) -> str:
        """Return WebVTT subtitles, cut like those of ``to_srt``.

        Where there are several channels each cue names its own, as the voice.
        """
        return subtitles.vtt(self.utterances)

    def to_tsv(self) -> str:
        """Return a table: start and end in milliseconds, channel and text, an utterance to a line."""
        return subtitles.tsv(self.utterances)

    def __repr__(self) -> str:
        return f"<Transcript of {len(self.utterances)} utterance(s) on {len(self.channels)} channel(s)>"
