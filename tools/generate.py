"""Compile ``proto/`` into ``generated/ycgrpc_pb/``.

``python tools/generate.py`` writes the tree anew; ``--check`` only compares and exits 1 when what is
committed is stale. The google files that ours import come from the installed packages
``googleapis-common-protos`` and ``grpcio-tools`` and are generated too: the private descriptor pool
needs them all.
"""

from __future__ import annotations

import argparse
import filecmp
import importlib.metadata
import importlib.resources
import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

from google.protobuf.descriptor_pb2 import FileDescriptorSet

TOOLS = Path(__file__).resolve().parent
PROTO = TOOLS.parent / "proto"
GENERATED = TOOLS.parent / "generated"
PACKAGE = "ycgrpc_pb"
INIT = f'''"""Messages, stubs and servicers of ``proto/``, on a descriptor pool of their own.

``{PACKAGE}.POOL`` is that pool: pass it as ``descriptor_pool=`` to ``json_format`` and
``text_format`` of ``google.protobuf`` for messages that hold an ``Any``.
"""

from {PACKAGE}._runtime import POOL

__all__ = ["POOL"]
'''
RUNTIME_STUB = """import typing as _t

import google.protobuf.descriptor_pool as _descriptor_pool
import google.protobuf.message as _message

POOL: _descriptor_pool.DescriptorPool

def multicallable(
    channel: _t.Any,
    kind: str,
    path: str,
    request: type[_message.Message],
    response: type[_message.Message],
) -> _t.Any: ...
"""


def include_paths(proto: Path) -> list[str]:
    """Return protoc's ``-I`` arguments: our files, then google's."""
    bundled = importlib.resources.files("grpc_tools") / "_proto"
    common = importlib.metadata.distribution("googleapis-common-protos").locate_file("")
    return [f"-I{path}" for path in (proto, common, bundled)]


def compile_protos(proto: Path, *arguments: str) -> None:
    """Run protoc.

    Raises:
        SystemExit: protoc failed; it has printed why.
    """
    command = [sys.executable, "-m", "grpc_tools.protoc", *include_paths(proto), *arguments]
    if subprocess.run(command, check=False).returncode:
        raise SystemExit(1)


def descriptor_set(target: Path, proto: Path = PROTO) -> FileDescriptorSet:
    """Compile the files of a folder and all that they import into one descriptor set.

    The set keeps the comments, and is returned as well as written.
    """
    files = sorted(path.relative_to(proto).as_posix() for path in proto.rglob("*.proto"))
    compile_protos(
        proto,
        "--include_imports",
        "--include_source_info",
        f"--descriptor_set_out={target}",
        *files,
    )
    return FileDescriptorSet.FromString(target.read_bytes())


def generate(root: Path) -> None:
    """Write the whole package below a folder that does not hold it yet."""
    files = [file.name for file in descriptor_set(root / "all.binpb").file]
    (root / "all.binpb").unlink()
    plugin = root / "plugin"
    plugin.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{TOOLS / "protoc_plugin.py"}"\n')
    plugin.chmod(plugin.stat().st_mode | stat.S_IXUSR)
    compile_protos(PROTO, f"--plugin=protoc-gen-ycgrpc={plugin}", f"--ycgrpc_out={root}", *files)
    plugin.unlink()
    package = root / PACKAGE
    for folder in {path.parent for path in package.rglob("*.py")}:
        while folder != package:
            (folder / "__init__.py").touch()
            folder = folder.parent
    (package / "__init__.py").write_text(INIT)
    (package / "py.typed").touch()
    (package / "_runtime.pyi").write_text(RUNTIME_STUB)
    shutil.copyfile(TOOLS / "pool_runtime.py", package / "_runtime.py")


def differences(one: Path, other: Path) -> list[str]:
    """Return the files that are not the same in both folders."""
    names = {
        path.relative_to(root).as_posix()
        for root in (one, other)
        for path in root.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    _, mismatch, errors = filecmp.cmpfiles(one, other, names, shallow=False)
    return sorted([*mismatch, *errors])


def main() -> int:
    parser = argparse.ArgumentParser(description="Compile proto/ into generated/.")
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    check = parser.parse_args().check
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder)
        generate(fresh)
        stale = differences(fresh / PACKAGE, GENERATED / PACKAGE)
        if check:
            for name in stale:
                print(f"stale: generated/{PACKAGE}/{name} (run `make proto`)", file=sys.stderr)
            return 1 if stale else 0
        if stale:
            shutil.rmtree(GENERATED / PACKAGE, ignore_errors=True)
            shutil.copytree(fresh / PACKAGE, GENERATED / PACKAGE)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
