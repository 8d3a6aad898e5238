"""`projects`: pieces of research."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.exceptions import NotAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from server.audit.models import AuditEvent
from server.core import clock
from server.core.errors import require
from server.core.etags import answer, required_version
from server.core.idempotency import answer_once
from server.core.pagination import page_of, paginate
from server.core.permissions import PublicRead, SignedIn
from server.core.schema import IDEMPOTENCY_KEY, IF_MATCH
from server.core.views import ApiView
from server.people.actors import Actor, actor_of_request
from server.people.permissions import Permission
from server.people.views.events import EventsView, events_schema
from server.projects import policies, services
from server.projects.models import Project
from server.projects.serializers import (
    ProjectChangesIn,
    ProjectChoicesOut,
    ProjectIn,
    ProjectOut,
    ProjectQuery,
    ReposOut,
)
from server.projects.views.finding import find_project

_CREATE = "createProject"
_MAY_NOT = {
    "allowed": False,
    "why_not": "Sign in to change the status of this project.",
    "permission": "project_manage",
}
_EXAMPLE = {
    "slug": "asthma-winter",
    "name": "Asthma in winter",
    "number": "148",
    "title": "148 - Asthma in winter",
    "description": "",
    "orgs": [{"slug": "example-university", "name": "Example University", "is_lead": True}],
    "status": "ongoing",
    "status_description": "The second year of data is being added.",
    "category": "approved",
    "copilot": None,
    "copilot_support_ends_at": None,
    "copilot_notes": None,
    "is_archived": False,
    "workspaces": 3,
    "members": 5,
    "created_at": "2026-03-04T12:00:00Z",
    "updated_at": "2026-03-04T12:00:00Z",
    "version": 1,
    "can": {"edit_status": _MAY_NOT},
}


class ProjectsView(ApiView):
    """Every project."""

    permission_classes = [PublicRead]
    query_serializer = ProjectQuery

    @extend_schema(
        operation_id="listProjects",
        tags=["projects"],
        responses={200: page_of(ProjectOut)},
        examples=[
            OpenApiExample(
                "one project",
                response_only=True,
                status_codes=["200"],
                value={"results": [_EXAMPLE], "next": None, "previous": None},
            )
        ],
    )
    def get(self, request: Request) -> Response:
        """Projects, newest first."""
        query = self.query(request)
        actor = actor_of_request(request)
        page = paginate(_asked_for(query, actor), cursor=query.get("cursor"), limit=query["limit"])
        return Response(
            page.answer(lambda rows: ProjectOut(rows, many=True, context={"actor": actor}).data)
        )

    @extend_schema(
        operation_id=_CREATE,
        tags=["projects"],
        parameters=[IDEMPOTENCY_KEY],
        request=ProjectIn,
        responses={201: ProjectOut},
        examples=[
            OpenApiExample(
                "a new one",
                request_only=True,
                value={
                    "name": "Asthma in winter",
                    "number": "148",
                    "orgs": ["example-university"],
                },
            ),
            OpenApiExample("made", response_only=True, status_codes=["201"], value=_EXAMPLE),
        ],
    )
    def post(self, request: Request) -> Response:
        """Make a project. The first organisation leads."""
        values = self.body(request, ProjectIn)
        actor, now = actor_of_request(request), clock.now()
        require(policies.why_not_create_project(actor))

        def create() -> Response:
            project = services.create_project(actor=actor, now=now, **(values | _found(values)))
            return _answer(
                find_project(project.slug),
                actor,
                status=201,
                Location=f"{request.path}/{project.slug}",
            )

        return answer_once(request, operation=_CREATE, now=now, create=create)


class ProjectView(ApiView):
    """One project."""

    permission_classes = [PublicRead]

    @extend_schema(
        operation_id="getProject",
        tags=["projects"],
        responses={200: ProjectOut},
        examples=[OpenApiExample("a project", response_only=True, value=_EXAMPLE)],
    )
    def get(self, request: Request, slug: str) -> Response:
        """One project."""
        return _answer(find_project(slug), actor_of_request(request))

    @extend_schema(
        operation_id="changeProject",
        tags=["projects"],
        parameters=[IF_MATCH],
        request=ProjectChangesIn,
        responses={200: ProjectOut},
        examples=[
            OpenApiExample(
                "its status",
                request_only=True,
                value={"status": "postponed", "status_description": "Waiting for data."},
            ),
            OpenApiExample("changed", response_only=True, value=_EXAMPLE | {"version": 2}),
        ],
    )
    def patch(self, request: Request, slug: str) -> Response:
        """Change a project; what is left out stays.

        Members who hold `project_manage` change its status, coordinators its name, staff all of
        it. Links to an old slug lead on to the new one.
        """
        version = required_version(request)
        changes = self.body(request, ProjectChangesIn)
        actor, project = actor_of_request(request), find_project(slug)
        services.require_may_change(actor=actor, project=project, fields=changes)
        services.change_project(
            actor=actor,
            project=project,
            version=version,
            changes=changes | _found(changes),
            now=clock.now(),
        )
        return _answer(find_project(changes.get("slug", slug)), actor)


class ProjectReposView(ApiView):
    """The repositories of a project."""

    permission_classes = [PublicRead]

    @extend_schema(
        operation_id="listProjectRepos",
        tags=["projects"],
        responses={200: ReposOut},
        examples=[
            OpenApiExample(
                "one that the git host is silent about",
                response_only=True,
                value={
                    "results": [
                        {
                            "url": "https://github.com/opensafely/asthma-winter",
                            "owner": "opensafely",
                            "name": "asthma-winter",
                            "is_private": None,
                            "default_branch": None,
                        }
                    ]
                },
            )
        ],
    )
    def get(self, request: Request, slug: str) -> Response:  # noqa: ARG002
        """The repositories of its workspaces by name, and which of them the public can read.

        What the git host does not tell in time is null.
        """
        repos = services.list_project_repos(project=find_project(slug))
        return Response(ReposOut({"results": repos}).data)


class ProjectChoicesView(ApiView):
    """What the forms about projects offer."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="getProjectChoices",
        tags=["projects"],
        responses={200: ProjectChoicesOut},
        examples=[
            OpenApiExample(
                "to staff",
                response_only=True,
                value={
                    "next_number": "149",
                    "copilots": [{"username": "petra", "name": "Petra Example"}],
                },
            )
        ],
    )
    def get(self, request: Request) -> Response:
        """The next free number, and who of the staff may support a project."""
        require(policies.why_not_see_choices(actor_of_request(request)))
        choices = {"next_number": services.next_number(), "copilots": services.copilots()}
        return Response(ProjectChoicesOut(choices).data)


