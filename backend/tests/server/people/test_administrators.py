"""Who is Administrator: by ADMIN_USERS, by createsuperuser."""

import os
import sys

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from server.audit.models import AuditEvent
from server.people.actors import actor_of
from server.people.models import RoleGrant, RoleSource, User
from server.people.permissions import Permission
from server.people.roles import Role
from tests import recipes
from tests.recipes import NOON


@pytest.fixture
def people(db):
    return {name: recipes.user.make(username=name) for name in ("ada", "bob", "cleo")}


@pytest.fixture
def ensure(settings, capsys):
    def run(*usernames):
        settings.ADMIN_USERS = usernames
        call_command("ensure_admins")
        return capsys.readouterr().out.splitlines()

    return run


def administrators():
    grants = RoleGrant.objects.filter(role=Role.ADMINISTRATOR)
    return set(grants.values_list("user__username", flat=True))


def grant(user, source=RoleSource.STAFF):
    RoleGrant.objects.create(user=user, role=Role.ADMINISTRATOR, source=source, created_at=NOON)


def test_people_in_the_setting_become_administrators(people, ensure):
    lines = ensure("bob", "ada")

    assert lines == ["ada is Administrator now.", "bob is Administrator now."]
    assert administrators() == {"ada", "bob"}
    assert actor_of(people["ada"]).permissions == frozenset(Permission)
    events = AuditEvent.objects.values_list("actor_kind", "actor", "verb", "target_name")
    assert set(events) == {
        ("command", "ensure_admins", "role.given", "ada"),
        ("command", "ensure_admins", "role.given", "bob"),
    }


def test_a_second_run_changes_nothing(people, ensure):
    ensure("ada")
    before = list(RoleGrant.objects.values()), AuditEvent.objects.count()

    assert ensure("ada") == ["ada is Administrator already."]
    assert (list(RoleGrant.objects.values()), AuditEvent.objects.count()) == before


def test_a_name_taken_off_the_list_loses_the_role(people, ensure):
    ensure("ada", "bob")

    lines = ensure("ada")

    assert lines == [
        "ada is Administrator already.",
        "bob is not Administrator any more: no longer in ADMIN_USERS.",
    ]
    assert administrators() == {"ada"}
    event = AuditEvent.objects.latest("id")
    assert (event.verb, event.target_name, event.before) == (
        "role.taken",
        "bob",
        {"role": "Administrator"},
    )


@pytest.mark.parametrize("source", [RoleSource.STAFF, RoleSource.CREATESUPERUSER])
def test_a_role_given_otherwise_stays(people, ensure, source):
    grant(people["cleo"], source)
    ensure("ada")

    assert ensure("ada") == ["ada is Administrator already."]
    assert administrators() == {"ada", "cleo"}


def test_the_last_administrator_keeps_the_role(people, ensure):
    ensure("ada", "bob")

    lines = ensure()

    (kept,) = administrators()
    lost = ({"ada", "bob"} - {kept}).pop()
    assert lines == [
        f"{lost} is not Administrator any more: no longer in ADMIN_USERS.",
        f"{kept} stays Administrator, though not in ADMIN_USERS: the last one.",
    ]


def test_the_last_one_goes_when_another_comes(people, ensure):
    ensure("ada")
    ensure()

    ensure("bob")

    assert administrators() == {"bob"}


def test_an_administrator_who_cannot_sign_in_does_not_count_as_the_last(people, ensure):
    grant(people["cleo"])
    User.objects.filter(username="cleo").update(is_active=False)
    ensure("ada")

    ensure()

    assert "ada" in administrators()


def test_unknown_names_stop_everything(people, ensure):
    ensure("ada")

    with pytest.raises(CommandError) as refused:
        ensure("zoe", "bob", "ghost")

    assert "have no account: ghost, zoe." in str(refused.value)
    assert administrators() == {"ada"}


def test_names_are_compared_without_regard_to_case(people, ensure):
    assert ensure("ADA", "ada") == ["ada is Administrator now."]


def test_an_empty_setting_is_said(people, ensure):
    assert ensure() == ["ADMIN_USERS names nobody; nothing was changed."]


def sign_in(username, password):
    return Client().post(
        "/_allauth/browser/v1/auth/login",
        {"username": username, "password": password},
        content_type="application/json",
    )


def test_createsuperuser_makes_an_administrator_who_can_sign_in(db, monkeypatch):
    monkeypatch.setitem(os.environ, "DJANGO_SUPERUSER_PASSWORD", "correct horse")

    call_command("createsuperuser", "--noinput", username="root", email="Root@Example.org")

    user = User.objects.get()
    assert user.email == "root@example.org"
    assert actor_of(user).is_administrator
    assert user.role_grants.get().source == RoleSource.CREATESUPERUSER
    assert AuditEvent.objects.get().actor == "createsuperuser"
    assert sign_in("root", "correct horse").status_code == 200


def test_createsuperuser_asks_a_person(db, monkeypatch):
    answers = iter(["root", ""])
    monkeypatch.setattr("builtins.input", lambda _prompt="": next(answers))
    monkeypatch.setattr("getpass.getpass", lambda *_a, **_k: "correct horse battery")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)

    call_command("createsuperuser", interactive=True, stdin=sys.stdin)

    assert sign_in("root", "correct horse battery").status_code == 200


@pytest.mark.parametrize(
    ("username", "email"), [("ADA", "x@example.org"), ("a b", "x@example.org"), ("root", "nope")]
)
def test_createsuperuser_refuses_in_one_line_and_makes_nobody(people, monkeypatch, username, email):
    monkeypatch.setitem(os.environ, "DJANGO_SUPERUSER_PASSWORD", "correct horse")

    with pytest.raises(CommandError):
        call_command("createsuperuser", "--noinput", username=username, email=email)

    assert User.objects.count() == len(people)
    assert not RoleGrant.objects.exists()
