"""What projects look like, which are asked for, and how they come in."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from server.core.pagination import PageQuery
from server.core.serializers import AllowedOut, NameField
from server.people.serializers import PersonOut
from server.people.verdicts import verdict
from server.projects import policies
from server.projects.models import Project, ProjectCategory, ProjectStatus

_LONGEST_TEXT = 10_000


class ProjectRefOut(serializers.Serializer):
    """A project by name."""

    slug = serializers.CharField()
    name = serializers.CharField()


class ProjectOrgOut(serializers.Serializer):
    """An organisation's part in a project."""

    slug = serializers.CharField(source="org.slug")
    name = serializers.CharField(source="org.name")
    is_lead = serializers.BooleanField()


class ProjectCanOut(serializers.Serializer):
    """What the caller may do with a project; `edit` is what only staff change."""

    edit_status = AllowedOut()
    rename = AllowedOut()
    edit = AllowedOut()
    archive = AllowedOut()
    manage_members = AllowedOut()
    manage_webhooks = AllowedOut()
    create_workspace = AllowedOut()


class ProjectOut(ProjectRefOut):
    """A project with its organisations, the leading one first.

    Needs the caller: `context={"actor": …}`. The co-pilot, until when he supports the project and
    what staff note about it are null for everybody but staff.
    """

    number = serializers.CharField(allow_null=True)
    title = serializers.CharField()
    description = serializers.CharField()
    orgs = ProjectOrgOut(many=True, source="collaborations_in_order")
    status = serializers.ChoiceField(choices=ProjectStatus.choices)
    status_description = serializers.CharField()
    category = serializers.ChoiceField(choices=ProjectCategory.choices)
    copilot = serializers.SerializerMethodField()
    copilot_support_ends_at = serializers.SerializerMethodField()
    copilot_notes = serializers.SerializerMethodField()
    is_archived = serializers.BooleanField()
    workspaces = serializers.IntegerField(source="workspace_count")
    members = serializers.IntegerField(source="member_count")
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()
    version = serializers.IntegerField()
    can = serializers.SerializerMethodField()

    @extend_schema_field(PersonOut(allow_null=True))
    def get_copilot(self, project: Project) -> dict[str, Any] | None:
        """Who of the staff supports it."""
        copilot = self._for_staff(project.copilot)
        return None if copilot is None else PersonOut(copilot).data

    def get_copilot_support_ends_at(self, project: Project) -> str | None:
        """Until when."""
        ends_at = self._for_staff(project.copilot_support_ends_at)
        return ends_at and serializers.DateTimeField().to_representation(ends_at)

    def get_copilot_notes(self, project: Project) -> str | None:
        """What staff note."""
        notes: str | None = self._for_staff(project.copilot_notes)
        return notes

    @extend_schema_field(ProjectCanOut)
    def get_can(self, project: Project) -> dict[str, Any]:
        """What the caller may do, and if not, why."""
        actor = self.context["actor"]
        return {
            verb: verdict(actor, why_not(actor, project)) for verb, why_not in _POLICIES.items()
        }

    def _for_staff(self, value: Any) -> Any:
        return value if policies.why_not_see_support(self.context["actor"]) is None else None


_POLICIES = {
    "edit_status": policies.why_not_edit_status,
    "rename": policies.why_not_rename,
    "edit": policies.why_not_edit_project,
    "archive": policies.why_not_archive_project,
    "manage_members": policies.why_not_manage_members,
    "manage_webhooks": policies.why_not_manage_webhooks,
    "create_workspace": policies.why_not_create,
}


class ProjectQuery(PageQuery):
    """Which projects."""

    org = serializers.CharField(required=False, help_text="Slug of an organisation.")
    search = serializers.CharField(
        required=False, help_text="Part of name, slug or number; one letter is how one begins."
    )
    status = serializers.ChoiceField(choices=ProjectStatus.choices, required=False)
    mine = serializers.BooleanField(default=False, help_text="Only those that I am a member of.")
    archived = serializers.BooleanField(default=False, help_text="The archived ones instead.")
    may_create_workspace = serializers.BooleanField(
        default=False, help_text="Only those in which I may make workspaces."
    )


class ProjectIn(serializers.Serializer):
    """A project to make."""

    name = NameField(max_length=255)
    slug = serializers.SlugField(
        max_length=255,
        allow_blank=True,
        default="",
        help_text="Its address; without one it is made from the name.",
    )
    number = serializers.CharField(
        max_length=20,
        allow_null=True,
        default=None,
        help_text="Digits, or POS-20YY-NNNN, which needs a co-pilot.",
    )
    orgs = serializers.ListField(
        child=serializers.CharField(max_length=255),
        max_length=50,
        help_text="Slugs of organisations, the leading one first.",
    )
    copilot = serializers.CharField(
        max_length=150, allow_null=True, default=None, help_text="User name of a member of staff."
    )
    description = serializers.CharField(max_length=_LONGEST_TEXT, allow_blank=True, default="")


class ProjectChangesIn(serializers.Serializer):
    """What to change about a project; what is left out stays."""

    name = NameField(max_length=255, required=False)
    slug = serializers.SlugField(max_length=255, required=False)
    number = serializers.CharField(max_length=20, allow_null=True, required=False)
    description = serializers.CharField(max_length=_LONGEST_TEXT, allow_blank=True, required=False)
    category = serializers.ChoiceField(choices=ProjectCategory.choices, required=False)
    status = serializers.ChoiceField(choices=ProjectStatus.choices, required=False)
    status_description = serializers.CharField(
        max_length=_LONGEST_TEXT, allow_blank=True, required=False
    )
    orgs = serializers.ListField(
        child=serializers.CharField(max_length=255),
        max_length=50,
        required=False,
        help_text="Slugs of all its organisations, the leading one first.",
    )
    copilot = serializers.CharField(
        max_length=150, allow_null=True, required=False, help_text="User name of a member of staff."
    )
    copilot_support_ends_at = serializers.DateTimeField(allow_null=True, required=False)
    copilot_notes = serializers.CharField(
        max_length=_LONGEST_TEXT, allow_blank=True, required=False
    )
    is_archived = serializers.BooleanField(required=False)


class ProjectChoicesOut(serializers.Serializer):
    """What the forms about projects offer."""

    next_number = serializers.CharField(allow_null=True)
    copilots = PersonOut(many=True)
