"""The version of an account, against which changes of it are held."""

from django.db.models import F

from server.core.errors import StaleVersion
from server.people.models import User


def claim_version(user: User, *, version: int) -> None:
    """Move the account on from `version`; `user` carries the new one.

    The memberships of a person live above this app; who replaces them claims the version first, so
    that of two who do so at once one is told.

    Raises:
        StaleVersion: somebody else changed the account since.
    """
    claimed = User.objects.filter(pk=user.pk, version=version).update(version=F("version") + 1)
    if not claimed:
        raise StaleVersion(
            f"The account {user.username} was changed by somebody else since you read it. Read it "
            "again, then repeat your change."
        )
    user.version = version + 1


def touch(user: User) -> None:
    """Move the version of an account on after a change that is held against none."""
    User.objects.filter(pk=user.pk).update(version=F("version") + 1)
