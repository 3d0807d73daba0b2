"""Recordings that are uploaded for one recognition: they get there, and do not stay.

The bucket is that of a server that speaks S3, and the emulator fetches from it what it is told to hear.
"""

from __future__ import annotations

import asyncio
import importlib
import io
import logging
import os
import signal
import sys
import threading
import urllib.request
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import grpc
import pytest
from moto.server import ThreadedMotoServer
from ycgrpc_pb.yandex.cloud.ai.stt.v2 import stt_service_pb2 as v2
from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_pb2 as v3
from ycgrpc_pb.yandex.cloud.operation.operation_pb2 import Operation

from tests.unit.test_recordings import pcm, wav
from tests.wire.colours import CREDENTIALS, Aio, Colour, Sync
from tests.wire.server import PATIENCE, Server, answer
from tests.wire.test_secrets import told
from tests.wire.test_speech import (
    READY,
    RECORDING,
    SAMPLES,
    TEXT,
    URI,
    connected,
    emulated,
    received,
    submitted,
)
from ycgrpc import AsyncClient, ObjectStorage, errors
from ycgrpc.emulator import AfterLooks, Emulator, Ending, Fault

SECRET = "YCsecretsecretsecret"
BUCKET = "calls.2024"
OGG = SAMPLES / "kettle.ogg"


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """A server of S3 on this machine."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture(autouse=True)
def _keys(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, endpoint: str) -> None:
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "YCkeyid")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("YC_STORAGE_ENDPOINT_URL", endpoint)


class Bucket:
    """The bucket, as its owner sees it."""

    def __init__(self, s3: Any) -> None:
        self._s3 = s3
        where = {"LocationConstraint": "ru-central1"}
        self._s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration=where)

    @property
    def keys(self) -> list[str]:
        """What is in it."""
        found = self._s3.list_objects_v2(Bucket=BUCKET)
        return [one["Key"] for one in found.get("Contents", ())]

    def content(self, key: str) -> bytes:
        """What is under a key."""
        content: bytes = self._s3.get_object(Bucket=BUCKET, Key=key)["Body"].read()
        return content

    def vanish(self) -> None:
        """Have the bucket removed, with all that is in it."""
        for key in self.keys:
            self._s3.delete_object(Bucket=BUCKET, Key=key)
        self._s3.delete_bucket(Bucket=BUCKET)


@pytest.fixture(scope="module")
def s3(endpoint: str) -> Any:
    """A client of the owner's."""
    keys = {"aws_access_key_id": "YCowner", "aws_secret_access_key": "of-the-owner"}
    session: Any = importlib.import_module("boto3.session")
    return session.Session(**keys).client("s3", "ru-central1", endpoint_url=endpoint)


@pytest.fixture
def bucket(endpoint: str, s3: Any) -> Bucket:
    urllib.request.urlopen(f"{endpoint}/moto-api/reset", b"").close()
    return Bucket(s3)


@pytest.fixture(scope="module")
def emulator(endpoint: str) -> Iterator[Emulator]:
    """An emulator that knows where links to Object Storage lead."""
    with emulated(storage=endpoint) as running:
        yield running


@pytest.fixture
def endless(endpoint: str) -> Iterator[Emulator]:
    """An emulator whose operations never end."""
    with emulated(storage=endpoint, progress=AfterLooks(10**9)) as running:
        yield running


# --- There and away again.


def test_the_recording_is_there_as_long_as_it_is_needed(
    colour: Colour, client: Any, server: Server, bucket: Bucket, tmp_path: Path
) -> None:
    path = tmp_path / "звонок 1.wav"
    path.write_bytes(RECORDING)
    goes_on, done = Operation(id="f8d1"), Operation(id="f8d1", done=True)
    server.script(answer(goes_on), answer(goes_on), answer(done))
    operation = colour.call(lambda: client.stt.submit(path, bucket=BUCKET))
    (key,) = bucket.keys
    assert bucket.content(key) == RECORDING
    request = received(server)
    assert operation.recording == request.uri
    assert not request.content
    assert unquote(request.uri) == f"https://storage.yandexcloud.net/{BUCKET}/{key}"
    form = request.recognition_model.audio_format.container_audio.container_audio_type
    assert form == v3.ContainerAudio.WAV
    colour.call(operation.refresh)
    assert bucket.keys == [key], "it has not been heard yet"
    colour.call(operation.refresh)
    assert not bucket.keys


