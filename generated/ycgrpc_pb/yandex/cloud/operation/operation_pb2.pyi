# Generated from yandex/cloud/operation/operation.proto by tools/protoc_plugin.py. Do not edit.
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
import ycgrpc_pb.google.protobuf.timestamp_pb2 as _google_protobuf_timestamp_pb2
import ycgrpc_pb.google.rpc.status_pb2 as _google_rpc_status_pb2

DESCRIPTOR: _descriptor.FileDescriptor

class Operation(_message.Message):
    """State of a long-running call: poll it with OperationService.Get until done is true."""
    ID_FIELD_NUMBER: _t.Literal[1]
    DESCRIPTION_FIELD_NUMBER: _t.Literal[2]
    CREATED_AT_FIELD_NUMBER: _t.Literal[3]
    CREATED_BY_FIELD_NUMBER: _t.Literal[4]
    MODIFIED_AT_FIELD_NUMBER: _t.Literal[5]
    DONE_FIELD_NUMBER: _t.Literal[6]
    METADATA_FIELD_NUMBER: _t.Literal[7]
    ERROR_FIELD_NUMBER: _t.Literal[8]
    RESPONSE_FIELD_NUMBER: _t.Literal[9]
    id: _b.str
    """Identifier to poll, to cancel, or to fetch results by. Its prefix hints at the service, but is
    no contract.
    """
    description: _b.str
    """What the operation does, in words; at most 256 characters."""
    @_b.property
    def created_at(self) -> _google_protobuf_timestamp_pb2.Timestamp:
        """When the service accepted the call."""
    created_by: _b.str
    """Identifier of the account, user or service account, that made the call."""
    @_b.property
    def modified_at(self) -> _google_protobuf_timestamp_pb2.Timestamp:
        """When this record last changed."""
    done: _b.bool
    """False while work goes on, true once nothing more will change."""
    @_b.property
    def metadata(self) -> _google_protobuf_any_pb2.Any:
        """Details that belong to the service, often which resource is worked on; unset for the
        recognition services.
        """
    @_b.property
    def error(self) -> _google_rpc_status_pb2.Status:
        """Why the operation failed or was cancelled. Test its presence, not its code: an unset status
        reads as code 0.
        """
    @_b.property
    def response(self) -> _google_protobuf_any_pb2.Any:
        """What the operation produced. Empty for OCR and STT v3, whose results come from
        GetRecognition; STT v2 puts its LongRunningRecognitionResponse here and nowhere else.
        """
    def __init__(
        self,
        *,
        id: _b.str | None = ...,
        description: _b.str | None = ...,
        created_at: _google_protobuf_timestamp_pb2.Timestamp | None = ...,
        created_by: _b.str | None = ...,
        modified_at: _google_protobuf_timestamp_pb2.Timestamp | None = ...,
        done: _b.bool | None = ...,
        metadata: _google_protobuf_any_pb2.Any | None = ...,
        error: _google_rpc_status_pb2.Status | None = ...,
        response: _google_protobuf_any_pb2.Any | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['created_at', 'modified_at', 'metadata', 'error', 'response', 'result']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['id', 'description', 'created_at', 'created_by', 'modified_at', 'done', 'metadata', 'error', 'response', 'result']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Literal['result']) -> _t.Literal['error', 'response'] | None: ...
