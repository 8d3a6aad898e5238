"""Failed tries to sign in, counted in the database, where every process sees them.

Five wrong passwords in five minutes for one user name, thirty failures of any kind from one
address; then signing in waits, for the right password too. Whether the name exists makes no
difference to anything here.
"""

import math
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from django.utils.crypto import salted_hmac

from server.core.errors import DomainError
from server.core.sweeps import Retention
from server.people.models import SignInTry, User

WINDOW = timedelta(minutes=5)
MOST_PER_ACCOUNT = 5
MOST_PER_ADDRESS = 30
_IPV6_OF_ONE_SITE = 64  # bits: whoever has one address of these has them all


class TooManyTries(DomainError):
    """Signing in is paused for this user name or this address."""

    problem = "throttled"


RETENTION = Retention(
    what="wrong passwords, 5 minutes old",
    rows=lambda now: SignInTry.objects.filter(at__lte=now - WINDOW),
)


def begin_try(*, username: str | None, address: str, now: datetime) -> Sequence[int]:
    """Count a try before its password is looked at; returns what `forget_try` takes back.

    `username` is None where another service says who it is; then the address alone counts.

    The try is written first and counted with the others then: of many at the same moment no more
    get through than one after another.

    Raises:
        TooManyTries: with `retry_after_s`, the whole seconds until the next try is let through.
    """
    limits = {_key("address", _site_of(address)): MOST_PER_ADDRESS}
    if username is not None:
        limits |= {_key("account", username.strip().upper()): MOST_PER_ACCOUNT}
    return _begin(limits, now=now)


def begin_code_try(*, user: User | None, address: str, now: datetime) -> Sequence[int]:
    """Count a try of a second factor before it is looked at, as `begin_try` does for passwords.

    `user` is None where the passkey itself says whose it is; then the address alone counts.

    Raises:
        TooManyTries: with `retry_after_s`.
    """
    limits = {_key("address", _site_of(address)): MOST_PER_ADDRESS}
    if user is not None:
        limits |= {_key("code", str(user.pk)): MOST_PER_ACCOUNT}
    return _begin(limits, now=now)


def _begin(limits: Mapping[str, int], *, now: datetime) -> Sequence[int]:
    _refuse_beyond(limits, now=now)
    SignInTry.objects.filter(at__lte=now - WINDOW).delete()
    rows = SignInTry.objects.bulk_create([SignInTry(key=key, at=now) for key in limits])
    written = [row.pk for row in rows]
    try:
        _refuse_beyond({key: most + 1 for key, most in limits.items()}, now=now)
    except TooManyTries:
        forget_try(written)
        raise
    return written


def forget_try(written: Sequence[int]) -> None:
    """Take a try back, because it did not fail."""
    SignInTry.objects.filter(pk__in=written).delete()


def _refuse_beyond(limits: Mapping[str, int], *, now: datetime) -> None:
    """Refuse when any key has as many tries as its limit, in one query."""
    tries: dict[str, list[datetime]] = {key: [] for key in limits}
    found = SignInTry.objects.filter(key__in=limits, at__gt=now - WINDOW).order_by("at")
    for key, at in found.values_list("key", "at"):
        tries[key].append(at)
    free_at = [
        tries[key][-most] + WINDOW for key, most in limits.items() if len(tries[key]) >= most
    ]
    if free_at:
        wait_s = math.ceil((max(free_at) - now).total_seconds())
        raise TooManyTries(
            "Signing in is paused after too many wrong passwords or codes for this user name or "
            f"from your address. Try again in {_in_words(wait_s)}.",
            retry_after_s=wait_s,
        )


def _in_words(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    parts = [f"{minutes} min"] * bool(minutes) + [f"{rest} s"] * bool(rest)
    return " ".join(parts)


def _key(kind: str, text: str) -> str:
    return salted_hmac("people.SignInTry", f"{kind} {text}", algorithm="sha256").hexdigest()


def _site_of(address: str) -> str:
    """The address, or for version 6 the network that one customer is given."""
    try:
        is_v6 = isinstance(ip_address(address), IPv6Address)
    except ValueError:
        return address
    return str(ip_network(f"{address}/{_IPV6_OF_ONE_SITE}", strict=False)) if is_v6 else address
