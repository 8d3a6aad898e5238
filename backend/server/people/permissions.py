"""Every permission there is. Roles are lists of them, see `roles.py`.

Source: domain reference 3.3 and 3.4 (today's names, and project-local member management of 2021).
"""

from enum import StrEnum


class Permission(StrEnum):
    """One thing that a person may be allowed to do."""

    AIRLOCK_READONLY_ACCESS = "airlock_readonly_access"
    APPLICATION_MANAGE = "application_manage"
    BACKEND_MANAGE = "backend_manage"
    JOB_CANCEL = "job_cancel"
    JOB_RUN = "job_run"
    ORG_CREATE = "org_create"
    PROJECT_CREATE = "project_create"
    PROJECT_LINK_TO_APPLICATION = "project_link_to_application"
    PROJECT_MANAGE = "project_manage"
    PROJECT_MANAGE_MEMBERS = "project_manage_members"
    RELEASE_FILE_DELETE = "release_file_delete"
    RELEASE_FILE_UPLOAD = "release_file_upload"
    RELEASE_FILE_VIEW = "release_file_view"
    REPO_SIGN_OFF_WITH_OUTPUTS = "repo_sign_off_with_outputs"
    SNAPSHOT_CREATE = "snapshot_create"
    SNAPSHOT_PUBLISH = "snapshot_publish"
    STAFF_AREA_ACCESS = "staff_area_access"
    UNRELEASED_OUTPUTS_VIEW = "unreleased_outputs_view"
    USER_EDIT_PROJECT_ROLES = "user_edit_project_roles"
    USER_MANAGE = "user_manage"
    WORKSPACE_ARCHIVE = "workspace_archive"
    WORKSPACE_CREATE = "workspace_create"
    WORKSPACE_TOGGLE_NOTIFICATIONS = "workspace_toggle_notifications"
