# Generated from yandex/cloud/ai/vision/v1/image_copy_search.proto by tools/protoc_plugin.py. Do not edit.
from ycgrpc_pb import _runtime

DESCRIPTOR = _runtime.add_file(
    "yandex/cloud/ai/vision/v1/image_copy_search.proto",
    b'\n1yandex/cloud/ai/vision/v1/image_copy_search.proto\x12\x19yandex.cloud.ai.vision.v1"j\n\x19ImageCopySearchAnnotation\x12\x12\n\ncopy_count\x18\x01 \x01(\x03\x129\n\x0btop_results\x18\x02 \x03(\x0b2$.yandex.cloud.ai.vision.v1.CopyMatch"T\n\tCopyMatch\x12\x11\n\timage_url\x18\x01 \x01(\t\x12\x10\n\x08page_url\x18\x02 \x01(\t\x12\r\n\x05title\x18\x03 \x01(\t\x12\x13\n\x0bdescription\x18\x04 \x01(\tBe\n\x1dyandex.cloud.api.ai.vision.v1ZDgithub.com/yandex-cloud/go-genproto/yandex/cloud/ai/vision/v1;visionb\x06proto3',
)
_runtime.populate(globals(), DESCRIPTOR)
