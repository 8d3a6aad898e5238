"""What moves the pages that show backends."""

from collections.abc import Collection, Mapping
from datetime import datetime

from server.core import clock
from server.fleet.models import Backend
from server.fleet.stops import Stop, service_stop, stop_of


def state_of_backends(names: Collection[str]) -> Mapping[str, object]:
    """How every backend stands and when it was last heard; two queries."""
    backends, stands = _read_standings()
    seen = [each.last_seen_at for each in backends]
    return dict.fromkeys(names, (seen, stands))


def state_of_standings(names: Collection[str]) -> Mapping[str, object]:
    """How every backend stands; for notices, which no contact moves as such; two queries."""
    _, stands = _read_standings()
    return dict.fromkeys(names, stands)


def _read_standings() -> tuple[list[Backend], list[tuple[object, ...]]]:
    """All backends, and of each how it stands, and its stop of new runs."""
    now = clock.now()
    everywhere = service_stop(now=now)
    backends = list(Backend.everywhere.order_by("pk"))
    stands: list[tuple[object, ...]] = [
        (each.pk, standing_at(each, now), stop_at(each, everywhere=everywhere, now=now))
        for each in backends
    ]
    return backends, stands


def stop_at(backend: Backend, *, everywhere: Stop | None, now: datetime) -> tuple[object, ...]:
    """What stops new runs on a backend, and whether it has begun."""
    stop = stop_of(backend, everywhere=everywhere, now=now)
    return stop, stop is not None and stop.is_on_at(now)


def standing_at(backend: Backend, now: datetime) -> tuple[object, ...]:
    """What of a backend bears on its jobs: what staff change, and what time or its runner does."""
    return (
        backend.version,
        backend.contact_at(now),
        backend.mode_at(now),
        backend.mode_since_at(now),
        backend.announces_maintenance_at(now),
    )
