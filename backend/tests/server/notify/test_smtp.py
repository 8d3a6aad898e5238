"""Mail really leaves by SMTP, and waits where the mail server is away or will not have it."""

import socket
from datetime import timedelta

import pytest
import time_machine

from server.outbox.management.commands.run_worker import deliver_due
from server.outbox.models import OutboxMessage
from tests.api import Api
from tests.fakes.smtp_server import running_smtp
from tests.recipes import NOON


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def smtp(settings):
    """A mail server, and the settings of production that name it."""
    with running_smtp() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST = "127.0.0.1"
        settings.EMAIL_PORT = server.port
        settings.EMAIL_USE_TLS = False
        yield server


@pytest.fixture
def waiting(ada, clock):
    """A message that waits to be sent to ada."""
    assert Api(ada).post("tokens", {"name": "weekly export"}).status_code == 201
    return OutboxMessage.objects.get()


def again(row):
    row.refresh_from_db()
    return row


def test_a_message_arrives_with_sender_recipient_and_identity(waiting, smtp):
    deliver_due()

    (message,) = smtp.messages
    assert smtp.recipients == ["ada@example.org"]
    assert message["From"] == "notifications@jobs.opensafely.org"
    assert message["Subject"] == "A token was made for your account"
    assert message["Message-ID"].endswith("@jobs.example.org>")
    assert "weekly export" in message.get_payload()
    assert smtp.logins == []
    assert again(waiting).done_at == NOON


def test_where_a_name_is_given_the_server_is_signed_in_to(waiting, smtp, settings):
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "jobs", "secret"

    deliver_due()

    assert smtp.logins == [["jobs", "secret"]]
    assert len(smtp.messages) == 1


def test_a_server_that_is_away_is_tried_again(waiting, smtp, settings, clock):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))  # bound and not listening: refused
        settings.EMAIL_PORT = unused.getsockname()[1]
        deliver_due()
    row = again(waiting)
    assert (row.done_at, row.failed_at, row.attempts) == (None, None, 1)
    assert row.last_error.startswith("ConnectionRefusedError")
    assert row.not_before > NOON
    deliver_due()
    assert again(waiting).attempts == 1  # not before its time

    settings.EMAIL_PORT = smtp.port
    clock.shift(timedelta(minutes=1))
    deliver_due()

    assert len(smtp.messages) == 1
    assert (again(waiting).done_at is not None, again(waiting).last_error) == (True, "")


def test_a_server_that_will_not_have_it_yet_is_tried_again(waiting, smtp, clock):
    smtp.refusal = "451 later"
    deliver_due()
    assert "451" in again(waiting).last_error

    smtp.refusal = ""
    clock.shift(timedelta(minutes=1))
    deliver_due()

    assert smtp.recipients == ["ada@example.org"]


def test_a_server_without_encryption_is_told_nothing_where_that_is_wanted(waiting, smtp, settings):
    settings.EMAIL_USE_TLS = True
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "jobs", "secret"

    deliver_due()

    assert (smtp.logins, smtp.messages) == ([], [])
    assert "STARTTLS" in again(waiting).last_error
