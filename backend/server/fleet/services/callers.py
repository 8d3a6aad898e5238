"""How a runner's token is recognised."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import connection

from server.core import prepared
from server.core.models import CounterTopic
from server.core.tokens import TokenKind, digest_of, is_well_formed
from server.fleet.models import Backend, BackendToken

_TOLD = "Invalid token"
_MINUTE = "%Y-%m-%d %H:%M UTC"


@dataclass(frozen=True, slots=True)
class Caller:
    """A runner whose token was accepted.

    Of `backend` only what most calls need is read; the rest comes when it is asked for. `tag`
    stands for everything that the backend is shown: it is another one after each change.
    """

    backend: Backend
    token_id: int
    token_last_used_at: datetime | None
    tag: str


def authenticate(*, secret: str, now: datetime) -> Caller | None:
    """The caller behind a backend's token: token, backend and counters in one query.

    None for a token that is mistyped (without a query), unknown, expired or revoked, and for one
    of a backend that staff switched off or that `BACKENDS` does not enable.
    """
    if not is_well_formed(secret, TokenKind.BACKEND):
        return None
    moment = connection.ops.adapt_datetimefield_value(now)
    rows = prepared.fetch(
        _CALLER_QUERY, [CounterTopic.BACKEND, CounterTopic.SHARED, digest_of(secret), moment]
    )
    if not rows:
        return None
    [(pk, slug, flags, last_seen_at, alert_timeout, token_id, token_last_used_at, tag)] = rows
    if settings.BACKENDS and slug not in settings.BACKENDS:
        return None
    known = {  # in the order of the model's fields
        "id": pk,
        "slug": slug,
        "is_active": True,
        "alert_timeout": _duration(alert_timeout),
        "flags": json.loads(flags),
        "last_seen_at": _in_utc(last_seen_at),
    }
    return Caller(
        backend=Backend.from_db(None, list(known), list(known.values())),
        token_id=token_id,
        token_last_used_at=_in_utc(token_last_used_at),
        tag=tag,
    )


# In SQL: every runner asks every few seconds, and of the time of a poll that finds nothing new the
# ORM took three quarters to put the same statement together again.
_CALLER_QUERY = """
    SELECT backend.id, backend.slug, backend.flags, backend.last_seen_at, backend.alert_timeout,
           token.id, token.last_used_at,
           coalesce(own.epoch || '.' || own.value, 'none') || '-'
             || coalesce(shared.epoch || '.' || shared.value, 'none')
    FROM fleet_backendtoken token
    JOIN fleet_backend backend ON backend.id = token.backend_id AND backend.is_active
    LEFT JOIN core_changecounter own ON own.topic = %s AND own.object_id = backend.id
    LEFT JOIN core_changecounter shared ON shared.topic = %s AND shared.object_id = 0
    WHERE token.digest = %s AND token.revoked_at IS NULL
      AND (token.expires_at IS NULL OR token.expires_at > %s)
"""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a token is refused: `told` to who sent it, and for one that was ours also `reason`.

    `reason` is for the operators of the backend `backend_id`: it says which token, without the
    secret.
    """

    told: str = _TOLD
    backend_id: int | None = None
    reason: str = ""


def refusal_of(*, secret: str, now: datetime) -> Refusal:
    """Why `authenticate` knows no caller behind this token."""
    token = BackendToken.objects.filter(digest=digest_of(secret)).first()
    if token is None:
        return Refusal()
    told = _TOLD
    if token.revoked_at is not None:
        why = f"revoked on {token.revoked_at:{_MINUTE}}"
    elif token.expires_at is not None and token.expires_at <= now:
        why = f"ended on {token.expires_at:{_MINUTE}}"
        told = f"{told}: it {why}"
    else:
        why = "its backend was switched off"
    reason = f'Token "{token.name}" ({token.prefix}…): {why}'
    return Refusal(told=told, backend_id=token.backend_id, reason=reason)


def _duration(value: timedelta | int) -> timedelta:
    """As the models have it: SQLite keeps microseconds."""
    return timedelta(microseconds=value) if isinstance(value, int) else value


def _in_utc(time: datetime | None) -> datetime | None:
    """A time of plain SQL, which SQLite hands over without a zone."""
    return time.replace(tzinfo=UTC) if time and time.tzinfo is None else time
