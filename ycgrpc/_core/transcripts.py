"""Transcripts of recordings: how their operations are begun, looked at, and come to a result."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar

from google.protobuf.message import Message
from ycgrpc_pb.yandex.cloud.ai.stt.v2.stt_service_pb2 import (
    LongRunningRecognitionRequest,
    LongRunningRecognitionResponse,
)
from ycgrpc_pb.yandex.cloud.ai.stt.v3.stt_pb2 import DeleteRecognitionRequest, RecognizeFileRequest
from ycgrpc_pb.yandex.cloud.ai.stt.v3.stt_service_pb2 import GetRecognitionRequest
from ycgrpc_pb.yandex.cloud.operation import operation_pb2

from ycgrpc._core import operations, recordings, stt, stt_v2
from ycgrpc._core.calls import OnUnknown, call, submit
from ycgrpc._core.effects import Flow
from ycgrpc._core.operations import NOT_READY, Kind
from ycgrpc._core.recordings import Encoding
from ycgrpc._core.sources import Source
from ycgrpc._core.streams import collected, streamed
from ycgrpc._core.validation import violations_in
from ycgrpc._core.waiting import Schedule
from ycgrpc.errors import InvalidRequest, Violation
from ycgrpc.types import Transcript

# The guide to the asynchronous API: "it takes about 10 seconds to recognize 1 minute" of one channel.
# A service in a hurry is noticed too: the first look is after half of that.
_WORK = 10 / 60 / 2
_FIRST, _FIRST_MAXIMUM = 0.5, 60.0
# Models of low priority: "ready within 24 hours".
_DEFERRED = Schedule(first=30.0, longest=60.0)
# 2,500 looks an hour are 0.7 a second for all operations together.
_LONGEST, _LONGEST_V2 = 5.0, 10.0


R = TypeVar("R", bound=Message)


class Begun(NamedTuple):
    """An operation that has just begun."""

    message: operation_pb2.Operation
    kind: Kind[Transcript]


def request_of(
    make: Callable[..., Flow[Message]],
    check: Callable[[Message, bool], R],
    source: Source | Message,
    options: Mapping[str, Any],
    validate: bool,
    found: Encoding | None,
) -> Flow[R]:
    """Return a request that is fit to be sent: a ready one, or one that is made from a source.

    Args:
        make: Makes it from a source and the options.
        check: Refuses what breaks a rule.
        source: The recording, where it is, or the ready request.
        options: What the caller says.
        validate: Whether to look for broken rules.
        found: What the recording turned out to be, in case that the options do not tell.

    Raises:
        InvalidRequest: There are options for a ready request, or the source or the options are bad,
            or the request breaks a rule of the interface or a documented limit.
    """
    if not isinstance(source, Message):
        told = {**options, "encoding": options.get("encoding") or found}
        return check((yield from make(source, **told)), validate)
    if options:
        rule = "belongs into the request, which is ready"
        raise InvalidRequest([Violation(name, rule) for name in options])
    return check(source, validate)


def uploadable(source: Source | Message) -> Source:
    """Return a source that can be put into a bucket.

    Raises:
        InvalidRequest: There is nothing to put there.
    """
    if isinstance(source, Message):
        rule = "is for a source: a ready request says itself where its recording is"
        raise InvalidRequest([Violation("bucket", rule)])
    if isinstance(source, str) and source.startswith(("https://", "http://", "s3://")):
        rule = "is for a source that is here: leave it out for a URI"
        raise InvalidRequest([Violation("bucket", rule)])
    return source


def request_for_upload(
    make: Callable[[Source, Encoding | None], Flow[R]], uri: str, head: bytes
) -> Flow[R]:
    """Return the request for a recording that will be at a URI, before it costs an upload.

    Args:
        make: Makes the request from a source, and from what it is found to be.
        uri: Where it will be.
        head: How its content begins, as far as that is known.

    Raises:
        InvalidRequest: As ``make`` does, for the URI or for what the content begins with.
    """
    found: Encoding | None = None
    if head:
        yield from make(head, None)
        found = recordings.inspect(head).format or "pcm"  # of anything else there is no request
    return (yield from make(uri, found))


def begin(request: RecognizeFileRequest, timeout: float, on_unknown: OnUnknown) -> Flow[Begun]:
    """Submit a recording to the v3 API.

    Raises:
        OutcomeUnknown: The call failed, and the work may have begun all the same.
        RpcError: The service refused.
    """
    schedule = _schedule(stt.seconds_of(request), _LONGEST)
    if request.recognition_model.model.startswith("deferred-"):
        schedule = _DEFERRED
    message = yield from submit(stt.RECOGNIZE_FILE, request, timeout, on_unknown)
    return Begun(message, Kind(_fetched, "stt_status", schedule))


def begin_v2(
    request: LongRunningRecognitionRequest, timeout: float, on_unknown: OnUnknown
) -> Flow[Begun]:
    """Submit a recording to the v2 API; raises as ``begin`` does."""
    schedule = _schedule(stt_v2.seconds_of(request), _LONGEST_V2)
    message = yield from submit(stt_v2.LONG_RUNNING_RECOGNIZE, request, timeout, on_unknown)
    return Begun(message, Kind(_contained, "stt_v2_status", schedule))


def _schedule(seconds: float | None, longest: float) -> Schedule:
    first = min(_FIRST_MAXIMUM, max(_FIRST, (seconds or 0.0) * _WORK))
    return Schedule(first, longest)


def transcript(operation_id: str, timeout: float, patience: float = 0.0) -> Flow[Transcript]:
    """Return a result; for as long as ``patience``, NOT_FOUND only means that it is yet to appear."""
    request = GetRecognitionRequest(operation_id=operation_id)
    if violations := list(violations_in(request)):
        raise InvalidRequest(violations)
    stream = streamed(
        stt.GET_RECOGNITION,
        request,
        timeout,
        stored=True,
        patience=patience,
        volatile="response_wall_time_ms",
    )
    return Transcript((yield from collected(stream)))


def delete(operation_id: str, timeout: float) -> Flow[None]:
    """Have the service forget a result."""
    request = DeleteRecognitionRequest(operation_id=operations.named(operation_id).id)
    yield from call(stt.DELETE_RECOGNITION, request, timeout)


def _fetched(message: operation_pb2.Operation, timeout: float) -> Flow[Transcript]:
    """Return the result of the v3 API, whose operations answer with nothing."""
    operations.expect(message)
    return (yield from transcript(message.id, timeout, NOT_READY))


_V2 = LongRunningRecognitionResponse.DESCRIPTOR.full_name


def _contained(message: operation_pb2.Operation, timeout: float) -> Flow[Transcript]:
    """Return the result of the v2 API, which is in the operation and nowhere else."""
    yield from ()
    return Transcript(operations.unpacked(message, LongRunningRecognitionResponse))


def _either(message: operation_pb2.Operation, timeout: float) -> Flow[Transcript]:
    if operations.response_type(message) == _V2:
        return (yield from _contained(message, timeout))
    return (yield from _fetched(message, timeout))


KIND = Kind(_either, schedule=Schedule(longest=_LONGEST))
"""Transcriptions of either API: what they answer with tells which."""
