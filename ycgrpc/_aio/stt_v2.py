"""The older API of speech recognition, of the asyncio client: ``client.stt_v2``."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Unpack

from google.protobuf.message import Message

from ycgrpc._aio.driver import Driver
from ycgrpc._aio.operations import AsyncOperation
from ycgrpc._aio.recordings import submitted
from ycgrpc._aio.speech import heard
from ycgrpc._core import stt_v2, transcripts
from ycgrpc._core.calls import OnUnknown
from ycgrpc._core.conversation_v2 import (
    STREAM,
    ConversationV2,
    StreamOptionsV2,
    config_of,
)
from ycgrpc._core.sources import Source
from ycgrpc._core.stt_v2 import FileOptions
from ycgrpc._object_storage import ObjectStorage
from ycgrpc.audio import AudioSource, file
from ycgrpc.types import Transcript
from ycgrpc.types.speech import SpeechEvent


class AsyncSttV2:
    """Speech recognition, version 2 of the API: ``client.stt_v2``."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    async def stream(
        self,
        audio: AudioSource | str | os.PathLike[str],
        *,
        partial: bool = True,
        **options: Unpack[StreamOptionsV2],
    ) -> AsyncGenerator[SpeechEvent, None]:
        """Yield what the service says of speech while it is being sent: partials, finals, utterances.

        One session, of 5 minutes or 10 MB at most; this API tells no times of words in a stream. Further
        keywords are those of ``StreamOptionsV2``: ``language``, ``single_utterance`` and so on. Whoever
        stops early ends the stream.

        Args:
            audio: From ``ycgrpc.audio``; or the path of a recording.
            partial: Whether to ask for ``Partial`` events too.
            **options: See ``StreamOptionsV2``.

        Raises:
            InvalidRequest: The audio cannot be streamed, is empty, or an option breaks a rule.
            StreamInterrupted: The stream broke off.
            RpcError: The service refused; a subclass for each code.
        """
        source = audio if isinstance(audio, AudioSource) else await asyncio.to_thread(file, audio)
        settings = self._driver.settings
        options.setdefault("folder_id", settings.folder_id)
        config = config_of(source.format, settings.validate, partial=partial, **options)
        conversation = ConversationV2(config, source.format)
        async with aclosing(heard(self._driver, STREAM, conversation, source)) as events:
            async for event in events:
                yield event

    async def submit(
        self,
        source: Source | Message,
        *,
        bucket: str | ObjectStorage | None = None,
        keep: bool = False,
        on_unknown: OnUnknown = "raise",
        timeout: float | None = None,
        **options: Unpack[FileOptions],
    ) -> AsyncOperation[Transcript]:
        """Return the operation that transcribes a recording; only service accounts may submit.

        Its ``result`` is the ``Transcript``. Further keywords are those of ``FileOptions``:
        ``language``, ``model``, ``raw_results`` and so on.

        Args:
            source: The URI of an object in Object Storage,
                ``https://storage.yandexcloud.net/<bucket>/<key>``. Or a path, the bytes themselves, or a
                binary file. Or a ready ``LongRunningRecognitionRequest``, ours or of other stubs,
                without options.
            bucket: Upload the source to this bucket first, and submit its URI; up to 1 GB. Needs
                ``pip install 'ycgrpc[s3]'``, and access keys where boto3 looks for them.
            keep: Leave the object in the bucket, where the operation's ``recording`` says. By default it
                is removed when the operation is seen to have ended, well or not, and when submitting or
                waiting is interrupted.
            on_unknown: ``raise`` where the service may have accepted the work although the call
                failed; ``resubmit`` where paying twice is better than a loss.
            timeout: Seconds for submitting; by default the client's.
            **options: See ``FileOptions``.

        Raises:
            InvalidRequest: The source cannot be read, or breaks a documented limit.
            OutcomeUnknown: The call failed, and the work may have begun all the same.
            RpcError: The service refused; a subclass for each code.
        """
        settings = self._driver.settings
        seconds = settings.seconds(timeout)
        if not isinstance(source, Message):
            options.setdefault("folder_id", settings.folder_id)
        return await submitted(
            self._driver,
            source,
            bucket,
            keep,
            lambda source, found: transcripts.request_of(
                stt_v2.request_of, stt_v2.checked, source, options, settings.validate, found
            ),
            lambda request: transcripts.begin_v2(request, seconds, on_unknown),
        )
