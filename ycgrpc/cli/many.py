"""What commands for many files share: one after the other, each failure on a line of its own."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import IO, Any, BinaryIO, TypeVar

import click

from ycgrpc.client import Operation
from ycgrpc.errors import CredentialsError, Error, OperationTimeout

T = TypeVar("T")

FAILED, SOME_FAILED = 1, 3

wait = click.option(
    "--wait",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="How long to wait for each result; by default as long as it takes.",
)


def worked(
    names: Sequence[str], output: IO[str], work: Callable[[str], T]
) -> Iterator[tuple[str, T]]:
    """Yield each name with what the work for it came to; what fails is told, and left out."""
    with _progress(names, output) as remaining:
        for name in remaining:
            try:
                result = work(name)
            except CredentialsError:
                raise  # the same for every file
            except Error as error:
                complain(name, error)
            else:
                yield name, result


def submitted(
    names: Sequence[str],
    output: IO[str],
    submit: Callable[[str], Operation[T]],
    seconds: float | None,
) -> Iterator[tuple[str, T]]:
    """Submit all first, then yield each name with its result; an interruption tells what goes on."""
    begun: list[tuple[str, Operation[T]]] = []
    with going_on(begun):
        for name in names:
            try:
                begun.append((name, submit(name)))
            except CredentialsError:
                raise
            except Error as error:
                complain(name, error)
        operations = iter([operation for _, operation in begun])
        yield from worked(
            [name for name, _ in begun], output, lambda _: next(operations).result(seconds)
        )


@contextmanager
def going_on(begun: Collection[tuple[str, Operation[Any]]]) -> Generator[None]:
    """Tell, when interrupted, which operations go on without anybody who waits for them."""
    try:
        yield
    except KeyboardInterrupt:
        for name, operation in begun:
            if not operation.done:
                whose = f"{name}: " if name else ""
                click.echo(f"ycgrpc: {whose}operation {operation.id} goes on", err=True)
                operation._leave()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
        raise


def complain(name: str, error: Error) -> None:
    """Tell on one line what went wrong with a file."""
    text = " ".join(str(error).split())
    if isinstance(error, OperationTimeout):
        (operation_id,) = error.operation_ids
        text = (
            f"operation {operation_id} not done within {error.timeout:.6g} s, and goes on: "
            f"ycgrpc operation wait {operation_id}"
        )
    click.echo(f"ycgrpc: {name}: {text}", err=True)


def written(
    names: Sequence[str],
    output: IO[str],
    results: Iterable[tuple[str, T]],
    show: Callable[[str, T], Iterable[str]],
) -> int:
    """Write what is to be shown of each result as it comes, and return the exit status."""
    done = 0
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
    for line in lines.splitlines():
        yield json.dumps({"source": name, **json.loads(line)}, ensure_ascii=False) + "\n"


def _progress(names: Sequence[str], output: IO[str]) -> AbstractContextManager[Iterable[str]]:
    """Return the names, with a bar on the terminal where there are several and none sees the results."""
    return click.progressbar(
        names,
        file=sys.stderr,
        hidden=len(names) == 1 or not sys.stderr.isatty() or output.isatty(),
    )
