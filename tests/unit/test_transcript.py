"""Transcripts: what is made of the messages of both APIs, in whatever order they come."""

from __future__ import annotations

import json
import pickle
import random
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ycgrpc_pb.google.protobuf.duration_pb2 import Duration
from ycgrpc_pb.yandex.cloud.ai.stt.v2 import stt_service_pb2 as v2
from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_pb2 as v3

from ycgrpc.types import Transcript, Utterance, Word
from ycgrpc.types.subtitles import cues, srt, tsv, vtt


def alternative(text: str, start: int, end: int, *, words: bool = True) -> v3.Alternative:
    """A reading whose words follow each other at an even pace; times are milliseconds."""
    parts = text.split()
    step = (end - start) // max(len(parts), 1)
    found = v3.Alternative(text=text, start_time_ms=start, end_time_ms=end)
    for index, part in enumerate(parts if words else []):
        begin = start + index * step
        found.words.append(v3.Word(text=part, start_time_ms=begin, end_time_ms=begin + step))
    return found


def response(index: int | None, channel: str = "0", **event: Any) -> v3.StreamingResponse:
    """A message as the service sends it, its cursors at a final."""
    cursors = None if index is None else v3.AudioCursors(final_index=index)
    return v3.StreamingResponse(audio_cursors=cursors, channel_tag=channel, **event)


def final(
    index: int | None, text: str, start: int, end: int, channel: str = "0"
) -> v3.StreamingResponse:
    """A final."""
    update = v3.AlternativeUpdate(alternatives=[alternative(text, start, end)])
    return response(index, channel, final=update)


def refined(index: int, text: str, channel: str = "0", now: int | None = None) -> Any:
    """A refinement, which may come when the cursors are at a later final."""
    update = v3.AlternativeUpdate(alternatives=[alternative(text, 0, 0, words=False)])
    refinement = v3.FinalRefinement(final_index=index, normalized_text=update)
    return response(index if now is None else now, channel, final_refinement=refinement)


def eou(index: int | None, time: int = 0, channel: str = "0") -> v3.StreamingResponse:
    """The end of an utterance."""
    return response(index, channel, eou_update=v3.EouUpdate(time_ms=time))


DIALOGUE = [
    response(0, status_code=v3.StatusCode(code_type=v3.WORKING)),
    response(0, partial=v3.AlternativeUpdate(alternatives=[alternative("good", 0, 500)])),
    final(0, "good morning", 0, 1_000),
    refined(0, "Good morning."),
    final(1, "twenty five boxes", 1_200, 3_000),
    refined(1, "25 boxes"),
    eou(1, 3_000),
    final(0, "yes", 3_100, 3_500, "1"),
    eou(0, 3_500, "1"),
    final(2, "bye", 4_000, 4_400),
    refined(2, "Bye!"),
    eou(2, 4_400),
]


def test_utterances() -> None:
    first, second, third = Transcript(DIALOGUE).utterances
    assert (first.channel, first.start, first.end) == ("0", 0.0, 3.0)
    assert first.text == "Good morning. 25 boxes"
    assert [word.text for word in first.words] == ["good", "morning", "twenty", "five", "boxes"]
    assert first.words[2] == Word("twenty", 1.2, 1.8)
    assert (second.channel, second.text) == ("1", "yes")
    assert third.text == "Bye!"


def test_text_and_channels() -> None:
    transcript = Transcript(DIALOGUE)
    assert transcript.text == "Good morning. 25 boxes\nyes\nBye!"
    assert transcript.channels == ("0", "1")
    assert repr(transcript) == "<Transcript of 3 utterance(s) on 2 channel(s)>"


def test_messages_are_kept_as_they_came() -> None:
    transcript = Transcript(iter(DIALOGUE))
    assert len(transcript.responses) == len(DIALOGUE)
    assert all(one is other for one, other in zip(transcript.responses, DIALOGUE, strict=True))
    assert transcript.message is None


@given(st.permutations(DIALOGUE))
def test_the_order_of_the_messages_does_not_matter(messages: list[v3.StreamingResponse]) -> None:
    assert Transcript(messages).utterances == Transcript(DIALOGUE).utterances


