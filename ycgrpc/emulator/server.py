"""The emulator: a gRPC server in this process, on a thread of its own or on the caller's loop."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Thread
from types import TracebackType
from typing import Literal, Self

import grpc.aio
from grpc_health.v1 import health, health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection
from ycgrpc_pb import POOL
from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_service_pb2, ocr_service_pb2_grpc

from ycgrpc.emulator.auth import Accounts, Authenticator
from ycgrpc.emulator.calls import Call, Calls
from ycgrpc.emulator.engines.ocr.reading import OcrEngine
from ycgrpc.emulator.engines.ocr.selection import NoEngine, OcrSelection, engines_named
from ycgrpc.emulator.interceptor import ServiceInterceptor
from ycgrpc.emulator.limits import Limits
from ycgrpc.emulator.ocr import TextRecognition
from ycgrpc.errors import ConfigurationError

OcrName = Literal["auto", "rapidocr", "tesseract", "scripted"]

OCR = ocr_service_pb2.DESCRIPTOR.services_by_name["TextRecognitionService"].full_name


@dataclass(frozen=True, slots=True)
class ServerCertificate:
    """What the server proves its name with, both in PEM; printed without the key."""

    private_key: bytes = field(repr=False)
    certificate_chain: bytes = field(repr=False)


class Emulator:
    """A local server that reads images as the cloud's OCR service does.

    ``with Emulator() as emulator:`` serves from a thread of its own, ``async with`` on the running
    event loop; ``emulator.target`` is then the address for a plaintext channel.

    Args:
        port: TCP port; 0 takes a free one.
        host: address to listen on; IPv6 in brackets.
        ocr: ``auto`` uses the engines that are installed, by the request's languages; a name, or an
            engine of your own, uses that one alone.
        folder_id: home folder of the service accounts; none accepts every ``x-folder-id``.
        accounts: whose credentials are accepted; by default those of anybody, if well-formed.
        limits: every number that it keeps.
        tls: serves TLS with this certificate, instead of plaintext.

    Raises:
        ConfigurationError: the OCR engine is not installed, or there is none of that name.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        host: str = "127.0.0.1",
        ocr: OcrName | OcrEngine = "auto",
        folder_id: str | None = None,
        accounts: Authenticator | None = None,
        limits: Limits | None = None,
        tls: ServerCertificate | None = None,
    ) -> None:
        try:
            self._ocr = OcrSelection(engines_named(ocr) if isinstance(ocr, str) else [ocr])
        except (NoEngine, ValueError) as error:
            raise ConfigurationError(str(error)) from error
        if accounts is not None and folder_id is not None:
            raise ConfigurationError("folder_id belongs to the accounts that you give")
        self._accounts = accounts or Accounts(folder_id=folder_id)
        self._limits = limits or Limits()
        self._tls = tls
        self._host = host
        self._port = port
        self._calls = Calls(self._limits.reported_calls)
        self._serving: _Serving | None = None
        self._thread: _ServingThread | None = None

    @property
    def target(self) -> str:
        """The address that it serves on, such as ``127.0.0.1:50051``.

        Raises:
            ConfigurationError: it is not started.
        """
        serving = self._thread.serving if self._thread else self._serving
        if serving is None:
            raise ConfigurationError("the emulator is not started")
        return f"{self._host}:{serving.port}"

    def report(self) -> list[Call]:
        """The last calls to the emulated services, oldest first, also after it was stopped."""
        return self._calls.report()

    def start(self) -> Self:
        """The emulator, serving from a thread of its own; does nothing when it serves already.

        Raises:
            ConfigurationError: the port is in use, or the address cannot be listened on.
        """
        if not self._thread and not self._serving:
            self._thread = _ServingThread(self._new())
        return self

    def stop(self) -> None:
        """Ends all calls and waits for the page that is being read; does nothing when stopped."""
        thread, self._thread = self._thread, None
        if thread:
            thread.stop()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    async def __aenter__(self) -> Self:
        if not self._thread and not self._serving:
            serving = self._new()
            await serving.start()
            self._serving = serving
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        serving, self._serving = self._serving, None
        if serving:
            await serving.stop()

    def _new(self) -> _Serving:
        return _Serving(
            f"{self._host}:{self._port}",
            self._tls,
            self._limits,
            self._ocr,
            ServiceInterceptor(self._accounts, self._calls),
        )


class _Serving:
    """A gRPC server with its services and reader threads, once from start to stop."""

    def __init__(
        self,
        address: str,
        tls: ServerCertificate | None,
        limits: Limits,
        ocr: OcrSelection,
        interceptor: ServiceInterceptor,
    ) -> None:
        self._address = address
        self._tls = tls
        self._limits = limits
        self._ocr = ocr
        self._interceptor = interceptor
        self.port = 0

    async def start(self) -> None:
        self._readers = ThreadPoolExecutor(self._limits.readers, "ycgrpc-emulator-reader")
        self._server = grpc.aio.server(
            interceptors=[self._interceptor],
            options=[
                ("grpc.max_receive_message_length", self._limits.message_bytes),
                ("grpc.max_send_message_length", self._limits.message_bytes),
                ("grpc.so_reuseport", 0),  # or two emulators would share a port and its calls
            ],
        )
        ocr_service_pb2_grpc.add_TextRecognitionServiceServicer_to_server(
            TextRecognition(self._ocr, self._readers, self._limits), self._server
        )
        await self._add_standard_services([OCR])
        try:
            self.port = self._listen()
        except RuntimeError as error:
            raise ConfigurationError(
                f"cannot listen on {self._address}: it is in use or not an address of this machine"
            ) from error
        await self._server.start()

    async def stop(self) -> None:
        await self._server.stop(grace=None)
        self._readers.shutdown(cancel_futures=True)

    def _listen(self) -> int:
        if self._tls is None:
            return self._server.add_insecure_port(self._address)
        pair = (self._tls.private_key, self._tls.certificate_chain)
        return self._server.add_secure_port(self._address, grpc.ssl_server_credentials([pair]))

    async def _add_standard_services(self, services: list[str]) -> None:
        checks = health.aio.HealthServicer()
        for service in ("", *services):
            await checks.set(service, health_pb2.HealthCheckResponse.SERVING)
        health_pb2_grpc.add_HealthServicer_to_server(checks, self._server)
        # The standard services are in another pool: only what can be described is listed.
        reflection.enable_server_reflection(services, self._server, pool=POOL)


class _ServingThread:
    """A serving on an event loop of its own, in a thread of its own."""

    def __init__(self, serving: _Serving) -> None:
        self.serving = serving
        self._stopping = asyncio.Event()
        started: Future[asyncio.AbstractEventLoop] = Future()
        # A daemon, so that a script that forgets to stop it can end.
        self._thread = Thread(
            target=lambda: asyncio.run(self._serve(started)), name="ycgrpc-emulator", daemon=True
        )
        self._thread.start()
        try:
            self._loop = started.result()
        except BaseException:
            self._thread.join()
            raise

    def stop(self) -> None:
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
