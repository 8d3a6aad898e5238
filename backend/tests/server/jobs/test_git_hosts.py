"""Asking for a run over real adapters: repositories in a folder, and a GitHub that misbehaves."""

import time

import pytest

from integrations import git
from server.jobs.models import JobRequest
from tests.api import Api, problem_of
from tests.fakes.bare_repos import BareRepos
from tests.fakes.github_server import running_github
from tests.server.jobs.conftest import PROJECT_YAML

WANTED = {"backend": "tpp", "actions": ["plot"]}


def test_a_study_in_a_folder_is_run_at_the_head_of_its_branch(tmp_path, settings, tpp, w1, ada):
    repos = BareRepos(tmp_path)
    repo = repos.add_repo(str(git.parse_repo_url(w1.repo.url)))
    commit = repos.add_commit(repo, files={"project.yaml": PROJECT_YAML})
    settings.GIT_LOCAL_ROOT = tmp_path

    answer = Api(ada).post("workspaces/w1/job-requests", WANTED)

    assert answer.status_code == 201, answer.content
    assert answer.json()["commit"]["sha"] == commit.sha


@pytest.fixture
def github(settings):
    with running_github() as server:
        settings.GIT_LOCAL_ROOT = None
        settings.GITHUB_API_URL = server.url
        settings.GIT_TIMEOUT_S = 0.3
        yield server


def hang(handler):
    handler.github.closing.wait(10)


def answer_500(handler):
    handler.send_error(500)


@pytest.mark.parametrize("misbehave", [hang, answer_500])
@pytest.mark.parametrize("path", ["pipeline", "plan", "job-requests"])
def test_a_git_host_that_does_not_work_is_told_in_time(github, tpp, w1, ada, path, misbehave):
    github.misbehave = misbehave
    api, began = Api(ada), time.monotonic()

    if path == "pipeline":
        answer = api.get("workspaces/w1/pipeline")
    else:
        answer = api.post(f"workspaces/w1/{path}", WANTED)

    assert problem_of(answer) == (503, "git-host-unavailable")
    assert time.monotonic() - began < 3
    assert not JobRequest.objects.exists()
