"""What the emulator saw of the calls it got."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, replace
from threading import Lock

import grpc

PREVIOUS_ATTEMPTS = "grpc-previous-rpc-attempts"
"""The header of a retry. Source: "gRPC Retry Design" (A6) of the gRPC documentation."""


@dataclass(slots=True)
class Call:
    """One call, without its content and its secrets.

    Attributes:
        method: such as ``/yandex.cloud.ai.ocr.v1.TextRecognitionService/Recognize``.
        request_id: the id that the emulator gave it, ``x-request-id``.
        client_request_id: the caller's ``x-client-request-id``.
        user_agent: the caller's ``user-agent``.
        folder_id: the caller's ``x-folder-id``.
        deadline: seconds that the caller still wanted to wait when the call arrived; ``None`` for
            ever.
        metadata_keys: names of all metadata that came with it, in order.
        arrived: when, in seconds of a clock that only goes forward: good for gaps between calls.
        previous_attempts: tries of the same call before this one that the caller's gRPC made by
            itself, as it says in ``grpc-previous-rpc-attempts``.
        code: how it ended; ``None`` while it runs.
    """

    method: str
    request_id: str
    client_request_id: str | None
    user_agent: str | None
    folder_id: str | None
    deadline: float | None
    metadata_keys: tuple[str, ...]
    arrived: float
    previous_attempts: int
    code: grpc.StatusCode | None = None


class Calls:
    """The last calls, oldest first; safe to read from any thread.

    Args:
        most: how many are kept.
    """

    def __init__(self, most: int) -> None:
        self._calls: deque[Call] = deque(maxlen=most)
        self._lock = Lock()

    def opened(
        self, method: str, request_id: str, metadata: Mapping[str, str], deadline: float | None
    ) -> Call:
        """A call that begins, entered in the record; its ``code`` is to be set when it ends."""
        call = Call(
            method,
            request_id,
            metadata.get("x-client-request-id"),
            metadata.get("user-agent"),
            metadata.get("x-folder-id"),
            deadline,
            tuple(metadata),
            time.monotonic(),
            int(attempts) if (attempts := metadata.get(PREVIOUS_ATTEMPTS, "")).isdecimal() else 0,
        )
        with self._lock:
            self._calls.append(call)
        return call

    def report(self) -> list[Call]:
        """Copies of the calls, oldest first."""
        with self._lock:
            return [replace(call) for call in self._calls]
