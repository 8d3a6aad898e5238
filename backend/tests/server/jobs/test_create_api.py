"""Asking for a run: POST workspaces/{name}/job-requests."""

import json
from datetime import UTC, datetime

import pytest
import time_machine

from integrations import git
from server.audit.models import AuditEvent
from server.core.models import ChangeCounter, CounterTopic, IdempotentAnswer
from server.fleet.models import Backend, ServiceStop
from server.jobs.models import JobRequest
from server.people.roles import Role
from server.projects.models import Project, Workspace
from tests.api import Api, bearer, pointers_of, problem_of
from tests.recipes import NOON, make_backend, make_job, make_job_request, make_member

URL = "workspaces/w1/job-requests"


def wanted(**changes):
    return {"backend": "tpp", "actions": ["plot"]} | changes


def counter_of(backend):
    return ChangeCounter.objects.get(topic=CounterTopic.BACKEND, object_id=backend.pk).value


@pytest.fixture
def done(tpp, w1):
    """Every need of `plot` has succeeded."""
    run = make_job_request(backend=tpp, workspace=w1, status="succeeded")
    for action in ("make_cohort", "fit"):
        make_job(run, action=action, status="succeeded")
    return run


# -- the answer ----------------------------------------------------------------------------------


@time_machine.travel(NOON, tick=False)
def test_a_run_is_asked_for(study, tpp, w1, ada):
    answer = Api(ada).post(URL, wanted(actions=["plot", "plot"], will_notify=True))

    assert answer.status_code == 201
    shown = answer.json()
    assert answer["Location"] == f"/api/v3/job-requests/{shown['identifier']}"
    assert {name: shown[name] for name in ("status", "display_status", "branch", "jobs")} == {
        "status": "pending",
        "display_status": "waiting",
        "branch": "main",
        "jobs": [],
    }
    assert shown["requested_actions"] == ["plot"]
    assert shown["created_by"] == {"username": "ada", "name": "Ada Example"}
    assert shown["created_at"] == "2026-03-04T12:00:00Z"
    assert shown["commit"]["sha"] == study.head.sha
    assert shown["commit"]["message"] == "Count admissions by week"
    assert shown["project_definition"].startswith("version: '4'")
    assert (shown["will_notify"], shown["codelists_ok"]) == (True, True)
    assert [(step["action"], step["decision"]) for step in shown["planned"]] == [
        ("make_cohort", "needed"),
        ("fit", "needed"),
        ("plot", "chosen"),
    ]


@pytest.mark.parametrize(
    ("mode", "code", "text"),
    [
        ("db-maintenance", "database_maintenance", "The database of TPP is in maintenance."),
        ("paused", "backend_paused", "TPP is paused."),
    ],
)
def test_a_run_may_be_asked_for_during_maintenance_and_the_answer_says_so(
    study, tpp, w1, ada, mode, code, text
):
    assert Api(ada).post(URL, wanted()).json()["backend_hold"] is None
    since = {"maintenance_since" if mode == "db-maintenance" else "paused_since": NOON}
    Backend.everywhere.filter(pk=tpp.pk).update(**since)

    hold = Api(ada).post(URL, wanted(actions=["fit"])).json()["backend_hold"]

    assert (hold["code"], hold["text"], hold["since"]) == (code, text, "2026-03-04T12:00:00Z")


def test_a_run_is_stored_recorded_and_shown_to_the_runner(study, tpp, w1, ada):
    before = counter_of(tpp)

    Api(ada).post(URL, wanted())

    stored = JobRequest.objects.select_related("detail").get()
    assert (stored.sha, stored.workspace, stored.backend) == (study.head.sha, w1, tpp)
    assert stored.detail.planned[1] == {
        "action": "fit",
        "decision": "needed",
        "because": "plot needs it and it has never run",
        "needs": ["make_cohort"],
        "is_database_action": False,
    }
    event = AuditEvent.objects.get()
    assert (event.verb, event.actor, event.target_name) == (
        "job_request.created",
        "ada",
        stored.identifier,
    )
    assert counter_of(tpp) > before


