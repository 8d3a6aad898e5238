"""`manage.py ensure_admins`: make the people in ADMIN_USERS Administrators."""

from typing import Any

from django.conf import settings

from server.core import clock
from server.core.commands import ServiceCommand
from server.people import services


class Command(ServiceCommand):
    """Safe to repeat; says what became of each role."""

    help = (
        "Give the role Administrator to the people in ADMIN_USERS, and take it back from those "
        "who were given it so and are not in it any more."
    )

    def handle(self, *_: Any, **__: Any) -> None:
        """One line a person."""
        change = services.ensure_admins(usernames=settings.ADMIN_USERS, now=clock.now())
        outcomes = [
            (change.given, "is Administrator now."),
            (change.had, "is Administrator already."),
            (change.taken, "is not Administrator any more: no longer in ADMIN_USERS."),
            (change.kept_as_last, "stays Administrator, though not in ADMIN_USERS: the last one."),
        ]
        for usernames, outcome in outcomes:
            for username in usernames:
                self.stdout.write(f"{username} {outcome}")
        if not any(usernames for usernames, _ in outcomes):
            self.stdout.write("ADMIN_USERS names nobody; nothing was changed.")
