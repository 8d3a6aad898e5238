"""`manage.py revoke_backend_token SLUG --name NAME`."""

from argparse import ArgumentParser
from typing import Any

from server.core import clock
from server.core.commands import ServiceCommand
from server.fleet import services
from server.fleet.management.arguments import add_token_arguments, find_backend
from server.people.actors import command


class Command(ServiceCommand):
    """Makes a token worthless at once; the others of the backend stay good."""

    help = "Revoke one token of a backend."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Of which backend, and under which name."""
        add_token_arguments(parser)

    def handle(self, *_: Any, **options: Any) -> None:
        """Revoke it."""
        backend = find_backend(options["slug"])
        services.revoke_backend_token(
            token=services.find_live_token(backend=backend, name=options["name"]),
            actor=command("revoke_backend_token"),
            now=clock.now(),
        )
        self.stdout.write(f"Revoked the token {options['name']!r} of {backend.slug}.")
