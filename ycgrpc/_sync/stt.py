"""Speech recognition of the blocking client: ``client.stt``."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator
from typing import Unpack

from google.protobuf.message import Message
from ycgrpc_pb.yandex.cloud.ai.stt.v3.stt_pb2 import StreamingResponse

from ycgrpc._core import stt, stt_streams, transcripts
from ycgrpc._core.calls import OnUnknown
from ycgrpc._core.conversation import Conversation
from ycgrpc._core.sources import Source
from ycgrpc._core.streams import admitted
from ycgrpc._core.stt_options import RecognitionOptions
from ycgrpc._core.stt_streams import StreamOptions
from ycgrpc._object_storage import ObjectStorage
from ycgrpc._sync.driver import Driver
from ycgrpc._sync.operations import Operation
from ycgrpc._sync.recordings import submitted
from ycgrpc._sync.speech import heard
from ycgrpc.audio import AudioSource, file
from ycgrpc.errors import RpcError
from ycgrpc.types import Transcript
from ycgrpc.types.speech import Partial, SpeechEvent


class Stt:
    """Speech recognition, version 3 of the API: ``client.stt``."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def stream(
        self,
        audio: AudioSource | str | os.PathLike[str],
        *,
        partial: bool = True,
        continuous: bool = True,
        **options: Unpack[StreamOptions],
    ) -> Generator[SpeechEvent, None, None]:
        """Yield what the service says of speech while it is being sent, on one timeline.

        Further keywords are those of ``StreamOptions``: ``language``, ``normalization``,
        ``external_eou`` and so on. Whoever stops early ends the stream.

        Args:
            audio: From ``ycgrpc.audio``; or the path of a recording.
            partial: Whether to yield ``Partial`` events too.
            continuous: Begin another session before the service ends one (5 minutes, 10 MB), and when
                one breaks off: where the last ``Final`` ended, with all audio since then sent again, so
                that nothing is lost or said twice. While the source is silent, the session is kept
                alive. Audio in a container goes through a single session.
            **options: See ``StreamOptions``.

        Raises:
            InvalidRequest: The audio cannot be streamed, is empty, or options contradict each other.
            StreamInterrupted: The stream broke off, and cannot go on.
            RpcError: The service refused; a subclass for each code.
        """
        source = audio if isinstance(audio, AudioSource) else file(audio)
        settings = self._driver.settings
        found = stt_streams.options_of(source.format, settings.validate, **options)
        conversation = Conversation(found, source.format, continuous=continuous)
        events = heard(self._driver, stt_streams.STREAM, conversation, source)
        try:
            for event in events:
                if partial or not isinstance(event, Partial):
                    yield event
        finally:
            events.close()

    def call(
        self, requests: Iterable[Message], *, timeout: float | None = None
    ) -> Generator[StreamingResponse, None, None]:
        """Yield the answers to ready ``StreamingRequest`` messages, in one session.

        Nothing is sent again here, and no other session begun.

        Args:
            requests: Of ours or of other stubs: the options, then audio, silence and ends of utterances.
            timeout: Seconds for all of it; by default the client's.

        Raises:
            InvalidRequest: A message breaks a rule of the interface, or comes out of order.
            RpcError: The call ended with another status than OK; a subclass for each code.
        """
        settings = self._driver.settings
        seconds = settings.seconds(timeout)
        order = stt_streams.Order()
        failed: list[Exception] = []

        def checked() -> Iterator[Message]:
            try:
                for request in requests:
                    yield order.checked(request, settings.validate)
            except Exception as error:  # on a thread of gRPC's, which would swallow it
                failed.append(error)
                raise

        token = self._driver.run(admitted(stt_streams.STREAM, seconds))
        talk = self._driver.open(stt_streams.STREAM, checked(), seconds, token)
        try:
            while (response := self._driver.pull(talk)) is not None:
                yield response
        except RpcError:
            if failed:
                raise failed[0] from None
            raise
        finally:
            talk.call.cancel()

    def submit(
        self,
        source: Source | Message,
        *,
        bucket: str | ObjectStorage | None = None,
        keep: bool = False,
        on_unknown: OnUnknown = "raise",
        timeout: float | None = None,
        **options: Unpack[RecognitionOptions],
    ) -> Operation[Transcript]:
        """Return the operation that transcribes a recording of up to 4 hours, channels added up.

        Its ``result`` is the ``Transcript``, which the service keeps for 3 days. Further keywords are
        those of ``RecognitionOptions``: ``language``, ``model``, ``normalization``, ``classifiers`` and
        so on.

        Args:
            source: A path, the bytes themselves, or a binary file; at most 60 MB. Or the URI of an
                object in Object Storage, ``https://storage.yandexcloud.net/<bucket>/<key>``, of at most
                1 GB. Or a ready ``RecognizeFileRequest``, ours or of other stubs, without options.
            bucket: Upload the source to this bucket first, and submit its URI; up to 1 GB. Needs
                ``pip install 'ycgrpc[s3]'``, and access keys where boto3 looks for them.
            keep: Leave the object in the bucket, where the operation's ``recording`` says. By default it
                is removed when the operation is seen to have ended, well or not, and when submitting or
                waiting is interrupted.
            on_unknown: ``raise`` where the service may have accepted the work although the call
                failed; ``resubmit`` where paying twice is better than a loss.
            timeout: Seconds for submitting; by default the client's.
            **options: See ``RecognitionOptions``.

        Raises:
            InvalidRequest: The source cannot be read, breaks a documented limit, or options contradict
                each other.
            OutcomeUnknown: The call failed, and the work may have begun all the same.
            RpcError: The service refused; a subclass for each code.
        """
        settings = self._driver.settings
        seconds = settings.seconds(timeout)
        return submitted(
            self._driver,
            source,
            bucket,
            keep,
            lambda source, found: transcripts.request_of(
                stt.request_of, stt.checked, source, options, settings.validate, found
            ),
            lambda request: transcripts.begin(request, seconds, on_unknown),
        )

    def get_recognition(self, operation_id: str, *, timeout: float | None = None) -> Transcript:
        """Return the result of an operation that is done.

        Args:
            operation_id: The ``id`` of what ``submit`` returned.
            timeout: Seconds; by default the client's.

        Raises:
            NotFound: It is not ready yet, or no longer kept, or there is no such operation.
            RpcError: The service refused, or did not answer; a subclass for each code.
        """
        seconds = self._driver.settings.seconds(timeout)
        return self._driver.run(transcripts.transcript(operation_id, seconds))

    def delete_recognition(self, operation_id: str, *, timeout: float | None = None) -> None:
        """Have the service forget a result before its 3 days are over.

        Args:
            operation_id: The ``id`` of what ``submit`` returned.
            timeout: Seconds; by default the client's.

        Raises:
            RpcError: The service refused, or did not answer; a subclass for each code.
        """
        seconds = self._driver.settings.seconds(timeout)
        self._driver.run(transcripts.delete(operation_id, seconds))
