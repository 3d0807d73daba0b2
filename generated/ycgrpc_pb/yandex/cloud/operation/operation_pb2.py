# Generated from yandex/cloud/operation/operation.proto by tools/protoc_plugin.py. Do not edit.
import ycgrpc_pb.google.protobuf.any_pb2  # noqa: F401
import ycgrpc_pb.google.protobuf.timestamp_pb2  # noqa: F401
import ycgrpc_pb.google.rpc.status_pb2  # noqa: F401
from ycgrpc_pb import _runtime

DESCRIPTOR = _runtime.add_file(
    "yandex/cloud/operation/operation.proto",
    b'\n&yandex/cloud/operation/operation.proto\x12\x16yandex.cloud.operation\x1a\x19google/protobuf/any.proto\x1a\x1fgoogle/protobuf/timestamp.proto\x1a\x17google/rpc/status.proto"\xb0\x02\n\tOperation\x12\n\n\x02id\x18\x01 \x01(\t\x12\x13\n\x0bdescription\x18\x02 \x01(\t\x12.\n\ncreated_at\x18\x03 \x01(\x0b2\x1a.google.protobuf.Timestamp\x12\x12\n\ncreated_by\x18\x04 \x01(\t\x12/\n\x0bmodified_at\x18\x05 \x01(\x0b2\x1a.google.protobuf.Timestamp\x12\x0c\n\x04done\x18\x06 \x01(\x08\x12&\n\x08metadata\x18\x07 \x01(\x0b2\x14.google.protobuf.Any\x12#\n\x05error\x18\x08 \x01(\x0b2\x12.google.rpc.StatusH\x00\x12(\n\x08response\x18\t \x01(\x0b2\x14.google.protobuf.AnyH\x00B\x08\n\x06resultBb\n\x1ayandex.cloud.api.operationZDgithub.com/yandex-cloud/go-genproto/yandex/cloud/operation;operationb\x06proto3',
)
_runtime.populate(globals(), DESCRIPTOR)
