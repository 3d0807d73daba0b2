# Generated from yandex/cloud/ai/stt/v3/stt_service.proto by tools/protoc_plugin.py. Do not edit.
import ycgrpc_pb.google.api.annotations_pb2  # noqa: F401
import ycgrpc_pb.google.protobuf.empty_pb2  # noqa: F401
import ycgrpc_pb.yandex.cloud.ai.stt.v3.stt_pb2  # noqa: F401
import ycgrpc_pb.yandex.cloud.api.operation_pb2  # noqa: F401
import ycgrpc_pb.yandex.cloud.operation.operation_pb2  # noqa: F401
import ycgrpc_pb.yandex.cloud.validation_pb2  # noqa: F401
from ycgrpc_pb import _runtime

DESCRIPTOR = _runtime.add_file(
    "yandex/cloud/ai/stt/v3/stt_service.proto",
    b'\n(yandex/cloud/ai/stt/v3/stt_service.proto\x12\x10speechkit.stt.v3\x1a\x1cgoogle/api/annotations.proto\x1a\x1bgoogle/protobuf/empty.proto\x1a yandex/cloud/ai/stt/v3/stt.proto\x1a yandex/cloud/api/operation.proto\x1a&yandex/cloud/operation/operation.proto\x1a\x1dyandex/cloud/validation.proto";\n\x15GetRecognitionRequest\x12"\n\x0coperation_id\x18\x01 \x01(\tB\x0c\xe8\xc71\x01\x8a\xc81\x04<=502o\n\nRecognizer\x12a\n\x12RecognizeStreaming\x12".speechkit.stt.v3.StreamingRequest\x1a#.speechkit.stt.v3.StreamingResponse(\x010\x012\xaf\x03\n\x0fAsyncRecognizer\x12\x9c\x01\n\rRecognizeFile\x12&.speechkit.stt.v3.RecognizeFileRequest\x1a!.yandex.cloud.operation.Operation"@\xb2\xd2*\x17\x12\x15google.protobuf.Empty\x82\xd3\xe4\x93\x02\x1f"\x1a/stt/v3/recognizeFileAsync:\x01*\x12\x80\x01\n\x0eGetRecognition\x12\'.speechkit.stt.v3.GetRecognitionRequest\x1a#.speechkit.stt.v3.StreamingResponse"\x1e\x82\xd3\xe4\x93\x02\x18\x12\x16/stt/v3/getRecognition0\x01\x12z\n\x11DeleteRecognition\x12*.speechkit.stt.v3.DeleteRecognitionRequest\x1a\x16.google.protobuf.Empty"!\x82\xd3\xe4\x93\x02\x1b*\x19/stt/v3/deleteRecognitionB\\\n\x1ayandex.cloud.api.ai.stt.v3Z>github.com/yandex-cloud/go-genproto/yandex/cloud/ai/stt/v3;sttb\x06proto3',
)
_runtime.populate(globals(), DESCRIPTOR)
