"""Named questions about people."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from server.core.matching import begins_a_word, matching
from server.people.permissions import Permission
from server.people.roles import PERMISSIONS

if TYPE_CHECKING:
    from server.people.models import User  # noqa: F401 - names the generic

# What a person may lack, by the word of the filter: the relation that is empty.
MISSING = {
    "backend": "backend_memberships",
    "org": "org_memberships",
    "project": "project_memberships",
}


class UserQuerySet(models.QuerySet["User"]):
    """People, as pages ask for them."""

    def in_use(self) -> Self:
        """Those who can sign in."""
        return self.filter(is_active=True)

    def able_to(self, permission: Permission) -> Self:
        """Those to whom a role that they hold everywhere gives it."""
        giving = [role for role, given in PERMISSIONS.items() if permission in given]
        return self.filter(role_grants__role__in=giving).distinct()

    def switched_off(self) -> Self:
        """Those who cannot."""
        return self.filter(is_active=False)

    def matching(self, text: str, *, email: bool = False) -> Self:
        """Those whose name begins with `text`; while they are few, whose names' words begin so.

        With `email` the address is searched too.
        """
        columns = ("username", "fullname", "email") if email else ("username", "fullname")
        return self.filter(matching(self.model, text, *columns, few=begins_a_word))

    def of_backend(self, slug: str) -> Self:
        """Members of the backend."""
        return self.filter(backend_memberships__backend__slug=slug)

    def of_org(self, slug: str) -> Self:
        """Members of the organisation."""
        return self.filter(org_memberships__org__slug=slug)

    def holding(self, role: str) -> Self:
        """Those who hold the role everywhere."""
        return self.filter(role_grants__role=role)

    def with_any_role(self, *, held: bool) -> Self:
        """Those who hold a role everywhere or in a project, or those who hold none."""
        people = self.model._base_manager
        everywhere = people.filter(role_grants__isnull=False)
        in_projects = people.filter(project_memberships__role_grants__isnull=False)
        has = Q(pk__in=everywhere.values("pk")) | Q(pk__in=in_projects.values("pk"))
        return self.filter(has) if held else self.exclude(has)

    def missing(self, what: str) -> Self:
        """Those who belong to no backend, organisation or project: a word of `MISSING`."""
        return self.filter(**{f"{MISSING[what]}__isnull": True})
