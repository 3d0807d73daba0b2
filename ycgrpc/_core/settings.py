"""The arguments of a client, checked and resolved: what both colours are made from."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ycgrpc._core import credentials as sources
from ycgrpc._core.channel_options import ChannelOptions
from ycgrpc._core.credentials import Credentials
from ycgrpc._core.headers import AuthHeaders, Metadata, request_id_headers
from ycgrpc._core.hosts import Endpoints, resolve
from ycgrpc._core.methods import route
from ycgrpc.errors import ConfigurationError, InvalidRequest, Violation

# gRPC takes an infinite deadline for one that has passed: a year stands for no end.
_LONGEST = 365 * 24 * 3600.0


CLOSED = "the client is closed: make a new one"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a client was asked to be; the ``repr`` holds no secret."""

    auth: AuthHeaders
    endpoints: Endpoints
    root_certificates: bytes | None
    timeout: float
    validate: bool
    channels: int
    channel_options: ChannelOptions
    interceptors: Sequence[Any]

    def headers(self, path: str) -> Metadata:
        """Return all that is sent with one call of a method that the caller's own stubs make."""
        return self.auth(path) + request_id_headers(path)

    def target(self, path: str) -> str:
        """Return the ``host:port`` that serves a method.

        Raises:
            ConfigurationError: The method is of none of the services that this client knows.
        """
        return self.endpoints.targets[route(path).host]

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


def settings(
    credentials: Credentials | None,
    environment: Mapping[str, str],
    *,
    folder_id: str | None,
    endpoint: str | None,
    endpoints: Mapping[str, str] | None,
    plaintext: bool,
    root_certificates: bytes | str | os.PathLike[str] | None,
    timeout: float,
    data_logging: bool | None,
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
        credentials = sources.PLACEHOLDER
    elif credentials is None:
        credentials = sources.default_credentials(environment)
    elif not isinstance(credentials, Credentials):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ConfigurationError(
            f"credentials: give ApiKey(...) or IamToken(...), not a {type(credentials).__name__}"
        )
    if not timeout > 0:
        raise ConfigurationError("timeout: must be more than 0 seconds")
    if channels < 1:
        raise ConfigurationError("channels: at least 1")
    return Settings(
        auth=AuthHeaders(credentials, folder_id=folder_id, data_logging=data_logging),
        endpoints=found,
        root_certificates=_certificates(root_certificates),
        timeout=min(timeout, _LONGEST),
        validate=validate,
        channels=channels,
        channel_options=tuple(channel_options),
        interceptors=tuple(interceptors),
    )


def _certificates(given: bytes | str | os.PathLike[str] | None) -> bytes | None:
    if given is None:
        return None
    content, where = (given, "the bytes") if isinstance(given, bytes) else _read(given)
    if b"-----BEGIN CERTIFICATE-----" not in content:
        raise ConfigurationError(f"root_certificates: no PEM certificate in {where}")
    return content


def _read(path: str | os.PathLike[str]) -> tuple[bytes, str]:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib is slow to import
            return file.read(), repr(os.fspath(path))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise ConfigurationError(f"root_certificates: {reason}: {os.fspath(path)!r}") from error
