"""One long stream of speech over as many sessions as it takes: version 3 of the API.

The service ends a session after 5 minutes of audio, 10 MB, or 5 s without a message, and connections
break. A conversation is told what the source hands in, what the service says and what time it is; it
says what to send, what to deliver, and when another session is to begin: where the text is settled, with
all audio since then sent again. It has no socket, no clock and no thread.
"""

from __future__ import annotations

from enum import Enum
from typing import NoReturn

from ycgrpc_pb.yandex.cloud.ai.stt.v3.stt_pb2 import (
    RecognitionModelOptions,
    StreamingOptions,
    StreamingRequest,
    StreamingResponse,
    TextNormalizationOptions,
)

from ycgrpc._core import retries
from ycgrpc._core.audio_buffer import AudioBuffer, Chunk
from ycgrpc._core.pieces import AudioFormat, Piece, UtteranceEnd
from ycgrpc._core.speech_events import Heard, event_of
from ycgrpc._core.speech_session import DOCUMENTED, Session, StreamLimits
from ycgrpc.errors import (
    InvalidRequest,
    OutOfRange,
    RpcError,
    StreamInterrupted,
    Violation,
)
from ycgrpc.types.speech import EndOfUtterance, Final, SpeechEvent

# Shares of the limits: from the first on a session ends where an utterance does, from the second on
# wherever text was settled in it, at the third anywhere.
_SOFT, _LATE, _HARD = 0.75, 0.85, 0.93
# Share of the limits by which the audio may run ahead of what the service has got, before it is sent no
# faster than it was spoken: or a session would be full before the service has said a word.
_LEAD = 0.05
# Share of the idle limit after which a source that says nothing is kept company.
IDLE = 0.4
# Seconds that little audio may wait for more.
GATHER = 0.1
# Where the service hears no word, it may yet hear one in the last second: milliseconds.
_UNSURE = 1000
# Seconds between two ends of an utterance that are the same one, told anew.
_SAME = 0.002
# What tells of a session as a whole, and comes at its end.
_FIGURES = ("speaker_analysis", "conversation_analysis", "summarization")
# Seconds of audio that the service may have got although it did not say so.
_UNHEARD = 0.5
# The longest pause that the service may ask for before another session: seconds.
_PAUSE = 60.0
# How many sessions may break off in a row in which nothing was settled.
_ATTEMPTS = 8


class Next(Enum):
    """What is to be done where there is no message to send."""

    WAIT = "wait"
    """Wait for more."""
    CLOSE = "close"
    """Send no more in this session, and wait for its end."""


