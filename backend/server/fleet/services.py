"""Every change to backends and their tokens, and how a runner's token is recognised."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import OuterRef, Q

from server.audit.models import ActorKind
from server.audit.services import record
from server.core import counters
from server.core.errors import CommandRefused
from server.core.rows import insert
from server.core.slugs import is_reserved
from server.core.tokens import (
    TokenKind,
    digest_of,
    is_runner_token,
    is_well_formed,
    new_token,
    prefix_of,
)
from server.fleet.models import Backend, BackendMembership, BackendToken
from server.people.models import User


@dataclass(frozen=True, slots=True)
class Caller:
    """A runner whose token was accepted.

    `tag` stands for everything that the backend is shown: it is another one after each change.
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
    live = BackendToken.objects.filter(
        Q(expires_at=None) | Q(expires_at__gt=now), revoked_at=None, backend__is_active=True
    )
    if settings.BACKENDS:
        live = live.filter(backend__slug__in=settings.BACKENDS)
    token = (
        live.filter(digest=digest_of(secret))
        .select_related("backend")
        .annotate(
            own_state=counters.state_of_backend(OuterRef("backend_id")),
            shared_state=counters.state_of_shared(),
        )
        .first()
    )
    if token is None:
        return None
    return Caller(
        backend=token.backend,
        token_id=token.pk,
        token_last_used_at=token.last_used_at,
        tag=f"{token.own_state}-{token.shared_state}",
    )


@transaction.atomic
def create_backend(*, slug: str, name: str, actor: str, now: datetime) -> Backend:
    """A backend with its change counter; `actor` is the command that makes it.

    Raises:
        CommandRefused: the slug is taken, is a word of our own addresses or has the wrong form.
    """
    if is_reserved(slug):
        raise CommandRefused(
            f"{slug!r} is a word of this service's own addresses. Choose another slug."
        )
    backend = Backend(slug=slug, name=name, created_at=now, updated_at=now)
    insert(backend, typed=["slug", "name"])
    counters.bump_backend(backend.pk)
    _record(
        backend, actor=actor, verb="backend.created", after={"slug": slug, "name": name}, now=now
    )
    return backend


@transaction.atomic
def create_backend_token(
    *, backend: Backend, name: str, expires_in: timedelta | None, actor: str, now: datetime
) -> str:
    """The secret of a new token of `backend`, which is nowhere else. None = it does not expire.

    Raises:
        CommandRefused: the backend has a token of this name, or the name is empty.
    """
    secret = new_token(TokenKind.BACKEND)
    expires_at = now + expires_in if expires_in else None
    _keep_token(backend, secret=secret, name=name, expires_at=expires_at, actor=actor, now=now)
    return secret


@transaction.atomic
def import_backend_token(
    *, backend: Backend, secret: str, name: str, actor: str, now: datetime
) -> None:
    """Take over the token of an existing runner, so that it need not be changed.

    Raises:
        CommandRefused: it is not 40 lower-case hex digits, is known already, or the name is
            empty or taken.
    """
    if not is_runner_token(secret):
        raise CommandRefused(
            "That is no token of an existing runner: 40 digits of 0-9 and a-f. Nothing was kept."
        )
    _keep_token(backend, secret=secret, name=name, expires_at=None, actor=actor, now=now)


@transaction.atomic
def revoke_backend_token(*, backend: Backend, name: str, actor: str, now: datetime) -> None:
    """Make a token worthless at once.

    Raises:
        CommandRefused: the backend has no live token of this name.
    """
    live = backend.tokens.filter(name=name, revoked_at=None)
    if not live.update(revoked_at=now):
        names = ", ".join(backend.tokens.filter(revoked_at=None).values_list("name", flat=True))
        raise CommandRefused(
            f"{backend.slug} has no token {name!r} that could be revoked. Live ones: "
            f"{names or 'none'}."
        )
    _record(backend, actor=actor, verb="backend_token.revoked", after={"name": name}, now=now)


@transaction.atomic
def add_backend_member(*, backend: Backend, user: User, actor: str, now: datetime) -> bool:
    """Let a person run on `backend`; False where that was so already."""
    _, is_new = BackendMembership.objects.get_or_create(
        backend=backend, user=user, defaults={"created_at": now}
    )
    if is_new:
        after = {"user": user.username}
        _record(backend, actor=actor, verb="backend_member.added", after=after, now=now)
    return is_new


@transaction.atomic
def begin_new_epoch(*, actor: str, now: datetime) -> int:
    """Make every tag that runners hold worthless; returns how many counters there are."""
    count = counters.begin_new_epoch()
    record(
        actor_kind=ActorKind.COMMAND,
        actor=actor,
        verb="epoch.begun",
        target_type="change_counters",
        target_id="all",
        now=now,
    )
    return count


def _keep_token(
    backend: Backend,
    *,
    secret: str,
    name: str,
    expires_at: datetime | None,
    actor: str,
    now: datetime,
) -> None:
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
    _record(backend, actor=actor, verb="backend_token.created", after={"name": name}, now=now)


def _record(
    backend: Backend, *, actor: str, verb: str, after: dict[str, str], now: datetime
) -> None:
    record(
        actor_kind=ActorKind.COMMAND,
        actor=actor,
        verb=verb,
        target_type="backend",
        target_id=backend.pk,
        target_name=backend.slug,
        after=after,
        now=now,
    )
