"""`manage.py load_history --requests N --jobs M`: finished runs by the thousand."""

import time
from argparse import ArgumentParser
from typing import Any

from server.core import clock
from server.core.errors import CommandRefused
from server.demo.commands import DevelopmentCommand
from server.demo.volume import load_history


class Command(DevelopmentCommand):
    """Adds to what is there."""

    help = "Add finished requests, and jobs of them, for measurements. Development only."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many."""
        parser.add_argument("--requests", type=int, required=True, help="finished requests")
        parser.add_argument("--jobs", type=int, required=True, help="jobs of them in all")

    def run(self, **options: Any) -> None:
        """Make them."""
        job_requests, jobs = options["requests"], options["jobs"]
        if not 0 < job_requests <= jobs:
            raise CommandRefused(
                "A finished request has a job, so give at least one request, and at least as many "
                "jobs as requests."
            )
        began = time.monotonic()
        load_history(job_requests=job_requests, jobs=jobs, now=clock.now())
        self.stdout.write(
            f"Added {job_requests} finished requests with {jobs} jobs in all "
            f"in {time.monotonic() - began:.1f} s."
        )
