# Generated from yandex/cloud/operation/operation_service.proto by tools/protoc_plugin.py. Do not edit.
import ycgrpc_pb.google.api.annotations_pb2  # noqa: F401
import ycgrpc_pb.yandex.cloud.operation.operation_pb2  # noqa: F401
import ycgrpc_pb.yandex.cloud.validation_pb2  # noqa: F401
from ycgrpc_pb import _runtime

DESCRIPTOR = _runtime.add_file(
    "yandex/cloud/operation/operation_service.proto",
    b'\n.yandex/cloud/operation/operation_service.proto\x12\x16yandex.cloud.operation\x1a\x1cgoogle/api/annotations.proto\x1a&yandex/cloud/operation/operation.proto\x1a\x1dyandex/cloud/validation.proto"1\n\x13GetOperationRequest\x12\x1a\n\x0coperation_id\x18\x01 \x01(\tB\x04\xe8\xc71\x01"4\n\x16CancelOperationRequest\x12\x1a\n\x0coperation_id\x18\x01 \x01(\tB\x04\xe8\xc71\x012\x96\x02\n\x10OperationService\x12y\n\x03Get\x12+.yandex.cloud.operation.GetOperationRequest\x1a!.yandex.cloud.operation.Operation""\x82\xd3\xe4\x93\x02\x1c\x12\x1a/operations/{operation_id}\x12\x86\x01\n\x06Cancel\x12..yandex.cloud.operation.CancelOperationRequest\x1a!.yandex.cloud.operation.Operation")\x82\xd3\xe4\x93\x02#\x12!/operations/{operation_id}:cancelBb\n\x1ayandex.cloud.api.operationZDgithub.com/yandex-cloud/go-genproto/yandex/cloud/operation;operationb\x06proto3',
)
_runtime.populate(globals(), DESCRIPTOR)
