"""`workspaces`: a name for one repository and branch, in which runs are asked for."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.exceptions import NotAuthenticated, NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from server.audit.models import AuditEvent
from server.core import clock
from server.core.errors import require
from server.core.etags import answer, required_version
from server.core.idempotency import answer_once, earlier_answer
from server.core.pagination import page_of, paginate
from server.core.permissions import PublicRead, SignedIn
from server.core.schema import IDEMPOTENCY_KEY, IF_MATCH
from server.core.views import ApiView
from server.people.actors import Actor, actor_of_request
from server.people.views.events import EventsView, events_schema
from server.projects import policies, services
from server.projects.models import Workspace
from server.projects.serializers import (
    ArchivedOut,
    ArchiveIn,
    WorkspaceChangesIn,
    WorkspaceDetailOut,
    WorkspaceIn,
    WorkspaceOut,
    WorkspaceQuery,
)

_CREATE = "createWorkspace"
_EXAMPLE = {
    "name": "asthma-winter-main",
    "purpose": "First look at admissions",
    "project": {"slug": "asthma-winter", "name": "Asthma in winter"},
    "orgs": ["Example University"],
    "repo": {
        "url": "https://github.com/opensafely/asthma-winter",
        "owner": "opensafely",
        "name": "asthma-winter",
    },
    "branch": "main",
    "is_archived": False,
    "should_notify": False,
    "signed_off_at": None,
    "signed_off_by": None,
    "created_at": "2026-03-04T12:00:00Z",
    "created_by": {"username": "ada", "name": "Ada Example"},
    "updated_at": "2026-03-04T12:00:00Z",
    "version": 1,
    "can": {
        "edit": {
            "allowed": False,
            "why_not": "Sign in to change this workspace.",
            "permission": None,
        },
        "run": {"allowed": False, "why_not": "Sign in to run actions.", "permission": None},
    },
}


class WorkspacesView(ApiView):
    """Every workspace."""

    permission_classes = [PublicRead]
    query_serializer = WorkspaceQuery

    @extend_schema(
        operation_id="listWorkspaces",
        tags=["workspaces"],
        responses={200: page_of(WorkspaceOut)},
        examples=[
            OpenApiExample(
                "one workspace",
                response_only=True,
                status_codes=["200"],
                value={"results": [_EXAMPLE], "next": None, "previous": None},
            )
        ],
    )
    def get(self, request: Request) -> Response:
        """Workspaces, newest first."""
        query = self.query(request)
        actor = actor_of_request(request)
        page = paginate(_asked_for(query, actor), cursor=query.get("cursor"), limit=query["limit"])
        return Response(
            page.answer(lambda rows: WorkspaceOut(rows, many=True, context={"actor": actor}).data)
        )

    @extend_schema(
        operation_id=_CREATE,
        tags=["workspaces"],
        parameters=[IDEMPOTENCY_KEY],
        request=WorkspaceIn,
        responses={201: WorkspaceDetailOut},
        examples=[
            OpenApiExample(
                "a new one",
                request_only=True,
                value={
                    "name": "asthma-winter-main",
                    "repo": "https://github.com/opensafely/asthma-winter",
                    "branch": "main",
                    "project": "asthma-winter",
                },
            ),
            OpenApiExample("made", response_only=True, status_codes=["201"], value=_EXAMPLE),
        ],
    )
    def post(self, request: Request) -> Response:
        """Make a workspace. The repository and the branch must be on the git host."""
        values = self.body(request, WorkspaceIn)
        if earlier := earlier_answer(request, operation=_CREATE):
            return earlier
        actor, now = actor_of_request(request), clock.now()
        new = services.prepare_workspace(
            actor=actor,
            name=values["name"],
            project_slug=values["project"],
            repo_url=values["repo"],
            branch=values["branch"],
            purpose=values["purpose"],
            now=now,
        )

        def create() -> Response:
            workspace = services.create_workspace(actor=actor, new=new, now=now)
            return _answer(
                workspace, actor, status=201, Location=f"{request.path}/{workspace.name}"
            )

        return answer_once(request, operation=_CREATE, now=now, create=create)


class WorkspaceView(ApiView):
    """One workspace."""

    permission_classes = [PublicRead]

    @extend_schema(
        operation_id="getWorkspace",
        tags=["workspaces"],
        responses={200: WorkspaceDetailOut},
        examples=[OpenApiExample("a workspace", response_only=True, value=_EXAMPLE)],
    )
    def get(self, request: Request, name: str) -> Response:
        """One workspace."""
        return _answer(_workspace(name), actor_of_request(request))

    @extend_schema(
        operation_id="changeWorkspace",
        tags=["workspaces"],
        parameters=[IF_MATCH],
        request=WorkspaceChangesIn,
        responses={200: WorkspaceDetailOut},
        examples=[
            OpenApiExample("archive it", request_only=True, value={"is_archived": True}),
            OpenApiExample("changed", response_only=True, value=_EXAMPLE | {"version": 2}),
        ],
    )
    def patch(self, request: Request, name: str) -> Response:
        """Change a workspace; what is left out stays. Its name stays for ever."""
        version = required_version(request)
        changes = self.body(request, WorkspaceChangesIn)
        actor, now, workspace = actor_of_request(request), clock.now(), _workspace(name)
        services.change_workspace(
            actor=actor,
            workspace=workspace,
            version=version,
            changes=services.prepare_changes(
                actor=actor, workspace=workspace, changes=changes, now=now
            ),
            now=now,
        )
        return _answer(_workspace(name), actor)


class ArchiveWorkspacesView(ApiView):
    """Archiving many."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="archiveWorkspaces",
        tags=["workspaces"],
        request=ArchiveIn,
        responses={200: ArchivedOut},
        examples=[
            OpenApiExample(
                "two", request_only=True, value={"names": ["asthma-winter-main", "old-study"]}
            ),
            OpenApiExample(
                "one of them",
                response_only=True,
                value={
                    "done": ["asthma-winter-main"],
                    "skipped": [{"name": "old-study", "reason": "It is archived already."}],
                },
            ),
        ],
    )
    def post(self, request: Request) -> Response:
        """Archive many workspaces at once; for staff. Says which were skipped and why."""
        values = self.body(request, ArchiveIn)
        archived = services.archive_workspaces(
            actor=actor_of_request(request), names=values["names"], now=clock.now()
        )
        skipped = [{"name": name, "reason": reason} for name, reason in archived.skipped.items()]
        return Response(ArchivedOut({"done": archived.done, "skipped": skipped}).data)


