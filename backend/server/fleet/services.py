"""Every change to backends and their tokens, and how a runner's token is recognised."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import OuterRef, Q

from server.core import counters
from server.core.tokens import TokenKind, digest_of, is_well_formed
from server.fleet.models import Backend, BackendToken


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
