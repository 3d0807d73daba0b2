# Generated from yandex/cloud/validation.proto by tools/protoc_plugin.py. Do not edit.
import builtins as _b
import collections.abc as _abc
import typing as _t

import google.protobuf.descriptor as _descriptor
import google.protobuf.internal.containers as _containers
import google.protobuf.internal.enum_type_wrapper as _enum
import google.protobuf.internal.well_known_types as _well_known
import google.protobuf.message as _message
from google.protobuf.internal.extension_dict import _ExtensionFieldDescriptor as _Extension

import ycgrpc_pb.google.protobuf.descriptor_pb2 as _google_protobuf_descriptor_pb2

DESCRIPTOR: _descriptor.FileDescriptor

class MapKeySpec(_message.Message):
    """Rules for the keys of a map field, each in the notation of the field option of the same name."""
    VALUE_FIELD_NUMBER: _t.Literal[1]
    PATTERN_FIELD_NUMBER: _t.Literal[2]
    LENGTH_FIELD_NUMBER: _t.Literal[3]
    value: _b.str
    """Range or comparison that a numeric key must satisfy."""
    pattern: _b.str
    """Regular expression that the whole key must match."""
    length: _b.str
    """Allowed length of a string key, in characters."""
    def __init__(
        self,
        *,
        value: _b.str | None = ...,
        pattern: _b.str | None = ...,
        length: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['value', 'pattern', 'length']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

exactly_one: _Extension[_google_protobuf_descriptor_pb2.OneofOptions, _b.bool]
required: _Extension[_google_protobuf_descriptor_pb2.FieldOptions, _b.bool]
pattern: _Extension[_google_protobuf_descriptor_pb2.FieldOptions, _b.str]
value: _Extension[_google_protobuf_descriptor_pb2.FieldOptions, _b.str]
size: _Extension[_google_protobuf_descriptor_pb2.FieldOptions, _b.str]
length: _Extension[_google_protobuf_descriptor_pb2.FieldOptions, _b.str]
unique: _Extension[_google_protobuf_descriptor_pb2.FieldOptions, _b.bool]
map_key: _Extension[_google_protobuf_descriptor_pb2.FieldOptions, MapKeySpec]
bytes: _Extension[_google_protobuf_descriptor_pb2.FieldOptions, _b.str]
