"""The newest job of each action of a workspace, whatever the length of its history."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from server.jobs.models import Job


@dataclass(frozen=True, slots=True)
class NewestJob:
    """What pages and runners are told of an action's newest job; times as the runner sent them."""

    action: str
    identifier: str
    status: str
    status_code: str
    created_at: datetime
    updated_at: datetime | None
    started_at: datetime | None
    completed_at: datetime | None
    status_since: datetime | None
    backend_id: int
    job_request_number: int
    job_request_identifier: str
    sha: str


def newest_jobs(*, workspace_id: int, backend_id: int | None = None) -> dict[str, NewestJob]:
    """Action → its newest listed job, in order of name; on one backend, or over all of them.

    Two queries. Their time grows with the number of actions and backends, not with that of jobs.
    """
    jobs = Job.objects.filter(
        pk__in=_newest_on_each_backend(workspace_id=workspace_id, backend_id=backend_id)
    ).select_related("job_request")
    # The later row of an action takes the place of the earlier one.
    newest = {job.action: job for job in sorted(jobs, key=lambda job: (job.created_at, job.pk))}
    return {action: _newest_job(newest[action]) for action in sorted(newest)}


def _newest_on_each_backend(*, workspace_id: int, backend_id: int | None) -> list[int]:
    """The keys of each action's newest job on each backend."""
    one_backend = "WHERE backend.id = %s" if backend_id is not None else ""
    chosen = [backend_id] if backend_id is not None else []
    with connection.cursor() as cursor:
        cursor.execute(
            _SKIP_SCAN.format(one_backend=one_backend),
            [workspace_id, *chosen, workspace_id],
        )
        return [pk for (pk,) in cursor.fetchall()]


# Neither database skips over the many jobs of one action by itself: `DISTINCT ON` and window
# functions read them all. Each step here is one probe of the index jobs_job_newest_of_action, whose
# whole order is asked for: `min(action)` may also be had from other indexes, by reading on and on
# where a backend has no job of the workspace. The rows are read by a statement of their own: joined
# here, PostgreSQL at times hashes the whole table (50 ms for 200,000 jobs, not 2).
_SKIP_SCAN = """
    WITH RECURSIVE newest(backend_id, job_id) AS (
        SELECT backend.id, (
            SELECT job.id FROM jobs_job job
            WHERE job.workspace_id = %s AND job.backend_id = backend.id AND job.hidden_at IS NULL
            ORDER BY job.action, job.created_at DESC, job.id DESC LIMIT 1
        )
        FROM fleet_backend backend {one_backend}
        UNION ALL
        SELECT newest.backend_id, (
            SELECT job.id FROM jobs_job job
            WHERE job.workspace_id = %s AND job.backend_id = newest.backend_id
              AND job.hidden_at IS NULL
              AND job.action > (SELECT last.action FROM jobs_job last WHERE last.id = newest.job_id)
            ORDER BY job.action, job.created_at DESC, job.id DESC LIMIT 1
        )
        FROM newest WHERE newest.job_id IS NOT NULL
    )
    SELECT job_id FROM newest WHERE job_id IS NOT NULL
"""


def _newest_job(job: Job) -> NewestJob:
    return NewestJob(
        action=job.action,
        identifier=job.identifier,
        status=job.status,
        status_code=job.status_code,
        created_at=job.created_at,
        updated_at=job.updated_at,
        started_at=job.started_at,
        completed_at=job.completed_at,
        status_since=job.status_since,
        backend_id=job.backend_id,
        job_request_number=job.job_request_id,
        job_request_identifier=job.job_request.identifier,
        sha=job.job_request.sha,
    )