def test_who_is_told_is_what_the_workspace_says_unless_it_is_said(study, tpp, w1, ada):
    Workspace.objects.update(should_notify=True)

    told = Api(ada).post(URL, wanted()).json()["will_notify"]
    not_told = Api(ada).post(URL, wanted(will_notify=False)).json()["will_notify"]

    assert (told, not_told) == (True, False)


@pytest.mark.parametrize("digits", [7, 40])
def test_a_run_is_pinned_to_the_commit_that_was_named(study, tpp, ada, digits):
    first = study.head
    study.push("version: '4'\nactions: {}\n")

    answer = Api(ada).post(URL, wanted(commit=first.sha[:digits].upper()))

    assert answer.status_code == 201, answer.content
    assert answer.json()["commit"]["sha"] == first.sha


def test_a_run_can_be_asked_for_by_personal_token(study, tpp, ada):
    assert Api().post(URL, wanted(), authorization=bearer(ada)).status_code == 201


# -- nothing to do -------------------------------------------------------------------------------


def test_run_all_with_everything_done_is_nothing_to_do(study, tpp, w1, ada, done):
    for action in ("plot", "check"):
        make_job(done, action=action, status="succeeded")
    before = counter_of(tpp)

    answer = Api(ada).post(URL, wanted(actions=["run_all"]))

    assert problem_of(answer) == (409, "nothing-to-do")
    assert JobRequest.objects.count() == 1
    assert counter_of(tpp) == before


def test_an_action_under_way_is_nothing_to_do(study, tpp, ada, done):
    make_job(done, action="plot", status="running")

    assert problem_of(Api(ada).post(URL, wanted())) == (409, "nothing-to-do")


def test_what_ran_on_another_backend_does_not_count(study, tpp, emis, w1, ada, done):
    answer = Api(ada).post(URL, wanted(backend="emis"))

    decisions = {step["action"]: step["decision"] for step in answer.json()["planned"]}
    assert decisions == {"make_cohort": "needed", "fit": "needed", "plot": "chosen"}


# -- wrong person --------------------------------------------------------------------------------


def test_a_visitor_asks_for_nothing(study, tpp):
    assert problem_of(Api().post(URL, wanted())) == (401, "not-signed-in")


def test_an_archived_workspace_takes_no_runs(study, tpp, ada):
    Workspace.objects.update(is_archived=True)

    assert problem_of(Api(ada).post(URL, wanted())) == (409, "workspace-archived")


def test_who_has_no_role_is_not_told_that_a_workspace_is_archived(study, tpp, bob):
    Workspace.objects.update(is_archived=True)

    answer = Api(bob).post(URL, wanted())

    assert problem_of(answer) == (403, "forbidden")
    assert "archived" not in answer.json()["detail"]


def test_a_workspace_of_an_archived_project_takes_no_runs(study, tpp, project, ada):
    Project.objects.update(is_archived=True)

    answer = Api(ada).post(URL, wanted())

    assert problem_of(answer) == (409, "workspace-archived")
    assert "The project Asthma in winter is archived." in answer.json()["detail"]


def test_without_the_permission_nothing_runs(study, tpp, project, bob):
    make_member(project, bob, Role.PROJECT_COLLABORATOR)
    make_backend("tpp", members=[bob])

    answer = Api(bob).post(URL, wanted())

    assert problem_of(answer) == (403, "forbidden")
    assert answer.json()["permission"] == "job_run"
    assert not JobRequest.objects.exists()


def test_without_any_backend_nothing_runs(study, project, bob):
    make_member(project, bob, Role.PROJECT_DEVELOPER)
    make_backend("tpp")

    answer = Api(bob).post(URL, wanted())

    assert problem_of(answer) == (403, "forbidden")
    assert "You are a member of no backend" in answer.json()["detail"]


def test_a_backend_of_others_takes_no_runs(study, tpp, ada):
    make_backend("emis")

    answer = Api(ada).post(URL, wanted(backend="emis"))

    assert problem_of(answer) == (403, "forbidden")
    assert "You are not a member of EMIS" in answer.json()["detail"]
    assert not JobRequest.objects.exists()


def test_a_backend_that_is_switched_off_takes_no_runs(study, tpp, ada):
    Backend.everywhere.update(is_active=False)

    assert problem_of(Api(ada).post(URL, wanted())) == (409, "backend-not-available")


