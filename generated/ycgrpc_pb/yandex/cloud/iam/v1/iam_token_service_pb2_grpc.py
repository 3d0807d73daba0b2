# Generated from yandex/cloud/iam/v1/iam_token_service.proto by tools/protoc_plugin.py. Do not edit.
import ycgrpc_pb.yandex.cloud.iam.v1.iam_token_service_pb2 as _yandex_cloud_iam_v1_iam_token_service_pb2
from ycgrpc_pb import _runtime


class IamTokenServiceStub:
    def __init__(self, channel):
        self.Create = _runtime.multicallable(
            channel, "unary_unary", "/yandex.cloud.iam.v1.IamTokenService/Create", _yandex_cloud_iam_v1_iam_token_service_pb2.CreateIamTokenRequest, _yandex_cloud_iam_v1_iam_token_service_pb2.CreateIamTokenResponse
        )
        self.CreateForServiceAccount = _runtime.multicallable(
            channel, "unary_unary", "/yandex.cloud.iam.v1.IamTokenService/CreateForServiceAccount", _yandex_cloud_iam_v1_iam_token_service_pb2.CreateIamTokenForServiceAccountRequest, _yandex_cloud_iam_v1_iam_token_service_pb2.CreateIamTokenResponse
        )
        self.Revoke = _runtime.multicallable(
            channel, "unary_unary", "/yandex.cloud.iam.v1.IamTokenService/Revoke", _yandex_cloud_iam_v1_iam_token_service_pb2.RevokeIamTokenRequest, _yandex_cloud_iam_v1_iam_token_service_pb2.RevokeIamTokenResponse
        )


IamTokenServiceAsyncStub = IamTokenServiceStub


class IamTokenServiceServicer:
    def Create(self, request, context):
        _runtime.unimplemented(context)

    def CreateForServiceAccount(self, request, context):
        _runtime.unimplemented(context)

    def Revoke(self, request, context):
        _runtime.unimplemented(context)


def add_IamTokenServiceServicer_to_server(servicer, server):
    _runtime.add_service(server, "yandex.cloud.iam.v1.IamTokenService", {
        "Create": ("unary_unary", servicer.Create, _yandex_cloud_iam_v1_iam_token_service_pb2.CreateIamTokenRequest, _yandex_cloud_iam_v1_iam_token_service_pb2.CreateIamTokenResponse),
        "CreateForServiceAccount": ("unary_unary", servicer.CreateForServiceAccount, _yandex_cloud_iam_v1_iam_token_service_pb2.CreateIamTokenForServiceAccountRequest, _yandex_cloud_iam_v1_iam_token_service_pb2.CreateIamTokenResponse),
        "Revoke": ("unary_unary", servicer.Revoke, _yandex_cloud_iam_v1_iam_token_service_pb2.RevokeIamTokenRequest, _yandex_cloud_iam_v1_iam_token_service_pb2.RevokeIamTokenResponse),
    })
