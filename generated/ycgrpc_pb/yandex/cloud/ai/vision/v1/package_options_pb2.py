# Generated from yandex/cloud/ai/vision/v1/package_options.proto by tools/protoc_plugin.py. Do not edit.
from ycgrpc_pb import _runtime

DESCRIPTOR = _runtime.add_file(
    "yandex/cloud/ai/vision/v1/package_options.proto",
    b'\n/yandex/cloud/ai/vision/v1/package_options.proto\x12\x19yandex.cloud.ai.vision.v1BFZDgithub.com/yandex-cloud/go-genproto/yandex/cloud/ai/vision/v1;visionb\x06proto3',
)
_runtime.populate(globals(), DESCRIPTOR)
