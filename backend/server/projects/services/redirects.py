"""Addresses that pages had before: kept when a slug or a project changes, followed, forgotten."""

from datetime import datetime, timedelta

from django.db import transaction

from server.audit.services import record
from server.core.errors import FieldError, InputRefused, require
from server.core.sweeps import Retention
from server.people.actors import Actor
from server.projects import policies
from server.projects.addresses import paths_of
from server.projects.models import Org, Project, Redirect, Workspace

KEPT_FOR = timedelta(days=365)
RETENTION = Retention(
    what="old addresses of pages, a year after the change",
    rows=lambda now: Redirect.objects.filter(expires_at__lte=now),
)
_MOST_PARTS = 8  # a longer address was never one of ours


def keep_old_paths(
    *, actor: Actor, page: Org | Project | Workspace, old_paths: list[str], now: datetime
) -> None:
    """Let `old_paths`, which `paths_of` gave before the change, lead to where `page` is now.

    Called in the transaction of the change, after it. An address that the page has again leads
    nowhere else any more.
    """
    Redirect.objects.filter(old_path__in=paths_of(page)).delete()
    for old_path in sorted(set(old_paths) - set(paths_of(page))):
        target = {
            "org": None,
            "project": None,
            "workspace": None,
            type(page).__name__.lower(): page,
        }
        Redirect.objects.update_or_create(
            old_path=old_path,
            defaults=target
            | {"created_at": now, "created_by": actor.user, "expires_at": now + KEPT_FOR},
        )


def refuse_old_slug(*, page: Org | Project, now: datetime) -> None:
    """Refuse a slug whose addresses still lead to another page.

    Raises:
        InputRefused: they do.
    """
    others = Redirect.objects.filter(old_path__in=paths_of(page), expires_at__gt=now)
    if page.pk:
        others = others.exclude(**{type(page).__name__.lower(): page.pk})
    if others.exists():
        detail = f"Links to {page.slug!r} lead to a page that was called so before. Choose another."
        raise InputRefused([FieldError("/slug", detail)])


def find_new_path(*, path: str, now: datetime) -> str | None:
    """Where `path` leads by now; None where nothing that it begins with has moved. One query.

    The longest old address wins, and its place is taken by the new one.
    """
    if "\0" in path:
        return None  # no address holds it, and PostgreSQL fails at being asked
    parts = [part for part in path.split("/") if part]
    begins = [
        "/" + "/".join(parts[:count]) + "/" for count in range(1, min(len(parts), _MOST_PARTS) + 1)
    ]
    found = Redirect.objects.for_list().filter(old_path__in=begins, expires_at__gt=now)
    redirect = max(found, key=lambda row: len(row.old_path), default=None)
    if redirect is None:
        return None
    new_paths = paths_of(redirect.page)
    if redirect.old_path in new_paths:
        # The page has it again without a change of its own: its project took the old address.
        return None
    # Of a project's two addresses the one of the same kind: both lead on to what lies below.
    same_kind = [new for new in new_paths if new.count("/") == redirect.old_path.count("/")]
    rest = parts[len(redirect.old_path.strip("/").split("/")) :]
    return "/".join([(same_kind or new_paths)[0].rstrip("/"), *rest])


@transaction.atomic
def delete_redirect(*, actor: Actor, redirect: Redirect, now: datetime) -> None:
    """Let an old address lead nowhere; nothing happens where that is so already.

    Raises:
        PermissionRefused: `actor` is no staff.
    """
    require(policies.why_not_manage_redirects(actor))
    deleted, _ = Redirect.objects.filter(pk=redirect.pk).delete()
    if not deleted:
        return
    record(
        by=actor.author,
        verb="redirect.deleted",
        target_type="redirect",
        target_id=redirect.pk,
        target_name=redirect.old_path,
        before={"old_path": redirect.old_path, "led_to": paths_of(redirect.page)[0]},
        now=now,
    )
