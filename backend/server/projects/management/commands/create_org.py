"""`manage.py create_org SLUG --name NAME`."""

from argparse import ArgumentParser
from typing import Any

from server.core import clock
from server.core.commands import ServiceCommand
from server.people.actors import command
from server.projects import services


class Command(ServiceCommand):
    """Makes an organisation."""

    help = "Make an organisation, for projects to belong to."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Its slug and name."""
        parser.add_argument("slug")
        parser.add_argument("--name", required=True)

    def handle(self, *_: Any, **options: Any) -> None:
        """Make it."""
        org = services.create_org(
            slug=options["slug"], name=options["name"], actor=command("create_org"), now=clock.now()
        )
        self.stdout.write(f"Made the organisation {org.slug}.")
