"""The client's credentials against the emulator's IAM: two readings of the same documents."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import grpc
import grpc.aio
import pytest
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2 import RecognizeTextRequest
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2_grpc import (
    TextRecognitionServiceAsyncStub,
    TextRecognitionServiceStub,
)

from tests.wire.colours import Colour
from ycgrpc import MetadataService, OAuthToken, ServiceAccountKey, YcCli, errors
from ycgrpc.emulator import Emulator, ScriptedOcr
from ycgrpc.interceptors import AuthInterceptor, aio_auth_interceptors

SIGN = Path(__file__).parents[2] / "examples" / "samples" / "sign.jpg"
CREATE = "/yandex.cloud.iam.v1.IamTokenService/Create"


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """An emulator with an IAM that is strict, and a metadata service."""
    with Emulator(ocr=ScriptedOcr("text"), strict=True, metadata=True) as running:
        yield running


def recognize(colour: Colour, emulator: Emulator, credentials: Any) -> Any:
    """Return a function that makes one call, over and over with the same client."""
    client = colour.client(credentials, endpoint=emulator.target, plaintext=True)
    return lambda: colour.call(lambda: client.ocr.recognize(SIGN)).text


def created(emulator: Emulator) -> int:
    return [call.method for call in emulator.report()].count(CREATE)


def test_a_service_account_key(colour: Colour, emulator: Emulator) -> None:
    key = emulator.iam.create_key(emulator.iam.create_service_account())
    text = recognize(colour, emulator, ServiceAccountKey.from_json(key))
    assert [text(), text()] == ["text", "text"]
    assert created(emulator) == 1


def test_a_token_that_is_revoked_in_mid_run_costs_nobody_an_error(
    colour: Colour, emulator: Emulator
) -> None:
    key = emulator.iam.create_key(emulator.iam.create_service_account())
    text = recognize(colour, emulator, ServiceAccountKey.from_json(key))
    text()
    emulator.iam.revoke_all_tokens()
    assert text() == "text"
    assert created(emulator) == 2


def test_a_token_that_ends_before_its_time(colour: Colour, emulator: Emulator) -> None:
    key = emulator.iam.create_key(emulator.iam.create_service_account())
    text = recognize(colour, emulator, ServiceAccountKey.from_json(key))
    text()
    emulator.clock.advance(12 * 3600 + 1)  # only the service's clock
    with pytest.raises(errors.CredentialsError):
        text()  # the JWT is of this machine's time, and too old for the service


def test_a_key_that_is_deleted(colour: Colour, emulator: Emulator) -> None:
    text = emulator.iam.create_key(emulator.iam.create_service_account())
    emulator.iam.delete_key(json.loads(text)["id"])
    key = ServiceAccountKey.from_json(text)
    with pytest.raises(errors.CredentialsError, match="IAM gave no token: UNAUTHENTICATED"):
        recognize(colour, emulator, key)()
    assert created(emulator) == 1


@pytest.mark.filterwarnings("ignore::ycgrpc.CredentialsWarning")
def test_an_oauth_token(colour: Colour, emulator: Emulator) -> None:
    client = colour.client(
        OAuthToken(emulator.iam.create_oauth_token()),
        endpoint=emulator.target,
        plaintext=True,
        folder_id="b1gfolder",
    )
    assert colour.call(lambda: client.ocr.recognize(SIGN)).text == "text"


def test_the_metadata_service(colour: Colour, emulator: Emulator) -> None:
    emulator.iam.vm_account = emulator.iam.create_service_account()
    text = recognize(colour, emulator, MetadataService(emulator.metadata_address))
    assert text() == "text"


def test_a_machine_without_a_service_account(colour: Colour, emulator: Emulator) -> None:
    emulator.iam.vm_account = None
    with pytest.raises(errors.CredentialsError, match="attach one to this machine"):
        recognize(colour, emulator, MetadataService(emulator.metadata_address))()


@pytest.fixture
def yc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in the place of the ``yc`` command: what it prints is in a file beside it."""
    program, printed = tmp_path / "yc", tmp_path / "printed"
    program.write_text(
        f"#!{sys.executable}\nimport sys\n"
        "if sys.argv[1:] != ['iam', 'create-token', '--no-user-output', '--profile', 'mine']:\n"
        "    sys.exit(f'unknown: {sys.argv}')\n"
        f"print(open({str(printed)!r}).read())\n"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return printed


def test_the_yc_command(colour: Colour, emulator: Emulator, yc: Path) -> None:
    yc.write_text(emulator.iam.create_token(emulator.iam.create_service_account()).value)
    assert recognize(colour, emulator, YcCli("mine"))() == "text"


@pytest.mark.usefixtures("yc")
def test_the_yc_command_that_fails(colour: Colour, emulator: Emulator) -> None:
    with pytest.raises(errors.CredentialsError, match="failed with status 1: unknown"):
        recognize(colour, emulator, YcCli("other"))()


def test_aio_interceptors_renew_a_refused_token_for_the_next_call(emulator: Emulator) -> None:
    account = emulator.iam.create_service_account()
    given = [emulator.iam.create_token(account) for _ in range(2)]
    tokens = iter(given)
    request = RecognizeTextRequest(content=SIGN.read_bytes())

    async def calls() -> None:
        auth = aio_auth_interceptors(lambda: (next(tokens).value, None))
        async with grpc.aio.insecure_channel(emulator.target, interceptors=auth) as channel:
            stub = TextRecognitionServiceAsyncStub(channel)
            assert [page async for page in stub.Recognize(request)]
            emulator.iam.revoke_token(given[0].value)
            refused = stub.Recognize(request)
            with pytest.raises(grpc.RpcError, match="UNAUTHENTICATED"):
                assert not [page async for page in refused]
            # The interceptors hear of it from the same event, some turns of the loop later.
            for _ in range(10):
                await asyncio.sleep(0)
            assert [page async for page in stub.Recognize(request)]

    asyncio.run(calls())


def test_an_interceptor_renews_a_refused_token_for_the_next_call(emulator: Emulator) -> None:
    account = emulator.iam.create_service_account()
    given = [emulator.iam.create_token(account) for _ in range(2)]
    tokens = iter(given)
    auth = AuthInterceptor(lambda: (next(tokens).value, None))
    request = RecognizeTextRequest(content=SIGN.read_bytes())
    with grpc.insecure_channel(emulator.target) as channel:
        stub = TextRecognitionServiceStub(grpc.intercept_channel(channel, auth))
        assert list(stub.Recognize(request))
        emulator.iam.revoke_token(given[0].value)
        with pytest.raises(grpc.RpcError, match="UNAUTHENTICATED"):
            list(stub.Recognize(request))
        assert list(stub.Recognize(request))
