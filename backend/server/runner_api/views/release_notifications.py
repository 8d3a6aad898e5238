"""`POST release-notifications/`: kept for old release tools, which insist on the 201."""

import structlog
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.parsers import FormParser, MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from server.core.permissions import BackendByToken
from server.runner_api.base import RunnerView
from server.runner_api.bodies import RunnerJSONParser
from server.runner_api.schema import error_responses
from server.runner_api.serializers import ReleaseNotification

logger = structlog.get_logger(__name__)

_EXAMPLE = OpenApiExample(
    "two files",
    value={
        "created_by": "ada",
        "path": "workspaces/asthma-winter-main",
        "files": ["a.csv", "b.html"],
    },
)


class ReleaseNotificationsView(RunnerView):
    """That files were published by the flow that went to GitHub."""

    permission_classes = [BackendByToken]
    parser_classes = [RunnerJSONParser, FormParser, MultiPartParser]
    endpoint = "release-notifications"

    @extend_schema(
        operation_id="notifyOfRelease",
        tags=["runners"],
        request={"application/json": ReleaseNotification},
        responses={
            201: ReleaseNotification,
            **error_responses(400, 403, 404, 405, 406, 413, 415),
        },
        examples=[_EXAMPLE],
    )
    def post(self, request: Request) -> Response:
        """The same object again; the log keeps how many files it was about."""
        notification = ReleaseNotification(data=request.data)
        notification.is_valid(raise_exception=True)
        files = notification.validated_data["files"]
        logger.info("release_notified", files=None if files is None else len(files))
        return Response(notification.data, status=201)
