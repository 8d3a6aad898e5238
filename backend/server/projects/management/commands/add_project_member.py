"""`manage.py add_project_member PROJECT USER --role ROLE`."""

from argparse import ArgumentParser
from typing import Any

from server.core import clock
from server.core.commands import ServiceCommand
from server.core.errors import CommandRefused
from server.people.actors import command
from server.people.roles import PROJECT_ROLES, Role
from server.projects import services
from server.projects.models import Project


class Command(ServiceCommand):
    """Lets a person belong to a project."""

    help = "Let a person belong to a project, with the roles given."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which project, who, and as what."""
        parser.add_argument("project", help="slug of the project")
        parser.add_argument("user", help="user name")
        parser.add_argument(
            "--role", action="append", default=[], choices=sorted(PROJECT_ROLES), help="repeatable"
        )

    def handle(self, *_: Any, **options: Any) -> None:
        """Add the person."""
        project = Project.objects.filter(slug=options["project"]).first()
        if project is None:
            raise CommandRefused(f"There is no project {options['project']!r}.")
        [membership] = services.add_members(
            actor=command("add_project_member"),
            project=project,
            usernames=[options["user"]],
            roles=[Role(role) for role in options["role"]],
            now=clock.now(),
        )
        roles = ", ".join(membership.roles) or "no role"
        self.stdout.write(f"{membership.user.username} is in {project.slug}, with {roles}.")
