"""The runs of the demo: finished ones of the past weeks, and some that runners find waiting."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from pipelines import Decision, Pipeline
from server.core.ids import new_identifier
from server.fleet.models import Backend
from server.jobs.models import JobRequest
from server.jobs.reports import JobReport, report_jobs
from server.jobs.services import (
    cancel_job_request,
    create_job_request,
    end_if_never_fetched,
    prepare_run,
)
from server.people.actors import Actor
from server.projects.models import Workspace

_FAILURE_MARKER = "--simulate-failure"  # the development runner knows it too
_MESSAGES = {
    "succeeded": "Simulated: completed successfully",
    "nonzero_exit": "Simulated: job exited with an error",
    "dependency_failed": "Simulated: not starting as dependency failed",
}
_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class _Run:
    """What is asked for, of which workspace and backend, and how long ago."""

    workspace: str
    backend: str
    actions: tuple[str, ...]
    ago: timedelta = timedelta(0)


_FINISHED = (
    _Run("vaccine-uptake", "tpp", ("run_all",), ago=21 * _DAY),
    _Run("vaccine-uptake", "emis", ("run_all",), ago=20 * _DAY),
    _Run("asthma-in-winter", "tpp", ("describe_cohort", "plot_admissions"), ago=9 * _DAY),
    _Run("long-recovery", "tpp", ("run_all",), ago=6 * _DAY),
    _Run("asthma-in-winter", "tpp", ("run_all",), ago=2 * _DAY),
    _Run("vaccine-uptake", "tpp", ("write_report",), ago=_DAY / 4),
)
_CANCELLED = _Run("vaccine-uptake", "emis", ("compare_regions",), ago=_DAY)
_WAITING = (
    _Run("long-recovery", "emis", ("run_all",)),
    _Run("vaccine-uptake", "tpp", ("compare_regions", "write_report")),
    _Run("asthma-in-winter", "tpp", ("fit_mortality_model",)),  # fails, within a quarter minute
    _Run("vaccine-uptake", "test", ("run_all",)),
)


def make_history(actor: Actor, *, now: datetime) -> None:
    """Runs that `actor` asked for and that are over: succeeded, failed and cancelled ones."""
    for run in _possible(_FINISHED):
        job_request, pipeline = _ask(actor, run, now=now - run.ago)
        reports = list(_simulated_jobs(job_request, pipeline=pipeline))
        ended_at = max(filter(None, (report.completed_at for report in reports)))
        report_jobs(backend=job_request.backend, reports=reports, now=ended_at)
    for run in _possible([_CANCELLED]):
        asked_at = now - run.ago
        job_request, _ = _ask(actor, run, now=asked_at)
        cancel_job_request(
            actor=actor, job_request=job_request, actions=None, now=asked_at + _MINUTE
        )
        end_if_never_fetched(pk=job_request.pk, now=asked_at + _MINUTE + settings.CANCEL_GRACE)


def ask_for_runs(actor: Actor, *, now: datetime) -> None:
    """Runs for the development runner to find."""
    for run in _possible(_WAITING):
        _ask(actor, run, now=now)


def _possible(runs: Iterable[_Run]) -> list[_Run]:
    """Those whose backend this installation enables."""
    slugs = set(Backend.objects.active().values_list("slug", flat=True))
    return [run for run in runs if run.backend in slugs]


def _ask(actor: Actor, run: _Run, *, now: datetime) -> tuple[JobRequest, Pipeline]:
    prepared = prepare_run(
        actor=actor,
        workspace=Workspace.objects.get(name=run.workspace),
        backend=Backend.objects.get(slug=run.backend),
        commit=None,
        now=now,
    )
    job_request = create_job_request(
        actor=actor, run=prepared, requested_actions=run.actions, will_notify=False, now=now
    )
    return job_request, prepared.pipeline


def _simulated_jobs(job_request: JobRequest, *, pipeline: Pipeline) -> Iterator[JobReport]:
    """Every job that was planned, as a runner would report it in the end.

    The demo's studies name an action before those that need it.
    """
    dice = random.Random(job_request.pk)  # noqa: S311 - a demo
    picked_up_at = job_request.created_at + timedelta(seconds=9)
    ended: dict[str, datetime] = {}
    failed: set[str] = set()
    for step in job_request.detail.planned:
        if step["decision"] not in (Decision.CHOSEN, Decision.NEEDED):
            continue
        action = pipeline.actions[step["action"]]
        ready_at = max([picked_up_at, *(ended[need] for need in action.needs if need in ended)])
        if failed & set(action.needs):
            failed.add(action.id)
            code, started_at, ended[action.id] = "dependency_failed", None, ready_at
        else:
            fails = _FAILURE_MARKER in action.run
            failed |= {action.id} if fails else set()
            code, started_at = "nonzero_exit" if fails else "succeeded", ready_at
            ended[action.id] = ready_at + timedelta(seconds=dice.randint(20, 1500))
        yield JobReport(
            job_request_id=job_request.identifier,
            identifier=new_identifier(),
            action=action.id,
            run_command=action.run,
            status="succeeded" if code == "succeeded" else "failed",
            status_code=code,
            status_message=_MESSAGES[code],
            created_at=picked_up_at,
            updated_at=ended[action.id],
            started_at=started_at,
            completed_at=ended[action.id],
            trace_context=None,
            metrics={"cpu_peak": dice.randint(50, 400), "mem_mb_peak": dice.randint(100, 4000)},
        )
