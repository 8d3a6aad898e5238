"""The earlier tries of a job, newest first."""

from datetime import datetime
from typing import Any

from server.jobs.durations import seconds_between
from server.jobs.facts.reasons import reason_facts
from server.jobs.listed import ListedJob
from server.jobs.models import JobAttempt
from server.jobs.reasons import BackendNow, JobState, explain_job
from server.jobs.statuses import display_status, is_finished

_MOST_ATTEMPTS = 20


def attempt_facts(job: ListedJob, *, backend: BackendNow) -> list[dict[str, Any]]:
    """What is kept of each, the newest twenty; one query."""
    newest = JobAttempt.objects.filter(job=job.pk).order_by("-id")[:_MOST_ATTEMPTS]
    return [_facts(attempt, action=job.action, backend=backend) for attempt in newest]


def _facts(attempt: JobAttempt, *, action: str, backend: BackendNow) -> dict[str, Any]:
    has_ended = is_finished(attempt.status)
    ended_at: datetime = (attempt.completed_at if has_ended else None) or attempt.replaced_at
    state = JobState(
        action=action,
        status=attempt.status,
        status_code=attempt.status_code,
        status_message=attempt.status_message,
        since=ended_at,
    )
    return {
        "status": attempt.status,
        "display_status": display_status(status=attempt.status, status_code=attempt.status_code),
        "was_interrupted": not has_ended,
        "status_code": attempt.status_code,
        "status_message": attempt.status_message,
        "reason": reason_facts(explain_job(state, backend=backend)) if has_ended else None,
        "created_at": attempt.created_at,
        "started_at": attempt.started_at,
        "ended_at": ended_at,
        "duration_s": seconds_between(attempt.started_at, ended_at),
    }
