"""The asyncio client: the same names and arguments as the blocking one."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

import grpc.aio

from ycgrpc._aio.driver import Driver
from ycgrpc._aio.ocr import AsyncOcr
from ycgrpc._aio.operations import AsyncOperation, AsyncOperations
from ycgrpc._core.channel_options import ChannelOptions
from ycgrpc._core.environment import Environment
from ycgrpc._core.quotas import DOCUMENTED, Quotas
from ycgrpc._core.settings import GivenCredentials, Pem, settings

if TYPE_CHECKING:
    from ycgrpc._aio.iam import AsyncIam
    from ycgrpc._aio.stt import AsyncStt
    from ycgrpc._aio.stt_v2 import AsyncSttV2
    from ycgrpc._aio.vision import AsyncVision

__all__ = [
    "AsyncClient",
    "AsyncOcr",
    "AsyncOperation",
    "AsyncOperations",
]

S = TypeVar("S")


class AsyncClient:
    """A client of Yandex Cloud's recognition services; for one event loop.

    Make one for a process and keep it: its connections open with the first call and are reused. Close
    it, or use it as a context manager.

    Args:
        credentials: Who calls: ``ApiKey``, ``IamToken``, ``ServiceAccountKey``, ``OAuthToken``,
            ``MetadataService``, ``YcCli``, or a function, also a coroutine's, that returns a token and
            the end of its life. By default what the environment holds: see ``default_credentials``.
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
        quotas: The rates that all callers of this client share, for each kind of call; by default what
            the service documents. A call waits for its turn as long as its timeout allows; ``None``
            limits nothing, and leaves RESOURCE_EXHAUSTED to you.
        validate: Whether to check requests before they leave.
        channels: Connections to each host. One carries some hundred calls at a time.
        channel_options: gRPC channel options, which win over those of this client.
        interceptors: grpc.aio client interceptors of your own, for all calls.

    The environment variable ``YCGRPC_EMULATOR_HOST`` (``host:port``) sends everything there, in
    plaintext, without credentials and, unless ``quotas`` are given, without quotas; ``endpoint`` and
    ``endpoints`` win over it.

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
        quotas: Quotas | None = DOCUMENTED,
        validate: bool = True,
        channels: int = 1,
        channel_options: ChannelOptions = (),
        interceptors: Sequence[grpc.aio.ClientInterceptor] = (),
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
                quotas=quotas,
                validate=validate,
                channels=channels,
                channel_options=channel_options,
                interceptors=interceptors,
            )
        )
        self.ocr = AsyncOcr(self._driver)
        self.operations = AsyncOperations(self._driver)

    @cached_property
    def stt(self) -> AsyncStt:
        """Speech recognition."""
        from ycgrpc._aio.stt import AsyncStt

        return AsyncStt(self._driver)

    @cached_property
    def stt_v2(self) -> AsyncSttV2:
        """Speech recognition by the older API."""
        from ycgrpc._aio.stt_v2 import AsyncSttV2

        return AsyncSttV2(self._driver)

    @cached_property
    def vision(self) -> AsyncVision:
        """Text recognition of many small images, by the older API."""
        from ycgrpc._aio.vision import AsyncVision

        return AsyncVision(self._driver)

    @cached_property
    def iam(self) -> AsyncIam:
        """IAM tokens to hand on to others."""
        from ycgrpc._aio.iam import AsyncIam

        return AsyncIam(self._driver)

    def stub(self, stub: Callable[[grpc.aio.Channel], S]) -> S:
        """Return a bare stub, ours or of anybody's, on the right hosts, with auth and retries.

        Its calls raise gRPC's own errors, and nothing is validated.

        Raises:
            ConfigurationError: It is of a service that this client does not know.
        """
        return stub(self._driver.routed)

    async def close(self) -> None:
        """Close all connections; calls that are under way end as cancelled."""
        await self._driver.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()
