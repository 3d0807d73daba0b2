"""Operations: what is known of one, when it has failed, and where its result is."""

from __future__ import annotations

import base64
import copy
import datetime as dt
from collections.abc import Callable, Collection, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

import grpc
from google.protobuf.message import DecodeError, Message
from ycgrpc_pb.google.protobuf import empty_pb2
from ycgrpc_pb.yandex.cloud.operation import operation_pb2
from ycgrpc_pb.yandex.cloud.operation.operation_service_pb2 import (
    CancelOperationRequest,
    GetOperationRequest,
)

from ycgrpc._core.calls import call
from ycgrpc._core.effects import Flow, Now
from ycgrpc._core.methods import Method
from ycgrpc._core.validation import violations_in
from ycgrpc._core.waiting import SCHEDULE, Schedule
from ycgrpc.errors import (
    DeadlineExceeded,
    Error,
    InvalidRequest,
    NotFound,
    OperationFailed,
    OperationTimeout,
    UnexpectedResponse,
)

T = TypeVar("T")
M = TypeVar("M", bound=Message)
T_co = TypeVar("T_co", covariant=True)

GET = Method(
    "unary_unary",
    "/yandex.cloud.operation.OperationService/Get",
    GetOperationRequest,
    operation_pb2.Operation,
)
CANCEL = Method(
    "unary_unary",
    "/yandex.cloud.operation.OperationService/Cancel",
    CancelOperationRequest,
    operation_pb2.Operation,
)

# Whose operation an id is of. No promise of the service's, so it only decides how often to look.
_QUOTAS = {"cfr": "ocr_status", "f8d": "stt_status", "e03": "stt_v2_status"}
_EMPTY = empty_pb2.Empty.DESCRIPTOR.full_name

NOT_READY = 30.0
"""Seconds for which the result of an operation that is done may still be NOT_FOUND."""
# How much before its deadline a call may be cut off: clocks differ.
_EARLY = 0.1


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """What is known of operations of one kind.

    Attributes:
        result: Gets the result of one that ended well, within so many seconds.
        quota: What looks at it count towards, where the kind says so.
        schedule: When to look.
    """

    result: Callable[[operation_pb2.Operation, float], Flow[T]]
    quota: str | None = None
    schedule: Schedule = SCHEDULE


class OperationState(Generic[T_co]):
    """What is known of a long-running operation, as of the last look at it.

    Attributes:
        message: The service's own ``yandex.cloud.operation.Operation``.
        recording: The URI of the recording that was uploaded for it; ``None`` where none was.
    """

    def __init__(self, message: operation_pb2.Operation, kind: Kind[T_co]) -> None:
        self.message = message
        self.recording: str | None = None
        self._kind = kind

    @property
    def id(self) -> str:
        """Its id, under which ``operations.attach`` finds it again from anywhere."""
        return self.message.id

    @property
    def done(self) -> bool:
        """Whether it has ended, well or not."""
        return self.message.done

    @property
    def description(self) -> str:
        """What it does, in the service's words."""
        return self.message.description

    @property
    def created_at(self) -> dt.datetime | None:
        """When it began, in UTC; ``None`` where that is not known yet."""
        return _time(self.message, "created_at")

    @property
    def modified_at(self) -> dt.datetime | None:
        """When the service last changed it, in UTC; ``None`` where that is not known yet."""
        return _time(self.message, "modified_at")

    @property
    def metadata(self) -> dict[str, Any]:
        """What the service adds about it, as the REST API writes it; empty where it adds nothing."""
        found: dict[str, Any] = _dictionary(self.message).get("metadata", {})
        return found

    @property
    def error(self) -> OperationFailed | None:
        """Why it failed; where it is not done yet, it is failing, and being rolled back.

        Source: the ``result`` field of operation.proto, and "Operation" in the API design guide.
        """
        return _failure(self.message)

    def to_json(self) -> str:
        """Return the JSON that the REST API answers with, on one line."""
        import json  # late, for a quick import of this package

        return json.dumps(_dictionary(self.message), ensure_ascii=False)

    def __repr__(self) -> str:
        state = "failed" if self.done and self.error else "done" if self.done else "running"
        return f"<{type(self).__name__} {self.id} {state}>"


def named(operation_id: str) -> operation_pb2.Operation:
    """Return an operation of which only the id is known.

    Raises:
        InvalidRequest: It is no id of the service's.
    """
    checked(GetOperationRequest(operation_id=operation_id))
    return operation_pb2.Operation(id=operation_id)


def resumption(operation_ids: Collection[str], state: str = "goes on") -> str:
    """Return what to tell somebody whose wait was interrupted."""
    first = next(iter(operation_ids))
    others = f" (and {len(operation_ids) - 1} more)" if len(operation_ids) > 1 else ""
    return f"operation {first}{others} {state}: resume with operations.attach({first!r}, ...)"


def own(error: Exception | None) -> Exception | None:
    """Return an error for one caller alone: many may wait, and each raises it."""
    if not isinstance(error, Error):
        return error
    copied = copy.copy(error)
    copied.__cause__ = error.__cause__
    return copied


def quota_of(operation_id: str, kind: Kind[Any]) -> str:
    """Return the quota that looks at an operation count towards; empty where there is none."""
    return kind.quota or _QUOTAS.get(operation_id[:3], "")


def get(operation_id: str, timeout: float, quota: str = "") -> Flow[operation_pb2.Operation]:
    """Look at an operation."""
    request = GetOperationRequest(operation_id=operation_id)
    message: operation_pb2.Operation = yield from call(
        GET, checked(request), timeout, quota or None
    )
    return message


