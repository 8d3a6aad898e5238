"""Who is Administrator by the setting ADMIN_USERS."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from server.audit.services import record
from server.core.errors import CommandRefused
from server.people.actors import command
from server.people.models import RoleGrant, RoleSource, User
from server.people.roles import Role
from server.people.services.last_administrator import lock_administrators


@dataclass(frozen=True, slots=True)
class AdminChange:
    """User names by what became of their role, each sorted."""

    given: tuple[str, ...]
    had: tuple[str, ...]
    taken: tuple[str, ...]
    kept_as_last: tuple[str, ...]


@transaction.atomic
def ensure_admins(*, usernames: Iterable[str], now: datetime) -> AdminChange:
    """Make exactly `usernames` Administrators, as far as this function decides it.

    It takes back only roles that it gave itself, and never the one of the last person who could
    sign in as Administrator. Names are compared without regard to case.

    Raises:
        CommandRefused: a name belongs to nobody; nothing was changed.
    """
    lock_administrators()
    wanted = _find(usernames)
    grants = RoleGrant.objects.filter(role=Role.ADMINISTRATOR).select_related("user")
    had = {grant.user_id for grant in grants}
    given = [user for user in wanted if user.pk not in had]
    for user in given:
        RoleGrant.objects.create(
            user=user, role=Role.ADMINISTRATOR, source=RoleSource.ENVIRONMENT, created_at=now
        )
        _record(user, verb="role.given", now=now)
    taken, kept = _take_back(wanted, now=now)
    return AdminChange(
        given=_names(given),
        had=_names(user for user in wanted if user.pk in had),
        taken=_names(taken),
        kept_as_last=_names(kept),
    )


def _find(usernames: Iterable[str]) -> list[User]:
    by_name = {name.lower(): name for name in usernames}
    people = {user.username.lower(): user for user in User.objects.named(by_name)}
    unknown = sorted(name for key, name in by_name.items() if key not in people)
    if unknown:
        raise CommandRefused(
            f"ADMIN_USERS names people who have no account: {', '.join(unknown)}. "
            "Nobody's role was changed. Correct ADMIN_USERS, or make the accounts first."
        )
    return list(people.values())


def _take_back(wanted: Iterable[User], *, now: datetime) -> tuple[list[User], list[User]]:
    """The people who lost the role, and the one who keeps it for being the last."""
    ours = (
        RoleGrant.objects.filter(role=Role.ADMINISTRATOR, source=RoleSource.ENVIRONMENT)
        .exclude(user__in=[user.pk for user in wanted])
        .select_related("user")
        .order_by("user__is_active", "-created_at", "-id")
    )
    active = RoleGrant.objects.filter(role=Role.ADMINISTRATOR, user__is_active=True)
    left = active.count()
    taken, kept = [], []
    for grant in ours:  # whoever got the role first is the last to lose it
        if grant.user.is_active and left == 1:
            kept.append(grant.user)
            continue
        left -= grant.user.is_active
        grant.delete()
        _record(grant.user, verb="role.taken", now=now)
        taken.append(grant.user)
    return taken, kept


def _record(user: User, *, verb: str, now: datetime) -> None:
    role = {"role": Role.ADMINISTRATOR.value}
    record(
        by=command("ensure_admins").author,
        verb=verb,
        target_type="user",
        target_id=user.pk,
        target_name=user.username,
        subject=user.username,
        before={} if verb == "role.given" else role,
        after=role if verb == "role.given" else {},
        now=now,
    )


def _names(users: Iterable[User]) -> tuple[str, ...]:
    return tuple(sorted(user.username for user in users))
