# Generated from yandex/cloud/ai/stt/v2/stt_service.proto by tools/protoc_plugin.py. Do not edit.
import collections.abc as _abc
import typing as _t

import grpc
import grpc.aio

import ycgrpc_pb.yandex.cloud.ai.stt.v2.stt_service_pb2 as _yandex_cloud_ai_stt_v2_stt_service_pb2
import ycgrpc_pb.yandex.cloud.operation.operation_pb2 as _yandex_cloud_operation_operation_pb2

class SttServiceStub:
    """Speech recognition. The two methods live on different hosts: stt.* for streams, transcribe.* for
    recordings.
    """
    def __init__(self, channel: grpc.Channel) -> None: ...
    LongRunningRecognize: grpc.UnaryUnaryMultiCallable[_yandex_cloud_ai_stt_v2_stt_service_pb2.LongRunningRecognitionRequest, _yandex_cloud_operation_operation_pb2.Operation]
    """Transcribes a recording in the background. The transcript arrives in Operation.response, kept
    for 3 days; one minute of one channel takes about 10 seconds. Only service accounts may call
    it. Quota: 500 per hour.
    """
    StreamingRecognize: grpc.StreamStreamMultiCallable[_yandex_cloud_ai_stt_v2_stt_service_pb2.StreamingRecognitionRequest, _yandex_cloud_ai_stt_v2_stt_service_pb2.StreamingRecognitionResponse]
    """Recognizes speech as it is spoken: one channel, at most 5 minutes and 10 MB per session. The
    service closes a session that sends nothing for 5 seconds.
    """

class SttServiceAsyncStub:
    """Speech recognition. The two methods live on different hosts: stt.* for streams, transcribe.* for
    recordings.
    """
    def __init__(self, channel: grpc.aio.Channel) -> None: ...
    LongRunningRecognize: grpc.aio.UnaryUnaryMultiCallable[_yandex_cloud_ai_stt_v2_stt_service_pb2.LongRunningRecognitionRequest, _yandex_cloud_operation_operation_pb2.Operation]
    """Transcribes a recording in the background. The transcript arrives in Operation.response, kept
    for 3 days; one minute of one channel takes about 10 seconds. Only service accounts may call
    it. Quota: 500 per hour.
    """
    StreamingRecognize: grpc.aio.StreamStreamMultiCallable[_yandex_cloud_ai_stt_v2_stt_service_pb2.StreamingRecognitionRequest, _yandex_cloud_ai_stt_v2_stt_service_pb2.StreamingRecognitionResponse]
    """Recognizes speech as it is spoken: one channel, at most 5 minutes and 10 MB per session. The
    service closes a session that sends nothing for 5 seconds.
    """

class SttServiceServicer:
    """Speech recognition. The two methods live on different hosts: stt.* for streams, transcribe.* for
    recordings.
    """
    def LongRunningRecognize(self, request: _yandex_cloud_ai_stt_v2_stt_service_pb2.LongRunningRecognitionRequest, context: _t.Any) -> _yandex_cloud_operation_operation_pb2.Operation | _abc.Awaitable[_yandex_cloud_operation_operation_pb2.Operation]:
        """Transcribes a recording in the background. The transcript arrives in Operation.response, kept
        for 3 days; one minute of one channel takes about 10 seconds. Only service accounts may call
        it. Quota: 500 per hour.
        """
    def StreamingRecognize(self, request: _t.Any, context: _t.Any) -> _abc.Iterator[_yandex_cloud_ai_stt_v2_stt_service_pb2.StreamingRecognitionResponse] | _abc.AsyncIterator[_yandex_cloud_ai_stt_v2_stt_service_pb2.StreamingRecognitionResponse]:
        """Recognizes speech as it is spoken: one channel, at most 5 minutes and 10 MB per session. The
        service closes a session that sends nothing for 5 seconds.
        """

def add_SttServiceServicer_to_server(
    servicer: SttServiceServicer, server: grpc.Server | grpc.aio.Server
) -> None: ...
