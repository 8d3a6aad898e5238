"""Beginning and ending to see the service as somebody else; both on record."""

from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction

from server.audit.services import record
from server.core.errors import require
from server.people import policies
from server.people.actors import Actor, actor_of
from server.people.models import User

_KEY = "view_as"


def viewed_id_of(session: SessionBase) -> int | None:
    """The key of the person whom the session's owner views as."""
    viewed_id: int | None = session.get(_KEY)
    return viewed_id


@transaction.atomic
def begin_view(*, actor: Actor, user: User, session: SessionBase, now: datetime) -> None:
    """See the service as `user` does until the view or the session ends.

    Raises:
        PermissionRefused: `actor` may not, or not as this person.
    """
    require(policies.why_not_view_as(actor, actor_of(user)))
    session[_KEY] = user.pk
    _record(actor, user, verb="view_as.begun", now=now)


@transaction.atomic
def forget_view(session: SessionBase, *, viewer: User | AnonymousUser, now: datetime) -> None:
    """End the view; nothing happens where there is none."""
    viewed_id = session.pop(_KEY, None)
    if viewed_id is None or not isinstance(viewer, User):
        return
    viewed = User.objects.filter(pk=viewed_id).first()
    if viewed:
        _record(Actor(user=viewer), viewed, verb="view_as.ended", now=now)


def _record(actor: Actor, viewed: User, *, verb: str, now: datetime) -> None:
    record(
        by=actor.author,
        verb=verb,
        target_type="user",
        target_id=viewed.pk,
        target_name=viewed.username,
        subject=viewed.username,
        now=now,
    )
