"""The metadata of calls."""

from __future__ import annotations

import uuid

import pytest

from ycgrpc import ApiKey
from ycgrpc._core.headers import AuthHeaders, merged, request_id_headers
from ycgrpc._core.methods import ROUTES
from ycgrpc.errors import ConfigurationError

KEY = ApiKey("key")
RECOGNIZE = "/yandex.cloud.ai.ocr.v1.TextRecognitionService/Recognize"
AUTHORIZATION = ("authorization", "Api-Key key")


@pytest.mark.parametrize(
    ("given", "added"),
    [
        ({}, ()),
        ({"folder_id": " b1g\n"}, (("x-folder-id", "b1g"),)),
        ({"data_logging": True}, (("x-data-logging-enabled", "true"),)),
        ({"data_logging": False}, (("x-data-logging-enabled", "false"),)),
    ],
    ids=str,
)
def test_who_calls(given: dict[str, str | bool], added: tuple[tuple[str, str], ...]) -> None:
    assert AuthHeaders(KEY, **given)(RECOGNIZE) == (AUTHORIZATION, *added)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize("folder", ["", "  ", "ё", "a\nb"])
def test_folders_that_no_header_can_hold(folder: str) -> None:
    with pytest.raises(ConfigurationError, match="folder_id"):
        AuthHeaders(KEY, folder_id=folder)


@pytest.mark.parametrize("path", ROUTES)
def test_only_what_gives_tokens_and_addresses_is_open(path: str) -> None:
    is_open = path.startswith("/yandex.cloud.endpoint.") or path.endswith("IamTokenService/Create")
    assert bool(AuthHeaders(KEY, folder_id="b1g")(path)) is not is_open


def test_request_ids_are_fresh_uuids() -> None:
    ((name, one),), ((_, other),) = request_id_headers(RECOGNIZE), request_id_headers(RECOGNIZE)
    assert name == "x-client-request-id"
    assert uuid.UUID(one) != uuid.UUID(other)


@pytest.mark.parametrize(
    ("given", "all_"),
    [
        (None, (AUTHORIZATION,)),
        ((), (AUTHORIZATION,)),
        ([("x", "1")], (("x", "1"), AUTHORIZATION)),
        ([("Authorization", "mine")], (("Authorization", "mine"),)),
        ([("x", "1"), ("x", "2")], (("x", "1"), ("x", "2"), AUTHORIZATION)),
    ],
)
def test_what_a_caller_gives_wins(
    given: list[tuple[str, str]] | None, all_: tuple[tuple[str, str], ...]
) -> None:
    assert merged(given, (AUTHORIZATION,)) == all_
