"""Streams of speech of the blocking client: threads around one conversation."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Generator, Iterator
from contextlib import closing
from typing import Any

from ycgrpc._core.conversation import Conversation, Next
from ycgrpc._core.conversation_v2 import ConversationV2
from ycgrpc._core.methods import Method
from ycgrpc._core.pieces import seconds
from ycgrpc._core.speech_events import Untaken
from ycgrpc._core.speech_session import LONGEST
from ycgrpc._core.streams import admitted
from ycgrpc._sync.driver import Driver
from ycgrpc.audio import AudioSource
from ycgrpc.errors import RpcError, Unauthenticated
from ycgrpc.types.speech import SpeechEvent

_PATIENCE, _SOURCE_PATIENCE = 5.0, 0.5
"""Seconds to wait for the thread that talks to end, and for the other, which the caller's own source
may hold."""


def heard(
    driver: Driver,
    method: Method[Any, Any],
    conversation: Conversation | ConversationV2,
    audio: AudioSource,
) -> Generator[SpeechEvent, None, None]:
    """Yield what the service says of the audio; whoever stops early ends it all.

    One thread takes the audio from its source, another the answers from the service, so that neither
    waits for whoever listens. A partial that nobody has taken gives way to the next one.
    """
    stream = _Stream(driver, method, conversation, audio)
    try:
        yield from stream.events()
    finally:
        stream.stop()


class _Stream:
    def __init__(
        self,
        driver: Driver,
        method: Method[Any, Any],
        conversation: Conversation | ConversationV2,
        audio: AudioSource,
    ) -> None:
        self._driver = driver
        self._method = method
        self._conversation = conversation
        self._audio = audio
        self._changed = threading.Condition()  # guards the conversation
        self._stopped = False
        self._session: object = None
        self._call: Any = None
        self._heard = Untaken()
        self._told = threading.Condition()  # guards what was heard, and the end
        self._ended = False
        self._failure: BaseException | None = None
        self._threads = {
            threading.Thread(target=self._talk, name="ycgrpc-speech", daemon=True): _PATIENCE,
            threading.Thread(target=self._take, name="ycgrpc-audio", daemon=True): _SOURCE_PATIENCE,
        }

    def events(self) -> Iterator[SpeechEvent]:
        """Yield events, up to the end or the failure."""
        for thread in self._threads:
            thread.start()
        while True:
            with self._told:
                while not (self._heard or self._ended):
                    self._told.wait()
                if not self._heard:
                    break
                event = self._heard.popleft()
            yield event
        if self._failure:
            raise self._failure

    def stop(self) -> None:
        """End all threads but one that waits in the caller's own source."""
        self._halt()
        self._audio.close()
        for thread, patience in self._threads.items():
            if thread.ident is not None:
                thread.join(patience)

    def _end(self, failure: BaseException | None = None) -> None:
        with self._told:
            if not self._ended:
                self._failure, self._ended = failure, True
            self._told.notify_all()
        self._halt()

    def _halt(self) -> None:
        """Have the threads end, and the call with them."""
        with self._changed:
            self._stopped = True
            self._session = None
            self._changed.notify_all()
            call = self._call
        if call is not None:
            call.cancel()

    def _take(self) -> None:
        """Take the audio from its source."""
        spoken, began = 0.0, time.monotonic()
        try:
            with closing(iter(self._audio)) as pieces:
                for piece in pieces:
                    with self._changed:
                        while not self._stopped and (
                            (early := self._early(began + spoken)) or not self._conversation.room
                        ):
                            self._changed.wait(early)
                        if self._stopped:
                            return
                        self._conversation.put(piece, time.monotonic())
                        self._changed.notify_all()
                    spoken += seconds(piece, self._audio.format)
            with self._changed:
                if not self._stopped:
                    self._conversation.finish()
                self._changed.notify_all()
        except BaseException as error:
            self._end(error)

    def _early(self, due: float) -> float | None:
        """Return the seconds until a piece is spoken, where that matters."""
        left = due - time.monotonic()
        return left if self._audio.realtime and left > 0 else None

    def _talk(self) -> None:
        """Talk to the service, session after session."""
        try:
            while self._awaits_session():
                pause = self._session_ended(self._hold_session())
                if pause is None:
                    break
                with self._changed:
                    self._changed.wait_for(lambda: self._stopped, pause)
        except BaseException as error:
            self._end(error)
        else:
            self._end()

    def _awaits_session(self) -> bool:
        """Wait until there is audio for a session; return whether there will ever be any."""
        with self._changed:
            while not (self._stopped or self._conversation.begun):
                if self._conversation.over:
                    return False
                self._changed.wait()
            return not self._stopped

    def _session_ended(self, error: RpcError | None) -> float | None:
        with self._changed:
            self._session = None
            self._changed.notify_all()
            if self._stopped:
                return None
            return self._conversation.ended(error, time.monotonic(), random.random())  # noqa: S311

    def _hold_session(self) -> RpcError | None:
        """Hold one session; return what it ended with."""
        renewed = False
        while True:
            token = self._driver.run(admitted(self._method, LONGEST))
            session = object()
            with self._changed:
                if self._stopped:
                    return None
                self._session = session
                self._conversation.open(time.monotonic())
                self._changed.notify_all()  # the thread of a session before
            talk = self._driver.open(self._method, self._requests(session), LONGEST, token)
            with self._changed:
                self._call = talk.call
                stopped = self._stopped
            try:
                if stopped:
                    return None
                while (response := self._driver.pull(talk)) is not None:
                    with self._changed:
                        now = time.monotonic()
                        events = self._conversation.receive(response, now)
                        rolls = self._conversation.rolls(now)
                        if self._conversation.stirs:
                            self._changed.notify_all()
                    for event in events:
                        self._tell(event)
                    if rolls:
                        break
                return None
            except RpcError as error:
                failed = error
            finally:
                talk.call.cancel()
            if renewed or not isinstance(failed, Unauthenticated):
                return failed
            if failed.received or not self._driver.tokens.refuse(token):
                return failed
            renewed = True

    def _requests(self, session: object) -> Iterator[Any]:
        """Yield the messages of a session, on a thread of gRPC's."""
        while True:
            with self._changed:
                while True:
                    if self._stopped or self._session is not session:
                        return
                    now = time.monotonic()
                    message = self._conversation.send(now)
                    if message is Next.CLOSE:
                        return
                    if message is not Next.WAIT:
                        self._changed.notify_all()  # there may be room again
                        break
                    self._changed.wait(self._conversation.wait(now))
            yield message

    def _tell(self, event: SpeechEvent) -> None:
        with self._told:
            self._heard.tell(event)
            self._told.notify()
