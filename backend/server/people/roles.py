"""Every role there is, and the permissions that it gives. One readable list.

Source: domain reference 3.3; `ProjectCoordinator` of 3.2; `Administrator` stands above all.
"""

from collections.abc import Iterable

from django.db import models

from server.people.permissions import Permission as P


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


PERMISSIONS: dict[Role, frozenset[P]] = {
    Role.ADMINISTRATOR: frozenset(P),
    Role.DEPLOYMENT_ADMINISTRATOR: frozenset({P.AIRLOCK_READONLY_ACCESS, P.JOB_CANCEL, P.JOB_RUN}),
    Role.OUTPUT_CHECKER: frozenset(
        {
            P.RELEASE_FILE_DELETE,
            P.RELEASE_FILE_UPLOAD,
            P.RELEASE_FILE_VIEW,
            P.UNRELEASED_OUTPUTS_VIEW,
        }
    ),
    Role.OUTPUT_PUBLISHER: frozenset({P.SNAPSHOT_PUBLISH}),
    Role.PROJECT_COLLABORATOR: frozenset({P.RELEASE_FILE_VIEW}),
    Role.PROJECT_COORDINATOR: frozenset(
        {P.PROJECT_MANAGE_MEMBERS, P.WORKSPACE_ARCHIVE, P.WORKSPACE_CREATE}
    ),
    Role.PROJECT_DEVELOPER: frozenset(
        {
            P.JOB_CANCEL,
            P.JOB_RUN,
            P.PROJECT_MANAGE,
            P.RELEASE_FILE_VIEW,
            P.SNAPSHOT_CREATE,
            P.UNRELEASED_OUTPUTS_VIEW,
            P.WORKSPACE_ARCHIVE,
            P.WORKSPACE_CREATE,
            P.WORKSPACE_TOGGLE_NOTIFICATIONS,
        }
    ),
    Role.SERVICE_ADMINISTRATOR: frozenset(
        {
            P.ORG_CREATE,
            P.PROJECT_CREATE,
            P.PROJECT_LINK_TO_APPLICATION,
            P.USER_EDIT_PROJECT_ROLES,
        }
    ),
    Role.SIGN_OFF_REPO_WITH_OUTPUTS: frozenset({P.REPO_SIGN_OFF_WITH_OUTPUTS}),
    Role.STAFF_AREA_ADMINISTRATOR: frozenset(
        {
            P.APPLICATION_MANAGE,
            P.BACKEND_MANAGE,
            P.ORG_CREATE,
            P.STAFF_AREA_ACCESS,
            P.USER_MANAGE,
        }
    ),
    Role.TECH_SUPPORT: frozenset(
        {P.PROJECT_CREATE, P.RELEASE_FILE_VIEW, P.USER_EDIT_PROJECT_ROLES}
    ),
}

PROJECT_ROLES = frozenset(
    {Role.PROJECT_COLLABORATOR, Role.PROJECT_COORDINATOR, Role.PROJECT_DEVELOPER}
)
GLOBAL_ROLES = frozenset(Role) - {Role.PROJECT_COORDINATOR, Role.PROJECT_DEVELOPER}


def permissions_of(roles: Iterable[str]) -> frozenset[P]:
    """The union of what `roles` give; a name that is no role any more gives nothing."""
    known = (PERMISSIONS[Role(role)] for role in roles if role in Role.values)
    return frozenset().union(*known)
