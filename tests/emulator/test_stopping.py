"""How a server ends that something else holds on to."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import grpc.aio
import pytest
from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_service_pb2, ocr_service_pb2_grpc

from ycgrpc.emulator import Emulator, ScriptedOcr
from ycgrpc.errors import ConfigurationError

from .background import API_KEY, DEADLINE


@pytest.mark.asyncio
async def test_an_engine_that_is_waited_for_may_need_the_loop(
    picture: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, stopping = asyncio.Event(), Event()
    loop = asyncio.get_running_loop()
    answers: list[str] = []

    class Readers(ThreadPoolExecutor):
        def shutdown(self, *args: Any, **settings: Any) -> None:
            stopping.set()
            super().shutdown(*args, **settings)

    async def answer() -> str:
        return "text"

    def script(*_: object) -> str:
        loop.call_soon_threadsafe(reading.set)
        assert stopping.wait(DEADLINE)
        answers.append(asyncio.run_coroutine_threadsafe(answer(), loop).result(DEADLINE))
        return answers[0]

    monkeypatch.setattr("ycgrpc.emulator.serving.ThreadPoolExecutor", Readers)
    async with (
        Emulator(ocr=ScriptedOcr(script=script)) as emulator,
        grpc.aio.insecure_channel(emulator.target) as channel,
    ):
        stub = ocr_service_pb2_grpc.TextRecognitionServiceAsyncStub(channel)
        request = ocr_service_pb2.RecognizeTextRequest(content=picture)
        call = stub.Recognize(request, metadata=API_KEY)
        await reading.wait()
        call.cancel()
    assert answers == ["text"]


@pytest.mark.asyncio
async def test_one_that_serves_on_a_loop_is_stopped_by_its_block_alone() -> None:
    async with Emulator(ocr=ScriptedOcr()) as emulator:
        with pytest.raises(ConfigurationError, match="leave its async with block"):
            emulator.stop()
        assert emulator.target
    emulator.stop()


INTERRUPTED = """
import signal
import threading
from concurrent.futures import Future
from ycgrpc.emulator import Emulator, serving

waiting = threading.Event()
main = threading.main_thread().ident
start = serving.Serving.start

class Started(Future):
    def result(self, timeout=None):
        waiting.set()
        return super().result(timeout)

async def interrupting(self):
    waiting.wait()
    signal.pthread_kill(main, signal.SIGINT)
    await start(self)

serving.Future = Started
serving.Serving.start = interrupting
try:
    Emulator(ocr="scripted", stt="scripted").start()
except KeyboardInterrupt:
    print("interrupted", "ycgrpc-emulator" in [one.name for one in threading.enumerate()])
"""


def test_one_that_is_interrupted_while_it_starts_is_stopped() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", INTERRUPTED],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "interrupted False\n", "")
