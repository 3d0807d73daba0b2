# Generated from yandex/cloud/operation/operation_service.proto by tools/protoc_plugin.py. Do not edit.
import builtins as _b
import collections.abc as _abc
import typing as _t

import google.protobuf.descriptor as _descriptor
import google.protobuf.internal.containers as _containers
import google.protobuf.internal.enum_type_wrapper as _enum
import google.protobuf.internal.well_known_types as _well_known
import google.protobuf.message as _message
from google.protobuf.internal.extension_dict import _ExtensionFieldDescriptor as _Extension

import ycgrpc_pb.google.api.annotations_pb2 as _google_api_annotations_pb2
import ycgrpc_pb.yandex.cloud.operation.operation_pb2 as _yandex_cloud_operation_operation_pb2
import ycgrpc_pb.yandex.cloud.validation_pb2 as _yandex_cloud_validation_pb2

DESCRIPTOR: _descriptor.FileDescriptor

class GetOperationRequest(_message.Message):
    """Which operation to look up."""
    OPERATION_ID_FIELD_NUMBER: _t.Literal[1]
    operation_id: _b.str
    """Operation.id as the starting call returned it."""
    def __init__(
        self,
        *,
        operation_id: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['operation_id']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class CancelOperationRequest(_message.Message):
    """Which operation to cancel."""
    OPERATION_ID_FIELD_NUMBER: _t.Literal[1]
    operation_id: _b.str
    """Operation.id as the starting call returned it."""
    def __init__(
        self,
        *,
        operation_id: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['operation_id']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...
