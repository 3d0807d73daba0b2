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
    """Null value."""
class NullValue(_NullValue, metaclass=_NullValueWrapper):
    """Represents a JSON `null`.
    
    `NullValue` is a sentinel, using an enum with only one value to represent
    the null value for the `Value` type union.
    
    A field of type `NullValue` with any value other than `0` is considered
    invalid. Most ProtoJSON serializers will emit a Value with a `null_value` set
    as a JSON `null` regardless of the integer value, and so will round trip to
    a `0` value.
    """
NULL_VALUE: NullValue.ValueType
"""Null value."""

class Struct(_message.Message, _well_known.Struct):
    """Represents a JSON object.
    
    An unordered key-value map, intending to perfectly capture the semantics of a
    JSON object. This enables parsing any arbitrary JSON payload as a message
    field in ProtoJSON format.
    
    This follows RFC 8259 guidelines for interoperable JSON: notably this type
    cannot represent large Int64 values or `NaN`/`Infinity` numbers,
    since the JSON format generally does not support those values in its number
    type.
    
    If you do not intend to parse arbitrary JSON into your message, a custom
    typed message should be preferred instead of using this type.
    """
    FIELDS_FIELD_NUMBER: _t.Literal[1]
    @_b.property
    def fields(self) -> _containers.MessageMap[_b.str, Value]:
        """Unordered map of dynamically typed values."""
    def __init__(
        self,
        *,
        fields: _abc.Mapping[_b.str, Value] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['fields']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class Value(_message.Message):
    """Represents a JSON value.
    
    `Value` represents a dynamically typed value which can be either
    null, a number, a string, a boolean, a recursive struct value, or a
    list of values. A producer of value is expected to set one of these
    variants. Absence of any variant is an invalid state.
    """
    NULL_VALUE_FIELD_NUMBER: _t.Literal[1]
    NUMBER_VALUE_FIELD_NUMBER: _t.Literal[2]
    STRING_VALUE_FIELD_NUMBER: _t.Literal[3]
    BOOL_VALUE_FIELD_NUMBER: _t.Literal[4]
    STRUCT_VALUE_FIELD_NUMBER: _t.Literal[5]
    LIST_VALUE_FIELD_NUMBER: _t.Literal[6]
    null_value: NullValue.ValueType
    """Represents a JSON `null`."""
    number_value: _b.float
    """Represents a JSON number. Must not be `NaN`, `Infinity` or
    `-Infinity`, since those are not supported in JSON. This also cannot
    represent large Int64 values, since JSON format generally does not
    support them in its number type.
    """
    string_value: _b.str
    """Represents a JSON string."""
    bool_value: _b.bool
    """Represents a JSON boolean (`true` or `false` literal in JSON)."""
    @_b.property
    def struct_value(self) -> Struct:
        """Represents a JSON object."""
    @_b.property
    def list_value(self) -> ListValue:
        """Represents a JSON array."""
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
    """Represents a JSON array."""
    VALUES_FIELD_NUMBER: _t.Literal[1]
    @_b.property
    def values(self) -> _containers.RepeatedCompositeFieldContainer[Value]:
        """Repeated field of dynamically typed values."""
    def __init__(
        self,
        *,
        values: _abc.Iterable[Value] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['values']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...
