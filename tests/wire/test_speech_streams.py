"""``stt.stream`` and ``stt.call`` on real sockets: what arrives, what comes back, what is left over."""

from __future__ import annotations

import asyncio
import gc
import io
import signal
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Self

import grpc
import pytest
from google.protobuf.message import Message
from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_pb2 as v3

from tests.unit.test_audio import Device
from tests.unit.test_recordings import wav
from tests.wire.colours import CREDENTIALS, Aio, Colour, Sync
from tests.wire.server import PATIENCE
from tests.wire.test_speech import twin
from ycgrpc import IamToken, audio, errors
from ycgrpc._core.conversation import Conversation
from ycgrpc.audio import AudioSource, Silence, UtteranceEnd
from ycgrpc.emulator import Emulator, Fault, Limits, ScriptedSpeech
from ycgrpc.types.speech import (
    EndOfUtterance,
    Final,
    Partial,
    Refinement,
    SpeakerFigures,
    SpeechEvent,
    Status,
)

SAMPLES = Path(__file__).parents[2] / "examples" / "samples"
METHOD = "Recognizer/RecognizeStreaming"
RATE = 8_000
PIECE = b"\1\0" * (RATE // 5)
"""A fifth of a second."""
WORDS = [("hello", 100, 400), ("there", 500, 900), ("bye", 2000, 2300)]


def _serialized(message: Message) -> bytes:
    return message.SerializeToString()


Behaviour = Callable[[Iterator[Any], Any], Iterable[Any]]


class Service:
    """A server of streams of speech that behaves as a test says, message by message.

    Attributes:
        calls: How many there were.
        ended: Set when the last of them is over.
    """

    def __init__(self, behaviour: Behaviour, kind: Any = v3.StreamingRequest) -> None:
        self.calls = 0
        self.ended = threading.Event()
        self._behaviour = behaviour
        self._kind = kind
        self._pool = ThreadPoolExecutor(8)
        self._server = grpc.server(self._pool)
        self._server.add_generic_rpc_handlers([self])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
        self.target = f"127.0.0.1:{self._server.add_insecure_port('127.0.0.1:0')}"

    def service(self, details: Any) -> Any:
        make: Any = grpc.stream_stream_rpc_method_handler
        return make(self._behave, self._kind.FromString, _serialized)

    def _behave(self, requests: Iterator[Any], context: Any) -> Iterator[Any]:
        self.calls += 1
        self.ended.clear()
        context.add_callback(self.ended.set)
        yield from self._behaviour(requests, context)

    def __enter__(self) -> Self:
        self._server.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.stop(None).wait(PATIENCE)
        self._pool.shutdown()


def cursors(milliseconds: int, **further: int) -> v3.AudioCursors:
    return v3.AudioCursors(received_data_ms=milliseconds, **further)


def update(text: str, start: int = 0, end: int = 0) -> v3.AlternativeUpdate:
    alternative = v3.Alternative(text=text, start_time_ms=start, end_time_ms=end)
    return v3.AlternativeUpdate(alternatives=[alternative])


def counting(requests: Iterator[Any], context: Any) -> Iterator[v3.StreamingResponse]:
    """Say a number for each fifth of a second, and settle each tenth of them."""
    received = number = 0
    for request in requests:
        if request.WhichOneof("Event") == "session_options":
            yield v3.StreamingResponse(status_code=v3.StatusCode(code_type=v3.WORKING))
            continue
        number += 1
        received += len(request.chunk.data) * 500 // RATE
        if number % 10:
            yield v3.StreamingResponse(
                partial=update(f"p{number}"), audio_cursors=cursors(received), channel_tag="0"
            )
        else:
            yield v3.StreamingResponse(
                final=update(f"f{number}", received - 100, received),
                audio_cursors=cursors(
                    received, final_time_ms=received, final_index=number // 10 - 1
                ),
                channel_tag="0",
            )
            yield v3.StreamingResponse(
                eou_update=v3.EouUpdate(time_ms=received), audio_cursors=cursors(received)
            )


def connected(colour: Colour, target: str, **settings: Any) -> Any:
    return colour.client(
        settings.pop("credentials", CREDENTIALS), endpoint=target, plaintext=True, **settings
    )


def chunks(pieces: Any, **settings: Any) -> AudioSource:
    settings.setdefault("sample_rate", RATE)
    return audio.chunks(pieces, **settings)


def collected(colour: Colour, stream: Any) -> list[SpeechEvent]:
    events: list[SpeechEvent] = []
    colour.collect(stream, events.append)
    return events


def step(colour: Colour, stream: Any) -> Any:
    """The next event, and nothing more."""
    if isinstance(colour, Aio):
        return colour.runner.run(_anext(stream))
    return next(stream)


async def _anext(stream: Any) -> Any:
    return await anext(stream)


def calls_of(monkeypatch: pytest.MonkeyPatch, name: str) -> list[str]:
    """A list that grows with each call of a method of the conversation."""
    calls: list[str] = []
    called: Any = getattr(Conversation, name)

    def noted(self: Conversation, *arguments: Any) -> Any:
        result = called(self, *arguments)
        calls.append(name)
        return result

    monkeypatch.setattr(Conversation, name, noted)
    return calls


def close(colour: Colour, stream: Any) -> None:
    if isinstance(colour, Aio):
        colour.runner.run(stream.aclose())
    else:
        stream.close()


def finals(events: Iterable[SpeechEvent]) -> list[str]:
    return [event.text for event in events if isinstance(event, Final)]


def busy(colour: Colour) -> list[str]:
    """Names of the threads and tasks of streams."""
    names = [thread.name for thread in threading.enumerate()]
    if isinstance(colour, Aio):
        names += [task.get_name() for task in asyncio.all_tasks(colour.runner.get_loop())]
    return [name for name in names if name in ("ycgrpc-audio", "ycgrpc-speech", "ycgrpc-sending")]


def all_gone(colour: Colour) -> None:
    colour.wait_until(lambda: not busy(colour))


@pytest.fixture(autouse=True)
def _nothing_is_left_over(colour: Colour) -> Iterator[None]:
    yield
    gc.collect()
    all_gone(colour)


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between sessions nobody waits."""

    def none(attempt: int, chance: float) -> float:
        return 0.0

    monkeypatch.setattr("ycgrpc._core.retries.pause", none)


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    """Hears three words in two utterances, whatever it gets."""
    with Emulator(stt=ScriptedSpeech(WORDS)) as running:
        yield running


THREE_SECONDS = bytes(2 * RATE * 3)


# --- What comes back.


def test_events_are_typed_and_on_one_timeline(colour: Colour, emulator: Emulator) -> None:
    client = connected(colour, emulator.target)
    source = chunks([THREE_SECONDS[at : at + 3_200] for at in range(0, 48_000, 3_200)])
    events = collected(colour, client.stt.stream(source, normalization=True, speaker_analysis=True))
    kinds = [type(event) for event in events]
    assert kinds[0] is Status
    assert kinds[-1] is Status
    assert {Partial, Final, Refinement, EndOfUtterance, SpeakerFigures} < set(kinds)
    first, second = [event for event in events if isinstance(event, Final)]
    assert (first.text, first.channel, first.index, first.start, first.end) == (
        "hello there",
        "0",
        0,
        0.1,
        0.9,
    )
    assert [(word.text, word.start, word.end) for word in second.words] == [("bye", 2.0, 2.3)]
    assert second.index == 1
    assert second.final == second.text
    assert not second.partial
    order = kinds.index
    assert order(Partial) < order(Final) < order(Refinement) < order(EndOfUtterance)
    refined = [event for event in events if isinstance(event, Refinement)]
    assert [event.index for event in refined] == [0, 1]
    times = [event.time for event in events if not isinstance(event, SpeakerFigures)]
    assert times == sorted(times)
    assert times[-1] == 3.0


def test_without_partials(colour: Colour, emulator: Emulator) -> None:
    client = connected(colour, emulator.target)
    events = collected(colour, client.stt.stream(chunks([THREE_SECONDS]), partial=False))
    assert finals(events) == ["hello there", "bye"]
    assert not any(isinstance(event, Partial) for event in events)


def test_options_arrive(colour: Colour) -> None:
    seen: list[v3.StreamingRequest] = []

    def note(requests: Iterator[Any], context: Any) -> Iterator[Any]:
        seen.extend(requests)
        yield v3.StreamingResponse(status_code=v3.StatusCode())

    with Service(note) as service:
        client = connected(colour, service.target)
        collected(
            colour,
            client.stt.stream(
                chunks([PIECE, Silence(300)]),
                language=["en-US", "de-DE"],
                model="general:rc",
                literature_text=True,
                eou_sensitivity="high",
                max_pause_between_words_ms=700,
                full_data=True,
            ),
        )
    options = seen[0].session_options
    model = options.recognition_model
    assert model.model == "general:rc"
    assert model.audio_format.raw_audio.sample_rate_hertz == RATE
    assert list(model.language_restriction.language_code) == ["en-US", "de-DE"]
    assert model.text_normalization.literature_text
    assert model.audio_processing_type == v3.RecognitionModelOptions.FULL_DATA
    default = options.eou_classifier.default_classifier
    assert default.type == v3.DefaultEouClassifier.HIGH
    assert default.max_pause_between_words_hint_ms == 700
    assert [request.WhichOneof("Event") for request in seen[1:]] == ["chunk", "silence_chunk"]
    assert seen[1].chunk.data == PIECE
    assert seen[2].silence_chunk.duration_ms == 300


def test_the_source_ends_utterances(colour: Colour, emulator: Emulator) -> None:
    client = connected(colour, emulator.target)
    pieces = [THREE_SECONDS[:7_200], UtteranceEnd(), THREE_SECONDS[7_200:], UtteranceEnd()]
    events = collected(colour, client.stt.stream(chunks(pieces), external_eou=True))
    assert finals(events) == ["hello", "there bye"]
    assert [event.at for event in events if isinstance(event, EndOfUtterance)] == [0.45, 3.0]


# --- Where it comes from.


@pytest.mark.parametrize("name", ["kettle.wav", "kettle.ogg", "kettle.mp3", "ticket-8khz.pcm"])
def test_files(colour: Colour, name: str, tmp_path: Path) -> None:
    content = (SAMPLES / name).read_bytes()
    anonymous = tmp_path / "recording"
    anonymous.write_bytes(content)
    settings: dict[str, Any] = {"sample_rate": RATE} if name.endswith("pcm") else {}
    length = 5.7 if "kettle" in name else 3.6
    with Emulator(stt=ScriptedSpeech()) as emulator:
        client = connected(colour, emulator.target)
        for source in (str(anonymous), anonymous, content, io.BytesIO(content)):
            events = collected(colour, client.stt.stream(audio.file(source, **settings)))
            assert finals(events)[0].startswith("word-0")
            assert events[-1].time == pytest.approx(length, abs=0.15), name
        if not settings:
            assert finals(collected(colour, client.stt.stream(anonymous))) == finals(events)


def test_a_container_goes_through_as_it_is(colour: Colour) -> None:
    content = (SAMPLES / "kettle.ogg").read_bytes()
    with Emulator(stt=ScriptedSpeech()) as emulator:
        client = connected(colour, emulator.target)
        source = audio.chunks(
            (content[at : at + 1000] for at in range(0, len(content), 1000)), encoding="ogg_opus"
        )
        events = collected(colour, client.stt.stream(source))
    assert events[-1].time == pytest.approx(5.7, abs=0.15)
    assert finals(events)


def test_real_time(colour: Colour, emulator: Emulator) -> None:
    client = connected(colour, emulator.target)
    began = time.monotonic()
    collected(colour, client.stt.stream(audio.file(wav(PIECE * 5, rate=RATE), realtime=True)))
    assert time.monotonic() - began > 0.7, "the fifth fifth is not spoken before"


def test_async_pieces(emulator: Emulator, colour: Colour) -> None:
    closed: list[str] = []

    async def spoken() -> AsyncIterator[Any]:
        try:
            for _ in range(15):
                yield PIECE
        finally:
            closed.append("closed")

    client = connected(colour, emulator.target)
    if isinstance(colour, Sync):
        with pytest.raises(errors.ConfigurationError, match="AsyncClient"):
            collected(colour, client.stt.stream(chunks(spoken())))
        return
    assert finals(collected(colour, client.stt.stream(chunks(spoken())))) == ["hello there", "bye"]
    assert closed == ["closed"]


def test_a_microphone(colour: Colour, emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> None:
    device = Device([PIECE] * 15)
    monkeypatch.setitem(sys.modules, "sounddevice", device)
    client = connected(colour, emulator.target)
    source = audio.microphone(sample_rate=RATE, device=3)
    stream = client.stt.stream(source)
    while not isinstance(step(colour, stream), Final):
        assert device.open
    close(colour, stream)
    all_gone(colour)
    assert not device.open
    assert device.settings["samplerate"] == RATE
    assert device.settings["device"] == 3


def test_a_microphone_that_is_closed_ends_the_stream_well(
    colour: Colour, emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sounddevice", Device([PIECE] * 15))
    client = connected(colour, emulator.target)
    source = audio.microphone(sample_rate=RATE)
    heard: list[str] = []

    def note(event: SpeechEvent) -> None:
        heard.append(event.final)
        if event.final == "hello there":
            source.close()

    colour.collect(client.stt.stream(source), note)
    assert [text for text in heard if text] == ["hello there", "bye"]


# --- Who holds up whom.


@pytest.mark.parametrize(
    ("continuous", "most"),
    [(True, 15), (False, 200)],  # gRPC itself holds 4 MB, which is 133 pieces
    ids=["continuous", "one session"],
)
def test_a_slow_network_holds_the_source_back(colour: Colour, continuous: bool, most: int) -> None:
    reads = threading.Event()
    exhausted = threading.Event()
    taken: list[int] = []
    received: list[int] = []

    def slow(requests: Iterator[Any], context: Any) -> Iterator[Any]:
        reads.wait(PATIENCE)
        size = 0
        for request in requests:
            size += len(request.chunk.data)
            received.append(len(request.chunk.data))
            yield v3.StreamingResponse(
                audio_cursors=cursors(size * 500 // RATE), partial=update("")
            )

    def source() -> Iterator[bytes]:
        for number in range(400):
            taken.append(number)
            yield bytes(32_000)  # two seconds
        exhausted.set()

    def watch() -> None:
        exhausted.wait(0.7)
        at_most.append(len(taken))
        reads.set()

    at_most: list[int] = []
    watcher = threading.Thread(target=watch)
    with Service(slow) as service:
        client = connected(colour, service.target)
        watcher.start()
        stream = client.stt.stream(chunks(source()), continuous=continuous)
        collected(colour, stream)
    watcher.join()
    assert at_most[0] < most, "some of it is on its way, the rest waits where it is"
    assert sum(received) == 400 * 32_000


def test_a_slow_listener_does_not_hold_up_the_audio(
    colour: Colour, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Partials that nobody took give way to later ones; what is settled is all there."""
    seen = calls_of(monkeypatch, "receive")
    with Service(counting) as service:
        client = connected(colour, service.target)
        stream = client.stt.stream(chunks([PIECE] * 500))
        assert isinstance(step(colour, stream), Status)
        # Nobody takes an event, and all of the audio is sent and answered.
        colour.wait_until(lambda: len(seen) == 1 + 500 + 50)
        assert colour.wait(service.ended)
        events = collected(colour, stream)
    assert finals(events) == [f"f{number}" for number in range(10, 501, 10)]
    partials = [event.text for event in events if isinstance(event, Partial)]
    assert partials == [f"p{number}" for number in range(9, 500, 10)]


# --- What is wrong with the audio.


def raw(**settings: Any) -> Callable[[], AudioSource]:
    return lambda: chunks([PIECE], **settings)


BAD: dict[str, tuple[Callable[[], AudioSource], str]] = {
    "rate": (raw(sample_rate=4_000), "8,000 to 48,000"),
    "no rate": (raw(sample_rate=None), "sample_rate"),
    "stereo": (raw(channels=2), "a stream has one"),
    "stereo file": (lambda: audio.file(wav(PIECE, channels=2)), "a stream has one"),
    "no recording": (lambda: audio.file(b"no recording"), "something else"),
    "foreign": (lambda: audio.file(b"fLaC" + bytes(100)), "FLAC"),
    "no file": (lambda: audio.file("/nowhere/at/all.wav"), "nowhere"),
    "empty": (lambda: chunks([]), "must not be empty"),
    "empty pieces": (lambda: chunks([b"", b""]), "must not be empty"),
    "empty file": (lambda: audio.file(wav(b"")), "must not be empty"),
    "odd": (lambda: chunks([PIECE, b"\1"]), "odd number"),
    "odd alone": (lambda: chunks([b"\1"]), "odd number"),
    "odd file": (lambda: audio.file(b"\1\0\1", sample_rate=RATE), "odd number"),
    "text": (lambda: chunks([PIECE, "text"]), "a str"),
    "None": (lambda: chunks([PIECE, None, PIECE]), "a NoneType"),
    "number": (lambda: chunks([PIECE, 5], realtime=True), "a int"),
    "one piece": (lambda: chunks(PIECE), "one piece"),
    "no pieces": (lambda: chunks(5), "a int"),
    "end": (lambda: chunks([PIECE, UtteranceEnd()]), "external_eou=True"),
    "negative": (lambda: chunks([PIECE, Silence(-1)]), "0 or more"),
    "fraction": (lambda: chunks([PIECE, Silence(0.5)]), "whole"),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    "silence": (
        lambda: audio.chunks([b"OggS" * 99, Silence(10)], encoding="ogg_opus"),
        "only with pcm",
    ),
    "real time": (lambda: audio.chunks([], encoding="mp3", realtime=True), "only with pcm"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_audio_is_refused_here(colour: Colour, emulator: Emulator, name: str) -> None:
    make, words = BAD[name]
    client = connected(colour, emulator.target)
    with pytest.raises(errors.InvalidRequest, match=words):
        collected(colour, client.stt.stream(make()))


def test_audio_of_another_kind_is_refused_there(colour: Colour, emulator: Emulator) -> None:
    """In the service's words, though it ends the call while more is being sent.

    Now and then grpc.aio loses those words, and a stream of a container cannot ask a second time.
    """
    kinds: tuple[type[errors.Error], ...] = (errors.InvalidArgument,)
    if colour.name == "aio":
        kinds = (errors.InvalidArgument, errors.StreamInterrupted)
    client = connected(colour, emulator.target)
    pieces = [b"this is no OGG at all " * 100] * 200
    with pytest.raises(kinds) as refused:
        collected(colour, client.stt.stream(audio.chunks(pieces, encoding="ogg_opus")))
    assert "not OGG" in str(refused.value) or colour.name == "aio"


class Broken(Exception):
    """What a source may raise."""


@pytest.mark.parametrize("kind", ["blocking", "async"])
def test_a_source_that_raises(colour: Colour, kind: str) -> None:
    heard = threading.Event()

    def source() -> Iterator[bytes]:
        yield PIECE * 20
        heard.wait(PATIENCE)
        raise Broken

    async def async_source() -> AsyncIterator[bytes]:
        yield PIECE * 20
        await asyncio.to_thread(heard.wait, PATIENCE)
        raise Broken

    if kind == "async" and isinstance(colour, Sync):
        pytest.skip("there is no waiting for it")
    events: list[SpeechEvent] = []

    def note(event: SpeechEvent) -> None:
        events.append(event)
        if event.final:
            heard.set()

    with Service(counting) as service:
        client = connected(colour, service.target)
        stream = client.stt.stream(chunks(source() if kind == "blocking" else async_source()))
        with pytest.raises(Broken):
            colour.collect(stream, note)
        assert colour.wait(service.ended)
    assert finals(events)[0] == "f10"


def test_a_source_that_raises_at_once(colour: Colour, emulator: Emulator) -> None:
    def source() -> Iterator[bytes]:
        raise Broken
        yield b""

    client = connected(colour, emulator.target)
    with pytest.raises(Broken):
        collected(colour, client.stt.stream(chunks(source())))


class Stop(BaseException):
    """What is no ``Exception``, as what a source was cancelled or interrupted by."""


def test_a_source_that_is_stopped_from_outside(colour: Colour) -> None:
    def source() -> Iterator[bytes]:
        yield PIECE * 20
        raise Stop

    with Service(counting) as service:
        client = connected(colour, service.target)
        with pytest.raises(Stop):
            collected(colour, client.stt.stream(chunks(source())))


def test_a_source_that_is_cancelled() -> None:
    colour = Aio()

    async def source() -> AsyncIterator[bytes]:
        yield PIECE * 20
        raise asyncio.CancelledError

    with Service(counting) as service:
        client = connected(colour, service.target)
        with pytest.raises(asyncio.CancelledError):
            collected(colour, client.stt.stream(chunks(source())))
        all_gone(colour)
        colour.close()


def test_a_source_that_stops_without_continuous(colour: Colour) -> None:
    waits = threading.Event()

    def source() -> Iterator[bytes]:
        yield THREE_SECONDS[:32_000]
        waits.wait(PATIENCE)

    limits = Limits(stt_stream_idle=0.2)
    with Emulator(stt=ScriptedSpeech(WORDS), limits=limits) as emulator:
        client = connected(colour, emulator.target)
        with pytest.raises(errors.StreamInterrupted) as raised:
            collected(colour, client.stt.stream(chunks(source()), continuous=False))
        waits.set()
    (final,) = raised.value.finals
    assert isinstance(final, Final)
    assert final.text == "hello there"


def test_an_idle_client_does_not_turn_in_circles(
    colour: Colour, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once all is sent there is nothing to do until more comes."""
    waits = threading.Event()
    sends = calls_of(monkeypatch, "send")

    def source() -> Iterator[bytes]:
        yield PIECE
        waits.wait(2.5)

    with Service(counting) as service:
        client = connected(colour, service.target)
        collected(colour, client.stt.stream(chunks(source()), continuous=False))
    assert len(sends) < 30


# --- Who leaves.


def endless(taken: list[str] | None = None) -> Iterator[bytes]:
    try:
        while True:
            yield PIECE
    finally:
        if taken is not None:
            taken.append("closed")


@pytest.mark.parametrize("how", ["break", "close", "drop"])
def test_whoever_leaves_early_ends_it_all(colour: Colour, how: str) -> None:
    closed: list[str] = []
    with Service(counting) as service:
        client = connected(colour, service.target)
        stream = client.stt.stream(chunks(endless(closed)))
        if how == "break":
            assert len(colour.take(stream, 3)) == 3
        else:
            step(colour, stream)
            assert busy(colour)
        if how == "close":
            close(colour, stream)
            if isinstance(colour, Aio):
                assert not [name for name in busy(colour) if name != "ycgrpc-audio"]
        del stream
        gc.collect()
        all_gone(colour)
        assert colour.wait(service.ended)
        colour.wait_until(lambda: closed == ["closed"])


def test_leaving_while_the_source_says_nothing(colour: Colour) -> None:
    waits = threading.Event()

    def source() -> Iterator[bytes]:
        yield PIECE * 10
        waits.wait(PATIENCE)

    with Service(counting) as service:
        client = connected(colour, service.target)
        began = time.monotonic()
        stream = client.stt.stream(chunks(source()))
        step(colour, stream)
        close(colour, stream)
        assert time.monotonic() - began < 4, "nobody waits for a source of the caller's"
        assert colour.wait(service.ended)
        waits.set()


def test_leaving_before_it_has_begun(colour: Colour, emulator: Emulator) -> None:
    stream = connected(colour, emulator.target).stt.stream(chunks(endless()))
    close(colour, stream)
    assert not busy(colour)


def test_an_interrupt_ends_it_all() -> None:
    """Ctrl-C reaches whoever waits for an event."""
    waits = threading.Event()

    def silent(requests: Iterator[Any], context: Any) -> Iterator[Any]:
        for _ in requests:
            ident = threading.main_thread().ident
            assert ident is not None
            signal.pthread_kill(ident, signal.SIGINT)
            break
        waits.wait(PATIENCE)
        return
        yield

    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    colour = Sync()
    try:
        with Service(silent) as service:
            client = connected(colour, service.target)
            with pytest.raises(KeyboardInterrupt):
                collected(colour, client.stt.stream(chunks(endless())))
            all_gone(colour)
            assert service.ended.wait(PATIENCE)
            waits.set()
    finally:
        signal.signal(signal.SIGINT, before)
        colour.close()


def test_a_task_that_is_cancelled() -> None:
    async def main(target: str) -> None:
        from ycgrpc import AsyncClient

        async with AsyncClient(CREDENTIALS, endpoint=target, plaintext=True, quotas=None) as client:
            begun = asyncio.Event()

            async def listen() -> None:
                async for _ in client.stt.stream(chunks(endless())):
                    begun.set()

            task = asyncio.create_task(listen())
            await begun.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            names = [other.get_name() for other in asyncio.all_tasks()]
            assert not [name for name in names if name.startswith("ycgrpc-")]

    with Service(counting) as service:
        asyncio.run(main(service.target))
        assert service.ended.wait(PATIENCE)


def test_an_event_loop_ends_though_the_source_does_not() -> None:
    """A thread that waits for a blocking source is not waited for."""
    waits = threading.Event()

    def source() -> Iterator[bytes]:
        yield PIECE * 10
        waits.wait(PATIENCE)

    async def main(target: str) -> None:
        from ycgrpc import AsyncClient

        async with AsyncClient(CREDENTIALS, endpoint=target, plaintext=True, quotas=None) as client:
            async for _ in client.stt.stream(chunks(source())):
                break

    with Service(counting) as service:
        began = time.monotonic()
        asyncio.run(main(service.target))
        assert time.monotonic() - began < PATIENCE / 2
        waits.set()


@pytest.mark.parametrize("continuous", [True, False])
def test_the_client_is_closed_meanwhile(colour: Colour, continuous: bool) -> None:
    with Service(counting) as service:
        client = connected(colour, service.target)
        stream = client.stt.stream(chunks(endless()), continuous=continuous)
        step(colour, stream)
        if isinstance(colour, Aio):
            colour.runner.run(client.close())
        else:
            client.close()
        with pytest.raises((errors.ConfigurationError, errors.StreamInterrupted)):
            collected(colour, stream)
        all_gone(colour)


def test_no_thread_at_all_is_left() -> None:
    before = set(threading.enumerate())
    colour = Sync()
    with Service(counting) as service:
        client = connected(colour, service.target)
        for _ in range(5):
            colour.take(client.stt.stream(chunks(endless())), 3)
        collected(colour, client.stt.stream(chunks([PIECE] * 30)))
        colour.close()
    colour.wait_until(lambda: set(threading.enumerate()) <= before)


# --- What the service refuses.


def test_a_refusal_is_raised_as_itself(colour: Colour) -> None:
    with Emulator(stt=ScriptedSpeech(WORDS)) as emulator:
        client = connected(colour, emulator.target)
        for _ in range(10):
            emulator.script(METHOD, Fault(grpc.StatusCode.PERMISSION_DENIED))
            with pytest.raises(errors.PermissionDenied) as raised:
                collected(colour, client.stt.stream(chunks([PIECE] * 500)))
            assert raised.value.request_id
        assert len(emulator.report()) == 10


def test_quotas_that_are_used_up_pass(colour: Colour, at_once: None) -> None:
    with Emulator(stt=ScriptedSpeech(WORDS)) as emulator:
        emulator.script(METHOD, *[Fault(grpc.StatusCode.RESOURCE_EXHAUSTED)] * 3)
        client = connected(colour, emulator.target)
        events = collected(colour, client.stt.stream(chunks([THREE_SECONDS])))
        assert len(emulator.report()) == 4
    assert finals(events) == ["hello there", "bye"]


@pytest.mark.parametrize("pieces", [1, 500], ids=["short", "long"])
def test_a_server_that_closes_at_once_for_ever(colour: Colour, at_once: None, pieces: int) -> None:
    def rude(requests: Iterator[Any], context: Any) -> Iterator[Any]:
        return iter(())

    with Service(rude) as service:
        client = connected(colour, service.target)
        with pytest.raises(errors.StreamInterrupted, match="without a reason"):
            collected(colour, client.stt.stream(chunks([PIECE] * pieces)))
        assert service.calls == 8


def test_nobody_there(colour: Colour, at_once: None) -> None:
    with Service(counting) as service:
        target = service.target
    client = connected(colour, target)
    with pytest.raises(errors.StreamInterrupted) as raised:
        collected(colour, client.stt.stream(chunks([PIECE])))
    assert isinstance(raised.value.__cause__, errors.Unavailable)


def test_an_interruption_without_continuous(colour: Colour) -> None:
    with Emulator(stt=ScriptedSpeech(WORDS)) as emulator:
        emulator.script(METHOD, Fault(grpc.StatusCode.UNAVAILABLE, after_audio=1.9))
        client = connected(colour, emulator.target)
        with pytest.raises(errors.StreamInterrupted) as raised:
            collected(colour, client.stt.stream(audio.file(wav(THREE_SECONDS)), continuous=False))
        assert len(emulator.report()) == 1
    assert isinstance(raised.value.__cause__, errors.RpcError)
    assert raised.value.__cause__.code is grpc.StatusCode.UNAVAILABLE
    texts = [final.text for final in raised.value.finals if isinstance(final, Final)]
    assert texts in ([], ["hello there"])  # it may be behind the status
    assert "UNAVAILABLE" in str(raised.value)


def renewing() -> Callable[[], tuple[str, datetime]]:
    tokens = (f"t1.token-{number}" for number in range(99))
    return lambda: (next(tokens), datetime.now(UTC) + timedelta(hours=1))


def test_an_expired_token_is_renewed_once(colour: Colour) -> None:
    """At a session's start, and what was sent meanwhile is sent again."""
    tokens: list[str] = []
    received: list[bytes] = []

    def strict(requests: Iterator[Any], context: Any) -> Iterator[Any]:
        tokens.append(dict(context.invocation_metadata())["authorization"])
        if len(tokens) == 1:
            next(requests)
            next(requests)
            context.abort(grpc.StatusCode.UNAUTHENTICATED, "expired")
        for request in requests:
            received.append(request.chunk.data)
        yield v3.StreamingResponse(status_code=v3.StatusCode())

    content = bytes(range(256)) * 400
    for source in (chunks([content]), audio.chunks([content], encoding="ogg_opus")):
        tokens.clear()
        received.clear()
        with Service(strict) as service:
            client = connected(colour, service.target, credentials=renewing())
            collected(colour, client.stt.stream(source))
        assert tokens == ["Bearer t1.token-0", "Bearer t1.token-1"]
        assert b"".join(received) == content


def test_a_token_that_is_refused_twice_is_refused(colour: Colour) -> None:
    calls: list[int] = []

    def strict(requests: Iterator[Any], context: Any) -> Iterator[Any]:
        calls.append(1)
        context.abort(grpc.StatusCode.UNAUTHENTICATED, "no")
        yield

    with Service(strict) as service:
        for credentials, count in ((renewing(), 2), (IamToken("t1.fixed"), 1)):
            calls.clear()
            client = connected(colour, service.target, credentials=credentials)
            with pytest.raises(errors.Unauthenticated):
                collected(colour, client.stt.stream(chunks([PIECE] * 100)))
            assert len(calls) == count


def test_a_source_that_never_begins_takes_no_session(colour: Colour, emulator: Emulator) -> None:
    waits = threading.Event()

    def source() -> Iterator[bytes]:
        waits.wait(0.3)
        return
        yield b""

    before = len(emulator.report())
    client = connected(colour, emulator.target)
    with pytest.raises(errors.InvalidRequest, match="must not be empty"):
        collected(colour, client.stt.stream(chunks(source())))
    assert len(emulator.report()) == before


# --- Ready requests.

OPTIONS = v3.StreamingRequest(
    session_options=v3.StreamingOptions(
        recognition_model=v3.RecognitionModelOptions(
            model="general",
            audio_format=v3.AudioFormatOptions(
                raw_audio=v3.RawAudio(
                    audio_encoding=v3.RawAudio.LINEAR16_PCM,
                    sample_rate_hertz=RATE,
                    audio_channel_count=1,
                )
            ),
        )
    )
)
AUDIO = v3.StreamingRequest(chunk=v3.AudioChunk(data=THREE_SECONDS))
END = v3.StreamingRequest(eou=v3.Eou())


def answers(colour: Colour, stream: Any) -> list[v3.StreamingResponse]:
    found: list[v3.StreamingResponse] = []
    colour.collect(stream, found.append)
    return found


@pytest.mark.parametrize("foreign", [False, True], ids=["ours", "foreign"])
def test_ready_requests(colour: Colour, emulator: Emulator, foreign: bool) -> None:
    messages = [twin(message) if foreign else message for message in (OPTIONS, AUDIO)]
    client = connected(colour, emulator.target)
    found = answers(colour, client.stt.call(colour.requests(messages)))
    assert [
        response.final.alternatives[0].text for response in found if response.HasField("final")
    ] == ["hello there", "bye"]
    assert answers(colour, client.stt.call(messages)), "a list will do in both colours"


@pytest.mark.parametrize(
    ("messages", "words"),
    [
        ([AUDIO], "the first message must be session_options"),
        ([OPTIONS, OPTIONS], "only in the first message"),
        ([OPTIONS, v3.StreamingRequest()], "must be given"),
        ([OPTIONS, AUDIO, END], "external_classifier"),
    ],
    ids=["no options", "options twice", "nothing", "end"],
)
def test_ready_requests_out_of_order(
    colour: Colour, emulator: Emulator, messages: list[Any], words: str
) -> None:
    client = connected(colour, emulator.target)
    with pytest.raises(errors.InvalidRequest, match=words):
        answers(colour, client.stt.call(colour.requests(messages)))
    unchecked = connected(colour, emulator.target, validate=False)
    with pytest.raises(errors.InvalidArgument):
        answers(colour, unchecked.stt.call(colour.requests(messages)))


def test_ready_requests_of_another_kind(colour: Colour, emulator: Emulator) -> None:
    client = connected(colour, emulator.target)
    with pytest.raises((errors.InvalidRequest, TypeError)):
        answers(colour, client.stt.call([v3.RecognizeFileRequest()]))


def test_a_source_of_ready_requests_that_raises(colour: Colour, emulator: Emulator) -> None:
    def requests() -> Iterator[Any]:
        yield OPTIONS
        raise Broken

    client = connected(colour, emulator.target)
    with pytest.raises(Broken):
        answers(colour, client.stt.call(requests()))


def test_ready_requests_that_block_hold_up_no_task() -> None:
    async def main(target: str) -> None:
        from ycgrpc import AsyncClient

        loop = asyncio.get_running_loop()
        goes_on = threading.Event()

        def requests() -> Iterator[Any]:
            yield OPTIONS
            loop.call_soon_threadsafe(goes_on.set)
            assert goes_on.wait(PATIENCE), "the event loop stands still"
            yield AUDIO

        async with AsyncClient(CREDENTIALS, endpoint=target, plaintext=True, quotas=None) as client:
            assert [response async for response in client.stt.call(requests())]

    with Service(counting) as service:
        asyncio.run(main(service.target))


@pytest.mark.parametrize("kind", ["blocking", "async"])
def test_leaving_ready_requests(colour: Colour, kind: str) -> None:
    if kind == "async" and isinstance(colour, Sync):
        pytest.skip("there is no waiting for it")

    def requests() -> Iterator[Any]:
        yield OPTIONS
        while True:
            yield v3.StreamingRequest(chunk=v3.AudioChunk(data=PIECE))

    async def async_requests() -> AsyncIterator[Any]:
        for request in requests():
            yield request
            await asyncio.sleep(0)

    with Service(counting) as service:
        client = connected(colour, service.target)
        source = async_requests() if kind == "async" else requests()
        stream = client.stt.call(source)
        for _ in range(3):
            step(colour, stream)
        close(colour, stream)
        assert colour.wait(service.ended)


def test_a_ready_request_that_is_refused_there(colour: Colour) -> None:
    """In the service's words, though it ends the call while more is being sent."""
    with Emulator(stt=ScriptedSpeech(WORDS)) as emulator:
        client = connected(colour, emulator.target)
        for _ in range(10):
            emulator.script(METHOD, Fault(grpc.StatusCode.PERMISSION_DENIED, after_audio=0.5))
            messages = [OPTIONS, *[v3.StreamingRequest(chunk=v3.AudioChunk(data=PIECE))] * 500]
            with pytest.raises(errors.PermissionDenied):
                answers(colour, client.stt.call(colour.requests(messages)))
        with suppress(errors.RpcError):
            answers(colour, client.stt.call(colour.requests([OPTIONS])))
