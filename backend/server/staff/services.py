"""Letting new people in: their organisations and backends in one step."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from server.core.errors import FieldError, InputRefused, require
from server.fleet import services as fleet
from server.people.actors import Actor
from server.people.models import User
from server.people.policies import why_not_manage_users
from server.people.services import ChangedMany, Skipped
from server.projects import services as projects


@transaction.atomic
def approve_users(
    *,
    actor: Actor,
    usernames: Sequence[str],
    orgs: Sequence[str],
    backends: Sequence[str],
    now: datetime,
) -> ChangedMany:
    """Let people belong to these organisations and backends too; a repeat changes nothing.

    Raises:
        PermissionRefused: `actor` may not manage people.
        InputRefused: neither is named, or one that there is not.
    """
    require(why_not_manage_users(actor))
    if not orgs and not backends:
        raise InputRefused([FieldError("/orgs", "Name an organisation or a backend.")])
    wanted_orgs = projects.find_orgs(orgs) if orgs else []
    wanted_backends = fleet.find_backends(backends)
    # Held until the end: of two who approve one person at once the second sees what is done.
    held = User.objects.named(usernames).select_for_update()
    found = {user.username.lower(): user for user in held}
    changed, skipped = [], []
    for username in dict.fromkeys(usernames):
        user = found.get(username.lower())
        if user is None or not user.is_active:
            why = "The account is switched off." if user else "There is no person of this name."
            skipped.append(Skipped(username, why))
            continue
        new = projects.join_orgs(actor=actor, user=user, orgs=wanted_orgs, now=now)
        for backend in wanted_backends:
            new += fleet.add_backend_member(actor=actor, user=user, backend=backend, now=now)
        if new:
            changed.append(user.username)
        else:
            skipped.append(Skipped(user.username, "Belongs to all of these already."))
    return ChangedMany(tuple(changed), tuple(skipped))
