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
    """A placeholder for an unknown edition value."""
    EDITION_LEGACY: Edition.ValueType
    """A placeholder edition for specifying default behaviors *before* a feature
    was first introduced.  This is effectively an "infinite past".
    """
    EDITION_PROTO2: Edition.ValueType
    """Legacy syntax "editions".  These pre-date editions, but behave much like
    distinct editions.  These can't be used to specify the edition of proto
    files, but feature definitions must supply proto2/proto3 defaults for
    backwards compatibility.
    """
    EDITION_PROTO3: Edition.ValueType
    EDITION_2023: Edition.ValueType
    """Editions that have been released.  The specific values are arbitrary and
    should not be depended on, but they will always be time-ordered for easy
    comparison.
    """
    EDITION_2024: Edition.ValueType
    EDITION_2026: Edition.ValueType
    EDITION_UNSTABLE: Edition.ValueType
    """A placeholder edition for developing and testing unscheduled features."""
    EDITION_1_TEST_ONLY: Edition.ValueType
    """Placeholder editions for testing feature resolution.  These should not be
    used or relied on outside of tests.
    """
    EDITION_2_TEST_ONLY: Edition.ValueType
    EDITION_99997_TEST_ONLY: Edition.ValueType
    EDITION_99998_TEST_ONLY: Edition.ValueType
    EDITION_99999_TEST_ONLY: Edition.ValueType
    EDITION_MAX: Edition.ValueType
    """Placeholder for specifying unbounded edition support.  This should only
    ever be used by plugins that can expect to never require any changes to
    support a new edition.
    """
class Edition(_Edition, metaclass=_EditionWrapper):
    """The full set of known editions."""
EDITION_UNKNOWN: Edition.ValueType
"""A placeholder for an unknown edition value."""
EDITION_LEGACY: Edition.ValueType
"""A placeholder edition for specifying default behaviors *before* a feature
was first introduced.  This is effectively an "infinite past".
"""
EDITION_PROTO2: Edition.ValueType
"""Legacy syntax "editions".  These pre-date editions, but behave much like
distinct editions.  These can't be used to specify the edition of proto
files, but feature definitions must supply proto2/proto3 defaults for
backwards compatibility.
"""
EDITION_PROTO3: Edition.ValueType
EDITION_2023: Edition.ValueType
"""Editions that have been released.  The specific values are arbitrary and
should not be depended on, but they will always be time-ordered for easy
comparison.
"""
EDITION_2024: Edition.ValueType
EDITION_2026: Edition.ValueType
EDITION_UNSTABLE: Edition.ValueType
"""A placeholder edition for developing and testing unscheduled features."""
EDITION_1_TEST_ONLY: Edition.ValueType
"""Placeholder editions for testing feature resolution.  These should not be
used or relied on outside of tests.
"""
EDITION_2_TEST_ONLY: Edition.ValueType
EDITION_99997_TEST_ONLY: Edition.ValueType
EDITION_99998_TEST_ONLY: Edition.ValueType
EDITION_99999_TEST_ONLY: Edition.ValueType
EDITION_MAX: Edition.ValueType
"""Placeholder for specifying unbounded edition support.  This should only
ever be used by plugins that can expect to never require any changes to
support a new edition.
"""

class _SymbolVisibility:
    ValueType = _t.NewType("ValueType", _b.int)
class _SymbolVisibilityWrapper(_enum._EnumTypeWrapper[_SymbolVisibility.ValueType], _b.type):
    DESCRIPTOR: _descriptor.EnumDescriptor
    VISIBILITY_UNSET: SymbolVisibility.ValueType
    VISIBILITY_LOCAL: SymbolVisibility.ValueType
    VISIBILITY_EXPORT: SymbolVisibility.ValueType
class SymbolVisibility(_SymbolVisibility, metaclass=_SymbolVisibilityWrapper):
    """Describes the 'visibility' of a symbol with respect to the proto import
    system. Symbols can only be imported when the visibility rules do not prevent
    it (ex: local symbols cannot be imported).  Visibility modifiers can only set
    on `message` and `enum` as they are the only types available to be referenced
    from other files.
    """
VISIBILITY_UNSET: SymbolVisibility.ValueType
VISIBILITY_LOCAL: SymbolVisibility.ValueType
VISIBILITY_EXPORT: SymbolVisibility.ValueType

