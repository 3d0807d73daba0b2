# Generated from yandex/cloud/ai/ocr/v1/ocr.proto by tools/protoc_plugin.py. Do not edit.
import builtins as _b
import collections.abc as _abc
import typing as _t

import google.protobuf.descriptor as _descriptor
import google.protobuf.internal.containers as _containers
import google.protobuf.internal.enum_type_wrapper as _enum
import google.protobuf.internal.well_known_types as _well_known
import google.protobuf.message as _message
from google.protobuf.internal.extension_dict import _ExtensionFieldDescriptor as _Extension


DESCRIPTOR: _descriptor.FileDescriptor

class _Angle:
    ValueType = _t.NewType("ValueType", _b.int)
class _AngleWrapper(_enum._EnumTypeWrapper[_Angle.ValueType], _b.type):
    DESCRIPTOR: _descriptor.EnumDescriptor
    ANGLE_UNSPECIFIED: Angle.ValueType
    """Not determined."""
    ANGLE_0: Angle.ValueType
    """Upright."""
    ANGLE_90: Angle.ValueType
    """90 degrees."""
    ANGLE_180: Angle.ValueType
    """180 degrees, upside down."""
    ANGLE_270: Angle.ValueType
    """270 degrees."""
class Angle(_Angle, metaclass=_AngleWrapper):
    """A turn in steps of 90 degrees."""
ANGLE_UNSPECIFIED: Angle.ValueType
"""Not determined."""
ANGLE_0: Angle.ValueType
"""Upright."""
ANGLE_90: Angle.ValueType
"""90 degrees."""
ANGLE_180: Angle.ValueType
"""180 degrees, upside down."""
ANGLE_270: Angle.ValueType
"""270 degrees."""

class _LayoutType:
    ValueType = _t.NewType("ValueType", _b.int)
class _LayoutTypeWrapper(_enum._EnumTypeWrapper[_LayoutType.ValueType], _b.type):
    DESCRIPTOR: _descriptor.EnumDescriptor
    LAYOUT_TYPE_UNSPECIFIED: LayoutType.ValueType
    """The model does not tell."""
    LAYOUT_TYPE_UNKNOWN: LayoutType.ValueType
    """Role not recognized."""
    LAYOUT_TYPE_TEXT: LayoutType.ValueType
    """Body text."""
    LAYOUT_TYPE_HEADER: LayoutType.ValueType
    """Header at the top of the page."""
    LAYOUT_TYPE_SECTION_HEADER: LayoutType.ValueType
    """Heading of a section."""
    LAYOUT_TYPE_FOOTER: LayoutType.ValueType
    """Footer at the bottom of the page."""
    LAYOUT_TYPE_FOOTNOTE: LayoutType.ValueType
    """Footnote."""
    LAYOUT_TYPE_PICTURE: LayoutType.ValueType
    """Picture."""
    LAYOUT_TYPE_CAPTION: LayoutType.ValueType
    """Caption of a picture or a table."""
    LAYOUT_TYPE_TITLE: LayoutType.ValueType
    """Title of the document."""
    LAYOUT_TYPE_LIST: LayoutType.ValueType
    """List."""
class LayoutType(_LayoutType, metaclass=_LayoutTypeWrapper):
    """Role of a block in the page layout."""
LAYOUT_TYPE_UNSPECIFIED: LayoutType.ValueType
"""The model does not tell."""
LAYOUT_TYPE_UNKNOWN: LayoutType.ValueType
"""Role not recognized."""
LAYOUT_TYPE_TEXT: LayoutType.ValueType
"""Body text."""
LAYOUT_TYPE_HEADER: LayoutType.ValueType
"""Header at the top of the page."""
LAYOUT_TYPE_SECTION_HEADER: LayoutType.ValueType
"""Heading of a section."""
LAYOUT_TYPE_FOOTER: LayoutType.ValueType
"""Footer at the bottom of the page."""
LAYOUT_TYPE_FOOTNOTE: LayoutType.ValueType
"""Footnote."""
LAYOUT_TYPE_PICTURE: LayoutType.ValueType
"""Picture."""
LAYOUT_TYPE_CAPTION: LayoutType.ValueType
"""Caption of a picture or a table."""
LAYOUT_TYPE_TITLE: LayoutType.ValueType
"""Title of the document."""
LAYOUT_TYPE_LIST: LayoutType.ValueType
"""List."""

