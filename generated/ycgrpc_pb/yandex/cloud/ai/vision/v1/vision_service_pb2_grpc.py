# Generated from yandex/cloud/ai/vision/v1/vision_service.proto by tools/protoc_plugin.py. Do not edit.
import ycgrpc_pb.yandex.cloud.ai.vision.v1.vision_service_pb2 as _yandex_cloud_ai_vision_v1_vision_service_pb2
from ycgrpc_pb import _runtime


class VisionServiceStub:
    def __init__(self, channel):
        self.BatchAnalyze = _runtime.multicallable(
            channel, "unary_unary", "/yandex.cloud.ai.vision.v1.VisionService/BatchAnalyze", _yandex_cloud_ai_vision_v1_vision_service_pb2.BatchAnalyzeRequest, _yandex_cloud_ai_vision_v1_vision_service_pb2.BatchAnalyzeResponse
        )


VisionServiceAsyncStub = VisionServiceStub


class VisionServiceServicer:
    def BatchAnalyze(self, request, context):
        _runtime.unimplemented(context)


def add_VisionServiceServicer_to_server(servicer, server):
    _runtime.add_service(server, "yandex.cloud.ai.vision.v1.VisionService", {
        "BatchAnalyze": ("unary_unary", servicer.BatchAnalyze, _yandex_cloud_ai_vision_v1_vision_service_pb2.BatchAnalyzeRequest, _yandex_cloud_ai_vision_v1_vision_service_pb2.BatchAnalyzeResponse),
    })
