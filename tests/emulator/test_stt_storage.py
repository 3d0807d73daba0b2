"""Recordings behind links to Object Storage."""

from __future__ import annotations

import datetime as dt
import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, cast

import boto3
import grpc
import pytest
from botocore.auth import S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from moto.server import ThreadedMotoServer
from ycgrpc_pb.yandex.cloud.ai.stt.v2 import stt_service_pb2 as v2
from ycgrpc_pb.yandex.cloud.operation import operation_pb2

from ycgrpc.emulator import Emulator, Immediately, Limits, ScriptedSpeech
from ycgrpc.emulator.engines.stt.sphinx import PocketSphinx
from ycgrpc.emulator.object_storage import Download, ObjectStorage, signed
from ycgrpc.emulator.refusals import Refusal
from ycgrpc.errors import ConfigurationError

from .background import DEADLINE, refused
from .speech import Speech, container, file_request, finals, speaking, tone

INVALID = grpc.StatusCode.INVALID_ARGUMENT
LINK = "https://storage.yandexcloud.net/bucket/key"


@pytest.fixture(scope="module")
def s3() -> Iterator[tuple[str, Any]]:
    """The address of a storage that speaks S3, and a client for it."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    address = f"http://{host}:{port}"
    client: Any = cast("Any", boto3).client(
        "s3",
        endpoint_url=address,
        aws_access_key_id="key",
        aws_secret_access_key="secret",
        region_name="us-east-1",
    )
    client.create_bucket(Bucket="bucket")
    yield address, client
    client.close()
    server.stop()


class Storage(ThreadingHTTPServer):
    """A storage that answers by the key, and remembers the paths."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), StorageAnswer)
        self.paths: list[str] = []
        self.signatures: list[str] = []
        self.ending = threading.Event()
        self.trickling = threading.Event()
        self.left = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class StorageAnswer(BaseHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - named by the base
        """Nothing: the paths are remembered."""

    def do_GET(self) -> None:
        storage = self.server
        assert isinstance(storage, Storage)
        storage.paths.append(self.path)
        storage.signatures.append(self.headers["Authorization"])
        key = self.path.rpartition("/")[2]
        if key.isdigit():
            self.send_response(int(key))
            self.send_header("Location", f"{storage.address}/bucket/redirected")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self.send_response(200)
        content = tone()
        if key == "trickle":
            self.trickle(storage)
            return
        promised = len(content) + (10 if key in ("short", "stuck") else 0)
        self.send_header("Content-Length", str(promised))
        self.end_headers()
        self.wfile.write(content)
        if key == "stuck":
            storage.ending.wait(30)

    def trickle(self, storage: Storage) -> None:
        """Sends a byte now and then, for longer than anybody waits who has left."""
        self.send_header("Content-Length", "100000")
        self.end_headers()
        try:
            for _ in range(3000):
                self.wfile.write(b"R")
                storage.trickling.set()
                storage.ending.wait(0.01)
        except OSError:
            storage.left.set()


@pytest.fixture
def storage() -> Iterator[Storage]:
    with Storage() as server:
        thread = threading.Thread(target=server.serve_forever, args=[0.01])
        thread.start()
        yield server
        server.ending.set()
        server.shutdown()
        thread.join()


def heard(address: str | None, link: str, **limits: Any) -> operation_pb2.Operation:
    """The operation that a link comes to."""
    with (
        Emulator(
            stt="scripted", storage=address, limits=Limits(**limits), progress=Immediately()
        ) as emulator,
        speaking(emulator) as speech,
    ):
        return speech.until_done(speech.recognize(file_request(link)).id)


def test_objects_are_really_heard(s3: tuple[str, Any], samples: Path) -> None:
    if not PocketSphinx.installed():
        pytest.skip("pocketsphinx is not installed: pip install 'ycgrpc[emulator]'")
    address, client = s3
    client.put_object(
        Bucket="bucket", Key="a folder/чайник.ogg", Body=(samples / "kettle.ogg").read_bytes()
    )
    links = (
        "https://storage.yandexcloud.net/bucket/a%20folder/%D1%87%D0%B0%D0%B9%D0%BD%D0%B8%D0%BA.ogg",
        "https://storage.yandexcloud.net/bucket/a folder/чайник.ogg?X-Amz-Expires=1&versionId=2",
        "https://bucket.storage.yandexcloud.net/a%20folder/чайник.ogg",
    )
    with (
        Emulator(storage=address, progress=Immediately()) as emulator,
        speaking(emulator) as speech,
    ):
        for link in links:
            responses = speech.transcribed(file_request(link, container("OGG_OPUS")))
            assert finals(responses) == [
                ("0", "the kettle is on the stove"),
                ("0", "please bring two cups and some sugar"),
            ]


def test_version_2_reads_objects_too(s3: tuple[str, Any], samples: Path) -> None:
    address, client = s3
    client.put_object(
        Bucket="bucket", Key="office.ogg", Body=(samples / "ticket-office.ogg").read_bytes()
    )
    engine = ScriptedSpeech([("hello", 0, 500)])
    with (
        Emulator(stt=engine, storage=address, progress=Immediately()) as emulator,
        speaking(emulator) as speech,
    ):
        link = "https://storage.yandexcloud.net/bucket/office.ogg"
        asked = v2.LongRunningRecognitionRequest(audio=v2.RecognitionAudio(uri=link))
        assert [one.channel_tag for one in speech.chunks(asked)] == [1, 2]


def test_a_missing_object_ends_the_operation_with_an_error(s3: tuple[str, Any]) -> None:
    address, _ = s3
    for link in (LINK, "https://storage.yandexcloud.net/no-bucket/key"):
        operation = heard(address, link)
        assert operation.done
        assert operation.error.code == grpc.StatusCode.NOT_FOUND.value[0]
        assert operation.error.message == "There is no object at this uri"


def test_an_object_of_another_format_ends_the_operation_with_an_error(
    s3: tuple[str, Any], samples: Path
) -> None:
    address, client = s3
    client.put_object(Bucket="bucket", Key="sign", Body=(samples / "sign.jpg").read_bytes())
    with (
        Emulator(stt="scripted", storage=address, progress=Immediately()) as emulator,
        speaking(emulator) as speech,
    ):
        request = file_request("https://storage.yandexcloud.net/bucket/sign", container("WAV"))
        operation = speech.until_done(speech.recognize(request).id)
    assert operation.error.code == INVALID.value[0]
    assert "uri: the recording is not WAV, OGG with Opus or MP3" in operation.error.message


@pytest.mark.parametrize(
    ("key", "limits", "code", "text"),
    [
        ("403", {}, "PERMISSION_DENIED", "not readable"),
        ("404", {}, "NOT_FOUND", "no object"),
        ("500", {}, "UNAVAILABLE", "answered with status 500"),
        ("302", {}, "UNAVAILABLE", "answered with status 302"),
        ("short", {}, "UNAVAILABLE", "cannot be read"),
        ("stuck", {"storage_timeout": 0.2}, "UNAVAILABLE", "cannot be read"),
        ("big", {"stt_uri_bytes": 30_000}, "INVALID_ARGUMENT", "uri: the object has more than"),
    ],
)
def test_what_the_storage_does_is_told(
    storage: Storage, key: str, limits: dict[str, Any], code: str, text: str
) -> None:
    operation = heard(storage.address, f"https://storage.yandexcloud.net/bucket/{key}", **limits)
    assert operation.error.code == grpc.StatusCode[code].value[0]
    assert text in operation.error.message
    assert storage.paths == [f"/bucket/{key}"]  # once, and no redirect was followed


@pytest.mark.parametrize("how", ["cancelled", "stopped"])
def test_a_download_is_broken_off(storage: Storage, how: str) -> None:
    """Else it would keep the turn of others, and the emulator from stopping."""
    link = "https://storage.yandexcloud.net/bucket/trickle"
    with (
        Emulator(stt="scripted", storage=storage.address, limits=Limits(readers=1)) as emulator,
        speaking(emulator) as speech,
    ):
        operation = speech.recognize(file_request(link))
        assert storage.trickling.wait(DEADLINE)
        if how == "cancelled":
            speech.cancel(operation.id)
            speech.transcribed(file_request(tone()))
    assert storage.left.wait(DEADLINE)


def test_a_download_may_be_broken_off_before_it_connects(storage: Storage) -> None:
    download = Download()
    download.break_off()
    with pytest.raises(Refusal, match="broken off"):
        ObjectStorage(storage.address, Limits()).read("/bucket/key", download)
    assert storage.paths == []


def test_a_storage_that_is_not_there(storage: Storage) -> None:
    storage.server_close()
    operation = heard(storage.address, LINK)
    assert operation.error.code == grpc.StatusCode.UNAVAILABLE.value[0]


@pytest.mark.parametrize(
    ("link", "path"),
    [
        (LINK, "/bucket/key"),
        ("http://storage.yandexcloud.net/bucket/key", "/bucket/key"),
        ("https://STORAGE.yandexcloud.net/bucket/a/b?signature=1", "/bucket/a/b"),
        ("https://bucket.storage.yandexcloud.net/a/b", "/bucket/a/b"),
        ("https://storage.yandexcloud.net/bucket/a%3Fb%23c", "/bucket/a%3Fb%23c"),
        ("https://storage.yandexcloud.net/bucket/a\r\nb", "/bucket/ab"),
    ],
)
def test_links_name_a_bucket_and_a_key(storage: Storage, link: str, path: str) -> None:
    assert not heard(storage.address, link).HasField("error")
    assert storage.paths == [path]


@pytest.mark.parametrize(
    "link",
    [
        "",
        "key",
        "s3://bucket/key",
        "https://example.com/bucket/key",
        "https://storage.yandexcloud.net.example.com/bucket/key",
        "https://examplestorage.yandexcloud.net/bucket/key",
        "https://storage.yandexcloud.net@example.com/bucket/key",
        "https://storage.yandexcloud.net/",
        "https://storage.yandexcloud.net/bucket",
        "https://storage.yandexcloud.net/bucket/",
        "https://[storage.yandexcloud.net/bucket/key",
    ],
)
def test_other_links_are_refused_at_once(storage: Storage, link: str) -> None:
    with refused() as refusal:
        heard(storage.address, link)
    assert refusal.code == INVALID
    assert "uri: expected" in refusal.text
    assert storage.paths == []


def test_without_a_storage_links_are_refused() -> None:
    with refused() as refusal:
        heard(None, LINK)
    assert refusal.code == grpc.StatusCode.FAILED_PRECONDITION
    assert "Emulator(storage='http://127.0.0.1:5000')" in refusal.text


def test_proxies_are_not_asked(storage: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "http_proxy", "http://127.0.0.1:1")
    monkeypatch.setitem(os.environ, "no_grpc_proxy", "127.0.0.1")  # for the test's own calls
    assert not heard(storage.address, LINK).HasField("error")


def test_requests_are_signed_as_boto_does(monkeypatch: pytest.MonkeyPatch) -> None:
    now = dt.datetime(2025, 6, 1, 12, 30, tzinfo=dt.UTC)
    path = "/bucket/a%20b/%D1%87~"
    theirs: Any = AWSRequest("GET", f"http://127.0.0.1:5000{path}")
    monkeypatch.setattr("botocore.auth.get_current_datetime", lambda: now.replace(tzinfo=None))
    boto: Any = S3SigV4Auth(Credentials("key", "secret"), "s3", "ru-central1")
    boto.add_auth(theirs)
    ours = signed("127.0.0.1:5000", path, ("key", "secret"), now)
    assert ours["authorization"] == theirs.headers["Authorization"]


def test_keys_may_be_given_with_the_address(storage: Storage) -> None:
    with_keys = storage.address.replace("//", "//YCkey:s%2Fecret@")
    assert not heard(with_keys, LINK).HasField("error")
    assert not heard(storage.address, LINK).HasField("error")
    given, other = storage.signatures
    assert "Credential=YCkey/" in given
    assert "Credential=emulator/" in other


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1:5000",
        "https://key:secret@127.0.0.1",
        "http://",
        "http://a/path",
        "http://a:port",
        "http://[key:secret@a",
    ],
)
def test_the_address_of_a_storage_is_checked(address: str) -> None:
    with pytest.raises(ConfigurationError, match="storage: expected a URL such as") as wrong:
        Emulator(stt="scripted", storage=address)
    assert "secret" not in str(wrong.value)


def test_a_link_is_checked_when_it_comes(storage: Storage) -> None:
    """What was accepted is fetched later, with the speech of others heard in between."""
    with (
        Emulator(stt="scripted", storage=storage.address) as emulator,
        speaking(emulator) as speech,
    ):
        first, second = (speech.recognize(file_request(LINK)) for _ in range(2))
        found = [finals(wait(speech, one.id)) for one in (first, second)]
    assert found == [[("0", "word-0 word-1 word-2")]] * 2


def wait(speech: Speech, operation_id: str) -> list[Any]:
    speech.until_done(operation_id)
    return speech.transcript(operation_id)
