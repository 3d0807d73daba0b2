"""Recordings to words: fetched, decoded and heard piece by piece, in threads of their own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Any, TypeVar

import grpc

from ycgrpc.emulator.audio import AudioFormat, BadAudio, RawPcm, opened
from ycgrpc.emulator.engines.stt.hearing import Hypothesis, Listening, SpeechEngine
from ycgrpc.emulator.engines.stt.selection import NoEngine
from ycgrpc.emulator.limits import Limits
from ycgrpc.emulator.object_storage import Download, ObjectStorage
from ycgrpc.emulator.refusals import Refusal, invalid

T = TypeVar("T")

Source = bytes | str
"""A recording, or a link to one."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A final of one channel, counted from 0."""

    channel: int
    heard: Hypothesis


@dataclass(frozen=True, slots=True)
class Transcript:
    """All that was heard.

    Attributes:
        utterances: finals in the order in which they ended.
        channels: how many the recording has.
        duration_ms: of the recording, in milliseconds.
    """

    utterances: tuple[Utterance, ...]
    channels: int
    duration_ms: int


class Transcriber:
    """Transcribes recordings, whichever version of the interface they came by.

    Args:
        storage: what links are read from.
        readers: where the engines listen, so that the server goes on answering.
        limits: of size and length.
    """

    def __init__(self, storage: ObjectStorage, readers: Executor, limits: Limits) -> None:
        self._storage = storage
        self._readers = readers
        self._limits = limits
        # A recording that is being heard takes much memory, one that waits does not.
        self._turns = asyncio.Semaphore(limits.readers)

    async def check(self, source: Source, kind: AudioFormat) -> None:
        """Passes what can be told to be right without fetching or decoding it.

        Raises:
            BadAudio: the recording or the link is wrong.
            Refusal: FAILED_PRECONDITION: there is no storage to read links from.
        """
        if isinstance(kind, RawPcm):
            kind.check(self._limits)
        if isinstance(source, str):
            self._storage.path(source)
            return
        if len(source) > self._limits.stt_bytes:
            raise BadAudio(
                f"the recording has {len(source)} bytes, at most {self._limits.stt_bytes} "
                "are allowed in a request"
            )
        # Not among the readers: a submit would wait for the recordings of those before it.
        await asyncio.to_thread(opened, BytesIO(source), kind, self._limits)

    async def transcribe(
        self, source: Source, kind: AudioFormat, engine: SpeechEngine, language: str
    ) -> Transcript:
        """What is said in the recording; after a cancellation no further piece is heard.

        Raises:
            BadAudio: it is not what it is said to be, or exceeds a limit.
            Refusal: the link cannot be read.
        """
        async with self._turns:
            if isinstance(source, bytes):
                file: IO[bytes] = BytesIO(source)
            else:
                file = await self._fetched(source)
            with file:
                return await self._heard(file, kind, engine, language)

    async def _fetched(self, link: str) -> IO[bytes]:
        path, download = self._storage.path(link), Download()
        fetch = asyncio.create_task(asyncio.to_thread(self._storage.read, path, download))
        try:
            return await asyncio.shield(fetch)
        except asyncio.CancelledError:
            download.break_off()
            with suppress(BadAudio, Refusal):
                (await fetch).close()
            raise

    async def _heard(
        self, file: IO[bytes], kind: AudioFormat, engine: SpeechEngine, language: str
    ) -> Transcript:
        recording = await self._in_reader(opened, file, kind, self._limits)
        ears = [engine.listen(language, recording.sample_rate) for _ in range(recording.channels)]
        pieces = recording.pieces()
        utterances: list[Utterance] = []
        while piece := await self._in_reader(next, pieces, None):
            utterances += await self._in_reader(_fed, ears, piece)
        utterances += await self._in_reader(_finished, ears)
        utterances.sort(key=lambda one: (one.heard.end_ms, one.channel))
        return Transcript(tuple(utterances), recording.channels, recording.heard_ms)

    async def _in_reader(self, function: Callable[..., T], *arguments: Any) -> T:
        loop = asyncio.get_running_loop()
        step = loop.run_in_executor(self._readers, function, *arguments)
        try:
            return await asyncio.shield(step)
        except asyncio.CancelledError:
            await asyncio.wait([step])  # it still reads the file
            raise


def _fed(ears: Sequence[Listening], piece: Sequence[bytes]) -> list[Utterance]:
    return _utterances(ear.feed(pcm) for ear, pcm in zip(ears, piece, strict=True))


def _finished(ears: Sequence[Listening]) -> list[Utterance]:
    return _utterances(ear.finish() for ear in ears)


def _utterances(heard: Iterable[Sequence[Hypothesis]]) -> list[Utterance]:
    return [
        Utterance(channel, one)
        for channel, hypotheses in enumerate(heard)
        for one in hypotheses
        if one.final
    ]


@contextmanager
def refusals(fields: Mapping[str, str], source: Source) -> Generator[None]:
    """Makes refusals of what is wrong with a recording, or missing on this machine.

    Args:
        fields: where in the request the fields of ``BadAudio`` and ``uri`` are.
        source: where the recording is from.
    """
    try:
        yield
    except BadAudio as bad:
        field = "uri" if bad.field == "content" and isinstance(source, str) else bad.field
        raise invalid((fields[field], bad.reason)) from bad
    except NoEngine as missing:
        raise Refusal(grpc.StatusCode.FAILED_PRECONDITION, str(missing)) from missing
