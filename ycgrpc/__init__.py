"""A client for Yandex Cloud's text recognition, speech recognition and operations.

::

    from ycgrpc import Client

    with Client() as yc:                      # the key from YC_API_KEY
        print(yc.ocr.recognize("sign.jpg", languages=["ru", "en"]).text)

What is named here loads when it is first asked for: an asyncio service never loads the blocking client.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from ycgrpc._version import __version__

if TYPE_CHECKING:
    from ycgrpc import errors
    from ycgrpc._core.credentials import ApiKey, IamToken
    from ycgrpc._core.default_credentials import default_credentials
    from ycgrpc._core.token_sources import (
        CredentialsWarning,
        MetadataService,
        OAuthToken,
        ServiceAccountKey,
        YcCli,
    )
    from ycgrpc.aio import AsyncClient
    from ycgrpc.client import Client
    from ycgrpc.types import Recognition

__all__ = [
    "ApiKey",
    "AsyncClient",
    "Client",
    "CredentialsWarning",
    "IamToken",
    "MetadataService",
    "OAuthToken",
    "Recognition",
    "ServiceAccountKey",
    "YcCli",
    "__version__",
    "default_credentials",
    "errors",
]

_HOMES = {
    "ApiKey": "ycgrpc._core.credentials",
    "AsyncClient": "ycgrpc.aio",
    "Client": "ycgrpc.client",
    "CredentialsWarning": "ycgrpc._core.token_sources",
    "IamToken": "ycgrpc._core.credentials",
    "MetadataService": "ycgrpc._core.token_sources",
    "OAuthToken": "ycgrpc._core.token_sources",
    "Recognition": "ycgrpc.types",
    "ServiceAccountKey": "ycgrpc._core.token_sources",
    "YcCli": "ycgrpc._core.token_sources",
    "default_credentials": "ycgrpc._core.default_credentials",
}


def __getattr__(name: str) -> object:
    if name == "errors":
        return import_module("ycgrpc.errors")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
