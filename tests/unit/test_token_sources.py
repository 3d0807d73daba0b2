"""How each source comes to a token, driven by hand: no socket, no process, no clock."""

from __future__ import annotations

import datetime as dt
import json
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import grpc
import jwt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ycgrpc_pb.yandex.cloud.iam.v1.iam_token_service_pb2 import (
    CreateIamTokenRequest,
    CreateIamTokenResponse,
)

from tests.keys import ACCOUNT_ID, key_file
from ycgrpc import (
    ApiKey,
    CredentialsWarning,
    IamToken,
    MetadataService,
    OAuthToken,
    ServiceAccountKey,
    YcCli,
    default_credentials,
)
from ycgrpc._core import token_sources
from ycgrpc._core.effects import Call, Flow, HttpGet, Invoke, Read, Reply, Run, Sleep, WallTime
from ycgrpc._core.token_sources import CREATE, FirstThatWorks, Function, TokenSource, patiently
from ycgrpc._core.tokens import Fetched
from ycgrpc.errors import (
    ConfigurationError,
    CredentialsError,
    CredentialsUnavailable,
    RpcError,
    Unauthenticated,
    Unavailable,
)

NOW = 1_700_000_000.0
TOKEN = "t1.secret"
HEADER = f"Bearer {TOKEN}"
DOWN = Unavailable(grpc.StatusCode.UNAVAILABLE, "down")


def drive(flow: Flow[Fetched], *results: Any) -> tuple[Fetched, list[Any]]:
    """Give a flow results, or errors, one after the other; return what it comes to, and asked for.

    The time is always the same.
    """
    asked: list[Any] = []
    left = list(results)
    try:
        effect = next(flow)
        while True:
            if isinstance(effect, WallTime):
                effect = flow.send(NOW)
                continue
            asked.append(effect)
            result = None if isinstance(effect, Sleep) else left.pop(0)
            effect = flow.throw(result) if isinstance(result, Exception) else flow.send(result)
    except StopIteration as end:
        assert not left
        return end.value, asked


def fails(source: TokenSource, *results: Any) -> CredentialsError:
    """The error of a fetch."""
    with pytest.raises(CredentialsError) as failed:
        drive(source.fetch(), *results)
    assert TOKEN not in str(failed.value)
    return failed.value


def issued(token: str = TOKEN, lifetime: float = 3600.0) -> CreateIamTokenResponse:
    response = CreateIamTokenResponse(iam_token=token)
    response.expires_at.FromMilliseconds(int((NOW + lifetime) * 1000))
    return response


@pytest.fixture
def oauth(monkeypatch: pytest.MonkeyPatch) -> OAuthToken:
    monkeypatch.setattr(OAuthToken, "_warned", True)
    return OAuthToken(" y0_secret\n")


def test_a_key_is_exchanged() -> None:
    (token, lifetime), (call,) = drive(ServiceAccountKey.from_json(key_file()).fetch(), issued())
    assert (token.header, lifetime) == (HEADER, 3600)
    assert (call.method, call.token) == (CREATE, None)
    assert "jwt" not in repr(call)
    claims = jwt.decode(call.request.jwt, options={"verify_signature": False})
    assert claims["iss"] == ACCOUNT_ID
    assert (claims["iat"], claims["exp"]) == (NOW, NOW + 3600)


def test_an_oauth_token_is_exchanged(oauth: OAuthToken) -> None:
    (token, lifetime), (call,) = drive(oauth.fetch(), issued(lifetime=12 * 3600))
    assert (token.header, lifetime) == (HEADER, 12 * 3600)
    assert call.request == CreateIamTokenRequest(yandex_passport_oauth_token="y0_secret")
    assert "secret" not in f"{call!r}{oauth!r}"


def test_an_oauth_token_warns_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(OAuthToken, "_warned", False)
    with pytest.warns(CredentialsWarning, match="OAuth tokens are deprecated"):
        OAuthToken("y0_secret")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        OAuthToken("y0_secret")


@pytest.mark.parametrize("code", [code for code in grpc.StatusCode if code.value[0]])
def test_what_iam_refuses_for_good(code: grpc.StatusCode, oauth: OAuthToken) -> None:
    refusal = RpcError(code, "no")
    error = fails(oauth, refusal)
    final = code.name in {
        "FAILED_PRECONDITION",
        "INVALID_ARGUMENT",
        "NOT_FOUND",
        "PERMISSION_DENIED",
        "UNAUTHENTICATED",
        "UNIMPLEMENTED",
    }
    assert type(error) is (CredentialsError if final else CredentialsUnavailable)
    assert str(error) == f"IAM gave no token: {refusal}"
    assert error.__cause__ is refusal


