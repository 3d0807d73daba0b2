"""The headers that arrive with a call."""

from __future__ import annotations

import sys
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import grpc
import pytest
from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_service_pb2_grpc as ocr
from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_pb2
from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_service_pb2_grpc as stt
from ycgrpc_pb.yandex.cloud.endpoint import api_endpoint_service_pb2 as endpoint_pb2
from ycgrpc_pb.yandex.cloud.endpoint import api_endpoint_service_pb2_grpc as endpoint
from ycgrpc_pb.yandex.cloud.operation import operation_service_pb2 as operation_pb2
from ycgrpc_pb.yandex.cloud.operation import operation_service_pb2_grpc as operation

from tests.wire.colours import CREDENTIALS, KEY, TOKEN, TOKEN_CREDENTIALS, Colour
from tests.wire.pages import IMAGE, REQUEST
from tests.wire.server import Server
from ycgrpc import Client, __version__

OURS = {"authorization", "x-folder-id", "x-data-logging-enabled", "x-client-request-id"}


def ours(server: Server) -> dict[str, str]:
    """Those headers of the last call that this client is there to send, but for the fresh id."""
    found = {name: value for name, value in server.last.metadata.items() if name in OURS}
    uuid.UUID(found.pop("x-client-request-id"))
    return found


def one_of_each_kind(colour: Colour, channel: Any) -> Iterator[Callable[[], Any]]:
    """Starts of a call of each of the four kinds; no method of the interfaces only streams in."""
    stream = [stt_pb2.StreamingRequest(chunk=stt_pb2.AudioChunk(data=b"x"))] * 2
    get = operation_pb2.GetOperationRequest(operation_id="id")
    operations = colour.stub(operation, "OperationService")
    pages = colour.stub(ocr, "TextRecognitionService")
    speech = colour.stub(stt, "Recognizer")

    def upload() -> Any:
        return channel.stream_unary(
            "/a.Service/Upload",
            request_serializer=stt_pb2.StreamingRequest.SerializeToString,
            response_deserializer=stt_pb2.StreamingResponse.FromString,
        )

    yield lambda: operations(channel).Get(get, timeout=10)
    yield lambda: pages(channel).Recognize(REQUEST, timeout=10)
    yield lambda: upload()(colour.requests(stream), timeout=10)
    yield lambda: speech(channel).RecognizeStreaming(colour.requests(stream), timeout=10)


def recognize_through_stub(colour: Colour, client: Any, **kwargs: Any) -> None:
    """Make one call through a bare stub."""
    stub = colour.stub(ocr, "TextRecognitionService")
    colour.call(lambda: client.stub(stub).Recognize(REQUEST, timeout=10, **kwargs))


@pytest.mark.parametrize(
    ("credentials", "header"),
    [(CREDENTIALS, f"Api-Key {KEY}"), (TOKEN_CREDENTIALS, f"Bearer {TOKEN}")],
    ids=["API key", "IAM token"],
)
def test_credentials(credentials: Any, header: str, colour: Colour, server: Server) -> None:
    client = colour.client(credentials, endpoint=server.target, plaintext=True)
    colour.call(client.ocr.recognize(IMAGE))
    assert ours(server) == {"authorization": header}


@pytest.mark.parametrize("through", ["facade", "stub"])
def test_folder_and_data_logging(through: str, colour: Colour, server: Server) -> None:
    client = colour.client(
        CREDENTIALS,
        endpoint=server.target,
        plaintext=True,
        folder_id="b1gfolder",
        data_logging=False,
    )
    if through == "facade":
        colour.call(client.ocr.recognize(IMAGE))
    else:
        recognize_through_stub(colour, client)
    assert ours(server) == {
        "authorization": f"Api-Key {KEY}",
        "x-folder-id": "b1gfolder",
        "x-data-logging-enabled": "false",
    }


def test_each_call_has_an_id_of_its_own(colour: Colour, client: Any, server: Server) -> None:
    for _ in range(2):
        colour.call(client.ocr.recognize(IMAGE))
        recognize_through_stub(colour, client)
    assert len({call.metadata["x-client-request-id"] for call in server.calls}) == 4


def test_user_agent(colour: Colour, client: Any, server: Server) -> None:
    colour.call(client.ocr.recognize(IMAGE))
    python = ".".join(map(str, sys.version_info[:3]))
    assert server.last.metadata["user-agent"].startswith(
        f"ycgrpc/{__version__} python/{python} grpc-python"
    )


def test_open_methods_are_called_without_credentials(
    colour: Colour, client: Any, server: Server
) -> None:
    stub = colour.stub(endpoint, "ApiEndpointService")
    request = endpoint_pb2.ListApiEndpointsRequest()
    colour.call(lambda: client.stub(stub).List(request, timeout=10))
    assert ours(server) == {}


def test_what_a_caller_of_a_stub_sets_wins(colour: Colour, client: Any, server: Server) -> None:
    metadata = (("authorization", "Bearer other"), ("x-mine", "1"))
    recognize_through_stub(colour, client, metadata=metadata)
    assert ours(server) == {"authorization": "Bearer other"}
    assert server.last.metadata["x-mine"] == "1"


def test_interceptors_add_headers_to_all_four_kinds(colour: Colour, server: Server) -> None:
    """On a plain channel; grpc.aio takes a class of several kinds for the first of them only."""
    for start in one_of_each_kind(colour, colour.channel(server.target, folder_id="b1gfolder")):
        colour.call(start)
    assert [len(call.requests) for call in server.calls] == [1, 1, 2, 2]
    for call in server.calls:
        assert call.metadata["authorization"] == f"Api-Key {KEY}", call.method
        assert call.metadata["x-folder-id"] == "b1gfolder", call.method
    assert len({call.metadata["x-client-request-id"] for call in server.calls}) == 4


def test_stubs_of_a_client_carry_headers_in_all_kinds(
    colour: Colour, client: Any, server: Server
) -> None:
    unary, server_stream, _, both_stream = one_of_each_kind(colour, client.stub(_channel))
    for start in (unary, server_stream, both_stream):
        colour.call(start)
    for call in server.calls:
        assert call.metadata["authorization"] == f"Api-Key {KEY}", call.method
    assert len({call.metadata["x-client-request-id"] for call in server.calls}) == 3


def _channel(channel: Any) -> Any:
    """A stub that is nothing but its channel."""
    return channel


def test_a_stub_can_be_called_in_every_way_of_grpc(server: Server) -> None:
    request = operation_pb2.GetOperationRequest(operation_id="id")
    with Client(CREDENTIALS, endpoint=server.target, plaintext=True, quotas=None) as client:
        get = client.stub(operation.OperationServiceStub).Get
        recognize = client.stub(stt.RecognizerStub).RecognizeStreaming
        get(request, 10)
        get(request=request, timeout=10, wait_for_ready=True)
        _, call = get.with_call(request, timeout=10, metadata=(("x-mine", "1"),))
        assert call.code() is grpc.StatusCode.OK
        get.future(request, timeout=10).result()
        list(recognize(request_iterator=iter([stt_pb2.StreamingRequest()]), timeout=10))
    assert len(server.calls) == 5
    for seen in server.calls:
        assert seen.metadata["authorization"] == f"Api-Key {KEY}"
        assert seen.seconds_left is not None
        assert seen.seconds_left < 11
        assert len(seen.requests) == 1
    assert server.calls[2].metadata["x-mine"] == "1"
