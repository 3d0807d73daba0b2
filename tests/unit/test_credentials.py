"""Keys and tokens: what is taken, what is refused, and that none of them shows."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ycgrpc import ApiKey, IamToken
from ycgrpc.errors import CredentialsError

KINDS = pytest.mark.parametrize("kind", [ApiKey, IamToken])
SECRETS = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1)


@given(SECRETS, st.sampled_from(["", "\n", "\r\n", " ", "\t \n"]))
def test_headers(secret: str, around: str) -> None:
    """Blanks and newlines around a secret are of the file or variable that it came from."""
    assert ApiKey(around + secret + around).token.header == f"Api-Key {secret}"
    assert IamToken(around + secret + around).token.header == f"Bearer {secret}"


@KINDS
@pytest.mark.parametrize("empty", ["", " ", "\n"])
def test_empty(kind: Any, empty: str) -> None:
    with pytest.raises(CredentialsError, match="it is empty"):
        kind(empty)


@KINDS
@given(text=st.text())
def test_what_cannot_be_a_header_is_refused(kind: Any, text: str) -> None:
    try:
        header: str = kind(text).token.header
    except CredentialsError:
        return
    assert all(33 <= ord(character) <= 126 for character in header.split(" ", 1)[1])


@KINDS
def test_a_refusal_names_the_kind_and_not_the_secret(kind: Any) -> None:
    with pytest.raises(CredentialsError, match=f"{kind.__name__}: it holds a blank") as refused:
        kind("AQVN secret")
    assert "AQVN" not in str(refused.value)


@KINDS
def test_nothing_shows_the_secret(kind: Any) -> None:
    credentials = kind("AQVNsecret")
    assert f"{credentials} {credentials!r} {[credentials]}" == " ".join(
        [f"{kind.__name__}(...)", f"{kind.__name__}(...)", f"[{kind.__name__}(...)]"]
    )
    assert not hasattr(credentials, "__dict__")
    with pytest.raises(TypeError, match="is a secret"):
        pickle.dumps(credentials)