@pytest.mark.parametrize("token", ["", " ", "t1.secret x", "t1.secretё"])
def test_a_token_of_iam_that_cannot_be_sent(token: str, oauth: OAuthToken) -> None:
    assert "the token that came: it " in str(fails(oauth, issued(token)))


@pytest.mark.parametrize("lifetime", [0, -1, -NOW])
def test_a_token_of_iam_that_has_expired(lifetime: float, oauth: OAuthToken) -> None:
    assert "check this machine's clock" in str(fails(oauth, issued(lifetime=lifetime)))


def test_a_changed_key_file_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "key.json"
    file.write_text(key_file())
    file.chmod(0o600)
    source = ServiceAccountKey.from_file(file)

    def who(content: bytes | Exception) -> str:
        _, (read, call) = drive(source.fetch(), content, issued())
        assert read == Read(str(file), 1 << 20)
        claims = jwt.decode(call.request.jwt, options={"verify_signature": False})
        issuer: str = claims["iss"]
        return issuer

    assert who(key_file().encode()) == ACCOUNT_ID
    assert who(key_file(service_account_id="ajeother").encode()) == "ajeother"
    # While the file is being replaced, the last key is good enough.
    for content in (b"", b"{", b"\xff", CredentialsError("gone")):
        assert who(content) == "ajeother"


METADATA = "/computeMetadata/v1/instance/service-accounts/default/token"


def metadata(**changes: Any) -> Reply:
    fields = {"access_token": TOKEN, "expires_in": 1800, "token_type": "Bearer", **changes}
    return Reply(200, json.dumps(fields).encode())


def test_the_metadata_service() -> None:
    (token, lifetime), asked = drive(MetadataService("host:80").fetch(), metadata())
    assert (token.header, lifetime) == (HEADER, 1800)
    assert asked == [HttpGet("host:80", METADATA, {"Metadata-Flavor": "Google"}, timeout=1.0)]


@pytest.mark.parametrize(
    ("argument", "variable", "address"),
    [
        (None, None, "169.254.169.254"),
        (None, " ", "169.254.169.254"),
        (None, "other:1", "other:1"),
        ("host", "other:1", "host"),
    ],
)
def test_where_the_metadata_service_is(
    argument: str | None, variable: str | None, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("YC_METADATA_ADDR")
    if variable is not None:
        monkeypatch.setenv("YC_METADATA_ADDR", variable)
    assert repr(MetadataService(argument)) == f"MetadataService({address!r})"


@pytest.mark.parametrize(
    ("reply", "kind", "message"),
    [
        (
            ConnectionRefusedError(111, "refused"),
            CredentialsUnavailable,
            "does not answer: .*refused",
        ),
        (TimeoutError("timed out"), CredentialsUnavailable, "does not answer: timed out"),
        (Reply(404, b""), CredentialsError, "knows no service account: attach one"),
        (Reply(500, b""), CredentialsUnavailable, "answered 500 without a token"),
        (Reply(200, b""), CredentialsUnavailable, "answered 200 without a token"),
        (Reply(200, b"\xff{"), CredentialsUnavailable, "answered 200 without a token"),
        (Reply(200, b"[]"), CredentialsUnavailable, "answered 200 without a token"),
        (Reply(200, b"[" * 100_000), CredentialsUnavailable, "answered 200 without a token"),
        (Reply(200, b"{}"), CredentialsUnavailable, "answered 200 without a token"),
        (metadata(access_token=None), CredentialsUnavailable, "answered 200 without a token"),
        (
            metadata(access_token=f"{TOKEN} x"),
            CredentialsUnavailable,
            "answered 200 without a token",
        ),
        (metadata(expires_in="soon"), CredentialsUnavailable, "answered 200 without a token"),
        (metadata(expires_in=0), CredentialsUnavailable, "answered 200 without a token"),
        (metadata(expires_in=float("nan")), CredentialsUnavailable, "answered 200 without a token"),
        (metadata(expires_in=10**400), CredentialsUnavailable, "answered 200 without a token"),
    ],
    ids=str,
)
def test_a_metadata_service_without_a_token(
    reply: Any, kind: type[CredentialsError], message: str
) -> None:
    with pytest.raises(CredentialsError, match=f"the metadata service at host {message}") as failed:
        drive(MetadataService("host").fetch(), reply)
    assert type(failed.value) is kind


@given(st.binary())
def test_junk_of_the_metadata_service(body: bytes) -> None:
    with pytest.raises(CredentialsUnavailable):
        drive(MetadataService("host").fetch(), Reply(200, body))


@pytest.mark.parametrize(
    ("argument", "variable", "added"),
    [
        (None, None, []),
        (None, "work", ["--profile", "work"]),
        ("home", "work", ["--profile", "home"]),
    ],
)
def test_the_yc_command(
    argument: str | None, variable: str | None, added: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if variable:
        monkeypatch.setenv("YC_PROFILE", variable)
    (token, lifetime), (run,) = drive(YcCli(argument).fetch(), Reply(0, f"{TOKEN}\n".encode()))
    assert (token.header, lifetime) == (HEADER, 3600)
    assert run == Run(["yc", "iam", "create-token", "--no-user-output", *added], timeout=30.0)


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (FileNotFoundError(2, "No such file"), "the yc command cannot be run: No such file"),
        (TimeoutError(0, "no answer within 30 s"), "cannot be run: no answer within 30 s"),
        (Reply(1, b"", "ERROR:\n not logged in\n"), "failed with status 1: ERROR: not logged in"),
        (Reply(0, b""), "printed no token"),
        (Reply(0, b"\xff"), "printed no token"),
        (Reply(0, f"{TOKEN}\nand more".encode()), "printed no token"),
    ],
    ids=str,
)
def test_a_yc_command_without_a_token(reply: Any, message: str) -> None:
    assert message in str(fails(YcCli(), reply))


