"""Accounts of people who come by GitHub. GitHub's numeric id decides who somebody is, alone.

Source: docs/decisions/0010-sign-in-by-github.md
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.db.models import F
from django.db.models.functions import Lower

from server.audit.models import ActorKind, AuditEvent
from server.audit.services import Author, record
from server.core import counters
from server.outbox.services import Event, publish
from server.people.github import PROVIDER
from server.people.models import User
from server.people.services.own_events import RENAMED

FIRST_SIGN_IN = "account.first_sign_in"
_USERNAME = re.compile(r"[A-Za-z0-9][-A-Za-z0-9_.@+]{0,99}")
_NUMBERS = range(2, 30)  # behind a name that is taken
_TRIES = 5  # at the same moment as somebody else
_GITHUB = Author(ActorKind.SYSTEM, "github")


@dataclass(frozen=True, slots=True)
class GitHubProfile:
    """What GitHub says of a person, in plain lines; `name` and `email` may be empty."""

    id: int
    login: str
    name: str = ""
    email: str = ""


def create_github_account(*, profile: GitHubProfile, now: datetime) -> tuple[User, SocialAccount]:
    """The account of somebody who comes for the first time: no role, no project, no backend.

    The user name is the GitHub name; where that is or was another account's, it gets a number.
    Name and e-mail address are copied this once; an address of another account is left out.
    Coming twice at the same moment makes one account.
    """
    for _ in range(_TRIES):
        known = SocialAccount.objects.filter(provider=PROVIDER, uid=str(profile.id))
        if found := known.select_related("user").first():
            return found.user, found
        try:
            with transaction.atomic():
                return _insert(profile, now=now)
        except IntegrityError:  # the id, the name or the address was taken just now
            continue
    raise LookupError(f"No user name was free for the GitHub account {profile.id}.")


def follow_github_login(*, user: User, profile: GitHubProfile, now: datetime) -> None:
    """Take over a changed GitHub name, where no other account has or had it."""
    wanted = _username_of(profile)
    before = user.username
    if before == wanted or _taken([wanted], by_others_than=user):
        return
    try:
        with transaction.atomic():
            moved = User.objects.filter(pk=user.pk, username=before).update(
                username=wanted, version=F("version") + 1
            )
            if not moved:
                return
            record(
                by=_GITHUB,
                verb=RENAMED,
                target_type="user",
                target_id=user.pk,
                target_name=before,
                subject=wanted,
                before={"username": before},
                after={"username": wanted},
                now=now,
            )
            counters.bump_shared()  # runners are shown user names
    except IntegrityError:  # taken just now
        return
    user.username = wanted


def _insert(profile: GitHubProfile, *, now: datetime) -> tuple[User, SocialAccount]:
    user = User(
        username=_free_username(profile),
        fullname=profile.name[:255],
        email=_free_address(profile.email),
        created_at=now,
    )
    user.set_unusable_password()
    user.save(force_insert=True)
    account = SocialAccount.objects.create(
        user=user,
        provider=PROVIDER,
        uid=str(profile.id),
        extra_data={"id": profile.id, "login": profile.login},
    )
    record(
        by=Author(ActorKind.PERSON, user.username),
        verb="user.created",
        target_type="user",
        target_id=user.pk,
        target_name=user.username,
        subject=user.username,
        after={"github_id": profile.id, "github_login": profile.login},
        now=now,
    )
    arrived = Event(
        topic=FIRST_SIGN_IN, payload={"user_id": user.pk}, key=f"{FIRST_SIGN_IN}:{user.pk}"
    )
    publish([arrived], now=now)
    return user, account


def _username_of(profile: GitHubProfile) -> str:
    """The GitHub name; one that cannot be a user name here gives way to the id."""
    is_name = _USERNAME.fullmatch(profile.login)
    return profile.login if is_name else f"github-{profile.id}"


def _free_username(profile: GitHubProfile) -> str:
    wanted = _username_of(profile)
    names = [wanted, *(f"{wanted}-{number}" for number in _NUMBERS)]
    taken = _taken(names)
    free = [name for name in names if name.lower() not in taken]
    return free[0] if free else f"{wanted}-{profile.id}"


def _taken(names: Sequence[str], *, by_others_than: User | None = None) -> Collection[str]:
    """Which of `names` another account has, or had before: the record knows people by name."""
    lowered = [name.lower() for name in names]
    have = User.objects.named(names)
    had = (
        AuditEvent.objects.filter(verb=RENAMED)
        .annotate(lowered=Lower("target_name"))
        .filter(lowered__in=lowered)
    )
    if by_others_than is not None:
        have = have.exclude(pk=by_others_than.pk)
        had = had.exclude(target_id=str(by_others_than.pk))
    return {
        *(user.username.lower() for user in have),
        *(name.lower() for name in had.values_list("target_name", flat=True)),
    }


def _free_address(email: str) -> str:
    """The address in small letters; empty where it is none or belongs to another account."""
    address = email.lower()
    try:
        validate_email(address)
    except ValidationError:
        return ""
    mine = len(address) <= 254 and not User.objects.filter(email__iexact=address).exists()
    return address if mine else ""
