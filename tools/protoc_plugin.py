"""A protoc plugin that emits Python modules on a private descriptor pool, with their type stubs.

For each file it writes ``*_pb2.py`` and, where there are services, ``*_pb2_grpc.py``, both with the
names that protoc's own Python output has, and a ``.pyi`` beside each. The comments of the ``.proto``
files become the docstrings of the stubs. Run through ``tools/generate.py``.
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from google.protobuf.compiler.plugin_pb2 import CodeGeneratorRequest, CodeGeneratorResponse
from google.protobuf.descriptor_pb2 import (
    DescriptorProto,
    EnumDescriptorProto,
    FieldDescriptorProto,
    FileDescriptorProto,
    MethodDescriptorProto,
)

ROOT = "ycgrpc_pb"
F = FieldDescriptorProto
SCALARS = {
    **dict.fromkeys((F.TYPE_DOUBLE, F.TYPE_FLOAT), "_b.float"),
    F.TYPE_BOOL: "_b.bool",
    F.TYPE_STRING: "_b.str",
    F.TYPE_BYTES: "_b.bytes",
}
KINDS = {
    (False, False): "unary_unary",
    (False, True): "unary_stream",
    (True, False): "stream_unary",
    (True, True): "stream_stream",
}
# protobuf gives these extra methods by their full name, on any pool.
WELL_KNOWN = {"Any", "Duration", "FieldMask", "ListValue", "Struct", "Timestamp"}
# Places in a file, as numbers of fields of descriptor.proto: where its comments are found.
MESSAGE, ENUM, SERVICE, NESTED, NESTED_ENUM, FIELD, VALUE, METHOD = 4, 5, 6, 3, 4, 2, 2, 2
Path = tuple[int, ...]


def module(proto: str, suffix: str = "_pb2") -> str:
    return f"{ROOT}.{proto.removesuffix('.proto').replace('/', '.')}{suffix}"


def alias(proto: str) -> str:
    return "_" + module(proto).removeprefix(f"{ROOT}.").replace(".", "_")


@dataclass(frozen=True)
class Type:
    """Where a message or enum is declared, and what kind of thing it is."""

    file: str
    name: str  # inside its package, dots included
    entry: DescriptorProto | None = None  # of a map field


class Source:
    """One .proto file: its comments, and the names of types as its modules write them."""

    def __init__(self, file: FileDescriptorProto, types: dict[str, Type]) -> None:
        self.file = file
        self._types = types
        # Google's files are documented by Google: their sentences are not ours to ship.
        ours = not file.name.startswith("google/")
        self._comments = {
            tuple(place.path): place.leading_comments or place.trailing_comments
            for place in file.source_code_info.location
            if ours
        }

    def doc(self, path: Path, indent: str) -> Iterator[str]:
        text = textwrap.dedent(self._comments.get(path, "")).strip()
        if text:
            text = re.sub(r"\n ?", "\n" + indent, text.replace("\\", "\\\\"))
            yield f'{indent}"""{text}{_closing(text, indent)}'

    def type(self, full: str) -> Type:
        return self._types[full]

    def name(self, full: str) -> str:
        found = self._types[full]
        return found.name if found.file == self.file.name else f"{alias(found.file)}.{found.name}"

    def imports(self) -> Iterator[str]:
        for dependency in self.file.dependency:
            yield f"import {module(dependency)} as {alias(dependency)}"


def _closing(text: str, indent: str) -> str:
    return f'\n{indent}"""' if "\n" in text or text.endswith('"') else '"""'


def _lines(*parts: str | Iterable[str]) -> str:
    flat = [line for part in parts for line in ([part] if isinstance(part, str) else part)]
    return "\n".join(flat).rstrip() + "\n"


def _header(file: FileDescriptorProto) -> str:
    return f"# Generated from {file.name} by tools/protoc_plugin.py. Do not edit."


# Messages


def messages_py(source: Source) -> str:
    bare = FileDescriptorProto.FromString(source.file.SerializeToString())
    bare.ClearField("source_code_info")
    for message in bare.message_type:
        _drop_json_names(message)
    return _lines(
        _header(source.file),
        (f"import {module(dependency)}  # noqa: F401" for dependency in bare.dependency),
        f"from {ROOT} import _runtime",
        "",
        "DESCRIPTOR = _runtime.add_file(",
        f'    "{bare.name}",',
        f"    {bare.SerializeToString(deterministic=True)!r},",
        ")",
        "_runtime.populate(globals(), DESCRIPTOR)",
    )


