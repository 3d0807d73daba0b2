"""Draws the sample documents under ``examples/samples/``, all of them our own.

    python tools/make_samples.py [FOLDER]

- ``sign.jpg``: a street sign as a camera might see it: drawn flat, lit from one side, turned in
  perspective before a wall, blurred, with noise from a fixed seed.
- ``bilingual.png``: dark Russian and English lines on a light page, four grey levels.
- ``letter.pdf``: one page of text drawing operators, assembled by hand; no picture inside.
- ``two-pages.pdf``: the same with two short pages, for the page limit.

It needs Pillow and the DejaVu fonts (Debian, Ubuntu: ``apt install fonts-dejavu-core``). The same
fonts and the same Pillow give the same bytes.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

SAMPLES = Path(__file__).parent.parent / "examples" / "samples"
SEED = 20250601

SIGN = ("HEDGEHOGS", "CROSSING", "SLOW DOWN")
BILINGUAL = (
    "Добро пожаловать в парк",
    "Welcome to the park",
    "Берегите цветы и птиц",
    "Please do not feed the ducks",
    "Вход открыт с 8 до 22",
)
LETTER = (
    "Dear neighbours,",
    "",
    "the lift will be inspected on Tuesday, 14 October,",
    "between 9 and 11 in the morning. Please use the",
    "stairs during that time.",
    "",
    "Thank you for your patience.",
    "The house committee",
)
PAGES = (("Chapter one", "It was a quiet morning."), ("Chapter two", "Then the kettle whistled."))


def font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf", size)


def sign() -> Image.Image:
    width, height = 1000, 760
    board = Image.new("RGBA", (width, height))
    draw = ImageDraw.Draw(board)
    draw.rounded_rectangle((130, 110, 870, 650), 40, "#f4c21f", "#1b1b1b", 12)
    for row, text in enumerate(SIGN):
        draw.text((500, 230 + 150 * row), text, "#161616", font(92, bold=True), "mm")
    # Each corner of the picture shows what lies at this corner of the flat board.
    corners = (-30, 20, 25, height + 40, width + 15, height - 25, width - 40, -45)
    board = board.transform(board.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC)
    photo = Image.new("RGB", board.size, "#8f959b")
    photo.paste(board, mask=board)
    light = Image.linear_gradient("L").rotate(90).resize(photo.size)  # from left to right
    light = light.point([140 + value * 115 // 255 for value in range(256)])
    photo = ImageChops.multiply(photo, Image.merge("RGB", [light] * 3))
    photo = photo.filter(ImageFilter.GaussianBlur(1.6))
    noise = Image.frombytes("L", photo.size, random.Random(SEED).randbytes(width * height))
    return Image.blend(photo, Image.merge("RGB", [noise] * 3), 0.06)


def bilingual() -> Image.Image:
    page = Image.new("L", (900, 90 * len(BILINGUAL) + 60), 244)
    draw = ImageDraw.Draw(page)
    for row, text in enumerate(BILINGUAL):
        draw.text((50, 40 + 90 * row), text, 32, font(44))
    return page.quantize(4)


def pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF with one A4 page per element, in Helvetica of 16 points."""
    first_page = 4
    kids = " ".join(f"{first_page + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    fonts = "/Resources << /Font << /F1 3 0 R >> >>"
    for number, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        text = f"BT /F1 16 Tf 24 TL 72 750 Td {shown} ET"
        content = first_page + 2 * number + 1
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {fonts} /Contents {content} 0 R >>",
            f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
        ]
    document = "%PDF-1.4\n"
    offsets: list[int] = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(document))
        document += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    return (
        f"{document}xref\n0 {size}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(document)}\n%%EOF\n"
    ).encode("ascii")


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    sign().save(folder / "sign.jpg", quality=72)
    bilingual().save(folder / "bilingual.png", optimize=True)
    (folder / "letter.pdf").write_bytes(pdf([LETTER]))
    (folder / "two-pages.pdf").write_bytes(pdf(PAGES))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES)
