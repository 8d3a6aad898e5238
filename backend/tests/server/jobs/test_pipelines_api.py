"""`pipeline`, `plan` and `statuses` of a workspace."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from integrations import git
from server.audit.models import AuditEvent
from server.fleet.models import Backend
from server.jobs.models import JobRequest
from tests.api import Api, pointers_of, problem_of
from tests.recipes import MINUTE, NOON, make_job, make_job_request

PIPELINE = "workspaces/w1/pipeline"
PLAN = "workspaces/w1/plan"
STATUSES = "workspaces/w1/statuses"


@pytest.fixture
def run(tpp, w1):
    return make_job_request(backend=tpp, workspace=w1, status="failed")


@pytest.fixture(autouse=True)
def at_noon():
    with time_machine.travel(NOON, tick=False):
        yield


# -- pipeline ------------------------------------------------------------------------------------


def test_the_actions_of_a_study_are_shown(study, tpp, ada):
    answer = Api(ada).get(PIPELINE, {"backend": "tpp"})

    assert answer.status_code == 200
    shown = answer.json()
    assert [action["id"] for action in shown["actions"]] == ["make_cohort", "fit", "plot", "check"]
    assert shown["actions"][1] == {
        "id": "fit",
        "run": "python:v2 python analysis/fit.py",
        "needs": ["make_cohort"],
        "outputs": [{"level": "moderately_sensitive", "name": "model", "path": "output/fit.json"}],
        "is_database_action": False,
        "line": 8,
        "newest": None,
    }
    assert shown["actions"][0]["is_database_action"] is True
    assert shown["run_all"] == ["make_cohort", "fit", "plot", "check"]
    assert shown["commit"]["sha"] == study.head.sha
    assert shown["commit"]["message"] == "Count admissions by week"
    assert shown["backend"] == {"slug": "tpp", "name": tpp.name}
    assert (shown["branch"], shown["problems"]) == ("main", [])
    assert shown["source"].startswith("version: '4'")


def test_each_action_has_its_newest_job_on_the_backend(study, tpp, emis, w1, run, ada):
    job = make_job(
        run,
        action="fit",
        status="failed",
        status_code="nonzero_exit",
        started_at=NOON,
        completed_at=NOON + MINUTE,
    )
    elsewhere = make_job_request(backend=emis, workspace=w1)
    make_job(elsewhere, action="fit", status="succeeded", created_at=NOON + MINUTE)

    on_tpp = Api(ada).get(PIPELINE, {"backend": "tpp"}).json()["actions"][1]["newest"]
    anywhere = Api(ada).get(PIPELINE).json()["actions"][1]["newest"]

    assert on_tpp == {
        "job_identifier": job.identifier,
        "job_request_number": run.number,
        "job_request_identifier": run.identifier,
        "backend": {"slug": "tpp", "name": tpp.name},
        "status": "failed",
        "display_status": "failed",
        "reason": {
            "code": "nonzero_exit",
            "text": "The script ran and stopped with an error.",
            "what_next": f"The reason is in its log, which stays inside {tpp.name}.",
            "who_can_act": "asker",
            "about": {"kind": "job", "names": ["fit"], "line": None},
            "since": "2026-03-04T12:01:00Z",
            "until": None,
            "heard_at": None,
            "requests_before": None,
        },
        "at": "2026-03-04T12:01:00Z",
        "duration_s": 60,
        "commit_sha": run.sha,
    }
    assert anywhere["backend"]["slug"] == "emis"


def test_the_newest_job_says_that_maintenance_holds_it(study, tpp, run, ada):
    Backend.everywhere.filter(pk=tpp.pk).update(last_seen_at=NOON, maintenance_since=NOON)
    for action in ("make_cohort", "fit"):
        make_job(run, action=action, status="pending", status_code="created")

    shown = Api(ada).get(PIPELINE, {"backend": "tpp"}).json()["actions"][:2]
    body = {"backend": "tpp", "actions": ["make_cohort", "fit"]}
    plan = Api(ada).post(PLAN, body).json()["steps"]

    for jobs in (shown, plan):
        codes = [each["newest"]["reason"]["code"] for each in jobs]
        assert codes == ["database_maintenance", "created"]


def test_the_actions_of_an_older_commit_can_be_read(study, ada):
    study.push("version: '4'\nactions: {}\n")

    shown = Api(ada).get(PIPELINE, {"commit": study.head.sha[:8]}).json()

    assert shown["commit"]["sha"] == study.head.sha
    assert len(shown["actions"]) == 4


def test_problems_of_project_yaml_stand_at_their_lines(study, ada):
    study.push("version: '4'\nactions:\n  plot:\n    run: python:v2 a.py\n    needs: [x]\n")

    answer = Api(ada).get(PIPELINE)

    assert answer.status_code == 200
    shown = answer.json()
    assert (shown["actions"], shown["run_all"]) == ([], [])
    assert all(problem["message"] and problem["line"] for problem in shown["problems"])
    assert 5 in [problem["line"] for problem in shown["problems"]]
    assert shown["source"].endswith("needs: [x]\n")


@pytest.mark.parametrize("content", [b"", b"\x00", b"\xff\xfe", b"a: \xed\xa0\x80", b"[" * 5000])
def test_no_bytes_of_project_yaml_are_an_error_of_ours(study, ada, tpp, content):
    study.push(content)

    answer = Api(ada).get(PIPELINE)

    assert answer.status_code == 200
    assert answer.json()["problems"]
    refused = Api(ada).post("workspaces/w1/job-requests", {"backend": "tpp", "actions": ["a"]})
    assert problem_of(refused) == (422, "pipeline-has-problems")


def test_a_very_long_project_yaml_is_checked_but_not_sent(study, ada):
    study.push("version: '4'\n#" + "x" * 200_000)

    assert Api(ada).get(PIPELINE).json()["source"] is None


def test_the_pipeline_is_for_people_who_are_signed_in(study):
    assert problem_of(Api().get(PIPELINE)) == (401, "not-signed-in")


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ({"backend": "moon"}, (400, "validation-failed")),
        ({"commit": "0" * 40}, (422, "commit-not-found")),
        ({"commit": "nothing"}, (422, "commit-not-found")),
        ({"commit": "5" * 41}, (400, "validation-failed")),
        ({"branch": "main"}, (400, "validation-failed")),
    ],
)
def test_what_cannot_be_read_is_told(study, ada, query, problem):
    assert problem_of(Api(ada).get(PIPELINE, query)) == problem


def test_a_silent_git_host_is_told(study, ada):
    study.host.fail_with(git.HostUnavailable(host="GitHub", reason="has not answered for 10 s"))

    answer = Api(ada).get(PIPELINE)

    assert problem_of(answer) == (503, "git-host-unavailable")
    assert answer.json()["detail"].startswith("GitHub has not answered for 10 s.")


def test_an_unknown_workspace_has_no_pipeline(study, ada):
    assert problem_of(Api(ada).get("workspaces/moon/pipeline")) == (404, "not-found")


# -- plan ----------------------------------------------------------------------------------------


def plan(person, *actions, **fields):
    return Api(person).post(PLAN, {"backend": "tpp", "actions": list(actions)} | fields)


def steps_of(answer):
    return [
        (step["action"], step["decision"], step["because"], step["needed_by"])
        for step in answer.json()["steps"]
    ]


def test_a_plan_says_what_runs_and_what_is_reused_and_why(study, run, ada):
    make_job(run, action="make_cohort", status="succeeded")
    make_job(run, action="fit", status="failed")

    answer = plan(ada, "plot")

    assert steps_of(answer) == [
        ("make_cohort", "reused", "its last job succeeded", "fit"),
        ("fit", "needed", "plot needs it and its last job failed", "plot"),
        ("plot", "chosen", "you chose it", None),
    ]
    shown = answer.json()
    assert (shown["will_run"], shown["reused"], shown["active"]) == (2, 1, 0)
    assert shown["commit_sha"] == study.head.sha
    assert shown["steps"][0]["newest"]["display_status"] == "succeeded"


@pytest.mark.parametrize(
    ("status", "code", "said"),
    [
        ("failed", "cancelled_by_user", "its last job was cancelled"),
        ("failed", "dependency_failed", "its last job was not run"),
        ("weird", "", "nobody knows how its last job ended"),
    ],
)
def test_a_plan_says_how_the_last_job_ended_in_the_words_of_pages(
    study, run, ada, status, code, said
):
    make_job(run, action="fit", status=status, status_code=code)

    assert steps_of(plan(ada, "plot"))[1][2] == f"plot needs it and {said}"


def test_a_plan_waits_for_what_is_under_way(study, run, ada):
    make_job(run, action="fit", status="running")

    answer = plan(ada, "plot")

    assert steps_of(answer) == [
        ("fit", "active", "it is waiting or running already", "plot"),
        ("plot", "chosen", "you chose it", None),
    ]
    assert answer.json()["active"] == 1


def test_a_plan_can_force_what_is_needed(study, run, ada):
    for action in ("make_cohort", "fit"):
        make_job(run, action=action, status="succeeded")

    answer = plan(ada, "plot", force_run_dependencies=True)

    assert steps_of(answer)[0] == (
        "make_cohort",
        "needed",
        "fit needs it and everything needed is to run again",
        "fit",
    )


def test_an_action_whose_last_word_nobody_knows_may_run_again(study, run, ada):
    make_job(run, action="make_cohort", status="weird")

    assert steps_of(plan(ada, "fit"))[0][1] == "needed"


def test_a_plan_of_run_all_runs_what_has_not_succeeded(study, run, ada):
    make_job(run, action="make_cohort", status="succeeded")

    answer = plan(ada, "run_all")

    assert [step[1] for step in steps_of(answer)] == ["reused", "chosen", "chosen", "chosen"]
    assert steps_of(answer)[1][2] == "run_all asks for it and it has never run"


def test_a_plan_with_nothing_to_do_says_why(study, run, ada):
    for action in ("make_cohort", "fit", "plot", "check"):
        make_job(run, action=action, status="succeeded")

    shown = plan(ada, "run_all").json()

    assert (shown["nothing_to_do"], shown["will_run"]) == (True, 0)
    assert shown["nothing_reason"].startswith("Every action has succeeded already.")


def test_a_plan_counts_what_waits_before_it_on_the_backend(study, tpp, emis, w1, ada):
    make_job_request(backend=tpp, workspace=w1, status="pending")
    make_job_request(backend=tpp, workspace=w1, status="running")
    make_job_request(backend=emis, workspace=w1, status="pending")

    assert plan(ada, "plot").json()["requests_before"] == 1


def test_a_plan_stores_nothing(study, tpp, ada):
    plan(ada, "plot")

    assert not JobRequest.objects.exists()
    assert not AuditEvent.objects.exists()


def test_a_plan_is_for_people_who_are_signed_in(study, tpp):
    assert problem_of(plan(None, "plot")) == (401, "not-signed-in")


def test_a_plan_refuses_what_a_run_would(study, tpp, ada):
    assert pointers_of(plan(ada, "plot", "paint")) == ["/actions/1"]
    assert pointers_of(plan(ada)) == ["/actions"]
    assert pointers_of(plan(ada, "plot", will_notify=True)) == ["/will_notify"]
    assert problem_of(plan(ada, "plot", commit="0" * 40)) == (422, "commit-not-found")


# -- statuses ------------------------------------------------------------------------------------


def test_anyone_reads_what_has_run_without_asking_the_git_host(study, tpp, run):
    study.host.fail_with(git.HostUnavailable(host="GitHub", reason="is away"))
    make_job(run, action="plot", status="running", started_at=NOON)

    results = Api().get(STATUSES, {"backend": "tpp"}).json()["results"]

    assert [(row["action"], row["newest"]["status"]) for row in results] == [("plot", "running")]


def test_nothing_has_run_yet(w1):
    assert Api().get(STATUSES).json() == {"results": []}


def test_statuses_of_an_unknown_backend_are_refused(w1):
    assert pointers_of(Api().get(STATUSES, {"backend": "moon"})) == ["/backend"]


@pytest.mark.parametrize("path", [PIPELINE, PLAN])
def test_the_number_of_queries_does_not_grow(study, run, ada, path, django_assert_num_queries):
    api = Api(ada)

    def call():
        if path == PLAN:
            return api.post(path, {"backend": "tpp", "actions": ["plot"]})
        return api.get(path, {"backend": "tpp"})

    make_job(run, action="make_cohort", status="succeeded")
    with CaptureQueriesContext(connection) as one:
        call()
    for number in range(30):
        make_job(run, action=f"action_{number}")
        make_job(run, action="fit", created_at=NOON + number * MINUTE)

    with django_assert_num_queries(len(one)):
        assert call().status_code == 200
