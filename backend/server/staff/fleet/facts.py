"""What the fleet page says of each backend, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Model, Q, Sum
from django.db.models.functions import TruncDay, TruncHour

from server.core.times import hour_of, starts_until
from server.fleet.models import Backend, BackendToken, CallCount, CallHour, RefusedCall
from server.fleet.querysets import Workload
from server.fleet.stops import Stop, stop_of
from server.fleet.tokens import unused_since
from server.jobs.models import JobRequest
from server.jobs.querysets import SHOWN_AS_FAILED

HOURS, DAYS = 24, 7
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)

# Backend and the hour or day → how many runs were asked for, and how many of them failed.
Slots = Mapping[tuple[int, datetime], tuple[int, int]]


def fleet_facts(*, everywhere: Stop | None, now: datetime) -> list[dict[str, Any]]:
    """Each enabled backend by slug: nine queries, however many there are.

    `everywhere` is the stop of the whole service.
    """
    backends = list(Backend.objects.order_by("slug"))
    loads = Backend.objects.workloads()
    hours = starts_until(hour_of(now), step=_HOUR, count=HOURS)
    days = starts_until(_day_of(now), step=_DAY, count=DAYS)
    hourly, daily = _runs(by=TruncHour, since=hours[0]), _runs(by=TruncDay, since=days[0])
    tokens = _by_backend(
        BackendToken.objects.filter(
            Q(expires_at=None) | Q(expires_at__gt=now), revoked_at=None
        ).order_by("-created_at", "-id")
    )
    refused = _by_backend(RefusedCall.objects.order_by("-at", "-id"))
    calls = _calls(since=hours[0])
    return [
        {
            "backend": backend,
            "contact": backend.contact_at(now),
            "mode": backend.mode_at(now),
            "mode_since": backend.mode_since_at(now),
            "stop": stop_of(backend, everywhere=everywhere, now=now),
            "load": loads.get(backend.pk, Workload()),
            "by_hour": _slots(hourly, backend=backend, starts=hours),
            "by_day": _slots(daily, backend=backend, starts=days),
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


def _runs(*, by: type[TruncHour | TruncDay], since: datetime) -> Slots:
    """How many runs were asked for since then, and how many of them failed."""
    rows = (
        JobRequest.objects.filter(created_at__gte=since)
        .order_by()
        .annotate(at=by("created_at"))
        .values_list("backend_id", "at")
        .annotate(asked=Count("id"), failed=Count("id", filter=SHOWN_AS_FAILED))
    )
    return {(backend, at): (asked, failed) for backend, at, asked, failed in rows}


def _slots(found: Slots, *, backend: Backend, starts: Sequence[datetime]) -> list[dict[str, Any]]:
    """A slot for each start, also where nothing was asked for."""
    counts = [found.get((backend.pk, start), (0, 0)) for start in starts]
    return [
        {"at": start, "asked": asked, "failed": failed}
        for start, (asked, failed) in zip(starts, counts, strict=True)
    ]


def _day_of(now: datetime) -> datetime:
    return now.replace(hour=0, minute=0, second=0, microsecond=0)
