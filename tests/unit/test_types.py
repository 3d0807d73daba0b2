"""What the facade returns."""

from __future__ import annotations

import json

import pytest
from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_pb2
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2 import RecognizeTextResponse

from ycgrpc import Recognition


def page(number: int, *lines: str) -> RecognizeTextResponse:
    """A page with one block of these lines, as the service sends it."""
    block = ocr_pb2.Block(
        lines=[
            ocr_pb2.Line(text=line, words=[ocr_pb2.Word(text=word) for word in line.split()])
            for line in lines
        ]
    )
    annotation = ocr_pb2.TextAnnotation(
        width=1920,
        height=1080,
        blocks=[block],
        full_text="".join(f"{line}\n" for line in lines),
        entities=[ocr_pb2.Entity(name="surname", text=lines[0])] if lines else [],
        tables=[ocr_pb2.Table(row_count=number)],
        markdown=f"# {number}" if number else "",
    )
    return RecognizeTextResponse(text_annotation=annotation, page=number)


TWO = Recognition([page(0, "The penguin", "и город"), page(1, "on a horse")])


def test_text_and_parts() -> None:
    assert TWO.text == "The penguin\nи город\non a horse"
    assert [line.text for line in TWO.lines()] == TWO.text.split("\n")
    assert [word.text for word in TWO.words()] == TWO.text.split()
    assert [entity.text for entity in TWO.entities()] == ["The penguin", "on a horse"]
    assert [table.row_count for table in TWO.tables()] == [0, 1]
    assert TWO.markdown == "# 1"


def test_messages_are_not_copied() -> None:
    response = page(0, "text")
    recognition = Recognition([response])
    assert recognition.responses[0] is response
    assert recognition.pages[0] == response.text_annotation


@pytest.mark.parametrize("responses", [[], [RecognizeTextResponse()]])
def test_nothing_was_read(responses: list[RecognizeTextResponse]) -> None:
    nothing = Recognition(responses)
    assert nothing.text == ""
    assert list(nothing.words()) == []
    assert nothing.markdown == ""


def test_json_is_what_the_rest_api_answers() -> None:
    """One object a page; 64-bit integers as strings; fields that are empty are there."""
    first, second = (json.loads(line)["result"] for line in TWO.to_json().splitlines())
    assert (first["page"], second["page"]) == ("0", "1")
    annotation = first["textAnnotation"]
    assert annotation["width"] == "1920"
    assert annotation["fullText"] == "The penguin\nи город\n"
    line = annotation["blocks"][0]["lines"][1]
    assert line["text"] == "и город"
    assert line["words"][0]["text"] == "и"
    assert line["words"][0]["textSegments"] == []


def test_json_is_readable_in_any_language() -> None:
    assert "город" in TWO.to_json()


def test_a_repr_is_short_and_tells_no_text() -> None:
    assert repr(TWO) == "<Recognition of 2 page(s), 7 word(s)>"
