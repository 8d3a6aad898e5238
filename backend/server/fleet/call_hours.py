"""How a backend's runners call each endpoint: since it was made, and hour by hour."""

from datetime import datetime, timedelta
from typing import Any

from server.core.times import hour_of, starts_until
from server.fleet.contact import HOURS_KEPT_FOR
from server.fleet.models import Backend

_HOUR = timedelta(hours=1)
_HOURS = HOURS_KEPT_FOR // _HOUR
_COUNTS = ("calls", "failures", "took_ms")
_NONE = dict.fromkeys(_COUNTS, 0)


def call_facts(backend: Backend, *, now: datetime) -> list[dict[str, Any]]:
    """Each endpoint by name, with every hour of the last week, oldest first; two queries."""
    starts = starts_until(hour_of(now), step=_HOUR, count=_HOURS)
    hours = backend.call_hours.filter(hour__gte=starts[0]).values("endpoint", "hour", *_COUNTS)
    counted = {(each["endpoint"], each["hour"]): each for each in hours}
    return [
        {
            **count,
            "by_hour": [
                counted.get((count["endpoint"], start), {"hour": start, **_NONE})
                for start in starts
            ],
        }
        for count in backend.call_counts.order_by("endpoint").values(
            "endpoint", "last_call_at", *_COUNTS
        )
    ]
