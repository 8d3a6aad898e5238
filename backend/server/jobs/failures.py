"""Which of a person's runs have failed jobs that no newer run has put right."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import OuterRef, Subquery

from server.core.bulk import one_of_keys
from server.jobs.models import Job, JobRequest
from server.jobs.statuses import (
    ERROR_ACTION,
    DisplayStatus,
    JobStatus,
    display_status,
    strip_of,
)
from server.people.models import User

WITHIN = timedelta(days=14)
MOST_REQUESTS = 50
_FAILED = strip_of([DisplayStatus.FAILED])


@dataclass(frozen=True, slots=True)
class StandingFailure:
    """A request, and its failed actions whose newest job on its backend is still the failed one."""

    job_request: JobRequest
    actions: Sequence[str]


def standing_failures(user: User, *, now: datetime) -> Sequence[StandingFailure]:
    """Of the newest 50 requests of two weeks that the person asked for, the newest first.

    An action counts until anybody runs it again in its workspace on its backend; a request that its
    runner refused, until the person asks for another one there. What nobody can run again, as its
    workspace is archived, is left out. Four queries at most.
    """
    asked = JobRequest.objects.filter(
        created_by=user, created_at__gte=now - WITHIN, workspace__is_archived=False
    )
    asked = asked.order_by("-created_at", "-id")[:MOST_REQUESTS]
    last_there: dict[tuple[int, int], int] = {}
    failed = []
    for key, strip, *place in asked.values_list("pk", "strip", "workspace", "backend"):
        last_there.setdefault((place[0], place[1]), key)
        if _FAILED in strip:
            failed.append(key)
    actions = _standing_in(failed, refused=set(last_there.values()))
    rows = JobRequest.objects.for_list().filter(pk__in=one_of_keys(actions))
    return [
        StandingFailure(job_request=row, actions=actions[row.pk])
        for row in rows.order_by("-created_at", "-id")
    ]


def _standing_in(keys: Sequence[int], *, refused: Collection[int]) -> dict[int, list[str]]:
    """Key of a request → its actions whose failed job is the newest one, in order of the jobs.

    `refused` are those whose refusal would count.
    """
    # One probe of jobs_job_newest_of_action for each. Asked whether there is no newer job,
    # PostgreSQL at times joins the whole table.
    newest = Job.objects.listed().filter(
        workspace=OuterRef("workspace"), backend=OuterRef("backend"), action=OuterRef("action")
    )
    jobs = (
        Job.objects.listed()
        .filter(job_request__in=one_of_keys(keys), status__iexact=JobStatus.FAILED)
        .filter(pk=Subquery(newest.order_by("-created_at", "-id").values("pk")[:1]))
        .order_by("id")
        .only("job_request", "action", "status", "status_code")
    )
    found: dict[int, list[str]] = {}
    for job in jobs:
        shown = display_status(status=job.status, status_code=job.status_code)
        counts = job.action != ERROR_ACTION or job.job_request_id in refused
        if counts and shown is DisplayStatus.FAILED:
            found.setdefault(job.job_request_id, []).append(job.action)
    return found
