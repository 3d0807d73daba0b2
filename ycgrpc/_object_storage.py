"""Uploads to Object Storage, through boto3. Blocks."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from importlib import import_module
from typing import Any, BinaryIO

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
    InvalidRequest,
    ObjectStorageError,
    Violation,
)

_HEAD = 64 * 1024


class ObjectStorage:
    """A bucket to put recordings into, for the service to fetch them from; safe to share.

    The keys are those that boto3 finds: ``AWS_ACCESS_KEY_ID`` and ``AWS_SECRET_ACCESS_KEY``, or its
    files. Needs the extra ``s3``.

    Args:
        bucket: The name of the bucket.
        endpoint: The URL to upload to; by default ``YC_STORAGE_ENDPOINT_URL`` of the environment, or
            ``https://storage.yandexcloud.net``.
        region: The region of the bucket.
        client: A boto3 client for S3 of your own, in place of all that.

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
        self._client = client or _client(self.endpoint, region)

    def upload(self, source: Source, key: str | None = None) -> str:
        """Return the key of an object with the content of a source, which is never held whole.

        Args:
            source: A path, the bytes themselves, or a binary file, which is left open.
            key: The key to store it under; by default a fresh one.

        Raises:
            InvalidRequest: The source cannot be read, or is empty.
            ConfigurationError: There is no such bucket.
            CredentialsError: There are no keys, or they may not write there.
            ObjectStorageError: Object Storage does not answer, or refuses for another reason.
        """
        file, own = _opened(source)
        try:
            key = key or key_of(source, _head(file))
            # Under a face of ours: boto3 closes the files that it is given.
            self._perform(lambda: self._client.upload_fileobj(_Reader(file), self.bucket, key))
        finally:
            if own:
                file.close()
        return key

    def uri(self, key: str) -> str:
        """Return the URI of an object, as the service takes it."""
        return uri_of(self.bucket, key)

    def remove(self, key: str) -> None:
        """Remove an object; that there is none is no error.

        Raises:
            ConfigurationError: There is no such bucket.
            CredentialsError: There are no keys, or they may not remove from it.
            ObjectStorageError: Object Storage does not answer, or refuses for another reason.
        """
        self._perform(lambda: self._client.delete_object(Bucket=self.bucket, Key=key))

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
        # Outside of the handler: boto3's own frames hold the keys, and a traceback that prints local
        # variables would show them.
        raise failed

    def __repr__(self) -> str:
        return f"ObjectStorage({self.bucket!r}, endpoint={self.endpoint!r})"


def _client(endpoint: str, region: str) -> Any:
    try:
        session, config = import_module("boto3.session"), import_module("botocore.config")
    except ImportError as error:
        raise ConfigurationError("Object Storage needs boto3: pip install 'ycgrpc[s3]'") from error
    options: dict[str, Any] = {
        "s3": {"addressing_style": "path"},  # the name of a bucket may have dots, certificates not
        "retries": {"mode": "standard", "max_attempts": 4},
    }
    # Newer boto3 sends checksums in a way of Amazon's own, unless it is told not to.
    for name in ("request_checksum_calculation", "response_checksum_validation"):
        if name in config.Config.OPTION_DEFAULTS:
            options[name] = "when_required"
    return session.Session().client(
        "s3", endpoint_url=endpoint, region_name=region, config=config.Config(**options)
    )


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

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._taken = 0

    def read(self, size: int = -1) -> bytes:
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
