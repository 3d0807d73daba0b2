"""From messages of a session to events of the whole stream: kinds, counts and times."""

from __future__ import annotations

from typing import Any

import pytest
from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_pb2 as v3

from ycgrpc._core.audio_buffer import Chunk
from ycgrpc._core.speech_events import Heard, Untaken, event_of
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

RATE = 8_000


def session(base: float = 10.0) -> Session:
    return Session(int(base * RATE), 0, RATE, 0.0)


def update(text: str = " hello there ") -> v3.AlternativeUpdate:
    words = [
        v3.Word(text="hello", start_time_ms=100, end_time_ms=400),
        v3.Word(text="there", start_time_ms=500, end_time_ms=900),
    ]
    best = v3.Alternative(text=text, words=words, start_time_ms=100, end_time_ms=950)
    return v3.AlternativeUpdate(alternatives=[best, v3.Alternative(text="yellow hair")])


def response(received: int = 1_000, index: int = 0, **event: Any) -> v3.StreamingResponse:
    cursors = v3.AudioCursors(received_data_ms=received, final_index=index)
    return v3.StreamingResponse(audio_cursors=cursors, channel_tag="1", **event)


def event(message: v3.StreamingResponse, heard: Heard | None = None) -> SpeechEvent | None:
    return event_of(message, session(), heard or Heard(RATE))


WORDS = (Word("hello", 10.1, 10.4), Word("there", 10.5, 10.9))


def test_a_partial() -> None:
    message = response(partial=update())
    found = event(message)
    assert found == Partial(
        channel="1", time=11.0, message=message, text="hello there", words=WORDS
    )
    assert found is not None
    assert (found.partial, found.final) == ("hello there", "")
    assert found.message is message


def test_a_partial_of_nothing() -> None:
    found = event(response(partial=v3.AlternativeUpdate()))
    assert isinstance(found, Partial)
    assert (found.text, found.words) == ("", ())


def test_a_final() -> None:
    found = event(response(final=update()))
    assert isinstance(found, Final)
    assert (found.index, found.text, found.words) == (0, "hello there", WORDS)
    assert (found.start, found.end) == (10.1, 10.95)
    assert (found.partial, found.final) == ("", "hello there")


def test_a_final_whose_times_are_only_in_its_words() -> None:
    told = update()
    told.alternatives[0].ClearField("start_time_ms")
    told.alternatives[0].ClearField("end_time_ms")
    found = event(response(final=told))
    assert isinstance(found, Final)
    assert (found.start, found.end) == (10.1, 10.9)


def test_a_final_of_nothing_is_none() -> None:
    heard = Heard(RATE)
    assert event(response(final=update("  ")), heard) is None
    assert event(response(final=v3.AlternativeUpdate()), heard) is None
    assert heard.finals == ()


def test_finals_are_counted_over_sessions_and_by_channel() -> None:
    heard = Heard(RATE)
    counted: list[int] = []
    for channel in ("0", "1", "0"):
        heard.session()
        for index in range(2):
            message = response(index=index, final=update())
            message.channel_tag = channel
            found = event(message, heard)
            assert isinstance(found, Final)
            counted.append(found.index)
    assert counted == [0, 1, 0, 1, 2, 3]
    assert [final.index for final in heard.finals] == counted


def test_a_service_that_does_not_count_loses_no_final() -> None:
    heard = Heard(RATE)
    for _ in range(3):
        assert event(response(final=update()), heard) is not None
    assert len(heard.finals) == 3


def test_a_refinement_belongs_to_a_final_of_its_session() -> None:
    heard = Heard(RATE)
    refinement = v3.FinalRefinement(final_index=1, normalized_text=update("Hello, there."))
    event(response(index=0, final=update()), heard)
    heard.session()
    event(response(index=1, final=update()), heard)
    found = event(response(final_refinement=refinement), heard)
    assert isinstance(found, Refinement)
    assert (found.index, found.text) == (1, "Hello, there.")
    heard.session()
    assert event(response(final_refinement=refinement), heard) is None


