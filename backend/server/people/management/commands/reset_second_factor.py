"""`manage.py reset_second_factor USERNAME`: for a person who lost phone and recovery codes."""

from argparse import ArgumentParser
from typing import Any

from server.core import clock
from server.core.commands import ServiceCommand
from server.core.errors import CommandRefused
from server.people import services
from server.people.actors import command
from server.people.models import User


class Command(ServiceCommand):
    """On record, like everything that changes who gets in."""

    help = (
        "Remove every second factor of a person and sign him out everywhere; the password alone "
        "lets him in again. Make sure first that it is he who asks."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whose."""
        parser.add_argument("username")

    def handle(self, *_: Any, **options: Any) -> None:
        """Remove it."""
        user = User.objects.named([options["username"]]).first()
        if user is None:
            raise CommandRefused(f"There is no account {options['username']!r}.")
        services.reset_second_factor(
            user=user, actor=command("reset_second_factor"), now=clock.now()
        )
        self.stdout.write(f"{user.username} has no second factor any more.")
