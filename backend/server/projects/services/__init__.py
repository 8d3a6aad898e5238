"""Every change to organisations, projects and workspaces, and what forms ask the git host."""

from server.projects.services.data_permissions import (
    grant_data_permission,
    revoke_data_permission,
)
from server.projects.services.projects import create_org, create_project
from server.projects.services.sources import list_branches, list_commits, list_repos
from server.projects.services.workspaces import (
    NewWorkspace,
    change_workspace,
    create_workspace,
    prepare_changes,
    prepare_workspace,
)

__all__ = [
    "NewWorkspace",
    "change_workspace",
    "create_org",
    "create_project",
    "create_workspace",
    "grant_data_permission",
    "list_branches",
    "list_commits",
    "list_repos",
    "prepare_changes",
    "prepare_workspace",
    "revoke_data_permission",
]
