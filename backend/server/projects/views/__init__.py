"""`orgs`, `projects`, `repos`, `workspaces`."""

from server.projects.views.orgs import OrgsView, OrgView
from server.projects.views.projects import ProjectsView, ProjectView
from server.projects.views.repos import BranchesView, CommitsView, ReposView
from server.projects.views.workspaces import WorkspacesView, WorkspaceView

__all__ = [
    "BranchesView",
    "CommitsView",
    "OrgView",
    "OrgsView",
    "ProjectView",
    "ProjectsView",
    "ReposView",
    "WorkspaceView",
    "WorkspacesView",
]
