"""What moves the pages that show backends."""

from collections.abc import Collection, Mapping
from datetime import datetime

from server.core import clock
from server.fleet.models import Backend


def state_of_backends(names: Collection[str]) -> Mapping[str, object]:
    """How every backend stands, as pages show it; one query."""
    now = clock.now()
    backends = [
        (each.pk, each.version, each.last_seen_at, standing_at(each, now))
        for each in Backend.everywhere.order_by("pk")
    ]
    return dict.fromkeys(names, backends)


def standing_at(backend: Backend, now: datetime) -> tuple[object, ...]:
    """What of a backend bears on its jobs."""
    return backend.contact_at(now), backend.mode_at(now), backend.mode_since_at(now)
