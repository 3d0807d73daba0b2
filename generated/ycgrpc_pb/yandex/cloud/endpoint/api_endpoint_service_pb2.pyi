# Generated from yandex/cloud/endpoint/api_endpoint_service.proto by tools/protoc_plugin.py. Do not edit.
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
import ycgrpc_pb.yandex.cloud.endpoint.api_endpoint_pb2 as _yandex_cloud_endpoint_api_endpoint_pb2

DESCRIPTOR: _descriptor.FileDescriptor

class GetApiEndpointRequest(_message.Message):
    """Which service to look up."""
    API_ENDPOINT_ID_FIELD_NUMBER: _t.Literal[1]
    api_endpoint_id: _b.str
    """Short name of the service, see ApiEndpoint.id."""
    def __init__(
        self,
        *,
        api_endpoint_id: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['api_endpoint_id']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class ListApiEndpointsRequest(_message.Message):
    """Asks for the whole directory; nothing needs to be set."""
    PAGE_SIZE_FIELD_NUMBER: _t.Literal[1]
    PAGE_TOKEN_FIELD_NUMBER: _t.Literal[2]
    page_size: _b.int
    """Has no effect: the directory is never split into pages."""
    page_token: _b.str
    """Has no effect: the directory is never split into pages."""
    def __init__(
        self,
        *,
        page_size: _b.int | None = ...,
        page_token: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['page_size', 'page_token']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class ListApiEndpointsResponse(_message.Message):
    """The whole directory."""
    ENDPOINTS_FIELD_NUMBER: _t.Literal[1]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _t.Literal[2]
    @_b.property
    def endpoints(self) -> _containers.RepeatedCompositeFieldContainer[_yandex_cloud_endpoint_api_endpoint_pb2.ApiEndpoint]:
        """Every service of the installation."""
    next_page_token: _b.str
    """Left empty, since there is no further page."""
    def __init__(
        self,
        *,
        endpoints: _abc.Iterable[_yandex_cloud_endpoint_api_endpoint_pb2.ApiEndpoint] | None = ...,
        next_page_token: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['endpoints', 'next_page_token']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...
