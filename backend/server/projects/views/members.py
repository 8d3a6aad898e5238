"""`projects/…/members`: who is in a project, with which roles there."""

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from server.core import clock
from server.core.idempotency import answer_once
from server.core.pagination import PageQuery, page_of, paginate
from server.core.permissions import PublicRead
from server.core.schema import IDEMPOTENCY_KEY
from server.core.views import ApiView
from server.people.actors import actor_of_request
from server.people.models import User
from server.people.roles import Role
from server.projects import services
from server.projects.models import ProjectMembership
from server.projects.querysets import MembershipQuerySet
from server.projects.serializers import (
    MemberChangesIn,
    PeopleAndRolesIn,
    ProjectMemberOut,
    ProjectMembersOut,
)
from server.projects.views.finding import find_project

_ADD = "addProjectMembers"
_EXAMPLE = {
    "user": {"username": "ada", "name": "Ada Example"},
    "roles": ["ProjectDeveloper"],
    "created_at": "2026-03-04T12:00:00Z",
}


class ProjectMembersView(ApiView):
    """The members of a project."""

    permission_classes = [PublicRead]
    query_serializer = PageQuery

    @extend_schema(
        operation_id="listProjectMembers",
        tags=["projects"],
        responses={200: page_of(ProjectMemberOut)},
        examples=[
            OpenApiExample(
                "one member",
                response_only=True,
                status_codes=["200"],
                value={"results": [_EXAMPLE], "next": None, "previous": None},
            )
        ],
    )
    def get(self, request: Request, slug: str) -> Response:
        """Members, who came last first."""
        query = self.query(request)
        page = paginate(_members(slug).for_list(), cursor=query.get("cursor"), limit=query["limit"])
        if not page.rows:
            find_project(slug)  # nobody in it, or no such project
        return Response(page.answer(lambda rows: ProjectMemberOut(rows, many=True).data))

    @extend_schema(
        operation_id=_ADD,
        tags=["projects"],
        parameters=[IDEMPOTENCY_KEY],
        request=PeopleAndRolesIn,
        responses={201: ProjectMembersOut},
        examples=[
            OpenApiExample(
                "two people",
                request_only=True,
                value={"usernames": ["ada", "joe"], "roles": ["ProjectDeveloper"]},
            ),
            OpenApiExample(
                "added", response_only=True, status_codes=["201"], value={"results": [_EXAMPLE]}
            ),
        ],
    )
    def post(self, request: Request, slug: str) -> Response:
        """Let people who have an account belong to the project: all of them, or none."""
        values = self.body(request, PeopleAndRolesIn)
        actor, project, now = actor_of_request(request), find_project(slug), clock.now()

        def create() -> Response:
            added = services.add_members(
                actor=actor,
                project=project,
                usernames=values["usernames"],
                roles=[Role(role) for role in values["roles"]],
                now=now,
            )
            rows = ProjectMembership.objects.for_list().filter(pk__in=[each.pk for each in added])
            shown = ProjectMembersOut({"results": rows.order_by("pk")}).data
            return Response(shown, status=201)

        return answer_once(request, operation=f"{_ADD} {project.pk}", now=now, create=create)


class ProjectMemberView(ApiView):
    """One member of a project."""

    permission_classes = [PublicRead]

    @extend_schema(
        operation_id="changeProjectMember",
        tags=["projects"],
        request=MemberChangesIn,
        responses={200: ProjectMemberOut},
        examples=[
            OpenApiExample("new roles", request_only=True, value={"roles": ["ProjectCoordinator"]}),
            OpenApiExample("changed", response_only=True, value=_EXAMPLE),
        ],
    )
    def patch(self, request: Request, slug: str, username: str) -> Response:
        """Say which roles the member holds; they count from the next call on."""
        values = self.body(request, MemberChangesIn)
        services.set_member_roles(
            actor=actor_of_request(request),
            membership=_member(slug, username),
            roles=[Role(role) for role in values["roles"]],
            now=clock.now(),
        )
        return Response(ProjectMemberOut(_member(slug, username)).data)

    @extend_schema(operation_id="removeProjectMember", tags=["projects"], responses={204: None})
    def delete(self, request: Request, slug: str, username: str) -> Response:
        """Take the roles and the membership."""
        services.remove_member(
            actor=actor_of_request(request), membership=_member(slug, username), now=clock.now()
        )
        return Response(status=204)


def _members(slug: str) -> MembershipQuerySet:
    return ProjectMembership.objects.filter(project__slug=slug)


def _member(slug: str, username: str) -> ProjectMembership:
    named = User.objects.named([username])
    found = _members(slug).for_list().select_related("project").filter(user__in=named).first()
    if found is None:
        raise NotFound(f"Nobody called {username!r} is a member of a project {slug!r}.")
    return found
