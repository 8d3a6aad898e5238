"""What a report changes, and which reports change nothing."""

import threading
from datetime import timedelta

import pytest
from django.db import OperationalError, connection, transaction
from django.test.utils import CaptureQueriesContext
from structlog.testing import capture_logs

from server.core.models import ChangeCounter, CounterTopic
from server.jobs.models import Job, JobDetail, JobRequest
from server.jobs.reports import JobReport, ReportOutcome, report_jobs
from server.jobs.statuses import JobRequestStatus
from server.outbox.models import OutboxMessage
from tests import recipes

NOON, SECOND, MINUTE = recipes.NOON, recipes.SECOND, recipes.MINUTE
DAY = timedelta(days=1)
YEAR_2099 = NOON.replace(year=2099)


@pytest.fixture
def request_of_tpp(tpp, w1, ada):
    return recipes.make_job_request(backend=tpp, workspace=w1, created_by=ada)


def report_of(job_request, identifier="job-1", **fields):
    return JobReport(
        **{
            "job_request_id": job_request.identifier,
            "identifier": identifier,
            "action": f"action_{identifier}",
            "run_command": "python:latest analysis/a.py",
            "status": "running",
            "status_code": "executing",
            "status_message": "Executing",
            "created_at": NOON,
            "updated_at": NOON,
            "started_at": NOON,
            "completed_at": None,
            "trace_context": None,
            "metrics": None,
        }
        | fields
    )


def send(job_request, *reports, at=NOON):
    return report_jobs(backend=job_request.backend, reports=reports, now=at)


def status_of(job_request, identifier="job-1"):
    return job_request.jobs.get(identifier=identifier).status


# -- Which of two reports is the newer one -------------------------------------------------------
@pytest.mark.parametrize(
    ("sent", "came_after", "is_taken"),
    [
        (-SECOND, 5 * SECOND, False),
        (-DAY, 5 * SECOND, False),
        (-SECOND, 60 * SECOND, False),
        (-SECOND, 61 * SECOND, True),
        (-DAY, 61 * SECOND, True),
        (0 * SECOND, 5 * SECOND, True),
        (5 * SECOND, 5 * SECOND, True),
        (DAY, 5 * SECOND, True),
        (None, 5 * SECOND, True),
    ],
    ids=[
        "older, at once: overtaken",
        "clock set back a day, at once: overtaken",
        "older, a minute later: overtaken",
        "older, more than a minute later: taken",
        "clock set back a day, more than a minute later: taken",
        "equal times: taken",
        "newer: taken, even backwards",
        "ahead of the clock: taken",
        "without a time: taken",
    ],
)
def test_a_report_is_overtaken_by_a_newer_one_for_a_minute(
    request_of_tpp, sent, came_after, is_taken
):
    send(request_of_tpp, report_of(request_of_tpp, status="succeeded"))

    updated_at = None if sent is None else NOON + sent
    outcome = send(
        request_of_tpp,
        report_of(request_of_tpp, status="running", updated_at=updated_at),
        at=NOON + came_after,
    )

    assert status_of(request_of_tpp) == ("running" if is_taken else "succeeded")
    assert outcome.dropped == (0 if is_taken else 1)


@pytest.mark.parametrize(
    ("sent", "came_after", "is_taken"),
    [
        (YEAR_2099, SECOND, True),
        (NOON + SECOND, SECOND, True),
        (NOON - SECOND, SECOND, False),
        (NOON - SECOND, 61 * SECOND, True),
    ],
    ids=["still wrong", "put right", "overtaken all the same", "not for ever"],
)
def test_a_clock_far_ahead_freezes_nothing(request_of_tpp, sent, came_after, is_taken):
    send(request_of_tpp, report_of(request_of_tpp, status="running", updated_at=YEAR_2099))

    send(
        request_of_tpp,
        report_of(request_of_tpp, status="succeeded", updated_at=sent),
        at=NOON + came_after,
    )

    assert status_of(request_of_tpp) == ("succeeded" if is_taken else "running")


