from __future__ import annotations

from collections.abc import Iterator

import pytest
import ycgrpc_pb.yandex.cloud.ai.stt.v3.stt_service_pb2
import ycgrpc_pb.yandex.cloud.iam.v1.iam_token_service_pb2
from ycgrpc_pb.google.protobuf.descriptor_pb2 import DescriptorProto, FileDescriptorProto
from ycgrpc_pb.yandex.cloud import validation_pb2 as rules
from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_service_pb2
from ycgrpc_pb.yandex.cloud.ai.vision.v1 import vision_service_pb2
from ycgrpc_pb.yandex.cloud.iam.v1 import iam_token_service_pb2

from ycgrpc.emulator.refusals import Refusal
from ycgrpc.emulator.validation import check, violations, within


@pytest.mark.parametrize(
    ("rule", "inside", "outside"),
    [
        ("<=50", 50, 51),
        ("<50", 49, 50),
        (">0", 1, 0),
        (">=2", 2, 1),
        ("1-8", 8, 9),
        ("1-8", 1, 0),
        ("0.5-1.5", 1.5, 1.6),
        ("3", 3, 4),
        ("-5--1", -5, 0),
    ],
)
def test_ranges(rule: str, inside: float, outside: float) -> None:
    assert within(rule, inside)
    assert not within(rule, outside)


def test_an_unknown_notation_is_no_rule_to_skip() -> None:
    with pytest.raises(ValueError, match="unknown notation"):
        within("about 5", 5)


def test_lengths() -> None:
    request = ocr_service_pb2.RecognizeTextRequest(model="x" * 51)
    assert list(violations(request)) == [("model", "length must be <=50, is 51")]
    assert not list(violations(ocr_service_pb2.RecognizeTextRequest(model="x" * 50)))


def test_required() -> None:
    request = ocr_service_pb2.GetRecognitionRequest()
    assert list(violations(request)) == [("operation_id", "required")]


def test_exactly_one() -> None:
    request = iam_token_service_pb2.CreateIamTokenRequest()
    assert list(violations(request)) == [
        ("identity", "exactly one of yandex_passport_oauth_token, jwt must be set")
    ]


def test_rules_hold_inside_of_messages_too() -> None:
    spec = vision_service_pb2.AnalyzeSpec(content=b"x", mime_type="x" * 256)
    request = vision_service_pb2.BatchAnalyzeRequest(analyze_specs=[spec] * 9)
    assert list(violations(request))[:3] == [
        ("analyze_specs", "number of elements must be 1-8, is 9"),
        ("analyze_specs[0].features", "number of elements must be 1-8, is 0"),
        ("analyze_specs[0].mime_type", "length must be <=255, is 256"),
    ]


def test_the_refusal_names_rules_and_no_content() -> None:
    with pytest.raises(Refusal) as refused:
        check(ocr_service_pb2.GetRecognitionRequest(operation_id="secret" * 10))
    assert refused.value.message == (
        "Request validation error: operation_id: length must be <=50, is 60"
    )
    assert "secret" not in repr(refused.value.details)


def messages(file: FileDescriptorProto) -> Iterator[DescriptorProto]:
    queue = list(file.message_type)
    while queue:
        message = queue.pop()
        yield message
        queue += message.nested_type


def test_every_rule_of_our_interfaces_is_written_in_a_known_notation() -> None:
    files = [
        ycgrpc_pb.yandex.cloud.ai.stt.v3.stt_service_pb2,
        ycgrpc_pb.yandex.cloud.iam.v1.iam_token_service_pb2,
        ocr_service_pb2,
        vision_service_pb2,
    ]
    seen = 0
    for module in files:
        for message in messages(FileDescriptorProto.FromString(module.DESCRIPTOR.serialized_pb)):
            for field in message.field:
                said = field.options.Extensions
                for option in (rules.length, rules.size, rules.value, rules.bytes):
                    if said[option]:
                        within(said[option], 1)
                        seen += 1
    assert seen > 10
