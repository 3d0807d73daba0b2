"""How the emulator says no: one exception, which becomes a status with details in the trailers."""

from __future__ import annotations

import grpc
from google.protobuf.message import Message
from google.rpc import error_details_pb2  # pyright: ignore[reportMissingTypeStubs]
from ycgrpc_pb.google.rpc import status_pb2

STATUS_DETAILS = "grpc-status-details-bin"
"""The trailer that holds a serialized ``google.rpc.Status``."""


class Refusal(Exception):
    """A call that the service does not serve.

    Args:
        code: the status that the caller gets.
        message: what the caller is told; never the content of a request, never a secret.
        details: ``google.rpc`` messages for programs.
    """

    def __init__(self, code: grpc.StatusCode, message: str, *details: Message) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.details = details

    def status(self, request_id: str) -> bytes:
        """The serialized ``google.rpc.Status``, with the request's id among the details."""
        code: int = self.code.value[0]
        status = status_pb2.Status(code=code, message=self.message)
        for detail in (*self.details, error_details_pb2.RequestInfo(request_id=request_id)):
            status.details.add().Pack(detail)
        return status.SerializeToString()


def invalid(*violations: tuple[str, str]) -> Refusal:
    """The refusal of a request for some of its fields: pairs of a field's path and the reason."""
    return Refusal(
        grpc.StatusCode.INVALID_ARGUMENT,
        "Request validation error: " + "; ".join(f"{path}: {why}" for path, why in violations),
        error_details_pb2.BadRequest(
            field_violations=[
                error_details_pb2.BadRequest.FieldViolation(field=path, description=why)
                for path, why in violations
            ]
        ),
    )
