"""What engines hear, without a server."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from weakref import WeakSet

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ycgrpc.emulator.engines.stt.hearing import Hypothesis, Listening, Word
from ycgrpc.emulator.engines.stt.resampling import Resampler
from ycgrpc.emulator.engines.stt.scripted import ScriptedSpeech
from ycgrpc.emulator.engines.stt.selection import NoEngine, SttSelection, engines_named
from ycgrpc.emulator.engines.stt.sphinx import MOST_IDLE, PocketSphinx

from .speech import encoded, pitch, quiet, soundfile, tone, tones

KETTLE = ["the kettle is on the stove", "please bring two cups and some sugar"]


@pytest.fixture(scope="module")
def sphinx() -> PocketSphinx:
    if not PocketSphinx.installed():
        pytest.skip("pocketsphinx is not installed: pip install 'ycgrpc[emulator]'")
    return PocketSphinx()


@pytest.fixture(scope="module")
def kettle(samples: Path) -> bytes:
    pcm, rate = soundfile.read(samples / "kettle.wav", dtype="int16")
    assert rate == 16_000
    content: bytes = pcm.tobytes()
    return content


def heard(listening: Listening, pcm: bytes, piece: int = 6400) -> list[Hypothesis]:
    """All that comes of audio that is fed piece by piece, and of its end."""
    pieces = [pcm[start : start + piece] for start in range(0, len(pcm), piece)]
    found = [one for part in pieces for one in listening.feed(part)]
    return [*found, *listening.finish()]


def texts(hypotheses: Sequence[Hypothesis]) -> list[str]:
    return [one.text for one in hypotheses if one.final]


# Resampling.


@pytest.mark.parametrize("rate", [8_000, 11_025, 22_050, 44_100, 48_000])
def test_a_tone_keeps_its_pitch_length_and_loudness(rate: int) -> None:
    resampler = Resampler(rate, 16_000)
    pcm = encoded(tones(2, rate, 1000), rate, "RAW")
    result = resampler.feed(pcm) + resampler.finish()
    assert len(result) == pytest.approx(2 * 2 * 16_000, abs=4)
    assert pitch(result, 16_000) == pytest.approx(1000, abs=1)
    middle = np.frombuffer(result, "<i2")[8000:24000].astype(float)
    assert float(np.sqrt(np.mean(middle**2))) == pytest.approx(8000 / np.sqrt(2), rel=0.01)


def test_what_the_lower_rate_cannot_hold_does_not_fold_back() -> None:
    resampler = Resampler(48_000, 16_000)
    pcm = encoded(tones(1, 48_000, 11_000), 48_000, "RAW")
    result = resampler.feed(pcm) + resampler.finish()
    middle = np.frombuffer(result, "<i2")[1000:-1000].astype(float)
    assert np.abs(middle).max() < 80  # 40 dB below


@given(
    st.sampled_from([8_000, 11_025, 16_000, 44_100, 48_000]),
    st.lists(st.integers(0, 700), max_size=12),
)
@settings(max_examples=50, deadline=None)
def test_pieces_leave_no_seams(rate: int, cuts: list[int]) -> None:
    pcm = encoded(tones(0.1, rate, 700), rate, "RAW")
    whole, pieced = Resampler(rate, 16_000), Resampler(rate, 16_000)
    result, start = b"", 0
    for cut in cuts:
        result += pieced.feed(pcm[start : start + 2 * cut])
        start += 2 * cut
    result += pieced.feed(pcm[start:]) + pieced.finish()
    assert result == whole.feed(pcm) + whole.finish()


# PocketSphinx.


def test_sphinx_hears_two_sentences_with_their_times(sphinx: PocketSphinx, kettle: bytes) -> None:
    found = heard(sphinx.listen("en-US", 16_000), kettle)
    assert texts(found) == KETTLE
    first, second = [one for one in found if one.final]
    assert first.ends_utterance
    assert second.ends_utterance
    assert [word.text for word in first.words] == KETTLE[0].split()
    # The synthesizer speaks from 0.3 s to about 2.0 s, and again from about 2.7 s.
    assert 300 <= first.words[0].start_ms <= 700
    assert 1800 <= first.words[-1].end_ms <= 2200
    assert 2700 <= second.words[0].start_ms <= 3100
    for one in (first, second):
        times = [time for word in one.words for time in (word.start_ms, word.end_ms)]
        assert times == sorted(times)
        assert times[-1] <= one.end_ms


def test_sphinx_shows_partials_that_grow(sphinx: PocketSphinx, kettle: bytes) -> None:
    found = heard(sphinx.listen("en-US", 16_000), kettle)
    first = [one.final for one in found].index(True)
    partials = found[:first]
    assert len(partials) > 3
    assert all(not one.final and not one.ends_utterance for one in partials)
    assert len({one.text for one in partials}) == len(partials)
    assert len(partials[0].words) < len(partials[-1].words)
    assert [one.end_ms for one in partials] == sorted(one.end_ms for one in partials)


@pytest.mark.parametrize("piece", [2, 202, 7_000, 10_000_000])
def test_sphinx_hears_alike_however_it_is_fed(
    sphinx: PocketSphinx, kettle: bytes, piece: int
) -> None:
    short = kettle[: 2 * 16_000 * 3]
    found = heard(sphinx.listen("en-US", 16_000), short, piece)
    expected = heard(sphinx.listen("en-US", 16_000), short)
    assert [one for one in found if one.final] == [one for one in expected if one.final]


def test_sphinx_hears_alike_whatever_it_heard_before(sphinx: PocketSphinx, kettle: bytes) -> None:
    again = PocketSphinx()
    heard(again.listen("en-US", 8_000), kettle)
    found = heard(again.listen("en-US", 16_000), kettle)
    assert found == heard(PocketSphinx().listen("en-US", 16_000), kettle)


def test_sphinx_hears_several_at_once(sphinx: PocketSphinx, kettle: bytes) -> None:
    with ThreadPoolExecutor(2) as threads:
        both = [threads.submit(heard, sphinx.listen("en-US", 16_000), kettle) for _ in range(2)]
        assert [texts(one.result()) for one in both] == [KETTLE, KETTLE]


def test_sphinx_hears_the_telephone(sphinx: PocketSphinx, samples: Path) -> None:
    pcm = (samples / "ticket-8khz.pcm").read_bytes()
    found = heard(sphinx.listen("en-US", 8_000), pcm)
    assert texts(found) == ["i would like to buy a ticket to london"]


def test_sphinx_hears_nothing_where_nothing_is_said(sphinx: PocketSphinx) -> None:
    noise = np.random.default_rng(1).normal(0, 300, 5 * 16_000).astype("<i2").tobytes()
    for audio in (quiet(5), noise, b"", b"\0\0"):
        assert heard(sphinx.listen("en-US", 16_000), audio) == []


def test_the_client_may_end_an_utterance_for_sphinx(sphinx: PocketSphinx, kettle: bytes) -> None:
    listening = sphinx.listen("en-US", 16_000, pause_ms=5_000)
    assert listening.end_utterance() == []
    half = 2 * 16_000 * 5 // 2
    assert texts(listening.feed(kettle[:half])) == []
    assert texts(listening.end_utterance()) == KETTLE[:1]
    assert listening.end_utterance() == []
    assert texts([*listening.feed(kettle[half:]), *listening.finish()]) == KETTLE[1:]


def test_sphinx_cuts_what_has_no_end(
    sphinx: PocketSphinx, kettle: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ycgrpc.emulator.engines.stt.sphinx.LONGEST_MS", 1000)
    found = heard(sphinx.listen("en-US", 16_000), kettle)
    finals = [one for one in found if one.final]
    assert len(finals) > 2
    assert all(one.words[-1].end_ms - one.words[0].start_ms <= 1000 for one in finals)


def test_a_sphinx_that_nobody_finished_is_dropped(sphinx: PocketSphinx, kettle: bytes) -> None:
    listening = sphinx.listen("en-US", 16_000)
    listening.feed(kettle[:64_000])
    del listening
    gc.collect()
    assert texts(heard(sphinx.listen("en-US", 16_000), kettle)) == KETTLE


class FakeDecoder:
    def set_cmn(self, means: str) -> None:
        """Nothing: it hears nothing."""


def test_sphinx_keeps_few_decoders_that_nobody_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ycgrpc.emulator.engines.stt.sphinx._new_decoder", FakeDecoder)
    engine = PocketSphinx()
    lent = [engine.lend("") for _ in range(8)]
    alive = WeakSet(lent)
    while lent:
        engine.take_back(lent.pop())
    gc.collect()
    assert len(alive) == MOST_IDLE


# The script.


def final(*words: tuple[str, int, int], end_ms: int, ends: bool = True) -> Hypothesis:
    return Hypothesis(tuple(Word(*word) for word in words), True, ends, end_ms)


def partial(*words: tuple[str, int, int], end_ms: int) -> Hypothesis:
    return Hypothesis(tuple(Word(*word) for word in words), False, False, end_ms)


A, B, C = ("a", 100, 300), ("b", 400, 700), ("c", 1300, 1400)


def test_scripted_words_show_when_their_end_was_fed() -> None:
    listening = ScriptedSpeech([A, B, C]).listen("ru-RU", 8_000)
    step = quiet(0.2, 8_000)
    assert listening.feed(step) == []
    assert listening.feed(step) == [partial(A, end_ms=400)]
    assert listening.feed(step) == []
    assert listening.feed(step) == [partial(A, B, end_ms=800)]
    assert listening.feed(step) == []
    assert listening.feed(step) == [final(A, B, end_ms=1200)]
    assert listening.feed(step) == [partial(C, end_ms=1400)]
    assert listening.finish() == [final(C, end_ms=1400)]


@pytest.mark.parametrize("piece", [2, 1_000, 100_000])
def test_scripted_finals_do_not_depend_on_the_pieces(piece: int) -> None:
    found = heard(ScriptedSpeech([A, B, C]).listen("ru-RU", 8_000), quiet(3, 8_000), piece)
    assert [one for one in found if one.final] == [
        final(A, B, end_ms=1200),
        final(C, end_ms=1900),
    ]


def test_words_behind_the_end_of_the_audio_are_not_said() -> None:
    found = heard(ScriptedSpeech([A, B, C]).listen("ru-RU", 8_000), quiet(0.5, 8_000))
    assert texts(found) == ["a"]


def test_a_word_that_has_begun_is_no_pause() -> None:
    words = [("a", 0, 100), ("long", 500, 2000)]
    found = heard(ScriptedSpeech(words).listen("ru-RU", 8_000), quiet(2, 8_000), 1_600)
    assert texts(found) == ["a long"]


def test_the_script_numbers_what_is_loud() -> None:
    audio = tone(1) + quiet(1) + tone(0.2)
    found = heard(ScriptedSpeech().listen("ru-RU", 16_000), audio)
    assert [one for one in found if one.final] == [
        final(("word-0", 0, 400), ("word-1", 500, 900), end_ms=1400),
        final(("word-4", 2000, 2200), end_ms=2200),
    ]


def test_a_script_may_read_the_audio() -> None:
    engine = ScriptedSpeech(script=lambda pcm, number: str(pcm[0]) if pcm[0] else None)
    audio = b"".join(bytes([value, 0]) * 8_000 for value in (7, 8, 0, 0, 9))
    found = heard(engine.listen("ru-RU", 16_000), audio)
    assert texts(found) == ["7 8", "9"]


def test_an_utterance_may_have_several_finals() -> None:
    engine = ScriptedSpeech([A, B, C], words_per_final=1)
    found = heard(engine.listen("ru-RU", 8_000, pause_ms=700), quiet(3, 8_000), 100_000)
    assert [one for one in found if one.final] == [
        final(A, end_ms=300, ends=False),
        final(B, end_ms=700, ends=False),
        final(C, end_ms=2100),
    ]


def test_the_client_may_end_a_scripted_utterance() -> None:
    listening = ScriptedSpeech([A, B]).listen("ru-RU", 8_000, pause_ms=10_000)
    listening.feed(quiet(0.35, 8_000))
    assert listening.end_utterance() == [final(A, end_ms=350)]
    assert listening.end_utterance() == []
    listening.feed(quiet(1, 8_000))
    assert listening.finish() == [final(B, end_ms=1350)]


# The selection.


def test_languages_are_spelled_in_many_ways(sphinx: PocketSphinx) -> None:
    selection = SttSelection([sphinx])
    for code in ("en-US", "EN-us", "en"):
        assert selection.named([code]) == (sphinx, "en-US")
    assert selection.named(["ru-RU", "en-US"]) == (sphinx, "en-US")
    assert selection.other([]) == (sphinx, "en-US")
    assert selection.other(["ru-RU"]) == (sphinx, "en-US")


def test_an_engine_for_any_language_takes_what_it_gets() -> None:
    engine = ScriptedSpeech()
    selection = SttSelection([engine])
    assert selection.named(["kk-KZ", "en-US"]) == (engine, "kk-KZ")
    assert selection.other([]) == (engine, "ru-RU")
    for code in ("RU-ru", "RU"):
        assert selection.other([code]) == (engine, "en-US")


def test_a_missing_language_is_told_with_what_there_is(sphinx: PocketSphinx) -> None:
    with pytest.raises(
        NoEngine, match="no speech engine for ru-RU: the emulator understands en-US"
    ):
        SttSelection([sphinx]).named(["ru-RU"])
    for code in ("en-US", "en"):
        with pytest.raises(NoEngine, match=f"no speech engine for any language but {code}:"):
            SttSelection([sphinx]).other([code])
    with pytest.raises(NoEngine, match=r"install PocketSphinx: pip install 'ycgrpc\[emulator\]'"):
        SttSelection([]).named(["en-US"])


def test_engines_have_names(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [one.name for one in engines_named("scripted")] == ["scripted"]
    with pytest.raises(ValueError, match="no speech engine is called 'whisper'"):
        engines_named("whisper")
    monkeypatch.setattr(PocketSphinx, "installed", staticmethod(lambda: True))
    assert [one.name for one in engines_named("auto")] == ["pocketsphinx"]
    assert [one.name for one in engines_named("pocketsphinx")] == ["pocketsphinx"]
    monkeypatch.setattr(PocketSphinx, "installed", staticmethod(lambda: False))
    assert engines_named("auto") == []
    with pytest.raises(NoEngine, match="pocketsphinx is not installed"):
        engines_named("pocketsphinx")
