"""Requests: lists, one of them, asking for one, stopping one."""

from collections.abc import Mapping
from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from server.core import clock
from server.core.idempotency import answer_once, earlier_answer
from server.core.pagination import page_of, paginate
from server.core.permissions import PublicRead, SignedIn
from server.core.schema import IDEMPOTENCY_KEY
from server.core.views import ApiView
from server.fleet.finding import backend_at
from server.jobs import services
from server.jobs.facts import comparison_facts, failures_facts, request_facts, rows_facts
from server.jobs.failures import standing_failures
from server.jobs.finding import (
    filter_requests,
    find_backend,
    find_job_request,
    find_workspace,
)
from server.jobs.serializers.inputs import (
    CancelIn,
    JobRequestIn,
    RequestsOfWorkspaceQuery,
    RequestsQuery,
)
from server.jobs.serializers.requests import (
    CancelledOut,
    ComparisonOut,
    JobRequestOut,
    JobRequestRowOut,
    StandingFailuresOut,
)
from server.jobs.views import examples
from server.people.actors import actor_of_request
from server.projects.models import Workspace

_CREATE = "createJobRequest"
_ONE_REQUEST = OpenApiExample(
    "one request", response_only=True, status_codes=["200"], value=examples.PAGE
)


class JobRequestsView(ApiView):
    """Every request."""

    permission_classes = [PublicRead]
    query_serializer = RequestsQuery

    @extend_schema(
        operation_id="listJobRequests",
        tags=["job requests"],
        responses={200: page_of(JobRequestRowOut)},
        examples=[_ONE_REQUEST],
    )
    def get(self, request: Request) -> Response:
        """Requests, newest first."""
        return _page(request, self.query(request))


class WorkspaceJobRequestsView(ApiView):
    """The requests of a workspace."""

    permission_classes = [PublicRead]
    change_scope = "run"
    query_serializer = RequestsOfWorkspaceQuery

    @extend_schema(
        operation_id="listWorkspaceJobRequests",
        tags=["job requests"],
        responses={200: page_of(JobRequestRowOut)},
        examples=[_ONE_REQUEST],
    )
    def get(self, request: Request, name: str) -> Response:
        """The workspace's requests, newest first."""
        return _page(request, self.query(request), workspace=find_workspace(name))

    @extend_schema(
        operation_id=_CREATE,
        tags=["job requests"],
        parameters=[IDEMPOTENCY_KEY],
        request=JobRequestIn,
        responses={201: JobRequestOut},
        examples=[
            OpenApiExample(
                "run everything",
                request_only=True,
                value={"backend": "tpp", "actions": ["run_all"]},
            ),
            OpenApiExample(
                "asked for", response_only=True, status_codes=["201"], value=examples.REQUEST
            ),
        ],
    )
    def post(self, request: Request, name: str) -> Response:
        """Ask a backend for a run, pinned to a commit. Its runner takes it at its next poll."""
        values, workspace = self.body(request, JobRequestIn), find_workspace(name)
        operation = f"{_CREATE} {workspace.pk}"
        if earlier := earlier_answer(request, operation=operation):
            return earlier
        actor, now = actor_of_request(request), clock.now()
        run = services.prepare_run(
            actor=actor,
            workspace=workspace,
            backend=find_backend(values["backend"]),
            commit=values["commit"],
            now=now,
        )

        def create() -> Response:
            created = services.create_job_request(
                actor=actor,
                run=run,
                requested_actions=values["actions"],
                force_run_dependencies=values["force_run_dependencies"],
                will_notify=values.get("will_notify"),
                now=now,
            )
            headers = {"Location": f"/api/v3/job-requests/{created.identifier}"}
            return _answer(request, created.identifier, status=201, headers=headers)

        return answer_once(request, operation=operation, now=now, create=create)


class JobRequestView(ApiView):
    """One request."""

    permission_classes = [PublicRead]

    @extend_schema(
        operation_id="getJobRequest",
        tags=["job requests"],
        responses={200: JobRequestOut},
        examples=[OpenApiExample("running", response_only=True, value=examples.REQUEST)],
    )
    def get(self, request: Request, identifier: str) -> Response:
        """A request with its jobs, by its identifier or its number."""
        return _answer(request, identifier)


class ComparisonView(ApiView):
    """A request beside those before it."""

    permission_classes = [PublicRead]

    @extend_schema(
        operation_id="compareJobRequest",
        tags=["job requests"],
        responses={200: ComparisonOut},
        examples=[OpenApiExample("one action", response_only=True, value=examples.COMPARISON)],
    )
    def get(self, request: Request, identifier: str) -> Response:  # noqa: ARG002
        """Each action with its last time, its usual length, and how often it failed lately."""
        results = comparison_facts(find_job_request(identifier), now=clock.now())
        return Response(ComparisonOut({"results": results}).data)


class CancelView(ApiView):
    """Stopping jobs."""

    permission_classes = [SignedIn]
    change_scope = "run"

    @extend_schema(
        operation_id="cancelJobRequest",
        tags=["job requests"],
        request=CancelIn,
        responses={200: JobRequestOut},
        examples=[
            OpenApiExample("some", request_only=True, value={"actions": ["make_cohort"]}),
            OpenApiExample(
                "asked to stop",
                response_only=True,
                value=examples.REQUEST | {"cancelled_actions": ["make_cohort"]},
            ),
        ],
    )
    def post(self, request: Request, identifier: str) -> Response:
        """Ask the backend to stop some actions, or all that is unfinished."""
        values = self.body(request, CancelIn)
        services.cancel_job_request(
            actor=actor_of_request(request),
            job_request=find_job_request(identifier),
            actions=values.get("actions"),
            now=clock.now(),
        )
        return _answer(request, identifier)


class StandingFailuresView(ApiView):
    """What the caller's own runs left undone."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="listStandingFailures",
        tags=["job requests"],
        responses={200: StandingFailuresOut},
        examples=[
            OpenApiExample(
                "one", response_only=True, value={"results": [examples.STANDING_FAILURE]}
            )
        ],
    )
    def get(self, request: Request) -> Response:
        """Your runs of two weeks (the newest 50) with failed jobs that nobody ran again since."""
        now = clock.now()
        failures = standing_failures(actor_of_request(request).person, now=now)
        return Response(StandingFailuresOut({"results": failures_facts(failures, now=now)}).data)


class CancelWaitingView(ApiView):
    """Stopping everything that waits on a backend."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="cancelWaiting",
        tags=["backends"],
        request=None,
        responses={200: CancelledOut},
        examples=[OpenApiExample("three", response_only=True, value={"cancelled": 3})],
    )
    def post(self, request: Request, slug: str) -> Response:
        """Cancel what waits on the backend, of requests that run in part too. For its operators.

        What runs goes on.
        """
        cancelled = services.cancel_waiting(
            actor=actor_of_request(request), backend=backend_at(slug), now=clock.now()
        )
        return Response(CancelledOut({"cancelled": cancelled}).data)


def _page(
    request: Request, query: dict[str, Any], *, workspace: Workspace | None = None
) -> Response:
    rows = filter_requests(query, actor=actor_of_request(request), workspace=workspace)
    now = clock.now()
    page = paginate(rows, cursor=query.get("cursor"), limit=query["limit"])
    return Response(
        page.answer(lambda found: JobRequestRowOut(rows_facts(found, now=now), many=True).data)
    )


def _answer(
    request: Request,
    identifier: str,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response:
    facts = request_facts(
        find_job_request(identifier), actor=actor_of_request(request), now=clock.now()
    )
    return Response(JobRequestOut(facts).data, status=status, headers=headers)
