"""Asking people to join a project: by GitHub name, also those who have never signed in here.

`prepare_invitations` asks GitHub, `invite` writes. An invitation is bound to GitHub's number, so
that it reaches who was meant when the name has changed hands. An installation whose people do not
sign in by GitHub has local accounts alone.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q

from integrations import github_users
from server.core.errors import require
from server.outbox.services import Event, publish
from server.people.actors import Actor
from server.people.github import user_of_github_id
from server.people.models import User
from server.people.roles import Role
from server.projects import policies
from server.projects.git_errors import as_problems
from server.projects.models import Project, ProjectInvitation, ProjectInvitationRole
from server.projects.services.invitation_ends import forget_invitation, record_invitation
from server.projects.services.members import enter, require_local


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Who is meant by a name: an account at GitHub, one here, or both."""

    username: str
    github_id: int | None = None
    user: User | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotInvited:
    """A name that nobody could be invited by, and why."""

    username: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """What became of each name."""

    invitations: Sequence[ProjectInvitation]
    failed: Sequence[NotInvited]


def prepare_invitations(
    *,
    actor: Actor,
    project: Project,
    usernames: Sequence[str],
    roles: Collection[Role],
    now: datetime,
) -> list[Guest | NotInvited]:
    """Find out who is meant by each name; GitHub is asked where people sign in by it.

    Raises:
        PermissionRefused: `actor` may not manage the members.
        InputRefused: a role cannot be held in a project.
        GitHostUnavailable, GitRateLimited: GitHub cannot be asked; nobody is invited.
    """
    require(policies.why_not_manage_members(actor, project))
    require_local(roles)
    names = list({name.lower(): name for name in usernames}.values())
    if not settings.GITHUB_SIGN_IN:
        return [_local_guest(name) for name in names]
    with as_problems(now=now):
        return [_github_guest(name) for name in names]


@transaction.atomic
def invite(
    *,
    actor: Actor,
    project: Project,
    guests: Sequence[Guest | NotInvited],
    roles: Collection[Role],
    now: datetime,
) -> Invited:
    """Invite the `guests` whom `prepare_invitations` found; one that fails leaves the others.

    Raises:
        PermissionRefused: `actor` may not manage the members.
    """
    require(policies.why_not_manage_members(actor, project))
    invitations: list[ProjectInvitation] = []
    failed: list[NotInvited] = []
    for guest in guests:
        done = _invite_one(actor=actor, project=project, guest=guest, roles=roles, now=now)
        if isinstance(done, NotInvited):
            failed.append(done)
        else:
            invitations.append(done)
    return Invited(invitations=invitations, failed=failed)


@transaction.atomic
def cancel_invitation(*, actor: Actor, invitation: ProjectInvitation, now: datetime) -> bool:
    """Take an invitation back; False where it was answered or cancelled in the same moment.

    Raises:
        PermissionRefused: `actor` may not manage the members.
    """
    require(policies.why_not_manage_members(actor, invitation.project))
    return forget_invitation(invitation, verb="project_invitation.cancelled", actor=actor, now=now)


@transaction.atomic
def decline_invitation(*, actor: Actor, invitation: ProjectInvitation, now: datetime) -> bool:
    """Answer no to an invitation of one's own; False as for `cancel_invitation`."""
    return forget_invitation(invitation, verb="project_invitation.declined", actor=actor, now=now)


@transaction.atomic
def accept_invitation(*, actor: Actor, invitation: ProjectInvitation, now: datetime) -> None:
    """Join the project with the roles offered; a second time changes nothing.

    Who has become a member otherwise meanwhile keeps the roles that he has.
    """
    pending = ProjectInvitation.objects.pending().filter(pk=invitation.pk)
    if not pending.update(accepted_at=now, user=actor.person):
        return
    record_invitation(invitation, verb="project_invitation.accepted", actor=actor, now=now)
    try:
        with transaction.atomic():
            enter(
                actor=actor,
                project=invitation.project,
                user=actor.person,
                roles=[Role(role) for role in invitation.roles],
                let_in_by=invitation.created_by,
                now=now,
            )
    except IntegrityError:
        return


def _local_guest(username: str) -> Guest | NotInvited:
    user = User.objects.named([username]).filter(is_active=True).first()
    if user is None:
        detail = f"There is no account {username!r} here that is in use."
        return NotInvited(username=username, detail=detail)
    return Guest(username=user.username, user=user)


def _github_guest(username: str) -> Guest | NotInvited:
    try:
        found = github_users.get_directory().find(username)
    except github_users.UserNotFound as error:
        return NotInvited(username=username, detail=str(error))
    user = user_of_github_id(found.github_id)
    if user is not None and not user.is_active:
        detail = f"The account of {found.login} here is switched off."
        return NotInvited(username=username, detail=detail)
    return Guest(username=found.login, github_id=found.github_id, user=user)


def _why_not_invited(project: Project, guest: Guest) -> NotInvited | None:
    if guest.user and project.memberships.filter(user=guest.user).exists():
        detail = f"{guest.username} is a member of {project.name} already."
        return NotInvited(username=guest.username, detail=detail)
    same = Q(user=guest.user) if guest.user else Q(pk=None)
    if guest.github_id is not None:
        same |= Q(github_id=guest.github_id)
    if project.invitations.filter(same, accepted_at=None).exists():
        return _invited_already(guest, project)
    return None


def _invited_already(guest: Guest, project: Project) -> NotInvited:
    detail = f"{guest.username} is invited to {project.name} already."
    return NotInvited(username=guest.username, detail=detail)


def _invite_one(
    *,
    actor: Actor,
    project: Project,
    guest: Guest | NotInvited,
    roles: Collection[Role],
    now: datetime,
) -> ProjectInvitation | NotInvited:
    if isinstance(guest, NotInvited):
        return guest
    if refused := _why_not_invited(project, guest):
        return refused
    try:
        with transaction.atomic():
            invitation = ProjectInvitation.objects.create(
                project=project,
                username=guest.username,
                github_id=guest.github_id,
                user=guest.user,
                created_at=now,
                created_by=actor.user,
            )
    except IntegrityError:  # by somebody else in the same moment
        return _invited_already(guest, project)
    ProjectInvitationRole.objects.bulk_create(
        ProjectInvitationRole(invitation=invitation, role=role) for role in sorted(set(roles))
    )
    record_invitation(invitation, verb="project_invitation.sent", actor=actor, now=now)
    topic = "project_invitation.sent"
    payload = {"invitation_id": invitation.pk}
    publish([Event(topic=topic, payload=payload, key=f"{topic}:{invitation.pk}")], now=now)
    return invitation
