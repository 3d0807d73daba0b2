"""10,000 operations waited for at once, within the quota of 50 looks a second; each client is a process.

The emulator is another process. It counts the looks as they arrive, and says when each operation was
done; from that the best is computed that any client could do that knows all this beforehand.
"""

from __future__ import annotations

import asyncio
import gc
import json
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import mean
from typing import Any

import grpc
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2 import RecognizeTextRequest
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2_grpc import TextRecognitionAsyncServiceStub

from benchmarks import peer
from ycgrpc import ApiKey, AsyncClient, Client, Rate
from ycgrpc.emulator import Emulator, Limits, ScriptedOcr
from ycgrpc.emulator.progress import Stage

COUNT, QUOTA = 10_000, 50
SHORTEST, LONGEST = 2.0, 18.0
"""Seconds that an operation takes, evenly spread."""
FACTOR, MEGABYTES, THREADS = 1.25, 40.0, 4
PATIENCE = 600.0
THEIR_TIME = 240.0
"""Seconds after which yandexcloud's waiter has to have done what it can."""

SAMPLE = Path(__file__).parents[1] / "examples" / "samples" / "bilingual.png"
GET = "/yandex.cloud.operation.OperationService/Get"


def durations() -> list[float]:
    chance = random.Random(1)
    return [chance.uniform(SHORTEST, LONGEST) for _ in range(COUNT)]


class Together:
    """All operations begin to take their time when they are told to."""

    def __init__(self) -> None:
        self.began = float("inf")
        self._seconds = durations()

    def due(self, stage: Stage) -> bool:
        return time.monotonic() >= self.began + self._seconds[stage.number]


def serve() -> None:
    """Begin the operations and print their ids; take the time at a line; print the looks at the next."""
    progress = Together()
    limits = Limits(reported_calls=20 * COUNT)
    # It refuses what is beyond the quota only where asked to: the others' looks are counted.
    refusing = sys.argv[2] == "yandexcloud"
    quotas: Mapping[str, tuple[int, float]] = {"ocr_status": (QUOTA, 1.0)} if refusing else {}
    with Emulator(
        ocr=ScriptedOcr("a page"), progress=progress, limits=limits, quotas=quotas
    ) as emulator:
        with grpc.insecure_channel(emulator.target) as channel:
            stub = TextRecognitionAsyncServiceStub(channel)
            request = RecognizeTextRequest(content=SAMPLE.read_bytes(), language_codes=["en"])
            metadata = (("authorization", "Api-Key any"),)
            ids = [stub.Recognize(request, metadata=metadata).id for _ in range(COUNT)]
        gc.disable()  # its pauses would make looks arrive in bunches
        print(json.dumps([emulator.target, ids]), flush=True)
        sys.stdin.readline()
        progress.began = time.monotonic()
        print(progress.began, flush=True)
        sys.stdin.readline()
        looks = [call.arrived for call in emulator.report() if call.method == GET]
        print(json.dumps(looks), flush=True)


class Usage:
    """The most memory and threads of this process, beyond those of a client with one operation."""

    def __init__(self) -> None:
        self._memory, self._threads = _megabytes(), threading.active_count()
        self.memory, self.threads = 0.0, 0

    def look(self) -> None:
        self.memory = max(self.memory, _megabytes() - self._memory)
        self.threads = max(self.threads, threading.active_count() - self._threads)


def _megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def blocking(target: str, ids: Sequence[str], ready: Callable[[], object]) -> dict[str, Any]:
    with Client(ApiKey("any"), endpoint=target, plaintext=True) as client:
        client.operations.get(ids[0])
        usage = Usage()
        ready()
        seen: dict[str, list[float]] = {}
        operations = [client.operations.attach(one) for one in ids]
        for operation in client.operations.as_completed(operations, PATIENCE):
            seen.setdefault(operation.id, []).append(time.monotonic())
            if len(seen) % 500 == 1:
                usage.look()
        return {"seen": seen, "memory": usage.memory, "threads": usage.threads}


async def awaiting(target: str, ids: Sequence[str], ready: Callable[[], object]) -> dict[str, Any]:
    async with AsyncClient(ApiKey("any"), endpoint=target, plaintext=True) as client:
        await client.operations.get(ids[0])
        usage = Usage()
        ready()
        seen: dict[str, list[float]] = {}
        operations = [client.operations.attach(one) for one in ids]
        async for operation in client.operations.as_completed(operations, PATIENCE):
            seen.setdefault(operation.id, []).append(time.monotonic())
            if len(seen) % 500 == 1:
                usage.look()
        return {"seen": seen, "memory": usage.memory, "threads": usage.threads}


