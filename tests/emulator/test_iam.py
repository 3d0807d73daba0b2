"""Tokens, keys and who is let in, over the wire."""

from __future__ import annotations

import datetime as dt
import json
import re
import tracemalloc
from base64 import urlsafe_b64encode
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import grpc
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from google.rpc import error_details_pb2, status_pb2  # pyright: ignore[reportMissingTypeStubs]
from hypothesis import given
from hypothesis import strategies as st
from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_service_pb2
from ycgrpc_pb.yandex.cloud.iam.v1 import iam_token_service_pb2, iam_token_service_pb2_grpc

from ycgrpc.emulator import Account, Accounts, Clock, Emulator, Iam, Limits, ScriptedOcr
from ycgrpc.emulator.refusals import Refusal

from .test_clock import START

Recognize = Callable[..., list[ocr_service_pb2.RecognizeTextResponse]]
Stub = iam_token_service_pb2_grpc.IamTokenServiceStub

AUDIENCE = "https://iam.api.cloud.yandex.net/iam/v1/tokens"
CREATE = "/yandex.cloud.iam.v1.IamTokenService/Create"
DOCUMENTED_FORM = r"t1\.[A-Z0-9a-z_-]+[=]{0,2}\.[A-Z0-9a-z_-]{86}[=]{0,2}"
INVALID_TOKEN = "Token is invalid or has expired."
NOW = int(START.timestamp())
HOUR = 3600


def emulated(**settings: Any) -> Emulator:
    """An emulator whose clock stands still."""
    settings = {"clock": Clock(START), "ocr": ScriptedOcr(["text"]), **settings}
    return Emulator(**settings)


@contextmanager
def tokens_of(emulator: Emulator) -> Generator[Stub]:
    with grpc.insecure_channel(emulator.target) as channel:
        yield Stub(channel)


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    """An emulator in which something is registered."""
    with emulated() as running:
        running.iam.create_service_account("home")
        yield running


@pytest.fixture
def stub(emulator: Emulator) -> Iterator[Stub]:
    with tokens_of(emulator) as made:
        yield made


@pytest.fixture(scope="module")
def account(emulator: Emulator) -> Account:
    return emulator.iam.create_service_account("home")


@pytest.fixture(scope="module")
def key(emulator: Emulator, account: Account) -> dict[str, str]:
    """The file of an authorized key."""
    found: dict[str, str] = json.loads(emulator.iam.create_key(account))
    return found


def signed(
    key: dict[str, str],
    *,
    algorithm: str = "PS256",
    headers: dict[str, Any] | None = None,
    **claims: Any,
) -> str:
    """A JWT as the documentation makes it; claims that are ``None`` are left out."""
    documented = {"iss": key["service_account_id"], "aud": AUDIENCE, "iat": NOW, "exp": NOW + HOUR}
    _, _, pem = key["private_key"].partition("\n")
    return jwt.encode(
        {name: value for name, value in {**documented, **claims}.items() if value is not None},
        pem,
        algorithm=algorithm,
        headers={"kid": key["id"]} if headers is None else headers,
    )


def for_jwt(token: str) -> iam_token_service_pb2.CreateIamTokenRequest:
    return iam_token_service_pb2.CreateIamTokenRequest(jwt=token)


def for_oauth(token: str) -> iam_token_service_pb2.CreateIamTokenRequest:
    return iam_token_service_pb2.CreateIamTokenRequest(yandex_passport_oauth_token=token)


def bearer(token: str) -> tuple[tuple[str, str], ...]:
    return (("authorization", f"Bearer {token}"),)


def api_key(secret: str) -> tuple[tuple[str, str], ...]:
    return (("authorization", f"Api-Key {secret}"),)


@contextmanager
def refused(code: grpc.StatusCode, text: str) -> Generator[None]:
    """Expects a status, with the request's id in its details."""
    with pytest.raises(grpc.RpcError) as raised:
        yield
    error: Any = raised.value
    assert error.code() == code
    assert re.search(text, error.details()), error.details()
    info = error_details_pb2.RequestInfo()
    status = status_pb2.Status.FromString(
        dict(error.trailing_metadata())["grpc-status-details-bin"]
    )
    assert any(detail.Unpack(info) for detail in status.details)
    assert info.request_id


