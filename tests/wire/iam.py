"""An IAM that gives a new token each time, and credentials for it."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Iterator
from typing import Any

from google.protobuf.message import Message
from ycgrpc_pb.yandex.cloud.iam.v1.iam_token_service_pb2 import CreateIamTokenResponse

from tests.keys import key_file
from tests.wire.server import PATIENCE, Behaviour, Call, Server
from ycgrpc import ServiceAccountKey

SECRET = "t1.secret"
HOUR = 3600.0


def service_account_key() -> ServiceAccountKey:
    """Credentials that IAM exchanges for tokens."""
    return ServiceAccountKey.from_json(key_file())


def token(number: int) -> CreateIamTokenResponse:
    """The answer with one of the tokens, good for 12 hours."""
    response = CreateIamTokenResponse(iam_token=f"{SECRET}-{number}")
    response.expires_at.FromMilliseconds(int((time.time() + 12 * HOUR) * 1000))
    return response


def tokens() -> Behaviour:
    """Give the tokens 1, 2, 3, ... one after the other."""
    numbers = itertools.count(1)
    return lambda call: [token(next(numbers))]


def held_up(until: threading.Event, number: int) -> Behaviour:
    """Give a token once something has happened."""

    def behaviour(call: Call) -> Iterator[Message]:
        assert until.wait(PATIENCE)
        yield token(number)

    return behaviour


def used(server: Server) -> list[Any]:
    """The numbers of the tokens that the calls of a server came with."""
    return [
        int(call.metadata["authorization"].removeprefix(f"Bearer {SECRET}-"))
        for call in server.calls
    ]


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now
