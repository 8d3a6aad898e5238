"""Personal tokens: made, found, revoked."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction

from server.audit.models import AuditEvent
from server.audit.services import record
from server.core.errors import require
from server.core.tokens import TokenKind, digest_of, is_well_formed, new_token, prefix_of
from server.people import policies
from server.people.actors import Actor
from server.people.models import PersonalToken, Scope, User
from server.people.services.security_notices import tell_person

_USE_NOTED_EVERY = timedelta(seconds=15)
_MINUTE = "%Y-%m-%d %H:%M UTC"


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


def why_token_refused(*, secret: str, now: datetime) -> str:
    """Why `find_personal_token` finds none: what became of it where it was ours."""
    token = None
    if is_well_formed(secret, TokenKind.USER):
        token = PersonalToken.objects.filter(digest=digest_of(secret)).first()
    if token is None:
        return "This token is not known."
    if token.revoked_at is not None:
        ended = f"was revoked on {token.revoked_at:{_MINUTE}}"
    elif token.expires_at <= now:
        ended = f"expired on {token.expires_at:{_MINUTE}}"
    else:
        return "The account of this token is switched off."
    return f"This token {ended}. Make another one in the settings."


@transaction.atomic
def create_personal_token(
    *,
    actor: Actor,
    user: User,
    name: str,
    scopes: Collection[Scope] = (),
    expires_in_days: int,
    now: datetime,
) -> tuple[PersonalToken, str]:
    """A token of `user` and its secret, which is nowhere else.

    It reads; what it may do beyond that is said in `scopes`, so that nobody hands out a token that
    can do more than he thought of.
    """
    secret = new_token(TokenKind.USER)
    token = PersonalToken.objects.create(
        user=user,
        name=name,
        prefix=prefix_of(secret),
        digest=digest_of(secret),
        created_at=now,
        scopes=[scope.value for scope in Scope if scope in {Scope.READ, *scopes}],
        expires_at=now + timedelta(days=expires_in_days),
    )
    event = _record(token, actor=actor, verb="personal_token.created", now=now)
    tell_person(user, event)
    return token, secret


@transaction.atomic
def revoke_personal_token(*, actor: Actor, token: PersonalToken, now: datetime) -> None:
    """Make `token` worthless at once; nothing happens when it is already."""
    revoked = PersonalToken.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=now)
    if revoked:
        _record(token, actor=actor, verb="personal_token.revoked", now=now)


@transaction.atomic
def revoke_token_of(*, actor: Actor, token: PersonalToken, now: datetime) -> None:
    """Let staff make somebody's token worthless at once; nothing happens when it is already.

    Raises:
        PermissionRefused: `actor` may not change the account of the token's owner.
    """
    roles = token.user.role_grants.values_list("role", flat=True)
    require(policies.why_not_change_account(actor, frozenset(roles)))
    revoke_personal_token(actor=actor, token=token, now=now)


def revoke_all_tokens(*, actor: Actor, user: User, now: datetime) -> None:
    """Make every token of `user` worthless, each on record; called inside a transaction."""
    for token in PersonalToken.objects.filter(user=user, revoked_at=None, expires_at__gt=now):
        revoke_personal_token(actor=actor, token=token, now=now)


def _record(token: PersonalToken, *, actor: Actor, verb: str, now: datetime) -> AuditEvent:
    return record(
        by=actor.author,
        verb=verb,
        target_type="personal_token",
        target_id=token.pk,
        target_name=f"{token.name} of {token.user.username}",
        subject=token.user.username,
        now=now,
    )
