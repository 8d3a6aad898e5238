"""Codelists that are not up to date: told in the pipeline, and kept from the database."""

import pytest

from integrations import git
from integrations.codelists.fake import FakeChecker
from server.jobs.models import JobRequest
from tests.api import Api, pointers_of, problem_of
from tests.recipes import make_backend_token, make_job, make_job_request

URL = "workspaces/w1/job-requests"
TEXT, MANIFEST = "codelists/codelists.txt", "codelists/codelists.json"
CURRENT = {TEXT: "opensafely/asthma/1", MANIFEST: "{}"}
REMEDY = "Run `opensafely codelists update`, commit and push, then use the new commit."


@pytest.fixture
def checker(monkeypatch):
    fake = FakeChecker()
    fake.publish(codelists=CURRENT[TEXT], manifest=CURRENT[MANIFEST])
    monkeypatch.setattr("integrations.codelists.get_checker", lambda: fake)
    return fake


@pytest.fixture
def push(study):
    def push(files):
        return study.host.add_commit(study.repo, files=files)

    return push


def shown_to(person):
    answer = Api(person).get("workspaces/w1/pipeline")
    assert answer.status_code == 200, answer.content
    return answer.json()["codelists"]


def ask(person, *actions):
    return Api(person).post(URL, {"backend": "tpp", "actions": actions})


@pytest.fixture
def cohort_is_there(tpp, w1):
    """The one action that reads the database has succeeded."""
    done = make_job_request(backend=tpp, workspace=w1, status="succeeded")
    make_job(done, action="make_cohort", status="succeeded")


def test_off_nothing_is_checked_and_all_runs(study, tpp, ada, push):
    push({TEXT: "old"})

    assert shown_to(ada) == {"status": "not_checked", "message": None}
    assert ask(ada, "make_cohort").json()["codelists_ok"] is True


@pytest.mark.parametrize("files", [{}, CURRENT], ids=["no folder", "current"])
def test_what_is_in_order_runs(study, tpp, ada, checker, push, files):
    push(files)

    assert shown_to(ada) == {"status": "ok", "message": None}
    assert ask(ada, "make_cohort").json()["codelists_ok"] is True


def test_stale_lists_are_told_and_keep_actions_from_the_database(study, tpp, ada, checker, push):
    push(CURRENT | {TEXT: "old"})

    assert shown_to(ada) == {
        "status": "stale",
        "message": f"The codelists of the study are not up to date. {REMEDY}",
    }
    answer = ask(ada, "check", "make_cohort")
    assert problem_of(answer) == (400, "validation-failed")
    assert answer.json()["errors"] == [
        {
            "pointer": "/actions/1",
            "detail": "make_cohort reads the database and cannot run. "
            f"The codelists of the study are not up to date. {REMEDY}",
        }
    ]
    assert not JobRequest.objects.exists()


def test_an_action_that_is_needed_counts_as_well(study, tpp, ada, checker, push):
    push(CURRENT | {TEXT: "old"})

    answer = ask(ada, "check")

    assert pointers_of(answer) == ["/actions"]
    assert "make_cohort reads the database" in answer.json()["detail"]


def test_other_actions_run_with_stale_lists_and_the_runner_is_told(
    study, tpp, ada, checker, push, cohort_is_there, client
):
    push(CURRENT | {TEXT: "old"})

    answer = ask(ada, "check")

    assert answer.status_code == 201, answer.content
    assert answer.json()["codelists_ok"] is False
    listed = client.get(
        "/api/v2/job-requests/?backend=tpp", headers={"authorization": make_backend_token(tpp)}
    )
    assert [item["codelists_ok"] for item in listed.json()["results"]] == [False]


@pytest.mark.parametrize(
    ("files", "missing"),
    [
        ({TEXT: "a"}, f"no {MANIFEST}"),
        ({MANIFEST: "{}"}, f"no {TEXT}"),
        ({"codelists/a.csv": ""}, f"no {TEXT} and no {MANIFEST}"),
    ],
)
def test_a_missing_file_is_an_error_for_all(
    study, tpp, ada, checker, push, cohort_is_there, files, missing
):
    push(files)

    shown = shown_to(ada)
    assert (shown["status"], missing in shown["message"]) == ("incomplete", True)
    answer = ask(ada, "check")
    assert problem_of(answer) == (422, "codelists-incomplete")
    assert missing in answer.json()["detail"]


def test_a_checker_that_is_away_keeps_the_database_closed_but_not_the_rest(
    study, tpp, ada, checker, push, cohort_is_there
):
    push(CURRENT)
    checker.go_away()

    shown = shown_to(ada)
    assert shown["status"] == "unknown"
    assert "OpenCodelists could not be reached. Try again" in shown["message"]
    assert problem_of(ask(ada, "make_cohort")) == (400, "validation-failed")
    assert ask(ada, "check").status_code == 201


def test_a_broken_pipeline_is_not_checked(study, tpp, ada, checker, push):
    push(CURRENT | {TEXT: "old", "project.yaml": "version: '4'"})

    assert shown_to(ada)["status"] == "not_checked"


def test_a_plan_asks_nobody_about_codelists(study, tpp, ada, checker, push):
    push(CURRENT | {TEXT: "old"})
    checker.is_current = None  # would fail where it is called

    answer = Api(ada).post("workspaces/w1/plan", {"backend": "tpp", "actions": ["make_cohort"]})

    assert answer.status_code == 200, answer.content


def test_a_git_host_that_fails_meanwhile_is_its_own_problem(study, tpp, ada, checker, monkeypatch):
    def fail(*arguments, **named):
        raise git.HostUnavailable(host="GitHub", reason="could not be reached")

    monkeypatch.setattr(study.host, "has_folder", fail)

    assert problem_of(ask(ada, "check")) == (503, "git-host-unavailable")