def _drop_json_names(message: DescriptorProto) -> None:
    for field in message.field:
        field.ClearField("json_name")  # proto3's own rule gives the same name
    for nested in message.nested_type:
        _drop_json_names(nested)


def messages_pyi(source: Source) -> str:
    file = source.file
    body: list[str] = []
    for i, enum in enumerate(file.enum_type):
        body += enum_pyi(source, enum, (ENUM, i), "", file.package)
    for i, message in enumerate(file.message_type):
        body += message_pyi(source, message, (MESSAGE, i), "", f".{file.package}.{message.name}")
    for extension in file.extension:
        extended, value = source.name(extension.extendee), scalar(source, extension)
        body.append(f"{extension.name}: _Extension[{extended}, {value}]")
    return _lines(
        _header(file),
        "import builtins as _b",
        "import collections.abc as _abc",
        "import typing as _t",
        "",
        "import google.protobuf.descriptor as _descriptor",
        "import google.protobuf.internal.containers as _containers",
        "import google.protobuf.internal.enum_type_wrapper as _enum",
        "import google.protobuf.internal.well_known_types as _well_known",
        "import google.protobuf.message as _message",
        "from google.protobuf.internal.extension_dict import "
        "_ExtensionFieldDescriptor as _Extension",
        "",
        source.imports(),
        "",
        "DESCRIPTOR: _descriptor.FileDescriptor",
        "",
        body,
    )


def enum_pyi(
    source: Source, enum: EnumDescriptorProto, path: Path, indent: str, scope: str
) -> Iterator[str]:
    name, inner = enum.name, indent + "    "
    wrapper = f"_enum._EnumTypeWrapper[_{name}.ValueType]"
    value = f"{source.name(f'.{scope}.{name}')}.ValueType"

    def values(at: str) -> Iterator[str]:
        for i, item in enumerate(enum.value):
            yield f"{at}{item.name}: {value}"
            yield from source.doc((*path, VALUE, i), at)

    yield f"{indent}class _{name}:"
    yield f'{inner}ValueType = _t.NewType("ValueType", _b.int)'
    yield f"{indent}class _{name}Wrapper({wrapper}, _b.type):"
    yield f"{inner}DESCRIPTOR: _descriptor.EnumDescriptor"
    yield from values(inner)
    yield f"{indent}class {name}(_{name}, metaclass=_{name}Wrapper):"
    yield from list(source.doc(path, inner)) or [f"{inner}..."]
    yield from values(indent)
    yield ""


def message_pyi(
    source: Source, message: DescriptorProto, path: Path, indent: str, full: str
) -> Iterator[str]:
    inner = indent + "    "
    bases = "_message.Message"
    if full.removeprefix(".google.protobuf.") in WELL_KNOWN:
        bases += f", _well_known.{message.name}"
    yield f"{indent}class {message.name}({bases}):"
    yield from source.doc(path, inner)
    for i, enum in enumerate(message.enum_type):
        yield from enum_pyi(source, enum, (*path, NESTED_ENUM, i), inner, full[1:])
    for i, nested in enumerate(message.nested_type):
        if not nested.options.map_entry:
            at, name = (*path, NESTED, i), f"{full}.{nested.name}"
            yield from message_pyi(source, nested, at, inner, name)
    for field in message.field:
        yield f"{inner}{field.name.upper()}_FIELD_NUMBER: _t.Literal[{field.number}]"
    for i, field in enumerate(message.field):
        yield from field_pyi(source, field, (*path, FIELD, i), inner)
    yield from constructor_pyi(source, message, inner)
    yield from presence_pyi(message, source.file.syntax, inner)
    yield ""


def field_pyi(
    source: Source, field: FieldDescriptorProto, path: Path, indent: str
) -> Iterator[str]:
    kind, assignable = field_type(source, field)
    if assignable:
        yield f"{indent}{field.name}: {kind}"
        yield from source.doc(path, indent)
    else:
        yield f"{indent}@_b.property"
        doc = list(source.doc(path, indent + "    "))
        yield f"{indent}def {field.name}(self) -> {kind}:" + ("" if doc else " ...")
        yield from doc


def scalar(source: Source, field: FieldDescriptorProto) -> str:
    if field.type == F.TYPE_ENUM:
        return f"{source.name(field.type_name)}.ValueType"
    if field.type == F.TYPE_MESSAGE:
        return source.name(field.type_name)
    return SCALARS.get(field.type, "_b.int")


