"""One stream of speech, version 2 of the API: a single session, of settings first and audio after.

It answers to what drives a ``conversation.Conversation``, and decides less: version 2 tells no times, so
there is no place at which another session could begin.
"""

from __future__ import annotations

from typing import Any, Unpack

from ycgrpc_pb.yandex.cloud.ai.stt.v2.stt_service_pb2 import (
    RecognitionConfig,
    SpeechRecognitionChunk,
    StreamingRecognitionRequest,
    StreamingRecognitionResponse,
)

from ycgrpc._core import retries
from ycgrpc._core.audio_buffer import AudioBuffer
from ycgrpc._core.conversation import GATHER, IDLE, Next
from ycgrpc._core.methods import Method
from ycgrpc._core.pieces import SAMPLE_BYTES, AudioFormat, Piece, UtteranceEnd
from ycgrpc._core.speech_session import DOCUMENTED
from ycgrpc._core.stt_v2 import ENCODINGS, RATES, SpecificationOptions, specification
from ycgrpc._core.validation import violations_in
from ycgrpc.errors import InvalidRequest, RpcError, StreamInterrupted, Violation
from ycgrpc.types.speech import EndOfUtterance, Final, Partial, SpeechEvent
from ycgrpc.types.utterances import Word

STREAM = Method(
    "stream_stream",
    "/yandex.cloud.ai.stt.v2.SttService/StreamingRecognize",
    StreamingRecognitionRequest,
    StreamingRecognitionResponse,
)

_COMPANY = 0.1
"""Seconds of the silence that keeps a session alive."""


class StreamOptionsV2(SpecificationOptions, total=False):
    """The keywords of ``yc.stt_v2.stream``; each may be left out."""

    single_utterance: bool
    """Whether to end after the first utterance. No by default."""


def config_of(
    form: AudioFormat,
    validate: bool,
    *,
    partial: bool,
    single_utterance: bool = False,
    **options: Unpack[SpecificationOptions],
) -> RecognitionConfig:
    """Return the settings of the session.

    Raises:
        InvalidRequest: Options break a rule, or the audio cannot be streamed.
    """
    form = form.checked()
    if form.encoding not in ("pcm", "ogg_opus"):
        rule = "pcm or ogg_opus in a stream of this API"
        raise InvalidRequest([Violation("audio.encoding", rule, form.encoding)])
    if form.encoding == "pcm" and form.sample_rate not in RATES:
        rule = f"one of {', '.join(map(str, RATES))} hertz in this API"
        raise InvalidRequest([Violation("audio.sample_rate", rule, str(form.sample_rate))])
    config = specification(**options)
    spec = config.specification
    spec.audio_encoding = ENCODINGS[form.encoding]
    spec.sample_rate_hertz = form.sample_rate or 0
    spec.partial_results = partial
    spec.single_utterance = single_utterance
    if validate and (violations := list(violations_in(config))):
        raise InvalidRequest(violations)
    return config


