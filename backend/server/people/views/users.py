"""`users`: people, as everybody sees them and as staff do."""

from typing import Any

from django.db.models import Q
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.exceptions import NotAuthenticated, NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from server.core import clock
from server.core.errors import require
from server.core.etags import answer, required_version
from server.core.pagination import page_of, paginate
from server.core.permissions import PublicRead, SignedIn
from server.core.schema import IF_MATCH
from server.core.views import ApiView
from server.people import policies, services
from server.people.actors import Actor, actor_of_request
from server.people.holdings import Holdings, holdings_of
from server.people.models import PersonalToken, User
from server.people.querysets import UserQuerySet
from server.people.roles import Role
from server.people.serializers import (
    RolesIn,
    SignedOutOut,
    UserChangesIn,
    UserDetailOut,
    UserEventsQuery,
    UserOut,
    UserQuery,
)
from server.people.verdicts import verdict
from server.people.views.events import EventsView, events_schema
from server.people.views.tokens import TOKEN_EXAMPLE

_MOST_TOKENS_SHOWN = 100

_EXAMPLE = {
    "username": "ada",
    "name": "Ada Example",
    "projects": [{"slug": "asthma", "name": "Asthma in winter", "roles": ["ProjectDeveloper"]}],
    "account": None,
}
_ALLOWED = {"allowed": True, "why_not": None, "permission": None}
_ACCOUNT_EXAMPLE = {
    "email": "ada@example.org",
    "is_active": True,
    "created_at": "2026-01-07T09:00:00Z",
    "last_seen_at": "2026-03-04T12:00:00Z",
    "closed_at": None,
    "roles": ["OutputChecker"],
    "orgs": [{"slug": "example-university", "name": "Example University"}],
    "backends": [{"slug": "tpp", "name": "TPP"}],
}
_DETAIL_EXAMPLE = _EXAMPLE | {
    "account": _ACCOUNT_EXAMPLE
    | {
        "version": 4,
        "sessions": 2,
        "tokens": [TOKEN_EXAMPLE],
        "can": dict.fromkeys(["change", "set_roles", "make_administrator", "view_as"], _ALLOWED),
    }
}
USER_DETAIL = OpenApiExample("as staff see it", response_only=True, value=_DETAIL_EXAMPLE)


def find_user(username: str) -> User:
    """The person of this name, in any letter case.

    Raises:
        NotFound: there is none.
    """
    user = User.objects.named([username]).first()
    if user is None:
        raise NotFound(f"There is no person {username!r}.")
    return user


class UsersView(ApiView):
    """Every person."""

    permission_classes = [PublicRead]
    query_serializer = UserQuery

    @extend_schema(
        operation_id="listUsers",
        tags=["users"],
        responses={200: page_of(UserOut)},
        examples=[
            OpenApiExample(
                "one person",
                response_only=True,
                value={"results": [_EXAMPLE], "next": None, "previous": None},
            )
        ],
    )
    def get(self, request: Request) -> Response:
        """People, newest first; those who can sign in, and for staff the others too."""
        query = self.query(request)
        refusal = policies.why_not_manage_users(actor_of_request(request))
        if _STAFF_FILTERS & set(request.query_params):
            if not request.user.is_authenticated:
                raise NotAuthenticated
            require(refusal)
        rows = _asked_for(query, for_staff=refusal is None)
        page = paginate(rows, cursor=query.get("cursor"), limit=query["limit"])
        held = holdings_of(page.rows)
        shown = [_shown(user, held[user.pk], for_staff=refusal is None) for user in page.rows]
        return Response(page.answer(lambda _: UserOut(shown, many=True).data))


_STAFF_FILTERS = {"backend", "org", "role", "any_roles", "missing", "disabled"}


def _asked_for(query: dict[str, Any], *, for_staff: bool) -> UserQuerySet:
    rows = User.objects.get_queryset()
    if not for_staff:
        rows = rows.in_use()
    if query.get("disabled"):
        rows = rows.switched_off()
    if search := query.get("search"):
        rows = rows.matching(search, email=for_staff)
    if backend := query.get("backend"):
        rows = rows.of_backend(backend)
    if org := query.get("org"):
        rows = rows.of_org(org)
    if role := query.get("role"):
        rows = rows.holding(role)
    if (any_roles := query.get("any_roles")) is not None:
        rows = rows.with_any_role(held=any_roles)
    if missing := query.get("missing"):
        rows = rows.missing(missing)
    return rows


def _shown(user: User, held: Holdings, *, for_staff: bool) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "username": user.username,
        "name": user.display_name,
        "projects": held.projects,
        "account": None,
    }
    if for_staff:
        shown["account"] = {
            "email": user.email,
            "is_active": user.is_active,
            "created_at": user.created_at,
            "last_seen_at": user.last_seen_at,
            "closed_at": user.closed_at,
            "roles": held.roles,
            "orgs": held.orgs,
            "backends": held.backends,
        }
    return shown