UNAUTHENTICATED = grpc.StatusCode.UNAUTHENTICATED


def test_a_jwt_is_exchanged_for_a_token_that_is_good(
    emulator: Emulator, stub: Stub, key: dict[str, str], recognize: Recognize, picture: bytes
) -> None:
    response = stub.Create(for_jwt(signed(key)), timeout=30)
    assert re.fullmatch(DOCUMENTED_FORM, response.iam_token)
    assert response.expires_at.ToDatetime(dt.UTC) == START + dt.timedelta(hours=12)
    recognize(emulator, picture, metadata=bearer(response.iam_token))
    with refused(grpc.StatusCode.INVALID_ARGUMENT, "'other' does not match .* 'home'"):
        recognize(
            emulator, picture, metadata=(*bearer(response.iam_token), ("x-folder-id", "other"))
        )


def test_the_key_file_is_that_of_the_yc_command(account: Account, key: dict[str, str]) -> None:
    assert list(key) == [
        "id",
        "service_account_id",
        "created_at",
        "key_algorithm",
        "public_key",
        "private_key",
    ]
    assert key["service_account_id"] == account.id
    assert dt.datetime.fromisoformat(key["created_at"]) == START
    assert key["created_at"].endswith("Z")
    assert key["key_algorithm"] == "RSA_2048"
    assert key["public_key"].startswith("-----BEGIN PUBLIC KEY-----\n")
    assert key["private_key"].startswith(
        f"PLEASE DO NOT REMOVE THIS LINE! Yandex.Cloud SA Key ID <{key['id']}>\n"
        "-----BEGIN PRIVATE KEY-----\n"
    )


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"algorithm": "RS256"}, "PS256"),
        ({"headers": {}}, "kid"),
        ({"headers": {"kid": "unknown"}}, "no authorized key"),
        ({"iss": None}, "iss"),
        ({"iss": "somebody-else"}, "iss is not the service account"),
        ({"iss": "a" * 51}, "iss must be"),
        ({"iss": "\ud800"}, "iss must be"),
        ({"aud": None}, "aud"),
        ({"aud": "https://iam.api.yandexcloud.kz/iam/v1/tokens"}, "audience must be https://iam"),
        ({"aud": [7]}, "audience must be"),
        ({"aud": {}}, "audience must be"),
        ({"iat": None}, "iat"),
        ({"exp": None}, "exp"),
        ({"exp": "soon"}, "seconds since 1970"),
        ({"exp": True}, "seconds since 1970"),
        ({"exp": float("nan")}, "seconds since 1970"),
        ({"exp": 10**400}, "seconds since 1970"),
        ({"iat": -1}, "seconds since 1970"),
        ({"exp": NOW + HOUR + 1}, "by 3600 seconds at most"),
        ({"iat": NOW, "exp": NOW}, "exp must be after iat"),
        ({"iat": NOW - HOUR, "exp": NOW}, "expired"),
        ({"iat": NOW + 61}, "future"),
    ],
)
def test_a_jwt_that_breaks_a_rule(
    stub: Stub, key: dict[str, str], changed: dict[str, Any], reason: str
) -> None:
    with refused(UNAUTHENTICATED, f"^The JWT is invalid: .*{reason}"):
        stub.Create(for_jwt(signed(key, **changed)), timeout=30)


@pytest.mark.parametrize(
    "changed",
    [
        {"iat": NOW + 60},  # a clock may be a little ahead
        {"iat": NOW - HOUR + 1, "exp": NOW + 1},
        {"iat": NOW + 0.5, "exp": NOW + 0.75},
        {"aud": ["somewhere", AUDIENCE]},
        {"sub": "more", "jti": "claims"},
    ],
)
def test_a_jwt_that_just_keeps_them(
    stub: Stub, key: dict[str, str], changed: dict[str, Any]
) -> None:
    assert stub.Create(for_jwt(signed(key, **changed)), timeout=30).iam_token


