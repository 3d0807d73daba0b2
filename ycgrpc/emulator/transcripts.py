"""From what an engine heard to the messages of both versions of the interface."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ycgrpc_pb.yandex.cloud.ai.stt.v2 import stt_service_pb2
from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_pb2

from ycgrpc.emulator.analysis import conversation_analysis, speaker_analysis, spoken
from ycgrpc.emulator.engines.stt.hearing import Hypothesis
from ycgrpc.emulator.transcription import Transcript

Writer = Callable[[Hypothesis], str]
"""Something that gives an utterance's text."""

CONFIDENCE = 1.0
"""Of everything in version 2, where it is not supported."""


def alternatives(
    heard: Hypothesis, text: str, *, tag: str = "", language: str | None = None
) -> stt_pb2.AlternativeUpdate:
    """The only reading of an utterance, or of its beginning; none if no word was understood.

    Args:
        heard: what was heard.
        text: to give for it; the words stay as they were spoken.
        tag: of the channel.
        language: to give as the detected one.
    """
    update = stt_pb2.AlternativeUpdate(channel_tag=tag)
    if heard.words:
        start, end = spoken(heard)
        shown = update.alternatives.add(text=text, start_time_ms=start, end_time_ms=end)
        for word in heard.words:
            shown.words.add(text=word.text, start_time_ms=word.start_ms, end_time_ms=word.end_ms)
        if language is not None:
            shown.languages.add(language_code=language, probability=1)
    return update


class Channel:
    """One channel's messages in version 3, with the cursors that go with them.

    Args:
        tag: of the channel, "0" or "1".
        refined: gives the normalized text; ``None`` sends no refinements.
        language: to give as the detected one.
    """

    def __init__(
        self, tag: str, *, refined: Writer | None = None, language: str | None = None
    ) -> None:
        self._tag = tag
        self._refined = refined
        self._language = language
        self._cursors = stt_pb2.AudioCursors()
        self._finals = 0

    def received(self, milliseconds: int) -> None:
        """Counts the audio that has arrived, from its start."""
        self._cursors.received_data_ms = milliseconds

    def partial(self, heard: Hypothesis) -> stt_pb2.StreamingResponse:
        """What was heard of an utterance so far."""
        self._reached(heard)
        return self._response(partial=self._update(heard, heard.text))

    def final(self, heard: Hypothesis) -> Iterator[stt_pb2.StreamingResponse]:
        """A final, its refinement, and the end of the utterance if it has ended."""
        self._reached(heard)
        self._cursors.final_time_ms = max(self._cursors.final_time_ms, _end(heard))
        self._cursors.final_index = self._finals
        self._finals += 1
        yield self._response(final=self._update(heard, heard.text))
        if self._refined:
            refinement = stt_pb2.FinalRefinement(
                final_index=self._cursors.final_index,
                normalized_text=self._update(heard, self._refined(heard)),
            )
            yield self._response(final_refinement=refinement)
        if heard.ends_utterance:
            yield self.end_of_utterance(spoken(heard)[1] if heard.words else heard.end_ms)

    def end_of_utterance(self, milliseconds: int) -> stt_pb2.StreamingResponse:
        """The end of an utterance."""
        self._cursors.eou_time_ms = milliseconds
        return self._response(eou_update=stt_pb2.EouUpdate(time_ms=milliseconds))

    def status(
        self, code: stt_pb2.CodeType.ValueType, message: str = ""
    ) -> stt_pb2.StreamingResponse:
        """A sign of life."""
        return self._response(status_code=stt_pb2.StatusCode(code_type=code, message=message))

    def with_cursors(self, response: stt_pb2.StreamingResponse) -> stt_pb2.StreamingResponse:
        """A message that was made elsewhere, with the cursors."""
        response.audio_cursors.CopyFrom(self._cursors)
        return response

    def _reached(self, heard: Hypothesis) -> None:
        self._cursors.partial_time_ms = max(self._cursors.partial_time_ms, _end(heard))

    def _update(self, heard: Hypothesis, text: str) -> stt_pb2.AlternativeUpdate:
        return alternatives(heard, text, tag=self._tag, language=self._language)

    def _response(
        self,
        *,
        partial: stt_pb2.AlternativeUpdate | None = None,
        final: stt_pb2.AlternativeUpdate | None = None,
        final_refinement: stt_pb2.FinalRefinement | None = None,
        eou_update: stt_pb2.EouUpdate | None = None,
        status_code: stt_pb2.StatusCode | None = None,
    ) -> stt_pb2.StreamingResponse:
        return stt_pb2.StreamingResponse(
            audio_cursors=self._cursors,
            channel_tag=self._tag,
            partial=partial,
            final=final,
            final_refinement=final_refinement,
            eou_update=eou_update,
            status_code=status_code,
        )


