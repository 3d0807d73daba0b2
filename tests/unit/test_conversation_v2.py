"""One stream of speech of version 2, without a service: order, silences, and what is kept."""

from __future__ import annotations

# pyright: reportPrivateUsage=false
from typing import Any, get_type_hints

import grpc
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ycgrpc_pb.yandex.cloud.ai.stt.v2 import stt_service_pb2 as v2

from ycgrpc._core.conversation import Next
from ycgrpc._core.conversation_v2 import ConversationV2, StreamOptionsV2, config_of
from ycgrpc._core.pieces import AudioFormat, Silence, UtteranceEnd
from ycgrpc._core.stt_v2 import SpecificationOptions
from ycgrpc.errors import (
    InvalidRequest,
    PermissionDenied,
    RpcError,
    StreamInterrupted,
    Unavailable,
)
from ycgrpc.types.speech import EndOfUtterance, Final, Partial

RATE = 8_000
FORM = AudioFormat("pcm", RATE)
OGG = AudioFormat("ogg_opus")
CUT = Unavailable(grpc.StatusCode.UNAVAILABLE, "reset")
Spec = v2.RecognitionSpec


def conversation(form: AudioFormat = FORM, **options: Any) -> ConversationV2:
    return ConversationV2(config_of(form, True, partial=True, **options), form)


def sent(talk: ConversationV2, now: float = 0.0) -> list[v2.StreamingRecognitionRequest]:
    """All that can be sent at once."""
    found: list[v2.StreamingRecognitionRequest] = []
    while isinstance(message := talk.send(now), v2.StreamingRecognitionRequest):
        found.append(message)
    return found


def audio(messages: list[v2.StreamingRecognitionRequest]) -> bytes:
    return b"".join(message.audio_content for message in messages)


def said(*texts: str, final: bool = False, end: bool = False) -> v2.StreamingRecognitionResponse:
    best = [v2.SpeechRecognitionAlternative(text=text) for text in texts]
    chunk = v2.SpeechRecognitionChunk(alternatives=best, final=final, end_of_utterance=end)
    return v2.StreamingRecognitionResponse(chunks=[chunk])


# --- Settings.


def test_settings() -> None:
    config = config_of(
        FORM,
        True,
        partial=True,
        single_utterance=True,
        language="en-US",
        model="general:rc",
        profanity_filter=True,
        literature_text=True,
        raw_results=True,
        folder_id="b1g",
    )
    assert config == v2.RecognitionConfig(
        folder_id="b1g",
        specification=Spec(
            audio_encoding=Spec.LINEAR16_PCM,
            sample_rate_hertz=RATE,
            language_code="en-US",
            model="general:rc",
            profanity_filter=True,
            literature_text=True,
            raw_results=True,
            partial_results=True,
            single_utterance=True,
        ),
    )
    assert set(get_type_hints(StreamOptionsV2)) == {
        *get_type_hints(SpecificationOptions),
        "single_utterance",
    }


def test_what_nobody_asked_for_is_not_sent() -> None:
    config = config_of(OGG, True, partial=False)
    assert config == v2.RecognitionConfig(specification=Spec(audio_encoding=Spec.OGG_OPUS))


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (AudioFormat("mp3"), "pcm or ogg_opus"),
        (AudioFormat("wav"), "pcm or ogg_opus"),
        (AudioFormat("pcm", 44_100), "8000, 16000, 48000"),
        (AudioFormat("pcm", None), "must be given"),
        (AudioFormat("pcm", 8_000, 2), "a stream has one"),
    ],
)
def test_formats_that_are_refused(form: AudioFormat, words: str) -> None:
    with pytest.raises(InvalidRequest, match=words):
        config_of(form, True, partial=True)


# --- Order.