@pytest.mark.parametrize(
    "token", ["", "x", "a.b", "a.b.c", "...", "я.я.я", "e30.e30.", "W10.W10.W10"]
)
def test_what_is_no_jwt(stub: Stub, token: str) -> None:
    with refused(UNAUTHENTICATED, "^The JWT is invalid"):
        stub.Create(for_jwt(token), timeout=30)


def test_a_deeply_nested_jwt_does_no_harm(stub: Stub) -> None:
    nested = urlsafe_b64encode(b"[" * 2900).decode()
    header = urlsafe_b64encode(b'{"alg":"PS256","kid":"x"}').decode().rstrip("=")
    for token in (f"{nested}.e30.e30", f"{header}.{nested}.e30"):
        with refused(UNAUTHENTICATED, "malformed"):
            stub.Create(for_jwt(token), timeout=30)


@given(st.text(max_size=300))
def test_nothing_that_is_sent_as_a_jwt_is_an_internal_error(emulator: Emulator, token: str) -> None:
    with tokens_of(emulator) as stub, refused(UNAUTHENTICATED, "^The JWT is invalid"):
        stub.Create(for_jwt(token), timeout=30)


def test_a_signature_of_another_key(
    emulator: Emulator, stub: Stub, account: Account, key: dict[str, str]
) -> None:
    other = json.loads(emulator.iam.create_key(account))
    with refused(UNAUTHENTICATED, "signature"):
        stub.Create(for_jwt(signed(other, headers={"kid": key["id"]})), timeout=30)
    head, body, signature = signed(key).split(".")
    flipped = ("B" if signature[0] == "A" else "A") + signature[1:]
    for forged in (f"{head}.{body}.{flipped}", f"{head}.{body}."):
        with refused(UNAUTHENTICATED, "signature"):
            stub.Create(for_jwt(forged), timeout=30)


def test_unsigned_jwts_and_those_signed_with_a_public_key_as_secret(
    stub: Stub, key: dict[str, str]
) -> None:
    claims = {"iss": key["service_account_id"], "aud": AUDIENCE, "iat": NOW, "exp": NOW + HOUR}
    for algorithm, secret in (("none", ""), ("HS256", "s" * 64)):
        token = jwt.encode(claims, secret, algorithm=algorithm, headers={"kid": key["id"]})
        with refused(UNAUTHENTICATED, "PS256"):
            stub.Create(for_jwt(token), timeout=30)


def test_a_key_that_was_deleted(emulator: Emulator, stub: Stub, account: Account) -> None:
    short_lived = json.loads(emulator.iam.create_key(account))
    emulator.iam.delete_key(short_lived["id"])
    with refused(UNAUTHENTICATED, "no authorized key"):
        stub.Create(for_jwt(signed(short_lived)), timeout=30)


def test_a_key_that_there_was_already(
    emulator: Emulator, stub: Stub, account: Account, key: dict[str, str]
) -> None:
    warning, _, _ = key["private_key"].partition("\n")
    for number, pem in enumerate((key["public_key"], f"{warning}\n{key['public_key']}")):
        emulator.iam.add_key(f"own-{number}", pem, account)
        own = signed(key, headers={"kid": f"own-{number}"})
        assert stub.Create(for_jwt(own), timeout=30).iam_token


def test_keys_that_cannot_be(emulator: Emulator, account: Account) -> None:
    iam, user = emulator.iam, Account("user")
    elliptic = ec.generate_private_key(ec.SECP256R1()).public_key()
    pem = elliptic.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    for wrong in (pem, "", "no key"):
        with pytest.raises(ValueError):  # noqa: PT011 - the text may be that of cryptography
            iam.add_key("id", wrong, account)
    with pytest.raises(ValueError, match="user accounts"):
        iam.create_key(user)
    with pytest.raises(ValueError, match="user accounts"):
        iam.create_api_key(user)
    with pytest.raises(ValueError, match="service accounts"):
        iam.create_oauth_token(account)
    with pytest.raises(ValueError, match="time zone"):
        iam.create_api_key(account, expires_at=START.replace(tzinfo=None))


