"""What staff change of an account: the name, whether it is switched on, its sessions and tokens."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from allauth.usersessions.models import UserSession
from django.db import transaction
from django.db.models import Q

from server.audit.services import record
from server.core.errors import FieldError, InputRefused, require
from server.core.rows import check
from server.people import policies
from server.people.actors import Actor
from server.people.models import User
from server.people.roles import Role
from server.people.services.last_administrator import (
    lock_administrators,
    require_an_administrator,
)
from server.people.services.sessions import end_sessions_of
from server.people.services.tokens import revoke_all_tokens
from server.people.services.versions import claim_version

SEEN_NOTED_EVERY = timedelta(minutes=5)


@transaction.atomic
def change_user(
    *, actor: Actor, user: User, version: int, changes: Mapping[str, Any], now: datetime
) -> None:
    """Set `fullname` and `is_active` where they differ; switching off ends every session and token.

    Raises:
        PermissionRefused: `actor` may not change this account.
        InputRefused: the name has the wrong form, or a closed account is switched on.
        StaleVersion: somebody else changed the account since.
        LastAdministrator: nobody active would be Administrator.
    """
    lock_administrators()
    roles = frozenset(user.role_grants.values_list("role", flat=True))
    require(policies.why_not_change_account(actor, roles))
    claim_version(user, version=version)
    before = {name: getattr(user, name) for name in changes if changes[name] != getattr(user, name)}
    after = {name: changes[name] for name in before}
    if not after:
        return
    if after.get("is_active") and user.closed_at:
        raise InputRefused([FieldError("/is_active", "A closed account never opens again.")])
    for name, value in after.items():
        setattr(user, name, value)
    check(user, typed=list(after))
    user.save(update_fields=list(after))
    _record(user, actor=actor, verb="user.changed", before=before, after=after, now=now)
    if after.get("is_active") is False:
        _end_sessions(user, actor=actor, now=now)
        revoke_all_tokens(actor=actor, user=user, now=now)
        if Role.ADMINISTRATOR in roles:
            require_an_administrator()


@transaction.atomic
def end_sessions(*, actor: Actor, user: User, now: datetime) -> int:
    """Sign the person out everywhere; returns from how many places.

    Raises:
        PermissionRefused: `actor` may not change this account.
    """
    roles = frozenset(user.role_grants.values_list("role", flat=True))
    require(policies.why_not_change_account(actor, roles))
    return _end_sessions(user, actor=actor, now=now)


def note_seen(user: User, *, now: datetime) -> None:
    """Keep that the person asked for something, at most every five minutes; mostly no query."""
    if user.last_seen_at is not None and now - user.last_seen_at < SEEN_NOTED_EVERY:
        return
    stale = Q(last_seen_at=None) | Q(last_seen_at__lte=now - SEEN_NOTED_EVERY)
    User.objects.filter(stale, pk=user.pk).update(last_seen_at=now)


def _end_sessions(user: User, *, actor: Actor, now: datetime) -> int:
    sessions = UserSession.objects.filter(user=user)
    return len(end_sessions_of(user, sessions=sessions, actor=actor, now=now))


def _record(
    user: User,
    *,
    actor: Actor,
    verb: str,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    now: datetime,
) -> None:
    record(
        by=actor.author,
        verb=verb,
        target_type="user",
        target_id=user.pk,
        target_name=user.username,
        subject=user.username,
        before=before,
        after=after,
        now=now,
    )
