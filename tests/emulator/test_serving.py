from __future__ import annotations

import asyncio
import datetime as dt
import ipaddress
import subprocess
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

import grpc
import grpc.aio
import pytest
from google.protobuf.descriptor_pb2 import FileDescriptorProto
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection_pb2, reflection_pb2_grpc
from ycgrpc_pb.yandex.cloud.ai.ocr.v1 import ocr_service_pb2, ocr_service_pb2_grpc

from ycgrpc.emulator import Accounts, Emulator, Limits, ScriptedOcr, ServerCertificate
from ycgrpc.emulator.serving import SERVICES
from ycgrpc.errors import ConfigurationError

Recognize = Callable[..., list[ocr_service_pb2.RecognizeTextResponse]]

API_KEY = (("authorization", "Api-Key of-a-test"),)
OCR = "yandex.cloud.ai.ocr.v1.TextRecognitionService"


@contextmanager
def no_thread_left_behind() -> Generator[None]:
    before = set(threading.enumerate())
    yield
    assert {thread for thread in threading.enumerate() if thread not in before} == set()


def test_a_thread_of_its_own_serves_until_the_end_of_the_block(
    recognize: Recognize, picture: bytes
) -> None:
    with no_thread_left_behind(), Emulator(ocr=ScriptedOcr(["text"])) as emulator:
        (page,) = recognize(emulator, picture)
        assert page.text_annotation.full_text == "text\n"


def test_start_and_stop_may_be_repeated(recognize: Recognize, picture: bytes) -> None:
    emulator = Emulator(ocr=ScriptedOcr(["text"]))
    with no_thread_left_behind():
        for _ in range(2):
            target = emulator.start().target
            assert emulator.start().target == target
            recognize(emulator, picture)
            emulator.stop()
            emulator.stop()
    assert [call.code for call in emulator.report()] == [grpc.StatusCode.OK] * 2
    with pytest.raises(ConfigurationError, match="not started"):
        emulator.target  # noqa: B018


@pytest.mark.asyncio
async def test_the_running_loop_serves_without_a_thread_of_its_own(picture: bytes) -> None:
    def threads() -> list[str]:
        return [one.name for one in threading.enumerate() if one.name == "ycgrpc-emulator"]

    before = threads()
    request = ocr_service_pb2.RecognizeTextRequest(content=picture)
    async with Emulator(ocr=ScriptedOcr(["text"])) as emulator:
        assert threads() == before
        async with grpc.aio.insecure_channel(emulator.target) as channel:
            stub = ocr_service_pb2_grpc.TextRecognitionServiceAsyncStub(channel)
            call = stub.Recognize(request, metadata=API_KEY)
            assert [page.text_annotation.full_text async for page in call] == ["text\n"]


def test_async_clients_reach_an_emulator_on_another_thread(picture: bytes) -> None:
    async def main(target: str) -> list[str]:
        request = ocr_service_pb2.RecognizeTextRequest(content=picture)
        async with grpc.aio.insecure_channel(target) as channel:
            stub = ocr_service_pb2_grpc.TextRecognitionServiceAsyncStub(channel)

            async def one() -> str:
                call = stub.Recognize(request, metadata=API_KEY)
                return "".join([page.text_annotation.full_text async for page in call])

            return await asyncio.gather(*(one() for _ in range(20)))

    with Emulator(ocr=ScriptedOcr(["text"])) as emulator:
        assert asyncio.run(main(emulator.target)) == ["text\n"] * 20


def test_a_port_that_is_taken_is_named() -> None:
    with Emulator(ocr=ScriptedOcr()) as first:
        port = int(first.target.rpartition(":")[2])
        with no_thread_left_behind(), pytest.raises(ConfigurationError, match=f"127.0.0.1:{port}"):
            Emulator(ocr=ScriptedOcr(), port=port).start()


def test_settings_that_cannot_work_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ConfigurationError, match="there are auto, rapidocr"):
        Emulator(ocr="abbyy")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(ConfigurationError, match="folder_id"):
        Emulator(folder_id="home", accounts=Accounts())
    with pytest.raises(ConfigurationError, match="strict"):
        Emulator(strict=True, accounts=Accounts())
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ConfigurationError, match="apt install tesseract-ocr"):
        Emulator(ocr="tesseract")


