"""The interceptors of this client, for channels and stubs of anybody's.

::

    channel = grpc.intercept_channel(channel, AuthInterceptor(ApiKey("...")), RequestIdInterceptor())

    channel = grpc.aio.secure_channel(
        target, tls, interceptors=[*aio_auth_interceptors(ApiKey("...")), *aio_request_id_interceptors()]
    )

A header that a caller sets for one call wins over what an interceptor would add. Interceptors do not
know whether a channel is encrypted: give them only to channels with TLS, or to an emulator's.
"""

from __future__ import annotations

import grpc.aio

from ycgrpc._aio.driver import Driver as AsyncDriver
from ycgrpc._aio.interceptors import metadata_interceptors
from ycgrpc._core.headers import Metadata, account_headers, request_id_headers
from ycgrpc._core.methods import OPEN
from ycgrpc._core.settings import GivenCredentials, iam_settings
from ycgrpc._sync.driver import Driver
from ycgrpc._sync.interceptors import MetadataInterceptor

__all__ = [
    "AuthInterceptor",
    "RequestIdInterceptor",
    "aio_auth_interceptors",
    "aio_request_id_interceptors",
]


class AuthInterceptor(MetadataInterceptor):
    """Adds ``authorization``, and a folder where one is given, to the calls of a grpcio channel.

    Calls that need no credentials, such as discovery, go out without.

    Args:
        credentials: Who calls; those that renew their tokens connect to IAM themselves. A token that
            the service refuses is renewed for the next call; this one fails.
        folder_id: The folder to call for, sent as ``x-folder-id``.
        data_logging: Whether the service may keep what is sent; ``None`` leaves it at its default.
    """

    def __init__(
        self,
        credentials: GivenCredentials,
        *,
        folder_id: str | None = None,
        data_logging: bool | None = None,
    ) -> None:
        account = account_headers(folder_id, data_logging)
        tokens = Driver(iam_settings(credentials)).tokens

        def headers(path: str) -> Metadata:
            return () if path in OPEN else (("authorization", tokens.get().header), *account)

        super().__init__(headers, tokens.refuse_current)


class RequestIdInterceptor(MetadataInterceptor):
    """Adds a fresh ``x-client-request-id`` to every call of a grpcio channel."""

    def __init__(self) -> None:
        super().__init__(lambda path: request_id_headers())


def aio_auth_interceptors(
    credentials: GivenCredentials,
    *,
    folder_id: str | None = None,
    data_logging: bool | None = None,
) -> list[grpc.aio.ClientInterceptor]:
    """Return what ``AuthInterceptor`` is, for a grpc.aio channel: one interceptor for each kind."""
    account = account_headers(folder_id, data_logging)
    tokens = AsyncDriver(iam_settings(credentials)).tokens

    async def headers(path: str) -> Metadata:
        return () if path in OPEN else (("authorization", (await tokens.get()).header), *account)

    return metadata_interceptors(headers, tokens.refuse_current)


def aio_request_id_interceptors() -> list[grpc.aio.ClientInterceptor]:
    """Return what ``RequestIdInterceptor`` is, for a grpc.aio channel: one for each kind."""

    async def headers(path: str) -> Metadata:
        return request_id_headers()

    return metadata_interceptors(headers)
