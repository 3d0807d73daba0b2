"""The bare stubs of what goes on in the background, what is refused, and how tests wait."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any, TypeVar

import grpc
import pytest
from google.rpc import status_pb2  # pyright: ignore[reportMissingTypeStubs]
from PIL import Image
from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_service_pb2, ocr_service_pb2_grpc
from ycgrpc_pb.yandex.cloud.operation import (
    operation_pb2,
    operation_service_pb2,
    operation_service_pb2_grpc,
)

from tests.wire.server import PATIENCE
from ycgrpc.emulator import Clock, Emulator, ScriptedOcr

from .test_clock import START

API_KEY = (("authorization", "Api-Key of-a-test"),)
DEADLINE = 30.0

T = TypeVar("T")


def until(so: Callable[[], object], what: str = "what a test waits for") -> None:
    """Wait until something is so that another thread or process brings about.

    It looks again and again, as nothing tells when; the test fails where it never comes to be.
    """
    end = time.monotonic() + PATIENCE
    while not so():
        assert time.monotonic() < end, f"{what}: not within {PATIENCE:g} seconds"
        time.sleep(0.005)


class LoopTime:
    """The time of the running event loop, by which an emulator on this loop waits for messages.

    A test moves it ahead. So it can set a limit that no machine is too slow for, and need not wait
    until it is over.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        loop = asyncio.get_running_loop()
        real = loop.time
        self._ahead = 0.0
        monkeypatch.setattr(loop, "time", lambda: real() + self._ahead)

    def advance(self, seconds: float) -> None:
        self._ahead += seconds

    async def flies(self, blocking: Callable[[], T]) -> T:
        """What a function gives while a second passes with each turn of the loop."""
        given = asyncio.create_task(asyncio.to_thread(blocking))
        while not given.done():
            self.advance(1)
            await asyncio.sleep(0)
        return await given


def emulated(**settings: Any) -> Emulator:
    """An emulator whose clock stands still."""
    settings = {"clock": Clock(START), "ocr": ScriptedOcr(["text"]), **settings}
    return Emulator(**settings)


def pdf(pages: int) -> bytes:
    """White pages that differ in width: 100, 101, ... pixels."""
    file = BytesIO()
    first, *rest = [Image.new("RGB", (100 + number, 50), "white") for number in range(pages)]
    first.save(file, "PDF", save_all=True, append_images=rest)
    return file.getvalue()


class Background:
    """What a test asks of the asynchronous OCR service and of the operations."""

    def __init__(self, channel: grpc.Channel) -> None:
        self.ocr = ocr_service_pb2_grpc.TextRecognitionAsyncServiceStub(channel)
        self.operations = operation_service_pb2_grpc.OperationServiceStub(channel)

    def submit(
        self, content: bytes, metadata: tuple[tuple[str, str], ...] = API_KEY, **fields: Any
    ) -> operation_pb2.Operation:
        request = ocr_service_pb2.RecognizeTextRequest(content=content, **fields)
        return self.ocr.Recognize(request, metadata=metadata, timeout=DEADLINE)

    def look(self, operation_id: str) -> operation_pb2.Operation:
        request = operation_service_pb2.GetOperationRequest(operation_id=operation_id)
        return self.operations.Get(request, metadata=API_KEY, timeout=DEADLINE)

    def cancel(self, operation_id: str) -> operation_pb2.Operation:
        request = operation_service_pb2.CancelOperationRequest(operation_id=operation_id)
        return self.operations.Cancel(request, metadata=API_KEY, timeout=DEADLINE)

    def results(self, operation_id: str) -> list[ocr_service_pb2.RecognizeTextResponse]:
        request = ocr_service_pb2.GetRecognitionRequest(operation_id=operation_id)
        return list(self.ocr.GetRecognition(request, metadata=API_KEY, timeout=DEADLINE))

    def until_done(self, operation_id: str) -> operation_pb2.Operation:
        operation = operation_pb2.Operation()

        def done() -> bool:
            nonlocal operation
            operation = self.look(operation_id)
            return operation.done

        until(done, f"the end of operation {operation_id}")
        return operation


@contextmanager
def connected(emulator: Emulator) -> Generator[Background]:
    with grpc.insecure_channel(emulator.target) as channel:
        yield Background(channel)


@dataclass
class Refused:
    """How a call ended, once its block is left."""

    code: grpc.StatusCode | None = None
    text: str = ""
    details: tuple[Any, ...] = ()

    def detail(self, message: Any) -> Any:
        """The one detail of this type, unpacked into ``message``."""
        (found,) = [one for one in self.details if one.Is(message.DESCRIPTOR)]
        found.Unpack(message)
        return message


@contextmanager
def refused() -> Generator[Refused]:
    refusal = Refused()
    with pytest.raises(grpc.RpcError) as raised:
        yield refusal
    error: Any = raised.value
    refusal.code, refusal.text = error.code(), error.details()
    for key, value in error.trailing_metadata() or ():
        if key == "grpc-status-details-bin":
            refusal.details = tuple(status_pb2.Status.FromString(value).details)
