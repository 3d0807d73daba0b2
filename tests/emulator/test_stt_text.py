"""How recognized words are written, and the figures about them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_pb2

from ycgrpc.emulator.analysis import conversation_analysis, speaker_analysis, statistics
from ycgrpc.emulator.engines.stt.hearing import Hypothesis, Word
from ycgrpc.emulator.normalization import NUMBERS, with_digits, written
from ycgrpc.emulator.transcripts import Channel

TOTAL = stt_pb2.SpeakerAnalysis.TOTAL


@pytest.mark.parametrize(
    ("spoken", "expected"),
    [
        ("zero", "0"),
        ("twenty five", "25"),
        ("nineteen five", "19 5"),
        ("twenty ten", "20 10"),
        ("one hundred", "100"),
        ("three hundred and seven", "307"),
        ("nine hundred ninety nine", "999"),
        ("two thousand", "2000"),
        ("two thousand and one", "2001"),
        ("forty two thousand three hundred and twelve", "42312"),
        ("five hundred thousand", "500000"),
        ("hundred", "hundred"),
        ("two hundred and counting", "200 and counting"),
        ("one of them", "one of them"),
        ("twenty one", "21"),
        ("bread and butter", "bread and butter"),
        ("nine in the morning until six", "9 in the morning until 6"),
        ("", ""),
    ],
)
def test_numbers_become_digits(spoken: str, expected: str) -> None:
    assert " ".join(with_digits(spoken.split())) == expected


@given(st.lists(st.sampled_from([*NUMBERS, "hundred", "thousand", "and", "word"]), max_size=12))
def test_words_that_are_no_numbers_all_stay(words: list[str]) -> None:
    assert with_digits(words).count("word") == words.count("word")


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, "damn i have twenty cups"),
        ({"digits": True}, "damn i have 20 cups"),
        ({"polished": True}, "Damn I have twenty cups."),
        ({"masked": True}, "**** i have twenty cups"),
        ({"digits": True, "polished": True, "masked": True}, "**** I have 20 cups."),
    ],
)
def test_texts_are_written_as_asked(options: dict[str, bool], expected: str) -> None:
    settings = {"digits": False, "polished": False, "masked": False, **options}
    assert written(["damn", "i", "have", "twenty", "cups"], **settings) == expected
    assert written([], **settings) == ""


def said(*spans: tuple[int, int]) -> Hypothesis:
    """An utterance of words with four letters each."""
    return Hypothesis(tuple(Word("word", *span) for span in spans), True, True, spans[-1][1])


def test_figures_about_a_speaker() -> None:
    options = stt_pb2.SpeechAnalysisOptions(
        descriptive_statistics_quantiles=[0.5, 0.9],
        speaker_options=stt_pb2.SpeakerAnalysisOptions(silence_threshold_ms=200),
    )
    # Silence: 0 to 500, 1500 to 3000 and 4000 to 5000; the 100 ms between words are too short.
    utterances = [said((500, 900), (1000, 1500)), said((3000, 4000))]
    figures = speaker_analysis("1", utterances, (0, 5000), options, TOTAL)
    assert (figures.speaker_tag, figures.window_type) == ("1", TOTAL)
    assert figures.speech_boundaries.end_time_ms == 5000
    assert (figures.total_silence_ms, figures.total_speech_ms) == (3000, 2000)
    assert (figures.silence_ratio, figures.speech_ratio) == (0.6, 0.4)
    assert (figures.words_count, figures.letters_count, figures.utterance_count) == (3, 12, 2)
    assert (figures.words_per_second.min, figures.words_per_second.max) == (1, 2)
    assert (figures.letters_per_second.min, figures.letters_per_second.max) == (4, 8)
    assert figures.words_per_utterance.mean == 1.5
    assert figures.letters_per_utterance.std == 2
    assert figures.utterance_duration_estimation.mean == 1000
    levels = [(one.level, one.value) for one in figures.words_per_second.quantiles]
    assert levels == [(0.5, 1.5), (0.9, pytest.approx(1.9))]


def test_figures_about_a_conversation() -> None:
    options = stt_pb2.SpeechAnalysisOptions(
        converstation_options=stt_pb2.ConversationAnalysisOptions(
            simultaneous_silence_threshold_ms=300, simultaneous_speech_threshold_ms=300
        )
    )
    # The second speaker cuts in at 1500 for 500 ms, and at 3900 for 100 ms, which is too short to
    # count as speech at once; silence is 2500 to 3000, and 5000 to 5200, which is too short.
    speakers = [
        [said((0, 2000)), said((3000, 4000))],
        [said((1500, 2500)), said((3900, 5000))],
    ]
    figures = conversation_analysis(speakers, 5200, options)
    assert figures.conversation_boundaries.end_time_ms == 5200
    assert figures.total_simultaneous_silence_duration_ms == 500
    assert figures.simultaneous_silence_duration_estimation.max == 500
    assert figures.total_simultaneous_speech_duration_ms == 500
    assert figures.simultaneous_speech_duration_estimation.mean == 500
    assert figures.total_speech_duration_ms == 4500
    assert figures.total_speech_ratio == pytest.approx(4500 / 5200)
    first, second = figures.speaker_interrupts
    assert (first.speaker_tag, first.interrupts_count) == ("0", 0)
    assert (second.speaker_tag, second.interrupts_count) == ("1", 2)
    assert second.interrupts_duration_ms == 600
    spans = [(one.start_time_ms, one.end_time_ms) for one in second.interrupts]
    assert spans == [(1500, 2000), (3900, 4000)]


def test_overlaps_that_touch_are_one() -> None:
    options = stt_pb2.SpeechAnalysisOptions()
    speakers = [[said((0, 3000))], [said((1000, 2000)), said((2000, 2500))]]
    figures = conversation_analysis(speakers, 3000, options)
    assert figures.total_simultaneous_speech_duration_ms == 1500
    assert figures.simultaneous_speech_duration_estimation.min == 1500


def test_nobody_said_anything() -> None:
    options = stt_pb2.SpeechAnalysisOptions(descriptive_statistics_quantiles=[0.5])
    figures = speaker_analysis("0", [], (0, 1000), options, TOTAL)
    assert (figures.total_silence_ms, figures.silence_ratio) == (1000, 1)
    assert figures.words_per_second == stt_pb2.DescriptiveStatistics()
    silent = conversation_analysis([[]], 1000, options)
    assert silent.total_simultaneous_silence_duration_ms == 1000
    assert conversation_analysis([[]], 0, options).total_speech_ratio == 0


@given(st.lists(st.floats(-1e6, 1e6), min_size=1), st.floats(0.01, 0.99))
def test_quantiles_lie_between_the_extremes(observations: list[float], level: float) -> None:
    found = statistics(observations, [level])
    assert found.min - 1e-6 <= found.quantiles[0].value <= found.max + 1e-6


def test_partials_move_their_cursor_only() -> None:
    channel = Channel("0")
    channel.received(900)
    response = channel.partial(Hypothesis((Word("hello", 100, 400),), False, False, 800))
    assert [one.text for one in response.partial.alternatives] == ["hello"]
    cursors = response.audio_cursors
    assert (cursors.received_data_ms, cursors.partial_time_ms) == (900, 800)
    assert (cursors.final_time_ms, cursors.eou_time_ms, response.channel_tag) == (0, 0, "0")
    empty = channel.partial(Hypothesis((), False, False, 800))
    assert empty.HasField("partial")
    assert not empty.partial.alternatives
