"""Answers that come message by message: each is delivered once, whatever happens on the way."""

from __future__ import annotations

from typing import Any

from google.protobuf.message import Message

from ycgrpc._core import retries
from ycgrpc._core.calls import refused, turn
from ycgrpc._core.effects import (
    Authorize,
    Chance,
    Deliver,
    Failed,
    Flow,
    Now,
    Open,
    Pull,
    Refused,
    Sleep,
    Succeeded,
)
from ycgrpc._core.methods import Method, route
from ycgrpc._core.tokens import Token
from ycgrpc.errors import (
    DeadlineExceeded,
    NotFound,
    ResourceExhausted,
    RpcError,
    Unauthenticated,
    UnexpectedResponse,
)

# "operation data is not ready" may still be the answer when the operation is done.
_NOT_READY_PAUSE = 0.25


def streamed(
    method: Method[Any, Any],
    request: Message,
    timeout: float,
    *,
    stored: bool = False,
    patience: float = 0.0,
    volatile: str = "",
) -> Flow[None]:
    """Deliver the messages of one answer as they come.

    A token that is refused before the first message is renewed once, a quota that is used up waited for.
    What fails after a message was delivered has failed, unless the service keeps the result: then it is
    asked for again, and what comes a second time is left out once it has proved to be the same. The time
    that its taker spends on a message is not counted then: a call that ends meanwhile is no failure.

    Args:
        method: What to call.
        request: With what.
        timeout: Seconds for all of it.
        stored: Whether the service keeps this result, so that it can be asked for again.
        patience: Seconds for which NOT_FOUND only says that the result is yet to appear.
        volatile: The field of a stored message that may be another each time it is asked for.

    Raises:
        CredentialsError: There is no token to be had.
        RpcError: The call ended with another status than OK.
        UnexpectedResponse: A stored result was another when it was asked for again.
    """
    found = route(method.path)
    began = yield Now()
    deadline = began + timeout
    delivered: list[int] = []
    refusal: RpcError | None = None
    renewed, failures, absences = False, 0, 0
    while True:
        if found.quota is not None:
            yield from turn(method, found.quota, deadline - (yield Now()), refusal)
        token = yield Authorize()
        before, end = len(delivered), deadline
        try:
            stream = yield Open(method, request, deadline - (yield Now()), token)
            position = 0
            while (message := (yield Pull(stream))) is not None:
                fingerprint = _fingerprint(message, volatile) if stored else 0
                if position == len(delivered):
                    delivered.append(fingerprint)
                    taken = (yield Now()) if stored else 0.0
                    yield Deliver(message)
                    if stored:
                        deadline += (yield Now()) - taken
                elif delivered[position] != fingerprint:
                    raise UnexpectedResponse(_CHANGED)
                position += 1
            if position < len(delivered):
                raise UnexpectedResponse(_CHANGED)
            if stored:
                yield Succeeded(found.host)
            return
        except RpcError as error:
            failed = error
        if len(delivered) > before:
            failures = 0  # it gets on
        failures += 1
        pause = retries.pause(failures, (yield Chance()))
        if isinstance(failed, Unauthenticated):
            if (delivered and not stored) or renewed or not (yield Refused(token)):
                raise failed
            renewed = True
            continue
        if isinstance(failed, ResourceExhausted) and found.quota and not failed.received:
            refusal = failed
            if retries.oversized(failed) or not (yield from refused(found.quota, failed, failures)):
                raise failed
            continue
        now = yield Now()
        left = deadline - now
        if isinstance(failed, DeadlineExceeded) and end <= now and pause < left:
            failures, refusal = 0, failed  # where no turn is left either, this is what failed
            continue
        if isinstance(failed, NotFound) and not delivered and now - began < patience:
            failures, absences = failures - 1, absences + 1  # it fails nothing
            pause = retries.pause(absences, (yield Chance()))
            # The last look is shortly before the end.
            pause = max(_NOT_READY_PAUSE, min(pause, left - _NOT_READY_PAUSE))
        else:
            again = stored and retries.passing(failed) and failures < retries.ATTEMPTS
            if not (again and (yield Failed(found.host))):
                raise failed
            pause = max(pause, failed.retry_after or 0.0)
        if pause >= left:
            raise failed
        yield Sleep(pause)


def _fingerprint(message: Message, volatile: str) -> int:
    if volatile:
        same = type(message)()
        same.CopyFrom(message)
        same.ClearField(volatile)
        message = same
    return hash(message.SerializeToString(deterministic=True))


_CHANGED = "the service gave another result when it was asked again: fetch it anew from the start"


def admitted(method: Method[Any, Any], timeout: float) -> Flow[Token]:
    """Wait for a turn, and return the token to begin a call of a long stream with.

    Raises:
        CredentialsError: There is no token to be had.
        ResourceExhausted: There is no turn in time.
    """
    quota = route(method.path).quota
    if quota is not None:
        yield from turn(method, quota, timeout)
    token: Token = yield Authorize()
    return token


def collected(stream: Flow[None]) -> Flow[list[Any]]:
    """Return all messages that a stream delivers."""
    messages: list[Any] = []
    result: Any = None
    failure: Exception | None = None
    while True:
        try:
            effect = stream.throw(failure) if failure else stream.send(result)
        except StopIteration:
            return messages
        result = failure = None
        if isinstance(effect, Deliver):
            messages.append(effect.message)
            continue
        try:
            result = yield effect
        except Exception as error:
            failure = error
