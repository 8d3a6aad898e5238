"""The mail about a finished job."""

from datetime import timedelta

import pytest
from django.core import mail

from server.jobs.endings import ending_key
from server.notify.handlers import tell_of_finished_job
from server.outbox.registry import handler_of
from tests.recipes import NOON, make_job, make_job_request, user


@pytest.fixture
def run(tpp, w1, ada):
    return make_job_request(backend=tpp, workspace=w1, created_by=ada, will_notify=True)


def finished(run, **fields):
    times = {"started_at": NOON, "completed_at": NOON + timedelta(seconds=252)}
    return make_job(run, **({"action": "plot", "status": "failed"} | times | fields))


def test_the_topic_has_its_handler():
    assert handler_of("job.finished") is tell_of_finished_job


def test_mail_names_action_workspace_status_time_message_and_link(run):
    job = finished(run, status_message="Job exited with an error code 1")

    tell_of_finished_job({"job_id": job.pk}, "job.finished:a")

    (message,) = mail.outbox
    assert message.subject == "failed: [os w1] plot"
    assert message.to == ["ada@example.org"]
    assert message.from_email == "notifications@jobs.opensafely.org"
    assert message.body == (
        "Action: plot\n"
        "Workspace: w1\n"
        "Status: failed\n"
        "Elapsed: 252 seconds (4 min 12 s)\n"
        "Message: Job exited with an error code 1\n"
        "\n"
        f"https://jobs.example.org/requests/{run.identifier}/jobs/{job.identifier}\n"
    )


def test_mail_of_a_repeated_event_is_recognisable_and_of_another_is_not(run):
    job = finished(run)

    for key in ("job.finished:a", "job.finished:a", "job.finished:b"):
        tell_of_finished_job({"job_id": job.pk}, key)

    first, again, other = [message.message()["Message-ID"] for message in mail.outbox]
    assert first == again
    assert first != other
    assert first.endswith("@jobs.example.org>")


def test_mail_says_no_time_where_none_is_known(run):
    job = finished(run, started_at=None)

    tell_of_finished_job({"job_id": job.pk}, "k")

    assert "Elapsed" not in mail.outbox[0].body


def test_mail_says_zero_seconds_where_a_clock_went_back(run):
    job = finished(run, completed_at=NOON - timedelta(seconds=5))

    tell_of_finished_job({"job_id": job.pk}, "k")

    assert "Elapsed: 0 seconds" in mail.outbox[0].body


def test_mail_tells_of_the_ending_that_it_is_about_where_the_job_went_on(run):
    job = finished(run, status="succeeded", status_message="It works now")
    first_end = NOON - timedelta(hours=1)
    first = job.attempts.create(
        status="failed",
        status_code="nonzero_exit",
        status_message="Job exited with an error code 1",
        created_at=NOON,
        completed_at=first_end,
        replaced_at=NOON,
    )
    key = ending_key(job_request=run.identifier, identifier=job.identifier, job=first)

    tell_of_finished_job({"job_id": job.pk}, key)

    (message,) = mail.outbox
    assert message.subject == "failed: [os w1] plot"
    assert "Message: Job exited with an error code 1" in message.body


def test_mail_tells_of_an_ending_while_the_job_is_tried_again(run):
    job = finished(run, status="running", completed_at=None)
    first = job.attempts.create(
        status="failed", created_at=NOON, completed_at=NOON, replaced_at=NOON
    )
    key = ending_key(job_request=run.identifier, identifier=job.identifier, job=first)

    tell_of_finished_job({"job_id": job.pk}, key)

    assert [message.subject for message in mail.outbox] == ["failed: [os w1] plot"]


@pytest.mark.parametrize("separator", ["\n", "\r\n", "\r", "\u2028", "\x0b"])
def test_an_action_with_line_ends_adds_no_header(run, separator):
    job = finished(run, action=f"plot{separator}Bcc: eve@example.org")

    tell_of_finished_job({"job_id": job.pk}, "k")

    (message,) = mail.outbox
    assert message.message()["Bcc"] is None
    assert message.recipients() == ["ada@example.org"]
    assert message.subject == "failed: [os w1] plot Bcc: eve@example.org"


def test_an_identifier_with_odd_letters_stays_one_link(run):
    job = finished(run, identifier="a/b?c d")

    tell_of_finished_job({"job_id": job.pk}, "k")

    assert mail.outbox[0].body.endswith("/jobs/a%2Fb%3Fc%20d\n")


def test_no_mail_for_somebody_without_an_address(tpp, w1):
    nobody = user.make(email="")
    job = finished(make_job_request(backend=tpp, workspace=w1, created_by=nobody))

    tell_of_finished_job({"job_id": job.pk}, "k")

    assert mail.outbox == []


def test_no_mail_for_a_job_that_runs_again(run):
    job = finished(run, status="running")

    tell_of_finished_job({"job_id": job.pk}, "k")

    assert mail.outbox == []


def test_no_mail_for_a_job_that_is_gone(db):
    tell_of_finished_job({"job_id": 1}, "k")

    assert mail.outbox == []


@pytest.mark.parametrize("change", [{"wants_notices": False}, {"is_active": False}])
def test_who_wants_no_mail_or_is_switched_off_gets_none(run, ada, change):
    type(ada).objects.filter(pk=ada.pk).update(**change)

    tell_of_finished_job({"job_id": finished(run).pk}, "k")

    assert not mail.outbox
