"""When a failed call is worth a second try, how long to wait before it, and when to stop trying."""

from __future__ import annotations

import re

from ycgrpc.errors import (
    Cancelled,
    DeadlineExceeded,
    Internal,
    ResourceExhausted,
    RpcError,
    Unavailable,
)

ATTEMPTS = 4
"""How often one call is tried, as by gRPC's own retries."""

_PAUSE, _PAUSE_MAXIMUM = 0.125, 30.0
# gRPC's own retry throttling (A6 "gRPC Retry Design"): each failure takes one token, each success
# gives a tenth back, and with half of them gone nothing is tried again.
_TOKENS, _RETURNED = 20.0, 0.1
# What gRPC itself says of a call that never left this machine: in the words of its versions, and
# where `failures` explains them.
_NEVER_SENT = re.compile(
    r"(?:the server[^(]*\()?"
    r"(?:failed to connect to all addresses|DNS resolution failed|errors resolving )"
)
_UNCERTAIN_CODES = {"ABORTED", "DATA_LOSS", "UNKNOWN"}


def passing(error: RpcError) -> bool:
    """Return whether the failure may pass, and asking again does no harm by itself."""
    return not oversized(error) and (
        isinstance(error, Cancelled | DeadlineExceeded | Internal | ResourceExhausted | Unavailable)
        or error.code.name in _UNCERTAIN_CODES
    )


def oversized(error: RpcError) -> bool:
    """Return whether RESOURCE_EXHAUSTED speaks of a message's size, which waiting does not change."""
    return isinstance(error, ResourceExhausted) and "message larger than max" in error.message


def never_sent(error: RpcError) -> bool:
    """Return whether the service certainly knows nothing of the call."""
    local = not (error.request_id or error.server_trace_id)
    return local and isinstance(error, Unavailable) and bool(_NEVER_SENT.match(error.message))


def uncertain(error: RpcError) -> bool:
    """Return whether the service may have done what it was asked, although the call failed."""
    return passing(error) and not isinstance(error, ResourceExhausted) and not never_sent(error)


def pause(attempt: int, chance: float) -> float:
    """Return the seconds before the next try: doubled each time, half of it left to chance.

    Args:
        attempt: How many tries have failed, from 1.
        chance: A random number from 0 to 1, so that a fleet of clients does not move in step.
    """
    doubled: float = _PAUSE * 2 ** min(attempt, 20)
    return min(_PAUSE_MAXIMUM, doubled) * (0.5 + 0.5 * chance)


class RetryBudget:
    """What keeps an outage from being amplified: few calls that fail are tried again, many are not."""

    def __init__(self) -> None:
        self._tokens = _TOKENS

    def succeeded(self) -> None:
        """Note a call that went well."""
        self._tokens = min(_TOKENS, self._tokens + _RETURNED)

    def failed(self) -> bool:
        """Note a call that failed; return whether it may be tried again."""
        self._tokens = max(0.0, self._tokens - 1.0)
        return self._tokens > _TOKENS / 2
