"""Named questions about workspaces."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from server.projects.models import Workspace  # noqa: F401 - names the generic below


class WorkspaceQuerySet(models.QuerySet["Workspace"]):
    """Workspaces, as pages and forms ask for them."""

    def for_list(self) -> Self:
        """Everything the list serializer touches, in three queries however long the page."""
        return self.select_related("project", "repo", "created_by").prefetch_related(
            "project__collaborations__org"
        )

    def matching(self, text: str) -> Self:
        """Those whose name or repository has `text` in it, in any letter case."""
        return self.filter(Q(name__icontains=text) | Q(repo__url__icontains=text))
