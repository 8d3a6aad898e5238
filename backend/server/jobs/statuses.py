"""The words for where jobs and requests are, and which of two reports is the newer one.

`status` of a job is the runner's own word and may be anything; `display_status` is ours, one of a
few that a page can draw. Source: runner_api 4.1 to 4.4; the rule of overtaken reports is in
docs/explanation/reports.md.
"""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from django.db import models


class JobStatus(models.TextChoices):
    """What runners say; other words are kept as they come."""

    PENDING = "pending", "Waiting"
    RUNNING = "running", "Running"
    SUCCEEDED = "succeeded", "Succeeded"
    FAILED = "failed", "Failed"


class JobRequestStatus(models.TextChoices):
    """Where a request is as a whole; stored, and worked out anew by each report."""

    PENDING = "pending", "Waiting"
    RUNNING = "running", "Running"
    SUCCEEDED = "succeeded", "Succeeded"
    FAILED = "failed", "Failed"
    CANCELLED = "cancelled", "Cancelled"
    NOTHING_TO_DO = "nothing_to_do", "Nothing to do"
    UNKNOWN = "unknown", "Unknown"
    UNKNOWN_ERROR_CREATING_JOBS = "unknown_error_creating_jobs", "Unknown error creating jobs"


class DisplayStatus(models.TextChoices):
    """What a page draws for a job: a shape, a word and a colour."""

    SUCCEEDED = "succeeded", "Succeeded"
    RUNNING = "running", "Running"
    WAITING = "waiting", "Waiting"
    HELD = "held", "On hold"
    FAILED = "failed", "Failed"
    NOT_RUN = "not_run", "Not run"
    CANCELLED = "cancelled", "Cancelled"
    UNKNOWN = "unknown", "Unknown"


class RequestDisplayStatus(models.TextChoices):
    """What a page draws for a request."""

    SUCCEEDED = "succeeded", "Succeeded"
    RUNNING = "running", "Running"
    WAITING = "waiting", "Waiting"
    HELD = "held", "On hold"
    FAILED = "failed", "Failed"
    CANCELLED = "cancelled", "Cancelled"
    NOTHING_TO_DO = "nothing_to_do", "Nothing to do"
    UNKNOWN = "unknown", "Unknown"


UNFINISHED = frozenset({JobStatus.PENDING, JobStatus.RUNNING})
FINISHED = frozenset({JobStatus.SUCCEEDED, JobStatus.FAILED})
ACTIVE_REQUESTS = (
    JobRequestStatus.PENDING,
    JobRequestStatus.RUNNING,
    JobRequestStatus.UNKNOWN,
    JobRequestStatus.UNKNOWN_ERROR_CREATING_JOBS,
)

ERROR_ACTION = "__error__"  # the pseudo-job by which a runner refuses a whole request

_HELD_CODES = frozenset({"paused", "waiting_db_maintenance"})
_OVERTAKEN_WITHIN = timedelta(seconds=60)
_LETTERS = {
    DisplayStatus.SUCCEEDED: "s",
    DisplayStatus.RUNNING: "r",
    DisplayStatus.WAITING: "w",
    DisplayStatus.HELD: "h",
    DisplayStatus.FAILED: "f",
    DisplayStatus.NOT_RUN: "n",
    DisplayStatus.CANCELLED: "c",
    DisplayStatus.UNKNOWN: "u",
}
_FROM_LETTER = {letter: status for status, letter in _LETTERS.items()}


def normalise(status: str) -> str:
    """A job's status in lower case; `0` of the oldest rows meant a finished one."""
    return JobStatus.SUCCEEDED if status == "0" else status.lower()


def is_finished(status: str) -> bool:
    """Whether a job of this status has ended."""
    return normalise(status) in FINISHED


def is_begun(status: str) -> bool:
    """Whether a job of this status runs, or may: a word that nobody knows can mean that."""
    return not is_finished(status) and normalise(status) not in (JobStatus.PENDING, "")


def is_unfinished(status: str) -> bool:
    """Whether a job of this status waits or runs; an unknown word is neither that nor an end."""
    return normalise(status) in UNFINISHED or not status


