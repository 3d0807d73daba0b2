"""Files that are sent for recognition: their format, their limits, and their pages as images."""

from __future__ import annotations

import math
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from io import BytesIO
from threading import Lock
from typing import Any, Literal

import PIL.Image
import PIL.ImageOps
from PIL.Image import Image

from ycgrpc.emulator.limits import Limits

Format = Literal["JPEG", "PNG", "PDF"]

# Upper and lower case are alike; "image" is what the service assumes when nothing is said.
MIME_TYPES: dict[str, Format | None] = {
    "": None,
    "image": None,
    "jpeg": "JPEG",
    "jpg": "JPEG",
    "image/jpeg": "JPEG",
    "image/jpg": "JPEG",
    "png": "PNG",
    "image/png": "PNG",
    "pdf": "PDF",
    "application/pdf": "PDF",
}
"""Spellings of the formats; ``None`` where the content decides."""

PDF_HEADER_WITHIN = 1024
"""PDF readers accept the header anywhere in the first bytes, in this many."""

_PDFIUM = Lock()  # PDFium is not thread-safe, not even between documents


class BadDocument(Exception):
    """The file cannot be recognized.

    Attributes:
        field: of the request, ``content`` or ``mime_type``.
        reason: what is wrong with it, without its content.
    """

    def __init__(self, reason: str, *, field: str = "content") -> None:
        super().__init__(reason)
        self.field = field
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was found to be within the limits; images are not decoded yet."""

    content: bytes
    format: Format
    pages: int
    limits: Limits

    def page(self, number: int) -> Image:
        """Page ``number``, from 0, as an upright RGB image.

        Raises:
            BadDocument: the file is damaged.
        """
        if self.format == "PDF":
            return _pdf_page(self.content, number, self.limits)
        return _image(self.content)


def opened(content: bytes, mime_type: str, limits: Limits, *, most_pages: int) -> Document:
    """The file, when it is what it claims to be and within the limits.

    Args:
        content: the file.
        mime_type: one of ``MIME_TYPES``, in upper or lower case.
        limits: largest bytes and pixels.
        most_pages: of a PDF.

    Raises:
        BadDocument: the file is empty, too big, damaged, of an unknown format or not of the format
            that ``mime_type`` names.
    """
    try:
        expected = MIME_TYPES[mime_type.lower()]
    except KeyError:
        raise BadDocument("expected JPEG, PNG or PDF", field="mime_type") from None
    if not content:
        raise BadDocument("the file is empty")
    if len(content) > limits.ocr_bytes:
        raise BadDocument(
            f"the file has {len(content)} bytes, at most {limits.ocr_bytes} are allowed"
        )
    found = _format(content)
    if found is None:
        raise BadDocument("the file is not a JPEG, PNG or PDF")
    if expected not in (None, found):
        raise BadDocument(f"the file is a {found}, but mime_type says {expected}")
    pages = _pdf_pages(content) if found == "PDF" else _checked_image(content, limits)
    if pages > most_pages:
        raise BadDocument(f"the PDF has {pages} pages, at most {most_pages} are allowed")
    return Document(content, found, pages, limits)


def _format(content: bytes) -> Format | None:
    if content.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if b"%PDF-" in content[:PDF_HEADER_WITHIN]:
        return "PDF"
    return None


def _checked_image(content: bytes, limits: Limits) -> int:
    """One page, if the header says that the image is small enough to decode."""
    try:
        with PIL.Image.open(BytesIO(content), formats=("JPEG", "PNG")) as image:
            width, height = image.size
    except (PIL.Image.DecompressionBombError, PIL.Image.DecompressionBombWarning):
        raise BadDocument(
            f"the image has more than the {limits.ocr_pixels} pixels that are allowed"
        ) from None
    except Exception as error:  # Pillow's decoders raise nearly anything on damaged files
        raise BadDocument("the image is damaged") from error
    if width * height > limits.ocr_pixels:
        raise BadDocument(
            f"the image has {width} x {height} pixels, at most {limits.ocr_pixels} are allowed"
        )
    return 1


def _image(content: bytes) -> Image:
    try:
        with PIL.Image.open(BytesIO(content), formats=("JPEG", "PNG")) as image:
            return _rgb(PIL.ImageOps.exif_transpose(image))
    except Exception as error:  # see above
        raise BadDocument("the image is damaged or cut off") from error


def _rgb(image: Image) -> Image:
    if image.mode.startswith("I;16"):  # Pillow would clip 16 bits instead of scaling them
        return image.point(lambda value: value / 256, "L").convert("RGB")
    if image.has_transparency_data:
        white = PIL.Image.new("RGBA", image.size, "white")
        return PIL.Image.alpha_composite(white, image.convert("RGBA")).convert("RGB")
    return image.convert("RGB")


def _pdf_pages(content: bytes) -> int:
    with _PDFIUM:
        try:
            with closing(_pdfium().PdfDocument(content)) as document:
                pages = len(document)
        except _pdfium().PdfiumError as error:
            why = "asks for a password" if "password" in str(error) else "is damaged or cut off"
            raise BadDocument(f"the PDF {why}") from error
    if not pages:
        raise BadDocument("the PDF has no pages")
    return pages


def _pdf_page(content: bytes, number: int, limits: Limits) -> Image:
    with _PDFIUM:
        try:
            with closing(_pdfium().PdfDocument(content)) as document:
                page = document[number]
                width, height = page.get_size()  # in points, 72 to an inch
                largest = math.sqrt(limits.ocr_pixels / (width * height))
                image: Image = page.render(scale=min(limits.pdf_dpi / 72, largest)).to_pil()
                return image.convert("RGB")
        except _pdfium().PdfiumError as error:
            raise BadDocument(f"page {number} of the PDF is damaged") from error


@cache
def _pdfium() -> Any:
    return import_module("pypdfium2")  # loaded by the first PDF; it has no types
