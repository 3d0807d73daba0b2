# Generated from yandex/cloud/ai/vision/v1/classification.proto by tools/protoc_plugin.py. Do not edit.
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

class ClassAnnotation(_message.Message):
    """Classes that the image was put in."""
    PROPERTIES_FIELD_NUMBER: _t.Literal[1]
    @_b.property
    def properties(self) -> _containers.RepeatedCompositeFieldContainer[Property]:
        """Classes with their probabilities."""
    def __init__(
        self,
        *,
        properties: _abc.Iterable[Property] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['properties']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class Property(_message.Message):
    """One class."""
    NAME_FIELD_NUMBER: _t.Literal[1]
    PROBABILITY_FIELD_NUMBER: _t.Literal[2]
    name: _b.str
    """Name of the class."""
    probability: _b.float
    """How likely the image belongs to it, from 0 to 1."""
    def __init__(
        self,
        *,
        name: _b.str | None = ...,
        probability: _b.float | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['name', 'probability']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...
