"""Where a person is signed in: listed, ended, and when each was used last.

Roles are read at every request, so a new role needs no new session.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from threading import Lock

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery

from server.audit.services import record
from server.core.sweeps import Retention
from server.people.actors import Actor
from server.people.models import User

USE_NOTED_EVERY = timedelta(minutes=1)
_MOST_REMEMBERED = 10_000


def sessions_of(user: User, *, now: datetime) -> QuerySet[UserSession]:
    """The sessions that still open something, the one used last first, with `expires_at`."""
    sessions = Session.objects.filter(session_key=OuterRef("session_key"), expire_date__gt=now)
    rows: QuerySet[UserSession] = (
        UserSession.objects.filter(user=user)
        .annotate(expires_at=Subquery(sessions.values("expire_date")))
        .exclude(expires_at=None)
        .order_by("-last_seen_at", "-id")
    )
    return rows


@transaction.atomic
def end_own_sessions(
    *, actor: Actor, sessions: Iterable[UserSession], now: datetime
) -> frozenset[str]:
    """End some of the actor's own sessions at once; returns their keys."""
    return end_sessions_of(actor.person, sessions=sessions, actor=actor, now=now)


def end_sessions_of(
    user: User, *, sessions: Iterable[UserSession], actor: Actor, now: datetime
) -> frozenset[str]:
    """End sessions of `user`, which whoever calls this has found to be his; in a transaction."""
    keys = frozenset(session.session_key for session in sessions)
    Session.objects.filter(session_key__in=keys).delete()
    UserSession.objects.filter(session_key__in=keys).delete()
    if keys:
        record(
            by=actor.author,
            verb="user.signed_out",
            target_type="user",
            target_id=user.pk,
            target_name=user.username,
            subject=user.username,
            after={"sessions": len(keys)},
            now=now,
        )
    return keys


RETENTIONS = (
    Retention(
        what="sessions that have run out",
        rows=lambda now: Session.objects.filter(expire_date__lte=now),
    ),
    Retention(
        what="where people were signed in, once the session is over",
        rows=lambda now: UserSession.objects.exclude(  # noqa: ARG005 - the session knows
            session_key__in=Session.objects.values("session_key")
        ),
    ),
)


class _LastNoted:
    """When this process last wrote the use of each session; of too many it forgets all."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._noted_at: dict[str, datetime] = {}

    def is_due(self, key: str, *, seen_at: datetime | None, now: datetime) -> bool:
        """Whether to write now; of many callers in a minute one is told so.

        For a session that this process has not met yet, `seen_at` says when its person was seen.
        """
        with self._lock:
            noted_at = self._noted_at.get(key, seen_at)
            is_due = noted_at is None or now - noted_at >= USE_NOTED_EVERY
            if is_due or key not in self._noted_at:
                if len(self._noted_at) >= _MOST_REMEMBERED:
                    self._noted_at.clear()
                self._noted_at[key] = now
            return is_due


_last_noted = _LastNoted()


def note_session_use(*, user: User, key: str, address: str, now: datetime) -> None:
    """Keep when and from where a session was used; a process writes each at most every minute."""
    if _last_noted.is_due(key, seen_at=user.last_seen_at, now=now):
        UserSession.objects.filter(session_key=key).update(last_seen_at=now, ip=address)
