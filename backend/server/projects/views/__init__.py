"""`orgs`, `projects`, `invitations`, `repos`, `workspaces`, `redirects`."""

from server.projects.views.invitations import (
    AcceptInvitationView,
    DeclineInvitationView,
    InvitationsView,
    ProjectInvitationsView,
    ProjectInvitationView,
)
from server.projects.views.members import ProjectMembersView, ProjectMemberView
from server.projects.views.orgs import (
    OrgEventsView,
    OrgLogoView,
    OrgMembersView,
    OrgMemberView,
    OrgsView,
    OrgView,
)
from server.projects.views.people import ClearUserRolesView, UserOrgsView
from server.projects.views.projects import (
    ProjectChoicesView,
    ProjectEventsView,
    ProjectReposView,
    ProjectsView,
    ProjectView,
)
from server.projects.views.redirects import RedirectsView, RedirectView, page_or_redirect
from server.projects.views.repo_records import (
    RepoAtHostView,
    RepoEventsView,
    RepoInternalSignOffView,
    RepoProjectsView,
    RepoSignOffView,
    ReposView,
    RepoView,
)
from server.projects.views.repos import BranchesView, CommitsView, RepoChoicesView
from server.projects.views.workspaces import (
    ArchiveWorkspacesView,
    WorkspaceEventsView,
    WorkspaceSignOffView,
    WorkspacesView,
    WorkspaceView,
)

__all__ = [
    "AcceptInvitationView",
    "ArchiveWorkspacesView",
    "BranchesView",
    "ClearUserRolesView",
    "CommitsView",
    "DeclineInvitationView",
    "InvitationsView",
    "OrgEventsView",
    "OrgLogoView",
    "OrgMemberView",
    "OrgMembersView",
    "OrgView",
    "OrgsView",
    "ProjectChoicesView",
    "ProjectEventsView",
    "ProjectInvitationView",
    "ProjectInvitationsView",
    "ProjectMemberView",
    "ProjectMembersView",
    "ProjectReposView",
    "ProjectView",
    "ProjectsView",
    "RedirectView",
    "RedirectsView",
    "RepoAtHostView",
    "RepoChoicesView",
    "RepoEventsView",
    "RepoInternalSignOffView",
    "RepoProjectsView",
    "RepoSignOffView",
    "RepoView",
    "ReposView",
    "UserOrgsView",
    "WorkspaceEventsView",
    "WorkspaceSignOffView",
    "WorkspaceView",
    "WorkspacesView",
    "page_or_redirect",
]
