"""A world in which flows are driven by hand: its time passes at once, its service keeps to a script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from typing import Any

import grpc

from ycgrpc._core import effects, failures
from ycgrpc._core.effects import Effect, Flow
from ycgrpc._core.quotas import Quotas, Turns
from ycgrpc._core.retries import RetryBudget
from ycgrpc._core.tokens import Token
from ycgrpc.errors import RpcError

CODES = [code.name for code in grpc.StatusCode if code.value[0]]
# May pass by itself, and: may the service have done what it was asked all the same?
PASSING = {
    "ABORTED": True,
    "CANCELLED": True,
    "DATA_LOSS": True,
    "DEADLINE_EXCEEDED": True,
    "INTERNAL": True,
    "RESOURCE_EXHAUSTED": False,
    "UNAVAILABLE": True,
    "UNKNOWN": True,
}
NEVER_SENT = [
    "failed to connect to all addresses; last error: UNKNOWN: ipv4:127.0.0.1:1: refused",
    "failed to connect to all addresses; last error: UNKNOWN: SSL: CERTIFICATE_VERIFY_FAILED",
    "failed to connect to all addresses; last error: UNKNOWN: SSL: WRONG_VERSION_NUMBER",
    "errors resolving nothing.invalid:1: [field:hostname lookup error:not found]",
    "DNS resolution failed for nothing.invalid:443: C-ares status is not ARES_SUCCESS",
]
OVERSIZED = [
    "CLIENT: Received message larger than max (2000 vs. 1000)",
    "CLIENT: Sent message larger than max (2000 vs. 1000)",
]


def refusal(
    code: str, text: str = "no", *, retry_after: float | None = None, **known: Any
) -> RpcError:
    """The error for a status, as a driver raises it."""
    error = failures.failure(
        grpc.StatusCode[code],
        text,
        known.get("initial"),
        known.get("trailing"),
        method=known.get("method", "/a.Service/Method"),
        target="host:443",
        client_request_id=known.get("client_request_id", ""),
    )
    error.retry_after = retry_after
    return error


Answer = Any
"""A message, a list of what is streamed, or an error; a function gives one when it is asked for."""


class World:
    """Performs effects.

    Attributes:
        now: Seconds.
        calls: The calls that were made, each with the time.
        slept: The pauses that were made.
        delivered: What streams have handed out.
        budgets: What keeps count of failures, by host.
        renewals: How often a token was renewed.
    """

    def __init__(
        self,
        *answers: Answer,
        quotas: Quotas | None = None,
        renewable: bool = True,
        duration: float = 0.0,
        chance: float = 0.5,
    ) -> None:
        self.now = 1000.0
        self.calls: list[tuple[float, effects.Call | effects.Open]] = []
        self.slept: list[float] = []
        self.delivered: list[Any] = []
        self.budgets: defaultdict[str, RetryBudget] = defaultdict(RetryBudget)
        self.renewals = 0
        self._answers = list(answers)
        self._turns = Turns(quotas, nullcontext())
        self._renewable = renewable
        self._duration = duration
        self._luck = chance

    def run(self, flow: Flow[Any]) -> Any:
        """Return what a flow comes to."""
        result: Any = None
        failed: Exception | None = None
        while True:
            try:
                effect = flow.throw(failed) if failed else flow.send(result)
            except StopIteration as end:
                return end.value
            result = failed = None
            try:
                result = self._perform(effect)
            except Exception as error:
                failed = error

    def pause(self, quota: str, seconds: float) -> None:
        """Have a quota put off, as when another call is refused."""
        self._turns.pause(quota, self.now, seconds)

    @property
    def times(self) -> list[float]:
        """When calls were made, in seconds since the beginning."""
        return [round(time - 1000, 6) for time, _ in self.calls]

    @property
    def tokens(self) -> list[str]:
        """What the calls were made with."""
        return [call.token.header if call.token else "" for _, call in self.calls]

    def _perform(self, effect: Effect) -> Any:
        perform: Callable[[Any], Any] = getattr(self, f"_{type(effect).__name__.lower()}")
        return perform(effect)

    def _call(self, effect: effects.Call) -> Any:
        answer = self._answer(effect)
        self.now += min(self._duration, effect.timeout)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def _open(self, effect: effects.Open) -> Iterator[Any]:
        answer = self._answer(effect)

        def stream(items: Iterable[Any]) -> Iterator[Any]:
            for received, item in enumerate(items):
                self.now += self._duration
                if isinstance(item, RpcError):
                    item.received = received
                if isinstance(item, Exception):
                    raise item
                yield item

        return stream([answer] if isinstance(answer, Exception) else answer)

    def _answer(self, effect: effects.Call | effects.Open) -> Answer:
        self.calls.append((self.now, effect))
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        return answer(effect) if callable(answer) else answer

    def _pull(self, effect: effects.Pull) -> Any:
        return next(effect.stream, None)

    def _deliver(self, effect: effects.Deliver) -> None:
        self.delivered.append(effect.message)

    def _authorize(self, _: effects.Authorize) -> Token:
        return Token(f"Bearer {self.renewals}")

    def _refused(self, _: effects.Refused) -> bool:
        self.renewals += self._renewable
        return self._renewable

    def _turn(self, effect: effects.Turn) -> float | None:
        booked = self._turns.book(effect.quota, self.now, effect.most)
        if booked is None:
            return None
        _, left = booked
        self.now += left
        return left

    def _pause(self, effect: effects.Pause) -> bool:
        self.pause(effect.quota, effect.seconds)
        return self._turns.rate(effect.quota) is not None

    def _succeeded(self, effect: effects.Succeeded) -> None:
        self.budgets[effect.host].succeeded()

    def _failed(self, effect: effects.Failed) -> bool:
        return self.budgets[effect.host].failed()

    def _sleep(self, effect: effects.Sleep) -> None:
        self.slept.append(effect.seconds)
        self.now += effect.seconds

    def _now(self, _: effects.Now) -> float:
        return self.now

    def _chance(self, _: effects.Chance) -> float:
        return self._luck


def later(times: list[float], asked: list[float]) -> bool:
    """Whether the calls came when the service had asked for them, or a little later."""
    pairs = zip(times, asked, strict=True)
    return all(
        wanted <= time <= wanted + 0.4 * number for number, (time, wanted) in enumerate(pairs)
    )
