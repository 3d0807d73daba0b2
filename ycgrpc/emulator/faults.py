"""Calls that go wrong on purpose: by a script, or because the caller asks for it in a header."""

from __future__ import annotations

import asyncio
import math
from collections import defaultdict, deque
from collections.abc import AsyncGenerator, Callable, Collection, Mapping, Sequence
from contextlib import aclosing
from contextvars import ContextVar
from dataclasses import dataclass
from threading import Lock
from typing import Any, Never

import grpc
from google.protobuf.message import Message
from google.rpc import error_details_pb2  # pyright: ignore[reportMissingTypeStubs]

from ycgrpc.emulator.refusals import Refusal, invalid
from ycgrpc.errors import ConfigurationError

HEADER = "x-emulator-fault"
"""Asks for a fault: ``code=UNAVAILABLE; after=2; retry_after=1.5``, or ``hang``."""


@dataclass(frozen=True, slots=True)
class Fault:
    """How one call goes wrong; without a code, a hang or a lost answer it is late at most.

    Attributes:
        code: the status that the caller gets.
        text: what the caller is told.
        retry_after: seconds to wait before the next try, told in a ``RetryInfo``.
        details: further ``google.rpc`` messages.
        delay: seconds that pass before anything else.
        after: messages of the answer that are sent before it goes wrong; ``None`` for at once, where
            nothing is looked at, not even the credentials. Only for streams of answers.
        after_audio: seconds of audio that are received before it goes wrong: it does with the piece
            that brings them. Only for streams of speech.
        hang: there is no status, and nothing else, until the caller gives up.
        lose_answer: the method does its work, but the caller gets the status instead of the answer:
            UNAVAILABLE, if there is no code.

    Raises:
        ValueError: the code is OK, a number is below zero, or two of them exclude each other.
    """

    code: grpc.StatusCode | None = None
    text: str = "This call was told to fail"
    retry_after: float | None = None
    details: Sequence[Message] = ()
    delay: float = 0.0
    after: int | None = None
    after_audio: float | None = None
    hang: bool = False
    lose_answer: bool = False

    def __post_init__(self) -> None:
        if self.code is grpc.StatusCode.OK:
            raise ValueError("OK is no fault: a call that is to go well has None in the script")
        numbers = (self.delay, self.after or 0, self.after_audio or 0, self.retry_after or 0)
        if not all(0 <= number < math.inf for number in numbers):
            raise ValueError("delay, after, after_audio and retry_after are finite and not below 0")
        later = self.after is not None or self.after_audio is not None
        if later and (self.lose_answer or not (self.code or self.hang)):
            raise ValueError("after says when a code or a hang comes; lose_answer sends nothing")
        if self.hang and (self.code or self.lose_answer):
            raise ValueError("a call that hangs has no status")

    async def before(self) -> None:
        """Passes a call that goes on, late if it has a delay.

        Raises:
            Refusal: it ends here.
        """
        if self.delay:
            await asyncio.sleep(self.delay)
        later = self.after or self.after_audio or self.lose_answer
        if not later and (self.code or self.hang):
            await self._strike()

    async def heard(self, milliseconds: int) -> None:
        """Passes a stream of speech that goes on.

        Args:
            milliseconds: of its audio that were received.

        Raises:
            Refusal: it ends here.
        """
        if self.after_audio and milliseconds >= self.after_audio * 1000:
            await self._strike()

    async def answer(self, answer: Any) -> Any:
        """The answer of a method, unless it is lost.

        Raises:
            Refusal: it is.
        """
        if self.lose_answer:
            await self._strike()
        return answer

    async def answers(self, answers: AsyncGenerator[Any]) -> AsyncGenerator[Any]:
        """The messages of an answer, as far as they are sent.

        Raises:
            Refusal: there are no more.
        """
        sent = 0
        async with aclosing(answers):
            async for message in answers:
                if self.lose_answer:
                    continue
                yield message
                sent += 1
                if sent == self.after:
                    await self._strike()
        if self.lose_answer:
            await self._strike()

    async def _strike(self) -> Never:
        while self.hang:
            await asyncio.Event().wait()  # until it is cancelled
        details = list(self.details)
        if self.retry_after is not None:
            info = error_details_pb2.RetryInfo()
            info.retry_delay.FromNanoseconds(round(self.retry_after * 1e9))
            details.append(info)
        raise Refusal(self.code or grpc.StatusCode.UNAVAILABLE, self.text, *details)


