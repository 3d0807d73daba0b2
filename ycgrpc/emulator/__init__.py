"""A local server for the emulated services: no account, no network, but text that was really read.

::

    from ycgrpc.emulator import Emulator

    with Emulator() as emulator:
        channel = grpc.insecure_channel(emulator.target)

Any well-formed credentials are good, until ``emulator.iam`` creates some; ``emulator.clock`` moves
the time ahead.

It needs ``pip install 'ycgrpc[emulator]'``; Russian text is read by tesseract with its Russian data
(Debian, Ubuntu: ``apt install tesseract-ocr tesseract-ocr-rus``).
"""

from __future__ import annotations

from ycgrpc.emulator.auth import Account, Accounts, Authenticator
from ycgrpc.emulator.calls import Call
from ycgrpc.emulator.clock import Clock
from ycgrpc.emulator.engines.ocr.reading import OcrEngine
from ycgrpc.emulator.engines.ocr.scripted import ScriptedOcr
from ycgrpc.emulator.iam.registry import Iam
from ycgrpc.emulator.iam.tokens import IamToken
from ycgrpc.emulator.limits import Limits
from ycgrpc.emulator.server import Emulator
from ycgrpc.emulator.serving import ServerCertificate

__all__ = [
    "Account",
    "Accounts",
    "Authenticator",
    "Call",
    "Clock",
    "Emulator",
    "Iam",
    "IamToken",
    "Limits",
    "OcrEngine",
    "ScriptedOcr",
    "ServerCertificate",
]
