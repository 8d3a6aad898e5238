"""Who may run on a backend."""

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from server.core import clock
from server.core.errors import require
from server.core.pagination import PageQuery, page_of, paginate
from server.core.permissions import SignedIn
from server.core.views import ApiView
from server.fleet import policies, services
from server.fleet.finding import backend_at
from server.fleet.serializers import BackendMemberOut, BackendMembersAddedOut, BackendMembersIn
from server.people.actors import actor_of_request
from server.people.finding import find_people


class BackendMembersView(ApiView):
    """Everybody who may run on a backend."""

    permission_classes = [SignedIn]
    query_serializer = PageQuery

    @extend_schema(
        operation_id="listBackendMembers",
        tags=["backends"],
        responses={200: page_of(BackendMemberOut)},
        examples=[
            OpenApiExample(
                "one member",
                response_only=True,
                status_codes=["200"],
                value={
                    "results": [
                        {
                            "user": {"username": "ada", "name": "Ada Example"},
                            "created_at": "2026-03-04T12:00:00Z",
                            "created_by": {"username": "petra", "name": "Petra Example"},
                        }
                    ],
                    "next": None,
                    "previous": None,
                },
            )
        ],
    )
    def get(self, request: Request, slug: str) -> Response:
        """Who may run there, the newest first."""
        require(policies.why_not_manage_members(actor_of_request(request)))
        query = self.query(request)
        rows = backend_at(slug).memberships.select_related("user", "created_by")
        page = paginate(rows, cursor=query.get("cursor"), limit=query["limit"])
        return Response(page.answer(lambda found: BackendMemberOut(found, many=True).data))

    @extend_schema(
        operation_id="addBackendMembers",
        tags=["backends"],
        request=BackendMembersIn,
        responses={200: BackendMembersAddedOut},
        examples=[
            OpenApiExample("two people", request_only=True, value={"usernames": ["ada", "bob"]}),
            OpenApiExample(
                "one is new",
                response_only=True,
                status_codes=["200"],
                value={"added": ["bob"], "had": ["ada"]},
            ),
        ],
    )
    def post(self, request: Request, slug: str) -> Response:
        """Let people run there; none is added where one is not known."""
        actor, backend = actor_of_request(request), backend_at(slug)
        require(policies.why_not_manage_members(actor))
        users = find_people(self.body(request, BackendMembersIn)["usernames"])
        added = services.add_backend_members(
            backend=backend, users=users, actor=actor, now=clock.now()
        )
        return Response(BackendMembersAddedOut(added).data)


class BackendMemberView(ApiView):
    """One person's leave to run on a backend."""

    permission_classes = [SignedIn]

    @extend_schema(operation_id="removeBackendMember", tags=["backends"], responses={204: None})
    def delete(self, request: Request, slug: str, username: str) -> Response:
        """Let a person no longer run there. What he asked for before goes on."""
        actor, backend = actor_of_request(request), backend_at(slug)
        require(policies.why_not_manage_members(actor))
        membership = backend.memberships.select_related("user").filter(user__username=username)
        member = membership.first()
        if member is None:
            raise NotFound(f"{username} may not run on {backend.name}.")
        services.remove_backend_member(
            backend=backend, user=member.user, actor=actor, now=clock.now()
        )
        return Response(status=204)
