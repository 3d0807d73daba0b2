"""The legacy service, and at which level its errors stand."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import grpc
import pytest
from google.rpc import error_details_pb2  # pyright: ignore[reportMissingTypeStubs]
from PIL import Image
from ycgrpc_pb.yandex.cloud.ai.vision.v1 import vision_service_pb2, vision_service_pb2_grpc

from ycgrpc.emulator import Accounts, Emulator, Limits, ScriptedOcr
from ycgrpc.emulator.engines.ocr.rapid import RapidOcr

from .background import API_KEY, DEADLINE, emulated, pdf, refused

Feature = vision_service_pb2.Feature
Spec = vision_service_pb2.AnalyzeSpec
Response = vision_service_pb2.BatchAnalyzeResponse

INVALID = grpc.StatusCode.INVALID_ARGUMENT.value[0]
TEXT = "Hello, dear reader\nпривет\n\nthird"


def analyze(
    emulator: Emulator,
    *specs: Spec,
    folder_id: str = "",
    metadata: tuple[tuple[str, str], ...] = API_KEY,
) -> Response:
    request = vision_service_pb2.BatchAnalyzeRequest(analyze_specs=specs, folder_id=folder_id)
    with grpc.insecure_channel(emulator.target) as channel:
        stub = vision_service_pb2_grpc.VisionServiceStub(channel)
        return stub.BatchAnalyze(request, metadata=metadata, timeout=DEADLINE)


def text(*languages: str, model: str = "") -> Feature:
    config = vision_service_pb2.FeatureTextDetectionConfig(language_codes=languages, model=model)
    return Feature(type=Feature.TEXT_DETECTION, text_detection_config=config)


def spec(content: bytes, *features: Feature, **fields: Any) -> Spec:
    return Spec(content=content, features=features or [text("en")], **fields)


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    limits = Limits(vision_bytes=20_000, ocr_pixels=30_000, pdf_dpi=72)
    with emulated(ocr=ScriptedOcr(TEXT), limits=limits) as running:
        yield running


def test_a_real_engine_reads_two_files(rapid: RapidOcr, samples: Path) -> None:
    sign = (samples / "sign.jpg").read_bytes()
    with emulated(ocr=rapid) as emulator:
        answer = analyze(emulator, spec(sign), spec(sign, mime_type="image/jpeg"))
    assert len(answer.results) == 2
    for file in answer.results:
        (feature,) = file.results
        (page,) = feature.text_detection.pages
        lines = [line for block in page.blocks for line in block.lines]
        texts = [" ".join(word.text for word in line.words) for line in lines]
        assert texts == ["HEDGEHOGS", "CROSSING", "SLOW DOWN"]
        assert all(0.5 < line.confidence <= 1 for line in lines)


def test_the_documented_shape(emulator: Emulator, picture: bytes) -> None:
    answer = analyze(emulator, spec(picture, text("ru", "en")))
    assert not answer.results[0].HasField("error")
    assert not answer.results[0].results[0].HasField("error")
    (page,) = answer.results[0].results[0].text_detection.pages
    assert (page.width, page.height) == (120, 60)
    assert [len(block.lines) for block in page.blocks] == [2, 1]
    first = page.blocks[0].lines[0]
    assert [word.text for word in first.words] == ["Hello,", "dear", "reader"]
    corners = [(vertex.x, vertex.y) for vertex in first.bounding_box.vertices]
    assert corners == [(0, 0), (0, 15), (120, 15), (120, 0)]
    assert {word.entity_index for word in first.words} == {-1}
    assert [one.language_code for one in first.words[0].languages] == ["en"]
    assert first.confidence == 1


def test_results_are_in_the_order_of_the_request(emulator: Emulator, picture: bytes) -> None:
    both = spec(picture, text("en"), Feature(type=Feature.FACE_DETECTION), text("*", model="line"))
    answer = analyze(emulator, both, Spec(signature="x", features=[text("en")]), spec(picture))
    one, two, three = answer.results
    kinds = [feature.WhichOneof("feature") for feature in one.results]
    assert kinds == ["text_detection", None, "text_detection"]
    assert "FACE_DETECTION" in one.results[1].error.message
    assert (one.HasField("error"), two.HasField("error"), three.HasField("error")) == (
        False,
        True,
        False,
    )
    assert len(two.results) == 0
    assert len(three.results) == 1


def test_a_pdf_has_a_page_for_each_of_its_pages(emulator: Emulator) -> None:
    most, more = analyze(emulator, spec(pdf(8)), spec(pdf(9))).results
    widths = [page.width for page in most.results[0].text_detection.pages]
    assert widths == [100 + number for number in range(8)]
    assert "at most 8" in more.error.message


def cut_off() -> bytes:
    file = BytesIO()
    Image.effect_noise((120, 60), 50).save(file, "PNG")
    return file.getvalue()[:2000]


def large() -> bytes:
    file = BytesIO()
    Image.new("L", (200, 200)).save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        (Spec(signature="x"), "signatures"),
        (Spec(signature="x" * 16_385), "signatures"),
        (Spec(content=b"text"), "not a JPEG"),
        (Spec(content=bytes(20_001)), "20001 bytes, at most 20000"),
        (Spec(content=bytes(10_485_761)), "10485761 bytes, at most 20000"),
        (Spec(content=cut_off()), "damaged"),
        (Spec(content=large()), "200 x 200 pixels"),
        (Spec(content=large(), mime_type="image/gif"), "expected JPEG"),
    ],
    ids=["signature", "long", "text", "big", "huge", "damaged", "pixels", "type"],
)
def test_what_is_wrong_with_a_file_is_an_error_of_the_file(
    emulator: Emulator, picture: bytes, broken: Spec, why: str
) -> None:
    wanted = Spec(features=[text("en")])
    wanted.MergeFrom(broken)
    bad, good = analyze(emulator, wanted, spec(picture)).results
    assert bad.error.code == INVALID
    assert why in bad.error.message
    assert len(bad.results) == 0
    assert good.results[0].HasField("text_detection")


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        (Feature(type=Feature.TEXT_DETECTION), "Incorrect number of language codes: 0"),
        (text(), "Incorrect number of language codes: 0"),
        (text(*["en"] * 9), "must be 1-8"),
        (text("engl"), "length must be <=3"),
        (text("en", model="x" * 51), "length must be <=50"),
        (text("en", model="palmistry"), "model"),
        (text("*", model="table"), "language_codes"),
        (Feature(type=Feature.CLASSIFICATION), "CLASSIFICATION"),
        (Feature(), "only TEXT_DETECTION is left"),
    ],
    ids=["bare", "no", "nine", "code", "name", "model", "detection", "other", "none"],
)
def test_what_is_wrong_with_a_feature_is_an_error_of_the_feature(
    emulator: Emulator, picture: bytes, broken: Feature, why: str
) -> None:
    (file,) = analyze(emulator, spec(picture, broken, text("en"))).results
    bad, good = file.results
    assert bad.error.code == INVALID
    assert why in bad.error.message
    assert good.HasField("text_detection")
    assert not file.HasField("error")


def test_a_language_that_nothing_reads_is_an_error_of_the_feature(picture: bytes) -> None:
    with emulated(ocr="auto") as emulator:
        (file,) = analyze(emulator, spec(picture, text("tlh"))).results
    (feature,) = file.results
    assert feature.error.code == grpc.StatusCode.FAILED_PRECONDITION.value[0]
    assert "no OCR engine for tlh" in feature.error.message


@pytest.mark.parametrize(
    ("specs", "field"),
    [
        ([], "analyze_specs"),
        ([spec(b"x")] * 9, "analyze_specs"),
        ([Spec(content=b"x")], "analyze_specs[0].features"),
        ([spec(b"x", *[text("en")] * 9)], "analyze_specs[0].features"),
        ([Spec(features=[text("en")])], "analyze_specs[0].source"),
        ([spec(b"x", mime_type="x" * 256)], "analyze_specs[0].mime_type"),
    ],
    ids=["none", "nine", "nothing", "features", "source", "type"],
)
def test_what_is_wrong_with_the_request_refuses_all_of_it(
    emulator: Emulator, specs: list[Spec], field: str
) -> None:
    with refused() as refusal:
        analyze(emulator, *specs)
    assert refusal.code == grpc.StatusCode.INVALID_ARGUMENT
    (violation,) = refusal.detail(error_details_pb2.BadRequest()).field_violations
    assert violation.field == field


def test_one_megabyte_is_the_most() -> None:
    assert Limits().vision_bytes == 1_048_576


def test_the_folder_is_in_the_request(picture: bytes) -> None:
    user = (("authorization", "Bearer of-a-user"),)
    with emulated(accounts=Accounts(bearers="user", folder_id="home")) as emulator:
        with refused() as refusal:
            analyze(emulator, spec(picture), metadata=user)
        assert refusal.code == grpc.StatusCode.INVALID_ARGUMENT
        assert refusal.text == "Folder ID is required for a user account: send it as folder_id"
        assert analyze(emulator, spec(picture), metadata=user, folder_id="mine").results
        with refused() as refusal:
            analyze(emulator, spec(picture), folder_id="mine")
        assert "'mine' does not match with service account folder ID 'home'" in refusal.text
