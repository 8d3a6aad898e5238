"""What a person asked for, as he exports it."""

from collections.abc import Iterator, Mapping
from typing import Any

from server.jobs.models import JobRequest
from server.people.models import User

_FIELDS = ("identifier", "created_at", "requested_actions", "branch", "sha", "status")


def requests_of(user: User) -> Iterator[Mapping[str, Any]]:
    """Every run that the person asked for, newest first."""
    rows = JobRequest.objects.filter(created_by=user).order_by("-created_at", "-id")
    for row in rows.values(*_FIELDS, "workspace__name", "backend__slug").iterator(chunk_size=500):
        yield {
            **{name: row[name] for name in _FIELDS},
            "workspace": row["workspace__name"],
            "backend": row["backend__slug"],
        }