def _entry(source: Source, field: FieldDescriptorProto) -> Sequence[FieldDescriptorProto]:
    entry = source.type(field.type_name).entry if field.type == F.TYPE_MESSAGE else None
    return entry.field if entry else ()


def field_type(source: Source, field: FieldDescriptorProto) -> tuple[str, bool]:
    """Return the type of a field's attribute, and whether it can be assigned to."""
    if pair := _entry(source, field):
        key, value = (scalar(source, side) for side in pair)
        if pair[1].type == F.TYPE_MESSAGE:
            return f"_containers.MessageMap[{key}, {value}]", False
        return f"_containers.ScalarMap[{key}, {value}]", False
    kind, composite = scalar(source, field), field.type == F.TYPE_MESSAGE
    if field.label == F.LABEL_REPEATED:
        shape = "Composite" if composite else "Scalar"
        return f"_containers.Repeated{shape}FieldContainer[{kind}]", False
    return kind, not composite


def constructor_pyi(source: Source, message: DescriptorProto, indent: str) -> Iterator[str]:
    yield f"{indent}def __init__("
    yield f"{indent}    self,"
    if message.field:
        yield f"{indent}    *,"
    for field in message.field:
        if pair := _entry(source, field):
            key, value = (scalar(source, side) for side in pair)
            kind = f"_abc.Mapping[{key}, {value}]"
        else:
            kind = scalar(source, field)
            if field.label == F.LABEL_REPEATED:
                kind = f"_abc.Iterable[{kind}]"
        yield f"{indent}    {field.name}: {kind} | None = ...,"
    yield f"{indent}) -> None: ..."


def _literal(names: Iterable[str]) -> str:
    return f"_t.Literal[{', '.join(repr(name) for name in names)}]"


def presence_pyi(message: DescriptorProto, syntax: str, indent: str) -> Iterator[str]:
    oneofs: dict[str, list[str]] = {declared.name: [] for declared in message.oneof_decl}
    for field in message.field:
        if field.HasField("oneof_index"):
            oneofs[message.oneof_decl[field.oneof_index].name].append(field.name)
    present = [
        field.name
        for field in message.field
        if field.label != F.LABEL_REPEATED
        and (syntax != "proto3" or field.type == F.TYPE_MESSAGE or field.HasField("oneof_index"))
    ]
    kinds = {
        "HasField": ("field_name", [*present, *oneofs], "_b.bool"),
        "ClearField": ("field_name", [*(f.name for f in message.field), *oneofs], "None"),
    }
    for method, (argument, names, answer) in kinds.items():
        accepts = _literal(names) if names else "_t.Never"
        yield f"{indent}def {method}(self, {argument}: {accepts}) -> {answer}: ..."
    for name, members in oneofs.items():
        if len(oneofs) > 1:
            yield f"{indent}@_t.overload"
        accepts, answer = _literal([name]), _literal(members)
        yield f"{indent}def WhichOneof(self, oneof_group: {accepts}) -> {answer} | None: ..."
    if not oneofs:
        yield f"{indent}def WhichOneof(self, oneof_group: _t.Never) -> None: ..."


# Services


def kind(method: MethodDescriptorProto) -> str:
    return KINDS[method.client_streaming, method.server_streaming]


def _remote(source: Source, full: str) -> str:
    found = source.type(full)
    return f"{alias(found.file)}.{found.name}"


def _used(source: Source) -> Iterator[str]:
    types = (
        source.type(name).file
        for service in source.file.service
        for method in service.method
        for name in (method.input_type, method.output_type)
    )
    for file in sorted(set(types)):
        yield f"import {module(file)} as {alias(file)}"


def services_py(source: Source) -> str:
    body: list[str] = []
    for service in source.file.service:
        name, full = service.name, f"{source.file.package}.{service.name}"
        stub: list[str] = []
        servicer: list[str] = []
        register: list[str] = []
        for method in service.method:
            types = f"{_remote(source, method.input_type)}, {_remote(source, method.output_type)}"
            stub += [
                f"        self.{method.name} = _runtime.multicallable(",
                f'            channel, "{kind(method)}", "/{full}/{method.name}", {types}',
                "        )",
            ]
            servicer += [
                f"    def {method.name}(self, request, context):",
                "        _runtime.unimplemented(context)",
                "",
            ]
            register.append(
                f'        "{method.name}": ("{kind(method)}", servicer.{method.name}, {types}),'
            )
        body += [
            *("", "", f"class {name}Stub:", "    def __init__(self, channel):", *stub),
            *("", "", f"{name}AsyncStub = {name}Stub"),
            *("", "", f"class {name}Servicer:", *servicer[:-1]),
            *("", "", f"def add_{name}Servicer_to_server(servicer, server):"),
            *(f'    _runtime.add_service(server, "{full}", {{', *register, "    })"),
        ]
    return _lines(_header(source.file), _used(source), f"from {ROOT} import _runtime", body)


