"""IAM tokens of the asyncio client: ``client.iam``."""

from __future__ import annotations

from ycgrpc._aio.driver import Driver
from ycgrpc._core import iam
from ycgrpc.types import AccessToken


class AsyncIam:
    """IAM tokens to hand on to others: ``client.iam``. The client's own calls need none of this."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    async def create_token(
        self, *, service_account_id: str | None = None, timeout: float | None = None
    ) -> AccessToken:
        """Return a fresh IAM token, which lives for 12 hours at most.

        Args:
            service_account_id: Whose; the client's account must be allowed to act as it. By default that
                of the client's own credentials; an ``IamToken`` is given back as it is.
            timeout: Seconds for the token of an account that is named; by default the client's. The
                client's own credentials take the time that they always do.

        Raises:
            CredentialsError: The client has an API key, which comes to no IAM token, or other
                credentials that gave none.
            InvalidRequest: The id is empty or too long.
            RpcError: IAM refused, or did not answer; a subclass for each code.
        """
        settings = self._driver.settings
        flow = iam.create(settings.credentials, service_account_id, settings.seconds(timeout))
        return await self._driver.run(flow)

    async def revoke_token(self, token: str | AccessToken, *, timeout: float | None = None) -> str:
        """Return the id of the account whose token is no longer good from now on.

        Args:
            token: The IAM token.
            timeout: Seconds; by default the client's.

        Raises:
            RpcError: IAM refused, or did not answer; a subclass for each code.
        """
        flow = iam.revoke(token, self._driver.settings.seconds(timeout))
        del token  # a traceback may print what is here
        return await self._driver.run(flow)
