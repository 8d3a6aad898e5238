"""`orgs`: the organisations that research is done in, who belongs to them, their pictures."""

from typing import Any

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.exceptions import NotAuthenticated, NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from server.audit.models import AuditEvent
from server.core import clock
from server.core.errors import require
from server.core.etags import answer, required_version
from server.core.idempotency import answer_once
from server.core.pagination import PageQuery, page_of, paginate
from server.core.permissions import PublicRead
from server.core.schema import IDEMPOTENCY_KEY, IF_MATCH
from server.core.views import ApiView
from server.people.actors import Actor, actor_of_request
from server.people.finding import find_people
from server.people.views.events import EventsView, events_schema
from server.projects import policies, services
from server.projects.models import Org, OrgMembership
from server.projects.parsers import PictureParser
from server.projects.serializers import (
    LogoQuery,
    OrgChangesIn,
    OrgIn,
    OrgMemberOut,
    OrgMembersAddedOut,
    OrgMembersIn,
    OrgOut,
    OrgQuery,
)

_EXAMPLE = {
    "slug": "example-university",
    "name": "Example University",
    "description": "",
    "github_orgs": ["opensafely"],
    "logo_url": None,
    "projects": 3,
    "members": 12,
    "version": 1,
    "can": {"edit": {"allowed": True, "why_not": None, "permission": None}},
}
_PICTURE = {(200, "image/*"): OpenApiTypes.BINARY}


class OrgsView(ApiView):
    """Every organisation."""

    permission_classes = [PublicRead]
    query_serializer = OrgQuery

    @extend_schema(
        operation_id="listOrgs",
        tags=["orgs"],
        responses={200: page_of(OrgOut)},
        examples=[
            OpenApiExample(
                "one organisation",
                response_only=True,
                status_codes=["200"],
                value={"results": [_EXAMPLE], "next": None, "previous": None},
            )
        ],
    )
    def get(self, request: Request) -> Response:
        """Organisations, newest first."""
        query, actor = self.query(request), actor_of_request(request)
        rows = Org.objects.for_list()
        if query["mine"]:
            if actor.user is None:
                raise NotAuthenticated("Sign in to see your own organisations.")
            rows = rows.with_member(actor.user)
        if search := query.get("search"):
            rows = rows.matching(search)
        page = paginate(rows, cursor=query.get("cursor"), limit=query["limit"])
        return Response(
            page.answer(lambda found: OrgOut(found, many=True, context={"actor": actor}).data)
        )

    @extend_schema(
        operation_id="createOrg",
        tags=["orgs"],
        parameters=[IDEMPOTENCY_KEY],
        request=OrgIn,
        responses={201: OrgOut},
        examples=[
            OpenApiExample("a new one", request_only=True, value={"name": "Example University"}),
            OpenApiExample("made", response_only=True, status_codes=["201"], value=_EXAMPLE),
        ],
    )
    def post(self, request: Request) -> Response:
        """Make an organisation."""
        values, actor, now = self.body(request, OrgIn), actor_of_request(request), clock.now()

        def create() -> Response:
            org = services.create_org(actor=actor, now=now, **values)
            return _answer(org.slug, actor, status=201, Location=f"{request.path}/{org.slug}")

        return answer_once(request, operation="createOrg", now=now, create=create)


class OrgView(ApiView):
    """One organisation."""

    permission_classes = [PublicRead]

    @extend_schema(
        operation_id="getOrg",
        tags=["orgs"],
        responses={200: OrgOut},
        examples=[OpenApiExample("an organisation", response_only=True, value=_EXAMPLE)],
    )
    def get(self, request: Request, slug: str) -> Response:
        """One organisation."""
        return _answer(slug, actor_of_request(request))

    @extend_schema(
        operation_id="changeOrg",
        tags=["orgs"],
        parameters=[IF_MATCH],
        request=OrgChangesIn,
        responses={200: OrgOut},
        examples=[
            OpenApiExample("another name", request_only=True, value={"name": "University"}),
            OpenApiExample("changed", response_only=True, value=_EXAMPLE | {"version": 2}),
        ],
    )
    def patch(self, request: Request, slug: str) -> Response:
        """Change an organisation; what is left out stays. Links to an old slug keep working."""
        version, org = required_version(request), _org(slug)
        changes, actor = self.body(request, OrgChangesIn), actor_of_request(request)
        services.change_org(actor=actor, org=org, version=version, changes=changes, now=clock.now())
        return _answer(changes.get("slug", slug), actor)


