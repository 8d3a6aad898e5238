"""`repos`: what the forms offer, from the git host."""

import pytest

from integrations import git
from tests.api import Api, pointers_of, problem_of
from tests.server.projects.conftest import STUDY

BRANCHES = "repos/opensafely/asthma/branches"
COMMITS = "repos/opensafely/asthma/commits"


def test_repositories_of_an_owner_come_from_the_git_host(ada, git_host):
    answer = Api(ada).get("repo-choices", {"owner": "opensafely"})

    assert answer.status_code == 200
    assert answer.json() == {
        "results": [
            {
                "url": STUDY,
                "owner": "opensafely",
                "name": "asthma",
                "is_private": False,
                "default_branch": "main",
            }
        ]
    }


def test_branches_are_listed_the_default_one_first(ada, git_host):
    assert Api(ada).get(BRANCHES).json() == {
        "results": [{"name": "main"}, {"name": "Revision"}],
        "default": "main",
    }


def test_commits_are_listed_newest_first(ada, git_host):
    answer = Api(ada).get(COMMITS, {"branch": "Revision"})

    newest, first = answer.json()["results"]
    assert (newest["message"], first["message"]) == ("Revise", "Begin")
    assert newest["url"] == f"{STUDY}/tree/{newest['sha']}"
    assert newest["committed_at"] == "2026-01-05T09:01:00Z"


@pytest.mark.parametrize("owner", ["nobody", "..", "a b"])
def test_an_owner_that_is_none_is_told_at_the_parameter(ada, git_host, owner):
    answer = Api(ada).get("repo-choices", {"owner": owner})

    assert problem_of(answer) == (400, "validation-failed")
    assert pointers_of(answer) == ["/owner"]


@pytest.mark.parametrize(
    ("path", "query", "name"),
    [
        ("repos/opensafely/none/branches", {}, "repo-not-found"),
        ("repos/-/x/branches", {}, "repo-not-found"),
        ("repos/opensafely/..%20/branches", {}, "repo-not-found"),
        ("repos/opensafely/none/commits", {"branch": "main"}, "repo-not-found"),
        (COMMITS, {"branch": "none"}, "branch-not-found"),
        (COMMITS, {"branch": "--upload-pack=x"}, "branch-not-found"),
    ],
)
def test_what_the_git_host_does_not_know_has_its_own_problem(ada, git_host, path, query, name):
    assert problem_of(Api(ada).get(path, query)) == (422, name)


def test_the_branch_of_commits_must_be_given(ada, git_host):
    answer = Api(ada).get(COMMITS)

    assert problem_of(answer) == (400, "validation-failed")
    assert pointers_of(answer) == ["/branch"]


@pytest.mark.parametrize(
    ("path", "query"),
    [("repo-choices", {"owner": "opensafely"}), (BRANCHES, {}), (COMMITS, {"branch": "main"})],
)
def test_a_git_host_that_is_away_is_told(ada, git_host, path, query):
    git_host.fail_with(git.HostUnavailable(host="GitHub", reason="did not answer in 10 s"))

    answer = Api(ada).get(path, query)

    assert problem_of(answer) == (503, "git-host-unavailable")
    assert "did not answer in 10 s" in answer.json()["detail"]


@pytest.mark.parametrize("path", ["repo-choices", BRANCHES, COMMITS])
def test_visitors_are_told_to_sign_in(db, git_host, path):
    assert problem_of(Api().get(path)) == (401, "not-signed-in")


def test_every_failure_of_the_git_host_is_a_problem():
    from server.projects.git_errors import _PROBLEMS

    assert set(_PROBLEMS) == set(git.GitError.__subclasses__())
