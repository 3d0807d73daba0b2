# Generated from yandex/cloud/iam/v1/iam_token_service.proto by tools/protoc_plugin.py. Do not edit.
import collections.abc as _abc
import typing as _t

import grpc
import grpc.aio

import ycgrpc_pb.yandex.cloud.iam.v1.iam_token_service_pb2 as _yandex_cloud_iam_v1_iam_token_service_pb2

class IamTokenServiceStub:
    """Exchanges long-lived credentials for IAM tokens."""
    def __init__(self, channel: grpc.Channel) -> None: ...
    Create: grpc.UnaryUnaryMultiCallable[_yandex_cloud_iam_v1_iam_token_service_pb2.CreateIamTokenRequest, _yandex_cloud_iam_v1_iam_token_service_pb2.CreateIamTokenResponse]
    """Issues a token for the account behind an OAuth token or a signed JWT. Needs no authorization
    header.
    """
    CreateForServiceAccount: grpc.UnaryUnaryMultiCallable[_yandex_cloud_iam_v1_iam_token_service_pb2.CreateIamTokenForServiceAccountRequest, _yandex_cloud_iam_v1_iam_token_service_pb2.CreateIamTokenResponse]
    """Issues a token for a service account to another account that may act for it. The caller has to
    be authorized already.
    """
    Revoke: grpc.UnaryUnaryMultiCallable[_yandex_cloud_iam_v1_iam_token_service_pb2.RevokeIamTokenRequest, _yandex_cloud_iam_v1_iam_token_service_pb2.RevokeIamTokenResponse]
    """Makes a token useless before it expires."""

class IamTokenServiceAsyncStub:
    """Exchanges long-lived credentials for IAM tokens."""
    def __init__(self, channel: grpc.aio.Channel) -> None: ...
    Create: grpc.aio.UnaryUnaryMultiCallable[_yandex_cloud_iam_v1_iam_token_service_pb2.CreateIamTokenRequest, _yandex_cloud_iam_v1_iam_token_service_pb2.CreateIamTokenResponse]
    """Issues a token for the account behind an OAuth token or a signed JWT. Needs no authorization
    header.
    """
    CreateForServiceAccount: grpc.aio.UnaryUnaryMultiCallable[_yandex_cloud_iam_v1_iam_token_service_pb2.CreateIamTokenForServiceAccountRequest, _yandex_cloud_iam_v1_iam_token_service_pb2.CreateIamTokenResponse]
    """Issues a token for a service account to another account that may act for it. The caller has to
    be authorized already.
    """
    Revoke: grpc.aio.UnaryUnaryMultiCallable[_yandex_cloud_iam_v1_iam_token_service_pb2.RevokeIamTokenRequest, _yandex_cloud_iam_v1_iam_token_service_pb2.RevokeIamTokenResponse]
    """Makes a token useless before it expires."""

class IamTokenServiceServicer:
    """Exchanges long-lived credentials for IAM tokens."""
    def Create(self, request: _yandex_cloud_iam_v1_iam_token_service_pb2.CreateIamTokenRequest, context: _t.Any) -> _yandex_cloud_iam_v1_iam_token_service_pb2.CreateIamTokenResponse | _abc.Awaitable[_yandex_cloud_iam_v1_iam_token_service_pb2.CreateIamTokenResponse]:
        """Issues a token for the account behind an OAuth token or a signed JWT. Needs no authorization
        header.
        """
    def CreateForServiceAccount(self, request: _yandex_cloud_iam_v1_iam_token_service_pb2.CreateIamTokenForServiceAccountRequest, context: _t.Any) -> _yandex_cloud_iam_v1_iam_token_service_pb2.CreateIamTokenResponse | _abc.Awaitable[_yandex_cloud_iam_v1_iam_token_service_pb2.CreateIamTokenResponse]:
        """Issues a token for a service account to another account that may act for it. The caller has to
        be authorized already.
        """
    def Revoke(self, request: _yandex_cloud_iam_v1_iam_token_service_pb2.RevokeIamTokenRequest, context: _t.Any) -> _yandex_cloud_iam_v1_iam_token_service_pb2.RevokeIamTokenResponse | _abc.Awaitable[_yandex_cloud_iam_v1_iam_token_service_pb2.RevokeIamTokenResponse]:
        """Makes a token useless before it expires."""

def add_IamTokenServiceServicer_to_server(
    servicer: IamTokenServiceServicer, server: grpc.Server | grpc.aio.Server
) -> None: ...
