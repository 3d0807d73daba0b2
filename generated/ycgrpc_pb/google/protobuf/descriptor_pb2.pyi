# Generated from google/protobuf/descriptor.proto by tools/protoc_plugin.py. Do not edit.
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

class _Edition:
    ValueType = _t.NewType("ValueType", _b.int)
class _EditionWrapper(_enum._EnumTypeWrapper[_Edition.ValueType], _b.type):
    DESCRIPTOR: _descriptor.EnumDescriptor
    EDITION_UNKNOWN: Edition.ValueType
    EDITION_LEGACY: Edition.ValueType
    EDITION_PROTO2: Edition.ValueType
    EDITION_PROTO3: Edition.ValueType
    EDITION_2023: Edition.ValueType
    EDITION_2024: Edition.ValueType
    EDITION_2026: Edition.ValueType
    EDITION_UNSTABLE: Edition.ValueType
    EDITION_1_TEST_ONLY: Edition.ValueType
    EDITION_2_TEST_ONLY: Edition.ValueType
    EDITION_99997_TEST_ONLY: Edition.ValueType
    EDITION_99998_TEST_ONLY: Edition.ValueType
    EDITION_99999_TEST_ONLY: Edition.ValueType
    EDITION_MAX: Edition.ValueType
class Edition(_Edition, metaclass=_EditionWrapper):
    ...
EDITION_UNKNOWN: Edition.ValueType
EDITION_LEGACY: Edition.ValueType
EDITION_PROTO2: Edition.ValueType
EDITION_PROTO3: Edition.ValueType
EDITION_2023: Edition.ValueType
EDITION_2024: Edition.ValueType
EDITION_2026: Edition.ValueType
EDITION_UNSTABLE: Edition.ValueType
EDITION_1_TEST_ONLY: Edition.ValueType
EDITION_2_TEST_ONLY: Edition.ValueType
EDITION_99997_TEST_ONLY: Edition.ValueType
EDITION_99998_TEST_ONLY: Edition.ValueType
EDITION_99999_TEST_ONLY: Edition.ValueType
EDITION_MAX: Edition.ValueType

class _SymbolVisibility:
    ValueType = _t.NewType("ValueType", _b.int)
class _SymbolVisibilityWrapper(_enum._EnumTypeWrapper[_SymbolVisibility.ValueType], _b.type):
    DESCRIPTOR: _descriptor.EnumDescriptor
    VISIBILITY_UNSET: SymbolVisibility.ValueType
    VISIBILITY_LOCAL: SymbolVisibility.ValueType
    VISIBILITY_EXPORT: SymbolVisibility.ValueType
class SymbolVisibility(_SymbolVisibility, metaclass=_SymbolVisibilityWrapper):
    ...
VISIBILITY_UNSET: SymbolVisibility.ValueType
VISIBILITY_LOCAL: SymbolVisibility.ValueType
VISIBILITY_EXPORT: SymbolVisibility.ValueType

