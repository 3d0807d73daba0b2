"""The emulator: a gRPC server in this process, on a thread of its own or on the caller's loop."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import TracebackType
from typing import Literal, Self

from ycgrpc.emulator.auth import Authenticator
from ycgrpc.emulator.calls import Call, Calls
from ycgrpc.emulator.clock import Clock
from ycgrpc.emulator.engines.ocr.reading import OcrEngine
from ycgrpc.emulator.engines.ocr.selection import NoEngine, OcrSelection, engines_named
from ycgrpc.emulator.engines.stt import selection as stt_selection
from ycgrpc.emulator.engines.stt.hearing import SpeechEngine
from ycgrpc.emulator.faults import Fault, Faults
from ycgrpc.emulator.iam.assertions import AUDIENCE
from ycgrpc.emulator.iam.registry import Iam
from ycgrpc.emulator.interceptor import ServiceInterceptor
from ycgrpc.emulator.limits import Limits
from ycgrpc.emulator.metadata import MetadataService
from ycgrpc.emulator.object_storage import ObjectStorage
from ycgrpc.emulator.operations import Ending, Operations
from ycgrpc.emulator.progress import Progress
from ycgrpc.emulator.quotas import Quota, Quotas
from ycgrpc.emulator.serving import METHODS, ServerCertificate, Serving, ServingThread
from ycgrpc.errors import ConfigurationError

OcrName = Literal["auto", "rapidocr", "tesseract", "scripted"]
SttName = Literal["auto", "pocketsphinx", "scripted"]


class Emulator:
    """A local server that reads images and hears speech as the cloud's services do.

    ``with Emulator() as emulator:`` serves from a thread of its own, ``async with`` on the running
    event loop; ``emulator.target`` is then the address for a plaintext channel.

    Args:
        port: TCP port; 0 takes a free one.
        host: address to listen on; IPv6 in brackets.
        ocr: ``auto`` uses the engines that are installed, by the request's languages; a name, or an
            engine of your own, uses that one alone.
        stt: the same for engines that hear speech.
        storage: where recordings behind links to Object Storage are read from instead: the URL of
            something that speaks S3, such as ``http://127.0.0.1:5000``, with keys for it if it checks
            them: ``http://KEY:SECRET@127.0.0.1:5000``.
        folder_id: home folder of the service accounts; none accepts every ``x-folder-id``.
        accounts: whose credentials are accepted beside what ``iam`` created; by default those of
            anybody, if well-formed, as long as ``iam`` created nothing.
        strict: accepts only what ``iam`` created, from the start.
        audiences: what a JWT may be meant for: one of these URLs.
        metadata: serves a virtual machine's metadata over HTTP too, on a port of its own.
        progress: when operations are done; by default as soon as their work is.
        quotas: how many calls are taken in a while: ``off`` for any number, ``real`` for the documented
            quotas, or numbers of calls and seconds by a method, or by one of the groups
            ``ocr_recognize``, ``ocr_submit``, ``ocr_status``, ``ocr_results``, ``stt_submit``,
            ``stt_v2_status``, ``stt_v3_status``, ``stt_stream``.
        late_results: how many requests for the results of an operation that is done still find
            them not ready, as seen with the real service.
        empty_response: operations whose results are fetched elsewhere end with an Empty as their
            response; without it they end with nothing, as in one of the documentation's samples.
        clock: the time that tokens, keys and operations expire by, and that streams last by; by
            default it runs with the wall time. Quotas, and streams that are idle, go by the wall
            time in any case.
        limits: every number that it keeps.
        tls: serves TLS with this certificate, instead of plaintext.

    Attributes:
        iam: the accounts, their keys and their tokens.
        clock: its time.

    Raises:
        ConfigurationError: an engine is not installed, or there is none of that name, or no
            such quota, or two arguments exclude each other.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        host: str = "127.0.0.1",
        ocr: OcrName | OcrEngine = "auto",
        stt: SttName | SpeechEngine = "auto",
        storage: str | None = None,
        folder_id: str | None = None,
        accounts: Authenticator | None = None,
        strict: bool = False,
        audiences: Collection[str] = (AUDIENCE,),
        metadata: bool = False,
        progress: Progress | None = None,
        quotas: Literal["off", "real"] | Mapping[str, Quota] = "off",
        late_results: int = 0,
        empty_response: bool = True,
        clock: Clock | None = None,
        limits: Limits | None = None,
        tls: ServerCertificate | None = None,
    ) -> None:
        try:
            self._ocr = OcrSelection(engines_named(ocr) if isinstance(ocr, str) else [ocr])
            self._stt = stt_selection.SttSelection(
                stt_selection.engines_named(stt) if isinstance(stt, str) else [stt]
            )
        except (NoEngine, stt_selection.NoEngine, ValueError) as error:
            raise ConfigurationError(str(error)) from error
        if accounts is not None and (folder_id is not None or strict):
            raise ConfigurationError("folder_id and strict belong to the accounts that you give")
        self.clock = clock or Clock()
        self._limits = limits or Limits()
        self._storage = ObjectStorage(storage, self._limits)
        self.iam = Iam(
            self.clock,
            self._limits,
            folder_id=folder_id,
            others=accounts,
            strict=strict,
            audiences=audiences,
        )
        self._faults = Faults(METHODS)
        self._quotas = Quotas(quotas, METHODS)
        self._operations = Operations(
            self.clock,
            self._limits,
            progress,
            late_results=late_results,
            empty_response=empty_response,
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

    def script(self, method: str, *faults: Fault | None) -> None:
        """Decides what the next calls of a method come to; afterwards all goes on as before.

        It may be called from any thread, and adds to what was scripted before.

        Args:
            method: its path, such as ``/yandex.cloud.operation.OperationService/Get``, or the end of
                it, such as ``OperationService/Get``.
            faults: one for each call; ``None`` lets a call through.

        Raises:
            ConfigurationError: there is no such method, or more than one; or a fault comes after
                some messages of an answer that is a single message.
        """
        self._faults.script(method, *faults)

    def script_operations(self, *endings: Ending | None) -> None:
        """Decides how the next operations end: the first ending is for the next that is begun.

        It may be called from any thread.

        Args:
            endings: what they carry in the end; ``None`` leaves it to their work.
        """
        self._operations.script(*endings)

    def start(self) -> Self:
        """The emulator, serving from a thread of its own; does nothing when it serves already.

        Raises:
            ConfigurationError: the port is in use, or the address cannot be listened on.
        """
        if not self._thread and not self._running:
            self._thread = ServingThread(self._new())
        return self

    def stop(self) -> None:
        """Ends all calls and operations, and waits for the page that is being read.

        It does nothing when stopped.

        Raises:
            ConfigurationError: it serves on an event loop, until the end of its ``async with`` block.
        """
        if self._running:
            raise ConfigurationError(
                "the emulator serves on an event loop: leave its async with block to stop it"
            )
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
            self._stt,
            self._storage,
            self.iam,
            self._operations,
            self.clock,
            ServiceInterceptor(self.iam, self._calls, self._faults, self._quotas),
            MetadataService(self.iam, self.clock, self._calls) if self._metadata else None,
        )