class FileDescriptorSet(_message.Message):
    """The protocol compiler can output a FileDescriptorSet containing the .proto
    files it parses.
    """
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
    """Describes a complete .proto file."""
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
    """file name, relative to root of source tree"""
    package: _b.str
    """e.g. "foo", "foo.bar", etc."""
    @_b.property
    def dependency(self) -> _containers.RepeatedScalarFieldContainer[_b.str]:
        """Names of files imported by this file."""
    @_b.property
    def public_dependency(self) -> _containers.RepeatedScalarFieldContainer[_b.int]:
        """Indexes of the public imported files in the dependency list above."""
    @_b.property
    def weak_dependency(self) -> _containers.RepeatedScalarFieldContainer[_b.int]:
        """Indexes of the weak imported files in the dependency list.
        For Google-internal migration only. Do not use.
        """
    @_b.property
    def option_dependency(self) -> _containers.RepeatedScalarFieldContainer[_b.str]:
        """Names of files imported by this file purely for the purpose of providing
        option extensions. These are excluded from the dependency list above.
        """
    @_b.property
    def message_type(self) -> _containers.RepeatedCompositeFieldContainer[DescriptorProto]:
        """All top-level definitions in this file."""
    @_b.property
    def enum_type(self) -> _containers.RepeatedCompositeFieldContainer[EnumDescriptorProto]: ...
    @_b.property
    def service(self) -> _containers.RepeatedCompositeFieldContainer[ServiceDescriptorProto]: ...
    @_b.property
    def extension(self) -> _containers.RepeatedCompositeFieldContainer[FieldDescriptorProto]: ...
    @_b.property
    def options(self) -> FileOptions: ...
    @_b.property
    def source_code_info(self) -> SourceCodeInfo:
        """This field contains optional information about the original source code.
        You may safely remove this entire field without harming runtime
        functionality of the descriptors -- the information is needed only by
        development tools.
        """
    syntax: _b.str
    """The syntax of the proto file.
    The supported values are "proto2", "proto3", and "editions".
    
    If `edition` is present, this value must be "editions".
    WARNING: This field should only be used by protobuf plugins or special
    cases like the proto compiler. Other uses are discouraged and
    developers should rely on the protoreflect APIs for their client language.
    """
    edition: Edition.ValueType
    """The edition of the proto file.
    WARNING: This field should only be used by protobuf plugins or special
    cases like the proto compiler. Other uses are discouraged and
    developers should rely on the protoreflect APIs for their client language.
    """
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
    """Describes a message type."""
    class ExtensionRange(_message.Message):
        START_FIELD_NUMBER: _t.Literal[1]
        END_FIELD_NUMBER: _t.Literal[2]
        OPTIONS_FIELD_NUMBER: _t.Literal[3]
        start: _b.int
        """Inclusive."""
        end: _b.int
        """Exclusive."""
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
        """Range of reserved tag numbers. Reserved tag numbers may not be used by
        fields or extension ranges in the same message. Reserved ranges may
        not overlap.
        """
        START_FIELD_NUMBER: _t.Literal[1]
        END_FIELD_NUMBER: _t.Literal[2]
        start: _b.int
        """Inclusive."""
        end: _b.int
        """Exclusive."""
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
    def reserved_name(self) -> _containers.RepeatedScalarFieldContainer[_b.str]:
        """Reserved field names, which may not be used by fields in the same message.
        A given name may only be reserved once.
        """
    visibility: SymbolVisibility.ValueType
    """Support for `export` and `local` keywords on enums."""
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
        """All the extensions of the range must be declared."""
        UNVERIFIED: ExtensionRangeOptions.VerificationState.ValueType
    class VerificationState(_VerificationState, metaclass=_VerificationStateWrapper):
        """The verification state of the extension range."""
    DECLARATION: ExtensionRangeOptions.VerificationState.ValueType
    """All the extensions of the range must be declared."""
    UNVERIFIED: ExtensionRangeOptions.VerificationState.ValueType

    class Declaration(_message.Message):
        NUMBER_FIELD_NUMBER: _t.Literal[1]
        FULL_NAME_FIELD_NUMBER: _t.Literal[2]
        TYPE_FIELD_NUMBER: _t.Literal[3]
        RESERVED_FIELD_NUMBER: _t.Literal[5]
        REPEATED_FIELD_NUMBER: _t.Literal[6]
        number: _b.int
        """The extension number declared within the extension range."""
        full_name: _b.str
        """The fully-qualified name of the extension field. There must be a leading
        dot in front of the full name.
        """
        type: _b.str
        """The fully-qualified type name of the extension field. Unlike
        Metadata.type, Declaration.type must have a leading dot for messages
        and enums.
        """
        reserved: _b.bool
        """If true, indicates that the number is reserved in the extension range,
        and any extension field with the number will fail to compile. Set this
        when a declared extension field is deleted.
        """
        repeated: _b.bool
        """If true, indicates that the extension must be defined as repeated.
        Otherwise the extension must be defined as optional.
        """
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
    def uninterpreted_option(self) -> _containers.RepeatedCompositeFieldContainer[UninterpretedOption]:
        """The parser stores options it doesn't recognize here. See above."""
    @_b.property
    def declaration(self) -> _containers.RepeatedCompositeFieldContainer[ExtensionRangeOptions.Declaration]:
        """For external users: DO NOT USE. We are in the process of open sourcing
        extension declaration and executing internal cleanups before it can be
        used externally.
        """
    @_b.property
    def features(self) -> FeatureSet:
        """Any features defined in the specific edition."""
    verification: ExtensionRangeOptions.VerificationState.ValueType
    """The verification state of the range.
    TODO: flip the default to DECLARATION once all empty ranges
    are marked as UNVERIFIED.
    """
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
    """Describes a field within a message."""
    class _Type:
        ValueType = _t.NewType("ValueType", _b.int)
    class _TypeWrapper(_enum._EnumTypeWrapper[_Type.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        TYPE_DOUBLE: FieldDescriptorProto.Type.ValueType
        """0 is reserved for errors.
        Order is weird for historical reasons.
        """
        TYPE_FLOAT: FieldDescriptorProto.Type.ValueType
        TYPE_INT64: FieldDescriptorProto.Type.ValueType
        """Not ZigZag encoded.  Negative numbers take 10 bytes.  Use TYPE_SINT64 if
        negative values are likely.
        """
        TYPE_UINT64: FieldDescriptorProto.Type.ValueType
        TYPE_INT32: FieldDescriptorProto.Type.ValueType
        """Not ZigZag encoded.  Negative numbers take 10 bytes.  Use TYPE_SINT32 if
        negative values are likely.
        """
        TYPE_FIXED64: FieldDescriptorProto.Type.ValueType
        TYPE_FIXED32: FieldDescriptorProto.Type.ValueType
        TYPE_BOOL: FieldDescriptorProto.Type.ValueType
        TYPE_STRING: FieldDescriptorProto.Type.ValueType
        TYPE_GROUP: FieldDescriptorProto.Type.ValueType
        """Tag-delimited aggregate.
        Group type is deprecated and not supported after google.protobuf. However, Proto3
        implementations should still be able to parse the group wire format and
        treat group fields as unknown fields.  In Editions, the group wire format
        can be enabled via the `message_encoding` feature.
        """
        TYPE_MESSAGE: FieldDescriptorProto.Type.ValueType
        """Length-delimited aggregate."""
        TYPE_BYTES: FieldDescriptorProto.Type.ValueType
        """New in version 2."""
        TYPE_UINT32: FieldDescriptorProto.Type.ValueType
        TYPE_ENUM: FieldDescriptorProto.Type.ValueType
        TYPE_SFIXED32: FieldDescriptorProto.Type.ValueType
        TYPE_SFIXED64: FieldDescriptorProto.Type.ValueType
        TYPE_SINT32: FieldDescriptorProto.Type.ValueType
        """Uses ZigZag encoding."""
        TYPE_SINT64: FieldDescriptorProto.Type.ValueType
        """Uses ZigZag encoding."""
    class Type(_Type, metaclass=_TypeWrapper):
        ...
    TYPE_DOUBLE: FieldDescriptorProto.Type.ValueType
    """0 is reserved for errors.
    Order is weird for historical reasons.
    """
    TYPE_FLOAT: FieldDescriptorProto.Type.ValueType
    TYPE_INT64: FieldDescriptorProto.Type.ValueType
    """Not ZigZag encoded.  Negative numbers take 10 bytes.  Use TYPE_SINT64 if
    negative values are likely.
    """
    TYPE_UINT64: FieldDescriptorProto.Type.ValueType
    TYPE_INT32: FieldDescriptorProto.Type.ValueType
    """Not ZigZag encoded.  Negative numbers take 10 bytes.  Use TYPE_SINT32 if
    negative values are likely.
    """
    TYPE_FIXED64: FieldDescriptorProto.Type.ValueType
    TYPE_FIXED32: FieldDescriptorProto.Type.ValueType
    TYPE_BOOL: FieldDescriptorProto.Type.ValueType
    TYPE_STRING: FieldDescriptorProto.Type.ValueType
    TYPE_GROUP: FieldDescriptorProto.Type.ValueType
    """Tag-delimited aggregate.
    Group type is deprecated and not supported after google.protobuf. However, Proto3
    implementations should still be able to parse the group wire format and
    treat group fields as unknown fields.  In Editions, the group wire format
    can be enabled via the `message_encoding` feature.
    """
    TYPE_MESSAGE: FieldDescriptorProto.Type.ValueType
    """Length-delimited aggregate."""
    TYPE_BYTES: FieldDescriptorProto.Type.ValueType
    """New in version 2."""
    TYPE_UINT32: FieldDescriptorProto.Type.ValueType
    TYPE_ENUM: FieldDescriptorProto.Type.ValueType
    TYPE_SFIXED32: FieldDescriptorProto.Type.ValueType
    TYPE_SFIXED64: FieldDescriptorProto.Type.ValueType
    TYPE_SINT32: FieldDescriptorProto.Type.ValueType
    """Uses ZigZag encoding."""
    TYPE_SINT64: FieldDescriptorProto.Type.ValueType
    """Uses ZigZag encoding."""

    class _Label:
        ValueType = _t.NewType("ValueType", _b.int)
    class _LabelWrapper(_enum._EnumTypeWrapper[_Label.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        LABEL_OPTIONAL: FieldDescriptorProto.Label.ValueType
        """0 is reserved for errors"""
        LABEL_REPEATED: FieldDescriptorProto.Label.ValueType
        LABEL_REQUIRED: FieldDescriptorProto.Label.ValueType
        """The required label is only allowed in google.protobuf.  In proto3 and Editions
        it's explicitly prohibited.  In Editions, the `field_presence` feature
        can be used to get this behavior.
        """
    class Label(_Label, metaclass=_LabelWrapper):
        ...
    LABEL_OPTIONAL: FieldDescriptorProto.Label.ValueType
    """0 is reserved for errors"""
    LABEL_REPEATED: FieldDescriptorProto.Label.ValueType
    LABEL_REQUIRED: FieldDescriptorProto.Label.ValueType
    """The required label is only allowed in google.protobuf.  In proto3 and Editions
    it's explicitly prohibited.  In Editions, the `field_presence` feature
    can be used to get this behavior.
    """

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
    """If type_name is set, this need not be set.  If both this and type_name
    are set, this must be one of TYPE_ENUM, TYPE_MESSAGE or TYPE_GROUP.
    """
    type_name: _b.str
    """For message and enum types, this is the name of the type.  If the name
    starts with a '.', it is fully-qualified.  Otherwise, C++-like scoping
    rules are used to find the type (i.e. first the nested types within this
    message are searched, then within the parent, on up to the root
    namespace).
    """
    extendee: _b.str
    """For extensions, this is the name of the type being extended.  It is
    resolved in the same manner as type_name.
    """
    default_value: _b.str
    """For numeric types, contains the original text representation of the value.
    For booleans, "true" or "false".
    For strings, contains the default text contents (not escaped in any way).
    For bytes, contains the C escaped value.  All bytes >= 128 are escaped.
    """
    oneof_index: _b.int
    """If set, gives the index of a oneof in the containing type's oneof_decl
    list.  This field is a member of that oneof.
    """
    json_name: _b.str
    """JSON name of this field. The value is set by protocol compiler. If the
    user has set a "json_name" option on this field, that option's value
    will be used. Otherwise, it's deduced from the field's name by converting
    it to camelCase.
    """
    @_b.property
    def options(self) -> FieldOptions: ...
    proto3_optional: _b.bool
    """If true, this is a proto3 "optional". When a proto3 field is optional, it
    tracks presence regardless of field type.
    
    When proto3_optional is true, this field must belong to a oneof to signal
    to old proto3 clients that presence is tracked for this field. This oneof
    is known as a "synthetic" oneof, and this field must be its sole member
    (each proto3 optional field gets its own synthetic oneof). Synthetic oneofs
    exist in the descriptor only, and do not generate any API. Synthetic oneofs
    must be ordered after all "real" oneofs.
    
    For message fields, proto3_optional doesn't create any semantic change,
    since non-repeated message fields always track presence. However it still
    indicates the semantic detail of whether the user wrote "optional" or not.
    This can be useful for round-tripping the .proto file. For consistency we
    give message fields a synthetic oneof also, even though it is not required
    to track presence. This is especially important because the parser can't
    tell if a field is a message or an enum, so it must always create a
    synthetic oneof.
    
    Proto2 optional fields do not set this flag, because they already indicate
    optional with `LABEL_OPTIONAL`.
    """
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
    """Describes a oneof."""
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
    """Describes an enum type."""
    class EnumReservedRange(_message.Message):
        """Range of reserved numeric values. Reserved values may not be used by
        entries in the same enum. Reserved ranges may not overlap.
        
        Note that this is distinct from DescriptorProto.ReservedRange in that it
        is inclusive such that it can appropriately represent the entire int32
        domain.
        """
        START_FIELD_NUMBER: _t.Literal[1]
        END_FIELD_NUMBER: _t.Literal[2]
        start: _b.int
        """Inclusive."""
        end: _b.int
        """Inclusive."""
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
    def reserved_range(self) -> _containers.RepeatedCompositeFieldContainer[EnumDescriptorProto.EnumReservedRange]:
        """Range of reserved numeric values. Reserved numeric values may not be used
        by enum values in the same enum declaration. Reserved ranges may not
        overlap.
        """
    @_b.property
    def reserved_name(self) -> _containers.RepeatedScalarFieldContainer[_b.str]:
        """Reserved enum value names, which may not be reused. A given name may only
        be reserved once.
        """
    visibility: SymbolVisibility.ValueType
    """Support for `export` and `local` keywords on enums."""
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
    """Describes a value within an enum."""
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
    """Describes a service."""
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
    """Describes a method of a service."""
    NAME_FIELD_NUMBER: _t.Literal[1]
    INPUT_TYPE_FIELD_NUMBER: _t.Literal[2]
    OUTPUT_TYPE_FIELD_NUMBER: _t.Literal[3]
    OPTIONS_FIELD_NUMBER: _t.Literal[4]
    CLIENT_STREAMING_FIELD_NUMBER: _t.Literal[5]
    SERVER_STREAMING_FIELD_NUMBER: _t.Literal[6]
    name: _b.str
    input_type: _b.str
    """Input and output type names.  These are resolved in the same way as
    FieldDescriptorProto.type_name, but must refer to a message type.
    """
    output_type: _b.str
    @_b.property
    def options(self) -> MethodOptions: ...
    client_streaming: _b.bool
    """Identifies if client streams multiple client messages"""
    server_streaming: _b.bool
    """Identifies if server streams multiple server messages"""
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
        """Generate complete code for parsing, serialization,"""
        CODE_SIZE: FileOptions.OptimizeMode.ValueType
        """etc."""
        LITE_RUNTIME: FileOptions.OptimizeMode.ValueType
        """Generate code using MessageLite and the lite runtime."""
    class OptimizeMode(_OptimizeMode, metaclass=_OptimizeModeWrapper):
        """Generated classes can be optimized for speed or code size."""
    SPEED: FileOptions.OptimizeMode.ValueType
    """Generate complete code for parsing, serialization,"""
    CODE_SIZE: FileOptions.OptimizeMode.ValueType
    """etc."""
    LITE_RUNTIME: FileOptions.OptimizeMode.ValueType
    """Generate code using MessageLite and the lite runtime."""

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
    """Sets the Java package where classes generated from this .proto will be
    placed.  By default, the proto package is used, but this is often
    inappropriate because proto packages do not normally start with backwards
    domain names.
    """
    java_outer_classname: _b.str
    """Controls the name of the wrapper Java class generated for the .proto file.
    That class will always contain the .proto file's getDescriptor() method as
    well as any top-level extensions defined in the .proto file.
    If java_multiple_files is disabled, then all the other classes from the
    .proto file will be nested inside the single wrapper outer class.
    """
    java_multiple_files: _b.bool
    """If enabled, then the Java code generator will generate a separate .java
    file for each top-level message, enum, and service defined in the .proto
    file.  Thus, these types will *not* be nested inside the wrapper class
    named by java_outer_classname.  However, the wrapper class will still be
    generated to contain the file's getDescriptor() method as well as any
    top-level extensions defined in the file.
    """
    java_generate_equals_and_hash: _b.bool
    """This option does nothing."""
    java_string_check_utf8: _b.bool
    """A proto2 file can set this to true to opt in to UTF-8 checking for Java,
    which will throw an exception if invalid UTF-8 is parsed from the wire or
    assigned to a string field.
    
    TODO: clarify exactly what kinds of field types this option
    applies to, and update these docs accordingly.
    
    Proto3 files already perform these checks. Setting the option explicitly to
    false has no effect: it cannot be used to opt proto3 files out of UTF-8
    checks.
    """
    optimize_for: FileOptions.OptimizeMode.ValueType
    go_package: _b.str
    """Sets the Go package where structs generated from this .proto will be
    placed. If omitted, the Go package will be derived from the following:
     - The basename of the package import path, if provided.
     - Otherwise, the package statement in the .proto file, if present.
     - Otherwise, the basename of the .proto file, without extension.
    """
    cc_generic_services: _b.bool
    """Should generic services be generated in each language?  "Generic" services
    are not specific to any particular RPC system.  They are generated by the
    main code generators in each language (without additional plugins).
    Generic services were the only kind of service generation supported by
    early versions of google.protobuf.
    
    Generic services are now considered deprecated in favor of using plugins
    that generate code specific to your particular RPC system.  Therefore,
    these default to false.  Old code which depends on generic services should
    explicitly set them to true.
    """
    java_generic_services: _b.bool
    py_generic_services: _b.bool
    deprecated: _b.bool
    """Is this file deprecated?
    Depending on the target platform, this can emit Deprecated annotations
    for everything in the file, or it will be completely ignored; in the very
    least, this is a formalization for deprecating files.
    """
    cc_enable_arenas: _b.bool
    """Enables the use of arenas for the proto messages in this file. This applies
    only to generated classes for C++.
    """
    objc_class_prefix: _b.str
    """Sets the objective c class prefix which is prepended to all objective c
    generated classes from this .proto. There is no default.
    """
    csharp_namespace: _b.str
    """Namespace for generated classes; defaults to the package."""
    swift_prefix: _b.str
    """By default Swift generators will take the proto package and CamelCase it
    replacing '.' with underscore and use that to prefix the types/symbols
    defined. When this options is provided, they will use this value instead
    to prefix the types/symbols defined.
    """
    php_class_prefix: _b.str
    """Sets the php class prefix which is prepended to all php generated classes
    from this .proto. Default is empty.
    """
    php_namespace: _b.str
    """Use this option to change the namespace of php generated classes. Default
    is empty. When this option is empty, the package name will be used for
    determining the namespace.
    """
    php_metadata_namespace: _b.str
    """Use this option to change the namespace of php generated metadata classes.
    Default is empty. When this option is empty, the proto file name will be
    used for determining the namespace.
    """
    ruby_package: _b.str
    """Use this option to change the package of ruby generated classes. Default
    is empty. When this option is not set, the package name will be used for
    determining the ruby package.
    """
    @_b.property
    def features(self) -> FeatureSet:
        """Any features defined in the specific edition.
        WARNING: This field should only be used by protobuf plugins or special
        cases like the proto compiler. Other uses are discouraged and
        developers should rely on the protoreflect APIs for their client language.
        """
    @_b.property
    def uninterpreted_option(self) -> _containers.RepeatedCompositeFieldContainer[UninterpretedOption]:
        """The parser stores options it doesn't recognize here.
        See the documentation for the "Options" section above.
        """
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
    """Set true to use the old proto1 MessageSet wire format for extensions.
    This is provided for backwards-compatibility with the MessageSet wire
    format.  You should not use this for any other reason:  It's less
    efficient, has fewer features, and is more complicated.
    
    The message must be defined exactly as follows:
     message Foo {
       option message_set_wire_format = true;
       extensions 4 to max;
     }
    Note that the message cannot have any defined fields; MessageSets only
    have extensions.
    
    All extensions of your type must be singular messages; e.g. they cannot
    be int32s, enums, or repeated messages.
    
    Because this is an option, the above two restrictions are not enforced by
    the protocol compiler.
    """
    no_standard_descriptor_accessor: _b.bool
    """Disables the generation of the standard "descriptor()" accessor, which can
    conflict with a field of the same name.  This is meant to make migration
    from proto1 easier; new code should avoid fields named "descriptor".
    """
    deprecated: _b.bool
    """Is this message deprecated?
    Depending on the target platform, this can emit Deprecated annotations
    for the message, or it will be completely ignored; in the very least,
    this is a formalization for deprecating messages.
    """
    map_entry: _b.bool
    """Whether the message is an automatically generated map entry type for the
    maps field.
    
    For maps fields:
       map<KeyType, ValueType> map_field = 1;
    The parsed descriptor looks like:
       message MapFieldEntry {
           option map_entry = true;
           optional KeyType key = 1;
           optional ValueType value = 2;
       }
       repeated MapFieldEntry map_field = 1;
    
    Implementations may choose not to generate the map_entry=true message, but
    use a native map in the target language to hold the keys and values.
    The reflection APIs in such implementations still need to work as
    if the field is a repeated message field.
    
    NOTE: Do not set the option in .proto files. Always use the maps syntax
    instead. The option should only be implicitly set by the proto compiler
    parser.
    """
    deprecated_legacy_json_field_conflicts: _b.bool
    """Enable the legacy handling of JSON field name conflicts.  This lowercases
    and strips underscored from the fields before comparison in proto3 only.
    The new behavior takes `json_name` into account and applies to proto2 as
    well.
    
    This should only be used as a temporary measure against broken builds due
    to the change in behavior for JSON field name conflicts.
    
    TODO This is legacy behavior we plan to remove once downstream
    teams have had time to migrate.
    """
    @_b.property
    def features(self) -> FeatureSet:
        """Any features defined in the specific edition.
        WARNING: This field should only be used by protobuf plugins or special
        cases like the proto compiler. Other uses are discouraged and
        developers should rely on the protoreflect APIs for their client language.
        """
    @_b.property
    def uninterpreted_option(self) -> _containers.RepeatedCompositeFieldContainer[UninterpretedOption]:
        """The parser stores options it doesn't recognize here. See above."""
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
        """Default mode."""
        CORD: FieldOptions.CType.ValueType
        """The option [ctype=CORD] may be applied to a non-repeated field of type
        "bytes". It indicates that in C++, the data should be stored in a Cord
        instead of a string.  For very large strings, this may reduce memory
        fragmentation. It may also allow better performance when parsing from a
        Cord, or when parsing with aliasing enabled, as the parsed Cord may then
        alias the original buffer.
        """
        STRING_PIECE: FieldOptions.CType.ValueType
    class CType(_CType, metaclass=_CTypeWrapper):
        ...
    STRING: FieldOptions.CType.ValueType
    """Default mode."""
    CORD: FieldOptions.CType.ValueType
    """The option [ctype=CORD] may be applied to a non-repeated field of type
    "bytes". It indicates that in C++, the data should be stored in a Cord
    instead of a string.  For very large strings, this may reduce memory
    fragmentation. It may also allow better performance when parsing from a
    Cord, or when parsing with aliasing enabled, as the parsed Cord may then
    alias the original buffer.
    """
    STRING_PIECE: FieldOptions.CType.ValueType

    class _JSType:
        ValueType = _t.NewType("ValueType", _b.int)
    class _JSTypeWrapper(_enum._EnumTypeWrapper[_JSType.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        JS_NORMAL: FieldOptions.JSType.ValueType
        """Use the default type."""
        JS_STRING: FieldOptions.JSType.ValueType
        """Use JavaScript strings."""
        JS_NUMBER: FieldOptions.JSType.ValueType
        """Use JavaScript numbers."""
    class JSType(_JSType, metaclass=_JSTypeWrapper):
        ...
    JS_NORMAL: FieldOptions.JSType.ValueType
    """Use the default type."""
    JS_STRING: FieldOptions.JSType.ValueType
    """Use JavaScript strings."""
    JS_NUMBER: FieldOptions.JSType.ValueType
    """Use JavaScript numbers."""

    class _OptionRetention:
        ValueType = _t.NewType("ValueType", _b.int)
    class _OptionRetentionWrapper(_enum._EnumTypeWrapper[_OptionRetention.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        RETENTION_UNKNOWN: FieldOptions.OptionRetention.ValueType
        RETENTION_RUNTIME: FieldOptions.OptionRetention.ValueType
        RETENTION_SOURCE: FieldOptions.OptionRetention.ValueType
    class OptionRetention(_OptionRetention, metaclass=_OptionRetentionWrapper):
        """If set to RETENTION_SOURCE, the option will be omitted from the binary."""
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
        """This indicates the types of entities that the field may apply to when used
        as an option. If it is unset, then the field may be freely used as an
        option on any kind of entity.
        """
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
        """Textproto value."""
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
        """Information about the support window of a feature."""
        EDITION_INTRODUCED_FIELD_NUMBER: _t.Literal[1]
        EDITION_DEPRECATED_FIELD_NUMBER: _t.Literal[2]
        DEPRECATION_WARNING_FIELD_NUMBER: _t.Literal[3]
        EDITION_REMOVED_FIELD_NUMBER: _t.Literal[4]
        REMOVAL_ERROR_FIELD_NUMBER: _t.Literal[5]
        edition_introduced: Edition.ValueType
        """The edition that this feature was first available in.  In editions
        earlier than this one, the default assigned to EDITION_LEGACY will be
        used, and proto files will not be able to override it.
        """
        edition_deprecated: Edition.ValueType
        """The edition this feature becomes deprecated in.  Using this after this
        edition may trigger warnings.
        """
        deprecation_warning: _b.str
        """The deprecation warning text if this feature is used after the edition it
        was marked deprecated in.
        """
        edition_removed: Edition.ValueType
        """The edition this feature is no longer available in.  In editions after
        this one, the last default assigned will be used, and proto files will
        not be able to override it.
        """
        removal_error: _b.str
        """The removal error text if this feature is used after the edition it was
        removed in.
        """
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
    """NOTE: ctype is deprecated. Use `features.(pb.cpp).string_type` instead.
    The ctype option instructs the C++ code generator to use a different
    representation of the field than it normally would.  See the specific
    options below.  This option is only implemented to support use of
    [ctype=CORD] and [ctype=STRING] (the default) on non-repeated fields of
    type "bytes" in the open source release.
    TODO: make ctype actually deprecated.
    """
    packed: _b.bool
    """The packed option can be enabled for repeated primitive fields to enable
    a more efficient representation on the wire. Rather than repeatedly
    writing the tag and type for each element, the entire array is encoded as
    a single length-delimited blob. In proto3, only explicit setting it to
    false will avoid using packed encoding.  This option is prohibited in
    Editions, but the `repeated_field_encoding` feature can be used to control
    the behavior.
    """
    jstype: FieldOptions.JSType.ValueType
    """The jstype option determines the JavaScript type used for values of the
    field.  The option is permitted only for 64 bit integral and fixed types
    (int64, uint64, sint64, fixed64, sfixed64).  A field with jstype JS_STRING
    is represented as JavaScript string, which avoids loss of precision that
    can happen when a large value is converted to a floating point JavaScript.
    Specifying JS_NUMBER for the jstype causes the generated JavaScript code to
    use the JavaScript "number" type.  The behavior of the default option
    JS_NORMAL is implementation dependent.
    
    This option is an enum to permit additional types to be added, e.g.
    goog.math.Integer.
    """
    lazy: _b.bool
    """Should this field be parsed lazily?  Lazy applies only to message-type
    fields.  It means that when the outer message is initially parsed, the
    inner message's contents will not be parsed but instead stored in encoded
    form.  The inner message will actually be parsed when it is first accessed.
    
    This is only a hint.  Implementations are free to choose whether to use
    eager or lazy parsing regardless of the value of this option.  However,
    setting this option true suggests that the protocol author believes that
    using lazy parsing on this field is worth the additional bookkeeping
    overhead typically needed to implement it.
    
    This option does not affect the public interface of any generated code;
    all method signatures remain the same.  Furthermore, thread-safety of the
    interface is not affected by this option; const methods remain safe to
    call from multiple threads concurrently, while non-const methods continue
    to require exclusive access.
    
    Note that lazy message fields are still eagerly verified to check
    ill-formed wireformat or missing required fields. Calling IsInitialized()
    on the outer message would fail if the inner message has missing required
    fields. Failed verification would result in parsing failure (except when
    uninitialized messages are acceptable).
    """
    unverified_lazy: _b.bool
    """unverified_lazy does no correctness checks on the byte stream. This should
    only be used where lazy with verification is prohibitive for performance
    reasons.
    """
    deprecated: _b.bool
    """Is this field deprecated?
    Depending on the target platform, this can emit Deprecated annotations
    for accessors, or it will be completely ignored; in the very least, this
    is a formalization for deprecating fields.
    """
    weak: _b.bool
    """DEPRECATED. DO NOT USE!
    For Google-internal migration only. Do not use.
    """
    debug_redact: _b.bool
    """Indicate that the field value should not be printed out when using debug
    formats, e.g. when the field contains sensitive credentials.
    """
    retention: FieldOptions.OptionRetention.ValueType
    @_b.property
    def targets(self) -> _containers.RepeatedScalarFieldContainer[FieldOptions.OptionTargetType.ValueType]: ...
    @_b.property
    def edition_defaults(self) -> _containers.RepeatedCompositeFieldContainer[FieldOptions.EditionDefault]: ...
    @_b.property
    def features(self) -> FeatureSet:
        """Any features defined in the specific edition.
        WARNING: This field should only be used by protobuf plugins or special
        cases like the proto compiler. Other uses are discouraged and
        developers should rely on the protoreflect APIs for their client language.
        """
    @_b.property
    def feature_support(self) -> FieldOptions.FeatureSupport: ...
    @_b.property
    def uninterpreted_option(self) -> _containers.RepeatedCompositeFieldContainer[UninterpretedOption]:
        """The parser stores options it doesn't recognize here. See above."""
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
    def features(self) -> FeatureSet:
        """Any features defined in the specific edition.
        WARNING: This field should only be used by protobuf plugins or special
        cases like the proto compiler. Other uses are discouraged and
        developers should rely on the protoreflect APIs for their client language.
        """
    @_b.property
    def uninterpreted_option(self) -> _containers.RepeatedCompositeFieldContainer[UninterpretedOption]:
        """The parser stores options it doesn't recognize here. See above."""
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
    """Set this option to true to allow mapping different tag names to the same
    value.
    """
    deprecated: _b.bool
    """Is this enum deprecated?
    Depending on the target platform, this can emit Deprecated annotations
    for the enum, or it will be completely ignored; in the very least, this
    is a formalization for deprecating enums.
    """
    deprecated_legacy_json_field_conflicts: _b.bool
    """Enable the legacy handling of JSON field name conflicts.  This lowercases
    and strips underscored from the fields before comparison in proto3 only.
    The new behavior takes `json_name` into account and applies to proto2 as
    well.
    TODO Remove this legacy behavior once downstream teams have
    had time to migrate.
    """
    @_b.property
    def features(self) -> FeatureSet:
        """Any features defined in the specific edition.
        WARNING: This field should only be used by protobuf plugins or special
        cases like the proto compiler. Other uses are discouraged and
        developers should rely on the protoreflect APIs for their client language.
        """
    @_b.property
    def uninterpreted_option(self) -> _containers.RepeatedCompositeFieldContainer[UninterpretedOption]:
        """The parser stores options it doesn't recognize here. See above."""
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
    """Is this enum value deprecated?
    Depending on the target platform, this can emit Deprecated annotations
    for the enum value, or it will be completely ignored; in the very least,
    this is a formalization for deprecating enum values.
    """
    @_b.property
    def features(self) -> FeatureSet:
        """Any features defined in the specific edition.
        WARNING: This field should only be used by protobuf plugins or special
        cases like the proto compiler. Other uses are discouraged and
        developers should rely on the protoreflect APIs for their client language.
        """
    debug_redact: _b.bool
    """Indicate that fields annotated with this enum value should not be printed
    out when using debug formats, e.g. when the field contains sensitive
    credentials.
    """
    @_b.property
    def feature_support(self) -> FieldOptions.FeatureSupport:
        """Information about the support window of a feature value."""
    @_b.property
    def uninterpreted_option(self) -> _containers.RepeatedCompositeFieldContainer[UninterpretedOption]:
        """The parser stores options it doesn't recognize here. See above."""
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
    def features(self) -> FeatureSet:
        """Any features defined in the specific edition.
        WARNING: This field should only be used by protobuf plugins or special
        cases like the proto compiler. Other uses are discouraged and
        developers should rely on the protoreflect APIs for their client language.
        """
    deprecated: _b.bool
    """Is this service deprecated?
    Depending on the target platform, this can emit Deprecated annotations
    for the service, or it will be completely ignored; in the very least,
    this is a formalization for deprecating services.
    """
    @_b.property
    def uninterpreted_option(self) -> _containers.RepeatedCompositeFieldContainer[UninterpretedOption]:
        """The parser stores options it doesn't recognize here. See above."""
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
        """implies idempotent"""
        IDEMPOTENT: MethodOptions.IdempotencyLevel.ValueType
        """idempotent, but may have side effects"""
    class IdempotencyLevel(_IdempotencyLevel, metaclass=_IdempotencyLevelWrapper):
        """Is this method side-effect-free (or safe in HTTP parlance), or idempotent,
        or neither? HTTP based RPC implementation may choose GET verb for safe
        methods, and PUT verb for idempotent methods instead of the default POST.
        """
    IDEMPOTENCY_UNKNOWN: MethodOptions.IdempotencyLevel.ValueType
    NO_SIDE_EFFECTS: MethodOptions.IdempotencyLevel.ValueType
    """implies idempotent"""
    IDEMPOTENT: MethodOptions.IdempotencyLevel.ValueType
    """idempotent, but may have side effects"""

    DEPRECATED_FIELD_NUMBER: _t.Literal[33]
    IDEMPOTENCY_LEVEL_FIELD_NUMBER: _t.Literal[34]
    FEATURES_FIELD_NUMBER: _t.Literal[35]
    UNINTERPRETED_OPTION_FIELD_NUMBER: _t.Literal[999]
    deprecated: _b.bool
    """Is this method deprecated?
    Depending on the target platform, this can emit Deprecated annotations
    for the method, or it will be completely ignored; in the very least,
    this is a formalization for deprecating methods.
    """
    idempotency_level: MethodOptions.IdempotencyLevel.ValueType
    @_b.property
    def features(self) -> FeatureSet:
        """Any features defined in the specific edition.
        WARNING: This field should only be used by protobuf plugins or special
        cases like the proto compiler. Other uses are discouraged and
        developers should rely on the protoreflect APIs for their client language.
        """
    @_b.property
    def uninterpreted_option(self) -> _containers.RepeatedCompositeFieldContainer[UninterpretedOption]:
        """The parser stores options it doesn't recognize here. See above."""
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
    """A message representing a option the parser does not recognize. This only
    appears in options protos created by the compiler::Parser class.
    DescriptorPool resolves these when building Descriptor objects. Therefore,
    options protos in descriptor objects (e.g. returned by Descriptor::options(),
    or produced by Descriptor::CopyTo()) will never have UninterpretedOptions
    in them.
    """
    class NamePart(_message.Message):
        """The name of the uninterpreted option.  Each string represents a segment in
        a dot-separated name.  is_extension is true iff a segment represents an
        extension (denoted with parentheses in options specs in .proto files).
        E.g.,{ ["foo", false], ["bar.baz", true], ["moo", false] } represents
        "foo.(bar.baz).moo".
        """
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
    """The value of the uninterpreted option, in whatever type the tokenizer
    identified it as during parsing. Exactly one of these should be set.
    """
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
    """TODO Enums in C++ gencode (and potentially other languages) are
    not well scoped.  This means that each of the feature enums below can clash
    with each other.  The short names we've chosen maximize call-site
    readability, but leave us very open to this scenario.  A future feature will
    be designed and implemented to handle this, hopefully before we ever hit a
    conflict here.
    """
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
            """Default pre-EDITION_2024, all UNSET visibility are export."""
            EXPORT_TOP_LEVEL: FeatureSet.VisibilityFeature.DefaultSymbolVisibility.ValueType
            """All top-level symbols default to export, nested default to local."""
            LOCAL_ALL: FeatureSet.VisibilityFeature.DefaultSymbolVisibility.ValueType
            """All symbols default to local."""
            STRICT: FeatureSet.VisibilityFeature.DefaultSymbolVisibility.ValueType
            """All symbols local by default. Nested types cannot be exported.
            With special case caveat for message { enum {} reserved 1 to max; }
            This is the recommended setting for new protos.
            """
        class DefaultSymbolVisibility(_DefaultSymbolVisibility, metaclass=_DefaultSymbolVisibilityWrapper):
            ...
        DEFAULT_SYMBOL_VISIBILITY_UNKNOWN: FeatureSet.VisibilityFeature.DefaultSymbolVisibility.ValueType
        EXPORT_ALL: FeatureSet.VisibilityFeature.DefaultSymbolVisibility.ValueType
        """Default pre-EDITION_2024, all UNSET visibility are export."""
        EXPORT_TOP_LEVEL: FeatureSet.VisibilityFeature.DefaultSymbolVisibility.ValueType
        """All top-level symbols default to export, nested default to local."""
        LOCAL_ALL: FeatureSet.VisibilityFeature.DefaultSymbolVisibility.ValueType
        """All symbols default to local."""
        STRICT: FeatureSet.VisibilityFeature.DefaultSymbolVisibility.ValueType
        """All symbols local by default. Nested types cannot be exported.
        With special case caveat for message { enum {} reserved 1 to max; }
        This is the recommended setting for new protos.
        """

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
    """A compiled specification for the defaults of a set of features.  These
    messages are generated from FeatureSet extensions and can be used to seed
    feature resolution. The resolution with this object becomes a simple search
    for the closest matching edition, followed by proto merges.
    """
    class FeatureSetEditionDefault(_message.Message):
        """A map from every known edition with a unique set of defaults to its
        defaults. Not all editions may be contained here.  For a given edition,
        the defaults at the closest matching edition ordered at or before it should
        be used.  This field must be in strict ascending order by edition.
        """
        EDITION_FIELD_NUMBER: _t.Literal[3]
        OVERRIDABLE_FEATURES_FIELD_NUMBER: _t.Literal[4]
        FIXED_FEATURES_FIELD_NUMBER: _t.Literal[5]
        edition: Edition.ValueType
        @_b.property
        def overridable_features(self) -> FeatureSet:
            """Defaults of features that can be overridden in this edition."""
        @_b.property
        def fixed_features(self) -> FeatureSet:
            """Defaults of features that can't be overridden in this edition."""
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
    """The minimum supported edition (inclusive) when this was constructed.
    Editions before this will not have defaults.
    """
    maximum_edition: Edition.ValueType
    """The maximum known edition (inclusive) when this was constructed. Editions
    after this will not have reliable defaults.
    """
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
    """Encapsulates information about the original source file from which a
    FileDescriptorProto was generated.
    """
    class Location(_message.Message):
        PATH_FIELD_NUMBER: _t.Literal[1]
        SPAN_FIELD_NUMBER: _t.Literal[2]
        LEADING_COMMENTS_FIELD_NUMBER: _t.Literal[3]
        TRAILING_COMMENTS_FIELD_NUMBER: _t.Literal[4]
        LEADING_DETACHED_COMMENTS_FIELD_NUMBER: _t.Literal[6]
        @_b.property
        def path(self) -> _containers.RepeatedScalarFieldContainer[_b.int]:
            """Identifies which part of the FileDescriptorProto was defined at this
            location.
            
            Each element is a field number or an index.  They form a path from
            the root FileDescriptorProto to the place where the definition appears.
            For example, this path:
             [ 4, 3, 2, 7, 1 ]
            refers to:
             file.message_type(3)  // 4, 3
                 .field(7)         // 2, 7
                 .name()           // 1
            This is because FileDescriptorProto.message_type has field number 4:
             repeated DescriptorProto message_type = 4;
            and DescriptorProto.field has field number 2:
             repeated FieldDescriptorProto field = 2;
            and FieldDescriptorProto.name has field number 1:
             optional string name = 1;
            
            Thus, the above path gives the location of a field name.  If we removed
            the last element:
             [ 4, 3, 2, 7 ]
            this path refers to the whole field declaration (from the beginning
            of the label to the terminating semicolon).
            """
        @_b.property
        def span(self) -> _containers.RepeatedScalarFieldContainer[_b.int]:
            """Always has exactly three or four elements: start line, start column,
            end line (optional, otherwise assumed same as start line), end column.
            These are packed into a single field for efficiency.  Note that line
            and column numbers are zero-based -- typically you will want to add
            1 to each before displaying to a user.
            """
        leading_comments: _b.str
        """If this SourceCodeInfo represents a complete declaration, these are any
        comments appearing before and after the declaration which appear to be
        attached to the declaration.
        
        A series of line comments appearing on consecutive lines, with no other
        tokens appearing on those lines, will be treated as a single comment.
        
        leading_detached_comments will keep paragraphs of comments that appear
        before (but not connected to) the current element. Each paragraph,
        separated by empty lines, will be one comment element in the repeated
        field.
        
        Only the comment content is provided; comment markers (e.g. //) are
        stripped out.  For block comments, leading whitespace and an asterisk
        will be stripped from the beginning of each line other than the first.
        Newlines are included in the output.
        
        Examples:
        
         optional int32 foo = 1;  // Comment attached to foo.
         // Comment attached to bar.
         optional int32 bar = 2;
        
         optional string baz = 3;
         // Comment attached to baz.
         // Another line attached to baz.
        
         // Comment attached to moo.
         //
         // Another line attached to moo.
         optional double moo = 4;
        
         // Detached comment for corge. This is not leading or trailing comments
         // to moo or corge because there are blank lines separating it from
         // both.
        
         // Detached comment for corge paragraph 2.
        
         optional string corge = 5;
         /* Block comment attached
          * to corge.  Leading asterisks
          * will be removed. */
         /* Block comment attached to
          * grault. */
         optional int32 grault = 6;
        
         // ignored detached comments.
        """
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
    def location(self) -> _containers.RepeatedCompositeFieldContainer[SourceCodeInfo.Location]:
        """A Location identifies a piece of source code in a .proto file which
        corresponds to a particular definition.  This information is intended
        to be useful to IDEs, code indexers, documentation generators, and similar
        tools.
        
        For example, say we have a file like:
         message Foo {
           optional string foo = 1;
         }
        Let's look at just the field definition:
         optional string foo = 1;
         ^       ^^     ^^  ^  ^^^
         a       bc     de  f  ghi
        We have the following locations:
         span   path               represents
         [a,i)  [ 4, 0, 2, 0 ]     The whole field definition.
         [a,b)  [ 4, 0, 2, 0, 4 ]  The label (optional).
         [c,d)  [ 4, 0, 2, 0, 5 ]  The type (string).
         [e,f)  [ 4, 0, 2, 0, 1 ]  The name (foo).
         [g,h)  [ 4, 0, 2, 0, 3 ]  The number (1).
        
        Notes:
        - A location may refer to a repeated field itself (i.e. not to any
         particular index within it).  This is used whenever a set of elements are
         logically enclosed in a single code segment.  For example, an entire
         extend block (possibly containing multiple extension definitions) will
         have an outer location whose path refers to the "extensions" repeated
         field without an index.
        - Multiple locations may have the same path.  This happens when a single
         logical declaration is spread out across multiple places.  The most
         obvious example is the "extend" block again -- there may be multiple
         extend blocks in the same scope, each of which will have the same path.
        - A location's span is not always a subset of its parent's span.  For
         example, the "extendee" of an extension declaration appears at the
         beginning of the "extend" block and is shared by all extensions within
         the block.
        - Just because a location's span is a subset of some other location's span
         does not mean that it is a descendant.  For example, a "group" defines
         both a type and a field in a single declaration.  Thus, the locations
         corresponding to the type and field and their components will overlap.
        - Code which tries to interpret locations should probably be designed to
         ignore those that it doesn't understand, as more types of locations could
         be recorded in the future.
        """
    def __init__(
        self,
        *,
        location: _abc.Iterable[SourceCodeInfo.Location] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['location']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class GeneratedCodeInfo(_message.Message):
    """Describes the relationship between generated code and its original source
    file. A GeneratedCodeInfo message is associated with only one generated
    source file, but may contain references to different source .proto files.
    """
    class Annotation(_message.Message):
        class _Semantic:
            ValueType = _t.NewType("ValueType", _b.int)
        class _SemanticWrapper(_enum._EnumTypeWrapper[_Semantic.ValueType], _b.type):
            DESCRIPTOR: _descriptor.EnumDescriptor
            NONE: GeneratedCodeInfo.Annotation.Semantic.ValueType
            """There is no effect or the effect is indescribable."""
            SET: GeneratedCodeInfo.Annotation.Semantic.ValueType
            """The element is set or otherwise mutated."""
            ALIAS: GeneratedCodeInfo.Annotation.Semantic.ValueType
            """An alias to the element is returned."""
        class Semantic(_Semantic, metaclass=_SemanticWrapper):
            """Represents the identified object's effect on the element in the original
            .proto file.
            """
        NONE: GeneratedCodeInfo.Annotation.Semantic.ValueType
        """There is no effect or the effect is indescribable."""
        SET: GeneratedCodeInfo.Annotation.Semantic.ValueType
        """The element is set or otherwise mutated."""
        ALIAS: GeneratedCodeInfo.Annotation.Semantic.ValueType
        """An alias to the element is returned."""

        PATH_FIELD_NUMBER: _t.Literal[1]
        SOURCE_FILE_FIELD_NUMBER: _t.Literal[2]
        BEGIN_FIELD_NUMBER: _t.Literal[3]
        END_FIELD_NUMBER: _t.Literal[4]
        SEMANTIC_FIELD_NUMBER: _t.Literal[5]
        @_b.property
        def path(self) -> _containers.RepeatedScalarFieldContainer[_b.int]:
            """Identifies the element in the original source .proto file. This field
            is formatted the same as SourceCodeInfo.Location.path.
            """
        source_file: _b.str
        """Identifies the filesystem path to the original source .proto."""
        begin: _b.int
        """Identifies the starting offset in bytes in the generated code
        that relates to the identified object.
        """
        end: _b.int
        """Identifies the ending offset in bytes in the generated code that
        relates to the identified object. The end offset should be one past
        the last relevant byte (so the length of the text = end - begin).
        """
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
    def annotation(self) -> _containers.RepeatedCompositeFieldContainer[GeneratedCodeInfo.Annotation]:
        """An Annotation connects some span of text in generated code to an element
        of its generating .proto file.
        """
    def __init__(
        self,
        *,
        annotation: _abc.Iterable[GeneratedCodeInfo.Annotation] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['annotation']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...
