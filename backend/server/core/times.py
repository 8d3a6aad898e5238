"""Times as other systems write them."""

from datetime import UTC, datetime, timedelta

from django.utils.dateparse import parse_datetime


def read_time(text: str) -> datetime:
    """An ISO 8601 time in UTC: without a zone it is UTC already, a date alone is its midnight.

    Raises:
        ValueError: `text` is no time.
        OverflowError: in UTC it lies outside the years 1 to 9999.
    """
    time = parse_datetime(text)
    if time is None:
        raise ValueError(f"{text!r} is no time.")
    return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)


def hour_of(moment: datetime) -> datetime:
    """When the hour of `moment` began."""
    return moment.replace(minute=0, second=0, microsecond=0)


def starts_until(last: datetime, *, step: timedelta, count: int) -> list[datetime]:
    """When the last hours or days began, oldest first; `last` is the newest of them."""
    return [last - step * back for back in reversed(range(count))]
