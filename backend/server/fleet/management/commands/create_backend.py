"""`manage.py create_backend SLUG --name NAME`."""

from argparse import ArgumentParser
from typing import Any

from server.core import clock
from server.core.commands import ServiceCommand
from server.fleet import services
from server.people.actors import command


class Command(ServiceCommand):
    """Makes a backend without a migration."""

    help = "Make a backend. Its runner needs a token then: create_backend_token."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Its slug and name."""
        parser.add_argument("slug", help="lower-case letters, digits, - and _")
        parser.add_argument("--name", required=True, help="how people see it")

    def handle(self, *_: Any, **options: Any) -> None:
        """Make it."""
        backend = services.create_backend(
            slug=options["slug"],
            name=options["name"],
            actor=command("create_backend"),
            now=clock.now(),
        )
        self.stdout.write(f"Made the backend {backend.slug}.")
