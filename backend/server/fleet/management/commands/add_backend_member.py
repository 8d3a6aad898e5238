"""`manage.py add_backend_member SLUG USERNAME`."""

from argparse import ArgumentParser
from typing import Any

from server.core import clock
from server.core.commands import ServiceCommand
from server.core.errors import CommandRefused
from server.fleet import services
from server.fleet.management.arguments import find_backend
from server.people.actors import command
from server.people.models import User


class Command(ServiceCommand):
    """Lets a person run on a backend."""

    help = "Let a person run on a backend; a second time changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """On which backend, and who."""
        parser.add_argument("slug")
        parser.add_argument("username")

    def handle(self, *_: Any, **options: Any) -> None:
        """Add the member."""
        backend = find_backend(options["slug"])
        user = User.objects.named([options["username"]]).first()
        if user is None:
            raise CommandRefused(f"There is no account {options['username']!r}.")
        is_new = services.add_backend_member(
            backend=backend, user=user, actor=command("add_backend_member"), now=clock.now()
        )
        can = "may now run" if is_new else "could run already"
        self.stdout.write(f"{user.username} {can} on {backend.slug}.")
