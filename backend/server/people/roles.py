"""Every role there is, and the permissions that it gives. One readable list.

Source: domain reference 3.3; `ProjectCoordinator` of 3.2; `Administrator` stands above all.
"""

from collections.abc import Iterable

from django.db import models

from server.people.permissions import Permission


class Role(models.TextChoices):
    """Names as backends and tools know them."""

    ADMINISTRATOR = "Administrator"
    DEPLOYMENT_ADMINISTRATOR = "DeploymentAdministrator"
    OUTPUT_CHECKER = "OutputChecker"
    OUTPUT_PUBLISHER = "OutputPublisher"
    PROJECT_COLLABORATOR = "ProjectCollaborator"
    PROJECT_COORDINATOR = "ProjectCoordinator"
    PROJECT_DEVELOPER = "ProjectDeveloper"
    SERVICE_ADMINISTRATOR = "ServiceAdministrator"
    SIGN_OFF_REPO_WITH_OUTPUTS = "SignOffRepoWithOutputs"
    STAFF_AREA_ADMINISTRATOR = "StaffAreaAdministrator"
    TECH_SUPPORT = "TechSupport"


PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.ADMINISTRATOR: frozenset(Permission),
    Role.DEPLOYMENT_ADMINISTRATOR: frozenset(
        {Permission.AIRLOCK_READONLY_ACCESS, Permission.JOB_CANCEL, Permission.JOB_RUN}
    ),
    Role.OUTPUT_CHECKER: frozenset(
        {
            Permission.RELEASE_FILE_DELETE,
            Permission.RELEASE_FILE_UPLOAD,
            Permission.RELEASE_FILE_VIEW,
            Permission.UNRELEASED_OUTPUTS_VIEW,
        }
    ),
    Role.OUTPUT_PUBLISHER: frozenset({Permission.SNAPSHOT_PUBLISH}),
    Role.PROJECT_COLLABORATOR: frozenset({Permission.RELEASE_FILE_VIEW}),
    Role.PROJECT_COORDINATOR: frozenset(
        {
            Permission.PROJECT_MANAGE_MEMBERS,
            Permission.WORKSPACE_ARCHIVE,
            Permission.WORKSPACE_CREATE,
        }
    ),
    Role.PROJECT_DEVELOPER: frozenset(
        {
            Permission.JOB_CANCEL,
            Permission.JOB_RUN,
            Permission.PROJECT_MANAGE,
            Permission.RELEASE_FILE_VIEW,
            Permission.SNAPSHOT_CREATE,
            Permission.UNRELEASED_OUTPUTS_VIEW,
            Permission.WORKSPACE_ARCHIVE,
            Permission.WORKSPACE_CREATE,
            Permission.WORKSPACE_TOGGLE_NOTIFICATIONS,
        }
    ),
    Role.SERVICE_ADMINISTRATOR: frozenset(
        {
            Permission.ORG_CREATE,
            Permission.PROJECT_CREATE,
            Permission.PROJECT_LINK_TO_APPLICATION,
            Permission.USER_EDIT_PROJECT_ROLES,
        }
    ),
    Role.SIGN_OFF_REPO_WITH_OUTPUTS: frozenset({Permission.REPO_SIGN_OFF_WITH_OUTPUTS}),
    Role.STAFF_AREA_ADMINISTRATOR: frozenset(
        {
            Permission.APPLICATION_MANAGE,
            Permission.BACKEND_MANAGE,
            Permission.ORG_CREATE,
            Permission.STAFF_AREA_ACCESS,
            Permission.USER_MANAGE,
        }
    ),
    Role.TECH_SUPPORT: frozenset(
        {
            Permission.PROJECT_CREATE,
            Permission.RELEASE_FILE_VIEW,
            Permission.USER_EDIT_PROJECT_ROLES,
        }
    ),
}

DESCRIPTIONS: dict[Role, str] = {
    Role.ADMINISTRATOR: "May do everything, and alone makes other Administrators.",
    Role.DEPLOYMENT_ADMINISTRATOR: "Runs and cancels jobs in every project, and reads in Airlock.",
    Role.OUTPUT_CHECKER: "Checks outputs, and uploads, views and deletes released files.",
    Role.OUTPUT_PUBLISHER: "Approves that outputs are published.",
    Role.PROJECT_COLLABORATOR: "Views the released files of projects.",
    Role.PROJECT_COORDINATOR: "Decides who is in the project, and makes and archives workspaces.",
    Role.PROJECT_DEVELOPER: "Runs jobs, makes and archives workspaces, and views outputs.",
    Role.SERVICE_ADMINISTRATOR: "Makes organisations and projects, and decides who is in them.",
    Role.SIGN_OFF_REPO_WITH_OUTPUTS: "Signs off repositories that have outputs in them.",
    Role.STAFF_AREA_ADMINISTRATOR: "Works in the staff area: people, backends, organisations.",
    Role.TECH_SUPPORT: "Makes projects, decides who is in them, and views released files.",
}

PROJECT_ROLES = frozenset(
    {Role.PROJECT_COLLABORATOR, Role.PROJECT_COORDINATOR, Role.PROJECT_DEVELOPER}
)
GLOBAL_ROLES = frozenset(Role) - {Role.PROJECT_COORDINATOR, Role.PROJECT_DEVELOPER}


def permissions_of(roles: Iterable[str]) -> frozenset[Permission]:
    """The union of what `roles` give; a name that is no role any more gives nothing."""
    known = (PERMISSIONS[Role(role)] for role in roles if role in Role.values)
    return frozenset().union(*known)


def held_on(role: Role) -> list[str]:
    """The kinds of object that `role` may be held on, in words."""
    kinds = [("everywhere", GLOBAL_ROLES), ("in a project", PROJECT_ROLES)]
    return [kind for kind, roles in kinds if role in roles]
