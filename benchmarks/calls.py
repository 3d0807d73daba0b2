"""CPU and wall time of one call: ours, a bare stub with the same headers, and yandexcloud's client."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Awaitable, Callable
from statistics import median
from typing import Any

import grpc
import grpc.aio
from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_service_pb2, ocr_service_pb2_grpc
from ycgrpc_pb.yandex.cloud.operation import operation_service_pb2, operation_service_pb2_grpc

from benchmarks import peer, server
from benchmarks.certificates import Certificate
from benchmarks.rounds import CALLS, ROUNDS, Samples, awaiting, blocking, ratio
from ycgrpc import AsyncClient, Client, IamToken

TARGET = 1.10
TOKEN = "t1.9euelZqbyIqZmJKdk5CYmo2VnsaWmO3rnpWa"
AUTH = (("authorization", f"Bearer {TOKEN}"), ("x-folder-id", "b1gexample"))
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (100).to_bytes(4) + (100).to_bytes(4) + bytes(200)
RECOGNIZE = ocr_service_pb2.RecognizeTextRequest(
    content=PNG, mime_type="PNG", language_codes=["*"], model="page"
)
GET = operation_service_pb2.GetOperationRequest(operation_id="operation")


def _headers() -> tuple[tuple[str, str], ...]:
    """Return what our client sends with a call: a fresh request id each time."""
    return (*AUTH, ("x-client-request-id", str(uuid.uuid4())))


def _renewed() -> tuple[str, None]:
    """Give the same token as one that is renewed every hour."""
    return TOKEN, None


def _options(target: str, tls: Certificate | None) -> dict[str, Any]:
    root = tls.chain if tls else None
    return {
        "quotas": None,
        "endpoint": target,
        "plaintext": tls is None,
        "root_certificates": root,
        "folder_id": "b1gexample",
    }


def _peer(target: str, tls: Certificate | None) -> Callable[[], object]:
    """Return a call of yandexcloud's client, with the same token; in plaintext it sends none."""
    sdk: Any = peer.module("yandexcloud").SDK(
        iam_token=TOKEN, endpoint=target, root_certificates=tls.chain if tls else None
    )
    stubs = peer.module("yandex.cloud.operation.operation_service_pb2_grpc")
    messages = peer.module("yandex.cloud.operation.operation_service_pb2")
    request = messages.GetOperationRequest(operation_id="operation")
    client = sdk.client(stubs.OperationServiceStub, endpoint=target, insecure=tls is None)
    return lambda: client.Get(request, timeout=60)


def sync_samples(target: str, tls: Certificate | None) -> tuple[Samples, Samples]:
    if tls:
        channel = grpc.secure_channel(target, grpc.ssl_channel_credentials(tls.chain))
    else:
        channel = grpc.insecure_channel(target)
    bare_ocr = ocr_service_pb2_grpc.TextRecognitionServiceStub(channel)
    bare_get = operation_service_pb2_grpc.OperationServiceStub(channel)
    with (
        Client(IamToken(TOKEN), **_options(target, tls)) as client,
        Client(_renewed, **_options(target, tls)) as renewing,
    ):
        stub = client.stub(operation_service_pb2_grpc.OperationServiceStub)
        streams: dict[str, Callable[[], object]] = {
            "bare stub": lambda: list(
                bare_ocr.Recognize(RECOGNIZE, timeout=60, metadata=_headers())
            ),
            "client.ocr.call": lambda: client.ocr.call(RECOGNIZE),
            "client, renewed token": lambda: renewing.ocr.call(RECOGNIZE),
        }
        unary: dict[str, Callable[[], object]] = {
            "bare stub": lambda: bare_get.Get(GET, timeout=60, metadata=_headers()),
            "client.stub(...).Get": lambda: stub.Get(GET, timeout=60),
            "yandexcloud": _peer(target, tls),
        }
        found = blocking(streams), blocking(unary)
    channel.close()
    return found


async def async_samples(target: str, tls: Certificate | None) -> tuple[Samples, Samples]:
    if tls:
        channel = grpc.aio.secure_channel(target, grpc.ssl_channel_credentials(tls.chain))
    else:
        channel = grpc.aio.insecure_channel(target)
    bare_ocr = ocr_service_pb2_grpc.TextRecognitionServiceAsyncStub(channel)
    bare_get = operation_service_pb2_grpc.OperationServiceAsyncStub(channel)

    async def bare_stream() -> object:
        call = bare_ocr.Recognize(RECOGNIZE, timeout=60, metadata=_headers())
        return [page async for page in call]

    async with (
        AsyncClient(IamToken(TOKEN), **_options(target, tls)) as client,
        AsyncClient(_renewed, **_options(target, tls)) as renewing,
    ):
        stub = client.stub(operation_service_pb2_grpc.OperationServiceAsyncStub)
        streams: dict[str, Callable[[], Awaitable[object]]] = {
            "bare stub": bare_stream,
            "client.ocr.call": lambda: client.ocr.call(RECOGNIZE),
            "client, renewed token": lambda: renewing.ocr.call(RECOGNIZE),
        }
        unary: dict[str, Callable[[], Awaitable[object]]] = {
            "bare stub": lambda: bare_get.Get(GET, timeout=60, metadata=_headers()),
            "client.stub(...).Get": lambda: stub.Get(GET, timeout=60),
        }
        found = await awaiting(streams), await awaiting(unary)
    await channel.close()
    return found


def _print(title: str, samples: Samples) -> bool:
    met = True
    base = samples["bare stub"]
    for name, found in samples.items():
        cpu, wall = ratio(found, base, "cpu"), ratio(found, base, "wall")
        verdict = ""
        if name.startswith("client"):
            met = met and cpu <= TARGET
            verdict = "met" if cpu <= TARGET else "MISSED"
        print(
            f"{title:28} {name:21} {median(s.cpu for s in found):7.0f} {cpu:6.2f}  "
            f"{median(s.wall for s in found):7.0f} {wall:6.2f}  {verdict}"
        )
    return met


def main() -> bool:
    """Print the figures, and return whether the targets are met."""
    print(
        f"One call, median of {ROUNDS} interleaved rounds of {CALLS}; at most {TARGET} of the CPU."
    )
    print(f"{'':28} {'':21} {'CPU us':>7} {'ratio':>6}  {'wall us':>7} {'ratio':>6}")
    met = True
    with server.running() as (plain, secure, certificate):
        for security, target, tls in (("plaintext", plain, None), ("TLS", secure, certificate)):
            streams, unary = sync_samples(target, tls)
            met &= _print(f"sync, {security}, OCR page", streams)
            met &= _print(f"sync, {security}, unary", unary)
            streams, unary = asyncio.run(async_samples(target, tls))
            met &= _print(f"asyncio, {security}, OCR page", streams)
            met &= _print(f"asyncio, {security}, unary", unary)
    return met
