"""`manage.py load_names --workspaces N --people M`: names by the thousand."""

import time
from argparse import ArgumentParser
from typing import Any

from server.core import clock
from server.core.errors import CommandRefused
from server.demo.commands import DevelopmentCommand
from server.demo.names import load_names


class Command(DevelopmentCommand):
    """Adds to what is there."""

    help = "Add workspaces in projects, and people in them, for measurements. Development only."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many."""
        parser.add_argument("--workspaces", type=int, required=True, help="in projects of ten")
        parser.add_argument("--people", type=int, required=True, help="each in three projects")

    def run(self, **options: Any) -> None:
        """Make them."""
        workspaces, people = options["workspaces"], options["people"]
        if workspaces < 1 or people < 1:
            raise CommandRefused("Give at least one workspace, and one person who made it.")
        began = time.monotonic()
        load_names(workspaces=workspaces, people=people, now=clock.now())
        took = f"{time.monotonic() - began:.1f} s"
        self.stdout.write(f"Added {workspaces} workspaces and {people} people in {took}.")
