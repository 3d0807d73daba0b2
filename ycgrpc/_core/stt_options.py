"""What can be asked of speech recognition, version 3: the options of files and of streams alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, TypedDict, TypeVar

from google.protobuf.message import Message
from ycgrpc_pb.google.protobuf.struct_pb2 import Struct
from ycgrpc_pb.yandex.cloud.ai.stt.v3.stt_pb2 import (
    ConversationAnalysisOptions,
    JsonSchema,
    LanguageRestrictionOptions,
    RecognitionClassifier,
    RecognitionClassifierOptions,
    RecognitionModelOptions,
    RecognizeFileRequest,
    SpeakerAnalysisOptions,
    SpeakerLabelingOptions,
    SpeechAnalysisOptions,
    StreamingOptions,
    SummarizationOptions,
    SummarizationProperty,
    TextNormalizationOptions,
)

from ycgrpc._core.recordings import Encoding
from ycgrpc.errors import InvalidRequest, Violation

Trigger = Literal["utterance", "final", "partial"]
Classifier = str | tuple[str, Sequence[Trigger]]
Question = str | tuple[str, Mapping[str, object] | Literal[True]]


class SpeechOptions(TypedDict, total=False):
    """What to do with speech, whatever it comes in; each may be left out. Source: stt.proto."""

    language: str | Sequence[str]
    """The language spoken, such as ``en-US``, or several to choose from sentence by sentence;
    ``auto`` detects it. By default ``ru-RU``."""
    exclude_languages: Sequence[str]
    """Languages not to expect, in place of ``language``."""
    model: str
    """``general`` by default, also ``general:rc`` and ``general:deprecated``. Files take
    ``deferred-general`` as well: of low priority, ready within 24 hours."""
    normalization: bool | None
    """Whether numbers, dates and the like are written as digits. By default the service's choice,
    which is no, unless ``literature_text`` or ``profanity_filter`` asks for it."""
    literature_text: bool
    """Whether to polish the text for reading; normalizes it too."""
    profanity_filter: bool
    """Whether to hide obscenities; normalizes the text too."""
    phone_formatting: bool
    """Whether normalization formats telephone numbers: yes by default."""
    speaker_labeling: bool | None
    """Whether to tell two speakers on one channel apart: ``channel`` is then the speaker."""
    classifiers: Sequence[Classifier]
    """Classifiers to run, Russian only: names such as ``formal_greeting``, ``insult``, ``negative``
    or ``answerphone``, or pairs of a name and when to run it: any of ``utterance`` (the default),
    ``final`` and ``partial``."""
    speaker_analysis: bool
    """Whether to compute figures about each speaker."""
    conversation_analysis: bool
    """Whether to compute figures about how the speakers talk with each other."""
    quantiles: Sequence[float]
    """Levels of the quantiles that those figures come with, all strictly between 0 and 1."""
    silence_threshold_ms: int
    """Shortest pause of a speaker, in milliseconds, that counts as silence."""
    simultaneous_silence_threshold_ms: int
    """Shortest time without any speaker, in milliseconds, that counts as silence of all."""
    simultaneous_speech_threshold_ms: int
    """Shortest time with several speakers, in milliseconds, that counts as talking at once."""
    summarization: tuple[str, Sequence[Question]]
    """Questions to a language model: its URI ``gpt://<folder id>/<model>``, and up to 16 instructions.
    In place of an instruction a pair of one and a JSON Schema, or ``True`` for JSON of any shape.
    The account needs the role ``ai.languageModels.user``."""


class RecognitionOptions(SpeechOptions, total=False):
    """The keywords of ``yc.stt.submit`` and ``yc.stt.stream``; each may be left out."""

    encoding: Encoding | None
    """``wav``, ``ogg_opus``, ``mp3``, or ``pcm`` for bare signed 16-bit little-endian samples. By
    default found from the content or, of a URI, from how its name ends."""
    sample_rate: int | None
    """Samples per second of ``pcm``, from 8000 to 48000; the containers tell their own."""
    channels: int | None
    """Channels of ``pcm``, interleaved; 1 by default. The containers tell their own."""


class RecognitionSettings(TypedDict):
    """The fields that ``RecognizeFileRequest`` and ``StreamingOptions`` have in common."""

    recognition_model: RecognitionModelOptions
    recognition_classifier: RecognitionClassifierOptions | None
    speech_analysis: SpeechAnalysisOptions | None
    speaker_labeling: SpeakerLabelingOptions | None
    summarization: SummarizationOptions | None


def recognition_settings(
    *,
    language: str | Sequence[str] | None = None,
    exclude_languages: Sequence[str] = (),
    model: str = "general",
    normalization: bool | None = None,
    literature_text: bool = False,
    profanity_filter: bool = False,
    phone_formatting: bool = True,
    speaker_labeling: bool | None = None,
    classifiers: Sequence[Classifier] = (),
    speaker_analysis: bool = False,
    conversation_analysis: bool = False,
    quantiles: Sequence[float] = (),
    silence_threshold_ms: int = 0,
    simultaneous_silence_threshold_ms: int = 0,
    simultaneous_speech_threshold_ms: int = 0,
    summarization: tuple[str, Sequence[Question]] | None = None,
) -> RecognitionSettings:
    """Return the settings of a recognition as messages; what nobody asked for stays unset.

    The format of the audio is left to fill in.

    Raises:
        InvalidRequest: Two options contradict each other, or one is not what it has to be.
    """
    figures = SpeechAnalysisOptions(
        enable_speaker_analysis=speaker_analysis,
        enable_conversation_analysis=conversation_analysis,
        descriptive_statistics_quantiles=quantiles,
        speaker_options=_unless_empty(
            SpeakerAnalysisOptions(silence_threshold_ms=silence_threshold_ms)
        ),
        converstation_options=_unless_empty(
            ConversationAnalysisOptions(
                simultaneous_silence_threshold_ms=simultaneous_silence_threshold_ms,
                simultaneous_speech_threshold_ms=simultaneous_speech_threshold_ms,
            )
        ),
    )
    return RecognitionSettings(
        recognition_model=RecognitionModelOptions(
            model=model,
            text_normalization=_normalization(
                normalization, literature_text, profanity_filter, phone_formatting
            ),
            language_restriction=_languages(language, exclude_languages),
        ),
        recognition_classifier=_classifiers(classifiers),
        speech_analysis=_unless_empty(figures),
        speaker_labeling=_labeling(speaker_labeling),
        summarization=_summarization(*summarization) if summarization else None,
    )


def _languages(
    language: str | Sequence[str] | None, excluded: Sequence[str]
) -> LanguageRestrictionOptions:
    if isinstance(excluded, str):
        excluded = [excluded]
    if not excluded:
        codes = ["ru-RU"] if language is None else language
        return LanguageRestrictionOptions(
            restriction_type=LanguageRestrictionOptions.WHITELIST,
            language_code=[codes] if isinstance(codes, str) else codes,
        )
    if language is not None:
        raise _refused("exclude_languages", "takes the place of language: give one of them")
    return LanguageRestrictionOptions(
        restriction_type=LanguageRestrictionOptions.BLACKLIST, language_code=excluded
    )


def _normalization(
    wanted: bool | None, literature: bool, profanity: bool, phones: bool
) -> TextNormalizationOptions | None:
    if wanted is False and (literature or profanity):
        name = "literature_text" if literature else "profanity_filter"
        raise _refused(name, "needs normalization: leave normalization=False out")
    options = TextNormalizationOptions(profanity_filter=profanity, literature_text=literature)
    if wanted or literature or profanity:
        options.text_normalization = TextNormalizationOptions.TEXT_NORMALIZATION_ENABLED
    elif wanted is False:
        options.text_normalization = TextNormalizationOptions.TEXT_NORMALIZATION_DISABLED
    if not phones:
        options.phone_formatting_mode = TextNormalizationOptions.PHONE_FORMATTING_MODE_DISABLED
    return _unless_empty(options)


def _labeling(wanted: bool | None) -> SpeakerLabelingOptions | None:
    if wanted is None:
        return None
    if wanted:
        return SpeakerLabelingOptions(
            speaker_labeling=SpeakerLabelingOptions.SPEAKER_LABELING_ENABLED
        )
    return SpeakerLabelingOptions(speaker_labeling=SpeakerLabelingOptions.SPEAKER_LABELING_DISABLED)


_TRIGGERS = {
    "utterance": RecognitionClassifier.ON_UTTERANCE,
    "final": RecognitionClassifier.ON_FINAL,
    "partial": RecognitionClassifier.ON_PARTIAL,
}


def _classifiers(wanted: Sequence[Classifier]) -> RecognitionClassifierOptions | None:
    if isinstance(wanted, str):
        raise _refused("classifiers", f"must be a sequence, such as [{wanted!r}]", "one str")
    found: list[RecognitionClassifier] = []
    for index, classifier in enumerate(wanted):
        name, triggers = (classifier, ()) if isinstance(classifier, str) else classifier
        if unknown := [trigger for trigger in triggers if trigger not in _TRIGGERS]:
            rule = f"triggers are {', '.join(_TRIGGERS)}"
            raise _refused(f"classifiers[{index}]", rule, repr(unknown[0]))
        codes = [_TRIGGERS[trigger] for trigger in triggers or ("utterance",)]
        found.append(RecognitionClassifier(classifier=name, triggers=codes))
    return RecognitionClassifierOptions(classifiers=found) if found else None


def _summarization(model_uri: str, questions: Sequence[Question]) -> SummarizationOptions:
    if isinstance(questions, str):
        raise _refused("summarization", "give the model and a sequence of questions", "one str")
    return SummarizationOptions(
        model_uri=model_uri, properties=[_property(question) for question in questions]
    )


def _property(question: Question) -> SummarizationProperty:
    if isinstance(question, str):
        return SummarizationProperty(instruction=question)
    instruction, form = question
    if form is True:
        return SummarizationProperty(instruction=instruction, json_object=True)
    schema = Struct()
    try:
        schema.update(dict[str, Any](form))
    except (TypeError, ValueError) as error:
        rule = "must hold a JSON Schema of plain dicts, lists and values"
        raise _refused("summarization", rule) from error
    return SummarizationProperty(instruction=instruction, json_schema=JsonSchema(schema=schema))


M = TypeVar("M", bound=Message)


def _unless_empty(message: M) -> M | None:
    return message if message.ByteSize() else None


def _refused(option: str, rule: str, found: str = "") -> InvalidRequest:
    return InvalidRequest([Violation(option, rule, found)])


# "Limits in SpeechKit" in the documentation.
_QUESTIONS_MAXIMUM = 16


def over_limits(request: RecognizeFileRequest | StreamingOptions) -> Iterator[Violation]:
    """Yield which documented limits the settings of a request break, those of its audio aside."""
    for index, level in enumerate(request.speech_analysis.descriptive_statistics_quantiles):
        if not 0 < level < 1:
            place = f"speech_analysis.descriptive_statistics_quantiles[{index}]"
            yield Violation(place, "must be between 0 and 1, and neither", f"{level:g}")
    if request.HasField("summarization"):
        if not request.summarization.model_uri:
            yield Violation("summarization.model_uri", "must be given")
        if (count := len(request.summarization.properties)) > _QUESTIONS_MAXIMUM:
            rule = f"at most {_QUESTIONS_MAXIMUM} questions"
            yield Violation("summarization.properties", rule, str(count))
