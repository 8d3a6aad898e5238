"""A request in one line: nothing but its own row, its backend's and those it names."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from server.fleet.models import Contact
from server.jobs.durations import seconds_between
from server.jobs.facts.named import backend_named, person_named, project_named, workspace_named
from server.jobs.facts.reasons import reason_facts
from server.jobs.facts.refusals import refusals_of
from server.jobs.failures import StandingFailure
from server.jobs.models import JobRequest
from server.jobs.reason_codes import Case, ObjectKind, ReasonCode, words_of
from server.jobs.reasons import (
    BackendNow,
    Reason,
    ReasonObject,
    cancel_sent,
    held,
    holding,
    not_fetched,
    reason,
    unheard,
)
from server.jobs.statuses import (
    DisplayStatus,
    RequestDisplayStatus,
    read_strip,
    request_display_status,
)

_MOST_ACTIONS = 20
_LONGEST_STRIP = 60

Counts = Mapping[str, int]


def rows_facts(job_requests: Sequence[JobRequest], *, now: datetime) -> list[dict[str, Any]]:
    """What a list says of requests loaded by `for_list`; one query more where some have failed."""
    backends = {
        backend.pk: BackendNow.of(backend, now=now)
        for backend in {job_request.backend for job_request in job_requests}
    }
    refusals = refusals_of(job_requests, backends=backends)
    return [
        row_facts(each, backend=backends[each.backend_id], refusal=refusals.get(each.pk))
        for each in job_requests
    ]


def failures_facts(failures: Sequence[StandingFailure], *, now: datetime) -> list[dict[str, Any]]:
    """What is said of failures that stand."""
    rows = rows_facts([each.job_request for each in failures], now=now)
    return [
        {
            "job_request": row,
            "actions": each.actions[:_MOST_ACTIONS],
            "actions_total": len(each.actions),
        }
        for each, row in zip(failures, rows, strict=True)
    ]


def row_facts(
    job_request: JobRequest,
    *,
    backend: BackendNow,
    refusal: Reason | None = None,
    requests_before: int | None = None,
) -> dict[str, Any]:
    """A request in one line, `backend` being its own.

    `refusal` is why its runner could make no jobs of it; `requests_before` is counted on the page
    of one request alone.
    """
    strip = read_strip(job_request.strip)
    counts = _counts_of(strip)
    display_status = request_display_status(status=job_request.status, jobs=strip)
    workspace = job_request.workspace
    actions = job_request.requested_actions
    return {
        "identifier": job_request.identifier,
        "number": job_request.number,
        "status": job_request.status,
        "display_status": display_status,
        "reason": reason_facts(
            refusal
            or _reason_of(
                job_request,
                display_status=display_status,
                counts=counts,
                backend=backend,
                requests_before=requests_before,
            )
        ),
        "backend": backend_named(backend),
        "workspace": workspace_named(workspace),
        "project": project_named(workspace.project),
        "created_by": person_named(job_request.created_by),
        "created_at": job_request.created_at,
        "started_at": job_request.started_at,
        "completed_at": None if job_request.is_active else job_request.completed_at,
        "duration_s": (
            None
            if job_request.is_active
            else seconds_between(job_request.started_at, job_request.completed_at)
        ),
        "requested_actions": actions[:_MOST_ACTIONS],
        "requested_actions_total": len(actions),
        "commit": {"sha": job_request.sha, "url": commit_url(job_request)},
        "job_counts": counts,
        "strip": strip if len(strip) <= _LONGEST_STRIP else [],
        "contact": backend.contact,
        "has_errors": DisplayStatus.FAILED in strip,
    }


def commit_url(job_request: JobRequest) -> str | None:
    """Where the commit can be read; None for old rows that have none."""
    if not job_request.sha:
        return None
    return f"{job_request.workspace.repo.url}/tree/{job_request.sha}"


def count_in_words(counts: Counts, *statuses: DisplayStatus) -> str:
    """`1 failed, 1 not run because of it, 3 waiting`: those of `statuses` that occur."""
    because = "it" if counts[DisplayStatus.FAILED] == 1 else "them"
    words = {status: status.label.lower() for status in statuses}
    if counts[DisplayStatus.FAILED]:
        words[DisplayStatus.NOT_RUN] = f"not run because of {because}"
    return ", ".join(f"{counts[status]} {words[status]}" for status in statuses if counts[status])


def _counts_of(strip: Sequence[DisplayStatus]) -> Counts:
    found = Counter(strip)
    return {"total": len(strip)} | {status.value: found[status] for status in DisplayStatus}


def _reason_of(
    job_request: JobRequest,
    *,
    display_status: RequestDisplayStatus,
    counts: Counts,
    backend: BackendNow,
    requests_before: int | None,
) -> Reason | None:
    """Why a request is where it is; None for one that succeeded."""
    if job_request.is_active and not counts["total"]:
        return not_fetched(
            backend,
            asked_at=job_request.created_at,
            cancel_requested_at=job_request.cancel_requested_at,
            requests_before=requests_before,
        )
    is_stopping = job_request.cancel_requested_at is not None
    if job_request.is_active and backend.contact is not Contact.HEARD:
        return unheard(backend, case=Case.STOPPING if is_stopping else None)
    if job_request.is_active and is_stopping:
        return cancel_sent(backend, at=job_request.cancel_requested_at)
    if display_status is RequestDisplayStatus.SUCCEEDED:
        return None
    if holds := _what_holds(display_status, counts=counts, backend=backend):
        return held(holds, backend=backend)
    code, case = _code_of(display_status, counts=counts)
    kind = words_of(code, case).about
    is_invalid = kind is ObjectKind.PROJECT_YAML
    return reason(
        code,
        backend=backend,
        case=case,
        subject=_subject(code, counts=counts),
        message=_quoted(job_request),
        about=ReasonObject(kind, ["project.yaml" if is_invalid else job_request.identifier]),
        since=job_request.completed_at or job_request.started_at or job_request.created_at,
    )


def _what_holds(
    display_status: RequestDisplayStatus, *, counts: Counts, backend: BackendNow
) -> ReasonCode | None:
    """What keeps the backend from starting any job of a request of which none runs."""
    if counts["running"]:
        return None
    match display_status:
        case RequestDisplayStatus.HELD:
            return holding(backend, reads_database=True)
        case RequestDisplayStatus.WAITING | RequestDisplayStatus.RUNNING:
            return holding(backend, reads_database=False)
        case _:
            return None


def _code_of(
    display_status: RequestDisplayStatus, *, counts: Counts
) -> tuple[ReasonCode, Case | None]:
    """How a request stands, by the number of its jobs."""
    case = Case.WHOLE if counts["total"] else Case.NO_JOBS
    match display_status:
        case (
            RequestDisplayStatus.RUNNING | RequestDisplayStatus.WAITING | RequestDisplayStatus.HELD
        ):
            return (ReasonCode.RUNNING if counts["running"] else ReasonCode.PENDING), case
        case RequestDisplayStatus.FAILED:
            return (ReasonCode.FAILED if counts["total"] else ReasonCode.REQUEST_ERROR), case
        case RequestDisplayStatus.CANCELLED:
            return ReasonCode.CANCELLED, case
        case RequestDisplayStatus.NOTHING_TO_DO:
            return ReasonCode.NOTHING_TO_DO, case
        case _:
            return ReasonCode.UNKNOWN_STATUS, Case.WHOLE


def _subject(code: ReasonCode, *, counts: Counts) -> str:
    match code:
        case ReasonCode.FAILED | ReasonCode.CANCELLED:
            return f"{counts[code]} of {_jobs(counts['total'])}"
        case _:
            words = count_in_words(
                counts, DisplayStatus.RUNNING, DisplayStatus.HELD, DisplayStatus.WAITING
            )
            return f"{words[:1].upper()}{words[1:]}"


def _quoted(job_request: JobRequest) -> str:
    text = job_request.status_message.strip().rstrip(".")
    return f": {text}" if text else ""


def _jobs(number: int) -> str:
    return "1 job" if number == 1 else f"{number} jobs"
