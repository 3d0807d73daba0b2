# Generated from google/protobuf/any.proto by tools/protoc_plugin.py. Do not edit.
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

class Any(_message.Message, _well_known.Any):
    TYPE_URL_FIELD_NUMBER: _t.Literal[1]
    VALUE_FIELD_NUMBER: _t.Literal[2]
    type_url: _b.str
    value: _b.bytes
    def __init__(
        self,
        *,
        type_url: _b.str | None = ...,
        value: _b.bytes | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['type_url', 'value']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...