def services_pyi(source: Source) -> str:
    body: list[str] = []
    for i, service in enumerate(source.file.service):
        path: Path = (SERVICE, i)
        for suffix, package, channel in (
            ("Stub", "grpc", "grpc.Channel"),
            ("AsyncStub", "grpc.aio", "grpc.aio.Channel"),
        ):
            body.append(f"class {service.name}{suffix}:")
            body += source.doc(path, "    ")
            body.append(f"    def __init__(self, channel: {channel}) -> None: ...")
            for j, method in enumerate(service.method):
                multicallable = f"{kind(method).title().replace('_', '')}MultiCallable"
                types = (
                    f"{_remote(source, method.input_type)}, {_remote(source, method.output_type)}"
                )
                body.append(f"    {method.name}: {package}.{multicallable}[{types}]")
                body += source.doc((*path, METHOD, j), "    ")
            body.append("")
        body.append(f"class {service.name}Servicer:")
        body += source.doc(path, "    ")
        for j, method in enumerate(service.method):
            doc = list(source.doc((*path, METHOD, j), "        "))
            signature = f"    def {method.name}(self, {_behaviour(source, method)}:"
            body += [signature + ("" if doc else " ..."), *doc]
        body += [
            "",
            f"def add_{service.name}Servicer_to_server(",
            f"    servicer: {service.name}Servicer, server: grpc.Server | grpc.aio.Server",
            ") -> None: ...",
            "",
        ]
    return _lines(
        _header(source.file),
        "import collections.abc as _abc",
        "import typing as _t",
        "",
        "import grpc",
        "import grpc.aio",
        "",
        _used(source),
        "",
        body,
    )


def _behaviour(source: Source, method: MethodDescriptorProto) -> str:
    """Return a servicer method's arguments and answer, open to both a thread and a coroutine.

    Both colours of server call the same base class; the context is of the server's own kind.
    """
    request, response = _remote(source, method.input_type), _remote(source, method.output_type)
    if method.client_streaming:
        # A server of either colour hands in its own iterator: the servicer names the one it takes.
        request = "_t.Any"
    answer = (
        f"_abc.Iterator[{response}] | _abc.AsyncIterator[{response}]"
        if method.server_streaming
        else f"{response} | _abc.Awaitable[{response}]"
    )
    return f"request: {request}, context: _t.Any) -> {answer}"


def declared(file: FileDescriptorProto) -> Iterator[tuple[str, Type]]:
    def walk(messages: Iterable[DescriptorProto], scope: str) -> Iterator[tuple[str, Type]]:
        for message in messages:
            name = f"{scope}{message.name}"
            entry = message if message.options.map_entry else None
            yield name, Type(file.name, name, entry)
            for enum in message.enum_type:
                yield f"{name}.{enum.name}", Type(file.name, f"{name}.{enum.name}")
            yield from walk(message.nested_type, f"{name}.")

    for enum in file.enum_type:
        yield f".{file.package}.{enum.name}", Type(file.name, enum.name)
    for name, found in walk(file.message_type, ""):
        yield f".{file.package}.{name}", found


def generate(request: CodeGeneratorRequest) -> CodeGeneratorResponse:
    types = dict(item for file in request.proto_file for item in declared(file))
    files = {file.name: file for file in request.proto_file}
    response = CodeGeneratorResponse(
        supported_features=CodeGeneratorResponse.FEATURE_PROTO3_OPTIONAL
    )
    for name in request.file_to_generate:
        source = Source(files[name], types)
        outputs = {".py": messages_py(source), ".pyi": messages_pyi(source)}
        if source.file.service:
            outputs |= {"_grpc.py": services_py(source), "_grpc.pyi": services_pyi(source)}
        for suffix, content in outputs.items():
            path = module(name).replace(".", "/") + suffix
            response.file.add(name=path, content=content)
    return response


if __name__ == "__main__":
    asked = CodeGeneratorRequest.FromString(sys.stdin.buffer.read())
    sys.stdout.buffer.write(generate(asked).SerializeToString())