def _end(heard: Hypothesis) -> int:
    """Up to where a hypothesis reaches, which no word goes beyond."""
    return max([heard.end_ms, *(word.end_ms for word in heard.words[-1:])])


def responses(
    transcript: Transcript,
    *,
    refined: Writer | None,
    language: str | None,
    analysis: stt_pb2.SpeechAnalysisOptions,
) -> Iterator[stt_pb2.StreamingResponse]:
    """A transcript in version 3: utterances in the order in which they ended, then the figures.

    Args:
        transcript: what was heard.
        refined: gives the normalized text; ``None`` sends no refinements.
        language: to give as the detected one.
        analysis: which figures to add.
    """
    channels = [
        Channel(str(number), refined=refined, language=language)
        for number in range(transcript.channels)
    ]
    said: list[list[Hypothesis]] = [[] for _ in channels]
    for utterance in transcript.utterances:
        channel, heard = channels[utterance.channel], utterance.heard
        channel.received(transcript.duration_ms)
        yield from channel.final(heard)
        if heard.words:
            said[utterance.channel].append(heard)
            if analysis.enable_speaker_analysis:
                yield speaker(utterance.channel, [heard], spoken(heard), analysis, "LAST_UTTERANCE")
    if analysis.enable_speaker_analysis:
        for number, own in enumerate(said):
            yield speaker(number, own, (0, transcript.duration_ms), analysis, "TOTAL")
    if analysis.enable_conversation_analysis:
        figures = conversation_analysis(said, transcript.duration_ms, analysis)
        yield stt_pb2.StreamingResponse(conversation_analysis=figures)


def speaker(
    number: int,
    utterances: list[Hypothesis],
    span: tuple[int, int],
    options: stt_pb2.SpeechAnalysisOptions,
    window: str,
) -> stt_pb2.StreamingResponse:
    """The figures about one speaker.

    Args:
        number: of the channel.
        utterances: what was said there, with a word at least in each.
        span: the stretch of audio that the figures cover, in milliseconds.
        options: threshold and quantiles.
        window: what the figures cover, in the interface's words.
    """
    kind = stt_pb2.SpeakerAnalysis.WindowType.Value(window)
    figures = speaker_analysis(str(number), utterances, span, options, kind)
    return stt_pb2.StreamingResponse(speaker_analysis=figures, channel_tag=str(number))


def chunks(
    transcript: Transcript, writer: Writer, masked: Callable[[str], str]
) -> stt_service_pb2.LongRunningRecognitionResponse:
    """A transcript in version 2, where channels count from 1; words stay as they were spoken.

    Args:
        transcript: what was heard.
        writer: gives the text.
        masked: gives what to show for a word.
    """
    response = stt_service_pb2.LongRunningRecognitionResponse()
    for utterance in transcript.utterances:
        chunk = response.chunks.add(channel_tag=utterance.channel + 1)
        shown = chunk.alternatives.add(text=writer(utterance.heard), confidence=CONFIDENCE)
        for word in utterance.heard.words:
            item = shown.words.add(word=masked(word.text), confidence=CONFIDENCE)
            item.start_time.FromMilliseconds(word.start_ms)
            item.end_time.FromMilliseconds(word.end_ms)
    return response
