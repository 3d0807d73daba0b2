"""What comes of text recognition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_pb2 import Entity, Line, Table, TextAnnotation, Word
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2 import RecognizeTextResponse

from ycgrpc.types.rest import json_lines


class Recognition:
    """The recognized text of one document, with where on the pages it stands.

    Attributes:
        responses: The messages as they came, one for each page.
    """

    def __init__(self, responses: Iterable[RecognizeTextResponse]) -> None:
        self.responses = tuple(responses)

    @property
    def pages(self) -> tuple[TextAnnotation, ...]:
        """The pages as ``TextAnnotation`` messages; coordinates are pixels of the page."""
        return tuple(response.text_annotation for response in self.responses)

    @property
    def text(self) -> str:
        """The text of all pages, a line of the document to a line, without a newline at the end.

        The offsets of ``text_segments`` count in the ``full_text`` of their own page, not in this.
        """
        return "\n".join(page.full_text.removesuffix("\n") for page in self.pages)

    @property
    def markdown(self) -> str:
        """The text as Markdown; empty unless the model was ``markdown`` or ``math-markdown``."""
        return "\n\n".join(page.markdown for page in self.pages if page.markdown)

    def lines(self) -> Iterator[Line]:
        """Yield the lines of all pages in reading order."""
        for page in self.pages:
            for block in page.blocks:
                yield from block.lines

    def words(self) -> Iterator[Word]:
        """Yield the words of all pages in reading order."""
        for line in self.lines():
            yield from line.words

    def tables(self) -> Iterator[Table]:
        """Yield the tables of all pages."""
        for page in self.pages:
            yield from page.tables

    def entities(self) -> Iterator[Entity]:
        """Yield the named fields that a template model found, such as ``surname`` in a passport."""
        for page in self.pages:
            yield from page.entities

    def to_json(self) -> str:
        """Return the JSON that the REST API answers with: ``{"result": {...}}``, one line a page.

        Source: the response sample of the guide "Text recognition in images"; field names in lower
        camel case and 64-bit integers as strings, by protobuf's JSON mapping.
        """
        return json_lines(self.responses)

    def __repr__(self) -> str:
        words = sum(1 for _ in self.words())
        return f"<Recognition of {len(self.responses)} page(s), {words} word(s)>"
