"""From what an engine read to the services' messages."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_pb2
from ycgrpc_pb.yandex.cloud.ai.vision.v1 import primitives_pb2, text_detection_pb2

from ycgrpc.emulator.engines.ocr.reading import Box, Page
from ycgrpc.emulator.scripts import language_of

NO_ENTITY = -1


def annotation(
    page: Page, languages: Sequence[str], *, markdown: bool = False
) -> ocr_pb2.TextAnnotation:
    """A page in the documented shape.

    ``full_text`` is the lines, each ended by a line feed; text segments count its characters
    (Unicode code points).

    Args:
        page: what was read.
        languages: those that were asked for.
        markdown: whether to fill that field, as the models of that name do.
    """
    result = ocr_pb2.TextAnnotation(width=page.width, height=page.height, rotate=ocr_pb2.ANGLE_0)
    lines: list[str] = []
    end = 0
    for block in page.blocks:
        shown = result.blocks.add(
            bounding_box=_polygon(block.box), layout_type=ocr_pb2.LAYOUT_TYPE_TEXT
        )
        text = "\n".join(line.text for line in block.lines)
        shown.text_segments.add(start_index=end, length=len(text))
        if language := language_of(text, languages):
            shown.languages.add(language_code=language)
        for line in block.lines:
            row = shown.lines.add(
                bounding_box=_polygon(line.box), text=line.text, orientation=ocr_pb2.ANGLE_0
            )
            row.text_segments.add(start_index=end, length=len(line.text))
            for word in line.words:
                item = row.words.add(
                    bounding_box=_polygon(word.box), text=word.text, entity_index=NO_ENTITY
                )
                item.text_segments.add(start_index=end, length=len(word.text))
                end += len(word.text) + 1  # and the space or line feed behind it
            lines.append(line.text)
    result.full_text = "".join(f"{line}\n" for line in lines)
    if markdown:
        blocks = ("\n".join(line.text for line in block.lines) for block in page.blocks)
        result.markdown = "\n\n".join(blocks)
    return result


def detected_page(page: Page, languages: Sequence[str]) -> text_detection_pb2.Page:
    """A page in the shape of the legacy Vision API.

    A line is as sure as its words are on average; each word is in the language of its block.

    Args:
        page: what was read.
        languages: those that were asked for.
    """
    result = text_detection_pb2.Page(width=page.width, height=page.height)
    for block in page.blocks:
        shown = result.blocks.add(bounding_box=_vision_polygon(block.box))
        language = language_of("\n".join(line.text for line in block.lines), languages)
        for line in block.lines:
            row = shown.lines.add(
                bounding_box=_vision_polygon(line.box),
                confidence=fmean(word.confidence for word in line.words),
            )
            for word in line.words:
                item = row.words.add(
                    bounding_box=_vision_polygon(word.box),
                    text=word.text,
                    confidence=word.confidence,
                    entity_index=NO_ENTITY,
                )
                if language:
                    item.languages.add(language_code=language, confidence=word.confidence)
    return result


def _polygon(box: Box) -> ocr_pb2.Polygon:
    return ocr_pb2.Polygon(vertices=[ocr_pb2.Vertex(x=x, y=y) for x, y in _corners(box)])


def _vision_polygon(box: Box) -> primitives_pb2.Polygon:
    vertices = [primitives_pb2.Vertex(x=x, y=y) for x, y in _corners(box)]
    return primitives_pb2.Polygon(vertices=vertices)


def _corners(box: Box) -> list[tuple[int, int]]:
    # An engine's box may reach a little over the image's edge.
    return [(max(0, round(x)), max(0, round(y))) for x, y in box]
