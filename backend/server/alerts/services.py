"""Every change to notices."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from server.alerts import policies
from server.alerts.models import AlertLevel, SiteAlert
from server.audit.services import record
from server.core.errors import StaleVersion, require
from server.people.actors import Actor


@transaction.atomic
def create_site_alert(
    *,
    actor: Actor,
    message: str,
    title: str = "",
    level: AlertLevel = AlertLevel.WARNING,
    now: datetime,
) -> SiteAlert:
    """A notice that everybody who is signed in sees at once.

    Raises:
        PermissionRefused: `actor` is no staff.
    """
    require(policies.why_not_manage(actor))
    alert = SiteAlert.objects.create(
        title=title,
        message=message,
        level=level,
        created_at=now,
        created_by=actor.person,
        updated_at=now,
        updated_by=actor.person,
    )
    after = {"title": title, "message": message, "level": level}
    _record(alert, actor=actor, verb="site_alert.created", after=after, now=now)
    return alert


@transaction.atomic
def change_site_alert(
    *, actor: Actor, alert: SiteAlert, version: int, changes: Mapping[str, Any], now: datetime
) -> None:
    """Set the fields that differ, if the notice is still at `version`.

    Raises:
        PermissionRefused: `actor` is no staff.
        StaleVersion: somebody else changed or deleted it since.
    """
    require(policies.why_not_manage(actor))
    after = {name: value for name, value in changes.items() if value != getattr(alert, name)}
    unchanged = SiteAlert.objects.filter(pk=alert.pk, version=version)
    stamp = {"version": F("version") + 1, "updated_at": now, "updated_by": actor.person}
    if not (unchanged.update(**after, **stamp) if after else unchanged.count()):
        raise _stale()
    if after:
        before = {name: getattr(alert, name) for name in after}
        _record(alert, actor=actor, verb="site_alert.changed", before=before, after=after, now=now)


@transaction.atomic
def delete_site_alert(*, actor: Actor, alert: SiteAlert, version: int, now: datetime) -> None:
    """Show the notice to nobody any more, if it is still at `version`.

    Raises:
        PermissionRefused: `actor` is no staff.
        StaleVersion: somebody else changed or deleted it since.
    """
    require(policies.why_not_manage(actor))
    deleted, _ = SiteAlert.objects.filter(pk=alert.pk, version=version).delete()
    if not deleted:
        raise _stale()
    before = {"title": alert.title, "message": alert.message, "level": alert.level}
    _record(alert, actor=actor, verb="site_alert.deleted", before=before, now=now)


def _stale() -> StaleVersion:
    return StaleVersion(
        "The notice was changed by somebody else since you read it. Read it again, then repeat "
        "your change."
    )


def _record(alert: SiteAlert, *, actor: Actor, verb: str, now: datetime, **values: Any) -> None:
    record(
        by=actor.author,
        verb=verb,
        target_type="site_alert",
        target_id=alert.pk,
        target_name=str(alert),
        now=now,
        **values,
    )