def test_other_audiences_are_a_setting(key: dict[str, str]) -> None:
    audience = "https://iam.api.yandexcloud.kz/iam/v1/tokens"
    with emulated(audiences=[audience]) as emulator, tokens_of(emulator) as stub:
        assert stub.Create(for_jwt(signed(key, aud=audience)), timeout=30).iam_token
        with refused(UNAUTHENTICATED, "audience"):
            stub.Create(for_jwt(signed(key)), timeout=30)


def test_one_proof_of_identity_is_needed(stub: Stub) -> None:
    with refused(grpc.StatusCode.INVALID_ARGUMENT, "identity"):
        stub.Create(iam_token_service_pb2.CreateIamTokenRequest(), timeout=30)
    with refused(grpc.StatusCode.INVALID_ARGUMENT, "jwt"):
        stub.Create(for_jwt("x" * 8001), timeout=30)


def test_each_request_gets_a_fresh_token_and_the_old_ones_stay_good(
    emulator: Emulator, stub: Stub, key: dict[str, str]
) -> None:
    requests, before = [for_jwt(signed(key))] * 64, len(emulator.report())
    with ThreadPoolExecutor(16) as threads:
        responses = list(threads.map(stub.Create, requests))
    made = {response.iam_token for response in responses}
    assert len(made) == 64
    assert {emulator.iam.authenticate(f"Bearer {token}").folder_id for token in made} == {"home"}
    calls = emulator.report()[before:]
    assert [(call.method, call.code) for call in calls] == [(CREATE, grpc.StatusCode.OK)] * 64


def test_the_report_counts_what_was_refused_too(stub: Stub, emulator: Emulator) -> None:
    with refused(UNAUTHENTICATED, "malformed"):
        stub.Create(for_jwt("x"), timeout=30)
    call = emulator.report()[-1]
    assert (call.method, call.code) == (CREATE, UNAUTHENTICATED)


def test_a_token_ends_by_the_clock(recognize: Recognize, picture: bytes) -> None:
    with emulated(strict=True, limits=Limits(token_lifetime=60)) as emulator:
        account = emulator.iam.create_service_account()
        token = emulator.iam.create_token(account)
        assert token.expires_at == START + dt.timedelta(seconds=60)
        emulator.clock.advance(59.999)
        recognize(emulator, picture, metadata=bearer(token.value))
        emulator.clock.advance(0.001)
        with refused(UNAUTHENTICATED, f"^{re.escape(INVALID_TOKEN)}$"):
            recognize(emulator, picture, metadata=bearer(token.value))
        recognize(emulator, picture, metadata=bearer(emulator.iam.create_token(account).value))


def test_a_jwt_ends_by_the_clock(key: dict[str, str]) -> None:
    with emulated() as emulator, tokens_of(emulator) as stub:
        stub.Create(for_jwt(signed(key)), timeout=30)
        emulator.clock.advance(HOUR)
        with refused(UNAUTHENTICATED, "expired"):
            stub.Create(for_jwt(signed(key)), timeout=30)


def test_a_revoked_token_is_refused(recognize: Recognize, picture: bytes) -> None:
    with emulated() as emulator, tokens_of(emulator) as stub:
        account = emulator.iam.create_service_account()
        token, other = (emulator.iam.create_token(account).value for _ in range(2))
        request = iam_token_service_pb2.RevokeIamTokenRequest(iam_token=token)
        assert stub.Revoke(request, timeout=30).subject_id == account.id
        for again in (
            lambda: recognize(emulator, picture, metadata=bearer(token)),
            lambda: stub.Revoke(request, timeout=30),
        ):
            with refused(UNAUTHENTICATED, INVALID_TOKEN):
                again()
        recognize(emulator, picture, metadata=bearer(other))
        emulator.iam.revoke_all_tokens()
        with refused(UNAUTHENTICATED, INVALID_TOKEN):
            recognize(emulator, picture, metadata=bearer(other))
        fresh = emulator.iam.create_token(account).value
        recognize(emulator, picture, metadata=bearer(fresh))


