# Generated from yandex/cloud/endpoint/api_endpoint.proto by tools/protoc_plugin.py. Do not edit.
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

class ApiEndpoint(_message.Message):
    """Where one service answers."""
    ID_FIELD_NUMBER: _t.Literal[1]
    ADDRESS_FIELD_NUMBER: _t.Literal[2]
    id: _b.str
    """Short name of the service, for example "ai-vision-ocr", "ai-stt-v3", "operation" or "iam"."""
    address: _b.str
    """Host and port to connect to over TLS, for example "iam.api.cloud.yandex.net:443"."""
    def __init__(
        self,
        *,
        id: _b.str | None = ...,
        address: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['id', 'address']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...
