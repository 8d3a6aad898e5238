"""Who is asking, and what they hold; loaded once a request, so that policies make no query."""

from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth.models import AnonymousUser
from rest_framework.request import Request

from server.people.models import User
from server.people.permissions import Permission
from server.people.roles import Role, permissions_of


@dataclass(frozen=True)
class Actor:
    """A person, or nobody: `user` is None for an anonymous visitor."""

    user: User | None
    roles: frozenset[str] = frozenset()

    @cached_property
    def permissions(self) -> frozenset[Permission]:
        """What the person may do everywhere."""
        return permissions_of(self.roles)

    @property
    def is_administrator(self) -> bool:
        """Whether the person holds the role above all."""
        return Role.ADMINISTRATOR in self.roles

    @property
    def person(self) -> User:
        """The user, where the view lets nobody else in."""
        if self.user is None:
            raise LookupError("The view lets in people who are not signed in.")
        return self.user


NOBODY = Actor(user=None)


def actor_of(user: User | AnonymousUser) -> Actor:
    """The actor behind `user`; one query, none for a visitor."""
    if not isinstance(user, User):
        return NOBODY
    return Actor(user=user, roles=frozenset(user.role_grants.values_list("role", flat=True)))


def actor_of_request(request: Request) -> Actor:
    """The actor of this request, kept on it."""
    actor = getattr(request._request, "_actor", None)
    if actor is None:
        actor = actor_of(request.user)
        request._request._actor = actor  # type: ignore[attr-defined]
    return actor
