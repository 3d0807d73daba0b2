"""The emulator: a gRPC server in this process, on a thread of its own or on the caller's loop."""

from __future__ import annotations

from collections.abc import Collection
from types import TracebackType
from typing import Literal, Self

from ycgrpc.emulator.auth import Authenticator
from ycgrpc.emulator.calls import Call, Calls
from ycgrpc.emulator.clock import Clock
from ycgrpc.emulator.engines.ocr.reading import OcrEngine
from ycgrpc.emulator.engines.ocr.selection import NoEngine, OcrSelection, engines_named
from ycgrpc.emulator.iam.assertions import AUDIENCE
from ycgrpc.emulator.iam.registry import Iam
from ycgrpc.emulator.interceptor import ServiceInterceptor
from ycgrpc.emulator.limits import Limits
from ycgrpc.emulator.metadata import MetadataService
from ycgrpc.emulator.serving import ServerCertificate, Serving, ServingThread
from ycgrpc.errors import ConfigurationError

OcrName = Literal["auto", "rapidocr", "tesseract", "scripted"]


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
        accounts: whose credentials are accepted beside what ``iam`` created; by default those of
            anybody, if well-formed, as long as ``iam`` created nothing.
        strict: accepts only what ``iam`` created, from the start.
        audiences: what a JWT may be meant for: one of these URLs.
        metadata: serves a virtual machine's metadata over HTTP too, on a port of its own.
        clock: the time that tokens and keys expire by; by default it runs with the wall time.
        limits: every number that it keeps.
        tls: serves TLS with this certificate, instead of plaintext.

    Attributes:
        iam: the accounts, their keys and their tokens.
        clock: its time.

    Raises:
        ConfigurationError: the OCR engine is not installed, or there is none of that name, or two
            arguments exclude each other.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        host: str = "127.0.0.1",
        ocr: OcrName | OcrEngine = "auto",
        folder_id: str | None = None,
        accounts: Authenticator | None = None,
        strict: bool = False,
        audiences: Collection[str] = (AUDIENCE,),
        metadata: bool = False,
        clock: Clock | None = None,
        limits: Limits | None = None,
        tls: ServerCertificate | None = None,
    ) -> None:
        try:
            self._ocr = OcrSelection(engines_named(ocr) if isinstance(ocr, str) else [ocr])
        except (NoEngine, ValueError) as error:
            raise ConfigurationError(str(error)) from error
        if accounts is not None and (folder_id is not None or strict):
            raise ConfigurationError("folder_id and strict belong to the accounts that you give")
        self.clock = clock or Clock()
        self._limits = limits or Limits()
        self.iam = Iam(
            self.clock,
            self._limits,
            folder_id=folder_id,
            others=accounts,
            strict=strict,
            audiences=audiences,
        )
        self._metadata = metadata
        self._tls = tls
        self._host = host
        self._port = port
        self._calls = Calls(self._limits.reported_calls)
        self._running: Serving | None = None
        self._thread: ServingThread | None = None

    @property
    def target(self) -> str:
        """The address that it serves on, such as ``127.0.0.1:50051``.

        Raises:
            ConfigurationError: it is not started.
        """
        return self._serving.target

    @property
    def metadata_address(self) -> str:
        """The address of the metadata service, fit for ``YC_METADATA_ADDR``.

        Raises:
            ConfigurationError: it is not started, or without ``metadata=True``.
        """
        metadata = self._serving.metadata
        if metadata is None:
            raise ConfigurationError("the emulator serves no metadata: Emulator(metadata=True)")
        return metadata.address

    def report(self) -> list[Call]:
        """The last calls to the emulated services, oldest first, also after it was stopped."""
        return self._calls.report()

    def start(self) -> Self:
        """The emulator, serving from a thread of its own; does nothing when it serves already.

        Raises:
            ConfigurationError: the port is in use, or the address cannot be listened on.
        """
        if not self._thread and not self._running:
            self._thread = ServingThread(self._new())
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
        if not self._thread and not self._running:
            serving = self._new()
            await serving.start()
            self._running = serving
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        serving, self._running = self._running, None
        if serving:
            await serving.stop()

    @property
    def _serving(self) -> Serving:
        serving = self._thread.serving if self._thread else self._running
        if serving is None:
            raise ConfigurationError("the emulator is not started")
        return serving

    def _new(self) -> Serving:
        return Serving(
            self._host,
            self._port,
            self._tls,
            self._limits,
            self._ocr,
            self.iam,
            ServiceInterceptor(self.iam, self._calls),
            MetadataService(self.iam, self.clock, self._calls) if self._metadata else None,
        )
