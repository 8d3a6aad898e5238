"""A pipeline and a plan, with the newest job of each action."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from pipelines import Decision, Pipeline
from server.fleet.models import Backend
from server.jobs.facts.newest import newest_facts
from server.jobs.newest import NewestJob
from server.jobs.reasons import BackendNow
from server.jobs.services.pipelines import PipelineAtCommit, problem_facts
from server.jobs.services.requesting import PreparedRun, RunPlan, why
from server.projects.models import Workspace
from server.projects.serializers import commit_info

_LONGEST_SOURCE = 200_000  # characters

Newest = Mapping[str, NewestJob]


def pipeline_facts(
    at: PipelineAtCommit,
    *,
    workspace: Workspace,
    backend: Backend | None,
    newest: Newest,
    now: datetime,
) -> dict[str, Any]:
    """What the form of a new run shows: the actions, or what is wrong with project.yaml."""
    jobs = newest_by_action(newest, pipeline=at.report.pipeline, now=now)
    return {
        "commit": commit_info(at.commit, repo_url=workspace.repo.url),
        "branch": workspace.branch,
        "backend": backend,
        "actions": _actions(at.report.pipeline, newest=jobs),
        "run_all": at.report.pipeline.run_all_order if at.report.pipeline else (),
        "warnings": [problem_facts(problem) for problem in at.report.warnings],
        "problems": [problem_facts(problem) for problem in at.report.errors],
        "codelists": {
            "status": at.codelists.status,
            "message": at.codelists.message or None,
        },
        "source": at.source if len(at.source) <= _LONGEST_SOURCE else None,
    }


def plan_facts(run: PreparedRun, planned: RunPlan, *, now: datetime) -> dict[str, Any]:
    """What a request would run, and what it would not and why."""
    plan = planned.plan
    newest = newest_by_action(planned.newest, pipeline=run.at.report.pipeline, now=now)
    decisions = [step.decision for step in plan.steps]
    return {
        "commit_sha": run.at.commit.sha,
        "steps": [
            {
                "action": step.action,
                "decision": step.decision,
                "because": why(step, of=planned),
                "needed_by": step.because,
                "newest": newest.get(step.action),
            }
            for step in plan.steps
        ],
        "will_run": len(plan.runs),
        "reused": decisions.count(Decision.REUSED),
        "active": decisions.count(Decision.ACTIVE),
        "nothing_to_do": plan.nothing_to_do,
        "nothing_reason": plan.nothing_reason.message if plan.nothing_reason else None,
        "requests_before": planned.requests_before,
    }


def newest_by_action(
    newest: Newest, *, pipeline: Pipeline | None = None, now: datetime
) -> dict[str, dict[str, Any]]:
    """Action → what is said of its newest job; one query for the backends of all of them.

    `pipeline` says, where it was read, which actions read the database.
    """
    actions = pipeline.actions.values() if pipeline else ()
    reading = {action.id for action in actions if action.is_database_action}
    backends = _backends({job.backend_id for job in newest.values()}, now=now)
    return {
        action: newest_facts(
            job, backend=backends[job.backend_id], reads_database=action in reading
        )
        for action, job in newest.items()
    }


def _backends(keys: Iterable[int], *, now: datetime) -> dict[int, BackendNow]:
    rows = Backend.everywhere.filter(pk__in=keys)
    return {backend.pk: BackendNow.of(backend, now=now) for backend in rows}


def _actions(
    pipeline: Pipeline | None, *, newest: Mapping[str, dict[str, Any]]
) -> list[dict[str, Any]]:
    if pipeline is None:
        return []
    return [
        {
            "id": action.id,
            "run": action.run,
            "needs": action.needs,
            "outputs": [
                {"level": level, "name": name, "path": path}
                for level, files in action.outputs.items()
                for name, path in files.items()
            ],
            "is_database_action": action.is_database_action,
            "line": action.line,
            "newest": newest.get(action.id),
        }
        for action in pipeline.actions.values()
    ]
