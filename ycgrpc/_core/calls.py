"""One call with the client's token, and what happens when the service refuses the token."""

from __future__ import annotations

from typing import Any

from google.protobuf.message import Message

from ycgrpc._core.effects import Authorize, Call, Flow, Refused
from ycgrpc._core.methods import OPEN, Method
from ycgrpc.errors import Unauthenticated


def call(method: Method[Any, Any], request: Message, timeout: float) -> Flow[Any]:
    """Return the answer to one call, or the list of all messages that it streams.

    A token that is refused is renewed once, and the call repeated: a call that was refused for its
    token has done nothing yet, so this is safe for every method. It is not where a part of the answer
    has come before.

    Raises:
        CredentialsError: There is no token to be had.
        RpcError: The call ended with another status than OK.
    """
    if method.path in OPEN:
        return (yield Call(method, request, timeout))
    token = yield Authorize()
    try:
        return (yield Call(method, request, timeout, token))
    except Unauthenticated as error:
        if error.received or not (yield Refused(token)):
            raise
    token = yield Authorize()
    return (yield Call(method, request, timeout, token))
