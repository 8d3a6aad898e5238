"""What a list says of a request: its state, and why it is there."""

import pytest

from server.fleet.models import Backend
from server.jobs.facts import rows_facts
from server.jobs.models import JobDetail, JobRequest
from tests.recipes import MINUTE, NOON, make_job, make_job_request


@pytest.fixture
def row(tpp, w1, ada):
    def make(*, on=None, **fields):
        Backend.everywhere.filter(pk=tpp.pk).update(
            **({"name": "TPP", "last_seen_at": NOON} | (on or {}))
        )
        if fields.pop("cancelled", False):
            fields |= {"cancel_requested_at": NOON, "cancel_requested_by": ada}
        made = make_job_request(backend=tpp, workspace=w1, created_by=ada, **fields)
        [row] = rows_facts(JobRequest.objects.for_list().filter(pk=made.pk), now=NOON)
        return row

    return make


SILENT = {"last_seen_at": NOON - 6 * MINUTE}


@pytest.mark.parametrize(
    ("fields", "shown", "code", "text"),
    [
        ({}, "waiting", "not_picked_up", "TPP has not fetched this request yet."),
        (
            {"on": SILENT},
            "waiting",
            "no_contact",
            "No contact with TPP, which has not fetched this request.",
        ),
        ({"cancelled": True}, "waiting", "cancelling", "Cancelled before TPP fetched it."),
        ({"status": "pending", "strip": "ww"}, "waiting", "pending", "2 waiting."),
        (
            {"status": "running", "strip": "srrhw"},
            "running",
            "running",
            "2 running, 1 on hold, 1 waiting.",
        ),
        ({"status": "running", "strip": "sw"}, "running", "pending", "1 waiting."),
        (
            {"status": "running", "strip": "srw", "cancelled": True},
            "running",
            "cancelling",
            "Cancel sent; TPP answers at its next contact.",
        ),
        (
            {"status": "running", "strip": "srw", "cancelled": True, "on": SILENT},
            "running",
            "no_contact",
            "No contact with TPP, which is to stop this.",
        ),
        (
            {"status": "running", "strip": "sr", "on": SILENT},
            "running",
            "no_contact",
            "No contact with TPP.",
        ),
        (
            {"status": "running", "strip": "shh", "on": {"maintenance_since": NOON}},
            "held",
            "database_maintenance",
            "The database of TPP is in maintenance.",
        ),
        (
            {"status": "pending", "strip": "h", "on": {"paused_since": NOON}},
            "held",
            "backend_paused",
            "TPP is paused.",
        ),
        (
            {"status": "running", "strip": "sww", "on": {"paused_since": NOON}},
            "running",
            "backend_paused",
            "TPP is paused.",
        ),
        (
            {"status": "running", "strip": "srw", "on": {"paused_since": NOON}},
            "running",
            "running",
            "1 running, 1 waiting.",
        ),
        (
            {"status": "pending", "strip": "ww", "on": {"maintenance_since": NOON}},
            "waiting",
            "pending",
            "2 waiting.",
        ),
        ({"status": "pending", "strip": "hh"}, "held", "pending", "2 on hold."),
        ({"status": "failed", "strip": "sfn"}, "failed", "failed", "1 of 3 jobs failed."),
        (
            {"status": "failed", "strip": "", "status_message": "No such branch"},
            "failed",
            "request_error",
            "TPP could not make jobs of this request: No such branch.",
        ),
        ({"status": "failed", "strip": "scn"}, "cancelled", "cancelled", "1 of 3 jobs cancelled."),
        ({"status": "cancelled"}, "cancelled", "cancelled", "Cancelled before TPP fetched it."),
        (
            {"status": "nothing_to_do"},
            "nothing_to_do",
            "nothing_to_do",
            "There was nothing to run.",
        ),
        (
            {"status": "unknown", "strip": "u"},
            "unknown",
            "unknown_status",
            "TPP says words of it that this service does not know.",
        ),
    ],
)
def test_a_request_says_where_it_is_and_why(row, fields, shown, code, text):
    found = row(**fields)

    assert found["display_status"] == shown
    assert (found["reason"]["code"], found["reason"]["text"]) == (code, text)


def test_a_request_that_succeeded_needs_no_reason(row):
    assert row(status="succeeded", strip="ss")["reason"] is None


def test_what_holds_a_request_is_said_with_its_beginning(row):
    reason = row(status="pending", strip="h", on={"paused_since": NOON - MINUTE})["reason"]

    assert reason["since"] == NOON - MINUTE
    assert reason["what_next"] == "What is on hold starts when the pause ends."


@pytest.mark.parametrize(
    ("strip", "words"),
    [
        ("sfn", "The reason of each that failed says what helps."),
        ("sww", "The reason of each job says what it waits for."),
    ],
)
def test_a_request_promises_nothing_that_only_its_jobs_know(row, strip, words):
    reason = row(status="failed" if "f" in strip else "running", strip=strip)["reason"]

    assert (reason["what_next"], reason["about"]["kind"]) == (words, "request")


def test_a_request_without_a_commit_links_nowhere(row):
    assert row(sha="")["commit"] == {"sha": "", "url": None}


def test_a_refusal_without_words_is_one_all_the_same(tpp, w1, ada):
    refused = make_job_request(
        backend=tpp, workspace=w1, created_by=ada, status="failed", strip="f"
    )
    JobDetail.objects.filter(job=make_job(refused, action="__error__", status="failed")).delete()

    [row] = rows_facts(JobRequest.objects.for_list(), now=NOON)

    assert row["reason"]["text"] == "TPP could not make jobs of this request."
