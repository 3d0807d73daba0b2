"""Live streams of version 2."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event
from typing import Any

import grpc
import pytest
from ycgrpc_pb.yandex.cloud.ai.stt.v2 import stt_service_pb2 as v2
from ycgrpc_pb.yandex.cloud.ai.stt.v2 import stt_service_pb2_grpc as v2_grpc

from ycgrpc.emulator import Accounts, Emulator, Limits, ScriptedSpeech

from .background import API_KEY, DEADLINE, LoopTime, Refused, refused
from .speech import encoded, quiet, tone, tones

Request = v2.StreamingRecognitionRequest
Spec = v2.RecognitionSpec
INVALID = grpc.StatusCode.INVALID_ARGUMENT
CONVERSATION = [
    ("twenty", 200, 600),
    ("damn", 700, 1000),
    ("cups", 1100, 1400),
    ("bye", 2600, 3000),
]
BEARER = (("authorization", "Bearer of-a-test"),)

Told = tuple[str, bool, bool]
"""Text, whether it is final, whether the utterance ends."""


def config(folder_id: str = "", **fields: Any) -> Request:
    settings: dict[str, Any] = {
        "audio_encoding": Spec.LINEAR16_PCM,
        "sample_rate_hertz": 16_000,
        "language_code": "en-US",
        **fields,
    }
    asked = v2.RecognitionConfig(specification=Spec(**settings), folder_id=folder_id)
    return Request(config=asked)


def audio(content: bytes, size: int = 12_800) -> list[Request]:
    """Pieces, of 400 ms if nothing else is said."""
    return [
        Request(audio_content=content[start : start + size])
        for start in range(0, len(content), size)
    ]


def said(emulator: Emulator, *requests: Request, metadata: Any = API_KEY) -> list[Told]:
    """What is told in a session that ends well."""
    told: list[Told] = []
    with grpc.insecure_channel(emulator.target) as channel:
        stub = v2_grpc.SttServiceStub(channel)
        for response in stub.StreamingRecognize(
            iter(requests), metadata=metadata, timeout=DEADLINE
        ):
            (chunk,) = response.chunks
            texts = [one.text for one in chunk.alternatives]
            assert all(one.confidence == 1 and not one.words for one in chunk.alternatives)
            told.append((" ".join(texts), chunk.final, chunk.end_of_utterance))
    return told


def refusal_of(emulator: Emulator, *requests: Request, metadata: Any = API_KEY) -> Refused:
    with refused() as refusal:
        said(emulator, *requests, metadata=metadata)
    return refusal


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(stt=ScriptedSpeech(CONVERSATION)) as emulator:
        yield emulator


def test_finals_end_their_utterance(emulator: Emulator) -> None:
    assert said(emulator, config(), *audio(tone(4))) == [
        ("20 damn cups", True, True),
        ("bye", True, True),
    ]


def test_partial_results_come_on_request_as_they_were_spoken(emulator: Emulator) -> None:
    told = said(emulator, config(partial_results=True, literature_text=True), *audio(tone(4)))
    assert told == [
        ("twenty", False, False),
        ("twenty damn", False, False),
        ("twenty damn cups", False, False),
        ("20 damn cups".capitalize() + ".", True, True),
        ("bye", False, False),
        ("Bye.", True, True),
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"raw_results": True}, "twenty damn cups"),
        ({"profanity_filter": True}, "20 cups"),
        ({"literature_text": True, "raw_results": True}, "Twenty damn cups."),
        ({"model": "general:rc", "language_code": ""}, "20 damn cups"),
        ({"language_code": "auto"}, "20 damn cups"),
    ],
)
def test_texts_are_written_as_asked(
    emulator: Emulator, fields: dict[str, Any], expected: str
) -> None:
    assert said(emulator, config(**fields), *audio(tone(2))) == [(expected, True, True)]


def test_profanities_are_left_out_of_partials_too() -> None:
    with Emulator(stt=ScriptedSpeech([("damn", 0, 300), ("cups", 400, 700)])) as emulator:
        told = said(emulator, config(partial_results=True, profanity_filter=True), *audio(tone(2)))
    assert told == [("cups", False, False), ("cups", True, True)]


def test_an_utterance_of_profanities_still_ends() -> None:
    with Emulator(stt=ScriptedSpeech([("damn", 0, 300)])) as emulator:
        assert said(emulator, config(profanity_filter=True), *audio(tone(2))) == [("", True, True)]


def test_several_finals_may_come_before_the_end_of_an_utterance() -> None:
    with Emulator(stt=ScriptedSpeech(CONVERSATION[:3], words_per_final=2)) as emulator:
        assert said(emulator, config(), *audio(tone(2))) == [
            ("20 damn", True, False),
            ("cups", True, True),
        ]


# A single utterance.


def test_after_a_single_utterance_audio_is_ignored(emulator: Emulator) -> None:
    told = said(emulator, config(single_utterance=True), *audio(tone(4)))
    assert told == [("20 damn cups", True, True)]


def test_what_comes_with_the_end_of_a_single_utterance_is_ignored_too(emulator: Emulator) -> None:
    told = said(
        emulator, config(single_utterance=True, partial_results=True), *audio(tone(4), 10**6)
    )
    assert told == [("20 damn cups", True, True)]


def test_a_single_utterance_may_end_with_the_audio(emulator: Emulator) -> None:
    told = said(emulator, config(single_utterance=True), *audio(tone(0.8)))
    assert told == [("20", True, True)]


def test_after_a_single_utterance_the_rules_still_hold(emulator: Emulator) -> None:
    session = [config(single_utterance=True), *audio(tone(4))]
    assert refusal_of(emulator, *session, config()).code == INVALID


@pytest.mark.asyncio
async def test_after_a_single_utterance_the_client_has_to_end_the_session(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    time = LoopTime(monkeypatch)
    # Longer than the session may last: it is not idle because of a slow machine.
    idle, aborted = 2 * DEADLINE, grpc.StatusCode.ABORTED
    limits = Limits(stt_stream_idle=idle, stt_stream_idle_code=aborted)
    session = [config(single_utterance=True), *audio(tone(4))]
    async with Emulator(stt=ScriptedSpeech(CONVERSATION), limits=limits) as emulator:
        assert len(await asyncio.to_thread(said, emulator, *session)) == 1
        with grpc.insecure_channel(emulator.target) as channel:
            stub = v2_grpc.SttServiceStub(channel)
            hold = Event()
            left_open = _open_ended(session, hold)
            call: Any = stub.StreamingRecognize(left_open, metadata=API_KEY, timeout=DEADLINE)
            (only,) = (await asyncio.to_thread(next, call)).chunks
            refusal = await time.flies(lambda: _end(call))
            hold.set()
    assert only.end_of_utterance
    assert refusal.code == aborted


def _end(call: Any) -> Refused:
    """How a session ends that has nothing more to tell."""
    with refused() as refusal:
        assert not list(call)
    return refusal


def _open_ended(requests: Sequence[Request], hold: Event) -> Iterator[Request]:
    yield from requests
    hold.wait(DEADLINE)


# Formats and rules.


def test_ogg_is_the_default_encoding(samples: Path) -> None:
    content = (samples / "kettle.ogg").read_bytes()
    for encoding in (Spec.AUDIO_ENCODING_UNSPECIFIED, Spec.OGG_OPUS):
        with Emulator(stt="scripted") as emulator:
            told = said(
                emulator,
                config(audio_encoding=encoding, sample_rate_hertz=0),
                *audio(content, 4000),
            )
        assert all(final for _, final, _ in told)
        assert told[0][0].startswith("word-0 word-1")


@pytest.mark.parametrize("rate", [8_000, 16_000, 48_000])
def test_bare_samples_have_one_of_three_rates(rate: int) -> None:
    with Emulator(stt="scripted") as emulator:
        session = config(sample_rate_hertz=0 if rate == 48_000 else rate)
        assert said(emulator, session, *audio(tone(1, rate))) == [("word-0 word-1", True, True)]


def test_a_session_without_audio_ends_well(emulator: Emulator) -> None:
    assert said(emulator, config()) == []


@pytest.mark.parametrize(
    ("requests", "said_of_it"),
    [
        ([], "first message"),
        (audio(b"\0\0"), "first message"),
        ([Request()], "first message"),
        ([config(), config()], "first message only"),
        ([config(), *audio(b"\0\0"), config()], "first message only"),
        ([config(), Request()], "streaming_request"),
        ([config(audio_encoding=Spec.MP3)], "audio_encoding"),
        ([config(sample_rate_hertz=22_050)], "sample_rate_hertz"),
        ([config(audio_channel_count=2)], "audio_channel_count"),
        ([config(model="deferred-general")], "model"),
        ([config(audio_encoding=Spec.OGG_OPUS), *audio(quiet(1))], "audio_encoding"),
        (
            [
                config(audio_encoding=Spec.OGG_OPUS),
                *audio(encoded(tones(1, 16_000, 440, 880), 16_000, "OGG_OPUS")),
            ],
            "1 channel",
        ),
    ],
)
def test_what_breaks_a_rule_is_refused(
    emulator: Emulator, requests: list[Request], said_of_it: str
) -> None:
    refusal = refusal_of(emulator, *requests)
    assert refusal.code == INVALID
    assert said_of_it in refusal.text


def test_a_language_without_an_engine_is_refused() -> None:
    with Emulator(stt="pocketsphinx") as emulator:
        refusal = refusal_of(emulator, config(language_code="ru-RU"))
    assert refusal.code == grpc.StatusCode.FAILED_PRECONDITION


def test_user_accounts_name_their_folder() -> None:
    with Emulator(stt="scripted", accounts=Accounts(bearers="user")) as emulator:
        assert said(emulator, config("a-folder"), metadata=BEARER) == []
        refusal = refusal_of(emulator, config(), metadata=BEARER)
    assert refusal.code == INVALID
    assert "folder_id" in refusal.text


def test_service_accounts_have_one_folder() -> None:
    with Emulator(stt="scripted", folder_id="home") as emulator:
        assert said(emulator, config("home")) == []
        assert refusal_of(emulator, config("elsewhere")).code == INVALID


def test_a_session_counts_for_the_quota_of_streams() -> None:
    with Emulator(stt="scripted", quotas={"stt_stream": (1, 3600)}) as emulator:
        assert said(emulator, config()) == []
        assert refusal_of(emulator, config()).code == grpc.StatusCode.RESOURCE_EXHAUSTED
