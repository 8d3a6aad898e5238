"""The stop of new runs on the whole service, and its end."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from server.audit.services import record
from server.core.errors import require
from server.fleet import policies
from server.fleet.models import ServiceStop
from server.fleet.services.backends import Announcement, require_end_ahead
from server.people.actors import Actor

_ONLY = 1


@transaction.atomic
def stop_service(*, actor: Actor, stop: Announcement, now: datetime) -> None:
    """Take no new runs on any backend, in the place of a stop that is there already.

    Raises:
        PermissionRefused: `actor` may not manage backends.
        InputRefused: the end is over already.
    """
    require(policies.why_not_manage(actor))
    require_end_ahead(stop, pointer="/until", now=now)
    before = _facts_of(ServiceStop.objects.filter(pk=_ONLY).select_for_update().first())
    row, _ = ServiceStop.objects.update_or_create(
        pk=_ONLY, defaults={"since": stop.since, "until": stop.until, "note": stop.note}
    )
    _record("service.stopped", actor=actor, before=before, after=_facts_of(row), now=now)


@transaction.atomic
def resume_service(*, actor: Actor, now: datetime) -> None:
    """End the stop of the whole service; backends that are stopped by themselves stay so.

    Raises:
        PermissionRefused: `actor` may not manage backends.
    """
    require(policies.why_not_manage(actor))
    row = ServiceStop.objects.filter(pk=_ONLY).select_for_update().first()
    if row is None:
        return
    before = _facts_of(row)
    row.delete()
    _record("service.resumed", actor=actor, before=before, after=None, now=now)


def _facts_of(row: ServiceStop | None) -> dict[str, Any] | None:
    if row is None:
        return None
    until = row.until and row.until.isoformat()
    return {"since": row.since.isoformat(), "until": until, "note": row.note}


def _record(
    verb: str,
    *,
    actor: Actor,
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any] | None,
    now: datetime,
) -> None:
    record(
        by=actor.author,
        verb=verb,
        target_type="service",
        target_id="new runs",
        before=before,
        after=after,
        now=now,
    )
