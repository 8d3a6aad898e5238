"""What a new password brings with it."""

from datetime import datetime

from allauth.usersessions.models import UserSession

from server.audit.models import ActorKind
from server.audit.services import Author, record
from server.people.actors import Actor
from server.people.models import User
from server.people.services.security_notices import tell_person
from server.people.services.sessions import end_sessions_of, sessions_of


def finish_password_change(*, user: User, kept_key: str | None, now: datetime) -> None:
    """End every session but the one of `kept_key`, and put the change on record.

    Personal tokens stay: they are no sessions, and scripts would stop at night. Called in the
    transaction of the change.
    """
    others = sessions_of(user, now=now).exclude(session_key=kept_key)
    end_sessions_of(user, sessions=others, actor=Actor(user=user), now=now)
    # The key of this session was renewed; what is known of the one before goes too.
    UserSession.objects.filter(user=user).exclude(session_key=kept_key).delete()
    event = record(
        by=Author(ActorKind.PERSON, user.username),
        verb="password.changed",
        target_type="user",
        target_id=user.pk,
        target_name=user.username,
        subject=user.username,
        now=now,
    )
    tell_person(user, event)
