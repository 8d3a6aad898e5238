"""The jobs of one request: each with its reason, its times and what it waits for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from server.core.errors import Refusal
from server.jobs import policies
from server.jobs.durations import seconds_between
from server.jobs.facts.reasons import reason_facts
from server.jobs.listed import ListedJob
from server.jobs.models import Job, JobRequest
from server.jobs.newest import NewestJob
from server.jobs.predecessors import Predecessors
from server.jobs.reason_codes import WITH_LOG, ReasonCode
from server.jobs.reasons import BackendNow, JobState, Reason, explain_job
from server.jobs.statuses import (
    ERROR_ACTION,
    DisplayStatus,
    display_status,
    is_finished,
)
from server.people.actors import Actor
from server.people.verdicts import verdict

_STALE_AFTER = timedelta(minutes=30)
_CLOCK_IS_WRONG = timedelta(hours=12)  # no report is so long on its way

_ENDED_BADLY = (DisplayStatus.FAILED, DisplayStatus.CANCELLED, DisplayStatus.NOT_RUN)
_METRICS = ("cpu_peak", "mem_mb_peak", "cpu_mean", "mem_mb_mean")


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """What the plan of a request kept of an action."""

    decision: str
    needs: Sequence[str]
    is_database_action: bool


class JobsOfRequest:
    """The listed jobs of a request, in the order of its project.yaml, and what each is about."""

    def __init__(
        self,
        job_request: JobRequest,
        jobs: Sequence[ListedJob],
        *,
        predecessors: Predecessors,
        actor: Actor,
        now: datetime,
    ) -> None:
        """Take the request with its wide row and its backend."""
        self.job_request = job_request
        self.backend = BackendNow.of(job_request.backend, now=now)
        self.planned = _planned_of(job_request)
        positions = {action: position for position, action in enumerate(self.planned)}
        self.jobs = sorted(
            jobs,
            key=lambda job: (positions.get(job.action, len(positions)), job.created_at, job.pk),
        )
        self._statuses = {job.action: shown_as(job) for job in self.jobs}
        self._why_not_cancel = policies.why_not_cancel(actor, job_request)
        self._may_see_metrics = policies.may_see_metrics(actor)
        self._actor, self._now = actor, now
        self.requests_before = predecessors.unfinished if job_request.is_active else None
        self.sha_before = predecessors.sha

    def needs_of(self, action: str) -> Sequence[str]:
        """What the action needs, as project.yaml had it; empty where that was not kept."""
        return self.planned[action].needs if action in self.planned else ()

    def reason_of(self, job: ListedJob) -> Reason | None:
        """Why the job is where it is; None for one that succeeded."""
        needs = self.needs_of(job.action)
        state = JobState(
            action=job.action,
            status=job.status,
            status_code=job.status_code,
            status_message=job.status_message,
            since=since_of(job),
            unlisted_since=job.hidden_at,
            waits_for=[need for need in needs if self._is_awaited(need)],
            stopped_by=[
                (need, self._statuses[need])
                for need in needs
                if self._statuses.get(need) in _ENDED_BADLY
            ],
            reads_database=self._reads_database(job),
            is_cancel_requested=self._is_cancel_requested(job),
            cancel_requested_at=self.job_request.cancel_requested_at,
            requests_before=self.requests_before,
            project_definition=(
                self.job_request.detail.project_definition if job.action == ERROR_ACTION else ""
            ),
        )
        return explain_job(state, backend=self.backend)

    @property
    def refusal(self) -> Reason | None:
        """Why the runner could make no jobs of the request; None where it made some, or will."""
        reasons = [self.reason_of(job) for job in self.jobs if job.action == ERROR_ACTION]
        return next(
            (each for each in reasons if each and each.code is ReasonCode.REQUEST_ERROR), None
        )

    def facts_of(self, job: ListedJob) -> dict[str, Any]:
        """Everything but what is shown on the job's own page alone."""
        has_ended = is_finished(job.status)
        return {
            "identifier": job.identifier,
            "action": job.action,
            "status": job.status,
            "display_status": shown_as(job),
            "status_code": job.status_code,
            "status_message": job.status_message,
            "reason": reason_facts(self.reason_of(job)),
            "needs": self.needs_of(job.action),
            "created_at": job.created_at,
            "started_at": job.started_at,
            "completed_at": job.completed_at if has_ended else None,
            "updated_at": job.updated_at,
            "news_at": news_at(job),
            "waited_s": _waited_s(job, has_ended=has_ended),
            "duration_s": runtime_s(job),
            "attempts_total": job.attempts_total,
            "is_stale": is_under_way(job) and has_no_news(job, now=self._now),
            "is_cancel_requested": self._is_cancel_requested(job),
            "is_database_action": self._reads_database(job),
            "log_path": self.log_path_of(job),
            "metrics": _metrics_of(job) if self._may_see_metrics else None,
            "can": {"cancel": verdict(self._actor, self._why_not_cancel_job(job))},
        }

    def log_path_of(self, job: ListedJob) -> str | None:
        """Where the log is on the backend, for a failure that its log explains."""
        if job.status_code not in WITH_LOG or job.action == ERROR_ACTION:
            return None
        return f"{self.job_request.workspace.name}/metadata/{job.action}.log"

    def _reads_database(self, job: ListedJob) -> bool:
        return job.action in self.planned and self.planned[job.action].is_database_action

    def _is_awaited(self, need: str) -> bool:
        """Whether the need is unfinished, here or in another request."""
        if need in self._statuses:
            return self._statuses[need] in (
                DisplayStatus.WAITING,
                DisplayStatus.HELD,
                DisplayStatus.RUNNING,
            )
        return need in self.planned and self.planned[need].decision == "active"

    def _is_cancel_requested(self, job: ListedJob) -> bool:
        return is_under_way(job) and job.action in self.job_request.cancelled_actions

    def _why_not_cancel_job(self, job: ListedJob) -> Refusal | None:
        if is_finished(job.status):
            return Refusal("The job has finished.")
        if not is_under_way(job):
            return Refusal("Its runner reports the job no longer.")
        if self._is_cancel_requested(job):
            return Refusal("A cancel was sent already.")
        return self._why_not_cancel


