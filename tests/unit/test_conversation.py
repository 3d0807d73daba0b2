"""One stream of speech over many sessions, against a service in memory: no socket, no clock."""

from __future__ import annotations

# pyright: reportPrivateUsage=false
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

import grpc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ycgrpc_pb.yandex.cloud.ai.stt.v3.stt_pb2 import (
    Alternative,
    AlternativeUpdate,
    AudioCursors,
    RecognitionClassifierUpdate,
    SpeakerAnalysis,
    StatusCode,
    StreamingRequest,
    StreamingResponse,
)

from tests.unit.service_of_speech import IDLE, RATE, Service, speech, times
from ycgrpc._core.conversation import Conversation, Next
from ycgrpc._core.pieces import AudioFormat, Piece, Silence, UtteranceEnd, seconds
from ycgrpc._core.speech_session import DOCUMENTED, StreamLimits
from ycgrpc._core.stt_streams import options_of
from ycgrpc.errors import (
    InvalidRequest,
    OutOfRange,
    PermissionDenied,
    ResourceExhausted,
    RpcError,
    StreamInterrupted,
    Unavailable,
)
from ycgrpc.types.speech import (
    ClassifierResult,
    EndOfUtterance,
    Final,
    Partial,
    Refinement,
    SpeakerFigures,
    SpeechEvent,
    Status,
)

FORM = AudioFormat("pcm", RATE)
CUT = Unavailable(grpc.StatusCode.UNAVAILABLE, "connection reset")
TOO_LONG = OutOfRange(grpc.StatusCode.OUT_OF_RANGE, "Exceeded maximum allowed stream duration")
FOREVER = 1e9
Heard = list[tuple[str, float, float]]


class Stall(NamedTuple):
    """The source says nothing for a while."""

    seconds: float


def cut(audio: bytes, size: int = 3_200) -> list[Piece]:
    return [audio[start : start + size] for start in range(0, len(audio), size)]


