from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.wire.certificates import Certificate
from tests.wire.colours import CREDENTIALS, Aio, Colour, Sync
from tests.wire.server import Server


@pytest.fixture(params=[Sync, Aio], ids=lambda kind: kind.name)
def colour(request: pytest.FixtureRequest) -> Iterator[Colour]:
    made: Colour = request.param()
    yield made
    made.close()


@pytest.fixture
def server() -> Iterator[Server]:
    """A server without TLS."""
    with Server() as running:
        yield running


@pytest.fixture
def client(colour: Colour, server: Server) -> Any:
    """A client of the server."""
    return colour.client(CREDENTIALS, endpoint=server.target, plaintext=True)


@pytest.fixture(scope="session")
def certificate() -> Certificate:
    """A certificate for 127.0.0.1, which vouches for itself."""
    return Certificate()


@pytest.fixture
def tls_server(certificate: Certificate) -> Iterator[Server]:
    """A server with TLS."""
    with Server(certificate.server_credentials()) as running:
        yield running
