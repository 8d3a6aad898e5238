"""A person who closes his account leaves projects and organisations."""

from datetime import datetime

from django.db.models import F

from server.audit.services import record
from server.people.actors import Actor
from server.people.github import github_ids_of
from server.people.models import User
from server.projects.models import OrgMembership, Project, ProjectInvitation, ProjectMembership
from server.projects.services.invitation_ends import forget_invitation
from server.projects.services.members import leave
from server.projects.services.orgs import record_member


def leave_everything(*, user: User, actor: Actor, now: datetime) -> None:
    """End memberships, invitations that wait, and being a copilot, each on record."""
    for membership in ProjectMembership.objects.filter(user=user).select_related("project", "user"):
        leave(membership, actor=actor, now=now)
    for belonging in OrgMembership.objects.filter(user=user).select_related("org"):
        record_member(belonging.org, user, actor=actor, verb="org_member.removed", now=now)
        belonging.delete()
    pending = ProjectInvitation.objects.for_list().pending()
    for invitation in pending.to_person(user, github_ids=github_ids_of(user)):
        forget_invitation(invitation, verb="project_invitation.declined", actor=actor, now=now)
    for project in Project.objects.filter(copilot=user):
        Project.objects.filter(pk=project.pk).update(copilot=None, version=F("version") + 1)
        record(
            by=actor.author,
            verb="project.changed",
            target_type="project",
            target_id=project.pk,
            target_name=project.name,
            subject=user.username,
            before={"copilot": user.username},
            after={"copilot": None},
            now=now,
        )
