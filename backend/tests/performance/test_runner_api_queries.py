"""The number of statements of the runner API, whatever the number of rows."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from server.core import clock, counters
from server.core.bulk import one_of
from server.fleet import contact
from server.fleet.models import CallCount
from server.jobs.models import JobRequest
from server.outbox.models import OutboxMessage
from server.runner_api import listing
from tests import recipes
from tests.contract.runner.wire import R1, R2, Runner, job, succeeded

_TRANSACTION = re.compile("BEGIN|COMMIT|SAVEPOINT|RELEASE")
CHANGED = 6
# PostgreSQL locks the requests in a statement of its own, and writes both rows of a job in one.
UNCHANGED = 3 if connection.vendor == "postgresql" else 2
NOTICES = 1
ATTEMPTS = 1
CONTACT = 1


@pytest.fixture(autouse=True)
def _no_calls_before(monkeypatch):
    monkeypatch.setattr(contact, "_tally", contact.CallTally())


@pytest.fixture
def ta(tpp):
    runner = Runner(recipes.make_backend_token(tpp))
    runner.listed()  # the first call of a runner is written down
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


def assert_nothing_is_written(act):
    assert_nothing_is_written_but(0, act)


def assert_nothing_is_written_but(number, act):
    statements = statements_of(act)
    read = [each for each in statements if each.lstrip().startswith("SELECT")]
    assert (len(read), len(statements)) == (UNCHANGED, UNCHANGED + number)


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
def test_a_poll_takes_three_statements_and_an_unchanged_one_takes_one(ta, tpp, ada, number):
    make_active(number, backend=tpp, user=ada)
    counters.bump_backend(tpp.pk)

    assert len(statements_of(lambda: ta.get("job-requests/"))) == 3
    assert len(statements_of(lambda: ta.get("job-requests/"))) == 1
    assert len(ta.listed()) == number

    tag = ta.get("job-requests/").headers["ETag"]
    assert len(statements_of(lambda: ta.get("job-requests/", If_None_Match=tag))) == 1


@pytest.mark.parametrize("number", [10, 100, 500])
def test_cancels_take_one_statement_more_when_they_are_first_listed(ta, tpp, ada, number):
    make_active(number, backend=tpp, user=ada)
    JobRequest.objects.update(cancelled_actions=["run_all"])
    counters.bump_backend(tpp.pk)

    assert len(statements_of(lambda: ta.get("job-requests/"))) == 4
    assert not JobRequest.objects.filter(cancel_seen_at=None).exists()
    assert len(statements_of(lambda: ta.get("job-requests/"))) == 1
    counters.bump_backend(tpp.pk)
    assert len(statements_of(lambda: ta.get("job-requests/"))) == 3


@pytest.mark.parametrize("number", [10, 100, 1000])
def test_a_push_takes_as_many_statements_for_one_job_as_for_a_thousand(ta, r1, number):
    waiting = [job(f"job-{each}") for each in range(number)]
    started = [
        each | {"status": "running", "updated_at": "2026-03-04T10:22:00Z"} for each in waiting
    ]
    ended = [succeeded(f"job-{each}", updated_at="2026-03-04T10:23:00Z") for each in range(number)]
    again = [each | {"updated_at": "2026-03-04T10:24:00Z"} for each in waiting]

    assert len(statements_of(lambda: ta.push(*waiting))) == CHANGED
    assert_nothing_is_written(lambda: ta.push(*waiting))
    assert len(statements_of(lambda: ta.push(*started))) == CHANGED
    assert len(statements_of(lambda: ta.push(*started[1:]))) <= CHANGED
    assert len(statements_of(lambda: ta.push(*ended))) == CHANGED + NOTICES
    assert_nothing_is_written(lambda: ta.push(*ended))
    assert len(statements_of(lambda: ta.push(*again))) == CHANGED + ATTEMPTS
    assert r1.jobs.listed().count() == number


def test_the_contact_of_a_report_takes_one_statement_and_a_poll_writes_the_calls(ta, r1):
    now = clock.now()
    with time_machine.travel(now + contact.WRITTEN_EVERY, tick=False):
        assert len(statements_of(lambda: ta.push(job()))) == CHANGED + CONTACT
        assert_nothing_is_written(lambda: ta.push(job()))

    polled_at = now + contact.WRITTEN_EVERY + recipes.SECOND
    with time_machine.travel(polled_at, tick=False):
        ta.listed()
    assert set(CallCount.objects.values_list("endpoint", "calls")) == {
        ("job-requests", 2),
        ("jobs", 3),
    }
    with time_machine.travel(polled_at + contact.WRITTEN_EVERY, tick=False):
        assert_nothing_is_written_but(CONTACT, lambda: ta.push(job()))


def test_the_first_word_of_jobs_that_ended_takes_no_more(ta, r1):
    ended = [succeeded(f"job-{each}") for each in range(10)]

    assert len(statements_of(lambda: ta.push(*ended))) == CHANGED + NOTICES
    assert OutboxMessage.objects.filter(topic="job.finished").count() == 10


def test_a_push_that_names_others_requests_takes_no_more(ta, r1, emis, w1, ada):
    recipes.make_job_request(identifier=R2, backend=emis, workspace=w1, created_by=ada)
    jobs = [job(), job(job_request_id=R2), job(job_request_id="u" * 16)]

    assert len(statements_of(lambda: ta.push(*jobs))) == CHANGED
    assert_nothing_is_written(lambda: ta.push(*jobs))


@pytest.mark.parametrize("number", [10, 100, 1000])
def test_a_push_for_many_requests_takes_no_more(ta, tpp, ada, number):
    make_active(number, backend=tpp, user=ada)
    jobs = [
        job("a", job_request_id=identifier)
        for identifier in JobRequest.objects.values_list("identifier", flat=True)
    ]

    assert len(statements_of(lambda: ta.push(*jobs))) == CHANGED
    assert_nothing_is_written(lambda: ta.push(*jobs))


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