def tokens() -> Any:
    """A function that a user might pass."""


@pytest.mark.parametrize(
    ("until", "lifetime"),
    [
        (None, 3600),
        (NOW + 60, 60),
        (int(NOW) + 60, 60),
        (dt.datetime.fromtimestamp(NOW + 60, dt.UTC), 60),
        (dt.datetime.fromtimestamp(NOW + 60, dt.timezone(dt.timedelta(hours=3))), 60),
    ],
)
def test_a_function(until: Any, lifetime: float) -> None:
    (token, found), asked = drive(Function(tokens).fetch(), (f" {TOKEN}\n", until))
    assert (token.header, found) == (HEADER, lifetime)
    assert asked == [Invoke(tokens)]
    assert repr(Function(tokens)) == "tokens"


@pytest.mark.parametrize(
    "given",
    [
        None,
        TOKEN,
        (TOKEN,),
        (TOKEN, None, None),
        (TOKEN, "tomorrow"),
        (TOKEN, dt.datetime.fromtimestamp(NOW + 60)),  # naive
        (TOKEN, dt.timedelta(1)),
        (TOKEN, 10**400),
        (None, None),
        (b"t1.bytes", None),
    ],
    ids=str,
)
def test_what_a_function_must_not_return(given: Any) -> None:
    error = fails(Function(tokens), given)
    assert type(error) is CredentialsError
    assert "tokens: must return a token and the end of its life: an aware datetime" in str(error)


@pytest.mark.parametrize("until", [NOW, NOW - 1, 0, float("nan")])
def test_a_function_that_gives_an_expired_token(until: float) -> None:
    assert type(fails(Function(tokens), (TOKEN, until))) is CredentialsUnavailable


def test_a_function_that_raises() -> None:
    cause = LookupError("vault")
    error = fails(Function(tokens), cause)
    assert (type(error), str(error)) == (CredentialsUnavailable, "tokens failed: vault")
    assert error.__cause__ is cause


def test_a_function_that_this_client_cannot_call() -> None:
    with pytest.raises(ConfigurationError):
        drive(patiently(Function(tokens)), ConfigurationError("a coroutine function"))


@pytest.mark.parametrize("failures", [0, 1, 2, 3])
def test_a_source_that_does_not_answer_is_asked_again(failures: int, oauth: OAuthToken) -> None:
    (token, _), asked = drive(patiently(oauth), *[DOWN] * failures, issued())
    assert token.header == HEADER
    pauses = [effect.seconds for effect in asked if isinstance(effect, Sleep)]
    assert pauses == [0.2, 0.5, 1.0][:failures]
    assert sum(isinstance(effect, Call) for effect in asked) == failures + 1


