"""One backend's loop: ask what is wanted, pretend to work on it, report the whole truth."""

import base64
import json
import random
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pipelines
from devrunner.client import JobServer

Job = dict[str, Any]  # as the API has it; names that begin with _ stay here

_WORKERS = 2  # jobs that run at once
_ALWAYS_FAILS = "simulate-failure"  # in an action's name or command; others fail now and then
_ENDS = ("succeeded", "failed")
_STATUSES = {"created": "pending", "executing": "running", "succeeded": "succeeded"}  # by code


class Runner:
    """The jobs of one backend, kept in a file: after a restart they go on where they were."""

    def __init__(self, server: JobServer, *, store: Path, git_root: Path | None, speed: float):
        self.server, self.store, self.git_root, self.speed = server, store, git_root, speed
        self.jobs: list[Job] = json.loads(store.read_text()) if store.exists() else []

    def cycle(self) -> None:
        """GET, take on new requests, stop or move on their jobs, POST, forget what is over."""
        requests = {each["identifier"]: each for each in reversed(self.server.job_requests())}
        taken_on = {job["job_request_id"] for job in self.jobs}
        for identifier in [each for each in requests if each not in taken_on]:  # the oldest first
            self.jobs += self._new_jobs(requests[identifier])
        for job in [job for job in self.jobs if job["status"] not in _ENDS]:
            cancelled = requests.get(job["job_request_id"], {}).get("cancelled_actions", ())
            is_stopped = job["action"] in cancelled
            _put(job, "cancelled_by_user" if is_stopped else self._next_code(job))
        half_written = self.store.with_suffix(".new")
        half_written.write_text(json.dumps(self.jobs))
        half_written.replace(self.store)
        if self.jobs:
            self.server.report([{k: job[k] for k in job if k[0] != "_"} for job in self.jobs])
        self.jobs = [job for job in self.jobs if job["job_request_id"] in requests]

    def _new_jobs(self, request: dict[str, Any]) -> list[Job]:
        try:
            actions = self._actions_to_run(request)
        except (ValueError, subprocess.CalledProcessError) as error:
            return [_put(_new_job(request, "__error__"), "internal_error", str(error))]
        jobs = [_new_job(request, name, *actions[name]) for name in actions]
        return jobs or [_put(_new_job(request, request["requested_actions"][0]), "succeeded")]

    def _actions_to_run(self, request: dict[str, Any]) -> dict[str, tuple[str, list[str]]]:
        """Each action that has to run, with its command and the actions it waits for."""
        if self.git_root is None:  # nobody can tell what the actions need
            return {action: ("", []) for action in request["requested_actions"]}
        path = self.git_root / request["workspace"]["repo"].removeprefix("https://github.com/")
        show = ["git", f"--git-dir={path}.git", "show", f"{request['sha']}:project.yaml"]
        report = pipelines.check(subprocess.check_output(show))  # noqa: S603
        if report.pipeline is None:
            raise ValueError(f"ProjectValidationError: {report.errors[0].message}")
        workspace = request["workspace"]["name"]
        ended = {k: v for k, v in self.server.statuses(workspace).items() if v in _ENDS}
        newest = (ended | self._statuses_here(workspace)).items()
        plan = pipelines.plan(
            report.pipeline,
            requested=request["requested_actions"],
            force_run_dependencies=request["force_run_dependencies"],
            newest={k: pipelines.JobOutcome(v if v in _ENDS else "active") for k, v in newest},
        )
        actions = report.pipeline.actions
        return {name: (actions[name].run, list(actions[name].needs)) for name in plan.runs}

    def _next_code(self, job: Job) -> str:
        if job["started_at"]:
            ran_s = (datetime.now(UTC) - datetime.fromisoformat(job["started_at"])).total_seconds()
            ending = "nonzero_exit" if job["_fails"] else "succeeded"
            return ending if ran_s * self.speed >= job["_duration_s"] else "executing"
        here = self._statuses_here(job["_workspace"])
        waits_for = {here.get(need, "succeeded") for need in job["_needs"]}  # an earlier result
        if "failed" in waits_for:
            return "dependency_failed"
        if waits_for - {"succeeded"}:
            return "waiting_on_dependencies"
        running = sum(job["status"] == "running" for job in self.jobs)
        return "executing" if running < _WORKERS else "waiting_on_workers"

    def _statuses_here(self, workspace: str) -> dict[str, str]:
        return {job["action"]: job["status"] for job in self.jobs if job["_workspace"] == workspace}


def _new_job(request: dict[str, Any], action: str, run: str = "", needs: Any = ()) -> Job:
    dice = random.Random(f"{request['identifier']} {action}")  # made again, it is the same job
    job: Job = dict.fromkeys(["status_code", "started_at", "completed_at"]) | {
        "job_request_id": request["identifier"],
        "identifier": base64.b32encode(dice.randbytes(10)).decode().lower(),
        "action": action,
        "run_command": run,
        "created_at": f"{datetime.now(UTC):%FT%TZ}",
        "_workspace": request["workspace"]["name"],
        "_needs": needs,
        "_fails": _ALWAYS_FAILS in f"{action} {run}" or dice.random() < 0.04,
        "_duration_s": dice.uniform(3, 15),
    }
    return _put(job, "created")


def _put(job: Job, code: str, message: str = "") -> Job:
    """Say how a job stands; of one that stays as it is, once a minute that it lives."""
    now = f"{datetime.now(UTC):%FT%TZ}"
    if job["status_code"] != code or job["updated_at"][:16] != now[:16]:
        status = "pending" if code.startswith("waiting") else _STATUSES.get(code, "failed")
        message = f"Simulated: {message or code.replace('_', ' ')}"
        job |= {"status": status, "status_code": code, "status_message": message, "updated_at": now}
        job["started_at"] = job["started_at"] or (now if status == "running" else None)
        job["completed_at"] = now if status in _ENDS else None
    return job
