"""Streams of speech: how late events are, and what 500 of them cost; each beside the bare stub.

The server is a process of its own. It answers each piece of audio with a partial, and each 20th with a
final, which hold the time at which they were said.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import grpc
import grpc.aio
from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_pb2 as messages
from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_service_pb2_grpc as services

from benchmarks import server
from ycgrpc import ApiKey, AsyncClient, Client, audio

RATE = 16_000
PIECE = bytes(RATE * 2 // 5)
"""A fifth of a second of audio."""

EVENTS, ROUNDS, PACE = 300, 8, 0.01
STREAMS, SECONDS = 500, 12.0
MEDIAN, TAIL = 1.0, 3.0
"""Milliseconds that an event may be later than with the bare stub: the median, the 99th percentile."""

CORE = 1.0
METADATA = (("authorization", "Api-Key any"),)


def requests(count: int) -> Iterator[messages.StreamingRequest]:
    yield _options()
    for _ in range(count):
        time.sleep(PACE)
        yield messages.StreamingRequest(chunk=messages.AudioChunk(data=PIECE))


def _options() -> messages.StreamingRequest:
    raw = messages.RawAudio(
        audio_encoding=messages.RawAudio.LINEAR16_PCM, sample_rate_hertz=RATE, audio_channel_count=1
    )
    model = messages.RecognitionModelOptions(
        audio_format=messages.AudioFormatOptions(raw_audio=raw)
    )
    return messages.StreamingRequest(
        session_options=messages.StreamingOptions(recognition_model=model)
    )


def pieces(count: int) -> Iterator[bytes]:
    for _ in range(count):
        time.sleep(PACE)
        yield PIECE


def _late(response: messages.StreamingResponse) -> float:
    """Return the milliseconds since the server said it."""
    update = response.partial if response.HasField("partial") else response.final
    return (time.monotonic_ns() - int(update.alternatives[0].text)) / 1e6


def blocking(target: str) -> dict[str, list[float]]:
    """Return how late events were in each round, in milliseconds."""
    found: dict[str, list[float]] = {"stub": [], "ycgrpc": []}
    with (
        grpc.insecure_channel(target) as channel,
        Client(ApiKey("any"), endpoint=target, plaintext=True, quotas=None) as client,
    ):
        stub = services.RecognizerStub(channel)
        for _ in range(ROUNDS):
            for response in stub.RecognizeStreaming(requests(EVENTS), metadata=METADATA):
                found["stub"].append(_late(response))
            source = audio.chunks(pieces(EVENTS), sample_rate=RATE)
            for event in client.stt.stream(source, language="en-US"):
                found["ycgrpc"].append(_late(event.message))
    return found


async def awaiting(target: str) -> dict[str, list[float]]:
    """Return how late events were in each round, in milliseconds."""

    async def paced_requests() -> AsyncIterator[messages.StreamingRequest]:
        yield _options()
        async for piece in paced():
            yield messages.StreamingRequest(chunk=messages.AudioChunk(data=piece))

    async def paced() -> AsyncIterator[bytes]:
        for _ in range(EVENTS):
            await asyncio.sleep(PACE)
            yield PIECE

    found: dict[str, list[float]] = {"stub": [], "ycgrpc": []}
    async with (
        grpc.aio.insecure_channel(target) as channel,
        AsyncClient(ApiKey("any"), endpoint=target, plaintext=True, quotas=None) as client,
    ):
        stub = services.RecognizerAsyncStub(channel)
        for _ in range(ROUNDS):
            async for response in stub.RecognizeStreaming(paced_requests(), metadata=METADATA):
                found["stub"].append(_late(response))
            source = audio.chunks(paced(), sample_rate=RATE)
            async for event in client.stt.stream(source, language="en-US"):
                found["ycgrpc"].append(_late(event.message))
    return found


async def crowd(target: str, name: str) -> dict[str, float]:
    """Hold many streams at once, in real time; return the cores taken and the memory of each."""
    count = int(SECONDS / 0.2)

    async def spoken() -> AsyncIterator[bytes]:
        began = time.monotonic()
        for number in range(count):
            await asyncio.sleep(max(0.0, began + number * 0.2 - time.monotonic()))
            yield PIECE

    async def spoken_requests() -> AsyncIterator[messages.StreamingRequest]:
        yield _options()
        async for piece in spoken():
            yield messages.StreamingRequest(chunk=messages.AudioChunk(data=piece))

    async with (
        grpc.aio.insecure_channel(target) as channel,
        AsyncClient(ApiKey("any"), endpoint=target, plaintext=True, quotas=None) as client,
    ):
        stub = services.RecognizerAsyncStub(channel)

        async def bare() -> int:
            call: Any = stub.RecognizeStreaming(spoken_requests(), metadata=METADATA)
            return sum([1 async for _ in call])

        async def ours() -> int:
            source = audio.chunks(spoken(), sample_rate=RATE)
            return sum([1 async for _ in client.stt.stream(source, language="en-US")])

        hold = bare if name == "stub" else ours
        before, cpu, wall = _megabytes(), time.process_time(), time.perf_counter()
        memory = asyncio.create_task(_most_memory())
        heard: list[int] = []

        async def held(number: int) -> None:
            await asyncio.sleep(number / STREAMS)  # people do not all begin at once
            heard.append(await hold())

        await asyncio.gather(*(held(number) for number in range(STREAMS)))
        memory.cancel()
        return {
            "cores": (time.process_time() - cpu) / (time.perf_counter() - wall),
            "kilobytes": (max(_MOST) - before) * 1e3 / STREAMS,
            "events": sum(heard),
        }


_MOST = [0.0]


async def _most_memory() -> None:
    while True:
        _MOST.append(_megabytes())
        await asyncio.sleep(0.5)


def _megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def _in_process(target: str, name: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.speech", target, name],
        check=True,
        capture_output=True,
        text=True,
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> bool:
    """Print the figures, and return whether the targets are met."""
    good = True
    with server.running() as (target, _, _):
        print(f"How late events are, in ms, {ROUNDS} interleaved streams of {EVENTS} events each:")
        print("                    stub: median    99 %   ycgrpc: median    99 %")
        for colour, found in (
            ("blocking", blocking(target)),
            ("asyncio", asyncio.run(awaiting(target))),
        ):
            middle = {name: median(late) for name, late in found.items()}
            tail = {name: quantiles(late, n=100)[-1] for name, late in found.items()}
            added = middle["ycgrpc"] - middle["stub"], tail["ycgrpc"] - tail["stub"]
            met = added[0] <= MEDIAN and added[1] <= TAIL
            good = good and met
            print(
                f"  {colour:12} {middle['stub']:17.2f} {tail['stub']:7.2f} "
                f"{middle['ycgrpc']:15.2f} {tail['ycgrpc']:7.2f}   added {added[0]:.2f} and "
                f"{added[1]:.2f}, at most {MEDIAN:g} and {TAIL:g}: {'met' if met else 'MISSED'}"
            )
        print(
            f"{STREAMS} streams at once in real time, {SECONDS:g} s of 16 kHz, one asyncio client:"
        )
        for name in ("stub", "ycgrpc"):
            used = _in_process(target, name)
            met = used["cores"] <= CORE
            good = good and (met or name == "stub")
            verdict = "" if name == "stub" else f"  at most {CORE:g}: {'met' if met else 'MISSED'}"
            print(
                f"  {name:12} {used['cores']:5.2f} cores {used['kilobytes']:7.0f} kB a stream, "
                f"{used['events']:,.0f} events{verdict}"
            )
    return good


if __name__ == "__main__":
    print(json.dumps(asyncio.run(crowd(*sys.argv[1:]))))
