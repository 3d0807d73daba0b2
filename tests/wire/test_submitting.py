"""Submitting work that is billed: once, unless it never left or the caller prefers it twice."""

from __future__ import annotations

import socket
from collections.abc import Iterable
from typing import Any

import grpc
import pytest
from google.protobuf.message import Message
from ycgrpc_pb.yandex.cloud.ai.ocr.v1.ocr_service_pb2 import RecognizeTextRequest

from tests.files import pdf
from tests.wire import operations
from tests.wire.certificates import Certificate
from tests.wire.colours import CREDENTIALS, Colour
from tests.wire.iam import Clock, service_account_key, tokens, used
from tests.wire.operations import DONE, RUNNING
from tests.wire.pages import IMAGE, page
from tests.wire.server import Behaviour, Call, Server, answer, fail, hang
from tests.wire.test_secrets import assert_silent
from ycgrpc import errors
from ycgrpc._core.effects import Effect, Sleep

ACCEPTED = answer(operations.operation_pb2.Operation(id="cfr1", description="OCR"))
LOST = fail(
    grpc.StatusCode.UNAVAILABLE, "cut off", trailers=[("x-request-id", "id-1"), ("x-a", "b")]
)
UNCERTAIN = [
    "UNAVAILABLE",
    "INTERNAL",
    "UNKNOWN",
    "ABORTED",
    "DATA_LOSS",
    "CANCELLED",
    "DEADLINE_EXCEEDED",
]


def submit(colour: Colour, client: Any, **arguments: Any) -> Any:
    return colour.call(lambda: client.ocr.submit(IMAGE, **arguments))


def test_what_is_submitted(colour: Colour, client: Any, server: Server) -> None:
    server.script(ACCEPTED)
    operation = submit(colour, client, languages=["ru", "en"], model="table")
    assert (operation.id, operation.done, operation.description) == ("cfr1", False, "OCR")
    assert repr(operation).endswith("Operation cfr1 running>")
    assert server.last.method == operations.SUBMIT
    assert RecognizeTextRequest.FromString(server.last.requests[0]) == RecognizeTextRequest(
        content=IMAGE, mime_type="PNG", language_codes=["ru", "en"], model="table"
    )


def test_from_submitting_to_the_result(colour: Colour, client: Any, server: Server) -> None:
    looks = [RUNNING, DONE]

    def service(call: Call) -> Iterable[Message]:
        if call.method == operations.SUBMIT:
            return ACCEPTED(call)
        if call.method == operations.GET:
            return looks.pop(0)(call, "cfr1")
        return [page("one"), page("two")]

    server.script(service)
    result = colour.call(submit(colour, client).result)
    assert result.text == "one\ntwo"
    called = [call.method for call in server.calls]
    assert called == [operations.SUBMIT, operations.GET, operations.GET, operations.RESULT]


def test_many_pages_may_be_submitted(colour: Colour, client: Any, server: Server) -> None:
    server.script(ACCEPTED)
    assert colour.call(lambda: client.ocr.submit(pdf(200))).id == "cfr1"
    with pytest.raises(errors.InvalidRequest, match="at most 200 pages of a PDF; split it, found"):
        colour.call(lambda: client.ocr.submit(pdf(201)))
    assert len(server.calls) == 1


@pytest.mark.parametrize("code", UNCERTAIN)
def test_what_may_have_been_accepted_is_not_repeated(
    code: str, colour: Colour, client: Any, server: Server
) -> None:
    server.script(fail(grpc.StatusCode[code], "cut off", trailers=[("x-request-id", "id-1")]))
    with pytest.raises(errors.OutcomeUnknown) as unknown:
        submit(colour, client)
    assert len(server.calls) == 1
    assert unknown.value.code is grpc.StatusCode[code]
    assert unknown.value.request_id == "id-1"
    sent = server.last.metadata["x-client-request-id"]
    assert unknown.value.client_request_id == sent
    cause = unknown.value.__cause__
    assert isinstance(cause, errors.RpcError)
    assert not isinstance(cause, errors.OutcomeUnknown)
    assert cause.client_request_id == sent


def test_a_submit_that_hangs(colour: Colour, client: Any, server: Server) -> None:
    server.script(hang())
    with pytest.raises(errors.OutcomeUnknown) as unknown:
        submit(colour, client, timeout=0.5, on_unknown="resubmit")
    assert unknown.value.code is grpc.StatusCode.DEADLINE_EXCEEDED
    assert len(server.calls) == 1


def test_a_server_that_accepts_and_dies(colour: Colour, server: Server) -> None:
    """The connection is gone before the answer: the work may have begun."""
    with Server() as dying:
        client = colour.client(CREDENTIALS, endpoint=dying.target, plaintext=True)

        def die(call: Call) -> Iterable[Message]:
            dying.cut()
            call.ended.wait(10)
            return []

        dying.script(die)
        with pytest.raises(errors.OutcomeUnknown):
            submit(colour, client)
        assert len(dying.calls) == 1


