# Generated from yandex/cloud/ai/vision/v1/text_detection.proto by tools/protoc_plugin.py. Do not edit.
import builtins as _b
import collections.abc as _abc
import typing as _t

import google.protobuf.descriptor as _descriptor
import google.protobuf.internal.containers as _containers
import google.protobuf.internal.enum_type_wrapper as _enum
import google.protobuf.internal.well_known_types as _well_known
import google.protobuf.message as _message
from google.protobuf.internal.extension_dict import _ExtensionFieldDescriptor as _Extension

import ycgrpc_pb.yandex.cloud.ai.vision.v1.primitives_pb2 as _yandex_cloud_ai_vision_v1_primitives_pb2

DESCRIPTOR: _descriptor.FileDescriptor

class TextAnnotation(_message.Message):
    """Everything recognized in one file."""
    PAGES_FIELD_NUMBER: _t.Literal[1]
    @_b.property
    def pages(self) -> _containers.RepeatedCompositeFieldContainer[Page]:
        """Pages of the file, just one for an image."""
    def __init__(
        self,
        *,
        pages: _abc.Iterable[Page] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['pages']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class Page(_message.Message):
    """One page."""
    WIDTH_FIELD_NUMBER: _t.Literal[1]
    HEIGHT_FIELD_NUMBER: _t.Literal[2]
    BLOCKS_FIELD_NUMBER: _t.Literal[3]
    ENTITIES_FIELD_NUMBER: _t.Literal[4]
    width: _b.int
    """Page width, pixels."""
    height: _b.int
    """Page height, pixels."""
    @_b.property
    def blocks(self) -> _containers.RepeatedCompositeFieldContainer[Block]:
        """Blocks of text, each holding its lines."""
    @_b.property
    def entities(self) -> _containers.RepeatedCompositeFieldContainer[Entity]:
        """Named fields of a document."""
    def __init__(
        self,
        *,
        width: _b.int | None = ...,
        height: _b.int | None = ...,
        blocks: _abc.Iterable[Block] | None = ...,
        entities: _abc.Iterable[Entity] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['width', 'height', 'blocks', 'entities']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class Entity(_message.Message):
    """One named field of a document, such as a surname."""
    NAME_FIELD_NUMBER: _t.Literal[1]
    TEXT_FIELD_NUMBER: _t.Literal[2]
    name: _b.str
    """Field name, which depends on the model."""
    text: _b.str
    """Value as text."""
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
    BOUNDING_BOX_FIELD_NUMBER: _t.Literal[1]
    LINES_FIELD_NUMBER: _t.Literal[2]
    @_b.property
    def bounding_box(self) -> _yandex_cloud_ai_vision_v1_primitives_pb2.Polygon:
        """Outline of the block."""
    @_b.property
    def lines(self) -> _containers.RepeatedCompositeFieldContainer[Line]:
        """Lines of the block."""
    def __init__(
        self,
        *,
        bounding_box: _yandex_cloud_ai_vision_v1_primitives_pb2.Polygon | None = ...,
        lines: _abc.Iterable[Line] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['bounding_box']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['bounding_box', 'lines']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class Line(_message.Message):
    """One line of text."""
    BOUNDING_BOX_FIELD_NUMBER: _t.Literal[1]
    WORDS_FIELD_NUMBER: _t.Literal[2]
    CONFIDENCE_FIELD_NUMBER: _t.Literal[3]
    @_b.property
    def bounding_box(self) -> _yandex_cloud_ai_vision_v1_primitives_pb2.Polygon:
        """Outline of the line."""
    @_b.property
    def words(self) -> _containers.RepeatedCompositeFieldContainer[Word]:
        """Words of the line."""
    confidence: _b.float
    """How sure the service is of the line, from 0 to 1."""
    def __init__(
        self,
        *,
        bounding_box: _yandex_cloud_ai_vision_v1_primitives_pb2.Polygon | None = ...,
        words: _abc.Iterable[Word] | None = ...,
        confidence: _b.float | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['bounding_box']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['bounding_box', 'words', 'confidence']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class Word(_message.Message):
    """One word."""
    class DetectedLanguage(_message.Message):
        """A language that the word may be in."""
        LANGUAGE_CODE_FIELD_NUMBER: _t.Literal[1]
        CONFIDENCE_FIELD_NUMBER: _t.Literal[2]
        language_code: _b.str
        """ISO 639-1 code, such as "en"."""
        confidence: _b.float
        """How sure the service is of the language, from 0 to 1."""
        def __init__(
            self,
            *,
            language_code: _b.str | None = ...,
            confidence: _b.float | None = ...,
        ) -> None: ...
        def HasField(self, field_name: _t.Never) -> _b.bool: ...
        def ClearField(self, field_name: _t.Literal['language_code', 'confidence']) -> None: ...
        def WhichOneof(self, oneof_group: _t.Never) -> None: ...

    BOUNDING_BOX_FIELD_NUMBER: _t.Literal[1]
    TEXT_FIELD_NUMBER: _t.Literal[2]
    CONFIDENCE_FIELD_NUMBER: _t.Literal[3]
    LANGUAGES_FIELD_NUMBER: _t.Literal[4]
    ENTITY_INDEX_FIELD_NUMBER: _t.Literal[5]
    @_b.property
    def bounding_box(self) -> _yandex_cloud_ai_vision_v1_primitives_pb2.Polygon:
        """Outline of the word."""
    text: _b.str
    """The word as text."""
    confidence: _b.float
    """How sure the service is of the word, from 0 to 1."""
    @_b.property
    def languages(self) -> _containers.RepeatedCompositeFieldContainer[Word.DetectedLanguage]:
        """Languages that the word may be in."""
    entity_index: _b.int
    """Position in Page.entities of the field that the word belongs to, counted from 0; -1 when it
    belongs to none.
    """
    def __init__(
        self,
        *,
        bounding_box: _yandex_cloud_ai_vision_v1_primitives_pb2.Polygon | None = ...,
        text: _b.str | None = ...,
        confidence: _b.float | None = ...,
        languages: _abc.Iterable[Word.DetectedLanguage] | None = ...,
        entity_index: _b.int | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['bounding_box']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['bounding_box', 'text', 'confidence', 'languages', 'entity_index']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...
