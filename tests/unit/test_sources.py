"""What a caller may hand in, and what is refused."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ycgrpc._core.sources import read
from ycgrpc.errors import InvalidRequest

LIMIT = 100


class Dripping(io.RawIOBase):
    """A file that gives a few bytes at a time, as pipes and sockets do."""

    def __init__(self, content: bytes, step: int = 3) -> None:
        self._rest = content
        self._step = step

    def read(self, size: int = -1, /) -> bytes:
        taken = self._rest[: min(size, self._step) if size >= 0 else self._step]
        self._rest = self._rest[len(taken) :]
        return taken


class Endless(io.RawIOBase):
    """A file without an end, which counts what is taken of it."""

    taken = 0

    def read(self, size: int = -1, /) -> bytes:
        assert size >= 0, "nobody reads all of an endless file"
        self.taken += size
        return bytes(size)


class Path8(os.PathLike[bytes]):
    """A path in bytes, as ``os.scandir(b".")`` gives."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __fspath__(self) -> bytes:
        return os.fsencode(self._path)


def refusal(source: Any) -> str:
    """How a source is refused."""
    with pytest.raises(InvalidRequest) as refused:
        read(source, LIMIT)
    (violation,) = refused.value.violations
    assert violation.field == "source"
    return str(violation)


def test_each_kind_gives_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"abc")
    with path.open("rb") as file:
        sources: list[Any] = [
            path,
            str(path),
            Path8(path),
            b"abc",
            bytearray(b"abc"),
            memoryview(b"xabcx")[1:4],
            io.BytesIO(b"abc"),
            file,
            Dripping(b"abc"),
        ]
        for source in sources:
            content = read(source, LIMIT)
            assert content == b"abc"
            assert type(content) is bytes


@given(st.binary(min_size=1, max_size=LIMIT), st.integers(1, 10))
def test_a_file_that_drips_is_read_to_its_end(content: bytes, step: int) -> None:
    dripping: Any = Dripping(content, step)
    assert read(dripping, LIMIT) == content


@pytest.mark.parametrize("size", [1, LIMIT])
@pytest.mark.parametrize("kind", [bytes, bytearray, io.BytesIO, Dripping])
def test_up_to_the_limit(kind: Any, size: int) -> None:
    assert len(read(kind(b"x" * size), LIMIT)) == size


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview, io.BytesIO, Dripping])
def test_over_the_limit(kind: Any) -> None:
    assert "at most 100 bytes" in refusal(kind(b"x" * (LIMIT + 1)))


def test_a_file_over_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(bytes(5000))
    assert refusal(path) == "source: at most 100 bytes, found 5,000"


def test_no_more_is_read_than_it_takes_to_refuse() -> None:
    endless = Endless()
    assert refusal(endless) == "source: at most 100 bytes, found at least 101"
    assert endless.taken == LIMIT + 1


@pytest.mark.parametrize("source", [b"", bytearray(), io.BytesIO(), Dripping(b"")], ids=repr)
def test_empty(source: BinaryIO | bytes) -> None:
    assert "must not be empty" in refusal(source)


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.touch()
    assert refusal(path) == f"source: must not be empty, found {str(path)!r}"


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    missing = tmp_path / "missing.png"
    assert refusal(missing) == f"source: cannot read {str(missing)!r}: No such file or directory"
    assert "Is a directory" in refusal(tmp_path)
    assert "Not a directory" in refusal(Path(__file__) / "below")
    assert "cannot read" in refusal("")
    assert "cannot read" in refusal("nul\0")
    assert "cannot read" in refusal("x" * 10_000)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x")
    path.chmod(0)
    assert "Permission denied" in refusal(path)


def test_a_file_in_text_mode(tmp_path: Path) -> None:
    with Path(__file__).open() as file:
        assert "open it in mode 'rb'" in refusal(file)
    assert "open it in mode 'rb'" in refusal(io.StringIO("text"))


def test_a_closed_file() -> None:
    file = io.BytesIO(b"x")
    file.close()
    assert "cannot read the file: I/O operation on closed file" in refusal(file)


def test_a_file_for_writing(tmp_path: Path) -> None:
    with (tmp_path / "file").open("wb") as file:
        assert "cannot read the file" in refusal(file)


@pytest.mark.parametrize("source", [None, 5, 1.5, ["a.png"], {}, object, Ellipsis], ids=repr)
def test_odd_objects(source: Any) -> None:
    assert "must be a path, bytes or a binary file" in refusal(source)
    assert type(source).__name__ in refusal(source)


def test_a_refusal_shows_no_content() -> None:
    assert "secret" not in refusal(b"secret" * LIMIT)
