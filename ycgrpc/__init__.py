"""A client for Yandex Cloud's text recognition, speech recognition and operations.

::

    from ycgrpc import Client

    with Client() as yc:                      # the key from YC_API_KEY
        print(yc.ocr.recognize("sign.jpg", languages=["ru", "en"]).text)
"""

from __future__ import annotations

from ycgrpc import errors
from ycgrpc._core.credentials import ApiKey, IamToken
from ycgrpc._version import __version__
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