def test_where_a_recording_is_that_was_not_uploaded(
    colour: Colour, client: Any, server: Server
) -> None:
    server.script(answer(Operation(id="f8d1")))
    assert colour.call(lambda: client.stt.submit(URI)).recording is None


def test_it_goes_when_the_operation_has_ended_by_the_time_it_is_known(
    colour: Colour, client: Any, server: Server, bucket: Bucket
) -> None:
    server.script(answer(Operation(id="f8d1", done=True)))
    assert colour.call(lambda: client.stt.submit(OGG, bucket=BUCKET)).done
    assert not bucket.keys


@pytest.mark.parametrize("api", ["stt", "stt_v2"])
def test_what_the_service_fetches_is_heard(
    api: str, colour: Colour, emulator: Emulator, bucket: Bucket
) -> None:
    client = connected(colour, emulator.target)
    operation = submitted(colour, getattr(client, api), OGG, bucket=BUCKET)
    assert colour.call(operation.result).text == TEXT
    assert not bucket.keys


def test_a_uri_of_the_callers_own(colour: Colour, emulator: Emulator, bucket: Bucket) -> None:
    storage = ObjectStorage(BUCKET)
    uri = storage.uri(storage.upload(OGG))
    client = connected(colour, emulator.target)
    assert colour.call(submitted(colour, client.stt, uri).result).text == TEXT
    assert len(bucket.keys) == 1, "it is not ours to remove"


def opened(content: bytes) -> Any:
    """The content as it comes out of a pipe, from where nobody can go back."""
    reading, writing = os.pipe()
    os.write(writing, content)
    os.close(writing)
    return os.fdopen(reading, "rb")


SOURCES: dict[str, Callable[[], Any]] = {
    "text path": lambda: str(OGG),
    "bytes": lambda: OGG.read_bytes(),
    "file": lambda: io.BytesIO(OGG.read_bytes()),
    "pipe": lambda: opened(OGG.read_bytes()),
}


@pytest.mark.parametrize("kind", SOURCES)
def test_each_kind_of_source(kind: str, colour: Colour, emulator: Emulator, bucket: Bucket) -> None:
    client = connected(colour, emulator.target)
    source = SOURCES[kind]()
    storage = ObjectStorage(BUCKET)
    operation = submitted(colour, client.stt, source, bucket=storage, keep=True)
    assert colour.call(operation.result).text == TEXT
    (key,) = bucket.keys
    assert bucket.content(key) == OGG.read_bytes()
    if hasattr(source, "close"):
        assert not source.closed
        source.close()


def test_bare_samples(colour: Colour, emulator: Emulator, bucket: Bucket) -> None:
    client = connected(colour, emulator.target)
    pcm: dict[str, Any] = {"encoding": "pcm", "sample_rate": 8_000}
    samples = b"\xff\xf1" + bytes(2 * 8_000 * 3)  # which AAC may begin with as well
    operation = submitted(colour, client.stt, samples, bucket=BUCKET, **pcm)
    assert colour.call(operation.result).text == TEXT
    assert not bucket.keys


@pytest.mark.parametrize("api", ["stt", "stt_v2"])
@pytest.mark.parametrize("name", ["call.raw", "call.mp3"])
def test_samples_are_told_by_their_rate_alone(
    name: str,
    api: str,
    colour: Colour,
    client: Any,
    server: Server,
    bucket: Bucket,
    tmp_path: Path,
) -> None:
    path = tmp_path / name
    path.write_bytes(pcm(1.0))
    server.script(*[answer(Operation(id="f8d1", done=True)) for _ in range(2)])
    submit = partial(getattr(client, api).submit, path, sample_rate=8_000, channels=2)
    for start in (submit, partial(submit, bucket=BUCKET)):
        colour.call(start)
    here, there = (call.requests[0] for call in server.calls)
    if api == "stt":
        found = [v3.RecognizeFileRequest.FromString(request) for request in (here, there)]
        assert found[0].recognition_model == found[1].recognition_model
        assert found[1].uri
    else:
        older = [v2.LongRunningRecognitionRequest.FromString(request) for request in (here, there)]
        assert older[0].config == older[1].config
        assert older[1].audio.uri
    assert not bucket.keys


