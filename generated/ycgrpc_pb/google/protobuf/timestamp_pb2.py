# Generated from google/protobuf/timestamp.proto by tools/protoc_plugin.py. Do not edit.
from ycgrpc_pb import _runtime

DESCRIPTOR = _runtime.add_file(
    "google/protobuf/timestamp.proto",
    b'\n\x1fgoogle/protobuf/timestamp.proto\x12\x0fgoogle.protobuf"+\n\tTimestamp\x12\x0f\n\x07seconds\x18\x01 \x01(\x03\x12\r\n\x05nanos\x18\x02 \x01(\x05B\x85\x01\n\x13com.google.protobufB\x0eTimestampProtoP\x01Z2google.golang.org/protobuf/types/known/timestamppb\xf8\x01\x01\xa2\x02\x03GPB\xaa\x02\x1eGoogle.Protobuf.WellKnownTypesb\x06proto3',
)
_runtime.populate(globals(), DESCRIPTOR)
