"""One ending of a job: what names it, and where it stands when its job has gone on since.

A job ends again after a retry; each ending is told of once. Pure but for `ending_of`.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from server.jobs.models import Job
from server.jobs.statuses import is_finished


class HasEnded(Protocol):
    """A job, a try of one, or a report of one."""

    @property
    def status(self) -> str:
        """The runner's word."""

    @property
    def completed_at(self) -> datetime | None:
        """When it ended, by the runner's clock."""

    @property
    def updated_at(self) -> datetime | None:
        """When the runner last changed it."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a job ended; `started_at` is None where it never began."""

    status: str
    status_message: str
    started_at: datetime | None
    completed_at: datetime | None


def ending_key(*, job_request: str, identifier: str, job: HasEnded) -> str:
    """Names how this job of the request ended: the same for each report of the same ending."""
    ended_at = job.completed_at or job.updated_at
    words = f"{identifier} {ended_at.isoformat() if ended_at else ''}"
    return f"job.finished:{job_request}:{hashlib.sha256(words.encode()).hexdigest()}"


def ending_of(job: Job, *, key: str) -> Ending | None:
    """The ending that `key` names, of the job as it stands or of an earlier try; one query.

    Of a key that names neither, as the job stands; None where that has not ended.
    """

    def is_meant(row: HasEnded) -> bool:
        return is_finished(row.status) and key == ending_key(
            job_request=job.job_request.identifier, identifier=job.identifier, job=row
        )

    if not is_meant(job):
        for attempt in job.attempts.order_by("-id"):
            if is_meant(attempt):
                return Ending(
                    attempt.status,
                    attempt.status_message,
                    attempt.started_at,
                    attempt.completed_at,
                )
    if not is_finished(job.status):
        return None
    return Ending(job.status, job.detail.status_message, job.started_at, job.completed_at)
