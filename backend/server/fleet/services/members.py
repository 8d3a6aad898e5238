"""Who may run on a backend."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from server.core.errors import FieldError, InputRefused, require
from server.fleet import policies
from server.fleet.models import Backend, BackendMembership
from server.fleet.services.recording import record_backend
from server.people import services as people
from server.people.actors import Actor
from server.people.models import User
from server.people.policies import why_not_manage_users


@dataclass(frozen=True, slots=True)
class AddedMembers:
    """User names by what became of them, in the order given."""

    added: tuple[str, ...]
    had: tuple[str, ...]


@transaction.atomic
def add_backend_member(*, backend: Backend, user: User, actor: Actor, now: datetime) -> bool:
    """Let a person run on `backend`; False where that was so already.

    Raises:
        PermissionRefused: `actor` may not say who runs on backends.
    """
    require(policies.why_not_manage_members(actor))
    _, is_new = BackendMembership.objects.get_or_create(
        backend=backend, user=user, defaults={"created_at": now, "created_by": actor.user}
    )
    if is_new:
        record_backend(
            backend,
            actor=actor,
            verb="backend_member.added",
            subject=user.username,
            after={"user": user.username},
            now=now,
        )
    return is_new


@transaction.atomic
def add_backend_members(
    *, backend: Backend, users: Collection[User], actor: Actor, now: datetime
) -> AddedMembers:
    """Let people run on `backend`; those who could already are named and left as they are.

    Raises:
        PermissionRefused: `actor` may not say who runs on backends.
    """
    new = {
        user.username: add_backend_member(backend=backend, user=user, actor=actor, now=now)
        for user in users
    }
    return AddedMembers(
        added=tuple(name for name, is_new in new.items() if is_new),
        had=tuple(name for name, is_new in new.items() if not is_new),
    )


@transaction.atomic
def remove_backend_member(*, backend: Backend, user: User, actor: Actor, now: datetime) -> bool:
    """Let a person no longer run on `backend`; False where he could not. What runs goes on.

    Raises:
        PermissionRefused: `actor` may not say who runs on backends.
    """
    require(policies.why_not_manage_members(actor))
    return _remove(backend, user, actor=actor, now=now)


def leave_backends(*, user: User, actor: Actor, now: datetime) -> None:
    """End every membership of somebody who closes his account; called inside a transaction."""
    for backend in Backend.everywhere.filter(memberships__user=user):
        _remove(backend, user, actor=actor, now=now)


def _remove(backend: Backend, user: User, *, actor: Actor, now: datetime) -> bool:
    deleted, _ = BackendMembership.objects.filter(backend=backend, user=user).delete()
    if deleted:
        record_backend(
            backend,
            actor=actor,
            verb="backend_member.removed",
            subject=user.username,
            before={"user": user.username},
            now=now,
        )
    return bool(deleted)


@transaction.atomic
def set_user_backends(
    *, actor: Actor, user: User, slugs: Sequence[str], version: int, now: datetime
) -> None:
    """Let `user` run on exactly these backends.

    Raises:
        PermissionRefused: `actor` may not manage people.
        InputRefused: there is no backend of such a slug.
        StaleVersion: somebody else changed the account since.
    """
    require(why_not_manage_users(actor))
    wanted = find_backends(slugs)
    people.claim_version(user, version=version)
    ours = Backend.everywhere.filter(memberships__user=user)
    for backend in ours.exclude(pk__in=[each.pk for each in wanted]):
        remove_backend_member(backend=backend, user=user, actor=actor, now=now)
    for backend in wanted:
        add_backend_member(backend=backend, user=user, actor=actor, now=now)


def find_backends(slugs: Sequence[str]) -> Collection[Backend]:
    """The backends of these slugs, switched off or not.

    Raises:
        InputRefused: there is no backend of such a slug.
    """
    found = {backend.slug: backend for backend in Backend.everywhere.filter(slug__in=slugs)}
    errors = [
        FieldError(f"/backends/{position}", f"There is no backend {slug!r}.")
        for position, slug in enumerate(slugs)
        if slug not in found
    ]
    if errors:
        raise InputRefused(errors)
    return list(found.values())