class ConversationV2:
    """Decides for one stream of speech; the caller holds a lock where there are threads.

    Args:
        config: The settings of the session.
        form: The format of the audio.
    """

    def __init__(self, config: RecognitionConfig, form: AudioFormat) -> None:
        self._config = config
        self._rate = form.sample_rate or 0 if form.encoding == "pcm" else 0
        self._single = config.specification.single_utterance
        self._audio = AudioBuffer(form)
        self._next = self._sent = self._index = 0
        self._sent_at = 0.0
        self._opened = self._closed = False
        self._finals: list[Final] = []

    @property
    def room(self) -> bool:
        """Whether the source may hand in more; else what it gave is still to be sent."""
        return self._audio.room(self._sent)

    @property
    def begun(self) -> bool:
        """Whether there is anything to open a session for."""
        return self._audio.end > 0 or self._audio.gathered_since() is not None

    @property
    def over(self) -> bool:
        """Whether there is nothing to open a session for, ever: the only one is held in any case."""
        return False

    @property
    def stirs(self) -> bool:
        """Whether ``send`` may have something to say because of what was received."""
        return self._closed

    def put(self, piece: Piece, now: float) -> None:
        """Take a piece of audio.

        Raises:
            InvalidRequest: It is none, or an end of an utterance.
        """
        if isinstance(piece, UtteranceEnd):
            rule = "only in version 3 of the API"
            raise InvalidRequest([Violation("audio: end of utterance", rule)])
        self._audio.put(piece, now)

    def finish(self) -> None:
        """Take note that the source has no more.

        Raises:
            InvalidRequest: It had nothing at all, or half a sample too much.
        """
        self._audio.finish()

    def open(self, now: float) -> None:
        """Begin the session, or begin it anew where the service did not answer."""
        self._opened = self._closed = False
        self._next = self._sent = 0
        self._sent_at = now

    def send(self, now: float) -> StreamingRecognitionRequest | Next:
        """Return the next message of the session, or what to do where there is none."""
        if not self._opened:
            self._opened = True
            return StreamingRecognitionRequest(config=self._config)
        if self._closed:
            return Next.CLOSE
        since = self._audio.gathered_since()
        chunk = self._audio.chunk(self._next)
        if chunk is None and since is not None and now - since >= GATHER:
            self._audio.flush()
            chunk = self._audio.chunk(self._next)
        if chunk is not None:
            self._next += 1
            self._sent, self._sent_at = chunk.end, now
            # Silence is sent as samples, for this API has no shorter way.
            content = chunk.content or self._silence(chunk.end - chunk.start)
            return StreamingRecognitionRequest(audio_content=content)
        if self._audio.ended and since is None:
            self._closed = True
            return Next.CLOSE
        if self._rate and now - self._sent_at >= DOCUMENTED.idle * IDLE:
            self._sent_at = now
            company = self._silence(int(_COMPANY * self._rate))
            return StreamingRecognitionRequest(audio_content=company)
        return Next.WAIT

    def wait(self, now: float) -> float | None:
        """Return the seconds after which ``send`` may have something to say of its own accord."""
        waits: list[float] = []
        if self._rate:
            waits.append(self._sent_at + DOCUMENTED.idle * IDLE - now)
        if (since := self._audio.gathered_since()) is not None:
            waits.append(since + GATHER - now)
        return max(0.0, min(waits)) if waits else None

    def receive(self, response: StreamingRecognitionResponse, now: float) -> list[SpeechEvent]:
        """Return what a message of the session is to the listener."""
        self._audio.settle(self._sent, self._next)
        return [event for chunk in response.chunks for event in self._events(chunk, response)]

    def _events(
        self, chunk: SpeechRecognitionChunk, response: StreamingRecognitionResponse
    ) -> list[SpeechEvent]:
        best = chunk.alternatives[0] if chunk.alternatives else None
        text = best.text.strip() if best else ""
        words = tuple(
            Word(word.word, _seconds(word.start_time), _seconds(word.end_time))
            for word in (best.words if best else ())
        )
        start, end = (words[0].start, words[-1].end) if words else (0.0, 0.0)
        common: dict[str, Any] = {"channel": "", "time": end, "message": response}
        events: list[SpeechEvent] = []
        if not chunk.final:
            events.append(Partial(**common, text=text, words=words))
        elif text:
            final = Final(**common, index=self._index, text=text, words=words, start=start, end=end)
            self._index += 1
            self._finals = [*self._finals[-999:], final]
            events.append(final)
        if chunk.end_of_utterance:
            events.append(EndOfUtterance(**common, at=end))
            # The service hears no more, and waits for the end of what is sent.
            self._closed = self._closed or self._single
        return events

    def rolls(self, now: float) -> bool:
        """Return ``False``: there is one session."""
        return False

    def ended(self, error: RpcError | None, now: float, chance: float) -> float | None:
        """Return ``None``: all has been said.

        Raises:
            StreamInterrupted: There was more to say.
            RpcError: The service refuses.
        """
        if error is None and self._closed:
            return None
        if error is None or retries.passing(error):
            raise StreamInterrupted(self._finals) from error
        raise error

    def _silence(self, samples: int) -> bytes:
        return bytes(samples * SAMPLE_BYTES)


def _seconds(duration: Any) -> float:
    seconds: float = duration.seconds + duration.nanos / 1e9
    return seconds
