"""The running server: its services, its ports and its threads, once from start to stop."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field

import grpc.aio
from grpc_health.v1 import health, health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection
from ycgrpc_pb import POOL
from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_service_pb2, ocr_service_pb2_grpc
from ycgrpc_pb.yandex.cloud.ai.stt.v2 import stt_service_pb2 as stt_v2_pb2
from ycgrpc_pb.yandex.cloud.ai.stt.v2 import stt_service_pb2_grpc as stt_v2_pb2_grpc
from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_service_pb2, stt_service_pb2_grpc
from ycgrpc_pb.yandex.cloud.ai.vision.v1 import vision_service_pb2, vision_service_pb2_grpc
from ycgrpc_pb.yandex.cloud.endpoint import (
    api_endpoint_service_pb2,
    api_endpoint_service_pb2_grpc,
)
from ycgrpc_pb.yandex.cloud.iam.v1 import iam_token_service_pb2, iam_token_service_pb2_grpc
from ycgrpc_pb.yandex.cloud.operation import operation_service_pb2, operation_service_pb2_grpc

from ycgrpc.emulator.clock import Clock
from ycgrpc.emulator.endpoints import ApiEndpoints
from ycgrpc.emulator.engines.ocr.selection import OcrSelection
from ycgrpc.emulator.engines.stt.selection import SttSelection
from ycgrpc.emulator.iam.registry import Iam
from ycgrpc.emulator.iam.service import IamTokens
from ycgrpc.emulator.interceptor import ServiceInterceptor
from ycgrpc.emulator.limits import Limits
from ycgrpc.emulator.metadata import MetadataService
from ycgrpc.emulator.object_storage import ObjectStorage
from ycgrpc.emulator.ocr import PageReading, TextRecognition
from ycgrpc.emulator.ocr_async import TextRecognitionAsync
from ycgrpc.emulator.operations import OperationLookup, Operations
from ycgrpc.emulator.stt import AsyncRecognition
from ycgrpc.emulator.stt_streaming import StreamingRecognition
from ycgrpc.emulator.stt_v2 import LongRunningRecognition
from ycgrpc.emulator.stt_v2_streaming import StreamingRecognition as StreamingRecognitionV2
from ycgrpc.emulator.stt_v2_streaming import SttService
from ycgrpc.emulator.transcription import Transcriber
from ycgrpc.emulator.vision import Vision
from ycgrpc.errors import ConfigurationError

SERVICES = [
    file.services_by_name[name].full_name
    for file, name in (
        (ocr_service_pb2.DESCRIPTOR, "TextRecognitionService"),
        (ocr_service_pb2.DESCRIPTOR, "TextRecognitionAsyncService"),
        (stt_service_pb2.DESCRIPTOR, "Recognizer"),
        (stt_service_pb2.DESCRIPTOR, "AsyncRecognizer"),
        (stt_v2_pb2.DESCRIPTOR, "SttService"),
        (vision_service_pb2.DESCRIPTOR, "VisionService"),
        (operation_service_pb2.DESCRIPTOR, "OperationService"),
        (iam_token_service_pb2.DESCRIPTOR, "IamTokenService"),
        (api_endpoint_service_pb2.DESCRIPTOR, "ApiEndpointService"),
    )
]
"""Full names of the emulated services."""

METHODS: dict[str, bool] = {
    f"/{service}/{method.name}": method.server_streaming
    for service in SERVICES
    for method in POOL.FindServiceByName(service).methods
}
"""Paths of their methods, and whether the answer is a stream."""


@dataclass(frozen=True, slots=True)
class ServerCertificate:
    """What the server proves its name with, both in PEM; printed without the key."""

    private_key: bytes = field(repr=False)
    certificate_chain: bytes = field(repr=False)


def _step_back() -> None:
    """Let this thread have the processor after those that answer calls."""
    if sys.platform == "linux":  # where a thread has a priority of its own
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 10)


class Serving:
    """A gRPC server with its services and reader threads, and a metadata service if wanted.

    Args:
        host: address to listen on; IPv6 in brackets.
        port: TCP port; 0 takes a free one.
        tls: what it proves its name with; ``None`` serves plaintext.
        limits: every number that it keeps.
        ocr: what reads the images.
        stt: what hears the speech.
        storage: what links to recordings are read from.
        iam: knows the accounts.
        operations: where work goes on after its call was answered.
        clock: the time that streams last by.
        interceptor: what every call passes through.
        metadata: served beside it.
    """

    def __init__(
        self,
        host: str,
        port: int,
        tls: ServerCertificate | None,
        limits: Limits,
        ocr: OcrSelection,
        stt: SttSelection,
        storage: ObjectStorage,
        iam: Iam,
        operations: Operations,
        clock: Clock,
        interceptor: ServiceInterceptor,
        metadata: MetadataService | None,
    ) -> None:
        self._host = host
        self._port = port
        self._tls = tls
        self._limits = limits
        self._ocr = ocr
        self._stt = stt
        self._storage = storage
        self._iam = iam
        self._operations = operations
        self._clock = clock
        self._interceptor = interceptor
        self.metadata = metadata
        self.target = ""

    async def start(self) -> None:
        """Listens; ``target`` then says where.

        Raises:
            ConfigurationError: the port is in use, or the address cannot be listened on.
        """
        self._readers = ThreadPoolExecutor(
            self._limits.readers, "ycgrpc-emulator-reader", initializer=_step_back
        )
        self._server = grpc.aio.server(
            interceptors=[self._interceptor],
            options=[
                ("grpc.max_receive_message_length", self._limits.message_bytes),
                ("grpc.max_send_message_length", self._limits.message_bytes),
                ("grpc.so_reuseport", 0),  # or two emulators would share a port and its calls
            ],
        )
        self.target = f"{self._host}:{self._listen()}"
        reading = PageReading(self._ocr, self._readers, self._limits)
        ocr_service_pb2_grpc.add_TextRecognitionServiceServicer_to_server(
            TextRecognition(reading, self._limits), self._server
        )
        ocr_service_pb2_grpc.add_TextRecognitionAsyncServiceServicer_to_server(
            TextRecognitionAsync(reading, self._operations, self._limits), self._server
        )
        stt_service_pb2_grpc.add_RecognizerServicer_to_server(
            StreamingRecognition(self._stt, self._readers, self._limits, self._clock), self._server
        )
        transcriber = Transcriber(self._storage, self._readers, self._limits)
        stt_service_pb2_grpc.add_AsyncRecognizerServicer_to_server(
            AsyncRecognition(self._stt, transcriber, self._operations), self._server
        )
        stt_v2_pb2_grpc.add_SttServiceServicer_to_server(
            SttService(
                LongRunningRecognition(self._stt, transcriber, self._operations),
                StreamingRecognitionV2(self._stt, self._readers, self._limits, self._clock),
            ),
            self._server,
        )
        vision_service_pb2_grpc.add_VisionServiceServicer_to_server(
            Vision(reading, self._limits), self._server
        )
        operation_service_pb2_grpc.add_OperationServiceServicer_to_server(
            OperationLookup(self._operations), self._server
        )
        iam_token_service_pb2_grpc.add_IamTokenServiceServicer_to_server(
            IamTokens(self._iam), self._server
        )
        api_endpoint_service_pb2_grpc.add_ApiEndpointServiceServicer_to_server(
            ApiEndpoints(self.target, SERVICES), self._server
        )
        await self._add_standard_services()
        await self._server.start()
        if self.metadata:
            await self.metadata.start()

    async def stop(self) -> None:
        """Ends all calls and operations, and waits for the page that is being read."""
        if self.metadata:
            await self.metadata.stop()
        await self._server.stop(grace=None)
        await self._operations.stop()
        # Not on the loop, which belongs to others too, and which the engine may be waiting for.
        await asyncio.to_thread(self._readers.shutdown, cancel_futures=True)

    def _listen(self) -> int:
        address = f"{self._host}:{self._port}"
        try:
            if self._tls is None:
                return self._server.add_insecure_port(address)
            pair = (self._tls.private_key, self._tls.certificate_chain)
            return self._server.add_secure_port(address, grpc.ssl_server_credentials([pair]))
        except RuntimeError as error:
            raise ConfigurationError(
                f"cannot listen on {address}: it is in use or not an address of this machine"
            ) from error

    async def _add_standard_services(self) -> None:
        checks = health.aio.HealthServicer()
        for service in ("", *SERVICES):
            await checks.set(service, health_pb2.HealthCheckResponse.SERVING)
        health_pb2_grpc.add_HealthServicer_to_server(checks, self._server)
        # The standard services are in another pool: only what can be described is listed.
        reflection.enable_server_reflection(SERVICES, self._server, pool=POOL)


class ServingThread:
    """A serving on an event loop of its own, in a thread of its own.

    Raises:
        ConfigurationError: the port is in use, or the address cannot be listened on.
    """

    def __init__(self, serving: Serving) -> None:
        self.serving = serving
        self._stopping = asyncio.Event()
        started: Future[asyncio.AbstractEventLoop] = Future()
        # A daemon, so that a script that forgets to stop it can end.
        self._thread = threading.Thread(
            target=lambda: asyncio.run(self._serve(started)), name="ycgrpc-emulator", daemon=True
        )
        self._thread.start()
        try:
            self._loop = started.result()
        except BaseException:
            if not started.exception():  # but this thread was interrupted
                self._loop = started.result()
                self.stop()
            self._thread.join()
            raise

    def stop(self) -> None:
        """Stops the serving, and waits until it has ended."""
        self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join()

    async def _serve(self, started: Future[asyncio.AbstractEventLoop]) -> None:
        try:
            await self.serving.start()
        except BaseException as error:
            started.set_exception(error)
            return
        started.set_result(asyncio.get_running_loop())
        await self._stopping.wait()
        await self.serving.stop()
