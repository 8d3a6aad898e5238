"""Personal tokens: made, found, revoked."""

from datetime import datetime, timedelta

from django.db import transaction

from server.audit.models import ActorKind
from server.audit.services import record
from server.core.tokens import TokenKind, digest_of, is_well_formed, new_token, prefix_of
from server.people.models import PersonalToken, User

_USE_NOTED_EVERY = timedelta(seconds=15)


def find_personal_token(*, secret: str, now: datetime) -> PersonalToken | None:
    """The live token of `secret` with its active user; its use is noted at most every 15 s."""
    if not is_well_formed(secret, TokenKind.USER):
        return None
    token = (
        PersonalToken.objects.select_related("user")
        .filter(digest=digest_of(secret), revoked_at=None, expires_at__gt=now, user__is_active=True)
        .first()
    )
    if token and (token.last_used_at is None or now - token.last_used_at > _USE_NOTED_EVERY):
        PersonalToken.objects.filter(pk=token.pk).update(last_used_at=now)
    return token


@transaction.atomic
def create_personal_token(
    *, user: User, name: str, expires_in_days: int, actor_kind: ActorKind, now: datetime
) -> tuple[PersonalToken, str]:
    """A token of `user` and its secret, which is nowhere else."""
    secret = new_token(TokenKind.USER)
    token = PersonalToken.objects.create(
        user=user,
        name=name,
        prefix=prefix_of(secret),
        digest=digest_of(secret),
        created_at=now,
        expires_at=now + timedelta(days=expires_in_days),
    )
    _record(token, actor_kind=actor_kind, verb="personal_token.created", now=now)
    return token, secret


@transaction.atomic
def revoke_personal_token(*, token: PersonalToken, now: datetime) -> None:
    """Make the person's own `token` worthless at once; nothing happens when it is already."""
    revoked = PersonalToken.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=now)
    if revoked:
        _record(token, actor_kind=ActorKind.PERSON, verb="personal_token.revoked", now=now)


def _record(token: PersonalToken, *, actor_kind: ActorKind, verb: str, now: datetime) -> None:
    is_person = actor_kind is ActorKind.PERSON
    record(
        actor_kind=actor_kind,
        actor=token.user.username if is_person else "create_user_token",
        verb=verb,
        target_type="personal_token",
        target_id=token.pk,
        target_name=f"{token.name} of {token.user.username}",
        now=now,
    )
