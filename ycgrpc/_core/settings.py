"""The arguments of a client, checked and resolved: what both colours are made from."""

from __future__ import annotations

import os
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import grpc

from ycgrpc._core.channel_options import ChannelOptions
from ycgrpc._core.credentials import PLACEHOLDER, Credentials
from ycgrpc._core.default_credentials import default_credentials
from ycgrpc._core.headers import REQUEST_ID, Metadata, account_headers
from ycgrpc._core.hosts import Endpoints, resolve
from ycgrpc._core.methods import route
from ycgrpc._core.quotas import DOCUMENTED, Quotas
from ycgrpc._core.token_sources import Function, Given
from ycgrpc._core.tokens import Token
from ycgrpc.errors import ConfigurationError, InvalidRequest, Violation

# gRPC takes an infinite deadline for one that has passed: a year stands for no end.
_LONGEST = 365 * 24 * 3600.0


CLOSED = "the client is closed: make a new one"
OTHER_LOOP = "this client belongs to another event loop, that of its first call: make one for each"


Pem = bytes | str | os.PathLike[str]
"""PEM text as bytes, or the file that holds it."""


class Identity(NamedTuple):
    """What a client proves its own name with, for mutual TLS; the ``repr`` does not show it."""

    chain: bytes
    key: bytes

    def __repr__(self) -> str:
        return "<identity>"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a client was asked to be; the ``repr`` holds no secret."""

    credentials: Credentials
    account: Metadata
    folder_id: str | None
    endpoints: Endpoints
    root_certificates: bytes | None
    identity: Identity | None
    timeout: float
    quotas: Quotas | None
    validate: bool
    channels: int
    channel_options: ChannelOptions = field(repr=False)  # a proxy's address may hold a password
    interceptors: Sequence[Any]

    def metadata(self, token: Token | None, request_id: str) -> Metadata:
        """Return what is sent with one call, which needs no token where there is ``None``."""
        if token is None:
            return ((REQUEST_ID, request_id),)
        return (("authorization", token.header), *self.account, (REQUEST_ID, request_id))

    def tls(self) -> grpc.ChannelCredentials:
        """Return the credentials of a TLS channel."""
        chain, key = self.identity or (None, None)
        return grpc.ssl_channel_credentials(self.root_certificates, key, chain)

    def target(self, path: str) -> str:
        """Return the ``host:port`` that serves a method.

        Raises:
            ConfigurationError: The method is of none of the services that this client knows.
        """
        return self.endpoints.targets[route(path).host]

    def patience(self, timeout: float | None) -> float:
        """Return how long to wait for an operation: for ever, unless told.

        Raises:
            InvalidRequest: It is negative.
        """
        return 0.0 if timeout == 0 else self.seconds(_LONGEST if timeout is None else timeout)

    def seconds(self, timeout: float | None) -> float:
        """Return the timeout of one call.

        Raises:
            InvalidRequest: It is not a positive number of seconds.
        """
        if timeout is None:
            return self.timeout
        if not timeout > 0:
            raise InvalidRequest(
                [Violation("timeout", "must be more than 0 seconds", str(timeout))]
            )
        return min(timeout, _LONGEST)


GivenCredentials = Credentials | Callable[[], Given | Awaitable[Given]]
"""What a user may pass: credentials, or a function that gives a token and the end of its life."""


def known(credentials: GivenCredentials) -> Credentials:
    """Return what a user passed, as credentials.

    Raises:
        ConfigurationError: It is something else.
    """
    if isinstance(credentials, Credentials):
        return credentials
    if callable(credentials):
        return Function(credentials)
    raise ConfigurationError(
        "credentials: give ApiKey(...), ServiceAccountKey.from_file(...) or the like, not a "
        f"{type(credentials).__name__}"
    )


def settings(
    credentials: GivenCredentials | None,
    environment: Mapping[str, str],
    *,
    folder_id: str | None,
    endpoint: str | None,
    endpoints: Mapping[str, str] | None,
    plaintext: bool,
    root_certificates: Pem | None,
    client_certificate: tuple[Pem, Pem] | None,
    proxy: str | None,
    timeout: float,
    data_logging: bool | None,
    quotas: Quotas | None,
    validate: bool,
    channels: int,
    channel_options: ChannelOptions,
    interceptors: Sequence[Any],
) -> Settings:
    """Return what the arguments of a client and the environment come to.

    Raises:
        ConfigurationError: An argument makes no sense.
        CredentialsError: There are no credentials.
    """
    found = resolve(environment, endpoint=endpoint, endpoints=endpoints, plaintext=plaintext)
    if found.emulated:
        credentials = PLACEHOLDER
    elif credentials is None:
        credentials = default_credentials(environment)
    if not timeout > 0:
        raise ConfigurationError("timeout: must be more than 0 seconds")
    if quotas is not None and type(quotas) is not Quotas:
        raise ConfigurationError("quotas: give Quotas(...), or None to switch them off")
    if channels < 1:
        raise ConfigurationError("channels: at least 1")
    return Settings(
        credentials=known(credentials),
        account=account_headers(folder_id, data_logging),
        folder_id=folder_id,
        endpoints=found,
        root_certificates=None
        if root_certificates is None
        else _pem(root_certificates, "CERTIFICATE", "root_certificates"),
        identity=client_certificate and _identity(*client_certificate),
        timeout=min(timeout, _LONGEST),
        # An emulator grants more than the cloud, unless the caller means these very quotas.
        quotas=None if found.emulated and quotas is DOCUMENTED else quotas,
        validate=validate,
        channels=channels,
        channel_options=(*_proxy(proxy, found), *channel_options),
        interceptors=tuple(interceptors),
    )


def iam_settings(credentials: GivenCredentials) -> Settings:
    """Return the settings of a client that does nothing but get tokens."""
    return settings(
        credentials,
        {},
        folder_id=None,
        endpoint=None,
        endpoints=None,
        plaintext=False,
        root_certificates=None,
        client_certificate=None,
        proxy=None,
        timeout=60.0,
        data_logging=None,
        quotas=None,
        validate=True,
        channels=1,
        channel_options=(),
        interceptors=(),
    )


def _proxy(proxy: str | None, endpoints: Endpoints) -> ChannelOptions:
    """Return the channel options for a proxy; gRPC itself heeds ``https_proxy`` and ``no_proxy``."""
    if proxy is not None:
        if not proxy.startswith("http://"):
            raise ConfigurationError("proxy: give http://host:port, with user:password@ if it asks")
        return [("grpc.http_proxy", proxy)]
    if endpoints.emulated:  # on this machine, or as good as: no proxy of the environment between
        return [("grpc.enable_http_proxy", 0)]
    return []


def _identity(certificate: Pem, key: Pem) -> Identity:
    chain = _pem(certificate, "CERTIFICATE", "client_certificate")
    return Identity(chain, _pem(key, "PRIVATE KEY", "client_certificate"))


def _pem(given: Pem, kind: str, where: str) -> bytes:
    content, name = (given, "the bytes") if isinstance(given, bytes) else _read(given, where)
    if not re.search(rb"-----BEGIN [A-Z ]*" + kind.encode() + rb"-----", content):
        del content, given  # may be a private key
        raise ConfigurationError(f"{where}: no PEM {kind.lower()} in {name}")
    return content


def _read(path: str | os.PathLike[str], where: str) -> tuple[bytes, str]:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib is slow to import
            return file.read(), repr(os.fspath(path))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise ConfigurationError(f"{where}: {reason}: {os.fspath(path)!r}") from error
