"""How the jobs of a request compare with those of the runs before it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from statistics import median
from typing import Any

from server.jobs.durations import seconds_between
from server.jobs.history import PastJob, past_jobs
from server.jobs.models import JobRequest
from server.jobs.statuses import ERROR_ACTION, DisplayStatus, display_status, is_finished

_WEEK = timedelta(days=7)
_FEWEST = 3  # one or two say nothing of what is usual


def comparison_facts(job_request: JobRequest, *, now: datetime) -> list[dict[str, Any]]:
    """For each listed job its last time, its usual length and its failures; two queries."""
    jobs = job_request.jobs.listed().exclude(action=ERROR_ACTION).order_by("created_at", "id")
    made = list(jobs.values_list("action", "created_at"))
    if not made:
        return []
    actions = list(dict.fromkeys(action for action, _ in made))
    past = past_jobs(job_request, actions=actions, until=made[-1][1])
    return [
        _facts(action, past.get(action, ()), job_request=job_request, now=now) for action in actions
    ]


def _facts(
    action: str, past: Sequence[PastJob], *, job_request: JobRequest, now: datetime
) -> dict[str, Any]:
    last = next((job for job in past if is_finished(job.status)), None)
    shown = [(job, _shown_as(job)) for job in past]
    lengths = [
        seconds
        for job, status in shown
        if status is DisplayStatus.SUCCEEDED and (seconds := _seconds(job)) is not None
    ]
    return {
        "action": action,
        "last": last and _last_facts(last, job_request=job_request),
        "usual_s": int(median(lengths)) if len(lengths) >= _FEWEST else None,
        "failed_this_week": sum(
            status is DisplayStatus.FAILED and now - (job.completed_at or job.created_at) <= _WEEK
            for job, status in shown
        ),
    }


def _last_facts(job: PastJob, *, job_request: JobRequest) -> dict[str, Any]:
    before, sha = job.job_request__sha, job_request.sha
    compare = f"{job_request.workspace.repo.url}/compare/{before}..{sha}"
    return {
        "job_identifier": job.identifier,
        "job_request_number": job.job_request_id,
        "display_status": _shown_as(job),
        "duration_s": _seconds(job),
        "at": job.completed_at or job.created_at,
        "commit_sha": before,
        "compare_url": compare if before and sha and before != sha else None,
    }


def _shown_as(job: PastJob) -> DisplayStatus:
    return display_status(status=job.status, status_code=job.status_code)


def _seconds(job: PastJob) -> int | None:
    return seconds_between(job.started_at, job.completed_at)
