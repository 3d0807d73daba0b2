"""Files small enough to read: headers of images, and PDFs as different programs write them."""

from __future__ import annotations

import struct
import zlib


def png(width: int = 640, height: int = 480) -> bytes:
    """A PNG up to the end of its first chunk, which says how large the image is."""
    chunk = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    )


def jpeg_segment(marker: int, body: bytes) -> bytes:
    """A JPEG marker with its length and what it holds."""
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def jpeg(width: int = 640, height: int = 480, *, before: bytes = b"", frame: int = 0xC0) -> bytes:
    """A JPEG up to its frame header, which says how large the image is.

    Args:
        width: Pixels.
        height: Pixels.
        before: Segments that stand before the frame header.
        frame: Which kind of frame: 0xC0 baseline, 0xC2 progressive.
    """
    head = b"\xff\xd8" + jpeg_segment(0xE0, b"JFIF\0" + bytes(9)) + before
    return head + jpeg_segment(frame, struct.pack(">BHHB", 8, height, width, 1) + b"\1\x11\0")


def pdf_tree(pages: int, *, root: int = 2) -> bytes:
    """The page tree of a PDF, as plain objects: one root, and leaves that name it as parent."""
    kids = " ".join(f"{root + 1 + page} 0 R" for page in range(pages))
    leaves = "".join(
        f"{root + 1 + page} 0 obj\n<< /Type /Page /Parent {root} 0 R >>\nendobj\n"
        for page in range(pages)
    )
    tree = f"{root} 0 obj\n<< /Type /Pages /Kids [{kids}] /Count {pages} >>\nendobj\n{leaves}"
    return tree.encode()


def pdf(pages: int = 1) -> bytes:
    """A PDF of empty pages, its objects in plain sight."""
    catalog = b"1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    return b"%PDF-1.4\n" + catalog + pdf_tree(pages) + b"trailer\n<< /Root 1 0 R >>\n%%EOF\n"


def object_stream(objects: bytes) -> bytes:
    """Objects packed into a compressed stream, as PDF writers do since version 1.5."""
    packed = zlib.compress(objects)
    head = (
        f"9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length {len(packed)} >>\n"
    )
    return head.encode() + b"stream\n" + packed + b"\nendstream\nendobj\n"


def compressed_pdf(pages: int = 1) -> bytes:
    """A PDF whose page tree is in a compressed object stream."""
    tree = f"<< /Type /Pages /Count {pages} /Kids [4 0 R] >>".encode()
    return b"%PDF-1.5\n" + object_stream(tree) + b"%%EOF\n"
