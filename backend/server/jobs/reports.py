"""Taking in what a runner reports: the full state of some of its job requests.

The runner is the truth and may move a job back (reboot, retry). Only a report that was overtaken
on the wire changes nothing; jobs that a report leaves out are hidden until they are listed again.
Source: runner_api 3.3, 4.1, 4.3, 4.4; docs/explanation/reports.md.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any, NamedTuple

import structlog
from django.db import connection, transaction

from server.core.bulk import one_of
from server.core.counters import bump_backend
from server.fleet.models import Backend
from server.jobs import report_rows, statuses
from server.jobs.models import Job, JobRequest
from server.jobs.statuses import JobRequestStatus
from server.outbox.services import Event, publish

_LOGGED_IDENTIFIERS = 10
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


class _StoredJob(NamedTuple):
    id: int
    job_request_id: int
    identifier: str
    action: str
    status: str
    status_code: str
    created_at: datetime
    updated_at: datetime | None
    started_at: datetime | None
    completed_at: datetime | None
    received_at: datetime
    hidden_at: datetime | None
    run_command: str
    status_message: str
    trace_context: Any
    metrics: Any


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
    job_request: JobRequest
    known: Mapping[str, _StoredJob]
    changed: Sequence[JobReport]
    left_out: Sequence[_StoredJob]
    summary: _Summary

    @property
    def is_needed(self) -> bool:
        return bool(
            self.changed or self.left_out or _SUMMARY(self.summary) != _SUMMARY(self.job_request)
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
_READ_COLUMNS = ("identifier", "workspace_id", "backend_id", "will_notify")
_PLAIN = attrgetter(*_NARROW_COLUMNS, *_TEXT_COLUMNS)
_JSON = attrgetter(*_JSON_COLUMNS)
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
        job_requests = _lock_job_requests(backend=backend, identifiers=by_request.keys())
        known = _stored_jobs(job_requests)
        changes, dropped = [], 0
        for job_request in job_requests:
            jobs = by_request[job_request.identifier]
            stored = known.get(job_request.pk, {})
            if _is_overtaken(jobs=jobs, stored=stored, now=now):
                dropped += len(jobs)
            else:
                changes.append(_change_of(job_request=job_request, jobs=jobs, stored=stored))
        taken = {job_request.identifier for job_request in job_requests}
        left = {name: len(jobs) for name, jobs in by_request.items() if name not in taken}
        foreign = _existing(left.keys())
        _write([change for change in changes if change.is_needed], backend=backend, now=now)

    outcome = ReportOutcome(
        changed=sum(len(change.changed) for change in changes),
        dropped=dropped,
        hidden=sum(len(change.left_out) for change in changes),
        foreign=sum(count for name, count in left.items() if name in foreign),
        unknown=sum(count for name, count in left.items() if name not in foreign),
    )
    _log(backend=backend, outcome=outcome, skipped=left.keys())
    return outcome


def _lock_job_requests(*, backend: Backend, identifiers: Collection[str]) -> list[JobRequest]:
    """The backend's own among the named requests, held until the end of the transaction.

    PostgreSQL locks the rows, in one order for all reports. On SQLite the transaction itself is
    the lock: it began IMMEDIATE, so no other writer is between its reads and its writes.
    """
    rows = (
        JobRequest.objects.filter(backend=backend, identifier__in=one_of(identifiers))
        .select_related("detail")
        .only(*_READ_COLUMNS, *_Summary.__slots__, "detail__planned")
        .order_by("id")
    )
    if connection.features.has_select_for_update_of:
        rows = rows.select_for_update(of=("self",))
    return list(rows)


def _stored_jobs(job_requests: Sequence[JobRequest]) -> dict[int, dict[str, _StoredJob]]:
    """Request key → identifier → job as it is stored, hidden ones too; in one query."""
    rows = Job.objects.filter(
        job_request__identifier__in=one_of([each.identifier for each in job_requests])
    ).values_list(
        *(
            f"detail__{name}" if name in (*_TEXT_COLUMNS, *_JSON_COLUMNS) else name
            for name in _StoredJob._fields
        )
    )
    stored: dict[int, dict[str, _StoredJob]] = {}
    for job in map(_StoredJob._make, rows):
        stored.setdefault(job.job_request_id, {})[job.identifier] = job
    return stored


def _is_overtaken(
    *, jobs: Mapping[str, JobReport], stored: Mapping[str, _StoredJob], now: datetime
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


def _change_of(
    *, job_request: JobRequest, jobs: Mapping[str, JobReport], stored: Mapping[str, _StoredJob]
) -> _RequestChange:
    return _RequestChange(
        job_request=job_request,
        known=stored,
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
        summary=_summary_of(job_request=job_request, jobs=jobs.values(), stored=stored),
    )


def _differs(job: JobReport, stored: _StoredJob) -> bool:
    if stored.hidden_at is not None or _PLAIN(job) != _PLAIN(stored):
        return True
    # PostgreSQL gives 1e23 back as a whole number, which Python tells from the float.
    return _JSON(job) != _JSON(stored) and _with_floats(_JSON(job)) != _with_floats(_JSON(stored))


def _with_floats(value: Any) -> Any:
    return json.loads(json.dumps(value), parse_int=float)


def _summary_of(
    *, job_request: JobRequest, jobs: Collection[JobReport], stored: Mapping[str, _StoredJob]
) -> _Summary:
    """The request as its jobs make it: a report holds all of them, so no other row is needed."""
    status = statuses.request_status(job.status for job in jobs)
    completed = [job.completed_at for job in jobs if job.completed_at and status in _FINAL]
    return _Summary(
        status=status,
        status_message="Failed due to job failure" if status == JobRequestStatus.FAILED else "",
        strip=statuses.strip_of(
            statuses.display_status(status=job.status, status_code=job.status_code)
            for job in _in_display_order(job_request=job_request, jobs=jobs, stored=stored)
        ),
        started_at=min((job.started_at for job in jobs if job.started_at), default=None),
        completed_at=max(completed, default=None),
        updated_at=max((job.updated_at for job in jobs if job.updated_at), default=None),
    )


def _in_display_order(
    *, job_request: JobRequest, jobs: Collection[JobReport], stored: Mapping[str, _StoredJob]
) -> list[JobReport]:
    """As planned when the run was asked for; other jobs after that, in the order they were made."""
    planned = job_request.detail.planned if hasattr(job_request, "detail") else []
    positions = {step["action"]: position for position, step in enumerate(planned)}
    keys = {identifier: job.id for identifier, job in stored.items()}
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
    report_rows.write_jobs(
        [
            *(_narrow_row(change, job, now=now) for change in changes for job in change.changed),
            *(_hidden_row(change, job, now=now) for change in changes for job in change.left_out),
        ]
    )
    report_rows.write_details(
        [
            {
                "job_request_id": change.job_request.pk,
                "identifier": job.identifier,
                **_columns(job, _TEXT_COLUMNS + _JSON_COLUMNS),
            }
            for change in changes
            for job in change.changed
        ]
    )
    report_rows.write_job_requests(
        [{"id": change.job_request.pk, **asdict(change.summary)} for change in changes]
    )
    publish(_finished_events(changes, now=now), now=now)
    bump_backend(backend.pk)


def _narrow_row(change: _RequestChange, job: JobReport, *, now: datetime) -> dict[str, Any]:
    return _row(change, job) | {"received_at": now, "hidden_at": None}


def _hidden_row(change: _RequestChange, job: _StoredJob, *, now: datetime) -> dict[str, Any]:
    return _row(change, job) | {"received_at": job.received_at, "hidden_at": now}


def _row(change: _RequestChange, job: JobReport | _StoredJob) -> dict[str, Any]:
    return {
        "job_request_id": change.job_request.pk,
        "workspace_id": change.job_request.workspace_id,
        "backend_id": change.job_request.backend_id,
        "identifier": job.identifier,
        **_columns(job, _NARROW_COLUMNS),
    }


def _columns(job: JobReport | _StoredJob, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(job, name) for name in names}


def _finished_events(changes: Sequence[_RequestChange], *, now: datetime) -> list[Event]:
    """One event for each job that ends with this report and whose end somebody wants to know."""
    finished = [
        (change, job)
        for change in changes
        if change.job_request.will_notify
        for job in change.changed
        if statuses.is_finished(job.status) and not _was_finished(change, job)
    ]
    keys = _keys_of(finished)
    return [
        Event(
            topic="job.finished",
            payload={"job_id": keys[change.job_request.pk, job.identifier]},
            key=_event_key(change.job_request, job, now=now),
        )
        for change, job in finished
    ]


def _was_finished(change: _RequestChange, job: JobReport) -> bool:
    stored = change.known.get(job.identifier)
    return stored is not None and statuses.is_finished(stored.status)


def _keys_of(finished: Sequence[tuple[_RequestChange, JobReport]]) -> dict[tuple[int, str], int]:
    """(request key, identifier) → key of the job; asks the database only where a job is new."""
    keys = {
        (change.job_request.pk, identifier): job.id
        for change, _ in finished
        for identifier, job in change.known.items()
    }
    if any(job.identifier not in change.known for change, job in finished):
        named = {change.job_request.identifier for change, _ in finished}
        rows = Job.objects.filter(job_request__identifier__in=one_of(named))
        for request_id, identifier, key in rows.values_list("job_request_id", "identifier", "id"):
            keys[request_id, identifier] = key
    return keys


def _event_key(job_request: JobRequest, job: JobReport, *, now: datetime) -> str:
    """The same for the same ending of the same job, another one when it was retried and ended."""
    ended_at = job.completed_at or job.updated_at or now
    ending = hashlib.sha256(f"{job.identifier} {ended_at.isoformat()}".encode()).hexdigest()
    return f"job.finished:{job_request.identifier}:{ending}"


def _existing(identifiers: Collection[str]) -> set[str]:
    """Those of the identifiers that some request has."""
    if not identifiers:
        return set()
    found = JobRequest.objects.filter(identifier__in=one_of(identifiers))
    return set(found.values_list("identifier", flat=True))


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
