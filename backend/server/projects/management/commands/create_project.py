"""`manage.py create_project SLUG --name NAME --org ORG`."""

from argparse import ArgumentParser
from typing import Any

from server.core import clock
from server.core.commands import ServiceCommand
from server.core.errors import CommandRefused
from server.people.actors import command
from server.projects import services
from server.projects.models import Org


class Command(ServiceCommand):
    """Makes a project."""

    help = "Make a project of one or more organisations, the first of which leads."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Its slug, name, number and organisations."""
        parser.add_argument("slug")
        parser.add_argument("--name", required=True)
        parser.add_argument("--number", help="digits, or POS-20YY-NNNN")
        parser.add_argument("--org", action="append", required=True, help="slug; may be repeated")

    def handle(self, *_: Any, **options: Any) -> None:
        """Make it."""
        project = services.create_project(
            slug=options["slug"],
            name=options["name"],
            number=options["number"],
            orgs=[_org(slug) for slug in dict.fromkeys(options["org"])],
            actor=command("create_project"),
            now=clock.now(),
        )
        self.stdout.write(f"Made the project {project.slug}.")


def _org(slug: str) -> Org:
    org = Org.objects.filter(slug=slug).first()
    if org is None:
        raise CommandRefused(f"There is no organisation {slug!r}. Make it with create_org.")
    return org
