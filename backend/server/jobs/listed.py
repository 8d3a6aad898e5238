"""The jobs that a request lists, as its pages read them."""

from datetime import datetime
from typing import Any, NamedTuple

from django.db.models.expressions import RawSQL

from server.jobs.models import JobRequest


class ListedJob(NamedTuple):
    """A job with its wide part; `attempts_total` counts this try too."""

    pk: int
    identifier: str
    action: str
    status: str
    status_code: str
    created_at: datetime
    updated_at: datetime | None
    started_at: datetime | None
    completed_at: datetime | None
    status_since: datetime | None
    received_at: datetime
    run_command: str
    status_message: str
    metrics: Any
    attempts_total: int


def listed_jobs(job_request: JobRequest) -> list[ListedJob]:
    """All of them, in no order; one query."""
    rows = job_request.jobs.listed().annotate(attempts_total=RawSQL(_TRIES, []))  # noqa: S611
    return [ListedJob._make(values) for values in rows.values_list(*_COLUMNS)]


_WIDE = ("run_command", "status_message", "metrics")
_COLUMNS = [f"detail__{name}" if name in _WIDE else name for name in ListedJob._fields]

# Twenty viewers read a request when it moves. The ORM takes longer to write this count than the
# database to read the jobs, and rows of two models take three times as long to make as values.
_TRIES = "(SELECT COUNT(*) + 1 FROM jobs_jobattempt tried WHERE tried.job_id = jobs_job.id)"
