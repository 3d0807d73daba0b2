"""Run by the tests in a process of its own: ``python -m tests.wire.forked_waiting SERVER WAITS``.

A client waits, or has waited, for an operation; the process forks, and the child waits for another.
"""

from __future__ import annotations

import os
import sys
import threading

from ycgrpc import ApiKey, Client


def main(server: str, waits: str) -> None:
    """Fork in the middle; the exit status tells of both halves."""
    client = Client(ApiKey("key"), endpoint=server, plaintext=True)
    client.operations.wait("parent", 25)
    looked = threading.Event()

    def wait() -> None:
        for _ in client.operations.as_completed(
            [client.operations.attach("never")], progress=lambda _: looked.set()
        ):
            pass

    if waits == "True":
        threading.Thread(target=wait, daemon=True).start()
        looked.wait(25)
    child = os.fork()
    if not child:
        threading.Timer(25, os._exit, [9]).start()
        try:
            client.operations.wait("child", 20)
        except BaseException as error:
            print(repr(error), file=sys.stderr)
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    client.operations.wait("parent", 25)
    client.close()
    sys.exit(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main(*sys.argv[1:])