class Polygon(_message.Message):
    """Outline of something on the page."""
    VERTICES_FIELD_NUMBER: _t.Literal[1]
    @_b.property
    def vertices(self) -> _containers.RepeatedCompositeFieldContainer[Vertex]:
        """Corners in the order top left, bottom left, bottom right, top right (counter-clockwise)."""
    def __init__(
        self,
        *,
        vertices: _abc.Iterable[Vertex] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['vertices']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class Vertex(_message.Message):
    """A point on the page. If points miss what is displayed, the viewer ignores the EXIF orientation
    tag, which the service respects.
    """
    X_FIELD_NUMBER: _t.Literal[1]
    Y_FIELD_NUMBER: _t.Literal[2]
    x: _b.int
    """Pixels from the left edge."""
    y: _b.int
    """Pixels from the top edge."""
    def __init__(
        self,
        *,
        x: _b.int | None = ...,
        y: _b.int | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['x', 'y']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class TextAnnotation(_message.Message):
    """Everything recognized on one page."""
    WIDTH_FIELD_NUMBER: _t.Literal[1]
    HEIGHT_FIELD_NUMBER: _t.Literal[2]
    BLOCKS_FIELD_NUMBER: _t.Literal[3]
    ENTITIES_FIELD_NUMBER: _t.Literal[4]
    TABLES_FIELD_NUMBER: _t.Literal[5]
    FULL_TEXT_FIELD_NUMBER: _t.Literal[6]
    ROTATE_FIELD_NUMBER: _t.Literal[7]
    MARKDOWN_FIELD_NUMBER: _t.Literal[8]
    PICTURES_FIELD_NUMBER: _t.Literal[9]
    width: _b.int
    """Page width, pixels."""
    height: _b.int
    """Page height, pixels."""
    @_b.property
    def blocks(self) -> _containers.RepeatedCompositeFieldContainer[Block]:
        """Blocks of text, each holding its lines."""
    @_b.property
    def entities(self) -> _containers.RepeatedCompositeFieldContainer[Entity]:
        """Named fields of a document, from the template models (passport, driver-license-front, ...)."""
    @_b.property
    def tables(self) -> _containers.RepeatedCompositeFieldContainer[Table]:
        """Tables, as the model "table" finds them."""
    full_text: _b.str
    """Text of the whole page: its lines, each ended by a line feed. TextSegments point into it."""
    rotate: Angle.ValueType
    """How far the page was found to be turned."""
    markdown: _b.str
    """The page as Markdown, pictures left out. Filled by the models markdown and math-markdown only."""
    @_b.property
    def pictures(self) -> _containers.RepeatedCompositeFieldContainer[Picture]:
        """Places of the pictures on the page."""
    def __init__(
        self,
        *,
        width: _b.int | None = ...,
        height: _b.int | None = ...,
        blocks: _abc.Iterable[Block] | None = ...,
        entities: _abc.Iterable[Entity] | None = ...,
        tables: _abc.Iterable[Table] | None = ...,
        full_text: _b.str | None = ...,
        rotate: Angle.ValueType | None = ...,
        markdown: _b.str | None = ...,
        pictures: _abc.Iterable[Picture] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['width', 'height', 'blocks', 'entities', 'tables', 'full_text', 'rotate', 'markdown', 'pictures']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class Entity(_message.Message):
    """One named field of a document, such as the surname in a passport."""
    NAME_FIELD_NUMBER: _t.Literal[1]
    TEXT_FIELD_NUMBER: _t.Literal[2]
    name: _b.str
    """Field name, which depends on the model: "surname", "birth_date", "stsfront_car_number", ... A
    field recognized with little confidence may be missing altogether.
    """
    text: _b.str
    """Value as text. The passport model writes "-" where a document has no value."""
    def __init__(
        self,
        *,
        name: _b.str | None = ...,
        text: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['name', 'text']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class Block(_message.Message):
    """A block: neighbouring lines that belong together."""
    class DetectedLanguage(_message.Message):
        """A language found in the block."""
        LANGUAGE_CODE_FIELD_NUMBER: _t.Literal[1]
        language_code: _b.str
        """ISO 639-1 code, such as "en"."""
        def __init__(
            self,
            *,
            language_code: _b.str | None = ...,
        ) -> None: ...
        def HasField(self, field_name: _t.Never) -> _b.bool: ...
        def ClearField(self, field_name: _t.Literal['language_code']) -> None: ...
        def WhichOneof(self, oneof_group: _t.Never) -> None: ...

    BOUNDING_BOX_FIELD_NUMBER: _t.Literal[1]
    LINES_FIELD_NUMBER: _t.Literal[2]
    LANGUAGES_FIELD_NUMBER: _t.Literal[3]
    TEXT_SEGMENTS_FIELD_NUMBER: _t.Literal[4]
    LAYOUT_TYPE_FIELD_NUMBER: _t.Literal[5]
    @_b.property
    def bounding_box(self) -> Polygon:
        """Outline of the block."""
    @_b.property
    def lines(self) -> _containers.RepeatedCompositeFieldContainer[Line]:
        """Lines of the block."""
    @_b.property
    def languages(self) -> _containers.RepeatedCompositeFieldContainer[Block.DetectedLanguage]:
        """Languages of the block, normally a single one."""
    @_b.property
    def text_segments(self) -> _containers.RepeatedCompositeFieldContainer[TextSegments]:
        """Which stretches of TextAnnotation.full_text the block covers."""
    layout_type: LayoutType.ValueType
    """Role of the block in the page layout."""
    def __init__(
        self,
        *,
        bounding_box: Polygon | None = ...,
        lines: _abc.Iterable[Line] | None = ...,
        languages: _abc.Iterable[Block.DetectedLanguage] | None = ...,
        text_segments: _abc.Iterable[TextSegments] | None = ...,
        layout_type: LayoutType.ValueType | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['bounding_box']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['bounding_box', 'lines', 'languages', 'text_segments', 'layout_type']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class Line(_message.Message):
    """One line of text. Older answers had a list of alternatives here; this interface has text and
    words directly.
    """
    BOUNDING_BOX_FIELD_NUMBER: _t.Literal[1]
    TEXT_FIELD_NUMBER: _t.Literal[2]
    WORDS_FIELD_NUMBER: _t.Literal[3]
    TEXT_SEGMENTS_FIELD_NUMBER: _t.Literal[4]
    ORIENTATION_FIELD_NUMBER: _t.Literal[5]
    @_b.property
    def bounding_box(self) -> Polygon:
        """Outline of the line."""
    text: _b.str
    """The line as text."""
    @_b.property
    def words(self) -> _containers.RepeatedCompositeFieldContainer[Word]:
        """Words of the line."""
    @_b.property
    def text_segments(self) -> _containers.RepeatedCompositeFieldContainer[TextSegments]:
        """Which stretches of TextAnnotation.full_text the line covers."""
    orientation: Angle.ValueType
    """How far the line is turned."""
    def __init__(
        self,
        *,
        bounding_box: Polygon | None = ...,
        text: _b.str | None = ...,
        words: _abc.Iterable[Word] | None = ...,
        text_segments: _abc.Iterable[TextSegments] | None = ...,
        orientation: Angle.ValueType | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['bounding_box']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['bounding_box', 'text', 'words', 'text_segments', 'orientation']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class Word(_message.Message):
    """One word."""
    BOUNDING_BOX_FIELD_NUMBER: _t.Literal[1]
    TEXT_FIELD_NUMBER: _t.Literal[2]
    ENTITY_INDEX_FIELD_NUMBER: _t.Literal[3]
    TEXT_SEGMENTS_FIELD_NUMBER: _t.Literal[4]
    @_b.property
    def bounding_box(self) -> Polygon:
        """Outline of the word."""
    text: _b.str
    """The word as text."""
    entity_index: _b.int
    """Position in TextAnnotation.entities of the field that the word belongs to, counted from 0; -1
    when it belongs to none.
    """
    @_b.property
    def text_segments(self) -> _containers.RepeatedCompositeFieldContainer[TextSegments]:
        """Which stretches of TextAnnotation.full_text the word covers."""
    def __init__(
        self,
        *,
        bounding_box: Polygon | None = ...,
        text: _b.str | None = ...,
        entity_index: _b.int | None = ...,
        text_segments: _abc.Iterable[TextSegments] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['bounding_box']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['bounding_box', 'text', 'entity_index', 'text_segments']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class TextSegments(_message.Message):
    """A stretch of TextAnnotation.full_text."""
    START_INDEX_FIELD_NUMBER: _t.Literal[1]
    LENGTH_FIELD_NUMBER: _t.Literal[2]
    start_index: _b.int
    """Index of its first character, counted from 0."""
    length: _b.int
    """Number of characters."""
    def __init__(
        self,
        *,
        start_index: _b.int | None = ...,
        length: _b.int | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['start_index', 'length']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class Table(_message.Message):
    """A table."""
    BOUNDING_BOX_FIELD_NUMBER: _t.Literal[1]
    ROW_COUNT_FIELD_NUMBER: _t.Literal[2]
    COLUMN_COUNT_FIELD_NUMBER: _t.Literal[3]
    CELLS_FIELD_NUMBER: _t.Literal[4]
    @_b.property
    def bounding_box(self) -> Polygon:
        """Outline of the table."""
    row_count: _b.int
    """How many rows there are."""
    column_count: _b.int
    """How many columns there are."""
    @_b.property
    def cells(self) -> _containers.RepeatedCompositeFieldContainer[TableCell]:
        """Cells with their row and column numbers."""
    def __init__(
        self,
        *,
        bounding_box: Polygon | None = ...,
        row_count: _b.int | None = ...,
        column_count: _b.int | None = ...,
        cells: _abc.Iterable[TableCell] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['bounding_box']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['bounding_box', 'row_count', 'column_count', 'cells']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class TableCell(_message.Message):
    """One cell of a table."""
    BOUNDING_BOX_FIELD_NUMBER: _t.Literal[1]
    ROW_INDEX_FIELD_NUMBER: _t.Literal[2]
    COLUMN_INDEX_FIELD_NUMBER: _t.Literal[3]
    COLUMN_SPAN_FIELD_NUMBER: _t.Literal[4]
    ROW_SPAN_FIELD_NUMBER: _t.Literal[5]
    TEXT_FIELD_NUMBER: _t.Literal[6]
    TEXT_SEGMENTS_FIELD_NUMBER: _t.Literal[7]
    @_b.property
    def bounding_box(self) -> Polygon:
        """Outline of the cell."""
    row_index: _b.int
    """Row that the cell starts in, counted from 0."""
    column_index: _b.int
    """Column that the cell starts in, counted from 0."""
    column_span: _b.int
    """How many columns the cell spans."""
    row_span: _b.int
    """How many rows the cell spans."""
    text: _b.str
    """The cell as text."""
    @_b.property
    def text_segments(self) -> _containers.RepeatedCompositeFieldContainer[TextSegments]:
        """Which stretches of TextAnnotation.full_text the cell covers."""
    def __init__(
        self,
        *,
        bounding_box: Polygon | None = ...,
        row_index: _b.int | None = ...,
        column_index: _b.int | None = ...,
        column_span: _b.int | None = ...,
        row_span: _b.int | None = ...,
        text: _b.str | None = ...,
        text_segments: _abc.Iterable[TextSegments] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['bounding_box']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['bounding_box', 'row_index', 'column_index', 'column_span', 'row_span', 'text', 'text_segments']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class Picture(_message.Message):
    """A picture on the page."""
    BOUNDING_BOX_FIELD_NUMBER: _t.Literal[1]
    SCORE_FIELD_NUMBER: _t.Literal[2]
    @_b.property
    def bounding_box(self) -> Polygon:
        """Outline of the picture."""
    score: _b.float
    """How sure the service is of the place; higher is surer."""
    def __init__(
        self,
        *,
        bounding_box: Polygon | None = ...,
        score: _b.float | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['bounding_box']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['bounding_box', 'score']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...
