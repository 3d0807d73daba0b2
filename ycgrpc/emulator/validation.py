"""The rules that the interfaces attach to their fields, as the emulator reads them.

The options are those of ``yandex/cloud/validation.proto``. They are read here on their own, without
the client's compiled checkers, so that a misreading on either side shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from google.protobuf.message import Message
from ycgrpc_pb.google.protobuf.descriptor_pb2 import (
    DescriptorProto,
    FieldDescriptorProto,
    FileDescriptorProto,
)
from ycgrpc_pb.yandex.cloud import validation_pb2 as rules

from ycgrpc.emulator.refusals import invalid

NUMBER = r"-?\d+(?:\.\d+)?"


def check(message: Message) -> None:
    """Passes a message that keeps its rules.

    Raises:
        Refusal: INVALID_ARGUMENT, naming every field and its rule, but no content.
    """
    found = list(violations(message))
    if found:
        raise invalid(*found)


def violations(message: Message, path: str = "") -> Iterator[tuple[str, str]]:
    """Pairs of a field's path, such as ``specs[1].model``, and the rule that it breaks."""
    declared = _declared(message.DESCRIPTOR.file.serialized_pb)[message.DESCRIPTOR.full_name]
    for number, oneof in enumerate(declared.oneof_decl):
        if oneof.options.Extensions[rules.exactly_one] and not message.WhichOneof(oneof.name):
            members = [
                field.name
                for field in declared.field
                if field.HasField("oneof_index") and field.oneof_index == number
            ]
            yield f"{path}{oneof.name}", f"exactly one of {', '.join(members)} must be set"
    for field in declared.field:
        where = path + field.name
        if not _present(message, field):
            if field.options.Extensions[rules.required]:
                yield where, "required"
            if message.DESCRIPTOR.fields_by_name[field.name].has_presence:
                continue
        content = getattr(message, field.name)
        if _is_map(declared, field):
            nested = content.values()
            yield from ((where, broken) for broken in _broken_map(field, content))
        else:
            nested = content if _is_repeated(field) else [content]
            yield from ((where, broken) for broken in _broken(field, content, nested))
        for number, element in enumerate(nested):
            if isinstance(element, Message):
                place = f"[{number}]" if _is_repeated(field) else ""
                yield from violations(element, f"{where}{place}.")


def within(rule: str, number: float) -> bool:
    """Whether ``number`` keeps a rule such as ``<=50``, ``>0``, ``1-8`` or ``3``.

    Raises:
        ValueError: the rule is written in a way that is not known.
    """
    if found := re.fullmatch(rf"\s*(<=|>=|<|>)\s*({NUMBER})\s*", rule):
        bound = float(found[2])
        match found[1]:
            case "<=":
                return number <= bound
            case ">=":
                return number >= bound
            case "<":
                return number < bound
            case _:
                return number > bound
    if found := re.fullmatch(rf"\s*({NUMBER})(?:\s*-\s*({NUMBER}))?\s*", rule):
        return float(found[1]) <= number <= float(found[2] or found[1])
    raise ValueError(f"unknown notation of a validation rule: {rule!r}")


def _broken(field: FieldDescriptorProto, content: Any, elements: Iterable[Any]) -> Iterator[str]:
    said = field.options.Extensions
    if _is_repeated(field):
        if said[rules.size] and not within(said[rules.size], len(content)):
            yield f"number of elements must be {said[rules.size]}, is {len(content)}"
        if said[rules.unique] and len(set(content)) < len(content):
            yield "elements must differ"
    for element in elements:
        if said[rules.bytes] and not within(said[rules.bytes], _bytes(element)):
            yield f"bytes must be {said[rules.bytes]}, are {_bytes(element)}"
        yield from _broken_value(
            said[rules.length], said[rules.pattern], said[rules.value], element
        )


def _broken_map(field: FieldDescriptorProto, content: Any) -> Iterator[str]:
    size, key = field.options.Extensions[rules.size], field.options.Extensions[rules.map_key]
    if size and not within(size, len(content)):
        yield f"number of elements must be {size}, is {len(content)}"
    for name in content:
        for broken in _broken_value(key.length, key.pattern, key.value, name):
            yield f"key: {broken}"


def _broken_value(length: str, pattern: str, value: str, content: Any) -> Iterator[str]:
    if length and not within(length, len(content)):
        yield f"length must be {length}, is {len(content)}"
    if pattern and not re.fullmatch(pattern, content):
        yield f"must match {pattern}"
    if value and not within(value, content):
        yield f"must be {value}"


def _bytes(content: str | bytes) -> int:
    return len(content.encode() if isinstance(content, str) else content)


def _present(message: Message, field: FieldDescriptorProto) -> bool:
    if message.DESCRIPTOR.fields_by_name[field.name].has_presence:
        return message.HasField(field.name)
    return bool(getattr(message, field.name))


def _is_repeated(field: FieldDescriptorProto) -> bool:
    return field.label == FieldDescriptorProto.LABEL_REPEATED


def _is_map(declared: DescriptorProto, field: FieldDescriptorProto) -> bool:
    entries = {entry.name for entry in declared.nested_type if entry.options.map_entry}
    return (
        field.type == FieldDescriptorProto.TYPE_MESSAGE
        and field.type_name.rpartition(".")[2] in entries
    )


@cache
def _declared(file: bytes) -> dict[str, DescriptorProto]:
    """The messages of a file as they were declared, by full name."""
    declared = FileDescriptorProto.FromString(file)
    return {
        name: message
        for top in declared.message_type
        for name, message in _nested(f"{declared.package}.{top.name}", top)
    }


def _nested(name: str, message: DescriptorProto) -> Iterator[tuple[str, DescriptorProto]]:
    yield name, message
    for nested in message.nested_type:
        yield from _nested(f"{name}.{nested.name}", nested)
