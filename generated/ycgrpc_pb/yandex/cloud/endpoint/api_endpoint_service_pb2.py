# Generated from yandex/cloud/endpoint/api_endpoint_service.proto by tools/protoc_plugin.py. Do not edit.
import ycgrpc_pb.google.api.annotations_pb2  # noqa: F401
import ycgrpc_pb.yandex.cloud.endpoint.api_endpoint_pb2  # noqa: F401
from ycgrpc_pb import _runtime

DESCRIPTOR = _runtime.add_file(
    "yandex/cloud/endpoint/api_endpoint_service.proto",
    b'\n0yandex/cloud/endpoint/api_endpoint_service.proto\x12\x15yandex.cloud.endpoint\x1a\x1cgoogle/api/annotations.proto\x1a(yandex/cloud/endpoint/api_endpoint.proto"0\n\x15GetApiEndpointRequest\x12\x17\n\x0fapi_endpoint_id\x18\x01 \x01(\t"H\n\x17ListApiEndpointsRequest\x12\x15\n\tpage_size\x18\x01 \x01(\x03B\x02\x18\x01\x12\x16\n\npage_token\x18\x02 \x01(\tB\x02\x18\x01"j\n\x18ListApiEndpointsResponse\x125\n\tendpoints\x18\x01 \x03(\x0b2".yandex.cloud.endpoint.ApiEndpoint\x12\x17\n\x0fnext_page_token\x18\x02 \x01(\t2\x90\x02\n\x12ApiEndpointService\x12}\n\x03Get\x12,.yandex.cloud.endpoint.GetApiEndpointRequest\x1a".yandex.cloud.endpoint.ApiEndpoint"$\x82\xd3\xe4\x93\x02\x1e\x12\x1c/endpoints/{api_endpoint_id}\x12{\n\x04List\x12..yandex.cloud.endpoint.ListApiEndpointsRequest\x1a/.yandex.cloud.endpoint.ListApiEndpointsResponse"\x12\x82\xd3\xe4\x93\x02\x0c\x12\n/endpointsB_\n\x19yandex.cloud.api.endpointZBgithub.com/yandex-cloud/go-genproto/yandex/cloud/endpoint;endpointb\x06proto3',
)
_runtime.populate(globals(), DESCRIPTOR)
