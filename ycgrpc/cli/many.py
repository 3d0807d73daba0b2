"""What commands for many files share: one after the other, each failure on a line of its own."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import IO, Any, BinaryIO, TypeVar

import click

from ycgrpc.client import Operation
from ycgrpc.errors import CredentialsError, Error, OperationFailed, OperationTimeout

T = TypeVar("T")

FAILED, SOME_FAILED = 1, 3

wait = click.option(
    "--wait",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="How long to wait for each result; by default as long as it takes.",
)


class _OutputFile(click.File):
    """A file that is written when there is something to write; that it can be is checked before."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> IO[Any]:
        if value != "-":
            path = Path(value)
            place, mode = (path, os.W_OK) if path.exists() else (path.parent, os.W_OK | os.X_OK)
            if path.is_dir() or not os.access(place, mode):
                self.fail(f"{value!r} cannot be written", param, ctx)
        return super().convert(value, param, ctx)


output = click.option(
    "-o", "--output", type=_OutputFile("w", encoding="utf-8", lazy=True), default="-"
)


def worked(
    names: Sequence[str], output: IO[str], work: Callable[[str], T]
) -> Generator[tuple[str, T]]:
    """Yield each name with what the work for it came to; what fails is told, and left out."""
    with _progress(names, output) as remaining:
        for name in remaining:
            with _told(name):
                yield name, work(name)


def submitted(
    names: Sequence[str],
    output: IO[str],
    submit: Callable[[str], Operation[T]],
    seconds: float | None,
    result: str,
) -> Generator[tuple[str, T]]:
    """Submit all first, then yield each name with its result.

    Whatever goes wrong, the operations are billed: each whose result the caller did not take, asking
    for the next, is told with the command that gets it.

    Args:
        names: What to submit.
        output: Where results go.
        submit: Begins the operation for a name.
        seconds: How long to wait for each result.
        result: What ``ycgrpc operation wait --result`` calls such results.
    """
    begun: list[tuple[str, Operation[T]]] = []
    try:
        for name in names:
            with _told(name):
                begun.append((name, submit(name)))
        with _progress(tuple(begun), output) as remaining:
            for name, operation in remaining:
                with _told(name, operation, result):
                    yield name, operation.result(seconds)
                del begun[0]
    except BaseException as error:
        removed = isinstance(error, KeyboardInterrupt)
        for name, operation in begun:
            state = "is done" if operation.done else "goes on"
            how = _resumption(operation, result, removed=removed)
            click.echo(f"ycgrpc: {name}: operation {operation.id} {state}: {how}", err=True)
        if removed:
            for _, operation in begun:
                operation._leave()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
        raise


@contextmanager
def _told(name: str, operation: Operation[Any] | None = None, result: str = "") -> Generator[None]:
    """Tell what goes wrong with a file or its operation, but not what would with every other too."""
    try:
        yield
    except CredentialsError:
        raise
    except Error as error:
        complain(name, error, operation, result)


def complain(
    name: str, error: Error, operation: Operation[Any] | None = None, result: str = ""
) -> None:
    """Tell on one line what went wrong with a file, and how to get the result all the same."""
    text = " ".join(str(error).split())
    if operation and not isinstance(error, OperationFailed):  # after which there is none
        if not isinstance(error, OperationTimeout):
            text += "; try again"
        elif operation.done:
            text = f"operation {operation.id}: no result within {error.timeout:.6g} s"
        else:
            text = f"operation {operation.id} not done within {error.timeout:.6g} s, and goes on"
        text += f": {_resumption(operation, result)}"
    click.echo(f"ycgrpc: {name}: {text}", err=True)


def _resumption(operation: Operation[Any], result: str, *, removed: bool = False) -> str:
    """Return the command that gets a result, and what stays in a bucket unless it is removed."""
    command = f"ycgrpc operation wait {operation.id} --result {result}"
    if operation.done or removed or not operation.recording:
        return command
    return f"{command}; {operation.recording} stays in its bucket"


def written(
    names: Sequence[str],
    output: IO[str],
    results: Generator[tuple[str, T]],
    show: Callable[[str, T], Iterable[str]],
) -> int:
    """Write what is to be shown of each result as it comes, and return the exit status."""
    done = 0
    with closing(results):  # they learn that one could not be written
        for name, result in results:
            output.writelines(show(name, result))
            output.flush()
            done += 1
    return 0 if done == len(names) else SOME_FAILED if done else FAILED


def source(name: str) -> str | BinaryIO:
    """Return what a name stands for: ``-`` for standard input."""
    return sys.stdin.buffer if name == "-" else name


def text_lines(name: str, text: str, *, several: bool) -> Iterator[str]:
    """Yield a text to show, below the name of its file where there are several."""
    if several:
        yield f"==> {name} <==\n"
    yield text + "\n"


def json_lines(name: str, lines: str) -> Iterator[str]:
    """Yield JSON objects, one to a line, with the name of their file."""
    for line in filter(None, lines.split("\n")):  # text may hold what splitlines() splits at, too
        yield json.dumps({"source": name, **json.loads(line)}, ensure_ascii=False) + "\n"


def _progress(items: Sequence[T], output: IO[str]) -> AbstractContextManager[Iterable[T]]:
    """Return the items, with a bar on the terminal where there are several and none sees the results."""
    return click.progressbar(
        items,
        file=sys.stderr,
        hidden=len(items) == 1
        or not sys.stderr.isatty()
        or (output.name == "-" and output.isatty()),  # which would empty a file before its time
    )
