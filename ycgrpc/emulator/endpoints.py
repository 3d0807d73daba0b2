"""Discovery: which of the services are here, and where that is."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import grpc
from ycgrpc_pb.yandex.cloud.endpoint import (
    api_endpoint_pb2,
    api_endpoint_service_pb2,
    api_endpoint_service_pb2_grpc,
)

from ycgrpc.emulator.refusals import Refusal

SERVICES = {
    "ai-speechkit": "yandex.cloud.ai.stt.v2.SttService",
    "ai-stt": "yandex.cloud.ai.stt.v2.SttService",
    "ai-stt-v3": "speechkit.stt.v3.Recognizer",
    "ai-vision": "yandex.cloud.ai.vision.v1.VisionService",
    "ai-vision-ocr": "yandex.cloud.ai.ocr.v1.TextRecognitionService",
    "endpoint": "yandex.cloud.endpoint.ApiEndpointService",
    "iam": "yandex.cloud.iam.v1.IamTokenService",
    "operation": "yandex.cloud.operation.OperationService",
}
"""What stands behind an id. Source: the documentation's list of API endpoints."""


class ApiEndpoints(api_endpoint_service_pb2_grpc.ApiEndpointServiceServicer):
    """Every emulated service answers at one address.

    Args:
        address: host and port of the emulator.
        services: full names of those that it serves.
    """

    def __init__(self, address: str, services: Collection[str]) -> None:
        self._endpoints = {
            name: api_endpoint_pb2.ApiEndpoint(id=name, address=address)
            for name, service in SERVICES.items()
            if service in services
        }

    async def Get(  # noqa: N802 - named by the interface
        self, request: api_endpoint_service_pb2.GetApiEndpointRequest, context: Any
    ) -> api_endpoint_pb2.ApiEndpoint:
        """The address of one service.

        Raises:
            Refusal: NOT_FOUND.
        """
        endpoint = self._endpoints.get(request.api_endpoint_id)
        if endpoint is None:
            raise Refusal(grpc.StatusCode.NOT_FOUND, "There is no API endpoint of this id")
        return endpoint

    async def List(  # noqa: N802
        self, request: api_endpoint_service_pb2.ListApiEndpointsRequest, context: Any
    ) -> api_endpoint_service_pb2.ListApiEndpointsResponse:
        """All addresses, in one answer."""
        return api_endpoint_service_pb2.ListApiEndpointsResponse(endpoints=self._endpoints.values())
