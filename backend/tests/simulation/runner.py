"""A model of a job-runner: polls, makes jobs of requests, works, reports, forgets nothing.

As runner_api 1.3, 3.3, 4.3, 4.5 and 4.6 and Appendix A say of the released ones: jobs' identifiers
follow from request and action, times have whole seconds, nothing is reported while nothing is
listed, and a report holds every job of the requests that are listed or active here.
"""

import base64
import copy
import hashlib
import itertools
import json
import random
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

NEEDS = {"cohort": (), "fit": ("cohort",), "plot": ("fit",), "check": ("cohort",)}
FINAL = ("succeeded", "failed")

Job = dict[str, Any]
Jobs = dict[str, dict[str, Job]]  # request → action → job


@dataclass(slots=True)
class Ending:
    """That a job ended in a runner; its words are found again in what the server says."""

    job_request: str
    action: str
    status: str
    words: str


class Endings:
    """Every ending that truly was, whichever runner it happened in; `words` name it."""

    def __init__(self) -> None:
        self.by_words: dict[str, Ending] = {}
        self._numbers = itertools.count(1)

    def add(self, *, job: Job, status: str) -> str:
        words = f"ending {next(self._numbers)}"
        self.by_words[words] = Ending(job["job_request_id"], job["action"], status, words)
        return words


@dataclass
class Runner:
    """One process with its database.

    Attributes:
        asks_if_changed: Whether it sends the tag of the list that it has; those of today do not.
        clock_off: How far its clock is ahead of the true time.
        listed: What it was last shown, by identifier.
        touched: Requests whose jobs changed here while the server could not be told.
    """

    endings: Endings
    asks_if_changed: bool = False
    clock_off: timedelta = timedelta(0)
    jobs: Jobs = field(default_factory=dict)
    listed: dict[str, dict[str, Any]] = field(default_factory=dict)
    tag: str = ""
    saved: Jobs = field(default_factory=dict)

    def now(self, true_time: datetime) -> str:
        return f"{true_time + self.clock_off:%Y-%m-%dT%H:%M:%SZ}"

    def take(self, requests: Iterable[dict[str, Any]], *, at: datetime) -> None:
        """Make jobs of what is new, and stop what was cancelled of the rest."""
        self.listed = {each["identifier"]: each for each in requests}
        for identifier, request in self.listed.items():
            if identifier not in self.jobs:
                self.jobs[identifier] = {
                    action: self._new_job(identifier, action, at=at)
                    for action in _with_needs(request["requested_actions"])
                }
                continue
            for job in self.jobs[identifier].values():
                if job["status"] not in FINAL and job["action"] in request["cancelled_actions"]:
                    self._end(job, "cancelled_by_user", at=at)

    def work(self, *, chances: random.Random, at: datetime) -> None:
        """Move jobs on, each by a step or not at all."""
        for jobs in self.jobs.values():
            for job in jobs.values():
                if job["status"] not in FINAL and chances.random() < 0.8:
                    self._move_on(job, jobs, fails=chances.random() < 0.2, at=at)

    def work_to_the_end(self, *, at: datetime) -> None:
        while self.unfinished():
            for jobs in self.jobs.values():
                for job in jobs.values():
                    if job["status"] not in FINAL:
                        self._move_on(job, jobs, fails=False, at=at)

    def retry(self, number: int, *, at: datetime) -> bool:
        """An administrator has a finished job tried again."""
        finished = [job for job in self._all() if job["status"] in FINAL]
        if not finished:
            return False
        self._put_back(finished[number % len(finished)], at=at)
        return True

    def reboot(self, *, at: datetime) -> bool:
        """What ran waits again."""
        running = [job for job in self._all() if job["status"] == "running"]
        for job in running:
            self._put_back(job, at=at)
        return bool(running)

    def save(self) -> None:
        """A backup of the runner's own database."""
        self.saved = copy.deepcopy(self.jobs)

    def restart(self, jobs: Jobs) -> None:
        """Begin anew with this database; what is in memory is lost."""
        self.jobs, self.listed, self.tag = copy.deepcopy(jobs), {}, ""

    def report(self) -> list[Job]:
        """All jobs of what is listed or active here; nothing while nothing is listed."""
        if not self.listed:
            return []
        return self.report_of(
            identifier
            for identifier in self.jobs
            if identifier in self.listed or self._is_active(identifier)
        )

    def report_of(self, identifiers: Iterable[str]) -> list[Job]:
        return [dict(job) for name in identifiers for job in self.jobs[name].values()]

    def unfinished(self) -> list[Job]:
        return [job for job in self._all() if job["status"] not in FINAL]

    def _all(self) -> list[Job]:
        return [job for jobs in self.jobs.values() for job in jobs.values()]

    def _is_active(self, identifier: str) -> bool:
        return any(job["status"] not in FINAL for job in self.jobs[identifier].values())

    def _new_job(self, job_request: str, action: str, *, at: datetime) -> Job:
        digest = hashlib.sha1(f"{job_request}\n{action}".encode()).digest()
        now = self.now(at)
        return {
            "job_request_id": job_request,
            "identifier": base64.b32encode(digest[:10]).decode().lower(),
            "action": action,
            "run_command": f"python:v2 python {action}.py",
            "status": "pending",
            "status_code": "created",
            "status_message": "Created",
            "created_at": now,
            "updated_at": now,
            "started_at": None,
            "completed_at": None,
        }

    def _move_on(self, job: Job, jobs: Mapping[str, Job], *, fails: bool, at: datetime) -> None:
        needs = [jobs[need]["status"] for need in NEEDS[job["action"]] if need in jobs]
        if job["status"] == "running":
            self._end(job, "nonzero_exit" if fails else "succeeded", at=at)
        elif "failed" in needs:
            self._end(job, "dependency_failed", at=at)
        elif all(status == "succeeded" for status in needs):
            self._put(job, "running", "executing", "Executing", at=at)
            job["started_at"] = job["updated_at"]
        else:
            self._put(job, "pending", "waiting_on_dependencies", "Waiting", at=at)

    def _end(self, job: Job, code: str, *, at: datetime) -> None:
        status = "succeeded" if code == "succeeded" else "failed"
        self._put(job, status, code, self.endings.add(job=job, status=status), at=at)
        job["completed_at"] = job["updated_at"]

    def _put_back(self, job: Job, *, at: datetime) -> None:
        self._put(job, "pending", "waiting_on_reboot", "Waiting for a restart", at=at)
        job["started_at"] = job["completed_at"] = None

    def _put(self, job: Job, status: str, code: str, message: str, *, at: datetime) -> None:
        job |= {"status": status, "status_code": code, "status_message": message}
        job["updated_at"] = self.now(at)


def body_of(report: Sequence[Job]) -> bytes:
    return json.dumps(report).encode()


def status_of(statuses: Iterable[str]) -> str:
    """What a request is of which these are the jobs. Source: runner_api 4.4."""
    found = set(statuses)
    if len(found) == 1:
        return found.pop()
    if found & {"pending", "running"}:
        return "running"
    return "failed" if "failed" in found else "pending"


def _with_needs(actions: Collection[str]) -> list[str]:
    wanted = set(NEEDS if "run_all" in actions else actions)
    for action in reversed(NEEDS):
        if action in wanted:
            wanted.update(NEEDS[action])
    return [action for action in NEEDS if action in wanted]
