# Generated from google/protobuf/any.proto by tools/protoc_plugin.py. Do not edit.
from ycgrpc_pb import _runtime

DESCRIPTOR = _runtime.add_file(
    "google/protobuf/any.proto",
    b'\n\x19google/protobuf/any.proto\x12\x0fgoogle.protobuf"&\n\x03Any\x12\x10\n\x08type_url\x18\x01 \x01(\t\x12\r\n\x05value\x18\x02 \x01(\x0cBv\n\x13com.google.protobufB\x08AnyProtoP\x01Z,google.golang.org/protobuf/types/known/anypb\xa2\x02\x03GPB\xaa\x02\x1eGoogle.Protobuf.WellKnownTypesb\x06proto3',
)
_runtime.populate(globals(), DESCRIPTOR)
