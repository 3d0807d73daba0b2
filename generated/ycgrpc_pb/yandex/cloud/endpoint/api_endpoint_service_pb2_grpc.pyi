# Generated from yandex/cloud/endpoint/api_endpoint_service.proto by tools/protoc_plugin.py. Do not edit.
import collections.abc as _abc
import typing as _t

import grpc
import grpc.aio

import ycgrpc_pb.yandex.cloud.endpoint.api_endpoint_pb2 as _yandex_cloud_endpoint_api_endpoint_pb2
import ycgrpc_pb.yandex.cloud.endpoint.api_endpoint_service_pb2 as _yandex_cloud_endpoint_api_endpoint_service_pb2

class ApiEndpointServiceStub:
    """The service directory of one installation. Needs no credentials."""
    def __init__(self, channel: grpc.Channel) -> None: ...
    Get: grpc.UnaryUnaryMultiCallable[_yandex_cloud_endpoint_api_endpoint_service_pb2.GetApiEndpointRequest, _yandex_cloud_endpoint_api_endpoint_pb2.ApiEndpoint]
    """Address of a single service."""
    List: grpc.UnaryUnaryMultiCallable[_yandex_cloud_endpoint_api_endpoint_service_pb2.ListApiEndpointsRequest, _yandex_cloud_endpoint_api_endpoint_service_pb2.ListApiEndpointsResponse]
    """Addresses of all services, in one answer."""

class ApiEndpointServiceAsyncStub:
    """The service directory of one installation. Needs no credentials."""
    def __init__(self, channel: grpc.aio.Channel) -> None: ...
    Get: grpc.aio.UnaryUnaryMultiCallable[_yandex_cloud_endpoint_api_endpoint_service_pb2.GetApiEndpointRequest, _yandex_cloud_endpoint_api_endpoint_pb2.ApiEndpoint]
    """Address of a single service."""
    List: grpc.aio.UnaryUnaryMultiCallable[_yandex_cloud_endpoint_api_endpoint_service_pb2.ListApiEndpointsRequest, _yandex_cloud_endpoint_api_endpoint_service_pb2.ListApiEndpointsResponse]
    """Addresses of all services, in one answer."""

class ApiEndpointServiceServicer:
    """The service directory of one installation. Needs no credentials."""
    def Get(self, request: _yandex_cloud_endpoint_api_endpoint_service_pb2.GetApiEndpointRequest, context: _t.Any) -> _yandex_cloud_endpoint_api_endpoint_pb2.ApiEndpoint | _abc.Awaitable[_yandex_cloud_endpoint_api_endpoint_pb2.ApiEndpoint]:
        """Address of a single service."""
    def List(self, request: _yandex_cloud_endpoint_api_endpoint_service_pb2.ListApiEndpointsRequest, context: _t.Any) -> _yandex_cloud_endpoint_api_endpoint_service_pb2.ListApiEndpointsResponse | _abc.Awaitable[_yandex_cloud_endpoint_api_endpoint_service_pb2.ListApiEndpointsResponse]:
        """Addresses of all services, in one answer."""

def add_ApiEndpointServiceServicer_to_server(
    servicer: ApiEndpointServiceServicer, server: grpc.Server | grpc.aio.Server
) -> None: ...
