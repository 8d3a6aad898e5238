"""How a refusal is worded, and what a person may do that is about no project and no backend.

A policy answers with the reason against, a `Refusal`, or None where there is none. It makes no
query: the actor brings what he holds.
"""

from collections.abc import Collection

from django.conf import settings

from server.core.errors import Refusal
from server.people.actors import Actor
from server.people.models import RoleSource
from server.people.permissions import Permission
from server.people.roles import GLOBAL_ROLES, PERMISSIONS, PROJECT_ROLES, Role


def why_lacking(
    actor: Actor, permission: Permission, *, deed: str, project_id: int | None = None
) -> Refusal | None:
    """The refusal for lack of `permission`; `deed` continues "You may not …".

    With `project_id` the roles that the person holds in that project count too.
    """
    if actor.holds(permission, project_id=project_id):
        return None
    if actor.user is None:
        return Refusal(f"Sign in to {deed}.", permission)
    may_hold = GLOBAL_ROLES if project_id is None else GLOBAL_ROLES | PROJECT_ROLES
    giving = [role.label for role in Role if role in may_hold and permission in PERMISSIONS[role]]
    giving.remove(Role.ADMINISTRATOR.label)
    roles = " or ".join(giving) or Role.ADMINISTRATOR.label
    return Refusal(
        f"You may not {deed}. It needs the permission {permission}, which the role {roles} gives.",
        permission,
    )


def why_not_sign_in_by_password(sources: Collection[str]) -> Refusal | None:
    """Against a password that is right: the installation may have switched that way off.

    Administrators made by `createsuperuser` keep it, so that nobody is locked out where GitHub
    cannot be reached; `sources` says where the person's roles came from.
    """
    if settings.PASSWORD_SIGN_IN or RoleSource.CREATESUPERUSER in sources:
        return None
    return Refusal("Signing in by password is switched off here. Continue with GitHub.")


def can_create_workspaces(actor: Actor) -> bool:
    """Whether there is a project in which the person may."""
    return actor.holds(Permission.WORKSPACE_CREATE) or any(
        actor.holds(Permission.WORKSPACE_CREATE, project_id=pk) for pk in actor.project_roles
    )


def why_not_manage_users(actor: Actor) -> Refusal | None:
    """Why the caller cannot see all of other people's accounts and change them."""
    return why_lacking(actor, Permission.USER_MANAGE, deed="manage other people's accounts")


def why_not_give(actor: Actor, role: Role) -> Refusal | None:
    """Why the caller cannot give or take `role` everywhere; Administrators alone make others."""
    if role == Role.ADMINISTRATOR and not actor.is_administrator:
        return Refusal("Only an Administrator can give or take the role Administrator.")
    return why_not_manage_users(actor)


def why_not_change_account(actor: Actor, roles: Collection[str]) -> Refusal | None:
    """Why the caller cannot change the account of somebody who holds `roles` everywhere."""
    if Role.ADMINISTRATOR in roles and not actor.is_administrator:
        return Refusal("Only an Administrator can change the account of an Administrator.")
    return why_not_manage_users(actor)


def why_not_view_as(actor: Actor, viewed: Actor) -> Refusal | None:
    """Why the caller cannot see the service as `viewed` does.

    Nobody gains by it: who holds a role everywhere is viewed by Administrators alone.
    """
    lacking = why_not_manage_users(actor)
    if lacking:
        return lacking
    if actor.token:
        return Refusal("Viewing as somebody else is for the browser alone, not for a token.")
    person = viewed.person
    if actor.user == person:
        return Refusal("You see the service as yourself already.")
    if not person.is_active:
        return Refusal(f"The account {person.username} is switched off and sees nothing.")
    if viewed.roles and not actor.is_administrator:
        return Refusal(
            f"{person.username} holds a role everywhere. Only an Administrator can view as people "
            "who do."
        )
    return None


def why_not_enter_staff_area(actor: Actor) -> Refusal | None:
    """Why the staff area is closed to the caller."""
    return why_lacking(actor, Permission.STAFF_AREA_ACCESS, deed="enter the staff area")


def why_not_read_record(actor: Actor) -> Refusal | None:
    """Why the caller cannot read the whole record: it is the record of all people."""
    return why_lacking(actor, Permission.USER_MANAGE, deed="read the record")
