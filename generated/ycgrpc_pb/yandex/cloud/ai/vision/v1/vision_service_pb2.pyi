# Generated from yandex/cloud/ai/vision/v1/vision_service.proto by tools/protoc_plugin.py. Do not edit.
import builtins as _b
import collections.abc as _abc
import typing as _t

import google.protobuf.descriptor as _descriptor
import google.protobuf.internal.containers as _containers
import google.protobuf.internal.enum_type_wrapper as _enum
import google.protobuf.internal.well_known_types as _well_known
import google.protobuf.message as _message
from google.protobuf.internal.extension_dict import _ExtensionFieldDescriptor as _Extension

import ycgrpc_pb.google.api.annotations_pb2 as _google_api_annotations_pb2
import ycgrpc_pb.google.rpc.status_pb2 as _google_rpc_status_pb2
import ycgrpc_pb.yandex.cloud.ai.vision.v1.classification_pb2 as _yandex_cloud_ai_vision_v1_classification_pb2
import ycgrpc_pb.yandex.cloud.ai.vision.v1.face_detection_pb2 as _yandex_cloud_ai_vision_v1_face_detection_pb2
import ycgrpc_pb.yandex.cloud.ai.vision.v1.image_copy_search_pb2 as _yandex_cloud_ai_vision_v1_image_copy_search_pb2
import ycgrpc_pb.yandex.cloud.ai.vision.v1.text_detection_pb2 as _yandex_cloud_ai_vision_v1_text_detection_pb2
import ycgrpc_pb.yandex.cloud.validation_pb2 as _yandex_cloud_validation_pb2

DESCRIPTOR: _descriptor.FileDescriptor

