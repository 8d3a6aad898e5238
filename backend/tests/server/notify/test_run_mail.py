"""The one mail about a whole run, and whose choice it is."""

from datetime import timedelta

import pytest
from django.core import mail

from server.jobs.models import JobRequest
from server.jobs.reports import report_jobs
from server.notify.handlers import (
    announce_finished_run,
    mail_finished_run,
    tell_of_finished_job,
)
from server.outbox.models import OutboxMessage
from server.people.models import User
from tests.recipes import NOON, make_job, make_job_request
from tests.server.jobs.test_reports import report_of


@pytest.fixture
def run(tpp, w1, ada):
    run = make_job_request(
        backend=tpp,
        workspace=w1,
        created_by=ada,
        will_notify=True,
        status="failed",
        strip="sf",
        started_at=NOON,
        completed_at=NOON + timedelta(seconds=252),
    )
    make_job(run, action="cohort", status="succeeded")
    make_job(run, action="plot", status="failed", created_at=NOON + timedelta(seconds=1))
    return run


def choose(person, choice):
    User.objects.filter(pk=person.pk).update(run_mail=choice)


def test_mail_about_a_run_says_all_its_jobs_and_the_link(run, ada):
    choose(ada, "each_run")

    mail_finished_run({"job_request_id": run.pk}, "key")

    (message,) = mail.outbox
    assert message.subject == f"failed: [os w1] run {run.pk}"
    assert message.to == ["ada@example.org"]
    assert message.body == (
        f"Request {run.pk} in w1 failed: 1 of 2 jobs succeeded.\n"
        "\n"
        "Backend: TPP\n"
        "Elapsed: 252 seconds (4 min 12 s)\n"
        "cohort: succeeded\n"
        "plot: failed\n"
        "\n"
        f"https://jobs.example.org/requests/{run.identifier}\n"
    )


def test_mail_about_a_cancelled_run_does_not_call_it_failed(run, ada):
    choose(ada, "each_run")
    JobRequest.objects.filter(pk=run.pk).update(strip="sc")
    run.jobs.filter(action="plot").update(status_code="cancelled_by_user")

    mail_finished_run({"job_request_id": run.pk}, "key")

    (message,) = mail.outbox
    assert message.subject == f"cancelled: [os w1] run {run.pk}"
    assert "was cancelled: 1 of 2 jobs succeeded." in message.body
    assert "plot: cancelled\n" in message.body
    assert "failed" not in message.body


def test_mail_of_a_repeated_event_has_the_same_message_id(run, ada):
    choose(ada, "each_run")

    for _ in range(2):
        mail_finished_run({"job_request_id": run.pk}, "key")

    first, again = [message.message()["Message-ID"] for message in mail.outbox]
    assert first == again


@pytest.mark.parametrize(
    ("choice", "mails"), [("each_job", (1, 0)), ("each_run", (0, 1)), ("both", (1, 1))]
)
def test_each_person_chooses_between_mail_of_jobs_and_of_runs(run, ada, choice, mails):
    choose(ada, choice)

    tell_of_finished_job({"job_id": run.jobs.first().pk}, "job")
    of_jobs = len(mail.outbox)
    mail_finished_run({"job_request_id": run.pk}, "run")

    assert (of_jobs, len(mail.outbox) - of_jobs) == mails


def test_a_report_announces_a_run_once_each_time_its_last_job_ends(tpp, w1, ada):
    run = make_job_request(backend=tpp, workspace=w1, created_by=ada)

    def announced_after(*statuses, minute):
        at = NOON + timedelta(minutes=minute)
        jobs = [
            report_of(run, name, status=status, updated_at=at, completed_at=at)
            for name, status in zip("ab", statuses, strict=True)
        ]
        report_jobs(backend=tpp, reports=jobs, now=at)
        return OutboxMessage.objects.filter(topic="job_request.finished").count()

    assert announced_after("succeeded", "running", minute=0) == 0
    assert announced_after("succeeded", "failed", minute=1) == 1
    assert announced_after("succeeded", "failed", minute=3) == 1
    assert announced_after("succeeded", "running", minute=5) == 1
    assert announced_after("succeeded", "succeeded", minute=7) == 2


def test_an_end_is_told_of_once_however_often_a_late_report_opened_the_run(run, ada):
    for key in ("first time", "again"):
        announce_finished_run({"job_request_id": run.pk}, key)

    assert OutboxMessage.objects.filter(topic="run_mail.due").count() == 1


def test_a_run_that_a_late_report_opened_is_told_of_when_it_is_over_again(run, ada):
    JobRequest.objects.update(status="running")
    announce_finished_run({"job_request_id": run.pk}, "first time")
    JobRequest.objects.update(status="failed")

    announce_finished_run({"job_request_id": run.pk}, "again")

    assert OutboxMessage.objects.filter(topic="run_mail.due").count() == 1


def test_another_outcome_is_told_of_though_the_clock_of_the_runner_went_back(tpp, w1, ada):
    run = make_job_request(backend=tpp, workspace=w1, created_by=ada, will_notify=True)

    def told_after(status, *, at, now):
        jobs = [
            report_of(run, name, status=each, updated_at=ended_at, completed_at=ended_at)
            for name, each, ended_at in (("a", status, at), ("b", "succeeded", NOON))
        ]
        report_jobs(backend=tpp, reports=jobs, now=now)
        announce_finished_run({"job_request_id": run.pk}, "key")
        return OutboxMessage.objects.filter(topic="run_mail.due").count()

    hour, day = timedelta(hours=1), timedelta(days=1)
    assert told_after("failed", at=NOON - hour, now=NOON) == 1
    assert told_after("succeeded", at=NOON - day, now=NOON + hour) == 2