class WorkspaceSignOffView(ApiView):
    """Signing off a workspace."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="signOffWorkspace",
        tags=["workspaces"],
        request=None,
        responses={200: WorkspaceDetailOut},
        examples=[
            OpenApiExample(
                "signed off",
                response_only=True,
                value=_EXAMPLE
                | {
                    "signed_off_at": "2026-05-04T12:00:00Z",
                    "signed_off_by": {"username": "ada", "name": "Ada Example"},
                    "version": 2,
                },
            ),
        ],
    )
    def post(self, request: Request, name: str) -> Response:
        """Say that the code of this workspace may be made public. A member does so once."""
        actor = actor_of_request(request)
        services.sign_off_workspace(actor=actor, workspace=_workspace(name), now=clock.now())
        return _answer(_workspace(name), actor)


class WorkspaceEventsView(EventsView):
    """The history of a workspace."""

    permission_classes = [PublicRead]
    public_verbs = frozenset({"workspace.created", "workspace.changed", "workspace.signed_off"})
    public_fields = frozenset(
        {"branch", "is_archived", "project", "purpose", "repo", "should_notify"}
    )

    @events_schema("listWorkspaceEvents", tag="workspaces")
    def get(self, request: Request, name: str) -> Response:
        """What was changed about a workspace, newest first."""
        rows = AuditEvent.objects.of_target("workspace", _workspace(name).pk)
        if not policies.may_know_whether_archived(actor_of_request(request)):
            rows = rows.not_about("is_archived")
        return self.page_of_events(request, rows)


def _asked_for(query: dict[str, Any], actor: Actor) -> QuerySet[Workspace]:
    rows = Workspace.objects.for_list()
    if query["archived"] is not None:
        if actor.user is None:
            raise NotAuthenticated("Sign in to ask which workspaces are archived.")
        require(policies.why_not_see_archived(actor))
    if policies.may_know_whether_archived(actor):
        rows = rows.kept(archived=bool(query["archived"]))
    if query["mine"]:
        if actor.user is None:
            raise NotAuthenticated("Sign in to see your own workspaces.")
        rows = rows.made_by(actor.user)
    if project := query.get("project"):
        rows = rows.of_project(project)
    if org := query.get("org"):
        rows = rows.of_org(org)
    if search := query.get("search"):
        rows = rows.matching(search)
    return rows


def _workspace(name: str) -> Workspace:
    workspace = Workspace.objects.for_list().filter(name=name).first()
    if workspace is None:
        raise NotFound(f"There is no workspace {name!r}.")
    return workspace


def _answer(workspace: Workspace, actor: Actor, *, status: int = 200, **headers: str) -> Response:
    shown = WorkspaceDetailOut(workspace, context={"actor": actor}).data
    return answer(shown, status=status, version=workspace.version, **headers)
