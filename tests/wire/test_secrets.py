"""No key or token in any message, repr, traceback or log, whatever goes wrong."""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import Callable
from typing import Any

import grpc
import pytest
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2 import RecognizeTextRequest

from tests.wire.certificates import Certificate
from tests.wire.colours import CREDENTIALS, KEY, Aio, Colour
from tests.wire.pages import IMAGE, REQUEST, page
from tests.wire.server import Server, fail, hang
from ycgrpc import ApiKey, Client, IamToken, errors
from ycgrpc.interceptors import AuthInterceptor

SPOILT = {"blank": f"{KEY} x", "control character": f"{KEY}\0", "not ASCII": f"{KEY}ё"}


def told(error: BaseException) -> str:
    """All that an error can tell: its text, its state, its traceback with all local variables."""
    told = traceback.TracebackException.from_exception(error, capture_locals=True)
    return f"{error}{error!r}{vars(error)}{''.join(told.format())}"


def assert_silent(error: BaseException, log: str = "") -> None:
    # In two halves: this frame's own variables are none of the traceback's.
    assert KEY not in told(error)
    assert KEY not in log


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """All that anybody logs, from DEBUG on."""
    caplog.set_level(logging.DEBUG)
    return caplog


@pytest.mark.parametrize("code", [code for code in grpc.StatusCode if code.value[0]])
def test_a_refusal(
    code: grpc.StatusCode, colour: Colour, server: Server, log: pytest.LogCaptureFixture
) -> None:
    client = colour.client(
        CREDENTIALS,
        endpoint=server.target,
        plaintext=True,
        channel_options=[("grpc.service_config", "{}")],
    )
    server.script(fail(code, "no"))
    with pytest.raises(errors.RpcError) as failed:
        colour.call(client.ocr.recognize(IMAGE))
    assert_silent(failed.value, log.text)


@pytest.mark.parametrize(
    "path",
    ["deadline", "in the middle", "too large an answer", "closed", "closed meanwhile", "invalid"],
)
def test_what_goes_wrong_on_the_way(
    path: str, colour: Colour, server: Server, log: pytest.LogCaptureFixture
) -> None:
    opened: list[Any] = []

    def see(method: str, metadata: dict[str, Any]) -> Any:
        return opened[0].close() if path == "closed meanwhile" else None

    client = colour.client(
        CREDENTIALS,
        endpoint=server.target,
        plaintext=True,
        channel_options=[("grpc.max_receive_message_length", 1000)],
        interceptors=colour.interceptors(see),
    )
    opened.append(client)
    if path == "deadline":
        server.script(hang())
    elif path == "in the middle":
        server.script(fail(grpc.StatusCode.INTERNAL, after=[page("one")]))
    elif path == "too large an answer":
        server.script(fail(grpc.StatusCode.INTERNAL, after=[page("x" * 2000)]))
    elif path == "closed":
        colour.call(client.close)
    request = RecognizeTextRequest() if path == "invalid" else REQUEST
    with pytest.raises(errors.Error) as failed:
        colour.call(client.ocr.call(request, timeout=0.05 if path == "deadline" else 10))
    assert_silent(failed.value, log.text)


@pytest.mark.parametrize("tls", [True, False])
def test_no_connection(tls: bool, colour: Colour, tls_server: Server) -> None:
    client = colour.client(
        CREDENTIALS,
        endpoint=tls_server.target,
        plaintext=not tls,
        root_certificates=Certificate().pem,
        channel_options=[("grpc.service_config", "{}")],
    )
    with pytest.raises(errors.Unavailable) as failed:
        colour.call(client.ocr.recognize(IMAGE))
    assert_silent(failed.value)


def test_a_cancelled_task(server: Server, log: pytest.LogCaptureFixture) -> None:
    colour = Aio()
    client = colour.client(CREDENTIALS, endpoint=server.target, plaintext=True)
    server.script(hang())

    async def main() -> BaseException:
        task = asyncio.create_task(client.ocr.recognize(IMAGE))
        await asyncio.to_thread(server.call)
        task.cancel()
        with pytest.raises(asyncio.CancelledError) as cancelled:
            await task
        return cancelled.value

    assert_silent(colour.call(main()), log.text)
    colour.close()


@pytest.mark.parametrize("kind", [ApiKey, IamToken])
@pytest.mark.parametrize("spoilt", SPOILT)
def test_credentials_that_cannot_be_sent(spoilt: str, kind: Callable[[str], Any]) -> None:
    with pytest.raises(errors.CredentialsError) as refused:
        kind(SPOILT[spoilt])
    assert_silent(refused.value)


@pytest.mark.parametrize(
    ("variables", "arguments"),
    [
        ({"YC_API_KEY": SPOILT["blank"]}, {}),
        ({"YC_IAM_TOKEN": SPOILT["blank"]}, {}),
        ({"YC_API_KEY": KEY}, {"endpoint": "http://host"}),
        ({"YC_API_KEY": KEY}, {"endpoints": {"nothing": "host"}}),
        ({"YC_API_KEY": KEY}, {"timeout": -1}),
        ({"YC_API_KEY": KEY}, {"folder_id": "ё"}),
        ({"YC_API_KEY": KEY}, {"root_certificates": "missing.pem"}),
        ({"YC_API_KEY": KEY, "YCGRPC_EMULATOR_HOST": "a/b"}, {}),
        ({"YC_OAUTH_TOKEN": SPOILT["blank"]}, {}),
        ({"YC_TOKEN": SPOILT["blank"]}, {}),
        ({"YC_TOKEN": f"t1.{SPOILT['blank']}"}, {}),
        ({"YC_TOKEN": f"y0_{SPOILT['blank']}"}, {}),
        ({"YC_API_KEY": KEY}, {"proxy": "host:3128"}),
    ],
    ids=lambda value: " ".join(value),
)
def test_a_client_that_cannot_be_made(
    variables: dict[str, str],
    arguments: dict[str, Any],
    colour: Colour,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(errors.Error) as refused:
        colour.client(**arguments)
    assert_silent(_without_this_test(refused.value))


def _without_this_test(error: BaseException) -> BaseException:
    """The error with the part of its traceback that is the client's: this test's names the key."""
    place = error.__traceback__
    while place and "/tests/" in place.tb_frame.f_code.co_filename:
        place = place.tb_next
    return error.with_traceback(place)


@pytest.mark.parametrize("what", ["credentials", "client", "settings", "tokens", "interceptor"])
def test_reprs(what: str) -> None:
    client: Any = Client(CREDENTIALS, proxy=f"http://user:{KEY}@host:3128")
    settings = client._driver.settings
    shown = {
        "credentials": CREDENTIALS,
        "client": client,
        "settings": settings,
        "tokens": client._driver.tokens.get(),
        "interceptor": AuthInterceptor(CREDENTIALS),
    }[what]
    assert KEY not in f"{shown!r}{shown}"
