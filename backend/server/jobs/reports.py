"""Taking in what a runner reports: the full state of some of its job requests.

The runner is the truth and may move a job back (reboot, retry). Only a report that was overtaken
on the wire changes nothing; jobs that a report leaves out are hidden until they are listed again.
Source: runner_api 3.3, 4.1, 4.3, 4.4; docs/explanation/reports.md.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any

import structlog
from django.db import transaction

from server.core.counters import bump_backend
from server.fleet.models import Backend
from server.jobs import report_rows, statuses
from server.jobs.endings import ending_key
from server.jobs.events import run_finished
from server.jobs.reasons import is_known
from server.jobs.report_reads import StoredJob, StoredRequest, lock_and_read
from server.jobs.statuses import ACTIVE_REQUESTS, JobRequestStatus
from server.outbox.services import Event, publish

_LOGGED_IDENTIFIERS = 10
_LOGGED_WORDS = 10
_FINAL = (JobRequestStatus.SUCCEEDED, JobRequestStatus.FAILED)

logger = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class JobReport:
    """What a runner says of one job. Texts are trimmed and can be stored; times are in UTC.

    `job_request_id` is the identifier of the request, as the wire calls it.
    """

    job_request_id: str
    identifier: str
    action: str
    run_command: str
    status: str
    status_code: str
    status_message: str
    created_at: datetime
    updated_at: datetime | None
    started_at: datetime | None
    completed_at: datetime | None
    trace_context: Any
    metrics: Any


@dataclass(frozen=True, slots=True)
class ReportOutcome:
    """How many jobs of a report were written, dropped as overtaken, hidden, or not ours to take."""

    changed: int = 0
    dropped: int = 0
    hidden: int = 0
    foreign: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class _Summary:
    """What the jobs of a request say of it as a whole; the names are the request's columns."""

    status: JobRequestStatus
    status_message: str
    strip: str
    started_at: datetime | None
    completed_at: datetime | None
    updated_at: datetime | None


@dataclass(frozen=True, slots=True)
class _RequestChange:
    job_request: StoredRequest
    changed: Sequence[JobReport]
    left_out: Sequence[StoredJob]
    summary: _Summary

    @property
    def is_needed(self) -> bool:
        return bool(
            self.changed or self.left_out or _SUMMARY(self.summary) != _SUMMARY(self.job_request)
        )

    @property
    def is_the_end(self) -> bool:
        """Whether the run is over with this report."""
        return (
            self.job_request.status in ACTIVE_REQUESTS
            and self.summary.status not in ACTIVE_REQUESTS
        )


# The columns of a job's narrow row and of its wide one, as a report gives them.
_NARROW_COLUMNS = (
    "action",
    "status",
    "status_code",
    "created_at",
    "updated_at",
    "started_at",
    "completed_at",
)
_TEXT_COLUMNS = ("run_command", "status_message")
_JSON_COLUMNS = ("trace_context", "metrics")
_PLAIN = attrgetter(*_NARROW_COLUMNS, *_TEXT_COLUMNS)
_JSON = attrgetter(*_JSON_COLUMNS)
_END = attrgetter("status", "status_code", "started_at", "completed_at")
_SUMMARY = attrgetter(*_Summary.__slots__)


def report_jobs(*, backend: Backend, reports: Iterable[JobReport], now: datetime) -> ReportOutcome:
    """Store what the runner of `backend` says: one transaction, a fixed number of statements.

    Each request that the reports name is replaced as a whole; other requests are left as they
    are, and so are requests that are unknown or another backend's. Of two reports of one job the
    later one counts. A report that says nothing new writes nothing.
    """
    by_request: dict[str, dict[str, JobReport]] = {}
    for report in reports:
        by_request.setdefault(report.job_request_id, {})[report.identifier] = report
    if not by_request:
        return ReportOutcome()

    with transaction.atomic():
        stored = lock_and_read(backend_id=backend.pk, identifiers=by_request.keys())
        changes, dropped = [], 0
        for job_request in stored:
            jobs = by_request[job_request.identifier]
            if job_request.backend_id != backend.pk:
                continue
            if _is_overtaken(jobs=jobs, stored=job_request.jobs, now=now):
                dropped += len(jobs)
            else:
                changes.append(_change_of(job_request=job_request, jobs=jobs))
        _write([change for change in changes if change.is_needed], backend=backend, now=now)

    owners = {job_request.identifier: job_request.backend_id for job_request in stored}
    skipped = {
        name: len(jobs) for name, jobs in by_request.items() if owners.get(name) != backend.pk
    }
    outcome = ReportOutcome(
        changed=sum(len(change.changed) for change in changes),
        dropped=dropped,
        hidden=sum(len(change.left_out) for change in changes),
        foreign=sum(count for name, count in skipped.items() if name in owners),
        unknown=sum(count for name, count in skipped.items() if name not in owners),
    )
    _log(backend=backend, outcome=outcome, skipped=skipped.keys())
    _log_unknown_words(changes, backend=backend)
    return outcome


