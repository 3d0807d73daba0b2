"""The channels of a blocking client: a connection to each host, opened with the first call."""

from __future__ import annotations

import itertools
import threading
from typing import Any, Self

import grpc

from ycgrpc._core.channel_options import channel_options
from ycgrpc._core.headers import merged, new_request_id
from ycgrpc._core.methods import OPEN, Method
from ycgrpc._core.settings import CLOSED, Settings
from ycgrpc._core.tokens import Token
from ycgrpc._sync.tokens import Tokens
from ycgrpc.errors import ConfigurationError


class Channels:
    """The channels by target, and the callables of methods on them; thread-safe.

    Attributes:
        closed: Whether the client is closed, for good.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._open: dict[tuple[str, int], grpc.Channel] = {}
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

    def channels(self, path: str) -> list[grpc.Channel]:
        """Return the channels to the host of a method.

        Raises:
            ConfigurationError: The client is closed, or the method is not known.
        """
        target = self._settings.target(path)
        with self._lock:
            if self.closed:
                raise ConfigurationError(CLOSED)
            return [self._channel(target, index) for index in range(self._settings.channels)]

    def _channel(self, target: str, index: int) -> grpc.Channel:
        found = self._open.get((target, index))
        if found is None:
            settings = self._settings
            options = channel_options(settings.channel_options, index=index)
            if target in settings.endpoints.plaintext:
                found = grpc.insecure_channel(target, options)
            else:
                found = grpc.secure_channel(target, settings.tls(), options)
            if settings.interceptors:
                found = grpc.intercept_channel(found, *settings.interceptors)
            self._open[target, index] = found
        return found

    def reset(self) -> None:
        """Start afresh in a forked process: gRPC's channels do not live on in a child."""
        self._lock = threading.Lock()
        # Kept, though never used again: closing them would touch what belongs to the parent.
        self._lost = self._open
        self._open = {}
        self._callables = {}

    def close(self) -> None:
        """Close every channel; calls that are under way end as cancelled."""
        with self._lock:
            self.closed = True
            self._callables.clear()
            for channel in self._open.values():
                channel.close()
            self._open.clear()


class _Headed:
    """The callable of a stub's method that adds the headers of the client.

    An interceptor would do the same for a tenth of the whole call's CPU time.
    """

    def __init__(self, call: Any, path: str, settings: Settings, tokens: Tokens) -> None:
        self._call = call
        self._path = path
        self._settings = settings
        self._tokens = tokens

    def _forward(self, call: Any, request: Any, timeout: Any, metadata: Any, rest: Any) -> Any:
        token = None if self._path in OPEN else self._tokens.get()
        added = self._settings.metadata(token, new_request_id())
        try:
            return self._noted(
                call(
                    rest.pop("request_iterator", request),
                    timeout=timeout,
                    metadata=merged(metadata, added),
                    **rest,
                ),
                token,
            )
        except grpc.RpcError as error:
            self._note(error, token)
            raise

    def _noted(self, answer: Any, token: Token | None) -> Any:
        """Return an answer; of a call that goes on, its end is noted."""
        if isinstance(answer, grpc.RpcContext) and not answer.add_callback(
            lambda: self._note(answer, token)
        ):
            self._note(answer, token)  # it has ended already
        return answer

    def _note(self, call: Any, token: Token | None) -> None:
        """Have the token renewed, for the next call, where the service refused it."""
        if token is not None and call.code() is grpc.StatusCode.UNAUTHENTICATED:
            self._tokens.refuse(token)

    def __call__(
        self, request: Any = None, timeout: Any = None, metadata: Any = None, **rest: Any
    ) -> Any:
        """Call the method, with the arguments of gRPC's own callables."""
        return self._forward(self._call, request, timeout, metadata, rest)

    def with_call(
        self, request: Any = None, timeout: Any = None, metadata: Any = None, **rest: Any
    ) -> Any:
        """Call the method and return the call as well."""
        return self._forward(self._call.with_call, request, timeout, metadata, rest)

    def future(
        self, request: Any = None, timeout: Any = None, metadata: Any = None, **rest: Any
    ) -> Any:
        """Start the call and return a future."""
        return self._forward(self._call.future, request, timeout, metadata, rest)


class RoutedChannel(grpc.Channel):
    """A channel for any stub: each method goes to its own host, with the headers of the client."""

    def __init__(self, channels: Channels, settings: Settings, tokens: Tokens) -> None:
        self._channels = channels
        self._settings = settings
        self._tokens = tokens
        self._turn = itertools.count()

    def _headed(self, kind: str, method: str, args: Any, kwargs: Any) -> Any:
        kwargs.pop("_registered_method", None)  # see ycgrpc_pb._runtime.multicallable
        channels = self._channels.channels(method)
        channel = channels[next(self._turn) % len(channels)]
        call = getattr(channel, kind)(method, *args, **kwargs)
        return _Headed(call, method, self._settings, self._tokens)

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

    def subscribe(self, callback: Any, try_to_connect: bool | None = False) -> None:
        """Refuse: this stands for channels to several hosts, each with a state of its own."""
        raise ConfigurationError("a routed channel has no single state to watch")

    def unsubscribe(self, callback: Any) -> None:
        """Refuse, as ``subscribe`` does."""
        raise ConfigurationError("a routed channel has no single state to watch")

    def close(self) -> None:
        """Do nothing: the client owns the channels and closes them."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
