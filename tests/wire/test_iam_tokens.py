"""``iam.create_token`` and ``revoke_token`` against the emulator's IAM, for each kind of credentials."""

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Iterator
from typing import Any

import grpc
import pytest
from ycgrpc_pb.yandex.cloud.iam.v1.iam_token_service_pb2 import (
    CreateIamTokenForServiceAccountRequest,
    CreateIamTokenResponse,
    RevokeIamTokenRequest,
    RevokeIamTokenResponse,
)

from tests.wire.colours import CREDENTIALS, KEY, TOKEN, TOKEN_CREDENTIALS, Colour
from tests.wire.server import Server, answer, fail
from tests.wire.test_secrets import told
from ycgrpc import (
    AccessToken,
    ApiKey,
    IamToken,
    MetadataService,
    OAuthToken,
    ServiceAccountKey,
    errors,
)
from ycgrpc.emulator import Emulator, ScriptedOcr

SERVICE = "/yandex.cloud.iam.v1.IamTokenService"
OTHER = "t1.another-secret-of-a-test"


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """An emulator with an IAM that is strict, and a metadata service."""
    with Emulator(ocr=ScriptedOcr("text"), stt="scripted", strict=True, metadata=True) as running:
        yield running


def connected(colour: Colour, emulator: Emulator, credentials: Any, **settings: Any) -> Any:
    return colour.client(credentials, endpoint=emulator.target, plaintext=True, **settings)


def key_of(emulator: Emulator) -> ServiceAccountKey:
    """The key of a new service account."""
    return ServiceAccountKey.from_json(
        emulator.iam.create_key(emulator.iam.create_service_account())
    )


def good(colour: Colour, emulator: Emulator, token: AccessToken) -> bool:
    """Whether a call with a token is let in."""
    client = connected(colour, emulator, IamToken(token.token), folder_id="b1gfolder")
    try:
        client_text = colour.call(lambda: client.operations.get("f8dunknown"))
    except errors.Unauthenticated:
        return False
    except errors.NotFound:
        return True
    raise AssertionError(client_text)


def test_a_service_account_key(colour: Colour, emulator: Emulator) -> None:
    client = connected(colour, emulator, key_of(emulator))
    first = colour.call(client.iam.create_token)
    second = colour.call(client.iam.create_token)
    assert isinstance(first, AccessToken)
    assert first.token != second.token, "each is a fresh one"
    assert good(colour, emulator, first)
    assert good(colour, emulator, second)
    assert first.expires_at is not None
    left = first.expires_at - dt.datetime.now(dt.UTC)
    assert dt.timedelta(hours=11) < left < dt.timedelta(hours=12, minutes=1)


@pytest.mark.filterwarnings("ignore::ycgrpc.CredentialsWarning")
def test_an_oauth_token(colour: Colour, emulator: Emulator) -> None:
    client = connected(colour, emulator, OAuthToken(emulator.iam.create_oauth_token()))
    assert good(colour, emulator, colour.call(client.iam.create_token))


def test_the_metadata_service(colour: Colour, emulator: Emulator) -> None:
    emulator.iam.vm_account = emulator.iam.create_service_account()
    client = connected(colour, emulator, MetadataService(emulator.metadata_address))
    assert good(colour, emulator, colour.call(client.iam.create_token))


def test_a_function_of_the_callers_own(colour: Colour, emulator: Emulator) -> None:
    value = emulator.iam.create_token(emulator.iam.create_service_account()).value
    client = connected(colour, emulator, lambda: (value, None))
    assert colour.call(client.iam.create_token).token == value


def test_an_iam_token_is_given_back_as_it_is(colour: Colour, client: Any, server: Server) -> None:
    given = colour.client(TOKEN_CREDENTIALS, endpoint=server.target, plaintext=True)
    assert colour.call(given.iam.create_token) == AccessToken(TOKEN, None)
    assert not server.calls


def test_an_api_key_comes_to_no_token(colour: Colour, client: Any, server: Server) -> None:
    with pytest.raises(errors.CredentialsError, match="give service_account_id") as refused:
        colour.call(client.iam.create_token)
    assert_silent(refused.value)
    assert not server.calls


def test_a_key_that_is_refused(colour: Colour, emulator: Emulator) -> None:
    with Emulator(ocr="scripted", stt="scripted") as other:
        client = connected(colour, emulator, key_of(other))
        with pytest.raises(errors.CredentialsError, match="IAM gave no token: UNAUTHENTICATED"):
            colour.call(client.iam.create_token)


def test_the_token_of_another_service_account(colour: Colour, emulator: Emulator) -> None:
    account, other = (emulator.iam.create_service_account() for _ in range(2))
    client = connected(colour, emulator, ApiKey(emulator.iam.create_api_key(account)))
    token = colour.call(lambda: client.iam.create_token(service_account_id=other.id))
    assert emulator.iam.authenticate(f"Bearer {token.token}").id == other.id
    assert token.expires_at is not None
    assert token.expires_at.tzinfo is dt.UTC
    with pytest.raises(errors.NotFound, match="ajeunknown"):
        colour.call(lambda: client.iam.create_token(service_account_id="ajeunknown"))


