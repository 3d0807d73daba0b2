"""The vendored interface definitions: complete, documented, and the same as upstream's.

The files in ``proto/`` are compiled with protoc and compared with the descriptors that the
``yandexcloud`` package carries, an independent copy of the same upstream files. That package
registers its files in protobuf's default pool, so it is imported in a process of its own.
"""

from __future__ import annotations

import difflib
import importlib.metadata
import importlib.util
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import pytest
from google.protobuf import descriptor_pb2, descriptor_pool, json_format, message_factory
from google.protobuf.message import Message

PROTO = Path(__file__).parents[2] / "proto"
FILES = sorted(path.relative_to(PROTO).as_posix() for path in PROTO.rglob("*.proto"))

# The oldest release that holds the upstream commit in proto/UPSTREAM.toml, where make puts it.
PEER = Path(sys.prefix, "peers", "yandexcloud-0.413.0")

# What may differ from yandexcloud: a line as `lines` gives it, of either side, and why it differs.
# yandexcloud 0.413.0 and our upstream commit agree in everything.
KNOWN_DIFFERENCES: dict[str, str] = {}

# Writes the descriptors of the named files and of all they import, as yandexcloud carries them.
DUMP = """
import importlib, sys
from google.protobuf import descriptor_pb2

files = {}

def add(file):
    for imported in file.dependencies:
        add(imported)
    files[file.name] = file.serialized_pb

sys.path.insert(0, sys.argv[1])
for name in sys.argv[2:]:
    add(importlib.import_module(name.removesuffix(".proto").replace("/", ".") + "_pb2").DESCRIPTOR)
found = descriptor_pb2.FileDescriptorSet()
for serialized in files.values():
    found.file.add().ParseFromString(serialized)
sys.stdout.buffer.write(found.SerializeToString())
"""

FileSet = descriptor_pb2.FileDescriptorSet
Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | None"


def run(*arguments: str) -> bytes:
    """What this Python prints when run with the arguments; the test fails if it fails."""
    done = subprocess.run([sys.executable, *arguments], capture_output=True, check=False)
    if done.returncode:
        pytest.fail(done.stderr.decode(errors="replace"))
    return done.stdout


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> FileSet:
    """The files in ``proto/`` and all that they import, with source info."""
    tools = importlib.util.find_spec("grpc_tools")
    assert tools is not None
    assert tools.submodule_search_locations is not None
    roots = [
        PROTO,
        importlib.metadata.distribution("googleapis-common-protos").locate_file(""),
        Path(tools.submodule_search_locations[0], "_proto"),
    ]
    target = tmp_path_factory.mktemp("proto") / "proto.binpb"
    run(
        "-m",
        "grpc_tools.protoc",
        *(f"--proto_path={root}" for root in roots),
        "--include_imports",
        "--include_source_info",
        f"--descriptor_set_out={target}",
        *FILES,
    )
    return FileSet.FromString(target.read_bytes())


@pytest.fixture(scope="module")
def ours(compiled: FileSet) -> dict[str, list[str]]:
    """Every compiled file as lines."""
    return lines(compiled)


@pytest.fixture(scope="module")
def theirs() -> dict[str, list[str]]:
    """The same files as lines, from ``yandexcloud``."""
    return lines(FileSet.FromString(run("-c", DUMP, str(PEER), *FILES)))


def lines(files: FileSet) -> dict[str, list[str]]:
    """Every file of the set, by name, as lines like ``messageType[Word].field[text].number = 1``.

    Custom options are resolved. Source info is left out, and so are the JSON names of fields, which
    Python's generated code does not carry.
    """
    pool = descriptor_pool.DescriptorPool()
    for file in files.file:
        pool.AddSerializedFile(file.SerializeToString())
    resolved = message_factory.GetMessageClass(
        pool.FindMessageTypeByName(FileSet.DESCRIPTOR.full_name)
    ).FromString(files.SerializeToString())
    facts = json_format.MessageToDict(resolved, descriptor_pool=pool)
    return {file["name"]: list(_lines(file, file["name"] + ": ")) for file in facts["file"]}


def _lines(value: Json, where: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in {"sourceCodeInfo", "jsonName"}:
                yield from _lines(item, where + key if where.endswith(" ") else f"{where}.{key}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            name = item.get("name", index) if isinstance(item, dict) else index
            yield from _lines(item, f"{where}[{name}]")
    else:
        yield f"{where} = {json.dumps(value)}"


def undocumented(file: descriptor_pb2.FileDescriptorProto) -> Iterator[str]:
    """Names of everything declared in a file that no comment stands before or behind."""
    found = {
        tuple(location.path)
        for location in file.source_code_info.location
        if location.leading_comments.strip() or location.trailing_comments.strip()
    }
    for name, path in declarations(file, file.package, ()):
        if path not in found:
            yield name


# What a declaration may hold, and the numbers that source info paths name these parts by.
PARTS: dict[type[Message], dict[str, int]] = {
    descriptor_pb2.FileDescriptorProto: {
        "message_type": 4,
        "enum_type": 5,
        "service": 6,
        "extension": 7,
    },
    descriptor_pb2.DescriptorProto: {
        "field": 2,
        "nested_type": 3,
        "enum_type": 4,
        "extension": 6,
        "oneof_decl": 8,
    },
    descriptor_pb2.EnumDescriptorProto: {"value": 2},
    descriptor_pb2.ServiceDescriptorProto: {"method": 2},
}


def declarations(
    parent: Message, name: str, path: tuple[int, ...]
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Full name and source info path of everything declared below the parent."""
    for part, number in PARTS.get(type(parent), {}).items():
        for index, child in enumerate(getattr(parent, part)):
            below = f"{name}.{child.name}", (*path, number, index)
            yield below
            yield from declarations(child, *below)


@pytest.mark.parametrize("name", FILES)
def test_agrees_with_yandexcloud(
    name: str, ours: dict[str, list[str]], theirs: dict[str, list[str]]
) -> None:
    difference = difflib.unified_diff(
        [line for line in theirs[name] if line not in KNOWN_DIFFERENCES],
        [line for line in ours[name] if line not in KNOWN_DIFFERENCES],
        "yandexcloud",
        "proto",
        lineterm="",
        n=1,
    )
    if report := "\n".join(difference):
        pytest.fail(report)


def test_known_differences_are_still_there(
    ours: dict[str, list[str]], theirs: dict[str, list[str]]
) -> None:
    mine, others = ({line for file in side.values() for line in file} for side in (ours, theirs))
    assert KNOWN_DIFFERENCES.keys() <= mine ^ others


def test_custom_options_are_compared(theirs: dict[str, list[str]]) -> None:
    """Options that stayed unresolved would be lost from both sides, and so seem to agree."""
    lengths = [line for file in theirs.values() for line in file if "[yandex.cloud.length]" in line]
    assert len(lengths) >= 10


@pytest.mark.parametrize("name", FILES)
def test_everything_is_documented(name: str, compiled: FileSet) -> None:
    file = next(file for file in compiled.file if file.name == name)
    assert list(undocumented(file)) == []


@pytest.mark.parametrize("name", FILES)
def test_header_says_what_the_file_holds(name: str) -> None:
    assert (PROTO / name).read_text().startswith("// ")


def test_upstream_record_lists_the_files(compiled: FileSet) -> None:
    """All of them, each after the files that it imports."""
    upstream = tomllib.loads((PROTO / "UPSTREAM.toml").read_text())
    recorded = list(upstream["files"])
    assert sorted(recorded) == FILES
    for file in compiled.file:
        for imported in set(file.dependency) & set(recorded):
            assert recorded.index(imported) < recorded.index(file.name)
