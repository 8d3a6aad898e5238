"""The second factor of a person: that a code counts once, and what is on record of it."""

from collections.abc import Iterable
from datetime import datetime

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.totp.internal.auth import yield_hotp_counters_from_time as accepted_steps
from allauth.mfa.utils import decrypt
from django.db import transaction

from server.audit.models import ActorKind
from server.audit.services import Author, record
from server.core.errors import CommandRefused, DomainError
from server.people.actors import Actor
from server.people.models import User
from server.people.services.security_notices import tell_person
from server.people.services.sessions import end_sessions_of, sessions_of

_KINDS = {
    Authenticator.Type.TOTP: "codes of an app",
    Authenticator.Type.RECOVERY_CODES: "recovery codes",
    Authenticator.Type.WEBAUTHN: "passkey",
}
_CHANGES_THE_WAYS_IN = ("added", "removed")


class LocalAccountsOnly(DomainError):
    """The account has no password here, so there is no first factor to add a second to."""

    problem = "conflict"

    def __init__(self) -> None:
        super().__init__(
            "You sign in by GitHub, which asks for a second factor if you set one there. Accounts "
            "with a password of this service have theirs here."
        )


def require_local_account(user: User) -> None:
    """Go on for an account with a password.

    Raises:
        LocalAccountsOnly: it has none.
    """
    if not user.has_usable_password():
        raise LocalAccountsOnly


def claim_code(authenticator: Authenticator, *, code: str) -> bool:
    """Use up a code that the library found right; false where it was used before.

    The library remembers used codes in each process alone. Of one app's codes only later ones than
    the last used count; the UPDATE names one winner where two come at once. Recovery codes are
    crossed off by the library, in the database. Source: RFC 6238, 5.2
    """
    if authenticator.type != Authenticator.Type.TOTP:
        return True
    row = Authenticator.objects.get(pk=authenticator.pk)
    secret = decrypt(row.data["secret"])
    typed = normalize_user_code(code)
    step = max(
        (step for step in accepted_steps() if format_hotp_value(hotp_value(secret, step)) == typed),
        default=-1,
    )
    if step <= row.data.get("last_step", -1):
        return False
    claimed = Authenticator.objects.filter(pk=row.pk, data=row.data).update(
        data=row.data | {"last_step": step}
    )
    return bool(claimed)


def note_factor(
    *, user: User, authenticator: Authenticator, deed: str, now: datetime, by: Author | None = None
) -> None:
    """Keep that the person `added`, `removed`, `renamed`, `renewed` or `used` a second factor."""
    about = {"kind": _KINDS[authenticator.type]}
    if authenticator.type == Authenticator.Type.WEBAUTHN:
        about["name"] = authenticator.wrap().name
    is_gone = deed == "removed"
    event = record(
        by=by or Author(ActorKind.PERSON, user.username),
        verb=f"second_factor.{deed}",
        target_type="user",
        target_id=user.pk,
        target_name=user.username,
        subject=user.username,
        before=about if is_gone else {},
        after={} if is_gone else about,
        now=now,
    )
    # Recovery codes come and go with another factor, which is told.
    if deed in _CHANGES_THE_WAYS_IN and authenticator.type != Authenticator.Type.RECOVERY_CODES:
        tell_person(user, event)


def remove_factors(
    user: User, *, authenticators: Iterable[Authenticator], by: Author, now: datetime
) -> None:
    """Take second factors away, each on record; called inside a transaction."""
    for authenticator in authenticators:
        note_factor(user=user, authenticator=authenticator, deed="removed", by=by, now=now)
        authenticator.delete()


@transaction.atomic
def reset_second_factor(*, user: User, actor: Actor, now: datetime) -> None:
    """Let a person who lost his second factor in by his password alone, and sign him out.

    Whoever found the lost device may be signed in on it.

    Raises:
        CommandRefused: he has none.
    """
    found = list(Authenticator.objects.filter(user=user))
    if not found:
        raise CommandRefused(f"{user.username} has no second factor. Nothing was changed.")
    remove_factors(user, authenticators=found, by=actor.author, now=now)
    end_sessions_of(user, sessions=sessions_of(user, now=now), actor=actor, now=now)
