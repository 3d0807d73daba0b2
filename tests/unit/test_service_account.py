"""Key files in every shape that is about, and what is signed with them."""

from __future__ import annotations

import json
import traceback
from pathlib import Path
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from hypothesis import given
from hypothesis import strategies as st

from tests.keys import ACCOUNT_ID, KEY_ID, WARNING, key_fields, key_file, pem, private_key
from ycgrpc import CredentialsWarning, ServiceAccountKey
from ycgrpc._core.service_account import AUDIENCE, SigningKey
from ycgrpc.errors import CredentialsError

NOW = 1_700_000_000.9
CAMEL = {
    "id": KEY_ID,
    "serviceAccountId": ACCOUNT_ID,
    "keyAlgorithm": "RSA_2048",
    "privateKey": pem(),
}
NESTED = {"key": {"id": KEY_ID, "serviceAccountId": ACCOUNT_ID}, "privateKey": pem()}
SECRET = "MIIsecret"


def fault(text: str) -> str:
    """What is said of a text that is no key; it shows nothing of the text."""
    with pytest.raises(CredentialsError) as refused:
        ServiceAccountKey.from_json(text)
    error = refused.value
    place = error.__traceback__
    shown = traceback.TracebackException(
        type(error), error, place and place.tb_next, capture_locals=True
    )
    assert SECRET not in "".join(shown.format())
    assert error.__cause__ is None
    return str(error)


@pytest.mark.parametrize(
    "text",
    [
        key_file(),
        key_file(private_key=pem()),
        key_file(private_key=WARNING + pem().replace("\n", "\r\n")),
        key_file(private_key=f"\n{pem().strip()}  "),
        json.dumps(CAMEL),
        json.dumps(NESTED),
        f"\n{key_file(id=f' {KEY_ID} ')}\n",
    ],
    ids=["as yc writes it", "no warning", "CRLF", "blanks", "camel", "as REST answers", "spaces"],
)
def test_keys_in_every_shape(text: str) -> None:
    key = SigningKey(text)
    assert (key.id, key.service_account_id) == (KEY_ID, ACCOUNT_ID)
    assert repr(key) == f"<key {KEY_ID} of service account {ACCOUNT_ID}>"
    assert key.jwt(NOW, AUDIENCE)


def test_what_is_signed() -> None:
    token = SigningKey(key_file()).jwt(NOW, AUDIENCE)
    assert jwt.get_unverified_header(token) == {"alg": "PS256", "kid": KEY_ID, "typ": "JWT"}
    claims = jwt.decode(
        token,
        private_key().public_key(),
        algorithms=["PS256"],
        audience="https://iam.api.cloud.yandex.net/iam/v1/tokens",
        options={"verify_exp": False},
    )
    assert claims == {
        "iss": ACCOUNT_ID,
        "aud": AUDIENCE,
        "iat": int(NOW),
        "exp": int(NOW) + 3600,
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the text is not JSON; give the file that `yc iam key create` writes"),
        (SECRET, "the text is not JSON"),
        ("[" * 100_000, "the text is not JSON"),
        (f'["{SECRET}"]', "the JSON is not an object"),
        ("null", "the JSON is not an object"),
        ("{}", "there is no id, service_account_id, private_key in the file"),
        (key_file(id=None), "there is no id in the file"),
        (key_file(id=""), "there is no id in the file"),
        (key_file(service_account_id=None), "there is no service_account_id in the file"),
        (key_file(private_key=None), "there is no private_key in the file"),
        (key_file(private_key=SECRET), "there is no private_key in the file"),
        (key_file(private_key=[SECRET]), "there is no private_key in the file"),
        (key_file(private_key=f"-----BEGIN {SECRET}"), "not the PEM of an RSA private key"),
        (key_file(private_key="-----BEGIN \ud800"), "not the PEM of an RSA private key"),
        (key_file(private_key=pem()[:200]), "not the PEM of an RSA private key"),
        (
            key_file(private_key=pem(ec.generate_private_key(ec.SECP256R1()))),
            "not the PEM of an RSA private key",
        ),
        (
            key_file(private_key=pem(ed25519.Ed25519PrivateKey.generate())),
            "not the PEM of an RSA private key",
        ),
        (
            key_file(service_account_id=None, user_account_id="aje"),
            "it is the key of a user account, which IAM gives no token for",
        ),
    ],
    ids=lambda text: text if len(text) < 80 else "a file",
)
def test_what_is_no_key(text: str, message: str) -> None:
    assert message in fault(text)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(st.sampled_from(sorted(key_fields())), JSON)
def test_junk_in_any_field_is_told_and_nothing_else(field: str, junk: Any) -> None:
    try:
        key = SigningKey(json.dumps({**key_fields(), field: junk}))
    except CredentialsError:
        return
    assert key.jwt(NOW, AUDIENCE)


@pytest.mark.parametrize("mode", [0o600, 0o400])
def test_a_file_of_ones_own(mode: int, tmp_path: Path) -> None:
    file = tmp_path / "key.json"
    file.write_text(key_file())
    file.chmod(mode)
    assert ACCOUNT_ID in repr(ServiceAccountKey.from_file(file))
    assert SECRET not in repr(ServiceAccountKey.from_file(str(file)))


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o666])
def test_a_file_that_others_can_read_draws_a_warning(mode: int, tmp_path: Path) -> None:
    file = tmp_path / "key.json"
    file.write_text(key_file())
    file.chmod(mode)
    with pytest.warns(CredentialsWarning, match="can be read by others.* chmod 600"):
        ServiceAccountKey.from_file(file)


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "No such file"), (b"\xff\xfe", "it is not a text file"), (b"{}", "there is no id")],
)
def test_a_file_that_is_no_key(content: bytes | None, message: str, tmp_path: Path) -> None:
    file = tmp_path / "key.json"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CredentialsError, match=message):
        ServiceAccountKey.from_file(file)
