"""The metadata that goes with every call."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ycgrpc.errors import ConfigurationError

REQUEST_ID = "x-client-request-id"

Metadata = tuple[tuple[str, Any], ...]
"""Pairs of a name and a text, or bytes where the name ends in ``-bin``."""


def new_request_id() -> str:
    """Return a fresh id for one call."""
    from uuid import uuid4  # loads `platform`: late, for a quick import of this package

    return str(uuid4())


def request_id_headers() -> Metadata:
    """Return the ``x-client-request-id`` of one call, fresh each time."""
    return ((REQUEST_ID, new_request_id()),)


def account_headers(folder_id: str | None, data_logging: bool | None) -> Metadata:
    """Return the headers that are the same for every call that needs credentials.

    Source: "Authentication in the Vision OCR API" and "Request headers" in the documentation.
    ``x-folder-id`` is for user and federated accounts; a service account has a folder of its own, so
    it is sent only when the caller names one.

    Raises:
        ConfigurationError: The folder cannot be the value of a header.
    """
    headers: list[tuple[str, str]] = []
    if folder_id is not None:
        headers.append(("x-folder-id", _header_value(folder_id, "folder_id")))
    if data_logging is not None:
        headers.append(("x-data-logging-enabled", "true" if data_logging else "false"))
    return tuple(headers)


def merged(given: Iterable[tuple[str, Any]] | None, added: Metadata) -> Metadata:
    """Return both, where what the caller gave for one call comes before what is always added."""
    if not given:
        return added
    given = tuple((name, value) for name, value in given)
    names = {name.lower() for name, _ in given}
    return given + tuple(pair for pair in added if pair[0] not in names)


def _header_value(value: str, where: str) -> str:
    value = value.strip()
    if not value or not value.isascii() or not value.isprintable():
        raise ConfigurationError(f"{where}: give printable ASCII characters, and at least one")
    return value
