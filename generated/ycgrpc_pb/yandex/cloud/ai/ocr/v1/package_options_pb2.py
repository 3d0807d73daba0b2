# Generated from yandex/cloud/ai/ocr/v1/package_options.proto by tools/protoc_plugin.py. Do not edit.
from ycgrpc_pb import _runtime

DESCRIPTOR = _runtime.add_file(
    "yandex/cloud/ai/ocr/v1/package_options.proto",
    b'\n,yandex/cloud/ai/ocr/v1/package_options.proto\x12\x16yandex.cloud.ai.ocr.v1B@Z>github.com/yandex-cloud/go-genproto/yandex/cloud/ai/ocr/v1;ocrb\x06proto3',
)
_runtime.populate(globals(), DESCRIPTOR)
