"""How far a cancel has come: asked for when and by whom, and seen by the runner.

The row of a request knows when the runner was told of all that is cancelled. A cancel that adds to
it begins that anew, and its record keeps what the row knew until then.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings

from server.audit.models import AuditEvent
from server.jobs.facts.named import person_named
from server.jobs.listed import ListedJob
from server.jobs.models import JobRequest
from server.people.models import User


def cancel_facts(job_request: JobRequest, *, has_jobs: bool) -> dict[str, Any]:
    """When it was to be stopped, by whom, when its runner was told, and when it ends untaken.

    Where some of it alone was to be stopped, what is said is of the last such cancel. At most two
    queries, and none where nothing was.
    """
    cancels = _cancels_of(job_request)
    asked_at, asked_by = job_request.cancel_requested_at, job_request.cancel_requested_by
    is_waiting = asked_at is not None and job_request.is_active and not has_jobs
    ends_at = asked_at + settings.CANCEL_GRACE if asked_at and is_waiting else None
    if asked_at is None and cancels:
        asked_at, asked_by = _asked_by(cancels[-1])
    later = [each for each in cancels if asked_at and each.at > asked_at]
    return _cancel(asked_at, asked_by, seen_at=_seen_at(job_request, later=later), ends_at=ends_at)


def cancel_facts_of(job: ListedJob, job_request: JobRequest) -> dict[str, Any] | None:
    """The same of one job; None where it was not to be stopped, or another took its place."""
    if job.hidden_at is not None or job.action not in job_request.cancelled_actions:
        return None
    # What was cancelled before stays so: those that name the action are the last ones.
    naming = [each for each in _cancels_of(job_request) if job.action in _named_in(each)]
    asked_at, asked_by = _asked_by(naming[0]) if naming else (None, None)
    return _cancel(asked_at, asked_by, seen_at=_seen_at(job_request, later=naming[1:]))


def _cancel(
    asked_at: datetime | None,
    asked_by: User | None,
    *,
    seen_at: datetime | None,
    ends_at: datetime | None = None,
) -> dict[str, Any]:
    return {
        "requested_at": asked_at,
        "requested_by": asked_by and person_named(asked_by),
        # A cancel that adds no name was told of before it was asked for.
        "seen_at": max(seen_at, asked_at) if seen_at and asked_at else seen_at,
        "ends_at": ends_at,
    }


def _cancels_of(job_request: JobRequest) -> Sequence[AuditEvent]:
    """In the order in which they were stored, which each had to itself."""
    if not job_request.cancelled_actions:
        return []
    events = AuditEvent.objects.filter(
        target_type="job_request", target_id=job_request.pk, verb="job_request.cancelled"
    )
    return list(events.order_by("id"))


def _named_in(event: AuditEvent) -> Sequence[str]:
    return (event.after or {}).get("cancelled_actions", ())


def _asked_by(event: AuditEvent) -> tuple[datetime, User | None]:
    return event.at, User.objects.filter(username=event.actor).first()


def _seen_at(job_request: JobRequest, *, later: Sequence[AuditEvent]) -> datetime | None:
    """When the runner was first told of a cancel after which those came."""
    known = [(each.before or {}).get("cancel_seen_at") for each in later]
    first = next(filter(None, known), None)
    return datetime.fromisoformat(first) if first else job_request.cancel_seen_at
