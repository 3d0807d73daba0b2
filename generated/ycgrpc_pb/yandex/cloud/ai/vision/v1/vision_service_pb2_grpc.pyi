# Generated from yandex/cloud/ai/vision/v1/vision_service.proto by tools/protoc_plugin.py. Do not edit.
import collections.abc as _abc
import typing as _t

import grpc
import grpc.aio

import ycgrpc_pb.yandex.cloud.ai.vision.v1.vision_service_pb2 as _yandex_cloud_ai_vision_v1_vision_service_pb2

class VisionServiceStub:
    """Analysis of images in batches."""
    def __init__(self, channel: grpc.Channel) -> None: ...
    BatchAnalyze: grpc.UnaryUnaryMultiCallable[_yandex_cloud_ai_vision_v1_vision_service_pb2.BatchAnalyzeRequest, _yandex_cloud_ai_vision_v1_vision_service_pb2.BatchAnalyzeResponse]
    """Analyzes up to 8 files. The call succeeds even where files or features fail: look for the error
    slots in the answer.
    """

class VisionServiceAsyncStub:
    """Analysis of images in batches."""
    def __init__(self, channel: grpc.aio.Channel) -> None: ...
    BatchAnalyze: grpc.aio.UnaryUnaryMultiCallable[_yandex_cloud_ai_vision_v1_vision_service_pb2.BatchAnalyzeRequest, _yandex_cloud_ai_vision_v1_vision_service_pb2.BatchAnalyzeResponse]
    """Analyzes up to 8 files. The call succeeds even where files or features fail: look for the error
    slots in the answer.
    """

class VisionServiceServicer:
    """Analysis of images in batches."""
    def BatchAnalyze(self, request: _yandex_cloud_ai_vision_v1_vision_service_pb2.BatchAnalyzeRequest, context: _t.Any) -> _yandex_cloud_ai_vision_v1_vision_service_pb2.BatchAnalyzeResponse | _abc.Awaitable[_yandex_cloud_ai_vision_v1_vision_service_pb2.BatchAnalyzeResponse]:
        """Analyzes up to 8 files. The call succeeds even where files or features fail: look for the error
        slots in the answer.
        """

def add_VisionServiceServicer_to_server(
    servicer: VisionServiceServicer, server: grpc.Server | grpc.aio.Server
) -> None: ...