def test_what_the_runner_sent_is_stored_though_it_lies_ahead(request_of_tpp):
    send(request_of_tpp, report_of(request_of_tpp, updated_at=YEAR_2099))

    job = request_of_tpp.jobs.get()
    assert (job.updated_at, job.received_at) == (YEAR_2099, NOON)


# -- A job that is tried again -------------------------------------------------------------------
FAILED = {
    "status": "failed",
    "status_code": "nonzero_exit",
    "status_message": "Job exited with an error code 1",
    "completed_at": NOON + MINUTE,
    "metrics": {"cpu_peak": 1.5},
}


def attempts_of(job_request, identifier="job-1"):
    attempts = job_request.jobs.get(identifier=identifier).attempts.order_by("id")
    return list(attempts.values_list("status", "started_at", "completed_at", "replaced_at"))


@pytest.mark.parametrize(
    "again",
    [
        {"status": "pending", "started_at": None},
        {"status": "running", "started_at": NOON + 2 * MINUTE},
        {"status": "failed", "started_at": NOON + 2 * MINUTE, "completed_at": NOON + 3 * MINUTE},
        {"status": "succeeded", "completed_at": NOON + MINUTE},
    ],
    ids=["waits again", "runs again", "failed again between reports", "has another end"],
)
def test_the_try_before_is_kept_as_it_was(request_of_tpp, again):
    send(request_of_tpp, report_of(request_of_tpp, **FAILED), at=NOON)
    later = NOON + 2 * MINUTE

    send(request_of_tpp, report_of(request_of_tpp, updated_at=later, **again), at=later)

    attempt = request_of_tpp.jobs.get().attempts.get()
    kept = {name: getattr(attempt, name) for name in FAILED}
    assert kept == FAILED
    assert (attempt.created_at, attempt.started_at, attempt.updated_at) == (NOON, NOON, NOON)
    assert attempt.replaced_at == later


def test_a_restart_in_the_middle_is_a_try_of_its_own(request_of_tpp):
    send(request_of_tpp, report_of(request_of_tpp))

    send(
        request_of_tpp,
        report_of(request_of_tpp, status="pending", started_at=None, updated_at=NOON + MINUTE),
        at=NOON + MINUTE,
    )

    assert attempts_of(request_of_tpp) == [("running", NOON, None, NOON + MINUTE)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"status": "pending", "started_at": None}, {"status": "running"}),
        ({"status": "running"}, FAILED),
        (FAILED, FAILED | {"status_message": "The same end in other words"}),
        ({"status": "running"}, {"status": "pending", "status_code": "waiting_on_workers"}),
    ],
    ids=["begins", "ends", "says more", "goes back without a new start"],
)
def test_a_job_that_goes_on_is_no_other_try(request_of_tpp, before, after):
    send(request_of_tpp, report_of(request_of_tpp, **before))

    later = NOON + MINUTE
    send(request_of_tpp, report_of(request_of_tpp, **after | {"updated_at": later}), at=later)

    assert attempts_of(request_of_tpp) == []


def test_every_try_is_kept(request_of_tpp):
    for minute in range(4):
        now = NOON + minute * MINUTE
        send(request_of_tpp, report_of(request_of_tpp, started_at=now, updated_at=now), at=now)

    assert [started for _, started, *_ in attempts_of(request_of_tpp)] == [
        NOON,
        NOON + MINUTE,
        NOON + 2 * MINUTE,
    ]


def test_keeping_tries_takes_one_statement_more(request_of_tpp):
    def counted(at, **fields):
        reports = [
            report_of(request_of_tpp, str(number), updated_at=at, started_at=at, **fields)
            for number in range(20)
        ]
        with CaptureQueriesContext(connection) as captured:
            send(request_of_tpp, *reports, at=at)
        return len(captured)

    counted(NOON)
    going_on = counted(NOON, status_code="finalizing")
    assert counted(NOON + MINUTE) == going_on + 1


