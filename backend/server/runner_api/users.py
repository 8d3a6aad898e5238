"""What a person holds, as backends ask for it. Source: runner_api 3.5."""

from typing import Any

from server.fleet.models import Backend
from server.people.models import User
from server.people.roles import permissions_of


def find_member(*, backend: Backend, username: str) -> User | None:
    """The active member of `backend` with this name; a backend learns of nobody else."""
    return User.objects.filter(
        username=username, is_active=True, backend_memberships__backend=backend
    ).first()


def holdings_of(user: User) -> dict[str, Any]:
    """Roles and permissions, everywhere and by project; all lists sorted, without doubles.

    `orgs` is empty: nobody has held a role in an organisation since 2021.
    """
    everywhere = set(user.role_grants.values_list("role", flat=True))
    memberships = user.project_memberships.select_related("project").prefetch_related("role_grants")
    local = {
        membership.project.slug: {grant.role for grant in membership.role_grants.all()}
        for membership in memberships.order_by("project__slug")
    }
    return {
        "permissions": {
            "global": sorted(permissions_of(everywhere)),
            "orgs": [],
            "projects": [
                {"slug": slug, "permissions": sorted(permissions_of(roles))}
                for slug, roles in local.items()
            ],
        },
        "roles": {
            "global": sorted(everywhere),
            "orgs": [],
            "projects": [{"slug": slug, "roles": sorted(roles)} for slug, roles in local.items()],
        },
    }
