"""The service that gives IAM tokens for other credentials, and takes them back."""

from __future__ import annotations

from typing import Any

from ycgrpc_pb.yandex.cloud.iam.v1 import iam_token_service_pb2, iam_token_service_pb2_grpc

from ycgrpc.emulator.auth import Account
from ycgrpc.emulator.iam.registry import Iam

CREATED = iam_token_service_pb2.CreateIamTokenResponse


class IamTokens(iam_token_service_pb2_grpc.IamTokenServiceServicer):
    """Each request for a token gets a fresh one.

    Args:
        iam: knows the accounts.
    """

    def __init__(self, iam: Iam) -> None:
        self._iam = iam

    async def Create(  # noqa: N802 - named by the interface
        self, request: iam_token_service_pb2.CreateIamTokenRequest, context: Any
    ) -> CREATED:
        """A token for the account that signed a JWT or holds an OAuth token.

        Raises:
            Refusal: UNAUTHENTICATED.
        """
        if request.WhichOneof("identity") == "jwt":
            return self._created(self._iam.account_of_jwt(request.jwt))
        return self._created(self._iam.account_of_oauth_token(request.yandex_passport_oauth_token))

    async def CreateForServiceAccount(  # noqa: N802
        self, request: iam_token_service_pb2.CreateIamTokenForServiceAccountRequest, context: Any
    ) -> CREATED:
        """A token for a service account; every account may ask for that of every other.

        Raises:
            Refusal: NOT_FOUND.
        """
        return self._created(self._iam.service_account(request.service_account_id))

    async def Revoke(  # noqa: N802
        self, request: iam_token_service_pb2.RevokeIamTokenRequest, context: Any
    ) -> iam_token_service_pb2.RevokeIamTokenResponse:
        """The account whose token is refused from now on; to hold the token is enough.

        Raises:
            Refusal: UNAUTHENTICATED, as it is not good anyway.
        """
        account = self._iam.revoke_token(request.iam_token)
        return iam_token_service_pb2.RevokeIamTokenResponse(subject_id=account.id)

    def _created(self, account: Account) -> CREATED:
        token = self._iam.create_token(account)
        response = CREATED(iam_token=token.value)
        response.expires_at.FromDatetime(token.expires_at)
        return response
