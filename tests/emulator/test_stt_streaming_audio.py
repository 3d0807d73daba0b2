"""Containers that are sent while they are spoken, and what really hears them."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import grpc
import numpy as np
import pytest
from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_pb2

from ycgrpc.emulator import Emulator, Fault, Limits, ScriptedSpeech
from ycgrpc.emulator.audio import BadAudio, Container
from ycgrpc.emulator.audio_streams import streamed
from ycgrpc.emulator.engines.stt.sphinx import PocketSphinx

from .speech import container, encoded, quiet, raw, soundfile, tones
from .test_stt_streaming import (
    begin,
    chunk,
    chunks,
    cursors_are_right,
    of,
    options,
    refusal_of,
    said,
    shape,
    silence,
    text,
    texts,
)

INVALID = grpc.StatusCode.INVALID_ARGUMENT
KETTLE = ["the kettle is on the stove", "please bring two cups and some sugar"]
FILES = {"WAV": "kettle.wav", "OGG_OPUS": "kettle.ogg", "MP3": "kettle.mp3"}
KINDS = pytest.mark.parametrize("kind", FILES)
PRIMING = 1105
"""Samples before the audio of an MP3, of which a stream's decoder is not told."""


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(stt="scripted") as emulator:
        yield emulator


@pytest.fixture(scope="module")
def sphinx() -> Iterator[Emulator]:
    if not PocketSphinx.installed():
        pytest.skip("pocketsphinx is not installed: pip install 'ycgrpc[emulator]'")
    with Emulator(stt="pocketsphinx") as emulator:
        yield emulator


def decoded(kind: Container, content: bytes, size: int) -> tuple[int, bytes]:
    """Rate and samples of a stream in pieces of some size."""
    audio = streamed(kind, Limits())
    pieces = [content[start : start + size] for start in range(0, len(content), size)]
    samples = b"".join([audio.feed(piece) for piece in pieces])
    return audio.sample_rate, samples + audio.finish()


# Decoding.


@KINDS
@pytest.mark.parametrize("size", [7, 1000, 10**6])
def test_containers_are_decoded_as_they_come(samples: Path, kind: Container, size: int) -> None:
    content = (samples / FILES[kind]).read_bytes()
    whole, rate = soundfile.read(samples / FILES[kind], dtype="int16")
    found_rate, found = decoded(kind, content, size)
    heard = np.frombuffer(found, "<i2").astype(int)
    if kind == "MP3":
        heard = heard[PRIMING : PRIMING + len(whole)]
    assert found_rate == rate
    assert len(heard) == len(whole)
    # Opus begins anew in the middle, which is heard in the last bits.
    assert np.abs(heard - whole).max() <= (64 if kind == "OGG_OPUS" else 1)


