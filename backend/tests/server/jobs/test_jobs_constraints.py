"""What the database holds by itself; each constraint is broken once."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from server.jobs.models import JobRequest
from tests.recipes import NOON, make_job, make_job_request


@pytest.fixture
def run(tpp, w1):
    return make_job_request(backend=tpp, workspace=w1)


def broken(name, change):
    """That `change` breaks the constraint; of a unique one SQLite names the columns."""
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        change()


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("jobs_request_identifier_length", {"identifier": "short"}),
        ("jobs_request_status_known", {"status": "perhaps"}),
        ("jobs_request_cancelled_by_and_at", {"cancel_requested_at": NOON}),
        ("jobs_request_sha_length", {"sha": "5f0c1e8"}),
    ],
)
def test_a_request_keeps_its_constraints(run, constraint, fields):
    broken(constraint, lambda: JobRequest.objects.filter(pk=run.pk).update(**fields))


def test_a_cancel_has_a_time_too(run, ada):
    broken(
        "jobs_request_cancelled_by_and_at",
        lambda: JobRequest.objects.filter(pk=run.pk).update(cancel_requested_by=ada),
    )


def test_an_old_request_may_have_no_commit(run):
    assert JobRequest.objects.filter(pk=run.pk).update(sha="") == 1


def test_the_identifier_of_a_request_is_its_own(run, tpp, w1):
    broken(
        "jobs_jobrequest.*identifier",
        lambda: make_job_request(backend=tpp, workspace=w1, identifier=run.identifier),
    )


def test_an_identifier_is_one_job_of_a_request(run):
    make_job(run, identifier="a")

    broken(
        "jobs_job_identifier_in_request|job_request_id, jobs_job.identifier",
        lambda: make_job(run, identifier="a"),
    )


def test_two_requests_may_have_jobs_of_one_identifier(run, tpp, w1):
    make_job(run, identifier="a")

    assert make_job(make_job_request(backend=tpp, workspace=w1), identifier="a")


def test_a_job_has_an_identifier(run):
    broken("jobs_job_identifier_set", lambda: make_job(run, identifier=""))


@pytest.mark.parametrize("row", ["tpp", "w1", "ada"])
def test_what_a_request_names_is_not_deleted(run, row, request):
    with pytest.raises(ProtectedError):
        request.getfixturevalue(row).delete()