class UserView(ApiView):
    """One person."""

    permission_classes = [PublicRead]

    @extend_schema(
        operation_id="getUser",
        tags=["users"],
        responses={200: UserDetailOut},
        examples=[USER_DETAIL],
    )
    def get(self, request: Request, username: str) -> Response:
        """One person; with `user_manage` all about the account, but no secret."""
        return answer_user(actor_of_request(request), find_user(username))

    @extend_schema(
        operation_id="changeUser",
        tags=["users"],
        parameters=[IF_MATCH],
        request=UserChangesIn,
        responses={200: UserDetailOut},
        examples=[USER_DETAIL],
    )
    def patch(self, request: Request, username: str) -> Response:
        """Change the name, or switch the account off or on; off ends every session."""
        actor, user = actor_of_request(request), find_user_for_staff(request, username)
        services.change_user(
            actor=actor,
            user=user,
            version=required_version(request),
            changes=self.body(request, UserChangesIn),
            now=clock.now(),
        )
        return answer_user(actor, user)


def find_user_for_staff(request: Request, username: str) -> User:
    """The person, where the caller may manage people: others are not told who exists."""
    require(policies.why_not_manage_users(actor_of_request(request)))
    return find_user(username)


def answer_user(actor: Actor, user: User) -> Response:
    """One person as `actor` may see them, with the ETag that changes of the account are held to."""
    held = holdings_of([user])[user.pk]
    for_staff = policies.why_not_manage_users(actor) is None
    shown = _shown(user, held, for_staff=for_staff)
    if for_staff:
        tokens = PersonalToken.objects.filter(user=user).order_by("-created_at", "-id")
        shown["account"] |= {
            "version": user.version,
            "sessions": services.sessions_of(user, now=clock.now()).count(),
            "tokens": tokens[:_MOST_TOKENS_SHOWN],
            "can": _can(actor, user, held.roles),
        }
    return answer(UserDetailOut(shown).data, version=user.version)


def _can(actor: Actor, user: User, roles: list[str]) -> dict[str, Any]:
    viewed = Actor(user=user, roles=frozenset(roles))
    return {
        "change": verdict(actor, policies.why_not_change_account(actor, roles)),
        "set_roles": verdict(actor, policies.why_not_manage_users(actor)),
        "make_administrator": verdict(actor, policies.why_not_give(actor, Role.ADMINISTRATOR)),
        "view_as": verdict(actor, policies.why_not_view_as(actor, viewed)),
    }


class UserRolesView(ApiView):
    """The roles that a person holds everywhere."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="setUserRoles",
        tags=["users"],
        parameters=[IF_MATCH],
        request=RolesIn,
        responses={200: UserDetailOut},
        examples=[USER_DETAIL],
    )
    def put(self, request: Request, username: str) -> Response:
        """Let a person hold exactly these roles everywhere; they count from the next call on."""
        actor, user = actor_of_request(request), find_user_for_staff(request, username)
        services.set_roles(
            actor=actor,
            user=user,
            version=required_version(request),
            roles=self.body(request, RolesIn)["roles"],
            now=clock.now(),
        )
        return answer_user(actor, user)


class UserTokenView(ApiView):
    """A personal token of somebody else."""

    permission_classes = [SignedIn]

    @extend_schema(operation_id="revokeUserToken", tags=["users"], responses={204: None})
    def delete(self, request: Request, username: str, pk: int) -> Response:
        """Make a person's token worthless at once; a second time changes nothing."""
        user = find_user_for_staff(request, username)
        token = PersonalToken.objects.filter(user=user, pk=pk).select_related("user").first()
        if token is None:
            raise NotFound(f"{user.username} has no token {pk}.")
        services.revoke_token_of(actor=actor_of_request(request), token=token, now=clock.now())
        return Response(status=204)


class UserSessionsView(ApiView):
    """Where a person is signed in."""

    permission_classes = [SignedIn]

    @extend_schema(
        operation_id="endUserSessions",
        tags=["users"],
        responses={200: SignedOutOut},
        examples=[OpenApiExample("ended", response_only=True, value={"sessions": 2})],
    )
    def delete(self, request: Request, username: str) -> Response:
        """Sign a person out everywhere; says from how many places."""
        user = find_user_for_staff(request, username)
        ended = services.end_sessions(actor=actor_of_request(request), user=user, now=clock.now())
        return Response(SignedOutOut({"sessions": ended}).data)


class UserEventsView(EventsView):
    """What a person did and what was done about him."""

    permission_classes = [SignedIn]
    query_serializer = UserEventsQuery

    def sees_all(self, actor: Actor) -> bool:  # noqa: ARG002 - nobody else gets this far
        """Yes."""
        return True

    @events_schema("listUserEvents", tag="users")
    def get(self, request: Request, username: str) -> Response:
        """Events by or about one person, newest first."""
        user = find_user_for_staff(request, username)
        rows = services.events_of(user)
        if verbs := self.query(request).get("verb"):
            rows = rows.filter(Q(verb__in=verbs))
        return self.page_of_events(request, rows)
