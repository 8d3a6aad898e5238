"""A backend that has gone quiet: flagged once each time, and owners and operators told."""

from datetime import timedelta

import pytest
from django.core import mail

from server.core import rounds
from server.fleet.models import Backend
from server.fleet.services import flag_silent_backends
from server.jobs.models import JobRequest
from server.notify.handlers import tell_of_silent_backend
from server.notify.models import Notice
from server.outbox.models import OutboxMessage
from server.people.roles import Role
from tests.recipes import MINUTE, NOON, give_role, make_job_request, user

HEARD = NOON - 6 * MINUTE


def events():
    return OutboxMessage.objects.filter(topic="backend.silent")


@pytest.fixture
def silent(tpp):
    Backend.objects.filter(pk=tpp.pk).update(last_seen_at=HEARD)
    return tpp


def test_a_backend_is_flagged_past_its_alert_timeout(silent):
    assert flag_silent_backends(now=HEARD + 5 * MINUTE) == 0
    assert flag_silent_backends(now=NOON) == 1

    assert events().get().payload == {"backend_id": silent.pk}


def test_a_longer_alert_timeout_waits_longer(silent):
    Backend.objects.update(alert_timeout=timedelta(minutes=10))

    assert flag_silent_backends(now=NOON) == 0


def test_it_is_flagged_once_however_long_it_is_silent(silent):
    flag_silent_backends(now=NOON)
    events().delete()

    assert flag_silent_backends(now=NOON + timedelta(days=30)) == 0
    assert not events().exists()


def test_it_is_flagged_again_when_it_came_back_and_went_quiet_again(silent):
    flag_silent_backends(now=NOON)
    Backend.objects.filter(pk=silent.pk).update(last_seen_at=NOON + MINUTE)

    assert flag_silent_backends(now=NOON + 2 * MINUTE) == 0
    assert flag_silent_backends(now=NOON + 7 * MINUTE) == 1
    assert events().count() == 2


def test_a_backend_that_was_never_heard_or_is_switched_off_is_not_flagged(silent, emis):
    Backend.objects.filter(pk=silent.pk).update(is_active=False)

    assert flag_silent_backends(now=NOON) == 0


def test_no_job_is_touched(silent, w1):
    run = make_job_request(backend=silent, workspace=w1, status="running")

    flag_silent_backends(now=NOON)

    assert JobRequest.objects.get() == run
    assert JobRequest.objects.get().status == "running"


def test_the_worker_looks_for_silent_backends(silent):
    rounds.run(now=lambda: NOON)

    assert events().count() == 1


def test_owners_of_unfinished_runs_and_operators_are_told(silent, w1, ada):
    boss, bob = user.make(email="boss@example.org"), user.make(email="bob@example.org")
    give_role(boss, Role.STAFF_AREA_ADMINISTRATOR)
    make_job_request(backend=silent, workspace=w1, created_by=ada, status="running")
    make_job_request(backend=silent, workspace=w1, created_by=bob, status="succeeded")
    flag_silent_backends(now=NOON)

    for _ in range(2):
        tell_of_silent_backend({"backend_id": silent.pk}, "key")

    first, again = mail.outbox
    assert first.message()["Message-ID"] == again.message()["Message-ID"]
    assert first.bcc == ["ada@example.org", "boss@example.org"]
    assert first.subject == "No word from TPP"
    assert "2026-03-04 11:54 UTC" in first.body
    assert set(Notice.objects.values_list("user__email", "kind")) == {
        ("ada@example.org", "backend_silent"),
        ("boss@example.org", "backend_silent"),
    }


def test_one_that_came_back_before_it_was_told_of_is_not_called_silent_since(silent, ada, w1):
    make_job_request(backend=silent, workspace=w1, created_by=ada, status="running")
    flag_silent_backends(now=NOON)
    Backend.objects.update(last_seen_at=NOON)

    tell_of_silent_backend({"backend_id": silent.pk}, "key")

    text = "No word from TPP since 2026-03-04 11:54 UTC; it has come back."
    assert Notice.objects.get().text == text
    assert text in mail.outbox[0].body
