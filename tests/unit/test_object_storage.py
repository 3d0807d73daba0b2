"""Uploads to a server that speaks S3 over real HTTP, and what its refusals come to."""

from __future__ import annotations

import gc
import io
import os
import socket
import subprocess
import sys
import threading
import traceback
import urllib.request
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from moto.server import ThreadedMotoServer

from tests.unit.test_recordings import pcm, wav
from ycgrpc._core import object_storage
from ycgrpc._core.object_storage import endpoint_of, failure, key_of, uri_of
from ycgrpc._object_storage import ObjectStorage, storage_of
from ycgrpc.errors import (
    ConfigurationError,
    CredentialsError,
    Error,
    InvalidRequest,
    ObjectStorageError,
)

SECRET = "YCsecretsecretsecret"
PATIENCE = 30.0


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """A server of S3 on this machine."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture(autouse=True)
def _keys(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "YCkeyid")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")


def s3(storage: ObjectStorage) -> Any:
    """The boto3 client of a storage."""
    return storage._client  # pyright: ignore[reportPrivateUsage]


@pytest.fixture
def storage(endpoint: str) -> ObjectStorage:
    """A bucket with a dot in its name, which certificates would not cover in a host's."""
    urllib.request.urlopen(f"{endpoint}/moto-api/reset", b"").close()
    found = ObjectStorage("calls.2024", endpoint=endpoint)
    where = {"LocationConstraint": "ru-central1"}
    s3(found).create_bucket(Bucket=found.bucket, CreateBucketConfiguration=where)
    return found


def stored(storage: ObjectStorage, key: str) -> bytes:
    """What is under a key."""
    content: bytes = s3(storage).get_object(Bucket=storage.bucket, Key=key)["Body"].read()
    return content


def test_each_kind_of_source_arrives(storage: ObjectStorage, tmp_path: Path) -> None:
    path = tmp_path / "call.wav"
    path.write_bytes(b"abc")
    with path.open("rb") as file:
        sources: list[Any] = [
            path,
            str(path),
            b"abc",
            bytearray(b"abc"),
            memoryview(b"xabc")[1:],
            io.BytesIO(b"abc"),
            file,
        ]
        for source in sources:
            assert stored(storage, storage.upload(source)) == b"abc"
        assert not file.closed


def test_a_file_is_taken_from_where_it_stands_and_left_open(storage: ObjectStorage) -> None:
    file = io.BytesIO(b"head" + b"abc")
    file.seek(4)
    assert stored(storage, storage.upload(file)) == b"abc"
    assert not file.closed


def test_a_large_file_goes_in_parts(storage: ObjectStorage, tmp_path: Path) -> None:
    path = tmp_path / "call.wav"
    with path.open("wb") as file:
        file.truncate(20 << 20)
    key = storage.upload(path)
    head = s3(storage).head_object(Bucket=storage.bucket, Key=key)
    assert head["ContentLength"] == 20 << 20
    assert head["ETag"].endswith('-3"'), "three parts of 8 MB at most"


def test_every_upload_has_a_key_of_its_own(storage: ObjectStorage) -> None:
    first, second = storage.upload(b"one"), storage.upload(b"two")
    assert first != second
    assert stored(storage, first) == b"one"
    assert storage.uri(first) == f"https://storage.yandexcloud.net/calls.2024/{first}"


def test_removal(storage: ObjectStorage) -> None:
    key = storage.upload(b"abc")
    storage.remove(key)
    assert not s3(storage).list_objects_v2(Bucket=storage.bucket).get("Contents")
    storage.remove(key)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (b"", "must not be empty"),
        (io.BytesIO(), "must not be empty"),
        (io.StringIO("text"), "open it in mode 'rb'"),
        ("/missing/call.wav", "cannot read '/missing/call.wav': No such file or directory"),
        ("/", "Is a directory"),
        (5, "must be a path, bytes or a binary file, found a int"),
    ],
)
def test_sources_that_are_refused(storage: ObjectStorage, source: Any, said: str) -> None:
    with pytest.raises(InvalidRequest, match=said):
        storage.upload(source)
    assert not s3(storage).list_objects_v2(Bucket=storage.bucket).get("Contents")


def test_a_file_that_the_service_would_not_fetch(storage: ObjectStorage, tmp_path: Path) -> None:
    path = tmp_path / "call.wav"
    with path.open("wb") as file:
        file.truncate((1 << 30) + 1)
    with pytest.raises(InvalidRequest, match="at most 1,073,741,824 bytes; split it, found 1,073"):
        storage.upload(path)


