"""Everybody who may knock: each role, each relation to the object, each way to say who one is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.sessions.backends.db import SessionStore

from server.core import clock
from server.core.tokens import prefix_of
from server.fleet.models import BackendMembership
from server.people.actors import actor_of
from server.people.models import User
from server.people.roles import Role
from server.people.services import begin_view
from server.projects.models import OrgMembership
from tests import recipes
from tests.permissions.roles import ADMINISTRATOR, HELD_EVERYWHERE, HELD_IN_A_PROJECT
from tests.permissions.world import World

_CSRF = "c" * 32


@dataclass(frozen=True)
class Caller:
    """One kind of caller, and what the rules ask about him.

    `scopes` is None for a person in a browser. `is_live` is false where the credentials are worth
    nothing any more, `is_trusted` where a change comes without the CSRF token. `viewer` is the
    member of staff whose session it is, where he sees the service as the person named.
    """

    name: str
    headers: Mapping[str, str]
    username: str = ""
    viewer: str = ""
    roles: frozenset[str] = frozenset()
    roles_in_project: frozenset[str] = frozenset()
    roles_elsewhere: frozenset[str] = frozenset()
    is_member: bool = False
    is_org_member: bool = False
    is_creator: bool = False
    is_subject: bool = False
    is_on_backend: bool = True
    is_on_another_backend: bool = False
    scopes: frozenset[str] | None = None
    token: str = ""
    backend: str = ""
    is_live: bool = True
    is_trusted: bool = True

    @property
    def is_in_a_browser(self) -> bool:
        """Whether pages are shown to the caller, which offer this and that."""
        return self.scopes is None and not self.backend and self.is_trusted

    @property
    def sends_csrf(self) -> bool:
        """Whether the call carries the token against forged requests."""
        return "X-CSRFToken" in self.headers

    @property
    def has_session(self) -> bool:
        """Whether a browser's session names a person."""
        return bool(self.username) and self.scopes is None

    @property
    def actor(self) -> tuple[str, str, str]:
        """Kind, name and token's prefix as the record has them."""
        if self.scopes is not None:
            return "token", self.username, prefix_of(self.token)
        return "person", self.viewer or self.username, ""


class _People:
    """Makes people for callers; nearly everybody is a member of both backends."""

    def __init__(self, world: World) -> None:
        self.world = world

    def new(self, username: str, *, on_backend: bool = True) -> User:
        person = recipes.user.make(username=username, email=f"{username}@example.org")
        return self.on_backends(person) if on_backend else person

    def on_backends(self, person: User) -> User:
        for backend in (self.world.backend, self.world.other_backend):
            BackendMembership.objects.get_or_create(backend=backend, user=person)
        return person

    def by_session(self, person: User, *, csrf: bool = True) -> dict[str, str]:
        return _cookies(self.world.session_of(person), csrf=csrf)


def callers(world: World) -> list[Caller]:
    """All of them; their people, sessions and tokens are made here."""
    people = _People(world)
    return [
        Caller("a visitor", {"Cookie": f"csrftoken={_CSRF}", "X-CSRFToken": _CSRF}),
        *_by_role(world, people),
        *_by_relation(world, people),
        _viewing(world, people),
        *_by_token(world, people),
        *_worthless(world, people),
        *_backends(world),
    ]


def _by_role(world: World, people: _People) -> Iterable[Caller]:
    for role in HELD_EVERYWHERE:
        person = people.new(f"global-{role}")
        recipes.give_role(person, Role(role))
        yield Caller(
            f"{role} everywhere",
            people.by_session(person),
            username=person.username,
            roles=frozenset({role}),
        )
    for role in HELD_IN_A_PROJECT:
        person = people.new(f"here-{role}")
        recipes.make_member(world.project, person, Role(role))
        yield Caller(
            f"{role} in its project",
            people.by_session(person),
            username=person.username,
            roles_in_project=frozenset({role}),
            is_member=True,
        )
    for role in HELD_IN_A_PROJECT:
        person = people.new(f"elsewhere-{role}")
        recipes.make_member(world.other_project, person, Role(role))
        yield Caller(
            f"{role} in another project",
            people.by_session(person),
            username=person.username,
            roles_elsewhere=frozenset({role}),
        )


