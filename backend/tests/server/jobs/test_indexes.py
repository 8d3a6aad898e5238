"""That the look-ups of pages are served by the indexes made for them, on both databases."""

import pytest
from django.db import connection

from server.core.matching import starts_with
from server.jobs.models import Job, JobRequest
from server.jobs.querysets import number_in
from tests.recipes import make_job, make_job_request


@pytest.fixture
def _rows(tpp, w1):
    for _ in range(3):
        make_job(make_job_request(backend=tpp, workspace=w1))
    if connection.vendor == "postgresql":
        # A table of one page is read whole whatever its indexes.
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")


@pytest.mark.usefixtures("_rows")
@pytest.mark.parametrize(
    ("rows", "indexes"),
    [
        (lambda: Job.objects.filter(starts_with("identifier", "qa4m")), ["jobs_job_identifier"]),
        (
            lambda: JobRequest.objects.filter(starts_with("identifier", "k3v7")),
            ["jobs_jobrequest_identifier", "sqlite_autoindex_jobs_jobrequest_1"],
        ),
        (
            lambda: Job.objects.filter(action="plot").order_by("-job_request_id"),
            ["jobs_job_action_requests"],
        ),
        (
            lambda: JobRequest.objects.filter(project=1).order_by("-created_at", "-id"),
            ["jobs_request_of_project"],
        ),
        (
            lambda: JobRequest.objects.unfinished().order_by("-created_at", "-id"),
            ["jobs_request_active", "jobs_request_in_status"],
        ),
    ],
    ids=["beginning of a job", "beginning of a request", "action", "project", "unfinished"],
)
def test_a_look_up_reads_its_index(rows, indexes):
    plan = rows().explain()

    assert any(index in plan for index in indexes), plan


@pytest.mark.parametrize("text", ["qa%", "qa_", "QA4M", "a4m"])
def test_a_beginning_is_taken_letter_by_letter(tpp, w1, text):
    job = make_job(make_job_request(backend=tpp, workspace=w1), identifier="qa4mzn7v2kxt6dhe")

    assert list(Job.objects.filter(starts_with("identifier", "qa4m"))) == [job]
    assert not Job.objects.filter(starts_with("identifier", text)).exists()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4821", 4821),
        ("0", 0),
        (str(2**63 - 1), 2**63 - 1),
        (str(2**63), None),
        ("9" * 5000, None),
        ("²", None),
        ("٣", None),
        ("-1", None),
        ("4 8", None),
        ("", None),
    ],
)
def test_only_digits_that_a_key_can_hold_are_a_number(text, number):
    assert number_in(text) == number
