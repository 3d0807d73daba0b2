"""The legacy service that analyzes several files in one call: of its features, text detection is left.

An error has the level of what is at fault: the request fails as a whole, a file or one of its
features fails within the answer. Source: the documentation's page on the errors of this service.
"""

from __future__ import annotations

import re
from typing import Any

import grpc
from ycgrpc_pb.google.rpc import status_pb2
from ycgrpc_pb.yandex.cloud.ai.vision.v1 import (
    text_detection_pb2,
    vision_service_pb2,
    vision_service_pb2_grpc,
)

from ycgrpc.emulator.annotation import detected_page
from ycgrpc.emulator.auth import caller, check_folder
from ycgrpc.emulator.documents import BadDocument, Document
from ycgrpc.emulator.engines.ocr.selection import NoEngine
from ycgrpc.emulator.limits import Limits
from ycgrpc.emulator.ocr import PageReading, languages_of, model_named
from ycgrpc.emulator.refusals import Refusal, invalid
from ycgrpc.emulator.validation import violations

LINE_MODEL = "line"
"""A model that only this service has; it reads like the default one here."""

Feature = vision_service_pb2.Feature
FeatureResult = vision_service_pb2.FeatureResult


class Vision(vision_service_pb2_grpc.VisionServiceServicer):
    """Analysis of files in batches.

    Args:
        reading: what reads the documents.
        limits: of size and number.
    """

    def __init__(self, reading: PageReading, limits: Limits) -> None:
        self._reading = reading
        self._limits = limits

    async def BatchAnalyze(  # noqa: N802 - named by the interface
        self, request: vision_service_pb2.BatchAnalyzeRequest, context: Any
    ) -> vision_service_pb2.BatchAnalyzeResponse:
        """Results for every file and feature, in their order; errors stand beside results.

        Raises:
            Refusal: INVALID_ARGUMENT, when it is the request as a whole that is wrong.
        """
        check_folder(caller.get(), request.folder_id or None, needed_in="folder_id")
        broken = _broken(request)
        return vision_service_pb2.BatchAnalyzeResponse(
            results=[
                await self._analyzed(number, spec, broken)
                for number, spec in enumerate(request.analyze_specs)
            ]
        )

    async def _analyzed(
        self, number: int, spec: vision_service_pb2.AnalyzeSpec, broken: dict[str, str]
    ) -> vision_service_pb2.AnalyzeResult:
        path = f"analyze_specs[{number}]"
        try:
            document = await self._opened(spec)
            results = [
                await self._detected(document, feature, broken.get(f"{path}.features[{place}]"))
                for place, feature in enumerate(spec.features)
            ]
        except BadDocument as bad:
            return vision_service_pb2.AnalyzeResult(error=_invalid(bad.reason))
        return vision_service_pb2.AnalyzeResult(results=results)

    async def _opened(self, spec: vision_service_pb2.AnalyzeSpec) -> Document:
        if spec.WhichOneof("source") == "signature":
            raise BadDocument("signatures are not known to the emulator: send the content")
        if len(spec.content) > self._limits.vision_bytes:
            raise BadDocument(
                f"the file has {len(spec.content)} bytes, "
                f"at most {self._limits.vision_bytes} are allowed"
            )
        return await self._reading.open(
            spec.content, spec.mime_type, most_pages=self._limits.vision_pages
        )

    async def _detected(
        self, document: Document, feature: Feature, broken: str | None
    ) -> FeatureResult:
        if feature.type != Feature.TEXT_DETECTION:
            name = Feature.Type.Name(feature.type) if feature.type else "that is not named"
            return FeatureResult(
                error=_invalid(f"There is no feature {name}: only TEXT_DETECTION is left")
            )
        codes = feature.text_detection_config.language_codes
        if not codes:
            broken = "Incorrect number of language codes: 0"
        if broken:
            return FeatureResult(error=_invalid(f"Incorrect feature configuration: {broken}"))
        try:
            return FeatureResult(text_detection=await self._text(document, feature))
        except Refusal as refusal:
            return FeatureResult(error=_error(refusal.code, refusal.message))
        except NoEngine as missing:
            return FeatureResult(error=_error(grpc.StatusCode.FAILED_PRECONDITION, str(missing)))

    async def _text(
        self, document: Document, feature: Feature
    ) -> text_detection_pb2.TextAnnotation:
        config = feature.text_detection_config
        model = model_named("" if config.model == LINE_MODEL else config.model)
        languages = languages_of(config.language_codes, model)
        return text_detection_pb2.TextAnnotation(
            pages=[
                detected_page(page, languages)
                async for page in self._reading.pages(document, languages)
            ]
        )


def _broken(request: vision_service_pb2.BatchAnalyzeRequest) -> dict[str, str]:
    """The rules that features break, by the feature's path; what a file breaks is found later.

    Raises:
        Refusal: INVALID_ARGUMENT for the rules that all else breaks.
    """
    features: dict[str, str] = {}
    others: list[tuple[str, str]] = []
    for path, rule in violations(request):
        if found := re.match(r"(analyze_specs\[\d+\]\.features\[\d+\])\.(.*)", path):
            features.setdefault(found[1], f"{found[2]}: {rule}")
        elif not re.fullmatch(r"analyze_specs\[\d+\]\.(content|signature)", path):
            others.append((path, rule))
    if others:
        raise invalid(*others)
    return features


def _invalid(text: str) -> status_pb2.Status:
    return _error(grpc.StatusCode.INVALID_ARGUMENT, text)


def _error(code: grpc.StatusCode, text: str) -> status_pb2.Status:
    number: int = code.value[0]
    return status_pb2.Status(code=number, message=text)
