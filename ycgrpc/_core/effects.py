"""What a flow may ask of the colour that drives it.

A flow is a generator that holds the decisions of one piece of work: it yields an effect and is resumed
with the effect's result, or with its error. The sync and the async driver perform the same effects,
one by blocking and one by awaiting, so each decision stands once.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, NamedTuple, TypeVar

from google.protobuf.message import Message

from ycgrpc._core.methods import Method
from ycgrpc._core.sources import Source

T = TypeVar("T")


class Read(NamedTuple):
    """Read a source: the result is its ``bytes``, at most ``limit`` of them."""

    source: Source
    limit: int


class Collect(NamedTuple):
    """Call a method that streams its answer: the result is a list of all its messages."""

    method: Method[Any, Any]
    request: Message
    timeout: float


Effect = Read | Collect
Flow = Generator[Effect, Any, T]
