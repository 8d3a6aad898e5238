"""Why runners could make no jobs of the requests in a list: their own words, in short."""

from collections.abc import Mapping, Sequence
from textwrap import shorten

from django.db.models import Value
from django.db.models.functions import Coalesce, Substr

from server.core.bulk import one_of_keys
from server.jobs.facts.jobs import since_of
from server.jobs.models import Job, JobRequest
from server.jobs.reasons import BackendNow, JobState, Reason, explain_job
from server.jobs.statuses import ERROR_ACTION, DisplayStatus, is_finished, read_strip

_LONGEST_WORDS = 160  # characters
_READ_OF_WORDS = 2 * _LONGEST_WORDS


def refusals_of(
    job_requests: Sequence[JobRequest], *, backends: Mapping[int, BackendNow]
) -> dict[int, Reason]:
    """Key of a request → why its runner refused it, for those that it did; one query, if any.

    The request's page has all of the words, and the line of project.yaml to which they lead.
    """
    failed = [each.pk for each in job_requests if DisplayStatus.FAILED in read_strip(each.strip)]
    if not failed:
        return {}
    jobs = (
        Job.objects.listed()
        .filter(job_request__in=one_of_keys(failed), action=ERROR_ACTION)
        .annotate(words=Coalesce(Substr("detail__status_message", 1, _READ_OF_WORDS), Value("")))
        .order_by("-created_at", "-id")
    )
    reasons = {
        job.job_request_id: explain_job(_state_of(job), backend=backends[job.backend_id])
        for job in jobs
        if is_finished(job.status)
    }
    return {key: reason for key, reason in reasons.items() if reason}


def _state_of(job: Job) -> JobState:
    return JobState(
        action=job.action,
        status=job.status,
        status_code=job.status_code,
        status_message=_in_short(job.words),  # type: ignore[attr-defined]
        since=since_of(job),
    )


def _in_short(words: str) -> str:
    first_line = words.strip().partition("\n")[0]
    return shorten(first_line, _LONGEST_WORDS, placeholder="…")
