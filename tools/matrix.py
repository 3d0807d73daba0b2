"""Run the tests over the versions of protobuf, grpcio and Python that we declare.

Each row gets an environment of its own below ``.matrix/``. Interpreters that this machine lacks are
skipped, and the summary says so.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".matrix"
# What the rows vary, and what has to follow from it.
FREE = re.compile(r"(grpcio|protobuf|googleapis|types-|pip)\b|grpcio-")


class Row(NamedTuple):
    """One combination; versions as pip takes them."""

    python: str
    protobuf: str
    grpcio: str
    implementation: str = "upb"

    @property
    def name(self) -> str:
        return re.sub(r"[^\w.-]+", "", "-".join(self))

    @property
    def ignored(self) -> list[str]:
        """Return what is the same in every row, or cannot be: the newest yandexcloud needs 6.31."""
        peers = ["tests/pools", "tests/unit/test_proto.py"] if "==5" in self.protobuf else []
        return ["tests/docs", "tests/typing", *peers]


# The standard services of grpcio 1.66 want protobuf 5, so the oldest come together.
ROWS = (
    Row("3.11", "==5.29.*", "==1.66.2"),
    Row("3.11", "==6.33.*", ">=1.85"),
    Row("3.11", "==7.*", ">=1.85"),
    Row("3.11", "==7.*", ">=1.85", "python"),
    Row("3.12", "==5.29.*", "==1.66.2", "python"),
    Row("3.12", "==7.*", ">=1.85"),
    Row("3.13", "==5.29.*", "==1.66.2"),
    Row("3.13", "==7.*", ">=1.85"),
)


def interpreter(version: str) -> str | None:
    """Return the program of a Python version, or ``None`` where there is none that runs."""
    # pyenv has interpreters that are not on the path.
    pyenv = Path(os.environ.get("PYENV_ROOT", "~/.pyenv")).expanduser()
    others = sorted(map(str, pyenv.glob(f"versions/{version}.*/bin/python")))
    for program in filter(None, [shutil.which(f"python{version}"), *others]):
        asked = [program, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
        if done.stdout.strip() == version:
            return program
    return None


def prepare(row: Row, program: str) -> str:
    """Make the environment of a row, and return its Python."""
    folder = FOLDER / row.name
    python = str(folder / "bin" / "python")
    subprocess.run([program, "-m", "venv", "--clear", folder], check=True)
    pins = [
        line for line in (ROOT / "constraints.txt").read_text().splitlines() if not FREE.match(line)
    ]
    constraints = folder / "constraints.txt"
    constraints.write_text("\n".join(pins))
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--upgrade", "pip"], check=True)
    versions = [f"protobuf{row.protobuf}", f"grpcio{row.grpcio}"]
    wanted = ["--editable", f"{ROOT}[cli,emulator]", "--group", f"{ROOT}/pyproject.toml:test"]
    subprocess.run([*pip, "--constraint", str(constraints), *versions, *wanted], check=True)
    (folder / "peers").symlink_to(Path(sys.prefix, "peers"))
    return python


def main() -> int:
    names = sys.argv[1:]
    results: dict[str, str] = {}
    for row in ROWS:
        if names and row.name not in names:
            continue
        program = interpreter(row.python)
        if program is None:
            results[row.name] = f"skipped: this machine has no Python {row.python}"
            continue
        python = prepare(row, program)
        environment = {
            **os.environ,
            "PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION": row.implementation,
            "COVERAGE_FILE": str(FOLDER / "coverage"),
        }
        ignored = [f"--ignore={name}" for name in row.ignored]
        command = [python, "-m", "pytest", "-q", "-p", "no:cacheprovider", *ignored]
        failed = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
        results[row.name] = "FAILED" if failed else "passed"
    print("\n".join(f"{name:32} {result}" for name, result in results.items()))
    return 1 if "FAILED" in results.values() else 0


if __name__ == "__main__":
    sys.exit(main())