def test_it_goes_when_recognition_fails(colour: Colour, emulator: Emulator, bucket: Bucket) -> None:
    client = connected(colour, emulator.target)
    emulator.script_operations(Ending(error=grpc.StatusCode.INTERNAL))
    operation = submitted(colour, client.stt, OGG, bucket=BUCKET)
    with pytest.raises(errors.OperationFailed):
        colour.call(operation.result)
    assert not bucket.keys


def test_it_goes_when_the_submit_is_refused(
    colour: Colour, emulator: Emulator, bucket: Bucket
) -> None:
    client = connected(colour, emulator.target)
    emulator.script("RecognizeFile", Fault(code=grpc.StatusCode.PERMISSION_DENIED))
    with pytest.raises(errors.PermissionDenied):
        colour.call(lambda: client.stt.submit(OGG, bucket=BUCKET))
    assert not bucket.keys


def test_it_goes_when_the_operation_is_cancelled(
    colour: Colour, client: Any, server: Server, bucket: Bucket
) -> None:
    server.script(answer(Operation(id="f8d1")), answer(Operation(id="f8d1", done=True)))
    operation = colour.call(lambda: client.stt.submit(OGG, bucket=BUCKET))
    assert bucket.keys
    colour.call(operation.cancel)
    assert not bucket.keys


@contextmanager
def interruptible() -> Generator[None]:
    """Whoever runs the tests in the background of a shell has its interrupts ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def interrupt(_: object) -> None:
    """Press Ctrl-C."""
    signal.raise_signal(signal.SIGINT)


def test_they_go_when_the_wait_is_interrupted(endless: Emulator, bucket: Bucket) -> None:
    colour = Sync()
    client = connected(colour, endless.target)
    operations = [client.stt.submit(OGG, bucket=BUCKET) for _ in range(2)]
    assert len(bucket.keys) == 2
    with interruptible(), pytest.raises(KeyboardInterrupt) as interrupted:
        client.operations.wait_all(operations, progress=interrupt)
    assert any(operations[0].id in note for note in interrupted.value.__notes__)
    assert not bucket.keys
    colour.close()


def test_it_goes_when_the_waiting_task_is_cancelled(endless: Emulator, bucket: Bucket) -> None:
    colour = Aio()
    client = connected(colour, endless.target)

    async def main() -> None:
        operation = await client.stt.submit(OGG, bucket=BUCKET)
        looked = asyncio.Event()

        def see(_: object) -> None:
            looked.set()

        waiting = asyncio.create_task(operation.wait(progress=see))
        await asyncio.wait_for(looked.wait(), PATIENCE)
        assert bucket.keys
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting

    colour.runner.run(main())
    assert not bucket.keys
    colour.close()


class Held(io.BytesIO):
    """A file that is read when a test says so."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self.asked, self.released = threading.Event(), threading.Event()

    def read(self, size: int | None = -1) -> bytes:
        if threading.current_thread().name.startswith("ThreadPoolExecutor"):  # boto3's own
            self.asked.set()
            assert self.released.wait(PATIENCE)
        return super().read(size)


def test_nothing_stays_when_an_uploading_task_is_cancelled(
    endless: Emulator, bucket: Bucket
) -> None:
    colour = Aio()
    client = connected(colour, endless.target)
    file = Held(OGG.read_bytes())

    async def main() -> None:
        submitting = asyncio.create_task(client.stt.submit(file, bucket=BUCKET))
        assert await asyncio.to_thread(file.asked.wait, PATIENCE)
        submitting.cancel()
        await asyncio.sleep(0)
        file.released.set()
        with pytest.raises(asyncio.CancelledError):
            await submitting

    colour.runner.run(main())
    assert not bucket.keys
    assert not endless.report()
    colour.close()


