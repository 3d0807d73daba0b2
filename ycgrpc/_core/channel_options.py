"""What a channel needs to carry large messages and to live for months."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

from ycgrpc._core.methods import service_config
from ycgrpc._version import __version__

_PYTHON = ".".join(map(str, sys.version_info[:3]))
ChannelOptions = Iterable[tuple[str, Any]]


def channel_options(given: ChannelOptions = (), *, index: int = 0) -> list[tuple[str, Any]]:
    """Return the options of one channel; the caller's own come last and win.

    Args:
        given: The caller's own options.
        index: Which of several channels to the same host it is: gRPC shares one connection between
            channels whose options are the same.
    """
    options: dict[str, Any] = {
        # gRPC refuses to receive more than 4 MB by default; long results are larger, and the server
        # bounds what it takes and sends.
        "grpc.max_receive_message_length": -1,
        "grpc.max_send_message_length": -1,
        # A connection that a proxy or balancer dropped in silence is noticed within 40 s, also while
        # idle: the figures of the service's own Go SDK.
        "grpc.keepalive_time_ms": 30_000,
        "grpc.keepalive_timeout_ms": 10_000,
        "grpc.keepalive_permit_without_calls": 1,
        "grpc.http2.max_pings_without_data": 0,
        # After an outage, try again every few seconds; gRPC's own bound is two minutes.
        "grpc.initial_reconnect_backoff_ms": 200,
        "grpc.max_reconnect_backoff_ms": 5_000,
        "grpc.enable_retries": 1,
        "grpc.service_config": service_config(),
        "grpc.primary_user_agent": f"ycgrpc/{__version__} python/{_PYTHON}",
    }
    if index:
        options["ycgrpc.channel"] = index
    options.update(given)
    return list(options.items())
