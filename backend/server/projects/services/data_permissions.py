"""Whose data a project may use beyond everybody's; it decides what a runner reads."""

from datetime import datetime

from django.db import transaction

from server.audit.models import ActorKind
from server.audit.services import Author, record
from server.core import counters
from server.people.models import User
from server.projects.models import DataPermission, Project, ProjectDataPermission


@transaction.atomic
def grant_data_permission(
    *, project: Project, permission: DataPermission, by: User, now: datetime
) -> bool:
    """Let `project` use these data, on the word of `by`; False where it might already."""
    _, is_new = ProjectDataPermission.objects.get_or_create(
        project=project,
        permission=permission,
        defaults={"granted_at": now, "granted_by": by},
    )
    if is_new:
        _record(project, permission, verb="data_permission.granted", by=by, now=now)
    return is_new


@transaction.atomic
def revoke_data_permission(
    *, project: Project, permission: DataPermission, by: User, now: datetime
) -> bool:
    """Stop `project` from using these data; False where it might not anyway."""
    removed, _ = ProjectDataPermission.objects.filter(
        project=project, permission=permission
    ).delete()
    if removed:
        _record(project, permission, verb="data_permission.revoked", by=by, now=now)
    return bool(removed)


def _record(
    project: Project, permission: DataPermission, *, verb: str, by: User, now: datetime
) -> None:
    record(
        by=Author(ActorKind.COMMAND, by.username),
        verb=verb,
        target_type="project",
        target_id=project.pk,
        target_name=project.name,
        after={"permission": permission.value},
        now=now,
    )
    counters.bump_shared()  # runners are shown the database's name
