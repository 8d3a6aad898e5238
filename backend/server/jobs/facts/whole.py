"""A request with all that its page shows, and a job with all that its own page shows."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from server.core.errors import Refusal
from server.fleet import policies as fleet_policies
from server.fleet.models import Backend
from server.fleet.stops import stop_on
from server.jobs import policies
from server.jobs.durations import in_words
from server.jobs.facts.attempts import attempt_facts
from server.jobs.facts.cancels import cancel_facts, cancel_facts_of
from server.jobs.facts.jobs import JobsOfRequest, has_no_news, news_at, runtime_s, shown_as
from server.jobs.facts.named import repo_named
from server.jobs.facts.reasons import reason_facts
from server.jobs.facts.rows import commit_url, count_in_words, row_facts
from server.jobs.listed import ListedJob, listed_jobs, unlisted_job
from server.jobs.models import JobDetail, JobRequest
from server.jobs.predecessors import predecessors_of
from server.jobs.reason_codes import ReasonCode
from server.jobs.reasons import BackendNow, held, holding
from server.jobs.statuses import ERROR_ACTION, DisplayStatus
from server.people.actors import Actor
from server.people.verdicts import verdict
from server.projects import policies as project_policies

_LONGEST_DEFINITION = 200_000  # characters


def request_facts(job_request: JobRequest, *, actor: Actor, now: datetime) -> dict[str, Any]:
    """What the page of a request loaded by `whole` says; two queries more."""
    jobs = jobs_of(job_request, actor=actor, now=now)
    row = row_facts(
        job_request,
        backend=jobs.backend,
        refusal=jobs.refusal,
        requests_before=jobs.requests_before,
    )
    definition = job_request.detail.project_definition
    return row | {
        "requested_actions": job_request.requested_actions,
        "cancelled_actions": job_request.cancelled_actions,
        "force_run_dependencies": job_request.force_run_dependencies,
        "will_notify": job_request.will_notify,
        "codelists_ok": job_request.codelists_ok,
        "status_message": _status_message(job_request, jobs.jobs),
        "is_invalid": any(job.action == ERROR_ACTION for job in jobs.jobs),
        "runtime_s": sum(runtime_s(job) or 0 for job in jobs.jobs),
        "commit": {
            "sha": job_request.sha,
            "url": commit_url(job_request),
            "message": job_request.detail.commit_message,
            "compare_url": _compare_url(job_request, before=jobs.sha_before),
        },
        "branch": job_request.branch,
        "project_definition": definition if len(definition) <= _LONGEST_DEFINITION else None,
        "project_definition_bytes": len(definition.encode()),
        "repo": repo_named(job_request.workspace.repo),
        "updated_at": job_request.updated_at,
        "news_at": max((news_at(job) for job in jobs.jobs), default=None),
        "is_stale": job_request.is_active and _is_stale(row, jobs=jobs, now=now),
        "backend_hold": _backend_hold(job_request, jobs.backend),
        "cancel": cancel_facts(job_request, has_jobs=bool(jobs.jobs)),
        "can": {
            "cancel": verdict(actor, policies.why_not_cancel(actor, job_request)),
            "run_again": verdict(
                actor,
                project_policies.why_not_run(actor, job_request.workspace)
                or _why_not_there(actor, job_request.backend, now=now),
            ),
        },
        "failures": [_failure(job, jobs=jobs) for job in _failed(jobs)],
        "summary": _summary(row),
        "planned": [
            {name: step.get(name, "") for name in ("action", "decision", "because")}
            for step in job_request.detail.planned
        ],
        "jobs": [jobs.facts_of(job) for job in jobs.jobs],
    }


def _is_stale(row: dict[str, Any], *, jobs: JobsOfRequest, now: datetime) -> bool:
    """Whether its runner has made no jobs of it, or has long said nothing new of any."""
    if not jobs.jobs:
        return row["reason"]["code"] == ReasonCode.PASSED_OVER
    return all(has_no_news(job, now=now) for job in jobs.jobs)


def _why_not_there(actor: Actor, backend: Backend, *, now: datetime) -> Refusal | None:
    stop = stop_on(backend, now=now)
    return fleet_policies.why_not_run_on(actor, backend, stop=stop, now=now)


def job_facts(
    job_request: JobRequest, *, identifier: str, actor: Actor, now: datetime
) -> dict[str, Any] | None:
    """What the page of a job says, also of one that is no longer listed; None where none is."""
    jobs = jobs_of(job_request, actor=actor, now=now)
    listed = (each for each in jobs.jobs if each.identifier == identifier)
    job = next(listed, None) or unlisted_job(job_request, identifier=identifier)
    if job is None:
        return None
    return jobs.facts_of(job) | {
        "run_command": job.run_command,
        "unlisted_since": job.hidden_at,
        "attempts": attempt_facts(job, job_request, backend=jobs.backend),
        "trace_context": _trace_context_of(job) if policies.may_see_traces(actor) else None,
        "cancel": cancel_facts_of(job, job_request),
        "job_request": row_facts(job_request, backend=jobs.backend, refusal=jobs.refusal),
    }


def _trace_context_of(job: ListedJob) -> Any:
    return JobDetail.objects.values_list("trace_context", flat=True).filter(pk=job.pk).first()


def jobs_of(job_request: JobRequest, *, actor: Actor, now: datetime) -> JobsOfRequest:
    """The listed jobs of a request; two queries."""
    return JobsOfRequest(
        job_request,
        listed_jobs(job_request),
        predecessors=predecessors_of(job_request),
        actor=actor,
        now=now,
    )


def _status_message(job_request: JobRequest, jobs: Sequence[ListedJob]) -> str:
    """What is said of the request as a whole: a refusal comes as the message of a pseudo-job."""
    refusals = [job.status_message for job in jobs if job.action == ERROR_ACTION]
    return refusals[0] if refusals else job_request.status_message


def _backend_hold(job_request: JobRequest, backend: BackendNow) -> dict[str, Any] | None:
    """Why its backend starts no jobs now, or none that read the database, whatever it waits for."""
    code = holding(backend, reads_database=True) if job_request.is_active else None
    return reason_facts(held(code, backend=backend)) if code else None


def _compare_url(job_request: JobRequest, *, before: str | None) -> str | None:
    """The changes since the commit of the request before, if there are any."""
    if not before or not job_request.sha or before == job_request.sha:
        return None
    return f"{job_request.workspace.repo.url}/compare/{before}..{job_request.sha}"


def _failed(jobs: JobsOfRequest) -> list[ListedJob]:
    return [job for job in jobs.jobs if shown_as(job) == DisplayStatus.FAILED]


def _failure(job: ListedJob, *, jobs: JobsOfRequest) -> dict[str, Any]:
    """What happened, what it means, what to do, and what did not run because of it."""
    reason = jobs.reason_of(job)
    seconds = runtime_s(job)
    took = f" after {in_words(seconds)}" if seconds is not None else ""
    is_refusal = reason is not None and reason.code == ReasonCode.REQUEST_ERROR
    return {
        "job_identifier": job.identifier,
        "action": job.action,
        "title": "The request could not be run" if is_refusal else f"{job.action} failed{took}",
        "explanation": reason.text if reason else "",
        "what_to_do": (reason.what_next if reason else None) or "",
        "log_path": jobs.log_path_of(job),
        "blocked": _blocked_by(job.action, jobs=jobs),
    }


def _blocked_by(action: str, *, jobs: JobsOfRequest) -> list[str]:
    """The actions that were not run because this one failed, however far down."""
    not_run = [job.action for job in jobs.jobs if shown_as(job) == DisplayStatus.NOT_RUN]
    needed_by: dict[str, list[str]] = {}
    for name in not_run:
        for need in jobs.needs_of(name):
            needed_by.setdefault(need, []).append(name)
    reached, waiting = set[str](), [action]
    while waiting:
        for name in needed_by.get(waiting.pop(), ()):
            if name not in reached:
                reached.add(name)
                waiting.append(name)
    return [name for name in not_run if name in reached]


def _summary(row: dict[str, Any]) -> str:
    """One or two sentences: how many jobs succeeded, then the others."""
    counts = row["job_counts"]
    total, succeeded = counts["total"], counts["succeeded"]
    if not total:
        return row["reason"]["text"] if row["reason"] else "It has no jobs."
    noun = "job" if total == 1 else "jobs"
    if succeeded == total:
        return "The job succeeded." if total == 1 else f"All {total} jobs succeeded."
    others = count_in_words(counts, *_BESIDES_SUCCEEDED)
    return f"{succeeded} of {total} {noun} succeeded. {others}."


_BESIDES_SUCCEEDED = (
    DisplayStatus.FAILED,
    DisplayStatus.NOT_RUN,
    DisplayStatus.CANCELLED,
    DisplayStatus.RUNNING,
    DisplayStatus.HELD,
    DisplayStatus.WAITING,
    DisplayStatus.UNKNOWN,
)
