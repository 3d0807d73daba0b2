# Generated from google/api/http.proto by tools/protoc_plugin.py. Do not edit.
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

class Http(_message.Message):
    RULES_FIELD_NUMBER: _t.Literal[1]
    FULLY_DECODE_RESERVED_EXPANSION_FIELD_NUMBER: _t.Literal[2]
    @_b.property
    def rules(self) -> _containers.RepeatedCompositeFieldContainer[HttpRule]: ...
    fully_decode_reserved_expansion: _b.bool
    def __init__(
        self,
        *,
        rules: _abc.Iterable[HttpRule] | None = ...,
        fully_decode_reserved_expansion: _b.bool | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['rules', 'fully_decode_reserved_expansion']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class HttpRule(_message.Message):
    SELECTOR_FIELD_NUMBER: _t.Literal[1]
    GET_FIELD_NUMBER: _t.Literal[2]
    PUT_FIELD_NUMBER: _t.Literal[3]
    POST_FIELD_NUMBER: _t.Literal[4]
    DELETE_FIELD_NUMBER: _t.Literal[5]
    PATCH_FIELD_NUMBER: _t.Literal[6]
    CUSTOM_FIELD_NUMBER: _t.Literal[8]
    BODY_FIELD_NUMBER: _t.Literal[7]
    RESPONSE_BODY_FIELD_NUMBER: _t.Literal[12]
    ADDITIONAL_BINDINGS_FIELD_NUMBER: _t.Literal[11]
    selector: _b.str
    get: _b.str
    put: _b.str
    post: _b.str
    delete: _b.str
    patch: _b.str
    @_b.property
    def custom(self) -> CustomHttpPattern: ...
    body: _b.str
    response_body: _b.str
    @_b.property
    def additional_bindings(self) -> _containers.RepeatedCompositeFieldContainer[HttpRule]: ...
    def __init__(
        self,
        *,
        selector: _b.str | None = ...,
        get: _b.str | None = ...,
        put: _b.str | None = ...,
        post: _b.str | None = ...,
        delete: _b.str | None = ...,
        patch: _b.str | None = ...,
        custom: CustomHttpPattern | None = ...,
        body: _b.str | None = ...,
        response_body: _b.str | None = ...,
        additional_bindings: _abc.Iterable[HttpRule] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['get', 'put', 'post', 'delete', 'patch', 'custom', 'pattern']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['selector', 'get', 'put', 'post', 'delete', 'patch', 'custom', 'body', 'response_body', 'additional_bindings', 'pattern']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Literal['pattern']) -> _t.Literal['get', 'put', 'post', 'delete', 'patch', 'custom'] | None: ...

class CustomHttpPattern(_message.Message):
    KIND_FIELD_NUMBER: _t.Literal[1]
    PATH_FIELD_NUMBER: _t.Literal[2]
    kind: _b.str
    path: _b.str
    def __init__(
        self,
        *,
        kind: _b.str | None = ...,
        path: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['kind', 'path']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...
