"""Errors of /api/v2/: JSON with the one key `detail`, but for the field errors of a body.

Source: runner_api 2.2, 2.3, W-37.
"""

from collections.abc import Mapping
from typing import Any

import structlog
from django.conf import settings
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from rest_framework.exceptions import APIException
from rest_framework.response import Response
from rest_framework.views import exception_handler as detail_of

logger = structlog.get_logger(__name__)


class BodyTooLarge(APIException):
    """The body is over `MAX_REPORT_BYTES`."""

    status_code = 413
    default_code = "body_too_large"

    def __init__(self) -> None:
        limit = settings.MAX_REPORT_BYTES
        super().__init__(f"The body is larger than {limit} bytes. Send fewer jobs in one call.")


def exception_handler(error: Exception, context: Mapping[str, Any]) -> Response | None:
    """DRF's hook; an error that nobody foresaw is answered in JSON too, and logged."""
    if isinstance(error, APIException | Http404 | PermissionDenied):
        return detail_of(error, dict(context))
    if isinstance(error, SuspiciousOperation):  # a form with thousands of fields, for one
        return Response({"detail": "The request cannot be read."}, status=400)
    logger.error("runner_call_failed", view=type(context["view"]).__name__, exc_info=error)
    return Response(
        {"detail": "The server failed. Nothing of this call was stored; send it again."}, status=500
    )


@csrf_exempt
def unknown_path(request: HttpRequest) -> JsonResponse:  # noqa: ARG001
    """404 for every path that runners have no use for."""
    return JsonResponse({"detail": "Not found."}, status=404)
