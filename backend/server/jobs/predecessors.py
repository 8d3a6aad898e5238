"""What was asked for before a request."""

from typing import NamedTuple

from server.core import prepared
from server.jobs.models import JobRequest
from server.jobs.reasons import MOST_COUNTED
from server.jobs.statuses import ACTIVE_REQUESTS


class Predecessors(NamedTuple):
    """What bears on a request of those asked for sooner on its backend.

    `unfinished` counts them to 101; `sha` is the commit of the last one in its workspace, None
    where it is the first.
    """

    unfinished: int
    sha: str | None


def predecessors_of(job_request: JobRequest) -> Predecessors:
    """Read from the ends of two indexes, jobs_request_active and jobs_request_of_workspace."""
    [row] = prepared.fetch(_STATEMENT, [MOST_COUNTED + 1, job_request.pk])
    return Predecessors._make(row)


# Twenty viewers read a request when it moves; the ORM takes ten times as long to write these two as
# the database to answer them. The words of the index stand in the text, as SQLite wants them.
_SUBQUERIES = """
    SELECT (
        SELECT COUNT(*) FROM (
            SELECT 1 FROM jobs_jobrequest sooner
            WHERE sooner.backend_id = this.backend_id AND sooner.status IN ({active})
              AND sooner.created_at <= this.created_at AND sooner.id < this.id
            LIMIT %s
        ) counted
    ), (
        SELECT earlier.sha FROM jobs_jobrequest earlier
        WHERE earlier.workspace_id = this.workspace_id AND earlier.backend_id = this.backend_id
          AND earlier.created_at <= this.created_at AND earlier.id < this.id
        ORDER BY earlier.created_at DESC, earlier.id DESC LIMIT 1
    )
    FROM jobs_jobrequest this WHERE this.id = %s
"""
_STATEMENT = _SUBQUERIES.format(active=", ".join(f"'{status.value}'" for status in ACTIVE_REQUESTS))
