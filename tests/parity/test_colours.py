"""Both clients are one: same names, same arguments, same words; one waits and one is awaited."""

from __future__ import annotations

import collections.abc
import inspect
import typing
from collections.abc import Callable
from typing import Any

import pytest

import ycgrpc
from ycgrpc import aio, client, errors, interceptors
from ycgrpc._aio import channels as aio_channels
from ycgrpc._aio import driver as aio_driver
from ycgrpc._sync import channels, driver

PAIRS = [
    (client.Client, aio.AsyncClient),
    (client.Ocr, aio.AsyncOcr),
    (driver.Driver, aio_driver.Driver),
    (channels.Channels, aio_channels.Channels),
]
# What only one of the colours has to care for: forks, and channels with interceptors of ours.
OWN_CARES = {"Channels.reset", "Channels.channels"}
# What the colours say in words of their own.
OWN_WORDS = {
    "; for one event loop": "; safe to share between threads",
    "; of one event loop": "; thread-safe",
    "grpc.aio client interceptors": "grpcio client interceptors",
    "or a function, also a coroutine's, that": "or a plain function that",
    "Close the channels, and give up a token that is on its way.": "Close the channels.",
    "is closed, or belongs to another event loop.": "is closed.",
}
OWN_NAMES = {"__aenter__": "__enter__", "__aexit__": "__exit__"}


def public(cls: type) -> dict[str, Any]:
    """What a class offers, by the names of the blocking one."""
    return {
        OWN_NAMES.get(name, name): value
        for name, value in vars(cls).items()
        if inspect.isfunction(value)
        and (not name.startswith("_") or name in {"__init__", *OWN_NAMES, *OWN_NAMES.values()})
        and f"{cls.__name__}.{name}" not in OWN_CARES
    }


def parameters(function: Callable[..., Any]) -> list[tuple[str, Any, Any]]:
    """Names, kinds and defaults."""
    found = inspect.signature(function).parameters.values()
    return [(parameter.name, parameter.kind, parameter.default) for parameter in found]


def words(of: object) -> str | None:
    """The docstring, in the words of the blocking client."""
    text = inspect.getdoc(of)
    text = text and " ".join(text.split())
    for own, common in OWN_WORDS.items():
        text = text and text.replace(own, common)
    return text


METHODS = [
    pytest.param(public(one)[name], public(other)[name], id=f"{one.__name__}.{name}")
    for one, other in PAIRS
    for name in sorted(public(one).keys() & public(other).keys())
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_same_names(one: type, other: type) -> None:
    assert public(one).keys() == public(other).keys()


@pytest.mark.parametrize(("one", "other"), METHODS)
def test_same_parameters(one: Callable[..., Any], other: Callable[..., Any]) -> None:
    assert parameters(one) == parameters(other)


@pytest.mark.parametrize(("one", "other"), [*PAIRS, *METHODS])
def test_same_words(one: object, other: object) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(
    "pair", [pair for pair in PAIRS if pair[0] in {client.Client, client.Ocr}], ids=str
)
def test_everything_public_is_documented(pair: tuple[type, type]) -> None:
    for cls in pair:
        for name, method in public(cls).items():
            assert inspect.getdoc(method) or name.startswith("__"), f"{cls.__name__}.{name}"


@pytest.mark.parametrize(
    ("blocking", "asynchronous"),
    [(client.Client, aio.AsyncClient), (client.Ocr, aio.AsyncOcr)],
)
def test_what_waits_is_awaited(blocking: type, asynchronous: type) -> None:
    """All but the constructors and ``stub``, which do not wait for anything."""
    for name, one in public(blocking).items():
        other = public(asynchronous)[name]
        assert not inspect.iscoroutinefunction(one)
        if inspect.isgeneratorfunction(one):
            assert inspect.isasyncgenfunction(other), name
        else:
            assert inspect.iscoroutinefunction(other) is (name not in {"__init__", "stub"}), name


# The one is of a kind of annotation that the other has too.
TWINS = {
    collections.abc.AsyncGenerator: collections.abc.Generator,
}


@pytest.mark.parametrize("name", sorted(public(client.Ocr).keys() - {"__init__"}))
def test_same_results(name: str) -> None:
    one = typing.get_type_hints(public(client.Ocr)[name])
    other = typing.get_type_hints(public(aio.AsyncOcr)[name])
    returned = one.pop("return"), other.pop("return")
    assert one == other
    if origin := typing.get_origin(returned[1]):
        assert TWINS[origin] is typing.get_origin(returned[0])
        assert typing.get_args(returned[1])[0] is typing.get_args(returned[0])[0]
    else:
        assert returned[0] is returned[1]


def test_what_is_public() -> None:
    assert ycgrpc.__all__ == [
        "ApiKey",
        "AsyncClient",
        "Client",
        "CredentialsWarning",
        "IamToken",
        "MetadataService",
        "OAuthToken",
        "Recognition",
        "ServiceAccountKey",
        "YcCli",
        "__version__",
        "default_credentials",
        "errors",
    ]
    assert interceptors.__all__ == [
        "AuthInterceptor",
        "RequestIdInterceptor",
        "aio_auth_interceptors",
        "aio_request_id_interceptors",
    ]
    assert errors.__all__ == sorted(errors.__all__)


@pytest.mark.parametrize("module", [ycgrpc, interceptors, errors])
def test_what_is_public_is_there(module: Any) -> None:
    for name in module.__all__:
        assert getattr(module, name) is not None
        assert name in dir(module)


def test_an_unknown_name_is_told() -> None:
    with pytest.raises(AttributeError, match="module 'ycgrpc' has no attribute 'Klient'"):
        getattr(ycgrpc, "Klient")  # noqa: B009 - type checkers know as well


def test_signatures_of_the_promise() -> None:
    """What users were promised: names, order of what is positional, defaults."""
    of_client = inspect.signature(client.Client).parameters
    assert [(name, found.default) for name, found in of_client.items()] == [
        ("credentials", None),
        ("folder_id", None),
        ("endpoint", None),
        ("endpoints", None),
        ("plaintext", False),
        ("root_certificates", None),
        ("client_certificate", None),
        ("proxy", None),
        ("timeout", 60.0),
        ("data_logging", None),
        ("validate", True),
        ("channels", 1),
        ("channel_options", ()),
        ("interceptors", ()),
    ]
    of_recognize = inspect.signature(client.Ocr.recognize).parameters
    assert [(name, found.default) for name, found in of_recognize.items()][2:] == [
        ("languages", ("*",)),
        ("model", "page"),
        ("mime_type", None),
        ("timeout", None),
    ]
    keyword_only = {
        found.kind for found in [*list(of_client.values())[1:], *list(of_recognize.values())[2:]]
    }
    assert keyword_only == {inspect.Parameter.KEYWORD_ONLY}
