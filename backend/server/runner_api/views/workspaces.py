"""What early dashboards and release tools ask of a workspace; open to all in every era."""

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiTypes, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from server.core.permissions import Anyone
from server.fleet.models import Backend
from server.jobs.newest import newest_jobs
from server.projects.models import Workspace
from server.runner_api.base import RunnerView
from server.runner_api.schema import error_responses
from server.runner_api.serializers import ReleaseFlowOut


class WorkspaceStatusesView(RunnerView):
    """The newest status of each action."""

    authentication_classes = []
    permission_classes = [Anyone]

    @extend_schema(
        operation_id="getActionStatuses",
        tags=["runners"],
        auth=[],
        parameters=[OpenApiParameter("backend", str, description="Jobs on this backend alone.")],
        responses={
            200: OpenApiTypes.OBJECT,
            404: None,
            **error_responses(405, 406),
        },
        examples=[
            OpenApiExample(
                "two actions",
                response_only=True,
                status_codes=["200"],
                value={"make_cohort": "succeeded", "plot": "failed"},
            )
        ],
    )
    def get(self, request: Request, name: str) -> Response:
        """Action → status of its newest job; 404 with an empty body for an unknown workspace."""
        workspace = Workspace.objects.filter(name=name).first()
        if workspace is None:
            return Response(status=404)
        return Response(_statuses_in(workspace, slug=request.query_params.get("backend", "")))


def _statuses_in(workspace: Workspace, *, slug: str) -> dict[str, str]:
    if not slug:
        newest = newest_jobs(workspace_id=workspace.pk)
    elif backend := Backend.objects.filter(slug=slug).first():
        newest = newest_jobs(workspace_id=workspace.pk, backend_id=backend.pk)
    else:
        newest = {}
    return {action: job.status for action, job in newest.items()}


class WorkspaceReleaseFlowView(RunnerView):
    """Which way of releasing files a workspace uses."""

    authentication_classes = []
    permission_classes = [Anyone]

    @extend_schema(
        operation_id="getReleaseFlow",
        tags=["runners"],
        auth=[],
        responses={200: ReleaseFlowOut, **error_responses(404, 405, 406)},
        examples=[
            OpenApiExample(
                "every workspace",
                response_only=True,
                status_codes=["200"],
                value={"uses_new_release_flow": True},
            )
        ],
    )
    def get(self, request: Request, name: str) -> Response:  # noqa: ARG002
        """The new flow, for every workspace that there is."""
        get_object_or_404(Workspace, name=name)
        return Response({"uses_new_release_flow": True})
