"""Recordings on their way to the service, for the blocking client."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from google.protobuf.message import Message

from ycgrpc._core import transcripts
from ycgrpc._core.effects import Flow
from ycgrpc._core.object_storage import key_of
from ycgrpc._core.recordings import Encoding
from ycgrpc._core.sources import Source
from ycgrpc._core.transcripts import Begun
from ycgrpc._object_storage import ObjectStorage, discard, head_of, storage_of
from ycgrpc._sync.driver import Driver
from ycgrpc._sync.operations import Operation
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

    def put(self, source: Source) -> None:
        """Store the source.

        Raises:
            Error: It cannot be read, or not be stored.
        """
        try:
            self._storage.upload(source, self._key)
        except Error as error:
            if not isinstance(error, ObjectStorageError):  # which may come after it was stored
                self._kept = True  # there is nothing to remove
            raise

    def remove(self) -> None:
        """Remove the object, unless it is to be kept; where that fails the log says so."""
        if self._kept:
            return
        self._kept = True
        discard(self._storage, self._key)


def submitted(
    driver: Driver,
    source: Source | Message,
    bucket: str | ObjectStorage | None,
    keep: bool,
    make: Callable[[Source | Message, Encoding | None], Flow[R]],
    begin: Callable[[R], Flow[Begun]],
) -> Operation[Transcript]:
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
        message, kind = driver.run(begin(driver.run(make(source, None))))
        return Operation(message, kind, driver, time.monotonic())
    recording = transcripts.uploadable(source)
    storage = storage_of(driver, bucket) if isinstance(bucket, str) else bucket
    head = head_of(recording)
    upload = Upload(storage, key_of(recording, head), keep=keep)
    request = driver.run(transcripts.request_for_upload(make, upload.uri, head))
    try:
        upload.put(recording)
        message, kind = driver.run(begin(request))
    except BaseException:
        upload.remove()
        raise
    operation = Operation(message, kind, driver, time.monotonic(), upload.remove)
    operation.recording = upload.uri
    if message.done:
        upload.remove()
    return operation
