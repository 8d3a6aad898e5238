"""What organisations, projects, repositories and workspaces look like, and how they come in."""

from typing import Any

from rest_framework import serializers

from integrations import git
from server.core.pagination import PageQuery
from server.core.serializers import AllowedOut, allowed
from server.core.slugs import is_reserved
from server.people.serializers import PersonOut
from server.projects import policies
from server.projects.models import ProjectStatus, Workspace


class OrgOut(serializers.Serializer):
    """An organisation; `projects` counts those that it takes part in."""

    slug = serializers.CharField()
    name = serializers.CharField()
    description = serializers.CharField()
    projects = serializers.IntegerField(source="project_count")


class ProjectRefOut(serializers.Serializer):
    """A project by name."""

    slug = serializers.CharField()
    name = serializers.CharField()


class ProjectOrgOut(serializers.Serializer):
    """An organisation's part in a project."""

    slug = serializers.CharField(source="org.slug")
    name = serializers.CharField(source="org.name")
    is_lead = serializers.BooleanField()


class ProjectOut(ProjectRefOut):
    """A project with its organisations, the leading one first."""

    number = serializers.CharField(allow_null=True)
    title = serializers.CharField()
    description = serializers.CharField()
    orgs = ProjectOrgOut(many=True, source="collaborations_in_order")
    status = serializers.ChoiceField(choices=ProjectStatus.choices)


class ProjectQuery(PageQuery):
    """Which projects."""

    org = serializers.CharField(required=False, help_text="Slug of an organisation.")
    search = serializers.CharField(required=False, help_text="Part of name, slug or number.")


class RepoRefOut(serializers.Serializer):
    """A repository by address."""

    url = serializers.CharField()
    owner = serializers.CharField()
    name = serializers.CharField()


class RepoOut(RepoRefOut):
    """A repository that a workspace may use; null where the git host was not asked or is silent."""

    is_private = serializers.BooleanField(allow_null=True)
    default_branch = serializers.CharField(allow_null=True)


class ReposOut(serializers.Serializer):
    """Repositories by name."""

    results = RepoOut(many=True)


class RepoQuery(serializers.Serializer):
    """Whose repositories."""

    owner = serializers.CharField(
        required=False,
        max_length=100,
        help_text="Organisation or user on the git host; without it, those already in use.",
    )


class BranchOut(serializers.Serializer):
    """A branch."""

    name = serializers.CharField()


class BranchesOut(serializers.Serializer):
    """The branches of a repository: the default one, main and master first, then by name."""

    results = BranchOut(many=True)
    default = serializers.CharField(allow_null=True)


class CommitsQuery(serializers.Serializer):
    """Of which branch."""

    branch = serializers.CharField(max_length=255)


class CommitInfoOut(serializers.Serializer):
    """A commit as its git host describes it; `message` is its first line."""

    sha = serializers.CharField()
    url = serializers.CharField(allow_null=True)
    message = serializers.CharField()
    author = serializers.CharField()
    committed_at = serializers.DateTimeField()


def commit_info(commit: git.Commit, *, repo_url: str) -> dict[str, Any]:
    """What `CommitInfoOut` shows of a commit."""
    return {
        "sha": commit.sha,
        "url": f"{repo_url}/tree/{commit.sha}",
        "message": commit.message,
        "author": commit.author,
        "committed_at": commit.committed_at,
    }


class CommitsOut(serializers.Serializer):
    """The newest commits of a branch, newest first."""

    results = CommitInfoOut(many=True)


class WorkspaceRefOut(serializers.Serializer):
    """A workspace by name."""

    name = serializers.CharField()


class WorkspaceCanOut(serializers.Serializer):
    """What the caller may do with a workspace."""

    edit = AllowedOut()
    run = AllowedOut()


class WorkspaceOut(WorkspaceRefOut):
    """A workspace. Needs the caller: `context={"actor": …}`."""

    purpose = serializers.CharField()
    project = ProjectRefOut()
    orgs = serializers.SerializerMethodField()
    repo = RepoRefOut()
    branch = serializers.CharField()
    is_archived = serializers.BooleanField()
    should_notify = serializers.BooleanField()
    created_at = serializers.DateTimeField()
    created_by = PersonOut()
    updated_at = serializers.DateTimeField()
    version = serializers.IntegerField()
    can = serializers.SerializerMethodField()

    def get_orgs(self, workspace: Workspace) -> list[str]:
        """The names of the project's organisations, the leading one first."""
        return [part.org.name for part in workspace.project.collaborations_in_order]

    def get_can(self, workspace: Workspace) -> WorkspaceCanOut:
        """What the caller may do, and if not, why."""
        actor = self.context["actor"]
        verdicts: dict[str, Any] = {
            "edit": allowed(policies.why_not_edit(actor, workspace)),
            "run": allowed(policies.why_not_run(actor, workspace)),
        }
        return WorkspaceCanOut(verdicts).data  # type: ignore[return-value]


class WorkspaceQuery(PageQuery):
    """Which workspaces."""

    search = serializers.CharField(required=False, help_text="Part of the name or the repository.")
    project = serializers.CharField(required=False, help_text="Slug of a project.")
    mine = serializers.BooleanField(default=False, help_text="Only those that I made.")
    archived = serializers.BooleanField(default=False, help_text="The archived ones instead.")


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
        if is_reserved(name):
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