def test_what_arrives(colour: Colour, client: Any, server: Server) -> None:
    server.script(answer(CreateIamTokenResponse(iam_token=TOKEN)))
    token = colour.call(lambda: client.iam.create_token(service_account_id="ajeother", timeout=7))
    assert token == AccessToken(TOKEN, None), "nobody said until when"
    assert server.last.method == f"{SERVICE}/CreateForServiceAccount"
    assert server.last.metadata["authorization"] == CREDENTIALS.token.header
    request = CreateIamTokenForServiceAccountRequest.FromString(server.last.requests[0])
    assert request == CreateIamTokenForServiceAccountRequest(service_account_id="ajeother")
    assert server.last.seconds_left is not None
    assert server.last.seconds_left < 8


@pytest.mark.parametrize("account_id", ["", "x" * 51])
def test_an_id_that_is_none(account_id: str, colour: Colour, client: Any, server: Server) -> None:
    with pytest.raises(errors.InvalidRequest, match="service_account_id"):
        colour.call(lambda: client.iam.create_token(service_account_id=account_id))
    assert not server.calls


def test_a_revoked_token_is_refused(colour: Colour, emulator: Emulator) -> None:
    account = emulator.iam.create_service_account()
    client = connected(
        colour, emulator, ServiceAccountKey.from_json(emulator.iam.create_key(account))
    )
    first, second = (colour.call(client.iam.create_token) for _ in range(2))
    assert colour.call(lambda: client.iam.revoke_token(first)) == account.id
    assert not good(colour, emulator, first)
    assert good(colour, emulator, second)
    assert colour.call(lambda: client.iam.revoke_token(second.token)) == account.id
    assert not good(colour, emulator, second)
    with pytest.raises(errors.Unauthenticated):
        colour.call(lambda: client.iam.revoke_token(second))
    assert good(colour, emulator, colour.call(client.iam.create_token))


def test_a_client_may_revoke_its_own(colour: Colour, emulator: Emulator) -> None:
    value = emulator.iam.create_token(emulator.iam.create_service_account()).value
    client = connected(colour, emulator, IamToken(value))
    own = colour.call(client.iam.create_token)
    colour.call(lambda: client.iam.revoke_token(own))
    assert not good(colour, emulator, own)


def test_what_arrives_to_be_revoked(colour: Colour, client: Any, server: Server) -> None:
    server.script(answer(RevokeIamTokenResponse(subject_id="ajeone")))
    assert colour.call(lambda: client.iam.revoke_token(TOKEN)) == "ajeone"
    assert server.last.method == f"{SERVICE}/Revoke"
    request = RevokeIamTokenRequest.FromString(server.last.requests[0])
    assert request == RevokeIamTokenRequest(iam_token=TOKEN)


def test_no_token_to_revoke(colour: Colour, client: Any, server: Server) -> None:
    with pytest.raises(errors.InvalidRequest, match="iam_token"):
        colour.call(lambda: client.iam.revoke_token(""))
    assert not server.calls


# --- Secrets.


def assert_silent(error: BaseException) -> None:
    # This frame's own variables are none of the traceback's.
    shown = told(error)
    assert "_token" in shown
    assert not [secret for secret in (KEY, TOKEN, OTHER) if secret in shown]


def test_the_repr_hides_the_token() -> None:
    token = AccessToken(TOKEN, dt.datetime(2024, 1, 1, tzinfo=dt.UTC))
    for shown in (repr(token), str(token), f"{token}", repr([token])):
        assert TOKEN not in shown
        assert "2024" in shown
    assert pickle.loads(pickle.dumps(token)) == token


@pytest.mark.parametrize("code", ["UNAUTHENTICATED", "INTERNAL", "UNAVAILABLE"])
@pytest.mark.parametrize("kind", ["text", "token"])
def test_no_error_shows_the_token_that_was_to_be_revoked(
    kind: str, code: str, colour: Colour, server: Server
) -> None:
    client = colour.client(
        TOKEN_CREDENTIALS,
        endpoint=server.target,
        plaintext=True,
        channel_options=[("grpc.service_config", "{}")],
    )
    server.script(fail(grpc.StatusCode[code], "no"))
    with pytest.raises(errors.RpcError) as failed:
        colour.call(
            lambda: client.iam.revoke_token(OTHER if kind == "text" else AccessToken(OTHER, None))
        )
    assert_silent(failed.value)


def test_an_end_that_makes_no_sense_is_none(colour: Colour, client: Any, server: Server) -> None:
    response = CreateIamTokenResponse(iam_token=OTHER)
    response.expires_at.seconds = 10**15
    server.script(answer(response))
    token = colour.call(lambda: client.iam.create_token(service_account_id="ajeother"))
    assert token == AccessToken(OTHER, None)
