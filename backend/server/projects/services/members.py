"""Who is in a project and with which roles there."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from server.audit.services import record
from server.core.errors import FieldError, InputRefused, require
from server.people.actors import Actor
from server.people.models import User
from server.people.roles import PROJECT_ROLES, Role
from server.projects import policies
from server.projects.models import Project, ProjectMembership, ProjectRoleGrant
from server.projects.services.invitation_ends import withdraw_invitations


@transaction.atomic
def add_member(
    *, actor: Actor, project: Project, user: User, roles: Collection[Role], now: datetime
) -> ProjectMembership:
    """Let a person belong to `project` with these roles there.

    Raises:
        PermissionRefused: `actor` may not manage its members.
        InputRefused: the person is in it already, or a role cannot be held in a project.
    """
    require(policies.why_not_manage_members(actor, project))
    require_local(roles)
    try:
        with transaction.atomic():
            membership = enter(
                actor=actor, project=project, user=user, roles=roles, let_in_by=actor.user, now=now
            )
    except IntegrityError as error:
        detail = f"{user.username} is a member of {project.name} already."
        raise InputRefused([FieldError("/username", detail)]) from error
    withdraw_invitations(actor=actor, project=project, user=user, now=now)
    return membership


@transaction.atomic
def add_members(
    *,
    actor: Actor,
    project: Project,
    usernames: Sequence[str],
    roles: Collection[Role],
    now: datetime,
) -> list[ProjectMembership]:
    """Let several people belong to `project` with the same roles there; all of them or none.

    Raises:
        PermissionRefused: `actor` may not manage its members.
        InputRefused: a name is nobody's or a member's already, or a role cannot be held here.
    """
    require(policies.why_not_manage_members(actor, project))
    require_local(roles)
    people = _people_named(usernames, project=project)
    return [
        add_member(actor=actor, project=project, user=user, roles=roles, now=now) for user in people
    ]


@transaction.atomic
def set_member_roles(
    *, actor: Actor, membership: ProjectMembership, roles: Collection[Role], now: datetime
) -> None:
    """Let a member hold exactly these roles in the project; they count from the next call on.

    Nothing happens where he was removed in the same moment.

    Raises:
        PermissionRefused: `actor` may not manage its members.
        InputRefused: a role cannot be held in a project.
    """
    require(policies.why_not_manage_members(actor, membership.project))
    require_local(roles)
    if _hold(membership):
        _set_roles(membership, roles, actor=actor, now=now)


@transaction.atomic
def remove_member(*, actor: Actor, membership: ProjectMembership, now: datetime) -> None:
    """Take the roles, then the membership.

    Raises:
        PermissionRefused: `actor` may not manage its members.
    """
    require(policies.why_not_manage_members(actor, membership.project))
    leave(membership, actor=actor, now=now)


def leave(membership: ProjectMembership, *, actor: Actor, now: datetime) -> None:
    """Take the roles, then the membership; the caller has asked whether it may be."""
    if not _hold(membership):
        return
    _set_roles(membership, (), actor=actor, now=now)
    _record(membership, actor=actor, verb="project_member.removed", before=[], after=None, now=now)
    membership.delete()


def enter(
    *,
    actor: Actor,
    project: Project,
    user: User,
    roles: Collection[Role],
    let_in_by: User | None,
    now: datetime,
) -> ProjectMembership:
    """Write the membership and its roles; the caller has asked whether it may be.

    Raises:
        IntegrityError: the person is a member already.
    """
    membership = ProjectMembership.objects.create(
        project=project, user=user, created_at=now, created_by=let_in_by
    )
    _record(membership, actor=actor, verb="project_member.added", before=None, after=[], now=now)
    _set_roles(membership, roles, actor=actor, now=now)
    return membership


def require_local(roles: Iterable[Role]) -> None:
    """Refuse roles that are held everywhere or nowhere.

    Raises:
        InputRefused: one is.
    """
    may = ", ".join(sorted(PROJECT_ROLES))
    errors = [
        FieldError(
            f"/roles/{position}", f"{role} cannot be held in a project. Roles that can: {may}."
        )
        for position, role in enumerate(roles)
        if role not in PROJECT_ROLES
    ]
    if errors:
        raise InputRefused(errors)


def _people_named(usernames: Sequence[str], *, project: Project) -> list[User]:
    """Who is called so, each once; refused at the names that nobody new to `project` has."""
    people = {user.username.lower(): user for user in User.objects.named(usernames)}
    inside = {
        membership.user_id
        for membership in ProjectMembership.objects.filter(
            project=project, user__in=people.values()
        )
    }
    errors = []
    for position, username in enumerate(usernames):
        user = people.get(username.lower())
        if user is None or not user.is_active:
            detail = f"There is no account {username!r} that is in use."
        elif user.pk in inside:
            detail = f"{user.username} is a member of {project.name} already."
        else:
            continue
        errors.append(FieldError(f"/usernames/{position}", detail))
    if errors:
        raise InputRefused(errors)
    return [people[name] for name in dict.fromkeys(name.lower() for name in usernames)]


def take_roles(membership: ProjectMembership, *, actor: Actor, now: datetime) -> None:
    """Take every role in the project; the caller has asked whether it may be."""
    if _hold(membership):
        _set_roles(membership, (), actor=actor, now=now)


def _hold(membership: ProjectMembership) -> bool:
    """Hold the row until the end of the transaction; False where it is gone.

    Of two who change one member at once the second sees what the first has done.
    """
    return bool(ProjectMembership.objects.filter(pk=membership.pk).select_for_update())


def _set_roles(
    membership: ProjectMembership, roles: Collection[Role], *, actor: Actor, now: datetime
) -> None:
    grants = membership.role_grants
    before = set(grants.values_list("role", flat=True))
    wanted = {role.value for role in roles}
    if before == wanted:
        return
    grants.exclude(role__in=wanted).delete()
    ProjectRoleGrant.objects.bulk_create(
        ProjectRoleGrant(membership=membership, role=role, created_at=now)
        for role in sorted(wanted - before)
    )
    _record(
        membership,
        actor=actor,
        verb="project_member.roles_changed",
        before=sorted(before),
        after=sorted(wanted),
        now=now,
    )


def _record(
    membership: ProjectMembership,
    *,
    actor: Actor,
    verb: str,
    before: list[str] | None,
    after: list[str] | None,
    now: datetime,
) -> None:
    user, project = membership.user, membership.project
    record(
        by=actor.author,
        verb=verb,
        target_type="project",
        target_id=project.pk,
        target_name=project.name,
        subject=user.username,
        before={} if before is None else {"user": user.username, "roles": before},
        after={} if after is None else {"user": user.username, "roles": after},
        now=now,
    )
