"""What can run in a workspace, what has, and what would."""

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from server.core import clock
from server.core.permissions import PublicRead, SignedIn
from server.core.views import ApiView
from server.jobs import services
from server.jobs.facts import newest_by_action, pipeline_facts, plan_facts
from server.jobs.finding import find_backend, find_workspace
from server.jobs.newest import newest_jobs
from server.jobs.serializers.inputs import BackendQuery, PipelineQuery, PlanIn
from server.jobs.serializers.pipelines import ActionStatusesOut, PipelineOut, PlanOut
from server.jobs.views import examples
from server.people.actors import actor_of_request


class PipelineView(ApiView):
    """The actions of a workspace."""

    permission_classes = [SignedIn]
    query_serializer = PipelineQuery

    @extend_schema(
        operation_id="getPipeline",
        tags=["pipelines"],
        responses={200: PipelineOut},
        examples=[OpenApiExample("an action", response_only=True, value=examples.PIPELINE)],
    )
    def get(self, request: Request, name: str) -> Response:
        """The actions at a commit, or what is wrong with its project.yaml."""
        query, now = self.query(request), clock.now()
        workspace = find_workspace(name)
        backend = find_backend(query["backend"]) if "backend" in query else None
        at = services.read_pipeline(
            workspace=workspace, commit=query.get("commit"), with_codelists=True, now=now
        )
        newest = newest_jobs(workspace_id=workspace.pk, backend_id=backend.pk if backend else None)
        facts = pipeline_facts(at, workspace=workspace, backend=backend, newest=newest, now=now)
        return Response(PipelineOut(facts).data)


class ActionStatusesView(ApiView):
    """What has run in a workspace."""

    permission_classes = [PublicRead]
    query_serializer = BackendQuery

    @extend_schema(
        operation_id="listActionStatuses",
        tags=["pipelines"],
        responses={200: ActionStatusesOut},
        examples=[
            OpenApiExample(
                "one action",
                response_only=True,
                value={"results": [{"action": "make_cohort", "newest": examples.NEWEST}]},
            )
        ],
    )
    def get(self, request: Request, name: str) -> Response:
        """Each action that has run, with its newest job. The git host is not asked."""
        query = self.query(request)
        workspace = find_workspace(name)
        backend = find_backend(query["backend"]) if "backend" in query else None
        newest = newest_by_action(
            newest_jobs(workspace_id=workspace.pk, backend_id=backend.pk if backend else None),
            now=clock.now(),
        )
        results = [{"action": action, "newest": job} for action, job in newest.items()]
        return Response(ActionStatusesOut({"results": results}).data)


class PlanView(ApiView):
    """What a request would run."""

    permission_classes = [SignedIn]
    change_scope = "read"  # nothing is stored

    @extend_schema(
        operation_id="planJobRequest",
        tags=["pipelines"],
        request=PlanIn,
        responses={200: PlanOut},
        examples=[
            OpenApiExample(
                "one action",
                request_only=True,
                value={"backend": "tpp", "actions": ["make_cohort"]},
            ),
            OpenApiExample("it would run", response_only=True, value=examples.PLAN),
        ],
    )
    def post(self, request: Request, name: str) -> Response:
        """What would run and why, and what would be reused. Nothing is stored."""
        values, now = self.body(request, PlanIn), clock.now()
        run = services.prepare_run(
            actor=actor_of_request(request),
            workspace=find_workspace(name),
            backend=find_backend(values["backend"]),
            commit=values["commit"],
            with_codelists=False,
            now=now,
        )
        planned = services.plan_run(
            run=run,
            requested_actions=values["actions"],
            force_run_dependencies=values["force_run_dependencies"],
        )
        return Response(PlanOut(plan_facts(run, planned, now=now)).data)
