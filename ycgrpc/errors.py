"""Every error that ycgrpc raises on purpose.

::

Error:
    ├── ConfigurationError        the client cannot be made, or is closed
    ├── CredentialsError          no credentials, or none that can be used
    │   └── CredentialsUnavailable   their source does not answer at the moment
    ├── InvalidRequest            refused before it left: .violations
    ├── ObjectStorageError        a recording could not be stored, or not be removed again
    ├── OperationFailed           the operation ended with an error: .operation_id, .code, .message
    ├── OperationTimeout          no result in your time: .operation_ids, to attach to later
    ├── RpcError                  refused or failed on the way: .code, .message, .details, ...
    │   ├── Cancelled
    │   ├── DeadlineExceeded
    │   ├── FailedPrecondition
    │   ├── Internal
    │   ├── InvalidArgument
    │   ├── NotFound
    │   ├── OutOfRange
    │   ├── OutcomeUnknown        a submit that failed, and may have been accepted all the same
    │   ├── PermissionDenied
    │   ├── ResourceExhausted     .retry_after
    │   ├── Unauthenticated
    │   ├── Unavailable
    │   └── Unimplemented
    ├── StreamInterrupted         a stream broke off: .finals, what was settled before
    └── UnexpectedResponse        an answer that the interface does not allow

Codes that nobody branches on arrive as ``RpcError`` itself. Errors can be pickled, and no message,
``repr`` or traceback of theirs holds a token, a key or the content of a request.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

import grpc
from google.protobuf.message import DecodeError, Message

__all__ = [
    "Cancelled",
    "ConfigurationError",
    "CredentialsError",
    "CredentialsUnavailable",
    "DeadlineExceeded",
    "Error",
    "FailedPrecondition",
    "Internal",
    "InvalidArgument",
    "InvalidRequest",
    "NotFound",
    "ObjectStorageError",
    "OperationFailed",
    "OperationTimeout",
    "OutOfRange",
    "OutcomeUnknown",
    "PermissionDenied",
    "ResourceExhausted",
    "RpcError",
    "StreamInterrupted",
    "Unauthenticated",
    "Unavailable",
    "UnexpectedResponse",
    "Unimplemented",
    "Violation",
]


class Error(Exception):
    """Anything that went wrong in ycgrpc; the base of the tree."""


class ConfigurationError(Error):
    """The client was set up in a way that cannot work, or is closed."""


class CredentialsError(Error):
    """There are no credentials, or what there is cannot be used."""


class CredentialsUnavailable(CredentialsError):
    """The source of the tokens does not answer at the moment: a later try may bring one."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One rule that a request breaks.

    Attributes:
        field: Where, as a path inside the request: ``analyze_specs[2].content``.
        rule: What must hold there, in words.
        found: What is there: a size, a kind or a count, never the content.
    """

    field: str
    rule: str
    found: str = ""

    def __str__(self) -> str:
        found = f", found {self.found}" if self.found else ""
        return f"{self.field}: {self.rule}{found}"


class InvalidRequest(Error):
    """A request that was refused before it left, because the service could only refuse it.

    Attributes:
        violations: All rules that it breaks, as ``Violation``.
    """

    def __init__(self, violations: Iterable[Violation]) -> None:
        self.violations = tuple(violations)
        super().__init__(self.violations)

    def __str__(self) -> str:
        return "; ".join(map(str, self.violations))


class ObjectStorageError(Error):
    """Object Storage did not answer, or refused for a reason that may pass."""


class OperationFailed(Error):
    """An operation that ended with an error.

    Attributes:
        operation_id: Which one.
        code: The gRPC status code that it ended with. Decide by it, not by the text.
        message: The text that came with it.
        details: ``google.rpc`` messages packed as ``google.protobuf.Any``, as the service sent them.
    """

    def __init__(
        self,
        operation_id: str,
        code: grpc.StatusCode,
        message: str,
        details: tuple[Message, ...] = (),
    ) -> None:
        super().__init__(operation_id, code, message, details)
        self.operation_id = operation_id
        self.code = code
        self.message = message
        self.details = details

    def __str__(self) -> str:
        text = self.message or "no text came with it"
        return f"operation {self.operation_id} ended with {self.code.name}: {text}"


class OperationTimeout(Error, TimeoutError):
    """The time was over before an operation was done, or before its result was fetched; neither is lost.

    Attributes:
        operation_ids: What there is no result of. ``operations.attach`` goes on with it, in any process.
        timeout: Seconds that were waited.
    """

    def __init__(self, operation_ids: Iterable[str], timeout: float) -> None:
        self.operation_ids = tuple(operation_ids)
        self.timeout = timeout
        super().__init__(self.operation_ids, timeout)

    def __str__(self) -> str:
        first, *others = self.operation_ids
        names = f"operation {first}" + (f" and {len(others)} more" if others else "")
        return (
            f"{names}: no result within {self.timeout:.6g} s; nothing is lost: wait again, or "
            f"resume later with operations.attach({first!r}, ...)"
        )


class StreamInterrupted(Error):
    """A stream of speech that broke off before all was said; its cause is the error of the call.

    Attributes:
        finals: What was settled before, as ``Final`` events: the last thousand.
    """

    def __init__(self, finals: Iterable[object] = ()) -> None:
        self.finals = tuple(finals)
        super().__init__(self.finals)

    def __str__(self) -> str:
        why = f": {self.__cause__}" if self.__cause__ else ", without a reason"
        return (
            f"the stream of speech was interrupted after {len(self.finals)} finals{why}; "
            "continuous=True goes on in another session where one can be begun"
        )


class UnexpectedResponse(Error):
    """An answer that the interface does not allow, such as a result of another type."""


class RpcError(Error):
    """A call that ended with a status other than OK.

    Attributes:
        code: The gRPC status code. Decide by it, not by the text.
        message: The text that came with it.
        details: Decoded ``google.rpc`` messages, such as ``BadRequest`` or ``RetryInfo``; what is of an
            unknown type stays a ``google.protobuf.Any``.
        method: The path of the method, ``/package.Service/Method``.
        target: The host and port that were called.
        request_id: The service's own id of the call, to quote to its support; empty if it sent none.
        server_trace_id: The service's trace id, to quote as well; empty if it sent none.
        client_request_id: The ``x-client-request-id`` that was sent with the call.
        retry_after: Seconds that the service asks to wait before the next try, or ``None``.
        received: Messages of the answer that came before the failure.
    """

    advice: ClassVar[str] = ""

    def __init__(
        self,
        code: grpc.StatusCode,
        message: str,
        details: tuple[Message, ...] = (),
        *,
        method: str = "",
        target: str = "",
        request_id: str = "",
        server_trace_id: str = "",
        client_request_id: str = "",
        retry_after: float | None = None,
        received: int = 0,
    ) -> None:
        details = tuple(map(_decoded, details))
        super().__init__(code, message, details)
        self.code = code
        self.message = message
        self.details = details
        self.method = method
        self.target = target
        self.request_id = request_id
        self.server_trace_id = server_trace_id
        self.client_request_id = client_request_id
        self.retry_after = retry_after
        self.received = received

    def __str__(self) -> str:
        known = (
            ("", self.method.rpartition(".")[2]),
            ("at ", self.target),
            ("request id ", self.request_id),
            ("client request id ", self.client_request_id),
        )
        where = ", ".join(f"{name}{value}" for name, value in known if value)
        advice = f". {self.advice}" if self.advice else ""
        return f"{self.code.name}: {self.message.rstrip('.')}{advice}" + (
            f" ({where})" if where else ""
        )


def _decoded(detail: Any) -> Any:
    """Return a detail in the class that everybody knows, or as it is."""
    if detail.DESCRIPTOR.full_name != "google.protobuf.Any":
        return detail
    # Errors are rare: their messages load with the first one.
    from google.rpc import error_details_pb2

    package, _, name = detail.type_url.rpartition("/")[2].rpartition(".")
    if package != "google.rpc" or name not in error_details_pb2.DESCRIPTOR.message_types_by_name:
        return detail
    try:
        return getattr(error_details_pb2, name).FromString(detail.value)
    except DecodeError:
        return detail


class Cancelled(RpcError):
    """CANCELLED: the caller, or something between, gave the call up."""


class DeadlineExceeded(RpcError):
    """DEADLINE_EXCEEDED: no answer within the timeout; the service may still have done the work."""

    advice = "Give it a longer timeout=, or try again"


class FailedPrecondition(RpcError):
    """FAILED_PRECONDITION: the service is not in a state to do this."""


class Internal(RpcError):
    """INTERNAL: something broke inside the service, or between it and here."""

    advice = "Try again; if it stays, quote the request id to the service's support"


class InvalidArgument(RpcError):
    """INVALID_ARGUMENT: the service refused the request as it is."""


class NotFound(RpcError):
    """NOT_FOUND: no such thing, no longer, or not ready yet."""


class OutcomeUnknown(RpcError):
    """A submit that failed on the way: the service may have accepted it, and may bill it.

    Its ``code`` is that of the failure, which is also its ``__cause__``.
    """

    advice = (
        "The work may have begun all the same, and was not submitted again: on_unknown='resubmit' "
        "does that, at the risk of paying twice"
    )

    @classmethod
    def of(cls, error: RpcError) -> OutcomeUnknown:
        """Return the error for a submit that failed with another one."""
        unknown = cls(
            error.code,
            error.message,
            error.details,
            method=error.method,
            target=error.target,
            request_id=error.request_id,
            server_trace_id=error.server_trace_id,
            client_request_id=error.client_request_id,
            retry_after=error.retry_after,
        )
        unknown.__cause__ = error
        return unknown


class OutOfRange(RpcError):
    """OUT_OF_RANGE: past the end of what is allowed, such as the length of a stream."""


class PermissionDenied(RpcError):
    """PERMISSION_DENIED: the account is known, but may not do this."""

    advice = "Check the account's roles: ai.vision.user for OCR, ai.speechkit-stt.user for speech"


class ResourceExhausted(RpcError):
    """RESOURCE_EXHAUSTED: a quota is used up, or a message is too large."""

    advice = "Wait, or have the quota raised"


class Unauthenticated(RpcError):
    """UNAUTHENTICATED: the service does not accept the credentials."""

    advice = "Check that the key or token is the right one, and has not expired or been revoked"


class Unavailable(RpcError):
    """UNAVAILABLE: no connection, or a service that is not up at the moment."""

    advice = "Check the address and the network, or try again"


class Unimplemented(RpcError):
    """UNIMPLEMENTED: the host does not have this method."""

    advice = "Check that the endpoint is the right one for this service"