@given(st.lists(st.sampled_from(DIALOGUE)))
def test_what_comes_twice_counts_once(again: list[v3.StreamingResponse]) -> None:
    assert Transcript([*DIALOGUE, *again]).utterances == Transcript(DIALOGUE).utterances


@given(st.integers(0, len(DIALOGUE)))
def test_a_transcript_that_breaks_off_has_what_came(kept: int) -> None:
    said = {word for line in Transcript(DIALOGUE[:kept]).text.splitlines() for word in line.split()}
    assert len(Transcript(DIALOGUE[:kept]).utterances) <= 3
    assert ("yes" in said) is (kept > 7)


def test_finals_that_no_end_follows_stand_alone() -> None:
    messages = [final(0, "one", 0, 10), final(1, "two", 20, 30), final(2, "three", 40, 50)]
    assert Transcript(messages).text == "one\ntwo\nthree"
    assert Transcript([*messages, eou(1)]).text == "one two\nthree"


def test_without_cursors_the_order_counts() -> None:
    messages = [
        final(None, "one", 0, 10),
        final(None, "two", 20, 30),
        eou(None),
        final(None, "three", 40, 50),
        eou(None),
        refined(1, "2"),
    ]
    assert Transcript(messages).text == "one 2\nthree"


def test_sessions_count_their_finals_anew() -> None:
    messages = [final(0, "one", 0, 10), final(0, "two", 20, 30)]
    messages[1].session_uuid.uuid = "other"
    assert Transcript(messages).text == "one\ntwo"


def test_silence() -> None:
    silent = [
        final(0, "", 0, 0),
        response(1, final=v3.AlternativeUpdate()),
        response(1, final_refinement=v3.FinalRefinement(final_index=1)),
        refined(7, "of no final"),
        eou(1),
    ]
    for messages in (silent, []):
        transcript = Transcript(messages)
        assert transcript.utterances == ()
        assert transcript.text == ""
        assert transcript.channels == ()
        assert transcript.to_srt() == ""
        assert transcript.to_vtt() == "WEBVTT\n"
        assert transcript.to_tsv() == "start\tend\tchannel\ttext\n"


def test_a_refinement_that_is_empty_takes_nothing_away() -> None:
    assert Transcript([final(0, "one", 0, 10), refined(0, "")]).text == "one"


def test_channels_where_older_servers_put_them() -> None:
    old = final(0, "one", 0, 10, channel="")
    old.final.channel_tag = "1"
    better = refined(0, "One.", channel="")
    better.final_refinement.normalized_text.channel_tag = "1"
    (utterance,) = Transcript([old, better]).utterances
    assert (utterance.channel, utterance.text) == ("1", "One.")


def test_times_that_only_the_words_tell() -> None:
    message = final(0, "one two", 100, 300)
    message.final.alternatives[0].ClearField("start_time_ms")
    message.final.alternatives[0].ClearField("end_time_ms")
    (utterance,) = Transcript([message]).utterances
    assert (utterance.start, utterance.end) == (0.1, 0.3)


def test_the_likeliest_language() -> None:
    message = final(0, "one", 0, 10)
    for code, probability in (("ru-RU", 0.2), ("en-US", 0.8)):
        message.final.alternatives[0].languages.add(language_code=code, probability=probability)
    assert Transcript([message]).utterances[0].language == "en-US"
    assert Transcript(DIALOGUE).utterances[0].language == ""


def test_what_was_found_beside_the_text() -> None:
    update = v3.RecognitionClassifierUpdate(window_type=v3.RecognitionClassifierUpdate.LAST_FINAL)
    figures = v3.SpeakerAnalysis(speaker_tag="0", words_count=5)
    early, late = (v3.ConversationAnalysis(total_speech_ratio=ratio) for ratio in (0.1, 0.9))
    answers = v3.Summarization(
        results=[v3.SummarizationPropertyResult(response=text) for text in ("Boxes.", "{}")]
    )
    transcript = Transcript(
        [
            response(0, "1", classifier_update=update),
            response(0, speaker_analysis=figures),
            response(0, conversation_analysis=early),
            response(0, summarization=answers),
            response(0, conversation_analysis=late),
            *DIALOGUE,
        ]
    )
    ((channel, found),) = transcript.classifications
    assert (channel, found) == ("1", update)
    assert transcript.speaker_analyses == (figures,)
    assert transcript.conversation_analysis == late
    assert transcript.summaries == ("Boxes.", "{}")
    assert transcript.summarization == answers


