# Generated from google/rpc/status.proto by tools/protoc_plugin.py. Do not edit.
import builtins as _b
import collections.abc as _abc
import typing as _t

import google.protobuf.descriptor as _descriptor
import google.protobuf.internal.containers as _containers
import google.protobuf.internal.enum_type_wrapper as _enum
import google.protobuf.internal.well_known_types as _well_known
import google.protobuf.message as _message
from google.protobuf.internal.extension_dict import _ExtensionFieldDescriptor as _Extension

import ycgrpc_pb.google.protobuf.any_pb2 as _google_protobuf_any_pb2

DESCRIPTOR: _descriptor.FileDescriptor

class Status(_message.Message):
    CODE_FIELD_NUMBER: _t.Literal[1]
    MESSAGE_FIELD_NUMBER: _t.Literal[2]
    DETAILS_FIELD_NUMBER: _t.Literal[3]
    code: _b.int
    message: _b.str
    @_b.property
    def details(self) -> _containers.RepeatedCompositeFieldContainer[_google_protobuf_any_pb2.Any]: ...
    def __init__(
        self,
        *,
        code: _b.int | None = ...,
        message: _b.str | None = ...,
        details: _abc.Iterable[_google_protobuf_any_pb2.Any] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['code', 'message', 'details']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...
