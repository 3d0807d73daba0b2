# Generated from yandex/cloud/ai/ocr/v1/ocr_service.proto by tools/protoc_plugin.py. Do not edit.
import collections.abc as _abc
import typing as _t

import grpc
import grpc.aio

import ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2 as _yandex_cloud_ai_ocr_v1_ocr_service_pb2
import ycgrpc_pb.yandex.cloud.operation.operation_pb2 as _yandex_cloud_operation_operation_pb2

class TextRecognitionServiceStub:
    """Recognition while the caller waits. Quota: 1 request per second."""
    def __init__(self, channel: grpc.Channel) -> None: ...
    Recognize: grpc.UnaryStreamMultiCallable[_yandex_cloud_ai_ocr_v1_ocr_service_pb2.RecognizeTextRequest, _yandex_cloud_ai_ocr_v1_ocr_service_pb2.RecognizeTextResponse]
    """Recognizes an image or a one-page PDF and streams the result, one message per page."""

class TextRecognitionServiceAsyncStub:
    """Recognition while the caller waits. Quota: 1 request per second."""
    def __init__(self, channel: grpc.aio.Channel) -> None: ...
    Recognize: grpc.aio.UnaryStreamMultiCallable[_yandex_cloud_ai_ocr_v1_ocr_service_pb2.RecognizeTextRequest, _yandex_cloud_ai_ocr_v1_ocr_service_pb2.RecognizeTextResponse]
    """Recognizes an image or a one-page PDF and streams the result, one message per page."""

class TextRecognitionServiceServicer:
    """Recognition while the caller waits. Quota: 1 request per second."""
    def Recognize(self, request: _yandex_cloud_ai_ocr_v1_ocr_service_pb2.RecognizeTextRequest, context: _t.Any) -> _abc.Iterator[_yandex_cloud_ai_ocr_v1_ocr_service_pb2.RecognizeTextResponse] | _abc.AsyncIterator[_yandex_cloud_ai_ocr_v1_ocr_service_pb2.RecognizeTextResponse]:
        """Recognizes an image or a one-page PDF and streams the result, one message per page."""

def add_TextRecognitionServiceServicer_to_server(
    servicer: TextRecognitionServiceServicer, server: grpc.Server | grpc.aio.Server
) -> None: ...

class TextRecognitionAsyncServiceStub:
    """Recognition in the background."""
    def __init__(self, channel: grpc.Channel) -> None: ...
    Recognize: grpc.UnaryUnaryMultiCallable[_yandex_cloud_ai_ocr_v1_ocr_service_pb2.RecognizeTextRequest, _yandex_cloud_operation_operation_pb2.Operation]
    """Submits a file and returns at once. The operation's response is Empty: pages come from
    GetRecognition. Every call is billed, repeated ones too. Quota: 10 per second.
    """
    GetRecognition: grpc.UnaryStreamMultiCallable[_yandex_cloud_ai_ocr_v1_ocr_service_pb2.GetRecognitionRequest, _yandex_cloud_ai_ocr_v1_ocr_service_pb2.RecognizeTextResponse]
    """Streams the result of a submitted file, page by page. NOT_FOUND until it is ready, and possibly
    for a moment after the operation is done. Kept for 3 days. Quota: 50 per second.
    """

class TextRecognitionAsyncServiceAsyncStub:
    """Recognition in the background."""
    def __init__(self, channel: grpc.aio.Channel) -> None: ...
    Recognize: grpc.aio.UnaryUnaryMultiCallable[_yandex_cloud_ai_ocr_v1_ocr_service_pb2.RecognizeTextRequest, _yandex_cloud_operation_operation_pb2.Operation]
    """Submits a file and returns at once. The operation's response is Empty: pages come from
    GetRecognition. Every call is billed, repeated ones too. Quota: 10 per second.
    """
    GetRecognition: grpc.aio.UnaryStreamMultiCallable[_yandex_cloud_ai_ocr_v1_ocr_service_pb2.GetRecognitionRequest, _yandex_cloud_ai_ocr_v1_ocr_service_pb2.RecognizeTextResponse]
    """Streams the result of a submitted file, page by page. NOT_FOUND until it is ready, and possibly
    for a moment after the operation is done. Kept for 3 days. Quota: 50 per second.
    """

class TextRecognitionAsyncServiceServicer:
    """Recognition in the background."""
    def Recognize(self, request: _yandex_cloud_ai_ocr_v1_ocr_service_pb2.RecognizeTextRequest, context: _t.Any) -> _yandex_cloud_operation_operation_pb2.Operation | _abc.Awaitable[_yandex_cloud_operation_operation_pb2.Operation]:
        """Submits a file and returns at once. The operation's response is Empty: pages come from
        GetRecognition. Every call is billed, repeated ones too. Quota: 10 per second.
        """
    def GetRecognition(self, request: _yandex_cloud_ai_ocr_v1_ocr_service_pb2.GetRecognitionRequest, context: _t.Any) -> _abc.Iterator[_yandex_cloud_ai_ocr_v1_ocr_service_pb2.RecognizeTextResponse] | _abc.AsyncIterator[_yandex_cloud_ai_ocr_v1_ocr_service_pb2.RecognizeTextResponse]:
        """Streams the result of a submitted file, page by page. NOT_FOUND until it is ready, and possibly
        for a moment after the operation is done. Kept for 3 days. Quota: 50 per second.
        """

def add_TextRecognitionAsyncServiceServicer_to_server(
    servicer: TextRecognitionAsyncServiceServicer, server: grpc.Server | grpc.aio.Server
) -> None: ...
