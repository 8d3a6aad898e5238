"""What the fleet page says of each backend, in a fixed number of queries."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Model, Q, Sum
from django.db.models.functions import TruncHour

from server.core.times import hour_of
from server.fleet.models import Backend, BackendToken, CallCount, CallHour, RefusedCall
from server.fleet.querysets import Workload
from server.fleet.stops import Stop, stop_of
from server.fleet.tokens import unused_since
from server.jobs.models import JobRequest
from server.jobs.querysets import SHOWN_AS_FAILED

HOURS, DAYS = 24, 7
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)

Slots = Mapping[int, Counter[datetime]]


def fleet_facts(*, everywhere: Stop | None, now: datetime) -> list[dict[str, Any]]:
    """Each enabled backend by slug: eight queries, however many there are.

    `everywhere` is the stop of the whole service.
    """
    backends = list(Backend.objects.order_by("slug"))
    loads = Backend.objects.workloads()
    asked, failed = _by_hour(since=_day_of(now) - (DAYS - 1) * _DAY)
    tokens = _by_backend(
        BackendToken.objects.filter(
            Q(expires_at=None) | Q(expires_at__gt=now), revoked_at=None
        ).order_by("-created_at", "-id")
    )
    refused = _by_backend(RefusedCall.objects.order_by("-at", "-id"))
    calls = _calls(since=hour_of(now) - (HOURS - 1) * _HOUR)
    return [
        {
            "backend": backend,
            "contact": backend.contact_at(now),
            "mode": backend.mode_at(now),
            "mode_since": backend.mode_since_at(now),
            "stop": stop_of(backend, everywhere=everywhere, now=now),
            "load": loads.get(backend.pk, Workload()),
            "by_hour": _slots(asked, failed, backend=backend, step=_HOUR, count=HOURS, now=now),
            "by_day": _slots(asked, failed, backend=backend, step=_DAY, count=DAYS, now=now),
            "tokens": tokens.get(backend.pk, []),
            "unused_before": unused_since(now),
            "refused": refused.get(backend.pk, []),
            "calls": calls.get(backend.pk, []),
        }
        for backend in backends
    ]


def _by_backend(rows: Iterable[Model]) -> dict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.backend_id].append(row)  # type: ignore[attr-defined]
    return found


def _calls(*, since: datetime) -> Mapping[int, list[dict[str, Any]]]:
    """Calls by backend: each endpoint's, since the backend was made and since then."""
    columns = ("calls", "failures", "took_ms")
    sums = (
        CallHour.objects.filter(hour__gte=since)
        .order_by()
        .values_list("backend_id", "endpoint")
        .annotate(*map(Sum, columns))
    )
    lately = {tuple(row[:2]): dict(zip(columns, row[2:], strict=True)) for row in sums}
    found: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    none = dict.fromkeys(columns, 0)
    for count in CallCount.objects.order_by("endpoint").values(
        "backend_id", "endpoint", "last_call_at", *columns
    ):
        key = (count.pop("backend_id"), count["endpoint"])
        found[key[0]].append(count | {"last_day": lately.get(key, none)})
    return found


def _by_hour(*, since: datetime) -> tuple[Slots, Slots]:
    """Runs by backend and the hour in which they were asked for: all, and those that failed."""
    asked: defaultdict[int, Counter[datetime]] = defaultdict(Counter)
    failed: defaultdict[int, Counter[datetime]] = defaultdict(Counter)
    rows = (
        JobRequest.objects.filter(created_at__gte=since)
        .order_by()
        .annotate(hour=TruncHour("created_at"))
        .values("backend_id", "hour")
        .annotate(asked=Count("id"), failed=Count("id", filter=SHOWN_AS_FAILED))
    )
    for row in rows:
        asked[row["backend_id"]][row["hour"]] = row["asked"]
        failed[row["backend_id"]][row["hour"]] = row["failed"]
    return asked, failed


def _slots(
    asked: Slots, failed: Slots, *, backend: Backend, step: timedelta, count: int, now: datetime
) -> list[dict[str, Any]]:
    """The last hours or days, oldest first, also those in which nothing was asked for."""
    begin = _day_of(now) if step == _DAY else hour_of(now)
    starts = [begin - step * back for back in reversed(range(count))]
    return [
        {
            "at": start,
            "asked": _sum(asked.get(backend.pk), start, step),
            "failed": _sum(failed.get(backend.pk), start, step),
        }
        for start in starts
    ]


def _sum(hours: Counter[datetime] | None, start: datetime, step: timedelta) -> int:
    return sum(count for hour, count in (hours or {}).items() if start <= hour < start + step)


def _day_of(now: datetime) -> datetime:
    return now.replace(hour=0, minute=0, second=0, microsecond=0)
