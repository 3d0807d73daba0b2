"""The rules that the ``.proto`` files state for their fields, checked before a request leaves.

The options of ``yandex/cloud/validation.proto`` are read once per message type and compiled into a
short list of checks. Values that the files do not bound, such as languages and models, pass: the
service may know more of them than we do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from google.protobuf.descriptor import Descriptor, FieldDescriptor, FileDescriptor, OneofDescriptor
from google.protobuf.message import Message
from ycgrpc_pb.google.protobuf import descriptor_pb2
from ycgrpc_pb.yandex.cloud import validation_pb2 as rules

from ycgrpc.errors import Violation

Check = Callable[[Any, str], Iterator[Violation]]
"""Takes a message and the path to it, and yields what is wrong."""


def violations_in(message: Message, path: str = "") -> Iterator[Violation]:
    """Yield every rule that a message breaks, nested messages included."""
    descriptor: Any = message.DESCRIPTOR  # of the C or of the Python runtime
    for check in _checks(descriptor):
        yield from check(message, path)


_compiled: dict[Descriptor, tuple[Check, ...]] = {}


def _checks(descriptor: Descriptor) -> tuple[Check, ...]:
    found = _compiled.get(descriptor)
    if found is None:
        found = _compiled[descriptor] = tuple(_compile(descriptor))
    return found


def _compile(descriptor: Descriptor) -> Iterator[Check]:
    declared = _declaration(descriptor)
    for oneof, oneof_declared in zip(descriptor.oneofs, declared.oneof_decl, strict=False):
        if oneof_declared.options.Extensions[rules.exactly_one]:
            yield _exactly_one(oneof)
    for field, field_declared in zip(descriptor.fields, declared.field, strict=True):
        yield from _field_checks(field, field_declared.options)
        if field.message_type and not field.message_type.GetOptions().map_entry:
            yield _nested(field)


def _declaration(descriptor: Descriptor) -> descriptor_pb2.DescriptorProto:
    """Return how a message is declared, its custom options included.

    ``GetOptions()`` answers with the default pool's class, which does not know the options of ours.
    """
    file: FileDescriptor = descriptor.file
    declared = descriptor_pb2.FileDescriptorProto.FromString(file.serialized_pb)
    first, *nested = descriptor.full_name.removeprefix(f"{file.package}.").split(".")
    found = next(message for message in declared.message_type if message.name == first)
    for name in nested:
        found = next(message for message in found.nested_type if message.name == name)
    return found


def _field_checks(field: FieldDescriptor, options: descriptor_pb2.FieldOptions) -> Iterator[Check]:
    get, name = options.Extensions, field.name
    values = _elements(name) if _is_repeated(field) else _value(name)
    if get[rules.required]:
        yield _required(field)
    if size := get[rules.size]:
        inside, words = _range(size)
        yield _rule(_whole(name), inside, len, f"{words} elements", str)
    if get[rules.unique]:
        yield _rule(_whole(name), _is_unique, list, "no element twice", _count)
    if length := get[rules.length]:
        inside, words = _range(length)
        unit = "bytes" if field.type == FieldDescriptor.TYPE_BYTES else "characters"
        yield _rule(values, inside, len, f"{words} {unit}", "{:,}".format)
    if size := get[rules.bytes]:
        inside, words = _range(size)
        yield _rule(values, inside, _encoded_length, f"{words} bytes", "{:,}".format)
    if value := get[rules.value]:
        inside, words = _range(value)
        yield _rule(values, inside, _itself, words, str)
    if pattern := get[rules.pattern]:
        yield _rule(values, _matches(pattern), _itself, f"must match {pattern}", _count)


def _is_repeated(field: FieldDescriptor) -> bool:
    # protobuf 6.31 brought `is_repeated` and 7 took `label` away.
    older: Any = field
    if hasattr(field, "is_repeated"):
        return field.is_repeated
    return bool(older.label == older.LABEL_REPEATED)


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


Values = Callable[[Any], Iterator[tuple[str, Any]]]
"""Takes a message and yields what a rule is about, each with its place."""


def _value(name: str) -> Values:
    def values(message: Any) -> Iterator[tuple[str, Any]]:
        # A field that is not set has the default, which the service reads as "not given".
        if value := getattr(message, name):
            yield name, value

    return values


def _whole(name: str) -> Values:
    return lambda message: iter([(name, getattr(message, name))])


def _elements(name: str) -> Values:
    return lambda message: (
        (f"{name}[{index}]", value) for index, value in enumerate(getattr(message, name))
    )


def _rule(
    values: Values,
    inside: Callable[[Any], bool],
    measure: Callable[[Any], Any],
    rule: str,
    show: Callable[[Any], str],
) -> Check:
    def check(message: Any, path: str) -> Iterator[Violation]:
        for place, value in values(message):
            if not inside(measured := measure(value)):
                yield Violation(_join(path, place), rule, show(measured))

    return check


def _required(field: FieldDescriptor) -> Check:
    name, presence = field.name, field.has_presence

    def check(message: Any, path: str) -> Iterator[Violation]:
        if not (message.HasField(name) if presence else getattr(message, name)):
            yield Violation(_join(path, name), "must be given")

    return check


def _exactly_one(oneof: OneofDescriptor) -> Check:
    name, members = oneof.name, " or ".join(field.name for field in oneof.fields)

    def check(message: Any, path: str) -> Iterator[Violation]:
        if message.WhichOneof(name) is None:
            yield Violation(_join(path, name), f"give one of {members}")

    return check


def _nested(field: FieldDescriptor) -> Check:
    name, repeated = field.name, _is_repeated(field)

    def check(message: Any, path: str) -> Iterator[Violation]:
        if repeated:
            for index, item in enumerate(getattr(message, name)):
                yield from violations_in(item, f"{_join(path, name)}[{index}]")
        elif message.HasField(name):
            yield from violations_in(getattr(message, name), _join(path, name))

    return check


def _itself(value: Any) -> Any:
    return value


def _encoded_length(value: str | bytes) -> int:
    return len(value.encode()) if isinstance(value, str) else len(value)


def _count(value: Any) -> str:
    return f"{len(value):,}"


def _matches(pattern: str) -> Callable[[str], bool]:
    fullmatch = re.compile(pattern).fullmatch
    return lambda text: fullmatch(text) is not None


def _is_unique(items: Iterable[Any]) -> bool:
    seen = list(items)
    return all(item not in seen[:index] for index, item in enumerate(seen))


_BETWEEN = re.compile(r"(-?[\d.]+)-(-?[\d.]+)")
_BOUND = re.compile(r"(<=|>=|<|>|=)?(-?[\d.]+)")
_COMPARE: dict[str, tuple[Callable[[float, float], bool], str]] = {
    "<=": (lambda value, bound: value <= bound, "at most"),
    ">=": (lambda value, bound: value >= bound, "at least"),
    "<": (lambda value, bound: value < bound, "less than"),
    ">": (lambda value, bound: value > bound, "more than"),
    "=": (lambda value, bound: value == bound, "exactly"),
}


def _range(rule: str) -> tuple[Callable[[float], bool], str]:
    """Return a test for a range as the options write it (``1-8``, ``<=50``, ``32``), and its words."""
    if found := _BETWEEN.fullmatch(rule):
        least, most = float(found[1]), float(found[2])
        return (lambda value: least <= value <= most), f"{_number(least)} to {_number(most)}"
    if found := _BOUND.fullmatch(rule):
        compare, words = _COMPARE[found[1] or "="]
        bound = float(found[2])
        return (lambda value: compare(value, bound)), f"{words} {_number(bound)}"
    raise ValueError(f"validation.proto: cannot read the rule {rule!r}")


def _number(value: float) -> str:
    return f"{int(value):,}" if value.is_integer() else str(value)