@given(pieces=st.lists(st.one_of(st.binary(max_size=9_000), st.integers(0, 900).map(Silence))))
def test_settings_first_and_all_the_audio_after(pieces: list[bytes | Silence]) -> None:
    talk = conversation()
    wanted = b""
    for piece in [*pieces, b"\1\2"]:
        talk.put(piece, 0.0)
        if isinstance(piece, bytes):
            wanted += piece
        else:  # half a sample waits for its other half
            odd, wanted = wanted[len(wanted) // 2 * 2 :], wanted[: len(wanted) // 2 * 2]
            wanted += bytes(piece.milliseconds * RATE // 500) + odd
    if len(wanted) % 2:
        talk.put(b"\0", 0.0)
        wanted += b"\0"
    talk.finish()
    talk.open(0.0)
    first, *rest = sent(talk)
    assert first.HasField("config")
    assert not any(message.HasField("config") for message in rest)
    assert all(0 < len(message.audio_content) <= RATE * 4 // 5 for message in rest)
    assert len(audio(rest)) == len(wanted)
    assert talk.send(0.0) is Next.CLOSE


def test_silence_is_sent_as_samples() -> None:
    talk = conversation()
    for piece in (b"\1\1" * RATE, Silence(1_500), b"\2\2" * RATE):
        talk.put(piece, 0.0)
    talk.open(0.0)
    assert audio(sent(talk, 9.0)) == b"\1\1" * RATE + bytes(3 * RATE) + b"\2\2" * RATE


def test_much_silence_is_made_when_it_is_sent() -> None:
    """A day of it would be 1.4 GB."""
    talk = conversation()
    talk.put(Silence(24 * 60 * 60 * 1000), 0.0)
    talk.open(0.0)
    talk.send(0.0)
    message = talk.send(0.0)
    assert isinstance(message, v2.StreamingRecognitionRequest)
    assert message.audio_content == bytes(RATE * 4 // 5)


@pytest.mark.parametrize(("form", "piece"), [(FORM, UtteranceEnd()), (OGG, Silence(10))])
def test_what_this_version_does_not_have(form: AudioFormat, piece: Any) -> None:
    with pytest.raises(InvalidRequest):
        conversation(form).put(piece, 0.0)


def test_nothing_after_a_single_utterance() -> None:
    talk = conversation(single_utterance=True)
    talk.put(bytes(RATE), 0.0)
    talk.open(0.0)
    sent(talk)
    talk.put(bytes(RATE), 0.0)
    assert not talk.stirs
    events = talk.receive(said("one", final=True, end=True), 0.0)
    assert [type(event) for event in events] == [Final, EndOfUtterance]
    assert talk.stirs
    assert talk.send(0.0) is Next.CLOSE
    assert talk.ended(None, 0.0, 0.0) is None


def test_an_utterance_of_many_goes_on() -> None:
    talk = conversation()
    talk.put(bytes(RATE), 0.0)
    talk.open(0.0)
    sent(talk)
    talk.receive(said("one", final=True, end=True), 0.0)
    talk.put(bytes(RATE), 0.0)
    assert sent(talk)


# --- Silences of the source.


def test_a_silent_source_keeps_its_session() -> None:
    talk = conversation()
    talk.put(b"\1\1" * RATE, 0.0)
    talk.open(0.0)
    sent(talk)
    now, company = 0.0, 0
    while now < 20.0:
        wait = talk.wait(now)
        assert wait is not None
        now += max(wait, 1e-6)
        messages = sent(talk, now)
        assert len(messages) <= 1
        company += len(messages)
        assert audio(messages) in (b"", bytes(RATE // 5))
    assert company == 10


def test_a_container_cannot_be_kept_company() -> None:
    talk = conversation(OGG)
    talk.put(b"OggS" * 1_000, 0.0)
    talk.open(0.0)
    sent(talk)
    assert talk.wait(3.0) is None
    assert talk.send(3.0) is Next.WAIT


# --- What comes back.


def test_events() -> None:
    talk = conversation()
    (partial,) = talk.receive(said("one", "won"), 0.0)
    assert isinstance(partial, Partial)
    assert partial.text == "one"
    (first,) = talk.receive(said("one two", final=True), 0.0)
    second, ends = talk.receive(said("three", final=True, end=True), 0.0)
    assert isinstance(first, Final)
    assert isinstance(second, Final)
    assert [first.index, second.index] == [0, 1]
    assert isinstance(ends, EndOfUtterance)
    assert talk.receive(said("", final=True), 0.0) == []
    assert talk.receive(v2.StreamingRecognitionResponse(), 0.0) == []


def test_words_with_times() -> None:
    response = said("one two", final=True)
    for number, text in enumerate(("one", "two")):
        word = response.chunks[0].alternatives[0].words.add(word=text)
        word.start_time.FromMilliseconds(500 * number)
        word.end_time.FromMilliseconds(500 * number + 400)
    (final,) = conversation().receive(response, 0.0)
    assert isinstance(final, Final)
    assert [(word.text, word.start, word.end) for word in final.words] == [
        ("one", 0.0, 0.4),
        ("two", 0.5, 0.9),
    ]
    assert (final.start, final.end, final.time) == (0.0, 0.9, 0.9)


@pytest.mark.parametrize("error", [None, CUT])
def test_an_interruption(error: RpcError | None) -> None:
    talk = conversation()
    talk.put(bytes(RATE), 0.0)
    talk.open(0.0)
    sent(talk)
    (final,) = talk.receive(said("one", final=True), 0.0)
    with pytest.raises(StreamInterrupted) as raised:
        talk.ended(error, 0.0, 0.0)
    assert raised.value.finals == (final,)
    assert raised.value.__cause__ is error


def test_a_refusal_is_raised_as_it_is() -> None:
    with pytest.raises(PermissionDenied):
        conversation().ended(PermissionDenied(grpc.StatusCode.PERMISSION_DENIED, "no"), 0.0, 0.0)


# --- What is kept.


@pytest.mark.parametrize("form", [FORM, OGG])
def test_a_session_that_was_refused_is_begun_anew_with_all_of_the_audio(form: AudioFormat) -> None:
    talk = conversation(form)
    content = bytes(range(256)) * 200
    talk.put(content, 0.0)
    talk.finish()
    for _ in range(2):
        talk.open(0.0)
        first, *rest = sent(talk)
        assert first.HasField("config")
        assert audio(rest) == content


def test_what_the_service_has_answered_is_not_kept() -> None:
    talk = conversation()
    talk.put(bytes(8 * RATE), 0.0)
    assert not talk.room
    talk.open(0.0)
    sent(talk)
    assert talk.room
    assert talk._audio._chunks
    talk.receive(said("one"), 0.0)
    assert not talk._audio._chunks
