"""`manage.py set_project_permission PROJECT include_t1oo on|off --by USER`."""

from argparse import ArgumentParser
from typing import Any

from server.core import clock
from server.core.commands import ServiceCommand
from server.core.errors import CommandRefused
from server.people.models import User
from server.projects import services
from server.projects.models import DataPermission, Project


class Command(ServiceCommand):
    """Decides whose data are used, so it is on record with the person who says so."""

    help = "Let a project use data beyond everybody's, or stop it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which project, which data, on or off, and who says so."""
        parser.add_argument("project", help="slug of the project")
        parser.add_argument("permission", choices=DataPermission.values)
        parser.add_argument("state", choices=["on", "off"])
        parser.add_argument("--by", required=True, help="user name of the person who decides this")

    def handle(self, *_: Any, **options: Any) -> None:
        """Switch it."""
        project = Project.objects.filter(slug=options["project"]).first()
        if project is None:
            raise CommandRefused(f"There is no project {options['project']!r}.")
        by = User.objects.named([options["by"]]).filter(is_active=True).first()
        if by is None:
            raise CommandRefused(f"There is no active account {options['by']!r}.")
        permission = DataPermission(options["permission"])
        is_on = options["state"] == "on"
        switch = services.grant_data_permission if is_on else services.revoke_data_permission
        is_change = switch(project=project, permission=permission, by=by, now=clock.now())
        state = f"{project.slug}: {permission} is {options['state']}"
        self.stdout.write(f"{state}, by {by.username}." if is_change else f"{state} already.")
