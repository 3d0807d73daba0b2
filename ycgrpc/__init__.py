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
    from ycgrpc import audio, errors, interceptors, types
    from ycgrpc._core.credentials import ApiKey, IamToken
    from ycgrpc._core.default_credentials import default_credentials
    from ycgrpc._core.quotas import Quotas, Rate
    from ycgrpc._core.token_sources import (
        CredentialsWarning,
        MetadataService,
        OAuthToken,
        ServiceAccountKey,
        YcCli,
    )
    from ycgrpc._object_storage import ObjectStorage
    from ycgrpc.aio import AsyncClient, AsyncOperation
    from ycgrpc.client import Client, Operation
    from ycgrpc.types import AccessToken, ImageAnalysis, Recognition, Transcript

__all__ = [
    "AccessToken",
    "ApiKey",
    "AsyncClient",
    "AsyncOperation",
    "Client",
    "CredentialsWarning",
    "IamToken",
    "ImageAnalysis",
    "MetadataService",
    "OAuthToken",
    "ObjectStorage",
    "Operation",
    "Quotas",
    "Rate",
    "Recognition",
    "ServiceAccountKey",
    "Transcript",
    "YcCli",
    "__version__",
    "audio",
    "default_credentials",
    "errors",
    "interceptors",
    "types",
]

_MODULES = {"audio", "errors", "interceptors", "types"}

_HOMES = {
    "AccessToken": "ycgrpc.types",
    "ApiKey": "ycgrpc._core.credentials",
    "AsyncClient": "ycgrpc.aio",
    "AsyncOperation": "ycgrpc.aio",
    "Client": "ycgrpc.client",
    "CredentialsWarning": "ycgrpc._core.token_sources",
    "IamToken": "ycgrpc._core.credentials",
    "ImageAnalysis": "ycgrpc.types",
    "MetadataService": "ycgrpc._core.token_sources",
    "OAuthToken": "ycgrpc._core.token_sources",
    "ObjectStorage": "ycgrpc._object_storage",
    "Operation": "ycgrpc.client",
    "Quotas": "ycgrpc._core.quotas",
    "Rate": "ycgrpc._core.quotas",
    "Recognition": "ycgrpc.types",
    "ServiceAccountKey": "ycgrpc._core.token_sources",
    "Transcript": "ycgrpc.types",
    "YcCli": "ycgrpc._core.token_sources",
    "default_credentials": "ycgrpc._core.default_credentials",
}


def __getattr__(name: str) -> object:
    if name in _MODULES:
        return import_module(f"ycgrpc.{name}")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
