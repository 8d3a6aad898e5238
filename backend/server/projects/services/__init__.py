"""Every change to organisations, projects and workspaces, and what forms ask the git host."""

from server.projects.services.data_permissions import grant_data_permission, revoke_data_permission
from server.projects.services.invitations import (
    accept_invitation,
    cancel_invitation,
    decline_invitation,
    invite,
    prepare_invitations,
)
from server.projects.services.logos import keep_picture, read_picture
from server.projects.services.members import (
    add_member,
    add_members,
    remove_member,
    set_member_roles,
)
from server.projects.services.orgs import (
    AddedMembers,
    add_org_members,
    change_org,
    create_org,
    remove_org_member,
    set_logo,
)
from server.projects.services.people import (
    clear_user_roles,
    join_orgs,
    set_user_orgs,
)
from server.projects.services.project_rules import copilots, find_copilot, find_orgs, next_number
from server.projects.services.projects import change_project, create_project, require_may_change
from server.projects.services.redirects import (
    delete_redirect,
    find_new_path,
    keep_old_paths,
    refuse_old_slug,
)
from server.projects.services.repos import (
    Refreshed,
    projects_using,
    refresh_repos,
    repo_at_host,
    sign_off_repo,
    sign_off_repo_internally,
)
from server.projects.services.sources import list_branches, list_commits, list_repos
from server.projects.services.visibility import ask_about, list_project_repos
from server.projects.services.workspaces import (
    Archived,
    NewWorkspace,
    archive_workspaces,
    change_workspace,
    create_workspace,
    prepare_changes,
    prepare_workspace,
    sign_off_workspace,
)

__all__ = [
    "AddedMembers",
    "Archived",
    "NewWorkspace",
    "Refreshed",
    "accept_invitation",
    "add_member",
    "add_members",
    "add_org_members",
    "archive_workspaces",
    "ask_about",
    "cancel_invitation",
    "change_org",
    "change_project",
    "change_workspace",
    "clear_user_roles",
    "copilots",
    "create_org",
    "create_project",
    "create_workspace",
    "decline_invitation",
    "delete_redirect",
    "find_copilot",
    "find_new_path",
    "find_orgs",
    "grant_data_permission",
    "invite",
    "join_orgs",
    "keep_old_paths",
    "keep_picture",
    "list_branches",
    "list_commits",
    "list_project_repos",
    "list_repos",
    "next_number",
    "prepare_changes",
    "prepare_invitations",
    "prepare_workspace",
    "projects_using",
    "read_picture",
    "refresh_repos",
    "refuse_old_slug",
    "remove_member",
    "remove_org_member",
    "repo_at_host",
    "require_may_change",
    "revoke_data_permission",
    "set_logo",
    "set_member_roles",
    "set_user_orgs",
    "sign_off_repo",
    "sign_off_repo_internally",
    "sign_off_workspace",
]
