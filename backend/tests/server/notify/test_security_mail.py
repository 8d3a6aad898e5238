"""The mail about a change of the ways into one's account."""

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command

from server.audit.models import AuditEvent
from server.notify.handlers import tell_of_security_change
from server.outbox.management.commands.run_worker import deliver_due
from server.outbox.models import OutboxMessage
from server.outbox.registry import handler_of
from server.people.models import User
from tests.api import Api
from tests.recipes import NOON
from tests.server.people.second_factor import (
    CODES_APP,
    PASSWORD,
    Browser,
    code_of,
    give_codes_app,
)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def change_address(person, email):
    answer = Api(person).patch("account", {"email": email}, if_match='"v1"')
    assert answer.status_code == 200, answer.content


def test_the_topic_has_its_handler():
    assert handler_of("account.security_changed") is tell_of_security_change


def test_a_new_token_is_told_with_its_name_when_and_from_where(ada):
    assert Api(ada).post("tokens", {"name": "weekly export"}).status_code == 201
    deliver_due()

    (message,) = mail.outbox
    assert message.to == ["ada@example.org"]
    assert message.subject == "A token was made for your account"
    assert message.body == (
        "A personal token was made: weekly export of ada.\n"
        "\n"
        "Account: ada\n"
        "When: 2026-03-04 12:00 UTC\n"
        "From: 127.0.0.1\n"
        "\n"
        "If that was not you, and you did not ask for it, sign out everywhere, revoke tokens that\n"
        "you do not know, and tell the staff of this service:\n"
        "https://jobs.example.org/settings/sessions\n"
    )


def test_a_second_factor_and_a_new_password_are_told(ada):
    ada.set_password(PASSWORD)
    ada.save(update_fields=["password"])
    browser = Browser()
    browser.give_password()
    browser.confirm()
    secret = browser.get(CODES_APP).json()["data"]["secret"]
    browser.post(CODES_APP, code=code_of(secret))
    new = "a much better one 7"
    browser.post("account/password/change", current_password=PASSWORD, new_password=new)
    deliver_due()

    factor, password = mail.outbox
    assert factor.subject == "A second factor was added to your account"
    assert "A second factor was added: codes of an app.\n" in factor.body
    assert password.subject == "Your password was changed"


def test_what_an_operator_does_for_somebody_is_told_too(ada):
    give_codes_app(ada)
    call_command("create_user_token", "ada", "--name", "bot")
    call_command("reset_second_factor", "ada")
    deliver_due()

    token, factor = mail.outbox
    assert "By: create_user_token\n" in token.body
    assert factor.subject == "A second factor was removed from your account"
    assert "A second factor was removed: codes of an app.\n" in factor.body
    assert "By: reset_second_factor\n" in factor.body


def test_a_new_address_is_told_to_the_one_before(ada):
    change_address(ada, "eve@example.org")
    deliver_due()

    (message,) = mail.outbox
    assert message.to == ["ada@example.org"]
    assert message.subject == "Your e-mail address was changed"
    assert "example.org" not in str(AuditEvent.objects.values())


def test_a_first_address_and_another_name_are_told_to_nobody(ada):
    User.objects.filter(pk=ada.pk).update(email="")
    ada.refresh_from_db()
    change_address(ada, "ada@example.org")
    Api(ada).patch("account", {"fullname": "Ada"}, if_match='"v2"')

    assert not OutboxMessage.objects.exists()


def test_who_wants_no_notices_is_told_all_the_same(ada):
    User.objects.filter(pk=ada.pk).update(wants_notices=False)
    Api(ada).post("tokens", {"name": "x"})
    deliver_due()

    assert len(mail.outbox) == 1


def test_without_an_address_nothing_waits_and_one_that_is_gone_gets_nothing(ada):
    Api(ada).post("tokens", {"name": "x"})
    User.objects.filter(pk=ada.pk).update(email="")
    deliver_due()
    Api(User.objects.get(pk=ada.pk)).post("tokens", {"name": "y"})

    assert mail.outbox == []
    assert OutboxMessage.objects.count() == 1


def test_mail_of_a_repeated_event_is_recognisable(ada):
    Api(ada).post("tokens", {"name": "x"})
    row = OutboxMessage.objects.get()
    tell_of_security_change(row.payload, row.key)
    tell_of_security_change(row.payload, row.key)

    first, again = [message.message()["Message-ID"] for message in mail.outbox]
    assert first == again
