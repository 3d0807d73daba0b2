"""What is between a client and its hosts: certificates of both sides, and proxies."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.wire.certificates import Certificate
from tests.wire.colours import CREDENTIALS, Colour
from tests.wire.iam import service_account_key, tokens, used
from tests.wire.pages import IMAGE
from tests.wire.proxy import Proxy
from tests.wire.server import Server
from ycgrpc import errors

NO_RETRIES = [("grpc.service_config", "{}")]


@pytest.fixture(scope="module")
def own() -> Certificate:
    """The certificate that clients show."""
    return Certificate()


@pytest.fixture
def strict_server(certificate: Certificate, own: Certificate) -> Iterator[Server]:
    """A server with TLS that talks to nobody but those with that certificate."""
    with Server(certificate.server_credentials(own)) as running:
        yield running


@pytest.mark.parametrize("given", ["bytes", "files"])
def test_mutual_tls(
    given: str,
    colour: Colour,
    strict_server: Server,
    certificate: Certificate,
    own: Certificate,
    tmp_path: Path,
) -> None:
    identity: Any = (own.pem, own.key)
    if given == "files":
        identity = (tmp_path / "chain.pem", str(tmp_path / "key.pem"))
        for path, content in zip(identity, (own.pem, own.key), strict=True):
            Path(path).write_bytes(content)
    client = colour.client(
        CREDENTIALS,
        endpoint=strict_server.target,
        root_certificates=certificate.pem,
        client_certificate=identity,
    )
    colour.call(client.ocr.recognize(IMAGE))
    assert len(strict_server.calls) == 1
    assert "PRIVATE" not in repr(client._driver.settings)


@pytest.mark.parametrize("shown", ["none", "another"])
def test_mutual_tls_with_a_stranger(
    shown: str, colour: Colour, strict_server: Server, certificate: Certificate
) -> None:
    other = Certificate()
    client = colour.client(
        CREDENTIALS,
        endpoint=strict_server.target,
        root_certificates=certificate.pem,
        client_certificate=None if shown == "none" else (other.pem, other.key),
        channel_options=NO_RETRIES,
    )
    with pytest.raises(errors.Unavailable):
        colour.call(client.ocr.recognize(IMAGE, timeout=10))
    assert not strict_server.calls


@pytest.fixture
def proxy(tmp_path: Path) -> Iterator[Proxy]:
    """A proxy that tunnels to anywhere."""
    with Proxy(tmp_path / "tunnels") as running:
        yield running


@pytest.fixture(autouse=True)
def _no_proxy_of_the_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("grpc_proxy", "https_proxy", "http_proxy", "no_grpc_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def tls(tls_server: Server, certificate: Certificate) -> dict[str, Any]:
    """What a client of a server with TLS is made with."""
    return {"endpoint": tls_server.target, "root_certificates": certificate.pem}


@pytest.mark.parametrize("login", ["", "user:secret"])
def test_a_proxy_by_argument(
    login: str, colour: Colour, tls: dict[str, Any], proxy: Proxy, tls_server: Server
) -> None:
    address = f"http://{login}@{proxy.address}" if login else f"http://{proxy.address}"
    client = colour.client(CREDENTIALS, proxy=address, **tls)
    colour.call(client.ocr.recognize(IMAGE))
    header = f"Basic {b64encode(login.encode()).decode()}" if login else ""
    assert proxy.tunnels == [(tls_server.target, header)]
    assert "secret" not in repr(client._driver.settings)
    colour.call(client.close)


@pytest.mark.parametrize("exempt", [None, "other.example", "127.0.0.1"])
def test_a_proxy_of_the_environment(
    exempt: str | None,
    colour: Colour,
    tls: dict[str, Any],
    proxy: Proxy,
    tls_server: Server,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("https_proxy", f"http://{proxy.address}")
    if exempt:
        monkeypatch.setenv("no_proxy", exempt)
    client = colour.client(CREDENTIALS, **tls)
    colour.call(client.ocr.recognize(IMAGE))
    assert len(tls_server.calls) == 1
    assert len(proxy.tunnels) == (0 if exempt == "127.0.0.1" else 1)
    colour.call(client.close)


def test_tokens_come_through_the_proxy_as_well(
    colour: Colour,
    tls: dict[str, Any],
    proxy: Proxy,
    tls_server: Server,
    certificate: Certificate,
) -> None:
    with Server(certificate.server_credentials()) as iam:
        iam.script(tokens())
        client = colour.client(
            service_account_key(),
            proxy=f"http://{proxy.address}",
            endpoints={"iam": iam.target},
            **tls,
        )
        colour.call(client.ocr.recognize(IMAGE))
        assert used(tls_server) == [1]
        assert {target for target, _ in proxy.tunnels} == {iam.target, tls_server.target}
        colour.call(client.close)


def test_an_emulator_is_reached_without_a_proxy(
    colour: Colour, server: Server, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", f"http://{proxy.address}")
    monkeypatch.setenv("http_proxy", f"http://{proxy.address}")
    monkeypatch.setenv("YCGRPC_EMULATOR_HOST", server.target)
    client = colour.client()
    colour.call(client.ocr.recognize(IMAGE))
    assert len(server.calls) == 1
    assert not proxy.tunnels
