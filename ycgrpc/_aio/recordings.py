"""Recordings on their way to the service, for the asyncio client."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TypeVar

from google.protobuf.message import Message

from ycgrpc._aio.driver import Driver
from ycgrpc._aio.operations import AsyncOperation
from ycgrpc._core import transcripts
from ycgrpc._core.effects import Flow
from ycgrpc._core.object_storage import key_of
from ycgrpc._core.recordings import Encoding
from ycgrpc._core.sources import Source
from ycgrpc._core.transcripts import Begun
from ycgrpc._object_storage import ObjectStorage, discard, head_of, storage_of
from ycgrpc.errors import Error, ObjectStorageError
from ycgrpc.types import Transcript

R = TypeVar("R", bound=Message)


class Upload:
    """An object in Object Storage that is there for one recognition.

    Attributes:
        uri: Where the service finds it.
    """

    def __init__(self, storage: ObjectStorage, key: str, *, keep: bool) -> None:
        self._storage = storage
        self._key = key
        self._kept = keep
        self.uri = storage.uri(key)

    async def put(self, source: Source) -> None:
        """Store the source.

        Raises:
            Error: It cannot be read, or not be stored.
        """
        stop = threading.Event()
        # No task: all tasks are cancelled when their loop ends, and this one's thread would go on.
        upload = asyncio.get_running_loop().run_in_executor(
            None, partial(self._storage.upload, source, self._key, stop=stop)
        )
        try:
            await asyncio.wait([upload])
        except asyncio.CancelledError:
            stop.set()
            while not upload.done():  # until then it may yet be stored
                with suppress(asyncio.CancelledError):
                    await asyncio.wait([upload])
            raise
        finally:
            error = upload.exception()
            if isinstance(error, Error) and not isinstance(error, ObjectStorageError):
                self._kept = True  # there is nothing to remove
        if error:
            raise error

    async def remove(self) -> None:
        """Remove the object, unless it is to be kept; where that fails the log says so."""
        if self._kept:
            return
        self._kept = True
        loop = asyncio.get_running_loop()
        await asyncio.shield(loop.run_in_executor(None, discard, self._storage, self._key))


async def submitted(
    driver: Driver,
    source: Source | Message,
    bucket: str | ObjectStorage | None,
    keep: bool,
    make: Callable[[Source | Message, Encoding | None], Flow[R]],
    begin: Callable[[R], Flow[Begun]],
) -> AsyncOperation[Transcript]:
    """Return the operation that transcribes a recording, which is uploaded first if there is a bucket.

    Args:
        driver: Runs it all.
        source: The recording, or a ready request.
        bucket: Where to put it.
        keep: Whether to leave it there.
        make: Makes the request from the source, or from where it will be and what it was found to be.
        begin: Submits it.
    """
    if bucket is None:
        message, kind = await driver.run(begin(await driver.run(make(source, None))))
        return AsyncOperation(message, kind, driver, time.monotonic())
    recording = transcripts.uploadable(source)
    storage = bucket
    if isinstance(storage, str):
        storage = await asyncio.to_thread(storage_of, driver, storage)  # boto3 loads slowly
    head = await asyncio.to_thread(head_of, recording)
    upload = Upload(storage, key_of(recording, head), keep=keep)
    request = await driver.run(transcripts.request_for_upload(make, upload.uri, head))
    try:
        await upload.put(recording)
        message, kind = await driver.run(begin(request))
    except BaseException:
        await upload.remove()
        raise
    operation = AsyncOperation(message, kind, driver, time.monotonic(), upload.remove)
    operation.recording = upload.uri
    if message.done:
        await upload.remove()
    return operation
