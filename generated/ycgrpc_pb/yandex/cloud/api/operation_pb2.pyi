# Generated from yandex/cloud/api/operation.proto by tools/protoc_plugin.py. Do not edit.
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

class Operation(_message.Message):
    """Message types inside the operation that a method returns. A name without dots is looked up in the
    package of the method.
    """
    METADATA_FIELD_NUMBER: _t.Literal[1]
    RESPONSE_FIELD_NUMBER: _t.Literal[2]
    metadata: _b.str
    """Type of the operation's metadata; empty when the method documents none."""
    response: _b.str
    """Type of the operation's response, google.protobuf.Empty for methods that return no data in it."""
    def __init__(
        self,
        *,
        metadata: _b.str | None = ...,
        response: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['metadata', 'response']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

operation: _Extension[_google_protobuf_descriptor_pb2.MethodOptions, Operation]
