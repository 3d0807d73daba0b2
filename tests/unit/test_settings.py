"""The arguments of a client, and those that make no sense."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ycgrpc import ApiKey, AsyncClient, Client
from ycgrpc.errors import ConfigurationError

KEY = ApiKey("key")
CERTIFICATE = b"-----BEGIN %s-----" % b"CERTIFICATE"  # this file is to have no PEM in it


@pytest.mark.parametrize("kind", [Client, AsyncClient])
@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        ({"timeout": 0}, "timeout: must be more than 0 seconds"),
        ({"timeout": float("nan")}, "timeout"),
        ({"channels": 0}, "channels: at least 1"),
        ({"endpoint": "http://host"}, "endpoint: give host:port"),
        ({"endpoints": {"x": "host"}}, "endpoints: there is no host 'x'"),
        ({"folder_id": ""}, "folder_id: give printable ASCII"),
        ({"folder_id": "ё"}, "folder_id: give printable ASCII"),
        ({"root_certificates": "missing.pem"}, "root_certificates: No such file .*'missing.pem'"),
        ({"root_certificates": __file__}, "root_certificates: no PEM certificate"),
        ({"root_certificates": Path(__file__)}, "root_certificates: no PEM certificate"),
        ({"root_certificates": b"junk"}, "root_certificates: no PEM certificate"),
        ({"proxy": "host:3128"}, "proxy: give http://host:port"),
        ({"proxy": "https://AQVN:AQVN@host"}, "proxy: give http://host:port"),
        ({"client_certificate": (b"AQVN", b"AQVN")}, "client_certificate: no PEM certificate"),
        ({"client_certificate": ("missing.pem", b"AQVN")}, "client_certificate: No such file"),
        (
            {"client_certificate": (CERTIFICATE, b"AQVN")},
            "client_certificate: no PEM private key in the bytes",
        ),
        ({"credentials": "AQVNsecret"}, "give ApiKey.* not a str"),
    ],
    ids=str,
)
def test_refused(kind: Any, arguments: dict[str, Any], text: str) -> None:
    with pytest.raises(ConfigurationError, match=text) as refused:
        kind(**{"credentials": KEY, **arguments})
    assert "AQVN" not in str(refused.value)
