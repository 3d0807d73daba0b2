from __future__ import annotations

import asyncio
import http.client
import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import grpc
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_service_pb2

from ycgrpc.emulator import Account, Clock, Emulator, ScriptedOcr
from ycgrpc.emulator.metadata import LONGEST_HEAD
from ycgrpc.errors import ConfigurationError

from .test_clock import START

Recognize = Callable[..., list[ocr_service_pb2.RecognizeTextResponse]]

PATH = "/computeMetadata/v1/instance/service-accounts/default/token"
FLAVOR = {"Metadata-Flavor": "Google"}


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(
        ocr=ScriptedOcr(), strict=True, metadata=True, folder_id="home", clock=Clock(START)
    ) as running:
        yield running


def fetch(
    emulator: Emulator, path: str = PATH, headers: dict[str, str] = FLAVOR, method: str = "GET"
) -> tuple[int, str]:
    connection = http.client.HTTPConnection(emulator.metadata_address, timeout=30)
    try:
        connection.request(method, path, headers=headers)
        response = connection.getresponse()
        assert response.headers["Metadata-Flavor"] == "Google"
        return response.status, response.read().decode()
    finally:
        connection.close()


def said(emulator: Emulator, request: bytes) -> bytes:
    """What comes back for raw bytes until the connection is closed."""
    host, _, port = emulator.metadata_address.rpartition(":")
    with socket.create_connection((host, int(port)), timeout=30) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        answer = b""
        while part := connection.recv(65536):
            answer += part
        return answer


def test_a_token_as_on_a_virtual_machine(
    emulator: Emulator, recognize: Recognize, picture: bytes
) -> None:
    status, body = fetch(emulator)
    token: dict[str, Any] = json.loads(body)
    assert (status, token["expires_in"], token["token_type"]) == (200, 12 * 60 * 60, "Bearer")
    recognize(emulator, picture, metadata=(("authorization", f"Bearer {token['access_token']}"),))


@pytest.mark.parametrize("headers", [{}, {"Metadata-Flavor": "Amazon"}])
def test_without_the_header_it_is_forbidden(emulator: Emulator, headers: dict[str, str]) -> None:
    status, body = fetch(emulator, headers=headers)
    assert status == 403
    assert "t1." not in body


def test_the_header_may_be_spelled_in_any_case_and_a_query_may_follow(emulator: Emulator) -> None:
    assert fetch(emulator, f"{PATH}?alt=json", {"metadata-flavor": "Google"})[0] == 200


def test_what_else_there_is_on_a_machine_is_not_here(emulator: Emulator) -> None:
    assert fetch(emulator, "/")[0] == 404
    assert fetch(emulator, PATH + "/more")[0] == 404
    assert fetch(emulator, method="POST")[0] == 405


def test_a_machine_without_a_service_account(recognize: Recognize, picture: bytes) -> None:
    with Emulator(ocr=ScriptedOcr(["text"]), metadata=True) as emulator:
        emulator.iam.vm_account = None
        assert fetch(emulator)[0] == 404
        emulator.iam.vm_account = emulator.iam.create_service_account("home")
        bearer = (("authorization", f"Bearer {json.loads(fetch(emulator)[1])['access_token']}"),)
        recognize(emulator, picture, metadata=bearer)
        with pytest.raises(grpc.RpcError, match="'home'"):
            recognize(emulator, picture, metadata=(*bearer, ("x-folder-id", "other")))
        codes = [call.code for call in emulator.report() if call.method == f"GET {PATH}"]
    assert codes == [grpc.StatusCode.NOT_FOUND, grpc.StatusCode.OK]


@given(st.binary(max_size=200))
def test_garbage_is_answered_or_cut_off(emulator: Emulator, garbage: bytes) -> None:
    answer = said(emulator, garbage + b"\r\n\r\n")
    assert answer.split(b" ")[1] in (b"400", b"403", b"404", b"405")


@pytest.mark.parametrize(
    ("request_bytes", "status"),
    [
        (b"GET\r\n\r\n", b"400"),
        (b"GET / HTTP/2\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\n" + b"a: b\r\n" * 200 + b"\r\n", b"400"),
        (b"GET / HTTP/1.1\r\na: " + b"b" * (LONGEST_HEAD + 1 - 19), b"431"),
    ],
)
def test_a_request_that_is_none(emulator: Emulator, request_bytes: bytes, status: bytes) -> None:
    assert said(emulator, request_bytes).split(b" ")[1] == status


def test_it_stops_although_somebody_is_connected() -> None:
    before = set(threading.enumerate())
    emulator = Emulator(ocr=ScriptedOcr(), metadata=True).start()
    host, _, port = emulator.metadata_address.rpartition(":")
    assert fetch(emulator)[0] == 200
    with socket.create_connection((host, int(port)), timeout=30) as waiting:
        waiting.sendall(b"GET ")
        emulator.stop()
        with suppress(ConnectionError):
            assert waiting.recv(1) == b""
    with pytest.raises(OSError, match=r"refused|reset"):
        socket.create_connection((host, int(port)), timeout=30)
    assert set(threading.enumerate()) == before


@pytest.mark.asyncio
async def test_on_the_running_loop_too() -> None:
    async with Emulator(ocr=ScriptedOcr(), metadata=True) as emulator:
        emulator.iam.vm_account = Account("service", id="mine")
        assert (await asyncio.to_thread(fetch, emulator))[0] == 200


def test_it_is_served_only_where_it_is_asked_for() -> None:
    with Emulator(ocr=ScriptedOcr()) as emulator, pytest.raises(ConfigurationError, match="=True"):
        emulator.metadata_address  # noqa: B018
    with pytest.raises(ConfigurationError, match="not started"):
        Emulator(ocr=ScriptedOcr(), metadata=True).metadata_address  # noqa: B018
