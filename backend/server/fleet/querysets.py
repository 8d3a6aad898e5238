"""Which backends this installation knows, and how much each has to do."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Count, Min, Q

if TYPE_CHECKING:
    from server.fleet.models import Backend  # noqa: F401 - names the generics below

# What the app above calls active, word for word: so the index of the active ones serves.
_ACTIVE = ("pending", "running", "unknown", "unknown_error_creating_jobs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Workload:
    """How many requests and jobs wait and run; `oldest_waiting_at` is the first one's asking."""

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

    def workloads(self) -> dict[int, Workload]:
        """Each backend's load by its key, in two queries that read unfinished requests alone."""
        is_running = Q(job_requests__status="running")
        requests = (
            self.filter(job_requests__status__among=_ACTIVE)
            .order_by()
            .values("pk")
            .annotate(
                waiting_requests=Count("job_requests", filter=~is_running),
                running_requests=Count("job_requests", filter=is_running),
                oldest_waiting_at=Min("job_requests__created_at", filter=~is_running),
            )
        )
        jobs = (
            self.filter(job_requests__status__among=_ACTIVE, job_requests__jobs__hidden_at=None)
            .order_by()
            .values("pk")
            .annotate(
                waiting_jobs=Count(
                    "job_requests__jobs", filter=Q(job_requests__jobs__status__iexact="pending")
                ),
                running_jobs=Count(
                    "job_requests__jobs", filter=Q(job_requests__jobs__status__iexact="running")
                ),
            )
        )
        found: dict[int, dict[str, Any]] = {}
        for row in (*requests, *jobs):
            found.setdefault(row.pop("pk"), {}).update(row)
        return {pk: Workload(**load) for pk, load in found.items()}


class EnabledBackendManager(models.Manager.from_queryset(BackendQuerySet)):  # type: ignore[misc]
    """The default manager: backends that the environment enables (`BACKENDS`; empty = all)."""

    def get_queryset(self) -> BackendQuerySet:
        """Read at each call, so that a test may change the setting."""
        everything = super().get_queryset()
        return everything.filter(slug__in=settings.BACKENDS) if settings.BACKENDS else everything