NONE = Fault()

striking: ContextVar[Fault] = ContextVar("striking", default=NONE)
"""How the call goes wrong that this task serves."""

SPEECH = (
    "/speechkit.stt.v3.Recognizer/RecognizeStreaming",
    "/yandex.cloud.ai.stt.v2.SttService/StreamingRecognize",
)
"""Those that receive audio while it is spoken."""


class Faults:
    """What the next calls of each method come to; safe to use from any thread.

    Args:
        methods: full paths of those that there are, and whether their answer is a stream.
    """

    def __init__(self, methods: Mapping[str, bool]) -> None:
        self._methods = methods
        self._scripts: dict[str, deque[Fault | None]] = defaultdict(deque)
        self._lock = Lock()

    def script(self, method: str, *faults: Fault | None) -> None:
        """Adds to what the next calls of a method come to; ``None`` lets a call through.

        Args:
            method: its path, or the end of it.
            faults: one for each call.

        Raises:
            ConfigurationError: there is no such method, more than one, or it is not of the kind that
                can go wrong in this way.
        """
        path = method_named(method, self._methods)
        if not self._methods[path] and any(fault and fault.after for fault in faults):
            raise ConfigurationError(f"the answer of {path} is one message: leave after out")
        if path not in SPEECH and any(fault and fault.after_audio for fault in faults):
            raise ConfigurationError(f"{path} receives no speech: leave after_audio out")
        with self._lock:
            self._scripts[path].extend(faults)

    def next(self, method: str, header: str | None) -> Fault:
        """What this call comes to: by the script, and where there is none, by the header.

        Args:
            method: its path.
            header: the value of ``HEADER``, if it came with it.

        Raises:
            Refusal: INVALID_ARGUMENT, the header says nothing that is known.
        """
        with self._lock:
            scripted = self._scripts.get(method)
            if scripted:
                return scripted.popleft() or NONE
        fault = _asked(header) if header else NONE
        if fault.after and not self._methods[method]:
            raise invalid((HEADER, "after is for streams of answers only"))
        if fault.after_audio and method not in SPEECH:
            raise invalid((HEADER, "after_audio is for streams of speech only"))
        return fault


def method_named(name: str, methods: Collection[str]) -> str:
    """The full path of a method.

    Args:
        name: the path, or the end of it, such as ``OperationService/Get``.
        methods: the paths that there are.

    Raises:
        ConfigurationError: there is no such method, or more than one.
    """
    if name in methods:
        return name
    found = [path for path in methods if path.endswith((f".{name}", f"/{name}"))]
    if len(found) == 1:
        return found[0]
    which = " or ".join(found) or f"one of {', '.join(methods)}"
    raise ConfigurationError(f"{name} is not the name of one method of the emulator: take {which}")


def _asked(header: str) -> Fault:
    """The fault of a header.

    Raises:
        Refusal: INVALID_ARGUMENT.
    """
    fault: dict[str, Any] = {}
    try:
        for part in filter(None, map(str.strip, header.split(";"))):
            name, _, value = map(str.strip, part.partition("="))
            fault[name] = _READ[name](value)
        return Fault(**fault)
    except (KeyError, ValueError) as error:
        raise invalid(
            (HEADER, f"expected {', '.join(_READ)}, such as code=UNAVAILABLE; retry_after=1.5")
        ) from error


def _flag(value: str) -> bool:
    return {"": True, "true": True, "false": False}[value.lower()]


def _code(value: str) -> grpc.StatusCode:
    return grpc.StatusCode[value.upper()]


_READ: dict[str, Callable[[str], Any]] = {
    "code": _code,
    "text": str,
    "retry_after": float,
    "delay": float,
    "after": int,
    "after_audio": float,
    "hang": _flag,
    "lose_answer": _flag,
}
