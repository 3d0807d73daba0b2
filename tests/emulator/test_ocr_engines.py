from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import PIL.Image
import pytest
from PIL.Image import Image

from ycgrpc.emulator.engines.ocr.layout import blocks_of
from ycgrpc.emulator.engines.ocr.rapid import LANGUAGES, RapidOcr
from ycgrpc.emulator.engines.ocr.reading import Block, Line, OcrEngine, Page, Word, upright
from ycgrpc.emulator.engines.ocr.scripted import ScriptedOcr
from ycgrpc.emulator.engines.ocr.selection import NoEngine, OcrSelection, engines_named
from ycgrpc.emulator.engines.ocr.tesseract import Tesseract, TesseractFailed

BILINGUAL = (
    "Добро пожаловать в парк\n"
    "Welcome to the park\n"
    "Берегите цветы и птиц\n"
    "Please do not feed the ducks\n"
    "Вход открыт с 8 до 22"
)


def opened(path: Path) -> Image:
    return PIL.Image.open(path).convert("RGB")


def text(page: Page) -> str:
    return "\n".join(line.text for line in page.lines)


class Claimed:
    """An engine that claims to read some languages, and reads the same everywhere."""

    def __init__(self, name: str, languages: str, read: str, confidence: float = 1.0) -> None:
        self.name = name
        self._languages = languages.split()
        self._read = read
        self._confidence = confidence

    def reads(self, language: str) -> bool:
        return language in self._languages

    def read(self, image: Image, languages: Sequence[str]) -> Page:
        word = Word(self._read, upright(0, 0, 9, 9), self._confidence)
        return Page(image.width, image.height, (Block((Line((word,), word.box),)),))


def test_rapidocr_reads_a_photographed_sign(rapid: RapidOcr, samples: Path) -> None:
    page = rapid.read(opened(samples / "sign.jpg"), ["en"])
    assert text(page) == "HEDGEHOGS\nCROSSING\nSLOW DOWN"
    assert (page.width, page.height) == (1000, 760)
    assert len(page.blocks) == 1


def test_rapidocr_gives_every_word_its_box_inside_the_line(rapid: RapidOcr, samples: Path) -> None:
    slow, down = rapid.read(opened(samples / "sign.jpg"), ["en"]).lines[2].words
    (left, top), (_, bottom), (right, _), _ = slow.box
    assert left < right <= down.box[0][0]
    assert top < bottom
    assert 0.5 < slow.confidence <= 1


def test_rapidocr_finds_nothing_on_an_empty_page(rapid: RapidOcr) -> None:
    for size in ((1, 1), (3, 400), (400, 3), (300, 200)):
        assert rapid.read(PIL.Image.new("RGB", size, "white"), ["en"]).blocks == ()


def test_rapidocr_prints_nothing(
    samples: Path, rapid: RapidOcr, capfd: pytest.CaptureFixture[str]
) -> None:
    rapid.__class__().read(opened(samples / "bilingual.png"), ["en"])
    assert capfd.readouterr() == ("", "")


def test_rapidocr_never_claims_a_language_of_cyrillic_letters() -> None:
    assert not LANGUAGES & {"ru", "be", "bg", "kk", "ky", "sr", "tg", "tt", "uk", "ba", "cv", "sah"}


def test_tesseract_reads_russian_beside_english(tesseract: Tesseract, samples: Path) -> None:
    page = tesseract.read(opened(samples / "bilingual.png"), ["ru", "en"])
    assert text(page) == BILINGUAL
    (left, top), (_, bottom), (right, _), _ = page.lines[0].words[0].box
    assert (left, top) == pytest.approx((55, 48), abs=8)
    assert 100 < right - left < 160
    assert 20 < bottom - top < 60


def test_tesseract_detects_what_it_reads(tesseract: Tesseract, samples: Path) -> None:
    assert text(tesseract.read(opened(samples / "bilingual.png"), ["*"])) == BILINGUAL


