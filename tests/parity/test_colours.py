"""Both clients are one: same names, same arguments, same words; one waits and one is awaited."""

from __future__ import annotations

import inspect
import re
import typing
from collections.abc import Callable
from typing import Any

import pytest

import ycgrpc
from ycgrpc import aio, client, errors, interceptors
from ycgrpc._aio import channels as aio_channels
from ycgrpc._aio import driver as aio_driver
from ycgrpc._aio import iam as aio_iam
from ycgrpc._aio import stt as aio_stt
from ycgrpc._aio import stt_v2 as aio_stt_v2
from ycgrpc._aio import vision as aio_vision
from ycgrpc._aio import waiter as aio_waiter
from ycgrpc._core.operations import OperationState
from ycgrpc._core.quotas import DOCUMENTED
from ycgrpc._sync import channels, driver, iam, stt, stt_v2, vision, waiter

# The clients, what hangs on them, and what their calls give.
FACADES: list[tuple[type, type]] = [
    (client.Client, aio.AsyncClient),
    (client.Ocr, aio.AsyncOcr),
    (stt.Stt, aio_stt.AsyncStt),
    (stt_v2.SttV2, aio_stt_v2.AsyncSttV2),
    (vision.Vision, aio_vision.AsyncVision),
    (iam.Iam, aio_iam.AsyncIam),
    (client.Operations, aio.AsyncOperations),
    (client.Operation, aio.AsyncOperation),
]
PAIRS: list[tuple[type, type]] = [
    *FACADES,
    (driver.Driver, aio_driver.Driver),
    (channels.Channels, aio_channels.Channels),
    (waiter.Waiter, aio_waiter.Waiter),
]
# What only one of the colours has to care for: forks, calls that go on by themselves, and channels
# with interceptors of ours.
OWN_CARES = {
    "Channels.reset",
    "Channels.channels",
    "Driver.reset",
    "Driver.begin",
    "Waiter.reset",
    "Waiter.__init__",  # the one is handed how to start a call, the other how to perform one
}
# What gives something at once, in both colours.
AT_ONCE = {"__init__", "stub", "attach"}
# What the colours say in words of their own.
OWN_WORDS = {
    "; for one event loop": "; safe to share between threads",
    "; of one event loop": "; thread-safe",
    "grpc.aio client interceptors": "grpcio client interceptors",
    "or a function, also a coroutine's, that": "or a plain function that",
    ", close the channels, and give up a token on its way.": ", and close the channels.",
    "is closed, or belongs to another event loop.": "is closed.",
    ", or an iterator of messages, or ``None`` to write them.": ", or an iterator of messages.",
    "Its task lives": "Its thread lives",
    "Each look is a task of its own": "Looks are calls in flight",
    "call: Performs a call.": "begin: Starts a call and has a function told its answer, or its error.",
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


def test_no_words_of_ones_own_are_left_over() -> None:
    pairs: list[Any] = [*PAIRS, *(method.values for method in METHODS)]
    said = [" ".join((inspect.getdoc(other) or "").split()) for _, other in pairs]
    assert [own for own in OWN_WORDS if not any(own in one for one in said)] == []


@pytest.mark.parametrize("pair", FACADES, ids=str)
def test_everything_public_is_documented(pair: tuple[type, type]) -> None:
    for cls in pair:
        for name, method in public(cls).items():
            assert inspect.getdoc(method) or name.startswith("__"), f"{cls.__name__}.{name}"


@pytest.mark.parametrize(("blocking", "asynchronous"), FACADES)
def test_what_waits_is_awaited(blocking: type, asynchronous: type) -> None:
    """All but the constructors and what does not wait for anything."""
    for name, one in public(blocking).items():
        other = public(asynchronous)[name]
        assert not inspect.iscoroutinefunction(one)
        if inspect.isgeneratorfunction(one):
            assert inspect.isasyncgenfunction(other), name
        else:
            assert inspect.iscoroutinefunction(other) is (name not in AT_ONCE), name


# What stands in the annotations of the asynchronous client for what.
TWINS = {
    r"AsyncGenerator\[(.+), None\]$": r"Generator[\1, None, None]",
    r"\bAsync(?=[A-Z])": "",
    r"\bycgrpc\._aio\.": "ycgrpc._sync.",
    r"\bgrpc\.aio\._base_channel\.": "grpc.",
}


def hints(function: Callable[..., Any]) -> dict[str, str]:
    """What a function takes and gives, in the words of the blocking client."""
    found: dict[str, str] = {}
    for name, hint in typing.get_type_hints(function).items():
        text = str(hint)
        for own, common in TWINS.items():
            text = re.sub(own, common, text)
        found[name] = " | ".join(dict.fromkeys(text.split(" | ")))
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(public(one)[name], public(other)[name], id=f"{one.__name__}.{name}")
        for one, other in FACADES
        for name in sorted(public(one).keys() & public(other).keys())
        if not name.startswith("__")
    ],
)
def test_same_types(one: Callable[..., Any], other: Callable[..., Any]) -> None:
    assert hints(one) == hints(other)


def test_an_operation_is_known_the_same_way_in_both_colours() -> None:
    assert issubclass(client.Operation, OperationState)
    assert issubclass(aio.AsyncOperation, OperationState)


def test_what_is_public() -> None:
    assert ycgrpc.__all__ == [
        "AccessToken",
        "ApiKey",
        "AsyncClient",
        "AsyncOperation",
        "Client",
        "CredentialsWarning",
        "IamToken",
        "ImageAnalysis",
        "MetadataService",
        "OAuthToken",
        "ObjectStorage",
        "Operation",
        "Quotas",
        "Rate",
        "Recognition",
        "ServiceAccountKey",
        "Transcript",
        "YcCli",
        "__version__",
        "audio",
        "default_credentials",
        "errors",
        "interceptors",
        "types",
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
        ("quotas", DOCUMENTED),
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
    of_submit = inspect.signature(client.Ocr.submit).parameters
    assert [(name, found.default) for name, found in of_submit.items()][2:] == [
        ("languages", ("*",)),
        ("model", "page"),
        ("mime_type", None),
        ("on_unknown", "raise"),
        ("timeout", None),
    ]
    keyword_only = {
        found.kind
        for found in [
            *list(of_client.values())[1:],
            *list(of_recognize.values())[2:],
            *list(of_submit.values())[2:],
        ]
    }
    assert keyword_only == {inspect.Parameter.KEYWORD_ONLY}
