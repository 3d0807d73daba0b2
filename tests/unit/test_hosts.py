"""Where each service is: arguments, environment, defaults."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ycgrpc._core.hosts import HOSTS, resolve
from ycgrpc.errors import ConfigurationError

EMULATED = {"YCGRPC_EMULATOR_HOST": " localhost:50051\n"}


def test_documented_hosts() -> None:
    found = resolve({})
    assert dict(found.targets) == {
        "endpoint": "api.cloud.yandex.net:443",
        "iam": "iam.api.cloud.yandex.net:443",
        "ocr": "ocr.api.cloud.yandex.net:443",
        "operation": "operation.api.cloud.yandex.net:443",
        "stt": "stt.api.cloud.yandex.net:443",
        "transcribe": "transcribe.api.cloud.yandex.net:443",
        "vision": "vision.api.cloud.yandex.net:443",
    }
    assert not found.plaintext
    assert not found.emulated


@pytest.mark.parametrize(
    ("given", "target"),
    [
        ("host", "host:443"),
        ("host:1", "host:1"),
        ("a-b.example.com:65535", "a-b.example.com:65535"),
        ("my_service:80", "my_service:80"),
        ("10.0.0.1", "10.0.0.1:443"),
        ("[::1]", "[::1]:443"),
        ("[2001:db8::1]:8080", "[2001:db8::1]:8080"),
        (" host:1\n", "host:1"),
    ],
)
def test_addresses(given: str, target: str) -> None:
    assert set(resolve({}, endpoint=given).targets.values()) == {target}
    assert resolve({}, endpoints={"ocr": given}).targets["ocr"] == target


@pytest.mark.parametrize(
    "given",
    [
        "https://host",
        "host/path",
        "user@host",
        "two words",
        "host:",
        ":443",
        "host:0",
        "host:65536",
        "host:-1",
        "host:https",
        "host:٣",
        "a:1:2",
        "::1",
        "2001:db8::1",
        "[::1",
        "::1]",
        "[]:1",
        "[::1]x:1",
        "хост",
        " ",
        "nul\0",
    ],
)
def test_junk(given: str) -> None:
    with pytest.raises(ConfigurationError, match=r"^endpoint: give host:port"):
        resolve({}, endpoint=given)
    with pytest.raises(ConfigurationError, match=r"^endpoints\['ocr'\]: give host:port"):
        resolve({}, endpoints={"ocr": given})


def test_junk_in_the_environment_is_named() -> None:
    with pytest.raises(ConfigurationError, match="YCGRPC_EMULATOR_HOST: give host:port"):
        resolve({"YCGRPC_EMULATOR_HOST": "http://localhost"})


@given(st.text(max_size=30) | st.from_regex(r"\A[\[\]:.a-z0-9%_-]{0,20}\Z"))
def test_any_text_is_an_address_or_refused(given: str) -> None:
    try:
        target = resolve({}, endpoint=given or " ").targets["ocr"]
    except ConfigurationError:
        return
    host, _, port = target.rpartition(":")
    assert re.fullmatch(r"\[[0-9A-Za-z:.%]+\]|[0-9A-Za-z._-]+", host)
    assert 0 < int(port) < 65536


def test_a_single_host_wins_over_the_one_for_all() -> None:
    targets = resolve({}, endpoint="all:1", endpoints={"stt": "one:2"}).targets
    assert targets["stt"] == "one:2"
    assert {target for name, target in targets.items() if name != "stt"} == {"all:1"}


def test_hosts_that_are_not_named_stay() -> None:
    assert resolve({}, endpoints={"stt": "one:2"}).targets["ocr"] == HOSTS["ocr"]


def test_an_unknown_name() -> None:
    with pytest.raises(
        ConfigurationError, match=r"no host 'tts'; the names are endpoint, iam, ocr"
    ):
        resolve({}, endpoints={"ocr": "host", "tts": "host"})


def test_an_emulator_gets_everything_in_plaintext() -> None:
    found = resolve(EMULATED)
    assert set(found.targets.values()) == {"localhost:50051"}
    assert found.plaintext == set(found.targets.values())
    assert found.emulated


@pytest.mark.parametrize("value", ["", "  "])
def test_an_empty_variable_is_none(value: str) -> None:
    assert not resolve({"YCGRPC_EMULATOR_HOST": value}).emulated


@pytest.mark.parametrize("arguments", [{"endpoint": "a:1"}, {"endpoints": {"ocr": "a:1"}}])
def test_arguments_win_over_the_environment(arguments: dict[str, Any]) -> None:
    found = resolve(EMULATED, **arguments)
    assert found.targets["ocr"] == "a:1"
    assert not found.emulated
    assert not found.plaintext


def test_plaintext_is_for_the_hosts_that_the_caller_names() -> None:
    """Else the credentials would travel unprotected to hosts that nobody thought of."""
    found = resolve({}, endpoints={"ocr": "localhost:1"}, plaintext=True)
    assert found.plaintext == {"localhost:1"}
    assert found.targets["iam"] not in found.plaintext
    with pytest.raises(ConfigurationError, match="endpoint"):
        resolve({}, plaintext=True)
