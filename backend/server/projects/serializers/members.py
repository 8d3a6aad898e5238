"""What members of projects and invitations look like, and how they come in."""

from rest_framework import serializers

from server.people.roles import Role
from server.people.serializers import PersonOut
from server.projects.serializers.projects import ProjectRefOut

_MOST_PEOPLE = 50


def _roles(*, help_text: str) -> serializers.ListField:
    """Roles by name; which of them can be held in a project is the service's to say."""
    return serializers.ListField(
        child=serializers.ChoiceField(choices=Role.choices), max_length=20, help_text=help_text
    )


class ProjectMemberOut(serializers.Serializer):
    """A person in a project."""

    user = PersonOut()
    roles = serializers.ListField(child=serializers.ChoiceField(choices=Role.choices))
    created_at = serializers.DateTimeField()


class ProjectMembersOut(serializers.Serializer):
    """Members."""

    results = ProjectMemberOut(many=True)


class PeopleAndRolesIn(serializers.Serializer):
    """Several people, and the roles that each of them gets."""

    usernames = serializers.ListField(
        child=serializers.CharField(max_length=150),
        allow_empty=False,
        max_length=_MOST_PEOPLE,
        error_messages={"empty": "Name at least one person."},
    )
    roles = _roles(help_text="Roles that can be held in a project; none lets them see alone.")


class MemberChangesIn(serializers.Serializer):
    """The roles of a member from now on."""

    roles = _roles(help_text="All of them; those left out are taken.")


class InvitationOut(serializers.Serializer):
    """That a person was asked to join a project."""

    id = serializers.IntegerField()
    project = ProjectRefOut()
    username = serializers.CharField(help_text="At GitHub, or here where nobody signs in by it.")
    roles = serializers.ListField(child=serializers.ChoiceField(choices=Role.choices))
    created_at = serializers.DateTimeField()
    created_by = PersonOut(allow_null=True)
    accepted_at = serializers.DateTimeField(allow_null=True)


class NotInvitedOut(serializers.Serializer):
    """Who could not be invited, and why."""

    username = serializers.CharField()
    detail = serializers.CharField()


class InvitedOut(serializers.Serializer):
    """What became of each name."""

    invited = InvitationOut(many=True, source="invitations")
    failed = NotInvitedOut(many=True)
