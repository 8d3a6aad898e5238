"""What moves the pages that show requests."""

from collections.abc import Collection, Mapping

from server.core import clock
from server.core.bulk import one_of
from server.core.counters import all_counters
from server.fleet.versions import standing_at
from server.jobs.models import JobRequest


def state_of_all(names: Collection[str]) -> Mapping[str, object]:
    """Every counter of changes: no report, request or cancel leaves them as they are; one query."""
    return dict.fromkeys(names, all_counters())


def state_of_requests(identifiers: Collection[str]) -> Mapping[str, object]:
    """The version of each request, and how its backend stands; one query."""
    now = clock.now()
    rows = (
        JobRequest.objects.filter(identifier__in=one_of(identifiers))
        .select_related("backend")
        .only("identifier", "version", *(f"backend__{name}" for name in _STANDING))
    )
    return {each.identifier: (each.version, standing_at(each.backend, now)) for each in rows}


_STANDING = (
    "alert_timeout",
    "last_seen_at",
    "maintenance_since",
    "paused_since",
    "announced_since",
    "announced_until",
)