def test_a_source_that_does_not_answer_at_all(oauth: OAuthToken) -> None:
    with pytest.raises(CredentialsUnavailable, match="IAM gave no token: UNAVAILABLE: down"):
        drive(patiently(oauth), *[DOWN] * 4)


def test_what_is_final_is_told_at_once(oauth: OAuthToken) -> None:
    refusal = Unauthenticated(grpc.StatusCode.UNAUTHENTICATED, "wrong key")
    with pytest.raises(CredentialsError, match="wrong key"):
        drive(patiently(oauth), refusal)


def test_the_first_source_that_works_is_kept() -> None:
    source = FirstThatWorks("nothing is set", [MetadataService("host"), YcCli()])
    yc = Reply(0, TOKEN.encode())
    drive(source.fetch(), Reply(404, b""), yc)
    (token, _), asked = drive(source.fetch(), yc)
    assert token.header == HEADER
    assert isinstance(asked[0], Run)
    assert repr(source) == "YcCli()"


def test_a_source_that_worked_is_asked_again_when_it_does_not_answer() -> None:
    source = FirstThatWorks("nothing is set", [MetadataService("host"), YcCli()])
    drive(source.fetch(), metadata())
    (token, _), asked = drive(patiently(source), TimeoutError("late"), metadata())
    assert token.header == HEADER
    assert [type(effect) for effect in asked] == [HttpGet, Sleep, HttpGet]


def test_no_source_works() -> None:
    source = default_credentials({"YC_API_KEY": " "})
    assert isinstance(source, TokenSource)
    error = str(fails(source, OSError("refused"), FileNotFoundError(2, "No such file")))
    for part in (
        "no credentials: YC_API_KEY, YC_IAM_TOKEN, YC_SERVICE_ACCOUNT_KEY_FILE, YC_OAUTH_TOKEN",
        "YC_TOKEN are not set; the metadata service at 127.0.0.1:1 does not answer: refused",
        "the yc command cannot be run: No such file",
        "YCGRPC_EMULATOR_HOST",
    ):
        assert part in error


@pytest.fixture
def key_path(tmp_path: Path) -> str:
    file = tmp_path / "key.json"
    file.write_text(key_file())
    file.chmod(0o600)
    return str(file)


@pytest.mark.parametrize(
    ("environment", "kind"),
    [
        ({"YC_API_KEY": "AQVN"}, ApiKey),
        ({"YC_IAM_TOKEN": "t1.x"}, IamToken),
        ({"YC_OAUTH_TOKEN": "y0_x"}, OAuthToken),
        ({"YC_TOKEN": " t1.x\n"}, IamToken),
        ({"YC_TOKEN": "y0_x"}, OAuthToken),
        ({"YC_TOKEN": "y3_x"}, OAuthToken),
        ({"YC_TOKEN": "AQVN"}, ApiKey),
        ({"YC_TOKEN": "t1x"}, ApiKey),
        ({"YC_API_KEY": "", "YC_TOKEN": "t1.x"}, IamToken),
        ({"YC_TOKEN": "t1.x", "YC_OAUTH_TOKEN": "y0_x", "YC_API_KEY": "AQVN"}, ApiKey),
        ({"YC_SERVICE_ACCOUNT_KEY_FILE": "FILE\n", "YC_OAUTH_TOKEN": "x"}, ServiceAccountKey),
        ({"YC_SERVICE_ACCOUNT_KEY_FILE": "FILE", "YC_IAM_TOKEN": "t1.x"}, IamToken),
        ({}, FirstThatWorks),
    ],
    ids=str,
)
def test_the_environment(
    environment: Mapping[str, str],
    kind: Callable[..., Any],
    key_path: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(OAuthToken, "_warned", True)
    found = {name: value.replace("FILE", key_path) for name, value in environment.items()}
    assert type(default_credentials(found)) is kind


def test_a_variable_that_cannot_be_used_is_not_passed_over() -> None:
    with pytest.raises(CredentialsError, match=r"cannot read 'missing\.json': No such file"):
        default_credentials({"YC_SERVICE_ACCOUNT_KEY_FILE": "missing.json", "YC_TOKEN": "t1.x"})


def test_a_source_says_nothing_of_its_token(oauth: OAuthToken) -> None:
    assert repr(oauth) == "OAuthToken(...)"
    assert ACCOUNT_ID in repr(ServiceAccountKey.from_json(key_file()))
    with pytest.raises(NotImplementedError):
        token_sources.TokenSource().fetch()
