# Generated from yandex/cloud/ai/vision/v1/face_detection.proto by tools/protoc_plugin.py. Do not edit.
import builtins as _b
import collections.abc as _abc
import typing as _t

import google.protobuf.descriptor as _descriptor
import google.protobuf.internal.containers as _containers
import google.protobuf.internal.enum_type_wrapper as _enum
import google.protobuf.internal.well_known_types as _well_known
import google.protobuf.message as _message
from google.protobuf.internal.extension_dict import _ExtensionFieldDescriptor as _Extension

import ycgrpc_pb.yandex.cloud.ai.vision.v1.primitives_pb2 as _yandex_cloud_ai_vision_v1_primitives_pb2

DESCRIPTOR: _descriptor.FileDescriptor

class FaceAnnotation(_message.Message):
    """Faces found in the image."""
    FACES_FIELD_NUMBER: _t.Literal[1]
    @_b.property
    def faces(self) -> _containers.RepeatedCompositeFieldContainer[Face]:
        """The faces; empty when there are none."""
    def __init__(
        self,
        *,
        faces: _abc.Iterable[Face] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['faces']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class Face(_message.Message):
    """One face."""
    BOUNDING_BOX_FIELD_NUMBER: _t.Literal[1]
    @_b.property
    def bounding_box(self) -> _yandex_cloud_ai_vision_v1_primitives_pb2.Polygon:
        """Outline of the face."""
    def __init__(
        self,
        *,
        bounding_box: _yandex_cloud_ai_vision_v1_primitives_pb2.Polygon | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['bounding_box']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['bounding_box']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...