def test_nothing_was_asked_for_beside_the_text() -> None:
    transcript = Transcript(DIALOGUE)
    assert transcript.classifications == transcript.speaker_analyses == transcript.summaries == ()
    assert transcript.conversation_analysis is None
    assert transcript.summarization is None


def duration(seconds: float) -> Duration:
    """A duration as the older API sends it."""
    return Duration(seconds=int(seconds), nanos=round(seconds % 1 * 1e9))


def chunk(text: str, start: float, channel: int, *, words: bool = True) -> Any:
    """A stretch of speech of the older API, half a second to a word."""
    reading = v2.SpeechRecognitionAlternative(text=text, confidence=1)
    for index, word in enumerate(text.split() if words else []):
        begin = start + index / 2
        info = v2.WordInfo(word=word, start_time=duration(begin), end_time=duration(begin + 0.5))
        reading.words.append(info)
    return v2.SpeechRecognitionResult(alternatives=[reading], channel_tag=channel)


OLDER = v2.LongRunningRecognitionResponse(
    chunks=[
        chunk("when writing The Hobbit", 0.879999999, 1),
        chunk("quite so", 3.5, 2),
        chunk("without words", 0, 2, words=False),
        chunk("", 0, 1),
        v2.SpeechRecognitionResult(channel_tag=1),
        chunk("Tolkien", 3, 1),
    ]
)


def test_the_older_api() -> None:
    transcript = Transcript(OLDER)
    assert transcript.message is OLDER
    assert transcript.responses == ()
    assert transcript.text == "when writing The Hobbit\nTolkien\nquite so\nwithout words"
    assert transcript.channels == ("1", "2")
    first, *_, last = transcript.utterances
    assert first.start == pytest.approx(0.88)
    assert first.end == pytest.approx(2.88)
    assert first.words[1].text == "writing"
    assert (last.start, last.end) == (4.5, 4.5), "after what was said before on the channel"
    assert transcript.classifications == ()


def test_json_of_the_older_api() -> None:
    found = json.loads(Transcript(OLDER).to_json())["chunks"][0]
    assert found["channelTag"] == "1"
    assert found["alternatives"][0]["words"][0]["startTime"] == "0.879999999s"
    assert found["alternatives"][0]["words"][0]["word"] == "when"


def test_json() -> None:
    lines = [json.loads(line)["result"] for line in Transcript(DIALOGUE).to_json().splitlines()]
    assert len(lines) == len(DIALOGUE)
    assert lines[3]["finalRefinement"]["finalIndex"] == "0"
    assert lines[6]["eouUpdate"] == {"timeMs": "3000"}
    assert lines[7]["channelTag"] == "1"
    assert lines[7]["final"]["alternatives"][0]["words"][0]["startTimeMs"] == "3100"


def test_transcripts_can_be_pickled() -> None:
    for transcript in (Transcript(DIALOGUE), Transcript(OLDER)):
        text = transcript.text
        assert pickle.loads(pickle.dumps(transcript)).text == text


def test_subrip() -> None:
    assert Transcript(DIALOGUE).to_srt() == (
        "1\n00:00:00,000 --> 00:00:03,000\nGood morning. 25 boxes\n\n"
        "2\n00:00:03,100 --> 00:00:03,500\nyes\n\n"
        "3\n00:00:04,000 --> 00:00:04,400\nBye!\n"
    )


