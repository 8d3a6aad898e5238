"""Named questions about job requests and jobs."""

from typing import TYPE_CHECKING, Self

from django.db import connection, models
from django.db.models import Q

from server.jobs.statuses import ACTIVE_REQUESTS

if TYPE_CHECKING:
    from server.fleet.models import Backend
    from server.jobs.models import Job, JobRequest  # noqa: F401 - names the generics below

SHORTEST_PREFIX = 4
_LARGEST_KEY = 2**63 - 1


def starts_with(field: str, prefix: str) -> Q:
    """That `field` begins with `prefix`, in a form that its index serves.

    PostgreSQL has indexes for LIKE; SQLite compares bytes, and only a range is read from an index.
    """
    if connection.vendor == "postgresql":
        return Q(**{f"{field}__startswith": prefix})
    return Q(**{f"{field}__gte": prefix, f"{field}__lt": prefix + chr(0x10FFFF)})


def number_in(text: str) -> int | None:
    """The number of a request that `text` may be."""
    is_number = text.isascii() and text.isdecimal() and int(text[:20]) <= _LARGEST_KEY
    return int(text) if is_number and len(text) < 20 else None


class JobRequestQuerySet(models.QuerySet["JobRequest"]):
    """Job requests, as runners and pages ask for them."""

    def active_for(self, backend: "Backend") -> Self:
        """What the runner of `backend` still has to work on."""
        return self.filter(backend=backend, status__among=ACTIVE_REQUESTS)

    def for_list(self) -> Self:
        """Everything that a row of a list says, in one query."""
        return self.select_related("backend", "workspace__project", "workspace__repo", "created_by")

    def whole(self) -> Self:
        """Everything but the jobs that the page of a request says, in one query."""
        return self.for_list().select_related("detail", "cancel_requested_by")

    def unfinished(self) -> Self:
        """Those that their runners still have to work on."""
        return self.filter(status__among=ACTIVE_REQUESTS)


class JobQuerySet(models.QuerySet["Job"]):
    """Jobs, as pages ask for them."""

    def listed(self) -> Self:
        """Those that the runner's newest report of their request listed."""
        return self.filter(hidden_at=None)
