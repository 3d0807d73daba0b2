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
    from ycgrpc.aio import AsyncClient
    from ycgrpc.client import Client
    from ycgrpc.types import Recognition

__all__ = [
    "ApiKey",
    "AsyncClient",
    "Client",
    "IamToken",
    "Recognition",
    "__version__",
    "errors",
]

_HOMES = {
    "ApiKey": "ycgrpc._core.credentials",
    "AsyncClient": "ycgrpc.aio",
    "Client": "ycgrpc.client",
    "IamToken": "ycgrpc._core.credentials",
    "Recognition": "ycgrpc.types",
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