def test_a_stream_that_is_too_long(storage: ObjectStorage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ycgrpc._object_storage.BYTES_MAXIMUM", 100)
    with pytest.raises(InvalidRequest, match="at most 100 bytes"):
        storage.upload(io.BytesIO(bytes(101)))


def test_no_bucket(endpoint: str) -> None:
    storage = ObjectStorage("missing", endpoint=endpoint)
    for action in (lambda: storage.upload(b"abc"), lambda: storage.remove("key")):
        with pytest.raises(ConfigurationError, match="there is no bucket 'missing' at http"):
            action()


def test_no_keys(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    storage = ObjectStorage("missing", endpoint=endpoint)
    with pytest.raises(CredentialsError, match="put a static access key in AWS_ACCESS_KEY_ID"):
        storage.upload(b"abc")


def test_nobody_answers() -> None:
    storage = ObjectStorage("missing", endpoint="http://127.0.0.1:9")
    with pytest.raises(Error, match=r"cannot reach Object Storage at http://127\.0\.0\.1:9"):
        storage.upload(b"abc")


class Stopping(io.BytesIO):
    """A file that has its upload stopped, once as many reads are done."""

    def __init__(self, content: bytes, reads: int) -> None:
        super().__init__(content)
        self.stop = threading.Event()
        self._reads = reads

    def read(self, size: int | None = -1) -> bytes:
        self._reads -= 1
        if not self._reads:
            self.stop.set()
        return super().read(size)


@pytest.mark.parametrize(
    ("size", "reads", "most"),
    [(3, 1, 0), (1 << 20, 2, 1), (64 << 20, 2, 1), (24 << 20, 4, 5)],
    ids=["while it is read", "while it is sent", "early", "all read"],
)
def test_an_upload_that_is_stopped(
    size: int, reads: int, most: int, storage: ObjectStorage
) -> None:
    file = Stopping(bytes(size), reads)
    sent: list[str] = []

    def see(model: Any, **_: Any) -> None:
        sent.append(model.name)

    for name in ("PutObject", "UploadPart", "CompleteMultipartUpload"):
        s3(storage).meta.events.register(f"before-call.s3.{name}", see)
    with pytest.raises(ObjectStorageError, match="the upload was stopped"):
        storage.upload(file, "key", stop=file.stop)
    assert "CompleteMultipartUpload" not in sent
    assert len(sent) <= most
    assert not s3(storage).list_objects_v2(Bucket=storage.bucket).get("Contents")
    assert not s3(storage).list_multipart_uploads(Bucket=storage.bucket).get("Uploads")


def test_a_removal_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ycgrpc._object_storage._REMOVAL_TIMEOUT", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        storage = ObjectStorage("calls", endpoint=f"http://127.0.0.1:{silent.getsockname()[1]}")
        failed: list[Exception] = []

        def remove() -> None:
            try:
                storage.remove("key")
            except ObjectStorageError as error:
                failed.append(error)

        removing = threading.Thread(target=remove, daemon=True)
        removing.start()
        removing.join(PATIENCE)
        (error,) = failed
        assert "ReadTimeoutError" in str(error)
        silent.settimeout(0)
        for _ in range(2):
            silent.accept()[0].close()
        with pytest.raises(BlockingIOError):
            silent.accept()


class Owner:
    """Whoever submits to a bucket."""


def test_buckets_are_made_once_for_each_owner_and_process(
    storage: ObjectStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, storage.endpoint)
    owner = Owner()
    found = storage_of(owner, "calls")
    assert storage_of(owner, "calls") is found
    assert storage_of(Owner(), "calls") is not found
    assert storage_of(owner, "others") is not found
    monkeypatch.setattr(os, "getpid", lambda: 0)
    assert storage_of(owner, "calls") is not found


def test_buckets_go_with_their_owner() -> None:
    owner = Owner()
    found = weakref.ref(storage_of(owner, "calls"))
    del owner
    gc.collect()
    assert found() is None


def test_secrets_are_not_shown(endpoint: str) -> None:
    storage = ObjectStorage("missing", endpoint=endpoint)
    assert SECRET not in repr(storage)
    with pytest.raises(ConfigurationError) as raised:
        storage.upload(b"abc")
    shown = traceback.TracebackException.from_exception(raised.value, capture_locals=True)
    assert raised.value.__context__ is None
    assert SECRET not in "".join(shown.format())


@pytest.mark.parametrize(
    ("code", "kind", "said"),
    [
        ("NoSuchBucket", ConfigurationError, "create it first"),
        ("AccessDenied", CredentialsError, "the role storage.uploader"),
        ("403", CredentialsError, "the role storage.uploader"),
        ("InvalidAccessKeyId", CredentialsError, "AWS_SECRET_ACCESS_KEY"),
        ("SignatureDoesNotMatch", CredentialsError, "AWS_SECRET_ACCESS_KEY"),
        ("SlowDown", ObjectStorageError, "refused with SlowDown: try again"),
    ],
)
def test_refusals(code: str, kind: type[Error], said: str) -> None:
    error = failure(code, "bucket", object_storage.ENDPOINT)
    assert type(error) is kind
    assert said in str(error)


VARIABLE = "YC_STORAGE_ENDPOINT_URL"


def test_where_the_endpoint_comes_from() -> None:
    assert endpoint_of(None, {}) == "https://storage.yandexcloud.net"
    assert endpoint_of(None, {VARIABLE: " "}) == "https://storage.yandexcloud.net"
    assert endpoint_of(None, {VARIABLE: "http://s3:9000/"}) == "http://s3:9000"
    assert endpoint_of("https://storage.yandexcloud.kz", {VARIABLE: "http://s3"}).endswith(".kz")


@pytest.mark.parametrize(
    "url", ["storage.yandexcloud.net", "https://h/bucket", "ftp://h", "https://u:p@h"]
)
def test_endpoints_that_are_none(url: str) -> None:
    with pytest.raises(ConfigurationError, match="endpoint: give a URL"):
        endpoint_of(url, {})
    with pytest.raises(ConfigurationError, match=f"{VARIABLE}: give a URL"):
        endpoint_of(None, {VARIABLE: url})


@pytest.mark.parametrize("name", ["", "ab", "Calls", "a/b", "-calls", "x" * 64])
def test_buckets_that_cannot_be(name: str) -> None:
    with pytest.raises(ConfigurationError, match="bucket: "):
        ObjectStorage(name)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("a/call.wav", "call.wav"),
        (Path("a/call.wav"), "call.wav"),
        (b"abc", "recording"),
        ("звонок 1.ogg", "_1.ogg"),
        ("a/.hidden", "hidden"),
        ("x" * 300 + ".mp3", "x" * 96 + ".mp3"),
    ],
)
def test_keys(source: Any, name: str) -> None:
    folder, unique, found = key_of(source).split("/")
    assert (folder, found) == ("ycgrpc", name)
    assert len(unique) == 36


