"""What staff set of one person: the organisations, and that no role is left."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction

from server.core.errors import require
from server.people import services as people
from server.people.actors import Actor
from server.people.models import User
from server.people.policies import why_not_manage_users
from server.projects.models import Org, OrgMembership, ProjectMembership
from server.projects.services.members import take_roles
from server.projects.services.orgs import record_member
from server.projects.services.project_rules import find_orgs


@transaction.atomic
def set_user_orgs(
    *, actor: Actor, user: User, slugs: Sequence[str], version: int, now: datetime
) -> None:
    """Let `user` belong to exactly these organisations.

    Raises:
        PermissionRefused: `actor` may not manage people.
        InputRefused: there is no organisation of such a slug.
        StaleVersion: somebody else changed the account since.
    """
    require(why_not_manage_users(actor))
    wanted = find_orgs(slugs) if slugs else []
    people.claim_version(user, version=version)
    ours = OrgMembership.objects.filter(user=user).select_related("org")
    for membership in ours.exclude(org__in=wanted):
        record_member(membership.org, user, actor=actor, verb="org_member.removed", now=now)
        membership.delete()
    join_orgs(actor=actor, user=user, orgs=wanted, now=now)


def join_orgs(*, actor: Actor, user: User, orgs: Iterable[Org], now: datetime) -> int:
    """Let `user` belong to these organisations too; returns how many are new to him.

    Called inside a transaction that holds the row of `user`.

    Raises:
        PermissionRefused: `actor` may not manage people.
    """
    require(why_not_manage_users(actor))
    present = set(OrgMembership.objects.filter(user=user).values_list("org_id", flat=True))
    new = [org for org in orgs if org.pk not in present]
    for org in new:
        OrgMembership.objects.create(org=org, user=user, created_at=now, created_by=actor.user)
        record_member(org, user, actor=actor, verb="org_member.added", now=now)
    return len(new)


@transaction.atomic
def clear_user_roles(*, actor: Actor, user: User, now: datetime) -> None:
    """Take every role that `user` holds, everywhere and in each project; he stays a member.

    Raises:
        PermissionRefused: `actor` may not give roles, or not one of these.
        LastAdministrator: nobody would be Administrator.
    """
    people.clear_roles(actor=actor, user=user, now=now)
    memberships = ProjectMembership.objects.filter(user=user, role_grants__isnull=False)
    for membership in memberships.select_related("project", "user").distinct():
        take_roles(membership, actor=actor, now=now)
