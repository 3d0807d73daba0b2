"""How live streams end before their time: limits, faults, and clients that go away."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from threading import Event
from typing import Any

import grpc
import grpc.aio
import pytest
from ycgrpc_pb.yandex.cloud.ai.stt.v2 import stt_service_pb2 as v2
from ycgrpc_pb.yandex.cloud.ai.stt.v2 import stt_service_pb2_grpc as v2_grpc
from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_service_pb2_grpc

from ycgrpc.emulator import Clock, Emulator, Fault, Hypothesis, Limits, ScriptedSpeech, SpokenWord
from ycgrpc.errors import ConfigurationError

from .background import API_KEY, DEADLINE, LoopTime, Refused, refused, until
from .speech import quiet, tone
from .test_clock import START
from .test_stt_streaming import (
    Talk,
    begin,
    chunk,
    chunks,
    refusal_of,
    said,
    shape,
    silence,
    talking,
    texts,
)

OUT_OF_RANGE = grpc.StatusCode.OUT_OF_RANGE
INVALID = grpc.StatusCode.INVALID_ARGUMENT
UNAVAILABLE = grpc.StatusCode.UNAVAILABLE
METHOD = "Recognizer/RecognizeStreaming"
IDLE = 2 * DEADLINE
"""Longer than any session of these tests may last, so that none is idle because of a slow machine."""

Ending = tuple[list[Any], Refused]
Speak = Callable[..., Ending]


def endured(responses: Any) -> Ending:
    """What came before a refusal."""
    found: list[Any] = []
    with refused() as refusal:
        for response in responses:
            found.append(response)
    return found, refusal


def speak_v3(emulator: Emulator, *pieces: bytes, metadata: Any = API_KEY) -> Ending:
    with grpc.insecure_channel(emulator.target) as channel:
        stub = stt_service_pb2_grpc.RecognizerStub(channel)
        requests = [begin(), *map(chunk, pieces)]
        return endured(stub.RecognizeStreaming(iter(requests), metadata=metadata, timeout=DEADLINE))


def speak_v2(emulator: Emulator, *pieces: bytes, metadata: Any = API_KEY) -> Ending:
    with grpc.insecure_channel(emulator.target) as channel:
        stub = v2_grpc.SttServiceStub(channel)
        asked = v2.RecognitionSpec(
            audio_encoding=v2.RecognitionSpec.LINEAR16_PCM, sample_rate_hertz=16_000
        )
        asked.partial_results = True
        requests = [
            v2.StreamingRecognitionRequest(config=v2.RecognitionConfig(specification=asked)),
            *(v2.StreamingRecognitionRequest(audio_content=piece) for piece in pieces),
        ]
        return endured(stub.StreamingRecognize(iter(requests), metadata=metadata, timeout=DEADLINE))


BOTH = pytest.mark.parametrize("speak", [speak_v3, speak_v2])


# Length and size.


@BOTH
def test_five_minutes_of_audio_are_too_much(speak: Speak) -> None:
    with Emulator(stt=ScriptedSpeech([("word", 0, 400)])) as emulator:
        pieces = [quiet(10)] * 30
        found, refusal = speak(emulator, *pieces, quiet(0.001))
    assert refusal.code == OUT_OF_RANGE
    assert refusal.text == "Exceeded maximum allowed stream duration"
    assert found


def test_exactly_as_much_as_is_allowed_is_taken() -> None:
    limits = Limits(stt_stream_seconds=1, stt_stream_bytes=32_000)
    with Emulator(stt="scripted", limits=limits) as emulator:
        assert shape(said(emulator, begin(), *chunks(tone(1))))[-1] == "CLOSED"


@pytest.mark.parametrize("milliseconds", [1001, 2**62])
def test_silence_counts_for_the_length(milliseconds: int) -> None:
    with Emulator(stt="scripted", limits=Limits(stt_stream_seconds=1)) as emulator:
        refusal = refusal_of(emulator, begin(), silence(milliseconds))
        assert refusal.code == OUT_OF_RANGE
        refusal = refusal_of(emulator, begin(), silence(600), chunk(quiet(0.5)))
        assert refusal.code == OUT_OF_RANGE


@BOTH
def test_the_clock_counts_for_the_length_too(speak: Speak) -> None:
    clock = Clock(START)

    def late(pcm: bytes, number: int) -> str:
        clock.advance(200)
        return f"word-{number}"

    with Emulator(stt=ScriptedSpeech(script=late), clock=clock) as emulator:
        found, refusal = speak(emulator, *[tone(0.5)] * 4)
    assert refusal.code == OUT_OF_RANGE
    assert refusal.text == "Exceeded maximum allowed stream duration"
    assert found


@pytest.mark.asyncio
async def test_a_session_that_waits_for_too_long_lasts_too_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    time = LoopTime(monkeypatch)
    limits = Limits(stt_stream_seconds=IDLE, stt_stream_idle=IDLE + 1)
    async with Emulator(stt="scripted", limits=limits) as emulator:
        with talking(emulator) as talk:
            talk.say(begin())
            begun = await asyncio.to_thread(talk.until, "status_code")
            found, refusal = await time.flies(lambda: endured(talk.call))
    assert (shape(begun), found, refusal.code) == (["WORKING"], [], OUT_OF_RANGE)


@BOTH
def test_ten_megabytes_are_too_much(speak: Speak) -> None:
    limits = Limits(stt_stream_seconds=10_000)
    with Emulator(stt=ScriptedSpeech([]), limits=limits) as emulator:
        _, refusal = speak(emulator, *[bytes(1024 * 1024)] * 10, bytes(2))
    assert refusal.code == OUT_OF_RANGE
    assert refusal.text == "Exceeded maximum allowed stream size"


def test_silence_has_no_size() -> None:
    with Emulator(stt="scripted", limits=Limits(stt_stream_bytes=16_000)) as emulator:
        responses = said(emulator, begin(), chunk(tone(0.5)), silence(60_000))
    assert responses[-1].audio_cursors.received_data_ms == 60_500


# Idle sessions.


@pytest.mark.asyncio
async def test_an_idle_session_is_closed_with_what_was_heard(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    time = LoopTime(monkeypatch)
    async with Emulator(stt="scripted", limits=Limits(stt_stream_idle=IDLE)) as emulator:
        with talking(emulator) as talk:
            talk.say(begin(), chunk(tone(0.5)))
            await asyncio.to_thread(talk.until, "partial")
            responses = await time.flies(talk.rest)
    assert shape(responses)[-4:] == ["final word-0", "eou_update", "partial", "CLOSED"]
    assert f"{IDLE:g} seconds" in responses[-1].status_code.message


@pytest.mark.asyncio
async def test_an_idle_session_may_end_with_another_status(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    time = LoopTime(monkeypatch)
    limits = Limits(stt_stream_idle=IDLE, stt_stream_idle_code=grpc.StatusCode.ABORTED)
    async with Emulator(stt="scripted", limits=limits) as emulator:
        with talking(emulator) as talk:
            talk.say(begin(), chunk(tone(0.5)))
            await asyncio.to_thread(talk.until, "partial")
            responses, refusal = await time.flies(lambda: endured(talk.call))
    assert shape(responses)[-1] == "CLOSED"
    assert texts(responses) == ["word-0"]
    assert refusal.code == grpc.StatusCode.ABORTED


def test_a_session_that_never_says_anything_is_refused() -> None:
    limits = Limits(stt_stream_idle=0.05)  # nothing is sent that could be late for it
    with Emulator(stt="scripted", limits=limits) as emulator, talking(emulator) as talk:
        _, refusal = endured(talk.call)
    assert refusal.code == INVALID


@pytest.mark.asyncio
async def test_an_engine_that_takes_its_time_is_no_idle_client(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    time = LoopTime(monkeypatch)

    def slow(pcm: bytes, number: int) -> str:
        time.advance(2 * IDLE)
        return f"word-{number}"

    engine, limits = ScriptedSpeech(script=slow), Limits(stt_stream_idle=IDLE)
    async with Emulator(stt=engine, limits=limits) as emulator:
        responses = await asyncio.to_thread(said, emulator, begin(), *chunks(tone(1)))
    assert texts(responses) == ["word-0 word-1"]
    assert responses[-1].status_code.message == ""


# Faults.


def test_every_session_may_be_cut_after_so_much_audio() -> None:
    with Emulator(stt="scripted") as emulator:
        emulator.script(METHOD, *[Fault(UNAVAILABLE, after_audio=2.0)] * 3)
        for _ in range(3):
            found, refusal = speak_v3(emulator, *[tone(0.4), quiet(0.4)] * 4)
            assert refusal.code == UNAVAILABLE
            # All that came before was answered.
            assert found[-1].audio_cursors.received_data_ms == 1600
        assert shape(said(emulator, begin(), *chunks(tone(4))))[-1] == "CLOSED"
    assert [one.code for one in emulator.report()] == [*[UNAVAILABLE] * 3, grpc.StatusCode.OK]


def test_silence_is_audio_for_a_fault() -> None:
    with Emulator(stt="scripted") as emulator:
        emulator.script(METHOD, Fault(UNAVAILABLE, after_audio=1.0))
        assert refusal_of(emulator, begin(), silence(1000)).code == UNAVAILABLE


def test_a_header_may_ask_for_a_cut() -> None:
    metadata = (*API_KEY, ("x-emulator-fault", "code=ABORTED; after_audio=0.8"))
    with Emulator(stt="scripted") as emulator:
        found, refusal = speak_v2(emulator, *[tone(0.5)] * 4, metadata=metadata)
    assert refusal.code == grpc.StatusCode.ABORTED
    assert [one.chunks[0].alternatives[0].text for one in found] == ["word-0"]


@BOTH
def test_a_stream_may_be_cut_after_some_messages(speak: Speak) -> None:
    metadata = (*API_KEY, ("x-emulator-fault", "code=UNAVAILABLE; after=2"))
    with Emulator(stt="scripted") as emulator:
        found, refusal = speak(emulator, *[tone(0.5)] * 8, metadata=metadata)
    assert (len(found), refusal.code) == (2, UNAVAILABLE)


def test_a_session_may_hang_after_some_audio() -> None:
    metadata = (*API_KEY, ("x-emulator-fault", "hang; after_audio=0.5"))
    with Emulator(stt="scripted") as emulator, talking(emulator, metadata) as talk:
        talk.say(begin(), chunk(tone(0.4)), chunk(tone(0.4)))
        talk.until("partial")
        talk.call.cancel()
        with refused() as refusal:
            talk.rest()
    assert refusal.code == grpc.StatusCode.CANCELLED


def test_other_methods_have_no_audio_to_be_cut_after() -> None:
    emulator = Emulator(stt="scripted")
    with pytest.raises(ConfigurationError, match="after_audio"):
        emulator.script("OperationService/Get", Fault(UNAVAILABLE, after_audio=1))
    with pytest.raises(ValueError, match="after"):
        Fault(after_audio=1)
    with pytest.raises(ValueError, match="not below 0"):
        Fault(UNAVAILABLE, after_audio=-1)


# Clients.


class Ears:
    """An engine that waits until it may go on, and tells whether it is at work."""

    name = "ears"
    languages: Sequence[str] = ()

    def __init__(self) -> None:
        self.go_on, self.reached, self.fed = Event(), Event(), 0

    def listen(self, language: str, sample_rate: int, *, pause_ms: int = 500) -> Ears:
        return self

    def feed(self, pcm: bytes) -> Sequence[Hypothesis]:
        assert threading.current_thread().name.startswith("ycgrpc-emulator-reader")
        self.fed += 1
        self.reached.set()
        assert self.go_on.wait(DEADLINE)
        return []

    def end_utterance(self) -> Sequence[Hypothesis]:
        return []

    def finish(self) -> Sequence[Hypothesis]:
        return [Hypothesis((SpokenWord("done", 0, 100),), True, True, 100)]


def test_engines_listen_beside_the_loop_and_hold_back_the_client() -> None:
    ears = Ears()
    with Emulator(stt=ears) as emulator, talking(emulator) as talk:
        talk.say(begin(), *chunks(tone(4)))
        assert ears.reached.wait(DEADLINE)
        # Others are served meanwhile.
        assert refusal_of(emulator, chunk(b"")).code == INVALID
        assert ears.fed == 1
        ears.go_on.set()
        talk.end()
        responses = talk.rest()
    assert ears.fed == 10
    assert texts(responses) == ["done"]
    # An engine that does not tell how far it has heard has heard it all.
    partials = [one for one in responses if one.WhichOneof("Event") == "partial"]
    assert [one.audio_cursors.partial_time_ms for one in partials[:2]] == [400, 1200]


def test_a_client_that_leaves_leaves_nothing_behind() -> None:
    ears = Ears()
    before = set(threading.enumerate())
    with Emulator(stt=ears) as emulator:
        with talking(emulator) as talk:
            talk.say(begin(), *chunks(tone(4)))
            assert ears.reached.wait(DEADLINE)
        ears.go_on.set()
        # The reader is free again.
        assert texts(said(emulator, begin(), *chunks(tone(1)))) == ["done"]
    assert [one.code for one in emulator.report()] == [
        grpc.StatusCode.CANCELLED,
        grpc.StatusCode.OK,
    ]
    assert {one for one in threading.enumerate() if one.name.startswith("ycgrpc")} <= before


@pytest.mark.asyncio
async def test_no_task_is_left_behind() -> None:
    ears = Ears()
    async with Emulator(stt=ears) as emulator:
        idle = len(asyncio.all_tasks())
        async with grpc.aio.insecure_channel(emulator.target) as channel:
            call: Any = stt_service_pb2_grpc.RecognizerAsyncStub(channel).RecognizeStreaming(
                metadata=API_KEY
            )
            for request in [begin(), *chunks(tone(1))]:
                await call.write(request)
            assert await asyncio.to_thread(ears.reached.wait, DEADLINE)
            call.cancel()
            ears.go_on.set()
        loop = asyncio.get_running_loop()
        await asyncio.to_thread(until, lambda: emulator.report()[0].code, "the end of the call")
        await asyncio.to_thread(until, lambda: len(asyncio.all_tasks(loop)) <= idle, "no task more")


def test_the_end_of_the_emulator_ends_sessions() -> None:
    with Emulator(stt="scripted") as emulator, talking(emulator) as talk:
        talk.say(begin(), chunk(tone(0.5)))
        talk.until("partial")
        emulator.stop()
        with refused():
            talk.rest()


@pytest.mark.asyncio
async def test_a_client_may_be_slow_to_listen(monkeypatch: pytest.MonkeyPatch) -> None:
    time = LoopTime(monkeypatch)
    # Each word is an utterance, and its final far more than gRPC sends to who does not read.
    words = [("word" * 100_000, 1000 * number, 1000 * number + 100) for number in range(8)]
    engine, limits = ScriptedSpeech(words), Limits(stt_stream_idle=IDLE)
    async with Emulator(stt=engine, limits=limits) as emulator:
        steady = [("grpc.http2.bdp_probe", 0)]  # gRPC offers no more room as time goes on
        with grpc.insecure_channel(emulator.target, options=steady) as channel:
            talk = Talk(channel)
            talk.say(begin(), chunk(quiet(20)))
            talk.end()
            # The first of the answers to one message: the session is held back at the next.
            first = await asyncio.to_thread(talk.until, "final")
            time.advance(2 * IDLE)
            responses = first + await asyncio.to_thread(talk.rest)
    assert shape(responses)[-1] == "CLOSED"
    assert responses[-1].status_code.message == ""
    assert len(texts(responses)) == len(words)


def test_many_sessions_go_on_at_once() -> None:
    with Emulator(stt="scripted") as emulator:

        async def one(stub: Any, number: int) -> list[str]:
            pieces = [quiet(0.5)] * number + [tone(0.5)]
            call = stub.RecognizeStreaming(metadata=API_KEY)
            await call.write(begin())
            for piece in pieces:
                await call.write(chunk(piece))
            await call.done_writing()
            return texts([response async for response in call])

        async def main() -> list[list[str]]:
            async with grpc.aio.insecure_channel(emulator.target) as channel:
                stub = stt_service_pb2_grpc.RecognizerAsyncStub(channel)
                return await asyncio.gather(*(one(stub, number) for number in range(40)))

        assert asyncio.run(main()) == [[f"word-{number}"] for number in range(40)]


def test_half_a_sample_at_the_end_is_left_out() -> None:
    with Emulator(stt="scripted") as emulator:
        responses = said(emulator, begin(), chunk(tone(0.5) + b"\0"))
    assert responses[-1].audio_cursors.received_data_ms == 500
