# Generated from yandex/cloud/ai/stt/v3/stt_service.proto by tools/protoc_plugin.py. Do not edit.
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
import ycgrpc_pb.google.protobuf.empty_pb2 as _google_protobuf_empty_pb2
import ycgrpc_pb.yandex.cloud.ai.stt.v3.stt_pb2 as _yandex_cloud_ai_stt_v3_stt_pb2
import ycgrpc_pb.yandex.cloud.api.operation_pb2 as _yandex_cloud_api_operation_pb2
import ycgrpc_pb.yandex.cloud.operation.operation_pb2 as _yandex_cloud_operation_operation_pb2
import ycgrpc_pb.yandex.cloud.validation_pb2 as _yandex_cloud_validation_pb2

DESCRIPTOR: _descriptor.FileDescriptor

class GetRecognitionRequest(_message.Message):
    """Whose transcript to fetch."""
    OPERATION_ID_FIELD_NUMBER: _t.Literal[1]
    operation_id: _b.str
    """Identifier of the operation that AsyncRecognizer.RecognizeFile returned."""
    def __init__(
        self,
        *,
        operation_id: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['operation_id']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...
