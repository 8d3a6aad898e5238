"""`manage.py create_user`."""

import io

import pytest
from django.core.management import CommandError, call_command

from server.audit.models import AuditEvent
from server.people.models import User

PASSWORD = "a-long-and-rare-password"


def create_user(monkeypatch, username, *, password=PASSWORD, **options):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
    call_command("create_user", username, stdout=io.StringIO(), **options)


def test_create_user_makes_an_account_that_can_sign_in(db, monkeypatch):
    create_user(monkeypatch, "bo", name="Bo Example", email="bo@example.org")

    user = User.objects.get(username="bo")
    assert user.check_password(PASSWORD)
    assert (user.fullname, user.email) == ("Bo Example", "bo@example.org")
    assert AuditEvent.objects.filter(verb="user.created", target_name="bo").count() == 1


@pytest.mark.parametrize(
    ("username", "password", "message"),
    [
        ("ADA", PASSWORD, "taken"),
        ("bo", "short", "too short"),
        ("b o", PASSWORD, "letters, digits"),
        ("", PASSWORD, "blank"),
    ],
    ids=["taken in other letters", "weak password", "bad name", "no name"],
)
def test_create_user_makes_nothing_of_what_cannot_be(ada, monkeypatch, username, password, message):
    with pytest.raises(CommandError, match=message):
        create_user(monkeypatch, username, password=password)

    assert User.objects.count() == 1
    assert not AuditEvent.objects.exists()
