"""What the caller is told about himself."""

from typing import Any

from allauth.mfa.models import Authenticator
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from server.people.actors import Actor
from server.people.permissions import Permission
from server.people.roles import permissions_of
from server.people.serializers.people import PersonOut


class SessionProjectOut(serializers.Serializer):
    """A project that the caller belongs to, with what he may do in it beyond everywhere."""

    slug = serializers.CharField()
    roles = serializers.ListField(child=serializers.CharField())
    permissions = serializers.ListField(child=serializers.CharField())


class MeOut(serializers.Serializer):
    """The person who asks; nobody else is shown this."""

    username = serializers.CharField(source="user.username")
    name = serializers.CharField(source="user.display_name")
    email = serializers.CharField(source="user.email")
    initials = serializers.CharField(source="user.initials")
    roles = serializers.SerializerMethodField()
    permissions = serializers.SerializerMethodField()
    projects = serializers.SerializerMethodField()
    orgs = serializers.SerializerMethodField()
    backends = serializers.SerializerMethodField()
    is_staff = serializers.SerializerMethodField()
    needs_welcome = serializers.BooleanField(
        source="user.needs_welcome",
        help_text="Whether the person came by GitHub and has not ended the first-time welcome.",
    )

    def get_roles(self, actor: Actor) -> list[str]:
        """The roles held everywhere, by name."""
        return sorted(actor.roles)

    def get_permissions(self, actor: Actor) -> list[str]:
        """What these roles give, everywhere."""
        return sorted(actor.permissions)

    @extend_schema_field(SessionProjectOut(many=True))
    def get_projects(self, actor: Actor) -> list[dict[str, Any]]:
        """The projects that the person belongs to, by slug."""
        held = [(slug, actor.project_roles.get(pk, ())) for pk, slug in actor.projects.items()]
        return [
            {"slug": slug, "roles": sorted(roles), "permissions": sorted(permissions_of(roles))}
            for slug, roles in sorted(held)
        ]

    def get_orgs(self, actor: Actor) -> list[str]:
        """Slugs of the organisations that the person belongs to."""
        return sorted(actor.orgs.values())

    def get_backends(self, actor: Actor) -> list[str]:
        """Slugs of the backends that the person may run on."""
        return sorted(actor.backends.values())

    def get_is_staff(self, actor: Actor) -> bool:
        """Whether the staff area is open to the person."""
        return actor.holds(Permission.STAFF_AREA_ACCESS)


class SessionCanOut(serializers.Serializer):
    """What the caller may do that is about no object in particular."""

    create_workspace = serializers.BooleanField()
    create_project = serializers.BooleanField()
    administer = serializers.BooleanField()
    see_archived = serializers.BooleanField(
        help_text="Whether archived workspaces are told from others; to callers with any role."
    )
    staff_area = serializers.BooleanField()


class SignInWaysOut(serializers.Serializer):
    """The ways to sign in that this installation has."""

    password = serializers.BooleanField(
        help_text=(
            "Whether everybody who has a password may sign in by it. Administrators made by "
            "`createsuperuser` always may."
        )
    )
    github = serializers.BooleanField()
    second_step = serializers.ListField(
        child=serializers.ChoiceField(choices=Authenticator.Type.choices),
        allow_null=True,
        help_text="What would do as the second step of the sign-in that waits; null without one.",
    )


class SessionOut(serializers.Serializer):
    """Who is asking and what they may do; `user` is null for a visitor."""

    user = MeOut(allow_null=True)
    viewer = PersonOut(
        allow_null=True,
        help_text="The member of staff who sees the service as `user` does; mostly null.",
    )
    can = SessionCanOut()
    public_read = serializers.BooleanField()
    sign_in = SignInWaysOut()
    development = serializers.BooleanField()
    version = serializers.CharField()


class ViewAsIn(serializers.Serializer):
    """Whom to see the service as."""

    username = serializers.CharField(max_length=150)
