"""The number of statements of the runner API, whatever the number of rows."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from server.core.bulk import one_of
from server.fleet import contact
from server.jobs.models import JobRequest
from server.runner_api import listing
from tests import recipes
from tests.contract.runner.wire import R1, Runner, job, succeeded

_TRANSACTION = re.compile("BEGIN|COMMIT|SAVEPOINT|RELEASE")
MOST_OF_A_PUSH = 8


@pytest.fixture(autouse=True)
def _no_calls_before(monkeypatch):
    monkeypatch.setattr(contact, "_tally", contact.CallTally())


@pytest.fixture
def ta(tpp):
    runner = Runner(recipes.make_backend_token(tpp))
    runner.listed()  # the first call of each endpoint is written down
    runner.push()
    return runner


@pytest.fixture
def r1(tpp, w1, ada):
    return recipes.make_job_request(
        identifier=R1, backend=tpp, workspace=w1, created_by=ada, will_notify=True
    )


def statements_of(act):
    """The statements of `act`, those around transactions left out."""
    with CaptureQueriesContext(connection) as captured:
        answer = act()
    assert answer.status_code in (200, 304)
    return [each["sql"] for each in captured if not _TRANSACTION.match(each["sql"])]


def make_active(number, *, backend, user):
    """Active requests, each of a project of its own for the first ten."""
    spaces = [
        recipes.workspace.make(project=recipes.make_project(org_slugs=("a", "b")))
        for _ in range(min(number, 10))
    ]
    JobRequest.objects.bulk_create(
        JobRequest(
            backend=backend,
            workspace=spaces[each % len(spaces)],
            created_by=user,
            created_at=recipes.NOON + timedelta(seconds=each),
            requested_actions=["run_all"],
            sha=recipes.SHA,
            branch="main",
        )
        for each in range(number)
    )


@pytest.mark.parametrize("number", [10, 100, 500])
def test_a_poll_takes_five_statements_and_an_unchanged_one_takes_one(ta, tpp, ada, number):
    make_active(number, backend=tpp, user=ada)

    assert len(ta.listed()) == number
    assert len(statements_of(lambda: ta.get("job-requests/"))) == 5

    tag = ta.get("job-requests/").headers["ETag"]
    assert len(statements_of(lambda: ta.get("job-requests/", If_None_Match=tag))) == 1


@pytest.mark.parametrize("number", [10, 100, 1000])
def test_a_push_takes_as_many_statements_for_one_job_as_for_a_thousand(ta, r1, number):
    waiting = [job(f"job-{each}") for each in range(number)]
    started = [
        each | {"status": "running", "updated_at": "2026-03-04T10:22:00Z"} for each in waiting
    ]
    ended = [succeeded(f"job-{each}", updated_at="2026-03-04T10:23:00Z") for each in range(number)]

    assert len(statements_of(lambda: ta.push(*waiting))) == 7
    assert len(statements_of(lambda: ta.push(*waiting))) == 3
    assert len(statements_of(lambda: ta.push(*started))) == 7
    assert len(statements_of(lambda: ta.push(*started[1:]))) == 6
    assert len(statements_of(lambda: ta.push(*ended))) == MOST_OF_A_PUSH
    assert len(statements_of(lambda: ta.push(*ended))) == 3
    assert r1.jobs.listed().count() == number


@pytest.mark.parametrize("number", [10, 100, 1000])
def test_a_push_for_many_requests_takes_no_more(ta, tpp, ada, number):
    make_active(number, backend=tpp, user=ada)
    jobs = [
        job("a", job_request_id=identifier)
        for identifier in JobRequest.objects.values_list("identifier", flat=True)
    ]

    assert len(statements_of(lambda: ta.push(*jobs))) == 7
    assert len(statements_of(lambda: ta.push(*jobs))) == 3


@pytest.fixture
def history(tpp, w1, ada):
    """3,000 finished requests, of which the planner knows."""
    JobRequest.objects.bulk_create(
        JobRequest(
            backend=tpp,
            workspace=w1,
            created_by=ada,
            created_at=recipes.NOON,
            requested_actions=["run_all"],
            sha=recipes.SHA,
            branch="main",
            status="succeeded",
        )
        for _ in range(3000)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE jobs_jobrequest")


def test_a_poll_reads_active_requests_by_their_own_index(history, tpp):
    assert "jobs_request_active" in listing.rows_for_backend(tpp).explain()


def test_a_push_finds_its_requests_by_the_index_of_identifiers(history, tpp):
    named = JobRequest.objects.filter(backend=tpp, identifier__in=one_of([R1, "b" * 16]))

    plan = named.explain()

    assert "Seq Scan on jobs_jobrequest" not in plan
    assert "SCAN jobs_jobrequest" not in plan
    assert "(identifier" in plan
