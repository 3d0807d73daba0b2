"""Requests that were built with somebody else's stubs of the same interfaces."""

from __future__ import annotations

from typing import TypeVar

from google.protobuf.message import Message

from ycgrpc.errors import InvalidRequest, Violation

M = TypeVar("M", bound=Message)


def adopted(message: Message, cls: type[M]) -> M:
    """Return a message as one of a class of ours: itself, or a copy where it is a foreign twin.

    Raises:
        InvalidRequest: It is of another type.
    """
    if isinstance(message, cls):
        return message
    wanted = cls.DESCRIPTOR.full_name
    found = getattr(getattr(message, "DESCRIPTOR", None), "full_name", type(message).__name__)
    if found != wanted:
        raise InvalidRequest([Violation("request", f"must be a {wanted} message", f"a {found}")])
    return cls.FromString(message.SerializeToString())
