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
from ycgrpc_pb.yandex.cloud.endpoint import (
    api_endpoint_service_pb2,
    api_endpoint_service_pb2_grpc,
)
from ycgrpc_pb.yandex.cloud.iam.v1 import iam_token_service_pb2, iam_token_service_pb2_grpc

from ycgrpc.emulator.endpoints import ApiEndpoints
from ycgrpc.emulator.engines.ocr.selection import OcrSelection
from ycgrpc.emulator.iam.registry import Iam
from ycgrpc.emulator.iam.service import IamTokens
from ycgrpc.emulator.interceptor import ServiceInterceptor
from ycgrpc.emulator.limits import Limits
from ycgrpc.emulator.metadata import MetadataService
from ycgrpc.emulator.ocr import TextRecognition
from ycgrpc.errors import ConfigurationError

SERVICES = [
    file.services_by_name[name].full_name
    for file, name in (
        (ocr_service_pb2.DESCRIPTOR, "TextRecognitionService"),
        (iam_token_service_pb2.DESCRIPTOR, "IamTokenService"),
        (api_endpoint_service_pb2.DESCRIPTOR, "ApiEndpointService"),
    )
]
"""Full names of the emulated services."""


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
        iam: knows the accounts.
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
        iam: Iam,
        interceptor: ServiceInterceptor,
        metadata: MetadataService | None,
    ) -> None:
        self._host = host
        self._port = port
        self._tls = tls
        self._limits = limits
        self._ocr = ocr
        self._iam = iam
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
        ocr_service_pb2_grpc.add_TextRecognitionServiceServicer_to_server(
            TextRecognition(self._ocr, self._readers, self._limits), self._server
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
        """Ends all calls and waits for the page that is being read."""
        if self.metadata:
            await self.metadata.stop()
        await self._server.stop(grace=None)
        self._readers.shutdown(cancel_futures=True)

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