def test_the_format_is_told_by_the_key(storage: ObjectStorage, tmp_path: Path) -> None:
    content = wav(pcm(0.1))
    path = tmp_path / "call"
    path.write_bytes(content)
    right = tmp_path / "call.WAV"
    right.write_bytes(content)
    wrong = tmp_path / "call.mp3"
    wrong.write_bytes(content)
    names: dict[Any, str] = {
        content: "recording.wav",
        path: "call.wav",
        right: "call.WAV",
        wrong: "call.mp3.wav",
    }
    for source, name in names.items():
        key = storage.upload(source)
        assert key.rpartition("/")[2] == name
        assert stored(storage, key) == content
    assert storage.upload(io.BytesIO(b"xx" + content)).endswith("/recording")


def test_a_pipe_is_taken_as_it_comes(storage: ObjectStorage) -> None:
    reading, writing = os.pipe()
    os.write(writing, wav(b"xx"))
    os.close(writing)
    with open(reading, "rb") as file:  # noqa: PTH123
        key = storage.upload(file)
    assert stored(storage, key) == wav(b"xx")


def test_an_open_file_lends_its_name(tmp_path: Path) -> None:
    path = tmp_path / "call.wav"
    path.touch()
    with path.open("rb") as file:
        assert key_of(file).endswith("/call.wav")
    with open(os.open(path, os.O_RDONLY), "rb") as unnamed:  # noqa: PTH123
        assert key_of(unnamed).endswith("/recording")


@pytest.mark.parametrize(
    ("endpoint", "host"),
    [
        ("https://storage.yandexcloud.kz", "storage.yandexcloud.kz"),
        ("http://storage.yandexcloud.kz:443", "storage.yandexcloud.kz"),
        ("http://127.0.0.1:5000", "storage.yandexcloud.net"),
        ("https://storage.yandexcloud.kz.example.com", "storage.yandexcloud.net"),
    ],
)
def test_uris_are_of_the_installation(endpoint: str, host: str) -> None:
    assert ObjectStorage("calls", endpoint=endpoint).uri("a") == f"https://{host}/calls/a"


def test_uris_are_escaped() -> None:
    assert uri_of("calls", "a b/ё") == "https://storage.yandexcloud.net/calls/a%20b/%D1%91"


def test_boto3_loads_late_and_is_asked_for_by_name() -> None:
    program = (
        "import sys\n"
        "sys.modules['boto3'] = sys.modules['boto3.session'] = None\n"
        "from ycgrpc._object_storage import ObjectStorage\n"
        "from ycgrpc.errors import ConfigurationError\n"
        "try: ObjectStorage('calls')\n"
        "except ConfigurationError as error: print(error)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "Object Storage needs boto3: pip install 'ycgrpc[s3]'"
