"""The channels of an asyncio client: a connection to each host, opened with the first call."""

from __future__ import annotations

import itertools
from typing import Any, Self

import grpc
import grpc.aio

from ycgrpc._core.channel_options import channel_options
from ycgrpc._core.headers import Headed
from ycgrpc._core.methods import Method
from ycgrpc._core.settings import CLOSED, Settings
from ycgrpc.errors import ConfigurationError


class Channels:
    """The channels by target, and the callables of methods on them; of one event loop.

    Attributes:
        closed: Whether the client is closed, for good.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._open: dict[tuple[str, int], grpc.aio.Channel] = {}
        self._callables: dict[str, list[Any]] = {}
        self._turn = itertools.count()
        self.closed = False

    def callable(self, method: Method[Any, Any]) -> Any:
        """Return the callable of a method; where a host has several channels, they take turns.

        Raises:
            ConfigurationError: The client is closed.
        """
        found = self._callables.get(method.path)
        if found is None:
            channels = self.channels(method.path)
            found = self._callables[method.path] = [method.on(channel) for channel in channels]
        return found[0] if len(found) == 1 else found[next(self._turn) % len(found)]

    def channels(self, path: str) -> list[grpc.aio.Channel]:
        """Return the channels to the host of a method.

        Raises:
            ConfigurationError: The client is closed, or the method is not known.
        """
        target = self._settings.target(path)
        if self.closed:
            raise ConfigurationError(CLOSED)
        return [self._channel(target, index) for index in range(self._settings.channels)]

    def _channel(self, target: str, index: int) -> grpc.aio.Channel:
        found = self._open.get((target, index))
        if found is None:
            settings = self._settings
            options = channel_options(settings.channel_options, index=index)
            interceptors = settings.interceptors
            if settings.endpoints.plaintext:
                found = grpc.aio.insecure_channel(target, options, interceptors=interceptors)
            else:
                tls = grpc.ssl_channel_credentials(settings.root_certificates)
                found = grpc.aio.secure_channel(target, tls, options, interceptors=interceptors)
            self._open[target, index] = found
        return found

    async def close(self) -> None:
        """Close every channel; calls that are under way end as cancelled."""
        self.closed = True
        self._callables.clear()
        channels = list(self._open.values())
        self._open.clear()
        for channel in channels:
            await channel.close()


class RoutedChannel(grpc.aio.Channel):
    """A channel for any stub: each method goes to its own host, with the headers of the client."""

    def __init__(self, channels: Channels, settings: Settings) -> None:
        self._channels = channels
        self._headers = settings.headers
        self._turn = itertools.count()

    def _headed(self, kind: str, method: str, args: Any, kwargs: Any) -> Any:
        channels = self._channels.channels(method)
        channel = channels[next(self._turn) % len(channels)]
        return Headed(getattr(channel, kind)(method, *args, **kwargs), method, self._headers)

    def unary_unary(self, method: str, *args: Any, **kwargs: Any) -> Any:
        """Return the callable of a method, as every stub asks for it."""
        return self._headed("unary_unary", method, args, kwargs)

    def unary_stream(self, method: str, *args: Any, **kwargs: Any) -> Any:
        """Return the callable of a method, as every stub asks for it."""
        return self._headed("unary_stream", method, args, kwargs)

    def stream_unary(self, method: str, *args: Any, **kwargs: Any) -> Any:
        """Return the callable of a method, as every stub asks for it."""
        return self._headed("stream_unary", method, args, kwargs)

    def stream_stream(self, method: str, *args: Any, **kwargs: Any) -> Any:
        """Return the callable of a method, as every stub asks for it."""
        return self._headed("stream_stream", method, args, kwargs)

    def get_state(self, try_to_connect: bool = False) -> grpc.ChannelConnectivity:
        """Refuse: this stands for channels to several hosts, each with a state of its own."""
        raise ConfigurationError("a routed channel has no single state to watch")

    async def wait_for_state_change(self, last_observed_state: grpc.ChannelConnectivity) -> None:
        """Refuse, as ``get_state`` does."""
        raise ConfigurationError("a routed channel has no single state to watch")

    async def channel_ready(self) -> None:
        """Refuse, as ``get_state`` does."""
        raise ConfigurationError("a routed channel has no single state to watch")

    async def close(self, grace: float | None = None) -> None:
        """Do nothing: the client owns the channels and closes them."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