class Conversation:
    """Decides for one stream of speech; the caller holds a lock where there are threads.

    Args:
        options: The options of every session.
        form: The format of the audio.
        continuous: Whether another session begins when one ends. Never with a container, which nobody
            can go into the middle of.
        limits: Of a session.
    """

    def __init__(
        self,
        options: StreamingOptions,
        form: AudioFormat,
        *,
        continuous: bool,
        limits: StreamLimits = DOCUMENTED,
    ) -> None:
        self._options = options
        self._rate = form.sample_rate or 0 if form.encoding == "pcm" else 0
        self._continuous = continuous and bool(self._rate)
        self._limits = limits
        self._external = options.eou_classifier.HasField("external_classifier")
        normalization = options.recognition_model.text_normalization.text_normalization
        self._normalized = normalization == TextNormalizationOptions.TEXT_NORMALIZATION_ENABLED
        processing = options.recognition_model.audio_processing_type
        self._live = processing != RecognitionModelOptions.FULL_DATA
        self._figures = any(
            options.HasField(name)
            for name in ("summarization", "speech_analysis", "recognition_classifier")
        )
        self._unrefined = 0
        self._audio = AudioBuffer(form)
        self._settled = 0
        self._session: Session | None = None
        self._opened = False
        self._heard = Heard(self._rate)
        self._speaking = False  # whether there are words that are not final
        self._pending = 0  # finals whose utterance has not ended yet
        self._utterance = -1.0  # where the last utterance ended
        self._held = False  # whether audio waits for the service to get what was sent
        self._failures = 0

    # What the source hands in.

    @property
    def room(self) -> bool:
        """Whether the source may hand in more; else what it gave is still to be sent."""
        return self._audio.room(self._session.sent if self._session else self._settled)

    @property
    def begun(self) -> bool:
        """Whether there is anything to open a session for."""
        return self._audio.end > self._settled or self._audio.gathered_since() is not None

    @property
    def over(self) -> bool:
        """Whether all has been said, so that there is nothing to open a session for, ever."""
        return bool(self._rate) and self._audio.ended and self._settled >= self._audio.end

    @property
    def stirs(self) -> bool:
        """Whether ``send`` may have something to say because of what was received."""
        return self._held or (self._session is not None and self._session.closed)

    def put(self, piece: Piece, now: float) -> None:
        """Take a piece of audio.

        Raises:
            InvalidRequest: It is none, or the end of an utterance where the service finds these.
        """
        if isinstance(piece, UtteranceEnd) and not self._external:
            rule = "the service finds it by itself: pass external_eou=True to tell it"
            raise InvalidRequest([Violation("audio: end of utterance", rule)])
        self._audio.put(piece, now)

    def finish(self) -> None:
        """Take note that the source has no more.

        Raises:
            InvalidRequest: It had nothing at all, or half a sample too much.
        """
        self._audio.finish()

    # What to send.

    def open(self, now: float) -> None:
        """Begin a session, the first or another."""
        number = self._audio.restart(self._settled) if self._rate else 0
        self._session = Session(self._settled, number, self._rate, now)
        self._opened = False
        self._speaking, self._pending, self._unrefined = False, 0, 0
        self._heard.session()

    def send(self, now: float) -> StreamingRequest | Next:
        """Return the next message of the session, or what to do where there is none."""
        session = self._session
        assert session is not None
        if not self._opened:
            self._opened = True
            return session.options(self._options)
        if session.closed:
            return Next.CLOSE
        since = self._audio.gathered_since()
        chunk = self._audio.chunk(session.next)
        if chunk is None and since is not None and now - since >= GATHER:
            self._audio.flush()
            chunk = self._audio.chunk(session.next)
        self._held = False
        if self._continuous and session.share(self._limits, now, chunk) > _HARD:
            session.closed = True  # all that was sent becomes final, and the next one goes on
            return Next.CLOSE
        if chunk is not None:
            if self._early(session, chunk, now) > 0:
                self._held = True
                return Next.WAIT
            return session.send(chunk, now)
        if self._audio.ended and since is None:
            session.closed = True
            return Next.CLOSE
        if self._continuous and session.idle(now) >= self._limits.idle * IDLE:
            return session.keep_company(now)
        return Next.WAIT

    def _early(self, session: Session, chunk: Chunk, now: float) -> float:
        """Return the seconds that a chunk has to wait for the service to keep up."""
        lead = (chunk.end - session.received) / (self._rate or 1)
        if not (self._continuous and self._live) or lead <= self._limits.seconds * _LEAD:
            return 0.0
        return (chunk.end - chunk.start) / self._rate - session.idle(now)

    def wait(self, now: float) -> float | None:
        """Return the seconds after which ``send`` may have something to say of its own accord."""
        session = self._session
        assert session is not None
        waits: list[float] = []
        if self._continuous:
            waits.append(self._limits.idle * IDLE - session.idle(now))
        chunk = self._audio.chunk(session.next)
        if chunk is None and (since := self._audio.gathered_since()) is not None:
            waits.append(since + GATHER - now)
        if chunk is not None and self._held:
            waits.append(self._early(session, chunk, now))
        return max(0.0, min(waits)) if waits else None

    # What the service says.

    def receive(self, response: StreamingResponse, now: float) -> list[SpeechEvent]:
        """Return what a message of the session is to the listener, if it is anything."""
        session = self._session
        assert session is not None
        kind = response.WhichOneof("Event")
        cursors = response.audio_cursors
        session.answered = True
        session.received = max(session.received, session.place(cursors.received_data_ms))
        if session.left and not (kind in _FIGURES or self._judges_what_is_settled(response)):
            return []
        event = event_of(response, session, self._heard)
        place = self._settled
        match kind:
            case "final":
                self._speaking = False
                place = session.place(cursors.final_time_ms)
                if isinstance(event, Final):
                    place = max(place, round(event.end * self._rate))
                    self._pending += 1
                    self._unrefined += self._normalized
            case "final_refinement":
                self._unrefined = max(0, self._unrefined - 1)
            case "eou_update":
                self._pending = 0
                if self._external and isinstance(event, EndOfUtterance):
                    if event.at < self._utterance + _SAME:
                        event = None  # the source's word for it was sent again
                    else:
                        self._utterance = event.at
            case "partial":
                self._speaking = bool(event and event.partial)
                if not (self._speaking or self._pending):
                    place = session.place(cursors.partial_time_ms - _UNSURE)
            case _:
                pass
        self._settled = max(self._settled, min(place, session.sent))
        # Whoever begins no other session need not keep what this one has got.
        self._audio.settle(self._settled if self._continuous else session.sent, session.next)
        return [] if event is None else [event]

    def _judges_what_is_settled(self, response: StreamingResponse) -> bool:
        assert self._session is not None
        end = response.classifier_update.end_time_ms
        judges = response.HasField("classifier_update")
        return judges and self._session.place(end) <= self._settled

    def rolls(self, now: float) -> bool:
        """Return whether this session is to be left at once, and another to begin.

        One that has figures to give is closed instead: they come at its end.
        """
        session = self._session
        assert session is not None
        if not self._continuous or session.closed or self._settled <= session.base:
            return False
        between = not (self._speaking or self._pending or self._unrefined)
        if session.share(self._limits, now) <= (_SOFT if between else _LATE):
            return False
        session.left = True  # also for the thread that sends, until it is told
        session.closed = self._figures
        return not self._figures

    def ended(self, error: RpcError | None, now: float, chance: float) -> float | None:
        """Return the seconds until another session is to begin, or ``None`` where all has been said.

        Args:
            error: What the session ended with, if not well.
            now: The time.
            chance: A random number from 0 to 1.

        Raises:
            StreamInterrupted: There is no going on.
            RpcError: The service refuses.
        """
        session = self._session
        assert session is not None
        well = error is None and session.closed and self._heard_out(session)
        if well and self._rate and not session.left:
            self._settled = session.sent
        if self.over or (well and not self._continuous):
            return None
        if error is not None and not (retries.passing(error) or isinstance(error, OutOfRange)):
            raise error
        if not self._continuous:
            self._broken(error)
        self._failures = 0 if well or self._settled > session.base else self._failures + 1
        if self._failures >= _ATTEMPTS:
            self._broken(error)
        if isinstance(error, OutOfRange) and session.received > session.base:
            # The limit is lower than we knew.
            lasted = max(1.0, session.lasted(now))
            self._limits = self._limits._replace(seconds=min(self._limits.seconds, lasted))
        if not self._failures:
            return 0.0
        wait = error.retry_after if error is not None and error.retry_after else 0.0
        if wait > _PAUSE:
            self._broken(error)
        return max(wait, retries.pause(self._failures, chance))

    def _heard_out(self, session: Session) -> bool:
        """Return whether a session that the service has ended well has heard what was sent.

        One that gets nothing for some seconds may end well too, while audio is still on its way.
        """
        if session.received > session.base:
            return session.received >= session.sent - _UNHEARD * self._rate
        return session.answered or not self._continuous

    def _broken(self, error: RpcError | None) -> NoReturn:
        raise StreamInterrupted(self._heard.finals) from error
