"""The statements by which a report is written, whatever the number of its jobs.

Each takes its rows as one JSON parameter; the twins for the two databases stand side by side.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection

from server.core.bulk import execute_with_rows

Rows = Sequence[Mapping[str, Any]]


def keep_attempts(rows: Rows) -> None:
    """Copy jobs, found by `job_id`, to their attempts before they are overwritten."""
    if rows:
        execute_with_rows(_ATTEMPTS, rows)


def write_jobs(rows: Rows) -> dict[tuple[int, str], int]:
    """Insert or overwrite jobs, found by request and identifier.

    `trace_context` and `metrics` are JSON values. A row without `run_command` is one of a job
    whose wide row stays as it is.

    Returns:
        (request key, identifier) → key of the job.
    """
    if not rows:
        return {}
    values = [
        {**row, **{name: _as_text(row.get(name)) for name in ("trace_context", "metrics")}}
        for row in rows
    ]
    written = execute_with_rows(_JOBS, values)
    if connection.vendor == "sqlite":  # which has no INSERT inside WITH
        execute_with_rows(_DETAILS, values)
    return {(request_id, identifier): key for request_id, identifier, key in written}


def write_job_requests(rows: Rows) -> None:
    """Store what follows for the requests, found by `id`, and move their versions on."""
    if rows:
        execute_with_rows(_JOB_REQUESTS, rows)


def _as_text(value: Any) -> str | None:
    return None if value is None else json.dumps(value)


_ATTEMPTS = {
    "postgresql": """
        INSERT INTO jobs_jobattempt (
            job_id, status, status_code, status_message, metrics,
            created_at, updated_at, started_at, completed_at, replaced_at)
        SELECT
            job.id, job.status, job.status_code, coalesce(detail.status_message, ''),
            detail.metrics, job.created_at, job.updated_at, job.started_at, job.completed_at,
            row.replaced_at
        FROM jsonb_to_recordset(%s::jsonb) AS row(job_id bigint, replaced_at timestamptz)
        JOIN jobs_job job ON job.id = row.job_id
        LEFT JOIN jobs_jobdetail detail ON detail.job_id = job.id
    """,
    "sqlite": """
        INSERT INTO jobs_jobattempt (
            job_id, status, status_code, status_message, metrics,
            created_at, updated_at, started_at, completed_at, replaced_at)
        SELECT
            job.id, job.status, job.status_code, coalesce(detail.status_message, ''),
            detail.metrics, job.created_at, job.updated_at, job.started_at, job.completed_at,
            row.value ->> 'replaced_at'
        FROM json_each(%s) AS row
        JOIN jobs_job job ON job.id = row.value ->> 'job_id'
        LEFT JOIN jobs_jobdetail detail ON detail.job_id = job.id
    """,
}

_JOBS = {
    "postgresql": """
        WITH row AS MATERIALIZED (
            SELECT * FROM jsonb_to_recordset(%s::jsonb) AS row(
                job_request_id bigint, workspace_id bigint, backend_id bigint,
                identifier text, action text, status text, status_code text,
                created_at timestamptz, updated_at timestamptz, started_at timestamptz,
                completed_at timestamptz, status_since timestamptz, received_at timestamptz,
                hidden_at timestamptz,
                run_command text, status_message text, trace_context text, metrics text)
        ), job AS (
            INSERT INTO jobs_job (
                job_request_id, workspace_id, backend_id, identifier, action, status, status_code,
                created_at, updated_at, started_at, completed_at, status_since, received_at,
                hidden_at)
            SELECT
                job_request_id, workspace_id, backend_id, identifier, action, status, status_code,
                created_at, updated_at, started_at, completed_at, status_since, received_at,
                hidden_at
            FROM row
            ON CONFLICT (job_request_id, identifier) DO UPDATE SET
                action = excluded.action, status = excluded.status,
                status_code = excluded.status_code, created_at = excluded.created_at,
                updated_at = excluded.updated_at, started_at = excluded.started_at,
                completed_at = excluded.completed_at,
                status_since = excluded.status_since, received_at = excluded.received_at,
                hidden_at = excluded.hidden_at
            RETURNING job_request_id, identifier, id
        ), detail AS (
            INSERT INTO jobs_jobdetail (job_id, run_command, status_message, trace_context, metrics)
            SELECT job.id, row.run_command, row.status_message,
                   row.trace_context::jsonb, row.metrics::jsonb
            FROM job JOIN row USING (job_request_id, identifier)
            WHERE row.run_command IS NOT NULL
            ON CONFLICT (job_id) DO UPDATE SET
                run_command = excluded.run_command, status_message = excluded.status_message,
                trace_context = excluded.trace_context, metrics = excluded.metrics
        )
        SELECT job_request_id, identifier, id FROM job
    """,
    "sqlite": """
        INSERT INTO jobs_job (
            job_request_id, workspace_id, backend_id, identifier, action, status, status_code,
            created_at, updated_at, started_at, completed_at, status_since, received_at, hidden_at)
        SELECT
            value ->> 'job_request_id', value ->> 'workspace_id', value ->> 'backend_id',
            value ->> 'identifier', value ->> 'action', value ->> 'status',
            value ->> 'status_code', value ->> 'created_at', value ->> 'updated_at',
            value ->> 'started_at', value ->> 'completed_at',
            value ->> 'status_since', value ->> 'received_at', value ->> 'hidden_at'
        FROM json_each(%s) WHERE true
        ON CONFLICT (job_request_id, identifier) DO UPDATE SET
            action = excluded.action, status = excluded.status,
            status_code = excluded.status_code, created_at = excluded.created_at,
            updated_at = excluded.updated_at, started_at = excluded.started_at,
            completed_at = excluded.completed_at,
            status_since = excluded.status_since, received_at = excluded.received_at,
            hidden_at = excluded.hidden_at
        RETURNING job_request_id, identifier, id
    """,
}

_DETAILS = {
    "sqlite": """
        INSERT INTO jobs_jobdetail (job_id, run_command, status_message, trace_context, metrics)
        SELECT job.id, value ->> 'run_command', value ->> 'status_message',
               value ->> 'trace_context', value ->> 'metrics'
        FROM json_each(%s)
        JOIN jobs_job job
          ON job.job_request_id = value ->> 'job_request_id'
         AND job.identifier = value ->> 'identifier'
        WHERE value ->> 'run_command' IS NOT NULL
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
