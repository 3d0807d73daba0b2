"""Text recognition in the background: takes documents, and gives their pages when they were read."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from typing import Any

from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_service_pb2, ocr_service_pb2_grpc
from ycgrpc_pb.yandex.cloud.operation import operation_pb2

from ycgrpc.emulator.auth import caller
from ycgrpc.emulator.limits import Limits
from ycgrpc.emulator.ocr import PageReading, Recognition, accepted, recognized
from ycgrpc.emulator.operations import Operations, Outcome

KIND = "ocr"
DESCRIPTION = "OCR async recognition"
PREFIX = "cfr"
"""Of the ids. Source, as of the description: samples in the documentation."""


class TextRecognitionAsync(ocr_service_pb2_grpc.TextRecognitionAsyncServiceServicer):
    """Recognition as an operation.

    Args:
        reading: what reads the documents.
        operations: where the work goes on.
        limits: of size and number.
    """

    def __init__(self, reading: PageReading, operations: Operations, limits: Limits) -> None:
        self._reading = reading
        self._operations = operations
        self._limits = limits
        # So that callers who wait for their page find few pages in front of it.
        self._turns = asyncio.Semaphore(limits.readers)

    async def Recognize(  # noqa: N802 - named by the interface
        self, request: ocr_service_pb2.RecognizeTextRequest, context: Any
    ) -> operation_pb2.Operation:
        """The operation; what can be known about the document without reading it is known by then.

        Raises:
            Refusal: INVALID_ARGUMENT.
        """
        most_pages = self._limits.ocr_async_pages
        recognition = await accepted(self._reading, request, most_pages=most_pages)
        work = partial(self._work, recognition)
        return self._operations.begin(KIND, DESCRIPTION, PREFIX, caller.get().id, work)

    async def GetRecognition(  # noqa: N802
        self, request: ocr_service_pb2.GetRecognitionRequest, context: Any
    ) -> AsyncIterator[Any]:
        """All pages, in order.

        Raises:
            Refusal: NOT_FOUND.
        """
        await self._operations.settle(request.operation_id)
        for page in self._operations.results(KIND, request.operation_id):
            yield page

    async def _work(self, recognition: Recognition) -> Outcome:
        async with self._turns:
            return Outcome([page async for page in recognized(self._reading, recognition)])
