"""A published job-runner of 2022, unmodified, works with this server.

Its own `sync()` polls and reports over HTTP; we play its executor. People look on through
`/api/v3/`, as they would.
"""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import requests

from server.fleet.models import Backend
from server.people.models import User
from server.projects.models import Project
from tests.api import bearer
from tests.fakes.bare_repos import BareRepos
from tests.real_runner.environment import runner_python
from tests.recipes import make_backend_token

DRIVE = Path(__file__).with_name("drive.py")
PROJECT = """
version: "3.0"
expectations: {population_size: 100}
actions:
  extract:
    run: cohortextractor:latest generate_cohort --study-definition study_definition
    outputs: {highly_sensitive: {cohort: output/input.csv}}
  describe:
    run: python:latest python analysis/describe.py
    needs: [extract]
    outputs: {moderately_sensitive: {table: output/table.csv}}
  model:
    run: r:latest analysis/model.R
    needs: [extract]
    outputs: {moderately_sensitive: {model: output/model.csv}}
"""
TOO_NEW = """
version: "5.0"
actions:
  extract:
    run: ehrql:v1 generate-dataset analysis/dataset.py --output output/dataset.csv.gz
    outputs: {highly_sensitive: {dataset: output/dataset.csv.gz}}
"""
STARTED_AT, COMPLETED_AT = 1_790_000_000, 1_790_000_060  # whole seconds, as the runner keeps them


