"""`manage.py add_backend_member`."""

import io

import pytest
from django.core.management import CommandError, call_command

from server.audit.models import AuditEvent
from server.fleet.models import BackendMembership
from tests import recipes


def add_member(slug, username):
    out = io.StringIO()
    call_command("add_backend_member", slug, username, stdout=out)
    return out.getvalue()


@pytest.fixture
def bob(db):
    return recipes.user.make(username="bob")


def test_add_backend_member_lets_a_person_run(tpp, bob):
    said = add_member("tpp", "BOB")

    assert BackendMembership.objects.filter(backend=tpp, user=bob).exists()
    assert said == "bob may now run on tpp.\n"
    assert AuditEvent.objects.filter(verb="backend_member.added").count() == 1


def test_add_backend_member_changes_nothing_the_second_time(tpp, bob):
    add_member("tpp", "bob")

    said = add_member("tpp", "bob")

    assert said == "bob could run already on tpp.\n"
    assert AuditEvent.objects.filter(verb="backend_member.added").count() == 1


@pytest.mark.parametrize(("slug", "username"), [("tpp", "ghost"), ("ghost", "ada")])
def test_add_backend_member_names_what_is_not_there(tpp, ada, slug, username):
    with pytest.raises(CommandError, match="ghost"):
        add_member(slug, username)
