"""Recordings on their way to the service, for the asyncio client."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from typing import TypeVar

from google.protobuf.message import Message

from ycgrpc._aio.driver import Driver
from ycgrpc._aio.operations import AsyncOperation
from ycgrpc._core import transcripts
from ycgrpc._core.effects import Flow
from ycgrpc._core.object_storage import key_of
from ycgrpc._core.sources import Source
from ycgrpc._core.transcripts import Begun
from ycgrpc._object_storage import ObjectStorage, head_of
from ycgrpc.errors import Error
from ycgrpc.types import Transcript

log = logging.getLogger("ycgrpc")

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
        upload = asyncio.ensure_future(asyncio.to_thread(self._storage.upload, source, self._key))
        try:
            await asyncio.shield(upload)
        except asyncio.CancelledError:
            await asyncio.wait([upload])  # a thread cannot be stopped
            self._kept = bool(upload.exception())
            raise
        except Error:
            self._kept = True  # there is nothing to remove
            raise

    async def remove(self) -> None:
        """Remove the object, unless it is to be kept; where that fails the log says so."""
        if self._kept:
            return
        self._kept = True
        try:
            await asyncio.shield(asyncio.to_thread(self._storage.remove, self._key))
        except Error as error:
            log.warning("%s stays in its bucket: %s", self.uri, error)


async def submitted(
    driver: Driver,
    source: Source | Message,
    bucket: str | ObjectStorage | None,
    keep: bool,
    encoding: str | None,
    make: Callable[[Source | Message], Flow[R]],
    begin: Callable[[R], Flow[Begun]],
) -> AsyncOperation[Transcript]:
    """Return the operation that transcribes a recording, which is uploaded first if there is a bucket.

    Args:
        driver: Runs it all.
        source: The recording, or a ready request.
        bucket: Where to put it.
        keep: Whether to leave it there.
        encoding: What the recording is told to be.
        make: Makes the request from the source, or from where it will be.
        begin: Submits it.
    """
    if bucket is None:
        message, kind = await driver.run(begin(await driver.run(make(source))))
        return AsyncOperation(message, kind, driver, time.monotonic())
    recording = transcripts.uploadable(source)
    storage = bucket
    if isinstance(storage, str):
        storage = await asyncio.to_thread(ObjectStorage, storage)  # boto3 takes its time to load
    head = await asyncio.to_thread(head_of, recording)
    upload = Upload(storage, key_of(recording, head), keep=keep)
    request = await driver.run(transcripts.request_for_upload(make, upload.uri, head, encoding))
    try:
        await upload.put(recording)
        message, kind = await driver.run(begin(request))
    except BaseException:
        await upload.remove()
        raise
    return AsyncOperation(message, kind, driver, time.monotonic(), upload.remove)
