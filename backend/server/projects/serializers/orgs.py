"""What organisations look like, and how they come in."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from server.core.pagination import PageQuery
from server.core.serializers import AllowedOut, NameField
from server.people.serializers import PersonOut
from server.people.verdicts import verdict
from server.projects import policies
from server.projects.models import Org


class OrgCanOut(serializers.Serializer):
    """What the caller may do with an organisation."""

    edit = AllowedOut()


class OrgOut(serializers.Serializer):
    """An organisation; `projects` and `members` are counts. Needs `context={"actor": …}`."""

    slug = serializers.CharField()
    name = serializers.CharField()
    description = serializers.CharField()
    github_orgs = serializers.ListField(
        child=serializers.CharField(), help_text="Its organisations on GitHub."
    )
    logo_url = serializers.SerializerMethodField()
    projects = serializers.IntegerField(source="project_count")
    members = serializers.IntegerField(source="member_count")
    version = serializers.IntegerField()
    can = serializers.SerializerMethodField()

    def get_logo_url(self, org: Org) -> str | None:
        """Where its picture is; it changes with the picture, null where there is none."""
        return f"/api/v3/orgs/{org.slug}/logo?key={org.logo_key[:12]}" if org.logo_key else None

    @extend_schema_field(OrgCanOut)
    def get_can(self, org: Org) -> dict[str, Any]:  # noqa: ARG002
        """What the caller may do, and if not, why."""
        actor = self.context["actor"]
        return {"edit": verdict(actor, policies.why_not_edit_org(actor))}


class OrgQuery(PageQuery):
    """Which organisations."""

    search = serializers.CharField(
        required=False, help_text="Part of name or slug; one letter is how one begins."
    )
    mine = serializers.BooleanField(default=False, help_text="Only those that I belong to.")


class _OrgFieldsIn(serializers.Serializer):
    name = NameField(max_length=255, required=False)
    slug = serializers.CharField(
        max_length=255,
        required=False,
        help_text="Stands in addresses; without it made of the name.",
    )
    description = serializers.CharField(allow_blank=True, max_length=10_000, required=False)
    github_orgs = serializers.ListField(
        child=serializers.RegexField(
            r"^[A-Za-z0-9](?:-?[A-Za-z0-9])*\Z",
            max_length=39,
            error_messages={"invalid": "GitHub has no organisation of such a name."},
        ),
        max_length=20,
        required=False,
    )

    def validate_github_orgs(self, names: list[str]) -> list[str]:
        """Each once, in any letter case."""
        return list({name.lower(): name for name in names}.values())


class OrgIn(_OrgFieldsIn):
    """An organisation to make."""

    name = NameField(max_length=255)


class OrgChangesIn(_OrgFieldsIn):
    """What to change about an organisation; what is left out stays."""


class OrgMemberOut(serializers.Serializer):
    """A person who belongs to an organisation."""

    user = PersonOut()
    created_at = serializers.DateTimeField()


class OrgMembersIn(serializers.Serializer):
    """Who shall belong to the organisation."""

    usernames = serializers.ListField(
        child=serializers.CharField(max_length=150), min_length=1, max_length=100
    )


class OrgMembersAddedOut(serializers.Serializer):
    """User names by what became of them."""

    added = serializers.ListField(child=serializers.CharField())
    had = serializers.ListField(
        child=serializers.CharField(), help_text="Those who belonged to it already."
    )


class LogoQuery(serializers.Serializer):
    """Which picture."""

    key = serializers.CharField(
        required=False, help_text="Part of `logo_url`, so that a new picture has a new address."
    )
