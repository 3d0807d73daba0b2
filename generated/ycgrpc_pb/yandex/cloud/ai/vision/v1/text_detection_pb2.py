# Generated from yandex/cloud/ai/vision/v1/text_detection.proto by tools/protoc_plugin.py. Do not edit.
import ycgrpc_pb.yandex.cloud.ai.vision.v1.primitives_pb2  # noqa: F401
from ycgrpc_pb import _runtime

DESCRIPTOR = _runtime.add_file(
    "yandex/cloud/ai/vision/v1/text_detection.proto",
    b'\n.yandex/cloud/ai/vision/v1/text_detection.proto\x12\x19yandex.cloud.ai.vision.v1\x1a*yandex/cloud/ai/vision/v1/primitives.proto"@\n\x0eTextAnnotation\x12.\n\x05pages\x18\x01 \x03(\x0b2\x1f.yandex.cloud.ai.vision.v1.Page"\x8c\x01\n\x04Page\x12\r\n\x05width\x18\x01 \x01(\x03\x12\x0e\n\x06height\x18\x02 \x01(\x03\x120\n\x06blocks\x18\x03 \x03(\x0b2 .yandex.cloud.ai.vision.v1.Block\x123\n\x08entities\x18\x04 \x03(\x0b2!.yandex.cloud.ai.vision.v1.Entity"$\n\x06Entity\x12\x0c\n\x04name\x18\x01 \x01(\t\x12\x0c\n\x04text\x18\x02 \x01(\t"q\n\x05Block\x128\n\x0cbounding_box\x18\x01 \x01(\x0b2".yandex.cloud.ai.vision.v1.Polygon\x12.\n\x05lines\x18\x02 \x03(\x0b2\x1f.yandex.cloud.ai.vision.v1.Line"\x84\x01\n\x04Line\x128\n\x0cbounding_box\x18\x01 \x01(\x0b2".yandex.cloud.ai.vision.v1.Polygon\x12.\n\x05words\x18\x02 \x03(\x0b2\x1f.yandex.cloud.ai.vision.v1.Word\x12\x12\n\nconfidence\x18\x03 \x01(\x01"\xfc\x01\n\x04Word\x128\n\x0cbounding_box\x18\x01 \x01(\x0b2".yandex.cloud.ai.vision.v1.Polygon\x12\x0c\n\x04text\x18\x02 \x01(\t\x12\x12\n\nconfidence\x18\x03 \x01(\x01\x12C\n\tlanguages\x18\x04 \x03(\x0b20.yandex.cloud.ai.vision.v1.Word.DetectedLanguage\x12\x14\n\x0centity_index\x18\x05 \x01(\x03\x1a=\n\x10DetectedLanguage\x12\x15\n\rlanguage_code\x18\x01 \x01(\t\x12\x12\n\nconfidence\x18\x02 \x01(\x01Be\n\x1dyandex.cloud.api.ai.vision.v1ZDgithub.com/yandex-cloud/go-genproto/yandex/cloud/ai/vision/v1;visionb\x06proto3',
)
_runtime.populate(globals(), DESCRIPTOR)