class BatchAnalyzeRequest(_message.Message):
    """Files to analyze."""
    ANALYZE_SPECS_FIELD_NUMBER: _t.Literal[1]
    FOLDER_ID_FIELD_NUMBER: _t.Literal[2]
    @_b.property
    def analyze_specs(self) -> _containers.RepeatedCompositeFieldContainer[AnalyzeSpec]:
        """One entry per file."""
    folder_id: _b.str
    """Folder to work in; user accounts must name one. Leave unset with a service account, which uses
    its home folder.
    """
    def __init__(
        self,
        *,
        analyze_specs: _abc.Iterable[AnalyzeSpec] | None = ...,
        folder_id: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['analyze_specs', 'folder_id']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class AnalyzeSpec(_message.Message):
    """One file and what to look for in it."""
    CONTENT_FIELD_NUMBER: _t.Literal[1]
    SIGNATURE_FIELD_NUMBER: _t.Literal[5]
    FEATURES_FIELD_NUMBER: _t.Literal[3]
    MIME_TYPE_FIELD_NUMBER: _t.Literal[4]
    content: _b.bytes
    """The file itself, raw bytes (base64 in JSON): JPEG or PNG of at most 20 million pixels, or by
    some guides a PDF of at most 8 pages. The option allows 10 MiB, but the documented limit is 1
    MB.
    """
    signature: _b.str
    """A signature in place of the content. How to obtain one is not documented."""
    @_b.property
    def features(self) -> _containers.RepeatedCompositeFieldContainer[Feature]:
        """What to look for."""
    mime_type: _b.str
    """MIME type of the file, such as "image/png"."""
    def __init__(
        self,
        *,
        content: _b.bytes | None = ...,
        signature: _b.str | None = ...,
        features: _abc.Iterable[Feature] | None = ...,
        mime_type: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['content', 'signature', 'source']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['content', 'signature', 'features', 'mime_type', 'source']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Literal['source']) -> _t.Literal['content', 'signature'] | None: ...

class Feature(_message.Message):
    """One thing to look for in a file."""
    class _Type:
        ValueType = _t.NewType("ValueType", _b.int)
    class _TypeWrapper(_enum._EnumTypeWrapper[_Type.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        TYPE_UNSPECIFIED: Feature.Type.ValueType
        """Not told; name one of the others."""
        TEXT_DETECTION: Feature.Type.ValueType
        """Recognize text."""
        CLASSIFICATION: Feature.Type.ValueType
        """Classify the image. Switched off."""
        FACE_DETECTION: Feature.Type.ValueType
        """Find faces. Switched off."""
        IMAGE_COPY_SEARCH: Feature.Type.ValueType
        """Find copies of the image on the web. Switched off."""
    class Type(_Type, metaclass=_TypeWrapper):
        """Kinds of analysis."""
    TYPE_UNSPECIFIED: Feature.Type.ValueType
    """Not told; name one of the others."""
    TEXT_DETECTION: Feature.Type.ValueType
    """Recognize text."""
    CLASSIFICATION: Feature.Type.ValueType
    """Classify the image. Switched off."""
    FACE_DETECTION: Feature.Type.ValueType
    """Find faces. Switched off."""
    IMAGE_COPY_SEARCH: Feature.Type.ValueType
    """Find copies of the image on the web. Switched off."""

    TYPE_FIELD_NUMBER: _t.Literal[1]
    CLASSIFICATION_CONFIG_FIELD_NUMBER: _t.Literal[2]
    TEXT_DETECTION_CONFIG_FIELD_NUMBER: _t.Literal[3]
    type: Feature.Type.ValueType
    """Kind of analysis."""
    @_b.property
    def classification_config(self) -> FeatureClassificationConfig:
        """Needed with CLASSIFICATION."""
    @_b.property
    def text_detection_config(self) -> FeatureTextDetectionConfig:
        """Needed with TEXT_DETECTION."""
    def __init__(
        self,
        *,
        type: Feature.Type.ValueType | None = ...,
        classification_config: FeatureClassificationConfig | None = ...,
        text_detection_config: FeatureTextDetectionConfig | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['classification_config', 'text_detection_config', 'config']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['type', 'classification_config', 'text_detection_config', 'config']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Literal['config']) -> _t.Literal['classification_config', 'text_detection_config'] | None: ...

class FeatureClassificationConfig(_message.Message):
    """Settings of classification."""
    MODEL_FIELD_NUMBER: _t.Literal[1]
    model: _b.str
    """Classification model."""
    def __init__(
        self,
        *,
        model: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['model']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class FeatureTextDetectionConfig(_message.Message):
    """Settings of text detection."""
    LANGUAGE_CODES_FIELD_NUMBER: _t.Literal[1]
    MODEL_FIELD_NUMBER: _t.Literal[2]
    @_b.property
    def language_codes(self) -> _containers.RepeatedScalarFieldContainer[_b.str]:
        """Languages to expect, ISO 639-1 codes such as "ru". At least one is needed."""
    model: _b.str
    """Recognition model, "page" when unset; "line" suits a picture cut down to one line of text."""
    def __init__(
        self,
        *,
        language_codes: _abc.Iterable[_b.str] | None = ...,
        model: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['language_codes', 'model']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class BatchAnalyzeResponse(_message.Message):
    """Results of a batch."""
    RESULTS_FIELD_NUMBER: _t.Literal[1]
    @_b.property
    def results(self) -> _containers.RepeatedCompositeFieldContainer[AnalyzeResult]:
        """One entry per file, ordered as in the request."""
    def __init__(
        self,
        *,
        results: _abc.Iterable[AnalyzeResult] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['results']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class AnalyzeResult(_message.Message):
    """Result for one file."""
    RESULTS_FIELD_NUMBER: _t.Literal[2]
    ERROR_FIELD_NUMBER: _t.Literal[1]
    @_b.property
    def results(self) -> _containers.RepeatedCompositeFieldContainer[FeatureResult]:
        """One entry per requested feature, ordered as in the request."""
    @_b.property
    def error(self) -> _google_rpc_status_pb2.Status:
        """Set when the file as a whole could not be processed: not decodable, too many bytes or pixels."""
    def __init__(
        self,
        *,
        results: _abc.Iterable[FeatureResult] | None = ...,
        error: _google_rpc_status_pb2.Status | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['error']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['results', 'error']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class FeatureResult(_message.Message):
    """Result for one feature of one file."""
    TEXT_DETECTION_FIELD_NUMBER: _t.Literal[2]
    CLASSIFICATION_FIELD_NUMBER: _t.Literal[3]
    FACE_DETECTION_FIELD_NUMBER: _t.Literal[4]
    IMAGE_COPY_SEARCH_FIELD_NUMBER: _t.Literal[5]
    ERROR_FIELD_NUMBER: _t.Literal[1]
    @_b.property
    def text_detection(self) -> _yandex_cloud_ai_vision_v1_text_detection_pb2.TextAnnotation:
        """For TEXT_DETECTION."""
    @_b.property
    def classification(self) -> _yandex_cloud_ai_vision_v1_classification_pb2.ClassAnnotation:
        """For CLASSIFICATION."""
    @_b.property
    def face_detection(self) -> _yandex_cloud_ai_vision_v1_face_detection_pb2.FaceAnnotation:
        """For FACE_DETECTION."""
    @_b.property
    def image_copy_search(self) -> _yandex_cloud_ai_vision_v1_image_copy_search_pb2.ImageCopySearchAnnotation:
        """For IMAGE_COPY_SEARCH."""
    @_b.property
    def error(self) -> _google_rpc_status_pb2.Status:
        """Set when this feature failed; its neighbours may have succeeded."""
    def __init__(
        self,
        *,
        text_detection: _yandex_cloud_ai_vision_v1_text_detection_pb2.TextAnnotation | None = ...,
        classification: _yandex_cloud_ai_vision_v1_classification_pb2.ClassAnnotation | None = ...,
        face_detection: _yandex_cloud_ai_vision_v1_face_detection_pb2.FaceAnnotation | None = ...,
        image_copy_search: _yandex_cloud_ai_vision_v1_image_copy_search_pb2.ImageCopySearchAnnotation | None = ...,
        error: _google_rpc_status_pb2.Status | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['text_detection', 'classification', 'face_detection', 'image_copy_search', 'error', 'feature']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['text_detection', 'classification', 'face_detection', 'image_copy_search', 'error', 'feature']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Literal['feature']) -> _t.Literal['text_detection', 'classification', 'face_detection', 'image_copy_search'] | None: ...
