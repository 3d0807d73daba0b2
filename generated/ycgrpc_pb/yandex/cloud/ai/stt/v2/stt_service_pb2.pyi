# Generated from yandex/cloud/ai/stt/v2/stt_service.proto by tools/protoc_plugin.py. Do not edit.
import builtins as _b
import collections.abc as _abc
import typing as _t

import google.protobuf.descriptor as _descriptor
import google.protobuf.internal.containers as _containers
import google.protobuf.internal.enum_type_wrapper as _enum
import google.protobuf.internal.well_known_types as _well_known
import google.protobuf.message as _message
from google.protobuf.internal.extension_dict import _ExtensionFieldDescriptor as _Extension

import ycgrpc_pb.google.api.annotations_pb2 as _google_api_annotations_pb2
import ycgrpc_pb.google.protobuf.duration_pb2 as _google_protobuf_duration_pb2
import ycgrpc_pb.yandex.cloud.api.operation_pb2 as _yandex_cloud_api_operation_pb2
import ycgrpc_pb.yandex.cloud.operation.operation_pb2 as _yandex_cloud_operation_operation_pb2

DESCRIPTOR: _descriptor.FileDescriptor

class LongRunningRecognitionRequest(_message.Message):
    """A recording and how to transcribe it."""
    CONFIG_FIELD_NUMBER: _t.Literal[1]
    AUDIO_FIELD_NUMBER: _t.Literal[2]
    @_b.property
    def config(self) -> RecognitionConfig:
        """Format of the audio and recognition settings."""
    @_b.property
    def audio(self) -> RecognitionAudio:
        """The recording."""
    def __init__(
        self,
        *,
        config: RecognitionConfig | None = ...,
        audio: RecognitionAudio | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['config', 'audio']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['config', 'audio']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class LongRunningRecognitionResponse(_message.Message):
    """Transcript of a recording, packed in Operation.response."""
    CHUNKS_FIELD_NUMBER: _t.Literal[1]
    @_b.property
    def chunks(self) -> _containers.RepeatedCompositeFieldContainer[SpeechRecognitionResult]:
        """Recognized stretches of speech; each tells its channel."""
    def __init__(
        self,
        *,
        chunks: _abc.Iterable[SpeechRecognitionResult] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['chunks']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class StreamingRecognitionRequest(_message.Message):
    """One message from the client: the settings first, then audio to the end of the stream."""
    CONFIG_FIELD_NUMBER: _t.Literal[1]
    AUDIO_CONTENT_FIELD_NUMBER: _t.Literal[2]
    @_b.property
    def config(self) -> RecognitionConfig:
        """Settings of the session. First message only."""
    audio_content: _b.bytes
    """Next piece of audio, in the format that the settings name. Pieces of some 400 ms serve well."""
    def __init__(
        self,
        *,
        config: RecognitionConfig | None = ...,
        audio_content: _b.bytes | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['config', 'audio_content', 'streaming_request']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['config', 'audio_content', 'streaming_request']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Literal['streaming_request']) -> _t.Literal['config', 'audio_content'] | None: ...

class StreamingRecognitionResponse(_message.Message):
    """One message from the service."""
    CHUNKS_FIELD_NUMBER: _t.Literal[1]
    @_b.property
    def chunks(self) -> _containers.RepeatedCompositeFieldContainer[SpeechRecognitionChunk]:
        """What was recognized since the last message."""
    def __init__(
        self,
        *,
        chunks: _abc.Iterable[SpeechRecognitionChunk] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['chunks']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class RecognitionAudio(_message.Message):
    """Where a recording comes from."""
    CONTENT_FIELD_NUMBER: _t.Literal[1]
    URI_FIELD_NUMBER: _t.Literal[2]
    content: _b.bytes
    """The recording itself, raw bytes (base64 in JSON)."""
    uri: _b.str
    """Link to an object in Yandex Object Storage, at most 1 GB and 4 hours over all channels. The
    account needs read access to the bucket; query parameters of the link are ignored.
    """
    def __init__(
        self,
        *,
        content: _b.bytes | None = ...,
        uri: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['content', 'uri', 'audio_source']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['content', 'uri', 'audio_source']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Literal['audio_source']) -> _t.Literal['content', 'uri'] | None: ...

class RecognitionConfig(_message.Message):
    """Recognition settings and the folder to work in."""
    SPECIFICATION_FIELD_NUMBER: _t.Literal[1]
    FOLDER_ID_FIELD_NUMBER: _t.Literal[2]
    @_b.property
    def specification(self) -> RecognitionSpec:
        """Format of the audio and recognition settings."""
    folder_id: _b.str
    """Folder to work in; user accounts must name one. Leave unset with a service account, which uses
    its home folder.
    """
    def __init__(
        self,
        *,
        specification: RecognitionSpec | None = ...,
        folder_id: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['specification']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['specification', 'folder_id']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class RecognitionSpec(_message.Message):
    """Format of the audio and recognition settings."""
    class _AudioEncoding:
        ValueType = _t.NewType("ValueType", _b.int)
    class _AudioEncodingWrapper(_enum._EnumTypeWrapper[_AudioEncoding.ValueType], _b.type):
        DESCRIPTOR: _descriptor.EnumDescriptor
        AUDIO_ENCODING_UNSPECIFIED: RecognitionSpec.AudioEncoding.ValueType
        """Taken as OGG_OPUS."""
        LINEAR16_PCM: RecognitionSpec.AudioEncoding.ValueType
        """Signed 16-bit little-endian samples without a WAV header."""
        OGG_OPUS: RecognitionSpec.AudioEncoding.ValueType
        """Opus in an OGG container. The default."""
        MP3: RecognitionSpec.AudioEncoding.ValueType
        """MP3. Recordings only, not streams."""
    class AudioEncoding(_AudioEncoding, metaclass=_AudioEncodingWrapper):
        """How the audio is encoded."""
    AUDIO_ENCODING_UNSPECIFIED: RecognitionSpec.AudioEncoding.ValueType
    """Taken as OGG_OPUS."""
    LINEAR16_PCM: RecognitionSpec.AudioEncoding.ValueType
    """Signed 16-bit little-endian samples without a WAV header."""
    OGG_OPUS: RecognitionSpec.AudioEncoding.ValueType
    """Opus in an OGG container. The default."""
    MP3: RecognitionSpec.AudioEncoding.ValueType
    """MP3. Recordings only, not streams."""

    AUDIO_ENCODING_FIELD_NUMBER: _t.Literal[1]
    SAMPLE_RATE_HERTZ_FIELD_NUMBER: _t.Literal[2]
    LANGUAGE_CODE_FIELD_NUMBER: _t.Literal[3]
    PROFANITY_FILTER_FIELD_NUMBER: _t.Literal[4]
    MODEL_FIELD_NUMBER: _t.Literal[5]
    PARTIAL_RESULTS_FIELD_NUMBER: _t.Literal[7]
    SINGLE_UTTERANCE_FIELD_NUMBER: _t.Literal[8]
    AUDIO_CHANNEL_COUNT_FIELD_NUMBER: _t.Literal[9]
    RAW_RESULTS_FIELD_NUMBER: _t.Literal[10]
    LITERATURE_TEXT_FIELD_NUMBER: _t.Literal[11]
    audio_encoding: RecognitionSpec.AudioEncoding.ValueType
    """Encoding of the audio, OGG_OPUS when unset."""
    sample_rate_hertz: _b.int
    """Samples per second: 8000, 16000 or 48000 (the default). Matters for LINEAR16_PCM, which
    requires it.
    """
    language_code: _b.str
    """Language spoken, such as "en-US"; "ru-RU" when unset."""
    profanity_filter: _b.bool
    """Hides obscenities: masked with asterisks in recordings, left out in streams. Off by default."""
    model: _b.str
    """Recognition model, "general" when unset. The choice affects the price."""
    partial_results: _b.bool
    """Sends tentative chunks (final = false) while a phrase is still being spoken. Streams only."""
    single_utterance: _b.bool
    """Recognizes the first utterance only: after end_of_utterance further audio is ignored, and the
    service waits for the client to close its side. Streams only.
    """
    audio_channel_count: _b.int
    """Number of channels of LINEAR16_PCM audio in a recording, 1 when unset. Leave unset for other
    encodings, which tell it themselves.
    """
    raw_results: _b.bool
    """Writes numbers as words ("twelve"). By default they are digits ("12")."""
    literature_text: _b.bool
    """Polishes the text for reading. Off by default."""
    def __init__(
        self,
        *,
        audio_encoding: RecognitionSpec.AudioEncoding.ValueType | None = ...,
        sample_rate_hertz: _b.int | None = ...,
        language_code: _b.str | None = ...,
        profanity_filter: _b.bool | None = ...,
        model: _b.str | None = ...,
        partial_results: _b.bool | None = ...,
        single_utterance: _b.bool | None = ...,
        audio_channel_count: _b.int | None = ...,
        raw_results: _b.bool | None = ...,
        literature_text: _b.bool | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['audio_encoding', 'sample_rate_hertz', 'language_code', 'profanity_filter', 'model', 'partial_results', 'single_utterance', 'audio_channel_count', 'raw_results', 'literature_text']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class SpeechRecognitionChunk(_message.Message):
    """A piece of a streamed transcript, tentative or settled."""
    ALTERNATIVES_FIELD_NUMBER: _t.Literal[1]
    FINAL_FIELD_NUMBER: _t.Literal[2]
    END_OF_UTTERANCE_FIELD_NUMBER: _t.Literal[3]
    @_b.property
    def alternatives(self) -> _containers.RepeatedCompositeFieldContainer[SpeechRecognitionAlternative]:
        """Readings of the same audio."""
    final: _b.bool
    """True once the text of this chunk will not change any more."""
    end_of_utterance: _b.bool
    """True when the speaker has finished an utterance."""
    def __init__(
        self,
        *,
        alternatives: _abc.Iterable[SpeechRecognitionAlternative] | None = ...,
        final: _b.bool | None = ...,
        end_of_utterance: _b.bool | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['alternatives', 'final', 'end_of_utterance']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class SpeechRecognitionResult(_message.Message):
    """A piece of the transcript of a recording."""
    ALTERNATIVES_FIELD_NUMBER: _t.Literal[1]
    CHANNEL_TAG_FIELD_NUMBER: _t.Literal[2]
    @_b.property
    def alternatives(self) -> _containers.RepeatedCompositeFieldContainer[SpeechRecognitionAlternative]:
        """Readings of the same audio."""
    channel_tag: _b.int
    """Channel that the speech was heard on, counted from 1 (version 3 counts from 0)."""
    def __init__(
        self,
        *,
        alternatives: _abc.Iterable[SpeechRecognitionAlternative] | None = ...,
        channel_tag: _b.int | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['alternatives', 'channel_tag']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class SpeechRecognitionAlternative(_message.Message):
    """One reading of a piece of audio."""
    TEXT_FIELD_NUMBER: _t.Literal[1]
    CONFIDENCE_FIELD_NUMBER: _t.Literal[2]
    WORDS_FIELD_NUMBER: _t.Literal[3]
    text: _b.str
    """The text, with numbers as digits unless raw_results is set."""
    confidence: _b.float
    """Not supported, do not rely on it: the service always says 1."""
    @_b.property
    def words(self) -> _containers.RepeatedCompositeFieldContainer[WordInfo]:
        """Words with their times, for recordings. Numbers are spelled out here even where text has
        digits.
        """
    def __init__(
        self,
        *,
        text: _b.str | None = ...,
        confidence: _b.float | None = ...,
        words: _abc.Iterable[WordInfo] | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['text', 'confidence', 'words']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class WordInfo(_message.Message):
    """One word and when it was said."""
    START_TIME_FIELD_NUMBER: _t.Literal[1]
    END_TIME_FIELD_NUMBER: _t.Literal[2]
    WORD_FIELD_NUMBER: _t.Literal[3]
    CONFIDENCE_FIELD_NUMBER: _t.Literal[4]
    @_b.property
    def start_time(self) -> _google_protobuf_duration_pb2.Duration:
        """Time from the start of the recording to the start of the word; may be 1 to 2 seconds off."""
    @_b.property
    def end_time(self) -> _google_protobuf_duration_pb2.Duration:
        """Time from the start of the recording to the end of the word; may be 1 to 2 seconds off."""
    word: _b.str
    """The word."""
    confidence: _b.float
    """Not supported, do not rely on it: the service always says 1."""
    def __init__(
        self,
        *,
        start_time: _google_protobuf_duration_pb2.Duration | None = ...,
        end_time: _google_protobuf_duration_pb2.Duration | None = ...,
        word: _b.str | None = ...,
        confidence: _b.float | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['start_time', 'end_time']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['start_time', 'end_time', 'word', 'confidence']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...