def _is_overtaken(
    *, jobs: Mapping[str, JobReport], stored: Mapping[str, StoredJob], now: datetime
) -> bool:
    """Whether a newer report of the request came first: one job that is older is enough."""
    return any(
        statuses.is_overtaken(
            reported_at=job.updated_at,
            received_at=now,
            stored_reported_at=stored[identifier].updated_at,
            stored_received_at=stored[identifier].received_at,
        )
        for identifier, job in jobs.items()
        if identifier in stored
    )


def _change_of(*, job_request: StoredRequest, jobs: Mapping[str, JobReport]) -> _RequestChange:
    stored = job_request.jobs
    return _RequestChange(
        job_request=job_request,
        changed=[
            job
            for identifier, job in jobs.items()
            if identifier not in stored or _differs(job, stored[identifier])
        ],
        left_out=[
            job
            for identifier, job in stored.items()
            if identifier not in jobs and job.hidden_at is None
        ],
        summary=_summary_of(job_request=job_request, jobs=jobs.values()),
    )


def _differs(job: JobReport, stored: StoredJob) -> bool:
    if stored.hidden_at is not None or _PLAIN(job) != _PLAIN(stored):
        return True
    # PostgreSQL gives 1e23 back as a whole number, which Python tells from the float.
    return _JSON(job) != _JSON(stored) and _with_floats(_JSON(job)) != _with_floats(_JSON(stored))


def _with_floats(value: Any) -> Any:
    return json.loads(json.dumps(value), parse_int=float)


def _summary_of(*, job_request: StoredRequest, jobs: Collection[JobReport]) -> _Summary:
    """The request as its jobs make it: a report holds all of them, so no other row is needed."""
    status = statuses.request_status(job.status for job in jobs)
    completed = [job.completed_at for job in jobs if job.completed_at and status in _FINAL]
    return _Summary(
        status=status,
        status_message="Failed due to job failure" if status == JobRequestStatus.FAILED else "",
        strip=statuses.strip_of(
            statuses.display_status(status=job.status, status_code=job.status_code)
            for job in _in_display_order(job_request=job_request, jobs=jobs)
        ),
        started_at=min((job.started_at for job in jobs if job.started_at), default=None),
        completed_at=max(completed, default=None),
        updated_at=max((job.updated_at for job in jobs if job.updated_at), default=None),
    )


def _in_display_order(
    *, job_request: StoredRequest, jobs: Collection[JobReport]
) -> list[JobReport]:
    """As planned when the run was asked for; other jobs after that, in the order they were made."""
    positions = {step["action"]: position for position, step in enumerate(job_request.planned)}
    keys = {identifier: job.id for identifier, job in job_request.jobs.items()}
    new = max(keys.values(), default=0) + 1
    return sorted(
        jobs,
        key=lambda job: (
            positions.get(job.action, len(positions)),
            job.created_at,
            keys.get(job.identifier, new),
        ),
    )


def _write(changes: Sequence[_RequestChange], *, backend: Backend, now: datetime) -> None:
    if not changes:
        return
    report_rows.keep_attempts(
        [
            {"job_id": stored.id, "replaced_at": now}
            for change in changes
            for job in change.changed
            if (stored := change.job_request.jobs.get(job.identifier)) and _is_next_try(job, stored)
        ]
    )
    keys = report_rows.write_jobs(
        [
            *(_row(change, job, now=now) for change in changes for job in change.changed),
            *(_hidden_row(change, job, now=now) for change in changes for job in change.left_out),
        ]
    )
    report_rows.write_job_requests(
        [{"id": change.job_request.id, **asdict(change.summary)} for change in changes]
    )
    publish([*_finished_events(changes, keys=keys), *_ended_events(changes, now=now)], now=now)
    bump_backend(backend.pk)


