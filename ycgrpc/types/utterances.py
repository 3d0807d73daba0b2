"""Utterances, put together from what the service says of them piece by piece."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ycgrpc_pb.google.protobuf.duration_pb2 import Duration
    from ycgrpc_pb.yandex.cloud.ai.stt.v2 import stt_service_pb2 as v2
    from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_pb2 as v3


@dataclass(frozen=True, slots=True)
class Word:
    """One word, and when it was said.

    Attributes:
        text: The word as spoken: ``twenty`` where the text of the utterance may have ``20``.
        start: Seconds from the start of the audio.
        end: Seconds from the start of the audio.
    """

    text: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one speaker said up to a pause.

    Attributes:
        channel: The channel, or the speaker where speakers are told apart, as the service names it:
            ``0`` and ``1``, in the older API ``1`` and ``2``.
        start: Seconds from the start of the audio.
        end: Seconds from the start of the audio.
        text: The text, normalized if that was asked for.
        words: The words with their times.
        language: The likeliest language, such as ``en-US``; empty where the service told none.
    """

    channel: str
    start: float
    end: float
    text: str
    words: tuple[Word, ...] = ()
    language: str = ""


def utterances_v3(responses: Iterable[v3.StreamingResponse]) -> tuple[Utterance, ...]:
    """Return the utterances of a v3 stream, by time, in whatever order its messages came.

    A refinement takes the place of the text of its final, by ``final_index``; words come from the
    final. An utterance holds the finals up to the end that the service reports with an ``eou_update``,
    whose cursors name the last of them. A final that no end follows is an utterance by itself: the
    service sends finals where utterances end, for the present (``StreamingResponse`` in stt.proto).
    """
    tracks: dict[tuple[str, str], _Track] = {}
    for response in responses:
        event = response.WhichOneof("Event")
        channel = response.channel_tag
        if event == "final":
            channel = channel or response.final.channel_tag  # where older servers put it
        elif event == "final_refinement":
            channel = channel or response.final_refinement.normalized_text.channel_tag
        elif event != "eou_update":
            continue
        # Every session of a longer stream counts its finals from 0.
        key = response.session_uuid.uuid, channel
        tracks.setdefault(key, _Track(channel)).take(event, response)
    found = (utterance for track in tracks.values() for utterance in track.utterances())
    return tuple(sorted(found, key=_by_time))


def _by_time(utterance: Utterance) -> tuple[float, float, str]:
    return utterance.start, utterance.end, utterance.channel


@dataclass(slots=True)
class _Track:
    """One channel of one session."""

    channel: str
    finals: dict[int, v3.Alternative] = field(default_factory=dict[int, "v3.Alternative"])
    refinements: dict[int, v3.Alternative] = field(default_factory=dict[int, "v3.Alternative"])
    ends: set[int] = field(default_factory=set[int])

    def take(self, event: str, response: v3.StreamingResponse) -> None:
        if event == "final_refinement":
            refinement = response.final_refinement
            if refinement.normalized_text.alternatives:
                best = refinement.normalized_text.alternatives[0]
                self.refinements[refinement.final_index] = best
            return
        last = max(self.finals, default=-1)
        if response.HasField("audio_cursors"):
            index = response.audio_cursors.final_index
        else:  # a server that sends no cursors sends at least everything in order
            index = last if event == "eou_update" else last + 1
        if event == "eou_update":
            self.ends.add(index)
        elif response.final.alternatives:
            self.finals[index] = response.final.alternatives[0]

    def utterances(self) -> Iterator[Utterance]:
        ends = sorted(self.ends)
        pieces: list[_Piece] = []
        group = None
        for index in sorted(self.finals):
            end = bisect_left(ends, index)
            if end != group or end == len(ends):
                yield from self._joined(pieces)
                group, pieces = end, []
            pieces.append(_Piece(self.finals[index], self.refinements.get(index)))
        yield from self._joined(pieces)

    def _joined(self, pieces: Sequence[_Piece]) -> Iterator[Utterance]:
        spoken = [piece for piece in pieces if piece.text]
        if spoken:
            yield Utterance(
                self.channel,
                min(piece.start for piece in spoken),
                max(piece.end for piece in spoken),
                " ".join(piece.text for piece in spoken),
                tuple(word for piece in spoken for word in piece.words),
                _likeliest(piece.final for piece in spoken),
            )


class _Piece:
    """A final with its refinement, which may lack the words."""

    def __init__(self, final: v3.Alternative, refined: v3.Alternative | None) -> None:
        self.final = final
        self.text = ((refined.text if refined else "") or final.text).strip()
        words = final.words or (refined.words if refined else ())
        self.words = [
            Word(word.text, word.start_time_ms / 1000, word.end_time_ms / 1000) for word in words
        ]
        self.start, self.end = final.start_time_ms / 1000, final.end_time_ms / 1000
        if not self.end and self.words:
            self.start, self.end = self.words[0].start, self.words[-1].end


def _likeliest(alternatives: Iterable[v3.Alternative]) -> str:
    weights: dict[str, float] = {}
    for alternative in alternatives:
        for language in alternative.languages:
            known = weights.get(language.language_code, 0.0)
            weights[language.language_code] = known + language.probability
    return max(weights, key=lambda code: weights[code], default="")


def utterances_v2(response: v2.LongRunningRecognitionResponse) -> tuple[Utterance, ...]:
    """Return the chunks of a v2 answer as utterances, by time; of readings the first counts.

    A chunk without words has no times of its own: it gets the end of the one before on its channel.
    """
    found: list[Utterance] = []
    ends: dict[str, float] = {}
    for chunk in response.chunks:
        best = chunk.alternatives[0] if chunk.alternatives else None
        if not best or not best.text.strip():
            continue
        channel = str(chunk.channel_tag)
        words = tuple(
            Word(word.word, _seconds(word.start_time), _seconds(word.end_time))
            for word in best.words
        )
        start = words[0].start if words else ends.get(channel, 0.0)
        end = ends[channel] = words[-1].end if words else start
        found.append(Utterance(channel, start, end, best.text.strip(), words))
    return tuple(sorted(found, key=_by_time))


def _seconds(duration: Duration) -> float:
    return duration.seconds + duration.nanos / 1e9
