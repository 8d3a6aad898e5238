"""Asking for a run: what the git host says first, then one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

import pipelines
from pipelines import Decision, JobOutcome
from server.audit.services import record
from server.core import counters
from server.core.errors import FieldError, InputRefused, require
from server.fleet import policies as fleet_policies
from server.fleet.models import Backend
from server.fleet.stops import stop_on
from server.jobs.codelists import CodelistsStatus
from server.jobs.errors import (
    BackendNotAvailable,
    CodelistsIncomplete,
    NothingToDo,
    TooManyUnfinished,
    WorkspaceArchived,
)
from server.jobs.models import JobRequest, JobRequestDetail
from server.jobs.newest import NewestJob, newest_jobs
from server.jobs.services.pipelines import PipelineAtCommit, read_pipeline
from server.jobs.statuses import (
    ACTIVE_REQUESTS,
    DisplayStatus,
    JobRequestStatus,
    JobStatus,
    display_status,
    is_unfinished,
    normalise,
)
from server.people.actors import Actor
from server.people.models import User
from server.projects import policies as project_policies
from server.projects.models import Workspace


@dataclass(frozen=True, slots=True)
class PreparedRun:
    """All that a run needs from outside the database; its pipeline has no problems."""

    workspace: Workspace
    backend: Backend
    at: PipelineAtCommit
    pipeline: pipelines.Pipeline


@dataclass(frozen=True, slots=True)
class RunPlan:
    """What a request would run as things are now, and the newest job of each action."""

    requested_actions: Sequence[str]
    plan: pipelines.Plan
    newest: Mapping[str, NewestJob]
    requests_before: int


def prepare_run(
    *,
    actor: Actor,
    workspace: Workspace,
    backend: Backend,
    commit: str | None,
    with_codelists: bool = True,
    now: datetime,
) -> PreparedRun:
    """Pin the commit and read its pipeline; nothing is stored.

    A plan does without the check of the codelists, which asks the outside each time.

    Raises:
        CodelistsIncomplete: the study has codelists, but not the files that name them.
        PermissionRefused: `actor` may not run there.
        WorkspaceArchived: the workspace takes no new runs.
        BackendNotAvailable: the backend is switched off, or takes no new runs for a while.
        PipelineHasProblems: project.yaml cannot be run.
        DomainError: one of `projects.git_errors`.
    """
    _require_may_run(actor, workspace=workspace, backend=backend, now=now)
    at = read_pipeline(workspace=workspace, commit=commit, with_codelists=with_codelists, now=now)
    if at.codelists.status == CodelistsStatus.INCOMPLETE:
        raise CodelistsIncomplete(at.codelists.message)
    return PreparedRun(workspace=workspace, backend=backend, at=at, pipeline=at.runnable())


def plan_run(
    *, run: PreparedRun, requested_actions: Sequence[str], force_run_dependencies: bool
) -> RunPlan:
    """Work out what a request would run.

    Raises:
        InputRefused: an action that project.yaml does not have.
    """
    newest = newest_jobs(workspace_id=run.workspace.pk, backend_id=run.backend.pk)
    try:
        plan = pipelines.plan(
            run.pipeline,
            requested=requested_actions,
            force_run_dependencies=force_run_dependencies,
            newest={action: _outcome_of(job) for action, job in newest.items()},
        )
    except pipelines.UnknownActions as error:
        raise InputRefused(
            [
                FieldError(
                    f"/actions/{requested_actions.index(name)}",
                    f"project.yaml at this commit has no action {name!r}.",
                )
                for name in error.names
            ]
        ) from error
    before = JobRequest.objects.active_for(run.backend).filter(status=JobRequestStatus.PENDING)
    return RunPlan(
        requested_actions=requested_actions,
        plan=plan,
        newest=newest,
        requests_before=before.count(),
    )


@transaction.atomic
def create_job_request(
    *,
    actor: Actor,
    run: PreparedRun,
    requested_actions: Sequence[str],
    force_run_dependencies: bool = False,
    will_notify: bool | None = None,
    now: datetime,
) -> JobRequest:
    """Ask the backend for a run; its runner learns of it at its next poll.

    `will_notify` None is what the workspace says.

    Raises:
        PermissionRefused, WorkspaceArchived, BackendNotAvailable: as `prepare_run`, had something
            changed since.
        TooManyUnfinished: `actor` has as many unfinished requests as a person may have.
        InputRefused: an action that project.yaml does not have.
        InputRefused: an action reads the database, and the codelists are not up to date.
        NothingToDo: everything has succeeded or is under way.
    """
    workspace = Workspace.objects.get(pk=run.workspace.pk)
    backend = Backend.everywhere.get(pk=run.backend.pk)
    _require_may_run(actor, workspace=workspace, backend=backend, now=now)
    _require_few_unfinished(actor)
    planned = plan_run(
        run=run,
        requested_actions=requested_actions,
        force_run_dependencies=force_run_dependencies,
    )
    plan = planned.plan
    if plan.nothing_reason is not None:
        raise NothingToDo(plan.nothing_reason.message)
    _require_current_codelists(run, plan, requested_actions=requested_actions)
    job_request = JobRequest.objects.create(
        backend=backend,
        workspace=workspace,
        created_by=actor.person,
        created_at=now,
        requested_actions=list(dict.fromkeys(requested_actions)),
        force_run_dependencies=force_run_dependencies,
        will_notify=workspace.should_notify if will_notify is None else will_notify,
        codelists_ok=run.at.codelists.is_ok,
        sha=run.at.commit.sha,
        branch=workspace.branch,
    )
    JobRequestDetail.objects.create(
        job_request=job_request,
        project_definition=run.at.source,
        commit_message=run.at.commit.message,
        planned=[_planned(step, of=planned, pipeline=run.pipeline) for step in plan.steps],
    )
    record(
        by=actor.author,
        verb="job_request.created",
        target_type="job_request",
        target_id=job_request.pk,
        target_name=job_request.identifier,
        after={
            "workspace": workspace.name,
            "backend": backend.slug,
            "requested_actions": job_request.requested_actions,
            "sha": job_request.sha,
        },
        now=now,
    )
    counters.bump_backend(backend.pk)
    return job_request


def why(step: pipelines.Step, *, of: RunPlan) -> str:
    """Why an action takes part in a plan as it does: without a full stop."""
    match step.decision:
        case Decision.ACTIVE:
            return "it is waiting or running already"
        case Decision.REUSED:
            return "its last job succeeded"
        case Decision.CHOSEN if step.action in of.requested_actions:
            return "you chose it"
        case Decision.CHOSEN:
            return f"{pipelines.RUN_ALL} asks for it and {_last_time(of.newest.get(step.action))}"
        case Decision.NEEDED:
            return f"{step.because} needs it and {_last_time(of.newest.get(step.action))}"


def _last_time(newest: NewestJob | None) -> str:
    if newest is None:
        return "it has never run"
    return _LAST_TIME[display_status(status=newest.status, status_code=newest.status_code)]


# Those that wait or run are absent: their actions run no second time.
_LAST_TIME = {
    DisplayStatus.SUCCEEDED: "everything needed is to run again",
    DisplayStatus.FAILED: "its last job failed",
    DisplayStatus.CANCELLED: "its last job was cancelled",
    DisplayStatus.NOT_RUN: "its last job was not run",
    DisplayStatus.UNKNOWN: "nobody knows how its last job ended",
}


def _require_may_run(
    actor: Actor, *, workspace: Workspace, backend: Backend, now: datetime
) -> None:
    if archived := project_policies.why_archived(actor, workspace):
        raise WorkspaceArchived(archived.reason)
    require(project_policies.why_not_run(actor, workspace))
    stop = stop_on(backend, now=now)
    refusal = fleet_policies.why_not_run_on(actor, backend, stop=stop, now=now)
    if refusal and (not backend.is_active or (stop and stop.is_on_at(now))):
        raise BackendNotAvailable(refusal.reason)
    require(refusal)


def _require_few_unfinished(actor: Actor) -> None:
    """Hold the person's unfinished requests against the limit, if there is one."""
    limit = settings.MAX_UNFINISHED_REQUESTS
    if not limit:
        return
    # Held until the request is stored: of two in the same moment the second sees the first.
    User.objects.select_for_update().filter(pk=actor.person.pk).first()
    unfinished = JobRequest.objects.filter(created_by=actor.person, status__in=ACTIVE_REQUESTS)
    count = unfinished.count()
    if count >= limit:
        raise TooManyUnfinished(
            f"You have {count} unfinished runs, and {limit} are the most that a person may have "
            "here. Wait for one to finish, or cancel one."
        )


