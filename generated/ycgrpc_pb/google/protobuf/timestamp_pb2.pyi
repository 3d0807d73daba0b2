# Generated from google/protobuf/timestamp.proto by tools/protoc_plugin.py. Do not edit.
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

class Timestamp(_message.Message, _well_known.Timestamp):
    SECONDS_FIELD_NUMBER: _t.Literal[1]
    NANOS_FIELD_NUMBER: _t.Literal[2]
    seconds: _b.int
    nanos: _b.int
    def __init__(
        self,
        *,
        seconds: _b.int | None = ...,
        nanos: _b.int | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['seconds', 'nanos']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...