class Stubborn(ObjectStorage):
    """A bucket whose uploads are not stopped, and that waits for a test before it stores."""

    def __init__(self) -> None:
        super().__init__(BUCKET)
        self.begun, self.released = threading.Event(), threading.Event()
        self.happened: list[str] = []

    def upload(
        self, source: Any, key: str | None = None, *, stop: threading.Event | None = None
    ) -> str:
        assert stop
        self.begun.set()
        assert stop.wait(PATIENCE)
        assert self.released.wait(PATIENCE)
        key = super().upload(source, key)
        self.happened.append("stored")
        return key

    def remove(self, key: str) -> None:
        self.happened.append("removed")
        super().remove(key)


@pytest.mark.parametrize("keep", [False, True])
def test_a_task_that_is_cancelled_again_still_waits_for_its_upload(
    keep: bool, endless: Emulator, bucket: Bucket
) -> None:
    colour = Aio()
    client = connected(colour, endless.target)
    storage = Stubborn()

    async def main() -> None:
        submitting = asyncio.create_task(client.stt.submit(OGG, bucket=storage, keep=keep))
        assert await asyncio.to_thread(storage.begun.wait, PATIENCE)
        for _ in range(3):
            submitting.cancel()
            done, _ = await asyncio.wait([submitting], timeout=0)
            assert not done
        assert not storage.happened
        storage.released.set()
        with pytest.raises(asyncio.CancelledError):
            await submitting

    colour.runner.run(main())
    assert storage.happened == (["stored"] if keep else ["stored", "removed"])
    assert len(bucket.keys) == keep
    assert not endless.report()
    colour.close()


def test_nothing_stays_when_the_loop_ends_during_an_upload(
    endless: Emulator, bucket: Bucket
) -> None:
    storage = Stubborn()
    storage.released.set()

    async def main() -> Any:
        async with AsyncClient(CREDENTIALS, endpoint=endless.target, plaintext=True) as client:
            submitting = asyncio.create_task(client.stt.submit(OGG, bucket=storage))
            assert await asyncio.to_thread(storage.begun.wait, PATIENCE)
        return submitting

    assert asyncio.run(main()).cancelled()
    assert storage.happened == ["stored", "removed"]
    assert not bucket.keys


def test_an_upload_that_failed_although_it_was_stored(
    colour: Colour, client: Any, server: Server, bucket: Bucket, caplog: pytest.LogCaptureFixture
) -> None:
    class Silent(ObjectStorage):
        """A bucket that does not say that it has stored."""

        def upload(self, *args: Any, **options: Any) -> str:
            super().upload(*args, **options)
            self.stored()
            raise errors.ObjectStorageError("nobody answered")

        def stored(self) -> None:
            assert len(bucket.keys) == 1

    class Gone(Silent):
        """One that does not remove either."""

        def stored(self) -> None:
            bucket.vanish()

    for storage in (Silent(BUCKET), Gone(BUCKET)):
        assert refusal(colour, client, errors.ObjectStorageError, storage) == "nobody answered"
        if type(storage) is Silent:
            assert not bucket.keys
            assert not [record for record in caplog.records if record.name == "ycgrpc"]
    (record,) = [record for record in caplog.records if record.name == "ycgrpc"]
    assert "may have stayed in its bucket: there is no bucket" in record.getMessage()
    assert not server.calls


