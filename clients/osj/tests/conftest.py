"""A live job server with a study, a person and a backend, and a terminal to type osj into."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from integrations import git
from integrations.git.fake import FakeGitHost
from server.fleet.models import Backend
from server.people.models import User
from server.people.roles import Role
from tests import recipes
from tests.conftest import record_may_be_flushed  # noqa: F401  the tables are emptied after a test

PROJECT_YAML = """\
version: '4'
actions:
  make_cohort:
    run: ehrql:v1 generate-dataset analysis/ds.py --output output/ds.csv.gz
    outputs:
      highly_sensitive:
        cohort: output/ds.csv.gz
  fit:
    run: python:v2 python analysis/fit.py
    needs: [make_cohort]
    outputs:
      moderately_sensitive:
        model: output/fit.json
"""


@dataclass
class Result:
    """What came of a command."""

    code: int
    out: str
    err: str


@dataclass
class Terminal:
    """Runs `python -m osj` as a process of its own; `env` is all that it inherits."""

    env: dict[str, str]

    def __call__(self, *arguments: str, typed: str = "") -> Result:
        process = self.start(*arguments)
        out, err = process.communicate(typed, timeout=60)
        return Result(process.returncode, out, err)

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-m", "osj", *arguments],
            env=self.env,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            # Whoever runs the tests in the background has the signal ignored, which is inherited.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )


@dataclass
class Place:
    """Who asks where: ada, for runs of w1 on tpp; `report` is what tpp's runner says."""

    url: str
    token: str
    ada: User
    backend: Backend
    report: Callable[..., None]


@pytest.fixture
def place(live_server: Any, monkeypatch: pytest.MonkeyPatch) -> Place:
    import requests

    ada = recipes.user.make(username="ada", fullname="Ada Example")
    backend = recipes.make_backend("tpp", members=[ada])
    project = recipes.make_project(slug="asthma-winter", name="Asthma in winter")
    recipes.make_member(project, ada, Role.PROJECT_DEVELOPER)
    workspace = recipes.workspace.make(name="w1", project=project, created_by=ada, updated_by=ada)
    host = FakeGitHost()
    repo = host.add_repo(str(git.parse_repo_url(workspace.repo.url)))
    host.add_commit(repo, files={"project.yaml": PROJECT_YAML})
    monkeypatch.setattr("integrations.git.get_host", lambda: host)
    runner = recipes.make_backend_token(backend)

    def report(run: dict[str, Any], message: str = "It is {code}", /, **codes: str) -> None:
        statuses = {"executing": "running", "created": "pending", "succeeded": "succeeded"}
        now = "2026-03-04T10:21:01Z"
        jobs = [
            {
                "job_request_id": run["identifier"],
                "identifier": f"{action}-{run['number']}",
                "action": action,
                "status": statuses.get(code, "failed"),
                "status_code": code,
                "status_message": message.replace("{code}", code),
                "created_at": now,
                "updated_at": None,
                "started_at": now,
                "completed_at": None if code in ("executing", "created") else now,
            }
            for action, code in codes.items()
        ]
        answer = requests.post(
            f"{live_server.url}/api/v2/jobs/",
            json=jobs,
            headers={"Authorization": runner},
            timeout=30,
        )
        assert answer.status_code == 200, answer.text

    token = recipes.make_personal_token(ada)
    return Place(live_server.url, token, ada, backend, report)


@pytest.fixture
def stranger(tmp_path: Path) -> Terminal:
    """A terminal of somebody who never logged in."""
    return Terminal(
        {
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path),
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "PYTHONPATH": str(Path(__file__).parents[1] / "src"),
            "TERM": "dumb",
        }
    )


@pytest.fixture
def osj(stranger: Terminal, place: Place) -> Terminal:
    """A terminal that knows the server and ada's token by its environment."""
    return Terminal(stranger.env | {"OSJ_URL": place.url, "OSJ_TOKEN": place.token})