def request_status(job_statuses: Iterable[str]) -> JobRequestStatus:
    """The status of a request from those of its jobs; without jobs it is pending.

    Source: runner_api 4.4, rules 2 to 9.
    """
    found = {normalise(status) for status in job_statuses}
    if not found or found == {""}:
        return JobRequestStatus.PENDING
    if len(found) == 1:
        (only,) = found
        return JobRequestStatus(only) if only in JobStatus.values else JobRequestStatus.UNKNOWN
    if found & UNFINISHED:
        return JobRequestStatus.RUNNING
    if JobStatus.FAILED in found:
        return JobRequestStatus.FAILED
    return JobRequestStatus.UNKNOWN


def display_status(*, status: str, status_code: str) -> DisplayStatus:
    """What to draw for a job of this status and code."""
    match normalise(status):
        case JobStatus.SUCCEEDED:
            return DisplayStatus.SUCCEEDED
        case JobStatus.RUNNING:
            return DisplayStatus.RUNNING
        case JobStatus.PENDING | "":
            return DisplayStatus.HELD if status_code in _HELD_CODES else DisplayStatus.WAITING
        case JobStatus.FAILED:
            return _ending(status_code)
        case _:
            return DisplayStatus.UNKNOWN


def _ending(status_code: str) -> DisplayStatus:
    match status_code:
        case "dependency_failed":
            return DisplayStatus.NOT_RUN
        case "cancelled_by_user":
            return DisplayStatus.CANCELLED
        case _:
            return DisplayStatus.FAILED


def strip_of(statuses: Iterable[DisplayStatus]) -> str:
    """One letter a job, so that a list draws a request without reading its jobs."""
    return "".join(_LETTERS[status] for status in statuses)


def read_strip(strip: str) -> list[DisplayStatus]:
    """The statuses that `strip_of` wrote."""
    return [_FROM_LETTER[letter] for letter in strip]


def request_display_status(*, status: str, jobs: Collection[DisplayStatus]) -> RequestDisplayStatus:
    """What to draw for a request of this status with these jobs.

    On hold is one of which everything unfinished is; cancelled also one of which nothing failed
    but some was cancelled, although for runners it has failed.
    """
    unfinished = {DisplayStatus.RUNNING, DisplayStatus.WAITING, DisplayStatus.HELD} & set(jobs)
    match status:
        case JobRequestStatus.PENDING | JobRequestStatus.RUNNING if unfinished == {
            DisplayStatus.HELD
        }:
            return RequestDisplayStatus.HELD
        case JobRequestStatus.PENDING:
            return RequestDisplayStatus.WAITING
        case JobRequestStatus.FAILED if (
            DisplayStatus.CANCELLED in jobs and DisplayStatus.FAILED not in jobs
        ):
            return RequestDisplayStatus.CANCELLED
        case JobRequestStatus.UNKNOWN_ERROR_CREATING_JOBS:
            return RequestDisplayStatus.UNKNOWN
        case _:
            return RequestDisplayStatus(status)


def is_overtaken(
    *,
    reported_at: datetime | None,
    received_at: datetime,
    stored_reported_at: datetime | None,
    stored_received_at: datetime,
) -> bool:
    """Whether a report was overtaken on the wire by the one that is stored.

    It was when it is older and comes within 60 s of the newer one. Runners' clocks may be wrong:
    for this comparison alone a time ahead of its receipt counts as the time of receipt, so a clock
    that jumped can neither freeze a job nor undo a newer state for longer than that minute.

    Args:
        reported_at: the job's `updated_at` in the report; None cannot be compared.
        received_at: when the report came in.
        stored_reported_at: the job's `updated_at` as stored.
        stored_received_at: when the report that stored it came in.
    """
    if reported_at is None or stored_reported_at is None:
        return False
    is_older = min(reported_at, received_at) < min(stored_reported_at, stored_received_at)
    return is_older and abs(received_at - stored_received_at) <= _OVERTAKEN_WITHIN
