"""Making local accounts: for installations without GitHub, and for trying things out."""

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from server.audit.services import record
from server.core.errors import CommandRefused
from server.people.actors import Actor
from server.people.models import User


@transaction.atomic
def create_account(
    *, username: str, fullname: str, email: str, password: str, actor: Actor, now: datetime
) -> User:
    """A person without any role who signs in by password.

    Raises:
        CommandRefused: the name or address is taken or has the wrong form, the password is weak.
    """
    try:
        validate_password(password, User(username=username, email=email))
        user = User.objects.create_user(
            username, email=email, password=password, fullname=fullname, created_at=now
        )
    except ValidationError as error:
        raise CommandRefused(" ".join(error.messages)) from error
    record(
        by=actor.author,
        verb="user.created",
        target_type="user",
        target_id=user.pk,
        target_name=user.username,
        subject=user.username,
        now=now,
    )
    return user
