# Generated from yandex/cloud/ai/ocr/v1/ocr_service.proto by tools/protoc_plugin.py. Do not edit.
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
import ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_pb2 as _yandex_cloud_ai_ocr_v1_ocr_pb2
import ycgrpc_pb.yandex.cloud.api.operation_pb2 as _yandex_cloud_api_operation_pb2
import ycgrpc_pb.yandex.cloud.operation.operation_pb2 as _yandex_cloud_operation_operation_pb2
import ycgrpc_pb.yandex.cloud.validation_pb2 as _yandex_cloud_validation_pb2

DESCRIPTOR: _descriptor.FileDescriptor

class RecognizeTextRequest(_message.Message):
    """A file and how to read it."""
    CONTENT_FIELD_NUMBER: _t.Literal[1]
    MIME_TYPE_FIELD_NUMBER: _t.Literal[2]
    LANGUAGE_CODES_FIELD_NUMBER: _t.Literal[3]
    MODEL_FIELD_NUMBER: _t.Literal[4]
    content: _b.bytes
    """The file itself, raw bytes (base64 in JSON). At most 10 MB and 20 million pixels; a PDF has
    one page. For the asynchronous call the documents disagree: one page, or up to 200.
    """
    mime_type: _b.str
    """Format of the file: JPEG, PNG or PDF, also written "image/jpeg", "image/png",
    "application/pdf". Unset means "image".
    """
    @_b.property
    def language_codes(self) -> _containers.RepeatedScalarFieldContainer[_b.str]:
        """Languages to expect, ISO 639-1 codes such as "ru"; a single "*" detects them. The models table,
        handwritten and license-plates need explicit codes.
        """
    model: _b.str
    """Recognition model, "page" when unset. General: page, page-column-sort, handwritten, table,
    markdown, math-markdown. Documents: passport, driver-license-front, driver-license-back,
    vehicle-registration-front, vehicle-registration-back, license-plates.
    """
    def __init__(
        self,
        *,
        content: _b.bytes | None = ...,
        mime_type: _b.str | None = ...,
        language_codes: _abc.Iterable[_b.str] | None = ...,
        model: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['content', 'source']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['content', 'mime_type', 'language_codes', 'model', 'source']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Literal['source']) -> _t.Literal['content'] | None: ...

class RecognizeTextResponse(_message.Message):
    """One recognized page."""
    TEXT_ANNOTATION_FIELD_NUMBER: _t.Literal[1]
    PAGE_FIELD_NUMBER: _t.Literal[2]
    @_b.property
    def text_annotation(self) -> _yandex_cloud_ai_ocr_v1_ocr_pb2.TextAnnotation:
        """What the page says and where."""
    page: _b.int
    """Page number, counted from 0."""
    def __init__(
        self,
        *,
        text_annotation: _yandex_cloud_ai_ocr_v1_ocr_pb2.TextAnnotation | None = ...,
        page: _b.int | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['text_annotation']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['text_annotation', 'page']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class GetRecognitionRequest(_message.Message):
    """Whose result to fetch."""
    OPERATION_ID_FIELD_NUMBER: _t.Literal[1]
    operation_id: _b.str
    """Identifier of the operation that TextRecognitionAsyncService.Recognize returned."""
    def __init__(
        self,
        *,
        operation_id: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['operation_id']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...