def test_a_clock_set_back_a_day_is_followed_after_a_minute(request_of_tpp):
    send(request_of_tpp, report_of(request_of_tpp, "a", status="pending"))

    for second in range(5, 90, 5):
        now = NOON + second * SECOND
        send(
            request_of_tpp,
            report_of(request_of_tpp, "a", status="running", updated_at=now - DAY),
            at=now,
        )

    assert status_of(request_of_tpp, "a") == "running"


def test_our_own_clock_set_back_freezes_nothing(request_of_tpp):
    send(request_of_tpp, report_of(request_of_tpp, updated_at=NOON + DAY), at=NOON + DAY)

    send(request_of_tpp, report_of(request_of_tpp, status="failed", updated_at=NOON), at=NOON)

    assert status_of(request_of_tpp) == "failed"


def test_one_older_job_drops_all_that_is_said_of_the_request(request_of_tpp):
    send(
        request_of_tpp,
        report_of(request_of_tpp, "a", status="succeeded"),
        report_of(request_of_tpp, "b"),
    )

    outcome = send(
        request_of_tpp,
        report_of(request_of_tpp, "a", updated_at=NOON - SECOND),
        report_of(request_of_tpp, "b", status="failed", updated_at=NOON + SECOND),
        report_of(request_of_tpp, "c"),
        at=NOON + SECOND,
    )

    assert outcome == ReportOutcome(dropped=3)
    assert list(request_of_tpp.jobs.order_by("id").values_list("identifier", "status")) == [
        ("a", "succeeded"),
        ("b", "running"),
    ]


def test_an_overtaken_report_hides_nothing(request_of_tpp):
    send(request_of_tpp, report_of(request_of_tpp, "a"), report_of(request_of_tpp, "b"))

    send(request_of_tpp, report_of(request_of_tpp, "a", updated_at=NOON - SECOND), at=NOON + SECOND)

    assert request_of_tpp.jobs.listed().count() == 2


def test_a_hidden_job_still_tells_which_report_is_older(request_of_tpp):
    send(request_of_tpp, report_of(request_of_tpp, "a"), report_of(request_of_tpp, "b"))
    send(request_of_tpp, report_of(request_of_tpp, "b", updated_at=NOON + SECOND), at=NOON + SECOND)

    send(
        request_of_tpp,
        report_of(request_of_tpp, "a", updated_at=NOON - SECOND),
        at=NOON + 2 * SECOND,
    )

    assert list(request_of_tpp.jobs.listed().values_list("identifier", flat=True)) == ["b"]


def test_another_request_of_the_same_report_is_taken(request_of_tpp, tpp, w1, ada):
    other = recipes.make_job_request(backend=tpp, workspace=w1, created_by=ada)
    send(request_of_tpp, report_of(request_of_tpp))

    outcome = send(
        request_of_tpp,
        report_of(request_of_tpp, updated_at=NOON - SECOND),
        report_of(other),
        at=NOON + SECOND,
    )

    assert (outcome.dropped, outcome.changed) == (1, 1)
    assert other.jobs.count() == 1