def test_an_end_of_an_utterance() -> None:
    found = event(response(eou_update=v3.EouUpdate(time_ms=900)))
    assert isinstance(found, EndOfUtterance)
    assert found.at == 10.9


@pytest.mark.parametrize(
    ("name", "message", "kind"),
    [
        (
            "classifier_update",
            v3.RecognitionClassifierUpdate(start_time_ms=5),
            ClassifierResult,
        ),
        ("speaker_analysis", v3.SpeakerAnalysis(speaker_tag="0"), SpeakerFigures),
        ("conversation_analysis", v3.ConversationAnalysis(), ConversationFigures),
        ("summarization", v3.Summarization(), Summary),
    ],
)
def test_what_is_handed_on_as_it_is(name: str, message: Any, kind: type) -> None:
    found: Any = event(response(**{name: message}))
    assert type(found) is kind
    slots: Any = vars(kind)["__slots__"]
    assert getattr(found, slots[-1]) == message


@pytest.mark.parametrize(
    ("code", "name"), [(v3.WORKING, "WORKING"), (v3.CLOSED, "CLOSED"), (99, "99")]
)
def test_signs_of_life(code: Any, name: str) -> None:
    found = event(response(status_code=v3.StatusCode(code_type=code, message="why")))
    assert isinstance(found, Status)
    assert (found.code, found.text, found.partial, found.final) == (name, "why", "", "")


def test_what_is_unknown_is_left_out() -> None:
    assert event(v3.StreamingResponse()) is None


def test_times_of_a_container_are_those_of_its_only_session() -> None:
    message = response(final=update())
    found = event_of(message, Session(0, 0, 0, 0.0), Heard(0))
    assert isinstance(found, Final)
    assert (found.start, found.time) == (0.1, 1.0)


def test_silences_that_keep_a_session_alive_take_no_time() -> None:
    """At 1 s and again there, and at 2 s of the stream: each of 100 ms."""
    one = session(0.0)
    one.send(Chunk(0, RATE, b"\0\0" * RATE), 0.0)
    one.keep_company(2.0)
    one.keep_company(4.0)
    one.send(Chunk(RATE, 2 * RATE, b"\0\0" * RATE), 5.0)
    one.keep_company(7.0)
    places = {500: 0.5, 1000: 1.0, 1050: 1.0, 1200: 1.0, 1300: 1.1, 2200: 2.0, 2250: 2.0, 2400: 2.1}
    assert {ms: one.place(ms) / RATE for ms in places} == places


def test_events_print_without_their_message() -> None:
    found = event(response(final=update()))
    assert "session_uuid" not in repr(found)
    assert "audio_cursors" not in repr(found)


def untaken(*events: SpeechEvent) -> list[str]:
    """What is left of events that nobody takes, in a letter for each."""
    left = Untaken()
    for one in events:
        left.tell(one)
    return [f"{type(one).__name__[0]}{one.channel}{one.final or one.partial}" for one in left]


def said(kind: type[Partial | Final | Status], channel: str, text: str = "") -> Any:
    further: dict[str, Any] = {"text": text}
    if kind is Final:
        further |= {"index": 0, "start": 0.0, "end": 0.0}
    if kind is Status:
        further |= {"code": "WORKING"}
    return kind(channel=channel, time=0.0, message=v3.StreamingResponse(), **further)


def test_of_partials_that_nobody_takes_each_channel_keeps_the_newest_since_its_final() -> None:
    assert untaken(
        said(Partial, "0", "a"),
        said(Partial, "1", "b"),
        said(Status, ""),
        said(Partial, "0", "a a"),
        said(Final, "0", "A"),
        said(Partial, "1", "b b"),
        said(Status, ""),
        said(Partial, "0", "c"),
        said(Partial, "0", "c c"),
    ) == ["P0a a", "F0A", "P1b b", "S", "P0c c"]


def test_what_nobody_takes_for_an_hour_is_little() -> None:
    talk = [said(kind, c) for _ in range(9000) for c in "01" for kind in (Partial, Status)]
    assert len(untaken(*talk)) == 4
