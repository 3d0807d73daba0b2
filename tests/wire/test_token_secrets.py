"""No token, JWT or private key in any message, repr, traceback or log, whatever goes wrong."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Any

import grpc
import pytest
from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_service_pb2_grpc as ocr
from ycgrpc_pb.yandex.cloud.iam.v1.iam_token_service_pb2 import CreateIamTokenResponse

from tests.keys import key_file, pem
from tests.wire.colours import Colour
from tests.wire.iam import SECRET, Clock, service_account_key, token, tokens
from tests.wire.pages import IMAGE, REQUEST
from tests.wire.server import Behaviour, Server, answer, fail
from tests.wire.test_secrets import told
from ycgrpc import OAuthToken, ServiceAccountKey, errors
from ycgrpc._core.effects import Sleep

OAUTH = "y0_secret-of-a-test"
JWT = "eyJ"  # what each begins with: {"
PRIVATE_KEY = pem().splitlines()[1]

UNFIT = CreateIamTokenResponse(iam_token=f"{SECRET} x", expires_at=token(1).expires_at)
EXPIRED = CreateIamTokenResponse(iam_token=SECRET)


def no_pause(seconds: float) -> Sleep:
    """Stands for the pauses between tries."""
    return Sleep(0)


REFUSED = fail(grpc.StatusCode.UNAUTHENTICATED, "no")
DOWN = fail(grpc.StatusCode.UNAVAILABLE, "down")


@pytest.fixture(autouse=True)
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """All that anybody logs, from DEBUG on."""
    caplog.set_level(logging.DEBUG)
    return caplog


@pytest.fixture
def iam() -> Iterator[Server]:
    with Server() as running:
        running.script(tokens())
        yield running


def assert_silent(shown: str) -> None:
    found = [secret for secret in (SECRET, OAUTH, JWT, PRIVATE_KEY) if secret in shown]
    assert not found, f"{found} in {shown}"


@pytest.fixture
def connect(colour: Colour, server: Server, iam: Server) -> Callable[[Any], Any]:
    def connected(credentials: Any) -> Any:
        return colour.client(
            credentials,
            endpoint=server.target,
            endpoints={"iam": iam.target},
            plaintext=True,
            channel_options=[("grpc.service_config", "{}")],
        )

    return connected


@pytest.fixture
def oauth(monkeypatch: pytest.MonkeyPatch) -> OAuthToken:
    monkeypatch.setattr(OAuthToken, "_warned", True)
    return OAuthToken(OAUTH)


@pytest.mark.parametrize("through", ["facade", "pages", "stub"])
@pytest.mark.parametrize("kind", ["key", "OAuth token"])
@pytest.mark.parametrize(
    "behaviour",
    [REFUSED, DOWN, answer(UNFIT), answer(EXPIRED)],
    ids=["refused", "down", "unfit", "expired"],
)
def test_a_fetch_that_fails(
    behaviour: Behaviour,
    kind: str,
    through: str,
    colour: Colour,
    connect: Callable[[Any], Any],
    iam: Server,
    oauth: OAuthToken,
    monkeypatch: pytest.MonkeyPatch,
    log: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("ycgrpc._core.token_sources.Sleep", no_pause)
    client = connect(service_account_key() if kind == "key" else oauth)
    calls: dict[str, Callable[[], Any]] = {
        "facade": lambda: client.ocr.recognize(IMAGE),
        "pages": lambda: client.ocr.recognize_pages(IMAGE),
        "stub": lambda: client.stub(colour.stub(ocr, "TextRecognitionService")).Recognize(
            REQUEST, timeout=10
        ),
    }
    iam.script(behaviour)
    for _ in range(2):  # the second is told what is remembered of the first
        with pytest.raises(errors.CredentialsError) as failed:
            colour.call(calls[through])
        assert_silent(told(failed.value) + log.text)


def test_a_renewed_token_that_is_refused(
    colour: Colour,
    connect: Callable[[Any], Any],
    server: Server,
    log: pytest.LogCaptureFixture,
) -> None:
    client = connect(service_account_key())
    clock = client._driver.tokens._clock = Clock()
    colour.call(client.ocr.recognize(IMAGE))
    clock.now += 100
    server.script(REFUSED)
    with pytest.raises(errors.Unauthenticated) as failed:
        colour.call(client.ocr.recognize(IMAGE))
    assert_silent(told(failed.value) + log.text)
    assert_silent(f"{client!r}{client._driver.tokens!r}{client._driver.settings!r}")


@pytest.mark.parametrize(
    "given", [(f"{SECRET} x", None), (SECRET, 0), (SECRET, "junk"), (SECRET,), SECRET], ids=type
)
def test_a_function_that_gives_what_cannot_be_used(
    given: Any,
    colour: Colour,
    connect: Callable[[Any], Any],
    monkeypatch: pytest.MonkeyPatch,
    log: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("ycgrpc._core.token_sources.Sleep", no_pause)
    client = connect(lambda: given)
    with pytest.raises(errors.CredentialsError) as failed:
        colour.call(client.ocr.recognize(IMAGE))
    # Without this frame, whose argument is what was given.
    failed.value.with_traceback(failed.tb.tb_next)
    assert_silent(told(failed.value) + log.text)


def test_keys_and_sources_show_nothing(oauth: OAuthToken) -> None:
    assert_silent(f"{service_account_key()!r}{oauth!r}{vars(service_account_key())}{vars(oauth)}")
    with pytest.raises(errors.CredentialsError) as failed:
        ServiceAccountKey.from_json(key_file(id=None))
    assert_silent(told(failed.value))
