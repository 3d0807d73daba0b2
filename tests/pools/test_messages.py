"""Our messages on their own descriptor pool do all that protobuf's messages do."""

from __future__ import annotations

import copy
import importlib
import json
import os
import pickle
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import grpc
import pytest
import ycgrpc_pb
from google.protobuf import descriptor_pb2, json_format, text_format
from google.protobuf.internal import api_implementation
from google.protobuf.message import Message
from grpc_reflection.v1alpha import reflection, reflection_pb2, reflection_pb2_grpc
from ycgrpc_pb import POOL
from ycgrpc_pb.google.protobuf.any_pb2 import Any as AnyMessage
from ycgrpc_pb.google.protobuf.timestamp_pb2 import Timestamp
from ycgrpc_pb.google.rpc.status_pb2 import Status
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_pb2 import Block, Line, TextAnnotation, Word
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2 import RecognizeTextResponse
from ycgrpc_pb.yandex.cloud.ai.stt.v2.stt_service_pb2 import LongRunningRecognitionResponse
from ycgrpc_pb.yandex.cloud.operation.operation_pb2 import Operation

RESPONSE = RecognizeTextResponse(
    text_annotation=TextAnnotation(
        blocks=[Block(lines=[Line(text="город", words=[Word(text="город")])])], full_text="город\n"
    ),
    page=2**40,
)


def pickled(message: Message) -> Any:
    """The message after a trip through pickle, as between processes."""
    return pickle.loads(pickle.dumps(message))


def content(message: Message) -> bytes:
    """What a message holds, to compare: of an ``Any``, pure Python asks the default pool."""
    return message.SerializeToString(deterministic=True)


def operation() -> Operation:
    """A finished operation: messages inside of an ``Any``, a map, a timestamp."""
    found = Operation(id="id", done=True, created_at=Timestamp(seconds=1))
    found.response.Pack(RESPONSE)
    return found


def classes() -> Iterator[type[Message]]:
    """Every message class of every generated module, nested ones too."""
    for module in pkgutil.walk_packages(ycgrpc_pb.__path__, "ycgrpc_pb."):
        if module.name.endswith("_pb2"):
            yield from _nested(importlib.import_module(module.name), module.name)


def _nested(place: Any, module: str) -> Iterator[type[Message]]:
    members: Any = place.__dict__
    for value in list(members.values()):
        if isinstance(value, type) and issubclass(value, Message) and value.__module__ == module:
            yield value
            yield from _nested(value, module)


# But the entries of maps, which are no messages that anybody holds.
ALL = {
    cls.DESCRIPTOR.full_name: cls for cls in classes() if not cls.DESCRIPTOR.GetOptions().map_entry
}


def test_the_runtime_is_the_one_that_was_asked_for() -> None:
    asked = os.environ.get("PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION")
    assert asked is None or api_implementation.Type() == asked


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(
    "again",
    [pickled, copy.copy, copy.deepcopy],
    ids=["pickle", "copy", "deepcopy"],
)
def test_every_class_can_be_pickled_and_copied(name: str, again: Any) -> None:
    message = ALL[name]()
    returned = again(message)
    assert type(returned) is ALL[name]
    assert returned == message
    assert returned is not message


def test_content_survives() -> None:
    for message in (RESPONSE, operation(), RESPONSE.text_annotation.blocks[0]):
        assert content(pickled(message)) == content(message)
        assert content(copy.deepcopy(message)) == content(message)


def test_any() -> None:
    found = operation().response
    kind: Any = RecognizeTextResponse.DESCRIPTOR  # of the C or of the Python runtime
    assert found.Is(kind)
    assert found.TypeName() == "yandex.cloud.ai.ocr.v1.RecognizeTextResponse"
    unpacked = RecognizeTextResponse()
    assert found.Unpack(unpacked)
    assert unpacked == RESPONSE
    assert not found.Unpack(LongRunningRecognitionResponse())


def test_json() -> None:
    written = json_format.MessageToJson(operation(), descriptor_pool=POOL)
    assert json.loads(written)["response"]["page"] == str(2**40)
    assert json.loads(written)["createdAt"] == "1970-01-01T00:00:01Z"
    parsed = json_format.Parse(written, Operation(), descriptor_pool=POOL)
    assert content(parsed) == content(operation())


def test_text_format() -> None:
    written = text_format.MessageToString(operation(), descriptor_pool=POOL)
    assert "[type.googleapis.com/yandex.cloud.ai.ocr.v1.RecognizeTextResponse]" in written
    parsed = text_format.Parse(written, Operation(), descriptor_pool=POOL)
    assert content(parsed) == content(operation())


def test_well_known_types_have_their_methods() -> None:
    assert operation().created_at.ToJsonString() == "1970-01-01T00:00:01Z"
    packed = AnyMessage()
    packed.Pack(Status(code=5))
    assert packed.TypeName() == "google.rpc.Status"


def test_reflection() -> None:
    """A server shows our services from our pool, with all that they import."""
    service = "yandex.cloud.ai.ocr.v1.TextRecognitionService"
    server = grpc.server(ThreadPoolExecutor(2))
    reflection.enable_server_reflection([service], server, pool=POOL)
    target = f"127.0.0.1:{server.add_insecure_port('127.0.0.1:0')}"
    server.start()
    request = reflection_pb2.ServerReflectionRequest(file_containing_symbol=service)
    with grpc.insecure_channel(target) as channel:
        stub: Any = reflection_pb2_grpc.ServerReflectionStub(channel)
        (answer,) = stub.ServerReflectionInfo(iter([request]), timeout=10)
    server.stop(None).wait()
    files = [
        descriptor_pb2.FileDescriptorProto.FromString(file).name
        for file in answer.file_descriptor_response.file_descriptor_proto
    ]
    assert {"yandex/cloud/ai/ocr/v1/ocr_service.proto", "google/api/annotations.proto"} <= set(
        files
    )


DEFAULT_POOL = """
import importlib, pkgutil, sys
from google.protobuf import descriptor_pool
import ycgrpc.client, ycgrpc.aio, ycgrpc.interceptors, ycgrpc_pb
for module in pkgutil.walk_packages(ycgrpc_pb.__path__, "ycgrpc_pb."):
    loaded = importlib.import_module(module.name)
    file = getattr(loaded, "DESCRIPTOR", None)
    if file is not None:
        try:
            descriptor_pool.Default().FindFileByName(file.name)
        except KeyError:
            continue
        if not file.name.startswith("google/protobuf/"):
            sys.exit(f"{file.name} is in the default pool")
"""


def test_nothing_of_ours_is_in_the_default_pool() -> None:
    """But google's own, which protobuf itself puts there."""
    done = subprocess.run(
        [sys.executable, "-c", DEFAULT_POOL], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
