"""The earlier tries of a job, newest first."""

from datetime import datetime
from operator import itemgetter
from typing import Any

from server.jobs.durations import seconds_between
from server.jobs.facts.reasons import reason_facts
from server.jobs.listed import ListedJob, unlisted_jobs
from server.jobs.models import JobAttempt, JobRequest
from server.jobs.reasons import BackendNow, JobState, explain_job
from server.jobs.statuses import display_status, is_finished

_MOST_ATTEMPTS = 20


def attempt_facts(
    job: ListedJob, job_request: JobRequest, *, backend: BackendNow
) -> list[dict[str, Any]]:
    """What is kept of each, the newest twenty; two queries at most.

    A job that the runner reports no longer was a try of the one that it lists of the action.
    """
    kept = JobAttempt.objects.filter(job=job.pk).order_by("-id")[:_MOST_ATTEMPTS]
    tries: list[_Try] = [(attempt.replaced_at, attempt) for attempt in kept]
    if job.hidden_at is None:
        gone = unlisted_jobs(job_request, action=job.action, most=_MOST_ATTEMPTS)
        tries += [(each.hidden_at, each) for each in gone if each.hidden_at]
    tries.sort(key=itemgetter(0), reverse=True)
    return [_facts(each, action=job.action, backend=backend) for each in tries[:_MOST_ATTEMPTS]]


# When it was no longer the newest, and what it was.
_Try = tuple[datetime, JobAttempt | ListedJob]


def _facts(tried: _Try, *, action: str, backend: BackendNow) -> dict[str, Any]:
    replaced_at, attempt = tried
    has_ended = is_finished(attempt.status)
    ended_at = (attempt.completed_at if has_ended else None) or replaced_at
    state = JobState(
        action=action,
        status=attempt.status,
        status_code=attempt.status_code,
        status_message=attempt.status_message,
        since=ended_at,
    )
    return {
        "job_identifier": attempt.identifier if isinstance(attempt, ListedJob) else None,
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
