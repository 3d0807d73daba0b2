# Generated from yandex/cloud/api/operation.proto by tools/protoc_plugin.py. Do not edit.
import ycgrpc_pb.google.protobuf.descriptor_pb2  # noqa: F401
from ycgrpc_pb import _runtime

DESCRIPTOR = _runtime.add_file(
    "yandex/cloud/api/operation.proto",
    b'\n yandex/cloud/api/operation.proto\x12\x10yandex.cloud.api\x1a google/protobuf/descriptor.proto"/\n\tOperation\x12\x10\n\x08metadata\x18\x01 \x01(\t\x12\x10\n\x08response\x18\x02 \x01(\t:[\n\toperation\x12\x1e.google.protobuf.MethodOptions\x18\xa6\xaa\x05 \x01(\x0b2\x1b.yandex.cloud.api.OperationR\toperationB:Z8github.com/yandex-cloud/go-genproto/yandex/cloud/api;apib\x06proto3',
)
_runtime.populate(globals(), DESCRIPTOR)
