"""Named questions about job requests and jobs."""

from typing import TYPE_CHECKING, Self

from django.db import models

from server.jobs.statuses import ACTIVE_REQUESTS

if TYPE_CHECKING:
    from server.fleet.models import Backend
    from server.jobs.models import Job, JobRequest  # noqa: F401 - names the generics below


class JobRequestQuerySet(models.QuerySet["JobRequest"]):
    """Job requests, as runners and pages ask for them."""

    def active_for(self, backend: "Backend") -> Self:
        """What the runner of `backend` still has to work on."""
        return self.filter(backend=backend, status__in=ACTIVE_REQUESTS)


class JobQuerySet(models.QuerySet["Job"]):
    """Jobs, as pages ask for them."""

    def listed(self) -> Self:
        """Those that the runner's newest report of their request listed."""
        return self.filter(hidden_at=None)
