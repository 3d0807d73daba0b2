"""Bytes out of what a caller hands in: a path, the bytes themselves, or an open binary file."""

from __future__ import annotations

import os
from typing import BinaryIO

from ycgrpc.errors import InvalidRequest, Violation

Source = str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO


def read(source: Source, limit: int) -> bytes:
    """Return the bytes of a source, and never hold many more than are allowed.

    Raises:
        InvalidRequest: It cannot be read, is empty, or is larger than ``limit`` bytes.
    """
    if isinstance(source, bytes | bytearray | memoryview):
        content = bytes(source)
        size = len(content)
    elif isinstance(source, str | os.PathLike):
        content, size = _read_path(os.fspath(source), limit)
    else:
        content = _read_file(source, limit)
        size = len(content)
    if not size:
        raise _refused("must not be empty", describe(source))
    if size > limit:
        more = "at least " if size == limit + 1 else ""
        raise _refused(f"at most {limit:,} bytes", f"{more}{size:,}")
    return content


def describe(source: Source) -> str:
    """Return a name for a source that is fit for a message: its path or kind, never its content."""
    if isinstance(source, str | os.PathLike):
        return repr(os.fspath(source))
    return f"a {type(source).__name__}"


def _read_path(path: str, limit: int) -> tuple[bytes, int]:
    try:
        # Not pathlib, which would make the import of this package a tenth slower.
        with open(path, "rb") as file:  # noqa: PTH123
            size = os.fstat(file.fileno()).st_size
            content = b"" if size > limit else file.read(limit + 1)
            return content, max(size, len(content))  # a pipe has no size before it is read
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise _refused(f"cannot read {path!r}: {reason}") from error


def _read_file(file: BinaryIO, limit: int) -> bytes:
    if not callable(getattr(file, "read", None)):
        raise _refused("must be a path, bytes or a binary file", f"a {type(file).__name__}")
    try:
        content = bytearray()
        while len(content) <= limit:  # pipes and sockets give what they have, not all at once
            part = file.read(limit + 1 - len(content))
            if not isinstance(part, bytes):  # pyright: ignore[reportUnnecessaryIsInstance]
                raise _refused(
                    "must be a binary file: open it in mode 'rb'",
                    f"a file of {type(part).__name__}",
                )
            if not part:
                break
            content += part
    except (OSError, ValueError) as error:
        raise _refused(f"cannot read the file: {error}") from error
    return bytes(content)


def _refused(rule: str, found: str = "") -> InvalidRequest:
    return InvalidRequest([Violation("source", rule, found)])
