"""Stops of new runs: of one backend, or of the whole service. What is asked for already goes on."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from server.fleet.models import Backend, ServiceStop


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A stop that goes on or lies ahead; it ends by itself at `until`, or when it is taken back."""

    since: datetime
    until: datetime | None
    note: str
    is_everywhere: bool = False

    def is_on_at(self, now: datetime) -> bool:
        """Whether nobody may ask for new runs then."""
        return self.since <= now and (self.until is None or now < self.until)


def service_stop(*, now: datetime) -> Stop | None:
    """The stop of the whole service; None where there is none, or it is over. One query."""
    row = ServiceStop.objects.filter(Q(until=None) | Q(until__gt=now)).first()
    if row is None:
        return None
    return Stop(since=row.since, until=row.until, note=row.note, is_everywhere=True)


def stop_of(backend: Backend, *, everywhere: Stop | None, now: datetime) -> Stop | None:
    """What stops new runs on `backend`: that of the whole service first, else its own."""
    if everywhere is not None:
        return everywhere
    is_over = backend.stopped_until is not None and backend.stopped_until <= now
    if backend.stopped_since is None or is_over:
        return None
    return Stop(since=backend.stopped_since, until=backend.stopped_until, note=backend.stopped_note)


def stop_on(backend: Backend, *, now: datetime) -> Stop | None:
    """The same for one backend alone; one query."""
    return stop_of(backend, everywhere=service_stop(now=now), now=now)
