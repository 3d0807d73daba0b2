# Generated from yandex/cloud/ai/stt/v3/stt_service.proto by tools/protoc_plugin.py. Do not edit.
import ycgrpc_pb.google.protobuf.empty_pb2 as _google_protobuf_empty_pb2
import ycgrpc_pb.yandex.cloud.ai.stt.v3.stt_pb2 as _yandex_cloud_ai_stt_v3_stt_pb2
import ycgrpc_pb.yandex.cloud.ai.stt.v3.stt_service_pb2 as _yandex_cloud_ai_stt_v3_stt_service_pb2
import ycgrpc_pb.yandex.cloud.operation.operation_pb2 as _yandex_cloud_operation_operation_pb2
from ycgrpc_pb import _runtime


class RecognizerStub:
    def __init__(self, channel):
        self.RecognizeStreaming = _runtime.multicallable(
            channel, "stream_stream", "/speechkit.stt.v3.Recognizer/RecognizeStreaming", _yandex_cloud_ai_stt_v3_stt_pb2.StreamingRequest, _yandex_cloud_ai_stt_v3_stt_pb2.StreamingResponse
        )


RecognizerAsyncStub = RecognizerStub


class RecognizerServicer:
    def RecognizeStreaming(self, request, context):
        _runtime.unimplemented(context)


def add_RecognizerServicer_to_server(servicer, server):
    _runtime.add_service(server, "speechkit.stt.v3.Recognizer", {
        "RecognizeStreaming": ("stream_stream", servicer.RecognizeStreaming, _yandex_cloud_ai_stt_v3_stt_pb2.StreamingRequest, _yandex_cloud_ai_stt_v3_stt_pb2.StreamingResponse),
    })


class AsyncRecognizerStub:
    def __init__(self, channel):
        self.RecognizeFile = _runtime.multicallable(
            channel, "unary_unary", "/speechkit.stt.v3.AsyncRecognizer/RecognizeFile", _yandex_cloud_ai_stt_v3_stt_pb2.RecognizeFileRequest, _yandex_cloud_operation_operation_pb2.Operation
        )
        self.GetRecognition = _runtime.multicallable(
            channel, "unary_stream", "/speechkit.stt.v3.AsyncRecognizer/GetRecognition", _yandex_cloud_ai_stt_v3_stt_service_pb2.GetRecognitionRequest, _yandex_cloud_ai_stt_v3_stt_pb2.StreamingResponse
        )
        self.DeleteRecognition = _runtime.multicallable(
            channel, "unary_unary", "/speechkit.stt.v3.AsyncRecognizer/DeleteRecognition", _yandex_cloud_ai_stt_v3_stt_pb2.DeleteRecognitionRequest, _google_protobuf_empty_pb2.Empty
        )


AsyncRecognizerAsyncStub = AsyncRecognizerStub


class AsyncRecognizerServicer:
    def RecognizeFile(self, request, context):
        _runtime.unimplemented(context)

    def GetRecognition(self, request, context):
        _runtime.unimplemented(context)

    def DeleteRecognition(self, request, context):
        _runtime.unimplemented(context)


def add_AsyncRecognizerServicer_to_server(servicer, server):
    _runtime.add_service(server, "speechkit.stt.v3.AsyncRecognizer", {
        "RecognizeFile": ("unary_unary", servicer.RecognizeFile, _yandex_cloud_ai_stt_v3_stt_pb2.RecognizeFileRequest, _yandex_cloud_operation_operation_pb2.Operation),
        "GetRecognition": ("unary_stream", servicer.GetRecognition, _yandex_cloud_ai_stt_v3_stt_service_pb2.GetRecognitionRequest, _yandex_cloud_ai_stt_v3_stt_pb2.StreamingResponse),
        "DeleteRecognition": ("unary_unary", servicer.DeleteRecognition, _yandex_cloud_ai_stt_v3_stt_pb2.DeleteRecognitionRequest, _google_protobuf_empty_pb2.Empty),
    })
