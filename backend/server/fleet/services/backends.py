"""Making and changing backends, and the maintenance that staff announce for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F

from server.audit.services import record
from server.core import counters
from server.core.errors import FieldError, InputRefused, StaleVersion, require
from server.core.rows import check, insert
from server.core.slugs import is_reserved
from server.fleet import policies
from server.fleet.models import Backend
from server.fleet.services.recording import record_backend
from server.people.actors import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """Maintenance or a stop of new runs that staff announce.

    It ends by itself at `until`, or when it is taken back.
    """

    since: datetime
    until: datetime | None = None
    note: str = ""


@transaction.atomic
def create_backend(
    *, slug: str, name: str, is_active: bool = True, actor: Actor, now: datetime
) -> Backend:
    """A backend with its change counter.

    Raises:
        PermissionRefused: `actor` may not manage backends.
        InputRefused: the slug is taken, is a word of our own addresses or has the wrong form.
    """
    require(policies.why_not_manage(actor))
    if is_reserved(slug):
        detail = f"{slug!r} is a word of this service's own addresses. Choose another slug."
        raise InputRefused([FieldError("/slug", detail)])
    backend = Backend(
        slug=slug,
        name=name,
        is_active=is_active,
        switched_off_at=None if is_active else now,
        created_at=now,
        updated_at=now,
    )
    insert(backend, typed=["slug", "name"])
    counters.bump_backend(backend.pk)
    after = {"slug": slug, "name": name, "is_active": is_active}
    record_backend(backend, actor=actor, verb="backend.created", after=after, now=now)
    return backend


@transaction.atomic
def change_backend(
    *, actor: Actor, backend: Backend, version: int, changes: Mapping[str, Any], now: datetime
) -> None:
    """Set the fields that differ, if the backend is still at `version`.

    `changes` may hold `name`, `is_active`, `alert_timeout`, and `maintenance` and `stop` (of new
    runs): an `Announcement`, or None to take it back. The token of a backend that is switched off
    is refused from the next call on.

    Raises:
        PermissionRefused: `actor` may not manage backends.
        InputRefused: a name is empty, or an announced end lies before its beginning or is over.
        StaleVersion: somebody else changed it since.
    """
    require(policies.why_not_manage(actor))
    wanted = _columns(changes, now=now)
    before = {name: getattr(backend, name) for name in wanted}
    after = {name: value for name, value in wanted.items() if value != before[name]}
    for name, value in after.items():
        setattr(backend, name, value)
    check(backend, typed=_TYPED & after.keys())
    switched = {"switched_off_at": None if backend.is_active else now}
    _store(
        backend,
        version=version,
        fields=after | (switched if "is_active" in after else {}),
        now=now,
    )
    if not after:
        return
    record_backend(
        backend,
        actor=actor,
        verb="backend.changed",
        before={name: _recorded(before[name]) for name in after},
        after={name: _recorded(value) for name, value in after.items()},
        now=now,
    )
    counters.bump_backend(backend.pk)


@transaction.atomic
def begin_new_epoch(*, actor: Actor, now: datetime) -> int:
    """Make every tag that runners hold worthless; returns how many counters there are."""
    count = counters.begin_new_epoch()
    record(
        by=actor.author,
        verb="epoch.begun",
        target_type="change_counters",
        target_id="all",
        now=now,
    )
    return count


_TYPED = {"name", "alert_timeout"}


def _columns(changes: Mapping[str, Any], *, now: datetime) -> dict[str, Any]:
    """The columns that `changes` set, and to what."""
    columns = {name: value for name, value in changes.items() if name not in _ANNOUNCED}
    for name in _ANNOUNCED.keys() & changes.keys():
        announced: Announcement | None = changes[name]
        if announced is not None:
            require_end_ahead(announced, pointer=f"/{name}/until", now=now)
        prefix = _ANNOUNCED[name]
        columns |= {
            f"{prefix}_since": announced and announced.since,
            f"{prefix}_until": announced and announced.until,
            f"{prefix}_note": announced.note if announced else "",
        }
    return columns


# What staff announce with a beginning, an end and a note, and the columns that hold it.
_ANNOUNCED = {"maintenance": "announced", "stop": "stopped"}


def require_end_ahead(announced: Announcement, *, pointer: str, now: datetime) -> None:
    """Refuse an announcement that is over before it begins, or already.

    Raises:
        InputRefused: pointing at its end.
    """
    if announced.until is None or announced.until > max(announced.since, now):
        return
    if announced.until <= announced.since:
        detail = "It must end after it begins."
    else:
        detail = "It would be over already. Give an end that lies ahead."
    raise InputRefused([FieldError(pointer, detail)])


def _store(backend: Backend, *, version: int, fields: Mapping[str, Any], now: datetime) -> None:
    unchanged = Backend.everywhere.filter(pk=backend.pk, version=version)
    stamp = {"version": F("version") + 1, "updated_at": now}
    found = unchanged.update(**fields, **stamp) if fields else unchanged.count()
    if not found:
        raise StaleVersion(
            f"The backend {backend.name} was changed by somebody else since you read it. Read it "
            "again, then repeat your change."
        )


def _recorded(value: Any) -> Any:
    match value:
        case datetime():
            return value.isoformat()
        case timedelta():
            return int(value.total_seconds())
        case _:
            return value
