"""Conformance cases ST of the runner contract: what a request becomes by its jobs."""

from datetime import datetime, timedelta

import pytest

from server.core import clock
from server.jobs.models import Job, JobDetail, JobRequest
from server.jobs.statuses import JobRequestStatus
from server.outbox.models import OutboxMessage
from tests.contract.runner.wire import R1, failed, job, succeeded


def status_of(*words, to, r1):
    """The status of R1 after a push of one job a word."""
    answer = to.push(*(job(f"job-{n}", status=word) for n, word in enumerate(words)))
    assert answer.status_code == 200
    r1.refresh_from_db()
    return r1.status


def seen_by_people(client, path=f"job-requests/{R1}"):
    answer = client.get(f"/api/v3/{path}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_st_1_a_fresh_request_is_pending(r1, client):
    assert r1.status == JobRequestStatus.PENDING
    assert seen_by_people(client)["status"] == "pending"


def test_st_2_all_waiting_is_pending(ta, r1):
    assert status_of("pending", "pending", to=ta, r1=r1) == "pending"


@pytest.mark.parametrize("word", ["running", "succeeded", "failed"])
def test_st_3_one_word_for_all_is_that_word(ta, r1, word):
    assert status_of(word, word, to=ta, r1=r1) == word


def test_st_4_pending_and_succeeded_is_running(ta, r1):
    assert status_of("pending", "succeeded", to=ta, r1=r1) == "running"


def test_st_5_pending_and_failed_is_running(ta, r1):
    assert status_of("pending", "failed", to=ta, r1=r1) == "running"


def test_st_6_running_and_failed_is_running(ta, r1):
    assert status_of("running", "failed", to=ta, r1=r1) == "running"


def test_st_7_succeeded_and_failed_is_failed(ta, r1):
    assert status_of("succeeded", "failed", to=ta, r1=r1) == "failed"


def test_st_8_the_case_of_letters_does_not_matter(ta, r1):
    assert status_of("Failed", "Succeeded", to=ta, r1=r1) == "failed"


def test_st_9_an_empty_word_is_refused_and_in_old_rows_pending(ta, r1):
    assert ta.push(job(status="")).status_code == 400
    ta.push(job("old"))
    Job.objects.update(status="")
    JobRequest.objects.update(status="unknown")

    assert status_of("pending", to=ta, r1=r1) == "pending"


def test_st_10_a_word_that_nobody_knows_is_unknown(ta, r1):
    assert status_of("weird", "weird", to=ta, r1=r1) == "unknown"
    assert [item["identifier"] for item in ta.listed()] == [R1]


def test_st_11_succeeded_and_an_unknown_word_is_unknown(ta, r1):
    assert status_of("succeeded", "weird", to=ta, r1=r1) == "unknown"


def test_st_12_a_retry_reopens_the_request(ta, r1):
    ta.push(failed("a"))
    assert ta.listed() == []

    ta.push(job("a", status="running", updated_at="2026-03-04T11:00:00Z"))

    r1.refresh_from_db()
    assert (r1.status, r1.completed_at, r1.status_message) == ("running", None, "")
    assert [item["identifier"] for item in ta.listed()] == [R1]


def test_st_13_a_job_may_go_back_to_waiting(ta, r1):
    ta.push(job("a", status="running", started_at="2026-03-04T10:20:00Z"))
    r1.refresh_from_db()
    assert (r1.status, r1.started_at, r1.strip) == ("running", at("10:20"), "r")

    ta.push(
        job("a", status_code="waiting_db_maintenance", updated_at="2026-03-04T11:00:00Z"),
    )

    r1.refresh_from_db()
    assert (r1.status, r1.started_at, r1.strip) == ("pending", None, "h")
    assert Job.objects.get().started_at is None


def test_st_14_an_end_before_the_start_counts_as_no_time(ta, r1, client):
    JobRequest.objects.update(will_notify=True)
    times = {"started_at": "2026-03-04T10:30:00Z", "completed_at": "2026-03-04T10:20:00Z"}

    assert ta.push(succeeded("a", **times)).status_code == 200

    assert OutboxMessage.objects.filter(topic="job.finished").count() == 1
    assert seen_by_people(client)["runtime_s"] == 0
    assert seen_by_people(client, f"job-requests/{R1}/jobs/a")["duration_s"] == 0


@pytest.mark.parametrize(
    ("state", "age", "is_stale"),
    [(job, 31, True), (job, 29, False), (succeeded, 31, False)],
    ids=["silent job", "job just heard of", "completed job"],
)
def test_st_15_a_job_that_was_not_heard_of_for_30_minutes_is_marked(
    ta, r1, client, state, age, is_stale
):
    heard_at = clock.now() - timedelta(minutes=age)
    ta.push(state("a", updated_at=heard_at.isoformat()))

    assert seen_by_people(client, f"job-requests/{R1}/jobs/a")["is_stale"] is is_stale


def test_st_16_nothing_to_do_is_one_succeeded_job_with_its_message(ta, r1):
    ta.push(succeeded("a", status_message="All actions have already run"))

    r1.refresh_from_db()
    assert r1.status == "succeeded"
    assert JobDetail.objects.get().status_message == "All actions have already run"


def test_st_17_stale_codelists_fail_the_request(ta, r1):
    ta.push(
        failed(
            "a",
            status_code="stale_codelists",
            status_message="Codelists are out of date (required by action a)",
        )
    )

    r1.refresh_from_db()
    assert (r1.status, r1.status_message) == ("failed", "Failed due to job failure")
    assert JobDetail.objects.get().status_message.startswith("Codelists are out of date")


def test_st_times_of_a_request_are_those_of_its_jobs(ta, r1):
    ta.push(
        succeeded("a", started_at="2026-03-04T10:20:00Z", completed_at="2026-03-04T10:30:00Z"),
        job("b", started_at=None, updated_at="2026-03-04T10:59:00Z"),
    )
    r1.refresh_from_db()
    assert (r1.started_at, r1.completed_at) == (at("10:20"), None)
    assert r1.updated_at == at("10:59")

    ta.push(
        succeeded("a", started_at="2026-03-04T10:20:00Z", completed_at="2026-03-04T10:30:00Z"),
        failed(
            "b",
            started_at="2026-03-04T10:19:00Z",
            updated_at="2026-03-04T11:00:00Z",
            completed_at="2026-03-04T11:00:00Z",
        ),
    )
    r1.refresh_from_db()
    assert (r1.started_at, r1.completed_at) == (at("10:19"), at("11:00"))


def at(clock_time):
    return datetime.fromisoformat(f"2026-03-04T{clock_time}:00Z")
