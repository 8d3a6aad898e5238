"""The words for where requests and jobs are."""

import pytest

from server.jobs.models import JobRequest
from server.jobs.querysets import SHOWN_AS_FAILED
from server.jobs.statuses import (
    DisplayStatus,
    display_status,
    is_finished,
    is_unfinished,
    read_strip,
    request_display_status,
    request_status,
    strip_of,
)
from tests.recipes import make_job_request


@pytest.mark.parametrize(
    ("jobs", "status"),
    [
        ([], "pending"),
        ([""], "pending"),
        (["pending", "pending"], "pending"),
        (["running"], "running"),
        (["succeeded", "Succeeded"], "succeeded"),
        (["0"], "succeeded"),
        (["failed"], "failed"),
        (["pending", "succeeded"], "running"),
        (["pending", "failed"], "running"),
        (["running", "failed"], "running"),
        (["Failed", "Succeeded"], "failed"),
        (["weird"], "unknown"),
        (["succeeded", "weird"], "unknown"),
        (["failed", "weird"], "failed"),
        (["", "succeeded"], "unknown"),
        (["weird", "odd"], "unknown"),
    ],
)
def test_the_status_of_a_request_follows_its_jobs(jobs, status):
    assert request_status(jobs) == status


@pytest.mark.parametrize(
    ("status", "code", "shown"),
    [
        ("succeeded", "", "succeeded"),
        ("0", "", "succeeded"),
        ("Running", "executing", "running"),
        ("pending", "waiting_on_workers", "waiting"),
        ("", "", "waiting"),
        ("pending", "paused", "held"),
        ("pending", "waiting_db_maintenance", "held"),
        ("failed", "nonzero_exit", "failed"),
        ("failed", "dependency_failed", "not_run"),
        ("failed", "cancelled_by_user", "cancelled"),
        ("weird", "", "unknown"),
    ],
)
def test_what_is_drawn_for_a_job(status, code, shown):
    assert display_status(status=status, status_code=code) == shown


REQUESTS = pytest.mark.parametrize(
    ("status", "jobs", "shown"),
    [
        ("pending", [], "waiting"),
        ("pending", ["waiting"], "waiting"),
        ("pending", ["held", "held"], "held"),
        ("pending", ["held", "waiting"], "waiting"),
        ("running", ["running", "held"], "running"),
        ("running", ["succeeded", "held"], "held"),
        ("running", ["succeeded", "waiting"], "running"),
        ("succeeded", ["succeeded"], "succeeded"),
        ("failed", ["failed", "not_run"], "failed"),
        ("failed", ["failed", "cancelled"], "failed"),
        ("failed", ["succeeded", "cancelled", "not_run"], "cancelled"),
        ("failed", [], "failed"),
        ("cancelled", [], "cancelled"),
        ("nothing_to_do", [], "nothing_to_do"),
        ("unknown", ["unknown"], "unknown"),
        ("unknown_error_creating_jobs", [], "unknown"),
    ],
)


@REQUESTS
def test_what_is_drawn_for_a_request(status, jobs, shown):
    found = request_display_status(status=status, jobs=[DisplayStatus(job) for job in jobs])

    assert found == shown


@REQUESTS
def test_those_drawn_as_failed_are_found_by_the_same_rule(db, status, jobs, shown):
    make_job_request(status=status, strip=strip_of(DisplayStatus(job) for job in jobs))

    assert JobRequest.objects.filter(SHOWN_AS_FAILED).exists() == (shown == "failed")


def test_a_strip_is_read_as_it_was_written():
    assert read_strip(strip_of(DisplayStatus)) == list(DisplayStatus)


@pytest.mark.parametrize(
    ("status", "unfinished", "finished"),
    [
        ("pending", True, False),
        ("RUNNING", True, False),
        ("", True, False),
        ("Failed", False, True),
        ("0", False, True),
        ("weird", False, False),
    ],
)
def test_an_unknown_word_is_neither_an_end_nor_on_its_way(status, unfinished, finished):
    assert (is_unfinished(status), is_finished(status)) == (unfinished, finished)
