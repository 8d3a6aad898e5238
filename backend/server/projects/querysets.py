"""Named questions about organisations, projects and workspaces."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, Q

if TYPE_CHECKING:
    from server.people.models import User
    from server.projects.models import Org, Project, Workspace  # noqa: F401 - names the generics


class OrgQuerySet(models.QuerySet["Org"]):
    """Organisations, as pages ask for them."""

    def for_list(self) -> Self:
        """With the number of projects that each takes part in, as `project_count`."""
        return self.annotate(project_count=Count("collaborations"))


class ProjectQuerySet(models.QuerySet["Project"]):
    """Projects, as pages and forms ask for them."""

    def for_list(self) -> Self:
        """Everything the list serializer touches, in three queries however long the page."""
        return self.prefetch_related("collaborations__org")

    def of_org(self, slug: str) -> Self:
        """Those that the organisation takes part in."""
        return self.filter(orgs__slug=slug)

    def matching(self, text: str) -> Self:
        """Those whose name, slug or number has `text` in it, in any letter case."""
        return self.filter(
            Q(name__icontains=text) | Q(slug__icontains=text) | Q(number__icontains=text)
        )


class WorkspaceQuerySet(models.QuerySet["Workspace"]):
    """Workspaces, as pages and forms ask for them."""

    def for_list(self) -> Self:
        """Everything the list serializer touches, in three queries however long the page."""
        return self.select_related("project", "repo", "created_by").prefetch_related(
            "project__collaborations__org"
        )

    def kept(self, *, archived: bool) -> Self:
        """Those in use, or the archived ones instead."""
        # By `in`: what the ORM makes of `is_archived=False` is no range of SQLite's index.
        return self.filter(is_archived__in=[archived])

    def of_project(self, slug: str) -> Self:
        """Those of one project."""
        return self.filter(project__slug=slug)

    def made_by(self, user: "User") -> Self:
        """Those that the person made."""
        return self.filter(created_by=user)

    def matching(self, text: str) -> Self:
        """Those whose name or repository has `text` in it, in any letter case."""
        return self.filter(Q(name__icontains=text) | Q(repo__url__icontains=text))
