"""The newest jobs of some actions in a workspace on a backend, however long its history."""

import json
from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from django.db import connection
from django.db.models.expressions import RawSQL

from server.jobs.models import Job, JobRequest

READ = 20


class PastJob(NamedTuple):
    """A job of an earlier request."""

    action: str
    identifier: str
    status: str
    status_code: str
    created_at: datetime
    started_at: datetime | None
    completed_at: datetime | None
    job_request_id: int
    job_request__sha: str


def past_jobs(
    job_request: JobRequest, *, actions: Collection[str], until: datetime
) -> dict[str, list[PastJob]]:
    """Action → its jobs of earlier requests made by `until`, newest first, twenty at most.

    One query, in which each action is one probe of the index jobs_job_newest_of_action: `until` is
    where it begins, or the page of an old request would read past all that ran since.
    """
    statement, wanted = _STATEMENTS[connection.vendor], list(actions)
    array = wanted if connection.vendor == "postgresql" else json.dumps(wanted)
    place = [job_request.workspace_id, job_request.backend_id, job_request.pk]
    limits = [connection.ops.adapt_datetimefield_value(until), READ]
    chosen = RawSQL(statement, [array, *place, *limits])  # noqa: S611 - one of the two below
    rows = Job.objects.filter(pk__in=chosen)
    found: dict[str, list[PastJob]] = {}
    for values in rows.order_by("-created_at", "-id").values_list(*PastJob._fields):
        job = PastJob._make(values)
        found.setdefault(job.action, []).append(job)
    return found


_STATEMENTS = {
    "postgresql": """
        SELECT past.id FROM unnest(%s::text[]) AS wanted(action)
        CROSS JOIN LATERAL (
            SELECT job.id FROM jobs_job job
            WHERE job.workspace_id = %s AND job.backend_id = %s AND job.action = wanted.action
              AND job.hidden_at IS NULL AND job.job_request_id < %s AND job.created_at <= %s
            ORDER BY job.created_at DESC, job.id DESC LIMIT %s
        ) past
    """,
    "sqlite": """
        SELECT past.id FROM json_each(%s) AS wanted
        JOIN jobs_job past ON past.id IN (
            SELECT job.id FROM jobs_job job
            WHERE job.workspace_id = %s AND job.backend_id = %s AND job.action = wanted.value
              AND job.hidden_at IS NULL AND job.job_request_id < %s AND job.created_at <= %s
            ORDER BY job.created_at DESC, job.id DESC LIMIT %s
        )
    """,
}
