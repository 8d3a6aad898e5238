"""On record: who signed in by which way, who signed out, and who was kept out."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from server.audit.models import ActorKind
from server.audit.services import Author, record
from server.people.models import User


def note_sign_in(*, user: User, ways: Sequence[str], now: datetime) -> None:
    """Keep that the person signed in, by `ways` such as password, github, totp."""
    _record(user, "session.started", {"by": list(ways)}, now=now)


def note_sign_out(*, user: User, now: datetime) -> None:
    """Keep that the person signed out."""
    _record(user, "session.ended", {}, now=now)


def note_refused_sign_in(*, user: User, why: str, now: datetime) -> None:
    """Keep that somebody proved to be this person and was kept out all the same."""
    _record(user, "session.refused", {"why": why}, now=now)


def _record(user: User, verb: str, after: dict[str, Any], *, now: datetime) -> None:
    record(
        by=Author(ActorKind.PERSON, user.username),
        verb=verb,
        target_type="user",
        target_id=user.pk,
        target_name=user.username,
        subject=user.username,
        after=after,
        now=now,
    )
