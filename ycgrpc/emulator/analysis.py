"""Figures about speakers and their conversation, computed from when words were said.

The interface names the figures, not how they are computed; how it is done here:

- A speaker is silent between words, and before the first and behind the last one, for as long as the
  threshold at least; all other time is speech.
- In the conversation somebody speaks from the first to the last word of an utterance.
- Whoever begins an utterance within one of somebody else interrupts, for as long as both go on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import floor
from statistics import fmean, pstdev

from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_pb2

from ycgrpc.emulator.engines.stt.hearing import Hypothesis

Span = tuple[int, int]
"""Start and end in milliseconds."""


def speaker_analysis(
    tag: str,
    utterances: Sequence[Hypothesis],
    span: Span,
    options: stt_pb2.SpeechAnalysisOptions,
    window: stt_pb2.SpeakerAnalysis.WindowType.ValueType,
) -> stt_pb2.SpeakerAnalysis:
    """The figures about one speaker.

    Args:
        tag: of the speaker.
        utterances: what the speaker said, with a word at least in each.
        span: the stretch of audio that the figures cover.
        options: threshold and quantiles.
        window: what the figures cover, in the interface's words.
    """
    words = [word for one in utterances for word in one.words]
    gaps = _gaps([(word.start_ms, word.end_ms) for word in words], span)
    silence = _total(_from(gaps, options.speaker_options.silence_threshold_ms))
    length = _length(span)
    letters = [sum(len(word.text) for word in one.words) for one in utterances]
    seconds = [_length(spoken(one)) / 1000 for one in utterances]
    levels = options.descriptive_statistics_quantiles

    def speeds(counts: Iterable[int]) -> stt_pb2.DescriptiveStatistics:
        pairs = zip(counts, seconds, strict=True)
        return statistics([count / time for count, time in pairs if time], levels)

    counts = [len(one.words) for one in utterances]
    return stt_pb2.SpeakerAnalysis(
        speaker_tag=tag,
        window_type=window,
        speech_boundaries=_boundaries(span),
        total_speech_ms=length - silence,
        speech_ratio=_share(length - silence, length),
        total_silence_ms=silence,
        silence_ratio=_share(silence, length),
        words_count=len(words),
        letters_count=sum(letters),
        words_per_second=speeds(counts),
        letters_per_second=speeds(letters),
        words_per_utterance=statistics(counts, levels),
        letters_per_utterance=statistics(letters, levels),
        utterance_count=len(utterances),
        utterance_duration_estimation=statistics([1000 * one for one in seconds], levels),
    )


def conversation_analysis(
    speakers: Sequence[Sequence[Hypothesis]],
    duration_ms: int,
    options: stt_pb2.SpeechAnalysisOptions,
) -> stt_pb2.ConversationAnalysis:
    """The figures about all speakers, whose tags are "0", "1", ..."""
    spans = [[spoken(one) for one in utterances] for utterances in speakers]
    everybody = sorted(span for one in spans for span in one)
    silences = _from(
        _gaps(everybody, (0, duration_ms)),
        options.converstation_options.simultaneous_silence_threshold_ms,
    )
    overlaps = _from(
        _overlaps(everybody), options.converstation_options.simultaneous_speech_threshold_ms
    )
    levels = options.descriptive_statistics_quantiles
    speech = duration_ms - _total(_gaps(everybody, (0, duration_ms)))
    analysis = stt_pb2.ConversationAnalysis(
        conversation_boundaries=_boundaries((0, duration_ms)),
        total_simultaneous_silence_duration_ms=_total(silences),
        total_simultaneous_silence_ratio=_share(_total(silences), duration_ms),
        simultaneous_silence_duration_estimation=statistics(map(_length, silences), levels),
        total_simultaneous_speech_duration_ms=_total(overlaps),
        total_simultaneous_speech_ratio=_share(_total(overlaps), duration_ms),
        simultaneous_speech_duration_estimation=statistics(map(_length, overlaps), levels),
        total_speech_duration_ms=speech,
        total_speech_ratio=_share(speech, duration_ms),
    )
    for number, own in enumerate(spans):
        others = [span for other, one in enumerate(spans) if other != number for span in one]
        interrupts = [
            (start, min(end, other_end))
            for start, end in own
            for other_start, other_end in others
            if other_start < start < other_end
        ]
        analysis.speaker_interrupts.add(
            speaker_tag=str(number),
            interrupts_count=len(interrupts),
            interrupts_duration_ms=_total(interrupts),
            interrupts=map(_boundaries, interrupts),
        )
    return analysis


def statistics(
    observations: Iterable[float], levels: Iterable[float]
) -> stt_pb2.DescriptiveStatistics:
    """What describes the observations; all zero without any.

    Args:
        observations: in any order.
        levels: of the quantiles, between 0 and 1; those between two observations lie on a line.
    """
    ordered = sorted(observations)
    if not ordered:
        return stt_pb2.DescriptiveStatistics()
    return stt_pb2.DescriptiveStatistics(
        min=ordered[0],
        max=ordered[-1],
        mean=fmean(ordered),
        std=pstdev(ordered),
        quantiles=[
            stt_pb2.DescriptiveStatistics.Quantile(level=level, value=_quantile(ordered, level))
            for level in levels
        ],
    )


def spoken(utterance: Hypothesis) -> Span:
    """From the first word's start to the last word's end."""
    return utterance.words[0].start_ms, utterance.words[-1].end_ms


def _quantile(ordered: Sequence[float], level: float) -> float:
    place = level * (len(ordered) - 1)
    below = floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def _gaps(spans: Iterable[Span], within: Span) -> list[Span]:
    """What of a stretch no span covers; the spans are in the order of their starts."""
    start, end = within
    gaps: list[Span] = []
    for one_start, one_end in spans:
        if one_start > start:
            gaps.append((start, one_start))
        start = max(start, one_end)
    return [*gaps, (start, end)] if end > start else gaps


def _overlaps(spans: Sequence[Span]) -> list[Span]:
    """Where at least two spans are."""
    places = sorted({place for span in spans for place in span})
    overlaps: list[Span] = []
    for start, end in pairwise(places):
        if sum(one_start <= start and end <= one_end for one_start, one_end in spans) > 1:
            goes_on = overlaps and overlaps[-1][1] == start
            overlaps.append((overlaps.pop()[0] if goes_on else start, end))
    return overlaps


def _from(spans: Iterable[Span], threshold: int) -> list[Span]:
    return [span for span in spans if _length(span) >= threshold]


def _length(span: Span) -> int:
    return span[1] - span[0]


def _total(spans: Iterable[Span]) -> int:
    return sum(map(_length, spans))


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _boundaries(span: Span) -> stt_pb2.AudioSegmentBoundaries:
    return stt_pb2.AudioSegmentBoundaries(start_time_ms=span[0], end_time_ms=span[1])
