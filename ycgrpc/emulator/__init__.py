"""A local server for the emulated services: no account, no network, but really read and heard.

::

    from ycgrpc.emulator import Emulator

    with Emulator() as emulator:
        channel = grpc.insecure_channel(emulator.target)

What goes wrong with the real service goes wrong here when you want it: ``emulator.script()`` for calls,
``emulator.script_operations()`` for operations; callers in other languages ask with the header
``x-emulator-fault: code=UNAVAILABLE; after=2; retry_after=1.5``. Streams of speech may be cut after so
many seconds of their audio: ``Fault(grpc.StatusCode.UNAVAILABLE, after_audio=40)``.

Any well-formed credentials are good, until ``emulator.iam`` creates some; ``emulator.clock`` moves
the time ahead.

It needs ``pip install 'ycgrpc[emulator]'``; Russian text is read by tesseract with its Russian data
(Debian, Ubuntu: ``apt install tesseract-ocr tesseract-ocr-rus``). English speech is heard by
PocketSphinx; for other languages give an engine of your own, ``Emulator(stt=...)``. Normalized text
has its numbers in digits and little more; classifiers, which are for Russian, find nothing.
"""

from __future__ import annotations

from ycgrpc.emulator.auth import Account, Accounts, Authenticator
from ycgrpc.emulator.calls import Call
from ycgrpc.emulator.clock import Clock
from ycgrpc.emulator.engines.ocr.reading import OcrEngine
from ycgrpc.emulator.engines.ocr.scripted import ScriptedOcr
from ycgrpc.emulator.engines.stt.hearing import Hypothesis, Listening, SpeechEngine
from ycgrpc.emulator.engines.stt.hearing import Word as SpokenWord
from ycgrpc.emulator.engines.stt.scripted import ScriptedSpeech
from ycgrpc.emulator.faults import Fault
from ycgrpc.emulator.iam.registry import Iam
from ycgrpc.emulator.iam.tokens import IamToken
from ycgrpc.emulator.limits import Limits
from ycgrpc.emulator.operations import Ending
from ycgrpc.emulator.progress import AfterLooks, AfterTime, Immediately, Progress, Stage, Worked
from ycgrpc.emulator.server import Emulator
from ycgrpc.emulator.serving import ServerCertificate

__all__ = [
    "Account",
    "Accounts",
    "AfterLooks",
    "AfterTime",
    "Authenticator",
    "Call",
    "Clock",
    "Emulator",
    "Ending",
    "Fault",
    "Hypothesis",
    "Iam",
    "IamToken",
    "Immediately",
    "Limits",
    "Listening",
    "OcrEngine",
    "Progress",
    "ScriptedOcr",
    "ScriptedSpeech",
    "ServerCertificate",
    "SpeechEngine",
    "SpokenWord",
    "Stage",
    "Worked",
]
