"""What was asked for before a request."""

from typing import NamedTuple

from django.db.models import TextField
from django.db.models.expressions import RawSQL

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
_ACTIVE = ", ".join(f"'{status.value}'" for status in ACTIVE_REQUESTS)
_STATEMENT = _SUBQUERIES.format(active=_ACTIVE)

# Of a backend in a query: another one whenever `unfinished` is another one, of any request there.
# All that wait share it, no report of jobs moves it, and it is read off the end of an index,
# jobs_request_active.
_FIRST_ON_BACKEND = """(
    SELECT COUNT(*) || ' ' || COALESCE(SUM(id), 0) FROM (
        SELECT id FROM jobs_jobrequest
        WHERE backend_id = fleet_backend.id AND status IN ({active})
        ORDER BY created_at, id LIMIT %s
    ) AS first
)"""
FIRST_ON_BACKEND = RawSQL(  # noqa: S611
    _FIRST_ON_BACKEND.format(active=_ACTIVE), [MOST_COUNTED + 1], output_field=TextField()
)
