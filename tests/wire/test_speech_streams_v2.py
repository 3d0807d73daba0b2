"""``stt_v2.stream`` on real sockets: what arrives, what comes back, and what is left over."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import grpc
import pytest
from ycgrpc_pb.yandex.cloud.ai.stt.v2 import stt_service_pb2 as v2

from tests.wire.colours import Aio, Colour, Sync
from tests.wire.server import PATIENCE
from tests.wire.test_speech_streams import (
    PIECE,
    RATE,
    THREE_SECONDS,
    WORDS,
    Broken,
    Service,
    all_gone,
    busy,
    chunks,
    close,
    collected,
    connected,
    endless,
    finals,
    renewing,
    step,
)
from ycgrpc import audio, errors
from ycgrpc.audio import Silence, UtteranceEnd
from ycgrpc.emulator import Emulator, Fault, Limits, ScriptedSpeech
from ycgrpc.types.speech import EndOfUtterance, Final, Partial, SpeechEvent

SAMPLES = Path(__file__).parents[2] / "examples" / "samples"
METHOD = "SttService/StreamingRecognize"
Request = v2.StreamingRecognitionRequest
Response = v2.StreamingRecognitionResponse


@pytest.fixture(autouse=True)
def _nothing_is_left_over(colour: Colour) -> Iterator[None]:
    yield
    all_gone(colour)


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(stt=ScriptedSpeech(WORDS)) as running:
        yield running


def said(text: str, *, final: bool = False, end: bool = False) -> Response:
    best = [v2.SpeechRecognitionAlternative(text=text)]
    chunk = v2.SpeechRecognitionChunk(alternatives=best, final=final, end_of_utterance=end)
    return Response(chunks=[chunk])


def counting(requests: Iterator[Any], context: Any) -> Iterator[Response]:
    for number, _ in enumerate(requests):
        if number:
            yield said(f"{number}", final=number % 10 == 0)


@pytest.mark.parametrize("partial", [True, False])
def test_events(colour: Colour, emulator: Emulator, partial: bool) -> None:
    client = connected(colour, emulator.target)
    pieces = [THREE_SECONDS[at : at + 3_200] for at in range(0, 48_000, 3_200)]
    events = collected(colour, client.stt_v2.stream(chunks(pieces), partial=partial))
    assert finals(events) == ["hello there", "bye"]
    assert any(isinstance(event, Partial) for event in events) is partial
    assert [e.index for e in events if isinstance(e, Final)] == [0, 1]
    kinds = [type(event) for event in events if not isinstance(event, Partial)]
    assert kinds == [Final, EndOfUtterance] * 2


def test_every_setting_arrives(colour: Colour) -> None:
    seen: list[Any] = []

    def note(requests: Iterator[Any], context: Any) -> Iterator[Any]:
        seen.extend(requests)
        return iter(())

    with Service(note, Request) as service:
        client = connected(colour, service.target, folder_id="b1g")
        stream = client.stt_v2.stream(
            chunks([PIECE, Silence(300)]),
            language="en-US",
            model="general:rc",
            profanity_filter=True,
            literature_text=True,
            raw_results=True,
            single_utterance=True,
        )
        collected(colour, stream)
    spec = v2.RecognitionSpec(
        audio_encoding=v2.RecognitionSpec.LINEAR16_PCM,
        sample_rate_hertz=RATE,
        language_code="en-US",
        model="general:rc",
        profanity_filter=True,
        literature_text=True,
        raw_results=True,
        single_utterance=True,
        partial_results=True,
    )
    assert seen[0].config == v2.RecognitionConfig(specification=spec, folder_id="b1g")
    assert b"".join(request.audio_content for request in seen[1:]) == PIECE + bytes(4_800)


@pytest.mark.parametrize("name", ["kettle.wav", "kettle.ogg", "ticket-8khz.pcm"])
def test_files(colour: Colour, name: str) -> None:
    source: Any = SAMPLES / name
    if name.endswith("pcm"):
        source = audio.file(source, sample_rate=RATE)
    with Emulator(stt=ScriptedSpeech()) as emulator:
        client = connected(colour, emulator.target)
        events = collected(colour, client.stt_v2.stream(source))
    assert finals(events)[0].startswith("word")


def test_a_container_goes_through_as_it_is(colour: Colour) -> None:
    content = (SAMPLES / "kettle.ogg").read_bytes()
    with Emulator(stt=ScriptedSpeech()) as emulator:
        client = connected(colour, emulator.target)
        pieces = [content[at : at + 999] for at in range(0, len(content), 999)]
        events = collected(colour, client.stt_v2.stream(audio.chunks(pieces, encoding="ogg_opus")))
    assert finals(events)[0].startswith("word")


def test_a_single_utterance_ends_the_stream(colour: Colour, emulator: Emulator) -> None:
    """Though the source would go on for ever."""
    client = connected(colour, emulator.target)
    events = collected(colour, client.stt_v2.stream(chunks(endless()), single_utterance=True))
    assert finals(events) == ["hello there"]
    assert isinstance(events[-1], EndOfUtterance)


@pytest.mark.parametrize("kind", ["pcm", "ogg_opus"])
def test_a_single_utterance_of_a_source_that_falls_silent(colour: Colour, kind: Any) -> None:
    """The service waits until nothing more is sent, which it is told at once."""
    waits = threading.Event()
    closed = threading.Event()

    def source() -> Iterator[bytes]:
        yield PIECE * 5
        waits.wait(PATIENCE)

    def one(requests: Iterator[Any], context: Any) -> Iterator[Response]:
        next(requests)
        next(requests)
        yield said("one", final=True, end=True)
        for _ in requests:
            pass
        closed.set()

    with Service(one, Request) as service:
        client = connected(colour, service.target)
        rate = RATE if kind == "pcm" else None
        pieces = chunks(source(), encoding=kind, sample_rate=rate)
        events = collected(colour, client.stt_v2.stream(pieces, single_utterance=True))
        assert finals(events) == ["one"]
        assert colour.wait(closed)
        waits.set()


@pytest.mark.parametrize("code", [grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.OUT_OF_RANGE])
def test_an_interruption(colour: Colour, code: grpc.StatusCode) -> None:
    """There is no going on in another session; a limit that is reached is raised as itself."""
    with Emulator(stt=ScriptedSpeech(WORDS)) as emulator:
        emulator.script(METHOD, Fault(code, after_audio=2.0))
        client = connected(colour, emulator.target)
        wanted: Any = errors.StreamInterrupted
        if code is grpc.StatusCode.OUT_OF_RANGE:
            wanted = errors.OutOfRange
        with pytest.raises(wanted):
            collected(colour, client.stt_v2.stream(chunks([THREE_SECONDS])))
        assert len(emulator.report()) == 1


def test_a_source_that_stops(colour: Colour) -> None:
    waits = threading.Event()

    def source() -> Iterator[bytes]:
        yield THREE_SECONDS[:32_000]
        waits.wait(PATIENCE)

    limits = Limits(stt_stream_idle=0.2)
    with Emulator(stt=ScriptedSpeech(WORDS), limits=limits) as emulator:
        client = connected(colour, emulator.target)
        with pytest.raises(errors.StreamInterrupted) as raised:
            collected(colour, client.stt_v2.stream(chunks(source())))
        waits.set()
    (final,) = raised.value.finals
    assert isinstance(final, Final)
    assert final.text == "hello there"


def test_an_expired_token_is_renewed_once(colour: Colour) -> None:
    """What was sent meanwhile is sent again."""
    tokens: list[str] = []
    received: list[bytes] = []

    def strict(requests: Iterator[Any], context: Any) -> Iterator[Any]:
        tokens.append(dict(context.invocation_metadata())["authorization"])
        if len(tokens) == 1:
            for _ in range(3):
                next(requests)
            context.abort(grpc.StatusCode.UNAUTHENTICATED, "expired")
        assert next(requests).HasField("config")
        received.extend(request.audio_content for request in requests)
        return iter(())

    content = bytes(range(256)) * 400
    with Service(strict, Request) as service:
        client = connected(colour, service.target, credentials=renewing())
        collected(colour, client.stt_v2.stream(chunks([content])))
    assert tokens == ["Bearer t1.token-0", "Bearer t1.token-1"]
    assert b"".join(received) == content


@pytest.mark.parametrize(
    ("pieces", "settings", "words"),
    [
        ([PIECE], {"sample_rate": 44_100}, "8000, 16000, 48000"),
        ([PIECE], {"channels": 2}, "a stream has one"),
        ([PIECE], {"encoding": "mp3", "sample_rate": None}, "pcm or ogg_opus"),
        ([PIECE, UtteranceEnd()], {}, "only in version 3"),
        ([], {}, "must not be empty"),
        ([b"\1"], {}, "odd number"),
        (["text"], {}, "a str"),
    ],
)
def test_bad_audio_is_refused_here(
    colour: Colour, emulator: Emulator, pieces: Any, settings: dict[str, Any], words: str
) -> None:
    client = connected(colour, emulator.target)
    with pytest.raises(errors.InvalidRequest, match=words):
        collected(colour, client.stt_v2.stream(chunks(pieces, **settings)))


def test_a_refusal_is_raised_as_itself(colour: Colour) -> None:
    with Emulator(stt=ScriptedSpeech(WORDS)) as emulator:
        client = connected(colour, emulator.target)
        for _ in range(5):
            emulator.script(METHOD, Fault(grpc.StatusCode.PERMISSION_DENIED))
            with pytest.raises(errors.PermissionDenied):
                collected(colour, client.stt_v2.stream(chunks([PIECE] * 500)))


def test_a_source_that_raises(colour: Colour) -> None:
    heard = threading.Event()

    def source() -> Iterator[bytes]:
        yield PIECE * 20
        heard.wait(PATIENCE)
        raise Broken

    def note(event: SpeechEvent) -> None:
        if event.final:
            heard.set()

    with Service(counting, Request) as service:
        client = connected(colour, service.target)
        with pytest.raises(Broken):
            colour.collect(client.stt_v2.stream(chunks(source())), note)
        assert colour.wait(service.ended)


def test_whoever_leaves_early_ends_it_all(colour: Colour) -> None:
    with Service(counting, Request) as service:
        client = connected(colour, service.target)
        stream = client.stt_v2.stream(chunks(endless()))
        step(colour, stream)
        assert busy(colour)
        close(colour, stream)
        all_gone(colour)
        assert colour.wait(service.ended)


def test_an_async_source_is_for_the_other_client(colour: Colour, emulator: Emulator) -> None:
    async def source() -> Any:
        yield THREE_SECONDS

    client = connected(colour, emulator.target)
    if isinstance(colour, Aio):
        assert finals(collected(colour, client.stt_v2.stream(chunks(source())))) == [
            "hello there",
            "bye",
        ]
        return
    assert isinstance(colour, Sync)
    with pytest.raises(errors.ConfigurationError):
        collected(colour, client.stt_v2.stream(chunks(source())))
