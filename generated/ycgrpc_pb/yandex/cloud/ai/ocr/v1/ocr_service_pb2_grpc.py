# Generated from yandex/cloud/ai/ocr/v1/ocr_service.proto by tools/protoc_plugin.py. Do not edit.
import ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2 as _yandex_cloud_ai_ocr_v1_ocr_service_pb2
import ycgrpc_pb.yandex.cloud.operation.operation_pb2 as _yandex_cloud_operation_operation_pb2
from ycgrpc_pb import _runtime


class TextRecognitionServiceStub:
    def __init__(self, channel):
        self.Recognize = _runtime.multicallable(
            channel, "unary_stream", "/yandex.cloud.ai.ocr.v1.TextRecognitionService/Recognize", _yandex_cloud_ai_ocr_v1_ocr_service_pb2.RecognizeTextRequest, _yandex_cloud_ai_ocr_v1_ocr_service_pb2.RecognizeTextResponse
        )


TextRecognitionServiceAsyncStub = TextRecognitionServiceStub


class TextRecognitionServiceServicer:
    def Recognize(self, request, context):
        _runtime.unimplemented(context)


def add_TextRecognitionServiceServicer_to_server(servicer, server):
    _runtime.add_service(server, "yandex.cloud.ai.ocr.v1.TextRecognitionService", {
        "Recognize": ("unary_stream", servicer.Recognize, _yandex_cloud_ai_ocr_v1_ocr_service_pb2.RecognizeTextRequest, _yandex_cloud_ai_ocr_v1_ocr_service_pb2.RecognizeTextResponse),
    })


class TextRecognitionAsyncServiceStub:
    def __init__(self, channel):
        self.Recognize = _runtime.multicallable(
            channel, "unary_unary", "/yandex.cloud.ai.ocr.v1.TextRecognitionAsyncService/Recognize", _yandex_cloud_ai_ocr_v1_ocr_service_pb2.RecognizeTextRequest, _yandex_cloud_operation_operation_pb2.Operation
        )
        self.GetRecognition = _runtime.multicallable(
            channel, "unary_stream", "/yandex.cloud.ai.ocr.v1.TextRecognitionAsyncService/GetRecognition", _yandex_cloud_ai_ocr_v1_ocr_service_pb2.GetRecognitionRequest, _yandex_cloud_ai_ocr_v1_ocr_service_pb2.RecognizeTextResponse
        )


TextRecognitionAsyncServiceAsyncStub = TextRecognitionAsyncServiceStub


class TextRecognitionAsyncServiceServicer:
    def Recognize(self, request, context):
        _runtime.unimplemented(context)

    def GetRecognition(self, request, context):
        _runtime.unimplemented(context)


def add_TextRecognitionAsyncServiceServicer_to_server(servicer, server):
    _runtime.add_service(server, "yandex.cloud.ai.ocr.v1.TextRecognitionAsyncService", {
        "Recognize": ("unary_unary", servicer.Recognize, _yandex_cloud_ai_ocr_v1_ocr_service_pb2.RecognizeTextRequest, _yandex_cloud_operation_operation_pb2.Operation),
        "GetRecognition": ("unary_stream", servicer.GetRecognition, _yandex_cloud_ai_ocr_v1_ocr_service_pb2.GetRecognitionRequest, _yandex_cloud_ai_ocr_v1_ocr_service_pb2.RecognizeTextResponse),
    })
