# Generated from google/protobuf/struct.proto by tools/protoc_plugin.py. Do not edit.
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

class _NullValue:
    ValueType = _t.NewType("ValueType", _b.int)
class _NullValueWrapper(_enum._EnumTypeWrapper[_NullValue.ValueType], _b.type):
    DESCRIPTOR: _descriptor.EnumDescriptor
    NULL_VALUE: NullValue.ValueType
class NullValue(_NullValue, metaclass=_NullValueWrapper):
    ...
NULL_VALUE: NullValue.ValueType

class Struct(_message.Message, _well_known.Struct):
    FIELDS_FIELD_NUMBER: _t.Literal[1]
    @_b.property
    def fields(self) -> _containers.MessageMap[_b.str, Value]: ...
    def __init__(
        self,
        *,
        fields: _abc.Mapping[_b.str, Value] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['fields']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class Value(_message.Message):
    NULL_VALUE_FIELD_NUMBER: _t.Literal[1]
    NUMBER_VALUE_FIELD_NUMBER: _t.Literal[2]
    STRING_VALUE_FIELD_NUMBER: _t.Literal[3]
    BOOL_VALUE_FIELD_NUMBER: _t.Literal[4]
    STRUCT_VALUE_FIELD_NUMBER: _t.Literal[5]
    LIST_VALUE_FIELD_NUMBER: _t.Literal[6]
    null_value: NullValue.ValueType
    number_value: _b.float
    string_value: _b.str
    bool_value: _b.bool
    @_b.property
    def struct_value(self) -> Struct: ...
    @_b.property
    def list_value(self) -> ListValue: ...
    def __init__(
        self,
        *,
        null_value: NullValue.ValueType | None = ...,
        number_value: _b.float | None = ...,
        string_value: _b.str | None = ...,
        bool_value: _b.bool | None = ...,
        struct_value: Struct | None = ...,
        list_value: ListValue | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['null_value', 'number_value', 'string_value', 'bool_value', 'struct_value', 'list_value', 'kind']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['null_value', 'number_value', 'string_value', 'bool_value', 'struct_value', 'list_value', 'kind']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Literal['kind']) -> _t.Literal['null_value', 'number_value', 'string_value', 'bool_value', 'struct_value', 'list_value'] | None: ...

class ListValue(_message.Message, _well_known.ListValue):
    VALUES_FIELD_NUMBER: _t.Literal[1]
    @_b.property
    def values(self) -> _containers.RepeatedCompositeFieldContainer[Value]: ...
    def __init__(
        self,
        *,
        values: _abc.Iterable[Value] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['values']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...
