"""Who can help a person that may not run: names for the sentence beside the disabled button."""

from django.db.models import Q, QuerySet

from server.people.actors import Actor
from server.people.models import User
from server.people.permissions import Permission
from server.people.roles import GLOBAL_ROLES, PERMISSIONS, PROJECT_ROLES, Role
from server.projects import policies
from server.projects.models import Workspace

_MOST_NAMED = 5


def who_can_help_to_run(actor: Actor, workspace: Workspace) -> list[User]:
    """At most five people, by name: of the project where it can help, else of the staff.

    Two queries at most. Nobody for a visitor, who has to sign in first, and where nothing is in
    the way.
    """
    help_ = policies.whose_help_to_run(actor, workspace)
    if help_ is None or actor.user is None:
        return []
    others = User.objects.filter(is_active=True).exclude(pk=actor.user.pk)
    named: list[User] = []
    if help_.in_project:
        named = _first(others.filter(_of_project(workspace.project_id, help_.in_project)))
    if not named:
        roles = _giving(help_.everywhere, among=GLOBAL_ROLES)
        named = _first(others.filter(role_grants__role__in=roles))
    return named


def _of_project(project_id: int, permission: Permission) -> Q:
    """Members whose role there gives the permission, and the one who supports the project."""
    return Q(
        project_memberships__project=project_id,
        project_memberships__role_grants__role__in=_giving(permission, among=PROJECT_ROLES),
    ) | Q(copiloted_projects=project_id)


def _giving(permission: Permission, *, among: frozenset[Role]) -> list[Role]:
    return [role for role in sorted(among) if permission in PERMISSIONS[role]]


def _first(people: QuerySet[User]) -> list[User]:
    return list(people.distinct().order_by("fullname", "username")[:_MOST_NAMED])
