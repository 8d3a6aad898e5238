"""The one clock; edges (views, commands, handlers) read it and pass the time down as `now=`."""

from datetime import UTC, datetime


def now() -> datetime:
    """The present moment in UTC."""
    return datetime.now(UTC)
