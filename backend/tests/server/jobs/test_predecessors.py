"""What was asked for before a request."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from server.jobs import predecessors
from server.jobs.predecessors import predecessors_of
from tests.recipes import MINUTE, NOON, make_job_request, workspace

A, B, C = ("a" * 40, "b" * 40, "c" * 40)


@pytest.fixture
def ask(tpp, w1):
    def make(**fields):
        return make_job_request(**{"backend": tpp, "workspace": w1, "created_at": NOON} | fields)

    return make


def test_the_first_has_nothing_before_it(ask):
    first = ask()
    ask(created_at=NOON + MINUTE)

    assert predecessors_of(first) == (0, None)


def test_unfinished_ones_of_its_backend_count_wherever_they_run(ask, emis, project):
    ask()
    ask(status="running", workspace=workspace.make(project=project))
    ask(status="unknown_error_creating_jobs")
    ask(status="succeeded")
    ask(backend=emis)
    last = ask()
    ask()

    assert predecessors_of(last).unfinished == 3


def test_they_are_counted_to_a_limit(ask, monkeypatch):
    monkeypatch.setattr(predecessors, "MOST_COUNTED", 1)
    for _ in range(4):
        last = ask()

    assert predecessors_of(last).unfinished == 2


def test_the_commit_is_that_of_the_last_one_in_its_workspace_on_its_backend(ask, emis, project):
    ask(sha=A, created_at=NOON + MINUTE)
    ask(sha=B, status="succeeded", created_at=NOON + 2 * MINUTE)
    ask(sha=C, backend=emis, created_at=NOON + 3 * MINUTE)
    ask(sha=C, workspace=workspace.make(project=project), created_at=NOON + 3 * MINUTE)
    asked = ask(created_at=NOON + 4 * MINUTE)
    ask(sha=C, created_at=NOON + 5 * MINUTE)

    assert predecessors_of(asked).sha == B


def test_both_are_read_by_their_index(ask, tpp):
    asked = ask()
    with CaptureQueriesContext(connection) as made:
        predecessors_of(asked)

    with connection.cursor() as cursor:
        plan_of = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"{plan_of} {made[0]['sql']}")
        plan = str(cursor.fetchall())
    assert "jobs_request_active" in plan, plan
    assert "jobs_request_of_workspace" in plan or "jobs_request_on_backend" in plan, plan