def _require_current_codelists(
    run: PreparedRun, plan: pipelines.Plan, *, requested_actions: Sequence[str]
) -> None:
    """Refuse actions that would read the database by lists of codes that are not up to date.

    Those that are needed count as well: a runner fails the whole request for one.
    """
    if run.at.codelists.is_ok:
        return
    stopped = [name for name in plan.runs if run.pipeline.actions[name].is_database_action]
    pointers = {name: f"/actions/{index}" for index, name in enumerate(requested_actions)}
    errors = [
        FieldError(
            pointers.get(name, "/actions"),
            f"{name} reads the database and cannot run. {run.at.codelists.message}",
        )
        for name in stopped
    ]
    if errors:
        raise InputRefused(errors)


def _outcome_of(job: NewestJob) -> JobOutcome:
    """A job whose status is no word that we know gave no result, so its action may run again."""
    if is_unfinished(job.status):
        return JobOutcome.ACTIVE
    is_success = normalise(job.status) == JobStatus.SUCCEEDED
    return JobOutcome.SUCCEEDED if is_success else JobOutcome.FAILED


def _planned(step: pipelines.Step, *, of: RunPlan, pipeline: pipelines.Pipeline) -> dict[str, Any]:
    """What the pages of the request need of the pipeline, so that nobody parses it again."""
    action = pipeline.actions[step.action]
    return {
        "action": step.action,
        "decision": step.decision.value,
        "because": why(step, of=of),
        "needs": list(action.needs),
        "is_database_action": action.is_database_action,
    }
