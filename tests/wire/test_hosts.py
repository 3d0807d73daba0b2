"""Which host a call goes to, and what happens where nobody, or the wrong one, answers."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ycgrpc_pb.yandex.cloud.ai.stt.v2 import stt_service_pb2, stt_service_pb2_grpc

from tests.wire.certificates import Certificate
from tests.wire.colours import CREDENTIALS, Colour
from tests.wire.pages import IMAGE, page
from tests.wire.server import Server, answer
from ycgrpc import errors


@pytest.fixture
def nobody() -> Iterator[str]:
    """The address of a port that nobody listens on, and that nobody else gets meanwhile."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"127.0.0.1:{taken.getsockname()[1]}"


def recognize(colour: Colour, target: str, **kwargs: Any) -> str:
    """The text that a client reads at a target."""
    client = colour.client(CREDENTIALS, endpoint=target, **kwargs)
    text: str = colour.call(client.ocr.recognize(IMAGE, timeout=10)).text
    return text


def test_nobody_answers(nobody: str, colour: Colour) -> None:
    with pytest.raises(errors.Unavailable, match="Check the address") as failed:
        recognize(colour, nobody, plaintext=True)
    assert nobody in str(failed.value)


def test_no_such_host(colour: Colour) -> None:
    with pytest.raises(errors.Unavailable, match=r"nowhere\.invalid"):
        recognize(colour, "nowhere.invalid:443")


@pytest.mark.parametrize("form", ["bytes", "path", "text path"])
def test_root_certificates_of_ones_own(
    form: str, colour: Colour, tls_server: Server, certificate: Certificate, tmp_path: Path
) -> None:
    path = tmp_path / "root.pem"
    path.write_bytes(certificate.pem)
    tls_server.script(answer(page("one")))
    given = {"bytes": certificate.pem, "path": path, "text path": str(path)}[form]
    assert recognize(colour, tls_server.target, root_certificates=given) == "one"


def test_a_certificate_that_nobody_vouches_for(colour: Colour, tls_server: Server) -> None:
    with pytest.raises(errors.Unavailable, match="root_certificates="):
        recognize(colour, tls_server.target)


def test_a_certificate_of_another(colour: Colour, tls_server: Server) -> None:
    with pytest.raises(errors.Unavailable, match="certificate is not one"):
        recognize(colour, tls_server.target, root_certificates=Certificate().pem)


def test_tls_to_a_plaintext_server(colour: Colour, server: Server) -> None:
    with pytest.raises(errors.Unavailable, match="plaintext=True"):
        recognize(colour, server.target)
    assert not server.calls


def test_plaintext_to_a_tls_server(colour: Colour, tls_server: Server) -> None:
    with pytest.raises(errors.Unavailable):
        recognize(colour, tls_server.target, plaintext=True)


def test_a_service_with_two_hosts(colour: Colour, server: Server) -> None:
    """STT v2 streams on one and takes files on the other: one stub, two servers."""
    with Server() as files:
        client = colour.client(
            CREDENTIALS,
            endpoints={"stt": server.target, "transcribe": files.target},
            plaintext=True,
        )
        stub = colour.stub(stt_service_pb2_grpc, "SttService")
        file = stt_service_pb2.LongRunningRecognitionRequest()
        stream = [stt_service_pb2.StreamingRecognitionRequest()]
        colour.call(lambda: client.stub(stub).LongRunningRecognize(file, timeout=10))
        colour.call(
            lambda: client.stub(stub).StreamingRecognize(colour.requests(stream), timeout=10)
        )
        assert [call.method.rpartition("/")[2] for call in server.calls] == ["StreamingRecognize"]
        assert [call.method.rpartition("/")[2] for call in files.calls] == ["LongRunningRecognize"]


def test_a_single_host_wins_over_the_one_for_all(colour: Colour, server: Server) -> None:
    client = colour.client(
        CREDENTIALS, endpoint="127.0.0.1:1", endpoints={"ocr": server.target}, plaintext=True
    )
    colour.call(client.ocr.recognize(IMAGE))
    assert len(server.calls) == 1


def test_a_stub_of_an_unknown_service(colour: Colour, client: Any) -> None:
    def stub(channel: Any) -> Any:
        return channel.unary_unary("/of.Theirs/Get")

    with pytest.raises(errors.ConfigurationError, match=r"/of\.Theirs/Get is not a method"):
        colour.call(lambda: client.stub(stub))


def test_the_environment_names_an_emulator(
    colour: Colour, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything goes there, and the real key stays at home."""
    monkeypatch.setenv("YCGRPC_EMULATOR_HOST", server.target)
    client = colour.client(CREDENTIALS)
    colour.call(client.ocr.recognize(IMAGE))
    assert server.last.metadata["authorization"] == "Api-Key emulator"


def test_an_emulator_needs_no_credentials(
    colour: Colour, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YCGRPC_EMULATOR_HOST", server.target)
    colour.call(colour.client().ocr.recognize(IMAGE))
    assert len(server.calls) == 1


def test_an_endpoint_wins_over_the_emulator(
    colour: Colour, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YCGRPC_EMULATOR_HOST", "127.0.0.1:1")
    recognize(colour, server.target, plaintext=True)
    assert len(server.calls) == 1


@pytest.mark.parametrize(
    ("variables", "header"),
    [
        ({"YC_API_KEY": "key"}, "Api-Key key"),
        ({"YC_IAM_TOKEN": "token\n"}, "Bearer token"),
        ({"YC_API_KEY": "key", "YC_IAM_TOKEN": "token"}, "Api-Key key"),
        ({"YC_API_KEY": "  ", "YC_IAM_TOKEN": "token"}, "Bearer token"),
    ],
)
def test_credentials_of_the_environment(
    variables: dict[str, str],
    header: str,
    colour: Colour,
    server: Server,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    client = colour.client(endpoint=server.target, plaintext=True)
    colour.call(client.ocr.recognize(IMAGE))
    assert server.last.metadata["authorization"] == header
