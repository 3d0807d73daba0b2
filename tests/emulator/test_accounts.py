from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import grpc
import pytest
from google.rpc import error_details_pb2, status_pb2  # pyright: ignore[reportMissingTypeStubs]
from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_service_pb2

from ycgrpc.emulator import Account, Accounts, Emulator, ScriptedOcr
from ycgrpc.emulator.auth import admit
from ycgrpc.emulator.refusals import Refusal

Recognize = Callable[..., list[ocr_service_pb2.RecognizeTextResponse]]

OCR = "/yandex.cloud.ai.ocr.v1.TextRecognitionService/Recognize"
STT_V2 = "/yandex.cloud.ai.stt.v2.SttService/StreamingRecognize"
STT_V3 = "/speechkit.stt.v3.Recognizer/RecognizeStreaming"
VISION = "/yandex.cloud.ai.vision.v1.VisionService/BatchAnalyze"
OPERATION = "/yandex.cloud.operation.OperationService/Get"
IAM = "/yandex.cloud.iam.v1.IamTokenService"
ENDPOINTS = "/yandex.cloud.endpoint.ApiEndpointService"


@pytest.mark.parametrize(
    "header",
    ["Api-Key x", "Api-key x", "api-key x", "Bearer x", "bearer x", "BEARER  x "],
)
def test_anything_well_formed_is_accepted_by_default(header: str) -> None:
    assert Accounts().authenticate(header).kind == "service"


@pytest.mark.parametrize(
    "header", [None, "", "x", "Bearer", "Api-Key ", "Basic dTpw", "Bearer a b", "Bearerx"]
)
def test_anything_else_is_refused_with_the_documented_text(header: str | None) -> None:
    with pytest.raises(Refusal, match=r"^Token is invalid or has expired\.$") as refused:
        Accounts().authenticate(header)
    assert refused.value.code == grpc.StatusCode.UNAUTHENTICATED


def test_known_keys_and_tokens_alone_are_accepted_once_there_are_some() -> None:
    accounts = Accounts(api_keys={"key"}, iam_tokens={"t1.token"})
    accounts.authenticate("Api-Key key")
    accounts.authenticate("Bearer t1.token")
    with pytest.raises(Refusal, match="Unknown api key"):
        accounts.authenticate("Api-Key t1.token")
    with pytest.raises(Refusal, match="Token is invalid or has expired"):
        accounts.authenticate("Bearer key")


def test_accounts_print_no_secret() -> None:
    assert "secret" not in repr(Accounts(api_keys={"secret"}, iam_tokens={"secret"}))


def test_a_service_account_names_no_foreign_folder() -> None:
    accounts = Accounts(folder_id="home")
    admit(accounts, OCR, "Api-Key x", None)
    admit(accounts, OCR, "Api-Key x", "home")
    with pytest.raises(Refusal) as refused:
        admit(accounts, OCR, "Bearer x", "other")
    assert refused.value.code == grpc.StatusCode.INVALID_ARGUMENT
    assert refused.value.message == (
        "Specified folder ID 'other' does not match with service account folder ID 'home'"
    )


def test_without_a_home_folder_any_may_be_named() -> None:
    admit(Accounts(), OCR, "Api-Key x", "any")


def test_a_user_account_names_its_folder_where_the_header_is_for_it() -> None:
    accounts = Accounts(folder_id="home", bearers="user")
    admit(accounts, OCR, "Bearer x", "other")
    admit(accounts, OCR, "Api-Key x", None)
    admit(accounts, STT_V2, "Bearer x", None)
    with pytest.raises(Refusal, match="x-folder-id") as refused:
        admit(accounts, OCR, "Bearer x", None)
    assert refused.value.code == grpc.StatusCode.INVALID_ARGUMENT


@pytest.mark.parametrize(
    "method", [f"{IAM}/Create", f"{IAM}/Revoke", f"{ENDPOINTS}/Get", f"{ENDPOINTS}/List"]
)
def test_tokens_and_endpoints_are_given_to_anybody(method: str) -> None:
    admit(Accounts(api_keys=()), method, None, None)


def test_tokens_of_others_are_given_to_accounts_alone() -> None:
    method = f"{IAM}/CreateForServiceAccount"
    admit(Accounts(), method, "Bearer x", None)
    with pytest.raises(Refusal, match="Token is invalid"):
        admit(Accounts(), method, None, None)


@dataclass
class Scoped:
    """An authenticator of one's own."""

    scopes: frozenset[str] | None

    def authenticate(self, authorization: str | None) -> Account:
        return Account("service", scopes=self.scopes)


@pytest.mark.parametrize(
    ("scope", "methods", "others"),
    [
        ("yc.ai.vision.execute", [OCR, VISION], [STT_V2, STT_V3]),
        ("yc.ai.speechkitStt.execute", [STT_V2, STT_V3], [OCR, VISION]),
        ("yc.something.else", [], [OCR, VISION, STT_V2, STT_V3]),
    ],
)
def test_a_key_with_scopes_opens_only_what_they_are_for(
    scope: str, methods: list[str], others: list[str]
) -> None:
    one = Scoped(frozenset({scope}))
    for method in (*methods, OPERATION, f"{IAM}/Create"):
        admit(one, method, "Api-Key x", None)
    for method in (*others, f"{IAM}/CreateForServiceAccount"):
        with pytest.raises(Refusal) as refused:
            admit(one, method, "Api-Key x", None)
        assert refused.value.code == grpc.StatusCode.PERMISSION_DENIED


def test_a_key_with_an_empty_list_of_scopes_opens_operations_alone() -> None:
    admit(Scoped(frozenset()), OPERATION, "Api-Key x", None)
    with pytest.raises(Refusal, match=r"lacks the scope yc\.ai\.vision\.execute"):
        admit(Scoped(frozenset()), OCR, "Api-Key x", None)


def test_a_key_without_scopes_opens_everything() -> None:
    for method in (OCR, STT_V2, STT_V3, VISION, OPERATION, f"{IAM}/CreateForServiceAccount"):
        admit(Scoped(None), method, "Api-Key x", None)


def test_refusals_on_the_wire_carry_the_request_id_and_no_secret(
    recognize: Recognize, picture: bytes
) -> None:
    with Emulator(ocr=ScriptedOcr(), accounts=Accounts(api_keys=())) as emulator:
        with pytest.raises(grpc.RpcError) as refused:
            recognize(emulator, picture, metadata=(("authorization", "Api-Key s3cr3t"),))
        (call,) = emulator.report()
    error: Any = refused.value
    assert error.code() == call.code == grpc.StatusCode.UNAUTHENTICATED
    assert error.details() == "Unknown api key"
    trailers = dict(error.trailing_metadata())
    assert trailers["x-request-id"] == call.request_id
    assert trailers["x-server-trace-id"] not in ("", call.request_id)
    info = error_details_pb2.RequestInfo()
    status = status_pb2.Status.FromString(trailers["grpc-status-details-bin"])
    assert status.details[0].Unpack(info)
    assert info.request_id == call.request_id
    assert "s3cr3t" not in f"{error}{call}{trailers}"


def test_a_refused_call_sends_no_initial_metadata(recognize: Recognize, picture: bytes) -> None:
    """Or gRPC would take the call for committed, and not repeat what may be repeated."""
    with Emulator(ocr=ScriptedOcr()) as emulator, pytest.raises(grpc.RpcError) as refused:
        recognize(emulator, picture, metadata=())
    error: Any = refused.value
    assert error.initial_metadata() in (None, ())
