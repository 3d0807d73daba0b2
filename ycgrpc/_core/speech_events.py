"""From messages of a session to events of the whole stream."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable
from typing import Any

from ycgrpc_pb.yandex.cloud.ai.stt.v3.stt_pb2 import (
    Alternative,
    AlternativeUpdate,
    CodeType,
    StreamingResponse,
)
from ycgrpc_pb.yandex.cloud.ai.stt.v3.stt_pb2 import Word as WordMessage

from ycgrpc._core.speech_session import Session
from ycgrpc.types.speech import (
    ClassifierResult,
    ConversationFigures,
    EndOfUtterance,
    Final,
    Partial,
    Refinement,
    SpeakerFigures,
    SpeechEvent,
    Status,
    Summary,
)
from ycgrpc.types.utterances import Word

_KEPT = 1000
"""Finals that an interruption tells of."""


class Heard:
    """The finals of a stream, counted over all its sessions.

    Attributes:
        rate: Samples per second; 0 for a container.
        finals: The last of them.
    """

    def __init__(self, rate: int) -> None:
        self.rate = rate
        self._finals: deque[Final] = deque(maxlen=_KEPT)
        self._counts: defaultdict[str, int] = defaultdict(int)
        self._indices: dict[tuple[str, int], int] = {}
        self._until = 0.0

    @property
    def finals(self) -> tuple[Final, ...]:
        """The last finals."""
        return tuple(self._finals)

    def session(self) -> None:
        """Take note that another session begins, which counts its finals anew."""
        self._indices.clear()

    def until(self, seconds: float) -> float:
        """Return how far the stream has been heard, which another session hears anew in part."""
        self._until = max(self._until, seconds)
        return self._until

    def index(self, channel: str, of_session: int) -> int:
        """Return the index in the stream of a new final of a session."""
        index = self._indices[channel, of_session] = self._counts[channel]
        self._counts[channel] += 1
        return index

    def known(self, channel: str, of_session: int) -> int | None:
        """Return the index in the stream of a final of the session, if there was one."""
        return self._indices.get((channel, of_session))

    def keep(self, final: Final) -> Final:
        """Keep a final, for an interruption to tell of."""
        self._finals.append(final)
        return final


class Untaken(deque[SpeechEvent]):
    """Events that the listener has yet to take, the oldest in front."""

    def tell(self, event: SpeechEvent) -> None:
        """Add an event; a partial or a status takes the place of the one before that nobody took."""
        if isinstance(event, Partial | Status):
            for place in range(len(self) - 1, -1, -1):
                before = self[place]
                if before.channel == event.channel and isinstance(before, Final | type(event)):
                    if not isinstance(before, Final):
                        del self[place]
                    break
        self.append(event)


def event_of(response: StreamingResponse, session: Session, heard: Heard) -> SpeechEvent | None:
    """Return what a message means on the timeline of the stream; ``None`` for what is unknown."""

    def seconds(milliseconds: int) -> float:
        if not heard.rate:
            return milliseconds / 1000
        return session.place(milliseconds) / heard.rate

    def words(found: Iterable[WordMessage]) -> tuple[Word, ...]:
        return tuple(
            Word(word.text, seconds(word.start_time_ms), seconds(word.end_time_ms))
            for word in found
        )

    cursors = response.audio_cursors
    channel = response.channel_tag
    common: dict[str, Any] = {
        "channel": channel,
        "time": heard.until(seconds(cursors.received_data_ms)),
        "message": response,
    }
    match response.WhichOneof("Event"):
        case "partial":
            best = _best(response.partial)
            return Partial(**common, text=best.text.strip(), words=words(best.words))
        case "final":
            best = _best(response.final)
            if not best.text.strip():
                return None  # nothing was said
            start, end = best.start_time_ms, best.end_time_ms
            if not end and best.words:
                start, end = best.words[0].start_time_ms, best.words[-1].end_time_ms
            return heard.keep(
                Final(
                    **common,
                    index=heard.index(channel, cursors.final_index),
                    text=best.text.strip(),
                    words=words(best.words),
                    start=seconds(start),
                    end=seconds(end),
                )
            )
        case "final_refinement":
            refinement = response.final_refinement
            index = heard.known(channel, refinement.final_index)
            text = _best(refinement.normalized_text).text.strip()
            return None if index is None else Refinement(**common, index=index, text=text)
        case "eou_update":
            return EndOfUtterance(**common, at=seconds(response.eou_update.time_ms))
        case "classifier_update":
            return ClassifierResult(**common, update=response.classifier_update)
        case "speaker_analysis":
            return SpeakerFigures(**common, analysis=response.speaker_analysis)
        case "conversation_analysis":
            return ConversationFigures(**common, analysis=response.conversation_analysis)
        case "summarization":
            return Summary(**common, summarization=response.summarization)
        case "status_code":
            code = response.status_code.code_type
            name = CodeType.Name(code) if code in CodeType.values() else str(code)
            return Status(**common, code=name, text=response.status_code.message)
        case _:
            return None


def _best(update: AlternativeUpdate) -> Alternative:
    return update.alternatives[0] if update.alternatives else Alternative()