def cancel(operation_id: str, timeout: float) -> Flow[operation_pb2.Operation]:
    """Ask the service to give an operation up."""
    request = CancelOperationRequest(operation_id=operation_id)
    message: operation_pb2.Operation = yield from call(CANCEL, checked(request), timeout)
    return message


def checked(request: M) -> M:
    """Return a request that is fit to be sent.

    Raises:
        InvalidRequest: It breaks a rule of the interface.
    """
    if violations := list(violations_in(request)):
        raise InvalidRequest(violations)
    return request


def succeeded(message: operation_pb2.Operation) -> None:
    """Check that an operation ended well.

    Raises:
        OperationFailed: It ended with an error, whatever else it brought.
    """
    failure = _failure(message)
    if failure is not None:
        raise failure


def fetched(
    kind: Kind[T], message: operation_pb2.Operation, seconds: float, timeout: float | None
) -> Flow[T]:
    """Return the result of an operation that has ended.

    Args:
        kind: What is known of it.
        message: The operation.
        seconds: How long fetching its result may take.
        timeout: What the caller allowed for all of the wait, if anything.

    Raises:
        OperationFailed: It ended with an error.
        OperationTimeout: The caller's time was over before the result came.
    """
    succeeded(message)
    began = yield Now()
    try:
        return (yield from kind.result(message, seconds))
    except (DeadlineExceeded, NotFound) as error:
        took = (yield Now()) - began
        # While it may still appear, it is the time alone that ends the tries.
        over = took < NOT_READY if isinstance(error, NotFound) else took > seconds - _EARLY
        if timeout is None or not over:
            raise
        raise OperationTimeout([message.id], timeout) from error


@contextmanager
def named_in_errors(operation_id: str) -> Generator[None]:
    """Have whatever ends the fetching of a result name the operation, interruptions too."""
    try:
        yield
    except BaseException as error:
        if operation_id not in str(error):
            error.add_note(resumption([operation_id], "is done, its result not fetched"))
        raise


def _failure(message: operation_pb2.Operation) -> OperationFailed | None:
    if not message.HasField("error") or message.error.code == 0:
        return None
    error = message.error
    codes = (code for code in grpc.StatusCode if code.value[0] == error.code)
    code = next(codes, grpc.StatusCode.UNKNOWN)
    return OperationFailed(message.id, code, error.message, tuple(error.details))


def response_type(message: operation_pb2.Operation) -> str:
    """Return the name of the type that an operation answered with.

    An operation without an answer has none to give, and its answer counts as ``Empty``: the service's
    own sample of STT v3 shows one.
    """
    if not message.HasField("response"):
        return _EMPTY
    return message.response.type_url.rpartition("/")[2]


def expect(message: operation_pb2.Operation, wanted: str = _EMPTY) -> None:
    """Check the type of an operation's answer.

    Raises:
        UnexpectedResponse: It is another.
    """
    found = response_type(message)
    if found != wanted:
        raise UnexpectedResponse(
            f"operation {message.id} answered with a {found}, not with a {wanted}: is it of "
            "another service, or of a version of it that this client does not know?"
        )


def unpacked(message: operation_pb2.Operation, cls: type[M]) -> M:
    """Return what an operation answered with.

    Raises:
        UnexpectedResponse: It is no message of that class.
    """
    expect(message, cls.DESCRIPTOR.full_name)
    try:
        return cls.FromString(message.response.value)
    except DecodeError as error:
        raise UnexpectedResponse(
            f"operation {message.id} answered with what is no {cls.DESCRIPTOR.full_name}: "
            f"operations.attach({message.id!r}) without a class gives it as it came"
        ) from error


def kind_of(cls: type[Message] | None) -> Kind[Any]:
    """Return the kind of operations that answer with a message of a class, or with whatever comes."""

    def result(message: operation_pb2.Operation, timeout: float) -> Flow[Any]:
        yield from ()
        if cls is not None:
            return unpacked(message, cls)
        return message.response if message.HasField("response") else empty_pb2.Empty()

    return Kind(result)


ANY: Kind[Message] = kind_of(None)
"""Those of which nothing is known: the result is the ``Any`` that they answer with, or ``Empty``."""


def _time(
    message: operation_pb2.Operation, name: Literal["created_at", "modified_at"]
) -> dt.datetime | None:
    if not message.HasField(name):
        return None
    time: dt.datetime = getattr(message, name).ToDatetime(dt.UTC)
    return time


def _dictionary(message: operation_pb2.Operation) -> dict[str, Any]:
    """Return an operation as JSON has it, with the empty fields, as the REST API does.

    What is of a type unknown to us stays as it was packed.
    """
    from google.protobuf import json_format  # not everybody wants it: import it late
    from ycgrpc_pb import POOL

    def fields(value: Any) -> dict[str, Any]:
        return json_format.MessageToDict(
            value, always_print_fields_with_no_presence=True, descriptor_pool=POOL
        )

    def packed(value: Any) -> dict[str, Any]:
        try:
            return fields(value)
        except (TypeError, DecodeError):  # no type of ours, or not what its type says
            return {"@type": value.type_url, "value": base64.b64encode(value.value).decode()}

    plain = operation_pb2.Operation()
    plain.CopyFrom(message)
    details = [packed(detail) for detail in plain.error.details]
    plain.ClearField("metadata")
    plain.ClearField("response")
    del plain.error.details[:]
    if not message.HasField("error"):
        plain.ClearField("error")
    found = fields(plain)
    if details:
        found["error"]["details"] = details
    if message.HasField("metadata"):
        found["metadata"] = packed(message.metadata)
    if message.HasField("response"):
        found["response"] = packed(message.response)
    return found
