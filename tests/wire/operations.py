"""Operations as the service has them: what looks at each of them get, one after the other."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from google.protobuf.message import Message
from ycgrpc_pb.google.protobuf import any_pb2
from ycgrpc_pb.yandex.cloud.operation import operation_pb2
from ycgrpc_pb.yandex.cloud.operation.operation_service_pb2 import GetOperationRequest

from tests.wire.server import Behaviour, Call

GET = "/yandex.cloud.operation.OperationService/Get"
CANCEL = "/yandex.cloud.operation.OperationService/Cancel"
SUBMIT = "/yandex.cloud.ai.ocr.v1.TextRecognitionAsyncService/Recognize"
RESULT = "/yandex.cloud.ai.ocr.v1.TextRecognitionAsyncService/GetRecognition"

__all__ = [
    "CANCEL",
    "DONE",
    "GET",
    "RESULT",
    "RUNNING",
    "SUBMIT",
    "Answer",
    "GetOperationRequest",
    "Operations",
    "by",
    "operation_pb2",
    "packed",
    "state",
]

Answer = Callable[[Call, str], Iterable[Message]]
"""Takes a look at an operation and its id, and yields the answer."""


def packed(message: Message) -> Any:
    """A message as ``Any``."""
    return any_pb2.Any(
        type_url=f"type.googleapis.com/{message.DESCRIPTOR.full_name}",
        value=message.SerializeToString(),
    )


def state(*, done: bool, **fields: Any) -> Answer:
    """Answer with the state of the operation."""
    return lambda _, operation_id: [operation_pb2.Operation(id=operation_id, done=done, **fields)]


def by(behaviour: Behaviour) -> Answer:
    """Answer with what any call may get."""
    return lambda call, _: behaviour(call)


RUNNING, DONE = state(done=False), state(done=True)


class Operations:
    """Answers looks, and other calls as it is told.

    Attributes:
        looks: How often each operation was looked at.
    """

    def __init__(self, *script: Answer, **others: Sequence[Answer]) -> None:
        self.looks: Counter[str] = Counter()
        self._lock = threading.Lock()
        self._script = list(script) or [DONE]
        self._others = {name: list(found) for name, found in others.items()}

    def script(self, operation_id: str, *script: Answer) -> None:
        """Set what the next looks at an operation get; the last answer stays."""
        with self._lock:
            self._others[operation_id] = list(script)

    def __call__(self, call: Call) -> Iterable[Message]:
        operation_id = GetOperationRequest.FromString(call.requests[0]).operation_id
        with self._lock:
            script = self._others.setdefault(operation_id, list(self._script))
            answer = script.pop(0) if len(script) > 1 else script[0]
            self.looks[operation_id] += 1
        return answer(call, operation_id)
