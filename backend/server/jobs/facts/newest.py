"""An action's newest job, beside the action."""

from typing import Any

from server.jobs.durations import seconds_between
from server.jobs.facts.jobs import since_of
from server.jobs.facts.named import backend_named
from server.jobs.facts.reasons import reason_facts
from server.jobs.newest import NewestJob
from server.jobs.reasons import BackendNow, JobState, explain_job
from server.jobs.statuses import display_status, is_finished


def newest_facts(job: NewestJob, *, backend: BackendNow, reads_database: bool) -> dict[str, Any]:
    """What is said of an action's newest job; `at` is the last moment known of it."""
    ended_at = job.completed_at if is_finished(job.status) else None
    state = JobState(
        action=job.action,
        status=job.status,
        status_code=job.status_code,
        since=since_of(job),
        reads_database=reads_database,
    )
    return {
        "job_identifier": job.identifier,
        "job_request_number": job.job_request_number,
        "job_request_identifier": job.job_request_identifier,
        "backend": backend_named(backend),
        "status": job.status,
        "display_status": display_status(status=job.status, status_code=job.status_code),
        "reason": reason_facts(explain_job(state, backend=backend)),
        "at": ended_at or job.started_at or job.created_at,
        "duration_s": seconds_between(job.started_at, ended_at),
        "commit_sha": job.sha,
    }
