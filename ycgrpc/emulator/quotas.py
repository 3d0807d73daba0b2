"""How many calls the service takes in a while, counted over all callers."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import grpc
from google.rpc import error_details_pb2  # pyright: ignore[reportMissingTypeStubs]

from ycgrpc.emulator.faults import method_named
from ycgrpc.emulator.refusals import Refusal
from ycgrpc.errors import ConfigurationError

Quota = tuple[int, float]
"""How many calls, and in how many seconds."""

REAL: Mapping[str, Quota] = {
    "ocr_recognize": (1, 1),
    "ocr_submit": (10, 1),
    "ocr_status": (50, 1),
    "ocr_results": (50, 1),
    "stt_submit": (500, 3600),
    "stt_v2_status": (2500, 3600),
    "stt_v3_status": (5, 1),
    "stt_stream": (40, 1),
}
"""Those of groups of methods. Source: the documentation's pages on quotas and limits."""

_OCR = "/yandex.cloud.ai.ocr.v1.TextRecognition"
_STT_V2 = "/yandex.cloud.ai.stt.v2.SttService"
_STT_V3 = "/speechkit.stt.v3"

GROUPS = {
    f"{_OCR}Service/Recognize": "ocr_recognize",
    f"{_OCR}AsyncService/Recognize": "ocr_submit",
    f"{_OCR}AsyncService/GetRecognition": "ocr_results",
    f"{_STT_V2}/StreamingRecognize": "stt_stream",
    f"{_STT_V2}/LongRunningRecognize": "stt_submit",
    f"{_STT_V3}.Recognizer/RecognizeStreaming": "stt_stream",
    f"{_STT_V3}.AsyncRecognizer/RecognizeFile": "stt_submit",
}
STATUS = "/yandex.cloud.operation.OperationService/Get"
STATUS_GROUPS = {"cfr": "ocr_status", "e03": "stt_v2_status", "f8d": "stt_v3_status"}
"""A look at an operation counts for the service that began it, told by the prefix of the id."""


@dataclass(slots=True)
class _Window:
    count: int
    seconds: float
    arrivals: deque[float] = field(default_factory=lambda: deque[float]())


class Quotas:
    """Sliding windows: in no span of that many seconds are there more calls than the quota.

    Calls that are refused do not count.

    Args:
        quotas: ``off``, ``real`` for the documented ones, or your own: by a group of ``REAL``, or by
            a method's path or the end of it.
        methods: the paths that there are.

    Raises:
        ConfigurationError: there is no such group or method, or a quota allows no call at all.
    """

    def __init__(
        self,
        quotas: Literal["off", "real"] | Mapping[str, Quota],
        methods: Collection[str],
    ) -> None:
        if isinstance(quotas, str):
            if quotas not in ("off", "real"):
                raise ConfigurationError(f"quotas are off, real or a mapping, not {quotas!r}")
            quotas = REAL if quotas == "real" else {}
        self._windows: dict[str, _Window] = {}
        for name, (count, seconds) in quotas.items():
            if count < 1 or seconds <= 0:
                raise ConfigurationError(f"the quota {name} allows no call")
            key = name if name in REAL else method_named(name, methods)
            self._windows[key] = _Window(count, seconds)

    def count(self, method: str, request: Any, arrived: float) -> None:
        """Lets a call pass for which there is quota left.

        Args:
            method: its path.
            request: the message that came, or what it comes by.
            arrived: when, in seconds of a clock that only goes forward.

        Raises:
            Refusal: RESOURCE_EXHAUSTED, with the time to wait.
        """
        if not self._windows:
            return
        group = (
            STATUS_GROUPS.get(request.operation_id[:3]) if method == STATUS else GROUPS.get(method)
        )
        used = {
            key: window for key in (method, group) if key and (window := self._windows.get(key))
        }
        for key, window in used.items():
            _check(key, window, arrived)
        for window in used.values():
            window.arrivals.append(arrived)


def _check(name: str, window: _Window, arrived: float) -> None:
    arrivals = window.arrivals
    while arrivals and arrivals[0] <= arrived - window.seconds:
        arrivals.popleft()
    if len(arrivals) < window.count:
        return
    # No other in line is known here: this call alone could come by then.
    info = error_details_pb2.RetryInfo()
    info.retry_delay.FromNanoseconds(round((arrivals[0] + window.seconds - arrived) * 1e9))
    raise Refusal(
        grpc.StatusCode.RESOURCE_EXHAUSTED,
        f"{name}.rate rate quota limit exceed: allowed {window.count} requests",
        info,
    )
