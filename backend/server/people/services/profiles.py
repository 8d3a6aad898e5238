"""What people change about themselves: name, e-mail address, whether they want notices."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from server.audit.services import record
from server.core import counters, rows
from server.core.errors import FieldError, InputRefused
from server.core.plain_text import plain_line
from server.people.actors import Actor
from server.people.models import User
from server.people.services.security_notices import tell_person
from server.people.services.versions import claim_version


@transaction.atomic
def change_account(
    *, actor: Actor, version: int, changes: Mapping[str, Any], now: datetime
) -> None:
    """Set some of `fullname`, `email`, `wants_notices`, `run_mail` of the actor's own account.

    `welcomed` ends the first-time welcome; a second time changes nothing.

    Raises:
        InputRefused: the name is empty, the address has the wrong form or is another account's.
        StaleVersion: the account was changed since.
    """
    user = actor.person
    claim_version(user, version=version)
    wanted = _real_changes(user, changes, now=now)
    if not wanted:
        return
    before = {name: getattr(user, name) for name in wanted}
    for name, value in wanted.items():
        setattr(user, name, value)
    _check(user, wanted)
    try:
        with transaction.atomic():
            user.save(update_fields=list(wanted))
    except IntegrityError as error:  # the one thing that must be unique, taken just now
        raise _address_taken() from error
    event = record(
        by=actor.author,
        verb="user.changed",
        target_type="user",
        target_id=user.pk,
        target_name=user.username,
        subject=user.username,
        before=_on_record(before),
        after=_on_record(wanted),
        now=now,
    )
    if before.get("email"):
        tell_person(user, event, given_up=before["email"])
    if "fullname" in wanted:
        counters.bump_shared()  # runners are shown names


def _real_changes(user: User, changes: Mapping[str, Any], *, now: datetime) -> dict[str, Any]:
    wanted = {name: value for name, value in changes.items() if name != "welcomed"}
    if "fullname" in wanted:
        wanted["fullname"] = plain_line(wanted["fullname"])
    if "email" in wanted:
        wanted["email"] = wanted["email"].strip().lower()
    real = {name: value for name, value in wanted.items() if value != getattr(user, name)}
    if changes.get("welcomed") and user.welcomed_at is None:
        real["welcomed_at"] = now
    if "fullname" in wanted and not wanted["fullname"]:
        raise InputRefused([FieldError("/fullname", "Give the name that others are to see.")])
    return real


def _check(user: User, wanted: Mapping[str, Any]) -> None:
    email = wanted.get("email")
    if email and User.objects.filter(email__iexact=email).exclude(pk=user.pk).exists():
        raise _address_taken()
    rows.check(user, typed=wanted.keys())


def _on_record(values: Mapping[str, Any]) -> dict[str, Any]:
    """As the record keeps them: for good, so without the address itself."""
    shown = {name: value for name, value in values.items() if name not in ("email", "welcomed_at")}
    if "email" in values:
        shown["email"] = "set" if values["email"] else ""
    if "welcomed_at" in values:
        shown["welcomed"] = values["welcomed_at"] is not None
    return shown


def _address_taken() -> InputRefused:
    return InputRefused([FieldError("/email", "This e-mail address belongs to another account.")])
