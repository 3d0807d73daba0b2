# Generated from yandex/cloud/operation/operation_service.proto by tools/protoc_plugin.py. Do not edit.
import ycgrpc_pb.yandex.cloud.operation.operation_pb2 as _yandex_cloud_operation_operation_pb2
import ycgrpc_pb.yandex.cloud.operation.operation_service_pb2 as _yandex_cloud_operation_operation_service_pb2
from ycgrpc_pb import _runtime


class OperationServiceStub:
    def __init__(self, channel):
        self.Get = _runtime.multicallable(
            channel, "unary_unary", "/yandex.cloud.operation.OperationService/Get", _yandex_cloud_operation_operation_service_pb2.GetOperationRequest, _yandex_cloud_operation_operation_pb2.Operation
        )
        self.Cancel = _runtime.multicallable(
            channel, "unary_unary", "/yandex.cloud.operation.OperationService/Cancel", _yandex_cloud_operation_operation_service_pb2.CancelOperationRequest, _yandex_cloud_operation_operation_pb2.Operation
        )


OperationServiceAsyncStub = OperationServiceStub


class OperationServiceServicer:
    def Get(self, request, context):
        _runtime.unimplemented(context)

    def Cancel(self, request, context):
        _runtime.unimplemented(context)


def add_OperationServiceServicer_to_server(servicer, server):
    _runtime.add_service(server, "yandex.cloud.operation.OperationService", {
        "Get": ("unary_unary", servicer.Get, _yandex_cloud_operation_operation_service_pb2.GetOperationRequest, _yandex_cloud_operation_operation_pb2.Operation),
        "Cancel": ("unary_unary", servicer.Cancel, _yandex_cloud_operation_operation_service_pb2.CancelOperationRequest, _yandex_cloud_operation_operation_pb2.Operation),
    })
