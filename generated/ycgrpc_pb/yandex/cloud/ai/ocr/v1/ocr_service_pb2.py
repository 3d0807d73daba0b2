# Generated from yandex/cloud/ai/ocr/v1/ocr_service.proto by tools/protoc_plugin.py. Do not edit.
import ycgrpc_pb.google.api.annotations_pb2  # noqa: F401
import ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_pb2  # noqa: F401
import ycgrpc_pb.yandex.cloud.api.operation_pb2  # noqa: F401
import ycgrpc_pb.yandex.cloud.operation.operation_pb2  # noqa: F401
import ycgrpc_pb.yandex.cloud.validation_pb2  # noqa: F401
from ycgrpc_pb import _runtime

DESCRIPTOR = _runtime.add_file(
    "yandex/cloud/ai/ocr/v1/ocr_service.proto",
    b'\n(yandex/cloud/ai/ocr/v1/ocr_service.proto\x12\x16yandex.cloud.ai.ocr.v1\x1a\x1cgoogle/api/annotations.proto\x1a yandex/cloud/ai/ocr/v1/ocr.proto\x1a yandex/cloud/api/operation.proto\x1a&yandex/cloud/operation/operation.proto\x1a\x1dyandex/cloud/validation.proto"w\n\x14RecognizeTextRequest\x12\x11\n\x07content\x18\x01 \x01(\x0cH\x00\x12\x11\n\tmime_type\x18\x02 \x01(\t\x12\x16\n\x0elanguage_codes\x18\x03 \x03(\t\x12\x17\n\x05model\x18\x04 \x01(\tB\x08\x8a\xc81\x04<=50B\x08\n\x06source"f\n\x15RecognizeTextResponse\x12?\n\x0ftext_annotation\x18\x01 \x01(\x0b2&.yandex.cloud.ai.ocr.v1.TextAnnotation\x12\x0c\n\x04page\x18\x02 \x01(\x03";\n\x15GetRecognitionRequest\x12"\n\x0coperation_id\x18\x01 \x01(\tB\x0c\xe8\xc71\x01\x8a\xc81\x04<=502\xa7\x01\n\x16TextRecognitionService\x12\x8c\x01\n\tRecognize\x12,.yandex.cloud.ai.ocr.v1.RecognizeTextRequest\x1a-.yandex.cloud.ai.ocr.v1.RecognizeTextResponse" \x82\xd3\xe4\x93\x02\x1a"\x15/ocr/v1/recognizeText:\x01*0\x012\xd1\x02\n\x1bTextRecognitionAsyncService\x12\x9e\x01\n\tRecognize\x12,.yandex.cloud.ai.ocr.v1.RecognizeTextRequest\x1a!.yandex.cloud.operation.Operation"@\xb2\xd2*\x17\x12\x15google.protobuf.Empty\x82\xd3\xe4\x93\x02\x1f"\x1a/ocr/v1/recognizeTextAsync:\x01*\x12\x90\x01\n\x0eGetRecognition\x12-.yandex.cloud.ai.ocr.v1.GetRecognitionRequest\x1a-.yandex.cloud.ai.ocr.v1.RecognizeTextResponse"\x1e\x82\xd3\xe4\x93\x02\x18\x12\x16/ocr/v1/getRecognition0\x01B\\\n\x1ayandex.cloud.api.ai.ocr.v1Z>github.com/yandex-cloud/go-genproto/yandex/cloud/ai/ocr/v1;ocrb\x06proto3',
)
_runtime.populate(globals(), DESCRIPTOR)
