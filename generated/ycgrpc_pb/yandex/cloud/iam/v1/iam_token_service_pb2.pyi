# Generated from yandex/cloud/iam/v1/iam_token_service.proto by tools/protoc_plugin.py. Do not edit.
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
import ycgrpc_pb.google.protobuf.timestamp_pb2 as _google_protobuf_timestamp_pb2
import ycgrpc_pb.yandex.cloud.validation_pb2 as _yandex_cloud_validation_pb2

DESCRIPTOR: _descriptor.FileDescriptor

class CreateIamTokenRequest(_message.Message):
    """Proof of identity to exchange for a token."""
    YANDEX_PASSPORT_OAUTH_TOKEN_FIELD_NUMBER: _t.Literal[1]
    JWT_FIELD_NUMBER: _t.Literal[2]
    yandex_passport_oauth_token: _b.str
    """OAuth token of a Yandex account ("y0_..." to "y3_..."). Federated users and service accounts
    have none.
    """
    jwt: _b.str
    """JWT signed with the authorized key of a service account: PS256, issued for at most one hour,
    with the token URL of the IAM API as its audience.
    """
    def __init__(
        self,
        *,
        yandex_passport_oauth_token: _b.str | None = ...,
        jwt: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['yandex_passport_oauth_token', 'jwt', 'identity']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['yandex_passport_oauth_token', 'jwt', 'identity']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Literal['identity']) -> _t.Literal['yandex_passport_oauth_token', 'jwt'] | None: ...

class CreateIamTokenForServiceAccountRequest(_message.Message):
    """Names the service account to act as."""
    SERVICE_ACCOUNT_ID_FIELD_NUMBER: _t.Literal[1]
    service_account_id: _b.str
    """Identifier of the service account."""
    def __init__(
        self,
        *,
        service_account_id: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['service_account_id']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class CreateIamTokenResponse(_message.Message):
    """A fresh token. Earlier tokens stay good, and a repeated call may return the same one."""
    IAM_TOKEN_FIELD_NUMBER: _t.Literal[1]
    EXPIRES_AT_FIELD_NUMBER: _t.Literal[2]
    iam_token: _b.str
    """The token, to be sent as "authorization: Bearer <token>"."""
    @_b.property
    def expires_at(self) -> _google_protobuf_timestamp_pb2.Timestamp:
        """When the token stops working: at most 12 hours ahead, sooner if the credentials behind it end
        first.
        """
    def __init__(
        self,
        *,
        iam_token: _b.str | None = ...,
        expires_at: _google_protobuf_timestamp_pb2.Timestamp | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Literal['expires_at']) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['iam_token', 'expires_at']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class RevokeIamTokenRequest(_message.Message):
    """Which token to revoke."""
    IAM_TOKEN_FIELD_NUMBER: _t.Literal[1]
    iam_token: _b.str
    """The token itself."""
    def __init__(
        self,
        *,
        iam_token: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['iam_token']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...

class RevokeIamTokenResponse(_message.Message):
    """Confirms a revocation."""
    SUBJECT_ID_FIELD_NUMBER: _t.Literal[1]
    subject_id: _b.str
    """Identifier of the account that the token belonged to."""
    def __init__(
        self,
        *,
        subject_id: _b.str | None = ...,
    ) -> None: ...
    def HasField(self, field_name: _t.Never) -> _b.bool: ...
    def ClearField(self, field_name: _t.Literal['subject_id']) -> None: ...
    def WhichOneof(self, oneof_group: _t.Never) -> None: ...