def _is_next_try(job: JobReport, stored: StoredJob) -> bool:
    """Whether the runner began the job anew, or another end took the place of its end."""
    if not statuses.is_finished(stored.status):
        return stored.started_at is not None and job.started_at != stored.started_at
    return _END(job) != _END(stored)


def _row(change: _RequestChange, job: JobReport, *, now: datetime) -> dict[str, Any]:
    return {
        **_narrow_row(change, job),
        **_columns(job, _TEXT_COLUMNS + _JSON_COLUMNS),
        "status_since": _status_since(job, change.job_request.jobs.get(job.identifier), now=now),
        "received_at": now,
        "hidden_at": None,
    }


def _hidden_row(change: _RequestChange, job: StoredJob, *, now: datetime) -> dict[str, Any]:
    return {
        **_narrow_row(change, job),
        "status_since": job.status_since,
        "received_at": job.received_at,
        "hidden_at": now,
    }


def _status_since(job: JobReport, stored: StoredJob | None, *, now: datetime) -> datetime | None:
    """When its runner first said this status and code; never ahead of our own clock."""
    if stored is None:
        return min(job.started_at or job.created_at, now)
    if (job.status, job.status_code) == (stored.status, stored.status_code):
        return stored.status_since
    return min(job.updated_at or now, now)


def _narrow_row(change: _RequestChange, job: JobReport | StoredJob) -> dict[str, Any]:
    return {
        "job_request_id": change.job_request.id,
        "workspace_id": change.job_request.workspace_id,
        "backend_id": change.job_request.backend_id,
        "identifier": job.identifier,
        **_columns(job, _NARROW_COLUMNS),
    }


def _columns(job: JobReport | StoredJob, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(job, name) for name in names}


def _finished_events(
    changes: Sequence[_RequestChange], *, keys: Mapping[tuple[int, str], int]
) -> list[Event]:
    """One event for each ending that this report tells of, where somebody wants to know."""
    return [
        Event(
            topic="job.finished",
            payload={"job_id": keys[change.job_request.id, job.identifier]},
            key=ending_key(
                job_request=change.job_request.identifier, identifier=job.identifier, job=job
            ),
        )
        for change in changes
        if change.job_request.will_notify
        for job in change.changed
        if statuses.is_finished(job.status) and _is_new_ending(change, job)
    ]


def _ended_events(changes: Sequence[_RequestChange], *, now: datetime) -> list[Event]:
    """One event for each run that is over with this report, whoever wants to know."""
    return [run_finished(change.job_request, now=now) for change in changes if change.is_the_end]


def _is_new_ending(change: _RequestChange, job: JobReport) -> bool:
    """Whether the job had not ended, or a try that nobody spoke of lies between the two ends."""
    stored = change.job_request.jobs.get(job.identifier)
    if stored is None or not statuses.is_finished(stored.status):
        return True
    ends = {stored.completed_at, job.completed_at}
    return len(ends) == 2 and None not in ends


def _log(*, backend: Backend, outcome: ReportOutcome, skipped: Collection[str]) -> None:
    if skipped:
        logger.warning(
            "reports_skipped",
            backend=backend.slug,
            foreign=outcome.foreign,
            unknown=outcome.unknown,
            job_requests=[name[:40] for name in list(skipped)[:_LOGGED_IDENTIFIERS]],
        )
    if outcome.changed or outcome.dropped or outcome.hidden:
        logger.info(
            "jobs_reported",
            backend=backend.slug,
            changed=outcome.changed,
            dropped=outcome.dropped,
            hidden=outcome.hidden,
        )


def _log_unknown_words(changes: Iterable[_RequestChange], *, backend: Backend) -> None:
    """Wake somebody: nobody can be told what a word means that this service does not know."""
    unknown = {
        (job.status, job.status_code)
        for change in changes
        for job in change.changed
        if not is_known(status=job.status, status_code=job.status_code)
    }
    if unknown:
        logger.error(
            "unknown_status_reported",
            backend=backend.slug,
            words=[f"{status} {code}"[:80] for status, code in sorted(unknown)][:_LOGGED_WORDS],
        )