@pytest.mark.parametrize("lost", [1, 2, 3])
def test_who_prefers_a_duplicate_gets_it(
    lost: int, colour: Colour, client: Any, server: Server
) -> None:
    server.script(*[LOST] * lost, ACCEPTED)
    assert submit(colour, client, on_unknown="resubmit").id == "cfr1"
    assert len(server.calls) == lost + 1
    assert len({call.metadata["x-client-request-id"] for call in server.calls}) == lost + 1


def test_resubmitting_has_an_end(colour: Colour, client: Any, server: Server) -> None:
    server.script(LOST)
    with pytest.raises(errors.OutcomeUnknown):
        submit(colour, client, on_unknown="resubmit")
    assert len(server.calls) == 4


@pytest.mark.parametrize("on_unknown", ["raise", "resubmit"])
def test_nothing_listens(on_unknown: str, colour: Colour) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and does not listen
        target = f"127.0.0.1:{taken.getsockname()[1]}"
        client = colour.client(CREDENTIALS, endpoint=target, plaintext=True)
        with pytest.raises(errors.Unavailable) as failed:
            submit(colour, client, on_unknown=on_unknown)
    assert not isinstance(failed.value, errors.OutcomeUnknown)


def test_a_host_that_does_not_exist(colour: Colour) -> None:
    client = colour.client(CREDENTIALS, endpoint="nothing.invalid:1", plaintext=True)
    with pytest.raises(errors.RpcError) as failed:
        submit(colour, client, timeout=20)
    assert not isinstance(failed.value, errors.OutcomeUnknown)


@pytest.mark.parametrize("trusted", [True, False], ids=["no TLS there", "not trusted"])
def test_no_connection_with_tls(
    trusted: bool, colour: Colour, server: Server, tls_server: Server, certificate: Certificate
) -> None:
    client = colour.client(
        CREDENTIALS,
        endpoint=(server if trusted else tls_server).target,
        root_certificates=(certificate if trusted else Certificate()).pem,
    )
    with pytest.raises(errors.Unavailable, match="the server") as failed:
        submit(colour, client)
    assert not isinstance(failed.value, errors.OutcomeUnknown)


def test_a_service_that_starts_late_gets_the_work_once(colour: Colour) -> None:
    """What never left is sent again."""
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        client = colour.client(
            CREDENTIALS,
            endpoint=f"127.0.0.1:{port}",
            plaintext=True,
            channel_options=[
                ("grpc.initial_reconnect_backoff_ms", 100),
                ("grpc.min_reconnect_backoff_ms", 100),
                ("grpc.max_reconnect_backoff_ms", 100),
            ],
        )
        late: list[Server] = []
        perform = client._driver._perform

        def performed(effect: Effect) -> Any:
            """Start the server when the first try has failed."""
            if isinstance(effect, Sleep) and not late:
                late.append(Server(port=port))
                late[0].script(ACCEPTED)
            return perform(effect)

        client._driver._perform = performed
        try:
            assert submit(colour, client).id == "cfr1"
            assert len(late[0].calls) == 1
        finally:
            for started in late:
                started.stop()


@pytest.mark.parametrize("on_unknown", ["raise", "resubmit"])
@pytest.mark.parametrize(
    ("code", "cls"),
    [
        ("INVALID_ARGUMENT", errors.InvalidArgument),
        ("PERMISSION_DENIED", errors.PermissionDenied),
        ("UNAUTHENTICATED", errors.Unauthenticated),
        ("RESOURCE_EXHAUSTED", errors.ResourceExhausted),
        ("FAILED_PRECONDITION", errors.FailedPrecondition),
        ("UNIMPLEMENTED", errors.Unimplemented),
    ],
)
def test_a_refusal_is_no_unknown_outcome(
    on_unknown: str, code: str, cls: type, colour: Colour, client: Any, server: Server
) -> None:
    server.script(fail(grpc.StatusCode[code], "no"))
    with pytest.raises(cls):
        submit(colour, client, on_unknown=on_unknown)
    assert len(server.calls) == 1


def test_a_token_that_expired_is_renewed(colour: Colour, server: Server) -> None:
    """The service has done nothing for a call that it did not let in."""
    server.script(fail(grpc.StatusCode.UNAUTHENTICATED, "the token has expired"), ACCEPTED)
    with Server() as iam:
        iam.script(tokens())
        client = colour.client(
            service_account_key(),
            endpoint=server.target,
            endpoints={"iam": iam.target},
            plaintext=True,
        )
        client._driver.tokens._clock = Clock()
        assert submit(colour, client).id == "cfr1"
        assert used(server) == [1, 2]


def test_a_closed_client(colour: Colour, client: Any, server: Server) -> None:
    colour.call(client.close)
    with pytest.raises(errors.ConfigurationError, match="the client is closed"):
        submit(colour, client)
    assert not server.calls


@pytest.mark.parametrize("behaviour", [LOST, fail(grpc.StatusCode.INVALID_ARGUMENT, "no"), hang()])
def test_nothing_tells_the_key(
    behaviour: Behaviour, colour: Colour, client: Any, server: Server
) -> None:
    server.script(behaviour)
    with pytest.raises(errors.RpcError) as failed:
        submit(colour, client, timeout=0.5)
    assert_silent(failed.value)
    if failed.value.__cause__:
        assert_silent(failed.value.__cause__)
