"""The kit judges this server, the development runner and the published job-runner; all pass.

It also finds what is wrong with a server and a runner that are made wrong.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from rest_framework.response import Response

from conformance import server_cases
from server.runner_api.views.jobs import JobsView
from tests.fakes.bare_repos import BareRepos
from tests.real_runner.environment import runner_python
from tests.real_runner.test_published_job_runner import PROJECT
from tests.recipes import (
    make_backend,
    make_backend_token,
    make_job_request,
    make_personal_token,
)

BACKEND = Path(__file__).resolve().parents[2]
LOOP = BACKEND / "tests" / "real_runner" / "loop.py"


def conformance(*arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "conformance", *arguments],
        cwd=BACKEND,
        env={"PATH": os.environ["PATH"], **env},
        capture_output=True,
        text=True,
        timeout=600,
    )


def verdicts(report: str) -> dict[str, str]:
    lines = [line.split() for line in report.splitlines() if line[:1].isupper()]
    return {words[0]: words[1] for words in lines}


@pytest.fixture
def judge_server(live_server, tpp, emis, w1, ada, tmp_path, settings):
    """The kit's report on this server."""
    settings.GIT_LOCAL_ROOT = tmp_path
    repos = BareRepos(tmp_path)
    name = w1.repo.url.removeprefix("https://github.com/")
    repos.add_commit(repos.add_repo(name), files={"project.yaml": PROJECT})

    def run() -> subprocess.CompletedProcess[str]:
        return conformance(
            *["server", live_server.url, "--backend", "tpp"],
            *["--workspace", "w1", "--actions", "extract,describe"],
            RUNNER_TOKEN=make_backend_token(tpp),
            OTHER_RUNNER_TOKEN=make_backend_token(emis),
            USER_TOKEN=make_personal_token(ada),
        )

    return run


def test_this_server_passes_every_case(judge_server):
    ended = judge_server()

    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert set(verdicts(ended.stdout).values()) == {"pass"}


def test_a_server_that_stores_nothing_is_found_out(judge_server, monkeypatch):
    monkeypatch.setattr(JobsView, "post", lambda self, request: Response({"status": "success"}))

    ended = judge_server()

    assert ended.returncode == 1
    found = verdicts(ended.stdout)
    assert (found["AU-4"], found["JO-1"]) == ("pass", "pass")
    assert {found[number] for number in ("JO-2", "JO-12", "LI-11", "ST-3")} == {"FAIL"}


@pytest.mark.parametrize("slug", ["tpp", "emis"])
def test_a_server_on_which_something_waits_is_not_judged(judge_server, slug):
    request = make_job_request(backend=make_backend(slug))

    ended = judge_server()

    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith("Nothing was judged: requests that are listed already: 1.")
    request.refresh_from_db()
    assert request.status == "pending"


def test_what_cannot_be_judged_is_left_out_by_name(live_server, tpp):
    ended = conformance(
        *["server", live_server.url, "--backend", "tpp"], RUNNER_TOKEN=make_backend_token(tpp)
    )

    found = verdicts(ended.stdout)
    assert ended.returncode == 0, ended.stdout
    assert (found["AU-1"], found["LI-2"]) == ("pass", "left")
    assert "--workspace" in ended.stdout


def test_every_case_has_a_number_of_the_contract(shared):
    contract = (shared / "reference" / "runner_api.md").read_text()

    unknown = [case.number for case in server_cases.CASES if f"| {case.number} |" not in contract]

    assert unknown == []


def test_the_development_runner_passes_every_case(tmp_path):
    runner = [sys.executable, "-m", "devrunner", "--speed", "8", "--store", str(tmp_path)]

    ended = conformance("runner", "--", *runner, DEBUG="1")

    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert set(verdicts(ended.stdout).values()) == {"pass"}


def test_the_published_job_runner_passes_every_case(tmp_path):
    studies, work = tmp_path / "studies", tmp_path / "work"
    work.mkdir()
    instead = [
        ("url.file://{}/opensafely/.insteadOf", "https://github-proxy.opensafely.org/opensafely/"),
        ("url.file://{}/opensafely/.insteadOf", "https://github.com/opensafely/"),
        ("safe.directory", "*"),
    ]
    git = {
        f"GIT_CONFIG_{part}_{at}": text.format(studies)
        for at, pair in enumerate(instead)
        for part, text in zip(("KEY", "VALUE"), pair, strict=True)
    }

    ended = conformance(
        *["runner", "--study", str(studies), "--", str(runner_python()), str(LOOP)],
        WORKDIR=str(work),
        USING_DUMMY_DATA_BACKEND="true",
        ALLOWED_GITHUB_ORGS="opensafely",
        PRIVATE_REPO_ACCESS_TOKEN="",
        GIT_CONFIG_GLOBAL="/dev/null",
        GIT_CONFIG_COUNT=str(len(instead)),
        GIT_ALLOW_PROTOCOL="file",
        **git,
    )

    assert ended.returncode == 0, ended.stdout + ended.stderr
    found = verdicts(ended.stdout)
    assert {number for number, verdict in found.items() if verdict != "pass"} <= {"RU-16"}


BAD_RUNNER = """
import json, os, time, urllib.request
url, seen = os.environ["JOB_SERVER_ENDPOINT"], 0
def call(path, body=None):
    headers = {"Authorization": "Bearer " + os.environ["JOB_SERVER_TOKEN"]}
    request = urllib.request.Request(url + path, body, headers)
    return json.load(urllib.request.urlopen(request))
while True:
    call("job-requests/")
    time.sleep(0.1)
"""


def test_a_runner_that_is_wrong_is_found_out(tmp_path):
    script = tmp_path / "bad.py"
    script.write_text(BAD_RUNNER)

    ended = conformance("runner", "--patience", "2", "--", sys.executable, str(script))

    found = verdicts(ended.stdout)
    assert ended.returncode == 1
    assert (found["RU-1"], found["RU-10"]) == ("FAIL", "FAIL")


def test_a_runner_that_ends_is_waited_for_no_longer():
    ended = conformance("runner", "--patience", "5", "--", "sh", "-c", "exit 3")

    assert ended.returncode == 1
    assert "came: the runner ended with exit code 3" in ended.stdout
    assert "after 5 s" not in ended.stdout


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_who_stops_the_kit_finds_nothing_left_of_it(tmp_path, number):
    folders, started = tmp_path / "folders", tmp_path / "started"
    folders.mkdir()
    runner = ["sh", "-c", f"echo > {started}; exec sleep 600"]
    kit = subprocess.Popen(
        [sys.executable, "-m", "conformance", "runner", "--", *runner],
        cwd=BACKEND,
        env={"PATH": os.environ["PATH"], "TMPDIR": str(folders)},
    )
    while not started.exists():
        assert kit.poll() is None
        time.sleep(0.05)

    kit.send_signal(number)

    assert kit.wait(timeout=60) == 128 + number
    assert list(folders.iterdir()) == []
