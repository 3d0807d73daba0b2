# Generated from yandex/cloud/ai/stt/v3/stt.proto by tools/protoc_plugin.py. Do not edit.
import builtins as _b
import collections.abc as _abc
import typing as _t

import google.protobuf.descriptor as _descriptor
import google.protobuf.internal.containers as _containers
import google.protobuf.internal.enum_type_wrapper as _enum
import google.protobuf.internal.well_known_types as _well_known
import google.protobuf.message as _message
from google.protobuf.internal.extension_dict import _ExtensionFieldDescriptor as _Extension

import ycgrpc_pb.google.protobuf.struct_pb2 as _google_protobuf_struct_pb2

DESCRIPTOR: _descriptor.FileDescriptor

class _CodeType:
    ValueType = _t.NewType("ValueType", _b.int)
class _CodeTypeWrapper(_enum._EnumTypeWrapper[_CodeType.ValueType], _b.type):
    DESCRIPTOR: _descriptor.EnumDescriptor
    CODE_TYPE_UNSPECIFIED: CodeType.ValueType
    """Never sent."""
    WORKING: CodeType.ValueType
    """All is well."""
    WARNING: CodeType.ValueType
    """Recognition goes on under some handicap, for example audio slower than real time, or a fallback
    to other settings.
    """
    CLOSED: CodeType.ValueType
    """The session is over."""
class CodeType(_CodeType, metaclass=_CodeTypeWrapper):
    """State of a session."""
CODE_TYPE_UNSPECIFIED: CodeType.ValueType
"""Never sent."""
WORKING: CodeType.ValueType
"""All is well."""
WARNING: CodeType.ValueType
"""Recognition goes on under some handicap, for example audio slower than real time, or a fallback
to other settings.
"""
CLOSED: CodeType.ValueType
"""The session is over."""

