"""What comes of the analysis of a batch of images."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Self

import grpc
from google.protobuf.message import Message

from ycgrpc import errors
from ycgrpc.types.rest import json_object

if TYPE_CHECKING:
    from ycgrpc_pb.google.rpc.status_pb2 import Status
    from ycgrpc_pb.yandex.cloud.ai.vision.v1.text_detection_pb2 import Page
    from ycgrpc_pb.yandex.cloud.ai.vision.v1.vision_service_pb2 import AnalyzeResult, FeatureResult

_CODES: dict[int, grpc.StatusCode] = {code.value[0]: code for code in grpc.StatusCode}


@dataclass(frozen=True, slots=True)
class ServiceError:
    """Why the service could not do a part of what it was asked for.

    Attributes:
        code: The gRPC status code.
        message: The text that came with it.
        details: Messages of ``google.protobuf.Any``, as they came.
    """

    code: grpc.StatusCode
    message: str
    details: tuple[Message, ...] = ()

    def exception(self) -> errors.RpcError:
        """Return it as an exception, of the subclass that fits the code."""
        name = self.code.name.title().replace("_", "")
        return getattr(errors, name, errors.RpcError)(self.code, self.message, self.details)


def _failure(message: AnalyzeResult | FeatureResult) -> ServiceError | None:
    if not message.HasField("error") or not message.error.code:
        return None
    status: Status = message.error
    code = _CODES.get(status.code, grpc.StatusCode.UNKNOWN)
    return ServiceError(code, status.message, tuple(status.details))


class FeatureAnalysis:
    """What came of one thing that was looked for in an image.

    Attributes:
        message: The message as it came.
        error: Why nothing came of it, or ``None``.
    """

    def __init__(self, message: FeatureResult) -> None:
        self.message = message
        self.error = _failure(message)

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages as ``Page`` messages; coordinates are pixels."""
        return tuple(self.message.text_detection.pages)

    @property
    def text(self) -> str:
        """The text of all pages, a line of the image to a line."""
        return "\n".join(
            " ".join(word.text for word in line.words)
            for page in self.pages
            for block in page.blocks
            for line in block.lines
        )


class ImageAnalysis:
    """What came of one image of a batch.

    An image may fail as a whole (``error``), or single things that were looked for in it may, while
    others succeed (``results[i].error``).

    Attributes:
        message: The message as it came.
        error: Why nothing came of the image, or ``None``.
    """

    def __init__(self, message: AnalyzeResult) -> None:
        self.message = message
        self.error = _failure(message)

    @cached_property
    def results(self) -> tuple[FeatureAnalysis, ...]:
        """What came of each thing that was looked for, in the order of the request."""
        return tuple(FeatureAnalysis(result) for result in self.message.results)

    @property
    def pages(self) -> tuple[Page, ...]:
        """The recognized pages as ``Page`` messages; just one for a JPEG or a PNG."""
        return tuple(page for result in self.results for page in result.pages)

    @property
    def text(self) -> str:
        """The recognized text, a line of the image to a line; empty where there is an error."""
        return "\n".join(result.text for result in self.results if result.pages)

    def raise_for_error(self) -> Self:
        """Return this, if neither the image nor anything that was looked for in it failed.

        Raises:
            RpcError: What failed first; a subclass for each code.
        """
        for error in (self.error, *(result.error for result in self.results)):
            if error:
                raise error.exception()
        return self

    def to_json(self) -> str:
        """Return the JSON of this image's part of what the REST API answers."""
        return json_object(self.message)

    def __repr__(self) -> str:
        if self.error:
            return f"<ImageAnalysis: {self.error.code.name}>"
        failed = sum(1 for result in self.results if result.error)
        return f"<ImageAnalysis of {len(self.pages)} page(s), {failed} error(s)>"