def is_under_way(job: ListedJob) -> bool:
    """Whether its runner reports the job, and has not ended it."""
    return job.hidden_at is None and not is_finished(job.status)


def shown_as(job: ListedJob | Job) -> DisplayStatus:
    """What to draw for the job: nobody knows it of one that was left out before it had ended."""
    if job.hidden_at is not None and not is_finished(job.status):
        return DisplayStatus.UNKNOWN
    return display_status(status=job.status, status_code=job.status_code)


def since_of(job: ListedJob | NewestJob | Job) -> datetime:
    """Since when the job has been in its state; rows from before that was kept say it roughly."""
    if is_finished(job.status):
        return job.completed_at or job.status_since or job.created_at
    return job.status_since or job.started_at or job.created_at


def news_at(job: ListedJob) -> datetime:
    """When its runner last had news of the job: as it says, where its clock can be right.

    Where it cannot, or says nothing, when the report that changed the job last came in.
    """
    said_at, received_at = job.updated_at, job.received_at
    can_be = said_at is not None and timedelta(0) <= received_at - said_at < _CLOCK_IS_WRONG
    return said_at if said_at is not None and can_be else received_at


def has_no_news(job: ListedJob, *, now: datetime) -> bool:
    """Whether nothing new was said of the job for long (runner_api 4.2).

    A runner that renews no `updated_at` has nothing new to say while the job goes on.
    """
    return job.updated_at is not None and now - news_at(job) > _STALE_AFTER


def runtime_s(job: ListedJob) -> int | None:
    """How long a finished job ran; None for one that did not finish or never began."""
    return seconds_between(job.started_at, job.completed_at) if is_finished(job.status) else None


def _planned_of(job_request: JobRequest) -> dict[str, PlannedAction]:
    return {
        step["action"]: PlannedAction(
            decision=step.get("decision", ""),
            needs=tuple(step.get("needs", ())),
            is_database_action=step.get("is_database_action", False),
        )
        for step in job_request.detail.planned
    }


def _waited_s(job: ListedJob, *, has_ended: bool) -> int | None:
    """From its making to its start, or to its end where it never began."""
    return seconds_between(
        job.created_at, job.started_at or (job.completed_at if has_ended else None)
    )


def _metrics_of(job: ListedJob) -> Mapping[str, float | None] | None:
    """The four that pages show; runners may send any others."""
    metrics = job.metrics
    if not isinstance(metrics, dict):
        return None
    found = {name: _number(metrics.get(name)) for name in _METRICS}
    return found if any(value is not None for value in found.values()) else None


def _number(value: object) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number else None  # type: ignore[arg-type]