def theirs(target: str, ids: Sequence[str], ready: Callable[[], object]) -> dict[str, Any]:
    """The waiter of yandexcloud, which looks once a second: as many threads as the quota has looks."""
    waiting = peer.module("yandexcloud._operation_waiter")
    channel = grpc.insecure_channel(target)
    stub = peer.module("yandex.cloud.operation.operation_service_pb2_grpc").OperationServiceStub

    class Sdk:
        """What its waiter asks of an SDK: here a plaintext channel, which its own cannot be given."""

        def client(self, stub_class: Any, interceptor: Any) -> Any:
            return stub(grpc.intercept_channel(channel, _Keyed(), interceptor))

    seen: dict[str, list[float]] = {}
    waiting.wait_for_operation(Sdk(), ids[0], timeout=0.001)
    usage = Usage()
    ready()
    usage.look()

    until = time.monotonic() + THEIR_TIME

    def wait(one: str) -> None:
        if (left := until - time.monotonic()) <= 0:
            return
        try:
            operation = waiting.wait_for_operation(Sdk(), one, timeout=left)
        except grpc.RpcError:  # refused more often than it tries
            return
        if operation.done:
            seen.setdefault(one, []).append(time.monotonic())
        if len(seen) % 500 == 1:
            usage.look()

    with ThreadPoolExecutor(QUOTA) as pool:
        list(pool.map(wait, ids))
    return {"seen": seen, "memory": usage.memory, "threads": usage.threads}


class _Keyed(grpc.UnaryUnaryClientInterceptor):
    def intercept_unary_unary(
        self, continuation: Any, client_call_details: Any, request: Any
    ) -> Any:
        keyed = client_call_details._replace(metadata=[("authorization", "Api-Key any")])
        return continuation(keyed, request)


def wait() -> None:
    """Wait as one of the clients does, told by the arguments; print what came of it."""
    name, (target, ids) = sys.argv[2], json.loads(sys.stdin.readline())

    def ready() -> None:
        print("ready", flush=True)
        sys.stdin.readline()

    clients: dict[str, Callable[[], dict[str, Any]]] = {
        "Client": lambda: blocking(target, ids, ready),
        "AsyncClient": lambda: asyncio.run(awaiting(target, ids, ready)),
        "yandexcloud": lambda: theirs(target, ids, ready),
    }
    print(json.dumps(clients[name]()), flush=True)


class Process:
    """A process of this file, spoken to line by line."""

    def __init__(self, *arguments: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.operations", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def say(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def hear(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "a process of the benchmark has failed"
        return line

    def end(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(60)


def measured(name: str) -> dict[str, Any]:
    """Run one client against an emulator of its own, and return what both saw."""
    server = Process("serve", name)
    client = Process("wait", name)
    try:
        started = server.hear()
        client.say(started.strip())
        client.hear()
        server.say("go")
        began = float(server.hear())
        client.say("go")
        found: dict[str, Any] = json.loads(client.hear())
        server.say("report")
        found["looks"] = json.loads(server.hear())
    finally:
        client.end()
        server.end()
    ids: list[str] = json.loads(started)[1]
    done = dict(zip(ids, (began + seconds for seconds in durations()), strict=True))
    found["delay"] = mean(times[0] - done[one] for one, times in found["seen"].items())
    found["best"] = _best(done.values())
    return found


def _best(done: Iterable[float]) -> float:
    """Return the mean delay of whoever knows when each is done, and looks at it then, or in its turn."""
    delays: list[float] = []
    look = float("-inf")
    for time_ in sorted(done):
        look = max(time_, look + 1 / QUOTA)
        delays.append(look - time_)
    return mean(delays)


def busiest(looks: Sequence[float]) -> int:
    """Return the most looks in any second."""
    most = start = 0
    for end, time_ in enumerate(looks):
        while looks[start] <= time_ - 1.0:
            start += 1
        most = max(most, end - start + 1)
    return most


def main() -> bool:
    """Print the figures, and return whether the targets are met."""
    print(
        f"Waiting for {COUNT:,} operations of {SHORTEST:g} to {LONGEST:g} s at once, with "
        f"{Rate.per_second(QUOTA)} allowed; all clients at the same time. yandexcloud {peer.VERSION} "
        f"has {QUOTA} threads, {THEIR_TIME:g} s, and an emulator that refuses what is beyond the quota."
    )
    names = ("Client", "AsyncClient", "yandexcloud")
    with ThreadPoolExecutor(len(names)) as pool:
        results = dict(zip(names, pool.map(measured, names), strict=True))
    print(
        "                 mean delay   best  ratio  looks  a second  missed  twice     MB threads"
    )
    good = True
    for name, found in results.items():
        seen, ratio = found["seen"], found["delay"] / found["best"]
        missed, twice = COUNT - len(seen), sum(len(times) > 1 for times in seen.values())
        most = busiest(found["looks"])
        met = (
            ratio <= FACTOR
            and most <= QUOTA
            and not missed
            and not twice
            and found["memory"] <= MEGABYTES
            and found["threads"] <= THREADS
        )
        verdict = "" if name == "yandexcloud" else "met" if met else "MISSED"
        good = good and (met or name == "yandexcloud")
        print(
            f"  {name:12} {found['delay']:10.1f} s {found['best']:5.1f} {ratio:6.3f} "
            f"{len(found['looks']):6} {most:9} {missed:7} {twice:6} {found['memory']:6.1f} "
            f"{found['threads']:7}  {verdict}"
        )
    print(
        f"  at most: ratio {FACTOR}, {QUOTA} looks a second, none missed or twice, {MEGABYTES:g} MB and "
        f"{THREADS} threads more than with one operation"
    )
    return good


if __name__ == "__main__":
    {"serve": serve, "wait": wait}[sys.argv[1]]()
