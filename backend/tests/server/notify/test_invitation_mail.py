"""The mail to somebody who was invited to a project."""

import pytest
from django.core import mail

from server.notify.handlers import tell_of_invitation
from server.outbox.registry import handler_of
from server.people.models import User
from server.projects.models import ProjectInvitation, ProjectInvitationRole
from tests import recipes


@pytest.fixture
def invitation(project, ada):
    guest = recipes.user.make(username="joe", email="joe@example.org")
    row = ProjectInvitation.objects.create(
        project=project, username="joe", user=guest, created_by=ada
    )
    ProjectInvitationRole.objects.create(invitation=row, role="ProjectDeveloper")
    return row


def tell(row, key="project_invitation.sent:1"):
    tell_of_invitation({"invitation_id": row.pk}, key)


def test_the_topic_has_its_handler():
    assert handler_of("project_invitation.sent") is tell_of_invitation


def test_mail_names_inviter_project_roles_and_where_to_answer(invitation):
    tell(invitation)

    (message,) = mail.outbox
    assert message.subject == "Ada Example invites you to Asthma in winter"
    assert message.to == ["joe@example.org"]
    assert message.body == (
        "Ada Example invites you to the project Asthma in winter.\n"
        "Roles that you would hold there: Project Developer.\n"
        "\n"
        "Sign in to accept or decline:\n"
        "https://jobs.example.org/projects?mine=true\n"
    )


def test_mail_of_a_repeated_event_is_recognisable(invitation):
    tell(invitation)
    tell(invitation)

    first, again = [message.message()["Message-ID"] for message in mail.outbox]
    assert first == again


@pytest.mark.parametrize("change", [{"email": ""}, {"wants_notices": False}, {"is_active": False}])
def test_who_wants_no_mail_or_has_no_address_gets_none(invitation, change):
    User.objects.filter(pk=invitation.user_id).update(**change)

    tell(invitation)

    assert mail.outbox == []


def test_an_invitation_that_was_answered_or_cancelled_is_not_told_of(invitation):
    gone = invitation.pk
    ProjectInvitation.objects.filter(pk=gone).delete()

    tell_of_invitation({"invitation_id": gone}, "project_invitation.sent:1")

    assert mail.outbox == []


def test_who_has_never_signed_in_gets_no_mail_yet(invitation):
    ProjectInvitation.objects.filter(pk=invitation.pk).update(user=None, github_id=7)

    tell(invitation)

    assert mail.outbox == []


def test_a_name_with_line_ends_begins_no_header(invitation, ada):
    User.objects.filter(pk=ada.pk).update(fullname="Ada\r\nBcc: x@example.org")

    tell(invitation)

    (message,) = mail.outbox
    assert "\n" not in message.subject
    assert "Bcc" not in message.message()
