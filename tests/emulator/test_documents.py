from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import PIL.Image
import pytest
from PIL.Image import Exif, Image

from ycgrpc.emulator.documents import MIME_TYPES, BadDocument, opened
from ycgrpc.emulator.limits import Limits

ORIENTATION = 0x0112
QUARTER_TURN = 6


def encoded(image: Image, kind: str, exif: Exif | None = None) -> bytes:
    file = BytesIO()
    image.save(file, kind, exif=exif or Exif())
    return file.getvalue()


def marked() -> Image:
    """White, with a black upper left corner."""
    image = PIL.Image.new("RGB", (80, 40), "white")
    image.paste("black", (0, 0, 20, 20))
    return image


FILES = {
    "JPEG": encoded(marked(), "JPEG"),
    "PNG": encoded(marked(), "PNG"),
}


@pytest.mark.parametrize("spelling", [*MIME_TYPES, "JPEG", "PNG", "PDF", "Image/JPEG"])
def test_every_spelling_of_a_format_is_understood(spelling: str, samples: Path) -> None:
    expected = MIME_TYPES[spelling.lower()] or "PNG"
    content = FILES[expected] if expected in FILES else (samples / "letter.pdf").read_bytes()
    assert opened(content, spelling, Limits(), most_pages=1).format == expected


def test_the_orientation_tag_turns_the_image() -> None:
    exif = Exif()
    exif[ORIENTATION] = QUARTER_TURN
    turned = encoded(marked().rotate(90, expand=True), "JPEG", exif=exif)
    page = opened(turned, "JPEG", Limits(), most_pages=1).page(0)
    assert page.size == (80, 40)
    corner = page.getpixel((5, 5))
    assert isinstance(corner, tuple)
    assert max(corner) < 64


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "I;16"])
def test_every_kind_of_png_becomes_rgb(mode: str) -> None:
    image = PIL.Image.new("L", (10, 10), 255)
    image = PIL.Image.new(mode, (10, 10), 65535) if mode == "I;16" else image.convert(mode)
    page = opened(encoded(image, "PNG"), "PNG", Limits(), most_pages=1).page(0)
    assert page.mode == "RGB"
    assert page.getpixel((5, 5)) == (255, 255, 255)


def test_transparent_is_white() -> None:
    image = encoded(PIL.Image.new("RGBA", (10, 10), (0, 0, 0, 0)), "PNG")
    assert opened(image, "", Limits(), most_pages=1).page(0).getpixel((5, 5)) == (255, 255, 255)


def test_pdf_pages_are_rendered_at_the_given_resolution(samples: Path) -> None:
    content = (samples / "two-pages.pdf").read_bytes()
    document = opened(content, "", Limits(pdf_dpi=72), most_pages=2)
    assert document.pages == 2
    assert document.page(1).size == (595, 842)


def test_large_pdf_pages_are_rendered_within_the_pixel_limit(samples: Path) -> None:
    content = (samples / "letter.pdf").read_bytes()
    width, height = opened(content, "", Limits(ocr_pixels=10_000), most_pages=1).page(0).size
    assert 9_000 < width * height < 11_000


def bomb() -> bytes:
    """A PNG of a few bytes whose header promises 4 billion pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", 65_535, 65_535, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


LOCKED = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>"
    b"endobj\ntrailer<</Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4"
    b"/O<" + b"11" * 32 + b">/U<" + b"22" * 32 + b">>>>>\n%%EOF\n"
)


@pytest.mark.parametrize(
    ("content", "mime_type", "field", "reason"),
    [
        (b"", "JPEG", "content", "the file is empty"),
        (FILES["PNG"], "image/webp", "mime_type", "expected JPEG, PNG or PDF"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "", "content", "the file is not a JPEG, PNG or PDF"),
        (b"plain text", "JPEG", "content", "the file is not a JPEG, PNG or PDF"),
        (FILES["PNG"], "JPEG", "content", "the file is a PNG, but mime_type says JPEG"),
        (b"x" * 2001, "", "content", "the file has 2001 bytes, at most 2000 are allowed"),
        (FILES["PNG"][:20], "PNG", "content", "the image is damaged"),
        (FILES["JPEG"][:40], "JPEG", "content", "the image is damaged"),
        (bomb(), "", "content", "the image has more than the 5000 pixels that are allowed"),
        (b"%PDF-1.7 and nothing else", "", "content", "the PDF is damaged or cut off"),
        (LOCKED, "PDF", "content", "the PDF asks for a password"),
    ],
)
def test_what_cannot_be_read_is_refused(
    content: bytes, mime_type: str, field: str, reason: str
) -> None:
    limits = Limits(ocr_bytes=2000, ocr_pixels=5000)
    with pytest.raises(BadDocument) as refused:
        opened(content, mime_type, limits, most_pages=1)
    assert (refused.value.field, refused.value.reason) == (field, reason)


def test_too_many_pixels_are_refused_with_their_number() -> None:
    with pytest.raises(BadDocument, match="has 80 x 40 pixels, at most 3199 are allowed"):
        opened(FILES["JPEG"], "", Limits(ocr_pixels=3199), most_pages=1)


def test_too_many_pages_are_refused_with_their_number(samples: Path) -> None:
    content = (samples / "two-pages.pdf").read_bytes()
    with pytest.raises(BadDocument, match="has 2 pages, at most 1 are allowed"):
        opened(content, "", Limits(), most_pages=1)


def test_an_image_that_is_cut_off_is_refused_when_it_is_decoded() -> None:
    document = opened(FILES["JPEG"][:-60], "", Limits(), most_pages=1)
    with pytest.raises(BadDocument, match="the image is damaged or cut off"):
        document.page(0)
