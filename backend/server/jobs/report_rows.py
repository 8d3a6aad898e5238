"""The three statements by which a report is written, whatever the number of its jobs.

Each takes its rows as one JSON parameter; the twins for the two databases stand side by side.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from server.core.bulk import execute_with_rows

Rows = Sequence[Mapping[str, Any]]


def write_jobs(rows: Rows) -> None:
    """Insert or overwrite the narrow rows of jobs, found by request and identifier."""
    if rows:
        execute_with_rows(_JOBS, rows)


def write_details(rows: Rows) -> None:
    """Insert or overwrite the wide rows of jobs that are there already.

    `trace_context` and `metrics` are JSON values.
    """
    if rows:
        execute_with_rows(
            _DETAILS,
            [
                {
                    **row,
                    "trace_context": _as_text(row["trace_context"]),
                    "metrics": _as_text(row["metrics"]),
                }
                for row in rows
            ],
        )


def write_job_requests(rows: Rows) -> None:
    """Store what follows for the requests, found by `id`, and move their versions on."""
    if rows:
        execute_with_rows(_JOB_REQUESTS, rows)


def _as_text(value: Any) -> str | None:
    return None if value is None else json.dumps(value)


_JOBS = {
    "postgresql": """
        INSERT INTO jobs_job (
            job_request_id, workspace_id, backend_id, identifier, action, status, status_code,
            created_at, updated_at, started_at, completed_at, received_at, hidden_at)
        SELECT
            job_request_id, workspace_id, backend_id, identifier, action, status, status_code,
            created_at, updated_at, started_at, completed_at, received_at, hidden_at
        FROM jsonb_to_recordset(%s::jsonb) AS row(
            job_request_id bigint, workspace_id bigint, backend_id bigint,
            identifier text, action text, status text, status_code text,
            created_at timestamptz, updated_at timestamptz, started_at timestamptz,
            completed_at timestamptz, received_at timestamptz, hidden_at timestamptz)
        ON CONFLICT (job_request_id, identifier) DO UPDATE SET
            action = excluded.action, status = excluded.status,
            status_code = excluded.status_code, created_at = excluded.created_at,
            updated_at = excluded.updated_at, started_at = excluded.started_at,
            completed_at = excluded.completed_at, received_at = excluded.received_at,
            hidden_at = excluded.hidden_at
    """,
    "sqlite": """
        INSERT INTO jobs_job (
            job_request_id, workspace_id, backend_id, identifier, action, status, status_code,
            created_at, updated_at, started_at, completed_at, received_at, hidden_at)
        SELECT
            value ->> 'job_request_id', value ->> 'workspace_id', value ->> 'backend_id',
            value ->> 'identifier', value ->> 'action', value ->> 'status',
            value ->> 'status_code', value ->> 'created_at', value ->> 'updated_at',
            value ->> 'started_at', value ->> 'completed_at', value ->> 'received_at',
            value ->> 'hidden_at'
        FROM json_each(%s) WHERE true
        ON CONFLICT (job_request_id, identifier) DO UPDATE SET
            action = excluded.action, status = excluded.status,
            status_code = excluded.status_code, created_at = excluded.created_at,
            updated_at = excluded.updated_at, started_at = excluded.started_at,
            completed_at = excluded.completed_at, received_at = excluded.received_at,
            hidden_at = excluded.hidden_at
    """,
}

_DETAILS = {
    "postgresql": """
        INSERT INTO jobs_jobdetail (job_id, run_command, status_message, trace_context, metrics)
        SELECT job.id, row.run_command, row.status_message,
               row.trace_context::jsonb, row.metrics::jsonb
        FROM jsonb_to_recordset(%s::jsonb) AS row(
            job_request_id bigint, identifier text, run_command text, status_message text,
            trace_context text, metrics text)
        JOIN jobs_job job
          ON job.job_request_id = row.job_request_id AND job.identifier = row.identifier
        ON CONFLICT (job_id) DO UPDATE SET
            run_command = excluded.run_command, status_message = excluded.status_message,
            trace_context = excluded.trace_context, metrics = excluded.metrics
    """,
    "sqlite": """
        INSERT INTO jobs_jobdetail (job_id, run_command, status_message, trace_context, metrics)
        SELECT job.id, value ->> 'run_command', value ->> 'status_message',
               value ->> 'trace_context', value ->> 'metrics'
        FROM json_each(%s)
        JOIN jobs_job job
          ON job.job_request_id = value ->> 'job_request_id'
         AND job.identifier = value ->> 'identifier'
        WHERE true
        ON CONFLICT (job_id) DO UPDATE SET
            run_command = excluded.run_command, status_message = excluded.status_message,
            trace_context = excluded.trace_context, metrics = excluded.metrics
    """,
}

_JOB_REQUESTS = {
    "postgresql": """
        UPDATE jobs_jobrequest AS request SET
            status = row.status, status_message = row.status_message, strip = row.strip,
            started_at = row.started_at, completed_at = row.completed_at,
            updated_at = row.updated_at, version = request.version + 1
        FROM jsonb_to_recordset(%s::jsonb) AS row(
            id bigint, status text, status_message text, strip text, started_at timestamptz,
            completed_at timestamptz, updated_at timestamptz)
        WHERE request.id = row.id
    """,
    "sqlite": """
        UPDATE jobs_jobrequest AS request SET
            status = row.value ->> 'status', status_message = row.value ->> 'status_message',
            strip = row.value ->> 'strip', started_at = row.value ->> 'started_at',
            completed_at = row.value ->> 'completed_at',
            updated_at = row.value ->> 'updated_at', version = request.version + 1
        FROM json_each(%s) AS row
        WHERE request.id = row.value ->> 'id'
    """,
}