def _by_relation(world: World, people: _People) -> Iterable[Caller]:
    for where in ("no", "another"):
        developer = people.new(f"{where}-backend", on_backend=False)
        recipes.make_member(world.project, developer, Role.PROJECT_DEVELOPER)
        if where == "another":
            BackendMembership.objects.create(backend=world.other_backend, user=developer)
        yield Caller(
            f"ProjectDeveloper in its project, on {where} backend",
            people.by_session(developer),
            username=developer.username,
            roles_in_project=frozenset({"ProjectDeveloper"}),
            is_member=True,
            is_on_backend=False,
            is_on_another_backend=where == "another",
        )
    member = people.new("member")
    recipes.make_member(world.project, member)
    yield Caller(
        "a member of its project without a role",
        people.by_session(member),
        username=member.username,
        is_member=True,
    )
    colleague = people.new("colleague")
    OrgMembership.objects.create(org=world.org, user=colleague)
    yield Caller(
        "a member of its organisation",
        people.by_session(colleague),
        username=colleague.username,
        is_org_member=True,
    )
    stranger = people.new("stranger")
    yield Caller("a person without a role", people.by_session(stranger), username="stranger")
    people.on_backends(world.creator)
    yield Caller(
        "who made it", people.by_session(world.creator), username="creator", is_creator=True
    )
    people.on_backends(world.subject)
    yield Caller(
        "the person it is about",
        people.by_session(world.subject),
        username="subject",
        is_subject=True,
    )


def _viewing(world: World, people: _People) -> Caller:
    viewer, viewed = people.new("viewer"), people.new("viewed")
    recipes.give_role(viewer, Role.STAFF_AREA_ADMINISTRATOR)
    recipes.make_member(world.project, viewed, Role.PROJECT_DEVELOPER)
    key = world.session_of(viewer)
    session = SessionStore(key)
    begin_view(actor=actor_of(viewer), user=viewed, session=session, now=clock.now())
    session.save()
    return Caller(
        "staff who view as a ProjectDeveloper",
        _cookies(key),
        username="viewed",
        viewer="viewer",
        roles_in_project=frozenset({"ProjectDeveloper"}),
        is_member=True,
    )


def _by_token(world: World, people: _People) -> Iterable[Caller]:
    boss = people.new("boss")
    recipes.give_role(boss, Role.ADMINISTRATOR)
    for scopes in (["read"], ["read", "run"], ["read", "write"], ["read", "run", "write"]):
        secret = world.token_of(boss, scopes=scopes)
        yield Caller(
            f"token of an Administrator for {', '.join(scopes)}",
            _bearer(secret),
            username="boss",
            roles=frozenset({ADMINISTRATOR}),
            scopes=frozenset(scopes),
            token=secret,
        )
    nobody = people.new("nobody")
    secret = world.token_of(nobody)
    yield Caller(
        "token of a person without a role",
        _bearer(secret),
        username="nobody",
        scopes=frozenset({"read", "run", "write"}),
        token=secret,
    )


def _worthless(world: World, people: _People) -> Iterable[Caller]:
    boss = people.new("second-boss")
    recipes.give_role(boss, Role.ADMINISTRATOR)
    facts = {"username": boss.username, "roles": frozenset({ADMINISTRATOR})}
    yield Caller(
        "an Administrator without the CSRF token",
        people.by_session(boss, csrf=False),
        is_trusted=False,
        **facts,
    )
    ended = {
        "an expired token": {"expires_at": recipes.NOON + timedelta(days=1)},
        "a revoked token": {"revoked_at": recipes.NOON},
    }
    for name, fields in ended.items():
        secret = world.token_of(boss, **fields)
        scopes = frozenset({"read", "run", "write"})
        yield Caller(
            f"{name} of an Administrator", _bearer(secret), scopes=scopes, is_live=False, **facts
        )
    disabled = people.new("disabled")
    recipes.give_role(disabled, Role.ADMINISTRATOR)
    session, secret = people.by_session(disabled), world.token_of(disabled)
    User.objects.filter(pk=disabled.pk).update(is_active=False)
    yield Caller("a disabled Administrator", session)  # a visitor, as it were
    yield Caller(
        "token of a disabled Administrator", _bearer(secret), scopes=frozenset(), is_live=False
    )


def _backends(world: World) -> Iterable[Caller]:
    own, other = world.backend_token_of(world.backend), world.backend_token_of(world.other_backend)
    yield Caller("token of its backend", {"Authorization": own}, backend="own")
    yield Caller("token of another backend", {"Authorization": other}, backend="other")
    yield Caller(
        "token of its backend after the word Bearer",
        _bearer(own),
        backend="own",
        scopes=frozenset(),
        is_live=False,
    )
    revoked = world.backend_token_of(world.backend, revoked_at=recipes.NOON)
    yield Caller("a revoked token of its backend", {"Authorization": revoked})


def _cookies(session_key: str, *, csrf: bool = True) -> dict[str, str]:
    cookie = f"sessionid={session_key}; csrftoken={_CSRF}"
    return {"Cookie": cookie} | ({"X-CSRFToken": _CSRF} if csrf else {})


def _bearer(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"}