# --- One connection to a bucket.


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The buckets to which a connection was made, from now on."""
    found: list[str] = []
    make = ObjectStorage.__init__

    def see(storage: ObjectStorage, bucket: str, **options: Any) -> None:
        found.append(bucket)
        make(storage, bucket, **options)

    monkeypatch.setattr(ObjectStorage, "__init__", see)
    return found


def test_submits_of_a_client_share_what_talks_to_their_bucket(
    colour: Colour, endless: Emulator, bucket: Bucket, made: list[str]
) -> None:
    client = connected(colour, endless.target)
    apis = [client.stt, client.stt_v2, client.stt, client.stt_v2]
    colour.together([partial(api.submit, OGG, bucket=BUCKET) for api in apis])
    assert len(bucket.keys) == 4
    assert made == [BUCKET]
    other = connected(colour, endless.target)
    colour.call(lambda: other.stt.submit(OGG, bucket=BUCKET))
    assert made == [BUCKET] * 2, "who else has a client may have other keys"


def test_another_endpoint_is_another_bucket(
    colour: Colour,
    endless: Emulator,
    bucket: Bucket,
    made: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client = connected(colour, endless.target)
    colour.call(lambda: client.stt.submit(OGG, bucket=BUCKET))
    monkeypatch.setenv("YC_STORAGE_ENDPOINT_URL", "http://127.0.0.1:9")
    said = refusal(colour, client, errors.ObjectStorageError)
    assert "http://127.0.0.1:9" in said
    assert made == [BUCKET] * 2
    assert len(bucket.keys) == 1


def test_keys_that_come_later_are_taken(
    colour: Colour, endless: Emulator, bucket: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = connected(colour, endless.target)
    with monkeypatch.context() as without:
        without.delenv("AWS_ACCESS_KEY_ID")
        without.delenv("AWS_SECRET_ACCESS_KEY")
        refusal(colour, client, errors.CredentialsError)
    colour.call(lambda: client.stt.submit(OGG, bucket=BUCKET))
    assert len(bucket.keys) == 1


# --- What stays.


def test_it_stays_where_it_is_to_be_kept(
    colour: Colour, emulator: Emulator, bucket: Bucket
) -> None:
    client = connected(colour, emulator.target)
    operation = submitted(colour, client.stt, OGG, bucket=BUCKET, keep=True)
    assert colour.call(operation.result).text == TEXT
    (key,) = bucket.keys
    assert key.endswith("/kettle.ogg")
    again = submitted(colour, client.stt, operation.recording)
    assert colour.call(again.result).text == TEXT


def test_it_stays_when_the_wait_is_over_before_the_operation(
    colour: Colour, endpoint: str, bucket: Bucket
) -> None:
    with emulated(storage=endpoint, progress=AfterLooks(2)) as emulator:
        client = connected(colour, emulator.target)
        operation = submitted(colour, client.stt, OGG, bucket=BUCKET)
        with pytest.raises(errors.OperationTimeout):
            colour.call(lambda: operation.wait(0))
        assert len(bucket.keys) == 1
        assert colour.call(operation.result).text == TEXT
        assert not bucket.keys


def test_a_removal_that_fails_is_no_failure(
    colour: Colour, emulator: Emulator, bucket: Bucket, caplog: pytest.LogCaptureFixture
) -> None:
    client = connected(colour, emulator.target)
    operation = colour.call(lambda: client.stt.submit(OGG, bucket=BUCKET))
    colour.call(lambda: client.stt.get_recognition(operation.id))  # so it has been fetched
    (key,) = bucket.keys
    bucket.vanish()
    assert colour.call(operation.result).text == TEXT
    (record,) = [record for record in caplog.records if record.name == "ycgrpc"]
    assert record.levelno == logging.WARNING
    assert key in record.getMessage()
    assert "there is no bucket 'calls.2024'" in record.getMessage()
    assert SECRET not in caplog.text


# --- What never gets there.

BAD_RECORDINGS: dict[str, tuple[str, Any, dict[str, Any], str]] = {
    "empty": ("stt", b"", {}, "source: must not be empty"),
    "missing": ("stt", "/no/such/call.wav", {}, "cannot read '/no/such/call.wav'"),
    "text": ("stt", b"Dear reader", {}, "source: must be a WAV file .* found something else"),
    "24 bits": ("stt", wav(bytes(300), bits=24), {}, "found 24-bit WAV"),
    "24 bits, told": ("stt", wav(bytes(300), bits=24), {"encoding": "wav"}, "found 24-bit WAV"),
    "pcm": ("stt", bytes(100), {"encoding": "pcm"}, "sample_rate: must be given"),
    "quantile": ("stt", OGG, {"quantiles": [2.0]}, r"quantiles\[0\]"),
    "slip": ("stt", OGG, {"encoding": "flac"}, "encoding: one of wav, ogg_opus, mp3, pcm"),
    "uri": ("stt", URI, {}, "bucket: is for a source that is here: leave it out for a URI"),
    "ready": ("stt", READY, {}, "bucket: is for a source: a ready request says itself"),
    "number": ("stt", 5, {}, "source: must be a path, bytes or a binary file, found a int"),
    "v2: WAV": ("stt_v2", SAMPLES / "kettle.wav", {}, r"source: cannot be WAV in this API: .*OGG"),
    "v2: WAV by content": ("stt_v2", RECORDING, {}, "source: cannot be WAV in this API"),
    "v2: text": ("stt_v2", b"Dear reader", {}, "source: must be a WAV file .* something else"),
}


@pytest.mark.parametrize("name", BAD_RECORDINGS)
def test_what_is_refused_before_it_is_uploaded(
    name: str, colour: Colour, client: Any, server: Server, bucket: Bucket
) -> None:
    api, source, options, said = BAD_RECORDINGS[name]
    uploads: list[str] = []

    class Watched(ObjectStorage):
        def upload(self, source: Any, key: str | None = None, **options: Any) -> str:
            uploads.append(key or "")
            return super().upload(source, key, **options)

    with pytest.raises(errors.InvalidRequest, match=said):
        colour.call(lambda: getattr(client, api).submit(source, bucket=Watched(BUCKET), **options))
    assert not uploads
    assert not bucket.keys
    assert not server.calls


def refusal(colour: Colour, client: Any, kind: type[errors.Error], bucket: Any = BUCKET) -> str:
    """How a bucket is refused, once nothing of the secret is in it."""
    with pytest.raises(kind) as refused:
        colour.call(lambda: client.stt.submit(OGG, bucket=bucket))
    assert SECRET not in told(refused.value)
    return str(refused.value)


def test_no_keys(
    colour: Colour, client: Any, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    said = refusal(colour, client, errors.CredentialsError)
    assert said.startswith("no keys for Object Storage: put a static access key in AWS_ACCESS_KEY")
    assert not server.calls


@pytest.mark.usefixtures("bucket")
def test_no_such_bucket(
    colour: Colour, client: Any, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    said = refusal(colour, client, errors.ConfigurationError, "another")
    assert said.startswith("there is no bucket 'another' at http://127.0.0.1:")
    assert not server.calls
    assert not [record for record in caplog.records if record.name == "ycgrpc"]


def test_no_name_of_a_bucket(colour: Colour, client: Any) -> None:
    said = refusal(colour, client, errors.ConfigurationError, "My calls")
    assert said.startswith("bucket: 'My calls' is no name of a bucket")


def test_nobody_answers(colour: Colour, client: Any) -> None:
    nowhere = ObjectStorage(BUCKET, endpoint="http://127.0.0.1:9")
    said = refusal(colour, client, errors.ObjectStorageError, nowhere)
    assert said == ("cannot reach Object Storage at http://127.0.0.1:9: EndpointConnectionError")


def test_another_refusal(colour: Colour, client: Any, server: Server) -> None:
    class Busy:
        """A client of S3 whose server has too much to do."""

        def upload_fileobj(self, *_: Any, **__: Any) -> None:
            failures: Any = importlib.import_module("botocore.exceptions")
            raise failures.ClientError(
                {"Error": {"Code": "SlowDown", "Message": SECRET}}, "PutObject"
            )

        delete_object = upload_fileobj

    said = refusal(colour, client, errors.ObjectStorageError, ObjectStorage(BUCKET, client=Busy()))
    assert said.endswith("refused with SlowDown: try again")
    assert not server.calls


def test_boto3_is_asked_for_by_its_extra(
    colour: Colour, client: Any, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("boto3", "boto3.session"):
        monkeypatch.setitem(sys.modules, name, None)
    said = refusal(colour, client, errors.ConfigurationError)
    assert said == "Object Storage needs boto3: pip install 'ycgrpc[s3]'"
    assert not server.calls