class TextNormalizationOptions(_message.Message):
    """How recognized words become readable text. Depends on the language; languages that are detected
    automatically are not normalized.
    """
    class _TextNormalization:
        ValueType = _t.NewType("ValueType", _b.int)
    class _TextNormalizationWrapper(_enum._EnumTypeWrapper[_TextNormalization.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        TEXT_NORMALIZATION_UNSPECIFIED: TextNormalizationOptions.TextNormalization.ValueType
        """Taken as TEXT_NORMALIZATION_DISABLED."""
        TEXT_NORMALIZATION_ENABLED: TextNormalizationOptions.TextNormalization.ValueType
        """Numbers, dates and the like become digits. Each final is followed by a refinement."""
        TEXT_NORMALIZATION_DISABLED: TextNormalizationOptions.TextNormalization.ValueType
        """Text stays as spoken, numbers in words. The default."""
    class TextNormalization(_TextNormalization, metaclass=_TextNormalizationWrapper):
        """Switch for normalization as a whole."""
    TEXT_NORMALIZATION_UNSPECIFIED: TextNormalizationOptions.TextNormalization.ValueType
    """Taken as TEXT_NORMALIZATION_DISABLED."""
    TEXT_NORMALIZATION_ENABLED: TextNormalizationOptions.TextNormalization.ValueType
    """Numbers, dates and the like become digits. Each final is followed by a refinement."""
    TEXT_NORMALIZATION_DISABLED: TextNormalizationOptions.TextNormalization.ValueType
    """Text stays as spoken, numbers in words. The default."""

    class _PhoneFormattingMode:
        ValueType = _t.NewType("ValueType", _b.int)
    class _PhoneFormattingModeWrapper(_enum._EnumTypeWrapper[_PhoneFormattingMode.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        PHONE_FORMATTING_MODE_UNSPECIFIED: TextNormalizationOptions.PhoneFormattingMode.ValueType
        """Telephone numbers are formatted."""
        PHONE_FORMATTING_MODE_DISABLED: TextNormalizationOptions.PhoneFormattingMode.ValueType
        """Telephone numbers are left alone."""
    class PhoneFormattingMode(_PhoneFormattingMode, metaclass=_PhoneFormattingModeWrapper):
        """Formatting of telephone numbers."""
    PHONE_FORMATTING_MODE_UNSPECIFIED: TextNormalizationOptions.PhoneFormattingMode.ValueType
    """Telephone numbers are formatted."""
    PHONE_FORMATTING_MODE_DISABLED: TextNormalizationOptions.PhoneFormattingMode.ValueType
    """Telephone numbers are left alone."""

    TEXT_NORMALIZATION_FIELD_NUMBER: _t.Literal[1]
    PROFANITY_FILTER_FIELD_NUMBER: _t.Literal[2]
    LITERATURE_TEXT_FIELD_NUMBER: _t.Literal[3]
    PHONE_FORMATTING_MODE_FIELD_NUMBER: _t.Literal[4]
    text_normalization: TextNormalizationOptions.TextNormalization.ValueType
    """Normalization, off when unset."""
    profanity_filter: _b.bool
    """Hides obscenities. Works only with TEXT_NORMALIZATION_ENABLED; off by default."""
    literature_text: _b.bool
    """Polishes the text for reading. Works only with TEXT_NORMALIZATION_ENABLED; off by default."""
    phone_formatting_mode: TextNormalizationOptions.PhoneFormattingMode.ValueType
    """Formatting of telephone numbers while normalization is on."""
    def __init__(
        self,
        *,
        text_normalization: TextNormalizationOptions.TextNormalization.ValueType | None = ...,
        profanity_filter: _b.bool | None = ...,
        literature_text: _b.bool | None = ...,
        phone_formatting_mode: TextNormalizationOptions.PhoneFormattingMode.ValueType | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['text_normalization', 'profanity_filter', 'literature_text', 'phone_formatting_mode']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class DefaultEouClassifier(_message.Message):
    """The service decides where an utterance ends."""
    class _EouSensitivity:
        ValueType = _t.NewType("ValueType", _b.int)
    class _EouSensitivityWrapper(_enum._EnumTypeWrapper[_EouSensitivity.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        EOU_SENSITIVITY_UNSPECIFIED: DefaultEouClassifier.EouSensitivity.ValueType
        """Taken as DEFAULT."""
        DEFAULT: DefaultEouClassifier.EouSensitivity.ValueType
        """Careful: waits longer, and seldom cuts a speaker off."""
        HIGH: DefaultEouClassifier.EouSensitivity.ValueType
        """Quick: reacts sooner, and sees more ends where there are none."""
    class EouSensitivity(_EouSensitivity, metaclass=_EouSensitivityWrapper):
        """How readily an utterance is taken to have ended."""
    EOU_SENSITIVITY_UNSPECIFIED: DefaultEouClassifier.EouSensitivity.ValueType
    """Taken as DEFAULT."""
    DEFAULT: DefaultEouClassifier.EouSensitivity.ValueType
    """Careful: waits longer, and seldom cuts a speaker off."""
    HIGH: DefaultEouClassifier.EouSensitivity.ValueType
    """Quick: reacts sooner, and sees more ends where there are none."""

    TYPE_FIELD_NUMBER: _t.Literal[1]
    MAX_PAUSE_BETWEEN_WORDS_HINT_MS_FIELD_NUMBER: _t.Literal[2]
    type: DefaultEouClassifier.EouSensitivity.ValueType
    """Sensitivity."""
    max_pause_between_words_hint_ms: _b.int
    """Longest pause, in milliseconds, to expect between words of one utterance. A hint that the
    service may use: raise it for slow speakers, lower it for fast ones.
    """
    def __init__(
        self,
        *,
        type: DefaultEouClassifier.EouSensitivity.ValueType | None = ...,
        max_pause_between_words_hint_ms: _b.int | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['type', 'max_pause_between_words_hint_ms']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class ExternalEouClassifier(_message.Message):
    """The client decides where an utterance ends, and says so with an Eou message."""
    def __init__(
        self,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Never) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class EouClassifierOptions(_message.Message):
    """Who decides where an utterance ends. The end of the session and a long silence end one in any
    case.
    """
    DEFAULT_CLASSIFIER_FIELD_NUMBER: _t.Literal[1]
    EXTERNAL_CLASSIFIER_FIELD_NUMBER: _t.Literal[2]
    @_b.property
    def default_classifier(self) -> DefaultEouClassifier:
        """The service."""
    @_b.property
    def external_classifier(self) -> ExternalEouClassifier:
        """The client."""
    def __init__(
        self,
        *,
        default_classifier: DefaultEouClassifier | None = ...,
        external_classifier: ExternalEouClassifier | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['default_classifier', 'external_classifier', 'Classifier']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['default_classifier', 'external_classifier', 'Classifier']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Literal['Classifier']) -> _t.Literal['default_classifier', 'external_classifier'] | None: ...

class RecognitionClassifier(_message.Message):
    """One classifier to run over the recognized speech."""
    class _TriggerType:
        ValueType = _t.NewType("ValueType", _b.int)
    class _TriggerTypeWrapper(_enum._EnumTypeWrapper[_TriggerType.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        TRIGGER_TYPE_UNSPECIFIED: RecognitionClassifier.TriggerType.ValueType
        """Do not use."""
        ON_UTTERANCE: RecognitionClassifier.TriggerType.ValueType
        """Once per utterance, when it ends."""
        ON_FINAL: RecognitionClassifier.TriggerType.ValueType
        """After each final result."""
        ON_PARTIAL: RecognitionClassifier.TriggerType.ValueType
        """After each partial result."""
    class TriggerType(_TriggerType, metaclass=_TriggerTypeWrapper):
        """Kinds of result that a classifier can be run on."""
    TRIGGER_TYPE_UNSPECIFIED: RecognitionClassifier.TriggerType.ValueType
    """Do not use."""
    ON_UTTERANCE: RecognitionClassifier.TriggerType.ValueType
    """Once per utterance, when it ends."""
    ON_FINAL: RecognitionClassifier.TriggerType.ValueType
    """After each final result."""
    ON_PARTIAL: RecognitionClassifier.TriggerType.ValueType
    """After each partial result."""

    CLASSIFIER_FIELD_NUMBER: _t.Literal[1]
    TRIGGERS_FIELD_NUMBER: _t.Literal[2]
    classifier: _b.str
    """Name of the classifier: formal_greeting, informal_greeting, formal_farewell, informal_farewell,
    insult, profanity, gender, negative or answerphone. They understand Russian only.
    """
    @_b.property
    def triggers(self) -> _containers.RepeatedScalarFieldContainer[RecognitionClassifier.TriggerType.ValueType]:
        """When to run it; each run gives one RecognitionClassifierUpdate right after the result it looked
        at.
        """
    def __init__(
        self,
        *,
        classifier: _b.str | None = ...,
        triggers: _abc.Iterable[RecognitionClassifier.TriggerType.ValueType] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['classifier', 'triggers']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class RecognitionClassifierOptions(_message.Message):
    """Classifiers to run over the recognized speech."""
    CLASSIFIERS_FIELD_NUMBER: _t.Literal[1]
    @_b.property
    def classifiers(self) -> _containers.RepeatedCompositeFieldContainer[RecognitionClassifier]:
        """The classifiers; none when empty."""
    def __init__(
        self,
        *,
        classifiers: _abc.Iterable[RecognitionClassifier] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['classifiers']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class SpeakerAnalysisOptions(_message.Message):
    """Settings of SpeakerAnalysis."""
    SILENCE_THRESHOLD_MS_FIELD_NUMBER: _t.Literal[1]
    silence_threshold_ms: _b.int
    """Shortest pause of a speaker, in milliseconds, that counts as silence."""
    def __init__(
        self,
        *,
        silence_threshold_ms: _b.int | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['silence_threshold_ms']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class ConversationAnalysisOptions(_message.Message):
    """Settings of ConversationAnalysis."""
    SIMULTANEOUS_SILENCE_THRESHOLD_MS_FIELD_NUMBER: _t.Literal[1]
    SIMULTANEOUS_SPEECH_THRESHOLD_MS_FIELD_NUMBER: _t.Literal[2]
    simultaneous_silence_threshold_ms: _b.int
    """Shortest time without any speaker, in milliseconds, that counts as simultaneous silence."""
    simultaneous_speech_threshold_ms: _b.int
    """Shortest time with speakers talking at once, in milliseconds, that counts as simultaneous
    speech.
    """
    def __init__(
        self,
        *,
        simultaneous_silence_threshold_ms: _b.int | None = ...,
        simultaneous_speech_threshold_ms: _b.int | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['simultaneous_silence_threshold_ms', 'simultaneous_speech_threshold_ms']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class SpeechAnalysisOptions(_message.Message):
    """Which figures to compute about the speakers and their conversation."""
    ENABLE_SPEAKER_ANALYSIS_FIELD_NUMBER: _t.Literal[1]
    ENABLE_CONVERSATION_ANALYSIS_FIELD_NUMBER: _t.Literal[2]
    DESCRIPTIVE_STATISTICS_QUANTILES_FIELD_NUMBER: _t.Literal[3]
    SPEAKER_OPTIONS_FIELD_NUMBER: _t.Literal[4]
    CONVERSTATION_OPTIONS_FIELD_NUMBER: _t.Literal[5]
    enable_speaker_analysis: _b.bool
    """Sends a SpeakerAnalysis for each speaker. Off by default."""
    enable_conversation_analysis: _b.bool
    """Sends a ConversationAnalysis. Off by default."""
    @_b.property
    def descriptive_statistics_quantiles(self) -> _containers.RepeatedScalarFieldContainer[_b.float]:
        """Levels of the quantiles to add to each DescriptiveStatistics, all strictly between 0 and 1."""
    @_b.property
    def speaker_options(self) -> SpeakerAnalysisOptions:
        """Settings of the speaker figures."""
    @_b.property
    def converstation_options(self) -> ConversationAnalysisOptions:
        """Settings of the conversation figures. The name is misspelt upstream, and as part of the
        interface has to stay so.
        """
    def __init__(
        self,
        *,
        enable_speaker_analysis: _b.bool | None = ...,
        enable_conversation_analysis: _b.bool | None = ...,
        descriptive_statistics_quantiles: _abc.Iterable[_b.float] | None = ...,
        speaker_options: SpeakerAnalysisOptions | None = ...,
        converstation_options: ConversationAnalysisOptions | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['speaker_options', 'converstation_options']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['enable_speaker_analysis', 'enable_conversation_analysis', 'descriptive_statistics_quantiles', 'speaker_options', 'converstation_options']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class RawAudio(_message.Message):
    """Audio as bare samples, without a header."""
    class _AudioEncoding:
        ValueType = _t.NewType("ValueType", _b.int)
    class _AudioEncodingWrapper(_enum._EnumTypeWrapper[_AudioEncoding.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        AUDIO_ENCODING_UNSPECIFIED: RawAudio.AudioEncoding.ValueType
        """Not told; name the encoding."""
        LINEAR16_PCM: RawAudio.AudioEncoding.ValueType
        """Signed 16-bit little-endian samples."""
    class AudioEncoding(_AudioEncoding, metaclass=_AudioEncodingWrapper):
        """How a sample is written."""
    AUDIO_ENCODING_UNSPECIFIED: RawAudio.AudioEncoding.ValueType
    """Not told; name the encoding."""
    LINEAR16_PCM: RawAudio.AudioEncoding.ValueType
    """Signed 16-bit little-endian samples."""

    AUDIO_ENCODING_FIELD_NUMBER: _t.Literal[1]
    SAMPLE_RATE_HERTZ_FIELD_NUMBER: _t.Literal[2]
    AUDIO_CHANNEL_COUNT_FIELD_NUMBER: _t.Literal[3]
    audio_encoding: RawAudio.AudioEncoding.ValueType
    """How a sample is written."""
    sample_rate_hertz: _b.int
    """Samples per second, from 8000 to 48000; 8000, 16000 and 48000 are sure to work."""
    audio_channel_count: _b.int
    """Number of channels, interleaved: 1 in a stream, up to 2 in a recording."""
    def __init__(
        self,
        *,
        audio_encoding: RawAudio.AudioEncoding.ValueType | None = ...,
        sample_rate_hertz: _b.int | None = ...,
        audio_channel_count: _b.int | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['audio_encoding', 'sample_rate_hertz', 'audio_channel_count']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class ContainerAudio(_message.Message):
    """Audio in a container that tells its own rate and channels."""
    class _ContainerAudioType:
        ValueType = _t.NewType("ValueType", _b.int)
    class _ContainerAudioTypeWrapper(_enum._EnumTypeWrapper[_ContainerAudioType.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        CONTAINER_AUDIO_TYPE_UNSPECIFIED: ContainerAudio.ContainerAudioType.ValueType
        """Not told; name the container."""
        WAV: ContainerAudio.ContainerAudioType.ValueType
        """WAV with 16-bit linear samples."""
        OGG_OPUS: ContainerAudio.ContainerAudioType.ValueType
        """OGG with Opus."""
        MP3: ContainerAudio.ContainerAudioType.ValueType
        """MP3."""
    class ContainerAudioType(_ContainerAudioType, metaclass=_ContainerAudioTypeWrapper):
        """Kinds of container."""
    CONTAINER_AUDIO_TYPE_UNSPECIFIED: ContainerAudio.ContainerAudioType.ValueType
    """Not told; name the container."""
    WAV: ContainerAudio.ContainerAudioType.ValueType
    """WAV with 16-bit linear samples."""
    OGG_OPUS: ContainerAudio.ContainerAudioType.ValueType
    """OGG with Opus."""
    MP3: ContainerAudio.ContainerAudioType.ValueType
    """MP3."""

    CONTAINER_AUDIO_TYPE_FIELD_NUMBER: _t.Literal[1]
    container_audio_type: ContainerAudio.ContainerAudioType.ValueType
    """Kind of container."""
    def __init__(
        self,
        *,
        container_audio_type: ContainerAudio.ContainerAudioType.ValueType | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['container_audio_type']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class AudioFormatOptions(_message.Message):
    """Format of the audio."""
    RAW_AUDIO_FIELD_NUMBER: _t.Literal[1]
    CONTAINER_AUDIO_FIELD_NUMBER: _t.Literal[2]
    @_b.property
    def raw_audio(self) -> RawAudio:
        """Bare samples."""
    @_b.property
    def container_audio(self) -> ContainerAudio:
        """A container."""
    def __init__(
        self,
        *,
        raw_audio: RawAudio | None = ...,
        container_audio: ContainerAudio | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['raw_audio', 'container_audio', 'AudioFormat']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['raw_audio', 'container_audio', 'AudioFormat']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Literal['AudioFormat']) -> _t.Literal['raw_audio', 'container_audio'] | None: ...

class LanguageRestrictionOptions(_message.Message):
    """Which languages to expect. A hint to the model rather than a strict rule, applied sentence by
    sentence: a sentence that mixes languages comes out in the likeliest one.
    """
    class _LanguageRestrictionType:
        ValueType = _t.NewType("ValueType", _b.int)
    class _LanguageRestrictionTypeWrapper(_enum._EnumTypeWrapper[_LanguageRestrictionType.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        LANGUAGE_RESTRICTION_TYPE_UNSPECIFIED: LanguageRestrictionOptions.LanguageRestrictionType.ValueType
        """Not told; name one of the others."""
        WHITELIST: LanguageRestrictionOptions.LanguageRestrictionType.ValueType
        """Expect the languages listed."""
        BLACKLIST: LanguageRestrictionOptions.LanguageRestrictionType.ValueType
        """Expect any language but those listed."""
    class LanguageRestrictionType(_LanguageRestrictionType, metaclass=_LanguageRestrictionTypeWrapper):
        """How to read the list of languages."""
    LANGUAGE_RESTRICTION_TYPE_UNSPECIFIED: LanguageRestrictionOptions.LanguageRestrictionType.ValueType
    """Not told; name one of the others."""
    WHITELIST: LanguageRestrictionOptions.LanguageRestrictionType.ValueType
    """Expect the languages listed."""
    BLACKLIST: LanguageRestrictionOptions.LanguageRestrictionType.ValueType
    """Expect any language but those listed."""

    RESTRICTION_TYPE_FIELD_NUMBER: _t.Literal[1]
    LANGUAGE_CODE_FIELD_NUMBER: _t.Literal[2]
    restriction_type: LanguageRestrictionOptions.LanguageRestrictionType.ValueType
    """How to read the list."""
    @_b.property
    def language_code(self) -> _containers.RepeatedScalarFieldContainer[_b.str]:
        """Languages such as "ru-RU" or "en-US", case ignored. A single "auto", or several codes, detect
        the language of each sentence. Russian when unset.
        """
    def __init__(
        self,
        *,
        restriction_type: LanguageRestrictionOptions.LanguageRestrictionType.ValueType | None = ...,
        language_code: _abc.Iterable[_b.str] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['restriction_type', 'language_code']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class JsonSchema(_message.Message):
    """Shape that an answer of the language model has to have."""
    SCHEMA_FIELD_NUMBER: _t.Literal[1]
    @_b.property
    def schema(self) -> _google_protobuf_struct_pb2.Struct:
        """The JSON Schema, as a JSON object."""
    def __init__(
        self,
        *,
        schema: _google_protobuf_struct_pb2.Struct | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['schema']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['schema']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class SummarizationProperty(_message.Message):
    """One question to put to a language model about the transcript."""
    INSTRUCTION_FIELD_NUMBER: _t.Literal[1]
    JSON_OBJECT_FIELD_NUMBER: _t.Literal[2]
    JSON_SCHEMA_FIELD_NUMBER: _t.Literal[3]
    instruction: _b.str
    """The question or task, in plain words."""
    json_object: _b.bool
    """True asks for valid JSON of any shape. The instruction should ask for JSON too, or the model
    may pad its answer up to the token limit.
    """
    @_b.property
    def json_schema(self) -> JsonSchema:
        """Asks for JSON of this shape."""
    def __init__(
        self,
        *,
        instruction: _b.str | None = ...,
        json_object: _b.bool | None = ...,
        json_schema: JsonSchema | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['json_object', 'json_schema', 'ResponseFormat']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['instruction', 'json_object', 'json_schema', 'ResponseFormat']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Literal['ResponseFormat']) -> _t.Literal['json_object', 'json_schema'] | None: ...

class SummarizationOptions(_message.Message):
    """Questions to put to a language model about the transcript. The account needs the role
    ai.languageModels.user.
    """
    MODEL_URI_FIELD_NUMBER: _t.Literal[1]
    PROPERTIES_FIELD_NUMBER: _t.Literal[2]
    model_uri: _b.str
    """The model, written "gpt://<folder id>/<model>"."""
    @_b.property
    def properties(self) -> _containers.RepeatedCompositeFieldContainer[SummarizationProperty]:
        """The questions, at most 16 per session."""
    def __init__(
        self,
        *,
        model_uri: _b.str | None = ...,
        properties: _abc.Iterable[SummarizationProperty] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['model_uri', 'properties']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class SummarizationPropertyResult(_message.Message):
    """Answer to one question."""
    RESPONSE_FIELD_NUMBER: _t.Literal[1]
    response: _b.str
    """The answer: text, or JSON as text if the question asked for it."""
    def __init__(
        self,
        *,
        response: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['response']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class RecognitionModelOptions(_message.Message):
    """Model, audio format and text settings of a recognition."""
    class _AudioProcessingType:
        ValueType = _t.NewType("ValueType", _b.int)
    class _AudioProcessingTypeWrapper(_enum._EnumTypeWrapper[_AudioProcessingType.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        AUDIO_PROCESSING_TYPE_UNSPECIFIED: RecognitionModelOptions.AudioProcessingType.ValueType
        """Taken as REAL_TIME."""
        REAL_TIME: RecognitionModelOptions.AudioProcessingType.ValueType
        """Results as early as possible. The default."""
        FULL_DATA: RecognitionModelOptions.AudioProcessingType.ValueType
        """Results only after all audio has arrived."""
    class AudioProcessingType(_AudioProcessingType, metaclass=_AudioProcessingTypeWrapper):
        """Trade between speed and context in a stream."""
    AUDIO_PROCESSING_TYPE_UNSPECIFIED: RecognitionModelOptions.AudioProcessingType.ValueType
    """Taken as REAL_TIME."""
    REAL_TIME: RecognitionModelOptions.AudioProcessingType.ValueType
    """Results as early as possible. The default."""
    FULL_DATA: RecognitionModelOptions.AudioProcessingType.ValueType
    """Results only after all audio has arrived."""

    MODEL_FIELD_NUMBER: _t.Literal[1]
    AUDIO_FORMAT_FIELD_NUMBER: _t.Literal[2]
    TEXT_NORMALIZATION_FIELD_NUMBER: _t.Literal[3]
    LANGUAGE_RESTRICTION_FIELD_NUMBER: _t.Literal[4]
    AUDIO_PROCESSING_TYPE_FIELD_NUMBER: _t.Literal[5]
    model: _b.str
    """Recognition model: "general", "general:rc" or "general:deprecated". Recordings also take
    "deferred-general" with the same suffixes: low priority, ready within 24 hours.
    """
    @_b.property
    def audio_format(self) -> AudioFormatOptions:
        """Format of the audio."""
    @_b.property
    def text_normalization(self) -> TextNormalizationOptions:
        """How recognized words become readable text."""
    @_b.property
    def language_restriction(self) -> LanguageRestrictionOptions:
        """Which languages to expect; Russian when unset."""
    audio_processing_type: RecognitionModelOptions.AudioProcessingType.ValueType
    """Speed or context. Streams only: a recording is always processed as a whole."""
    def __init__(
        self,
        *,
        model: _b.str | None = ...,
        audio_format: AudioFormatOptions | None = ...,
        text_normalization: TextNormalizationOptions | None = ...,
        language_restriction: LanguageRestrictionOptions | None = ...,
        audio_processing_type: RecognitionModelOptions.AudioProcessingType.ValueType | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['audio_format', 'text_normalization', 'language_restriction']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['model', 'audio_format', 'text_normalization', 'language_restriction', 'audio_processing_type']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class SpeakerLabelingOptions(_message.Message):
    """Telling two speakers on one channel apart."""
    class _SpeakerLabeling:
        ValueType = _t.NewType("ValueType", _b.int)
    class _SpeakerLabelingWrapper(_enum._EnumTypeWrapper[_SpeakerLabeling.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        SPEAKER_LABELING_UNSPECIFIED: SpeakerLabelingOptions.SpeakerLabeling.ValueType
        """Taken as SPEAKER_LABELING_DISABLED."""
        SPEAKER_LABELING_ENABLED: SpeakerLabelingOptions.SpeakerLabeling.ValueType
        """Results carry the speaker, "0" or "1", in StreamingResponse.channel_tag."""
        SPEAKER_LABELING_DISABLED: SpeakerLabelingOptions.SpeakerLabeling.ValueType
        """Speakers are not told apart. The default."""
    class SpeakerLabeling(_SpeakerLabeling, metaclass=_SpeakerLabelingWrapper):
        """Switch for speaker labeling."""
    SPEAKER_LABELING_UNSPECIFIED: SpeakerLabelingOptions.SpeakerLabeling.ValueType
    """Taken as SPEAKER_LABELING_DISABLED."""
    SPEAKER_LABELING_ENABLED: SpeakerLabelingOptions.SpeakerLabeling.ValueType
    """Results carry the speaker, "0" or "1", in StreamingResponse.channel_tag."""
    SPEAKER_LABELING_DISABLED: SpeakerLabelingOptions.SpeakerLabeling.ValueType
    """Speakers are not told apart. The default."""

    SPEAKER_LABELING_FIELD_NUMBER: _t.Literal[1]
    speaker_labeling: SpeakerLabelingOptions.SpeakerLabeling.ValueType
    """Speaker labeling, off when unset. For one channel with at most two speakers; a stream needs
    FULL_DATA for it.
    """
    def __init__(
        self,
        *,
        speaker_labeling: SpeakerLabelingOptions.SpeakerLabeling.ValueType | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['speaker_labeling']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class StreamingOptions(_message.Message):
    """Settings of a streaming session."""
    RECOGNITION_MODEL_FIELD_NUMBER: _t.Literal[1]
    EOU_CLASSIFIER_FIELD_NUMBER: _t.Literal[2]
    RECOGNITION_CLASSIFIER_FIELD_NUMBER: _t.Literal[3]
    SPEECH_ANALYSIS_FIELD_NUMBER: _t.Literal[4]
    SPEAKER_LABELING_FIELD_NUMBER: _t.Literal[5]
    SUMMARIZATION_FIELD_NUMBER: _t.Literal[6]
    @_b.property
    def recognition_model(self) -> RecognitionModelOptions:
        """Model, audio format and text settings."""
    @_b.property
    def eou_classifier(self) -> EouClassifierOptions:
        """Who decides where an utterance ends; the service when unset."""
    @_b.property
    def recognition_classifier(self) -> RecognitionClassifierOptions:
        """Classifiers to run; none when unset."""
    @_b.property
    def speech_analysis(self) -> SpeechAnalysisOptions:
        """Figures to compute about speakers and conversation; none when unset."""
    @_b.property
    def speaker_labeling(self) -> SpeakerLabelingOptions:
        """Telling speakers apart; off when unset."""
    @_b.property
    def summarization(self) -> SummarizationOptions:
        """Questions to a language model; none when unset."""
    def __init__(
        self,
        *,
        recognition_model: RecognitionModelOptions | None = ...,
        eou_classifier: EouClassifierOptions | None = ...,
        recognition_classifier: RecognitionClassifierOptions | None = ...,
        speech_analysis: SpeechAnalysisOptions | None = ...,
        speaker_labeling: SpeakerLabelingOptions | None = ...,
        summarization: SummarizationOptions | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['recognition_model', 'eou_classifier', 'recognition_classifier', 'speech_analysis', 'speaker_labeling', 'summarization']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['recognition_model', 'eou_classifier', 'recognition_classifier', 'speech_analysis', 'speaker_labeling', 'summarization']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class AudioChunk(_message.Message):
    """A piece of audio."""
    DATA_FIELD_NUMBER: _t.Literal[1]
    data: _b.bytes
    """Audio in the format that the session settings name. Some 400 ms per piece, sent every 400 ms,
    serve well.
    """
    def __init__(
        self,
        *,
        data: _b.bytes | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['data']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class SilenceChunk(_message.Message):
    """Silence in place of audio. Keeps a session open while there is nothing to send."""
    DURATION_MS_FIELD_NUMBER: _t.Literal[1]
    duration_ms: _b.int
    """Length of the silence in milliseconds."""
    def __init__(
        self,
        *,
        duration_ms: _b.int | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['duration_ms']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class Eou(_message.Message):
    """Ends the current utterance. Only for sessions with an ExternalEouClassifier."""
    def __init__(
        self,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Never) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class StreamingRequest(_message.Message):
    """One message from the client: the settings first, then audio, silence and ends of utterances."""
    SESSION_OPTIONS_FIELD_NUMBER: _t.Literal[1]
    CHUNK_FIELD_NUMBER: _t.Literal[2]
    SILENCE_CHUNK_FIELD_NUMBER: _t.Literal[3]
    EOU_FIELD_NUMBER: _t.Literal[4]
    @_b.property
    def session_options(self) -> StreamingOptions:
        """Settings of the session. First message, and there only."""
    @_b.property
    def chunk(self) -> AudioChunk:
        """Next piece of audio."""
    @_b.property
    def silence_chunk(self) -> SilenceChunk:
        """Silence in place of audio."""
    @_b.property
    def eou(self) -> Eou:
        """End of the current utterance. Only for sessions with an ExternalEouClassifier."""
    def __init__(
        self,
        *,
        session_options: StreamingOptions | None = ...,
        chunk: AudioChunk | None = ...,
        silence_chunk: SilenceChunk | None = ...,
        eou: Eou | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['session_options', 'chunk', 'silence_chunk', 'eou', 'Event']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['session_options', 'chunk', 'silence_chunk', 'eou', 'Event']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Literal['Event']) -> _t.Literal['session_options', 'chunk', 'silence_chunk', 'eou'] | None: ...

class RecognizeFileRequest(_message.Message):
    """A recording and how to transcribe it: at most 2 channels and 4 hours, channels added up."""
    CONTENT_FIELD_NUMBER: _t.Literal[1]
    URI_FIELD_NUMBER: _t.Literal[2]
    RECOGNITION_MODEL_FIELD_NUMBER: _t.Literal[3]
    RECOGNITION_CLASSIFIER_FIELD_NUMBER: _t.Literal[4]
    SPEECH_ANALYSIS_FIELD_NUMBER: _t.Literal[5]
    SPEAKER_LABELING_FIELD_NUMBER: _t.Literal[6]
    SUMMARIZATION_FIELD_NUMBER: _t.Literal[7]
    content: _b.bytes
    """The recording itself, raw bytes (base64 in JSON), at most 60 MB."""
    uri: _b.str
    """Link to an object in Yandex Object Storage, at most 1 GB. The account needs read access to
    the bucket; query parameters of the link are ignored.
    """
    @_b.property
    def recognition_model(self) -> RecognitionModelOptions:
        """Model, audio format and text settings."""
    @_b.property
    def recognition_classifier(self) -> RecognitionClassifierOptions:
        """Classifiers to run; none when unset."""
    @_b.property
    def speech_analysis(self) -> SpeechAnalysisOptions:
        """Figures to compute about speakers and conversation; none when unset."""
    @_b.property
    def speaker_labeling(self) -> SpeakerLabelingOptions:
        """Telling speakers apart; off when unset."""
    @_b.property
    def summarization(self) -> SummarizationOptions:
        """Questions to a language model; none when unset."""
    def __init__(
        self,
        *,
        content: _b.bytes | None = ...,
        uri: _b.str | None = ...,
        recognition_model: RecognitionModelOptions | None = ...,
        recognition_classifier: RecognitionClassifierOptions | None = ...,
        speech_analysis: SpeechAnalysisOptions | None = ...,
        speaker_labeling: SpeakerLabelingOptions | None = ...,
        summarization: SummarizationOptions | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['content', 'uri', 'recognition_model', 'recognition_classifier', 'speech_analysis', 'speaker_labeling', 'summarization', 'AudioSource']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['content', 'uri', 'recognition_model', 'recognition_classifier', 'speech_analysis', 'speaker_labeling', 'summarization', 'AudioSource']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Literal['AudioSource']) -> _t.Literal['content', 'uri'] | None: ...

class Word(_message.Message):
    """One word and when it was said."""
    TEXT_FIELD_NUMBER: _t.Literal[1]
    START_TIME_MS_FIELD_NUMBER: _t.Literal[2]
    END_TIME_MS_FIELD_NUMBER: _t.Literal[3]
    text: _b.str
    """The word as text."""
    start_time_ms: _b.int
    """When the word starts, milliseconds."""
    end_time_ms: _b.int
    """When the word ends, milliseconds."""
    def __init__(
        self,
        *,
        text: _b.str | None = ...,
        start_time_ms: _b.int | None = ...,
        end_time_ms: _b.int | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['text', 'start_time_ms', 'end_time_ms']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class LanguageEstimation(_message.Message):
    """How likely a language is."""
    LANGUAGE_CODE_FIELD_NUMBER: _t.Literal[1]
    PROBABILITY_FIELD_NUMBER: _t.Literal[2]
    language_code: _b.str
    """The language, such as "en-US"."""
    probability: _b.float
    """Its probability, from 0 to 1."""
    def __init__(
        self,
        *,
        language_code: _b.str | None = ...,
        probability: _b.float | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['language_code', 'probability']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class Alternative(_message.Message):
    """One reading of a piece of audio."""
    WORDS_FIELD_NUMBER: _t.Literal[1]
    TEXT_FIELD_NUMBER: _t.Literal[2]
    START_TIME_MS_FIELD_NUMBER: _t.Literal[3]
    END_TIME_MS_FIELD_NUMBER: _t.Literal[4]
    CONFIDENCE_FIELD_NUMBER: _t.Literal[5]
    LANGUAGES_FIELD_NUMBER: _t.Literal[6]
    @_b.property
    def words(self) -> _containers.RepeatedCompositeFieldContainer[Word]:
        """Words with their times."""
    text: _b.str
    """The text."""
    start_time_ms: _b.int
    """When the piece starts, milliseconds."""
    end_time_ms: _b.int
    """When the piece ends, milliseconds."""
    confidence: _b.float
    """Not in use yet, do not rely on it."""
    @_b.property
    def languages(self) -> _containers.RepeatedCompositeFieldContainer[LanguageEstimation]:
        """Languages that the piece may be in."""
    def __init__(
        self,
        *,
        words: _abc.Iterable[Word] | None = ...,
        text: _b.str | None = ...,
        start_time_ms: _b.int | None = ...,
        end_time_ms: _b.int | None = ...,
        confidence: _b.float | None = ...,
        languages: _abc.Iterable[LanguageEstimation] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['words', 'text', 'start_time_ms', 'end_time_ms', 'confidence', 'languages']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class EouUpdate(_message.Message):
    """An utterance has ended. Several finals may come before it."""
    TIME_MS_FIELD_NUMBER: _t.Literal[2]
    time_ms: _b.int
    """Estimated time of the end, milliseconds."""
    def __init__(
        self,
        *,
        time_ms: _b.int | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['time_ms']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class AlternativeUpdate(_message.Message):
    """Recognized text, in one or more readings."""
    ALTERNATIVES_FIELD_NUMBER: _t.Literal[1]
    CHANNEL_TAG_FIELD_NUMBER: _t.Literal[2]
    @_b.property
    def alternatives(self) -> _containers.RepeatedCompositeFieldContainer[Alternative]:
        """The readings; empty when nothing was heard."""
    channel_tag: _b.str
    """Channel of the speech. Read StreamingResponse.channel_tag instead."""
    def __init__(
        self,
        *,
        alternatives: _abc.Iterable[Alternative] | None = ...,
        channel_tag: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['alternatives', 'channel_tag']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class AudioCursors(_message.Message):
    """How far the service has got in the audio."""
    RECEIVED_DATA_MS_FIELD_NUMBER: _t.Literal[1]
    RESET_TIME_MS_FIELD_NUMBER: _t.Literal[2]
    PARTIAL_TIME_MS_FIELD_NUMBER: _t.Literal[3]
    FINAL_TIME_MS_FIELD_NUMBER: _t.Literal[4]
    FINAL_INDEX_FIELD_NUMBER: _t.Literal[5]
    EOU_TIME_MS_FIELD_NUMBER: _t.Literal[6]
    received_data_ms: _b.int
    """Milliseconds of audio received."""
    reset_time_ms: _b.int
    """Where the input was last reset, milliseconds."""
    partial_time_ms: _b.int
    """Up to where partial results reach, milliseconds; silence that was cut off counts."""
    final_time_ms: _b.int
    """Up to where the text is settled, milliseconds. Moves with each final, normally just before the
    end of an utterance.
    """
    final_index: _b.int
    """Number of the last final. A FinalRefinement names the final it belongs to by it."""
    eou_time_ms: _b.int
    """Where the last utterance ended, milliseconds: an estimate as good as the word times, or with an
    ExternalEouClassifier what had been received when Eou arrived.
    """
    def __init__(
        self,
        *,
        received_data_ms: _b.int | None = ...,
        reset_time_ms: _b.int | None = ...,
        partial_time_ms: _b.int | None = ...,
        final_time_ms: _b.int | None = ...,
        final_index: _b.int | None = ...,
        eou_time_ms: _b.int | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['received_data_ms', 'reset_time_ms', 'partial_time_ms', 'final_time_ms', 'final_index', 'eou_time_ms']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class FinalRefinement(_message.Message):
    """A final once more, after normalization. One follows each final while normalization is on, some
    time later.
    """
    FINAL_INDEX_FIELD_NUMBER: _t.Literal[1]
    NORMALIZED_TEXT_FIELD_NUMBER: _t.Literal[2]
    final_index: _b.int
    """Number of the final that it refines, see AudioCursors.final_index."""
    @_b.property
    def normalized_text(self) -> AlternativeUpdate:
        """The normalized text, to show in place of the final."""
    def __init__(
        self,
        *,
        final_index: _b.int | None = ...,
        normalized_text: AlternativeUpdate | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['normalized_text', 'Type']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['final_index', 'normalized_text', 'Type']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Literal['Type']) -> _t.Literal['normalized_text'] | None: ...

class StatusCode(_message.Message):
    """Sign of life, sent at a fixed interval whose length is not documented."""
    CODE_TYPE_FIELD_NUMBER: _t.Literal[1]
    MESSAGE_FIELD_NUMBER: _t.Literal[2]
    code_type: CodeType.ValueType
    """State of the session."""
    message: _b.str
    """The state explained, for people."""
    def __init__(
        self,
        *,
        code_type: CodeType.ValueType | None = ...,
        message: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['code_type', 'message']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class SessionUuid(_message.Message):
    """Names of a session, to quote to support."""
    UUID_FIELD_NUMBER: _t.Literal[1]
    USER_REQUEST_ID_FIELD_NUMBER: _t.Literal[2]
    uuid: _b.str
    """The service's name for the session."""
    user_request_id: _b.str
    """The request's name: what the client sent, or for a recording one that resembles the
    operation's.
    """
    def __init__(
        self,
        *,
        uuid: _b.str | None = ...,
        user_request_id: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['uuid', 'user_request_id']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class PhraseHighlight(_message.Message):
    """Words that made a classifier decide."""
    TEXT_FIELD_NUMBER: _t.Literal[1]
    START_TIME_MS_FIELD_NUMBER: _t.Literal[2]
    END_TIME_MS_FIELD_NUMBER: _t.Literal[3]
    text: _b.str
    """The words."""
    start_time_ms: _b.int
    """When they start, milliseconds."""
    end_time_ms: _b.int
    """When they end, milliseconds."""
    def __init__(
        self,
        *,
        text: _b.str | None = ...,
        start_time_ms: _b.int | None = ...,
        end_time_ms: _b.int | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['text', 'start_time_ms', 'end_time_ms']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class RecognitionClassifierLabel(_message.Message):
    """One class and how likely it is."""
    LABEL_FIELD_NUMBER: _t.Literal[1]
    CONFIDENCE_FIELD_NUMBER: _t.Literal[2]
    label: _b.str
    """Name of the class."""
    confidence: _b.float
    """How sure the classifier is of it."""
    def __init__(
        self,
        *,
        label: _b.str | None = ...,
        confidence: _b.float | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['label', 'confidence']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class RecognitionClassifierResult(_message.Message):
    """What a classifier found."""
    CLASSIFIER_FIELD_NUMBER: _t.Literal[1]
    HIGHLIGHTS_FIELD_NUMBER: _t.Literal[2]
    LABELS_FIELD_NUMBER: _t.Literal[3]
    classifier: _b.str
    """Name of the classifier, see RecognitionClassifier.classifier."""
    @_b.property
    def highlights(self) -> _containers.RepeatedCompositeFieldContainer[PhraseHighlight]:
        """Words that made it decide."""
    @_b.property
    def labels(self) -> _containers.RepeatedCompositeFieldContainer[RecognitionClassifierLabel]:
        """Classes with how likely they are."""
    def __init__(
        self,
        *,
        classifier: _b.str | None = ...,
        highlights: _abc.Iterable[PhraseHighlight] | None = ...,
        labels: _abc.Iterable[RecognitionClassifierLabel] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['classifier', 'highlights', 'labels']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class RecognitionClassifierUpdate(_message.Message):
    """Result of one run of a classifier."""
    class _WindowType:
        ValueType = _t.NewType("ValueType", _b.int)
    class _WindowTypeWrapper(_enum._EnumTypeWrapper[_WindowType.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        WINDOW_TYPE_UNSPECIFIED: RecognitionClassifierUpdate.WindowType.ValueType
        """Never sent."""
        LAST_UTTERANCE: RecognitionClassifierUpdate.WindowType.ValueType
        """The utterance that just ended."""
        LAST_FINAL: RecognitionClassifierUpdate.WindowType.ValueType
        """The latest final result."""
        LAST_PARTIAL: RecognitionClassifierUpdate.WindowType.ValueType
        """The latest partial result."""
    class WindowType(_WindowType, metaclass=_WindowTypeWrapper):
        """What the classifier looked at."""
    WINDOW_TYPE_UNSPECIFIED: RecognitionClassifierUpdate.WindowType.ValueType
    """Never sent."""
    LAST_UTTERANCE: RecognitionClassifierUpdate.WindowType.ValueType
    """The utterance that just ended."""
    LAST_FINAL: RecognitionClassifierUpdate.WindowType.ValueType
    """The latest final result."""
    LAST_PARTIAL: RecognitionClassifierUpdate.WindowType.ValueType
    """The latest partial result."""

    WINDOW_TYPE_FIELD_NUMBER: _t.Literal[1]
    START_TIME_MS_FIELD_NUMBER: _t.Literal[2]
    END_TIME_MS_FIELD_NUMBER: _t.Literal[3]
    CLASSIFIER_RESULT_FIELD_NUMBER: _t.Literal[4]
    window_type: RecognitionClassifierUpdate.WindowType.ValueType
    """What the classifier looked at."""
    start_time_ms: _b.int
    """When that stretch of audio starts, milliseconds."""
    end_time_ms: _b.int
    """When that stretch of audio ends, milliseconds."""
    @_b.property
    def classifier_result(self) -> RecognitionClassifierResult:
        """What it found."""
    def __init__(
        self,
        *,
        window_type: RecognitionClassifierUpdate.WindowType.ValueType | None = ...,
        start_time_ms: _b.int | None = ...,
        end_time_ms: _b.int | None = ...,
        classifier_result: RecognitionClassifierResult | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['classifier_result']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['window_type', 'start_time_ms', 'end_time_ms', 'classifier_result']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class DescriptiveStatistics(_message.Message):
    """How a quantity is distributed."""
    class Quantile(_message.Message):
        """One quantile."""
        LEVEL_FIELD_NUMBER: _t.Literal[1]
        VALUE_FIELD_NUMBER: _t.Literal[2]
        level: _b.float
        """Its level, strictly between 0 and 1."""
        value: _b.float
        """The value that this share of observations stays below."""
        def __init__(
            self,
            *,
            level: _b.float | None = ...,
            value: _b.float | None = ...,
        ) -> None: ...
        def HasField(self, field_name: _t.Never) -> _b.bool: ...
        def ClearField(self, field_name: _t.Literal['level', 'value']) -> None: ...
        def WhichOneof(self, oneof_group: _t.Never) -> None: ...

    MIN_FIELD_NUMBER: _t.Literal[1]
    MAX_FIELD_NUMBER: _t.Literal[2]
    MEAN_FIELD_NUMBER: _t.Literal[3]
    STD_FIELD_NUMBER: _t.Literal[4]
    QUANTILES_FIELD_NUMBER: _t.Literal[5]
    min: _b.float
    """Smallest observation."""
    max: _b.float
    """Largest observation."""
    mean: _b.float
    """Mean."""
    std: _b.float
    """Standard deviation."""
    @_b.property
    def quantiles(self) -> _containers.RepeatedCompositeFieldContainer[DescriptiveStatistics.Quantile]:
        """Quantiles, at the levels asked for in SpeechAnalysisOptions."""
    def __init__(
        self,
        *,
        min: _b.float | None = ...,
        max: _b.float | None = ...,
        mean: _b.float | None = ...,
        std: _b.float | None = ...,
        quantiles: _abc.Iterable[DescriptiveStatistics.Quantile] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['min', 'max', 'mean', 'std', 'quantiles']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class AudioSegmentBoundaries(_message.Message):
    """A stretch of audio."""
    START_TIME_MS_FIELD_NUMBER: _t.Literal[1]
    END_TIME_MS_FIELD_NUMBER: _t.Literal[2]
    start_time_ms: _b.int
    """Where it starts, milliseconds."""
    end_time_ms: _b.int
    """Where it ends, milliseconds."""
    def __init__(
        self,
        *,
        start_time_ms: _b.int | None = ...,
        end_time_ms: _b.int | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['start_time_ms', 'end_time_ms']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class SpeakerAnalysis(_message.Message):
    """Figures about one speaker."""
    class _WindowType:
        ValueType = _t.NewType("ValueType", _b.int)
    class _WindowTypeWrapper(_enum._EnumTypeWrapper[_WindowType.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        WINDOW_TYPE_UNSPECIFIED: SpeakerAnalysis.WindowType.ValueType
        """Never sent."""
        TOTAL: SpeakerAnalysis.WindowType.ValueType
        """All audio so far."""
        LAST_UTTERANCE: SpeakerAnalysis.WindowType.ValueType
        """The utterance that just ended."""
    class WindowType(_WindowType, metaclass=_WindowTypeWrapper):
        """What the figures cover."""
    WINDOW_TYPE_UNSPECIFIED: SpeakerAnalysis.WindowType.ValueType
    """Never sent."""
    TOTAL: SpeakerAnalysis.WindowType.ValueType
    """All audio so far."""
    LAST_UTTERANCE: SpeakerAnalysis.WindowType.ValueType
    """The utterance that just ended."""

    SPEAKER_TAG_FIELD_NUMBER: _t.Literal[1]
    WINDOW_TYPE_FIELD_NUMBER: _t.Literal[2]
    SPEECH_BOUNDARIES_FIELD_NUMBER: _t.Literal[3]
    TOTAL_SPEECH_MS_FIELD_NUMBER: _t.Literal[4]
    SPEECH_RATIO_FIELD_NUMBER: _t.Literal[5]
    TOTAL_SILENCE_MS_FIELD_NUMBER: _t.Literal[6]
    SILENCE_RATIO_FIELD_NUMBER: _t.Literal[7]
    WORDS_COUNT_FIELD_NUMBER: _t.Literal[8]
    LETTERS_COUNT_FIELD_NUMBER: _t.Literal[9]
    WORDS_PER_SECOND_FIELD_NUMBER: _t.Literal[10]
    LETTERS_PER_SECOND_FIELD_NUMBER: _t.Literal[11]
    WORDS_PER_UTTERANCE_FIELD_NUMBER: _t.Literal[12]
    LETTERS_PER_UTTERANCE_FIELD_NUMBER: _t.Literal[13]
    UTTERANCE_COUNT_FIELD_NUMBER: _t.Literal[14]
    UTTERANCE_DURATION_ESTIMATION_FIELD_NUMBER: _t.Literal[15]
    speaker_tag: _b.str
    """The speaker, as in StreamingResponse.channel_tag."""
    window_type: SpeakerAnalysis.WindowType.ValueType
    """What the figures cover."""
    @_b.property
    def speech_boundaries(self) -> AudioSegmentBoundaries:
        """The stretch of audio that the figures cover."""
    total_speech_ms: _b.int
    """How long the speaker spoke, milliseconds."""
    speech_ratio: _b.float
    """Share of the stretch that the speaker spoke, from 0 to 1."""
    total_silence_ms: _b.int
    """How long the speaker was silent, milliseconds."""
    silence_ratio: _b.float
    """Share of the stretch that the speaker was silent, from 0 to 1."""
    words_count: _b.int
    """How many words were said."""
    letters_count: _b.int
    """How many letters those words have."""
    @_b.property
    def words_per_second(self) -> DescriptiveStatistics:
        """Speed of speech, words per second."""
    @_b.property
    def letters_per_second(self) -> DescriptiveStatistics:
        """Speed of speech, letters per second."""
    @_b.property
    def words_per_utterance(self) -> DescriptiveStatistics:
        """Length of utterances, words."""
    @_b.property
    def letters_per_utterance(self) -> DescriptiveStatistics:
        """Length of utterances, letters."""
    utterance_count: _b.int
    """How many utterances there were."""
    @_b.property
    def utterance_duration_estimation(self) -> DescriptiveStatistics:
        """Duration of utterances."""
    def __init__(
        self,
        *,
        speaker_tag: _b.str | None = ...,
        window_type: SpeakerAnalysis.WindowType.ValueType | None = ...,
        speech_boundaries: AudioSegmentBoundaries | None = ...,
        total_speech_ms: _b.int | None = ...,
        speech_ratio: _b.float | None = ...,
        total_silence_ms: _b.int | None = ...,
        silence_ratio: _b.float | None = ...,
        words_count: _b.int | None = ...,
        letters_count: _b.int | None = ...,
        words_per_second: DescriptiveStatistics | None = ...,
        letters_per_second: DescriptiveStatistics | None = ...,
        words_per_utterance: DescriptiveStatistics | None = ...,
        letters_per_utterance: DescriptiveStatistics | None = ...,
        utterance_count: _b.int | None = ...,
        utterance_duration_estimation: DescriptiveStatistics | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['speech_boundaries', 'words_per_second', 'letters_per_second', 'words_per_utterance', 'letters_per_utterance', 'utterance_duration_estimation']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['speaker_tag', 'window_type', 'speech_boundaries', 'total_speech_ms', 'speech_ratio', 'total_silence_ms', 'silence_ratio', 'words_count', 'letters_count', 'words_per_second', 'letters_per_second', 'words_per_utterance', 'letters_per_utterance', 'utterance_count', 'utterance_duration_estimation']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class ConversationAnalysis(_message.Message):
    """Figures about how speakers talk with each other."""
    class InterruptsEvaluation(_message.Message):
        """How often one speaker cut in on others."""
        SPEAKER_TAG_FIELD_NUMBER: _t.Literal[1]
        INTERRUPTS_COUNT_FIELD_NUMBER: _t.Literal[2]
        INTERRUPTS_DURATION_MS_FIELD_NUMBER: _t.Literal[3]
        INTERRUPTS_FIELD_NUMBER: _t.Literal[4]
        speaker_tag: _b.str
        """The speaker, as in StreamingResponse.channel_tag."""
        interrupts_count: _b.int
        """How many times the speaker cut in."""
        interrupts_duration_ms: _b.int
        """How long those times were together, milliseconds."""
        @_b.property
        def interrupts(self) -> _containers.RepeatedCompositeFieldContainer[AudioSegmentBoundaries]:
            """When each of them was."""
        def __init__(
            self,
            *,
            speaker_tag: _b.str | None = ...,
            interrupts_count: _b.int | None = ...,
            interrupts_duration_ms: _b.int | None = ...,
            interrupts: _abc.Iterable[AudioSegmentBoundaries] | None = ...,
        ) -> None: ...
        def HasField(self, field_name: _t.Never) -> _b.bool: ...
        def ClearField(self, field_name: _t.Literal['speaker_tag', 'interrupts_count', 'interrupts_duration_ms', 'interrupts']) -> None: ...
        def WhichOneof(self, oneof_group: _t.Never) -> None: ...

    CONVERSATION_BOUNDARIES_FIELD_NUMBER: _t.Literal[1]
    TOTAL_SIMULTANEOUS_SILENCE_DURATION_MS_FIELD_NUMBER: _t.Literal[2]
    TOTAL_SIMULTANEOUS_SILENCE_RATIO_FIELD_NUMBER: _t.Literal[3]
    SIMULTANEOUS_SILENCE_DURATION_ESTIMATION_FIELD_NUMBER: _t.Literal[4]
    TOTAL_SIMULTANEOUS_SPEECH_DURATION_MS_FIELD_NUMBER: _t.Literal[5]
    TOTAL_SIMULTANEOUS_SPEECH_RATIO_FIELD_NUMBER: _t.Literal[6]
    SIMULTANEOUS_SPEECH_DURATION_ESTIMATION_FIELD_NUMBER: _t.Literal[7]
    SPEAKER_INTERRUPTS_FIELD_NUMBER: _t.Literal[8]
    TOTAL_SPEECH_DURATION_MS_FIELD_NUMBER: _t.Literal[9]
    TOTAL_SPEECH_RATIO_FIELD_NUMBER: _t.Literal[10]
    @_b.property
    def conversation_boundaries(self) -> AudioSegmentBoundaries:
        """The stretch of audio that the figures cover."""
    total_simultaneous_silence_duration_ms: _b.int
    """How long nobody spoke, milliseconds."""
    total_simultaneous_silence_ratio: _b.float
    """Share of the stretch that nobody spoke, from 0 to 1."""
    @_b.property
    def simultaneous_silence_duration_estimation(self) -> DescriptiveStatistics:
        """Duration of the single silences."""
    total_simultaneous_speech_duration_ms: _b.int
    """How long several spoke at once, milliseconds."""
    total_simultaneous_speech_ratio: _b.float
    """Share of the stretch that several spoke at once, from 0 to 1."""
    @_b.property
    def simultaneous_speech_duration_estimation(self) -> DescriptiveStatistics:
        """Duration of the single overlaps."""
    @_b.property
    def speaker_interrupts(self) -> _containers.RepeatedCompositeFieldContainer[ConversationAnalysis.InterruptsEvaluation]:
        """Who cut in on others, one entry per speaker."""
    total_speech_duration_ms: _b.int
    """How long anybody spoke, alone or at once with others, milliseconds."""
    total_speech_ratio: _b.float
    """Share of the stretch that anybody spoke, from 0 to 1."""
    def __init__(
        self,
        *,
        conversation_boundaries: AudioSegmentBoundaries | None = ...,
        total_simultaneous_silence_duration_ms: _b.int | None = ...,
        total_simultaneous_silence_ratio: _b.float | None = ...,
        simultaneous_silence_duration_estimation: DescriptiveStatistics | None = ...,
        total_simultaneous_speech_duration_ms: _b.int | None = ...,
        total_simultaneous_speech_ratio: _b.float | None = ...,
        simultaneous_speech_duration_estimation: DescriptiveStatistics | None = ...,
        speaker_interrupts: _abc.Iterable[ConversationAnalysis.InterruptsEvaluation] | None = ...,
        total_speech_duration_ms: _b.int | None = ...,
        total_speech_ratio: _b.float | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['conversation_boundaries', 'simultaneous_silence_duration_estimation', 'simultaneous_speech_duration_estimation']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['conversation_boundaries', 'total_simultaneous_silence_duration_ms', 'total_simultaneous_silence_ratio', 'simultaneous_silence_duration_estimation', 'total_simultaneous_speech_duration_ms', 'total_simultaneous_speech_ratio', 'simultaneous_speech_duration_estimation', 'speaker_interrupts', 'total_speech_duration_ms', 'total_speech_ratio']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class ContentUsage(_message.Message):
    """What the language model used up."""
    INPUT_TEXT_TOKENS_FIELD_NUMBER: _t.Literal[1]
    COMPLETION_TOKENS_FIELD_NUMBER: _t.Literal[2]
    TOTAL_TOKENS_FIELD_NUMBER: _t.Literal[3]
    input_text_tokens: _b.int
    """Tokens of the questions and the transcript."""
    completion_tokens: _b.int
    """Tokens of the answers."""
    total_tokens: _b.int
    """Both together."""
    def __init__(
        self,
        *,
        input_text_tokens: _b.int | None = ...,
        completion_tokens: _b.int | None = ...,
        total_tokens: _b.int | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['input_text_tokens', 'completion_tokens', 'total_tokens']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class Summarization(_message.Message):
    """Answers of the language model."""
    RESULTS_FIELD_NUMBER: _t.Literal[1]
    CONTENT_USAGE_FIELD_NUMBER: _t.Literal[2]
    @_b.property
    def results(self) -> _containers.RepeatedCompositeFieldContainer[SummarizationPropertyResult]:
        """One answer per question, see SummarizationOptions.properties."""
    @_b.property
    def content_usage(self) -> ContentUsage:
        """What the language model used up."""
    def __init__(
        self,
        *,
        results: _abc.Iterable[SummarizationPropertyResult] | None = ...,
        content_usage: ContentUsage | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['content_usage']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['results', 'content_usage']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class StreamingResponse(_message.Message):
    """One message from the service. A short stream sees, in this order: status, partials, final,
    refinement, end of utterance, status.
    """
    SESSION_UUID_FIELD_NUMBER: _t.Literal[1]
    AUDIO_CURSORS_FIELD_NUMBER: _t.Literal[2]
    RESPONSE_WALL_TIME_MS_FIELD_NUMBER: _t.Literal[3]
    PARTIAL_FIELD_NUMBER: _t.Literal[4]
    FINAL_FIELD_NUMBER: _t.Literal[5]
    EOU_UPDATE_FIELD_NUMBER: _t.Literal[6]
    FINAL_REFINEMENT_FIELD_NUMBER: _t.Literal[7]
    STATUS_CODE_FIELD_NUMBER: _t.Literal[8]
    CLASSIFIER_UPDATE_FIELD_NUMBER: _t.Literal[10]
    SPEAKER_ANALYSIS_FIELD_NUMBER: _t.Literal[11]
    CONVERSATION_ANALYSIS_FIELD_NUMBER: _t.Literal[12]
    SUMMARIZATION_FIELD_NUMBER: _t.Literal[13]
    CHANNEL_TAG_FIELD_NUMBER: _t.Literal[9]
    @_b.property
    def session_uuid(self) -> SessionUuid:
        """Names of the session."""
    @_b.property
    def audio_cursors(self) -> AudioCursors:
        """How far the service has got in the audio."""
    response_wall_time_ms: _b.int
    """Wall-clock time of the response on the service's side, milliseconds."""
    @_b.property
    def partial(self) -> AlternativeUpdate:
        """Text so far, replaced by the next partial or final; may be empty."""
    @_b.property
    def final(self) -> AlternativeUpdate:
        """Text that will not change any more, up to AudioCursors.final_time_ms. At present it is sent
        only when an utterance ends; do not build on that.
        """
    @_b.property
    def eou_update(self) -> EouUpdate:
        """An utterance has ended; comes after all its finals."""
    @_b.property
    def final_refinement(self) -> FinalRefinement:
        """A final once more, normalized."""
    @_b.property
    def status_code(self) -> StatusCode:
        """Sign of life."""
    @_b.property
    def classifier_update(self) -> RecognitionClassifierUpdate:
        """Result of a classifier."""
    @_b.property
    def speaker_analysis(self) -> SpeakerAnalysis:
        """Figures about one speaker."""
    @_b.property
    def conversation_analysis(self) -> ConversationAnalysis:
        """Figures about the conversation."""
    @_b.property
    def summarization(self) -> Summarization:
        """Answers of the language model."""
    channel_tag: _b.str
    """Channel, or speaker when speakers are told apart, that the message is about: "0", "1" (version
    2 counts from 1).
    """
    def __init__(
        self,
        *,
        session_uuid: SessionUuid | None = ...,
        audio_cursors: AudioCursors | None = ...,
        response_wall_time_ms: _b.int | None = ...,
        partial: AlternativeUpdate | None = ...,
        final: AlternativeUpdate | None = ...,
        eou_update: EouUpdate | None = ...,
        final_refinement: FinalRefinement | None = ...,
        status_code: StatusCode | None = ...,
        classifier_update: RecognitionClassifierUpdate | None = ...,
        speaker_analysis: SpeakerAnalysis | None = ...,
        conversation_analysis: ConversationAnalysis | None = ...,
        summarization: Summarization | None = ...,
        channel_tag: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['session_uuid', 'audio_cursors', 'partial', 'final', 'eou_update', 'final_refinement', 'status_code', 'classifier_update', 'speaker_analysis', 'conversation_analysis', 'summarization', 'Event']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['session_uuid', 'audio_cursors', 'response_wall_time_ms', 'partial', 'final', 'eou_update', 'final_refinement', 'status_code', 'classifier_update', 'speaker_analysis', 'conversation_analysis', 'summarization', 'channel_tag', 'Event']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Literal['Event']) -> _t.Literal['partial', 'final', 'eou_update', 'final_refinement', 'status_code', 'classifier_update', 'speaker_analysis', 'conversation_analysis', 'summarization'] | None: ...

class DeleteRecognitionRequest(_message.Message):
    """Whose transcript to delete."""
    OPERATION_ID_FIELD_NUMBER: _t.Literal[1]
    operation_id: _b.str
    """Identifier of the operation that AsyncRecognizer.RecognizeFile returned."""
    def __init__(
        self,
        *,
        operation_id: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['operation_id']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class StreamingResponseList(_message.Message):
    """A whole transcript in one message. No method takes or returns it; it suits storing."""
    STREAMING_RESPONSES_FIELD_NUMBER: _t.Literal[1]
    @_b.property
    def streaming_responses(self) -> _containers.RepeatedCompositeFieldContainer[StreamingResponse]:
        """Responses in the order they arrived."""
    def __init__(
        self,
        *,
        streaming_responses: _abc.Iterable[StreamingResponse] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['streaming_responses']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...
