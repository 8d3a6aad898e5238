"""Closing an account: nobody signs in by it again, and of the person the user name alone stays."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import F

from server.audit.services import record
from server.core import counters
from server.core.errors import DomainError, FieldError, InputRefused
from server.people.actors import Actor
from server.people.leaving import say_farewells
from server.people.models import RoleGrant, User
from server.people.roles import Role
from server.people.services.last_administrator import (
    LastAdministrator,
    lock_administrators,
)
from server.people.services.second_factor import remove_factors
from server.people.services.sessions import end_sessions_of
from server.people.services.sign_in_tries import begin_try, forget_try
from server.people.services.tokens import revoke_all_tokens


class AlreadyClosed(DomainError):
    """The account was closed in the same moment."""


def why_not_close(actor: Actor) -> LastAdministrator | None:
    """What stands against closing one's own account; a query for Administrators alone."""
    if not actor.is_administrator:
        return None
    others = RoleGrant.objects.filter(role=Role.ADMINISTRATOR, user__is_active=True)
    if others.exclude(user=actor.person).exists():
        return None
    return LastAdministrator(
        "You are the last Administrator. Make somebody else one before you close your account."
    )


def confirm_identity(
    *, user: User, username: str, password: str, address: str, now: datetime
) -> None:
    """Hold what was typed against the account: its name and, where it has one, its password.

    Raises:
        InputRefused: one of them is wrong.
        TooManyTries: too many passwords were.
    """
    if username.strip().lower() != user.username.lower():
        raise InputRefused([FieldError("/username", f"Type your user name: {user.username}.")])
    if not user.has_usable_password():
        return
    counted = begin_try(username=user.username, address=address, now=now)
    if not user.check_password(password):
        raise InputRefused([FieldError("/password", "This is not your password.")])
    forget_try(counted)


@transaction.atomic
def close_account(*, actor: Actor, now: datetime) -> None:
    """Close the actor's own account for good, at once.

    Sessions and tokens end, roles and memberships are taken, second factors and the tie to GitHub
    go, full name and e-mail address are emptied. What he asked for stays, under his user name. Who
    comes by the same GitHub account later is somebody new. Source: docs/decisions/0012.

    Raises:
        LastAdministrator: nobody active would be Administrator.
        AlreadyClosed: it was closed in the same moment.
    """
    user = actor.person
    lock_administrators()
    closed = User.objects.filter(pk=user.pk, closed_at=None).update(
        is_active=False,
        closed_at=now,
        fullname="",
        email="",
        wants_notices=False,
        password=make_password(None),
        version=F("version") + 1,
    )
    if not closed:
        raise AlreadyClosed("The account is closed already.")
    if refusal := why_not_close(actor):
        raise refusal
    for grant in user.role_grants.order_by("role"):
        grant.delete()
        _record(user, actor=actor, verb="role.taken", before={"role": grant.role}, now=now)
    say_farewells(user=user, actor=actor, now=now)
    revoke_all_tokens(actor=actor, user=user, now=now)
    sessions = UserSession.objects.filter(user=user)
    end_sessions_of(user, sessions=sessions, actor=actor, now=now)
    factors = Authenticator.objects.filter(user=user)
    remove_factors(user, authenticators=factors, by=actor.author, now=now)
    SocialAccount.objects.filter(user=user).delete()
    _record(user, actor=actor, verb="user.closed", before={}, now=now)
    counters.bump_shared()  # runners are shown names


def _record(user: User, *, actor: Actor, verb: str, before: dict[str, str], now: datetime) -> None:
    record(
        by=actor.author,
        verb=verb,
        target_type="user",
        target_id=user.pk,
        target_name=user.username,
        subject=user.username,
        before=before,
        now=now,
    )
