"""`manage.py import_backend_token SLUG --name NAME`, the token on stdin."""

import sys
from argparse import ArgumentParser
from typing import Any

from server.core import clock
from server.core.commands import ServiceCommand
from server.fleet import services
from server.fleet.management.arguments import add_token_arguments, find_backend
from server.people.actors import command

_LONGEST_INPUT = 200


class Command(ServiceCommand):
    """Takes over the token of an existing runner; what is typed as an argument others can read."""

    help = "Take over the 40-hex token of an existing runner. The token is read from stdin."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Of which backend, and under which name."""
        add_token_arguments(parser)

    def handle(self, *_: Any, **options: Any) -> None:
        """Read the token and keep its digest."""
        backend = find_backend(options["slug"])
        services.import_backend_token(
            backend=backend,
            secret=sys.stdin.read(_LONGEST_INPUT).strip(),
            name=options["name"],
            actor=command("import_backend_token"),
            now=clock.now(),
        )
        self.stdout.write(f"{backend.slug} has the token {options['name']!r} now.")
