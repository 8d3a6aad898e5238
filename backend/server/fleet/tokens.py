"""Where a runner's token is in its life, and when its end is told ahead."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import models, transaction
from django.db.models import Q

from server.fleet.models import BackendToken
from server.outbox.services import Event, publish

EXPIRING = "backend_token.expiring"
WARNED_DAYS = (30, 7, 1)
_UNUSED_FOR = timedelta(days=30)


class TokenState(models.TextChoices):
    """Where a token is in its life."""

    ACTIVE = "active", "In use"
    RETIRING = "retiring", "Replaced; ends on a date"
    EXPIRED = "expired", "Past its end"
    REVOKED = "revoked", "Revoked"


def state_at(token: BackendToken, now: datetime) -> TokenState:
    """Where the token is in its life then."""
    if token.revoked_at is not None:
        return TokenState.REVOKED
    if token.expires_at is not None and token.expires_at <= now:
        return TokenState.EXPIRED
    return TokenState.RETIRING if token.retiring_since is not None else TokenState.ACTIVE


def unused_since(now: datetime) -> datetime:
    """A live token that was made and last used before this is not in use."""
    return now - _UNUSED_FOR


def is_unused_at(token: BackendToken, now: datetime) -> bool:
    """Whether a live token could go: nobody has used it for a month."""
    is_live = state_at(token, now) in (TokenState.ACTIVE, TokenState.RETIRING)
    return is_live and (token.last_used_at or token.created_at) < unused_since(now)


@transaction.atomic
def publish_warnings(*, now: datetime) -> int:
    """Have the end of each live token told 30, 7 and 1 days ahead, each once.

    Returns how many ends are to be told of.
    """
    near = BackendToken.objects.filter(
        revoked_at=None, expires_at__gt=now, expires_at__lte=now + timedelta(days=WARNED_DAYS[0])
    )
    events = [event for token in near for event in _warnings(token, now=now)]
    publish(events, now=now)
    return len(events)


def _warnings(token: BackendToken, *, now: datetime) -> Iterator[Event]:
    if token.expires_at is None:
        return
    # The nearest of the steps that are passed: a token made for a week is told of 7 and 1.
    days = min(day for day in WARNED_DAYS if token.expires_at <= now + timedelta(days=day))
    if token.created_at > token.expires_at - timedelta(days=days):
        return
    untold = BackendToken.objects.filter(Q(warned_days=None) | Q(warned_days__gt=days), pk=token.pk)
    if untold.update(warned_days=days):
        yield Event(
            topic=EXPIRING,
            payload={"token_id": token.pk},
            key=f"{EXPIRING}:{token.pk}:{token.expires_at.isoformat()}:{days}",
        )
