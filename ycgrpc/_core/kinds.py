"""What an operation is for, by the class of its result."""

from __future__ import annotations

import inspect
from typing import Any

from google.protobuf.message import Message

from ycgrpc._core import ocr, transcripts
from ycgrpc._core.operations import ANY, Kind, kind_of
from ycgrpc.errors import InvalidRequest, Violation
from ycgrpc.types import Recognition, Transcript


def kind(result: Any) -> Kind[Any]:
    """Return the kind of operations that come to a result of a class.

    Raises:
        InvalidRequest: There are none.
    """
    if result is None:
        return ANY
    if result is Recognition:
        return ocr.KIND
    if result is Transcript:
        return transcripts.KIND
    if inspect.isclass(result) and issubclass(result, Message) and result is not Message:
        return kind_of(result)
    rule = "must be Recognition, Transcript or the class of a message"
    raise InvalidRequest([Violation("result", rule, f"{result!r}")])
