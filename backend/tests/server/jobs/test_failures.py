"""What a person's runs left undone: failed actions that nobody has run again since."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from server.jobs.models import Job
from tests.api import Api, problem_of
from tests.plans import plan_of
from tests.recipes import MINUTE, NOON, make_job, make_job_request, user, workspace

PATH = "account/failures"


@pytest.fixture(autouse=True)
def _at_noon():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def run(tpp, w1, ada):
    """Makes a run with one job an action, that many minutes before now."""

    def make(*, ago=0, by=ada, on=tpp, where=w1, status_code="nonzero_exit", **statuses):
        at = NOON - ago * MINUTE
        strip = "".join(
            {"failed": "f", "succeeded": "s", "pending": "w"}[s] for s in statuses.values()
        )
        made = make_job_request(
            backend=on,
            workspace=where,
            created_by=by,
            created_at=at,
            status="failed" if "f" in strip else "succeeded",
            strip=strip,
        )
        for action, status in statuses.items():
            code = status_code if status == "failed" else status
            make_job(made, action=action, status=status, status_code=code, created_at=at)
        return made

    return make


def found(person):
    results = Api(person).get(PATH).json()["results"]
    return [(each["job_request"]["number"], each["actions"]) for each in results]


def test_a_failure_stands_when_a_newer_run_of_other_actions_passed(run, ada):
    failed = run(ago=9, fit="failed", plot="succeeded")
    run(ago=5, plot="succeeded")

    assert found(ada) == [(failed.number, ["fit"])]


def test_what_nobody_can_run_again_is_left_out(run, ada, w1):
    run(ago=9, fit="failed")
    type(w1).objects.filter(pk=w1.pk).update(is_archived=True)

    assert found(ada) == []


def test_a_failure_is_over_when_anybody_runs_its_action_again(run, ada):
    run(ago=9, fit="failed", plot="failed")
    run(ago=5, by=user.make(), fit="succeeded")
    run(ago=4, plot="pending")

    assert found(ada) == []


def test_a_failure_that_failed_again_is_of_the_newer_run_alone(run, ada):
    run(ago=9, fit="failed")
    newer = run(ago=5, fit="failed")

    assert found(ada) == [(newer.number, ["fit"])]


def test_a_failure_stands_on_its_own_backend_and_in_its_own_workspace(run, ada, emis, w1):
    failed = run(ago=9, fit="failed")
    run(ago=5, on=emis, fit="succeeded")
    run(ago=4, where=workspace.make(name="w2", project=w1.project), fit="succeeded")

    assert found(ada) == [(failed.number, ["fit"])]


def test_a_job_that_its_runner_lists_no_more_puts_nothing_right(run, ada):
    failed = run(ago=9, fit="failed")
    gone = run(ago=5, fit="succeeded")
    Job.objects.filter(job_request=gone).update(hidden_at=NOON)

    assert found(ada) == [(failed.number, ["fit"])]


@pytest.mark.parametrize("code", ["dependency_failed", "cancelled_by_user"])
def test_what_was_not_run_or_cancelled_did_not_fail(run, ada, code):
    run(ago=9, status_code=code, fit="failed")

    assert found(ada) == []


def test_a_refused_request_stands_until_the_next_one_there(run, ada):
    refused = run(ago=9, __error__="failed")
    before = found(ada)

    run(ago=5, plot="succeeded")

    assert before == [(refused.number, ["__error__"])]
    assert found(ada) == []


def test_old_failures_and_those_of_others_need_nobody(run, ada):
    run(ago=15 * 24 * 60, fit="failed")
    run(ago=9, by=user.make(), fit="failed")

    assert found(ada) == []


def test_failures_come_newest_first_with_twenty_actions_at_most(run, ada):
    many = {f"action_{number:02}": "failed" for number in range(21)}
    older, newer = run(ago=9, **many), run(ago=5, fit="failed")

    first, second = Api(ada).get(PATH).json()["results"]

    assert [each["job_request"]["number"] for each in (first, second)] == [newer.pk, older.pk]
    assert (second["actions"], second["actions_total"]) == (list(many)[:20], 21)


def test_failures_are_of_somebody(db):
    assert problem_of(Api().get(PATH)) == (401, "not-signed-in")


@pytest.mark.parametrize("number", [1, 12])
def test_failures_take_the_same_few_queries_however_many_there_are(run, ada, emis, number):
    api = Api(ada)
    for each in range(number):
        run(ago=each, **{f"action_{each}": "failed"})
        run(ago=each, on=emis, **{f"action_{each}": "failed"})
    api.get(PATH)

    with CaptureQueriesContext(connection) as captured:
        answer = api.get(PATH)

    assert len(answer.json()["results"]) == 2 * number
    tables = (' FROM "jobs_', ' FROM "fleet_backend"')
    assert sum(any(table in each["sql"] for table in tables) for each in captured) == 5


def test_failures_do_not_walk_the_history(run, ada):
    run(ago=9, fit="failed")
    with CaptureQueriesContext(connection) as captured:
        found(ada)

    strips, jobs, *_ = [each["sql"] for each in captured if ' FROM "jobs_' in each["sql"]]
    assert "jobs_request_of_user" in plan_of(strips)
    assert "jobs_job_newest_of_action" in plan_of(jobs)
    assert "SCAN jobs_job" not in plan_of(jobs)


def test_the_newest_fifty_requests_are_looked_at(run, ada):
    run(ago=60, fit="failed")
    for each in range(50):
        run(ago=each, plot="succeeded")

    assert found(ada) == []
