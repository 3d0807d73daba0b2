# Generated from yandex/cloud/ai/vision/v1/face_detection.proto by tools/protoc_plugin.py. Do not edit.
import ycgrpc_pb.yandex.cloud.ai.vision.v1.primitives_pb2  # noqa: F401
from ycgrpc_pb import _runtime

DESCRIPTOR = _runtime.add_file(
    "yandex/cloud/ai/vision/v1/face_detection.proto",
    b'\n.yandex/cloud/ai/vision/v1/face_detection.proto\x12\x19yandex.cloud.ai.vision.v1\x1a*yandex/cloud/ai/vision/v1/primitives.proto"@\n\x0eFaceAnnotation\x12.\n\x05faces\x18\x01 \x03(\x0b2\x1f.yandex.cloud.ai.vision.v1.Face"@\n\x04Face\x128\n\x0cbounding_box\x18\x01 \x01(\x0b2".yandex.cloud.ai.vision.v1.PolygonBe\n\x1dyandex.cloud.api.ai.vision.v1ZDgithub.com/yandex-cloud/go-genproto/yandex/cloud/ai/vision/v1;visionb\x06proto3',
)
_runtime.populate(globals(), DESCRIPTOR)
