"""Uploads to Object Storage, through boto3. Blocks."""

from __future__ import annotations

import io
import logging
import os
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from importlib import import_module
from typing import Any, BinaryIO
from weakref import WeakKeyDictionary

from ycgrpc._core.object_storage import (
    BYTES_MAXIMUM,
    NO_KEYS,
    REGION,
    bucket_of,
    endpoint_of,
    failure,
    key_of,
    uri_of,
)
from ycgrpc._core.sources import Source
from ycgrpc.errors import (
    ConfigurationError,
    CredentialsError,
    Error,
    InvalidRequest,
    ObjectStorageError,
    Violation,
)

log = logging.getLogger("ycgrpc")

_HEAD = 64 * 1024
# Seconds to connect and to be answered, and tries, of a removal: somebody waits for a result meanwhile,
# and an object that stays is no failure.
_REMOVAL_TIMEOUT, _REMOVAL_TRIES = 2.0, 2


class ObjectStorage:
    """A bucket to put recordings into, for the service to fetch them from; safe to share.

    The keys are those that boto3 finds: ``AWS_ACCESS_KEY_ID`` and ``AWS_SECRET_ACCESS_KEY``, or its
    files. Needs the extra ``s3``.

    Args:
        bucket: The name of the bucket.
        endpoint: The URL to upload to; by default ``YC_STORAGE_ENDPOINT_URL`` of the environment, or
            ``https://storage.yandexcloud.net``.
        region: The region of the bucket.
        client: A boto3 client for S3 of your own, in place of the keys and the region; its endpoint is
            to be given all the same, unless it is the default.

    Raises:
        ConfigurationError: An argument makes no sense, or boto3 is not installed.
    """

    # The `repr` must stand where there is no more yet: tracebacks may print it.
    bucket = ""
    endpoint = ""

    def __init__(
        self,
        bucket: str,
        *,
        endpoint: str | None = None,
        region: str = REGION,
        client: Any = None,
    ) -> None:
        self.bucket = bucket_of(bucket)
        self.endpoint = endpoint_of(endpoint, os.environ)
        self._client, self._remover = (
            (client, client) if client else _clients(self.endpoint, region)
        )
        self._keys_refused = False

    def upload(
        self, source: Source, key: str | None = None, *, stop: threading.Event | None = None
    ) -> str:
        """Return the key of an object with the content of a source, which is never held whole.

        Args:
            source: A path, the bytes themselves, or a binary file, which is left open.
            key: The key to store it under; by default a fresh one.
            stop: Gives the upload up, soon after another thread has set it.

        Raises:
            InvalidRequest: The source cannot be read, or is empty.
            ConfigurationError: There is no such bucket.
            CredentialsError: There are no keys, or they may not write there.
            ObjectStorageError: Object Storage does not answer, or refuses for another reason, or the
                upload was stopped. The object may be there all the same.
        """
        file, own = _opened(source)
        reader = _Reader(file, stop)  # a face of ours: boto3 closes the files that it is given
        try:
            key = key or key_of(source, _head(file))
            self._perform(
                lambda: self._client.upload_fileobj(reader, self.bucket, key, Callback=reader.go_on)
            )
        except CredentialsError:
            self._keys_refused = True
            raise
        finally:
            if own:
                file.close()
        return key

    def uri(self, key: str) -> str:
        """Return the URI of an object, as the service takes it."""
        return uri_of(self.bucket, key, self.endpoint)

    def remove(self, key: str) -> None:
        """Remove an object; that there is none is no error.

        Raises:
            ConfigurationError: There is no such bucket.
            CredentialsError: There are no keys, or they may not remove from it.
            ObjectStorageError: Object Storage does not answer, or refuses for another reason.
        """
        self._perform(lambda: self._remover.delete_object(Bucket=self.bucket, Key=key))

    def _perform(self, action: Callable[[], object]) -> None:
        found = import_module("botocore.exceptions")
        try:
            action()
            return
        except found.ClientError as error:
            failed = failure(error.response["Error"]["Code"], self.bucket, self.endpoint)
        except (found.NoCredentialsError, found.PartialCredentialsError):
            failed = CredentialsError(NO_KEYS)
        except found.BotoCoreError as error:
            failed = ObjectStorageError(
                f"cannot reach Object Storage at {self.endpoint}: {type(error).__name__}"
            )
        except CancelledError:
            failed = ObjectStorageError("the upload was stopped")
        # Outside of the handler: boto3's own frames hold the keys, and a traceback that prints local
        # variables would show them.
        raise failed

    def __repr__(self) -> str:
        return f"ObjectStorage({self.bucket!r}, endpoint={self.endpoint!r})"


_storages: WeakKeyDictionary[object, dict[tuple[str, str, int], ObjectStorage]] = (
    WeakKeyDictionary()
)
_making = threading.Lock()
if hasattr(os, "register_at_fork"):  # else a child may be born with a lock that nobody releases
    # boto3 loads it, and a fork that waits for us must find its hooks before, not after.
    import_module("concurrent.futures.thread")
    os.register_at_fork(
        before=_making.acquire, after_in_parent=_making.release, after_in_child=_making.release
    )


