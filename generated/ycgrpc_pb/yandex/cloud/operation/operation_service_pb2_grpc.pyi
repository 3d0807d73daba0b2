# Generated from yandex/cloud/operation/operation_service.proto by tools/protoc_plugin.py. Do not edit.
import collections.abc as _abc
import typing as _t

import grpc
import grpc.aio

import ycgrpc_pb.yandex.cloud.operation.operation_pb2 as _yandex_cloud_operation_operation_pb2
import ycgrpc_pb.yandex.cloud.operation.operation_service_pb2 as _yandex_cloud_operation_operation_service_pb2

class OperationServiceStub:
    """Operations by identifier, whichever service started them."""
    def __init__(self, channel: grpc.Channel) -> None: ...
    Get: grpc.UnaryUnaryMultiCallable[_yandex_cloud_operation_operation_service_pb2.GetOperationRequest, _yandex_cloud_operation_operation_pb2.Operation]
    """Current state of one operation. Polling counts against the quota of the service that started
    it: OCR allows 50 looks per second, STT v3 5 per second, STT v2 2500 per hour.
    """
    Cancel: grpc.UnaryUnaryMultiCallable[_yandex_cloud_operation_operation_service_pb2.CancelOperationRequest, _yandex_cloud_operation_operation_pb2.Operation]
    """Asks for an operation to be stopped, without a promise that it will be. The HTTP verb is GET,
    as upstream has it, although the call changes state.
    """

class OperationServiceAsyncStub:
    """Operations by identifier, whichever service started them."""
    def __init__(self, channel: grpc.aio.Channel) -> None: ...
    Get: grpc.aio.UnaryUnaryMultiCallable[_yandex_cloud_operation_operation_service_pb2.GetOperationRequest, _yandex_cloud_operation_operation_pb2.Operation]
    """Current state of one operation. Polling counts against the quota of the service that started
    it: OCR allows 50 looks per second, STT v3 5 per second, STT v2 2500 per hour.
    """
    Cancel: grpc.aio.UnaryUnaryMultiCallable[_yandex_cloud_operation_operation_service_pb2.CancelOperationRequest, _yandex_cloud_operation_operation_pb2.Operation]
    """Asks for an operation to be stopped, without a promise that it will be. The HTTP verb is GET,
    as upstream has it, although the call changes state.
    """

class OperationServiceServicer:
    """Operations by identifier, whichever service started them."""
    def Get(self, request: _yandex_cloud_operation_operation_service_pb2.GetOperationRequest, context: _t.Any) -> _yandex_cloud_operation_operation_pb2.Operation | _abc.Awaitable[_yandex_cloud_operation_operation_pb2.Operation]:
        """Current state of one operation. Polling counts against the quota of the service that started
        it: OCR allows 50 looks per second, STT v3 5 per second, STT v2 2500 per hour.
        """
    def Cancel(self, request: _yandex_cloud_operation_operation_service_pb2.CancelOperationRequest, context: _t.Any) -> _yandex_cloud_operation_operation_pb2.Operation | _abc.Awaitable[_yandex_cloud_operation_operation_pb2.Operation]:
        """Asks for an operation to be stopped, without a promise that it will be. The HTTP verb is GET,
        as upstream has it, although the call changes state.
        """

def add_OperationServiceServicer_to_server(
    servicer: OperationServiceServicer, server: grpc.Server | grpc.aio.Server
) -> None: ...
