"""What becomes of an invitation, on record; who may do it is asked by the callers."""

from datetime import datetime

from server.audit.services import record
from server.people.actors import Actor
from server.people.github import github_ids_of
from server.people.models import User
from server.projects.models import Project, ProjectInvitation


def withdraw_invitations(*, actor: Actor, project: Project, user: User, now: datetime) -> None:
    """Forget what the person was asked to `project` by: he is let in otherwise.

    Left over, it would let him in again after he was removed.
    """
    pending = ProjectInvitation.objects.for_list().pending().filter(project=project)
    for invitation in pending.to_person(user, github_ids=github_ids_of(user)):
        forget_invitation(invitation, verb="project_invitation.cancelled", actor=actor, now=now)


def forget_invitation(
    invitation: ProjectInvitation, *, verb: str, actor: Actor, now: datetime
) -> bool:
    """Delete it; the record keeps who was asked, for what. False where it waits no more.

    Called inside a transaction, which holds the row: of two answers at once the first counts.
    """
    if not ProjectInvitation.objects.pending().filter(pk=invitation.pk).select_for_update():
        return False
    record_invitation(invitation, verb=verb, actor=actor, now=now)
    invitation.delete()
    return True


def record_invitation(
    invitation: ProjectInvitation, *, verb: str, actor: Actor, now: datetime
) -> None:
    """Put on record what was done with the invitation."""
    project, user = invitation.project, invitation.user
    record(
        by=actor.author,
        verb=verb,
        target_type="project",
        target_id=project.pk,
        target_name=project.name,
        subject=user.username if user else invitation.username,
        after={"user": invitation.username, "roles": invitation.roles},
        now=now,
    )
