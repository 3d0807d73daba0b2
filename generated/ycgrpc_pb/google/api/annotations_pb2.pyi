# Generated from google/api/annotations.proto by tools/protoc_plugin.py. Do not edit.
import builtins as _b
import collections.abc as _abc
import typing as _t

import google.protobuf.descriptor as _descriptor
import google.protobuf.internal.containers as _containers
import google.protobuf.internal.enum_type_wrapper as _enum
import google.protobuf.internal.well_known_types as _well_known
import google.protobuf.message as _message
from google.protobuf.internal.extension_dict import _ExtensionFieldDescriptor as _Extension

import ycgrpc_pb.google.api.http_pb2 as _google_api_http_pb2
import ycgrpc_pb.google.protobuf.descriptor_pb2 as _google_protobuf_descriptor_pb2

DESCRIPTOR: _descriptor.FileDescriptor

http: _Extension[_google_protobuf_descriptor_pb2.MethodOptions, _google_api_http_pb2.HttpRule]