class ProjectEventsView(EventsView):
    """The history of a project."""

    permission_classes = [PublicRead]
    public_verbs = frozenset(
        {
            "project.created",
            "project.changed",
            "project_member.added",
            "project_member.removed",
            "project_member.roles_changed",
        }
    )
    public_fields = frozenset(
        {
            *("name", "slug", "number", "description", "category", "orgs", "is_archived"),
            *("status", "status_description", "user", "roles"),
        }
    )

    @events_schema("listProjectEvents", tag="projects")
    def get(self, request: Request, slug: str) -> Response:
        """What was changed about a project and who is in it, newest first."""
        rows = AuditEvent.objects.of_target("project", find_project(slug).pk)
        return self.page_of_events(request, rows)


def _asked_for(query: dict[str, Any], actor: Actor) -> QuerySet[Project]:
    rows = Project.objects.for_list().kept(archived=query["archived"])
    if query["mine"]:
        if actor.user is None:
            raise NotAuthenticated("Sign in to see your own projects.")
        rows = rows.keyed(actor.projects)
    if query["may_create_workspace"] and not actor.holds(Permission.WORKSPACE_CREATE):
        rows = rows.keyed(
            pk
            for pk in actor.project_roles
            if actor.holds(Permission.WORKSPACE_CREATE, project_id=pk)
        )
    if org := query.get("org"):
        rows = rows.of_org(org)
    if status := query.get("status"):
        rows = rows.filter(status=status)
    if search := query.get("search"):
        rows = rows.matching(search)
    return rows


def _found(values: dict[str, Any]) -> dict[str, Any]:
    """The rows that are named in the input, in the place of their names."""
    found: dict[str, Any] = {}
    if "orgs" in values:
        found["orgs"] = services.find_orgs(values["orgs"])
    if values.get("copilot"):
        found["copilot"] = services.find_copilot(values["copilot"])
    return found


def _answer(project: Project, actor: Actor, *, status: int = 200, **headers: str) -> Response:
    shown = ProjectOut(project, context={"actor": actor}).data
    return answer(shown, status=status, version=project.version, **headers)