class Runner:
    """The published runner, a process a call; each call returns action → its job there."""

    def __init__(self, *, python: Path, url: str, token: str, studies: Path, work: Path) -> None:
        self.python = python
        own = studies / "opensafely"
        config = {
            f"url.file://{own}/.insteadOf": [
                "https://github-proxy.opensafely.org/opensafely/",
                "https://github.com/opensafely/",
            ],
            "safe.directory": ["*"],
        }
        pairs = [(key, value) for key, values in config.items() for value in values]
        self.env = {
            "PATH": os.environ["PATH"],
            "WORKDIR": str(work),
            "JOB_SERVER_ENDPOINT": f"{url}/api/v2/",
            "JOB_SERVER_TOKEN": token,
            "BACKEND": "tpp",
            "USING_DUMMY_DATA_BACKEND": "true",
            "ALLOWED_GITHUB_ORGS": "opensafely",
            "PRIVATE_REPO_ACCESS_TOKEN": "",
            "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_ALLOW_PROTOCOL": "file",
            "GIT_CONFIG_COUNT": str(len(pairs)),
            **{f"GIT_CONFIG_KEY_{at}": key for at, (key, _) in enumerate(pairs)},
            **{f"GIT_CONFIG_VALUE_{at}": value for at, (_, value) in enumerate(pairs)},
        }

    def sync(self) -> dict[str, dict[str, Any]]:
        """One cycle: fetch the requests, make the jobs, report them."""
        return self._drive("sync")

    def play(self, asked: dict[str, Any], **changes: dict[str, Any]) -> None:
        """Do to the jobs of a request what an executor would: action → new values."""
        listed = [
            {"job_request_id": asked["identifier"], "action": action, **values}
            for action, values in changes.items()
        ]
        self._drive("play", json.dumps(listed))

    def _drive(self, *arguments: str) -> dict[str, dict[str, Any]]:
        ended = subprocess.run(
            [str(self.python), str(DRIVE), *arguments],
            env=self.env,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert ended.returncode == 0, ended.stderr
        jobs = json.loads(ended.stdout.splitlines()[-1])
        return {job["action"]: job for job in jobs}


class People:
    """What a person's script does: `/api/v3/` with a personal token."""

    def __init__(self, *, url: str, authorization: str) -> None:
        self.url = f"{url}/api/v3/"
        self.headers = {"Authorization": authorization}

    def get(self, path: str) -> Any:
        answer = requests.get(self.url + path, headers=self.headers, timeout=30)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def post(self, path: str, body: Any, *, expected: int = 201) -> Any:
        answer = requests.post(self.url + path, json=body, headers=self.headers, timeout=30)
        assert answer.status_code == expected, answer.text
        return answer.json()

    def ask(self, *actions: str, **fields: Any) -> dict[str, Any]:
        body = {"backend": "tpp", "actions": list(actions)} | fields
        return self.post("workspaces/study-main/job-requests", body)

    def jobs_of(self, asked: dict[str, Any]) -> dict[str, dict[str, Any]]:
        """Action → the job as the page of the request shows it."""
        return {job["action"]: job for job in self.request(asked)["jobs"]}

    def request(self, asked: dict[str, Any]) -> dict[str, Any]:
        return self.get(f"job-requests/{asked['identifier']}")


@pytest.fixture
def token(tpp: Backend) -> str:
    return make_backend_token(tpp)


@pytest.fixture
def studies(tmp_path: Path, settings: Any) -> dict[str, str]:
    """Commit ids of a study by what its project.yaml is; the server reads the same folder."""
    settings.GIT_LOCAL_ROOT = tmp_path / "studies"
    repos = BareRepos(settings.GIT_LOCAL_ROOT)
    study = repos.add_repo("opensafely/study")
    repos.git(study, "config", "uploadpack.allowAnySHA1InWant", "true")
    too_new = repos.add_commit(study, files={"project.yaml": TOO_NEW})
    good = repos.add_commit(study, files={"project.yaml": PROJECT})
    return {"too new": too_new.sha, "good": good.sha}


@pytest.fixture
def runner(live_server: Any, token: str, studies: Any, tmp_path: Path) -> Runner:
    (tmp_path / "work").mkdir()
    return Runner(
        python=runner_python(),
        url=live_server.url,
        token=token,
        studies=tmp_path / "studies",
        work=tmp_path / "work",
    )


@pytest.fixture
def people(live_server: Any, studies: Any, project: Project, ada: User) -> People:
    caller = People(url=live_server.url, authorization=bearer(ada))
    caller.post(
        "workspaces",
        {
            "name": "study-main",
            "repo": "https://github.com/opensafely/study",
            "branch": "main",
            "project": project.slug,
        },
    )
    return caller


@pytest.fixture
def listed(live_server: Any, token: str) -> Callable[[], list[str]]:
    """Identifiers of the requests that the runner is shown."""

    def read() -> list[str]:
        answer = requests.get(
            f"{live_server.url}/api/v2/job-requests/", headers={"Authorization": token}, timeout=30
        )
        return [item["identifier"] for item in answer.json()["results"]]

    return read


def statuses(jobs: dict[str, dict[str, Any]]) -> dict[str, str]:
    return {action: job["status"] for action, job in jobs.items()}


def test_the_first_cycle_makes_a_job_for_each_action_that_is_needed(
    runner: Runner, people: People
) -> None:
    asked = people.ask("describe")

    made = runner.sync()

    assert {action: job["state"] for action, job in made.items()} == {
        "extract": "pending",
        "describe": "pending",
    }
    assert statuses(people.jobs_of(asked)) == {"extract": "pending", "describe": "pending"}
    assert people.request(asked)["status"] == "pending"


def test_a_cycle_without_a_change_alters_nothing(runner: Runner, people: People) -> None:
    asked = people.ask("describe")
    runner.sync()
    before = people.request(asked)

    runner.sync()

    assert without_ages(people.request(asked)) == without_ages(before)


def test_progress_and_success_arrive(
    runner: Runner, people: People, listed: Callable[[], list[str]]
) -> None:
    asked = people.ask("extract")
    runner.sync()

    runner.play(asked, extract={"state": "running", "started_at": STARTED_AT})
    runner.sync()
    running = people.request(asked)
    runner.play(
        asked,
        extract={
            "state": "succeeded",
            "status_message": "Completed successfully",
            "completed_at": COMPLETED_AT,
        },
    )
    runner.sync()
    finished = people.request(asked)

    assert running["status"] == "running"
    assert running["started_at"] == "2026-09-21T14:13:20Z"
    assert finished["status"] == "succeeded"
    assert finished["runtime_s"] == 60
    assert finished["jobs"][0]["status_message"] == "Completed successfully"
    assert listed() == []


def test_a_failure_arrives_with_its_code_and_message(runner: Runner, people: People) -> None:
    asked = people.ask("describe")
    runner.sync()

    runner.play(
        asked,
        extract={
            "state": "failed",
            "status_code": "nonzero_exit",
            "status_message": "Job exited with an error code",
            "started_at": STARTED_AT,
            "completed_at": COMPLETED_AT,
        },
        describe={
            "state": "failed",
            "status_code": "dependency_failed",
            "status_message": "Not starting as dependency failed",
            "completed_at": COMPLETED_AT,
        },
    )
    runner.sync()

    failed = people.request(asked)
    assert failed["status"] == "failed"
    (failure,) = failed["failures"]
    assert (failure["action"], failure["blocked"]) == ("extract", ["describe"])
    job = people.jobs_of(asked)["extract"]
    assert (job["status_code"], job["status_message"]) == (
        "nonzero_exit",
        "Job exited with an error code",
    )


def test_a_second_request_runs_only_what_is_needed_again(runner: Runner, people: People) -> None:
    first = people.ask("extract")
    runner.sync()
    runner.play(first, extract={"state": "succeeded", "completed_at": COMPLETED_AT})
    runner.sync()

    second = people.ask("describe")
    runner.sync()

    assert statuses(people.jobs_of(second)) == {"describe": "pending"}
    assert [step["action"] for step in second["planned"] if step["decision"] == "reused"] == [
        "extract"
    ]


def test_a_cancelled_action_is_cancelled_in_the_runner_at_its_next_cycle(
    runner: Runner, people: People
) -> None:
    asked = people.ask("describe", "model")
    runner.sync()

    people.post(f"job-requests/{asked['identifier']}/cancel", {"actions": ["model"]}, expected=200)
    there = runner.sync()
    runner.play(
        asked,
        model={
            "state": "failed",
            "status_code": "cancelled_by_user",
            "status_message": "Cancelled by user",
            "completed_at": COMPLETED_AT,
        },
    )
    runner.sync()

    assert {action: job["cancelled"] for action, job in there.items()} == {
        "extract": False,
        "describe": False,
        "model": True,
    }
    assert people.jobs_of(asked)["model"]["display_status"] == "cancelled"
    assert people.request(asked)["status"] == "running"


@pytest.mark.parametrize("asked_for", ["run_all", "describe"])
def test_what_is_cancelled_before_it_is_fetched_is_stopped_with_all_it_needs(
    runner: Runner, people: People, asked_for: str
) -> None:
    asked = people.ask(asked_for)

    people.post(f"job-requests/{asked['identifier']}/cancel", {}, expected=200)
    runner.sync()  # makes the jobs, and heeds no cancel of what it had no jobs of
    there = runner.sync()

    assert len(there) > 1
    assert all(job["cancelled"] for job in there.values()), there


def test_a_request_that_the_runner_cannot_use_shows_its_error(
    runner: Runner, people: People, studies: dict[str, str]
) -> None:
    asked = people.ask("extract", commit=studies["too new"])

    runner.sync()

    refused = people.request(asked)
    assert refused["status"] == "failed"
    assert refused["is_invalid"]
    assert [job["action"] for job in refused["jobs"]] == ["__error__"]


def without_ages(request: dict[str, Any]) -> dict[str, Any]:
    """The request without what grows by the mere passing of time."""
    jobs = [{**job, "waited_s": None, "duration_s": None} for job in request["jobs"]]
    return {**request, "duration_s": None, "jobs": jobs}
