"""Which backends this installation knows, and how much each has to do."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Count, Min, Q

from server.core.matching import matching

if TYPE_CHECKING:
    from server.fleet.models import Backend  # noqa: F401 - names the generics below

# What the app above calls active, word for word: so the index of the active ones serves.
_ACTIVE = ("pending", "running", "unknown", "unknown_error_creating_jobs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Workload:
    """How many requests and jobs wait and run; `oldest_waiting_at` is the first one's asking.

    What is to be stopped waits no more. A request of which a runner says words that nobody knows
    counts as running: it was taken, and is not over.
    """

    waiting_requests: int = 0
    running_requests: int = 0
    waiting_jobs: int = 0
    running_jobs: int = 0
    oldest_waiting_at: datetime | None = None


class BackendQuerySet(models.QuerySet["Backend"]):
    """Backends, by what is switched on."""

    def active(self) -> Self:
        """Those that staff have not switched off."""
        return self.filter(is_active=True)

    def matching(self, text: str) -> Self:
        """Those whose slug or name has the words of `text` in it; they are always few."""
        return self.filter(matching(self.model, text, "slug", "name"))

    def workloads(self) -> dict[int, Workload]:
        """Each backend's load by its key, in two queries that read unfinished requests alone."""
        # By the relation's other end, because an app below imports nothing from one above.
        job_request: Any = self.model._meta.get_field("job_requests").related_model
        active = job_request.objects.filter(backend__in=self, status__among=_ACTIVE).order_by()
        is_pending, is_wanted = Q(status="pending"), Q(cancel_requested_at=None)
        is_waiting = is_pending & is_wanted
        requests = active.values("backend_id").annotate(
            waiting_requests=Count("id", filter=is_waiting),
            running_requests=Count("id", filter=~is_pending),
            oldest_waiting_at=Min("created_at", filter=is_waiting),
        )
        jobs = active.values("backend_id").annotate(
            waiting_jobs=Count("jobs", filter=_listed_jobs("pending") & is_wanted),
            running_jobs=Count("jobs", filter=_listed_jobs("running")),
        )
        found: dict[int, dict[str, Any]] = {}
        for row in (*requests, *jobs):
            found.setdefault(row.pop("backend_id"), {}).update(row)
        return {pk: Workload(**load) for pk, load in found.items()}


def _listed_jobs(status: str) -> Q:
    return Q(jobs__hidden_at=None, jobs__status__iexact=status)


class EnabledBackendManager(models.Manager.from_queryset(BackendQuerySet)):  # type: ignore[misc]
    """The default manager: backends that the environment enables (`BACKENDS`; empty = all)."""

    def get_queryset(self) -> BackendQuerySet:
        """Read at each call, so that a test may change the setting."""
        everything = super().get_queryset()
        return everything.filter(slug__in=settings.BACKENDS) if settings.BACKENDS else everything
