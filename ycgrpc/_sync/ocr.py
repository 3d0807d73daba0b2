"""Text recognition of the blocking client: ``client.ocr``."""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence

from google.protobuf.message import Message
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2 import RecognizeTextRequest

from ycgrpc._core import ocr
from ycgrpc._core.calls import OnUnknown, submit
from ycgrpc._core.sources import Source
from ycgrpc._core.streams import streamed
from ycgrpc._sync.driver import Driver
from ycgrpc._sync.operations import Operation
from ycgrpc.types import Recognition


class Ocr:
    """Text recognition: ``client.ocr``."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def recognize(
        self,
        source: Source,
        *,
        languages: Sequence[str] = ("*",),
        model: str = "page",
        mime_type: str | None = None,
        timeout: float | None = None,
    ) -> Recognition:
        """Return the text of a JPEG, a PNG or a PDF of one page.

        Args:
            source: A path, the bytes themselves, or a binary file; at most 10 MB and 20 megapixels.
            languages: ISO 639-1 codes, such as ``["ru", "en"]``; ``["*"]`` detects the language.
            model: ``page``, ``page-column-sort``, ``handwritten``, ``table``, ``markdown``,
                ``math-markdown``, or the name of a document template.
            mime_type: The format as the service is told it; by default found from the content.
            timeout: Seconds; by default the client's.

        Raises:
            InvalidRequest: The source cannot be read, or breaks a documented limit.
            RpcError: The service refused, or did not answer; a subclass for each code.
        """
        request = self._driver.run(ocr.request_of(source, languages, model, mime_type))
        return self.call(request, timeout=timeout)

    def recognize_pages(
        self,
        source: Source,
        *,
        languages: Sequence[str] = ("*",),
        model: str = "page",
        mime_type: str | None = None,
        timeout: float | None = None,
    ) -> Generator[Recognition, None, None]:
        """Yield the pages one by one as they arrive, each as a ``Recognition`` of its own.

        Takes the arguments of ``recognize``, and raises what it does. The timeout includes the time that
        the caller spends between the pages. Whoever stops early cancels the rest of the call.
        """
        request = self._driver.run(ocr.request_of(source, languages, model, mime_type))
        prepared, seconds = self._prepared(request, timeout)
        for page in self._driver.stream(streamed(ocr.RECOGNIZE, prepared, seconds)):
            yield Recognition([page])

    def submit(
        self,
        source: Source,
        *,
        languages: Sequence[str] = ("*",),
        model: str = "page",
        mime_type: str | None = None,
        on_unknown: OnUnknown = "raise",
        timeout: float | None = None,
    ) -> Operation[Recognition]:
        """Return the operation that recognizes a JPEG, a PNG or a PDF of up to 200 pages.

        Its ``result`` is the ``Recognition``, which the service keeps for 3 days.

        Args:
            source: A path, the bytes themselves, or a binary file; at most 10 MB and 20 megapixels.
            languages: ISO 639-1 codes, such as ``["ru", "en"]``; ``["*"]`` detects the language.
            model: ``page``, ``page-column-sort``, ``handwritten``, ``table``, ``markdown``,
                ``math-markdown``, or the name of a document template.
            mime_type: The format as the service is told it; by default found from the content.
            on_unknown: ``raise`` where the service may have accepted the work although the call
                failed; ``resubmit`` where paying twice is better than a loss.
            timeout: Seconds for submitting; by default the client's.

        Raises:
            InvalidRequest: The source cannot be read, or breaks a documented limit.
            OutcomeUnknown: The call failed, and the work may have begun all the same.
            RpcError: The service refused; a subclass for each code.
        """
        request = self._driver.run(ocr.request_of(source, languages, model, mime_type))
        settings = self._driver.settings
        prepared = ocr.checked(request, settings.validate, ocr.SUBMITTED_PAGES_MAXIMUM)
        seconds = settings.seconds(timeout)
        message = self._driver.run(submit(ocr.SUBMIT, prepared, seconds, on_unknown))
        return Operation(message, ocr.KIND, self._driver, time.monotonic())

    def get_recognition(self, operation_id: str, *, timeout: float | None = None) -> Recognition:
        """Return the result of an operation that is done.

        Args:
            operation_id: The ``id`` of what ``submit`` returned.
            timeout: Seconds; by default the client's.

        Raises:
            NotFound: It is not ready yet, or no longer kept, or there is no such operation.
            RpcError: The service refused, or did not answer; a subclass for each code.
        """
        seconds = self._driver.settings.seconds(timeout)
        return self._driver.run(ocr.recognition(operation_id, seconds))

    def get_recognition_pages(
        self, operation_id: str, *, timeout: float | None = None
    ) -> Generator[Recognition, None, None]:
        """Yield the pages of a result as they arrive, each once, also when the connection breaks.

        Takes the arguments of ``get_recognition``, and raises what it does. The timeout does not include
        the time that the caller spends between the pages. Whoever stops early cancels the rest of the
        call.
        """
        seconds = self._driver.settings.seconds(timeout)
        for page in self._driver.stream(ocr.pages(operation_id, seconds)):
            yield Recognition([page])

    def call(self, request: Message, *, timeout: float | None = None) -> Recognition:
        """Return what comes of a ready ``RecognizeTextRequest``, ours or of other stubs.

        Raises:
            InvalidRequest: It breaks a rule of the interface, or is of another type.
            RpcError: The service refused, or did not answer; a subclass for each code.
        """
        return self._driver.run(ocr.recognize(*self._prepared(request, timeout)))

    def _prepared(
        self, request: Message, timeout: float | None
    ) -> tuple[RecognizeTextRequest, float]:
        settings = self._driver.settings
        return ocr.checked(request, settings.validate), settings.seconds(timeout)
