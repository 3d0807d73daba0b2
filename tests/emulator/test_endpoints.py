from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import grpc
import pytest
from ycgrpc_pb.yandex.cloud.endpoint import (
    api_endpoint_service_pb2,
    api_endpoint_service_pb2_grpc,
)

from ycgrpc.emulator import Emulator, ScriptedOcr

IDS = {"ai-vision", "ai-vision-ocr", "operation", "iam", "endpoint"}


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(ocr=ScriptedOcr(), strict=True) as running:
        yield running


@pytest.fixture
def stub(emulator: Emulator) -> Iterator[api_endpoint_service_pb2_grpc.ApiEndpointServiceStub]:
    with grpc.insecure_channel(emulator.target) as channel:
        yield api_endpoint_service_pb2_grpc.ApiEndpointServiceStub(channel)


def test_the_list_leads_to_the_emulator_itself(
    emulator: Emulator, stub: api_endpoint_service_pb2_grpc.ApiEndpointServiceStub
) -> None:
    answer = stub.List(api_endpoint_service_pb2.ListApiEndpointsRequest(page_size=1), timeout=30)
    assert {one.id for one in answer.endpoints} >= IDS
    assert {one.address for one in answer.endpoints} == {emulator.target}
    assert answer.next_page_token == ""


@pytest.mark.parametrize("name", sorted(IDS))
def test_one_endpoint(
    emulator: Emulator, stub: api_endpoint_service_pb2_grpc.ApiEndpointServiceStub, name: str
) -> None:
    request = api_endpoint_service_pb2.GetApiEndpointRequest(api_endpoint_id=name)
    answer = stub.Get(request, timeout=30)
    assert (answer.id, answer.address) == (name, emulator.target)


@pytest.mark.parametrize("name", ["", "compute", "IAM"])
def test_an_unknown_endpoint(
    stub: api_endpoint_service_pb2_grpc.ApiEndpointServiceStub, name: str
) -> None:
    request = api_endpoint_service_pb2.GetApiEndpointRequest(api_endpoint_id=name)
    with pytest.raises(grpc.RpcError) as refused:
        stub.Get(request, timeout=30)
    error: Any = refused.value
    assert error.code() == grpc.StatusCode.NOT_FOUND