@KINDS
def test_audio_comes_out_before_the_end(samples: Path, kind: Container) -> None:
    content = (samples / FILES[kind]).read_bytes()
    audio = streamed(kind, Limits())
    assert audio.feed(content[: len(content) // 2])


@pytest.mark.parametrize("rate", [8_000, 22_050, 44_100, 48_000])
def test_mp3_of_all_versions_is_decoded(rate: int) -> None:
    content = encoded(tones(2, rate, 440), rate, "MP3")
    found_rate, found = decoded("MP3", content, 1000)
    assert found_rate == rate
    assert len(found) / 2 / rate == pytest.approx(2, abs=0.3)


def test_tags_around_mp3_are_no_audio() -> None:
    content = encoded(tones(1, 16_000, 440), 16_000, "MP3")
    _, bare = decoded("MP3", content, 500)
    picture = b"ID3\x04\0\0" + bytes([0, 0, 8, 0]) + bytes(1024)
    assert decoded("MP3", picture + content + b"TAG" + bytes(125), 500) == (16_000, bare)


def test_a_wav_ends_where_its_header_says(samples: Path) -> None:
    content = (samples / "kettle.wav").read_bytes()
    assert decoded("WAV", content + b"LIST\4\0\0\0abcd", 999) == decoded("WAV", content, 999)


@pytest.mark.parametrize("length", [0, 0xFFFF_FFFF, 0x7FFF_FFFF])
def test_a_wav_of_unknown_length_goes_on(samples: Path, length: int) -> None:
    content = (samples / "kettle.wav").read_bytes()
    place = content.index(b"data") + 4
    endless = content[:place] + struct.pack("<I", length) + content[place + 4 :]
    assert decoded("WAV", endless, 999) == decoded("WAV", content, 999)


def test_a_wav_may_tell_its_format_at_length() -> None:
    content = encoded(tones(1, 16_000, 440), 16_000, "WAVEX")
    assert decoded("WAV", content, 10) == (16_000, encoded(tones(1, 16_000, 440), 16_000, "RAW"))


MONO, STEREO = tones(1, 16_000, 440), tones(1, 16_000, 440, 880)
Content = Callable[[Path], bytes]


def bare(content: bytes) -> Content:
    return lambda _: content


def encoding(audio: Any, kind: str, subtype: str | None = None, *, rate: int = 16_000) -> Content:
    return lambda _: encoded(audio, rate, kind, subtype)


def sample(name: str, end: int | None = None, tail: bytes = b"") -> Content:
    """A file as far as it goes, with something else behind."""
    return lambda samples: (samples / name).read_bytes()[:end] + tail


def damaged_ogg(samples: Path) -> bytes:
    content = (samples / "kettle.ogg").read_bytes()
    third = [found.start() for found in re.finditer(b"OggS", content)][2]
    return content[: third + 500] + bytes(20) + content[third + 520 :]


@pytest.mark.parametrize(
    ("kind", "content", "field"),
    [
        ("WAV", encoding(STEREO, "WAV"), "content"),
        ("OGG_OPUS", encoding(STEREO, "OGG_OPUS"), "content"),
        ("MP3", encoding(STEREO, "MP3"), "content"),
        ("WAV", encoding(MONO, "WAV", rate=6_000), "content"),
        ("WAV", encoding(MONO, "WAV", "PCM_24"), "format"),
        ("WAV", encoding(MONO, "WAV", "FLOAT"), "format"),
        ("WAV", sample("kettle.ogg"), "format"),
        ("WAV", sample("kettle.wav", 30), "content"),
        ("WAV", bare(b"RIFF\0\0\0\0WAVE" + b"junk\xff\xff\xff\x7f"), "content"),
        ("WAV", bare(b"RIFF\0\0\0\0WAVEdata\0\0\0\0"), "content"),
        ("OGG_OPUS", sample("kettle.mp3"), "format"),
        ("OGG_OPUS", encoding(MONO, "OGG_VORBIS"), "format"),
        ("OGG_OPUS", sample("kettle.ogg", 100), "content"),
        ("OGG_OPUS", damaged_ogg, "content"),
        ("OGG_OPUS", sample("kettle.ogg", 5000, bytes(70_000)), "content"),
        ("MP3", sample("kettle.wav"), "format"),
        ("MP3", sample("kettle.mp3", 100), "content"),
        ("MP3", sample("kettle.mp3", 5000, bytes(2000)), "content"),
    ],
)
@pytest.mark.parametrize("size", [500, 10**6])
def test_what_is_no_recording_is_refused(
    samples: Path, kind: Container, content: Content, field: str, size: int
) -> None:
    with pytest.raises(BadAudio) as raised:
        decoded(kind, content(samples), size)
    assert raised.value.field == field


def test_nothing_at_all_is_no_damage() -> None:
    kinds: list[Container] = ["WAV", "OGG_OPUS", "MP3"]
    for kind in kinds:
        assert decoded(kind, b"", 10) == (0, b"")


# Sessions.


@KINDS
def test_sessions_take_containers(emulator: Emulator, samples: Path, kind: str) -> None:
    content = (samples / FILES[kind]).read_bytes()
    responses = said(emulator, begin(options(container(kind))), *chunks(content, 4000))
    assert responses[-1].audio_cursors.received_data_ms == pytest.approx(5740, abs=100)
    assert texts(responses)
    cursors_are_right(responses)


@KINDS
def test_a_broken_container_is_refused(emulator: Emulator, kind: str) -> None:
    refusal = refusal_of(emulator, begin(options(container(kind))), chunk(b"garbage" * 100))
    assert refusal.code == INVALID
    assert "audio_format" in refusal.text


@KINDS
def test_two_channels_are_refused(emulator: Emulator, kind: str) -> None:
    content = encoded(STEREO, 16_000, kind)
    refusal = refusal_of(emulator, begin(options(container(kind))), *chunks(content, 4000))
    assert refusal.code == INVALID
    assert "1 channel" in refusal.text


def test_silence_before_the_header_comes_first(emulator: Emulator) -> None:
    content = encoded(tones(0.5, 16_000, 440), 16_000, "WAV")
    session = begin(options(container("WAV")))
    responses = said(emulator, session, silence(1000), *chunks(content, 30), silence(700))
    assert texts(responses) == ["word-2"]
    assert responses[-1].audio_cursors.received_data_ms == 2200


@pytest.mark.parametrize("kind", [raw(), container("WAV")], ids=["raw", "WAV"])
def test_silence_counts_without_any_audio(kind: stt_pb2.AudioFormatOptions) -> None:
    with Emulator(stt="scripted", limits=Limits(stt_status_interval=1)) as emulator:
        responses = said(emulator, begin(options(kind)), silence(1000), silence(1500))
        fault = Fault(grpc.StatusCode.UNAVAILABLE, after_audio=2.0)
        emulator.script("Recognizer/RecognizeStreaming", fault)
        refusal = refusal_of(emulator, begin(options(kind)), silence(2000))
    assert refusal.code == grpc.StatusCode.UNAVAILABLE
    signs = [one.audio_cursors.received_data_ms for one in of(responses, "status_code")]
    assert signs == [0, 1000, 2500, 2500]


def test_the_length_of_a_container_is_that_of_its_audio() -> None:
    content = encoded(tones(3, 16_000, 440), 16_000, "OGG_OPUS")
    limits = Limits(stt_stream_seconds=2)
    with Emulator(stt=ScriptedSpeech([]), limits=limits) as emulator:
        refusal = refusal_of(emulator, begin(options(container("OGG_OPUS"))), chunk(content))
    assert refusal.code == grpc.StatusCode.OUT_OF_RANGE


# An engine that really hears.


def test_speech_is_really_heard(sphinx: Emulator, samples: Path) -> None:
    pcm, rate = soundfile.read(samples / "kettle.wav", dtype="int16")
    found = options(raw(rate), normalized=True)
    responses = said(sphinx, begin(found), *chunks(pcm.tobytes(), 6400))
    assert texts(responses) == KETTLE
    cursors_are_right(responses)
    kinds = [name.partition(" ")[0] for name in shape(responses)]
    first_final = kinds.index("final")
    assert kinds[:3] == ["WORKING", "partial", "partial"]
    assert kinds[first_final : first_final + 4] == [
        "final",
        "refinement",
        "eou_update",
        "partial",
    ]
    partials = [text(one.partial) for one in of(responses, "partial")]
    assert any(one.startswith("the kettle") for one in partials if one not in KETTLE)
    refined = [
        text(one.final_refinement.normalized_text) for one in of(responses, "final_refinement")
    ]
    assert refined == [KETTLE[0], "please bring 2 cups and some sugar"]


@pytest.mark.parametrize("kind", ["OGG_OPUS", "MP3"])
def test_speech_in_containers_is_really_heard(sphinx: Emulator, samples: Path, kind: str) -> None:
    content = (samples / FILES[kind]).read_bytes()
    responses = said(sphinx, begin(options(container(kind))), *chunks(content, 4000))
    assert texts(responses) == KETTLE


def test_an_utterance_that_the_client_ends_is_heard_to_its_end(
    sphinx: Emulator, samples: Path
) -> None:
    pcm, rate = soundfile.read(samples / "kettle.wav", dtype="int16")
    eou = stt_pb2.EouClassifierOptions(external_classifier=stt_pb2.ExternalEouClassifier())
    found = options(raw(rate), eou_classifier=eou)
    requests = [*chunks(pcm.tobytes()), stt_pb2.StreamingRequest(eou=stt_pb2.Eou())]
    responses = said(sphinx, begin(found), *requests, chunk(quiet(1)))
    assert " ".join(texts(responses)) == " ".join(KETTLE)
    assert len(of(responses, "eou_update")) == 1