class OrgLogoView(ApiView):
    """An organisation's picture."""

    permission_classes = [PublicRead]
    parser_classes = [PictureParser]
    query_serializer = LogoQuery

    @extend_schema(operation_id="getOrgLogo", tags=["orgs"], responses=_PICTURE)
    def get(self, request: Request, slug: str) -> HttpResponse:  # noqa: ARG002
        """The picture itself."""
        org = _org(slug)
        if not org.logo_key:
            raise NotFound(f"{org.name} has no picture.")
        return HttpResponse(services.read_picture(org), content_type=org.logo_type)

    @extend_schema(
        operation_id="setOrgLogo",
        tags=["orgs"],
        parameters=[IF_MATCH],
        request={"image/*": OpenApiTypes.BINARY},
        responses={200: OrgOut},
        examples=[OpenApiExample("an organisation", response_only=True, value=_EXAMPLE)],
    )
    def put(self, request: Request, slug: str) -> Response:
        """Show another picture: the body is its bytes, PNG, JPEG, GIF or WebP."""
        version, org, actor = required_version(request), _org(slug), actor_of_request(request)
        require(policies.why_not_edit_org(actor))
        content: Any = request.data or b""  # without a body it is an empty form
        key, kind = services.keep_picture(content)
        services.set_logo(
            actor=actor, org=org, version=version, key=key, kind=kind, now=clock.now()
        )
        return _answer(slug, actor)

    @extend_schema(
        operation_id="deleteOrgLogo",
        tags=["orgs"],
        parameters=[IF_MATCH],
        responses={200: OrgOut},
        examples=[OpenApiExample("an organisation", response_only=True, value=_EXAMPLE)],
    )
    def delete(self, request: Request, slug: str) -> Response:
        """Show no picture."""
        version, org, actor = required_version(request), _org(slug), actor_of_request(request)
        services.set_logo(actor=actor, org=org, version=version, key="", kind="", now=clock.now())
        return _answer(slug, actor)


class OrgEventsView(EventsView):
    """The history of an organisation."""

    permission_classes = [PublicRead]
    public_verbs = frozenset(
        {"org.created", "org.changed", "org_member.added", "org_member.removed"}
    )
    public_fields = frozenset({"name", "slug", "description", "github_orgs", "user"})

    @events_schema("listOrgEvents", tag="orgs")
    def get(self, request: Request, slug: str) -> Response:
        """What was changed about an organisation and who belongs to it, newest first."""
        rows = AuditEvent.objects.of_target("org", _org(slug).pk)
        return self.page_of_events(request, rows)


class OrgMembersView(ApiView):
    """Who belongs to an organisation."""

    permission_classes = [PublicRead]
    query_serializer = PageQuery

    @extend_schema(
        operation_id="listOrgMembers",
        tags=["orgs"],
        responses={200: page_of(OrgMemberOut)},
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
                        }
                    ],
                    "next": None,
                    "previous": None,
                },
            )
        ],
    )
    def get(self, request: Request, slug: str) -> Response:
        """Members, the newest first."""
        query = self.query(request)
        rows = _org(slug).memberships.select_related("user")
        page = paginate(rows, cursor=query.get("cursor"), limit=query["limit"])
        return Response(page.answer(lambda found: OrgMemberOut(found, many=True).data))

    @extend_schema(
        operation_id="addOrgMembers",
        tags=["orgs"],
        request=OrgMembersIn,
        responses={200: OrgMembersAddedOut},
        examples=[
            OpenApiExample("two people", request_only=True, value={"usernames": ["ada", "bob"]}),
            OpenApiExample(
                "one is new", response_only=True, value={"added": ["bob"], "had": ["ada"]}
            ),
        ],
    )
    def post(self, request: Request, slug: str) -> Response:
        """Let people belong to the organisation; none is added where one is not known."""
        org, usernames = _org(slug), self.body(request, OrgMembersIn)["usernames"]
        actor = actor_of_request(request)
        require(policies.why_not_edit_org(actor))
        added = services.add_org_members(
            actor=actor, org=org, users=find_people(usernames), now=clock.now()
        )
        return Response(OrgMembersAddedOut(added).data)


class OrgMemberView(ApiView):
    """One person's belonging to an organisation."""

    permission_classes = [PublicRead]

    @extend_schema(operation_id="removeOrgMember", tags=["orgs"], responses={204: None})
    def delete(self, request: Request, slug: str, username: str) -> Response:
        """Let a person no longer belong to the organisation."""
        org, actor = _org(slug), actor_of_request(request)
        require(policies.why_not_edit_org(actor))
        membership = (
            OrgMembership.objects.select_related("org", "user")
            .filter(org=org, user__username=username)
            .first()
        )
        if membership is None:
            raise NotFound(f"{username} is no member of {org.name}.")
        services.remove_org_member(actor=actor, membership=membership, now=clock.now())
        return Response(status=204)


def _org(slug: str) -> Org:
    org = Org.objects.for_list().filter(slug=slug).first()
    if org is None:
        raise NotFound(f"There is no organisation {slug!r}.")
    return org


def _answer(slug: str, actor: Actor, *, status: int = 200, **headers: str) -> Response:
    org = _org(slug)
    shown = OrgOut(org, context={"actor": actor}).data
    return answer(shown, status=status, version=org.version, **headers)
