# Generated from yandex/cloud/ai/vision/v1/image_copy_search.proto by tools/protoc_plugin.py. Do not edit.
import builtins as _b
import collections.abc as _abc
import typing as _t

import google.protobuf.descriptor as _descriptor
import google.protobuf.internal.containers as _containers
import google.protobuf.internal.enum_type_wrapper as _enum
import google.protobuf.internal.well_known_types as _well_known
import google.protobuf.message as _message
from google.protobuf.internal.extension_dict import _ExtensionFieldDescriptor as _Extension


DESCRIPTOR: _descriptor.FileDescriptor

class ImageCopySearchAnnotation(_message.Message):
    """Copies of the image found on the web."""
    COPY_COUNT_FIELD_NUMBER: _t.Literal[1]
    TOP_RESULTS_FIELD_NUMBER: _t.Literal[2]
    copy_count: _b.int
    """How many copies there are in all."""
    @_b.property
    def top_results(self) -> _containers.RepeatedCompositeFieldContainer[CopyMatch]:
        """The most relevant of them."""
    def __init__(
        self,
        *,
        copy_count: _b.int | None = ...,
        top_results: _abc.Iterable[CopyMatch] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['copy_count', 'top_results']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class CopyMatch(_message.Message):
    """One copy."""
    IMAGE_URL_FIELD_NUMBER: _t.Literal[1]
    PAGE_URL_FIELD_NUMBER: _t.Literal[2]
    TITLE_FIELD_NUMBER: _t.Literal[3]
    DESCRIPTION_FIELD_NUMBER: _t.Literal[4]
    image_url: _b.str
    """Address of the copy itself."""
    page_url: _b.str
    """Address of the page that shows it."""
    title: _b.str
    """Title of that page."""
    description: _b.str
    """What is said about the copy."""
    def __init__(
        self,
        *,
        image_url: _b.str | None = ...,
        page_url: _b.str | None = ...,
        title: _b.str | None = ...,
        description: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['image_url', 'page_url', 'title', 'description']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...
