"""``vision.batch_analyze`` on real sockets: batches, order, and which error stops what."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import grpc
import pytest
from PIL import Image
from ycgrpc_pb.google.rpc.status_pb2 import Status
from ycgrpc_pb.yandex.cloud.ai.vision.v1 import vision_service_pb2 as v1
from ycgrpc_pb.yandex.cloud.ai.vision.v1.text_detection_pb2 import (
    Block,
    Line,
    Page,
    TextAnnotation,
    Word,
)

from tests.files import jpeg, png
from tests.wire.colours import CREDENTIALS, Colour
from tests.wire.pages import IMAGE
from tests.wire.server import Behaviour, Call, Server, answer, fail
from ycgrpc import IamToken, ImageAnalysis, errors
from ycgrpc.emulator import Accounts, Emulator, Limits, ScriptedOcr

BATCH_ANALYZE = "/yandex.cloud.ai.vision.v1.VisionService/BatchAnalyze"
INVALID = grpc.StatusCode.INVALID_ARGUMENT


def requests(server: Server) -> list[v1.BatchAnalyzeRequest]:
    """What came, as the server reads it."""
    assert {call.method for call in server.calls} <= {BATCH_ANALYZE}
    return [v1.BatchAnalyzeRequest.FromString(call.requests[0]) for call in server.calls]


def detected(text: str) -> v1.AnalyzeResult:
    """An image that says this."""
    line = Line(words=[Word(text=word) for word in text.split()])
    annotation = TextAnnotation(pages=[Page(blocks=[Block(lines=[line])])])
    return v1.AnalyzeResult(results=[v1.FeatureResult(text_detection=annotation)])


def broken(text: str) -> Status:
    """An error inside of an answer."""
    return Status(code=INVALID.value[0], message=text)


def by_width(call: Call) -> list[v1.BatchAnalyzeResponse]:
    """Say of each image how wide it is."""
    request = v1.BatchAnalyzeRequest.FromString(call.requests[0])
    widths = [int.from_bytes(spec.content[16:20]) for spec in request.analyze_specs]
    return [v1.BatchAnalyzeResponse(results=[detected(f"{width} wide") for width in widths])]


def images(count: int) -> list[Any]:
    """Pictures 1, 2, 3, ... pixels wide."""
    return [png(width) for width in range(1, count + 1)]


def texts(analyses: list[ImageAnalysis]) -> list[str]:
    return [analysis.text for analysis in analyses]


# --- What arrives.


def test_many_sources_go_in_batches_and_come_back_in_order(
    colour: Colour, client: Any, server: Server
) -> None:
    server.script(by_width)
    found = colour.call(client.vision.batch_analyze(images(19)))
    assert texts(found) == [f"{width} wide" for width in range(1, 20)]
    assert [len(request.analyze_specs) for request in requests(server)] == [8, 8, 3]


def test_each_option_arrives_in_its_field(colour: Colour, server: Server) -> None:
    client = colour.client(
        CREDENTIALS, endpoint=server.target, plaintext=True, folder_id="b1gfolder"
    )
    server.script(by_width)
    options: dict[str, Any] = {"languages": ["ru", "en"], "model": "line", "mime_type": "image/png"}
    colour.call(client.vision.batch_analyze([IMAGE], **options, timeout=7))
    config = v1.FeatureTextDetectionConfig(language_codes=["ru", "en"], model="line")
    feature = v1.Feature(type=v1.Feature.TEXT_DETECTION, text_detection_config=config)
    spec = v1.AnalyzeSpec(content=IMAGE, features=[feature], mime_type="image/png")
    assert requests(server) == [v1.BatchAnalyzeRequest(analyze_specs=[spec], folder_id="b1gfolder")]
    assert server.last.seconds_left is not None
    assert server.last.seconds_left < 8


def test_defaults_are_the_services(colour: Colour, client: Any, server: Server) -> None:
    server.script(by_width)
    colour.call(client.vision.batch_analyze([IMAGE]))
    config = v1.FeatureTextDetectionConfig(language_codes=["*"])
    feature = v1.Feature(type=v1.Feature.TEXT_DETECTION, text_detection_config=config)
    spec = v1.AnalyzeSpec(content=IMAGE, features=[feature])
    assert requests(server) == [v1.BatchAnalyzeRequest(analyze_specs=[spec])]


def test_every_kind_of_source(colour: Colour, client: Any, server: Server, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(IMAGE)
    sources: Any = (path, str(path), io.BytesIO(IMAGE), bytearray(IMAGE), memoryview(IMAGE), jpeg())
    server.script(by_width)
    assert len(colour.call(client.vision.batch_analyze(iter(sources)))) == 6
    (request,) = requests(server)
    assert [spec.content for spec in request.analyze_specs] == [IMAGE] * 5 + [jpeg()]


def test_no_sources_are_no_request(colour: Colour, client: Any, server: Server) -> None:
    assert colour.call(client.vision.batch_analyze([])) == []
    assert not server.calls


def test_stopping_early_leaves_the_rest_unsent_and_unread(
    colour: Colour, client: Any, server: Server
) -> None:
    taken: list[int] = []

    def sources() -> Iterator[bytes]:
        for width in range(1, 20):
            taken.append(width)
            yield png(width)

    server.script(by_width)
    analyses = client.vision.batch_analyze(sources())
    assert not taken, "nothing happens before somebody asks"
    assert texts(colour.take(analyses, 3)) == ["1 wide", "2 wide", "3 wide"]
    assert len(server.calls) == 1
    assert taken == list(range(1, 9))


# --- What stops what.


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("/no/such/10.png", r"^sources\[9\]: cannot read '/no/such/10.png'"),
        (b"", r"^sources\[9\]: must not be empty"),
        (b"Dear reader", r"^sources\[9\]: must be a JPEG, PNG or PDF"),
        (png(30_000, 30_000), r"^sources\[9\]: 1 to 20,000,000 pixels, found 900,000,000"),
        (bytes(10 * 1024 * 1024 + 1), r"^sources\[9\]: at most 10,485,760 bytes"),
    ],
    ids=["missing", "empty", "text", "pixels", "bytes"],
)
def test_a_bad_source_stops_its_own_batch(
    bad: Any, said: str, colour: Colour, client: Any, server: Server
) -> None:
    server.script(by_width)
    sources = images(19)
    sources[9] = bad
    seen: list[ImageAnalysis] = []
    with pytest.raises(errors.InvalidRequest, match=said):
        colour.collect(client.vision.batch_analyze(sources), seen.append)
    assert texts(seen) == [f"{width} wide" for width in range(1, 9)]
    assert len(server.calls) == 1


@pytest.mark.parametrize(
    ("sources", "options", "said"),
    [
        (IMAGE, {}, "sources: must be a sequence of sources, such as a list, found one bytes"),
        ("a.png", {}, "sources: must be a sequence of sources, such as a list, found one str"),
        (io.BytesIO(IMAGE), {}, "found one BytesIO"),
        ([IMAGE], {"languages": "en"}, r"languages: must be a sequence, such as \['en'\]"),
        ([IMAGE], {"languages": []}, "language_codes: 1 to 8 elements"),
        ([IMAGE], {"languages": ["en"] * 9}, "language_codes: 1 to 8 elements, found 9"),
        ([IMAGE], {"languages": ["english"]}, "at most 3 characters"),
        ([IMAGE], {"timeout": -1}, "timeout: must be more than 0 seconds"),
    ],
    ids=["bytes", "path", "file", "one language", "none", "nine", "long", "timeout"],
)
def test_what_is_refused_before_it_leaves(
    sources: Any, options: dict[str, Any], said: str, colour: Colour, client: Any, server: Server
) -> None:
    with pytest.raises(errors.InvalidRequest, match=said):
        colour.call(lambda: client.vision.batch_analyze(sources, **options))
    assert not server.calls


def test_errors_inside_of_an_answer_stop_nobody(
    colour: Colour, client: Any, server: Server
) -> None:
    bad_feature = v1.AnalyzeResult(
        results=[v1.FeatureResult(error=broken("no such feature")), detected("other").results[0]]
    )
    bad_file = v1.AnalyzeResult(error=broken("no image"))
    response = v1.BatchAnalyzeResponse(results=[detected("one"), bad_file, bad_feature])
    server.script(answer(response))
    good, file, feature = colour.call(client.vision.batch_analyze(images(3)))
    assert (good.text, good.error, good.raise_for_error()) == ("one", None, good)
    assert (file.text, file.error.code, file.error.message) == ("", INVALID, "no image")
    with pytest.raises(errors.InvalidArgument, match="no image"):
        file.raise_for_error()
    assert feature.error is None
    assert [one.error and one.error.message for one in feature.results] == ["no such feature", None]
    assert feature.text == "other"
    with pytest.raises(errors.InvalidArgument, match="no such feature"):
        feature.raise_for_error()


def test_a_batch_that_fails_stops_those_behind_it(
    colour: Colour, client: Any, server: Server
) -> None:
    server.script(by_width, fail(grpc.StatusCode.PERMISSION_DENIED, "no"))
    seen: list[ImageAnalysis] = []
    with pytest.raises(errors.PermissionDenied, match=r"no.*BatchAnalyze"):
        colour.collect(client.vision.batch_analyze(images(19)), seen.append)
    assert len(seen) == 8
    assert len(server.calls) == 2


@pytest.mark.parametrize("count", [0, 1, 3])
def test_results_that_nobody_can_tell_whose_they_are(
    count: int, colour: Colour, client: Any, server: Server
) -> None:
    server.script(answer(v1.BatchAnalyzeResponse(results=[detected("one")] * count)))
    with pytest.raises(errors.UnexpectedResponse, match=f"2 images were sent, {count} came back"):
        colour.call(client.vision.batch_analyze(images(2)))


def once(behaviour: Behaviour) -> Behaviour:
    """What it does the first time; then all goes well."""
    left = [behaviour]
    return lambda call: (left.pop() if left else by_width)(call)


def test_a_batch_is_tried_again_where_that_helps(
    colour: Colour, client: Any, server: Server
) -> None:
    server.script(once(fail(grpc.StatusCode.UNAVAILABLE, "a moment")))
    assert texts(colour.call(client.vision.batch_analyze(images(1)))) == ["1 wide"]
    assert len(server.calls) == 2


# --- With the emulator.


def picture(width: int = 120) -> bytes:
    """A whole picture."""
    file = io.BytesIO()
    Image.new("RGB", (width, 60), "white").save(file, "PNG")
    return file.getvalue()


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    limits = Limits(vision_bytes=20_000, ocr_pixels=30_000)
    with Emulator(ocr=ScriptedOcr("two words"), stt="scripted", limits=limits) as running:
        yield running


def test_what_is_read(colour: Colour, emulator: Emulator) -> None:
    client = colour.client(CREDENTIALS, endpoint=emulator.target, plaintext=True)
    found = colour.call(client.vision.batch_analyze([picture() for _ in range(9)]))
    assert texts(found) == ["two words"] * 9
    (page,) = found[8].pages
    assert (page.width, page.height) == (120, 60)


def test_what_the_service_refuses_of_a_batch(colour: Colour, emulator: Emulator) -> None:
    client = colour.client(CREDENTIALS, endpoint=emulator.target, plaintext=True)
    sources = [picture(), picture()[:80], picture(600), picture()]
    good, cut_off, large, last = colour.call(client.vision.batch_analyze(sources))
    assert [good.text, last.text] == ["two words"] * 2
    assert [cut_off.error.code, large.error.code] == [INVALID] * 2
    assert cut_off.text == ""
    model = colour.call(client.vision.batch_analyze([picture()], model="no-such-model"))
    assert model[0].error is None
    assert model[0].results[0].error.code is INVALID


def test_a_user_account_needs_the_folder_of_the_client(colour: Colour) -> None:
    with Emulator(ocr="scripted", stt="scripted", accounts=Accounts(bearers="user")) as emulator:
        user: Any = IamToken("t1.user")
        client = colour.client(user, endpoint=emulator.target, plaintext=True)
        with pytest.raises(errors.InvalidArgument, match="send it as folder_id"):
            colour.call(client.vision.batch_analyze([picture()]))
        client = colour.client(
            user, endpoint=emulator.target, plaintext=True, folder_id="b1gfolder"
        )
        assert len(colour.call(client.vision.batch_analyze([picture()]))) == 1
