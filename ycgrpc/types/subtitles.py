"""Utterances as subtitles and as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ycgrpc.types.utterances import Utterance, Word

# What viewers can read: the usual figures of broadcasters' style guides.
_LINES, _LINE, _SECONDS = 2, 42, 7.0


class Cue(NamedTuple):
    """What is shown at one time.

    Attributes:
        start: Seconds.
        end: Seconds, later than the start.
        lines: The text; no line is empty.
        channel: Who says it.
    """

    start: float
    end: float
    lines: tuple[str, ...]
    channel: str


def srt(utterances: Iterable[Utterance]) -> str:
    """Return SubRip; it has no escapes, so an arrow that would be read as times is replaced."""
    return "\n".join(
        f"{number}\n{_clock(cue.start, ',')} --> {_clock(cue.end, ',')}\n"
        + "".join(f"{line.replace('-->', '→')}\n" for line in cue.lines)
        for number, cue in enumerate(cues(utterances), 1)
    )


def vtt(utterances: Sequence[Utterance]) -> str:
    """Return WebVTT. Source: "WebVTT: The Web Video Text Tracks Format" of the W3C."""
    several = len({utterance.channel for utterance in utterances}) > 1
    blocks = ["WEBVTT\n"]
    for cue in cues(utterances):
        voice = f"<v {_escaped(cue.channel)}>" if several else ""
        text = "".join(f"{_escaped(line)}\n" for line in cue.lines)
        blocks.append(f"{_clock(cue.start, '.')} --> {_clock(cue.end, '.')}\n{voice}{text}")
    return "\n".join(blocks)


def tsv(utterances: Iterable[Utterance]) -> str:
    """Return a table with a head; blanks in the text are spaces."""
    rows = (
        f"{_milliseconds(utterance.start)}\t{_milliseconds(utterance.end)}\t"
        f"{utterance.channel}\t{' '.join(utterance.text.split())}\n"
        for utterance in utterances
    )
    return "start\tend\tchannel\ttext\n" + "".join(rows)


def cues(utterances: Iterable[Utterance]) -> list[Cue]:
    """Return what to show when, by time: long utterances are cut between words."""
    return sorted(cue for utterance in utterances for cue in _cut(utterance))


def _cut(utterance: Utterance) -> Iterator[Cue]:
    start, end, lines = 0.0, 0.0, [""]
    for word in _timed(utterance):
        longer = _with(lines, word.text)
        if lines[0] and (len(longer) > _LINES or word.end - start > _SECONDS):
            yield Cue(start, max(end, start + 0.001), tuple(lines), utterance.channel)
            lines, longer, end = [""], [word.text], 0.0
        if not lines[0]:
            start = word.start
        lines, end = longer, max(end, word.end)
    if lines[0]:
        yield Cue(start, max(end, start + 0.001), tuple(lines), utterance.channel)


def _with(lines: list[str], word: str) -> list[str]:
    last = f"{lines[-1]} {word}".lstrip()
    if len(last) <= _LINE or not lines[-1]:
        return [*lines[:-1], last]
    return [*lines, word]


# More words are not matched: the work grows with their square.
_WORDS_MATCHED = 2_000


def _timed(utterance: Utterance) -> list[Word]:
    """Return the words of the text with their times.

    The text may be normalized, its words others than those that were spoken, and more or fewer: what
    is the same in both has its time, and what stands between shares the time between.
    """
    from difflib import SequenceMatcher  # only who wants subtitles needs it

    shown, spoken = utterance.text.split(), utterance.words
    matcher = SequenceMatcher(autojunk=False)
    if len(shown) + len(spoken) <= _WORDS_MATCHED:
        matcher.set_seqs([_plain(text) for text in shown], [_plain(word.text) for word in spoken])
    matches = [*matcher.get_matching_blocks()[:-1], (len(shown), len(spoken), 0)]
    timed: list[Word] = []
    shown_at = spoken_at = 0
    for shown_to, spoken_to, size in matches:
        between = spoken[spoken_at:spoken_to]
        if between:
            start, end = between[0].start, between[-1].end
        elif spoken:  # nothing was spoken in between: a dash, perhaps
            start = end = timed[-1].end if timed else utterance.start
        else:
            start, end = utterance.start, utterance.end
        timed += _shared(shown[shown_at:shown_to], between, start, end)
        shown_at, spoken_at = shown_to + size, spoken_to + size
        timed += _shared(shown[shown_to:shown_at], spoken[spoken_to:spoken_at], start, end)
    return timed


def _shared(
    texts: Sequence[str], words: Sequence[Word], start: float, end: float
) -> Iterator[Word]:
    """Yield texts with the times of as many words, or with their shares, by letters, of all the time."""
    if len(texts) == len(words):
        for text, word in zip(texts, words, strict=True):
            yield Word(text, word.start, word.end)
        return
    second = (end - start) / max(1, sum(map(len, texts)))
    for text in texts:
        end = start + len(text) * second
        yield Word(text, start, end)
        start = end


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clock(seconds: float, point: str) -> str:
    whole, milliseconds = divmod(_milliseconds(seconds), 1000)
    minutes, second = divmod(whole, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours:02}:{minute:02}:{second:02}{point}{milliseconds:03}"


def _milliseconds(seconds: float) -> int:
    return max(0, round(seconds * 1000))
