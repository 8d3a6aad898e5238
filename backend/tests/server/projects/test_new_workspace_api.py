"""Making a workspace: what it takes, what is refused at which field, once though asked twice."""

from datetime import timedelta

import pytest
import time_machine

from integrations import git
from server.audit.models import AuditEvent
from server.projects.models import Repo, Workspace
from tests.api import Api, bearer, pointers_of, problem_of
from tests.recipes import NOON
from tests.server.projects.conftest import STUDY


def new(**changes):
    values = {"name": "w2", "repo": STUDY, "branch": "main", "project": "asthma-winter"}
    return values | changes


@time_machine.travel(NOON, tick=False)
def test_a_developer_of_the_project_makes_a_workspace(project, tpp, ada, git_host):
    answer = Api(ada).post("workspaces", new(name="Asthma_Main-1", purpose="Why"))

    assert answer.status_code == 201, answer.content
    assert answer["Location"] == "/api/v3/workspaces/asthma_main-1"
    assert answer["ETag"].startswith('"v1.')
    workspace = Workspace.objects.get(name="asthma_main-1")
    assert (workspace.created_by, workspace.updated_by) == (ada, ada)
    assert (workspace.repo.url, workspace.branch, workspace.purpose) == (STUDY, "main", "Why")
    assert workspace.created_at == NOON
    refused = {verb for verb, verdict in answer.json()["can"].items() if not verdict["allowed"]}
    assert refused == {"move"}
    event = AuditEvent.objects.get()
    assert (event.actor, event.verb, event.target_name) == (
        "ada",
        "workspace.created",
        "asthma_main-1",
    )


def test_a_personal_token_makes_a_workspace_without_a_csrf_token(project, ada, git_host):
    answer = Api().post("workspaces", new(), authorization=bearer(ada))

    assert answer.status_code == 201


def test_a_branch_is_found_whatever_its_letter_case(project, ada, git_host):
    answer = Api(ada).post("workspaces", new(branch="revision"))

    assert answer.json()["branch"] == "Revision"


def test_workspaces_of_one_repository_share_its_row(project, ada, git_host):
    Api(ada).post("workspaces", new(name="one"))
    Api(ada).post("workspaces", new(name="two", repo=STUDY + ".git"))

    assert Repo.objects.get().workspaces.count() == 2


def test_nobody_makes_a_workspace_without_signing_in(project, git_host):
    assert problem_of(Api().post("workspaces", new())) == (401, "not-signed-in")
    assert not Workspace.objects.exists()


@pytest.mark.parametrize(
    ("changes", "pointer", "word"),
    [
        ({"name": "a/b"}, "/name", "letters"),
        ({"name": "a b"}, "/name", "letters"),
        ({"name": "a\nb"}, "/name", "letters"),
        ({"name": "ä"}, "/name", "letters"),
        ({"name": ""}, "/name", "blank"),
        ({"name": None}, "/name", "null"),
        ({"name": "a" * 101}, "/name", "100"),
        ({"name": "a" * 300}, "/name", "100"),
        ({"name": "API"}, "/name", "addresses"),
        ({"name": "W1"}, "/name", "already"),
        ({"project": "none"}, "/project", "no project"),
        ({"project": "a\0"}, "/project", "ull"),
        ({"repo": "https://example.org/o/r"}, "/repo", "not the address"),
        ({"repo": "https://github.com/../etc"}, "/repo", "not"),
        ({"repo": "https://github.com/opensafely/none"}, "/repo", "not found"),
        ({"branch": "none"}, "/branch", "no branch"),
        ({"branch": ""}, "/branch", "blank"),
        ({"colour": "red"}, "/colour", "no member"),
    ],
)
def test_a_workspace_that_cannot_be_is_refused_at_the_field(
    w1, ada, git_host, changes, pointer, word
):
    answer = Api(ada).post("workspaces", new(**changes))

    assert problem_of(answer) == (400, "validation-failed")
    assert pointers_of(answer) == [pointer]
    assert word in answer.json()["errors"][0]["detail"]
    assert Workspace.objects.count() == 1


def test_a_name_that_is_taken_and_a_project_that_is_none_are_told_together(w1, ada, git_host):
    answer = Api(ada).post("workspaces", new(name="w1", project="none"))

    assert pointers_of(answer) == ["/name", "/project"]


@pytest.mark.parametrize(
    "body", ["null", "[]", '"x"', "1", "{", "", "[" * 100_000, '{"name": "\\ud800"}']
)
def test_a_body_that_is_no_workspace_is_refused(project, ada, git_host, body):
    answer = Api(ada).post("workspaces", body)

    assert answer.status_code == 400
    assert problem_of(answer)[1] in ("validation-failed", "malformed-request")


@pytest.mark.parametrize(
    ("failure", "status", "name"),
    [
        (git.HostUnavailable(host="GitHub", reason="did not answer"), 503, "git-host-unavailable"),
        (git.AccessRefused(host="GitHub", status=401), 503, "git-host-unavailable"),
        (
            git.RateLimited(host="GitHub", retry_at=NOON + timedelta(minutes=5)),
            503,
            "git-rate-limited",
        ),
    ],
)
@time_machine.travel(NOON, tick=False)
def test_a_git_host_that_fails_is_told_and_nothing_is_made(
    project, ada, git_host, failure, status, name
):
    git_host.fail_with(failure)

    answer = Api(ada).post("workspaces", new())

    assert problem_of(answer) == (status, name)
    assert answer.json()["detail"] == str(failure)
    assert not Workspace.objects.exists()
    if name == "git-rate-limited":
        assert answer["Retry-After"] == "300"
        assert answer.json()["retry_at"] == "2026-03-04T12:05:00Z"


def test_the_git_host_is_not_asked_when_the_name_is_taken(w1, ada, git_host):
    git_host.fail_with(git.HostUnavailable(host="GitHub", reason="is away"))

    assert problem_of(Api(ada).post("workspaces", new(name="w1"))) == (400, "validation-failed")


def test_a_repeat_with_the_same_key_gets_the_same_answer(project, ada, git_host):
    api = Api(ada)
    first = api.post("workspaces", new(), idempotency_key="k1")
    git_host.fail_with(git.HostUnavailable(host="GitHub", reason="is away"))

    again = api.post("workspaces", new(), idempotency_key="k1")
    other = api.post("workspaces", new(name="w3"), idempotency_key="k1")

    assert (again.status_code, again.json()) == (201, first.json())
    assert again["Idempotency-Replayed"] == "true"
    assert (again["Location"], again["ETag"]) == (first["Location"], first["ETag"])
    assert problem_of(other) == (422, "idempotency-key-reused")
    assert Workspace.objects.count() == 1
