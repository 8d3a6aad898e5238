"""The newest job of each action."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from server.jobs.newest import newest_jobs
from tests.recipes import MINUTE, NOON, make_job, make_job_request, workspace


@pytest.fixture
def run(tpp, w1):
    return make_job_request(backend=tpp, workspace=w1)


def test_newest_jobs_takes_the_newest_of_each_action(run, w1):
    make_job(run, action="make_cohort", status="failed", created_at=NOON)
    make_job(run, action="make_cohort", status="succeeded", created_at=NOON + MINUTE)
    make_job(run, action="plot", status="running", created_at=NOON)

    found = newest_jobs(workspace_id=w1.pk)

    assert {action: job.status for action, job in found.items()} == {
        "make_cohort": "succeeded",
        "plot": "running",
    }


def test_newest_jobs_takes_the_later_row_of_two_made_at_once(run, w1):
    make_job(run, action="plot", status="failed")
    later = make_job(run, action="plot", status="succeeded")

    assert newest_jobs(workspace_id=w1.pk)["plot"].identifier == later.identifier


def test_newest_jobs_leaves_out_hidden_jobs(run, w1):
    shown = make_job(run, action="plot", created_at=NOON)
    make_job(run, action="plot", created_at=NOON + MINUTE, hidden_at=NOON + MINUTE)
    make_job(run, action="gone", hidden_at=NOON)

    found = newest_jobs(workspace_id=w1.pk)

    assert [job.identifier for job in found.values()] == [shown.identifier]


def test_newest_jobs_keeps_to_the_backend_that_is_asked_for(run, tpp, emis, w1):
    make_job(run, action="plot", status="succeeded", created_at=NOON)
    elsewhere = make_job_request(backend=emis, workspace=w1)
    make_job(elsewhere, action="plot", status="failed", created_at=NOON + MINUTE)

    on_tpp = newest_jobs(workspace_id=w1.pk, backend_id=tpp.pk)
    anywhere = newest_jobs(workspace_id=w1.pk)

    assert (on_tpp["plot"].status, anywhere["plot"].status) == ("succeeded", "failed")


def test_newest_jobs_keeps_to_the_workspace(run, tpp, w1):
    other = make_job_request(backend=tpp, workspace=workspace.make(name="w2"))
    make_job(other, action="plot")

    assert newest_jobs(workspace_id=w1.pk) == {}


def test_newest_jobs_names_the_request_and_commit(run, w1):
    make_job(run, action="plot")

    found = newest_jobs(workspace_id=w1.pk)["plot"]

    assert (found.job_request_number, found.job_request_identifier, found.sha) == (
        run.pk,
        run.identifier,
        run.sha,
    )


def test_newest_jobs_takes_names_in_order_whatever_their_letters(run, w1):
    names = ["é_last", "Upper", "__error__", "a b", "action_10", "action_2", "zz"]
    for name in names:
        make_job(run, action=name)

    assert list(newest_jobs(workspace_id=w1.pk)) == sorted(names)


def test_newest_jobs_does_not_walk_the_history(run, w1):
    for number in range(300):
        make_job(run, action=f"action_{number % 3}", created_at=NOON + number * MINUTE)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE jobs_job")

    with CaptureQueriesContext(connection) as queries:
        newest_jobs(workspace_id=w1.pk, backend_id=run.backend_id)

    assert len(queries) == 2
    plan = _plan_of(queries[0]["sql"])
    assert plan.count("jobs_job_newest_of_action") == 2
    assert "SCAN job" not in plan


def _plan_of(sql: str) -> str:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # A table of a few pages is read whole whatever its indexes.
            cursor.execute("SET LOCAL enable_seqscan = off")
            # Without ANALYZE the plan of the recursive step is not shown.
            cursor.execute(f"EXPLAIN ANALYZE {sql}")
        else:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        return "\n".join(str(row) for row in cursor.fetchall())
