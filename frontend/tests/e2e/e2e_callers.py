"""Who else talks to the server during a journey: a runner, and a person's script."""

import json
import re
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.request import Request, urlopen

from e2e_study import ACTIONS, NEEDS


class Script:
    """A person's script on /api/v3/."""

    def __init__(self, *, url: str, token: str) -> None:
        self._url, self._token = url, token

    def get(self, path: str) -> Any:
        return self._call("GET", path)

    def post(self, path: str, body: object) -> Any:
        return self._call("POST", path, body)

    def patch(self, path: str, body: object, *, version: int) -> Any:
        return self._call("PATCH", path, body, **{"If-Match": f'"v{version}"'})

    def delete(self, path: str, *, version: int) -> None:
        self._call("DELETE", path, **{"If-Match": f'"v{version}"'})

    def make_workspace(self, *, branch: str = "main", name: str = "", repo: str = "study") -> str:
        """The name of a new workspace on a branch of the study."""
        name = name or f"ws-{uuid.uuid4().hex[:8]}"
        url = f"https://github.com/opensafely/{repo}"
        body = {"name": name, "repo": url, "branch": branch, "project": "ckd"}
        self.post("workspaces", body | {"purpose": "Counts admissions by week."})
        return name

    def ask(self, workspace: str, *actions: str, backend: str = "tpp") -> Any:
        """A new request for actions."""
        body = {"backend": backend, "actions": actions}
        return self.post(f"workspaces/{workspace}/job-requests", body)

    def _call(self, method: str, path: str, body: object = None, **more: str) -> Any:
        headers = {"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"}
        headers |= more
        sent = None if body is None else json.dumps(body).encode()
        request = Request(f"{self._url}/api/v3/{path}", sent, headers, method=method)
        with urlopen(request, timeout=20) as response:
            return json.loads(response.read() or "null")


class Runner:
    """The runner of one backend, which a test moves step by step."""

    def __init__(self, *, url: str, token: str) -> None:
        self._url, self._token = url, token
        self._jobs: dict[str, dict[str, dict[str, Any]]] = {}

    def poll(self, **flags: str | None) -> list[dict[str, Any]]:
        """What the server wants done; `mode="db-maintenance"` and `paused="true"` are flags."""
        said = {name: {"v": flags.get(name), "ts": _ago(60)} for name in ("mode", "paused")}
        return self._call("job-requests/", flags=json.dumps(said))["results"]

    def report(self, request: str, **states: dict[str, Any]) -> None:
        """Say how the jobs of a request stand; those said earlier stay as they were said.

        A state is what differs from a waiting job, such as `running(minutes=3)`.
        """
        jobs = self._jobs.setdefault(request, {})
        for action, state in states.items():
            needs = any(need in states or need in jobs for need in NEEDS.get(action, []))
            waiting = "waiting_on_dependencies" if needs else "created"
            jobs[action] = {
                "job_request_id": request,
                "identifier": _identifier(request, action),
                "action": action,
                "run_command": f"run {action}",
                "status": "pending",
                "status_code": waiting,
                "status_message": "",
                "created_at": _ago(3600),
                "updated_at": _ago(0),
                "metrics": None,
                **state,
            }
        self._call("jobs/", list(jobs.values()))

    def finish(self, request: str, *actions: str) -> None:
        """Say that all of these succeeded."""
        self.report(request, **{action: succeeded() for action in actions or ACTIONS})

    def _call(self, path: str, body: object = None, flags: str = "{}") -> Any:
        headers = {"Authorization": self._token, "Content-Type": "application/json", "Flags": flags}
        sent = None if body is None else json.dumps(body).encode()
        request = Request(f"{self._url}/api/v2/{path}", sent, headers)
        with urlopen(request, timeout=20) as response:
            return json.load(response)


def waiting(code: str = "waiting_on_dependencies") -> dict[str, Any]:
    return {"status_code": code}


def running(*, minutes: int = 5) -> dict[str, Any]:
    return {"status": "running", "status_code": "executing", "started_at": _ago(60 * minutes)}


def succeeded(*, minutes: int = 10) -> dict[str, Any]:
    return {
        "status": "succeeded",
        "status_code": "succeeded",
        "started_at": _ago(60 * minutes + 1200),
        "completed_at": _ago(1200),
        "metrics": {"cpu_peak": 92.4, "cpu_mean": 71.0, "mem_mb_peak": 11200, "mem_mb_mean": 6000},
    }


def failed(
    code: str = "nonzero_exit", message: str = "Job exited with an error code: 1"
) -> dict[str, Any]:
    times = {"started_at": _ago(900), "completed_at": _ago(648)}
    return {"status": "failed", "status_code": code, "status_message": message, **times}


def not_run() -> dict[str, Any]:
    message = "Not starting as dependency failed"
    return {
        "status": "failed",
        "status_code": "dependency_failed",
        "status_message": message,
        "completed_at": _ago(640),
    }


def cancelled() -> dict[str, Any]:
    return {
        "status": "failed",
        "status_code": "cancelled_by_user",
        "status_message": "Cancelled by user",
        "completed_at": _ago(0),
    }


def _identifier(request: str, action: str) -> str:
    return re.sub(r"[^a-z2-7]", "", uuid.uuid5(uuid.NAMESPACE_OID, request + action).hex)[
        :16
    ].ljust(16, "a")


def _ago(seconds: float) -> str:
    return (datetime.now(UTC) - timedelta(seconds=seconds)).isoformat()
