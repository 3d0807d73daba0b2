"""What a flow may ask of the colour that drives it.

A flow is a generator that holds the decisions of one piece of work: it yields an effect and is resumed
with the effect's result, or with its error. The sync and the async driver perform the same effects,
one by blocking and one by awaiting, so each decision stands once.

No effect shows its content: it may be a secret, and tracebacks print what they find.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from google.protobuf.message import Message

from ycgrpc._core.methods import Method
from ycgrpc._core.sources import Source
from ycgrpc._core.tokens import Token

T = TypeVar("T")


class Read(NamedTuple):
    """Read a source: the result is its ``bytes``, at most ``limit`` of them."""

    source: Source
    limit: int

    def __repr__(self) -> str:
        return "<read>"


class Call(NamedTuple):
    """Call a method: the result is its answer, or a list of all messages that it streams."""

    method: Method[Any, Any]
    request: Message
    timeout: float
    token: Token | None = None

    def __repr__(self) -> str:
        return f"<call of {self.method.path}>"


class Authorize(NamedTuple):
    """Get a token: the result is one that is good now."""


class Refused(NamedTuple):
    """Tell that the service refused a token: the result is whether a repeat has a chance."""

    token: Token


class Open(NamedTuple):
    """Call a method that streams its answer: the result is what ``Pull`` takes."""

    method: Method[Any, Any]
    request: Message
    timeout: float
    token: Token | None = None

    def __repr__(self) -> str:
        return f"<stream of {self.method.path}>"


class Pull(NamedTuple):
    """Ask for the next message of an open stream: the result is ``None`` at its end."""

    stream: Any

    def __repr__(self) -> str:
        return "<pull>"


class Deliver(NamedTuple):
    """Hand a message to whoever iterates; only in flows that are driven as streams."""

    message: Any

    def __repr__(self) -> str:
        return "<delivery>"


class Turn(NamedTuple):
    """Wait for a turn within a quota: the result is the seconds waited.

    It is ``None``, at once, where the wait would be longer than ``most``.
    """

    quota: str
    most: float


class Pause(NamedTuple):
    """Tell that the service refused a call for its quota: the result is whether that quota is kept."""

    quota: str
    seconds: float


class Succeeded(NamedTuple):
    """Tell that a call went well that would have been tried again."""

    host: str


class Failed(NamedTuple):
    """Tell that a call failed: the result is whether it may be tried again."""

    host: str


class Sleep(NamedTuple):
    """Let some time pass."""

    seconds: float


class Now(NamedTuple):
    """Ask for the time: the result is seconds of a clock that cannot jump."""


class WallTime(NamedTuple):
    """Ask for the time: the result is seconds since 1970."""


class Chance(NamedTuple):
    """Ask for a random number from 0 to 1."""


class HttpGet(NamedTuple):
    """Ask a web server: the result is a ``Reply`` with the status of HTTP."""

    address: str
    path: str
    headers: Mapping[str, str]
    timeout: float


class Run(NamedTuple):
    """Run a program: the result is a ``Reply`` with its exit status."""

    arguments: Sequence[str]
    timeout: float


class Invoke(NamedTuple):
    """Call a function of the caller's: the result is what it returns, awaited where it can be."""

    function: Callable[[], Any]

    def __repr__(self) -> str:
        return "<invocation>"


class Reply:
    """What a program or a web server on this machine gave back; the ``repr`` does not show it."""

    __slots__ = ("body", "errors", "status")

    def __init__(self, status: int, body: bytes, errors: str = "") -> None:
        self.status = status
        self.body = body
        self.errors = errors

    def __repr__(self) -> str:
        return f"<reply {self.status}>"


Effect = (
    Read
    | Call
    | Open
    | Pull
    | Deliver
    | Authorize
    | Refused
    | Turn
    | Pause
    | Succeeded
    | Failed
    | Sleep
    | Now
    | WallTime
    | Chance
    | HttpGet
    | Run
    | Invoke
)
Flow = Generator[Effect, Any, T]