def storage_of(owner: object, bucket: str) -> ObjectStorage:
    """Return the bucket of a name, which is made once for all submits of an owner.

    For boto3 takes 0.1 s of the processor and 10 MB each time. It is made anew in a forked process,
    whose connections are not the parent's, and after keys were refused: there may be others by now.

    Raises:
        ConfigurationError: There can be no such bucket, or boto3 is not installed.
    """
    place = (bucket, endpoint_of(None, os.environ), os.getpid())
    with _making:
        known = _storages.setdefault(owner, {})
        found = known.get(place)
        if not found or found._keys_refused:  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
            found = known[place] = ObjectStorage(bucket)
        return found


def discard(storage: ObjectStorage, key: str) -> None:
    """Remove an object that is no longer needed; where that fails the log says so."""
    try:
        storage.remove(key)
    except Error as error:
        log.warning("%s may have stayed in its bucket: %s", storage.uri(key), error)


def _clients(endpoint: str, region: str) -> tuple[Any, Any]:
    """Return a client that uploads, and one that removes."""
    try:
        session, config = import_module("boto3.session"), import_module("botocore.config")
    except ImportError as error:
        raise ConfigurationError("Object Storage needs boto3: pip install 'ycgrpc[s3]'") from error
    options: dict[str, Any] = {
        "s3": {"addressing_style": "path"},  # the name of a bucket may have dots, certificates not
        "max_pool_connections": 50,  # an upload takes up to ten, and many go through one client
    }
    # Newer boto3 sends checksums in a way of Amazon's own, unless it is told not to.
    for name in ("request_checksum_calculation", "response_checksum_validation"):
        if name in config.Config.OPTION_DEFAULTS:
            options[name] = "when_required"
    made = session.Session()

    def client(tries: int, **more: Any) -> Any:
        retries = {"mode": "standard", "total_max_attempts": tries}
        settings = config.Config(**options, **more, retries=retries)
        return made.client("s3", endpoint_url=endpoint, region_name=region, config=settings)

    timeouts = dict.fromkeys(("connect_timeout", "read_timeout"), _REMOVAL_TIMEOUT)
    return client(5), client(_REMOVAL_TRIES, **timeouts)


def _opened(source: Source) -> tuple[BinaryIO, bool]:
    """Return a source as a file, and whether it is ours to close."""
    if isinstance(source, bytes | bytearray | memoryview):
        return io.BytesIO(source), True
    if isinstance(source, str | os.PathLike):
        path = os.fspath(source)
        try:
            file = open(path, "rb")  # noqa: PTH123, SIM115 - as in sources.py; the caller closes it
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            raise _refused(f"cannot read {path!r}: {reason}") from error
        if (size := os.fstat(file.fileno()).st_size) > BYTES_MAXIMUM:
            file.close()
            raise _too_large(size)
        return file, True
    if not callable(getattr(source, "read", None)):
        raise _refused("must be a path, bytes or a binary file", f"a {type(source).__name__}")
    return source, False


def head_of(source: Source) -> bytes:
    """Return how the content of a source begins, as far as that can be told without taking it.

    Raises:
        InvalidRequest: The source cannot be read, or is empty.
    """
    file, own = _opened(source)
    try:
        head = _head(file)
    finally:
        if own:
            file.close()
    if own and not head:
        raise _refused("must not be empty")
    return head


def _head(file: BinaryIO) -> bytes:
    """Return how a file goes on, and leave it where it was; of a pipe what is there to be seen."""
    head: object = b""
    try:
        place = file.tell()
        head = file.read(_HEAD)
        file.seek(place)
    except (AttributeError, OSError, ValueError):
        try:
            head = file.peek(_HEAD)  # type: ignore[attr-defined]
        except (AttributeError, OSError, ValueError):
            return b""  # nothing that can be read: the upload will see
    return head if isinstance(head, bytes) else b""  # pyright: ignore[reportUnnecessaryIsInstance]


class _Reader:
    """A file to read from its place on, and nothing else: boto3 then takes it as it comes, in parts."""

    def __init__(self, file: BinaryIO, stop: threading.Event | None) -> None:
        self._file = file
        self._stop = stop
        self._taken = 0

    def go_on(self, _sent: int = 0) -> None:
        """Fail once the upload is to stop; boto3 calls this while it sends, too."""
        if self._stop and self._stop.is_set():
            raise CancelledError  # of all errors the one after which botocore does not try again

    def read(self, size: int = -1) -> bytes:
        self.go_on()
        try:
            part = self._file.read(size)
        except (OSError, ValueError) as error:
            raise _refused(f"cannot read the file: {error}") from error
        if not isinstance(part, bytes):  # pyright: ignore[reportUnnecessaryIsInstance]
            found = f"a file of {type(part).__name__}"
            raise _refused("must be a binary file: open it in mode 'rb'", found)
        self._taken += len(part)
        if size and not self._taken:
            raise _refused("must not be empty")
        if self._taken > BYTES_MAXIMUM:
            raise _too_large(self._taken)
        return part


def _too_large(size: int) -> InvalidRequest:
    return _refused(f"at most {BYTES_MAXIMUM:,} bytes; split it", f"{size:,}")


def _refused(rule: str, found: str = "") -> InvalidRequest:
    return InvalidRequest([Violation("source", rule, found)])
