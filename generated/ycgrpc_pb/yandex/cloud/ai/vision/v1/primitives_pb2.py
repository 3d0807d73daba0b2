# Generated from yandex/cloud/ai/vision/v1/primitives.proto by tools/protoc_plugin.py. Do not edit.
from ycgrpc_pb import _runtime

DESCRIPTOR = _runtime.add_file(
    "yandex/cloud/ai/vision/v1/primitives.proto",
    b'\n*yandex/cloud/ai/vision/v1/primitives.proto\x12\x19yandex.cloud.ai.vision.v1">\n\x07Polygon\x123\n\x08vertices\x18\x01 \x03(\x0b2!.yandex.cloud.ai.vision.v1.Vertex"\x1e\n\x06Vertex\x12\t\n\x01x\x18\x01 \x01(\x03\x12\t\n\x01y\x18\x02 \x01(\x03Be\n\x1dyandex.cloud.api.ai.vision.v1ZDgithub.com/yandex-cloud/go-genproto/yandex/cloud/ai/vision/v1;visionb\x06proto3',
)
_runtime.populate(globals(), DESCRIPTOR)