class Run:
    """Runs a conversation against the service; each session may be cut off.

    Args:
        pieces: What the source hands in.
        limits: That the client knows of.
        cuts: Seconds of audio after which each session is cut; the last holds for all further ones.
        most: Seconds that the service allows, of audio and by the clock.
        behind: Messages by which the service's answers lag behind what is sent.
        pace: Seconds that sending a message takes.
        late: Messages that still leave when a session has been left, by a thread that is yet to know.
        continuous: See ``Conversation``.
        service: Makes the service for a session.
        options: See ``options_of``.

    Attributes:
        sessions: The service's side of each session.
        kept: The most samples that were ever kept, sent or not.
    """

    def __init__(
        self,
        pieces: Iterable[Piece | Stall],
        limits: StreamLimits = DOCUMENTED,
        cuts: Iterable[float] = (),
        *,
        most: float = FOREVER,
        behind: int = 0,
        pace: float = 0.001,
        late: int = 0,
        continuous: bool = True,
        service: Callable[[], Service] = Service,
        **options: Any,
    ) -> None:
        self.conversation = Conversation(
            options_of(FORM, True, **options), FORM, continuous=continuous, limits=limits
        )
        self.sessions: list[Service] = []
        self.now = 0.0
        self.pauses: list[float] = []
        self.kept = 0
        self._cuts = list(cuts)
        self._most = most
        self._behind = behind
        self._pace = pace
        self._late = late
        self._service = service
        self._pieces = deque(pieces)
        self._stalled = 0.0
        self._done = False

    def events(self) -> Iterator[SpeechEvent]:
        """Yield all events, as the shells do."""
        while self._awaits_session():
            error: RpcError | None = None
            try:
                yield from self._session()
            except RpcError as failed:
                error = failed
            pause = self.conversation.ended(error, self.now, 0.0)
            if pause is None:
                return
            self.pauses.append(pause)
            self.now += pause

    def _awaits_session(self) -> bool:
        self._hand_in()
        while not self.conversation.begun:
            if self.conversation.over:
                return False
            self.now = max(self.now, self._stalled)
            self._hand_in()
        return True

    def _session(self) -> Iterator[SpeechEvent]:
        service = self._service()
        end = self._cuts[min(len(self.sessions), len(self._cuts) - 1)] if self._cuts else FOREVER
        self.sessions.append(service)
        self.conversation.open(self.now)
        self._left = False
        began = said = self.now
        answers: deque[list[StreamingResponse]] = deque()
        while True:
            self._hand_in()
            message = self.conversation.send(self.now)
            assert self.now - said < IDLE, "the service would have ended the session"
            if message is Next.CLOSE:
                answers.append(list(service.close()))
                for responses in answers:
                    yield from self._told(responses)
                return
            if message is Next.WAIT:
                if answers:
                    yield from self._told(answers.popleft())
                else:
                    wait = self.conversation.wait(self.now)
                    until = max(self._stalled, self.now) if self._stalled > self.now else FOREVER
                    until = min(until, FOREVER if wait is None else self.now + wait)
                    assert until < FOREVER, "nothing would ever happen"
                    self.now = max(until, self.now + 1e-4)
            else:
                assert isinstance(message, StreamingRequest)
                said = self.now = self.now + self._pace
                answers.append(list(service.take(message)))
                if service.seconds > self._most or self.now - began > self._most:
                    raise TOO_LONG
                if service.seconds >= end:
                    raise CUT
                if len(answers) > self._behind:
                    yield from self._told(answers.popleft())
            if self._left:
                for _ in range(self._late):
                    self._hand_in()
                    self.conversation.send(self.now)
                return

    def _told(self, responses: Iterable[StreamingResponse]) -> Iterator[SpeechEvent]:
        for response in responses:
            yield from self.conversation.receive(response, self.now)
            chunks = self.conversation._audio._chunks
            self.kept = max(self.kept, sum(len(chunk.content) for chunk in chunks) // 2)
            if self.conversation.rolls(self.now):
                self._left = True
                return

    def _hand_in(self) -> None:
        while self.now >= self._stalled and self._pieces and self.conversation.room:
            piece = self._pieces.popleft()
            if isinstance(piece, Stall):
                self._stalled = self.now + piece.seconds
            else:
                self.conversation.put(piece, self.now)
        if self.now >= self._stalled and not self._pieces and not self._done:
            self._done = True
            self.conversation.finish()


def finals(events: Iterable[SpeechEvent]) -> list[Final]:
    return [event for event in events if isinstance(event, Final)]


def words(events: Iterable[SpeechEvent]) -> Heard:
    return [(word.text, word.start, word.end) for final in finals(events) for word in final.words]


def same(found: Heard, wanted: Heard, within: float = 0.05) -> None:
    assert [word for word, _, _ in found] == [word for word, _, _ in wanted]
    for (_, start, end), (_, start_, end_) in zip(found, wanted, strict=True):
        assert abs(start - start_) < within
        assert abs(end - end_) < within


SENTENCE = [(300, 400)] * 4
"""Four words that are one utterance, 2.8 s long."""


def talk(utterances: int) -> list[tuple[int, int]]:
    """Utterances of 2.8 s with half a second between."""
    return [(500, 400), *SENTENCE[1:]] * utterances


# --- Whatever is said, and wherever sessions end.

said = st.lists(
    st.tuples(st.sampled_from([20, 60, 200, 500, 900, 1500]), st.integers(60, 600)),
    min_size=1,
    max_size=40,
)
stalls = st.sampled_from([0.05, 0.2, 1.9, 4.9, 30.0])


def sentences(said: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same with a pause after each fifth word at least, so that an utterance fits in a session."""
    return [
        (max(gap, 500), length) if number % 5 == 0 else (gap, length)
        for number, (gap, length) in enumerate(said)
    ]


@given(said=said, piece=st.sampled_from([2, 6, 320, 1_600, 3_200, 20_000]))
def test_one_session_hears_every_word(said: list[tuple[int, int]], piece: int) -> None:
    run = Run(cut(speech(*said), piece))
    assert words(run.events()) == times(*said)
    assert len(run.sessions) == 1


@settings(max_examples=200)
@given(
    said=said,
    cuts=st.lists(st.floats(5.0, 12.0), min_size=1, max_size=4),
    most=st.sampled_from([FOREVER, 9.0]),
    behind=st.integers(0, 3),
    lag=st.sampled_from([0, 300, 900]),
    words_per_final=st.sampled_from([None, 2]),
    idle=st.dictionaries(st.integers(0, 39), stalls, max_size=5),
    external=st.booleans(),
)
def test_no_word_is_lost_or_comes_twice(
    said: list[tuple[int, int]],
    cuts: list[float],
    most: float,
    behind: int,
    lag: int,
    words_per_final: int | None,
    idle: dict[int, float],
    external: bool,
) -> None:
    """Wherever sessions break off, and the source stops between words, if an utterance fits in one."""
    said = sentences(said)
    pieces: list[Piece | Stall] = []
    place = 0
    for number, word in enumerate(said):
        if number in idle:
            pieces.append(Stall(idle[number]))
        if external and word[0] >= 500:
            pieces.append(UtteranceEnd())
        silence, length = (milliseconds * RATE // 500 for milliseconds in word)
        audio = speech(*said)[place : place + silence + length]
        pieces += [audio[:silence], *cut(audio[silence:])]
        place += silence + length
    run = Run(
        pieces,
        StreamLimits(seconds=10.0),
        [*cuts, 12.0],
        most=most,
        behind=behind,
        service=lambda: Service(lag=lag, words_per_final=words_per_final),
        external_eou=external,
    )
    events = list(run.events())
    same(words(events), times(*said))
    indices = [final.index for final in finals(events)]
    assert indices == list(range(len(indices)))
    assert all(event.time >= 0 for event in events)


@given(
    pieces=st.lists(
        st.one_of(
            st.builds(Silence, st.integers(0, 3_000)),
            st.builds(Stall, stalls),
            st.sampled_from([b"", b"\1\0", bytes(6), speech((0, 90)), speech((100, 900))]),
        ),
        max_size=30,
    ),
    cuts=st.lists(st.floats(2.0, 12.0), max_size=4),
)
def test_no_message_breaks_a_rule(pieces: list[Piece | Stall], cuts: list[float]) -> None:
    """Whatever comes, each message is audio or silence of some length, and none is late."""
    run = Run([*pieces, b"\0\0"], StreamLimits(seconds=10.0), [*cuts, FOREVER], most=10.0)
    list(run.events())
    length = sum(seconds(piece, FORM) for piece in pieces if not isinstance(piece, Stall))
    assert run.conversation.over
    assert run.conversation._audio.end == pytest.approx(length * RATE + 1, abs=len(pieces))


# --- Rolling over.


def test_a_session_ends_between_utterances_before_the_service_ends_it() -> None:
    said = talk(100)
    run = Run(cut(speech(*said)), most=300.0)
    events = list(run.events())
    assert words(events) == times(*said)
    assert len(run.sessions) == 2
    assert 225 < run.sessions[0].seconds < 235
    utterances = [event for event in events if isinstance(event, EndOfUtterance)]
    assert len(utterances) == 100


def test_what_leaves_after_a_session_was_left_is_heard_again() -> None:
    """Another thread may send the last of the audio, and close, before it is told to stop."""
    said = talk(26)
    run = Run(cut(speech(*said)), StreamLimits(seconds=100.0), behind=3, late=100)
    assert words(run.events()) == times(*said)
    assert len(run.sessions) == 2


def test_the_time_runs_on_though_a_session_begins_anew() -> None:
    run = Run(cut(speech(*talk(12))), cuts=[5.0])
    heard = [event.time for event in run.events()]
    assert len(run.sessions) > 3
    assert heard == sorted(heard)


def test_ten_megabytes_are_a_limit_too() -> None:
    said = talk(40)
    run = Run(cut(speech(*said)), StreamLimits(size=1_000_000))
    assert words(run.events()) == times(*said)
    assert len(run.sessions) == 3
    assert max(session.bytes for session in run.sessions) < 1_000_000


def test_an_utterance_that_goes_on_is_heard_again_rather_than_cut() -> None:
    said = [*talk(60), *[(200, 400)] * 200, *talk(3)]  # 2 minutes without a pause, from 3 on
    run = Run(cut(speech(*said)), most=300.0)
    events = list(run.events())
    assert words(events) == times(*said)
    assert len(run.sessions) == 2
    assert run.sessions[0].seconds == pytest.approx(255, abs=1)


def test_an_utterance_without_an_end_is_cut_at_the_limit() -> None:
    said = [(100, 400)] * 700
    run = Run(cut(speech(*said)), most=300.0)
    events = list(run.events())
    assert len(run.sessions) == 2
    assert run.sessions[0].seconds == pytest.approx(279, abs=0.5)
    found = [word for word, _, _ in words(events)]
    wanted = [word for word, _, _ in times(*said)]
    assert set(found) == set(wanted)
    assert len(found) <= len(wanted) + 1, "the word at the seam may come in two halves"


def test_a_final_without_the_refinement_that_was_asked_for_holds_nothing_up_for_ever() -> None:
    class Plain(Service):
        def take(self, request: StreamingRequest) -> Iterator[StreamingResponse]:
            for response in super().take(request):
                if response.WhichOneof("Event") != "final_refinement":
                    yield response

    said = talk(100)
    run = Run(cut(speech(*said)), most=300.0, service=Plain, normalization=True)
    assert words(run.events()) == times(*said)
    assert run.sessions[0].seconds == pytest.approx(255, abs=1)


def test_every_final_gets_its_refinement_across_sessions() -> None:
    said = talk(12)
    run = Run(cut(speech(*said)), StreamLimits(seconds=10.0), normalization=True)
    events = list(run.events())
    assert len(run.sessions) > 3
    refined = {event.index: event.text for event in events if isinstance(event, Refinement)}
    assert refined == {final.index: final.text.upper() for final in finals(events)}
    assert len(refined) == 12


def test_the_service_may_lag_and_sessions_are_still_full() -> None:
    """Were all sent at once, a session would be full before its first word was heard."""
    said = talk(200)
    run = Run(cut(speech(*said)), most=300.0, behind=10_000)
    assert words(run.events()) == times(*said)
    assert len(run.sessions) < 5
    heard = sum(session.seconds for session in run.sessions)
    assert heard < 1.15 * len(speech(*said)) / 2 / RATE


def test_nothing_waits_for_a_service_that_answers_at_the_end_only() -> None:
    said = talk(30)
    run = Run(cut(speech(*said)), behind=10_000, full_data=True)
    assert words(run.events()) == times(*said)
    assert run.now < 2


def test_figures_come_from_each_session() -> None:
    """They come at a session's end, so that it may not just be left."""

    class Figures(Service):
        def close(self) -> Iterator[StreamingResponse]:
            yield from super().close()
            yield StreamingResponse(speaker_analysis=SpeakerAnalysis(speaker_tag="0"))

    said = talk(12)
    run = Run(
        cut(speech(*said)),
        StreamLimits(seconds=10.0),
        behind=3,
        service=Figures,
        speaker_analysis=True,
    )
    events = list(run.events())
    assert words(events) == times(*said)
    assert len(run.sessions) > 3
    assert sum(isinstance(event, SpeakerFigures) for event in events) == len(run.sessions)


def test_what_a_classifier_finds_comes_once_for_each_utterance() -> None:
    class Judging(Service):
        def _end_utterance(self, place: int, *, force: bool = False) -> Iterator[StreamingResponse]:
            spoken = bool(self._words)
            yield from super()._end_utterance(place, force=force)
            if spoken:
                found = RecognitionClassifierUpdate(end_time_ms=place * 1000 // RATE)
                yield self._response(classifier_update=found)

    said = talk(12)
    run = Run(
        cut(speech(*said)),
        StreamLimits(seconds=12.0),
        behind=3,
        service=Judging,
        classifiers=["insult"],
    )
    events = list(run.events())
    assert words(events) == times(*said)
    assert len(run.sessions) > 2
    assert sum(isinstance(event, ClassifierResult) for event in events) == 12


# --- Interruptions.


def test_a_lower_limit_of_the_service_is_learnt() -> None:
    said = talk(100)
    run = Run(cut(speech(*said)), most=60.0, pace=0.0001)
    assert words(run.events()) == times(*said)
    lengths = [session.seconds for session in run.sessions]
    assert lengths[0] > 60
    assert all(length < 60 for length in lengths[1:])
    assert len(lengths) <= 9, "sessions are as long as they may be"


def test_a_lower_limit_by_the_clock_is_learnt() -> None:
    said = talk(100)
    run = Run(cut(speech(*said)), most=60.0, pace=0.4)  # half as fast as it was spoken
    assert words(run.events()) == times(*said)
    assert sum(session.seconds > 0 for session in run.sessions) < 20


def test_a_cut_is_followed_by_a_pause_only_if_nothing_was_settled() -> None:
    run = Run(cut(speech(*talk(10))), cuts=[9.0, 0.3, 0.3, FOREVER])
    assert words(run.events()) == times(*talk(10))
    assert run.pauses == [0.0, 0.125, 0.25]


def test_the_service_says_how_long_to_wait() -> None:
    run = Run(cut(speech(*talk(1))))
    run.conversation.open(0.0)
    busy = ResourceExhausted(grpc.StatusCode.RESOURCE_EXHAUSTED, "quota", retry_after=7.0)
    assert run.conversation.ended(busy, 0.0, 0.0) == 7.0


def test_nobody_is_silent_for_an_hour_because_the_service_asks_for_it() -> None:
    run = Run(cut(speech(*talk(1))))
    run.conversation.open(0.0)
    busy = ResourceExhausted(grpc.StatusCode.RESOURCE_EXHAUSTED, "quota", retry_after=3600.0)
    with pytest.raises(StreamInterrupted) as raised:
        run.conversation.ended(busy, 0.0, 0.0)
    assert raised.value.__cause__ is busy


@pytest.mark.parametrize("error", [None, CUT, TOO_LONG])
def test_nothing_is_tried_for_ever(error: RpcError | None) -> None:
    conversation = Run(cut(speech(*talk(1)))).conversation
    conversation.put(bytes(RATE), 0.0)
    pauses: list[float | None] = []

    def tried() -> None:
        conversation.open(0.0)
        while not isinstance(conversation.send(0.0), Next):
            pass
        pauses.append(conversation.ended(error, 0.0, 1.0))

    for _ in range(7):
        tried()
    with pytest.raises(StreamInterrupted) as raised:
        tried()
    assert raised.value.__cause__ is error
    assert pauses == [0.25, 0.5, 1, 2, 4, 8, 16]


def test_a_service_that_closes_without_a_word_has_not_heard_the_end() -> None:
    """Though all was sent: it may never have been read."""
    conversation = Run([]).conversation
    conversation.put(bytes(RATE), 0.0)
    conversation.finish()
    conversation.open(0.0)
    while conversation.send(0.0) is not Next.CLOSE:
        pass
    assert conversation.ended(None, 0.0, 0.0) == 0.125
    conversation.open(0.0)
    while conversation.send(0.0) is not Next.CLOSE:
        pass
    conversation.receive(StreamingResponse(status_code=StatusCode()), 0.0)
    assert conversation.ended(None, 0.0, 0.0) is None


def sent_and_heard(heard: float, *, continuous: bool) -> Conversation:
    """A conversation that sent 10 s and closed, and whose service heard a part of it."""
    conversation = Run([], continuous=continuous).conversation
    conversation.open(0.0)
    now = 0.0
    for _ in range(50):
        conversation.put(bytes(RATE * 2 // 5), now)
        while conversation.send(now) is not Next.WAIT:
            now += 0.2
        conversation.receive(response(min(now, heard)), now)
    conversation.finish()
    while conversation.send(now) is not Next.CLOSE:
        now += 0.2
    said = AlternativeUpdate(alternatives=[Alternative(text="one", end_time_ms=1000)])
    conversation.receive(response(heard, final=said), now)
    return conversation


def response(heard: float, **event: Any) -> StreamingResponse:
    return StreamingResponse(
        audio_cursors=AudioCursors(received_data_ms=int(heard * 1000), final_time_ms=1000), **event
    )


def test_a_service_that_closes_before_it_has_heard_all_is_told_the_rest() -> None:
    """It ends a session that gets nothing for 5 s, and may end it well: the rest was on its way."""
    conversation = sent_and_heard(6.0, continuous=True)
    assert conversation.ended(None, 20.0, 0.0) == 0.0
    conversation.open(20.0)
    sent = 0
    while isinstance(message := conversation.send(20.0), StreamingRequest):
        sent += len(message.chunk.data) // 2
    assert sent == 9 * RATE, "all that was not settled"


def test_a_service_that_closes_before_it_has_heard_all_interrupts_who_goes_not_on() -> None:
    with pytest.raises(StreamInterrupted) as raised:
        sent_and_heard(6.0, continuous=False).ended(None, 20.0, 0.0)
    (said,) = raised.value.finals
    assert isinstance(said, Final)
    assert said.text == "one"


@pytest.mark.parametrize("continuous", [True, False])
def test_the_last_moment_need_not_show_in_the_cursors(continuous: bool) -> None:
    assert sent_and_heard(9.6, continuous=continuous).ended(None, 20.0, 0.0) is None


def test_a_refusal_is_raised_as_it_is() -> None:
    conversation = Run([]).conversation
    conversation.open(0.0)
    refusal = PermissionDenied(grpc.StatusCode.PERMISSION_DENIED, "no")
    with pytest.raises(PermissionDenied):
        conversation.ended(refusal, 0.0, 0.0)


@pytest.mark.parametrize("error", [None, CUT])
def test_without_continuous_an_interruption_tells_what_was_settled(error: RpcError | None) -> None:
    conversation = Run([], continuous=False).conversation
    service = Service()
    conversation.open(0.0)
    heard: list[SpeechEvent] = []
    for piece in cut(speech(*talk(2), (500, 100))):
        conversation.put(piece, 0.0)
        while isinstance(message := conversation.send(0.0), StreamingRequest):
            for response in service.take(message):
                heard += conversation.receive(response, 0.0)
    with pytest.raises(StreamInterrupted) as raised:
        conversation.ended(error, 0.0, 0.0)
    assert list(raised.value.finals) == finals(heard)
    assert len(raised.value.finals) == 2


def test_a_container_goes_through_one_session() -> None:
    form = AudioFormat("ogg_opus")
    conversation = Conversation(options_of(form, True), form, continuous=True)
    conversation.put(b"OggS" * 1000, 0.0)
    conversation.open(0.0)
    with pytest.raises(StreamInterrupted):
        conversation.ended(CUT, 0.0, 0.0)


def test_a_session_that_was_refused_is_begun_anew_with_all_of_a_container() -> None:
    """A token is renewed, and nothing of what was sent in between is missing."""
    form = AudioFormat("ogg_opus")
    conversation = Conversation(options_of(form, True), form, continuous=True)
    content = bytes(range(256)) * 200
    conversation.put(content, 0.0)
    conversation.finish()
    for _ in range(2):
        conversation.open(0.0)
        assert conversation.send(0.0).HasField("session_options")  # type: ignore[union-attr]
        sent = b""
        while isinstance(message := conversation.send(0.0), StreamingRequest):
            sent += message.chunk.data
        assert sent == content


# --- Silences.


def test_a_silent_source_keeps_its_session_and_its_times() -> None:
    said = talk(2)
    audio = speech(*said)
    half = len(speech(*talk(1)))
    run = Run([*cut(audio[:half]), Stall(60.0), *cut(audio[half:])], most=300.0)
    assert words(run.events()) == times(*said)
    assert len(run.sessions) == 1
    assert run.sessions[0].seconds == pytest.approx(len(audio) / 2 / RATE + 3.0, abs=0.3)


def test_a_source_that_stalls_within_a_word_costs_no_time() -> None:
    """The silence that keeps the session cuts the word in two, but both halves are where they were."""
    audio = speech((100, 1000), (2000, 300))
    run = Run([*cut(audio[:8_000]), Stall(7.0), *cut(audio[8_000:])])
    found = words(run.events())
    assert found[-1] == ("w2", 3.1, 3.4)
    assert {word for word, _, _ in found} == {"w1", "w2"}


def test_nobody_listens_to_a_source_that_says_nothing_for_an_hour() -> None:
    """One session ends in time, and no other begins before there is something to hear."""
    said = talk(2)
    audio = speech(*said)
    half = len(speech(*talk(1)))
    run = Run([*cut(audio[:half]), Stall(3600.0), *cut(audio[half:])], most=300.0)
    assert words(run.events()) == times(*said)
    assert len(run.sessions) == 2
    assert run.pauses == [0.0]


def test_a_source_that_ends_after_an_hour_without_a_word() -> None:
    run = Run([*cut(speech(*talk(1))), Stall(3600.0)], most=300.0)
    assert words(run.events()) == times(*talk(1))
    assert len(run.sessions) == 1


def test_without_continuous_a_silent_source_is_not_kept_company() -> None:
    conversation = Run([], continuous=False).conversation
    conversation.put(bytes(RATE), 0.0)
    conversation.open(0.0)
    while isinstance(conversation.send(0.0), StreamingRequest):
        pass
    assert conversation.wait(0.0) is None, "there is nothing to wake up for"
    assert conversation.send(4.0) is Next.WAIT


def test_silence_is_sent_as_its_length_and_counts() -> None:
    said = talk(2)
    audio = speech(*said)
    half = len(speech(*talk(1)))
    run = Run([audio[:half], Silence(7_000), audio[half:]])
    moved = [(word, start + 7, end + 7) for word, start, end in times(*said)[4:]]
    assert words(run.events()) == times(*said)[:4] + moved
    assert run.sessions[0].bytes == len(audio)


def test_silence_longer_than_a_session() -> None:
    said = talk(1)
    run = Run([Silence(1_000_000), *cut(speech(*said))], most=300.0)
    assert words(run.events()) == [(w, start + 1000, end + 1000) for w, start, end in times(*said)]
    assert len(run.sessions) == 5


@pytest.mark.parametrize("rate", [8_000, 11_025, 44_100])
def test_silences_do_not_drift(rate: int) -> None:
    """Their lengths are whole milliseconds, which are not whole samples at every rate."""
    form = AudioFormat("pcm", rate)
    conversation = Conversation(options_of(form, True), form, continuous=True)
    conversation.open(0.0)
    sent = 0
    for _ in range(1000):
        conversation.put(Silence(33), 0.0)
        while isinstance(message := conversation.send(0.0), StreamingRequest):
            sent += message.silence_chunk.duration_ms
            received = AudioCursors(received_data_ms=sent)
            conversation.receive(StreamingResponse(audio_cursors=received), 0.0)
    assert sent == 33_000
    assert conversation._audio.end == pytest.approx(33 * rate, abs=1000)


def test_no_silence_at_all_is_no_message() -> None:
    """It would look like the end of an utterance."""
    run = Run([Silence(0), *cut(speech(*talk(1))), Silence(0)])
    assert words(run.events()) == times(*talk(1))


# --- What is kept.


def test_what_is_kept_is_what_may_have_to_be_sent_again() -> None:
    said = talk(60)
    run = Run([*cut(speech(*said) + bytes(600 * RATE * 2)), Silence(600_000)])
    list(run.events())
    assert run.kept < 8 * RATE, "an utterance, and what may be sent ahead"


def test_without_continuous_nothing_is_kept_that_the_service_has_answered() -> None:
    run = Run(cut(speech(*[(100, 400)] * 300)), continuous=False)
    list(run.events())
    assert run.kept < 4 * RATE


def test_the_source_waits_for_the_network() -> None:
    conversation = Run([]).conversation
    handed_in = 0
    while conversation.room:
        conversation.put(bytes(3_200), 0.0)
        handed_in += 1
    assert handed_in == 10, "two seconds"
    conversation.open(0.0)
    conversation.send(0.0)
    assert not conversation.room
    conversation.send(0.0)
    assert conversation.room


# --- Ends of utterances that the source tells.


def external(*utterances: bytes) -> list[Piece | Stall]:
    return [piece for audio in utterances for piece in (*cut(audio), UtteranceEnd())]


def test_the_source_ends_an_utterance() -> None:
    audio = speech(*talk(4))
    pieces = external(audio[: RATE * 4], audio[RATE * 4 : RATE * 14], audio[RATE * 14 :])
    run = Run(pieces, external_eou=True)
    events = list(run.events())
    assert [e.at for e in events if isinstance(e, EndOfUtterance)] == [2.0, 7.0, len(audio) / 16e3]
    assert len(finals(events)) == 3


@given(place=st.floats(0.1, 12.0), behind=st.integers(0, 5))
def test_an_end_of_utterance_is_told_once_wherever_the_session_breaks_off(
    place: float, behind: int
) -> None:
    audio = speech(*talk(4))
    pieces = external(audio[: RATE * 4], audio[RATE * 4 : RATE * 14], audio[RATE * 14 :])
    run = Run([*pieces, *cut(bytes(RATE))], cuts=[place, FOREVER], behind=behind, external_eou=True)
    ends = [event.at for event in run.events() if isinstance(event, EndOfUtterance)]
    assert ends == pytest.approx([2.0, 7.0, len(audio) / 16e3], abs=0.002)


def test_an_end_that_nobody_asked_for_is_refused() -> None:
    with pytest.raises(InvalidRequest, match="external_eou=True"):
        Run([]).conversation.put(UtteranceEnd(), 0.0)


# --- Messages.


def test_options_begin_each_session() -> None:
    conversation = Run([]).conversation
    conversation.put(bytes(RATE), 0.0)
    for _ in range(3):
        conversation.open(0.0)
        first, second = conversation.send(0.0), conversation.send(0.0)
        assert isinstance(first, StreamingRequest)
        assert isinstance(second, StreamingRequest)
        assert first.session_options.recognition_model.audio_format.raw_audio.sample_rate_hertz
        assert second.WhichOneof("Event") == "chunk"


@pytest.mark.parametrize("piece", [2, 100, 3_200, 100_000])
def test_chunks_are_100_to_400_ms(piece: int) -> None:
    run = Run(cut(bytes(160_002), piece))
    run._hand_in()
    run.conversation.open(0.0)
    sizes: list[int] = []
    while not isinstance(message := run.conversation.send(0.0), Next) or run._pieces:
        if isinstance(message, StreamingRequest) and message.chunk.data:
            sizes.append(len(message.chunk.data))
        run._hand_in()
    *sizes, last = sizes
    assert all(1_600 <= size <= 6_400 for size in sizes)
    assert sum(sizes) + last == 160_002


def test_little_audio_waits_for_more_for_a_tenth_of_a_second() -> None:
    conversation = Run([]).conversation
    conversation.put(b"\1\0" * 100, 5.0)
    conversation.open(5.0)
    assert isinstance(conversation.send(5.0), StreamingRequest)
    assert conversation.send(5.05) is Next.WAIT
    assert conversation.wait(5.05) == pytest.approx(0.05)
    message = conversation.send(5.1001)
    assert isinstance(message, StreamingRequest)
    assert len(message.chunk.data) == 200


def test_little_audio_behind_what_is_held_back_makes_nobody_spin() -> None:
    conversation = Run([], StreamLimits(seconds=10.0)).conversation
    conversation.open(0.0)
    conversation.put(bytes(4 * RATE + 100), 0.0)
    while conversation.send(0.0) is not Next.WAIT:
        pass
    assert conversation.wait(0.15) == pytest.approx(0.25), "when the next chunk has been spoken"


def test_a_partial_keeps_its_place_behind_a_final() -> None:
    run = Run(cut(speech(*talk(2))))
    events = [event for event in run.events() if not isinstance(event, Status)]
    shown = [event.text for event in events if isinstance(event, Partial)]
    assert "" in shown
    assert "w1 w2" in shown
    first = events.index(finals(events)[0])
    assert not any("w1" in event.partial for event in events[first:])
    assert any("w5" in event.partial for event in events[first:])


def test_a_late_word_is_not_lost_to_an_empty_partial() -> None:
    """The service has heard no word, and yet there is the beginning of one."""
    conversation = Run([]).conversation
    conversation.put(bytes(RATE * 2 * 3), 0.0)
    conversation.open(0.0)
    while isinstance(conversation.send(0.0), StreamingRequest):
        conversation.receive(StreamingResponse(audio_cursors=AudioCursors(received_data_ms=1)), 0.0)
        if conversation._session and conversation._session.sent >= 3 * RATE:
            break
    cursors = AudioCursors(received_data_ms=3000, partial_time_ms=3000)
    conversation.receive(StreamingResponse(partial=AlternativeUpdate(), audio_cursors=cursors), 0.0)
    conversation.ended(CUT, 0.0, 0.0)
    conversation.open(0.0)
    assert conversation._session is not None
    assert conversation._session.base == 2 * RATE
