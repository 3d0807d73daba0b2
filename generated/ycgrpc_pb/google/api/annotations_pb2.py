# Generated from google/api/annotations.proto by tools/protoc_plugin.py. Do not edit.
import ycgrpc_pb.google.api.http_pb2  # noqa: F401
import ycgrpc_pb.google.protobuf.descriptor_pb2  # noqa: F401
from ycgrpc_pb import _runtime

DESCRIPTOR = _runtime.add_file(
    "google/api/annotations.proto",
    b'\n\x1cgoogle/api/annotations.proto\x12\ngoogle.api\x1a\x15google/api/http.proto\x1a google/protobuf/descriptor.proto:K\n\x04http\x12\x1e.google.protobuf.MethodOptions\x18\xb0\xca\xbc" \x01(\x0b2\x14.google.api.HttpRuleR\x04httpBn\n\x0ecom.google.apiB\x10AnnotationsProtoP\x01ZAgoogle.golang.org/genproto/googleapis/api/annotations;annotations\xa2\x02\x04GAPIb\x06proto3',
)
_runtime.populate(globals(), DESCRIPTOR)
