"""What is stored of the requests that a report names, read in one statement on both databases.

Each request comes as one JSON text with all its jobs, so that the number of rows that travel, and
of objects that the ORM would make, does not grow with the jobs. The twins for the two databases
stand side by side.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db import connection

from server.core.bulk import one_of
from server.jobs.models import JobRequest


class StoredJob(NamedTuple):
    """A job as it is stored, narrow row and wide one."""

    id: int
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
    trace_context: Any
    metrics: Any


class StoredRequest(NamedTuple):
    """A request as it is stored; `jobs` by identifier, hidden ones too, none of other backends."""

    id: int
    identifier: str
    backend_id: int
    workspace_id: int
    will_notify: bool
    status: str
    status_message: str
    strip: str
    started_at: datetime | None
    completed_at: datetime | None
    updated_at: datetime | None
    planned: Sequence[Mapping[str, Any]]
    jobs: Mapping[str, StoredJob]


def lock_and_read(*, backend_id: int, identifiers: Collection[str]) -> list[StoredRequest]:
    """The named requests, other backends' too; the backend's own are held until the commit.

    PostgreSQL locks the rows, in one order for all reports, and only then reads: a statement that
    waited for a lock would go on with the jobs as they were before. On SQLite the transaction
    itself is the lock: it began IMMEDIATE, so no other writer is between its reads and its writes.
    """
    if connection.features.has_select_for_update:
        own = JobRequest.objects.filter(backend=backend_id, identifier__in=one_of(identifiers))
        list(own.order_by("id").select_for_update().values_list("id"))
    names = list(identifiers)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRESQL, [backend_id, names])
        else:
            cursor.execute(_SQLITE, [backend_id, json.dumps(names)])
        return [_request_of(json.loads(text)) for (text,) in cursor.fetchall()]


def _request_of(values: Sequence[Any]) -> StoredRequest:
    *plain, started_at, completed_at, updated_at, planned, jobs = values
    times = map(_time_of, (started_at, completed_at, updated_at))
    stored = {job.identifier: job for job in map(_job_of, jobs or ())}
    return StoredRequest._make([*plain, *times, planned or (), stored])


def _job_of(values: Sequence[Any]) -> StoredJob:
    return StoredJob(
        *values[: _TIMES.start], *map(_time_of, values[_TIMES]), *values[_TIMES.stop :]
    )


def _time_of(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


_TIMES = slice(StoredJob._fields.index("created_at"), StoredJob._fields.index("run_command"))

_POSTGRESQL = """
    SELECT json_build_array(
        request.id, request.identifier, request.backend_id, request.workspace_id,
        request.will_notify, request.status, request.status_message, request.strip,
        request.started_at, request.completed_at, request.updated_at, detail.planned,
        CASE WHEN request.backend_id = %s THEN (
            SELECT json_agg(json_build_array(
                job.id, job.identifier, job.action, job.status, job.status_code,
                job.created_at, job.updated_at, job.started_at, job.completed_at,
                job.status_since, job.received_at, job.hidden_at,
                wide.run_command, wide.status_message, wide.trace_context, wide.metrics))
            FROM jobs_job job LEFT JOIN jobs_jobdetail wide ON wide.job_id = job.id
            WHERE job.job_request_id = request.id
        ) END)::text
    FROM jobs_jobrequest request
    LEFT JOIN jobs_jobrequestdetail detail ON detail.job_request_id = request.id
    WHERE request.identifier = ANY(%s)
    ORDER BY request.id
"""

_SQLITE = """
    SELECT json_array(
        request.id, request.identifier, request.backend_id, request.workspace_id,
        json(iif(request.will_notify, 'true', 'false')),
        request.status, request.status_message, request.strip,
        request.started_at || '+00:00', request.completed_at || '+00:00',
        request.updated_at || '+00:00', json(detail.planned),
        CASE WHEN request.backend_id = %s THEN json((
            SELECT json_group_array(json_array(
                job.id, job.identifier, job.action, job.status, job.status_code,
                job.created_at || '+00:00', job.updated_at || '+00:00',
                job.started_at || '+00:00', job.completed_at || '+00:00',
                job.status_since || '+00:00', job.received_at || '+00:00',
                job.hidden_at || '+00:00',
                wide.run_command, wide.status_message,
                json(wide.trace_context), json(wide.metrics)))
            FROM jobs_job job LEFT JOIN jobs_jobdetail wide ON wide.job_id = job.id
            WHERE job.job_request_id = request.id
        )) END)
    FROM jobs_jobrequest request
    LEFT JOIN jobs_jobrequestdetail detail ON detail.job_request_id = request.id
    WHERE request.identifier IN (SELECT value FROM json_each(%s))
    ORDER BY request.id
"""
