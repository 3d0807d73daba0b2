# Generated from yandex/cloud/iam/v1/iam_token_service.proto by tools/protoc_plugin.py. Do not edit.
import ycgrpc_pb.google.api.annotations_pb2  # noqa: F401
import ycgrpc_pb.google.protobuf.timestamp_pb2  # noqa: F401
import ycgrpc_pb.yandex.cloud.validation_pb2  # noqa: F401
from ycgrpc_pb import _runtime

DESCRIPTOR = _runtime.add_file(
    "yandex/cloud/iam/v1/iam_token_service.proto",
    b'\n+yandex/cloud/iam/v1/iam_token_service.proto\x12\x13yandex.cloud.iam.v1\x1a\x1cgoogle/api/annotations.proto\x1a\x1fgoogle/protobuf/timestamp.proto\x1a\x1dyandex/cloud/validation.proto"w\n\x15CreateIamTokenRequest\x121\n\x1byandex_passport_oauth_token\x18\x01 \x01(\tB\n\x8a\xc81\x06<=4000H\x00\x12\x19\n\x03jwt\x18\x02 \x01(\tB\n\x8a\xc81\x06<=8000H\x00B\x10\n\x08identity\x12\x04\xc0\xc11\x01"R\n&CreateIamTokenForServiceAccountRequest\x12(\n\x12service_account_id\x18\x01 \x01(\tB\x0c\xe8\xc71\x01\x8a\xc81\x04<=50"[\n\x16CreateIamTokenResponse\x12\x11\n\tiam_token\x18\x01 \x01(\t\x12.\n\nexpires_at\x18\x02 \x01(\x0b2\x1a.google.protobuf.Timestamp":\n\x15RevokeIamTokenRequest\x12!\n\tiam_token\x18\x01 \x01(\tB\x0e\xe8\xc71\x01\x8a\xc81\x06<=4096",\n\x16RevokeIamTokenResponse\x12\x12\n\nsubject_id\x18\x01 \x01(\t2\xce\x03\n\x0fIamTokenService\x12|\n\x06Create\x12*.yandex.cloud.iam.v1.CreateIamTokenRequest\x1a+.yandex.cloud.iam.v1.CreateIamTokenResponse"\x19\x82\xd3\xe4\x93\x02\x13"\x0e/iam/v1/tokens:\x01*\x12\xb6\x01\n\x17CreateForServiceAccount\x12;.yandex.cloud.iam.v1.CreateIamTokenForServiceAccountRequest\x1a+.yandex.cloud.iam.v1.CreateIamTokenResponse"1\x82\xd3\xe4\x93\x02+"&/iam/v1/tokens:createForServiceAccount:\x01*\x12\x83\x01\n\x06Revoke\x12*.yandex.cloud.iam.v1.RevokeIamTokenRequest\x1a+.yandex.cloud.iam.v1.RevokeIamTokenResponse" \x82\xd3\xe4\x93\x02\x1a"\x15/iam/v1/tokens:revoke:\x01*BV\n\x17yandex.cloud.api.iam.v1Z;github.com/yandex-cloud/go-genproto/yandex/cloud/iam/v1;iamb\x06proto3',
)
_runtime.populate(globals(), DESCRIPTOR)