# -- What is written -----------------------------------------------------------------------------
def test_a_job_that_did_not_change_keeps_the_time_of_its_receipt(request_of_tpp):
    first = report_of(request_of_tpp, "a"), report_of(request_of_tpp, "b")
    send(request_of_tpp, *first)

    later = NOON + 5 * SECOND
    outcome = send(
        request_of_tpp,
        report_of(request_of_tpp, "a"),
        report_of(request_of_tpp, "b", status="succeeded", updated_at=later),
        at=later,
    )

    assert outcome == ReportOutcome(changed=1)
    received = dict(request_of_tpp.jobs.values_list("identifier", "received_at"))
    assert received == {"a": NOON, "b": later}


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("action", "other"),
        ("run_command", "other"),
        ("status", "pending"),
        ("status_code", "other"),
        ("status_message", "other"),
        ("created_at", NOON - SECOND),
        ("updated_at", NOON + SECOND),
        ("started_at", None),
        ("completed_at", NOON),
        ("trace_context", {"a": 1}),
        ("metrics", {"cpu_peak": 1.5}),
        ("metrics", {}),
    ],
)
def test_a_change_of_any_one_column_is_stored_and_counted(request_of_tpp, tpp, column, value):
    send(request_of_tpp, report_of(request_of_tpp))
    before = counter_of(tpp)

    outcome = send(request_of_tpp, report_of(request_of_tpp, **{column: value}), at=NOON + SECOND)

    assert outcome == ReportOutcome(changed=1)
    job = Job.objects.select_related("detail").get()
    assert getattr(job if hasattr(job, column) else job.detail, column) == value
    assert counter_of(tpp) > before


def counter_of(backend):
    return ChangeCounter.objects.get(topic=CounterTopic.BACKEND, object_id=backend.pk).value


def test_the_version_of_a_request_moves_with_its_jobs_alone(request_of_tpp):
    send(request_of_tpp, report_of(request_of_tpp))
    request_of_tpp.refresh_from_db()
    assert request_of_tpp.version == 2

    send(request_of_tpp, report_of(request_of_tpp))
    request_of_tpp.refresh_from_db()
    assert request_of_tpp.version == 2


def test_a_request_that_was_ended_here_follows_its_jobs_again(request_of_tpp):
    send(request_of_tpp, report_of(request_of_tpp))
    JobRequest.objects.update(
        status=JobRequestStatus.CANCELLED, status_message="Cancelled.", completed_at=NOON
    )

    outcome = send(request_of_tpp, report_of(request_of_tpp))

    request_of_tpp.refresh_from_db()
    assert outcome == ReportOutcome()
    assert request_of_tpp.status == JobRequestStatus.RUNNING
    assert (request_of_tpp.status_message, request_of_tpp.completed_at) == ("", None)


def test_the_strip_is_in_the_order_of_the_plan(tpp, w1, ada):
    planned = [{"action": name, "decision": "run", "because": ""} for name in "abc"]
    job_request = recipes.make_job_request(
        backend=tpp, workspace=w1, created_by=ada, planned=planned
    )

    send(
        job_request,
        report_of(job_request, "1", action="later", status="pending", created_at=NOON + SECOND),
        report_of(job_request, "2", action="c", status="failed"),
        report_of(job_request, "3", action="sooner", status="moonlit"),
        report_of(job_request, "4", action="a", status="succeeded"),
    )

    job_request.refresh_from_db()
    assert job_request.strip == "sfuw"


def test_a_request_without_its_wide_part_is_taken(request_of_tpp):
    request_of_tpp.detail.delete()

    send(request_of_tpp, report_of(request_of_tpp))

    request_of_tpp.refresh_from_db()
    assert request_of_tpp.strip == "r"


def test_jobs_are_hidden_and_return_with_what_is_said_of_them_then(request_of_tpp):
    a, b = report_of(request_of_tpp, "a"), report_of(request_of_tpp, "b")
    send(request_of_tpp, a, b)

    assert send(request_of_tpp, a, at=NOON + SECOND) == ReportOutcome(hidden=1)
    hidden = request_of_tpp.jobs.get(identifier="b")
    assert (hidden.hidden_at, hidden.received_at) == (NOON + SECOND, NOON)
    assert JobDetail.objects.get(job=hidden).run_command == "python:latest analysis/a.py"
    assert send(request_of_tpp, a, at=NOON + 2 * SECOND) == ReportOutcome()

    assert send(request_of_tpp, a, b, at=NOON + 3 * SECOND) == ReportOutcome(changed=1)
    assert request_of_tpp.jobs.get(pk=hidden.pk).hidden_at is None