def test_what_was_revoked_or_expired_is_refused_where_all_else_is_good(
    recognize: Recognize, picture: bytes
) -> None:
    with emulated() as emulator, tokens_of(emulator) as stub:
        mine = stub.Create(for_oauth("y0_any"), timeout=30).iam_token
        for token in (mine, "t1.foreign"):
            request = iam_token_service_pb2.RevokeIamTokenRequest(iam_token=token)
            assert stub.Revoke(request, timeout=30).subject_id == "anybody"
            with refused(UNAUTHENTICATED, INVALID_TOKEN):
                recognize(emulator, picture, metadata=bearer(token))
        expiring = emulator.iam.create_token(Account("service")).value
        emulator.clock.advance(12 * HOUR)
        with refused(UNAUTHENTICATED, INVALID_TOKEN):
            recognize(emulator, picture, metadata=bearer(expiring))
        recognize(emulator, picture, metadata=bearer("t1.another"))


def test_what_was_revoked_takes_no_memory_once_it_expired() -> None:
    clock = Clock(START)
    iam = Iam(clock, Limits(token_lifetime=10))

    def revoked(number: int) -> int:
        for _ in range(number):
            clock.advance(1)
            iam.revoke_token(iam.create_token(Account("service")).value)
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        before = revoked(1000)
        assert revoked(2000) - before < 50_000
    finally:
        tracemalloc.stop()


def test_foreign_tokens_that_were_revoked_are_not_remembered_for_ever() -> None:
    iam = Iam(Clock(START), Limits())
    own = iam.create_token(Account("service")).value
    iam.revoke_token(own)
    for number in range(1001):
        iam.revoke_token(f"t1.{number}")
    for token in (own, "t1.1", "t1.1000"):
        with pytest.raises(Refusal):
            iam.authenticate(f"Bearer {token}")
    iam.authenticate("Bearer t1.0")


@given(st.integers(0, 10_000), st.characters(codec="ascii"))
def test_a_token_that_was_changed_is_not_known(position: int, letter: str) -> None:
    iam = Iam(Clock(START), Limits(), strict=True)
    token = iam.create_token(Account("service", "home", "one")).value
    position %= len(token)
    changed = token[:position] + letter + token[position + 1 :]
    if changed == token:
        assert iam.authenticate(f"Bearer {changed}") == Account("service", "home", "one")
    else:
        with pytest.raises(Exception, match=r"Token is invalid or has expired\."):
            iam.authenticate(f"Bearer {changed}")


def test_tokens_of_another_emulator_are_not_known(emulator: Emulator, account: Account) -> None:
    foreign = Iam(Clock(START), Limits()).create_token(account).value
    with pytest.raises(Exception, match=r"Token is invalid or has expired\."):
        emulator.iam.authenticate(f"Bearer {foreign}")


def test_a_token_for_a_service_account_is_given_to_another_account(
    emulator: Emulator, stub: Stub, account: Account
) -> None:
    own = bearer(emulator.iam.create_token(Account("user", id="me")).value)
    wanted = iam_token_service_pb2.CreateIamTokenForServiceAccountRequest
    request = wanted(service_account_id=account.id)
    made = stub.CreateForServiceAccount(request, metadata=own, timeout=30)
    assert emulator.iam.authenticate(f"Bearer {made.iam_token}") == account
    with refused(UNAUTHENTICATED, INVALID_TOKEN):
        stub.CreateForServiceAccount(request, timeout=30)
    with refused(grpc.StatusCode.NOT_FOUND, "nobody not found"):
        stub.CreateForServiceAccount(wanted(service_account_id="nobody"), metadata=own, timeout=30)
    with refused(grpc.StatusCode.INVALID_ARGUMENT, "service_account_id"):
        stub.CreateForServiceAccount(wanted(), metadata=own, timeout=30)


