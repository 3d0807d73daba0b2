"""The channels of an asyncio client: a connection to each host, opened with the first call."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Sequence
from typing import Any, Self

import grpc
import grpc.aio

from ycgrpc._aio.interceptors import metadata_interceptors
from ycgrpc._aio.tokens import Tokens
from ycgrpc._core.channel_options import channel_options
from ycgrpc._core.headers import Metadata, merged, new_request_id
from ycgrpc._core.methods import OPEN, Method
from ycgrpc._core.settings import CLOSED, OTHER_LOOP, Settings
from ycgrpc._core.tokens import Token
from ycgrpc.errors import ConfigurationError


class Channels:
    """The channels by target, and the callables of methods on them; of one event loop.

    Attributes:
        closed: Whether the client is closed, for good.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._open: dict[tuple[str, int, bool], grpc.aio.Channel] = {}
        self._callables: dict[str, list[Any]] = {}
        self._turn = itertools.count()
        self._loop: asyncio.AbstractEventLoop | None = None
        self.closed = False

    def callable(self, method: Method[Any, Any]) -> Any:
        """Return the callable of a method; where a host has several channels, they take turns.

        Raises:
            ConfigurationError: The client is closed, or belongs to another event loop.
        """
        if self._loop is not None and self._loop is not asyncio.get_running_loop():
            raise ConfigurationError(OTHER_LOOP)
        found = self._callables.get(method.path)
        if found is None:
            channels = self.channels(method.path)
            found = self._callables[method.path] = [method.on(channel) for channel in channels]
        return found[0] if len(found) == 1 else found[next(self._turn) % len(found)]

    def channels(
        self, path: str, first: Sequence[grpc.aio.ClientInterceptor] = ()
    ) -> list[grpc.aio.Channel]:
        """Return the channels to the host of a method.

        Args:
            path: The path of the method.
            first: Interceptors of ours. They belong to a channel here, so channels with them are
                channels of their own; gRPC lets them share the connections of the others.

        Raises:
            ConfigurationError: The client is closed, or the method is not known.
        """
        target = self._settings.target(path)
        if self.closed:
            raise ConfigurationError(CLOSED)
        self._loop = self._loop or asyncio.get_running_loop()
        if self._loop is not asyncio.get_running_loop():
            raise ConfigurationError(OTHER_LOOP)
        return [self._channel(target, index, first) for index in range(self._settings.channels)]

    def _channel(
        self, target: str, index: int, first: Sequence[grpc.aio.ClientInterceptor]
    ) -> grpc.aio.Channel:
        key = (target, index, bool(first))
        found = self._open.get(key)
        if found is None:
            settings = self._settings
            options = channel_options(settings.channel_options, index=index)
            interceptors = [*first, *settings.interceptors]
            if target in settings.endpoints.plaintext:
                found = grpc.aio.insecure_channel(target, options, interceptors=interceptors)
            else:
                found = grpc.aio.secure_channel(
                    target, settings.tls(), options, interceptors=interceptors
                )
            self._open[key] = found
        return found

    async def close(self) -> None:
        """Close every channel; calls that are under way end as cancelled."""
        self.closed = True
        self._callables.clear()
        channels = list(self._open.values())
        self._open.clear()
        for channel in channels:
            await channel.close()


class _Headed:
    """The callable of a stub's method that adds the headers of the client.

    An interceptor would do the same for a tenth of the whole call's CPU time. One is only used where
    the token has to be waited for: a stub's call returns at once, and cannot.
    """

    def __init__(
        self,
        call: Any,
        intercepted: Callable[[], Any],
        path: str,
        settings: Settings,
        tokens: Tokens,
    ) -> None:
        self._call = call
        self._intercepted = intercepted
        self._path = path
        self._settings = settings
        self._tokens = tokens
        self._notes: set[asyncio.Task[None]] = set()

    def __call__(
        self, request: Any = None, timeout: Any = None, metadata: Any = None, **rest: Any
    ) -> Any:
        """Call the method, with the arguments of gRPC's own callables."""
        request = rest.pop("request_iterator", request)
        token = None if self._path in OPEN else self._tokens.current()
        if token is None and self._path not in OPEN:
            return self._intercepted()(request, timeout=timeout, metadata=metadata, **rest)
        added = self._settings.metadata(token, new_request_id())
        call = self._call(request, timeout=timeout, metadata=merged(metadata, added), **rest)
        if token is not None and self._tokens.renewable:
            task = asyncio.create_task(self._note(token, call))
            self._notes.add(task)  # the loop alone would not keep it
            task.add_done_callback(self._notes.discard)
        return call

    async def _note(self, token: Token, call: Any) -> None:
        """Have the token renewed, for the next call, where the service refused it."""
        if await call.code() is grpc.StatusCode.UNAUTHENTICATED:
            self._tokens.refuse(token)


class RoutedChannel(grpc.aio.Channel):
    """A channel for any stub: each method goes to its own host, with the headers of the client."""

    def __init__(self, channels: Channels, settings: Settings, tokens: Tokens) -> None:
        self._channels = channels
        self._settings = settings
        self._tokens = tokens
        self._interceptors = metadata_interceptors(self._headers)
        self._turn = itertools.count()

    def _headed(self, kind: str, method: str, args: Any, kwargs: Any) -> Any:
        turn = next(self._turn)

        def on(channels: list[grpc.aio.Channel]) -> Any:
            return getattr(channels[turn % len(channels)], kind)(method, *args, **kwargs)

        return _Headed(
            on(self._channels.channels(method)),
            lambda: on(self._channels.channels(method, self._interceptors)),
            method,
            self._settings,
            self._tokens,
        )

    async def _headers(self, path: str) -> Metadata:
        return self._settings.metadata(await self._tokens.get(), new_request_id())

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