def test_a_backend_that_is_not_enabled_is_unknown(study, tpp, emis, ada, settings):
    settings.BACKENDS = ("emis",)

    answer = Api(ada).post(URL, wanted())

    assert problem_of(answer) == (400, "validation-failed")
    assert pointers_of(answer) == ["/backend"]
    assert "emis" in answer.json()["detail"]


# -- wrong input ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "pointers"),
    [
        ({"actions": []}, ["/actions"]),
        ({"actions": "plot"}, ["/actions"]),
        ({"actions": None}, ["/actions"]),
        ({"actions": [7, {"a": 1}]}, ["/actions/0", "/actions/1"]),
        ({"actions": ["plot", "paint", "draw"]}, ["/actions/1", "/actions/2"]),
        ({"actions": ["a\0b"]}, ["/actions/0"]),
        ({"actions": ["x" * 256]}, ["/actions/0"]),
        ({"backend": "moon"}, ["/backend"]),
        ({"backend": None}, ["/backend"]),
        ({"commit": "5" * 41}, ["/commit"]),
        ({"will_notify": "perhaps"}, ["/will_notify"]),
        ({"sha": "5" * 40}, ["/sha"]),
    ],
)
def test_wrong_values_are_pointed_at_and_nothing_is_stored(study, tpp, ada, changes, pointers):
    answer = Api(ada).post(URL, wanted(**changes))

    assert problem_of(answer) == (400, "validation-failed")
    assert pointers_of(answer) == pointers
    assert not JobRequest.objects.exists()


@pytest.mark.parametrize("body", [None, [], "plot", 7, [None]])
def test_a_body_of_another_kind_is_refused(study, tpp, ada, body):
    answer = Api(ada).client.post(
        "/api/v3/" + URL, data=json.dumps(body), content_type="application/json"
    )

    assert answer.status_code == 400
    assert not JobRequest.objects.exists()


def test_an_unknown_workspace_is_not_found(study, tpp, ada):
    answer = Api(ada).post("workspaces/moon/job-requests", wanted())

    assert problem_of(answer) == (404, "not-found")


@pytest.mark.parametrize("commit", ["0" * 40, "0123456", "main", "not a commit", "-x"])
def test_a_commit_that_is_none_is_told(study, tpp, ada, commit):
    answer = Api(ada).post(URL, wanted(commit=commit))

    assert problem_of(answer) == (422, "commit-not-found")
    assert commit in answer.json()["detail"]


def test_a_commit_of_another_branch_is_refused_as_its_runner_would(study, tpp, ada):
    elsewhere = study.push("version: '4'\n", branch="sketch")

    answer = Api(ada).post(URL, wanted(commit=elsewhere.sha))

    assert problem_of(answer) == (422, "commit-not-found")


# -- project.yaml and the git host ---------------------------------------------------------------


def test_a_broken_project_yaml_is_told_line_by_line(study, tpp, ada):
    broken = study.push(
        "version: '4'\nactions:\n  plot:\n    run: python:v2 a.py\n    needs: [x]\n"
    )

    answer = Api(ada).post(URL, wanted())

    assert problem_of(answer) == (422, "pipeline-has-problems")
    document = answer.json()
    assert document["commit"] == broken.sha
    assert document["problems"]
    assert {"code", "message", "line", "column", "subject"} == set(document["problems"][0])
    assert not JobRequest.objects.exists()


def _lose_repo(study):
    study.host.delete_repo(study.repo)


def _lose_branch(study):
    study.push("version: '4'\n", branch="other")
    study.host.delete_branch(study.repo, "main")


def _lose_file(study):
    known = study.host.repos[study.repo].commits[study.head.sha]
    known.files.clear()


def _grow_file(study):
    study.push(b"#" * (git.MAX_FILE_BYTES + 1))


def _hang(study):
    study.host.fail_with(git.HostUnavailable(host="GitHub", reason="has not answered for 10 s"))


def _answer_500(study):
    study.host.fail_with(git.HostUnavailable(host="GitHub", reason="answered with status 500"))


