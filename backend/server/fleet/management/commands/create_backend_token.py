"""`manage.py create_backend_token SLUG --name NAME`."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from server.core import clock
from server.core.commands import ServiceCommand
from server.core.errors import CommandRefused
from server.fleet import services
from server.fleet.management.arguments import add_token_arguments, find_backend
from server.people.actors import command

_LONGEST_LIFE_DAYS = 3650


class Command(ServiceCommand):
    """Prints the secret, alone on stdout, once."""

    help = "Make a token for a backend's runner and print its secret, which is kept nowhere."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Of which backend, under which name, for how long."""
        add_token_arguments(parser)
        parser.add_argument("--expires-in-days", type=int, help="without it, it does not expire")

    def handle(self, *_: Any, **options: Any) -> None:
        """Make the token."""
        days = options["expires_in_days"]
        if days is not None and not 1 <= days <= _LONGEST_LIFE_DAYS:
            raise CommandRefused(f"A token that expires lives 1 to {_LONGEST_LIFE_DAYS} days.")
        _token, secret = services.create_backend_token(
            backend=find_backend(options["slug"]),
            name=options["name"],
            expires_in=None if days is None else timedelta(days=days),
            actor=command("create_backend_token"),
            now=clock.now(),
        )
        self.stdout.write(secret)
