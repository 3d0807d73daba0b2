"""The credentials that the environment holds, for a client that is given none."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping

from ycgrpc._core.credentials import ApiKey, Credentials, IamToken
from ycgrpc._core.environment import Environment
from ycgrpc._core.token_sources import (
    FirstThatWorks,
    MetadataService,
    OAuthToken,
    ServiceAccountKey,
    YcCli,
)

# What tokens look like: "IAM token" and "OAuth token" in the documentation.
_IAM = re.compile(r"t1\.")
_OAUTH = re.compile(r"y[0-3]_")


def _told_apart(token: str) -> Callable[[str], Credentials]:
    """Return what ``YC_TOKEN`` is: tools disagree, so its form decides."""
    token = token.strip()
    if _IAM.match(token):
        return IamToken
    return OAuthToken if _OAUTH.match(token) else ApiKey


_VARIABLES: Mapping[str, Callable[[str], Credentials] | None] = {
    "YC_API_KEY": ApiKey,
    "YC_IAM_TOKEN": IamToken,
    "YC_SERVICE_ACCOUNT_KEY_FILE": lambda path: ServiceAccountKey.from_file(path.strip()),
    "YC_OAUTH_TOKEN": OAuthToken,
    "YC_TOKEN": None,  # its own form tells
}


def default_credentials(environment: Mapping[str, str] | None = None) -> Credentials:
    """Return the credentials of the environment, the first of those in this order.

    ``YC_API_KEY``, ``YC_IAM_TOKEN``, ``YC_SERVICE_ACCOUNT_KEY_FILE``, ``YC_OAUTH_TOKEN``,
    ``YC_TOKEN`` (an IAM token, an OAuth token or an API key, told apart by its form), the metadata
    service, the ``yc`` command. The last two are asked with the first call.

    Raises:
        CredentialsError: A variable is set to what cannot be used.
    """
    environment = Environment(os.environ) if environment is None else environment
    for name, kind in _VARIABLES.items():
        if environment.get(name, "").strip():
            return (kind or _told_apart(environment[name]))(environment[name])
    tried = f"{', '.join(_VARIABLES)} are not set"
    return FirstThatWorks(tried, [MetadataService(), YcCli()])
