"""Every number that the emulator keeps, with the documented value as its default."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The service's limits and the emulator's own, all of them settings.

    Attributes:
        ocr_bytes: largest file, in bytes. Documented as 10 MB.
        ocr_pixels: largest image, width times height. Documented as 20 megapixels.
        ocr_pages: most pages of a PDF that is recognized while the caller waits. Documented as 1.
        ocr_async_pages: most pages of a PDF that is recognized in the background. Documented as 200.
        pdf_dpi: pixels per inch that PDF pages are rendered with; fewer where a page would exceed
            ``ocr_pixels``. The emulator's own.
        token_lifetime: of an IAM token, in seconds. Documented as 12 hours at most.
        jwt_lifetime: longest time from a JWT's ``iat`` to its ``exp``, in seconds. Documented as one
            hour.
        jwt_leeway: how far in the future ``iat`` may be, in seconds. The emulator's own.
        readers: pages that are read at the same time; further ones wait. The emulator's own.
        message_bytes: largest message that the server takes in, so that what is a little too big
            gets an answer that says so instead of a transport error. The emulator's own.
        reported_calls: how many of the last calls a report holds. The emulator's own.
    """

    ocr_bytes: int = 10 * 1024 * 1024
    ocr_pixels: int = 20_000_000
    ocr_pages: int = 1
    ocr_async_pages: int = 200
    pdf_dpi: int = 200
    token_lifetime: float = 12 * 60 * 60
    jwt_lifetime: float = 60 * 60
    jwt_leeway: float = 60
    readers: int = 2
    message_bytes: int = 128 * 1024 * 1024
    reported_calls: int = 1000
