"""Run by the tests in a process of its own: ``python -m tests.wire.forking OCR IAM``.

A client is used, the process forks, and the client is used in the child and in the parent.
"""

from __future__ import annotations

import os
import sys
import threading

from tests.wire.iam import service_account_key
from tests.wire.pages import IMAGE
from ycgrpc import Client


def main(ocr: str, iam: str, used_before: str) -> None:
    """Fork in the middle; the exit status tells of both halves."""
    client = Client(
        service_account_key(), endpoint=ocr, endpoints={"iam": iam}, plaintext=True, quotas=None
    )
    if used_before == "used":
        client.ocr.recognize(IMAGE, timeout=10)
    child = os.fork()
    if not child:
        threading.Timer(25, os._exit, [9]).start()
        try:
            client.ocr.recognize(IMAGE, timeout=10)
            client.ocr.recognize(IMAGE, timeout=10)
        except BaseException as error:
            print(repr(error), file=sys.stderr)
            os._exit(1)
        os._exit(0)
    client.ocr.recognize(IMAGE, timeout=10)
    _, status = os.waitpid(child, 0)
    client.ocr.recognize(IMAGE, timeout=10)
    client.close()
    sys.exit(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main(*sys.argv[1:])
