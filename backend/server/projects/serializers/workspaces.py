"""What workspaces look like, and how they come in."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from server.core.pagination import PageQuery
from server.core.serializers import AllowedOut
from server.core.slugs import is_reserved
from server.people.serializers import PersonOut
from server.people.verdicts import verdict
from server.projects import policies
from server.projects.helping import who_can_help_to_run
from server.projects.models import Workspace
from server.projects.serializers.projects import ProjectRefOut
from server.projects.serializers.repos import RepoRefOut

_ARCHIVE = "archive"  # a word of the addresses of workspaces alone


class WorkspaceRefOut(serializers.Serializer):
    """A workspace by name."""

    name = serializers.CharField()


class WorkspaceCanOut(serializers.Serializer):
    """What the caller may do with a workspace."""

    edit = AllowedOut()
    archive = AllowedOut()
    toggle_notices = AllowedOut()
    move = AllowedOut()
    run = AllowedOut()
    sign_off = AllowedOut()


class WorkspaceOut(WorkspaceRefOut):
    """A workspace. Needs the caller: `context={"actor": …}`."""

    purpose = serializers.CharField()
    project = ProjectRefOut()
    orgs = serializers.SerializerMethodField()
    repo = RepoRefOut()
    branch = serializers.CharField()
    is_archived = serializers.SerializerMethodField()
    should_notify = serializers.BooleanField()
    signed_off_at = serializers.DateTimeField(
        allow_null=True, help_text="When a member said that its code may be made public."
    )
    signed_off_by = PersonOut(allow_null=True)
    created_at = serializers.DateTimeField()
    created_by = PersonOut()
    updated_at = serializers.DateTimeField()
    version = serializers.IntegerField()
    can = serializers.SerializerMethodField()

    def get_orgs(self, workspace: Workspace) -> list[str]:
        """The names of the project's organisations, the leading one first."""
        return [part.org.name for part in workspace.project.collaborations_in_order]

    def get_is_archived(self, workspace: Workspace) -> bool | None:
        """Whether it takes no new runs; null for callers without any role, who are not told."""
        may_know = policies.may_know_whether_archived(self.context["actor"])
        return workspace.is_archived if may_know else None

    @extend_schema_field(WorkspaceCanOut)
    def get_can(self, workspace: Workspace) -> dict[str, Any]:
        """What the caller may do, and if not, why."""
        actor = self.context["actor"]
        return {
            "edit": verdict(actor, policies.why_not_edit(actor, workspace)),
            "archive": verdict(actor, policies.why_not_archive(actor, workspace)),
            "toggle_notices": verdict(actor, policies.why_not_toggle_notices(actor, workspace)),
            "move": verdict(actor, policies.why_not_move(actor)),
            "run": verdict(actor, policies.why_not_run(actor, workspace)),
            "sign_off": verdict(actor, policies.why_not_sign_off(actor, workspace)),
        }


class WorkspaceDetailOut(WorkspaceOut):
    """A workspace with who can help where the caller may not run in it."""

    helpers = serializers.SerializerMethodField()

    @extend_schema_field(PersonOut(many=True))
    def get_helpers(self, workspace: Workspace) -> list[dict[str, Any]]:
        """People of the project, else of the staff, by name; empty where nothing is in the way."""
        people = who_can_help_to_run(self.context["actor"], workspace)
        return list(PersonOut(people, many=True).data)


class WorkspaceQuery(PageQuery):
    """Which workspaces."""

    search = serializers.CharField(
        required=False,
        help_text="Part of the name or the repository; one letter is how one of them begins.",
    )
    project = serializers.CharField(required=False, help_text="Slug of a project.")
    org = serializers.CharField(
        required=False, help_text="Slug of an organisation that takes part in the project."
    )
    mine = serializers.BooleanField(default=False, help_text="Only those that I made.")
    archived = serializers.BooleanField(
        required=False,
        allow_null=True,
        help_text=(
            "The archived ones, or those in use, which is the default. Only for callers with a "
            "role; others are not told which are archived and get all."
        ),
    )


class WorkspaceIn(serializers.Serializer):
    """A workspace to make."""

    name = serializers.RegexField(
        r"^[-a-zA-Z0-9_]+\Z",
        max_length=Workspace.NAME_LENGTH,
        error_messages={"invalid": "Use the letters a to z, digits, - and _ only."},
        help_text="Also the name of the folder on the backend. Capital letters are lowered.",
    )
    repo = serializers.CharField(max_length=500, help_text="https://github.com/OWNER/NAME")
    branch = serializers.CharField(max_length=255)
    project = serializers.CharField(max_length=255, help_text="Slug of a project.")
    purpose = serializers.CharField(allow_blank=True, max_length=10_000, default="")

    def validate_name(self, name: str) -> str:
        """The name in small letters, unless it is a word of our own addresses."""
        if is_reserved(name) or name.lower() == _ARCHIVE:
            raise serializers.ValidationError(
                f"{name.lower()!r} is a word of this service's own addresses. Choose another name."
            )
        return name.lower()


class WorkspaceChangesIn(serializers.Serializer):
    """What to change about a workspace; what is left out stays."""

    purpose = serializers.CharField(allow_blank=True, max_length=10_000, required=False)
    is_archived = serializers.BooleanField(required=False)
    should_notify = serializers.BooleanField(required=False)
    branch = serializers.CharField(max_length=255, required=False)
    project = serializers.CharField(
        max_length=255,
        required=False,
        help_text="Slug of the project to move it to; the address below the old one leads here.",
    )


class ArchiveIn(serializers.Serializer):
    """Workspaces to archive."""

    names = serializers.ListField(
        child=serializers.CharField(max_length=Workspace.NAME_LENGTH),
        allow_empty=False,
        max_length=500,
    )


class SkippedOut(serializers.Serializer):
    """What was left as it was, and why."""

    name = serializers.CharField()
    reason = serializers.CharField()


class ArchivedOut(serializers.Serializer):
    """What became of each name."""

    done = serializers.ListField(child=serializers.CharField())
    skipped = SkippedOut(many=True)
