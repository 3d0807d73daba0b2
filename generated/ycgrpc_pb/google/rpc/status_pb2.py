# Generated from google/rpc/status.proto by tools/protoc_plugin.py. Do not edit.
import ycgrpc_pb.google.protobuf.any_pb2  # noqa: F401
from ycgrpc_pb import _runtime

DESCRIPTOR = _runtime.add_file(
    "google/rpc/status.proto",
    b'\n\x17google/rpc/status.proto\x12\ngoogle.rpc\x1a\x19google/protobuf/any.proto"N\n\x06Status\x12\x0c\n\x04code\x18\x01 \x01(\x05\x12\x0f\n\x07message\x18\x02 \x01(\t\x12%\n\x07details\x18\x03 \x03(\x0b2\x14.google.protobuf.AnyB^\n\x0ecom.google.rpcB\x0bStatusProtoP\x01Z7google.golang.org/genproto/googleapis/rpc/status;status\xa2\x02\x03RPCb\x06proto3',
)
_runtime.populate(globals(), DESCRIPTOR)
