"""What is known of a file from its header: format, pixels, pages. Nothing is decoded."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2 import RecognizeTextRequest

from tests import files
from ycgrpc._core.documents import Document, inspect, mime_type
from ycgrpc._core.ocr import checked
from ycgrpc.errors import InvalidRequest

SIDES = st.integers(0, 65535)
WHOLE = {
    "PNG": files.png(),
    "JPEG": files.jpeg(),
    "PDF": files.pdf(3),
    "compressed PDF": files.compressed_pdf(3),
}


def pictured(kind: str, **options: object) -> bytes:
    """A picture of 30 by 20 pixels, as a real encoder writes it."""
    file = io.BytesIO()
    Image.new("RGB", (30, 20), "white").save(file, kind, **options)
    return file.getvalue()


def exif() -> bytes:
    """EXIF that says the picture lies on its side."""
    tags = Image.Exif()
    tags[0x0112] = 6
    return tags.tobytes()


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("PNG", {}),
        ("PNG", {"optimize": True}),
        ("JPEG", {}),
        ("JPEG", {"progressive": True}),
        ("JPEG", {"exif": exif()}),
        ("JPEG", {"icc_profile": bytes(200_000)}),
        ("JPEG", {"comment": b"\xff\xc0\0\x11 is no frame in a comment"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "-".join(value),
)
def test_pictures_of_a_real_encoder(kind: str, options: dict[str, object]) -> None:
    assert inspect(pictured(kind, **options)) == Document(kind, 600, 1)


@given(SIDES, SIDES)
def test_sizes_of_pictures(width: int, height: int) -> None:
    assert inspect(files.png(width, height)).pixels == width * height
    assert inspect(files.jpeg(width, height)).pixels == width * height


@pytest.mark.parametrize("frame", [*range(0xC0, 0xC4), *range(0xC5, 0xC8), 0xC9, 0xCA, 0xCB])
def test_kinds_of_jpeg_frames(frame: int) -> None:
    assert inspect(files.jpeg(30, 20, frame=frame)).pixels == 600


@pytest.mark.parametrize("marker", [0xC4, 0xC8, 0xCC, 0xDB, 0xDD, 0xE1, 0xED, 0xFE])
def test_segments_that_are_no_frame(marker: int) -> None:
    before = files.jpeg_segment(marker, bytes(100))
    assert inspect(files.jpeg(30, 20, before=before)).pixels == 600


@pytest.mark.parametrize("before", [b"\xff\xff\xff", b"\xff\x01", b"\xff\xd0"], ids=repr)
def test_fill_bytes_and_markers_that_stand_alone(before: bytes) -> None:
    assert inspect(files.jpeg(30, 20, before=before)).pixels == 600


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_cut_off_in_its_header(kind: str) -> None:
    """At every length: refused, until the size is there."""
    whole = WHOLE[kind]
    known = [length for length in range(len(whole) + 1) if _known(whole[:length])]
    assert known == list(range(known[0], len(whole) + 1))
    assert len(whole) - 10 <= known[0] <= len(whole)


def _known(content: bytes) -> bool:
    try:
        inspect(content)
    except InvalidRequest:
        return False
    return True


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"RIFF\1\2\3\4WEBPVP8 ", "a WEBP image"),
        (b"GIF89a", "a GIF image"),
        (b"BM" + bytes(20), "a BMP image"),
        (b"II*\0", "a TIFF image"),
        (b"MM\0*", "a TIFF image"),
        (b"\0\0\0\x18ftypheic", "a HEIC image"),
        (b"\0\0\0\x18ftypavif", "an AVIF image"),
        (b"PK\3\4", "an office document"),
        (b"some text", "something else of 9 bytes"),
        (b"\xff\xd8", "something else"),
        (b"", "something else of 0 bytes"),
    ],
)
def test_other_files_are_named(content: bytes, name: str) -> None:
    with pytest.raises(InvalidRequest, match="must be a JPEG, PNG or PDF file") as refused:
        mime_type(content)
    assert name in str(refused.value)


@pytest.mark.parametrize("pages", [1, 2, 10])
@pytest.mark.parametrize("make", [files.pdf, files.compressed_pdf])
def test_pages_of_a_pdf(make: Callable[[int], bytes], pages: int) -> None:
    assert inspect(make(pages)) == Document("PDF", None, pages)


def test_a_pdf_after_other_bytes() -> None:
    assert inspect(b"\xef\xbb\xbf\r\n" + files.pdf(2)).pages == 2
    with pytest.raises(InvalidRequest):
        inspect(bytes(1024) + files.pdf(2))


@pytest.mark.parametrize(
    ("content", "pages"),
    [
        (files.pdf(2) + files.pdf_tree(2), 2),
        (files.pdf(2) + files.pdf_tree(3), None),
        (files.pdf(2) + files.object_stream(b"<< /Type /Pages /Count 3 >>"), None),
        (files.pdf(2) + files.object_stream(b"<< /Type /Font >>"), 2),
        (files.pdf(2) + b"<< /Type /ObjStm >>\nstream\nencrypted\nendstream", 2),
        (b"%PDF-1.4 << /Type /Pages /Count 5 0 R >>", None),
        (b"%PDF-1.4 << /Count 2 /Kids [ << /A << >> >> ] /Type/Pages >>", 2),
        (b"%PDF-1.4 << /Type /Pages /Parent 1 0 R /Count 2 >>", None),
        (b"%PDF-1.4 << /Type /Pages /Count -1 >>", None),
        (b"%PDF-1.4 << /Type /Pages /Count " + b"9" * 5000 + b" >>", None),
        (b"%PDF-1.4", None),
    ],
    ids=[
        "revisions agree",
        "revisions differ",
        "a revision in an object stream differs",
        "an object stream of something else",
        "an encrypted object stream",
        "the count is elsewhere",
        "the type comes last",
        "an inner node",
        "a negative count",
        "a count of 5,000 digits",
        "nothing",
    ],
)
def test_pages_are_known_only_where_all_agree(content: bytes, pages: int | None) -> None:
    assert inspect(content).pages == pages


@pytest.mark.parametrize(
    ("content", "pages"),
    [
        (files.object_stream(b"<< /Type /Font >>") * 80_000 + files.pdf_tree(4), 4),
        (files.object_stream(bytes(1_000_000)) * 8_000, None),
        (b"/Type/Pages " * 800_000, None),
        (b"<< " * 3_000_000 + b"/Type/Pages ", None),
        (b"/Type/Pages << " * 50_000, None),
        (b"/Type/ObjStm " * 50_000, None),
    ],
    ids=["streams", "bombs", "trees", "deep", "open", "heads"],
)
def test_pdfs_made_to_take_long(content: bytes, pages: int | None) -> None:
    """Without the bounds on the work, each of them takes minutes."""
    assert inspect(b"%PDF-1.5\n" + content).pages == pages


@pytest.mark.parametrize("kind", WHOLE)
@given(data=st.data())
def test_damaged_files(kind: str, data: st.DataObject) -> None:
    """Whatever the damage: a document, or a refusal."""
    content = bytearray(WHOLE[kind][: data.draw(st.integers(0, len(WHOLE[kind])))])
    for _ in range(data.draw(st.integers(0, 5)) if content else 0):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    _inspected(bytes(content))


@given(st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"%PDF-", b""]), st.binary())
@example(b"%PDF-", b"<< /Type /Pages /Count " + b"1" * 5000)
@example(b"%PDF-", b">> << /Type /Pages")
@example(b"%PDF-", b"/Type/ObjStm stream\n")
def test_any_bytes(head: bytes, rest: bytes) -> None:
    _inspected(head + rest)


def _inspected(content: bytes) -> None:
    try:
        document = inspect(content)
    except InvalidRequest:
        return
    assert document.mime_type in {"JPEG", "PNG", "PDF"}
    assert document.pixels is None or document.pixels >= 0
    assert document.pages is None or document.pages >= 0


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (files.png(5000, 4000), None),
        (files.png(5000, 4001), "content: at most 20,000,000 pixels, found 20,005,000"),
        (files.jpeg(5000, 4000), None),
        (files.jpeg(5000, 4001), "content: at most 20,000,000 pixels, found 20,005,000"),
        (files.png(0, 5), "content: must be an image with a width and a height, found 0 pixels"),
        (files.pdf(1), None),
        (
            files.pdf(2),
            "content: at most 1 page of a PDF in a synchronous call; split it, or submit it, found 2",
        ),
        (b"%PDF-1.4", None),
        (files.png() + bytes(10 * 2**20 - len(files.png())), None),
        (files.png() + bytes(10 * 2**20), "content: at most 10,485,760 bytes, found 10,485,793"),
        (b"", "content: must not be empty"),
    ],
    ids=[
        "PNG of 20 MP",
        "PNG of more",
        "JPEG of 20 MP",
        "JPEG of more",
        "no pixels",
        "PDF of a page",
        "PDF of two",
        "PDF of who knows",
        "10 MB",
        "more than 10 MB",
        "nothing",
    ],
)
def test_documented_limits(content: bytes, refusal: str | None) -> None:
    request = RecognizeTextRequest(content=content)
    if refusal is None:
        assert checked(request, validate=True) is request
    else:
        with pytest.raises(InvalidRequest) as refused:
            checked(request, validate=True)
        assert str(refused.value) == refusal
    assert checked(request, validate=False) is request
