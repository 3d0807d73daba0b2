# Generated from yandex/cloud/ai/stt/v2/stt_service.proto by tools/protoc_plugin.py. Do not edit.
import ycgrpc_pb.yandex.cloud.ai.stt.v2.stt_service_pb2 as _yandex_cloud_ai_stt_v2_stt_service_pb2
import ycgrpc_pb.yandex.cloud.operation.operation_pb2 as _yandex_cloud_operation_operation_pb2
from ycgrpc_pb import _runtime


class SttServiceStub:
    def __init__(self, channel):
        self.LongRunningRecognize = _runtime.multicallable(
            channel, "unary_unary", "/yandex.cloud.ai.stt.v2.SttService/LongRunningRecognize", _yandex_cloud_ai_stt_v2_stt_service_pb2.LongRunningRecognitionRequest, _yandex_cloud_operation_operation_pb2.Operation
        )
        self.StreamingRecognize = _runtime.multicallable(
            channel, "stream_stream", "/yandex.cloud.ai.stt.v2.SttService/StreamingRecognize", _yandex_cloud_ai_stt_v2_stt_service_pb2.StreamingRecognitionRequest, _yandex_cloud_ai_stt_v2_stt_service_pb2.StreamingRecognitionResponse
        )


SttServiceAsyncStub = SttServiceStub


class SttServiceServicer:
    def LongRunningRecognize(self, request, context):
        _runtime.unimplemented(context)

    def StreamingRecognize(self, request, context):
        _runtime.unimplemented(context)


def add_SttServiceServicer_to_server(servicer, server):
    _runtime.add_service(server, "yandex.cloud.ai.stt.v2.SttService", {
        "LongRunningRecognize": ("unary_unary", servicer.LongRunningRecognize, _yandex_cloud_ai_stt_v2_stt_service_pb2.LongRunningRecognitionRequest, _yandex_cloud_operation_operation_pb2.Operation),
        "StreamingRecognize": ("stream_stream", servicer.StreamingRecognize, _yandex_cloud_ai_stt_v2_stt_service_pb2.StreamingRecognitionRequest, _yandex_cloud_ai_stt_v2_stt_service_pb2.StreamingRecognitionResponse),
    })
