"""`manage.py new_epoch`: the last step of a restore."""

from typing import Any

from server.core import clock
from server.core.commands import ServiceCommand
from server.fleet import services
from server.people.actors import command


class Command(ServiceCommand):
    """Counters that a backup set back would repeat tags that runners still hold."""

    help = "Make every tag that runners hold worthless. The last step of a restore."

    def handle(self, *_: Any, **__: Any) -> None:
        """Begin it."""
        count = services.begin_new_epoch(actor=command("new_epoch"), now=clock.now())
        self.stdout.write(f"A new epoch has begun for {count} change counters.")
