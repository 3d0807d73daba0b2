"""Run by the tests in a process of its own: our modules and yandexcloud's, in one order or the other.

``python beside_yandexcloud.py FOLDER ours|theirs``, with yandexcloud in the folder. Anything that is
not as it should be raises.
"""

from __future__ import annotations

import importlib
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import grpc
from google.protobuf import descriptor_pool, json_format

OURS, THEIRS = "ycgrpc_pb.yandex.cloud", "yandex.cloud"
MODULES = ("ai.ocr.v1.ocr_service_pb2", "ai.stt.v3.stt_pb2", "operation.operation_service_pb2")


def load(root: str) -> list[Any]:
    """Import the modules and their gRPC parts below a root."""
    for name in MODULES:
        importlib.import_module(f"{root}.{name}")
    grpc_parts = [f"{root}.ai.ocr.v1.ocr_service_pb2", f"{root}.ai.ocr.v1.ocr_service_pb2_grpc"]
    return [importlib.import_module(name) for name in grpc_parts]


def main(folder: str, first: str) -> None:
    """Import both, and let each call a server of ours."""
    sys.path.insert(0, folder)
    ours, theirs = (OURS, THEIRS)
    loaded = {root: load(root) for root in ((ours, theirs) if first == "ours" else (theirs, ours))}
    from ycgrpc import ApiKey, Client
    from ycgrpc._core.messages import adopted
    from ycgrpc.interceptors import AuthInterceptor

    our_pb2, our_grpc = loaded[ours]
    their_pb2, their_grpc = loaded[theirs]
    assert our_pb2.RecognizeTextRequest is not their_pb2.RecognizeTextRequest
    assert their_pb2.DESCRIPTOR.pool is descriptor_pool.Default()
    assert our_pb2.DESCRIPTOR.pool is not descriptor_pool.Default()

    image = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1"
    request = their_pb2.RecognizeTextRequest(
        content=image, mime_type="PNG", language_codes=["ru"], model="page"
    )
    adopted_ = adopted(request, our_pb2.RecognizeTextRequest)
    assert type(adopted_) is our_pb2.RecognizeTextRequest
    assert adopted_.SerializeToString() == request.SerializeToString()
    seen: list[tuple[Any, str]] = []

    class Servicer:
        def Recognize(self, request: Any, context: Any) -> Iterator[Any]:  # noqa: N802
            seen.append((request, dict(context.invocation_metadata())["authorization"]))
            response = our_pb2.RecognizeTextResponse(page=1)
            response.text_annotation.full_text = "The penguin\n"
            yield response

    server = grpc.server(ThreadPoolExecutor(2))
    our_grpc.add_TextRecognitionServiceServicer_to_server(Servicer(), server)
    target = f"127.0.0.1:{server.add_insecure_port('127.0.0.1:0')}"
    server.start()
    try:
        # Their message through our facade.
        with Client(ApiKey("key"), endpoint=target, plaintext=True, quotas=None) as client:
            answers = [client.ocr.call(request).responses[0]]
            # Their stub on our channel, and on a plain one with our interceptor.
            stub = client.stub(their_grpc.TextRecognitionServiceStub)
            answers += stub.Recognize(request, timeout=10)
        with grpc.insecure_channel(target) as plain:
            channel = grpc.intercept_channel(plain, AuthInterceptor(ApiKey("key")))
            stub = their_grpc.TextRecognitionServiceStub(channel)
            answers += stub.Recognize(request, timeout=10)
    finally:
        server.stop(None).wait()
    kinds: list[Any] = [type(answer) for answer in answers]
    assert kinds == [
        our_pb2.RecognizeTextResponse,
        their_pb2.RecognizeTextResponse,
        their_pb2.RecognizeTextResponse,
    ], kinds
    assert len({answer.SerializeToString(deterministic=True) for answer in answers}) == 1
    assert len({json_format.MessageToJson(answer) for answer in answers}) == 1
    assert [authorization for _, authorization in seen] == ["Api-Key key"] * 3
    for received, _ in seen:
        assert received.SerializeToString() == request.SerializeToString()
    assert threading.active_count() < 10


if __name__ == "__main__":
    main(*sys.argv[1:])
