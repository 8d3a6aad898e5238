"""`manage.py set_active --backend B --active A --jobs J`: just so many unfinished runs."""

from argparse import ArgumentParser
from typing import Any

from server.core import clock
from server.core.errors import CommandRefused
from server.demo.commands import DevelopmentCommand
from server.demo.volume import set_active
from server.fleet.management.arguments import find_backend


class Command(DevelopmentCommand):
    """Replaces what is unfinished on one backend."""

    help = (
        "Leave exactly so many unfinished requests on a backend, of so many unfinished jobs each; "
        "others that were unfinished there are removed. Development only."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where, and how many."""
        parser.add_argument("--backend", required=True, metavar="SLUG")
        parser.add_argument("--active", type=int, required=True, help="unfinished requests")
        parser.add_argument(
            "--jobs", type=int, required=True, help="unfinished jobs of each; 0: not yet picked up"
        )

    def run(self, **options: Any) -> None:
        """Make them."""
        if options["active"] < 0 or options["jobs"] < 0:
            raise CommandRefused("Give numbers of requests and jobs that are not below 0.")
        backend = find_backend(options["backend"])
        set_active(
            backend=backend,
            active=options["active"],
            jobs_each=options["jobs"],
            now=clock.now(),
        )
        self.stdout.write(
            f"{backend.slug} has {options['active']} unfinished requests "
            f"of {options['jobs']} unfinished jobs each."
        )