class FileDescriptorSet(_message.Message):
    FILE_FIELD_NUMBER: _t.Literal[1]
    @_b.property
    def file(self) -> _containers.RepeatedCompositeFieldContainer[FileDescriptorProto]: ...
    def __init__(
        self,
        *,
        file: _abc.Iterable[FileDescriptorProto] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['file']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class FileDescriptorProto(_message.Message):
    NAME_FIELD_NUMBER: _t.Literal[1]
    PACKAGE_FIELD_NUMBER: _t.Literal[2]
    DEPENDENCY_FIELD_NUMBER: _t.Literal[3]
    PUBLIC_DEPENDENCY_FIELD_NUMBER: _t.Literal[10]
    WEAK_DEPENDENCY_FIELD_NUMBER: _t.Literal[11]
    OPTION_DEPENDENCY_FIELD_NUMBER: _t.Literal[15]
    MESSAGE_TYPE_FIELD_NUMBER: _t.Literal[4]
    ENUM_TYPE_FIELD_NUMBER: _t.Literal[5]
    SERVICE_FIELD_NUMBER: _t.Literal[6]
    EXTENSION_FIELD_NUMBER: _t.Literal[7]
    OPTIONS_FIELD_NUMBER: _t.Literal[8]
    SOURCE_CODE_INFO_FIELD_NUMBER: _t.Literal[9]
    SYNTAX_FIELD_NUMBER: _t.Literal[12]
    EDITION_FIELD_NUMBER: _t.Literal[14]
    name: _b.str
    package: _b.str
    @_b.property
    def dependency(self) -> _containers.RepeatedScalarFieldContainer[_b.str]: ...
    @_b.property
    def public_dependency(self) -> _containers.RepeatedScalarFieldContainer[_b.int]: ...
    @_b.property
    def weak_dependency(self) -> _containers.RepeatedScalarFieldContainer[_b.int]: ...
    @_b.property
    def option_dependency(self) -> _containers.RepeatedScalarFieldContainer[_b.str]: ...
    @_b.property
    def message_type(self) -> _containers.RepeatedCompositeFieldContainer[DescriptorProto]: ...
    @_b.property
    def enum_type(self) -> _containers.RepeatedCompositeFieldContainer[EnumDescriptorProto]: ...
    @_b.property
    def service(self) -> _containers.RepeatedCompositeFieldContainer[ServiceDescriptorProto]: ...
    @_b.property
    def extension(self) -> _containers.RepeatedCompositeFieldContainer[FieldDescriptorProto]: ...
    @_b.property
    def options(self) -> FileOptions: ...
    @_b.property
    def source_code_info(self) -> SourceCodeInfo: ...
    syntax: _b.str
    edition: Edition.ValueType
    def __init__(
        self,
        *,
        name: _b.str | None = ...,
        package: _b.str | None = ...,
        dependency: _abc.Iterable[_b.str] | None = ...,
        public_dependency: _abc.Iterable[_b.int] | None = ...,
        weak_dependency: _abc.Iterable[_b.int] | None = ...,
        option_dependency: _abc.Iterable[_b.str] | None = ...,
        message_type: _abc.Iterable[DescriptorProto] | None = ...,
        enum_type: _abc.Iterable[EnumDescriptorProto] | None = ...,
        service: _abc.Iterable[ServiceDescriptorProto] | None = ...,
        extension: _abc.Iterable[FieldDescriptorProto] | None = ...,
        options: FileOptions | None = ...,
        source_code_info: SourceCodeInfo | None = ...,
        syntax: _b.str | None = ...,
        edition: Edition.ValueType | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['name', 'package', 'options', 'source_code_info', 'syntax', 'edition']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['name', 'package', 'dependency', 'public_dependency', 'weak_dependency', 'option_dependency', 'message_type', 'enum_type', 'service', 'extension', 'options', 'source_code_info', 'syntax', 'edition']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class DescriptorProto(_message.Message):
    class ExtensionRange(_message.Message):
        START_FIELD_NUMBER: _t.Literal[1]
        END_FIELD_NUMBER: _t.Literal[2]
        OPTIONS_FIELD_NUMBER: _t.Literal[3]
        start: _b.int
        end: _b.int
        @_b.property
        def options(self) -> ExtensionRangeOptions: ...
        def __init__(
            self,
            *,
            start: _b.int | None = ...,
            end: _b.int | None = ...,
            options: ExtensionRangeOptions | None = ...,
        ) -> None: ...
        def HasField(self, field_name: _t.Literal['start', 'end', 'options']) -> _b.bool: ...
        def ClearField(self, field_name: _t.Literal['start', 'end', 'options']) -> None: ...
        def WhichOneof(self, oneof_group: _t.Never) -> None: ...

    class ReservedRange(_message.Message):
        START_FIELD_NUMBER: _t.Literal[1]
        END_FIELD_NUMBER: _t.Literal[2]
        start: _b.int
        end: _b.int
        def __init__(
            self,
            *,
            start: _b.int | None = ...,
            end: _b.int | None = ...,
        ) -> None: ...
        def HasField(self, field_name: _t.Literal['start', 'end']) -> _b.bool: ...
        def ClearField(self, field_name: _t.Literal['start', 'end']) -> None: ...
        def WhichOneof(self, oneof_group: _t.Never) -> None: ...

    NAME_FIELD_NUMBER: _t.Literal[1]
    FIELD_FIELD_NUMBER: _t.Literal[2]
    EXTENSION_FIELD_NUMBER: _t.Literal[6]
    NESTED_TYPE_FIELD_NUMBER: _t.Literal[3]
    ENUM_TYPE_FIELD_NUMBER: _t.Literal[4]
    EXTENSION_RANGE_FIELD_NUMBER: _t.Literal[5]
    ONEOF_DECL_FIELD_NUMBER: _t.Literal[8]
    OPTIONS_FIELD_NUMBER: _t.Literal[7]
    RESERVED_RANGE_FIELD_NUMBER: _t.Literal[9]
    RESERVED_NAME_FIELD_NUMBER: _t.Literal[10]
    VISIBILITY_FIELD_NUMBER: _t.Literal[11]
    name: _b.str
    @_b.property
    def field(self) -> _containers.RepeatedCompositeFieldContainer[FieldDescriptorProto]: ...
    @_b.property
    def extension(self) -> _containers.RepeatedCompositeFieldContainer[FieldDescriptorProto]: ...
    @_b.property
    def nested_type(self) -> _containers.RepeatedCompositeFieldContainer[DescriptorProto]: ...
    @_b.property
    def enum_type(self) -> _containers.RepeatedCompositeFieldContainer[EnumDescriptorProto]: ...
    @_b.property
    def extension_range(self) -> _containers.RepeatedCompositeFieldContainer[DescriptorProto.ExtensionRange]: ...
    @_b.property
    def oneof_decl(self) -> _containers.RepeatedCompositeFieldContainer[OneofDescriptorProto]: ...
    @_b.property
    def options(self) -> MessageOptions: ...
    @_b.property
    def reserved_range(self) -> _containers.RepeatedCompositeFieldContainer[DescriptorProto.ReservedRange]: ...
    @_b.property
    def reserved_name(self) -> _containers.RepeatedScalarFieldContainer[_b.str]: ...
    visibility: SymbolVisibility.ValueType
    def __init__(
        self,
        *,
        name: _b.str | None = ...,
        field: _abc.Iterable[FieldDescriptorProto] | None = ...,
        extension: _abc.Iterable[FieldDescriptorProto] | None = ...,
        nested_type: _abc.Iterable[DescriptorProto] | None = ...,
        enum_type: _abc.Iterable[EnumDescriptorProto] | None = ...,
        extension_range: _abc.Iterable[DescriptorProto.ExtensionRange] | None = ...,
        oneof_decl: _abc.Iterable[OneofDescriptorProto] | None = ...,
        options: MessageOptions | None = ...,
        reserved_range: _abc.Iterable[DescriptorProto.ReservedRange] | None = ...,
        reserved_name: _abc.Iterable[_b.str] | None = ...,
        visibility: SymbolVisibility.ValueType | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['name', 'options', 'visibility']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['name', 'field', 'extension', 'nested_type', 'enum_type', 'extension_range', 'oneof_decl', 'options', 'reserved_range', 'reserved_name', 'visibility']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class ExtensionRangeOptions(_message.Message):
    class _VerificationState:
        ValueType = _t.NewType("ValueType", _b.int)
    class _VerificationStateWrapper(_enum._EnumTypeWrapper[_VerificationState.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        DECLARATION: ExtensionRangeOptions.VerificationState.ValueType
        UNVERIFIED: ExtensionRangeOptions.VerificationState.ValueType
    class VerificationState(_VerificationState, metaclass=_VerificationStateWrapper):
        ...
    DECLARATION: ExtensionRangeOptions.VerificationState.ValueType
    UNVERIFIED: ExtensionRangeOptions.VerificationState.ValueType

    class Declaration(_message.Message):
        NUMBER_FIELD_NUMBER: _t.Literal[1]
        FULL_NAME_FIELD_NUMBER: _t.Literal[2]
        TYPE_FIELD_NUMBER: _t.Literal[3]
        RESERVED_FIELD_NUMBER: _t.Literal[5]
        REPEATED_FIELD_NUMBER: _t.Literal[6]
        number: _b.int
        full_name: _b.str
        type: _b.str
        reserved: _b.bool
        repeated: _b.bool
        def __init__(
            self,
            *,
            number: _b.int | None = ...,
            full_name: _b.str | None = ...,
            type: _b.str | None = ...,
            reserved: _b.bool | None = ...,
            repeated: _b.bool | None = ...,
        ) -> None: ...
        def HasField(self, field_name: _t.Literal['number', 'full_name', 'type', 'reserved', 'repeated']) -> _b.bool: ...
        def ClearField(self, field_name: _t.Literal['number', 'full_name', 'type', 'reserved', 'repeated']) -> None: ...
        def WhichOneof(self, oneof_group: _t.Never) -> None: ...

    UNINTERPRETED_OPTION_FIELD_NUMBER: _t.Literal[999]
    DECLARATION_FIELD_NUMBER: _t.Literal[2]
    FEATURES_FIELD_NUMBER: _t.Literal[50]
    VERIFICATION_FIELD_NUMBER: _t.Literal[3]
    @_b.property
    def uninterpreted_option(self) -> _containers.RepeatedCompositeFieldContainer[UninterpretedOption]: ...
    @_b.property
    def declaration(self) -> _containers.RepeatedCompositeFieldContainer[ExtensionRangeOptions.Declaration]: ...
    @_b.property
    def features(self) -> FeatureSet: ...
    verification: ExtensionRangeOptions.VerificationState.ValueType
    def __init__(
        self,
        *,
        uninterpreted_option: _abc.Iterable[UninterpretedOption] | None = ...,
        declaration: _abc.Iterable[ExtensionRangeOptions.Declaration] | None = ...,
        features: FeatureSet | None = ...,
        verification: ExtensionRangeOptions.VerificationState.ValueType | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['features', 'verification']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['uninterpreted_option', 'declaration', 'features', 'verification']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class FieldDescriptorProto(_message.Message):
    class _Type:
        ValueType = _t.NewType("ValueType", _b.int)
    class _TypeWrapper(_enum._EnumTypeWrapper[_Type.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        TYPE_DOUBLE: FieldDescriptorProto.Type.ValueType
        TYPE_FLOAT: FieldDescriptorProto.Type.ValueType
        TYPE_INT64: FieldDescriptorProto.Type.ValueType
        TYPE_UINT64: FieldDescriptorProto.Type.ValueType
        TYPE_INT32: FieldDescriptorProto.Type.ValueType
        TYPE_FIXED64: FieldDescriptorProto.Type.ValueType
        TYPE_FIXED32: FieldDescriptorProto.Type.ValueType
        TYPE_BOOL: FieldDescriptorProto.Type.ValueType
        TYPE_STRING: FieldDescriptorProto.Type.ValueType
        TYPE_GROUP: FieldDescriptorProto.Type.ValueType
        TYPE_MESSAGE: FieldDescriptorProto.Type.ValueType
        TYPE_BYTES: FieldDescriptorProto.Type.ValueType
        TYPE_UINT32: FieldDescriptorProto.Type.ValueType
        TYPE_ENUM: FieldDescriptorProto.Type.ValueType
        TYPE_SFIXED32: FieldDescriptorProto.Type.ValueType
        TYPE_SFIXED64: FieldDescriptorProto.Type.ValueType
        TYPE_SINT32: FieldDescriptorProto.Type.ValueType
        TYPE_SINT64: FieldDescriptorProto.Type.ValueType
    class Type(_Type, metaclass=_TypeWrapper):
        ...
    TYPE_DOUBLE: FieldDescriptorProto.Type.ValueType
    TYPE_FLOAT: FieldDescriptorProto.Type.ValueType
    TYPE_INT64: FieldDescriptorProto.Type.ValueType
    TYPE_UINT64: FieldDescriptorProto.Type.ValueType
    TYPE_INT32: FieldDescriptorProto.Type.ValueType
    TYPE_FIXED64: FieldDescriptorProto.Type.ValueType
    TYPE_FIXED32: FieldDescriptorProto.Type.ValueType
    TYPE_BOOL: FieldDescriptorProto.Type.ValueType
    TYPE_STRING: FieldDescriptorProto.Type.ValueType
    TYPE_GROUP: FieldDescriptorProto.Type.ValueType
    TYPE_MESSAGE: FieldDescriptorProto.Type.ValueType
    TYPE_BYTES: FieldDescriptorProto.Type.ValueType
    TYPE_UINT32: FieldDescriptorProto.Type.ValueType
    TYPE_ENUM: FieldDescriptorProto.Type.ValueType
    TYPE_SFIXED32: FieldDescriptorProto.Type.ValueType
    TYPE_SFIXED64: FieldDescriptorProto.Type.ValueType
    TYPE_SINT32: FieldDescriptorProto.Type.ValueType
    TYPE_SINT64: FieldDescriptorProto.Type.ValueType

    class _Label:
        ValueType = _t.NewType("ValueType", _b.int)
    class _LabelWrapper(_enum._EnumTypeWrapper[_Label.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        LABEL_OPTIONAL: FieldDescriptorProto.Label.ValueType
        LABEL_REPEATED: FieldDescriptorProto.Label.ValueType
        LABEL_REQUIRED: FieldDescriptorProto.Label.ValueType
    class Label(_Label, metaclass=_LabelWrapper):
        ...
    LABEL_OPTIONAL: FieldDescriptorProto.Label.ValueType
    LABEL_REPEATED: FieldDescriptorProto.Label.ValueType
    LABEL_REQUIRED: FieldDescriptorProto.Label.ValueType

    NAME_FIELD_NUMBER: _t.Literal[1]
    NUMBER_FIELD_NUMBER: _t.Literal[3]
    LABEL_FIELD_NUMBER: _t.Literal[4]
    TYPE_FIELD_NUMBER: _t.Literal[5]
    TYPE_NAME_FIELD_NUMBER: _t.Literal[6]
    EXTENDEE_FIELD_NUMBER: _t.Literal[2]
    DEFAULT_VALUE_FIELD_NUMBER: _t.Literal[7]
    ONEOF_INDEX_FIELD_NUMBER: _t.Literal[9]
    JSON_NAME_FIELD_NUMBER: _t.Literal[10]
    OPTIONS_FIELD_NUMBER: _t.Literal[8]
    PROTO3_OPTIONAL_FIELD_NUMBER: _t.Literal[17]
    name: _b.str
    number: _b.int
    label: FieldDescriptorProto.Label.ValueType
    type: FieldDescriptorProto.Type.ValueType
    type_name: _b.str
    extendee: _b.str
    default_value: _b.str
    oneof_index: _b.int
    json_name: _b.str
    @_b.property
    def options(self) -> FieldOptions: ...
    proto3_optional: _b.bool
    def __init__(
        self,
        *,
        name: _b.str | None = ...,
        number: _b.int | None = ...,
        label: FieldDescriptorProto.Label.ValueType | None = ...,
        type: FieldDescriptorProto.Type.ValueType | None = ...,
        type_name: _b.str | None = ...,
        extendee: _b.str | None = ...,
        default_value: _b.str | None = ...,
        oneof_index: _b.int | None = ...,
        json_name: _b.str | None = ...,
        options: FieldOptions | None = ...,
        proto3_optional: _b.bool | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['name', 'number', 'label', 'type', 'type_name', 'extendee', 'default_value', 'oneof_index', 'json_name', 'options', 'proto3_optional']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['name', 'number', 'label', 'type', 'type_name', 'extendee', 'default_value', 'oneof_index', 'json_name', 'options', 'proto3_optional']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class OneofDescriptorProto(_message.Message):
    NAME_FIELD_NUMBER: _t.Literal[1]
    OPTIONS_FIELD_NUMBER: _t.Literal[2]
    name: _b.str
    @_b.property
    def options(self) -> OneofOptions: ...
    def __init__(
        self,
        *,
        name: _b.str | None = ...,
        options: OneofOptions | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['name', 'options']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['name', 'options']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class EnumDescriptorProto(_message.Message):
    class EnumReservedRange(_message.Message):
        START_FIELD_NUMBER: _t.Literal[1]
        END_FIELD_NUMBER: _t.Literal[2]
        start: _b.int
        end: _b.int
        def __init__(
            self,
            *,
            start: _b.int | None = ...,
            end: _b.int | None = ...,
        ) -> None: ...
        def HasField(self, field_name: _t.Literal['start', 'end']) -> _b.bool: ...
        def ClearField(self, field_name: _t.Literal['start', 'end']) -> None: ...
        def WhichOneof(self, oneof_group: _t.Never) -> None: ...

    NAME_FIELD_NUMBER: _t.Literal[1]
    VALUE_FIELD_NUMBER: _t.Literal[2]
    OPTIONS_FIELD_NUMBER: _t.Literal[3]
    RESERVED_RANGE_FIELD_NUMBER: _t.Literal[4]
    RESERVED_NAME_FIELD_NUMBER: _t.Literal[5]
    VISIBILITY_FIELD_NUMBER: _t.Literal[6]
    name: _b.str
    @_b.property
    def value(self) -> _containers.RepeatedCompositeFieldContainer[EnumValueDescriptorProto]: ...
    @_b.property
    def options(self) -> EnumOptions: ...
    @_b.property
    def reserved_range(self) -> _containers.RepeatedCompositeFieldContainer[EnumDescriptorProto.EnumReservedRange]: ...
    @_b.property
    def reserved_name(self) -> _containers.RepeatedScalarFieldContainer[_b.str]: ...
    visibility: SymbolVisibility.ValueType
    def __init__(
        self,
        *,
        name: _b.str | None = ...,
        value: _abc.Iterable[EnumValueDescriptorProto] | None = ...,
        options: EnumOptions | None = ...,
        reserved_range: _abc.Iterable[EnumDescriptorProto.EnumReservedRange] | None = ...,
        reserved_name: _abc.Iterable[_b.str] | None = ...,
        visibility: SymbolVisibility.ValueType | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['name', 'options', 'visibility']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['name', 'value', 'options', 'reserved_range', 'reserved_name', 'visibility']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class EnumValueDescriptorProto(_message.Message):
    NAME_FIELD_NUMBER: _t.Literal[1]
    NUMBER_FIELD_NUMBER: _t.Literal[2]
    OPTIONS_FIELD_NUMBER: _t.Literal[3]
    name: _b.str
    number: _b.int
    @_b.property
    def options(self) -> EnumValueOptions: ...
    def __init__(
        self,
        *,
        name: _b.str | None = ...,
        number: _b.int | None = ...,
        options: EnumValueOptions | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['name', 'number', 'options']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['name', 'number', 'options']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class ServiceDescriptorProto(_message.Message):
    NAME_FIELD_NUMBER: _t.Literal[1]
    METHOD_FIELD_NUMBER: _t.Literal[2]
    OPTIONS_FIELD_NUMBER: _t.Literal[3]
    name: _b.str
    @_b.property
    def method(self) -> _containers.RepeatedCompositeFieldContainer[MethodDescriptorProto]: ...
    @_b.property
    def options(self) -> ServiceOptions: ...
    def __init__(
        self,
        *,
        name: _b.str | None = ...,
        method: _abc.Iterable[MethodDescriptorProto] | None = ...,
        options: ServiceOptions | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['name', 'options']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['name', 'method', 'options']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class MethodDescriptorProto(_message.Message):
    NAME_FIELD_NUMBER: _t.Literal[1]
    INPUT_TYPE_FIELD_NUMBER: _t.Literal[2]
    OUTPUT_TYPE_FIELD_NUMBER: _t.Literal[3]
    OPTIONS_FIELD_NUMBER: _t.Literal[4]
    CLIENT_STREAMING_FIELD_NUMBER: _t.Literal[5]
    SERVER_STREAMING_FIELD_NUMBER: _t.Literal[6]
    name: _b.str
    input_type: _b.str
    output_type: _b.str
    @_b.property
    def options(self) -> MethodOptions: ...
    client_streaming: _b.bool
    server_streaming: _b.bool
    def __init__(
        self,
        *,
        name: _b.str | None = ...,
        input_type: _b.str | None = ...,
        output_type: _b.str | None = ...,
        options: MethodOptions | None = ...,
        client_streaming: _b.bool | None = ...,
        server_streaming: _b.bool | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['name', 'input_type', 'output_type', 'options', 'client_streaming', 'server_streaming']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['name', 'input_type', 'output_type', 'options', 'client_streaming', 'server_streaming']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class FileOptions(_message.Message):
    class _OptimizeMode:
        ValueType = _t.NewType("ValueType", _b.int)
    class _OptimizeModeWrapper(_enum._EnumTypeWrapper[_OptimizeMode.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        SPEED: FileOptions.OptimizeMode.ValueType
        CODE_SIZE: FileOptions.OptimizeMode.ValueType
        LITE_RUNTIME: FileOptions.OptimizeMode.ValueType
    class OptimizeMode(_OptimizeMode, metaclass=_OptimizeModeWrapper):
        ...
    SPEED: FileOptions.OptimizeMode.ValueType
    CODE_SIZE: FileOptions.OptimizeMode.ValueType
    LITE_RUNTIME: FileOptions.OptimizeMode.ValueType

    JAVA_PACKAGE_FIELD_NUMBER: _t.Literal[1]
    JAVA_OUTER_CLASSNAME_FIELD_NUMBER: _t.Literal[8]
    JAVA_MULTIPLE_FILES_FIELD_NUMBER: _t.Literal[10]
    JAVA_GENERATE_EQUALS_AND_HASH_FIELD_NUMBER: _t.Literal[20]
    JAVA_STRING_CHECK_UTF8_FIELD_NUMBER: _t.Literal[27]
    OPTIMIZE_FOR_FIELD_NUMBER: _t.Literal[9]
    GO_PACKAGE_FIELD_NUMBER: _t.Literal[11]
    CC_GENERIC_SERVICES_FIELD_NUMBER: _t.Literal[16]
    JAVA_GENERIC_SERVICES_FIELD_NUMBER: _t.Literal[17]
    PY_GENERIC_SERVICES_FIELD_NUMBER: _t.Literal[18]
    DEPRECATED_FIELD_NUMBER: _t.Literal[23]
    CC_ENABLE_ARENAS_FIELD_NUMBER: _t.Literal[31]
    OBJC_CLASS_PREFIX_FIELD_NUMBER: _t.Literal[36]
    CSHARP_NAMESPACE_FIELD_NUMBER: _t.Literal[37]
    SWIFT_PREFIX_FIELD_NUMBER: _t.Literal[39]
    PHP_CLASS_PREFIX_FIELD_NUMBER: _t.Literal[40]
    PHP_NAMESPACE_FIELD_NUMBER: _t.Literal[41]
    PHP_METADATA_NAMESPACE_FIELD_NUMBER: _t.Literal[44]
    RUBY_PACKAGE_FIELD_NUMBER: _t.Literal[45]
    FEATURES_FIELD_NUMBER: _t.Literal[50]
    UNINTERPRETED_OPTION_FIELD_NUMBER: _t.Literal[999]
    java_package: _b.str
    java_outer_classname: _b.str
    java_multiple_files: _b.bool
    java_generate_equals_and_hash: _b.bool
    java_string_check_utf8: _b.bool
    optimize_for: FileOptions.OptimizeMode.ValueType
    go_package: _b.str
    cc_generic_services: _b.bool
    java_generic_services: _b.bool
    py_generic_services: _b.bool
    deprecated: _b.bool
    cc_enable_arenas: _b.bool
    objc_class_prefix: _b.str
    csharp_namespace: _b.str
    swift_prefix: _b.str
    php_class_prefix: _b.str
    php_namespace: _b.str
    php_metadata_namespace: _b.str
    ruby_package: _b.str
    @_b.property
    def features(self) -> FeatureSet: ...
    @_b.property
    def uninterpreted_option(self) -> _containers.RepeatedCompositeFieldContainer[UninterpretedOption]: ...
    def __init__(
        self,
        *,
        java_package: _b.str | None = ...,
        java_outer_classname: _b.str | None = ...,
        java_multiple_files: _b.bool | None = ...,
        java_generate_equals_and_hash: _b.bool | None = ...,
        java_string_check_utf8: _b.bool | None = ...,
        optimize_for: FileOptions.OptimizeMode.ValueType | None = ...,
        go_package: _b.str | None = ...,
        cc_generic_services: _b.bool | None = ...,
        java_generic_services: _b.bool | None = ...,
        py_generic_services: _b.bool | None = ...,
        deprecated: _b.bool | None = ...,
        cc_enable_arenas: _b.bool | None = ...,
        objc_class_prefix: _b.str | None = ...,
        csharp_namespace: _b.str | None = ...,
        swift_prefix: _b.str | None = ...,
        php_class_prefix: _b.str | None = ...,
        php_namespace: _b.str | None = ...,
        php_metadata_namespace: _b.str | None = ...,
        ruby_package: _b.str | None = ...,
        features: FeatureSet | None = ...,
        uninterpreted_option: _abc.Iterable[UninterpretedOption] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['java_package', 'java_outer_classname', 'java_multiple_files', 'java_generate_equals_and_hash', 'java_string_check_utf8', 'optimize_for', 'go_package', 'cc_generic_services', 'java_generic_services', 'py_generic_services', 'deprecated', 'cc_enable_arenas', 'objc_class_prefix', 'csharp_namespace', 'swift_prefix', 'php_class_prefix', 'php_namespace', 'php_metadata_namespace', 'ruby_package', 'features']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['java_package', 'java_outer_classname', 'java_multiple_files', 'java_generate_equals_and_hash', 'java_string_check_utf8', 'optimize_for', 'go_package', 'cc_generic_services', 'java_generic_services', 'py_generic_services', 'deprecated', 'cc_enable_arenas', 'objc_class_prefix', 'csharp_namespace', 'swift_prefix', 'php_class_prefix', 'php_namespace', 'php_metadata_namespace', 'ruby_package', 'features', 'uninterpreted_option']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class MessageOptions(_message.Message):
    MESSAGE_SET_WIRE_FORMAT_FIELD_NUMBER: _t.Literal[1]
    NO_STANDARD_DESCRIPTOR_ACCESSOR_FIELD_NUMBER: _t.Literal[2]
    DEPRECATED_FIELD_NUMBER: _t.Literal[3]
    MAP_ENTRY_FIELD_NUMBER: _t.Literal[7]
    DEPRECATED_LEGACY_JSON_FIELD_CONFLICTS_FIELD_NUMBER: _t.Literal[11]
    FEATURES_FIELD_NUMBER: _t.Literal[12]
    UNINTERPRETED_OPTION_FIELD_NUMBER: _t.Literal[999]
    message_set_wire_format: _b.bool
    no_standard_descriptor_accessor: _b.bool
    deprecated: _b.bool
    map_entry: _b.bool
    deprecated_legacy_json_field_conflicts: _b.bool
    @_b.property
    def features(self) -> FeatureSet: ...
    @_b.property
    def uninterpreted_option(self) -> _containers.RepeatedCompositeFieldContainer[UninterpretedOption]: ...
    def __init__(
        self,
        *,
        message_set_wire_format: _b.bool | None = ...,
        no_standard_descriptor_accessor: _b.bool | None = ...,
        deprecated: _b.bool | None = ...,
        map_entry: _b.bool | None = ...,
        deprecated_legacy_json_field_conflicts: _b.bool | None = ...,
        features: FeatureSet | None = ...,
        uninterpreted_option: _abc.Iterable[UninterpretedOption] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['message_set_wire_format', 'no_standard_descriptor_accessor', 'deprecated', 'map_entry', 'deprecated_legacy_json_field_conflicts', 'features']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['message_set_wire_format', 'no_standard_descriptor_accessor', 'deprecated', 'map_entry', 'deprecated_legacy_json_field_conflicts', 'features', 'uninterpreted_option']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class FieldOptions(_message.Message):
    class _CType:
        ValueType = _t.NewType("ValueType", _b.int)
    class _CTypeWrapper(_enum._EnumTypeWrapper[_CType.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        STRING: FieldOptions.CType.ValueType
        CORD: FieldOptions.CType.ValueType
        STRING_PIECE: FieldOptions.CType.ValueType
    class CType(_CType, metaclass=_CTypeWrapper):
        ...
    STRING: FieldOptions.CType.ValueType
    CORD: FieldOptions.CType.ValueType
    STRING_PIECE: FieldOptions.CType.ValueType

    class _JSType:
        ValueType = _t.NewType("ValueType", _b.int)
    class _JSTypeWrapper(_enum._EnumTypeWrapper[_JSType.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        JS_NORMAL: FieldOptions.JSType.ValueType
        JS_STRING: FieldOptions.JSType.ValueType
        JS_NUMBER: FieldOptions.JSType.ValueType
    class JSType(_JSType, metaclass=_JSTypeWrapper):
        ...
    JS_NORMAL: FieldOptions.JSType.ValueType
    JS_STRING: FieldOptions.JSType.ValueType
    JS_NUMBER: FieldOptions.JSType.ValueType

    class _OptionRetention:
        ValueType = _t.NewType("ValueType", _b.int)
    class _OptionRetentionWrapper(_enum._EnumTypeWrapper[_OptionRetention.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        RETENTION_UNKNOWN: FieldOptions.OptionRetention.ValueType
        RETENTION_RUNTIME: FieldOptions.OptionRetention.ValueType
        RETENTION_SOURCE: FieldOptions.OptionRetention.ValueType
    class OptionRetention(_OptionRetention, metaclass=_OptionRetentionWrapper):
        ...
    RETENTION_UNKNOWN: FieldOptions.OptionRetention.ValueType
    RETENTION_RUNTIME: FieldOptions.OptionRetention.ValueType
    RETENTION_SOURCE: FieldOptions.OptionRetention.ValueType

    class _OptionTargetType:
        ValueType = _t.NewType("ValueType", _b.int)
    class _OptionTargetTypeWrapper(_enum._EnumTypeWrapper[_OptionTargetType.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        TARGET_TYPE_UNKNOWN: FieldOptions.OptionTargetType.ValueType
        TARGET_TYPE_FILE: FieldOptions.OptionTargetType.ValueType
        TARGET_TYPE_EXTENSION_RANGE: FieldOptions.OptionTargetType.ValueType
        TARGET_TYPE_MESSAGE: FieldOptions.OptionTargetType.ValueType
        TARGET_TYPE_FIELD: FieldOptions.OptionTargetType.ValueType
        TARGET_TYPE_ONEOF: FieldOptions.OptionTargetType.ValueType
        TARGET_TYPE_ENUM: FieldOptions.OptionTargetType.ValueType
        TARGET_TYPE_ENUM_ENTRY: FieldOptions.OptionTargetType.ValueType
        TARGET_TYPE_SERVICE: FieldOptions.OptionTargetType.ValueType
        TARGET_TYPE_METHOD: FieldOptions.OptionTargetType.ValueType
    class OptionTargetType(_OptionTargetType, metaclass=_OptionTargetTypeWrapper):
        ...
    TARGET_TYPE_UNKNOWN: FieldOptions.OptionTargetType.ValueType
    TARGET_TYPE_FILE: FieldOptions.OptionTargetType.ValueType
    TARGET_TYPE_EXTENSION_RANGE: FieldOptions.OptionTargetType.ValueType
    TARGET_TYPE_MESSAGE: FieldOptions.OptionTargetType.ValueType
    TARGET_TYPE_FIELD: FieldOptions.OptionTargetType.ValueType
    TARGET_TYPE_ONEOF: FieldOptions.OptionTargetType.ValueType
    TARGET_TYPE_ENUM: FieldOptions.OptionTargetType.ValueType
    TARGET_TYPE_ENUM_ENTRY: FieldOptions.OptionTargetType.ValueType
    TARGET_TYPE_SERVICE: FieldOptions.OptionTargetType.ValueType
    TARGET_TYPE_METHOD: FieldOptions.OptionTargetType.ValueType

    class EditionDefault(_message.Message):
        EDITION_FIELD_NUMBER: _t.Literal[3]
        VALUE_FIELD_NUMBER: _t.Literal[2]
        edition: Edition.ValueType
        value: _b.str
        def __init__(
            self,
            *,
            edition: Edition.ValueType | None = ...,
            value: _b.str | None = ...,
        ) -> None: ...
        def HasField(self, field_name: _t.Literal['edition', 'value']) -> _b.bool: ...
        def ClearField(self, field_name: _t.Literal['edition', 'value']) -> None: ...
        def WhichOneof(self, oneof_group: _t.Never) -> None: ...

    class FeatureSupport(_message.Message):
        EDITION_INTRODUCED_FIELD_NUMBER: _t.Literal[1]
        EDITION_DEPRECATED_FIELD_NUMBER: _t.Literal[2]
        DEPRECATION_WARNING_FIELD_NUMBER: _t.Literal[3]
        EDITION_REMOVED_FIELD_NUMBER: _t.Literal[4]
        REMOVAL_ERROR_FIELD_NUMBER: _t.Literal[5]
        edition_introduced: Edition.ValueType
        edition_deprecated: Edition.ValueType
        deprecation_warning: _b.str
        edition_removed: Edition.ValueType
        removal_error: _b.str
        def __init__(
            self,
            *,
            edition_introduced: Edition.ValueType | None = ...,
            edition_deprecated: Edition.ValueType | None = ...,
            deprecation_warning: _b.str | None = ...,
            edition_removed: Edition.ValueType | None = ...,
            removal_error: _b.str | None = ...,
        ) -> None: ...
        def HasField(self, field_name: _t.Literal['edition_introduced', 'edition_deprecated', 'deprecation_warning', 'edition_removed', 'removal_error']) -> _b.bool: ...
        def ClearField(self, field_name: _t.Literal['edition_introduced', 'edition_deprecated', 'deprecation_warning', 'edition_removed', 'removal_error']) -> None: ...
        def WhichOneof(self, oneof_group: _t.Never) -> None: ...

    CTYPE_FIELD_NUMBER: _t.Literal[1]
    PACKED_FIELD_NUMBER: _t.Literal[2]
    JSTYPE_FIELD_NUMBER: _t.Literal[6]
    LAZY_FIELD_NUMBER: _t.Literal[5]
    UNVERIFIED_LAZY_FIELD_NUMBER: _t.Literal[15]
    DEPRECATED_FIELD_NUMBER: _t.Literal[3]
    WEAK_FIELD_NUMBER: _t.Literal[10]
    DEBUG_REDACT_FIELD_NUMBER: _t.Literal[16]
    RETENTION_FIELD_NUMBER: _t.Literal[17]
    TARGETS_FIELD_NUMBER: _t.Literal[19]
    EDITION_DEFAULTS_FIELD_NUMBER: _t.Literal[20]
    FEATURES_FIELD_NUMBER: _t.Literal[21]
    FEATURE_SUPPORT_FIELD_NUMBER: _t.Literal[22]
    UNINTERPRETED_OPTION_FIELD_NUMBER: _t.Literal[999]
    ctype: FieldOptions.CType.ValueType
    packed: _b.bool
    jstype: FieldOptions.JSType.ValueType
    lazy: _b.bool
    unverified_lazy: _b.bool
    deprecated: _b.bool
    weak: _b.bool
    debug_redact: _b.bool
    retention: FieldOptions.OptionRetention.ValueType
    @_b.property
    def targets(self) -> _containers.RepeatedScalarFieldContainer[FieldOptions.OptionTargetType.ValueType]: ...
    @_b.property
    def edition_defaults(self) -> _containers.RepeatedCompositeFieldContainer[FieldOptions.EditionDefault]: ...
    @_b.property
    def features(self) -> FeatureSet: ...
    @_b.property
    def feature_support(self) -> FieldOptions.FeatureSupport: ...
    @_b.property
    def uninterpreted_option(self) -> _containers.RepeatedCompositeFieldContainer[UninterpretedOption]: ...
    def __init__(
        self,
        *,
        ctype: FieldOptions.CType.ValueType | None = ...,
        packed: _b.bool | None = ...,
        jstype: FieldOptions.JSType.ValueType | None = ...,
        lazy: _b.bool | None = ...,
        unverified_lazy: _b.bool | None = ...,
        deprecated: _b.bool | None = ...,
        weak: _b.bool | None = ...,
        debug_redact: _b.bool | None = ...,
        retention: FieldOptions.OptionRetention.ValueType | None = ...,
        targets: _abc.Iterable[FieldOptions.OptionTargetType.ValueType] | None = ...,
        edition_defaults: _abc.Iterable[FieldOptions.EditionDefault] | None = ...,
        features: FeatureSet | None = ...,
        feature_support: FieldOptions.FeatureSupport | None = ...,
        uninterpreted_option: _abc.Iterable[UninterpretedOption] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['ctype', 'packed', 'jstype', 'lazy', 'unverified_lazy', 'deprecated', 'weak', 'debug_redact', 'retention', 'features', 'feature_support']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['ctype', 'packed', 'jstype', 'lazy', 'unverified_lazy', 'deprecated', 'weak', 'debug_redact', 'retention', 'targets', 'edition_defaults', 'features', 'feature_support', 'uninterpreted_option']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class OneofOptions(_message.Message):
    FEATURES_FIELD_NUMBER: _t.Literal[1]
    UNINTERPRETED_OPTION_FIELD_NUMBER: _t.Literal[999]
    @_b.property
    def features(self) -> FeatureSet: ...
    @_b.property
    def uninterpreted_option(self) -> _containers.RepeatedCompositeFieldContainer[UninterpretedOption]: ...
    def __init__(
        self,
        *,
        features: FeatureSet | None = ...,
        uninterpreted_option: _abc.Iterable[UninterpretedOption] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['features']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['features', 'uninterpreted_option']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class EnumOptions(_message.Message):
    ALLOW_ALIAS_FIELD_NUMBER: _t.Literal[2]
    DEPRECATED_FIELD_NUMBER: _t.Literal[3]
    DEPRECATED_LEGACY_JSON_FIELD_CONFLICTS_FIELD_NUMBER: _t.Literal[6]
    FEATURES_FIELD_NUMBER: _t.Literal[7]
    UNINTERPRETED_OPTION_FIELD_NUMBER: _t.Literal[999]
    allow_alias: _b.bool
    deprecated: _b.bool
    deprecated_legacy_json_field_conflicts: _b.bool
    @_b.property
    def features(self) -> FeatureSet: ...
    @_b.property
    def uninterpreted_option(self) -> _containers.RepeatedCompositeFieldContainer[UninterpretedOption]: ...
    def __init__(
        self,
        *,
        allow_alias: _b.bool | None = ...,
        deprecated: _b.bool | None = ...,
        deprecated_legacy_json_field_conflicts: _b.bool | None = ...,
        features: FeatureSet | None = ...,
        uninterpreted_option: _abc.Iterable[UninterpretedOption] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['allow_alias', 'deprecated', 'deprecated_legacy_json_field_conflicts', 'features']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['allow_alias', 'deprecated', 'deprecated_legacy_json_field_conflicts', 'features', 'uninterpreted_option']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class EnumValueOptions(_message.Message):
    DEPRECATED_FIELD_NUMBER: _t.Literal[1]
    FEATURES_FIELD_NUMBER: _t.Literal[2]
    DEBUG_REDACT_FIELD_NUMBER: _t.Literal[3]
    FEATURE_SUPPORT_FIELD_NUMBER: _t.Literal[4]
    UNINTERPRETED_OPTION_FIELD_NUMBER: _t.Literal[999]
    deprecated: _b.bool
    @_b.property
    def features(self) -> FeatureSet: ...
    debug_redact: _b.bool
    @_b.property
    def feature_support(self) -> FieldOptions.FeatureSupport: ...
    @_b.property
    def uninterpreted_option(self) -> _containers.RepeatedCompositeFieldContainer[UninterpretedOption]: ...
    def __init__(
        self,
        *,
        deprecated: _b.bool | None = ...,
        features: FeatureSet | None = ...,
        debug_redact: _b.bool | None = ...,
        feature_support: FieldOptions.FeatureSupport | None = ...,
        uninterpreted_option: _abc.Iterable[UninterpretedOption] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['deprecated', 'features', 'debug_redact', 'feature_support']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['deprecated', 'features', 'debug_redact', 'feature_support', 'uninterpreted_option']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class ServiceOptions(_message.Message):
    FEATURES_FIELD_NUMBER: _t.Literal[34]
    DEPRECATED_FIELD_NUMBER: _t.Literal[33]
    UNINTERPRETED_OPTION_FIELD_NUMBER: _t.Literal[999]
    @_b.property
    def features(self) -> FeatureSet: ...
    deprecated: _b.bool
    @_b.property
    def uninterpreted_option(self) -> _containers.RepeatedCompositeFieldContainer[UninterpretedOption]: ...
    def __init__(
        self,
        *,
        features: FeatureSet | None = ...,
        deprecated: _b.bool | None = ...,
        uninterpreted_option: _abc.Iterable[UninterpretedOption] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['features', 'deprecated']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['features', 'deprecated', 'uninterpreted_option']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class MethodOptions(_message.Message):
    class _IdempotencyLevel:
        ValueType = _t.NewType("ValueType", _b.int)
    class _IdempotencyLevelWrapper(_enum._EnumTypeWrapper[_IdempotencyLevel.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        IDEMPOTENCY_UNKNOWN: MethodOptions.IdempotencyLevel.ValueType
        NO_SIDE_EFFECTS: MethodOptions.IdempotencyLevel.ValueType
        IDEMPOTENT: MethodOptions.IdempotencyLevel.ValueType
    class IdempotencyLevel(_IdempotencyLevel, metaclass=_IdempotencyLevelWrapper):
        ...
    IDEMPOTENCY_UNKNOWN: MethodOptions.IdempotencyLevel.ValueType
    NO_SIDE_EFFECTS: MethodOptions.IdempotencyLevel.ValueType
    IDEMPOTENT: MethodOptions.IdempotencyLevel.ValueType

    DEPRECATED_FIELD_NUMBER: _t.Literal[33]
    IDEMPOTENCY_LEVEL_FIELD_NUMBER: _t.Literal[34]
    FEATURES_FIELD_NUMBER: _t.Literal[35]
    UNINTERPRETED_OPTION_FIELD_NUMBER: _t.Literal[999]
    deprecated: _b.bool
    idempotency_level: MethodOptions.IdempotencyLevel.ValueType
    @_b.property
    def features(self) -> FeatureSet: ...
    @_b.property
    def uninterpreted_option(self) -> _containers.RepeatedCompositeFieldContainer[UninterpretedOption]: ...
    def __init__(
        self,
        *,
        deprecated: _b.bool | None = ...,
        idempotency_level: MethodOptions.IdempotencyLevel.ValueType | None = ...,
        features: FeatureSet | None = ...,
        uninterpreted_option: _abc.Iterable[UninterpretedOption] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['deprecated', 'idempotency_level', 'features']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['deprecated', 'idempotency_level', 'features', 'uninterpreted_option']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class UninterpretedOption(_message.Message):
    class NamePart(_message.Message):
        NAME_PART_FIELD_NUMBER: _t.Literal[1]
        IS_EXTENSION_FIELD_NUMBER: _t.Literal[2]
        name_part: _b.str
        is_extension: _b.bool
        def __init__(
            self,
            *,
            name_part: _b.str | None = ...,
            is_extension: _b.bool | None = ...,
        ) -> None: ...
        def HasField(self, field_name: _t.Literal['name_part', 'is_extension']) -> _b.bool: ...
        def ClearField(self, field_name: _t.Literal['name_part', 'is_extension']) -> None: ...
        def WhichOneof(self, oneof_group: _t.Never) -> None: ...

    NAME_FIELD_NUMBER: _t.Literal[2]
    IDENTIFIER_VALUE_FIELD_NUMBER: _t.Literal[3]
    POSITIVE_INT_VALUE_FIELD_NUMBER: _t.Literal[4]
    NEGATIVE_INT_VALUE_FIELD_NUMBER: _t.Literal[5]
    DOUBLE_VALUE_FIELD_NUMBER: _t.Literal[6]
    STRING_VALUE_FIELD_NUMBER: _t.Literal[7]
    AGGREGATE_VALUE_FIELD_NUMBER: _t.Literal[8]
    @_b.property
    def name(self) -> _containers.RepeatedCompositeFieldContainer[UninterpretedOption.NamePart]: ...
    identifier_value: _b.str
    positive_int_value: _b.int
    negative_int_value: _b.int
    double_value: _b.float
    string_value: _b.bytes
    aggregate_value: _b.str
    def __init__(
        self,
        *,
        name: _abc.Iterable[UninterpretedOption.NamePart] | None = ...,
        identifier_value: _b.str | None = ...,
        positive_int_value: _b.int | None = ...,
        negative_int_value: _b.int | None = ...,
        double_value: _b.float | None = ...,
        string_value: _b.bytes | None = ...,
        aggregate_value: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['identifier_value', 'positive_int_value', 'negative_int_value', 'double_value', 'string_value', 'aggregate_value']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['name', 'identifier_value', 'positive_int_value', 'negative_int_value', 'double_value', 'string_value', 'aggregate_value']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class FeatureSet(_message.Message):
    class _FieldPresence:
        ValueType = _t.NewType("ValueType", _b.int)
    class _FieldPresenceWrapper(_enum._EnumTypeWrapper[_FieldPresence.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        FIELD_PRESENCE_UNKNOWN: FeatureSet.FieldPresence.ValueType
        EXPLICIT: FeatureSet.FieldPresence.ValueType
        IMPLICIT: FeatureSet.FieldPresence.ValueType
        LEGACY_REQUIRED: FeatureSet.FieldPresence.ValueType
    class FieldPresence(_FieldPresence, metaclass=_FieldPresenceWrapper):
        ...
    FIELD_PRESENCE_UNKNOWN: FeatureSet.FieldPresence.ValueType
    EXPLICIT: FeatureSet.FieldPresence.ValueType
    IMPLICIT: FeatureSet.FieldPresence.ValueType
    LEGACY_REQUIRED: FeatureSet.FieldPresence.ValueType

    class _EnumType:
        ValueType = _t.NewType("ValueType", _b.int)
    class _EnumTypeWrapper(_enum._EnumTypeWrapper[_EnumType.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        ENUM_TYPE_UNKNOWN: FeatureSet.EnumType.ValueType
        OPEN: FeatureSet.EnumType.ValueType
        CLOSED: FeatureSet.EnumType.ValueType
    class EnumType(_EnumType, metaclass=_EnumTypeWrapper):
        ...
    ENUM_TYPE_UNKNOWN: FeatureSet.EnumType.ValueType
    OPEN: FeatureSet.EnumType.ValueType
    CLOSED: FeatureSet.EnumType.ValueType

    class _RepeatedFieldEncoding:
        ValueType = _t.NewType("ValueType", _b.int)
    class _RepeatedFieldEncodingWrapper(_enum._EnumTypeWrapper[_RepeatedFieldEncoding.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        REPEATED_FIELD_ENCODING_UNKNOWN: FeatureSet.RepeatedFieldEncoding.ValueType
        PACKED: FeatureSet.RepeatedFieldEncoding.ValueType
        EXPANDED: FeatureSet.RepeatedFieldEncoding.ValueType
    class RepeatedFieldEncoding(_RepeatedFieldEncoding, metaclass=_RepeatedFieldEncodingWrapper):
        ...
    REPEATED_FIELD_ENCODING_UNKNOWN: FeatureSet.RepeatedFieldEncoding.ValueType
    PACKED: FeatureSet.RepeatedFieldEncoding.ValueType
    EXPANDED: FeatureSet.RepeatedFieldEncoding.ValueType

    class _Utf8Validation:
        ValueType = _t.NewType("ValueType", _b.int)
    class _Utf8ValidationWrapper(_enum._EnumTypeWrapper[_Utf8Validation.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        UTF8_VALIDATION_UNKNOWN: FeatureSet.Utf8Validation.ValueType
        VERIFY: FeatureSet.Utf8Validation.ValueType
        NONE: FeatureSet.Utf8Validation.ValueType
    class Utf8Validation(_Utf8Validation, metaclass=_Utf8ValidationWrapper):
        ...
    UTF8_VALIDATION_UNKNOWN: FeatureSet.Utf8Validation.ValueType
    VERIFY: FeatureSet.Utf8Validation.ValueType
    NONE: FeatureSet.Utf8Validation.ValueType

    class _MessageEncoding:
        ValueType = _t.NewType("ValueType", _b.int)
    class _MessageEncodingWrapper(_enum._EnumTypeWrapper[_MessageEncoding.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        MESSAGE_ENCODING_UNKNOWN: FeatureSet.MessageEncoding.ValueType
        LENGTH_PREFIXED: FeatureSet.MessageEncoding.ValueType
        DELIMITED: FeatureSet.MessageEncoding.ValueType
    class MessageEncoding(_MessageEncoding, metaclass=_MessageEncodingWrapper):
        ...
    MESSAGE_ENCODING_UNKNOWN: FeatureSet.MessageEncoding.ValueType
    LENGTH_PREFIXED: FeatureSet.MessageEncoding.ValueType
    DELIMITED: FeatureSet.MessageEncoding.ValueType

    class _JsonFormat:
        ValueType = _t.NewType("ValueType", _b.int)
    class _JsonFormatWrapper(_enum._EnumTypeWrapper[_JsonFormat.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        JSON_FORMAT_UNKNOWN: FeatureSet.JsonFormat.ValueType
        ALLOW: FeatureSet.JsonFormat.ValueType
        LEGACY_BEST_EFFORT: FeatureSet.JsonFormat.ValueType
    class JsonFormat(_JsonFormat, metaclass=_JsonFormatWrapper):
        ...
    JSON_FORMAT_UNKNOWN: FeatureSet.JsonFormat.ValueType
    ALLOW: FeatureSet.JsonFormat.ValueType
    LEGACY_BEST_EFFORT: FeatureSet.JsonFormat.ValueType

    class _EnforceNamingStyle:
        ValueType = _t.NewType("ValueType", _b.int)
    class _EnforceNamingStyleWrapper(_enum._EnumTypeWrapper[_EnforceNamingStyle.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        ENFORCE_NAMING_STYLE_UNKNOWN: FeatureSet.EnforceNamingStyle.ValueType
        STYLE2024: FeatureSet.EnforceNamingStyle.ValueType
        STYLE_LEGACY: FeatureSet.EnforceNamingStyle.ValueType
        STYLE2026: FeatureSet.EnforceNamingStyle.ValueType
    class EnforceNamingStyle(_EnforceNamingStyle, metaclass=_EnforceNamingStyleWrapper):
        ...
    ENFORCE_NAMING_STYLE_UNKNOWN: FeatureSet.EnforceNamingStyle.ValueType
    STYLE2024: FeatureSet.EnforceNamingStyle.ValueType
    STYLE_LEGACY: FeatureSet.EnforceNamingStyle.ValueType
    STYLE2026: FeatureSet.EnforceNamingStyle.ValueType

    class VisibilityFeature(_message.Message):
        class _DefaultSymbolVisibility:
            ValueType = _t.NewType("ValueType", _b.int)
        class _DefaultSymbolVisibilityWrapper(_enum._EnumTypeWrapper[_DefaultSymbolVisibility.ValueType], _b.type):
            DESCRIPTOR: _descriptor.EnumDescriptor
            DEFAULT_SYMBOL_VISIBILITY_UNKNOWN: FeatureSet.VisibilityFeature.DefaultSymbolVisibility.ValueType
            EXPORT_ALL: FeatureSet.VisibilityFeature.DefaultSymbolVisibility.ValueType
            EXPORT_TOP_LEVEL: FeatureSet.VisibilityFeature.DefaultSymbolVisibility.ValueType
            LOCAL_ALL: FeatureSet.VisibilityFeature.DefaultSymbolVisibility.ValueType
            STRICT: FeatureSet.VisibilityFeature.DefaultSymbolVisibility.ValueType
        class DefaultSymbolVisibility(_DefaultSymbolVisibility, metaclass=_DefaultSymbolVisibilityWrapper):
            ...
        DEFAULT_SYMBOL_VISIBILITY_UNKNOWN: FeatureSet.VisibilityFeature.DefaultSymbolVisibility.ValueType
        EXPORT_ALL: FeatureSet.VisibilityFeature.DefaultSymbolVisibility.ValueType
        EXPORT_TOP_LEVEL: FeatureSet.VisibilityFeature.DefaultSymbolVisibility.ValueType
        LOCAL_ALL: FeatureSet.VisibilityFeature.DefaultSymbolVisibility.ValueType
        STRICT: FeatureSet.VisibilityFeature.DefaultSymbolVisibility.ValueType

        def __init__(
            self,
        ) -> None: ...
        def HasField(self, field_name: _t.Never) -> _b.bool: ...
        def ClearField(self, field_name: _t.Never) -> None: ...
        def WhichOneof(self, oneof_group: _t.Never) -> None: ...

    FIELD_PRESENCE_FIELD_NUMBER: _t.Literal[1]
    ENUM_TYPE_FIELD_NUMBER: _t.Literal[2]
    REPEATED_FIELD_ENCODING_FIELD_NUMBER: _t.Literal[3]
    UTF8_VALIDATION_FIELD_NUMBER: _t.Literal[4]
    MESSAGE_ENCODING_FIELD_NUMBER: _t.Literal[5]
    JSON_FORMAT_FIELD_NUMBER: _t.Literal[6]
    ENFORCE_NAMING_STYLE_FIELD_NUMBER: _t.Literal[7]
    DEFAULT_SYMBOL_VISIBILITY_FIELD_NUMBER: _t.Literal[8]
    field_presence: FeatureSet.FieldPresence.ValueType
    enum_type: FeatureSet.EnumType.ValueType
    repeated_field_encoding: FeatureSet.RepeatedFieldEncoding.ValueType
    utf8_validation: FeatureSet.Utf8Validation.ValueType
    message_encoding: FeatureSet.MessageEncoding.ValueType
    json_format: FeatureSet.JsonFormat.ValueType
    enforce_naming_style: FeatureSet.EnforceNamingStyle.ValueType
    default_symbol_visibility: FeatureSet.VisibilityFeature.DefaultSymbolVisibility.ValueType
    def __init__(
        self,
        *,
        field_presence: FeatureSet.FieldPresence.ValueType | None = ...,
        enum_type: FeatureSet.EnumType.ValueType | None = ...,
        repeated_field_encoding: FeatureSet.RepeatedFieldEncoding.ValueType | None = ...,
        utf8_validation: FeatureSet.Utf8Validation.ValueType | None = ...,
        message_encoding: FeatureSet.MessageEncoding.ValueType | None = ...,
        json_format: FeatureSet.JsonFormat.ValueType | None = ...,
        enforce_naming_style: FeatureSet.EnforceNamingStyle.ValueType | None = ...,
        default_symbol_visibility: FeatureSet.VisibilityFeature.DefaultSymbolVisibility.ValueType | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['field_presence', 'enum_type', 'repeated_field_encoding', 'utf8_validation', 'message_encoding', 'json_format', 'enforce_naming_style', 'default_symbol_visibility']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['field_presence', 'enum_type', 'repeated_field_encoding', 'utf8_validation', 'message_encoding', 'json_format', 'enforce_naming_style', 'default_symbol_visibility']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class FeatureSetDefaults(_message.Message):
    class FeatureSetEditionDefault(_message.Message):
        EDITION_FIELD_NUMBER: _t.Literal[3]
        OVERRIDABLE_FEATURES_FIELD_NUMBER: _t.Literal[4]
        FIXED_FEATURES_FIELD_NUMBER: _t.Literal[5]
        edition: Edition.ValueType
        @_b.property
        def overridable_features(self) -> FeatureSet: ...
        @_b.property
        def fixed_features(self) -> FeatureSet: ...
        def __init__(
            self,
            *,
            edition: Edition.ValueType | None = ...,
            overridable_features: FeatureSet | None = ...,
            fixed_features: FeatureSet | None = ...,
        ) -> None: ...
        def HasField(self, field_name: _t.Literal['edition', 'overridable_features', 'fixed_features']) -> _b.bool: ...
        def ClearField(self, field_name: _t.Literal['edition', 'overridable_features', 'fixed_features']) -> None: ...
        def WhichOneof(self, oneof_group: _t.Never) -> None: ...

    DEFAULTS_FIELD_NUMBER: _t.Literal[1]
    MINIMUM_EDITION_FIELD_NUMBER: _t.Literal[4]
    MAXIMUM_EDITION_FIELD_NUMBER: _t.Literal[5]
    @_b.property
    def defaults(self) -> _containers.RepeatedCompositeFieldContainer[FeatureSetDefaults.FeatureSetEditionDefault]: ...
    minimum_edition: Edition.ValueType
    maximum_edition: Edition.ValueType
    def __init__(
        self,
        *,
        defaults: _abc.Iterable[FeatureSetDefaults.FeatureSetEditionDefault] | None = ...,
        minimum_edition: Edition.ValueType | None = ...,
        maximum_edition: Edition.ValueType | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['minimum_edition', 'maximum_edition']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['defaults', 'minimum_edition', 'maximum_edition']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class SourceCodeInfo(_message.Message):
    class Location(_message.Message):
        PATH_FIELD_NUMBER: _t.Literal[1]
        SPAN_FIELD_NUMBER: _t.Literal[2]
        LEADING_COMMENTS_FIELD_NUMBER: _t.Literal[3]
        TRAILING_COMMENTS_FIELD_NUMBER: _t.Literal[4]
        LEADING_DETACHED_COMMENTS_FIELD_NUMBER: _t.Literal[6]
        @_b.property
        def path(self) -> _containers.RepeatedScalarFieldContainer[_b.int]: ...
        @_b.property
        def span(self) -> _containers.RepeatedScalarFieldContainer[_b.int]: ...
        leading_comments: _b.str
        trailing_comments: _b.str
        @_b.property
        def leading_detached_comments(self) -> _containers.RepeatedScalarFieldContainer[_b.str]: ...
        def __init__(
            self,
            *,
            path: _abc.Iterable[_b.int] | None = ...,
            span: _abc.Iterable[_b.int] | None = ...,
            leading_comments: _b.str | None = ...,
            trailing_comments: _b.str | None = ...,
            leading_detached_comments: _abc.Iterable[_b.str] | None = ...,
        ) -> None: ...
        def HasField(self, field_name: _t.Literal['leading_comments', 'trailing_comments']) -> _b.bool: ...
        def ClearField(self, field_name: _t.Literal['path', 'span', 'leading_comments', 'trailing_comments', 'leading_detached_comments']) -> None: ...
        def WhichOneof(self, oneof_group: _t.Never) -> None: ...

    LOCATION_FIELD_NUMBER: _t.Literal[1]
    @_b.property
    def location(self) -> _containers.RepeatedCompositeFieldContainer[SourceCodeInfo.Location]: ...
    def __init__(
        self,
        *,
        location: _abc.Iterable[SourceCodeInfo.Location] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['location']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class GeneratedCodeInfo(_message.Message):
    class Annotation(_message.Message):
        class _Semantic:
            ValueType = _t.NewType("ValueType", _b.int)
        class _SemanticWrapper(_enum._EnumTypeWrapper[_Semantic.ValueType], _b.type):
            DESCRIPTOR: _descriptor.EnumDescriptor
            NONE: GeneratedCodeInfo.Annotation.Semantic.ValueType
            SET: GeneratedCodeInfo.Annotation.Semantic.ValueType
            ALIAS: GeneratedCodeInfo.Annotation.Semantic.ValueType
        class Semantic(_Semantic, metaclass=_SemanticWrapper):
            ...
        NONE: GeneratedCodeInfo.Annotation.Semantic.ValueType
        SET: GeneratedCodeInfo.Annotation.Semantic.ValueType
        ALIAS: GeneratedCodeInfo.Annotation.Semantic.ValueType

        PATH_FIELD_NUMBER: _t.Literal[1]
        SOURCE_FILE_FIELD_NUMBER: _t.Literal[2]
        BEGIN_FIELD_NUMBER: _t.Literal[3]
        END_FIELD_NUMBER: _t.Literal[4]
        SEMANTIC_FIELD_NUMBER: _t.Literal[5]
        @_b.property
        def path(self) -> _containers.RepeatedScalarFieldContainer[_b.int]: ...
        source_file: _b.str
        begin: _b.int
        end: _b.int
        semantic: GeneratedCodeInfo.Annotation.Semantic.ValueType
        def __init__(
            self,
            *,
            path: _abc.Iterable[_b.int] | None = ...,
            source_file: _b.str | None = ...,
            begin: _b.int | None = ...,
            end: _b.int | None = ...,
            semantic: GeneratedCodeInfo.Annotation.Semantic.ValueType | None = ...,
        ) -> None: ...
        def HasField(self, field_name: _t.Literal['source_file', 'begin', 'end', 'semantic']) -> _b.bool: ...
        def ClearField(self, field_name: _t.Literal['path', 'source_file', 'begin', 'end', 'semantic']) -> None: ...
        def WhichOneof(self, oneof_group: _t.Never) -> None: ...

    ANNOTATION_FIELD_NUMBER: _t.Literal[1]
    @_b.property
    def annotation(self) -> _containers.RepeatedCompositeFieldContainer[GeneratedCodeInfo.Annotation]: ...
    def __init__(
        self,
        *,
        annotation: _abc.Iterable[GeneratedCodeInfo.Annotation] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['annotation']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...
