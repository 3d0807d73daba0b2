"""What a file is, told from its first bytes and its structure, without decoding it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from ycgrpc.errors import InvalidRequest, Violation

# What people send that the service does not read, to name it in the error.
_FOREIGN = (
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "a WEBP image"),
    (re.compile(rb"GIF8[79]a"), "a GIF image"),
    (re.compile(rb"BM.{8}", re.DOTALL), "a BMP image"),
    (re.compile(rb"II\*\0|MM\0\*"), "a TIFF image"),
    (re.compile(rb"....ftyp(?:heic|heix|mif1)", re.DOTALL), "a HEIC image"),
    (re.compile(rb"....ftypavif", re.DOTALL), "an AVIF image"),
    (re.compile(rb"PK\x03\x04"), "a ZIP archive or an office document"),
)


class Document(NamedTuple):
    """What is known of a file before anybody decodes it.

    Attributes:
        mime_type: ``JPEG``, ``PNG`` or ``PDF``: the spellings of the service's interface definition.
        pixels: Width times height of an image; ``None`` for a PDF.
        pages: Pages of a PDF, 1 for an image; ``None`` where the structure does not say it plainly.
    """

    mime_type: str
    pixels: int | None
    pages: int | None


def mime_type(content: bytes) -> str:
    """Return the format of a file: ``JPEG``, ``PNG`` or ``PDF``.

    Raises:
        InvalidRequest: It is none of them.
    """
    if content.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if b"%PDF-" in content[:1024]:  # readers take up to 1,024 bytes of anything before it
        return "PDF"
    foreign = next((name for head, name in _FOREIGN if head.match(content)), "something else")
    raise _refused("must be a JPEG, PNG or PDF file", f"{foreign} of {len(content):,} bytes")


def inspect(content: bytes) -> Document:
    """Return what a file is.

    Raises:
        InvalidRequest: It is neither a JPEG, a PNG nor a PDF, or its header is cut off.
    """
    kind = mime_type(content)
    if kind == "PDF":
        return Document(kind, None, _pdf_pages(content))
    return Document(kind, _jpeg_pixels(content) if kind == "JPEG" else _png_pixels(content), 1)


def _refused(rule: str, found: str) -> InvalidRequest:
    return InvalidRequest([Violation("source", rule, found)])


def _cut_off(kind: str, content: bytes) -> InvalidRequest:
    return _refused(
        f"must be a whole {kind} file", f"{len(content):,} bytes that end in the header"
    )


def _png_pixels(content: bytes) -> int:
    # The IHDR chunk comes first: width and height as 32-bit integers (RFC 2083, section 4.1.1).
    if len(content) < 24 or content[12:16] != b"IHDR":
        raise _cut_off("PNG", content)
    return int.from_bytes(content[16:20]) * int.from_bytes(content[20:24])


def _jpeg_pixels(content: bytes) -> int:
    # Marker segments, each with its length, up to the first start of frame (ITU-T T.81, annex B).
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
        elif marker == 0x01 or 0xD0 <= marker <= 0xD8:  # markers that stand alone
            at += 2
        elif 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(content[at + 5 : at + 7]) * int.from_bytes(
                content[at + 7 : at + 9]
            )
        else:
            at += 2 + int.from_bytes(content[at + 2 : at + 4])
    raise _cut_off("JPEG", content)


_PAGE_TREE = re.compile(rb"/Type\s*/Pages\b")
_COUNT = re.compile(rb"/Count\s+(\d{1,9})\b(?!\s+\d+\s+R\b)")
_OBJECT_STREAM = re.compile(rb"/Type\s*/ObjStm\b.{0,512}?stream\r?\n", re.DOTALL)
# Bounds on the work for one file, whoever wrote it: bytes unpacked, trees looked at, bytes of each.
_INFLATED_MAXIMUM = 16 << 20
_TREES_MAXIMUM = 200
_TREE_MAXIMUM = 128 << 10


def _pdf_pages(content: bytes) -> int | None:
    """Return the number of pages where every root of a page tree in the file says the same.

    A file may hold several roots, of older revisions or of files inside it: only what they agree on is
    sure. Source: ISO 32000-1, sections 7.5.7 (object streams) and 7.7.3 (page tree).
    """
    trees = (
        (text, found.start())
        for text in _object_texts(content)
        for found in _PAGE_TREE.finditer(text)
    )
    counts: set[int] = set()
    for number, (text, at) in enumerate(trees):
        counts.update(_root_counts(text, at))
        if len(counts) > 1 or number == _TREES_MAXIMUM:
            return None
    return counts.pop() if counts else None


def _object_texts(content: bytes) -> Iterator[bytes]:
    yield content
    left = _INFLATED_MAXIMUM
    for found in _OBJECT_STREAM.finditer(content):
        packed = content[found.end() : content.find(b"endstream", found.end())]
        try:
            text = zlib.decompressobj().decompress(packed, left)
        except zlib.error:
            continue  # encrypted, or packed in another way: the service will see
        yield text
        left -= len(text)
        if left <= 0:
            return


def _root_counts(text: bytes, at: int) -> Iterator[int]:
    start = _opening(text, at)
    dictionary = text[start : _closing(text, start)]
    count = _COUNT.search(dictionary)
    if count and b"/Parent" not in dictionary:
        yield int(count[1])


_BRACKETS = re.compile(rb"<<|>>")


def _opening(text: bytes, at: int) -> int:
    """Return where the dictionary around a place begins."""
    depth = 0
    for bracket in reversed(list(_BRACKETS.finditer(text, max(0, at - 4096), at))):
        depth += 1 if bracket[0] == b"<<" else -1
        if depth == 1:
            return bracket.start()
    return at


def _closing(text: bytes, start: int) -> int:
    """Return where the dictionary that begins at a place ends."""
    depth, end = 0, min(len(text), start + _TREE_MAXIMUM)
    for bracket in _BRACKETS.finditer(text, start, end):
        depth += 1 if bracket[0] == b"<<" else -1
        if depth == 0:
            return bracket.end()
    return end
