"""Analysis of images in batches, of the blocking client: ``client.vision``."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence

from ycgrpc._core import vision
from ycgrpc._core.sources import Source
from ycgrpc._sync.driver import Driver
from ycgrpc.types import ImageAnalysis


class Vision:
    """The older API of text recognition, for many small images: ``client.vision``."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def batch_analyze(
        self,
        sources: Iterable[Source],
        *,
        languages: Sequence[str] = ("*",),
        model: str | None = None,
        mime_type: str | None = None,
        timeout: float | None = None,
    ) -> Generator[ImageAnalysis, None, None]:
        """Yield what comes of each image, in the order of the sources; 8 are sent at a time.

        An image that fails, or a thing looked for in it, does not stop the others: see ``error`` of each
        analysis and of its ``results``.

        Args:
            sources: Paths, bytes or binary files; JPEG or PNG, at most 10 MB and 20 megapixels each.
                The older documentation speaks of 1 MB.
            languages: 1 to 8 ISO 639-1 codes, such as ``["ru", "en"]``; ``["*"]`` detects the language.
            model: ``page`` or ``line``; by default the service's choice.
            mime_type: The format as the service is told it; by default it looks itself.
            timeout: Seconds for each batch; by default the client's.

        Raises:
            InvalidRequest: A source cannot be read, or breaks a rule or a limit; its batch was not sent.
            RpcError: A batch failed as a whole; a subclass for each code.
        """
        settings = self._driver.settings
        flow = vision.analyses(
            sources,
            languages,
            model,
            mime_type,
            folder_id=settings.folder_id,
            validate=settings.validate,
            timeout=settings.seconds(timeout),
        )
        yield from self._driver.stream(flow)
