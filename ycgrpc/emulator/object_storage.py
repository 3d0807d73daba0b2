"""Objects that recordings are read from, where the emulator was told to find the storage."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import http.client
import socket
import tempfile
from contextlib import suppress
from typing import IO
from urllib.parse import quote, unquote, urlsplit

import grpc

from ycgrpc.emulator.audio import BadAudio
from ycgrpc.emulator.limits import Limits
from ycgrpc.emulator.refusals import Refusal
from ycgrpc.errors import ConfigurationError

HOST = "storage.yandexcloud.net"
"""Of all links to objects, with the bucket before it or behind it."""

REGION = "ru-central1"
ALGORITHM = "AWS4-HMAC-SHA256"
NO_BODY = hashlib.sha256(b"").hexdigest()

UNCHECKED_KEYS = ("emulator", "emulator")
"""For storages that only look whether there is a signature, as those for tests do."""

PIECE = 1024 * 1024
"""Bytes that are copied at once."""


class Download:
    """A read that another thread can break off, however slowly its bytes come."""

    def __init__(self) -> None:
        self._socket: socket.socket | None = None
        self._is_broken_off = False

    def connected(self, connection: socket.socket) -> None:
        """Says what is read from.

        Raises:
            OSError: it was broken off before.
        """
        # Each side writes before it looks, so that one of them sees the other.
        self._socket = connection
        if self._is_broken_off:
            raise ConnectionAbortedError("the download was broken off")

    def break_off(self) -> None:
        """Makes the read end now; while it still connects, as soon as it has."""
        self._is_broken_off = True
        if self._socket:
            with suppress(OSError):  # it has ended already
                self._socket.shutdown(socket.SHUT_RDWR)


class ObjectStorage:
    """Reads objects over plain HTTP from one endpoint that speaks S3, and from nowhere else.

    Redirects are not followed, proxies are not asked.

    Args:
        endpoint: URL such as ``http://127.0.0.1:5000``, or ``http://KEY:SECRET@127.0.0.1:5000`` where
            signatures are checked; ``None`` for no storage.
        limits: largest object, and longest wait for it.

    Raises:
        ConfigurationError: the endpoint is not such a URL.
    """

    def __init__(self, endpoint: str | None, limits: Limits) -> None:
        self._limits = limits
        self._address: tuple[str, int] | None = None
        self._keys = UNCHECKED_KEYS
        if endpoint is not None:
            try:
                url = urlsplit(endpoint)
                port = url.port or 80
            except ValueError:
                url, port = urlsplit(""), 0
            if url.scheme != "http" or not url.hostname or url.path.strip("/") or url.query:
                # It is not repeated: there may be a secret in it.
                raise ConfigurationError("storage: expected a URL such as http://127.0.0.1:5000")
            self._address = url.hostname, port
            if url.username and url.password:
                self._keys = unquote(url.username), unquote(url.password)

    def path(self, uri: str) -> str:
        """The bucket and the key that a link names, as the path of a request.

        Raises:
            BadAudio: it is not a link to an object.
            Refusal: FAILED_PRECONDITION: there is no storage.
        """
        try:
            url = urlsplit(uri)
            host = (url.hostname or "").lower()
        except ValueError:
            raise BadAudio("expected a link to an object", field="uri") from None
        if url.scheme not in ("http", "https") or not (host == HOST or host.endswith(f".{HOST}")):
            raise BadAudio(f"expected a link to an object at https://{HOST}/", field="uri")
        path = unquote(url.path).lstrip("/")
        if host != HOST:
            path = f"{host.removesuffix(f'.{HOST}')}/{path}"
        bucket, _, key = path.partition("/")
        if not bucket or not key:
            raise BadAudio(f"expected https://{HOST}/<bucket>/<key>", field="uri")
        if self._address is None:
            raise Refusal(
                grpc.StatusCode.FAILED_PRECONDITION,
                "The emulator has no object storage to read links from; give it one that speaks S3: "
                "Emulator(storage='http://127.0.0.1:5000')",
            )
        return quote(f"/{path}")

    def read(self, path: str, download: Download) -> IO[bytes]:
        """The object, in a file that is gone when it is closed; blocks for as long as it takes.

        Args:
            path: as given by ``path``.
            download: breaks it off; what comes of it then is of no use.

        Raises:
            BadAudio: the object is too big.
            Refusal: NOT_FOUND, PERMISSION_DENIED or UNAVAILABLE.
        """
        assert self._address
        host, port = self._address
        connection = http.client.HTTPConnection(host, port, timeout=self._limits.storage_timeout)
        file = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
        try:
            name = f"{host}:{port}"
            connection.connect()
            download.connected(connection.sock)
            connection.request("GET", path, headers=signed(name, path, self._keys, _now()))
            with connection.getresponse() as response:
                _check(response.status)
                _copy(response, file, self._limits.stt_uri_bytes)
        except (OSError, http.client.HTTPException) as error:
            file.close()
            raise Refusal(
                grpc.StatusCode.UNAVAILABLE, f"The object storage cannot be read: {error}"
            ) from error
        except BaseException:
            file.close()
            raise
        finally:
            connection.close()
        file.seek(0)
        return file


def signed(host: str, path: str, keys: tuple[str, str], now: dt.datetime) -> dict[str, str]:
    """The headers of a request to GET an object: version 4 of the S3 signatures.

    Args:
        host: as in the header of that name.
        path: of the request, quoted.
        keys: the identifier and the secret.
        now: in UTC.
    """
    identifier, secret = keys
    time = now.strftime("%Y%m%dT%H%M%SZ")
    scope = f"{time[:8]}/{REGION}/s3/aws4_request"
    headers = {"host": host, "x-amz-content-sha256": NO_BODY, "x-amz-date": time}
    names = ";".join(headers)
    lines = "".join(f"{name}:{value}\n" for name, value in headers.items())
    request = f"GET\n{path}\n\n{lines}\n{names}\n{NO_BODY}"
    digest = hashlib.sha256(request.encode()).hexdigest()
    key = f"AWS4{secret}".encode()
    for part in scope.split("/"):
        key = hmac.digest(key, part.encode(), "sha256")
    signature = hmac.digest(key, f"{ALGORITHM}\n{time}\n{scope}\n{digest}".encode(), "sha256").hex()
    credential = f"Credential={identifier}/{scope}"
    authorization = f"{ALGORITHM} {credential}, SignedHeaders={names}, Signature={signature}"
    return {**headers, "authorization": authorization}


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)  # not the emulator's time: the storage lives in ours


def _copy(response: http.client.HTTPResponse, file: IO[bytes], most: int) -> None:
    copied = 0
    while piece := response.read(PIECE):
        copied += file.write(piece)
        if copied > most:
            raise BadAudio(
                f"the object has more than the {most} bytes that are allowed", field="uri"
            )
    if response.length:
        raise http.client.IncompleteRead(b"", response.length)


def _check(status: int) -> None:
    match status:
        case 200:
            return
        case 404:
            raise Refusal(grpc.StatusCode.NOT_FOUND, "There is no object at this uri")
        case 401 | 403:
            raise Refusal(
                grpc.StatusCode.PERMISSION_DENIED, "The object at this uri is not readable"
            )
        case _:
            raise Refusal(
                grpc.StatusCode.UNAVAILABLE, f"The object storage answered with status {status}"
            )
