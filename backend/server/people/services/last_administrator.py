"""That somebody stays who can give every role: the last active Administrator keeps his."""

from django.db.models import QuerySet

from server.core.errors import DomainError
from server.people.models import RoleGrant
from server.people.roles import Role


class LastAdministrator(DomainError):
    """The change would leave nobody who can give every role."""

    problem = "last-administrator"


def lock_administrators() -> None:
    """Let one transaction at a time take the role from people or switch them off.

    Called first in the transaction, before anything is read that the decision rests on. PostgreSQL
    holds the others at these rows; on SQLite there is one writer from the start of a transaction.
    """
    list(_grants().select_for_update().order_by("pk"))


def require_an_administrator() -> None:
    """Hold what the transaction has done against the rule; called after the change.

    Raises:
        LastAdministrator: nobody active would be Administrator.
    """
    if not _grants().filter(user__is_active=True).exists():
        raise LastAdministrator(
            "This would leave the service without an Administrator. Make somebody else one first."
        )


def _grants() -> QuerySet[RoleGrant]:
    return RoleGrant.objects.filter(role=Role.ADMINISTRATOR)
