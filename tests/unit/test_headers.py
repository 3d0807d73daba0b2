"""The metadata of calls."""

from __future__ import annotations

import uuid

import pytest

from ycgrpc._core.headers import account_headers, merged, request_id_headers
from ycgrpc._core.methods import OPEN, ROUTES
from ycgrpc.errors import ConfigurationError

AUTHORIZATION = ("authorization", "Api-Key key")


@pytest.mark.parametrize(
    ("folder_id", "data_logging", "headers"),
    [
        (None, None, ()),
        (" b1g\n", None, (("x-folder-id", "b1g"),)),
        (None, True, (("x-data-logging-enabled", "true"),)),
        ("b1g", False, (("x-folder-id", "b1g"), ("x-data-logging-enabled", "false"))),
    ],
    ids=str,
)
def test_who_calls(
    folder_id: str | None, data_logging: bool | None, headers: tuple[tuple[str, str], ...]
) -> None:
    assert account_headers(folder_id, data_logging) == headers


@pytest.mark.parametrize("folder", ["", "  ", "ё", "a\nb"])
def test_folders_that_no_header_can_hold(folder: str) -> None:
    with pytest.raises(ConfigurationError, match="folder_id"):
        account_headers(folder, None)


@pytest.mark.parametrize("path", ROUTES)
def test_only_what_gives_tokens_and_addresses_is_open(path: str) -> None:
    is_open = path.startswith("/yandex.cloud.endpoint.") or path.endswith("IamTokenService/Create")
    assert (path in OPEN) is is_open


def test_request_ids_are_fresh_uuids() -> None:
    ((name, one),), ((_, other),) = request_id_headers(), request_id_headers()
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
