"""What moves the pages that show backends."""

from collections.abc import Collection, Mapping
from datetime import datetime

from server.core import clock
from server.fleet.models import Backend
from server.fleet.stops import Stop, service_stop, stop_of


def state_of_backends(names: Collection[str]) -> Mapping[str, object]:
    """How every backend stands, as pages show it; two queries."""
    now = clock.now()
    everywhere = service_stop(now=now)
    backends = [
        (
            *(each.pk, each.version, each.last_seen_at, standing_at(each, now)),
            _stop_at(stop_of(each, everywhere=everywhere, now=now), now),
        )
        for each in Backend.everywhere.order_by("pk")
    ]
    return dict.fromkeys(names, backends)


def _stop_at(stop: Stop | None, now: datetime) -> tuple[object, ...]:
    """The stop of new runs, and whether it has begun."""
    return stop, stop is not None and stop.is_on_at(now)


def standing_at(backend: Backend, now: datetime) -> tuple[object, ...]:
    """What of a backend bears on its jobs."""
    return backend.contact_at(now), backend.mode_at(now), backend.mode_since_at(now)
