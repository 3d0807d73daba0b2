"""Every method of the services: where it is served, and whether it may be repeated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from google.protobuf.message import Message
from ycgrpc_pb._runtime import multicallable

from ycgrpc.errors import ConfigurationError

Request = TypeVar("Request", bound=Message)
Response = TypeVar("Response", bound=Message)


class Route(NamedTuple):
    """Where a method is served.

    Attributes:
        host: The name of its host in ``hosts.HOSTS``.
        repeatable: Whether a second call does no harm: nothing is created, started or billed twice.
            The submits are not: the service ignores idempotency keys there ("Idempotency" in the
            documentation).
        open: Whether it is called without credentials.
        quota: The quota that its calls count towards, see ``quotas.Quotas``. A look at an operation
            counts towards that of its kind.
    """

    host: str
    repeatable: bool = False
    open: bool = False
    quota: str | None = None


_OCR = "/yandex.cloud.ai.ocr.v1"
_STT = "/speechkit.stt.v3"

ROUTES: Mapping[str, Route] = {
    f"{_OCR}.TextRecognitionService/Recognize": Route(
        "ocr", repeatable=True, quota="ocr_recognize"
    ),
    f"{_OCR}.TextRecognitionAsyncService/Recognize": Route("ocr", quota="ocr_submit"),
    f"{_OCR}.TextRecognitionAsyncService/GetRecognition": Route(
        "ocr", repeatable=True, quota="ocr_result"
    ),
    f"{_STT}.Recognizer/RecognizeStreaming": Route("stt", quota="stt_stream"),
    f"{_STT}.AsyncRecognizer/RecognizeFile": Route("stt", quota="stt_submit"),
    f"{_STT}.AsyncRecognizer/GetRecognition": Route("stt", repeatable=True),
    f"{_STT}.AsyncRecognizer/DeleteRecognition": Route("stt", repeatable=True),
    "/yandex.cloud.ai.stt.v2.SttService/StreamingRecognize": Route("stt", quota="stt_stream"),
    "/yandex.cloud.ai.stt.v2.SttService/LongRunningRecognize": Route(
        "transcribe", quota="stt_submit"
    ),
    "/yandex.cloud.ai.vision.v1.VisionService/BatchAnalyze": Route("vision", repeatable=True),
    "/yandex.cloud.operation.OperationService/Get": Route("operation", repeatable=True),
    "/yandex.cloud.operation.OperationService/Cancel": Route("operation", repeatable=True),
    "/yandex.cloud.iam.v1.IamTokenService/Create": Route("iam", repeatable=True, open=True),
    "/yandex.cloud.iam.v1.IamTokenService/CreateForServiceAccount": Route("iam", repeatable=True),
    "/yandex.cloud.iam.v1.IamTokenService/Revoke": Route("iam", repeatable=True),
    "/yandex.cloud.endpoint.ApiEndpointService/Get": Route("endpoint", repeatable=True, open=True),
    "/yandex.cloud.endpoint.ApiEndpointService/List": Route("endpoint", repeatable=True, open=True),
}


OPEN = frozenset(path for path, found in ROUTES.items() if found.open)
"""The methods that are called without credentials."""


def route(path: str) -> Route:
    """Return where a method is served.

    Raises:
        ConfigurationError: The method is of none of the services that this client knows.
    """
    try:
        return ROUTES[path]
    except KeyError:
        raise ConfigurationError(
            f"{path} is not a method of the OCR, speech, vision, operation, IAM or endpoint services"
        ) from None


class Method(NamedTuple, Generic[Request, Response]):
    """A method that the facade calls, with the classes of its messages."""

    kind: Literal["unary_unary", "unary_stream", "stream_unary", "stream_stream"]
    path: str
    request: type[Request]
    response: type[Response]

    def on(self, channel: Any) -> Any:
        """Return the callable of this method on a channel of either colour."""
        return multicallable(channel, self.kind, self.path, self.request, self.response)


# gRPC itself retries, in both colours alike: a call that got no answer at all is sent again, a stream
# only before its first message. Figures: four attempts within some two seconds, which rides out a
# restart behind a balancer; a budget that stops retries once more than a few in a hundred calls fail.
_RETRY = {
    "maxAttempts": 4,
    "initialBackoff": "0.1s",
    "maxBackoff": "2s",
    "backoffMultiplier": 3,
    "retryableStatusCodes": ["UNAVAILABLE"],
}


def service_config() -> str:
    """Return gRPC's service config: retries for the methods that are safe to repeat, and no other.

    Source: "Service Config in gRPC" and "gRPC Retry Design" (A6) of the gRPC documentation.
    """
    import json  # late, for a quick import of this package

    names = [
        dict(zip(("service", "method"), path[1:].split("/"), strict=True))
        for path, found in ROUTES.items()
        if found.repeatable
    ]
    return json.dumps(
        {
            "methodConfig": [{"name": names, "retryPolicy": _RETRY}],
            "retryThrottling": {"maxTokens": 100, "tokenRatio": 0.1},
        }
    )
