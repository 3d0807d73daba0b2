"""The blocking client."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Mapping, Sequence
from types import TracebackType
from typing import Self, TypeVar

import grpc
from google.protobuf.message import Message
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2 import RecognizeTextRequest

from ycgrpc._core import ocr
from ycgrpc._core.channel_options import ChannelOptions
from ycgrpc._core.environment import Environment
from ycgrpc._core.settings import GivenCredentials, Pem, settings
from ycgrpc._core.sources import Source
from ycgrpc._sync.driver import Driver
from ycgrpc.types import Recognition

__all__ = ["Client", "Ocr"]

S = TypeVar("S")
Interceptor = (
    grpc.UnaryUnaryClientInterceptor
    | grpc.UnaryStreamClientInterceptor
    | grpc.StreamUnaryClientInterceptor
    | grpc.StreamStreamClientInterceptor
)


class Client:
    """A client of Yandex Cloud's recognition services; safe to share between threads.

    Make one for a process and keep it: its connections open with the first call and are reused. Close
    it, or use it as a context manager.

    Args:
        credentials: Who calls: ``ApiKey``, ``IamToken``, ``ServiceAccountKey``, ``OAuthToken``,
            ``MetadataService``, ``YcCli``, or a plain function that returns a token and the end
            of its life. By default what the environment holds: see ``default_credentials``.
        folder_id: The folder to call for. User and federated accounts need it; a service account has
            its own and leaves it out.
        endpoint: ``host:port`` of one host for every service, such as an emulator or a proxy.
        endpoints: ``host:port`` of single hosts, by their names: endpoint, iam, ocr, operation, stt,
            transcribe, vision.
        plaintext: Whether to speak without TLS to the hosts that ``endpoint`` or ``endpoints`` names;
            credentials then travel there unprotected.
        root_certificates: PEM certificates to trust, or a file that holds them; by default gRPC's own.
        client_certificate: The PEM certificate chain and private key that this client proves its name
            with, or the files that hold them, where the server asks for them (mutual TLS).
        proxy: ``http://host:port`` of a proxy to connect through; by default gRPC heeds the variables
            ``https_proxy`` and ``no_proxy``.
        timeout: Seconds that a call may take, unless it says otherwise.
        data_logging: Whether the service may keep what is sent; ``None`` leaves it at its default.
        validate: Whether to check requests before they leave.
        channels: Connections to each host. One carries some hundred calls at a time.
        channel_options: gRPC channel options, which win over those of this client.
        interceptors: grpcio client interceptors of your own, for all calls.

    The environment variable ``YCGRPC_EMULATOR_HOST`` (``host:port``) sends everything there, in
    plaintext and without credentials, unless ``endpoint`` or ``endpoints`` is given.

    Raises:
        ConfigurationError: An argument makes no sense.
        CredentialsError: There are no credentials.
    """

    def __init__(
        self,
        credentials: GivenCredentials | None = None,
        *,
        folder_id: str | None = None,
        endpoint: str | None = None,
        endpoints: Mapping[str, str] | None = None,
        plaintext: bool = False,
        root_certificates: Pem | None = None,
        client_certificate: tuple[Pem, Pem] | None = None,
        proxy: str | None = None,
        timeout: float = 60.0,
        data_logging: bool | None = None,
        validate: bool = True,
        channels: int = 1,
        channel_options: ChannelOptions = (),
        interceptors: Sequence[Interceptor] = (),
    ) -> None:
        self._driver = Driver(
            settings(
                credentials,
                Environment(os.environ),
                folder_id=folder_id,
                endpoint=endpoint,
                endpoints=endpoints,
                plaintext=plaintext,
                root_certificates=root_certificates,
                client_certificate=client_certificate,
                proxy=proxy,
                timeout=timeout,
                data_logging=data_logging,
                validate=validate,
                channels=channels,
                channel_options=channel_options,
                interceptors=interceptors,
            )
        )
        self.ocr = Ocr(self._driver)

    def stub(self, stub: Callable[[grpc.Channel], S]) -> S:
        """Return a bare stub, ours or of anybody's, on the right hosts, with auth and retries.

        Its calls raise gRPC's own errors, and nothing is validated.

        Raises:
            ConfigurationError: It is of a service that this client does not know.
        """
        return stub(self._driver.routed)

    def close(self) -> None:
        """Close all connections; calls that are under way end as cancelled."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class Ocr:
    """Text recognition: ``client.ocr``."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def recognize(
        self,
        source: Source,
        *,
        languages: Sequence[str] = ("*",),
        model: str = "page",
        mime_type: str | None = None,
        timeout: float | None = None,
    ) -> Recognition:
        """Return the text of a JPEG, a PNG or a PDF of one page.

        Args:
            source: A path, the bytes themselves, or a binary file; at most 10 MB and 20 megapixels.
            languages: ISO 639-1 codes, such as ``["ru", "en"]``; ``["*"]`` detects the language.
            model: ``page``, ``page-column-sort``, ``handwritten``, ``table``, ``markdown``,
                ``math-markdown``, or the name of a document template.
            mime_type: The format as the service is told it; by default found from the content.
            timeout: Seconds; by default the client's.

        Raises:
            InvalidRequest: The source cannot be read, or breaks a documented limit.
            RpcError: The service refused, or did not answer; a subclass for each code.
        """
        request = self._driver.run(ocr.request_of(source, languages, model, mime_type))
        return self.call(request, timeout=timeout)

    def recognize_pages(
        self,
        source: Source,
        *,
        languages: Sequence[str] = ("*",),
        model: str = "page",
        mime_type: str | None = None,
        timeout: float | None = None,
    ) -> Generator[Recognition, None, None]:
        """Yield the pages one by one as they arrive, each as a ``Recognition`` of its own.

        Takes the arguments of ``recognize``, and raises what it does. Whoever stops early cancels the
        rest of the call.
        """
        request = self._driver.run(ocr.request_of(source, languages, model, mime_type))
        prepared, seconds = self._prepared(request, timeout)
        for page in self._driver.stream(ocr.RECOGNIZE, prepared, seconds):
            yield Recognition([page])

    def call(self, request: Message, *, timeout: float | None = None) -> Recognition:
        """Return what comes of a ready ``RecognizeTextRequest``, ours or of other stubs.

        Raises:
            InvalidRequest: It breaks a rule of the interface, or is of another type.
            RpcError: The service refused, or did not answer; a subclass for each code.
        """
        return self._driver.run(ocr.recognize(*self._prepared(request, timeout)))

    def _prepared(
        self, request: Message, timeout: float | None
    ) -> tuple[RecognizeTextRequest, float]:
        settings = self._driver.settings
        return ocr.checked(request, settings.validate), settings.seconds(timeout)
