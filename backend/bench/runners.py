"""A runner that reports changes as fast as it is answered, and remembers the last report."""

import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPException
from typing import Any

JOBS_A_REQUEST = 10
_STATES = (
    ("pending", "waiting_on_workers"),
    ("running", "executing"),
    ("succeeded", "succeeded"),
    ("failed", "nonzero_exit"),
)
_TIMEOUT_S = 30

Job = dict[str, Any]


@dataclass
class ReportingRunner:
    """One client.

    Attributes:
        port: Of the server on this machine.
        token: Of its backend.
        job_requests: Identifiers of the requests that it alone reports.
        share: Of its jobs so many change before each report, 1 for all of them.
        last: The jobs as the server last took them in.
        seconds: How long each report took.
        errors: Every answer that was not the one expected.
    """

    port: int
    token: str
    job_requests: Sequence[str]
    share: float = 1
    last: list[Job] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def work_until(self, ends_at: float) -> None:
        """Poll and report, over and over, until `time.monotonic()` reaches `ends_at`."""
        dice = random.Random(self.job_requests[0])  # noqa: S311 - which jobs change
        jobs = [
            _new_job(identifier, number)
            for identifier in self.job_requests
            for number in range(JOBS_A_REQUEST)
        ]
        while time.monotonic() < ends_at:
            for job in dice.sample(jobs, k=round(len(jobs) * self.share)):
                _change(job, dice=dice)
            try:
                self._call("GET", "job-requests/")
                began = time.perf_counter()
                self._call("POST", "jobs/", json.dumps(jobs))
            except (OSError, HTTPException) as error:
                self.errors.append(f"{type(error).__name__}: {error}")
            else:
                self.seconds.append(time.perf_counter() - began)
                self.last = [dict(job) for job in jobs]

    def _call(self, method: str, path: str, body: str | None = None) -> None:
        """One call on a connection of its own, as runners make them."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=_TIMEOUT_S)
        headers = {"Authorization": self.token, "Content-Type": "application/json"}
        try:
            connection.request(method, f"/api/v2/{path}", body, headers)
            answer = connection.getresponse()
            text = answer.read()
        finally:
            connection.close()
        if answer.status != 200:
            raise OSError(f"{method} {path} was answered {answer.status}: {text[:200]!r}")


def _new_job(job_request: str, number: int) -> Job:
    now = _now()
    return {
        "job_request_id": job_request,
        "identifier": f"{job_request}-{number}",
        "action": f"action_{number}",
        "run_command": f"python:v2 python analysis/step_{number}.py",
        "status": "pending",
        "status_code": "created",
        "status_message": "Created",
        "created_at": now,
        "updated_at": now,
        "started_at": None,
        "completed_at": None,
    }


def _change(job: Job, *, dice: random.Random) -> None:
    """Any state may follow any other: a runner is believed even when a job goes back."""
    job["status"], job["status_code"] = dice.choice(_STATES)
    job["status_message"] = f"Changed to {dice.getrandbits(64):x}"
    job["updated_at"] = now = _now()
    job["started_at"] = None if job["status"] == "pending" else now
    job["completed_at"] = now if job["status"] in ("succeeded", "failed") else None


def _now() -> str:
    return datetime.now(UTC).isoformat()