def test_an_oauth_token_makes_a_user(
    emulator: Emulator, stub: Stub, recognize: Recognize, picture: bytes
) -> None:
    user = Account("user", id="me")
    secrets = (
        emulator.iam.create_oauth_token(user),
        emulator.iam.create_oauth_token(user, secret="y0_mine"),
        emulator.iam.create_oauth_token(),
    )
    tokens = [stub.Create(for_oauth(secret), timeout=30).iam_token for secret in secrets]
    with refused(grpc.StatusCode.INVALID_ARGUMENT, "x-folder-id"):
        recognize(emulator, picture, metadata=bearer(tokens[0]))
    recognize(emulator, picture, metadata=(*bearer(tokens[0]), ("x-folder-id", "any")))
    revoked = [
        stub.Revoke(iam_token_service_pb2.RevokeIamTokenRequest(iam_token=token), timeout=30)
        for token in tokens
    ]
    assert [one.subject_id == "me" for one in revoked] == [True, True, False]
    with refused(UNAUTHENTICATED, "^The OAuth token is invalid"):
        stub.Create(for_oauth("y0_unknown"), timeout=30)


def test_api_keys(recognize: Recognize, picture: bytes) -> None:
    with emulated() as emulator:
        account = emulator.iam.create_service_account("home")
        expires_at = START + dt.timedelta(hours=1)
        plain = emulator.iam.create_api_key(account)
        given = emulator.iam.create_api_key(account, secret="AQVNgiven")
        scoped = emulator.iam.create_api_key(account, scopes=["yc.ai.vision.execute"])
        foreign = emulator.iam.create_api_key(account, scopes=["yc.ai.speechkitStt.execute"])
        expiring = emulator.iam.create_api_key(account, expires_at=expires_at)
        assert given == "AQVNgiven"
        assert re.fullmatch(r"AQVN[\w-]{36}", plain)
        for secret in (plain, given, scoped, expiring):
            recognize(emulator, picture, metadata=api_key(secret))
        with refused(UNAUTHENTICATED, "^Unknown api key$"):
            recognize(emulator, picture, metadata=api_key("AQVNunknown"))
        with refused(grpc.StatusCode.PERMISSION_DENIED, "yc.ai.vision.execute"):
            recognize(emulator, picture, metadata=api_key(foreign))
        with refused(UNAUTHENTICATED, INVALID_TOKEN):
            recognize(emulator, picture, metadata=bearer(plain))
        emulator.clock.advance(HOUR)
        with refused(UNAUTHENTICATED, "^The apikey has expired$"):
            recognize(emulator, picture, metadata=api_key(expiring))
        recognize(emulator, picture, metadata=api_key(plain))


def test_it_is_open_until_something_is_created(
    key: dict[str, str], recognize: Recognize, picture: bytes
) -> None:
    unknown = signed(key)
    with emulated(folder_id="home") as emulator, tokens_of(emulator) as stub:
        from_jwt = stub.Create(for_jwt(unknown), timeout=30).iam_token
        for metadata in (bearer(from_jwt), bearer("t1.any"), api_key("any")):
            recognize(emulator, picture, metadata=metadata)
            with refused(grpc.StatusCode.INVALID_ARGUMENT, "'home'"):
                recognize(emulator, picture, metadata=(*metadata, ("x-folder-id", "other")))
        for wrong in ("two words", "", "пароль"):
            with refused(UNAUTHENTICATED, "OAuth"):
                stub.Create(for_oauth(wrong), timeout=30)
        with refused(UNAUTHENTICATED, "audience"):
            stub.Create(for_jwt(signed(key, aud="elsewhere")), timeout=30)
        request = iam_token_service_pb2.CreateIamTokenForServiceAccountRequest(
            service_account_id="any"
        )
        stub.CreateForServiceAccount(request, metadata=api_key("any"), timeout=30)

        emulator.iam.create_service_account()
        recognize(emulator, picture, metadata=bearer(from_jwt))
        for metadata in (bearer("t1.any"), api_key("any")):
            with refused(UNAUTHENTICATED, "Token is invalid|Unknown api key"):
                recognize(emulator, picture, metadata=metadata)
        with refused(UNAUTHENTICATED, "no authorized key"):
            stub.Create(for_jwt(unknown), timeout=30)
        with refused(UNAUTHENTICATED, "OAuth"):
            stub.Create(for_oauth("y0_any"), timeout=30)


