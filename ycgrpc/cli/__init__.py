"""The ``ycgrpc`` command. It needs ``pip install 'ycgrpc[cli]'``."""

from __future__ import annotations

import importlib.util
import sys


def main() -> None:
    """Run the command, and leave with its exit status.

    Statuses: 0 done, 1 failed, 2 bad usage, 3 some of many failed, 130 interrupted.
    """
    if importlib.util.find_spec("click") is None:
        print("ycgrpc: the command needs click: pip install 'ycgrpc[cli]'", file=sys.stderr)  # noqa: T201
        sys.exit(1)
    from ycgrpc.cli.app import run

    sys.exit(run(sys.argv[1:]))
