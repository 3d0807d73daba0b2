"""The audio that may still have to be sent, or sent again: by itself, against a list of samples."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ycgrpc._core.audio_buffer import AudioBuffer, Chunk
from ycgrpc._core.pieces import AudioFormat, Silence, UtteranceEnd
from ycgrpc._core.speech_session import Session
from ycgrpc.errors import InvalidRequest

RATE = 8_000
FORM = AudioFormat("pcm", RATE)
OGG = AudioFormat("ogg_opus")


def numbered(count: int) -> bytes:
    """Samples that differ."""
    return array("h", [number % 30_000 + 1 for number in range(count)]).tobytes()


def chunks(buffer: AudioBuffer, number: int = 0) -> list[Chunk]:
    found: list[Chunk] = []
    while (chunk := buffer.chunk(number)) is not None:
        found.append(chunk)
        number += 1
    return found


def audio(found: list[Chunk]) -> bytes:
    return b"".join(chunk.content or bytes(2 * (chunk.end - chunk.start)) for chunk in found)


pieces = st.lists(
    st.one_of(
        st.integers(0, 5_000).map(lambda count: numbered(count)),
        st.integers(0, 1_000).map(Silence),
        st.builds(UtteranceEnd),
    ),
    max_size=20,
)


@given(pieces=pieces)
def test_chunks_are_the_pieces_in_order(pieces: list[bytes | Silence | UtteranceEnd]) -> None:
    buffer = AudioBuffer(FORM)
    wanted = b""
    for piece in pieces:
        buffer.put(piece, 0.0)
        if isinstance(piece, bytes):
            wanted += piece
        elif isinstance(piece, Silence):
            wanted += bytes(2 * (piece.milliseconds * RATE // 1000))
    buffer.flush()
    found = chunks(buffer)
    assert audio(found) == wanted
    assert all(chunk.end - chunk.start <= 0.4 * RATE for chunk in found)
    assert [chunk.start for chunk in found] == [0, *(chunk.end for chunk in found)][: len(found)]
    ends = sum(isinstance(piece, UtteranceEnd) for piece in pieces)
    assert sum(chunk.end == chunk.start for chunk in found) == ends
    assert buffer.end == len(wanted) // 2


@given(
    pieces=pieces,
    places=st.lists(
        st.tuples(st.integers(0, 20_000), st.integers(0, 30), st.booleans()), max_size=8
    ),
)
def test_what_is_not_settled_can_always_be_sent_again(
    pieces: list[bytes | Silence | UtteranceEnd], places: list[tuple[int, int, bool]]
) -> None:
    buffer = AudioBuffer(FORM)
    for piece in [*pieces, numbered(2_000)]:
        buffer.put(piece, 0.0)
    buffer.flush()
    whole = audio(chunks(buffer))
    settled = number = 0
    for place, sent, restarts in places:
        number += sent
        last = buffer.chunk(number)
        most = last.start if last is not None else buffer.end
        settled = max(settled, min(place, most))
        buffer.settle(settled, number)
        if restarts:
            number = buffer.restart(settled)
            assert audio(chunks(buffer, number)) == whole[2 * settled :]


def test_an_end_of_utterance_is_sent_again_until_something_behind_it_is_settled() -> None:
    buffer = AudioBuffer(FORM)
    for piece in (numbered(800), UtteranceEnd(), numbered(800)):
        buffer.put(piece, 0.0)
    buffer.settle(800, 3)
    first = buffer.restart(800)
    assert [(chunk.start, chunk.end) for chunk in chunks(buffer, first)] == [
        (800, 800),
        (800, 1600),
    ]
    buffer.settle(801, first + 2)
    assert [(c.start, c.end) for c in chunks(buffer, buffer.restart(801))] == [(801, 1600)]


def test_what_was_not_sent_is_never_settled() -> None:
    buffer = AudioBuffer(FORM)
    buffer.put(numbered(8_000), 0.0)
    buffer.settle(8_000, 1)
    assert buffer.chunk(0) is None or buffer.restart(0) == 1
    assert chunks(buffer, 1)[0].start == 3_200


def test_there_is_room_for_two_seconds() -> None:
    buffer = AudioBuffer(FORM)
    buffer.put(numbered(15_999), 0.0)
    assert buffer.room(0)
    buffer.put(numbered(1_000), 0.0)
    assert not buffer.room(0)
    assert buffer.room(1_500)


def test_one_large_piece_is_cut() -> None:
    buffer = AudioBuffer(FORM)
    buffer.put(numbered(100_000), 0.0)
    buffer.flush()
    assert {chunk.end - chunk.start for chunk in chunks(buffer)} == {3_200, 800}


def test_a_silence_of_a_day_is_cut_when_it_is_sent() -> None:
    buffer = AudioBuffer(FORM)
    buffer.put(Silence(24 * 3_600_000), 0.0)
    buffer.put(numbered(800), 0.0)
    assert not buffer.room(0)
    assert len(buffer._chunks) == 2  # pyright: ignore[reportPrivateUsage]
    for number in range(3):
        chunk = buffer.chunk(number)
        assert chunk == (number * 3_200, number * 3_200 + 3_200, b"")
        assert buffer.chunk(number) is chunk
    assert buffer.end == 24 * 3_600 * RATE + 800
    buffer.settle(7_000, 3)
    first = buffer.restart(7_000)
    assert [buffer.chunk(number) for number in (first, first + 1)] == [
        (7_000, 9_600, b""),
        (9_600, 12_800, b""),
    ]


@given(st.sampled_from([8_001, 11_025, 22_050, 44_100]), st.lists(st.integers(0, 1_000)))
def test_silences_do_not_add_up_what_is_rounded_off(rate: int, silences: list[int]) -> None:
    buffer = AudioBuffer(AudioFormat("pcm", rate))
    session = Session(0, 0, rate, 0.0)
    said = number = 0
    for milliseconds in silences:
        buffer.put(Silence(milliseconds), 0.0)
        while (chunk := buffer.chunk(number)) is not None:
            number += 1
            silence = session.send(chunk, 0.0).silence_chunk.duration_ms
            assert silence > 0
            said += silence
            assert abs(said - chunk.end * 1000 / rate) <= 1
    assert buffer.end == sum(silences) * rate // 1000


def test_a_silence_of_less_than_a_millisecond_is_sent_as_one() -> None:
    """As where the audio is sent again from within the last of a silence: no message is of nothing."""
    session = Session(0, 0, RATE, 0.0)
    sent = [session.send(Chunk(at, at + 3, b""), 0.0) for at in range(0, 24, 3)]
    assert all(request.silence_chunk.duration_ms == 1 for request in sent)
    longer = session.send(Chunk(24, 24 + 80, b""), 0.0)
    assert sum(request.silence_chunk.duration_ms for request in [*sent, longer]) == 13


def test_little_is_put_together() -> None:
    buffer = AudioBuffer(FORM)
    for _ in range(100):
        buffer.put(numbered(79), 5.0)
    sizes = [chunk.end - chunk.start for chunk in chunks(buffer)]
    assert set(sizes) == {869}
    assert buffer.gathered_since() == 5.0


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_bytes_of_any_kind(kind: type) -> None:
    buffer = AudioBuffer(FORM)
    buffer.put(kind(numbered(1_000)), 0.0)
    assert audio(chunks(buffer)) == numbered(1_000)


def test_a_memoryview_of_samples() -> None:
    buffer = AudioBuffer(FORM)
    buffer.put(memoryview(array("h", range(1_000))), 0.0)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert buffer.end == 1_000


def test_half_a_sample_waits_for_its_other_half() -> None:
    buffer = AudioBuffer(FORM)
    content = numbered(1_000)
    for start in range(0, 2_000, 333):
        buffer.put(content[start : start + 333], 0.0)
    buffer.finish()
    assert audio(chunks(buffer)) == content


@pytest.mark.parametrize(
    ("content", "words"), [(b"", "must not be empty"), (b"\0", "odd"), (b"\0\0\0", "odd")]
)
def test_what_cannot_be_all(content: bytes, words: str) -> None:
    buffer = AudioBuffer(FORM)
    buffer.put(content, 0.0)
    with pytest.raises(InvalidRequest, match=words):
        buffer.finish()


@pytest.mark.parametrize("piece", ["text", 5, None, [b""], 0.5, Silence(-1), Silence(0.5)])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
def test_what_is_no_piece(piece: object) -> None:
    with pytest.raises(InvalidRequest) as refused:
        AudioBuffer(FORM).put(piece, 0.0)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert len(refused.value.violations) == 1


def test_a_container_is_counted_in_bytes() -> None:
    buffer = AudioBuffer(OGG)
    buffer.put(b"x" * 70_001, 0.0)
    buffer.finish()
    assert [chunk.end - chunk.start for chunk in chunks(buffer)] == [16_000] * 4 + [6_001]
    assert buffer.room(0)
    buffer.put(b"x" * 200_000, 0.0)
    assert not buffer.room(0)


def test_no_silence_in_a_container() -> None:
    with pytest.raises(InvalidRequest, match="only with pcm"):
        AudioBuffer(OGG).put(Silence(100), 0.0)


def test_no_content_is_printed() -> None:
    assert repr(Chunk(0, 2, b"secret")) == "<chunk from 0 to 2>"
