"""How far a cancel has come: asked for when and by whom, and seen by the runner."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from server.audit.models import AuditEvent
from server.jobs.facts.named import person_named
from server.jobs.listed import ListedJob
from server.jobs.models import JobRequest
from server.people.models import User


def cancel_facts(job_request: JobRequest, *, has_jobs: bool) -> dict[str, Any]:
    """When it was to be stopped, by whom, when its runner was told, and when it ends untaken."""
    asked_at, asked_by = job_request.cancel_requested_at, job_request.cancel_requested_by
    is_waiting = asked_at is not None and job_request.is_active and not has_jobs
    ends_at = asked_at + settings.CANCEL_GRACE if asked_at and is_waiting else None
    if asked_at is None and job_request.cancelled_actions:
        asked_at, asked_by = _last_cancel(job_request)
    return _cancel(job_request, asked_at=asked_at, asked_by=asked_by, ends_at=ends_at)


def cancel_facts_of(job: ListedJob, job_request: JobRequest) -> dict[str, Any] | None:
    """The same of one job; None where it was not to be stopped."""
    if job.action not in job_request.cancelled_actions:
        return None
    asked_at, asked_by = _first_cancel(job_request, action=job.action)
    return _cancel(job_request, asked_at=asked_at, asked_by=asked_by)


def _cancel(
    job_request: JobRequest,
    *,
    asked_at: datetime | None,
    asked_by: User | None,
    ends_at: datetime | None = None,
) -> dict[str, Any]:
    return {
        "requested_at": asked_at,
        "requested_by": asked_by and person_named(asked_by),
        "seen_at": job_request.cancel_seen_at,
        "ends_at": ends_at,
    }


def _last_cancel(job_request: JobRequest) -> tuple[datetime | None, User | None]:
    """When some of its actions were last to be stopped, and by whom; two queries."""
    return _asked_by(_cancels_of(job_request).last())


def _first_cancel(job_request: JobRequest, *, action: str) -> tuple[datetime | None, User | None]:
    """When the action was to be stopped, and by whom; two queries."""
    cancels = (each for each in _cancels_of(job_request) if action in _named_in(each))
    return _asked_by(next(cancels, None))


def _cancels_of(job_request: JobRequest) -> QuerySet[AuditEvent]:
    events = AuditEvent.objects.filter(
        target_type="job_request", target_id=job_request.pk, verb="job_request.cancelled"
    )
    return events.order_by("at", "id")


def _named_in(event: AuditEvent) -> Sequence[str]:
    return (event.after or {}).get("cancelled_actions", ())


def _asked_by(event: AuditEvent | None) -> tuple[datetime | None, User | None]:
    if event is None:
        return None, None
    return event.at, User.objects.filter(username=event.actor).first()