def _refuse(study):
    study.host.fail_with(git.AccessRefused(host="GitHub", status=401))


def _limit(study):
    study.host.fail_with(
        git.RateLimited(host="GitHub", retry_at=datetime(2026, 3, 4, 12, 30, tzinfo=UTC))
    )


@pytest.mark.parametrize(
    ("happen", "problem"),
    [
        (_lose_repo, (422, "repo-not-found")),
        (_lose_branch, (422, "branch-not-found")),
        (_lose_file, (422, "project-yaml-missing")),
        (_grow_file, (422, "project-yaml-too-large")),
        (_hang, (503, "git-host-unavailable")),
        (_answer_500, (503, "git-host-unavailable")),
        (_refuse, (503, "git-host-unavailable")),
        (_limit, (503, "git-rate-limited")),
    ],
)
@pytest.mark.parametrize("path", [URL, "workspaces/w1/plan"])
def test_each_failure_of_the_git_host_is_its_own_problem(study, tpp, ada, path, happen, problem):
    happen(study)

    answer = Api(ada).post(path, wanted())

    assert problem_of(answer) == problem
    assert not JobRequest.objects.exists()


# -- twice ---------------------------------------------------------------------------------------


def test_a_repeated_key_is_one_run_and_asks_nobody_again(study, tpp, ada):
    first = Api(ada).post(URL, wanted(), idempotency_key="k1")
    study.host.fail_with(git.HostUnavailable(host="GitHub", reason="is away"))

    again = Api(ada).post(URL, wanted(), idempotency_key="k1")

    assert again.status_code == 201
    assert again.json() == first.json()
    assert again["Location"] == first["Location"]
    assert again["Idempotency-Replayed"] == "true"
    assert JobRequest.objects.count() == 1


def test_a_key_with_another_body_is_refused(study, tpp, ada):
    Api(ada).post(URL, wanted(), idempotency_key="k1")

    answer = Api(ada).post(URL, wanted(actions=["fit"]), idempotency_key="k1")

    assert problem_of(answer) == (422, "idempotency-key-reused")
    assert JobRequest.objects.count() == 1


def test_a_key_belongs_to_the_person_and_the_workspace(study, tpp, project, ada, bob):
    make_member(project, bob, Role.PROJECT_DEVELOPER)
    make_backend("tpp", members=[bob])
    Api(ada).post(URL, wanted(), idempotency_key="k1")

    assert Api(bob).post(URL, wanted(), idempotency_key="k1").status_code == 201
    assert JobRequest.objects.count() == 2


def test_a_failed_request_keeps_no_key(study, tpp, ada):
    Api(ada).post(URL, wanted(actions=["paint"]), idempotency_key="k1")

    assert not IdempotentAnswer.objects.exists()
    assert Api(ada).post(URL, wanted(), idempotency_key="k1").status_code == 201


def test_who_has_as_many_unfinished_runs_as_one_may_waits(study, tpp, w1, ada, settings):
    settings.MAX_UNFINISHED_REQUESTS = 1
    make_job_request(backend=tpp, workspace=w1, created_by=ada, status="succeeded")
    assert Api(ada).post(URL, wanted()).status_code == 201

    assert problem_of(Api(ada).post(URL, wanted())) == (409, "too-many-unfinished")

    settings.MAX_UNFINISHED_REQUESTS = 0
    assert Api(ada).post(URL, wanted()).status_code == 201


def test_a_stopped_backend_takes_no_new_run(study, tpp, w1, ada):
    Backend.objects.filter(pk=tpp.pk).update(stopped_since=NOON, stopped_note="Full.")

    answer = Api(ada).post(URL, wanted())

    assert problem_of(answer) == (409, "backend-not-available")
    assert "TPP takes no new runs. Full." in answer.json()["detail"]


def test_a_stopped_service_takes_no_new_run(study, tpp, w1, ada):
    ServiceStop.objects.create(since=NOON, note="We move the server.")

    answer = Api(ada).post(URL, wanted())

    assert problem_of(answer) == (409, "backend-not-available")
    detail = answer.json()["detail"]
    assert detail == "This service takes no new runs. We move the server."
    assert not JobRequest.objects.exists()
