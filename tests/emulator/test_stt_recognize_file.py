"""Speech recognition version 3: recordings in the background."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from threading import Event
from typing import Any

import grpc
import grpc.aio
import pytest
from google.rpc import error_details_pb2  # pyright: ignore[reportMissingTypeStubs]
from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_pb2, stt_service_pb2, stt_service_pb2_grpc

from ycgrpc.emulator import (
    Account,
    Accounts,
    Emulator,
    Hypothesis,
    Immediately,
    Limits,
    ScriptedSpeech,
    SpokenWord,
)
from ycgrpc.emulator.engines.stt.sphinx import PocketSphinx
from ycgrpc.errors import ConfigurationError

from .background import API_KEY, DEADLINE, Refused, refused
from .speech import (
    NORMALIZED,
    Speech,
    container,
    encoded,
    file_request,
    finals,
    quiet,
    raw,
    refinements,
    speaking,
    tone,
    tones,
)

INVALID = grpc.StatusCode.INVALID_ARGUMENT
PRECONDITION = grpc.StatusCode.FAILED_PRECONDITION
NOT_FOUND = grpc.StatusCode.NOT_FOUND

KETTLE = ["the kettle is on the stove", "please bring two cups and some sugar"]
WORDS = [("at", 0, 100), ("twenty", 200, 400), ("five", 400, 600), ("damn", 1500, 1900)]


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    limits = Limits(stt_bytes=400_000, stt_seconds=12)
    with Emulator(stt=ScriptedSpeech(WORDS), limits=limits, progress=Immediately()) as emulator:
        yield emulator


@pytest.fixture
def speech(emulator: Emulator) -> Iterator[Speech]:
    with speaking(emulator) as speech:
        yield speech


def field_of(refusal: Refused) -> str:
    detail = refusal.detail(error_details_pb2.BadRequest())
    (violation,) = detail.field_violations
    found: str = violation.field
    return found


@pytest.fixture(scope="module")
def real() -> Iterator[Emulator]:
    if not PocketSphinx.installed():
        pytest.skip("pocketsphinx is not installed: pip install 'ycgrpc[emulator]'")
    with Emulator(progress=Immediately()) as emulator:
        yield emulator


@pytest.mark.parametrize(
    ("name", "kind"), [("kettle.wav", "WAV"), ("kettle.ogg", "OGG_OPUS"), ("kettle.mp3", "MP3")]
)
def test_a_recording_is_really_heard(real: Emulator, samples: Path, name: str, kind: str) -> None:
    request = file_request((samples / name).read_bytes(), container(kind))
    options = request.recognition_model.text_normalization
    options.text_normalization = NORMALIZED
    options.literature_text = True
    with speaking(real) as speech:
        responses = speech.transcribed(request)
    assert finals(responses) == [("0", text) for text in KETTLE]
    assert refinements(responses) == [
        "The kettle is on the stove.",
        "Please bring 2 cups and some sugar.",
    ]


def test_each_channel_is_heard_on_its_own(real: Emulator, samples: Path) -> None:
    content = (samples / "ticket-office.ogg").read_bytes()
    with speaking(real) as speech:
        responses = speech.transcribed(file_request(content, container("OGG_OPUS")))
    assert finals(responses) == [
        ("0", "how can i help you today"),
        ("1", "i would like to buy a ticket to london"),
        ("0", "the next train leaves at twenty five minutes past nine"),
    ]


def test_the_telephone_is_heard_too(real: Emulator, samples: Path) -> None:
    content = (samples / "ticket-8khz.pcm").read_bytes()
    with speaking(real) as speech:
        responses = speech.transcribed(file_request(content, raw(8_000)))
    assert finals(responses) == [("0", "i would like to buy a ticket to london")]


@pytest.mark.asyncio
async def test_the_running_loop_hears_too() -> None:
    async with (
        Emulator(stt="scripted", progress=Immediately()) as emulator,
        grpc.aio.insecure_channel(emulator.target) as channel,
    ):
        stub = stt_service_pb2_grpc.AsyncRecognizerAsyncStub(channel)
        request = file_request(tone())
        operation = await stub.RecognizeFile(request, metadata=API_KEY, timeout=DEADLINE)
        wanted = stt_service_pb2.GetRecognitionRequest(operation_id=operation.id)
        call = stub.GetRecognition(wanted, metadata=API_KEY, timeout=DEADLINE)
        assert finals([one async for one in call]) == [("0", "word-0 word-1 word-2")]


def test_the_operation_looks_as_documented(speech: Speech) -> None:
    operation = speech.recognize(file_request(tone()))
    assert operation.description == "STT v3 async recognition"
    assert operation.id.startswith("f8d")
    assert operation.created_by
    assert not operation.done
    operation = speech.look(operation.id)
    assert operation.done
    assert operation.response.type_url == "type.googleapis.com/google.protobuf.Empty"


def test_messages_come_in_the_documented_order(speech: Speech) -> None:
    request = file_request(tone(2.5))
    request.recognition_model.text_normalization.text_normalization = NORMALIZED
    operation = speech.recognize(request)
    speech.look(operation.id)
    responses = speech.transcript(operation.id)
    kinds = ["final", "final_refinement", "eou_update"]
    assert [one.WhichOneof("Event") for one in responses] == 2 * kinds
    assert {one.channel_tag for one in responses} == {"0"}
    assert {one.session_uuid.user_request_id for one in responses} == {operation.id}
    (session,) = {one.session_uuid.uuid for one in responses}
    assert session
    final, refinement, eou, final_2, refinement_2, eou_2 = responses
    (heard,) = final.final.alternatives
    assert heard.text == "at twenty five"
    assert (heard.start_time_ms, heard.end_time_ms) == (0, 600)
    words = [(word.text, word.start_time_ms, word.end_time_ms) for word in heard.words]
    assert words == WORDS[:3]
    (normalized,) = refinement.final_refinement.normalized_text.alternatives
    assert normalized.text == "at 25"
    assert [word.text for word in normalized.words] == ["at", "twenty", "five"]
    indices = [refinement.final_refinement.final_index, refinement_2.final_refinement.final_index]
    assert indices == [0, 1]
    assert [one.audio_cursors.final_index for one in responses] == [0, 0, 0, 1, 1, 1]
    assert {one.audio_cursors.received_data_ms for one in responses} == {2500}
    assert final.audio_cursors.final_time_ms == 1100  # the pause tells that it is final
    assert final_2.audio_cursors.final_time_ms == 2400
    assert eou.eou_update.time_ms == eou.audio_cursors.eou_time_ms == 600
    assert eou_2.eou_update.time_ms == 1900


def test_several_finals_may_come_before_the_end_of_an_utterance() -> None:
    engine = ScriptedSpeech(WORDS[:3], words_per_final=2)
    with (
        Emulator(stt=engine, progress=Immediately()) as emulator,
        speaking(emulator) as speech,
    ):
        responses = speech.transcribed(file_request(tone(2)))
    assert [one.WhichOneof("Event") for one in responses] == ["final", "final", "eou_update"]


def test_channels_have_indices_of_their_own(speech: Speech) -> None:
    content = encoded(tones(2.5, 16_000, 440, 880), 16_000, "RAW")
    responses = speech.transcribed(file_request(content, raw(channels=2)))
    found = [one for one in responses if one.WhichOneof("Event") == "final"]
    assert [(one.channel_tag, one.audio_cursors.final_index) for one in found] == [
        ("0", 0),
        ("1", 0),
        ("0", 1),
        ("1", 1),
    ]
    assert [one.final.channel_tag for one in found] == ["0", "1", "0", "1"]


@pytest.mark.parametrize(
    ("options", "texts"),
    [
        ({}, []),
        ({"literature_text": True, "profanity_filter": True}, []),
        ({"text_normalization": NORMALIZED}, ["at 25", "damn"]),
        (
            {"text_normalization": NORMALIZED, "literature_text": True, "profanity_filter": True},
            ["At 25.", "****."],
        ),
    ],
)
def test_text_is_normalized_where_that_is_enabled(
    speech: Speech, options: dict[str, Any], texts: list[str]
) -> None:
    request = file_request(tone(2.5))
    normalization = stt_pb2.TextNormalizationOptions(**options)
    request.recognition_model.text_normalization.CopyFrom(normalization)
    responses = speech.transcribed(request)
    assert refinements(responses) == texts
    assert finals(responses) == [("0", "at twenty five"), ("0", "damn")]


@pytest.mark.parametrize(
    ("kind", "codes", "detected"),
    [
        ("WHITELIST", ["kk-KZ"], None),
        ("WHITELIST", ["auto"], "ru-RU"),
        ("WHITELIST", ["Auto"], "ru-RU"),
        ("WHITELIST", ["de-DE", "en-US"], "de-DE"),
        ("WHITELIST", ["auto", "en-US"], "en-US"),
        ("BLACKLIST", ["ru-RU"], "en-US"),
        ("BLACKLIST", ["ru"], "en-US"),
        (None, [], None),
    ],
)
def test_detected_languages_are_told_and_not_normalized(
    speech: Speech, kind: str | None, codes: list[str], detected: str | None
) -> None:
    request = file_request(tone(2.5), languages=())
    request.recognition_model.text_normalization.text_normalization = NORMALIZED
    if kind:
        restriction = request.recognition_model.language_restriction
        restriction.language_code.extend(codes)
        restriction.restriction_type = (
            stt_pb2.LanguageRestrictionOptions.LanguageRestrictionType.Value(kind)
        )
    responses = speech.transcribed(request)
    told = {
        (one.language_code, one.probability)
        for response in responses
        for alternative in response.final.alternatives
        for one in alternative.languages
    }
    assert told == ({(detected, 1)} if detected else set())
    assert bool(refinements(responses)) == (detected is None)


def test_a_language_without_an_engine_is_refused_at_once(real: Emulator) -> None:
    for languages in ((), ("ru-RU",), ("de-DE", "fr-FR")):
        with speaking(real) as speech, refused() as refusal:
            speech.recognize(file_request(tone(), languages=languages))
        assert refusal.code == PRECONDITION
        assert "no speech engine for " + (", ".join(languages) or "ru-RU") in refusal.text
        assert "Emulator(stt=...)" in refusal.text


MODEL = "recognition_model"
RAW = f"{MODEL}.audio_format.raw_audio"


def changed(change: Any, content: bytes | str = tone()) -> stt_pb2.RecognizeFileRequest:
    request = file_request(content)
    change(request)
    return request


BROKEN: list[tuple[Callable[[Any], object], str]] = [
    (lambda one: one.ClearField("content"), "AudioSource"),
    (lambda one: setattr(one, "content", b""), "content"),
    (lambda one: setattr(one, "content", b"odd"), "content"),
    (lambda one: setattr(one, "content", bytes(400_001)), "content"),
    (lambda one: setattr(one, "content", bytes(399_000)), "content"),  # longer than 12 s
    (lambda one: setattr(one, "uri", "https://example.com/a/b"), "uri"),
    (lambda one: setattr(one.recognition_model, "model", ""), f"{MODEL}.model"),
    (lambda one: setattr(one.recognition_model, "model", "best"), f"{MODEL}.model"),
    (lambda one: one.ClearField("recognition_model"), f"{MODEL}.model"),
    (
        lambda one: one.recognition_model.ClearField("audio_format"),
        f"{MODEL}.audio_format",
    ),
    (
        lambda one: one.recognition_model.audio_format.CopyFrom(container("MP3")),
        "content",
    ),
    (
        lambda one: one.recognition_model.audio_format.container_audio.SetInParent(),
        f"{MODEL}.audio_format.container_audio.container_audio_type",
    ),
    (
        lambda one: one.recognition_model.audio_format.raw_audio.ClearField("audio_encoding"),
        f"{RAW}.audio_encoding",
    ),
    (
        lambda one: one.recognition_model.audio_format.CopyFrom(raw(rate=4000)),
        f"{RAW}.sample_rate_hertz",
    ),
    (
        lambda one: one.recognition_model.audio_format.CopyFrom(raw(channels=3)),
        f"{RAW}.audio_channel_count",
    ),
    (
        lambda one: one.recognition_model.language_restriction.ClearField("restriction_type"),
        f"{MODEL}.language_restriction.restriction_type",
    ),
    (
        lambda one: one.recognition_model.language_restriction.language_code.append("1"),
        f"{MODEL}.language_restriction.language_code[1]",
    ),
    (
        lambda one: one.speech_analysis.descriptive_statistics_quantiles.extend([0.5, 1.0]),
        "speech_analysis.descriptive_statistics_quantiles[1]",
    ),
]


@pytest.mark.parametrize(("change", "field"), BROKEN)
def test_a_bad_request_is_refused_at_once(speech: Speech, change: Any, field: str) -> None:
    with refused() as refusal:
        speech.recognize(changed(change))
    assert refusal.code == INVALID
    assert field_of(refusal) == field


def test_the_wrong_container_is_told_as_the_wrong_format(speech: Speech) -> None:
    content = encoded(tones(1, 16_000, 440), 16_000, "OGG_OPUS")
    with refused() as refusal:
        speech.recognize(file_request(content, container("WAV")))
    assert field_of(refusal) == "recognition_model.audio_format"
    assert "the recording is OGG_OPUS, but its format is said to be WAV" in refusal.text


@pytest.mark.parametrize("suffix", ["", ":rc", ":deprecated"])
@pytest.mark.parametrize("model", ["general", "deferred-general"])
def test_documented_models_are_known(speech: Speech, model: str, suffix: str) -> None:
    request = file_request(tone())
    request.recognition_model.model = model + suffix
    assert speech.recognize(request).id


def test_a_missing_number_of_channels_is_one(speech: Speech) -> None:
    assert finals(speech.transcribed(file_request(tone(), raw(channels=0))))


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        (
            "speaker_labeling",
            stt_pb2.SpeakerLabelingOptions(
                speaker_labeling=stt_pb2.SpeakerLabelingOptions.SPEAKER_LABELING_ENABLED
            ),
            "cannot tell speakers on one channel apart",
        ),
        (
            "summarization",
            stt_pb2.SummarizationOptions(model_uri="gpt://folder/model"),
            "has no language model",
        ),
    ],
)
def test_what_cannot_be_done_honestly_is_refused(
    speech: Speech, field: str, value: Any, text: str
) -> None:
    with refused() as refusal:
        speech.recognize(file_request(tone(), **{field: value}))
    assert refusal.code == PRECONDITION
    assert text in refusal.text


def test_classifiers_find_nothing(speech: Speech) -> None:
    classifier = stt_pb2.RecognitionClassifier(classifier="insult")
    options = stt_pb2.RecognitionClassifierOptions(classifiers=[classifier])
    responses = speech.transcribed(file_request(tone(2.5), recognition_classifier=options))
    assert {one.WhichOneof("Event") for one in responses} == {"final", "eou_update"}


def test_figures_follow_where_they_are_asked_for(speech: Speech) -> None:
    options = stt_pb2.SpeechAnalysisOptions(
        enable_speaker_analysis=True, enable_conversation_analysis=True
    )
    content = encoded(tones(2.5, 16_000, 440, 880), 16_000, "RAW")
    responses = speech.transcribed(file_request(content, raw(channels=2), speech_analysis=options))
    kinds = [one.WhichOneof("Event") for one in responses]
    assert kinds[:3] == ["final", "eou_update", "speaker_analysis"]
    assert kinds[-3:] == ["speaker_analysis", "speaker_analysis", "conversation_analysis"]
    last = responses[2].speaker_analysis
    assert (last.window_type, last.words_count) == (stt_pb2.SpeakerAnalysis.LAST_UTTERANCE, 3)
    totals = [one.speaker_analysis for one in responses[-3:-1]]
    assert [(one.speaker_tag, one.words_count) for one in totals] == [("0", 4), ("1", 4)]
    assert {one.window_type for one in totals} == {stt_pb2.SpeakerAnalysis.TOTAL}
    conversation = responses[-1].conversation_analysis
    assert conversation.total_simultaneous_speech_duration_ms == 1000
    assert conversation.conversation_boundaries.end_time_ms == 2500


def test_silence_has_an_empty_transcript() -> None:
    with (
        Emulator(stt="scripted", progress=Immediately()) as emulator,
        speaking(emulator) as speech,
    ):
        assert speech.transcribed(file_request(quiet(2))) == []


def test_a_transcript_can_be_deleted(speech: Speech) -> None:
    operation = speech.recognize(file_request(tone()))
    speech.look(operation.id)
    assert speech.transcript(operation.id)
    speech.delete(operation.id)
    for call in (speech.transcript, speech.delete):
        with refused() as refusal:
            call(operation.id)
        assert refusal.code == NOT_FOUND
    assert speech.look(operation.id).done


@pytest.mark.parametrize("operation_id", ["", "f8dunknown"])
def test_unknown_transcripts_are_not_found(speech: Speech, operation_id: str) -> None:
    with refused() as refusal:
        speech.delete(operation_id)
    assert refusal.code == NOT_FOUND
    with refused() as refusal:
        speech.transcript(operation_id)
    assert refusal.code == (NOT_FOUND if operation_id else INVALID)


class Gate:
    """An engine that waits before each piece, and counts them."""

    name = "gate"
    languages: Sequence[str] = ()

    def __init__(self) -> None:
        self.open, self.reached, self.fed = Event(), Event(), 0

    def listen(self, language: str, sample_rate: int, *, pause_ms: int = 500) -> Gate:
        return self

    def feed(self, pcm: bytes) -> Sequence[Hypothesis]:
        self.fed += 1
        self.reached.set()
        assert self.open.wait(DEADLINE)
        return []

    def end_utterance(self) -> Sequence[Hypothesis]:
        return []

    def finish(self) -> Sequence[Hypothesis]:
        word = SpokenWord("done", 0, 100)
        return [Hypothesis((word,), True, True, 100)]


def test_results_are_not_found_before_they_are_ready() -> None:
    gate = Gate()
    with Emulator(stt=gate) as emulator, speaking(emulator) as speech:
        operation = speech.recognize(file_request(tone()))
        assert gate.reached.wait(DEADLINE)
        assert not speech.look(operation.id).done
        with refused() as refusal:
            speech.transcript(operation.id)
        assert (refusal.code, refusal.text) == (NOT_FOUND, "operation data is not ready")
        gate.open.set()
        speech.until_done(operation.id)
        assert finals(speech.transcript(operation.id)) == [("0", "done")]


def test_nothing_is_heard_after_a_cancellation() -> None:
    gate = Gate()
    with Emulator(stt=gate, limits=Limits(readers=1)) as emulator, speaking(emulator) as speech:
        long = file_request(tone(20))  # four pieces
        operation = speech.recognize(long)
        assert gate.reached.wait(DEADLINE)
        assert speech.cancel(operation.id).error.code == grpc.StatusCode.CANCELLED.value[0]
        gate.open.set()
        after = speech.recognize(file_request(tone()))
        speech.until_done(after.id)
    assert gate.fed == 2


def test_one_loud_recording_does_not_hold_up_the_server() -> None:
    gate = Gate()
    with Emulator(stt=gate) as emulator, speaking(emulator) as speech:
        waiting = [speech.recognize(file_request(tone())) for _ in range(10)]
        assert gate.reached.wait(DEADLINE)
        assert not any(speech.look(one.id).done for one in waiting)
        gate.open.set()
        for one in waiting:
            speech.until_done(one.id)


def test_damage_behind_the_header_ends_the_operation_with_an_error(speech: Speech) -> None:
    content = encoded(tones(0, 16_000, 440), 16_000, "WAV")
    operation = speech.recognize(file_request(content, container("WAV")))
    operation = speech.look(operation.id)
    assert operation.done
    assert operation.error.code == INVALID.value[0]
    assert "content: the recording has no samples" in operation.error.message
    with refused() as refusal:
        speech.transcript(operation.id)
    assert refusal.code == NOT_FOUND


def test_user_accounts_name_their_folder() -> None:
    with (
        Emulator(stt="scripted", accounts=Accounts(bearers="user")) as emulator,
        speaking(emulator) as speech,
    ):
        bearer = ("authorization", "Bearer of-a-test")
        with refused() as refusal:
            speech.recognize(file_request(tone()), (bearer,))
        assert refusal.code == INVALID
        folder = ("x-folder-id", "b1g")
        assert speech.recognize(file_request(tone()), (bearer, folder)).id


def test_the_account_is_told() -> None:
    class Known:
        def authenticate(self, authorization: str | None) -> Account:
            return Account("service", id="ajeknown")

    with Emulator(stt="scripted", accounts=Known()) as emulator, speaking(emulator) as speech:
        assert speech.recognize(file_request(tone())).created_by == "ajeknown"


def test_engines_are_chosen_by_name() -> None:
    with pytest.raises(ConfigurationError, match="no speech engine is called 'whisper'"):
        Emulator(stt="whisper")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


def words_of(responses: Iterable[stt_pb2.StreamingResponse]) -> list[stt_pb2.Word]:
    return [word for one in responses for item in one.final.alternatives for word in item.words]


def test_an_engine_of_your_own_is_asked_with_the_language_and_the_rate() -> None:
    asked: list[tuple[str, int]] = []

    class Own(Gate):
        name = "own"
        languages = ("ru-RU",)

        def listen(self, language: str, sample_rate: int, *, pause_ms: int = 500) -> Gate:
            asked.append((language, sample_rate))
            self.open.set()
            return self

    with Emulator(stt=Own(), progress=Immediately()) as emulator, speaking(emulator) as speech:
        responses = speech.transcribed(file_request(tone(1, 8_000), raw(8_000), languages=["RU"]))
    assert asked == [("ru-RU", 8_000)]
    assert [one.text for one in words_of(responses)] == ["done"]
