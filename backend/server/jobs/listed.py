"""The jobs of a request, as its pages read them."""

from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import F, TextField, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce

from server.jobs.models import JobRequest
from server.jobs.querysets import JobQuerySet


class ListedJob(NamedTuple):
    """A job with its wide part; `attempts_total` counts this try too.

    `hidden_at` is since when its runner reports it no longer; None for one that is listed.
    """

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
    hidden_at: datetime | None
    run_command: str
    status_message: str
    metrics: Any
    attempts_total: int


def listed_jobs(job_request: JobRequest) -> list[ListedJob]:
    """All of them, in no order; one query."""
    return _read(job_request.jobs.listed())


def unlisted_job(job_request: JobRequest, *, identifier: str) -> ListedJob | None:
    """The one of this identifier that its runner reports no longer; one query."""
    found = _read(job_request.jobs.unlisted().filter(identifier=identifier))
    return found[0] if found else None


def unlisted_jobs(job_request: JobRequest, *, action: str, most: int) -> list[ListedJob]:
    """Those of the action that its runner reports no longer, the newest `most`; one query."""
    rows = job_request.jobs.unlisted().filter(action=action)
    return _read(rows.order_by("-hidden_at", "-id")[:most])


def _read(rows: JobQuerySet) -> list[ListedJob]:
    counted = rows.annotate(attempts_total=RawSQL(_TRIES, []))  # noqa: S611
    return [ListedJob._make(values) for values in counted.values_list(*_COLUMNS)]


# Reports write the wide part with each job; an import may not have it.
_WIDE: dict[str, Any] = {
    "run_command": Coalesce("detail__run_command", Value("", TextField())),
    "status_message": Coalesce("detail__status_message", Value("", TextField())),
    "metrics": F("detail__metrics"),
}
_COLUMNS = [_WIDE.get(name, name) for name in ListedJob._fields]

# Twenty viewers read a request when it moves. The ORM takes longer to write this count than the
# database to read the jobs, and rows of two models take three times as long to make as values.
# What the runner lists no longer of an action counts as earlier tries of what it lists; the index
# jobs_job_action_requests leads to it.
_TRIES = """
    (SELECT COUNT(*) + 1 FROM jobs_jobattempt tried WHERE tried.job_id = jobs_job.id)
    + (SELECT COUNT(*) FROM jobs_job gone
       WHERE gone.action = jobs_job.action AND gone.job_request_id = jobs_job.job_request_id
         AND gone.hidden_at IS NOT NULL AND jobs_job.hidden_at IS NULL)
"""
