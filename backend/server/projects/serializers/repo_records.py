"""What this service knows of a repository: who uses it, and who says that it may be public."""

from typing import Any

from django.db import models
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from server.core.pagination import PageQuery
from server.core.serializers import AllowedOut
from server.people.serializers import PersonOut
from server.people.verdicts import verdict
from server.projects import policies
from server.projects.models import Repo, Workspace
from server.projects.serializers.projects import ProjectRefOut
from server.projects.serializers.repos import RepoRefOut
from server.projects.serializers.workspaces import WorkspaceRefOut


class SignOffState(models.TextChoices):
    """How far the sign-off of a repository is."""

    OPEN = "open", "no researcher has signed it off"
    WAITING = "waiting", "staff have still to sign it off"
    DONE = "done", "signed off"


class RepoRecordOut(RepoRefOut):
    """A repository with the sign-off of its code. Needs the caller: `context={"actor": …}`."""

    created_at = serializers.DateTimeField(help_text="When the first workspace on it was made.")
    first_run_at = serializers.DateTimeField(
        allow_null=True, help_text="When the first run on it was asked for."
    )
    has_github_outputs = serializers.BooleanField(
        help_text="Whether outputs are published on the git host, as it said last."
    )
    projects = ProjectRefOut(
        many=True, source="projects_in_order", help_text="The projects that use it, by name."
    )
    workspace_count = serializers.SerializerMethodField()
    signed_off_workspace_count = serializers.SerializerMethodField()
    researcher_signed_off_at = serializers.DateTimeField(allow_null=True)
    researcher_signed_off_by = PersonOut(allow_null=True)
    internal_signed_off_at = serializers.DateTimeField(allow_null=True)
    internal_signed_off_by = PersonOut(allow_null=True)

    def get_workspace_count(self, repo: Repo) -> int:
        """How many workspaces are on it."""
        return len(repo.workspaces.all())

    def get_signed_off_workspace_count(self, repo: Repo) -> int:
        """How many of them a member has signed off."""
        return len(repo.workspaces.all()) - len(policies.unsigned_workspaces(repo))


class RepoWorkspaceCanOut(serializers.Serializer):
    """What the caller may do with a workspace on a repository."""

    sign_off = AllowedOut()


class RepoWorkspaceOut(WorkspaceRefOut):
    """A workspace on a repository."""

    project = ProjectRefOut()
    branch = serializers.CharField()
    purpose = serializers.CharField()
    is_archived = serializers.SerializerMethodField()
    created_by = PersonOut()
    signed_off_at = serializers.DateTimeField(allow_null=True)
    signed_off_by = PersonOut(allow_null=True)
    can = serializers.SerializerMethodField()

    def get_is_archived(self, workspace: Workspace) -> bool | None:
        """Whether it takes no new runs; null for callers without any role, who are not told."""
        may_know = policies.may_know_whether_archived(self.context["actor"])
        return workspace.is_archived if may_know else None

    @extend_schema_field(RepoWorkspaceCanOut)
    def get_can(self, workspace: Workspace) -> dict[str, Any]:
        """What the caller may do, and if not, why."""
        refusal = policies.why_not_sign_off(self.context["actor"], workspace)
        return {"sign_off": verdict(self.context["actor"], refusal)}


class RepoCanOut(serializers.Serializer):
    """What the caller may do with a repository."""

    sign_off = AllowedOut()
    sign_off_internally = AllowedOut()


class RepoDetailOut(RepoRecordOut):
    """A repository with the workspaces on it, by name."""

    workspaces = serializers.SerializerMethodField()
    can = serializers.SerializerMethodField()

    @extend_schema_field(RepoWorkspaceOut(many=True))
    def get_workspaces(self, repo: Repo) -> list[dict[str, Any]]:
        """The workspaces on it, by name."""
        rows = RepoWorkspaceOut(repo.workspaces.all(), many=True, context=self.context)
        return list(rows.data)

    @extend_schema_field(RepoCanOut)
    def get_can(self, repo: Repo) -> dict[str, Any]:
        """What the caller may do, and if not, why."""
        actor = self.context["actor"]
        return {
            "sign_off": verdict(actor, policies.why_not_sign_off_repo(actor, repo)),
            "sign_off_internally": verdict(
                actor, policies.why_not_sign_off_repo_internally(actor, repo)
            ),
        }


class RepoRecordQuery(PageQuery):
    """Which repositories."""

    search = serializers.CharField(
        required=False, help_text="Part of the address; one letter is how the name begins."
    )
    org = serializers.CharField(required=False, help_text="Slug of an organisation that uses it.")
    has_outputs = serializers.BooleanField(
        required=False, allow_null=True, help_text="Whether outputs are on the git host."
    )
    sign_off = serializers.ChoiceField(choices=SignOffState.choices, required=False)


class RepoAtHostOut(serializers.Serializer):
    """What the git host says of a repository now; null where it does not know."""

    is_private = serializers.BooleanField(allow_null=True)
    default_branch = serializers.CharField(allow_null=True)
    moved_to = RepoRefOut(
        allow_null=True,
        help_text="Where it is by now, if it was renamed; the old address still leads there.",
    )


class RepoProjectsOut(serializers.Serializer):
    """The projects that use a repository, by name."""

    results = ProjectRefOut(many=True)
