"""A server that answers at once with ready bytes, in a process of its own: the client is measured."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Generator
from contextlib import contextmanager
from typing import Any

import grpc.aio
from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_pb2, ocr_service_pb2
from ycgrpc_pb.yandex.cloud.ai.stt.v3 import stt_pb2
from ycgrpc_pb.yandex.cloud.endpoint.api_endpoint_pb2 import ApiEndpoint
from ycgrpc_pb.yandex.cloud.endpoint.api_endpoint_service_pb2 import ListApiEndpointsResponse
from ycgrpc_pb.yandex.cloud.operation import operation_pb2

from benchmarks.certificates import Certificate, self_signed

OPERATION = operation_pb2.Operation(id="operation", done=True).SerializeToString()
PAGE = ocr_service_pb2.RecognizeTextResponse(
    text_annotation=ocr_pb2.TextAnnotation(
        width=1000,
        height=500,
        full_text="one line of text\n" * 5,
        blocks=[ocr_pb2.Block(lines=[ocr_pb2.Line(text="one line of text")] * 5)],
    )
).SerializeToString()


ENDPOINTS = ListApiEndpointsResponse(
    endpoints=[ApiEndpoint(id="iam", address="localhost:1")]
).SerializeToString()


class Answers(grpc.GenericRpcHandler):
    """The methods that are measured."""

    def service(self, handler_call_details: grpc.HandlerCallDetails) -> Any:
        method = handler_call_details.method
        unary: Any = grpc.unary_unary_rpc_method_handler
        stream: Any = grpc.unary_stream_rpc_method_handler
        if method.endswith("OperationService/Get"):
            return unary(_unary)
        if method.endswith("ApiEndpointService/List"):
            return unary(_discovery)
        if method.endswith("RecognizeStreaming"):
            both: Any = grpc.stream_stream_rpc_method_handler
            return both(_speech, stt_pb2.StreamingRequest.FromString)
        return stream(_stream)


async def _unary(request: bytes, context: object) -> bytes:
    return OPERATION


async def _discovery(request: bytes, context: object) -> bytes:
    return ENDPOINTS  # yandexcloud asks where IAM is before its first call


async def _stream(request: bytes, context: object) -> AsyncIterator[bytes]:
    yield PAGE


async def _speech(requests: Any, context: object) -> AsyncIterator[bytes]:
    """Say something of each piece of audio: what time it is."""
    received = settled = pieces = finals = 0
    async for request in requests:
        if not request.HasField("chunk"):
            continue
        pieces += 1
        received += len(request.chunk.data) // 32  # milliseconds of 16 kHz
        final = pieces % 20 == 0
        settled = received if final else settled
        finals += final
        cursors = stt_pb2.AudioCursors(
            received_data_ms=received,
            partial_time_ms=received,
            final_time_ms=settled,
            final_index=max(0, finals - 1),
        )
        alternative = stt_pb2.Alternative(text=str(time.monotonic_ns()), end_time_ms=received)
        update = stt_pb2.AlternativeUpdate(alternatives=[alternative])
        yield stt_pb2.StreamingResponse(
            audio_cursors=cursors,
            channel_tag="0",
            partial=None if final else update,
            final=update if final else None,
        ).SerializeToString()


async def serve() -> None:
    server = grpc.aio.server()
    server.add_generic_rpc_handlers((Answers(),))
    key, chain = (bytes.fromhex(line) for line in sys.stdin.readline().split())
    plain = server.add_insecure_port("127.0.0.1:0")
    secure = server.add_secure_port("127.0.0.1:0", grpc.ssl_server_credentials([(key, chain)]))
    await server.start()
    print(plain, secure, flush=True)
    await asyncio.to_thread(sys.stdin.read)  # until whoever started this goes away


@contextmanager
def running() -> Generator[tuple[str, str, Certificate]]:
    """Give the plaintext target, the TLS target and the certificate of a server while it runs."""
    certificate = self_signed()
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.server"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(f"{certificate.key.hex()} {certificate.chain.hex()}\n")
        process.stdin.flush()
        plain, secure = process.stdout.readline().split()
        yield f"localhost:{plain}", f"localhost:{secure}", certificate
    finally:
        process.stdin.close()
        process.stdout.close()
        process.wait(10)


if __name__ == "__main__":
    asyncio.run(serve())