def test_the_report_tells_of_calls_but_not_their_secrets(
    recognize: Recognize, picture: bytes
) -> None:
    with Emulator(ocr=ScriptedOcr(), limits=Limits(reported_calls=2)) as emulator:
        for folder in ("one", "two", "three"):
            metadata = (
                ("authorization", "Bearer s3cr3t"),
                ("x-folder-id", folder),
                ("x-client-request-id", f"mine-{folder}"),
            )
            recognize(emulator, picture, metadata=metadata)
        two, three = emulator.report()
    assert (two.folder_id, three.folder_id) == ("two", "three")
    assert three.method == f"/{OCR}/Recognize"
    assert three.client_request_id == "mine-three"
    assert three.user_agent is not None
    assert three.user_agent.startswith("grpc-python/")
    assert three.deadline is not None
    assert 0 < three.deadline <= 61
    assert "authorization" in three.metadata_keys
    assert three.code == grpc.StatusCode.OK
    assert "s3cr3t" not in repr(three)


def test_ids_come_with_good_answers_too(scripted: Emulator, picture: bytes) -> None:
    with grpc.insecure_channel(scripted.target) as channel:
        stub = ocr_service_pb2_grpc.TextRecognitionServiceStub(channel)
        call: Any = stub.Recognize(
            ocr_service_pb2.RecognizeTextRequest(content=picture), metadata=API_KEY
        )
        list(call)
        assert {"x-request-id", "x-server-trace-id"} <= dict(call.trailing_metadata()).keys()


@pytest.mark.parametrize("service", ["", *SERVICES])
def test_health_needs_no_credentials(scripted: Emulator, service: str) -> None:
    with grpc.insecure_channel(scripted.target) as channel:
        stub: Any = health_pb2_grpc.HealthStub(channel)
        answer = stub.Check(health_pb2.HealthCheckRequest(service=service), timeout=30)
    assert answer.status == health_pb2.HealthCheckResponse.SERVING


def reflected(
    emulator: Emulator, request: reflection_pb2.ServerReflectionRequest
) -> reflection_pb2.ServerReflectionResponse:
    """The answer to one question, as grpcurl asks it."""
    with grpc.insecure_channel(emulator.target) as channel:
        stub: Any = reflection_pb2_grpc.ServerReflectionStub(channel)
        answer: reflection_pb2.ServerReflectionResponse
        answers: list[reflection_pb2.ServerReflectionResponse] = list(
            stub.ServerReflectionInfo(iter([request]), timeout=30)
        )
    (answer,) = answers
    return answer


def test_reflection_lists_every_service(scripted: Emulator) -> None:
    asked = reflection_pb2.ServerReflectionRequest(list_services="")
    listed = reflected(scripted, asked).list_services_response.service
    assert sorted(one.name for one in listed) == sorted(SERVICES)


@pytest.mark.parametrize("service", SERVICES)
def test_reflection_describes_a_service_and_all_that_it_needs(
    scripted: Emulator, service: str
) -> None:
    asked = reflection_pb2.ServerReflectionRequest(file_containing_symbol=service)
    described = reflected(scripted, asked).file_descriptor_response
    files = [FileDescriptorProto.FromString(one) for one in described.file_descriptor_proto]
    assert service in {f"{files[0].package}.{one.name}" for one in files[0].service}
    assert {name for file in files for name in file.dependency} <= {file.name for file in files}


def test_a_method_that_does_not_exist_is_unimplemented(scripted: Emulator) -> None:
    with grpc.insecure_channel(scripted.target) as channel:
        plain: Any = channel
        call = plain.unary_unary(f"/{OCR}/Nothing")
        with pytest.raises(grpc.RpcError) as refused:
            call(b"", timeout=30)
    error: Any = refused.value
    assert error.code() == grpc.StatusCode.UNIMPLEMENTED


def test_tls(picture: bytes) -> None:
    certificate = certificate_for_loopback()
    with Emulator(ocr=ScriptedOcr(["text"]), tls=certificate) as emulator:
        trusted = grpc.ssl_channel_credentials(certificate.certificate_chain)
        with grpc.secure_channel(emulator.target, trusted) as channel:
            stub = ocr_service_pb2_grpc.TextRecognitionServiceStub(channel)
            request = ocr_service_pb2.RecognizeTextRequest(content=picture)
            assert len(list(stub.Recognize(request, metadata=API_KEY, timeout=30))) == 1
    assert "PRIVATE" not in repr(certificate)


def certificate_for_loopback() -> ServerCertificate:
    pytest.importorskip("cryptography", reason="the certificate is made with cryptography")
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "emulator")])
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False
        )
        .sign(key, hashes.SHA256())
    )
    return ServerCertificate(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ),
        certificate.public_bytes(serialization.Encoding.PEM),
    )


SCRIPT = """
import sys
import ycgrpc
assert not [name for name in sys.modules if name.startswith("ycgrpc.emulator")]
from ycgrpc.emulator import Emulator
Emulator().start()
assert not {"rapidocr", "onnxruntime", "cv2", "pypdfium2"} & set(sys.modules)
print("started")
"""


def test_a_script_needs_no_guard_and_may_forget_to_stop() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SCRIPT],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "started\n", "")
