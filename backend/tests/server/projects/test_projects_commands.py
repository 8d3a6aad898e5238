"""Commands that make organisations and projects and decide whose data are used."""

import pytest
from django.core.management import CommandError, call_command

from server.audit.models import AuditEvent
from server.core.models import ChangeCounter, CounterTopic
from server.projects.models import Org, Project, ProjectDataPermission
from tests import recipes


def shared_counter():
    return ChangeCounter.objects.get(topic=CounterTopic.SHARED).value


def set_permission(state, *, project="asthma-winter", by="ada"):
    call_command("set_project_permission", project, "include_t1oo", state, "--by", by)


def test_a_data_permission_is_given_and_taken_on_record(project, ada, capsys):
    before = shared_counter()

    set_permission("on", by="ADA")
    given = ProjectDataPermission.objects.get()
    assert (given.project, given.permission, given.granted_by) == (project, "include_t1oo", ada)
    when_given = shared_counter()
    set_permission("off")

    assert not ProjectDataPermission.objects.exists()
    assert shared_counter() > when_given > before
    events = AuditEvent.objects.order_by("id").values_list("actor", "verb", "target_name", "after")
    permission = {"permission": "include_t1oo"}
    assert list(events) == [
        ("ada", "data_permission.granted", "Asthma in winter", permission),
        ("ada", "data_permission.revoked", "Asthma in winter", permission),
    ]
    assert capsys.readouterr().out == (
        "asthma-winter: include_t1oo is on, by ada.\nasthma-winter: include_t1oo is off, by ada.\n"
    )


@pytest.mark.parametrize("state", ["on", "off"])
def test_what_is_so_already_is_said_and_not_done_again(project, ada, capsys, state):
    set_permission(state)
    before, events = shared_counter(), AuditEvent.objects.count()

    set_permission(state)

    assert capsys.readouterr().out.endswith(f"asthma-winter: include_t1oo is {state} already.\n")
    assert (shared_counter(), AuditEvent.objects.count()) == (before, events)


@pytest.mark.parametrize("wrong", [{"project": "none"}, {"by": "nobody"}])
def test_an_unknown_project_or_person_changes_nothing(project, ada, wrong):
    with pytest.raises(CommandError, match=next(iter(wrong.values()))):
        set_permission("on", **wrong)

    assert not ProjectDataPermission.objects.exists()


def test_a_person_who_was_switched_off_decides_nothing(project):
    recipes.user.make(username="gone", is_active=False)

    with pytest.raises(CommandError, match="gone"):
        set_permission("on", by="gone")


def test_an_organisation_and_a_project_are_made(db):
    call_command("create_org", "oxford", "--name", "Oxford")
    call_command("create_org", "bristol", "--name", "Bristol")
    call_command(
        *["create_project", "asthma", "--name", "Asthma", "--number", "148"],
        *["--org", "oxford", "--org", "bristol"],
    )

    project = Project.objects.get()
    assert (project.slug, project.title) == ("asthma", "148 - Asthma")
    leads = {part.org.slug: part.is_lead for part in project.collaborations.all()}
    assert leads == {"oxford": True, "bristol": False}
    verbs = AuditEvent.objects.order_by("id").values_list("actor", "verb", "target_name")
    assert list(verbs) == [
        ("create_org", "org.created", "Oxford"),
        ("create_org", "org.created", "Bristol"),
        ("create_project", "project.created", "Asthma"),
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ["create_org", "api", "--name", "x"],
        ["create_org", "A b", "--name", "x"],
        ["create_org", "oxford", "--name", "Another"],
        ["create_org", "other", "--name", "Oxford"],
        ["create_project", "p", "--name", "P", "--org", "none"],
        ["create_project", "p", "--name", "P", "--org", "oxford", "--number", "01"],
        ["create_project", "p", "--name", "", "--org", "oxford"],
    ],
)
def test_what_cannot_be_made_is_refused_in_one_line(db, arguments):
    recipes.org.make(slug="oxford", name="Oxford")

    with pytest.raises(CommandError):
        call_command(*arguments)

    assert Org.objects.count() == 1
    assert not Project.objects.exists()


def test_a_person_is_added_to_a_project_with_roles(project, capsys):
    recipes.user.make(username="joe")

    call_command("add_project_member", "asthma-winter", "JOE", "--role", "ProjectDeveloper")

    assert project.memberships.get(user__username="joe").roles == ["ProjectDeveloper"]
    assert capsys.readouterr().out == "joe is in asthma-winter, with ProjectDeveloper.\n"
    event = AuditEvent.objects.filter(verb="project_member.added").get()
    assert (event.actor_kind, event.actor) == ("command", "add_project_member")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["none", "ada"], "no project 'none'"),
        (["asthma-winter", "nobody"], "no account 'nobody'"),
        (["asthma-winter", "ada"], "member of Asthma in winter already"),
        (["asthma-winter", "joe", "--role", "Administrator"], "invalid choice"),
    ],
)
def test_a_person_who_cannot_be_added_is_said(project, arguments, words):
    recipes.user.make(username="joe")

    with pytest.raises(CommandError, match=words):
        call_command("add_project_member", *arguments)
