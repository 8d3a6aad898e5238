"""Named questions about job requests and jobs."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from server.core.narrow import PERSON, joined
from server.jobs.statuses import ACTIVE_REQUESTS, DisplayStatus, JobRequestStatus, strip_of

if TYPE_CHECKING:
    from server.fleet.models import Backend
    from server.jobs.models import Job, JobRequest  # noqa: F401 - names the generics below

SHORTEST_PREFIX = 4
# Requests that are drawn as failed: `statuses.request_display_status` in SQL.
SHOWN_AS_FAILED = Q(status=JobRequestStatus.FAILED) & (
    Q(strip__contains=strip_of([DisplayStatus.FAILED]))
    | ~Q(strip__contains=strip_of([DisplayStatus.CANCELLED]))
)
_LARGEST_KEY = 2**63 - 1


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
        """Everything that a row of a list says, in two queries: of backends there are few."""
        return joined(
            self.prefetch_related("backend"),
            workspace=("name", "project", "repo"),
            workspace__project=("slug", "name"),
            workspace__repo=("url",),
            created_by=PERSON,
        )

    def whole(self) -> Self:
        """Everything but the jobs that the page of a request says, in one query."""
        return joined(
            self.select_related("backend"),
            detail=("project_definition", "commit_message", "planned"),
            workspace=("name", "project", "repo", "is_archived"),
            workspace__project=("slug", "name", "is_archived"),
            workspace__repo=("url", "owner", "name"),
            created_by=PERSON,
            cancel_requested_by=PERSON,
        )

    def unfinished(self) -> Self:
        """Those that their runners still have to work on."""
        return self.filter(status__among=ACTIVE_REQUESTS)


class JobQuerySet(models.QuerySet["Job"]):
    """Jobs, as pages ask for them."""

    def listed(self) -> Self:
        """Those that the runner's newest report of their request listed."""
        return self.filter(hidden_at=None)

    def unlisted(self) -> Self:
        """Those that it left out, as one does that was rebuilt and gives its jobs new names."""
        return self.exclude(hidden_at=None)
