"""A request beside the runs before it."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.api import Api
from tests.plans import rows_read
from tests.recipes import MINUTE, NOON, make_job, make_job_request, workspace

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOON, tick=False):
        yield


def ran(backend, workspace, *, ago, minutes=10, status="succeeded", action="fit", sha="a" * 40):
    """An earlier run of one action, which began `ago`."""
    made = make_job_request(
        backend=backend, workspace=workspace, sha=sha, created_at=NOON - ago, status=status
    )
    began = NOON - ago
    make_job(
        made,
        action=action,
        status=status,
        status_code="nonzero_exit" if status == "failed" else "",
        created_at=began,
        started_at=began,
        completed_at=began + minutes * MINUTE,
    )
    return made


def compared(job_request):
    shown = Api().get(f"job-requests/{job_request.identifier}/comparison").json()
    return {each.pop("action"): each for each in shown["results"]}


def now_running(backend, workspace, *actions):
    made = make_job_request(backend=backend, workspace=workspace, sha="c" * 40, status="running")
    for action in actions:
        make_job(made, action=action, status="running", started_at=NOON - 40 * MINUTE)
    return made


def test_an_action_is_compared_with_its_last_time(tpp, w1):
    ran(tpp, w1, ago=3 * DAY, minutes=10)
    last = ran(tpp, w1, ago=DAY, minutes=5, status="failed", sha="b" * 40)

    found = compared(now_running(tpp, w1, "fit"))["fit"]

    assert found["last"] == {
        "job_identifier": last.jobs.get().identifier,
        "job_request_number": last.number,
        "display_status": "failed",
        "duration_s": 300,
        "at": "2026-03-03T12:05:00Z",
        "commit_sha": "b" * 40,
        "compare_url": f"{w1.repo.url}/compare/{'b' * 40}..{'c' * 40}",
    }
    assert (found["usual_s"], found["failed_this_week"]) == (None, 1)


def test_what_is_usual_is_the_median_of_three_successes_at_least(tpp, w1):
    for days, minutes in [(2, 10), (3, 12), (4, 300)]:
        ran(tpp, w1, ago=days * DAY, minutes=minutes)
    ran(tpp, w1, ago=DAY, minutes=1, status="failed")

    assert compared(now_running(tpp, w1, "fit"))["fit"]["usual_s"] == 720


def test_failures_are_those_of_a_week_of_this_action_here(tpp, emis, w1):
    for days in (1, 2, 3, 8):
        ran(tpp, w1, ago=days * DAY, status="failed")
    ran(emis, w1, ago=DAY, status="failed")
    ran(tpp, w1, ago=DAY, status="failed", action="plot")

    assert compared(now_running(tpp, w1, "fit"))["fit"]["failed_this_week"] == 3


def test_later_runs_and_hidden_jobs_do_not_count(tpp, w1):
    hidden = ran(tpp, w1, ago=2 * DAY)
    hidden.jobs.update(hidden_at=NOON)
    asked = now_running(tpp, w1, "fit", "new")
    ran(tpp, w1, ago=timedelta(0), status="failed")

    nothing = {"last": None, "usual_s": None, "failed_this_week": 0}
    assert compared(asked) == {"fit": nothing, "new": nothing}


@pytest.mark.parametrize("runs", [1, 30])
def test_the_queries_do_not_grow_with_history_or_actions(tpp, w1, runs):
    for each in range(runs):
        ran(tpp, w1, ago=(each + 1) * MINUTE, action=f"action_{each}")
    asked = now_running(tpp, w1, *(f"action_{each}" for each in range(runs)))

    with CaptureQueriesContext(connection) as captured:
        assert len(compared(asked)) == runs

    assert len(captured) == 3


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite does not tell what it read")
def test_the_page_of_an_old_request_reads_nothing_that_ran_since(tpp, w1):
    elsewhere = workspace.make()
    for day in range(150):
        ran(tpp, elsewhere, ago=(70 + day) * DAY)
    ran(tpp, w1, ago=70 * DAY)
    old = ran(tpp, w1, ago=60 * DAY)
    for day in range(60):
        ran(tpp, w1, ago=day * DAY)

    with CaptureQueriesContext(connection) as queries:
        assert compared(old)["fit"]["last"] is not None

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE jobs_jobrequest, jobs_job")
        for way in ("seqscan", "hashjoin", "mergejoin"):  # no table of many rows is read so
            cursor.execute(f"SET LOCAL enable_{way} = off")
    [past] = [each["sql"] for each in queries if "LATERAL" in each["sql"]]
    assert rows_read(past) < 30
