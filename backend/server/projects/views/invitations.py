"""`invitations`: of a project, for those who manage its members; and the caller's own."""

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from server.core import clock
from server.core.errors import require
from server.core.idempotency import answer_once, earlier_answer
from server.core.pagination import PageQuery, page_of, paginate
from server.core.permissions import SignedIn
from server.core.schema import IDEMPOTENCY_KEY
from server.core.views import ApiView
from server.people.actors import Actor, actor_of_request
from server.people.github import github_ids_of
from server.people.roles import Role
from server.projects import policies, services
from server.projects.models import ProjectInvitation
from server.projects.querysets import InvitationQuerySet
from server.projects.serializers import InvitationOut, InvitedOut, PeopleAndRolesIn
from server.projects.views.finding import find_project

_INVITE = "inviteToProject"
_EXAMPLE = {
    "id": 12,
    "project": {"slug": "asthma-winter", "name": "Asthma in winter"},
    "username": "ada",
    "roles": ["ProjectDeveloper"],
    "created_at": "2026-03-04T12:00:00Z",
    "created_by": {"username": "joe", "name": "Joe Example"},
    "accepted_at": None,
}
_PAGE = OpenApiExample(
    "one invitation",
    response_only=True,
    status_codes=["200"],
    value={"results": [_EXAMPLE], "next": None, "previous": None},
)


class ProjectInvitationsView(ApiView):
    """Whom a project waits for."""

    permission_classes = [SignedIn]
    query_serializer = PageQuery

    @extend_schema(
        operation_id="listProjectInvitations",
        tags=["projects"],
        responses={200: page_of(InvitationOut)},
        examples=[_PAGE],
    )
    def get(self, request: Request, slug: str) -> Response:
        """Invitations that wait for an answer, newest first."""
        query, project = self.query(request), find_project(slug)
        require(policies.why_not_manage_members(actor_of_request(request), project))
        rows = ProjectInvitation.objects.for_list().pending().filter(project=project)
        page = paginate(rows, cursor=query.get("cursor"), limit=query["limit"])
        return Response(page.answer(lambda found: InvitationOut(found, many=True).data))

    @extend_schema(
        operation_id=_INVITE,
        tags=["projects"],
        parameters=[IDEMPOTENCY_KEY],
        request=PeopleAndRolesIn,
        responses={200: InvitedOut},
        examples=[
            OpenApiExample(
                "two people",
                request_only=True,
                value={"usernames": ["ada", "nobody"], "roles": ["ProjectDeveloper"]},
            ),
            OpenApiExample(
                "one of them is",
                response_only=True,
                value={
                    "invited": [_EXAMPLE],
                    "failed": [
                        {
                            "username": "nobody",
                            "detail": "GitHub knows no person called 'nobody'. Check the name.",
                        }
                    ],
                },
            ),
        ],
    )
    def post(self, request: Request, slug: str) -> Response:
        """Invite people by their names at GitHub, also those who have never signed in here.

        Where nobody signs in by GitHub the names are those of accounts here. Names that cannot be
        invited are in `failed`; the others are invited all the same.
        """
        values = self.body(request, PeopleAndRolesIn)
        actor, project, now = actor_of_request(request), find_project(slug), clock.now()
        operation = f"{_INVITE} {project.pk}"
        if earlier := earlier_answer(request, operation=operation):
            return earlier
        roles = [Role(role) for role in values["roles"]]
        guests = services.prepare_invitations(
            actor=actor, project=project, usernames=values["usernames"], roles=roles, now=now
        )

        def create() -> Response:
            done = services.invite(
                actor=actor, project=project, guests=guests, roles=roles, now=now
            )
            return Response(InvitedOut(done).data)

        return answer_once(request, operation=operation, now=now, create=create)


class ProjectInvitationView(ApiView):
    """One invitation of a project."""

    permission_classes = [SignedIn]

    @extend_schema(operation_id="cancelProjectInvitation", tags=["projects"], responses={204: None})
    def delete(self, request: Request, slug: str, pk: int) -> Response:
        """Take it back; it can no longer be accepted."""
        actor, project = actor_of_request(request), find_project(slug)
        require(policies.why_not_manage_members(actor, project))
        pending = ProjectInvitation.objects.for_list().pending()
        invitation = pending.filter(project=project, pk=pk).first()
        if invitation is None or not services.cancel_invitation(
            actor=actor, invitation=invitation, now=clock.now()
        ):
            raise NotFound(f"No invitation {pk} to {project.name} waits for an answer.")
        return Response(status=204)


class InvitationsView(ApiView):
    """What the caller is invited to."""

    permission_classes = [SignedIn]
    query_serializer = PageQuery

    @extend_schema(
        operation_id="listInvitations",
        tags=["invitations"],
        responses={200: page_of(InvitationOut)},
        examples=[_PAGE],
    )
    def get(self, request: Request) -> Response:
        """My invitations that wait for an answer, newest first."""
        query = self.query(request)
        mine = _mine(actor_of_request(request)).pending()
        page = paginate(mine, cursor=query.get("cursor"), limit=query["limit"])
        return Response(page.answer(lambda found: InvitationOut(found, many=True).data))


class AcceptInvitationView(ApiView):
    """Saying yes."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="acceptInvitation",
        tags=["invitations"],
        request=None,
        responses={200: InvitationOut},
        examples=[
            OpenApiExample(
                "accepted",
                response_only=True,
                value=_EXAMPLE | {"accepted_at": "2026-03-05T09:30:00Z"},
            )
        ],
    )
    def post(self, request: Request, pk: int) -> Response:
        """Join the project with the roles offered. A second time changes nothing."""
        actor = actor_of_request(request)
        services.accept_invitation(actor=actor, invitation=_my(actor, pk), now=clock.now())
        return Response(InvitationOut(_my(actor, pk)).data)


class DeclineInvitationView(ApiView):
    """Saying no."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="declineInvitation",
        tags=["invitations"],
        request=None,
        responses={204: None},
    )
    def post(self, request: Request, pk: int) -> Response:
        """Let the invitation go; it can no longer be accepted."""
        actor = actor_of_request(request)
        mine = _my(actor, pk, pending=True)
        if not services.decline_invitation(actor=actor, invitation=mine, now=clock.now()):
            raise _none_waits(pk)
        return Response(status=204)


def _mine(actor: Actor) -> InvitationQuerySet:
    person = actor.person
    return ProjectInvitation.objects.for_list().to_person(person, github_ids=github_ids_of(person))


def _my(actor: Actor, pk: int, *, pending: bool = False) -> ProjectInvitation:
    mine = _mine(actor)
    invitation = (mine.pending() if pending else mine).filter(pk=pk).first()
    if invitation is None:
        raise _none_waits(pk)
    return invitation


def _none_waits(pk: int) -> NotFound:
    return NotFound(f"You have no invitation {pk} that waits for an answer.")
