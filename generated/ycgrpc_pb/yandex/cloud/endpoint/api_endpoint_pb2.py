# Generated from yandex/cloud/endpoint/api_endpoint.proto by tools/protoc_plugin.py. Do not edit.
from ycgrpc_pb import _runtime

DESCRIPTOR = _runtime.add_file(
    "yandex/cloud/endpoint/api_endpoint.proto",
    b'\n(yandex/cloud/endpoint/api_endpoint.proto\x12\x15yandex.cloud.endpoint"*\n\x0bApiEndpoint\x12\n\n\x02id\x18\x01 \x01(\t\x12\x0f\n\x07address\x18\x02 \x01(\tB_\n\x19yandex.cloud.api.endpointZBgithub.com/yandex-cloud/go-genproto/yandex/cloud/endpoint;endpointb\x06proto3',
)
_runtime.populate(globals(), DESCRIPTOR)
