# Generated from yandex/cloud/endpoint/api_endpoint_service.proto by tools/protoc_plugin.py. Do not edit.
import ycgrpc_pb.yandex.cloud.endpoint.api_endpoint_pb2 as _yandex_cloud_endpoint_api_endpoint_pb2
import ycgrpc_pb.yandex.cloud.endpoint.api_endpoint_service_pb2 as _yandex_cloud_endpoint_api_endpoint_service_pb2
from ycgrpc_pb import _runtime


class ApiEndpointServiceStub:
    def __init__(self, channel):
        self.Get = _runtime.multicallable(
            channel, "unary_unary", "/yandex.cloud.endpoint.ApiEndpointService/Get", _yandex_cloud_endpoint_api_endpoint_service_pb2.GetApiEndpointRequest, _yandex_cloud_endpoint_api_endpoint_pb2.ApiEndpoint
        )
        self.List = _runtime.multicallable(
            channel, "unary_unary", "/yandex.cloud.endpoint.ApiEndpointService/List", _yandex_cloud_endpoint_api_endpoint_service_pb2.ListApiEndpointsRequest, _yandex_cloud_endpoint_api_endpoint_service_pb2.ListApiEndpointsResponse
        )


ApiEndpointServiceAsyncStub = ApiEndpointServiceStub


class ApiEndpointServiceServicer:
    def Get(self, request, context):
        _runtime.unimplemented(context)

    def List(self, request, context):
        _runtime.unimplemented(context)


def add_ApiEndpointServiceServicer_to_server(servicer, server):
    _runtime.add_service(server, "yandex.cloud.endpoint.ApiEndpointService", {
        "Get": ("unary_unary", servicer.Get, _yandex_cloud_endpoint_api_endpoint_service_pb2.GetApiEndpointRequest, _yandex_cloud_endpoint_api_endpoint_pb2.ApiEndpoint),
        "List": ("unary_unary", servicer.List, _yandex_cloud_endpoint_api_endpoint_service_pb2.ListApiEndpointsRequest, _yandex_cloud_endpoint_api_endpoint_service_pb2.ListApiEndpointsResponse),
    })
