"""The rows of the tables."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from server.people.serializers import PersonOut
from server.projects.models import Project, ProjectCategory, ProjectStatus
from server.projects.serializers import ProjectOrgOut, ProjectRefOut, RepoRefOut
from server.staff.dashboards.facts import Figures

_MOST_REPOS_ASKED = 100


class CappedCountOut(serializers.Serializer):
    """A number that is counted up to a limit: `capped` says that there are more."""

    value = serializers.IntegerField()
    capped = serializers.BooleanField()


class ProjectFiguresOut(ProjectRefOut):
    """A project in figures. Needs `context={"figures": …}` by the project's key."""

    number = serializers.CharField(allow_null=True)
    title = serializers.CharField()
    orgs = ProjectOrgOut(many=True, source="collaborations_in_order")
    status = serializers.ChoiceField(choices=ProjectStatus.choices)
    category = serializers.ChoiceField(choices=ProjectCategory.choices)
    is_archived = serializers.BooleanField()
    copilot = PersonOut(allow_null=True)
    copilot_support_ends_at = serializers.DateTimeField(allow_null=True)
    created_at = serializers.DateTimeField()
    members = serializers.IntegerField(source="member_count")
    workspaces = serializers.SerializerMethodField()
    runs = serializers.SerializerMethodField()
    first_run_at = serializers.SerializerMethodField()
    last_run_at = serializers.SerializerMethodField()
    files_released = serializers.SerializerMethodField()

    def get_workspaces(self, project: Project) -> int:
        """How many it has, archived ones too."""
        return self._figures(project).workspaces

    @extend_schema_field(CappedCountOut)
    def get_runs(self, project: Project) -> dict[str, Any]:
        """How many runs were asked for."""
        figures = self._figures(project)
        return {"value": figures.runs, "capped": figures.is_capped}

    @extend_schema_field(serializers.DateTimeField(allow_null=True))
    def get_first_run_at(self, project: Project) -> Any:
        """When the first one was asked for."""
        return _time(self._figures(project).first_run_at)

    @extend_schema_field(serializers.DateTimeField(allow_null=True))
    def get_last_run_at(self, project: Project) -> Any:
        """When the newest one was asked for."""
        return _time(self._figures(project).last_run_at)

    def get_files_released(self, project: Project) -> int:  # noqa: ARG002
        """None as yet: this service keeps no released files so far."""
        return 0

    def _figures(self, project: Project) -> Figures:
        figures: Figures = self.context["figures"].get(project.pk, Figures())
        return figures


def _time(value: Any) -> Any:
    return value and serializers.DateTimeField().to_representation(value)


class RepoAtHostMarkOut(RepoRefOut):
    """What the git host says of a repository; null where it is silent."""

    is_private = serializers.BooleanField(allow_null=True)
    is_non_research = serializers.BooleanField(
        allow_null=True, help_text="Whether its owner says by the topic non-research that it is so."
    )


class ReposAtHostOut(serializers.Serializer):
    """Repositories in the order in which they were asked for."""

    results = RepoAtHostMarkOut(many=True)


class ReposAtHostQuery(serializers.Serializer):
    """Which repositories."""

    repo = serializers.ListField(
        child=serializers.RegexField(
            r"^[^/\s]+/[^/\s]+\Z",
            max_length=201,
            error_messages={"invalid": "Write OWNER/NAME."},
        ),
        min_length=1,
        max_length=_MOST_REPOS_ASKED,
        help_text="OWNER/NAME; may be repeated.",
    )
