"""`manage.py create_user_token USERNAME --name NAME`: a personal token, for bots and scripts."""

from argparse import ArgumentParser
from typing import Any

from server.core import clock
from server.core.commands import ServiceCommand
from server.core.errors import CommandRefused
from server.people import services
from server.people.actors import command
from server.people.models import PersonalToken, Scope, User


class Command(ServiceCommand):
    """Prints the secret, alone on stdout, once."""

    help = "Make a personal token and print its secret, which is kept nowhere."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whose token it is, what it is called, how long it lives."""
        parser.add_argument("username")
        parser.add_argument("--name", required=True, help="what the token is for")
        parser.add_argument("--expires-in-days", type=int, default=90, help="1 to 365; default 90")
        parser.add_argument(
            "--scope",
            action="append",
            choices=Scope.values,
            help="what it may do, repeatable; default: read alone",
        )

    def handle(self, *__: Any, **options: Any) -> None:
        """Make the token."""
        most = PersonalToken.LONGEST_LIFE.days
        if not 1 <= options["expires_in_days"] <= most:
            raise CommandRefused(f"A personal token lives 1 to {most} days.")
        user = User.objects.named([options["username"]]).filter(is_active=True).first()
        if user is None:
            raise CommandRefused(f"There is no active account {options['username']!r}.")
        _, secret = services.create_personal_token(
            actor=command("create_user_token"),
            user=user,
            name=options["name"],
            scopes=[Scope(name) for name in options["scope"] or ()],
            expires_in_days=options["expires_in_days"],
            now=clock.now(),
        )
        self.stdout.write(secret)
