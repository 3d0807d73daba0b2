"""One call with the client's token, within its quota, and what happens when the service refuses it."""

from __future__ import annotations

from typing import Any, Literal

import grpc
from google.protobuf.message import Message

from ycgrpc._core import retries
from ycgrpc._core.effects import (
    Authorize,
    Call,
    Chance,
    Failed,
    Flow,
    Now,
    Pause,
    Refused,
    Sleep,
    Succeeded,
    Turn,
)
from ycgrpc._core.methods import OPEN, Method, route
from ycgrpc.errors import OutcomeUnknown, ResourceExhausted, RpcError, Unauthenticated

OnUnknown = Literal["raise", "resubmit"]
"""What to do with a submit that may have been accepted although it failed."""


def call(
    method: Method[Any, Any], request: Message, timeout: float, quota: str | None = None
) -> Flow[Any]:
    """Return the answer to one call, or the list of all messages that it streams.

    Where its quota has no turn left, or the service says that it is used up, the call waits for a later
    turn as long as its timeout allows.

    Args:
        method: What to call.
        request: With what.
        timeout: Seconds for all of it.
        quota: What it counts towards, where the method alone does not say.

    Raises:
        CredentialsError: There is no token to be had.
        RpcError: The call ended with another status than OK.
    """
    quota = quota or route(method.path).quota
    deadline = (yield Now()) + timeout
    if quota is None:
        return (yield from _authorized(method, request, deadline))
    left = timeout
    refusals = 0
    refusal = None
    while True:
        yield from turn(method, quota, left, refusal)
        try:
            return (yield from _authorized(method, request, deadline))
        except ResourceExhausted as error:
            if error.received or retries.oversized(error):
                raise
            refusal = error
        refusals += 1
        if not (yield from refused(quota, refusal, refusals)):
            raise refusal
        left = deadline - (yield Now())


def turn(
    method: Method[Any, Any], quota: str, left: float, refusal: RpcError | None = None
) -> Flow[None]:
    """Wait for a turn within a quota, for less than the seconds that are left.

    Raises:
        ResourceExhausted: There is none in time: the refusal, where the service gave one.
    """
    waited = yield Turn(quota, left)
    if waited is not None and waited < left:
        return
    raise refusal or ResourceExhausted(
        grpc.StatusCode.RESOURCE_EXHAUSTED,
        f"this client's own quota {quota} has no turn left within {round(left, 2):g} s, and nothing "
        f"was sent: allow more with Quotas({quota}=...) or give a longer timeout=",
        method=method.path,
    )


def refused(quota: str, refusal: RpcError, refusals: int) -> Flow[bool]:
    """Put off all that counts towards a quota; return whether the client keeps that quota."""
    seconds = refusal.retry_after
    if seconds is None:
        seconds = retries.pause(refusals + 1, (yield Chance()))
    return bool((yield Pause(quota, seconds)))


def _authorized(method: Method[Any, Any], request: Message, deadline: float) -> Flow[Any]:
    """Return the answer to one call.

    A token that is refused is renewed once, and the call repeated: a call that was refused for its
    token has done nothing yet, so this is safe for every method. It is not where a part of the answer
    has come before.
    """
    if method.path in OPEN:
        return (yield Call(method, request, deadline - (yield Now())))
    token = yield Authorize()
    try:
        return (yield Call(method, request, deadline - (yield Now()), token))
    except Unauthenticated as error:
        if error.received or not (yield Refused(token)):
            raise
    token = yield Authorize()
    return (yield Call(method, request, deadline - (yield Now()), token))


def submit(
    method: Method[Any, Any], request: Message, timeout: float, on_unknown: OnUnknown
) -> Flow[Any]:
    """Return the answer to a call that begins billed work.

    The service would not notice that it is the same call again ("Idempotency" in the documentation),
    so it is repeated only where it certainly never left, or the caller prefers a duplicate to a loss.

    Raises:
        OutcomeUnknown: The call failed, and the work may have begun all the same.
        CredentialsError: There is no token to be had.
        RpcError: The service refused it.
    """
    host = route(method.path).host
    deadline = (yield Now()) + timeout
    failures = 0
    while True:
        try:
            answer = yield from call(method, request, deadline - (yield Now()))
        except RpcError as error:
            failed = error
        else:
            yield Succeeded(host)
            return answer
        unknown = retries.uncertain(failed)
        again = retries.never_sent(failed) or (unknown and on_unknown == "resubmit")
        failures += 1
        pause = max(retries.pause(failures, (yield Chance())), failed.retry_after or 0.0)
        in_time = pause < deadline - (yield Now())
        if not (again and in_time and failures < retries.ATTEMPTS and (yield Failed(host))):
            raise OutcomeUnknown.of(failed) if unknown else failed
        yield Sleep(pause)