def test_web_vtt_names_the_voices_where_there_are_several() -> None:
    assert Transcript(DIALOGUE).to_vtt() == (
        "WEBVTT\n\n00:00:00.000 --> 00:00:03.000\n<v 0>Good morning. 25 boxes\n"
        "\n00:00:03.100 --> 00:00:03.500\n<v 1>yes\n"
        "\n00:00:04.000 --> 00:00:04.400\n<v 0>Bye!\n"
    )
    assert "<v" not in Transcript([final(0, "one", 0, 10)]).to_vtt()


def test_a_table() -> None:
    assert Transcript(DIALOGUE).to_tsv().splitlines() == [
        "start\tend\tchannel\ttext",
        "0\t3000\t0\tGood morning. 25 boxes",
        "3100\t3500\t1\tyes",
        "4000\t4400\t0\tBye!",
    ]


def test_text_that_would_break_the_formats() -> None:
    nasty = [Utterance("0", 1, 2, "a <b> & -->\n\n1\tc")]
    assert "a &lt;b&gt; &amp; --&gt; 1 c\n" in vtt(nasty)
    assert srt(nasty) == "1\n00:00:01,000 --> 00:00:02,000\na <b> & → 1 c\n"
    assert tsv(nasty).splitlines()[1] == "1000\t2000\t0\ta <b> & --> 1 c"


def test_times_of_long_recordings() -> None:
    assert "03:59:59,999 --> 100:00:00,000" in srt([Utterance("0", 14_399.9994, 360_000, "x")])


def test_the_words_that_were_spoken_time_those_that_are_shown() -> None:
    """A pause of a minute stands where the spoken words had it, though the shown ones are fewer."""
    words = (Word("twenty", 0, 1), Word("five", 1, 2), Word("boxes", 62, 63))
    first, second = cues([Utterance("0", 0, 63, "25 boxes", words)])
    assert (first.start, first.end, first.lines) == (0, 2, ("25",))
    assert (second.start, second.end, second.lines) == (62, 63, ("boxes",))


def test_without_words_the_time_is_shared_out() -> None:
    first, second = cues([Utterance("0", 0, 10, "aaaaaaaa bb")])
    assert (first.start, first.end, second.start, second.end) == (0, 8, 8, 10)


@st.composite
def utterances(draw: st.DrawFn) -> Utterance:
    """Any utterance, its text normalized or not."""
    letters = st.text(st.sampled_from("abc.,-я"), min_size=1, max_size=60)
    shown = draw(st.lists(letters, max_size=40))
    spoken = draw(st.sampled_from([shown, []]) | st.lists(letters, max_size=40))
    chance = random.Random(draw(st.integers(0, 9)))
    at = start = draw(st.integers(0, 10_000)) / 1000
    words: list[Word] = []
    for word in spoken:
        begin = at + chance.choice([0, 0.1, 9])
        at = begin + chance.choice([0, 0.3, 2])
        words.append(Word(word, begin, at))
    return Utterance(draw(st.sampled_from("01")), start, at, " ".join(shown), tuple(words))


@given(st.lists(utterances(), max_size=4))
def test_cues_can_be_read_and_leave_nothing_out(said: list[Utterance]) -> None:
    found = cues(said)
    assert [cue.start for cue in found] == sorted(cue.start for cue in found)
    assert sorted(word for cue in found for line in cue.lines for word in line.split()) == sorted(
        word for utterance in said for word in utterance.text.split()
    )
    for cue in found:
        assert cue.start < cue.end
        assert 1 <= len(cue.lines) <= 2
        assert all(len(line) <= 42 or " " not in line for line in cue.lines)
        assert cue.end - cue.start <= 7.01 or " " not in " ".join(cue.lines)


@given(st.lists(utterances(), max_size=4))
def test_subtitles_can_be_parsed(said: list[Utterance]) -> None:
    clock = r"\d\d:[0-5]\d:[0-5]\d"
    for block in filter(None, srt(said).split("\n\n")):
        assert re.match(rf"\d+\n{clock},\d\d\d --> {clock},\d\d\d\n.", block)
    head, *blocks = vtt(said).split("\n\n")
    assert head.strip() == "WEBVTT"
    for block in blocks:
        assert re.match(rf"{clock}\.\d\d\d --> {clock}\.\d\d\d\n.", block)
        assert block.count("-->") == 1
