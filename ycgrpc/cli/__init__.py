"""The ``ycgrpc`` command. It needs ``pip install 'ycgrpc[cli]'``."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command, and leave with its exit status.

    Statuses: 0 done, 1 failed, 2 bad usage, 3 some of many failed, 130 interrupted.
    """
    # gRPC writes what it meets to standard error, where one line of ours says what to do.
    os.environ.setdefault("GRPC_VERBOSITY", "NONE")
    try:
        from ycgrpc.cli.app import run
    except ModuleNotFoundError as error:
        if error.name != "click":
            raise
        sys.exit("ycgrpc: the command needs click: pip install 'ycgrpc[cli]'")
    sys.exit(run(sys.argv[1:]))
