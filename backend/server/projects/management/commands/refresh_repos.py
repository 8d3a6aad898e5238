"""`manage.py refresh_repos`: daily, what the git host says of each repository."""

from typing import Any

from server.core import clock
from server.core.commands import ServiceCommand
from server.people.actors import command
from server.projects import services


class Command(ServiceCommand):
    """Keeps which repositories have outputs published on the git host."""

    help = "Ask the git host which repositories have outputs published there."

    def handle(self, *_: Any, **__: Any) -> None:
        """Ask, and say what changed."""
        done = services.refresh_repos(actor=command("refresh_repos"), now=clock.now())
        self.stdout.write(
            f"{done.asked} asked about, {len(done.changed)} changed, {len(done.unknown)} not found."
        )
