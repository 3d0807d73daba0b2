# Generated from google/api/http.proto by tools/protoc_plugin.py. Do not edit.
from ycgrpc_pb import _runtime

DESCRIPTOR = _runtime.add_file(
    "google/api/http.proto",
    b'\n\x15google/api/http.proto\x12\ngoogle.api"T\n\x04Http\x12#\n\x05rules\x18\x01 \x03(\x0b2\x14.google.api.HttpRule\x12\'\n\x1ffully_decode_reserved_expansion\x18\x02 \x01(\x08"\x81\x02\n\x08HttpRule\x12\x10\n\x08selector\x18\x01 \x01(\t\x12\r\n\x03get\x18\x02 \x01(\tH\x00\x12\r\n\x03put\x18\x03 \x01(\tH\x00\x12\x0e\n\x04post\x18\x04 \x01(\tH\x00\x12\x10\n\x06delete\x18\x05 \x01(\tH\x00\x12\x0f\n\x05patch\x18\x06 \x01(\tH\x00\x12/\n\x06custom\x18\x08 \x01(\x0b2\x1d.google.api.CustomHttpPatternH\x00\x12\x0c\n\x04body\x18\x07 \x01(\t\x12\x15\n\rresponse_body\x18\x0c \x01(\t\x121\n\x13additional_bindings\x18\x0b \x03(\x0b2\x14.google.api.HttpRuleB\t\n\x07pattern"/\n\x11CustomHttpPattern\x12\x0c\n\x04kind\x18\x01 \x01(\t\x12\x0c\n\x04path\x18\x02 \x01(\tBg\n\x0ecom.google.apiB\tHttpProtoP\x01ZAgoogle.golang.org/genproto/googleapis/api/annotations;annotations\xa2\x02\x04GAPIb\x06proto3',
)
_runtime.populate(globals(), DESCRIPTOR)
