# Generated from yandex/cloud/ai/stt/v3/stt_service.proto by tools/protoc_plugin.py. Do not edit.
import collections.abc as _abc
import typing as _t

import grpc
import grpc.aio

import ycgrpc_pb.google.protobuf.empty_pb2 as _google_protobuf_empty_pb2
import ycgrpc_pb.yandex.cloud.ai.stt.v3.stt_pb2 as _yandex_cloud_ai_stt_v3_stt_pb2
import ycgrpc_pb.yandex.cloud.ai.stt.v3.stt_service_pb2 as _yandex_cloud_ai_stt_v3_stt_service_pb2
import ycgrpc_pb.yandex.cloud.operation.operation_pb2 as _yandex_cloud_operation_operation_pb2

class RecognizerStub:
    """Recognition of live speech. Quota: 40 requests per second."""
    def __init__(self, channel: grpc.Channel) -> None: ...
    RecognizeStreaming: grpc.StreamStreamMultiCallable[_yandex_cloud_ai_stt_v3_stt_pb2.StreamingRequest, _yandex_cloud_ai_stt_v3_stt_pb2.StreamingResponse]
    """Recognizes speech as it is spoken: one channel, at most 5 minutes and 10 MB per session. The
    service closes a session that sends nothing for 5 seconds, and ends one that is too long with
    OUT_OF_RANGE.
    """

class RecognizerAsyncStub:
    """Recognition of live speech. Quota: 40 requests per second."""
    def __init__(self, channel: grpc.aio.Channel) -> None: ...
    RecognizeStreaming: grpc.aio.StreamStreamMultiCallable[_yandex_cloud_ai_stt_v3_stt_pb2.StreamingRequest, _yandex_cloud_ai_stt_v3_stt_pb2.StreamingResponse]
    """Recognizes speech as it is spoken: one channel, at most 5 minutes and 10 MB per session. The
    service closes a session that sends nothing for 5 seconds, and ends one that is too long with
    OUT_OF_RANGE.
    """

class RecognizerServicer:
    """Recognition of live speech. Quota: 40 requests per second."""
    def RecognizeStreaming(self, request: _t.Any, context: _t.Any) -> _abc.Iterator[_yandex_cloud_ai_stt_v3_stt_pb2.StreamingResponse] | _abc.AsyncIterator[_yandex_cloud_ai_stt_v3_stt_pb2.StreamingResponse]:
        """Recognizes speech as it is spoken: one channel, at most 5 minutes and 10 MB per session. The
        service closes a session that sends nothing for 5 seconds, and ends one that is too long with
        OUT_OF_RANGE.
        """

def add_RecognizerServicer_to_server(
    servicer: RecognizerServicer, server: grpc.Server | grpc.aio.Server
) -> None: ...

class AsyncRecognizerStub:
    """Recognition of recordings in the background."""
    def __init__(self, channel: grpc.Channel) -> None: ...
    RecognizeFile: grpc.UnaryUnaryMultiCallable[_yandex_cloud_ai_stt_v3_stt_pb2.RecognizeFileRequest, _yandex_cloud_operation_operation_pb2.Operation]
    """Submits a recording and returns at once. The operation's response is Empty: the transcript
    comes from GetRecognition. Every call is billed, repeated ones too. Quota: 500 per hour.
    """
    GetRecognition: grpc.UnaryStreamMultiCallable[_yandex_cloud_ai_stt_v3_stt_service_pb2.GetRecognitionRequest, _yandex_cloud_ai_stt_v3_stt_pb2.StreamingResponse]
    """Streams the transcript of a submitted recording: for each channel finals, their refinements and
    ends of utterances. NOT_FOUND until it is ready. Kept for 3 days.
    """
    DeleteRecognition: grpc.UnaryUnaryMultiCallable[_yandex_cloud_ai_stt_v3_stt_pb2.DeleteRecognitionRequest, _google_protobuf_empty_pb2.Empty]
    """Deletes the transcript of a submitted recording before its time."""

class AsyncRecognizerAsyncStub:
    """Recognition of recordings in the background."""
    def __init__(self, channel: grpc.aio.Channel) -> None: ...
    RecognizeFile: grpc.aio.UnaryUnaryMultiCallable[_yandex_cloud_ai_stt_v3_stt_pb2.RecognizeFileRequest, _yandex_cloud_operation_operation_pb2.Operation]
    """Submits a recording and returns at once. The operation's response is Empty: the transcript
    comes from GetRecognition. Every call is billed, repeated ones too. Quota: 500 per hour.
    """
    GetRecognition: grpc.aio.UnaryStreamMultiCallable[_yandex_cloud_ai_stt_v3_stt_service_pb2.GetRecognitionRequest, _yandex_cloud_ai_stt_v3_stt_pb2.StreamingResponse]
    """Streams the transcript of a submitted recording: for each channel finals, their refinements and
    ends of utterances. NOT_FOUND until it is ready. Kept for 3 days.
    """
    DeleteRecognition: grpc.aio.UnaryUnaryMultiCallable[_yandex_cloud_ai_stt_v3_stt_pb2.DeleteRecognitionRequest, _google_protobuf_empty_pb2.Empty]
    """Deletes the transcript of a submitted recording before its time."""

class AsyncRecognizerServicer:
    """Recognition of recordings in the background."""
    def RecognizeFile(self, request: _yandex_cloud_ai_stt_v3_stt_pb2.RecognizeFileRequest, context: _t.Any) -> _yandex_cloud_operation_operation_pb2.Operation | _abc.Awaitable[_yandex_cloud_operation_operation_pb2.Operation]:
        """Submits a recording and returns at once. The operation's response is Empty: the transcript
        comes from GetRecognition. Every call is billed, repeated ones too. Quota: 500 per hour.
        """
    def GetRecognition(self, request: _yandex_cloud_ai_stt_v3_stt_service_pb2.GetRecognitionRequest, context: _t.Any) -> _abc.Iterator[_yandex_cloud_ai_stt_v3_stt_pb2.StreamingResponse] | _abc.AsyncIterator[_yandex_cloud_ai_stt_v3_stt_pb2.StreamingResponse]:
        """Streams the transcript of a submitted recording: for each channel finals, their refinements and
        ends of utterances. NOT_FOUND until it is ready. Kept for 3 days.
        """
    def DeleteRecognition(self, request: _yandex_cloud_ai_stt_v3_stt_pb2.DeleteRecognitionRequest, context: _t.Any) -> _google_protobuf_empty_pb2.Empty | _abc.Awaitable[_google_protobuf_empty_pb2.Empty]:
        """Deletes the transcript of a submitted recording before its time."""

def add_AsyncRecognizerServicer_to_server(
    servicer: AsyncRecognizerServicer, server: grpc.Server | grpc.aio.Server
) -> None: ...
