# Generated from yandex/cloud/operation/package_options.proto by tools/protoc_plugin.py. Do not edit.
from ycgrpc_pb import _runtime

DESCRIPTOR = _runtime.add_file(
    "yandex/cloud/operation/package_options.proto",
    b'\n,yandex/cloud/operation/package_options.proto\x12\x16yandex.cloud.operationBFZDgithub.com/yandex-cloud/go-genproto/yandex/cloud/operation;operationb\x06proto3',
)
_runtime.populate(globals(), DESCRIPTOR)