def test_each_job_is_counted_once(request_of_tpp, emis, w1, ada):
    foreign = recipes.make_job_request(backend=emis, workspace=w1, created_by=ada)
    unknown = JobRequest(identifier="unknown-00000000")

    with capture_logs() as logs:
        outcome = send(
            request_of_tpp,
            report_of(request_of_tpp),
            report_of(foreign, "a"),
            report_of(foreign, "b"),
            report_of(unknown, "c"),
        )

    assert outcome == ReportOutcome(changed=1, foreign=2, unknown=1)
    assert not foreign.jobs.exists()
    assert [line["event"] for line in logs] == ["reports_skipped", "jobs_reported"]


def test_nothing_is_kept_of_a_report_that_fails_half_way(request_of_tpp, monkeypatch):
    def fail(*_args, **_kwargs):
        raise RuntimeError("half way")

    monkeypatch.setattr("server.jobs.reports.bump_backend", fail)
    JobRequest.objects.update(will_notify=True)

    with pytest.raises(RuntimeError, match="half way"):
        send(request_of_tpp, report_of(request_of_tpp, status="failed"))

    assert not Job.objects.exists()
    assert not OutboxMessage.objects.exists()
    request_of_tpp.refresh_from_db()
    assert request_of_tpp.status == JobRequestStatus.PENDING


# -- Ends that somebody wants to know ------------------------------------------------------------
@pytest.fixture
def notifying(request_of_tpp):
    JobRequest.objects.update(will_notify=True)
    return request_of_tpp


def test_the_event_of_an_end_names_the_job(notifying):
    send(notifying, report_of(notifying, "old"))

    send(
        notifying,
        report_of(notifying, "old", status="succeeded", completed_at=NOON),
        report_of(notifying, "new", status="failed", completed_at=NOON),
        at=NOON + SECOND,
    )

    messages = OutboxMessage.objects.filter(topic="job.finished")
    assert {message.payload["job_id"] for message in messages} == set(
        notifying.jobs.values_list("id", flat=True)
    )


@pytest.mark.parametrize("first", ["succeeded", "failed", "Failed", "0"])
def test_one_end_after_another_is_no_new_end(notifying, first):
    send(notifying, report_of(notifying, status=first))
    OutboxMessage.objects.all().delete()

    send(notifying, report_of(notifying, status="failed", completed_at=NOON), at=NOON + SECOND)

    assert not OutboxMessage.objects.exists()


def test_an_end_after_a_try_that_nobody_spoke_of_is_told(notifying):
    send(notifying, report_of(notifying, status="failed", completed_at=NOON))

    later = NOON + MINUTE
    ended = report_of(notifying, status="succeeded", completed_at=later, updated_at=later)
    send(notifying, ended, at=later)

    assert OutboxMessage.objects.filter(topic="job.finished").count() == 2


def test_an_end_without_any_time_is_told(notifying):
    send(notifying, report_of(notifying, status="failed", updated_at=None))

    assert OutboxMessage.objects.filter(topic="job.finished").count() == 1


# -- Two at once ---------------------------------------------------------------------------------
@pytest.mark.django_db(transaction=True)
def test_a_report_waits_for_whoever_works_on_the_request(request_of_tpp):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no locks of rows: its transactions stand in line as they begin")
    report = report_of(request_of_tpp)
    send(request_of_tpp, report)
    failures = []

    def repeat():
        try:
            with connection.cursor() as cursor:
                cursor.execute("SET lock_timeout = '100ms'")
            send(request_of_tpp, report)
        except OperationalError as error:
            failures.append(str(error))
        finally:
            connection.close()

    with transaction.atomic():
        JobRequest.objects.select_for_update().get(pk=request_of_tpp.pk)
        other = threading.Thread(target=repeat)
        other.start()
        other.join()

    assert ["lock timeout" in failure for failure in failures] == [True]
