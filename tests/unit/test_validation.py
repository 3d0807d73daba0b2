"""The rules of the interfaces, read from their options and held against a naive reading of them."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

import pytest
from google.protobuf import descriptor_pool, message_factory
from hypothesis import given
from hypothesis import strategies as st
from ycgrpc_pb.google.protobuf import descriptor_pb2
from ycgrpc_pb.google.protobuf.descriptor_pb2 import FieldDescriptorProto
from ycgrpc_pb.yandex.cloud import validation_pb2 as rules
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2 import (
    GetRecognitionRequest,
    RecognizeTextRequest,
)
from ycgrpc_pb.yandex.cloud.ai.vision.v1.vision_service_pb2 import (
    AnalyzeSpec,
    BatchAnalyzeRequest,
    Feature,
)
from ycgrpc_pb.yandex.cloud.iam.v1.iam_token_service_pb2 import CreateIamTokenRequest

from tests.unit.test_methods import described
from ycgrpc._core.operations import checked
from ycgrpc._core.validation import violations_in
from ycgrpc.errors import InvalidRequest

COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
    "": operator.eq,
}


def message(kind: int, *, repeated: bool = False, **options: Any) -> Any:
    """A message class with one field ``it`` that has these options, on a pool of its own."""
    file = descriptor_pb2.FileDescriptorProto(name="it.proto", package="test", syntax="proto3")
    label = FieldDescriptorProto.LABEL_REPEATED if repeated else FieldDescriptorProto.LABEL_OPTIONAL
    field = file.message_type.add(name="It").field.add(name="it", number=1, label=label)
    field.type = kind  # type: ignore[assignment] # pyright: ignore[reportAttributeAccessIssue]
    for name, value in options.items():
        field.options.Extensions[getattr(rules, name)] = value
    pool = descriptor_pool.DescriptorPool()
    pool.AddSerializedFile(file.SerializeToString())
    return message_factory.GetMessageClass(pool.FindMessageTypeByName("test.It"))


def broken(found: Any) -> list[str]:
    """What a message breaks, in words."""
    return [str(violation) for violation in violations_in(found)]


@st.composite
def bounds(draw: st.DrawFn) -> tuple[str, Callable[[int], bool]]:
    """A rule as the options write it, and what it means."""
    if draw(st.booleans()):
        least, most = sorted((draw(st.integers(0, 6)), draw(st.integers(0, 6))))
        return f"{least}-{most}", lambda value: least <= value <= most
    sign, bound = draw(st.sampled_from(sorted(COMPARE))), draw(st.integers(0, 6))
    return f"{sign}{bound}", lambda value: COMPARE[sign](value, bound)


@given(bounds(), st.text(max_size=8))
def test_length_of_a_text_counts_characters(
    rule: tuple[str, Callable[[int], bool]], text: str
) -> None:
    text_, holds = rule
    it = message(FieldDescriptorProto.TYPE_STRING, length=text_)(it=text)
    assert bool(broken(it)) is (bool(text) and not holds(len(text)))


@given(bounds(), st.binary(max_size=8))
def test_length_of_bytes_counts_bytes(
    rule: tuple[str, Callable[[int], bool]], content: bytes
) -> None:
    text, holds = rule
    it = message(FieldDescriptorProto.TYPE_BYTES, length=text)(it=content)
    assert bool(broken(it)) is (bool(content) and not holds(len(content)))


@given(bounds(), st.text(max_size=4))
def test_bytes_of_a_text_count_its_encoding(
    rule: tuple[str, Callable[[int], bool]], text: str
) -> None:
    text_, holds = rule
    it = message(FieldDescriptorProto.TYPE_STRING, bytes=text_)(it=text)
    assert bool(broken(it)) is (bool(text) and not holds(len(text.encode())))


@given(bounds(), st.integers(-3, 9))
def test_value(rule: tuple[str, Callable[[int], bool]], value: int) -> None:
    """A number that is not set is 0, which the service reads as not given."""
    text, holds = rule
    it = message(FieldDescriptorProto.TYPE_INT64, value=text)(it=value)
    assert bool(broken(it)) is (value != 0 and not holds(value))


@given(bounds(), st.lists(st.text(max_size=2), max_size=8))
def test_size(rule: tuple[str, Callable[[int], bool]], items: list[str]) -> None:
    text, holds = rule
    it = message(FieldDescriptorProto.TYPE_STRING, repeated=True, size=text)(it=items)
    assert bool(broken(it)) is not holds(len(items))


@given(bounds(), st.lists(st.text(max_size=8), max_size=4))
def test_length_holds_for_each_element(
    rule: tuple[str, Callable[[int], bool]], items: list[str]
) -> None:
    text, holds = rule
    it = message(FieldDescriptorProto.TYPE_STRING, repeated=True, length=text)(it=items)
    wrong = [f"it[{index}]" for index, item in enumerate(items) if not holds(len(item))]
    assert [line.partition(":")[0] for line in broken(it)] == wrong


@given(st.lists(st.integers(0, 5), max_size=6))
def test_unique(items: list[int]) -> None:
    it = message(FieldDescriptorProto.TYPE_INT64, repeated=True, unique=True)(it=items)
    assert bool(broken(it)) is (len(set(items)) < len(items))


@pytest.mark.parametrize(
    ("kind", "repeated", "nothing", "something"),
    [
        (FieldDescriptorProto.TYPE_STRING, False, "", "x"),
        (FieldDescriptorProto.TYPE_BYTES, False, b"", b"x"),
        (FieldDescriptorProto.TYPE_INT64, False, 0, 1),
        (FieldDescriptorProto.TYPE_STRING, True, [], ["x"]),
    ],
    ids=["text", "bytes", "number", "list"],
)
def test_required(kind: int, repeated: bool, nothing: Any, something: Any) -> None:
    cls = message(kind, repeated=repeated, required=True)
    assert broken(cls(it=nothing)) == ["it: must be given"]
    assert broken(cls(it=something)) == []


@pytest.mark.parametrize(
    ("text", "fits"), [("ab1", True), ("", True), ("AB", False), ("ab!", False), ("ab\n", False)]
)
def test_pattern_is_for_the_whole_text(text: str, fits: bool) -> None:
    it = message(FieldDescriptorProto.TYPE_STRING, pattern="[a-z0-9]+")(it=text)
    assert (broken(it) == []) is fits


def test_a_rule_that_cannot_be_read_is_not_passed_over() -> None:
    it = message(FieldDescriptorProto.TYPE_INT64, value="about 5")(it=1)
    with pytest.raises(ValueError, match="about 5"):
        broken(it)


@pytest.mark.parametrize("method", list(described()), ids=lambda method: method.full_name)
def test_the_rules_of_every_request_can_be_read(method: Any) -> None:
    cls = message_factory.GetMessageClass(method.input_type)
    list(violations_in(cls()))


@pytest.mark.parametrize("length", [50, 51])
def test_a_text_at_its_bound(length: int) -> None:
    request = RecognizeTextRequest(content=b"x", model="x" * length)
    assert broken(request) == ["model: at most 50 characters, found 51"][: length - 50]


@pytest.mark.parametrize("count", [0, 1, 8, 9])
def test_a_list_at_its_bounds(count: int) -> None:
    spec = AnalyzeSpec(content=b"x", features=[Feature(type=Feature.TEXT_DETECTION)])
    found = broken(BatchAnalyzeRequest(analyze_specs=[spec] * count))
    expected = [f"analyze_specs: 1 to 8 elements, found {count}"]
    assert found == ([] if 1 <= count <= 8 else expected)


def test_one_of_several_must_be_given() -> None:
    refusal = "identity: give one of yandex_passport_oauth_token or jwt"
    assert broken(CreateIamTokenRequest()) == [refusal]
    assert broken(CreateIamTokenRequest(jwt="x")) == []


def test_rules_hold_inside_of_messages_too_and_all_are_told() -> None:
    spec = AnalyzeSpec(content=b"x", mime_type="x" * 256)
    with pytest.raises(InvalidRequest) as refused:
        checked(BatchAnalyzeRequest(analyze_specs=[spec], folder_id="x" * 51))
    assert {violation.field for violation in refused.value.violations} == {
        "folder_id",
        "analyze_specs[0].features",
        "analyze_specs[0].mime_type",
    }


def test_values_are_not_shown() -> None:
    with pytest.raises(InvalidRequest) as refused:
        checked(GetRecognitionRequest(operation_id="secret" * 10))
    assert "secret" not in f"{refused.value}{refused.value!r}"


@pytest.mark.parametrize(
    "request_", [RecognizeTextRequest(language_codes=["klingon"], model="new")]
)
def test_what_no_rule_bounds_passes(request_: RecognizeTextRequest) -> None:
    """The service may know more languages and models than we do."""
    assert checked(request_) is request_