def test_tesseract_is_given_only_so_much_time(tesseract: Tesseract, samples: Path) -> None:
    hasty = Tesseract(timeout=0.001)
    with pytest.raises(TesseractFailed, match=r"took longer than 0\.001 s"):
        hasty.reads("ru")


def test_scripted_text_fills_the_image() -> None:
    engine = ScriptedOcr(["ab cd\nef\n\ngh", "second"])
    page = engine.read(PIL.Image.new("RGB", (50, 40)), ["en"])
    assert [[line.text for line in block.lines] for block in page.blocks] == [
        ["ab cd", "ef"],
        ["gh"],
    ]
    assert page.lines[0].words[1].box == upright(30, 0, 50, 10)
    assert text(engine.read(PIL.Image.new("RGB", (50, 40)), ["en"])) == "second"
    assert text(engine.read(PIL.Image.new("RGB", (50, 40)), ["en"])) == "ab cd\nef\ngh"


def test_a_script_is_given_the_image_and_the_languages() -> None:
    engine = ScriptedOcr(script=lambda image, languages: f"{image.width} {languages[0]}")
    assert text(engine.read(PIL.Image.new("RGB", (50, 40)), ["fi"])) == "50 fi"


def test_lines_near_each_other_are_one_block() -> None:
    def line(name: str, left: float, top: float) -> Line:
        box = upright(left, top, left + 100, top + 20)
        return Line((Word(name, box, 1.0),), box)

    blocks = blocks_of(
        [line("far", 0, 200), line("b", 5, 35), line("a", 0, 0), line("other", 300, 30)]
    )
    assert [[one.text for one in block.lines] for block in blocks] == [
        ["a", "b"],
        ["other"],
        ["far"],
    ]


@pytest.mark.parametrize(
    ("languages", "chosen"),
    [
        (["en"], "first"),
        (["ru"], "second"),
        (["ru", "en"], "second"),
    ],
)
def test_the_first_engine_that_reads_all_languages_is_chosen(
    languages: list[str], chosen: str
) -> None:
    engines = OcrSelection([Claimed("a", "en de", "first"), Claimed("b", "en ru", "second")])
    assert text(engines.read(PIL.Image.new("RGB", (9, 9)), languages)) == chosen


def test_detection_takes_what_was_read_with_more_confidence() -> None:
    engines: list[OcrEngine] = [Claimed("a", "en", "longer", 0.4), Claimed("b", "en", "short", 0.9)]
    assert text(OcrSelection(engines).read(PIL.Image.new("RGB", (9, 9)), ["*"])) == "short"


@pytest.mark.parametrize(
    ("engines", "languages", "message"),
    [
        ([], ["ru"], "tesseract with its rus data .* tesseract-ocr-rus"),
        ([], ["en"], r"RapidOCR: pip install 'ycgrpc\[emulator\]'; or tesseract with its eng data"),
        ([], ["*"], r"no OCR engine is installed; install RapidOCR"),
        (
            [RapidOcr()],
            ["zh", "ru"],
            "tesseract with its chi_sim, rus data .*tesseract-ocr-chi-sim",
        ),
        ([Claimed("tesseract", "en", "")], ["en", "ru"], "reads en, ru; install tesseract .* rus"),
        ([RapidOcr()], ["sah"], "no OCR engine for sah"),
    ],
)
def test_a_missing_engine_is_named_with_what_to_install(
    engines: list[OcrEngine], languages: list[str], message: str
) -> None:
    with pytest.raises(NoEngine, match=message):
        OcrSelection(engines).read(PIL.Image.new("RGB", (9, 9)), languages)


def test_engines_that_are_not_there_are_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoEngine, match=r"apt install tesseract-ocr tesseract-ocr-rus"):
        engines_named("tesseract")
    with pytest.raises(ValueError, match="there are auto, rapidocr, tesseract, scripted"):
        engines_named("abbyy")
