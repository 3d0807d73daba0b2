"""Streams of speech: how their options are made, and the order that their messages must keep to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Unpack

from google.protobuf.message import Message
from ycgrpc_pb.yandex.cloud.ai.stt.v3.stt_pb2 import (
    DefaultEouClassifier,
    EouClassifierOptions,
    ExternalEouClassifier,
    RecognitionModelOptions,
    SpeakerLabelingOptions,
    StreamingOptions,
    StreamingRequest,
    StreamingResponse,
)

from ycgrpc._core import stt_options
from ycgrpc._core.messages import adopted
from ycgrpc._core.methods import Method
from ycgrpc._core.pieces import AudioFormat
from ycgrpc._core.stt import audio_format
from ycgrpc._core.stt_options import SpeechOptions, recognition_settings
from ycgrpc._core.validation import violations_in
from ycgrpc.errors import InvalidRequest, Violation

STREAM = Method(
    "stream_stream",
    "/speechkit.stt.v3.Recognizer/RecognizeStreaming",
    StreamingRequest,
    StreamingResponse,
)

Sensitivity = Literal["default", "high"]


class StreamOptions(SpeechOptions, total=False):
    """The keywords of ``yc.stt.stream``; each may be left out."""

    external_eou: bool
    """Whether the source tells where utterances end, with ``UtteranceEnd``."""
    eou_sensitivity: Sensitivity
    """How soon a pause ends an utterance: ``default``, or ``high`` for short answers."""
    max_pause_between_words_ms: int
    """A hint of how long a pause, in milliseconds, may be without ending an utterance."""
    full_data: bool
    """Whether results come only after all audio, with the more context for it: ``speaker_labeling`` is
    refused without that. The service then says nothing before the end of a session."""


def options_of(
    form: AudioFormat,
    validate: bool,
    *,
    external_eou: bool = False,
    eou_sensitivity: Sensitivity | None = None,
    max_pause_between_words_ms: int | None = None,
    full_data: bool = False,
    **options: Unpack[SpeechOptions],
) -> StreamingOptions:
    """Return the options of every session.

    Raises:
        InvalidRequest: Options contradict each other or break a rule, or the audio cannot be streamed.
    """
    form = form.checked()
    settings = recognition_settings(**options)
    model = settings["recognition_model"]
    model.audio_format.CopyFrom(audio_format(form.encoding, form.sample_rate, form.channels))
    model.audio_processing_type = (
        RecognitionModelOptions.FULL_DATA if full_data else RecognitionModelOptions.REAL_TIME
    )
    found = StreamingOptions(
        eou_classifier=_eou(external_eou, eou_sensitivity, max_pause_between_words_ms), **settings
    )
    if validate and (violations := [*violations_in(found), *_over_limits(found)]):
        raise InvalidRequest(violations)
    return found


def _over_limits(options: StreamingOptions) -> Iterator[Violation]:
    yield from stt_options.over_limits(options)
    labeling = options.speaker_labeling.speaker_labeling
    live = options.recognition_model.audio_processing_type == RecognitionModelOptions.REAL_TIME
    if live and labeling == SpeakerLabelingOptions.SPEAKER_LABELING_ENABLED:
        # Source: "Speaker labeling" in the documentation.
        rule = "needs all the audio of a stream: pass full_data=True with it"
        yield Violation("speaker_labeling", rule)


def _eou(
    external: bool, sensitivity: Sensitivity | None, pause: int | None
) -> EouClassifierOptions | None:
    if external:
        if sensitivity is not None or pause is not None:
            rule = "leaves the end of utterances to the source: no other hint goes with it"
            raise InvalidRequest([Violation("external_eou", rule)])
        return EouClassifierOptions(external_classifier=ExternalEouClassifier())
    if sensitivity is None and pause is None:
        return None
    return EouClassifierOptions(
        default_classifier=DefaultEouClassifier(
            type=DefaultEouClassifier.HIGH
            if sensitivity == "high"
            else DefaultEouClassifier.DEFAULT,
            max_pause_between_words_hint_ms=pause,
        )
    )


class Order:
    """Checks that ready requests come in the order that the interface asks for. Source: stt.proto."""

    def __init__(self) -> None:
        self._options: StreamingOptions | None = None

    def checked(self, request: Message, validate: bool) -> StreamingRequest:
        """Return a request as a message of ours that may be sent now.

        Raises:
            InvalidRequest: It may not.
        """
        request = adopted(request, StreamingRequest)
        if not validate:
            return request
        violations = list(violations_in(request))
        event = request.WhichOneof("Event")
        if self._options is None and event != "session_options":
            violations.append(Violation("Event", "the first message must be session_options"))
        elif self._options is not None and event == "session_options":
            violations.append(Violation("session_options", "only in the first message"))
        elif event is None:
            violations.append(Violation("Event", "must be given"))
        elif (
            event == "eou"
            and self._options is not None
            and not self._options.eou_classifier.HasField("external_classifier")
        ):
            violations.append(Violation("eou", "only with the external_classifier in the options"))
        if violations:
            raise InvalidRequest(violations)
        if event == "session_options":
            self._options = request.session_options
        return request
