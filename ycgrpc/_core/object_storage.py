"""Where recordings are put for the service to fetch: addresses, names, and what refusals mean."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

from ycgrpc._core import recordings
from ycgrpc._core.audio import encoding_of_name
from ycgrpc._core.sources import Source
from ycgrpc.errors import ConfigurationError, CredentialsError, Error, ObjectStorageError

# Source: "Getting started with the S3 API" and "Asynchronous recognition" in the documentation.
ENDPOINT = "https://storage.yandexcloud.net"
ENDPOINT_VARIABLE = "YC_STORAGE_ENDPOINT_URL"
REGION = "ru-central1"
# "Limits in SpeechKit" in the documentation.
BYTES_MAXIMUM = 1024 * 1024 * 1024

_BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
# Each installation of the cloud has its own, such as storage.yandexcloud.kz.
_INSTALLATION = re.compile(r"https?://(storage\.yandexcloud\.[a-z]+)(?::[0-9]+)?")


def endpoint_of(given: str | None, environment: Mapping[str, str]) -> str:
    """Return the URL to upload to: the argument, what the environment says, or the default.

    Raises:
        ConfigurationError: It is no URL of a web server.
    """
    name, value = "endpoint", given
    if value is None:
        name, value = ENDPOINT_VARIABLE, environment.get(ENDPOINT_VARIABLE, "").strip() or ENDPOINT
    if not re.fullmatch(r"https?://[^/?#@\s]+/?", value):
        raise ConfigurationError(f"{name}: give a URL such as {ENDPOINT}, without a path")
    return value.rstrip("/")


def bucket_of(name: str) -> str:
    """Return the name of a bucket that can be one.

    Raises:
        ConfigurationError: It cannot. Source: "Bucket naming rules" in the documentation.
    """
    if not _BUCKET.fullmatch(name):
        raise ConfigurationError(
            f"bucket: {name!r} is no name of a bucket, 3 to 63 lowercase letters, digits, dots and "
            "hyphens"
        )
    return name


_ENDINGS = {"wav": ".wav", "ogg_opus": ".ogg", "mp3": ".mp3"}


def key_of(source: Source, head: bytes = b"") -> str:
    """Return a key that no other object has: ``ycgrpc/<random>/<name of the file>``.

    The name is kept to letters that need no escapes in a URI, and ends as the content has it, for the
    format of an object is told by its name.

    Args:
        source: What is to be stored.
        head: How its content begins, where that is known.
    """
    from pathlib import PurePath  # both late, for a quick import of this package
    from uuid import uuid4

    # An open file has its path for a name, or the number of its descriptor.
    path = os.fspath(source) if isinstance(source, os.PathLike) else source
    path = path if isinstance(path, str) else getattr(path, "name", "")
    name = PurePath(path).name if isinstance(path, str) else ""
    safe = re.sub(r"[^A-Za-z0-9._-]+", "_", name)[-100:].lstrip(".")
    form = recordings.inspect(head).format
    ending = _ENDINGS[form] if form and form != encoding_of_name(safe) else ""
    return f"ycgrpc/{uuid4()}/{safe or 'recording'}{ending}"


def uri_of(bucket: str, key: str, endpoint: str = ENDPOINT) -> str:
    """Return the URI by which the service knows an object.

    Its host is that of the installation; of any other endpoint, a proxy or a server for tests, the
    service knows nothing.
    """
    from urllib.parse import quote

    found = _INSTALLATION.fullmatch(endpoint)
    return f"{f'https://{found[1]}' if found else ENDPOINT}/{bucket}/{quote(key)}"


_KEYS = "a static access key in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
NO_KEYS = f"no keys for Object Storage: put {_KEYS}"

_FOREIGN_KEYS = {
    "ExpiredToken",
    "InvalidAccessKeyId",
    "InvalidToken",
    "SignatureDoesNotMatch",
    "TokenRefreshRequired",
}


def failure(code: str, bucket: str, endpoint: str) -> Error:
    """Return the error for a code of S3, which says what to do; the server's text is left out.

    Source: "Error responses" of the S3 API reference.
    """
    if code == "NoSuchBucket":
        return ConfigurationError(f"there is no bucket {bucket!r} at {endpoint}: create it first")
    if code in {"AccessDenied", "403"}:
        return CredentialsError(
            f"the access key may not do this in the bucket {bucket!r}: give its service account the "
            "role storage.uploader, and storage.editor to remove what was uploaded"
        )
    if code in _FOREIGN_KEYS:
        return CredentialsError(
            f"Object Storage does not know the access key, or its secret is another: put {_KEYS}"
        )
    return ObjectStorageError(f"Object Storage at {endpoint} refused with {code}: try again")
