"""Live streams of version 3: the order of messages, what they carry, and the rules of a session."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby, pairwise
from queue import SimpleQueue
from typing import Any

import grpc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_pb2, stt_service_pb2_grpc

from ycgrpc.emulator import Clock, Emulator, Limits, ScriptedSpeech

from .background import API_KEY, DEADLINE, Refused, refused
from .speech import NORMALIZED, WHITELIST, quiet, raw, tone
from .test_clock import START

Request = stt_pb2.StreamingRequest
Response = stt_pb2.StreamingResponse
Options = stt_pb2.StreamingOptions

INVALID = grpc.StatusCode.INVALID_ARGUMENT
EXTERNAL = stt_pb2.EouClassifierOptions(external_classifier=stt_pb2.ExternalEouClassifier())
EOU = Request(eou=stt_pb2.Eou())
FULL_DATA = stt_pb2.RecognitionModelOptions.FULL_DATA
CONVERSATION = [("hello", 200, 600), ("world", 700, 1100), ("bye", 2600, 3000)]


def options(
    kind: stt_pb2.AudioFormatOptions | None = None,
    *,
    languages: Sequence[str] = ("en-US",),
    normalized: bool = False,
    full_data: bool = False,
    **fields: Any,
) -> Options:
    """Those of a session; without a format of bare samples of 16 kHz."""
    found = Options(**fields)
    model = found.recognition_model
    model.model = model.model or "general"
    model.audio_format.CopyFrom(kind or raw())
    if languages:
        model.language_restriction.restriction_type = WHITELIST
        model.language_restriction.language_code.extend(languages)
    if normalized:
        model.text_normalization.text_normalization = NORMALIZED
    if full_data:
        model.audio_processing_type = FULL_DATA
    return found


def begin(found: Options | None = None) -> Request:
    return Request(session_options=found or options())


def chunk(content: bytes) -> Request:
    return Request(chunk=stt_pb2.AudioChunk(data=content))


def chunks(content: bytes, size: int = 12_800) -> list[Request]:
    """Audio in pieces, of 400 ms if nothing else is said."""
    return [chunk(content[start : start + size]) for start in range(0, len(content), size)]


def silence(milliseconds: int) -> Request:
    return Request(silence_chunk=stt_pb2.SilenceChunk(duration_ms=milliseconds))


class Talk:
    """One session, of which each side may be taken step by step."""

    def __init__(self, channel: grpc.Channel, metadata: Any = API_KEY) -> None:
        self._requests: SimpleQueue[Request | None] = SimpleQueue()
        stub = stt_service_pb2_grpc.RecognizerStub(channel)
        requests = iter(self._requests.get, None)
        self.call: Any = stub.RecognizeStreaming(requests, metadata=metadata, timeout=DEADLINE)

    def say(self, *requests: Request) -> None:
        for request in requests:
            self._requests.put(request)

    def end(self) -> None:
        self._requests.put(None)

    def until(self, event: str) -> list[Response]:
        """The responses up to the first of a kind."""
        found: list[Response] = []
        while not found or found[-1].WhichOneof("Event") != event:
            found.append(next(self.call))
        return found

    def rest(self) -> list[Response]:
        return list(self.call)


@contextmanager
def talking(emulator: Emulator, metadata: Any = API_KEY) -> Generator[Talk]:
    with grpc.insecure_channel(emulator.target) as channel:
        talk = Talk(channel, metadata)
        try:
            yield talk
        finally:
            talk.call.cancel()
            talk.end()


def said(emulator: Emulator, *requests: Request, metadata: Any = API_KEY) -> list[Response]:
    """The responses to a session that ends well."""
    with talking(emulator, metadata) as talk:
        talk.say(*requests)
        talk.end()
        return talk.rest()


def refusal_of(emulator: Emulator, *requests: Request) -> Refused:
    with refused() as refusal:
        said(emulator, *requests)
    return refusal


def shape(responses: Sequence[Response]) -> list[str]:
    """Kinds of messages, with the text where there is one; equal neighbours once."""

    def told() -> Iterator[str]:
        for one in responses:
            match one.WhichOneof("Event"):
                case "partial":
                    yield f"partial {text(one.partial)}".strip()
                case "final":
                    yield f"final {text(one.final)}".strip()
                case "final_refinement":
                    yield f"refinement {text(one.final_refinement.normalized_text)}"
                case "status_code":
                    yield stt_pb2.CodeType.Name(one.status_code.code_type)
                case event:
                    yield str(event)

    return [name for name, _ in groupby(told())]


def text(update: stt_pb2.AlternativeUpdate) -> str:
    return update.alternatives[0].text if update.alternatives else ""


def of(responses: Sequence[Response], event: str) -> list[Response]:
    return [one for one in responses if one.WhichOneof("Event") == event]


def texts(responses: Sequence[Response]) -> list[str]:
    return [text(one.final) for one in of(responses, "final")]


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    """Words are heard in every half second that is not silent."""
    with Emulator(stt="scripted") as emulator:
        yield emulator


@pytest.fixture(scope="module")
def conversation() -> Iterator[Emulator]:
    """Two utterances, in three seconds, whatever the audio."""
    with Emulator(stt=ScriptedSpeech(CONVERSATION), clock=Clock(START)) as emulator:
        yield emulator


# The order of messages.


def test_messages_come_in_the_documented_order(conversation: Emulator) -> None:
    responses = said(conversation, begin(options(normalized=True)), *chunks(tone(3.2), 6400))
    assert shape(responses) == [
        "WORKING",
        "partial",
        "partial hello",
        "partial hello world",
        "final hello world",
        "refinement hello world",
        "eou_update",
        "partial",
        "partial bye",
        "final bye",
        "refinement bye",
        "eou_update",
        "partial",
        "CLOSED",
    ]


def test_without_normalization_there_are_no_refinements(conversation: Emulator) -> None:
    responses = said(conversation, begin(), *chunks(tone(3.2)))
    assert not of(responses, "final_refinement")
    assert texts(responses) == ["hello world", "bye"]


def test_refinements_name_their_final() -> None:
    words = [("twenty", 0, 300), ("two", 400, 600), ("cups", 2000, 2400)]
    with Emulator(stt=ScriptedSpeech(words)) as emulator:
        responses = said(emulator, begin(options(normalized=True)), *chunks(tone(4)))
    refinements = [one.final_refinement for one in of(responses, "final_refinement")]
    assert [(one.final_index, text(one.normalized_text)) for one in refinements] == [
        (0, "22"),
        (1, "cups"),
    ]
    assert [one.audio_cursors.final_index for one in of(responses, "final")] == [0, 1]
    assert texts(responses) == ["twenty two", "cups"]


def test_several_finals_may_come_before_the_end_of_an_utterance() -> None:
    engine = ScriptedSpeech(CONVERSATION[:2], words_per_final=1)
    with Emulator(stt=engine) as emulator:
        responses = said(emulator, begin(), *chunks(tone(2)))
    kinds = [one for one in shape(responses) if not one.startswith("partial")]
    assert kinds == ["WORKING", "final hello", "final world", "eou_update", "CLOSED"]


def test_the_end_of_the_audio_ends_an_utterance(conversation: Emulator) -> None:
    responses = said(conversation, begin(), *chunks(tone(0.8)))
    assert shape(responses)[-4:] == ["final hello", "eou_update", "partial", "CLOSED"]
    assert of(responses, "eou_update")[0].eou_update.time_ms == 600


def test_a_session_without_audio_ends_well(emulator: Emulator) -> None:
    assert shape(said(emulator, begin())) == ["WORKING", "CLOSED"]
    assert shape(said(emulator, begin(), chunk(b""))) == ["WORKING", "CLOSED"]


def test_signs_of_life_are_counted_by_the_audio() -> None:
    engine = ScriptedSpeech([])
    with Emulator(stt=engine, limits=Limits(stt_status_interval=1)) as emulator:
        responses = said(emulator, begin(), *chunks(tone(4)))
    signs = [
        (one.audio_cursors.received_data_ms, stt_pb2.CodeType.Name(one.status_code.code_type))
        for one in of(responses, "status_code")
    ]
    received = [0, 1200, 2000, 3200, 4000]
    assert signs == [*((at, "WORKING") for at in received), (4000, "CLOSED")]


def test_each_interval_has_its_sign_of_life_however_much_comes_at_once() -> None:
    with Emulator(stt="scripted", limits=Limits(stt_status_interval=1)) as emulator:
        responses = said(emulator, begin(), silence(3500), silence(600))
    received = [one.audio_cursors.received_data_ms for one in of(responses, "status_code")]
    assert received == [0, 3500, 3500, 3500, 4100, 4100]


# What they carry.


def test_every_message_tells_its_session_channel_and_cursors(emulator: Emulator) -> None:
    analysis = stt_pb2.SpeechAnalysisOptions(
        enable_speaker_analysis=True, enable_conversation_analysis=True
    )
    audio = chunks(tone(1.2) + quiet(1))
    metadata = (*API_KEY, ("x-client-request-id", "of-a-test"))
    first, second = [
        said(
            emulator,
            begin(options(normalized=True, speech_analysis=analysis)),
            *audio,
            metadata=metadata,
        )
        for _ in range(2)
    ]
    assert {one.WhichOneof("Event") for one in first} >= {
        "speaker_analysis",
        "conversation_analysis",
    }
    for one in first:
        assert one.HasField("audio_cursors")
        assert one.session_uuid == first[0].session_uuid
        assert one.session_uuid.user_request_id == "of-a-test"
        if one.WhichOneof("Event") != "conversation_analysis":
            assert one.channel_tag == "0"
    assert first[0].session_uuid.uuid != second[0].session_uuid.uuid


def test_partials_have_words_with_times(conversation: Emulator) -> None:
    responses = said(conversation, begin(), *chunks(tone(1.2), 6400))
    shown = [one.partial.alternatives[0] for one in of(responses, "partial") if text(one.partial)]
    assert [(word.text, word.start_time_ms, word.end_time_ms) for word in shown[-1].words] == (
        CONVERSATION[:2]
    )


def cursors_are_right(responses: Sequence[Response]) -> None:
    """They never go back, final ones are behind the last word, and nobody speaks before the rest."""
    for name in ("received_data_ms", "partial_time_ms", "final_time_ms", "final_index"):
        told = [getattr(one.audio_cursors, name) for one in responses]
        assert told == sorted(told), name
    finals = of(responses, "final")
    assert [one.audio_cursors.final_index for one in finals] == list(range(len(finals)))
    for one in finals:
        assert one.audio_cursors.final_time_ms >= one.final.alternatives[0].end_time_ms
    for one, following in pairwise(finals):
        start = following.final.alternatives[0].start_time_ms
        assert one.audio_cursors.final_time_ms <= start
    for place, one in enumerate(responses):
        assert one.audio_cursors.final_time_ms <= one.audio_cursors.partial_time_ms
        assert one.audio_cursors.partial_time_ms <= one.audio_cursors.received_data_ms
        if one.WhichOneof("Event") == "partial" and not text(one.partial):
            for final in of(responses[place:], "final"):
                start = final.final.alternatives[0].start_time_ms
                assert one.audio_cursors.partial_time_ms <= start


@given(
    loud=st.lists(st.booleans(), min_size=1, max_size=12),
    sizes=st.lists(st.integers(1, 40_000), min_size=1, max_size=6),
)
@settings(max_examples=40, deadline=None)
def test_the_pieces_of_the_audio_do_not_matter(
    emulator: Emulator, loud: list[bool], sizes: list[int]
) -> None:
    audio = b"".join(tone(0.5) if one else quiet(0.5) for one in loud)
    pieces: list[Request] = []
    place = 0
    while place < len(audio):
        size = sizes[len(pieces) % len(sizes)] if len(pieces) < 200 else len(audio)
        pieces.append(chunk(audio[place : place + size]))
        place += size
    whole = said(emulator, begin(), chunk(audio))
    parts = said(emulator, begin(), *pieces)
    assert [one.final for one in of(parts, "final")] == [one.final for one in of(whole, "final")]
    assert [one.eou_update for one in of(parts, "eou_update")] == [
        one.eou_update for one in of(whole, "eou_update")
    ]
    cursors_are_right(parts)
    cursors_are_right(whole)


def test_empty_partials_tell_how_far_nothing_was_said(emulator: Emulator) -> None:
    responses = said(emulator, begin(), *chunks(quiet(10), 3200))
    assert {text(one.partial) for one in of(responses, "partial")} == {""}
    told = [one.audio_cursors.partial_time_ms for one in of(responses, "partial")]
    assert told[0] == 0
    assert told[-1] == 10_000
    assert all(later - earlier <= 1000 for earlier, later in pairwise(told))


def test_a_long_pause_within_an_utterance_is_told_too() -> None:
    classifier = stt_pb2.DefaultEouClassifier(max_pause_between_words_hint_ms=60_000)
    eou = stt_pb2.EouClassifierOptions(default_classifier=classifier)
    with Emulator(stt=ScriptedSpeech(CONVERSATION[:1])) as emulator:
        responses = said(emulator, begin(options(eou_classifier=eou)), *chunks(tone(4)))
    shown = [one for one in of(responses, "partial") if text(one.partial)]
    assert {text(one.partial) for one in shown} == {"hello"}
    assert shown[-1].audio_cursors.partial_time_ms == 4000


def test_the_figures_are_those_of_recordings(conversation: Emulator) -> None:
    analysis = stt_pb2.SpeechAnalysisOptions(
        enable_speaker_analysis=True, enable_conversation_analysis=True
    )
    responses = said(conversation, begin(options(speech_analysis=analysis)), *chunks(tone(4)))
    figures = [one.speaker_analysis for one in of(responses, "speaker_analysis")]
    assert [(one.window_type, one.words_count) for one in figures] == [
        (stt_pb2.SpeakerAnalysis.LAST_UTTERANCE, 2),
        (stt_pb2.SpeakerAnalysis.LAST_UTTERANCE, 1),
        (stt_pb2.SpeakerAnalysis.TOTAL, 3),
    ]
    (last,) = of(responses, "conversation_analysis")
    assert last.conversation_analysis.conversation_boundaries.end_time_ms == 4000


def test_a_detected_language_is_told_and_not_normalized(conversation: Emulator) -> None:
    found = options(languages=["auto"], normalized=True)
    responses = said(conversation, begin(found), *chunks(tone(4)))
    assert not of(responses, "final_refinement")
    (first, _) = of(responses, "final")
    assert [one.language_code for one in first.final.alternatives[0].languages] == ["ru-RU"]


# Ends of utterances.


@pytest.mark.parametrize(
    ("classifier", "expected"),
    [
        ({}, ["a b", "c"]),
        ({"type": "DEFAULT"}, ["a b", "c"]),
        ({"type": "HIGH"}, ["a", "b", "c"]),
        ({"max_pause_between_words_hint_ms": 2000}, ["a b c"]),
        ({"max_pause_between_words_hint_ms": 2000, "type": "HIGH"}, ["a b", "c"]),
        ({"max_pause_between_words_hint_ms": 100}, ["a", "b", "c"]),
    ],
)
def test_what_ends_an_utterance_may_be_changed(
    classifier: dict[str, Any], expected: list[str]
) -> None:
    words = [("a", 0, 400), ("b", 700, 1000), ("c", 2500, 2800)]
    eou = stt_pb2.EouClassifierOptions(
        default_classifier=stt_pb2.DefaultEouClassifier(**classifier)
    )
    with Emulator(stt=ScriptedSpeech(words)) as emulator:
        responses = said(emulator, begin(options(eou_classifier=eou)), *chunks(tone(6)))
    assert texts(responses) == expected


def test_the_client_alone_may_end_utterances(conversation: Emulator) -> None:
    first, rest = tone(3.2), tone(0.8)
    responses = said(
        conversation,
        begin(options(eou_classifier=EXTERNAL, normalized=True)),
        *chunks(first),
        EOU,
        *chunks(rest),
        EOU,
    )
    kinds = [one for one in shape(responses) if not one.startswith("partial")]
    assert kinds == [
        "WORKING",
        "final hello world bye",
        "refinement hello world bye",
        "eou_update",
        "eou_update",
        "CLOSED",
    ]
    # The second one has no words, but is answered.
    ends = of(responses, "eou_update")
    assert [one.eou_update.time_ms for one in ends] == [3200, 4000]
    assert [one.audio_cursors.eou_time_ms for one in ends] == [3200, 4000]


def test_the_end_of_the_session_ends_an_utterance_in_any_case(conversation: Emulator) -> None:
    found = options(eou_classifier=EXTERNAL)
    responses = said(conversation, begin(found), *chunks(tone(4)))
    assert shape(responses)[-4:] == ["final hello world bye", "eou_update", "partial", "CLOSED"]
    assert of(responses, "eou_update")[0].eou_update.time_ms == 4000


def test_an_end_before_any_audio_is_answered(emulator: Emulator) -> None:
    responses = said(emulator, begin(options(eou_classifier=EXTERNAL)), EOU)
    assert shape(responses) == ["WORKING", "eou_update", "CLOSED"]


@pytest.mark.parametrize("external", [False, True])
def test_all_data_first_gives_finals_at_the_end_alone(
    conversation: Emulator, external: bool
) -> None:
    found = options(full_data=True, eou_classifier=EXTERNAL if external else None)
    with talking(conversation) as talk:
        talk.say(begin(found), *chunks(tone(3.2)))
        if external:
            talk.say(EOU)
        talk.say(*chunks(tone(2.8)))
        (sign,) = talk.until("status_code")
        (still,) = talk.until("status_code")  # after five seconds of audio
        talk.end()
        responses = [sign, still, *talk.rest()]
    assert shape(responses[2:]) == (
        ["final hello world bye", "eou_update", "partial", "CLOSED"]
        if external
        else ["final hello world", "eou_update", "final bye", "eou_update", "partial", "CLOSED"]
    )
    assert {one.audio_cursors.received_data_ms for one in responses[2:]} == {6000}
    if external:
        assert of(responses, "eou_update")[0].eou_update.time_ms == 3200


# Silences.


def test_silence_counts_as_audio(emulator: Emulator) -> None:
    responses = said(
        emulator, begin(), chunk(tone(0.5)), silence(1500), chunk(tone(0.5)), silence(700)
    )
    assert texts(responses) == ["word-0", "word-4"]
    assert responses[-1].audio_cursors.received_data_ms == 3200


def test_silence_may_come_between_the_halves_of_a_sample(emulator: Emulator) -> None:
    audio = tone(0.5)
    responses = said(emulator, begin(), chunk(audio[:-1]), silence(1000), chunk(audio[-1:]))
    assert responses[-1].audio_cursors.received_data_ms == 1500


# The rules of a session.


def no_model() -> Options:
    found = options()
    found.recognition_model.model = "general:none"
    return found


def with_model(model: str) -> Options:
    found = options()
    found.recognition_model.model = model
    return found


def hinted(milliseconds: int) -> Options:
    classifier = stt_pb2.DefaultEouClassifier(max_pause_between_words_hint_ms=milliseconds)
    return options(eou_classifier=stt_pb2.EouClassifierOptions(default_classifier=classifier))


LABELED = stt_pb2.SpeakerLabelingOptions(
    speaker_labeling=stt_pb2.SpeakerLabelingOptions.SPEAKER_LABELING_ENABLED
)
SUMMARIZED = stt_pb2.SummarizationOptions(model_uri="gpt://folder/model")
UNABLE = grpc.StatusCode.FAILED_PRECONDITION


@pytest.mark.parametrize(
    ("requests", "code", "said_of_it"),
    [
        ([], INVALID, "first message"),
        ([chunk(b"\0\0")], INVALID, "first message"),
        ([Request()], INVALID, "first message"),
        ([begin(), begin()], INVALID, "first message only"),
        ([begin(), chunk(b"\0\0"), begin()], INVALID, "first message only"),
        ([begin(), EOU], INVALID, "eou"),
        ([begin(), Request()], INVALID, "Event"),
        ([begin(), silence(-1)], INVALID, "duration_ms"),
        ([begin(Options())], INVALID, "model"),
        ([begin(no_model())], INVALID, "general:rc"),
        ([begin(with_model("deferred-general"))], INVALID, "general:rc"),
        ([begin(options(stt_pb2.AudioFormatOptions()))], INVALID, "audio_format"),
        ([begin(options(raw(channels=2)))], INVALID, "audio_channel_count"),
        ([begin(options(raw(7_999)))], INVALID, "sample_rate_hertz"),
        ([begin(options(raw(48_001)))], INVALID, "sample_rate_hertz"),
        ([begin(options(languages=["?"]))], INVALID, "language_code"),
        ([begin(hinted(-1))], INVALID, "max_pause_between_words_hint_ms"),
        ([begin(options(speaker_labeling=LABELED))], UNABLE, "speaker_labeling"),
        ([begin(options(summarization=SUMMARIZED))], UNABLE, "summarization"),
        (
            [
                begin(
                    options(
                        speech_analysis=stt_pb2.SpeechAnalysisOptions(
                            descriptive_statistics_quantiles=[1.0]
                        )
                    )
                )
            ],
            INVALID,
            "quantiles",
        ),
    ],
)
def test_what_breaks_a_rule_is_refused(
    emulator: Emulator, requests: list[Request], code: grpc.StatusCode, said_of_it: str
) -> None:
    refusal = refusal_of(emulator, *requests)
    assert refusal.code == code
    assert said_of_it in refusal.text


@pytest.mark.parametrize("rate", [8_000, 11_025, 48_000])
def test_any_rate_from_8_to_48_kilohertz_is_taken(emulator: Emulator, rate: int) -> None:
    audio = tone(0.9, rate) + quiet(1.1, rate)
    responses = said(emulator, begin(options(raw(rate))), *chunks(audio))
    assert texts(responses) == ["word-0 word-1"]
    assert responses[-1].audio_cursors.received_data_ms in (1999, 2000)


def test_a_language_without_an_engine_is_refused() -> None:
    with Emulator(stt="pocketsphinx") as emulator:
        refusal = refusal_of(emulator, begin(options(languages=["ru-RU"])))
    assert refusal.code == UNABLE
    assert "ru-RU" in refusal.text


def test_sessions_count_for_their_quota() -> None:
    with Emulator(stt="scripted", quotas={"stt_stream": (2, 3600)}) as emulator:
        for _ in range(2):
            said(emulator, begin(), *chunks(quiet(1)))
        refusal = refusal_of(emulator, begin())
    assert refusal.code == grpc.StatusCode.RESOURCE_EXHAUSTED
