"""The table of methods: all that the interfaces have, each on its host, and which are repeated."""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest
import ycgrpc_pb

from ycgrpc._core.channel_options import channel_options
from ycgrpc._core.hosts import HOSTS
from ycgrpc._core.methods import ROUTES, route, service_config
from ycgrpc._core.ocr import RECOGNIZE
from ycgrpc.errors import ConfigurationError

# Started, billed or one-off: never sent twice without the caller's say.
ONCE = {
    "/yandex.cloud.ai.ocr.v1.TextRecognitionAsyncService/Recognize",
    "/speechkit.stt.v3.AsyncRecognizer/RecognizeFile",
    "/speechkit.stt.v3.Recognizer/RecognizeStreaming",
    "/yandex.cloud.ai.stt.v2.SttService/LongRunningRecognize",
    "/yandex.cloud.ai.stt.v2.SttService/StreamingRecognize",
}


def described() -> Iterator[Any]:
    """Every method of every service in the generated modules."""
    for module in pkgutil.walk_packages(ycgrpc_pb.__path__, "ycgrpc_pb."):
        if module.name.endswith("_pb2"):
            file: Any = importlib.import_module(module.name).DESCRIPTOR
            for service in file.services_by_name.values():
                yield from service.methods


def path(method: Any) -> str:
    """The path of a method on the wire."""
    return f"/{method.containing_service.full_name}/{method.name}"


def test_the_table_holds_exactly_what_the_interfaces_have() -> None:
    assert set(ROUTES) == {path(method) for method in described()}
    assert len(ROUTES) == 17


def test_every_host_is_known_and_used() -> None:
    assert {found.host for found in ROUTES.values()} == set(HOSTS)


def test_stt_v2_has_two_hosts() -> None:
    service = "/yandex.cloud.ai.stt.v2.SttService"
    assert route(f"{service}/StreamingRecognize").host == "stt"
    assert route(f"{service}/LongRunningRecognize").host == "transcribe"


@pytest.mark.parametrize("unknown", ["", "/a.Service/Get", next(iter(ROUTES))[1:]])
def test_an_unknown_method(unknown: str) -> None:
    with pytest.raises(ConfigurationError, match="is not a method of"):
        route(unknown)


def test_what_may_be_repeated() -> None:
    assert {path for path, found in ROUTES.items() if not found.repeatable} == ONCE


def test_retries_are_for_what_may_be_repeated_only() -> None:
    (config,) = json.loads(service_config())["methodConfig"]
    named = {f"/{name['service']}/{name['method']}" for name in config["name"]}
    assert named == set(ROUTES) - ONCE
    assert config["retryPolicy"]["retryableStatusCodes"] == ["UNAVAILABLE"]


def test_methods_of_the_facade_are_as_described() -> None:
    (described_as,) = (method for method in described() if path(method) == RECOGNIZE.path)
    assert RECOGNIZE.request.DESCRIPTOR is described_as.input_type
    assert RECOGNIZE.response.DESCRIPTOR is described_as.output_type
    streams = described_as.client_streaming, described_as.server_streaming
    kinds = {(False, True): "unary_stream", (False, False): "unary_unary"}
    assert RECOGNIZE.kind == kinds[streams]


def test_own_channel_options_come_last_and_win() -> None:
    options = dict(channel_options([("grpc.keepalive_time_ms", 5), ("mine", 1)]))
    assert options["grpc.keepalive_time_ms"] == 5
    assert options["mine"] == 1
    assert options["grpc.max_receive_message_length"] == -1


def test_channels_of_one_host_differ() -> None:
    """Or gRPC would give all of them one connection."""
    assert channel_options(index=0) != channel_options(index=1) != channel_options(index=2)
