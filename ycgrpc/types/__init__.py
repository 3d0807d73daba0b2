"""What the facade returns: light wrappers around the service's own messages, which they do not copy.

Each loads when it is first asked for: who reads images never loads what speech needs.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ycgrpc.types.access import AccessToken
    from ycgrpc.types.analysis import FeatureAnalysis, ImageAnalysis, ServiceError
    from ycgrpc.types.recognition import Recognition
    from ycgrpc.types.speech import (
        ClassifierResult,
        ConversationFigures,
        EndOfUtterance,
        Final,
        Partial,
        Refinement,
        SpeakerFigures,
        SpeechEvent,
        Status,
        Summary,
    )
    from ycgrpc.types.transcript import Classification, Transcript
    from ycgrpc.types.utterances import Utterance, Word

__all__ = [
    "AccessToken",
    "Classification",
    "ClassifierResult",
    "ConversationFigures",
    "EndOfUtterance",
    "FeatureAnalysis",
    "Final",
    "ImageAnalysis",
    "Partial",
    "Recognition",
    "Refinement",
    "ServiceError",
    "SpeakerFigures",
    "SpeechEvent",
    "Status",
    "Summary",
    "Transcript",
    "Utterance",
    "Word",
]

_HOMES = {
    "AccessToken": "access",
    "Classification": "transcript",
    "FeatureAnalysis": "analysis",
    "ImageAnalysis": "analysis",
    "Recognition": "recognition",
    "ServiceError": "analysis",
    "Transcript": "transcript",
    "Utterance": "utterances",
    "Word": "utterances",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = _HOMES.get(name, "speech")
    value: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value