CREATIONS: list[Callable[[Iam], object]] = [
    lambda iam: iam.create_service_account(),
    lambda iam: iam.create_api_key(Account("service")),
    lambda iam: iam.create_key(Account("service")),
    lambda iam: iam.create_oauth_token(),
]


@pytest.mark.parametrize("create", CREATIONS)
def test_whatever_is_created_closes_it(create: Callable[[Iam], object]) -> None:
    iam = Iam(Clock(), Limits())
    iam.create_token(Account("service"))
    assert iam.is_open
    create(iam)
    assert not iam.is_open


def test_a_strict_one_is_never_open(key: dict[str, str]) -> None:
    with (
        emulated(strict=True) as emulator,
        tokens_of(emulator) as stub,
        refused(UNAUTHENTICATED, "no authorized key"),
    ):
        stub.Create(for_jwt(signed(key)), timeout=30)


def test_accounts_of_ones_own_are_asked_about_what_is_not_known_here(
    key: dict[str, str], recognize: Recognize, picture: bytes
) -> None:
    accounts = Accounts(api_keys=["AQVNmine"], iam_tokens=())
    with emulated(accounts=accounts) as emulator, tokens_of(emulator) as stub:
        created = emulator.iam.create_api_key(emulator.iam.create_service_account())
        for secret in ("AQVNmine", created):
            recognize(emulator, picture, metadata=api_key(secret))
        with refused(UNAUTHENTICATED, "Unknown api key"):
            recognize(emulator, picture, metadata=api_key("AQVNother"))
        with refused(UNAUTHENTICATED, "no authorized key"):
            stub.Create(for_jwt(signed(key)), timeout=30)


def test_accounts_are_created_by_many_threads_while_calls_come_in(
    recognize: Recognize, picture: bytes
) -> None:
    with emulated() as emulator:

        def use(_: int) -> None:
            secret = emulator.iam.create_api_key(emulator.iam.create_service_account())
            recognize(emulator, picture, metadata=api_key(secret))

        with ThreadPoolExecutor(8) as threads:
            list(threads.map(use, range(32)))


def test_no_secret_is_printed(caplog: pytest.LogCaptureFixture, key: dict[str, str]) -> None:
    caplog.set_level("DEBUG")
    with emulated() as emulator, tokens_of(emulator) as stub:
        iam = emulator.iam
        token = iam.create_token(iam.create_service_account())
        api_key_, oauth = iam.create_api_key(Account("service")), iam.create_oauth_token()
        proof = signed(key)
        errors: list[BaseException] = []
        for request in (for_jwt(proof), for_jwt(proof[:-9]), for_oauth(f"{oauth}x")):
            with pytest.raises(grpc.RpcError) as raised:
                stub.Create(request, timeout=30)
            errors.append(raised.value)
        printed = f"{emulator}{vars(emulator)}{vars(iam)}{token}{emulator.report()}{errors}"
    for secret in (token.value, proof, f"{oauth}x"):
        assert secret not in printed + caplog.text
    assert api_key_ not in caplog.text


def test_a_large_key_is_as_good() -> None:
    large = rsa.generate_private_key(public_exponent=65537, key_size=4096)
    pem = large.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    iam = Iam(Clock(START), Limits())
    account = iam.create_service_account()
    iam.add_key("large", pem.decode(), account)
    claims = {"iss": account.id, "aud": AUDIENCE, "iat": NOW, "exp": NOW + HOUR}
    assert (
        iam.account_of_jwt(jwt.encode(claims, large, algorithm="PS256", headers={"kid": "large"}))
        == account
    )
