"""Giving and taking the roles that people hold everywhere."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from server.audit.services import record
from server.core.errors import FieldError, InputRefused, require
from server.people import policies
from server.people.actors import Actor
from server.people.models import RoleGrant, RoleSource, User
from server.people.roles import GLOBAL_ROLES, Role, held_on
from server.people.services.last_administrator import (
    LastAdministrator,
    lock_administrators,
    require_an_administrator,
)
from server.people.services.versions import claim_version, touch


@transaction.atomic
def set_roles(
    *, actor: Actor, user: User, roles: Sequence[str], version: int, now: datetime
) -> None:
    """Let `user` hold exactly these roles everywhere; they count from the next call on.

    Raises:
        PermissionRefused: `actor` may not give roles, or not one of these.
        InputRefused: a name is no role, or a role that is held in projects alone.
        StaleVersion: somebody else changed the account since.
        LastAdministrator: nobody would be Administrator.
    """
    require(policies.why_not_manage_users(actor))
    wanted = _checked(roles)
    lock_administrators()
    claim_version(user, version=version)
    _set(user, wanted, actor=actor, now=now)


def clear_roles(*, actor: Actor, user: User, now: datetime) -> None:
    """Take every role that `user` holds everywhere; called inside a transaction.

    Raises:
        PermissionRefused: `actor` may not give roles, or not one of these.
        LastAdministrator: nobody would be Administrator.
    """
    require(policies.why_not_manage_users(actor))
    lock_administrators()
    touch(user)
    _set(user, frozenset(), actor=actor, now=now)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Who was passed over by a change of many, and why."""

    username: str
    reason: str


@dataclass(frozen=True, slots=True)
class ChangedMany:
    """What became of a change of many: user names in the order given."""

    changed: tuple[str, ...]
    skipped: tuple[Skipped, ...]


@transaction.atomic
def change_role_of_many(
    *, actor: Actor, usernames: Sequence[str], role: str, give: bool, now: datetime
) -> ChangedMany:
    """Give a role to many people, or take it from them; who cannot be changed is skipped.

    Raises:
        PermissionRefused: `actor` may not give roles, or not this one.
        InputRefused: the name is no role, or a role that is held in projects alone.
    """
    require(policies.why_not_manage_users(actor))
    [wanted] = _checked([role], pointer="/role")
    require(policies.why_not_give(actor, wanted))
    lock_administrators()
    # Held until the end: of two who give one person a role at once the second sees it.
    held = User.objects.named(usernames).select_for_update()
    found = {user.username.lower(): user for user in held}
    changed, skipped = [], []
    for username in dict.fromkeys(usernames):
        user = found.get(username.lower())
        reason = _change_one(user, wanted, give=give, actor=actor, now=now)
        if reason or user is None:
            skipped.append(Skipped(username, reason))
        else:
            changed.append(user.username)
    return ChangedMany(tuple(changed), tuple(skipped))


def _change_one(user: User | None, role: Role, *, give: bool, actor: Actor, now: datetime) -> str:
    """Why nothing was changed; empty where it was."""
    if user is None:
        return "There is no person of this name."
    if give and not user.is_active:
        return "The account is switched off."
    held = _roles_of(user)
    if give == (role in held):
        return f"Holds {role.label} already." if give else f"Does not hold {role.label}."
    try:
        with transaction.atomic():
            _set(user, held | {role} if give else held - {role}, actor=actor, now=now)
            touch(user)
    except LastAdministrator as error:
        return error.detail
    return ""


def _checked(roles: Iterable[str], *, pointer: str = "") -> frozenset[Role]:
    """The roles of these names.

    Raises:
        InputRefused: a name is no role, or a role that is held in projects alone.
    """
    names = list(roles)
    errors = [
        FieldError(pointer or f"/roles/{position}", why)
        for position, name in enumerate(names)
        if (why := _why_not_global(name))
    ]
    if errors:
        raise InputRefused(errors)
    return frozenset(Role(name) for name in names)


def _why_not_global(name: str) -> str:
    if name not in Role.values:
        return f"There is no role {name!r}. Roles are: {', '.join(sorted(Role.values))}."
    if name not in GLOBAL_ROLES:
        kinds = " and ".join(held_on(Role(name)))
        return f"{name} cannot be held everywhere. It is held on: {kinds}."
    return ""


def _roles_of(user: User) -> frozenset[Role]:
    return frozenset(Role(role) for role in user.role_grants.values_list("role", flat=True))


def _set(user: User, wanted: Collection[Role], *, actor: Actor, now: datetime) -> None:
    before = _roles_of(user)
    given, taken = sorted(set(wanted) - before), sorted(before - set(wanted))
    for role in (*given, *taken):
        require(policies.why_not_give(actor, role))
    for role in given:
        RoleGrant.objects.create(user=user, role=role, source=RoleSource.STAFF, created_at=now)
        _record(user, role, verb="role.given", actor=actor, now=now)
    for role in taken:
        user.role_grants.filter(role=role).delete()
        _record(user, role, verb="role.taken", actor=actor, now=now)
    if Role.ADMINISTRATOR in taken:
        require_an_administrator()


def _record(user: User, role: Role, *, verb: str, actor: Actor, now: datetime) -> None:
    value = {"role": role.value}
    record(
        by=actor.author,
        verb=verb,
        target_type="user",
        target_id=user.pk,
        target_name=user.username,
        subject=user.username,
        before=value if verb == "role.taken" else {},
        after=value if verb == "role.given" else {},
        now=now,
    )
