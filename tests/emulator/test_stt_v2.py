"""Speech recognition version 2: recordings in the background."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import grpc
import pytest
from google.rpc import error_details_pb2  # pyright: ignore[reportMissingTypeStubs]
from ycgrpc_pb.yandex.cloud.ai.stt.v2 import stt_service_pb2 as v2

from ycgrpc.emulator import Accounts, Emulator, Immediately, Limits, ScriptedSpeech
from ycgrpc.emulator.engines.stt.sphinx import PocketSphinx

from .background import refused
from .speech import Speech, encoded, speaking, tone, tones

INVALID = grpc.StatusCode.INVALID_ARGUMENT
Spec = v2.RecognitionSpec

WORDS = [("at", 0, 100), ("twenty", 200, 400), ("five", 400, 600), ("damn", 1500, 1900)]


def request(content: bytes | str, **specification: Any) -> v2.LongRunningRecognitionRequest:
    return v2.LongRunningRecognitionRequest(
        config=v2.RecognitionConfig(specification=Spec(**specification)),
        audio=v2.RecognitionAudio(uri=content)
        if isinstance(content, str)
        else v2.RecognitionAudio(content=content),
    )


def pcm(seconds: float = 2.5, rate: int = 16_000, **specification: Any) -> Any:
    """A request for bare samples."""
    specification = {"audio_encoding": Spec.LINEAR16_PCM, "sample_rate_hertz": rate} | specification
    return request(tone(seconds, rate), **specification)


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    limits = Limits(stt_bytes=400_000)
    with Emulator(
        stt=ScriptedSpeech(WORDS), limits=limits, progress=Immediately(), folder_id="b1ghome"
    ) as emulator:
        yield emulator


@pytest.fixture
def speech(emulator: Emulator) -> Iterator[Speech]:
    with speaking(emulator) as speech:
        yield speech


def test_a_recording_is_really_heard(samples: Path) -> None:
    if not PocketSphinx.installed():
        pytest.skip("pocketsphinx is not installed: pip install 'ycgrpc[emulator]'")
    content = (samples / "ticket-office.ogg").read_bytes()
    with Emulator(progress=Immediately()) as emulator, speaking(emulator) as speech:
        chunks = speech.chunks(request(content, language_code="en-US"))
    assert [(one.channel_tag, one.alternatives[0].text) for one in chunks] == [
        (1, "how can i help you today"),
        (2, "i would like to buy a ticket to london"),
        (1, "the next train leaves at 25 minutes past 9"),
    ]


def test_the_operation_looks_as_documented(speech: Speech) -> None:
    operation = speech.long_running(pcm())
    assert operation.id.startswith("e03")
    assert operation.description == ""
    assert operation.created_by
    assert not operation.done
    operation = speech.look(operation.id)
    assert operation.done
    assert operation.response.type_url == (
        "type.googleapis.com/yandex.cloud.ai.stt.v2.LongRunningRecognitionResponse"
    )


def test_the_transcript_is_the_response(speech: Speech) -> None:
    first, second = speech.chunks(pcm())
    assert (first.channel_tag, second.channel_tag) == (1, 1)
    (heard,) = first.alternatives
    assert (heard.text, heard.confidence) == ("at 25", 1)
    assert [word.word for word in heard.words] == ["at", "twenty", "five"]
    assert {word.confidence for word in heard.words} == {1}
    times = [(w.start_time.ToMilliseconds(), w.end_time.ToMilliseconds()) for w in heard.words]
    assert times == [(0, 100), (200, 400), (400, 600)]


def test_its_transcripts_are_not_those_of_version_3(speech: Speech) -> None:
    operation = speech.long_running(pcm())
    speech.look(operation.id)
    with refused() as refusal:
        speech.transcript(operation.id)
    assert refusal.code == grpc.StatusCode.NOT_FOUND


@pytest.mark.parametrize(
    ("options", "texts", "words"),
    [
        ({}, ["at 25", "damn"], "damn"),
        ({"raw_results": True}, ["at twenty five", "damn"], "damn"),
        ({"literature_text": True}, ["At 25.", "Damn."], "damn"),
        ({"profanity_filter": True}, ["at 25", "****"], "****"),
    ],
)
def test_texts_are_written_as_asked(
    speech: Speech, options: dict[str, bool], texts: list[str], words: str
) -> None:
    chunks = speech.chunks(pcm(**options))
    assert [one.alternatives[0].text for one in chunks] == texts
    assert [word.word for word in chunks[1].alternatives[0].words] == [words]


@pytest.mark.parametrize(
    ("kind", "specification"),
    [
        ("OGG_OPUS", {}),
        ("OGG_OPUS", {"audio_encoding": Spec.OGG_OPUS, "sample_rate_hertz": 1}),
        ("OGG_OPUS", {"audio_channel_count": 7}),
        ("MP3", {"audio_encoding": Spec.MP3}),
        ("RAW", {"audio_encoding": Spec.LINEAR16_PCM}),
        ("RAW", {"audio_encoding": Spec.LINEAR16_PCM, "audio_channel_count": 1}),
    ],
)
def test_formats_and_their_defaults(
    speech: Speech, kind: str, specification: dict[str, Any]
) -> None:
    content = encoded(tones(2.5, 48_000, 440), 48_000, kind)
    assert len(speech.chunks(request(content, **specification))) == 2


def test_two_channels_of_bare_samples(speech: Speech) -> None:
    content = encoded(tones(2.5, 16_000, 440, 880), 16_000, "RAW")
    options = {"audio_encoding": Spec.LINEAR16_PCM, "sample_rate_hertz": 16_000}
    chunks = speech.chunks(request(content, audio_channel_count=2, **options))
    assert [one.channel_tag for one in chunks] == [1, 2, 1, 2]


@pytest.mark.parametrize(
    ("broken", "field"),
    [
        (v2.LongRunningRecognitionRequest(), "audio.audio_source"),
        (pcm(model="best"), "config.specification.model"),
        (pcm(sample_rate_hertz=44_100), "config.specification.sample_rate_hertz"),
        (pcm(audio_channel_count=3), "config.specification.audio_channel_count"),
        (pcm(audio_encoding=9), "config.specification.audio_encoding"),
        (request(tone()), "audio.content"),
        (request(b""), "audio.content"),
        (request(bytes(400_001)), "audio.content"),
        (request("https://example.com/bucket/key"), "audio.uri"),
        (
            request(encoded(tones(1, 16_000, 440), 16_000, "MP3")),
            "config.specification.audio_encoding",
        ),
    ],
)
def test_a_bad_request_is_refused_at_once(speech: Speech, broken: Any, field: str) -> None:
    with refused() as refusal:
        speech.long_running(broken)
    assert refusal.code == INVALID
    detail = refusal.detail(error_details_pb2.BadRequest())
    assert [one.field for one in detail.field_violations] == [field]


@pytest.mark.parametrize("code", ["", "ru-RU", "de-DE"])
def test_a_language_without_an_engine_is_refused_at_once(code: str) -> None:
    if not PocketSphinx.installed():
        pytest.skip("pocketsphinx is not installed: pip install 'ycgrpc[emulator]'")
    with Emulator() as emulator, speaking(emulator) as speech, refused() as refusal:
        speech.long_running(pcm(language_code=code))
    assert refusal.code == grpc.StatusCode.FAILED_PRECONDITION
    assert f"no speech engine for {code or 'ru-RU'}" in refusal.text


def test_any_language_is_one_that_there_is(samples: Path) -> None:
    if not PocketSphinx.installed():
        pytest.skip("pocketsphinx is not installed: pip install 'ycgrpc[emulator]'")
    content = (samples / "ticket-8khz.pcm").read_bytes()
    options = {"audio_encoding": Spec.LINEAR16_PCM, "sample_rate_hertz": 8_000}
    with Emulator(progress=Immediately()) as emulator, speaking(emulator) as speech:
        (chunk,) = speech.chunks(request(content, language_code="auto", **options))
    assert chunk.alternatives[0].text == "i would like to buy a ticket to london"


def test_only_service_accounts_may_call() -> None:
    with (
        Emulator(stt="scripted", accounts=Accounts(bearers="user")) as emulator,
        speaking(emulator) as speech,
    ):
        with refused() as refusal:
            speech.long_running(pcm(), (("authorization", "Bearer of-a-test"),))
        assert refusal.code == grpc.StatusCode.PERMISSION_DENIED
        assert "service accounts only" in refusal.text
        assert speech.long_running(pcm()).id  # an API key is a service account's


def test_a_service_account_stays_in_its_folder(speech: Speech) -> None:
    asked = pcm()
    asked.config.folder_id = "b1gother"
    with refused() as refusal:
        speech.long_running(asked)
    assert refusal.code == INVALID
    assert "does not match with service account folder ID 'b1ghome'" in refusal.text
    asked.config.folder_id = "b1ghome"
    assert speech.long_running(asked).id


def test_a_recording_that_ends_behind_its_headers_is_refused_at_once(speech: Speech) -> None:
    content = encoded(tones(1, 16_000, 440), 16_000, "OGG_OPUS")
    first_sound = content.index(b"OggS", content.index(b"OpusTags"))
    with refused() as refusal:
        speech.long_running(request(content[:first_sound]))
    assert refusal.code == INVALID
    assert "audio.content: the recording is a damaged OGG_OPUS" in refusal.text


def test_a_damaged_recording_behind_a_link_ends_the_operation_with_an_error(
    tmp_path: Path,
) -> None:
    bucket = tmp_path / "bucket"
    bucket.mkdir()
    (bucket / "damaged.ogg").write_bytes(b"OggS and no more")
    with (
        storage_of(tmp_path) as address,
        Emulator(stt="scripted", storage=address, progress=Immediately()) as emulator,
        speaking(emulator) as speech,
    ):
        link = "https://storage.yandexcloud.net/bucket/damaged.ogg"
        operation = speech.until_done(speech.long_running(request(link)).id)
    assert operation.error.code == INVALID.value[0]
    assert "audio.uri: the recording is not WAV, OGG with Opus or MP3" in operation.error.message


@contextmanager
def storage_of(folder: Path) -> Generator[str]:
    """The address of a server that gives a folder's files, as object storage does."""
    handler = partial(SimpleHTTPRequestHandler, directory=folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, args=[0.01])
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
