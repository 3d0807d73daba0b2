# Generated from yandex/cloud/ai/stt/v2/package_options.proto by tools/protoc_plugin.py. Do not edit.
from ycgrpc_pb import _runtime

DESCRIPTOR = _runtime.add_file(
    "yandex/cloud/ai/stt/v2/package_options.proto",
    b'\n,yandex/cloud/ai/stt/v2/package_options.proto\x12\x16yandex.cloud.ai.stt.v2B@Z>github.com/yandex-cloud/go-genproto/yandex/cloud/ai/stt/v2;sttb\x06proto3',
)
_runtime.populate(globals(), DESCRIPTOR)
