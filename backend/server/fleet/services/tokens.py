"""The secrets by which runners speak for a backend: made, taken over, revoked."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from server.core.errors import CommandRefused, FieldError, InputRefused, require
from server.core.rows import insert
from server.core.tokens import TokenKind, digest_of, is_runner_token, new_token, prefix_of
from server.fleet import policies
from server.fleet.models import Backend, BackendToken
from server.fleet.services.recording import record_backend
from server.people.actors import Actor


@transaction.atomic
def create_backend_token(
    *, backend: Backend, name: str, expires_in: timedelta | None, actor: Actor, now: datetime
) -> tuple[BackendToken, str]:
    """A new token of `backend` and its secret, which is nowhere else. None = it does not expire.

    Raises:
        PermissionRefused: `actor` may not manage backends.
        InputRefused: the backend has a token of this name, or the name is empty.
    """
    secret = new_token(TokenKind.BACKEND)
    expires_at = now + expires_in if expires_in else None
    token = _keep_token(
        backend, secret=secret, name=name, expires_at=expires_at, actor=actor, now=now
    )
    return token, secret


@transaction.atomic
def import_backend_token(
    *, backend: Backend, secret: str, name: str, actor: Actor, now: datetime
) -> None:
    """Take over the token of an existing runner, so that it need not be changed.

    Raises:
        PermissionRefused: `actor` may not manage backends.
        CommandRefused: it is not 40 lower-case hex digits, or is known already.
        InputRefused: the name is empty or taken.
    """
    if not is_runner_token(secret):
        raise CommandRefused(
            "That is no token of an existing runner: 40 digits of 0-9 and a-f. Nothing was kept."
        )
    _keep_token(backend, secret=secret, name=name, expires_at=None, actor=actor, now=now)


@transaction.atomic
def rotate_backend_token(
    *,
    token: BackendToken,
    name: str,
    expires_in: timedelta | None,
    overlap: timedelta,
    actor: Actor,
    now: datetime,
) -> tuple[BackendToken, str]:
    """A new token in the place of `token`, which ends after `overlap`, or sooner if it was to.

    Raises:
        PermissionRefused: `actor` may not manage backends.
        InputRefused: the name is taken or empty, or `token` is no live one that has its place.
    """
    made, secret = create_backend_token(
        backend=token.backend, name=name, expires_in=expires_in, actor=actor, now=now
    )
    ends_at = min(token.expires_at or now + overlap, now + overlap)
    live = BackendToken.objects.filter(Q(expires_at=None) | Q(expires_at__gt=now), revoked_at=None)
    retired = live.filter(pk=token.pk, retiring_since=None).update(
        retiring_since=now, expires_at=ends_at, warned_days=None
    )
    if not retired:
        raise InputRefused([FieldError("", "This token was replaced already, or has ended.")])
    record_backend(
        token.backend,
        actor=actor,
        verb="backend_token.retired",
        after={"name": token.name, "expires_at": ends_at.isoformat()},
        now=now,
    )
    return made, secret


def find_live_token(*, backend: Backend, name: str) -> BackendToken:
    """The token of this name that is not revoked.

    Raises:
        CommandRefused: there is none, with the names of those that are.
    """
    live = backend.tokens.filter(revoked_at=None).order_by("name")
    token = live.filter(name=name).first()
    if token is None:
        names = ", ".join(live.values_list("name", flat=True))
        raise CommandRefused(
            f"{backend.slug} has no token {name!r} that could be revoked. Live ones: "
            f"{names or 'none'}."
        )
    return token


@transaction.atomic
def revoke_backend_token(*, token: BackendToken, actor: Actor, now: datetime) -> None:
    """Make `token` worthless at once; nothing happens when it is already.

    Raises:
        PermissionRefused: `actor` may not manage backends.
    """
    require(policies.why_not_manage(actor))
    if BackendToken.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=now):
        record_backend(
            token.backend,
            actor=actor,
            verb="backend_token.revoked",
            after={"name": token.name},
            now=now,
        )


def _keep_token(
    backend: Backend,
    *,
    secret: str,
    name: str,
    expires_at: datetime | None,
    actor: Actor,
    now: datetime,
) -> BackendToken:
    require(policies.why_not_manage(actor))
    token = BackendToken(
        backend=backend,
        name=name,
        prefix=prefix_of(secret),
        digest=digest_of(secret),
        created_at=now,
        expires_at=expires_at,
    )
    if BackendToken.objects.filter(digest=token.digest).exists():
        raise CommandRefused("This token is known already. Nothing was kept.")
    insert(token, typed=["backend", "name"])
    record_backend(
        backend,
        actor=actor,
        verb="backend_token.created",
        after={"name": name, "expires_at": expires_at and expires_at.isoformat()},
        now=now,
    )
    return token
