# Generated from yandex/cloud/ai/vision/v1/primitives.proto by tools/protoc_plugin.py. Do not edit.
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
    """A point on the page."""
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
