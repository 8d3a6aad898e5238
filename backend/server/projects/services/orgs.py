"""Making and changing organisations, and who belongs to them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from server.audit.services import record
from server.core import counters
from server.core.errors import FieldError, InputRefused, StaleVersion, require
from server.core.rows import check, insert
from server.core.slugs import is_reserved, slug_of
from server.people.actors import Actor
from server.people.models import User
from server.projects import policies
from server.projects.addresses import paths_of
from server.projects.models import Org, OrgMembership
from server.projects.services.redirects import keep_old_paths, refuse_old_slug


@transaction.atomic
def create_org(
    *,
    actor: Actor,
    name: str,
    slug: str = "",
    description: str = "",
    github_orgs: Sequence[str] = (),
    now: datetime,
) -> Org:
    """An organisation; without `slug` it is made of the name.

    Raises:
        PermissionRefused: `actor` may not make organisations.
        InputRefused: slug or name are taken or have the wrong form.
    """
    require(policies.why_not_create_org(actor))
    org = Org(
        slug=slug or slug_of(name),
        name=name,
        description=description,
        github_orgs=list(github_orgs),
        created_at=now,
        created_by=actor.user,
        updated_at=now,
        updated_by=actor.user,
    )
    _require_free_slug(org, now=now)
    insert(org, typed=["slug", "name"])
    _record(org, actor=actor, verb="org.created", after={"slug": org.slug, "name": name}, now=now)
    return org


@transaction.atomic
def change_org(
    *, actor: Actor, org: Org, version: int, changes: Mapping[str, Any], now: datetime
) -> None:
    """Set the fields that differ, if the organisation is still at `version`.

    Links to an old slug lead to the new one.

    Raises:
        PermissionRefused: `actor` may not change organisations.
        InputRefused: slug or name are taken or have the wrong form.
        StaleVersion: somebody else changed it since.
    """
    require(policies.why_not_edit_org(actor))
    before = {
        name: getattr(org, name) for name, new in changes.items() if new != getattr(org, name)
    }
    after = {name: changes[name] for name in before}
    old_paths = paths_of(org)
    for name, value in after.items():
        setattr(org, name, value)
    if "slug" in after:
        _require_free_slug(org, now=now)
    check(org, typed=[*after, "slug"] if after else [])
    _store(org, version=version, fields=after, actor=actor, now=now)
    if not after:
        return
    if "slug" in after:
        keep_old_paths(actor=actor, page=org, old_paths=old_paths, now=now)
    _record(org, actor=actor, verb="org.changed", before=before, after=after, now=now)


@transaction.atomic
def set_logo(*, actor: Actor, org: Org, version: int, key: str, kind: str, now: datetime) -> None:
    """Show the picture kept under `key`; an empty one shows none.

    Raises:
        PermissionRefused: `actor` may not change organisations.
        StaleVersion: somebody else changed it since.
    """
    require(policies.why_not_edit_org(actor))
    before = {"logo": org.logo_key}
    fields = {"logo_key": key, "logo_type": kind}
    _store(org, version=version, fields=fields, actor=actor, now=now)
    _record(org, actor=actor, verb="org.changed", before=before, after={"logo": key}, now=now)


@dataclass(frozen=True, slots=True)
class AddedMembers:
    """User names by what became of them, in the order given."""

    added: tuple[str, ...]
    had: tuple[str, ...]


@transaction.atomic
def add_org_members(
    *, actor: Actor, org: Org, users: Collection[User], now: datetime
) -> AddedMembers:
    """Let people belong to `org`; those who do already are named and left as they are.

    Raises:
        PermissionRefused: `actor` may not change organisations.
    """
    require(policies.why_not_edit_org(actor))
    # Held until the end: of two who add one person at once the second sees it.
    list(User.objects.filter(pk__in=[user.pk for user in users]).order_by("pk").select_for_update())
    present = set(org.memberships.values_list("user_id", flat=True))
    new = [user for user in users if user.pk not in present]
    OrgMembership.objects.bulk_create(
        OrgMembership(org=org, user=user, created_at=now, created_by=actor.user) for user in new
    )
    for user in new:
        record_member(org, user, actor=actor, verb="org_member.added", now=now)
    return AddedMembers(
        added=tuple(user.username for user in new),
        had=tuple(user.username for user in users if user.pk in present),
    )


@transaction.atomic
def remove_org_member(*, actor: Actor, membership: OrgMembership, now: datetime) -> None:
    """Let a person no longer belong to the organisation; nothing happens where that is so already.

    Raises:
        PermissionRefused: `actor` may not change organisations.
    """
    require(policies.why_not_edit_org(actor))
    org, user = membership.org, membership.user
    deleted, _ = OrgMembership.objects.filter(pk=membership.pk).delete()
    if deleted:
        record_member(org, user, actor=actor, verb="org_member.removed", now=now)


def _require_free_slug(org: Org, *, now: datetime) -> None:
    if is_reserved(org.slug):
        detail = f"{org.slug!r} is a word of this service's own addresses. Choose another slug."
        raise InputRefused([FieldError("/slug", detail)])
    refuse_old_slug(page=org, now=now)


def _store(
    org: Org, *, version: int, fields: Mapping[str, Any], actor: Actor, now: datetime
) -> None:
    unchanged = Org.objects.filter(pk=org.pk, version=version)
    stamp = {"version": F("version") + 1, "updated_at": now, "updated_by": actor.user}
    try:
        with transaction.atomic():
            found = unchanged.update(**fields, **stamp) if fields else unchanged.count()
    except IntegrityError:
        check(org, typed=fields)  # somebody took the name or slug since it was checked
        raise
    if not found:
        raise StaleVersion(
            f"The organisation {org.name} was changed by somebody else since you read it. Read it "
            "again, then repeat your change."
        )
    if "slug" in fields:  # runners are shown it
        counters.bump_shared()


def _record(org: Org, *, actor: Actor, verb: str, now: datetime, **values: Any) -> None:
    record(
        by=actor.author,
        verb=verb,
        target_type="org",
        target_id=org.pk,
        target_name=org.name,
        now=now,
        **values,
    )


def record_member(org: Org, user: User, *, actor: Actor, verb: str, now: datetime) -> None:
    """Keep that a person came into the organisation (`org_member.added`) or left it."""
    is_new = verb == "org_member.added"
    member = {"user": user.username}
    _record(
        org,
        actor=actor,
        verb=verb,
        subject=user.username,
        before={} if is_new else member,
        after=member if is_new else {},
        now=now,
    )
